"""The meeting at which a matter was decided, where a question asks: "da X blev vedtaget"."""

from collections.abc import Sequence

from bot.answers.matters import matter
from bot.answers.matters.returns import followed
from bot.questions.patterns import pattern
from bot.questions.question import Question
from index.archive import ItemEntry, View
from index.danish.folding import fold
from index.decisions import Outcome

_ADVICE = frozenset({Outcome.RECOMMENDED})


def of_the_decision(question: Question) -> bool:
    """Tell whether a question asks of the meeting that adopted, granted or rejected something."""
    return pattern("one_person", "decided").search(fold(question.text)) is not None


def decided_at(entries: Sequence[ItemEntry], view: View) -> ItemEntry | None:
    """Return the item at which the matter of the first entry was decided.

    Items that put it off, or only passed it on, do not count while another settled it.

    Args:
        entries: Items that a question may be about, the best first.
    """
    if not entries:
        return None
    best = entries[0]
    own = [e for e in entries if e is best or matter.continues(best, e)]
    later = [one for entry in followed(own, view) for one in entry.later]
    able = [entry for entry in (*own, *later) if matter.is_settled(entry)]
    final = [entry for entry in able if matter.outcome_of(entry) not in _ADVICE]
    same = [e for e in final if e.document.body_key == best.document.body_key]
    return next(iter([*([best] if best in final else []), *same, *final, *able]), None)
