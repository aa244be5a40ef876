"""How many sit on a body: where its papers count them, else by who is named as a member or came."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.answers import mandates, members, people
from bot.answers.finding.searches import for_fact
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import document_name
from bot.questions.bodies.named import find_bodies
from bot.questions.intents import Intent, PeopleAspect
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import View
from index.danish.folding import fold
from index.danish.number_words import NUMBER_WORDS
from index.danish.sentences import sentences
from index.documents import Document
from index.spans import Span

_COUNTED = re.compile(
    r"\b(?:bestaar af|bestod af|sammens(?:at|aettes) af|udgoeres af|har|taeller|consists? of|has)"
    rf"(?: (?:i alt|op til|hoejst|mindst))? (?:\d{{1,3}}|{'|'.join(map(fold, NUMBER_WORDS))})"
    r"(?: (?!til stede)[\w-]+){0,2} (?:medlemmer|repraesentanter|members)\b"
)
"""Words, folded, that say how many there are, and not how many must be there."""
_HAS_MEMBERS = re.compile(r"forening|forbund|selskab|klub|laug|association|society|club|union")
"""What has members that do not sit on its board, as folded."""
_ITSELF = re.compile(
    r"\W*(?:udvalget|raadet|bestyrelsen|naevnet|komiteen|kommissionen|forummet|\w*gruppen) "
)
"""How a sentence begins that speaks of the body whose paper it stands in, as folded."""


def answer(question: Question, view: View) -> Reply | None:
    """Return what tells how many sit on the body asked about, `None` where nothing does.

    A meeting names who came and who did not: that is told as what it is, and not counted, for
    officials are named among the members.
    """
    asks = pattern("how_many_sit").search(fold(question.text)) is not None
    if not asks or len(question.bodies) != 1 or question.period is not None:
        return None
    if _HAS_MEMBERS.search(fold(question.body_words[0])):
        return None
    draft = Draft(question.text, question.language)
    for document, words in _counted(question, view):
        draft.heading(document_name(draft, document))
        draft.quote(document, words)
        return draft.reply(ReplyKind.FACT)
    if listed := members.told_by_terms(question, mandates.terms_of(question.bodies[0], view)):
        return listed
    named = replace(question, intent=Intent.PEOPLE, people=PeopleAspect.PRESENT)
    told = people.answer(named, view)
    if told is None or told.kind is not ReplyKind.PEOPLE:
        return None
    return replace(told, text=f"{draft.phrase('members_uncounted')}\n\n{told.text}")


def _counted(question: Question, view: View) -> Iterator[tuple[Document, Span]]:
    """Yield the sentences of the body's own papers that say how many sit on it."""
    for group in view.search(for_fact(question)).groups:
        if group.document.body_key not in question.body_keys:
            continue
        document = view.document(group.document.id)
        for hit in group.hits:
            start = hit.passage.span.start
            for span in sentences(hit.passage.span.of(document.text)):
                place = span.moved(start)
                words = place.of(document.text)
                if _COUNTED.search(fold(words)) and _is_of(question, words, view):
                    yield document, place


def _is_of(question: Question, words: str, view: View) -> bool:
    """Tell whether a sentence speaks of the body asked about: another may be the matter."""
    named = {mention.body.key for mention in find_bodies(words, view.bodies())}
    return not question.body_keys.isdisjoint(named) or (
        not named and _ITSELF.match(fold(words)) is not None
    )
