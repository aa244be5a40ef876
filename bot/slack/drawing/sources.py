"""The sources of a reply: a numbered line each, and what opens the passage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from bot.citations import Citation
from bot.rendering.places import LABELS, document_place, path, place
from bot.rendering.visible import visible_line
from bot.replies import Language
from bot.slack.drawing.limits import OPTION_TEXT, OPTIONS, PLACEHOLDER
from bot.slack.drawing.presses import Press, Pressed, button, plain_text, value_of
from bot.slack.drawing.rich_text import link, rich_text, section, text
from bot.slack.drawing.shapes import Button, Inline, Menu, Option, RichText
from bot.wording import phrase

BUTTONS = 3
"""Sources that have a button of their own; the others share a menu."""

LONGEST_PLACE = 200
"""Characters of where a source stands; of a longer one the middle is left out."""

MOST_PLACES = 12
"""Places that are listed item by item and section by section; of more, only the papers: an answer
that rests on so many names the item in every line, and each number leads to its passage."""

MOST_DESCRIBED = 12
"""Lines of the menu that say where a passage stands; of more, only the numbers: the lines of the
sources are right above it, and all of them have to fit into one message."""


class UnknownAddress(ValueError):
    """The base address of the web page is none."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where some of a reply's quotations stand: one line of the sources."""

    words: str
    """Body, date, item, section and page; the file where no page of ours shows it."""
    citations: tuple[Citation, ...]


def address(citation: Citation, page_url: str) -> str:
    """Return where the web page shows a quotation.

    Raises:
        UnknownAddress: `page_url` is no address of a web page.
    """
    parts = urlsplit(page_url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise UnknownAddress(f"{page_url!r} is no address that begins with http:// or https://")
    return page_url.rstrip("/") + quote(citation.url, safe="/?=#-._~")


def place_words(citation: Citation, language: Language, *, with_file: bool) -> str:
    """Return body, date, item, section and page; with the file where asked for."""
    if with_file:
        return f"{shortened(place(citation, language))} – {shortened(path(citation, language))}"
    page = f", {LABELS['page'][language]} {citation.page}" if citation.page else ""
    return shortened(place(citation, language)) + page


def places(citations: Iterable[Citation], language: Language, *, with_file: bool) -> list[Place]:
    """Return the places of quotations, each once, in the order of their first numbers."""
    cited = list(citations)
    found = _grouped([place_words(one, language, with_file=with_file) for one in cited], cited)
    if len(found) > MOST_PLACES:
        found = _grouped([_paper(one, language, with_file=with_file) for one in cited], cited)
    return found


def _paper(citation: Citation, language: Language, *, with_file: bool) -> str:
    words = shortened(document_place(citation, language))
    return f"{words} – {shortened(visible_line(citation.document.source))}" if with_file else words


def _grouped(words: Sequence[str], citations: Sequence[Citation]) -> list[Place]:
    found: dict[str, list[Citation]] = {}
    for where, citation in zip(words, citations, strict=True):
        found.setdefault(where, []).append(citation)
    return [Place(where, tuple(cited)) for where, cited in found.items()]


def source_lines(
    citations: Sequence[Citation], language: Language, page_url: str | None
) -> list[list[Inline]]:
    """Return a line for each place: its numbers, and where it is, linked to the web page."""
    lines = []
    for one in places(citations, language, with_file=page_url is None):
        alone = len(one.citations) == 1
        line: list[Inline] = []
        for citation in one.citations:
            marker = f"[{citation.number}]"
            linked = page_url is not None and not alone
            shown = link(marker, address(citation, page_url)) if page_url and linked else None
            line += [shown or text(marker), text(" ")]
        if page_url is not None and alone:
            line.append(link(one.words, address(one.citations[0], page_url)))
        else:
            line.append(text(one.words))
        lines.append(line)
    return lines


def source_block(
    citations: Sequence[Citation], language: Language, page_url: str | None
) -> RichText:
    """Return the sources under their heading."""
    runs: list[Inline] = [text(LABELS["sources"][language], bold=True)]
    for line in source_lines(citations, language, page_url):
        runs += [text("\n"), *line]
    return rich_text(section(*runs))


def openers(
    citations: Sequence[Citation], question_id: str, language: Language
) -> list[Button | Menu]:
    """Return what shows a passage: a button for the first sources, a menu for all others."""
    made: list[Button | Menu] = []
    for citation in citations[:BUTTONS]:
        words = phrase("slack_show_passage", language, number=citation.number)
        what = Pressed(Press.PASSAGE, question_id, citation.number)
        if (one := button(words, what, citation.number)) is not None:
            made.append(one)
    others = citations[BUTTONS:]
    for at in range(0, len(others), OPTIONS):
        made.append(_menu(others[at : at + OPTIONS], question_id, language, len(others)))
    return made


def _menu(citations: Sequence[Citation], question_id: str, language: Language, count: int) -> Menu:
    first, last = citations[0].number, citations[-1].number
    shown = {"first": first, "last": last} if first != last else {"number": first}
    words = phrase(
        "slack_more_passages" if first != last else "slack_show_passage", language, **shown
    )
    return {
        "type": "static_select",
        "action_id": f"referent_{Press.PASSAGE}_{first}",
        "placeholder": plain_text(words, PLACEHOLDER),
        "options": [
            _option(citation, question_id, language, described=count <= MOST_DESCRIBED)
            for citation in citations
        ],
    }


def _option(citation: Citation, question_id: str, language: Language, *, described: bool) -> Option:
    words = f"[{citation.number}]"
    if described:
        words += f" {shortened(place(citation, language), OPTION_TEXT - 10)}"
    value = value_of(Pressed(Press.PASSAGE, question_id, citation.number))
    return {"text": plain_text(words, OPTION_TEXT), "value": value}


def shortened(words: str, most: int = LONGEST_PLACE) -> str:
    """Return words, of long ones both ends: they tell apart what the middle does not."""
    if len(words) <= most:
        return words
    head = (most - 1) * 2 // 3
    return f"{words[:head].rstrip()}…{words[len(words) - (most - 1 - head) :].lstrip()}"
