"""What the next meeting corrected when it approved the minutes that are quoted.

"Godkendt med den bemærkning, at fraværet rettelig var 8 %" stands in another paper than the figure
that it corrects, under the title of a formality.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.answers.finding.meetings import one_paper_each
from index.archive import DocumentEntry, Filter, View
from index.danish.days import find_dates
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.danish.stopwords import DANISH
from index.danish.words import folded_words, term_set
from index.documents import Document, DocumentKind
from index.spans import Span

WITHIN = timedelta(days=200)
"""In which minutes are approved, at the latest: by another meeting than the next."""
_LATEST = timedelta(days=800)
"""In which the next meeting is held, or one that says of which day the minutes are."""
_APPROVES = re.compile(
    r"\b(?:godkendelse|bemaerkninger|rettelser|underskrift|approval|minutes)\b.*\b\w*(?:referat|protokol|minutes)\w*"
    r"|^\W*(?:(?:moede)?referat(?:et)?|protokol(?:len)?)\b"
)
"""A title, folded."""
_CORRECTS = re.compile(
    r"\b(?:rettelig\w*|rettes|rettet|rettelse\w*|korriger\w*|korrektion\w*|aendres|aendret"
    r"|skal (?:der )?(?:staa|staar)|burde (?:der )?(?:have )?staaet|i stedet for|fejlagtig\w*"
    r"|correct\w*|should (?:read|have read|be))\b"
)
_OF_MINUTES = re.compile(r"\b\w*(?:referat|protokol|minutes)\w*")
"""Said outside of an item by which minutes are approved."""
_TOLD_RIGHT = re.compile(
    r"\W*(?:det|den|the)\b[^.]{0,30}?\b(?:rigtige?|korrekte?|rette|right|correct)\b.*\d"
)
"""A sentence, folded, that makes the one before it a correction: "Det rigtige tal er 12"."""
_RIGHT = re.compile(
    r"\W*(?:det|den|tallet|beloebet|the|it)\b[^.]{0,60}?\b(?:rigtige?|korrekte?|rette|skal vaere"
    r"|skulle vaere|skal staa|er|var|is|was|correct|should be)\b.*\d"
)
"""A sentence, folded, that gives the figure which is right."""
_POINTS_BACK = re.compile(
    r"\b(?:denne|disse|den naevnte|de naevnte|ovenstaaende|this|these|the above)\b(?: \w+)? "
    r"(?:rettelse|bemaerkning|aendring|tilfoejelse|indsigelse|correction|change|remark)\w*"
)
"""A correction, folded, that stands above the words that accept it."""
_ABOVE = 2
"""Sentences above them that are told."""
_SHORTEST = 5
"""Letters of a word that two sentences on one thing may share; a code may be shorter."""


def corrections_of(
    paper: DocumentEntry, quoted: str, view: View
) -> Iterator[tuple[Document, Span]]:
    """Yield the sentences by which a later meeting of the body corrected what is quoted."""
    if paper.date is None or paper.body_key is None or paper.kind is not DocumentKind.MINUTES:
        return
    within = Filter(
        bodies=frozenset({paper.body_key}),
        since=paper.date + timedelta(days=1),
        until=paper.date + _LATEST,
        kinds=frozenset({DocumentKind.MINUTES}),
    )
    entries = [one for one in one_paper_each(view.items(within)) if one.document.date]
    following = min((one.document.date for one in entries if one.document.date), default=None)
    for entry in entries:
        document = view.document(entry.document.id)
        day = entry.document.date
        is_next = day == following
        days = {day for _, day in find_dates(entry.item.title)}
        approves = _APPROVES.search(fold(entry.item.title)) is not None
        late = day is None or (day > paper.date + WITHIN and not is_next)
        if (days and paper.date not in days) or (late and not days):
            continue
        if entry.decision is None or not (approves or is_next):
            continue
        for place in entry.decision.words:
            above = Span(entry.item.heading.end, max(entry.item.heading.end, place.start))
            yield from _in_words(document, place, above, quoted, approves=approves)


def _in_words(
    document: Document, place: Span, above: Span, quoted: str, *, approves: bool
) -> Iterator[tuple[Document, Span]]:
    told = [span.moved(place.start) for span in sentences(place.of(document.text))]
    last = place.start
    for at, span in enumerate(told):
        if span.start < last:
            continue
        said, behind = span.of(document.text), told[at + 1 :]
        of_minutes = approves or _OF_MINUTES.search(fold(said)) is not None
        corrects = _CORRECTS.search(fold(said)) is not None or (
            bool(behind) and _TOLD_RIGHT.match(fold(behind[0].of(document.text))) is not None
        )
        whole = _with_what_is_right(document, span, behind) if corrects else span
        if corrects and at == 0 and _POINTS_BACK.search(fold(said)):
            whole = _with_what_is_above(document, whole, above)
        if corrects and of_minutes and _share(whole.of(document.text), quoted):
            last = whole.end
            yield document, whole


def _with_what_is_right(document: Document, span: Span, behind: Sequence[Span]) -> Span:
    """Return a correction with the next sentence, where that says what is right: "Det er 9 km"."""
    following = behind[0] if behind else None
    if following is None or not _RIGHT.match(fold(following.of(document.text))):
        return span
    return Span(span.start, following.end)


def _with_what_is_above(document: Document, span: Span, above: Span) -> Span:
    """Return an approval "with this correction" with what the item says it is, right above."""
    told = [part.moved(above.start) for part in sentences(above.of(document.text))]
    return Span(told[-_ABOVE:][0].start, span.end) if told else span


def _share(one: str, other: str) -> bool:
    """Tell whether two sentences have a word, a name or a code in common that tells a thing."""
    codes = {
        word for word in folded_words(one) if any(c.isdigit() for c in word) and not word.isdigit()
    }
    telling = {term for term in term_set(one) if len(term) >= _SHORTEST} - _FORMAL
    return not (codes | telling).isdisjoint(term_set(other) | set(folded_words(other)))


_FORMAL = frozenset(DANISH) | term_set(
    "godkendt bemærkning rettelig rettelse rettes referat protokol punkt møde mødet ændres stå"
)
