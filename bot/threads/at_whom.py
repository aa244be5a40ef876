"""At whom something is: "the waiting time *at the dentist*" is none of what the hospital says.

What a quotation does not name is said beside it. But at whom a thing is tells which thing is meant,
as its place does; and a reply on another one's is wrong, whatever is said beside it.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from bot.conversation.antecedents import stems_in
from bot.conversation.naming import own_words
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.danish.folding import fold
from index.danish.words import folded_words, tokens

_AT = frozenset({"hos"})
_WHERE = frozenset({"i", "paa", "til", "fra", "ved", "in", "at", "to", "from", "near"})
"""What stands before the name of a place."""
_AT_THE = re.compile(r"\bat (?:the|an?|my|your) $", re.IGNORECASE)


def names_another(
    reply: Reply, message: Question, stems_of: Callable[[str], frozenset[str]]
) -> bool:
    """Tell whether a fact says nothing of those at whom a message asks.

    Args:
        reply: What is to be told.
        message: The message.
        stems_of: Returns the stems by which papers may speak of a folded word.
    """
    if reply.kind is not ReplyKind.FACT:
        return False
    at_whom = _at_whom(message)
    if not at_whom:
        return False
    said = []
    for citation in reply.citations:
        document, item = citation.document, citation.item
        own = item.span.of(document.text) if item is not None else citation.passage
        body = document.body.name if document.body is not None else ""
        said += folded_words(fold(f"{own} {body} {document.title} {document.source}"))
    spoken = stems_in(said)
    return not any(stems_of(word) & spoken for word in at_whom)


def _at_whom(message: Question) -> list[str]:
    """Return the folded words of those at whom a message asks for something."""
    words = tokens(message.text)
    own = {token.span for token in own_words(message)}
    return [
        token.folded
        for before, token in pairwise(words)
        if token.span in own
        and (
            before.folded in _AT
            or _AT_THE.search(message.text[: token.span.start])
            or (before.folded in _WHERE and token.folded in message.names)
        )
    ]
