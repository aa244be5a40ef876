"""What was decided on one clause of a recommendation: whether as it stands, and from which day.

An item may be approved with a change that touches another clause, or only the day. Members who do
not go along change nothing. Whatever is not plainly approved stays a proposal.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from index.danish.days import find_dates
from index.danish.sentences import sentences
from index.decisions import Decision, Outcome
from index.documents import Document
from index.rates.motions import speaks_of_motion
from index.rates.units import KRONER
from index.spans import Span
from ingest.rates.rulings.approvals import is_approved
from ingest.rates.sentences.figures import find_figures
from ingest.structure.outcomes.classifying import classify
from ingest.structure.outcomes.dissents import dissents
from ingest.structure.outcomes.parted import named_in, pieces

_FROM_DAY = re.compile(
    r"[\s,]*(?:\b(?:dog|idet|men|således\s+at|men\s+dog|but|however)\b[\s,]*)?"
    r"(?:\b(?:de[nt]|disse|det|\w*(?:pris|takst|sats|gebyr|honorar|beløb|betaling|ændring|ordning|forhøjelse)\w*"
    r"|it|they|the\s+(?:price|fee|rate|charge|change)s?)\s+)?"
    r"(?:\b(?:gælder|gældende|træder\s+i\s+kraft|har\s+virkning|får\s+virkning|indføres|applies|apply|takes?\s+effect"
    r"|dog|ligeledes|også|således|først|tidligst|med\s+virkning|with\s+effect|effective|only|also|not\s+until)\b\s*)*"
    r"\b(?:fra(?:\s+og\s+med)?|pr\.|from|as\s+of|until)\s+(?:den\s+|d\.\s*)?$",
    re.IGNORECASE,
)
"""What stands before the day from which something holds, with the word that makes it a change."""
_BEGINS = re.compile(
    r"(?:^|[,:]|\b(?:godkend|tiltråd|vedtag|imødekom|approved|adopted|carried|agreed)\w*)\s*\w?\s*$",
    re.IGNORECASE,
)
"""What a clause on a day follows: the approval itself, and no other thing's name."""
_EXEMPTS = re.compile(
    r"(?:[\s,;–-]*\b(?:dog|idet|men|således|sådan|but|however|though|except|with)\b"
    r"|^(?!.*\b(?:godkend|tiltr|vedtag|imødekom|approv|adopt|agree|carried)))"
    r"[^.;:\d]{0,120}?\b(?:fritag(?:es|et|ne)|friholde[st]|skal\s+ikke\s+betale|betaler\s+ikke|slipper\s+for\s+at\s+betale"
    r"|(?:being\s+|are\s+|is\s+|be\s+)?exempt(?:ed)?|(?:do|does|shall|need|will)\s+not\s+(?:have\s+to\s+)?pay|pay(?:s|ing)?\s+nothing)\b"
    r"[^.;:\d]*(?:\.|$)",
    re.IGNORECASE,
)
"""Who shall not pay what is approved: it holds for the others as it stands."""
_ONLY_LABEL = re.compile(r"\s*(?:ad|punkt|pkt\.?|at)?\s*\d{1,2}\s*[.:)]*\s*", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:stemte\s+(?:imod|mod|i\s+mod|blankt)|undlod\s+at\s+stemme|voted\s+against|abstained)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was decided on a clause that was approved as it stands, but perhaps for its day."""

    since: date | None
    """From when, where the decision says so itself."""


def ruling_of(document: Document, decision: Decision, place: Span) -> Ruling | None:
    """Return what was decided on the clauses at a place, `None` where not plainly approved."""
    clauses = decision.recommendation
    meant = [at for at, clause in enumerate(clauses, 1) if clause.overlaps(place)]
    words = tuple(span.of(document.text) for span in decision.words)
    if not words or any(map(speaks_of_motion, words)):
        return None
    if decision.outcome is Outcome.VOTE and not is_approved(decision, document.text):
        return None
    told = {_on_clause(words, at, len(clauses), document.body) for at in meant or [0]}
    if len(told) != 1 or None in told:
        return None
    (said,) = told
    return _ruled(said or (), place.of(document.text))


@lru_cache(maxsize=64)
def _on_clause(
    words: tuple[str, ...], clause: int, clauses: int, body: str | None
) -> tuple[str, ...] | None:
    """Return what is said of a clause, or of the whole; `None` where only others are spoken of."""
    labelled = list(_labelled(words, clauses))
    said = tuple(piece for piece, named in labelled if not named or clause in named)
    parts = any(named for _, named in labelled)
    if parts and not any(clause in named for _, named in labelled):
        return None
    return said


def _labelled(words: Sequence[str], clauses: int) -> Iterator[tuple[str, frozenset[int]]]:
    """Yield the pieces of a decision, each with the clauses that it is about; none: the whole."""
    named: frozenset[int] = frozenset()
    label = ""
    for paragraph in words:
        if _ONLY_LABEL.fullmatch(paragraph):
            label = paragraph
            continue
        whole = f"{label} {paragraph}".strip()
        said = [span.of(whole) for span in sentences(whole)]
        label, named = "", frozenset()
        for piece in pieces(said):
            if dissents(piece) or _AGAINST.search(piece):
                continue
            named = named_in(piece, clauses) or named
            yield piece, named


def _ruled(said: Sequence[str], recommended: str) -> Ruling | None:
    days: set[date] = set()
    left: list[str] = []
    for piece in said:
        rest, found = _without_days(_EXEMPTS.sub("", piece))
        days |= found
        left.append(rest)
    words = " ".join(left)
    if len(days) > 1 or classify(words) is not Outcome.APPROVED:
        return None
    amounts = {figure.value for figure in find_figures(words) if figure.currency == KRONER}
    if not amounts <= {figure.value for figure in find_figures(recommended)}:
        return None
    return Ruling(next(iter(days), None))


def _without_days(piece: str) -> tuple[str, set[date]]:
    """Return what a decision says besides from when, and the days from which."""
    kept, at = "", 0
    days: set[date] = set()
    for span, day in find_dates(piece):
        before = _FROM_DAY.search(piece[at : span.start])
        if before is None or not _BEGINS.search(piece[at : at + before.start()] + before[0][:1]):
            continue
        days.add(day)
        kept += piece[at : at + before.start()]
        at = span.end
    return kept + piece[at:], days
