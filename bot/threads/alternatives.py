"""What else was on the table: the sentences of an item that set one possibility beside another.

"What was the other proposal?" names nothing that stands in the papers: they say "the alternative",
"model B", "the other is the site by the station".
"""

from bot.answers import facts
from bot.answers.finding.searches import for_fact
from bot.answers.sentences.evidence import weigh
from bot.answers.telling.draft import Draft
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply
from bot.threads.within import Within
from index.danish.folding import fold
from index.documents import DocumentKind

SHOWN = 3
"""Sentences that are shown."""


def asks_for_one(message: Question) -> bool:
    """Tell whether a message asks for what else was proposed."""
    return pattern("asks_alternative").search(fold(message.text)) is not None


def answer(message: Question, narrow: Within) -> Reply | None:
    """Return the sentences that speak of another possibility; `None` where none does."""
    found = narrow.search(for_fact(message))
    groups = [g for g in found.groups if g.document.kind is not DocumentKind.RATES]
    told = [
        evidence
        for evidence in weigh(message, found, groups, narrow)
        if pattern("alternative").search(fold(evidence.words))
    ]
    if not told:
        return None
    paper = told[0].document.id
    told = [evidence for evidence in told if evidence.document.id == paper]
    told.sort(key=lambda evidence: evidence.excerpt.span.start)
    return facts.write(Draft(message.text, message.language), message, told[:SHOWN], narrow)
