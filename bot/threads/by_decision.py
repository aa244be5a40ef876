"""What a thread asks of its matter that the decision on it tells: what it costs, when it was.

What an item says beside its decision may be the size of a fund, or the day of another meeting. What
a thing may cost is what was granted for it, with what limits that; and when "it" was, is the day of
the meeting.
"""

import re

from bot.answers.rates.mentions import gives_amount
from bot.answers.telling.decision_words import write_decision
from bot.answers.telling.draft import Draft
from bot.conversation.leaning import leaning
from bot.conversation.naming import COST, own_words
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from bot.threads.papers import Matter
from index.archive import ItemEntry
from index.danish.folding import fold
from index.decisions import Outcome


def may_tell(text: str) -> bool:
    """Tell by its words alone whether a message may ask what a decision tells."""
    asked = fold(text)
    return COST.search(asked) is not None or _WHEN.fullmatch(asked) is not None


def told_by_decision(message: Question, matter: Matter) -> Reply | None:
    """Return the decision on the thread's item, where it tells what is asked; else `None`.

    Args:
        message: The message without the words it opens with, of those that `may_tell`.
        matter: What was spoken of last.
    """
    if _WHEN.fullmatch(fold(message.text)):
        decided = [e for e in matter.own_items if e.decision_texts]
    elif not _names_a_part(message):
        decided = [e for e in matter.own_items if _tells_amount(e)]
    else:
        return None
    if not decided:
        return None
    draft = Draft(message.text, message.language)
    write_decision(draft, decided[0], matter.view.document(decided[0].document.id))
    return draft.reply(ReplyKind.DECISION)


def _names_a_part(message: Question) -> bool:
    """Tell whether a message asks of a part of the matter, or of a time: "hvad koster taget?"."""
    return bool(own_words(message) or leaning(message).nouns or message.period)


def _tells_amount(entry: ItemEntry) -> bool:
    """Tell whether a decision says an amount, or approves one as it was recommended."""
    told = entry.decision_texts
    if entry.decision is not None and entry.decision.outcome is Outcome.APPROVED:
        told = (*told, *entry.recommendation_texts)
    return any(map(gives_amount, told))


_DECIDED = (
    r"besluttet|bestemt|vedtaget|afgjort|behandlet|droeftet"
    r"|decided|settled|adopted|treated|discussed"
)
_WHEN = re.compile(
    rf"\W*(?:(?:hvornaar|when)\s(?:var|was)\s(?:det|moedet|that|it|this|the\smeeting)(?:\s(?:{_DECIDED}))?"
    rf"|(?:hvornaar|when)\s(?:blev|er|var|was|is)\s(?:det|den|that|it|this)\s(?:{_DECIDED}))\W*"
)
"""Folded; "when was it opened?" is asked of something else."""
