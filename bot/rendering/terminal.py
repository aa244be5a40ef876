"""A reply as text for a terminal, a file or a pipe."""

import re
from collections.abc import Callable, Sequence

from bot.citations import Citation
from bot.rendering.places import LABELS, document_place, path, place
from bot.rendering.screen import Screen
from bot.rendering.visible import visible, visible_line
from bot.replies import Language, Reply
from bot.wording import is_phrase, phrase

_BULLET = re.compile(r"(?:[-*·]|(?P<number>\d+[.)])) +")
_ON_FIGURES = (
    *("sources_differ", "rate_undated", "rate_no_date", "rate_not_verified", "rate_misprint"),
    *("rate_verified_prevails", "rate_agreement_prevails", "rate_newer_prevails"),
    *("rate_one_paper_differs", "rate_none_prevails"),
)
"""Phrases that are said of the figures in an answer."""
MOST_PLACES = 8
"""Places that are listed item by item and section by section; of more, only the papers: an answer
that rests on so many names the item in every line."""
_HEADING = re.compile(r"\*\*[^*\n]+\*\*|#{1,6} [^\n]+")


def reply_text(reply: Reply, screen: Screen) -> str:
    """Return a reply to print: warnings, the answer, notes on its figures, and its sources.

    Warnings come first, for each of them can change what the answer means; a note on figures can
    only be understood once they have been read.
    """
    notes = [warning for warning in reply.warnings if _is_on_figures(warning, reply)]
    warnings = [warning for warning in reply.warnings if warning not in notes]
    parts = [
        _read_as(reply, screen),
        _noted(warnings, reply, screen),
        _answer(reply.text, screen),
        _noted(notes, reply, screen),
        _sources(reply, screen) if reply.citations else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _read_as(reply: Reply, screen: Screen) -> str:
    """Return as what a follow-up was read, so that a wrong reading is seen before the answer."""
    if reply.understood_as is None:
        return ""
    question = visible_line(reply.understood_as)
    return screen.wrapped(phrase("read_as", reply.language, question=question), rest="  ")


def _noted(warnings: Sequence[str], reply: Reply, screen: Screen) -> str:
    note = LABELS["note"][reply.language]
    return "\n".join(
        screen.warning(screen.wrapped(f"{note}: {visible_line(warning)}", rest="  "))
        for warning in warnings
    )


def _is_on_figures(warning: str, reply: Reply) -> bool:
    """Tell whether a warning is one of those phrases, whatever its placeholders were filled with.

    A reply carries its warnings as sentences; one that is not recognised stands above the answer.
    """
    return any(is_phrase(warning, key, reply.language) for key in _ON_FIGURES)


def _answer(text: str, screen: Screen) -> str:
    """Lay the blocks of an answer out, each heading directly above what it heads."""
    blocks = re.split(r"\n{2,}", visible(text).strip())
    laid = ""
    for block, following in zip(blocks, [*blocks[1:], ""], strict=True):
        headed = _HEADING.fullmatch(block) and following and not _HEADING.fullmatch(following)
        laid += _block(block, screen) + ("\n" if headed else "\n\n")
    return laid.rstrip("\n")


def _block(block: str, screen: Screen) -> str:
    lines = block.split("\n")
    if all(line.startswith(">") for line in lines):
        quoted = " ".join(line.removeprefix(">").strip() for line in lines)
        return screen.markdown(quoted, "  ")
    return "\n".join(_line(line, screen) for line in lines)


def _line(line: str, screen: Screen) -> str:
    if heading := re.match(r"#{1,6} +", line):
        return screen.bold(screen.markdown(line[heading.end() :]))
    stripped = line.lstrip()
    if bullet := _BULLET.match(stripped):
        point = bullet["number"] or "·"
        indent = " " * (2 + len(line) - len(stripped))
        rest = indent + " " * (len(point) + 1)
        return screen.markdown(stripped[bullet.end() :], f"{indent}{point} ", rest)
    if line.startswith(">"):
        return screen.markdown(line.removeprefix(">").strip(), "  ")
    return screen.markdown(line)


def _sources(reply: Reply, screen: Screen) -> str:
    places = _places(reply, place)
    if len(places) > MOST_PLACES:
        places = _places(reply, document_place)
    numbers = max(len(marks) for marks in places.values())
    described = max(len(where) for where, _ in places)
    lines = []
    for (where, file), marks in places.items():
        left = f"  {marks:<{numbers}} {where:<{described}}"
        if len(left) + 4 + len(file) > screen.width:
            left = left.rstrip()  # out of line with the others, but still one line
        if len(left) + 4 + len(file) <= screen.width:
            lines.append(f"{left}    {screen.dim(file)}")
        else:
            indent = " " * (numbers + 3)
            lines.append(screen.wrapped(where, f"  {marks:<{numbers}} ", indent))
            lines.append(indent + screen.dim(file))
    return "\n".join([screen.bold(LABELS["sources"][reply.language]), *lines])


def _places(reply: Reply, named: Callable[[Citation, Language], str]) -> dict[tuple[str, str], str]:
    """Return the markers of what stands in one place of one file."""
    numbers: dict[tuple[str, str], list[int]] = {}
    for citation in reply.citations:
        key = named(citation, reply.language), path(citation, reply.language)
        numbers.setdefault(key, []).append(citation.number)
    return {key: _markers(of_place) for key, of_place in numbers.items()}


def _markers(numbers: Sequence[int]) -> str:
    """Return the markers of rising numbers, those in a row as one: "[2–4] [7]"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return " ".join(
        f"[{run[0]}–{run[-1]}]" if len(run) > 2 else " ".join(f"[{one}]" for one in run)
        for run in runs
    )
