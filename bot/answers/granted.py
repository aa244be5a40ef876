"""What a body granted in some time: a sum that its papers print, and decisions that name an amount.

Nobody adds those up here: a sum of what minutes happen to print would be a figure that no paper
holds.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from bot.answers.finding.meetings import one_paper_each
from bot.answers.matters.listed_items import LONGEST
from bot.answers.telling.decision_words import told_lines
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import document_name
from bot.questions.question import Question
from bot.questions.wanted import Wanted, holds
from bot.replies import Reply, ReplyKind
from index.archive import ItemEntry, View
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.decisions import Outcome
from index.documents import Document
from index.spans import Span

_GRANTING = frozenset(
    {Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE, Outcome.VOTE, Outcome.UNCLASSIFIED}
)
_LOOKED_AT = 200
"""Items, the newest first, whose amounts are looked for."""


def answer(question: Question, view: View) -> Reply | None:
    """Return the decisions by which money was granted, `None` where none names an amount."""
    within = replace(question.filter(), outcomes=_GRANTING)
    entries = [
        entry for entry in one_paper_each(view.items(within))[:_LOOKED_AT] if _names_amount(entry)
    ]
    if not entries:
        return None
    draft = Draft(question.text, question.language)
    papers = {entry.document.id: entry.document for entry in entries}
    for paper in islice(papers.values(), _PAPERS):
        document = view.document(paper.id)
        for place in islice(_sums(document), _SUMS):
            draft.heading(document_name(draft, document))
            draft.quote(document, place)
    draft.say("list_granted", count=len(entries))
    draft.points(told_lines(draft, entries[:LONGEST], view, with_asked=True), len(entries))
    return draft.reply(ReplyKind.LIST)


def _sums(document: Document) -> Iterator[Span]:
    """Yield the sentences of a paper that tell what was granted in all."""
    for section in document.sections:
        item = document.items[section.item].title if section.item is not None else ""
        below_total = _TOTAL.search(fold(f"{section.heading or ''} {item}")) is not None
        for span in sentences(section.body.of(document.text)):
            place = span.moved(section.body.start)
            words = fold(place.of(document.text))
            of_all = below_total or _TOTAL.search(words)
            if of_all and _GRANTS.search(words) and holds(Wanted.MONEY, words):
                yield place


_GRANTS = re.compile(r"\b(?:bevilg|uddel|tildel|grant)\w*")
_TOTAL = re.compile(r"\b(?:i alt|ialt|samlet|tilsammen|sammenlagt|in all|in total|total)\b")
"""That an amount is of all, as folded."""
_PAPERS = 4
_SUMS = 2


def _names_amount(entry: ItemEntry) -> bool:
    """Tell whether the decision on an item, or what it was an answer to, names an amount."""
    if any(holds(Wanted.MONEY, words) for words in entry.decision_texts):
        return True
    if entry.decision is None or entry.decision.outcome is Outcome.UNCLASSIFIED:
        return False
    return any(holds(Wanted.MONEY, words) for words in entry.recommendation_texts)
