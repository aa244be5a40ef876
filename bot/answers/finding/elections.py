"""The newest sentence by which somebody got the office of a body's chair, or of its deputy chair.

Such a sentence stands in a decision, in a heading's text of a newsletter-like paper, or in what
another body was told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.finding.meetings import one_paper_each
from bot.answers.finding.of_bodies import names_body
from bot.answers.finding.searches import GROUPS
from bot.answers.finding.subjects import names_all
from bot.questions.question import Question
from index.archive import Query, View
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.documents import MEETING_PAPERS, Document, DocumentKind, Item
from index.spans import Span


@dataclass(frozen=True, slots=True)
class Election:
    """Words that tell who got an office."""

    document: Document
    item: Item | None
    place: Span
    day: date


def newest_election(
    question: Question, view: View, *, deputy: bool, after: date | None = None
) -> Election | None:
    """Return the newest election to an office of the body that is asked about.

    Args:
        question: Who holds the office.
        view: The archive.
        deputy: Whether the deputy chair is meant.
        after: The day of the paper that names somebody in that office already.
    """
    told = (*_decided(question, view, deputy=deputy), *_told(question, view, deputy=deputy))
    found = [one for one in told if after is None or one.day > after]
    return max(found, key=lambda one: one.day, default=None)


def _decided(question: Question, view: View, *, deputy: bool) -> Iterator[Election]:
    """Yield the newest election that the body's own decisions tell of."""
    within = replace(question.filter(), kinds=MEETING_PAPERS)
    entries = [e for e in one_paper_each(view.items(within)) if e.decision and e.decision.words]
    entries.sort(key=lambda e: e.document.date or date.min, reverse=True)
    for entry in entries[:_ITEMS_LOOKED_AT]:
        document = view.document(entry.document.id)
        if not names_all(question, document):
            continue
        for words in entry.decision.words if entry.decision else ():
            told = (span.moved(words.start) for span in sentences(words.of(document.text)))
            place = next((p for p in told if _elects(p.of(document.text), deputy=deputy)), None)
            if place is not None:
                yield Election(document, entry.item, place, document.date or date.min)
                return


def _told(question: Question, view: View, *, deputy: bool) -> Iterator[Election]:
    """Yield the elections that sentences of any paper tell of, be it of no meeting."""
    office = "næstformand" if deputy else "formand"
    within = replace(question.filter(), bodies=frozenset())
    words = f"{question.bodies[0].body.name} {office}", f"valgt som {office} konstituerede sig"
    found = [
        g for one in words for g in view.search(Query(one, filter=within, limit=GROUPS)).groups
    ]
    papers = {group.document.id: group.document for group in found}
    for paper in papers.values():
        document = view.document(paper.id)
        if paper.kind is DocumentKind.AGENDA or not names_all(question, document):
            continue
        for place in _elections_in(document, deputy=deputy):
            if paper.date and _is_of(question, document, place.of(document.text)):
                item = next((i for i in document.items if i.span.contains(place)), None)
                yield Election(document, item, _with_its_day(document, place), paper.date)


def _elections_in(document: Document, *, deputy: bool) -> Iterator[Span]:
    """Yield the sentences of a paper by which somebody gets the office."""
    for paragraph in _PARAGRAPH.finditer(document.text):
        if _elects(paragraph[0], deputy=deputy):
            for span in sentences(paragraph[0]):
                if _elects(span.of(paragraph[0]), deputy=deputy):
                    yield span.moved(paragraph.start())


_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")


def _with_its_day(document: Document, place: Span) -> Span:
    """Return a sentence with the next one, where that says from when: "Hun tiltræder i juni"."""
    behind = document.text[place.end :][:_NEXT]
    following = next(iter(sentences(behind)), None)
    if following is None or not _BEGINS.match(" ".join(fold(following.of(behind)).split())):
        return place
    return Span(place.start, place.end + following.end)


_NEXT = 200
"""Characters behind a sentence in which the next one is looked for."""
_BEGINS = re.compile(
    r"(?:han|hun|de|vedkommende|he|she|they|valget|the election)\b.{0,40}"
    r"\b(?:tiltraed\w+|gaelder|takes?|begins?)\b"
)


def _is_of(question: Question, document: Document, words: str) -> bool:
    """Tell whether a sentence is of the body's own chair: by its paper, or by its own words."""
    of = _OFFICE_OF.search(fold(words))
    if of is not None and not _ITS_OWN.match(of["whose"]):
        return _names(question, of["whose"])
    if document.body is not None:
        return fold(document.body.name) in {fold(name) for name in question.bodies[0].names}
    return _names(question, f"{document.title} {document.text[:_HEAD]}")


def _names(question: Question, text: str) -> bool:
    """Tell whether a text names the body, as it is called or as it is typed."""
    body, folded = question.bodies[0], fold(text)
    called = (*body.names, *question.body_words[:1])
    return any(fold(name) in folded for name in called) or names_body(body, text)


_OFFICE_OF = re.compile(r"(?:formand(?:en)? (?:for|i|af)|\bchair\w* of(?: the)?) (?P<whose>.+)")
_ITS_OWN = re.compile(
    r"(?:\d|den |det |perioden|en periode|to aar|et aar|fire aar|resten|stedet|the (?:period|year)"
    r"|(?:udvalget|raadet|bestyrelsen|foreningen|naevnet|komiteen"
    r"|the (?:board|committee|council))\b)"
)
"""What follows an office and names no other body: its time, or but "udvalget"."""
_HEAD = 300
"""Characters at the top of a paper in which it says whose it is."""


def _elects(words: str, *, deputy: bool) -> bool:
    folded = fold(words)
    office = DEPUTY if deputy else _CHAIR_ALONE
    named = re.search(r"[A-ZÆØÅ][\w-]+\s+[A-ZÆØÅ]", words) is not None
    return (
        named
        and bool(office.search(folded))
        and _ELECTED.search(folded) is not None
        and _NOT_YET.search(folded) is None
    )


_ITEMS_LOOKED_AT = 200
"""Items with a decision, the newest first, that are read for an election."""
_ELECTED = re.compile(
    r"\b(?:(?:gen|ny)?valgt(?:es|e)?|udpeget|udpegedes|udnaevnt|konstituere(?:de|r|s|t)? sig"
    r"|elected|fortsaetter som|continues as|overtager|overtog|tiltraadte|afloeser|afloeste"
    r"|takes over|took over"
    r"|succeed(?:s|ed))\b"
)
_NOT_YET = re.compile(
    r"\b(?:indstill\w*|foresl\w*|skal vaelge\w*|opstill\w*|stiller op|kandid\w*|ikke valgt"
    r"|nominat\w*|proposes?|candidates?)\b"
)
"""Of somebody who may yet be elected, or was not."""
_CHAIR_ALONE = re.compile(
    r"(?<!naest)\bformand(?:en|s?post(?:en)?|skab(?:et)?)?\b|\bchair(?:man|woman|person|manship)?\b"
)
DEPUTY = re.compile(r"naestformand|vice|deputy")
"""Of the deputy chair, as folded."""
