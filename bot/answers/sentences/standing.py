"""Whether what a sentence tells of a matter still stands: a plan, an advice, an earlier decision.

"The committee agreed that it closes on 1 April" answers nothing where the council said no.
"""

import re

from bot.answers.matters import matter
from bot.answers.matters.matter import entry_of
from bot.answers.matters.returns import PUT_OFF, followed
from bot.answers.sentences.evidence import Evidence
from index.archive import ItemEntry, View
from index.danish.folding import fold
from index.decisions import Outcome
from index.documents import DocumentKind, SectionKind

_PLANNED = re.compile(
    r"\b(?:indstill|anbefal|foresla|foreslo|foreslaa|ansoeg|oensk)\w*"
    r"|\b(?:tiltraad|beslutt|vedtog|vedtag|godkend)\w*"
)
"""Words, folded, by which a sentence tells what somebody wants or wanted."""

_AS_IT_STANDS = frozenset(
    {
        *(Outcome.APPROVED, Outcome.RECOMMENDED, Outcome.NOTED, Outcome.DISCUSSED),
        *(Outcome.NONE, Outcome.VOTE),
    }
)
"""Outcomes behind which a plan stands as it was, or which do not say."""


def later_decision(
    evidence: Evidence, view: View, *, of_its_state: bool = False, of_today: bool = False
) -> ItemEntry | None:
    """Return the last decision that settled the matter of a plan or decision after its meeting.

    Where there is none, the last minutes of the same body that treat it: a deadline may have been
    put off without a decision.

    Args:
        evidence: The sentence that tells it.
        view: The archive.
        of_its_state: Whether it is asked where a matter stands: then of anything put off as well.
        of_today: Whether it is asked what holds now: then of anything that came back.
    """
    entry = entry_at(evidence)
    if entry is None:
        return None
    told = of_today or _tells_of_deciding(evidence) or (of_its_state and _is_put_off(entry))
    if not told:
        return None
    later = followed([entry], view, by_body=True)[0].later
    settled = [e for e in later if matter.is_settled(e)]
    treated = [e for e in later if _is_of_the_minutes(e, entry)]
    return next(reversed(settled or treated), None)


def _is_of_the_minutes(later: ItemEntry, entry: ItemEntry) -> bool:
    same_body = later.document.body_key == entry.document.body_key
    return same_body and later.document.kind is DocumentKind.MINUTES and not later.item.closed


def turns_round(entry: ItemEntry, evidence: Evidence) -> bool:
    """Tell whether a later decision may leave nothing of what a sentence tells.

    That of another body does, as the one that decides, and one that says so.
    """
    said = fold(" ".join(entry.decision_texts))
    another = entry.document.body_key != evidence.group.document.body_key
    rejected = matter.outcome_of(entry) is Outcome.REJECTED
    return another or rejected or _TURNED.search(said) is not None


def was_put_off(evidence: Evidence) -> bool:
    """Tell whether the item that a sentence stands in was put off."""
    entry = entry_at(evidence)
    return entry is not None and _is_put_off(entry)


def _is_put_off(entry: ItemEntry) -> bool:
    return matter.outcome_of(entry) in PUT_OFF


_TURNED = re.compile(
    r"\b(?:aendre[drt]|annuller|ophaeve|omgjorde|omgoer|bortfald|tilbagekald|genoptag|fortsat|ikke\b)"
)
"""Words, folded, by which a decision changes an earlier one."""


def is_changed(evidence: Evidence) -> bool:
    """Tell whether a sentence tells a plan that its own item did not adopt as it was."""
    entry = entry_at(evidence)
    if entry is None or entry.decision is None or not _tells_of_deciding(evidence):
        return False
    decided_by_it = any(span.overlaps(evidence.excerpt.span) for span in entry.decision.words)
    return not decided_by_it and entry.decision.outcome not in _AS_IT_STANDS


def entry_at(evidence: Evidence) -> ItemEntry | None:
    """Return the item that a sentence stands in."""
    item = evidence.group.item
    return entry_of(evidence.group.document, evidence.document, item) if item is not None else None


def _tells_of_deciding(evidence: Evidence) -> bool:
    place = evidence.excerpt.span
    kinds = {s.kind for s in evidence.document.sections if s.body.overlaps(place)}
    deciding = {SectionKind.RECOMMENDATION, SectionKind.DECISION}
    return bool(kinds & deciding) or _PLANNED.search(fold(evidence.words)) is not None
