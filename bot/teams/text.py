"""Lines of a reply in the Markdown that Teams shows: bold, quotations, points, links, no headings.

Whatever comes from the archive is escaped, so that nothing in it becomes markup, a mention or a
citation. Teams reads both Markdown and a little HTML in one text, so both are taken care of.
"""

import re
from collections.abc import Iterator, Sequence

from bot.rendering.markdown import Line, LineKind, Run

_MARKUP = re.compile(r"[\\`*_\[\]~|]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_FIRST = re.compile(r"^(\s*)(#{1,6}(?=\s)|[-+](?=\s)|\d{1,9}[.)](?=\s)|={3,}|-{3,})")
"""What begins a heading, a point or a rule where it begins a line."""
_NUMBER = re.compile(r"\[(\d+)\]")
_JOINER = "\N{WORD JOINER}"
"""Keeps a number in brackets, which a paper holds, from being taken for a citation of ours."""


def escaped(words: str) -> str:
    """Return words that show as they are."""
    words = _NUMBER.sub(rf"[{_JOINER}\1]", words)
    words = re.sub(r"[&<>]", lambda found: _HTML[found[0]], words)
    return _MARKUP.sub(lambda found: "\\" + found[0], words)


def link(words: str, url: str) -> str:
    """Return words that lead to an address of ours."""
    address = url.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    return f"[{escaped(words)}]({address})"


def markdown(lines: Sequence[Line]) -> str:
    """Return lines as one text."""
    return "\n".join(_joined(lines))


def _joined(lines: Sequence[Line]) -> Iterator[str]:
    for number, line in enumerate(lines):
        # Without a blank line Teams runs two lines into one and a quotation into what follows, and
        # shows no citations in the points of a list; nor in a list of one point, blank or not.
        if number:
            yield ""
        beside = (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])
        alone = not any(other.kind is LineKind.POINT for other in beside)
        yield f"• {_runs(line.runs)}" if line.kind is LineKind.POINT and alone else _written(line)


def _written(line: Line) -> str:
    if line.kind is LineKind.HEADING:
        return _runs([Run(run.text, True, run.marker) for run in line.runs])
    words = _runs(line.runs)
    match line.kind:
        case LineKind.POINT:
            return "    " * line.indent + "- " + _not_begun(words)
        case LineKind.QUOTE:
            return "> " + _not_begun(words)
    return _not_begun(words)


def _not_begun(words: str) -> str:
    """Return a line whose first sign is no markup."""
    found = _FIRST.match(words)
    if found is None:
        return words
    mark = found[2]
    shown = mark[:-1] + "\\" + mark[-1] if mark[0].isdigit() else "\\" + mark
    return found[1] + shown + words[found.end() :]


def _runs(runs: Sequence[Run]) -> str:
    """Return runs; bold with blanks at its ends would show as stars."""
    said = ""
    for run in runs:
        if run.marker is not None:
            said += run.text
            continue
        words = escaped(run.text)
        core = words.strip()
        if not run.bold or not core:
            said += words
            continue
        before = words[: len(words) - len(words.lstrip())]
        after = words[len(words.rstrip()) :]
        said += f"{before}**{core}**{after}"
    return said


def plain(lines: Sequence[Line]) -> str:
    """Return lines without any markup."""
    signs = {LineKind.POINT: "• ", LineKind.QUOTE: ""}
    told = [
        ("\n" if line.begins and number else "") + signs.get(line.kind, "") + line.text
        for number, line in enumerate(lines)
    ]
    return "\n".join(told)
