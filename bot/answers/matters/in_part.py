"""Items of which a part was put off: "Ad 3: Udsat til mødet i maj"."""

import re
from dataclasses import replace

from bot.answers.matters.listed_items import newest
from bot.questions.question import Question
from index.archive import Filter, ItemEntry, View
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.decisions import Outcome

LOOKED_AT = 400
"""Items, the newest first, whose decisions are read for a part that was put off."""

_MAY_HOLD = frozenset(
    {
        *(Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE, Outcome.RECOMMENDED, Outcome.VOTE),
        *(Outcome.REJECTED, Outcome.UNCLASSIFIED),
    }
)
_PUT = r"udsat|udsaettes|udskudt|udskoed|udskydes"
_AGAIN = r"(?:genoptages|tages op igen|kommer igen|vender tilbage)"
_WORDS = re.compile(rf"{_PUT}|{_AGAIN}")
_PUT_OFF = rf"(?<!ikke )(?:udsatte|{_PUT})"
_PART = (
    r"(?:\b(?:ad|punkt|pkt|delpunkt|underpunkt|nr|litra)\b\.?\s*(?:\d|[a-h]\b)"
    r"|\b(?:den|denne) del\b|\b(?:resten|delen|spoergsmaalet|stillingtagen(?:en)?)\b)"
)
_OF_A_PART = re.compile(
    rf"{_PART}[^.;]{{0,80}}\b{_PUT_OFF}\b|\b{_PUT_OFF}\b[^.;]{{0,40}}{_PART}"
    rf"|^\W*(?:punktet|sagen|emnet|spoergsmaalet|resten) {_AGAIN}\b"
)
"""Words, folded, by which a part of what was recommended is put off.

Where something was decided, "Punktet genoptages i maj" can only be of the rest.
"""


def put_off_in_part(question: Question, within: Filter, view: View) -> list[ItemEntry]:
    """Return the items of a list of which a part was put off, whatever became of the rest."""
    entries = newest(question, replace(within, outcomes=_MAY_HOLD), view, LOOKED_AT)
    return [entry for entry in entries if _is_put_off_in_part(entry)]


def _is_put_off_in_part(entry: ItemEntry) -> bool:
    return any(
        _OF_A_PART.search(fold(span.of(text)))
        for text in entry.decision_texts
        if _WORDS.search(fold(text))  # of hundreds of decisions hardly one is cut into sentences
        for span in sentences(text)
    )
