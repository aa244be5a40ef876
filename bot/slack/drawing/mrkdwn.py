"""The text beside the blocks: what a notification shows and a screen reader reads.

Slack reads markup in it, so whatever could be markup is written with a look-alike, and `&`, `<` and
`>` as Slack asks for. Nothing that is quoted to be checked stands here only.
"""

import re

from bot.rendering.visible import visible

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_LOOK_ALIKES = {"*": "∗", "~": "∼", "`": "ˋ"}
_EMPHASIS = re.compile(r"(?<!\w)_|_(?!\w)")
_EMOJI = re.compile(r":(?=[^\s:]{1,100}:)")
_QUOTED = re.compile(r"^(\s*)(?:>|&gt;)", re.MULTILINE)
_ADDRESS = re.compile(r"://|(?<=mailto):|(?<=tel):", re.IGNORECASE)
_MENTION = re.compile(r"@(?=\w)|#(?=\w)")
_TABLE = str.maketrans(_ENTITIES | _LOOK_ALIKES)


def escaped(text: str) -> str:
    """Return words so that Slack shows them as words: no mention, link, picture or emphasis."""
    safe = _QUOTED.sub(r"\1›", visible(text))
    safe = _ADDRESS.sub(lambda found: found[0].replace(":", "∶"), safe)
    safe = _EMOJI.sub("∶", _EMPHASIS.sub("ˍ", safe))
    # A look-alike may be a letter, so mentions are looked for behind it.
    safe = safe.translate(_TABLE)
    return _MENTION.sub(lambda found: {"@": "＠", "#": "＃"}[found[0]], safe)


def fallback(lines: list[str], most: int) -> str:
    """Return lines as the text beside blocks, at most so many characters, cut off visibly."""
    kept: list[str] = []
    left = most
    for line in lines:
        words = escaped(line)
        if len(words) + 1 > left:
            kept += [_cut(line, left)] * (left > 1)
            break
        kept.append(words)
        left -= len(words) + 1
    return "\n".join(kept)


def _cut(line: str, most: int) -> str:
    """Return the beginning of a line, cut before it is escaped: a cut can make markup of a sign."""
    short = line[: max(0, most - 1)]
    while len(words := escaped(short.rsplit(" ", 1)[0] + "…")) > most and short:
        short = short[: len(short) * 9 // 10]
    return words
