"""People and channels that a question names by Slack's marks, put into words.

Slack writes `<@U123>` where somebody is named. Within a question that is a name like any other
("what did @Karen say of the benches?"), and without it something else would be asked. Set off
before the question or behind it, it says whose attention is wanted, and names nothing.
"""

import re
from collections.abc import Awaitable, Callable

from bot.chat.speech import begins_asking
from index.danish.personal_numbers import says_something

_MARK = re.compile(r"<(?P<kind>[@#])(?P<id>[A-Z0-9]+)(?:\|(?P<label>[^<>]*))?>(?P<more>\w?)")
_SET_OFF_BEFORE = re.compile(r"(?:[.?!:;–—]|(?:^|\W)(?:cc|fyi))\W*$", re.IGNORECASE)
_SET_OFF_BEHIND = re.compile(r"\s*(?:[,.!:;–—]|-\s)")

NameOf = Callable[[str], Awaitable[str | None]]
"""What somebody is called, by their id; `None` where Slack knows nobody by it."""


async def with_names(text: str, name_of: NameOf) -> str:
    """Return a question with the names of what it asks about in the place of their marks.

    Somebody who cannot be told stays in it by their id: a question about somebody must not become
    one about everybody. Of groups, and of channels without a name, the mark stays as it is.
    """
    parts: list[str] = []
    done = 0
    for mark in _MARK.finditer(text):
        parts += [text[done : mark.start()], await _in_words(text, mark, name_of)]
        done = mark.start("more")
    return " ".join("".join([*parts, text[done:]]).split()) if parts else text


async def _in_words(text: str, mark: re.Match[str], name_of: NameOf) -> str:
    if _only_calls(text, mark):
        return ""
    label = " ".join((mark["label"] or "").replace("-", " ").replace("_", " ").split())
    if mark["kind"] == "#":
        return label or mark[0].removesuffix(mark["more"])
    return await name_of(mark["id"]) or label or mark["id"]


def _only_calls(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark stands before or behind what is said, to call somebody to it."""
    before, behind = text[: mark.start()], text[mark.start("more") :]
    if not _says_something(before):
        asked = _MARK.sub(" ", behind)
        set_off = _SET_OFF_BEHIND.match(behind) is not None
        return not mark["more"] and (set_off or begins_asking(asked))
    return not _says_something(behind) and _SET_OFF_BEFORE.search(_MARK.sub("", before)) is not None


def _says_something(around: str) -> bool:
    return says_something(_MARK.sub(" ", around))
