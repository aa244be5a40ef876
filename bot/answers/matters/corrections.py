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
"""In which minutes are approved, at the latest."""
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
_RIGHT = re.compile(
    r"\W*(?:det|den|tallet|beloebet|the|it)\b[^.]{0,60}?\b(?:rigtige?|korrekte?|rette|skal vaere"
    r"|skulle vaere|skal staa|er|var|is|was|correct|should be)\b.*\d"
)
"""A sentence, folded, that gives the figure which is right."""
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
        until=paper.date + WITHIN,
        kinds=frozenset({DocumentKind.MINUTES}),
    )
    for entry in one_paper_each(view.items(within)):
        title = fold(entry.item.title)
        days = {day for _, day in find_dates(entry.item.title)}
        if (
            entry.decision is None
            or not _APPROVES.search(title)
            or (days and paper.date not in days)
        ):
            continue
        document = view.document(entry.document.id)
        for place in entry.decision.words:
            told = [span.moved(place.start) for span in sentences(place.of(document.text))]
            for at, span in enumerate(told):
                said = span.of(document.text)
                if _CORRECTS.search(fold(said)) and _share(said, quoted):
                    yield document, _with_what_is_right(document, span, told[at + 1 :])


def _with_what_is_right(document: Document, span: Span, behind: Sequence[Span]) -> Span:
    """Return a correction with the next sentence, where that says what is right: "Det er 9 km"."""
    following = behind[0] if behind else None
    if following is None or not _RIGHT.match(fold(following.of(document.text))):
        return span
    return Span(span.start, following.end)


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
