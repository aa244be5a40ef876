"""What a reply rests on, held against what a message of a thread names, and the thread's matter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answers.finding import matching
from bot.answers.finding.searches import for_fact
from bot.conversation.antecedents import stems_in
from bot.conversation.leaning import Leans, leaning
from bot.conversation.naming import is_definite, own_words
from bot.conversation.verbs import says_it
from bot.questions.question import Question
from bot.questions.wanted import SEEN_IN_WORDS, Wanted, answers_with
from bot.replies import Reply, ReplyKind
from bot.threads import closest
from bot.threads.papers import Matter
from bot.threads.said_so import said_so
from index.archive import View
from index.danish.words import Token, folded_words, tokens
from index.documents import MEETING_PAPERS, SectionKind


@dataclass(frozen=True, slots=True)
class Resting:
    """Tells what a reply has to do with a message, and with what was spoken of before it."""

    matter: Matter
    stems_of: Callable[[str], frozenset[str]]
    """Returns the stems by which papers may speak of a folded word."""

    def names(self, reply: Reply, named: str) -> bool:
        """Tell whether what is quoted first names all of something."""
        spoken = stems_in(folded_words(answering(reply)))
        return all(self.stems_of(word) & spoken for word in folded_words(named))

    def holds_all(self, reply: Reply, message: Question) -> bool:
        """Tell whether what a reply quotes first, with its titles, holds all that is named."""
        own = own_words(message)
        return reply.kind not in _BY_WORDS or self.held(reply, own, message) == len(own)

    def held(
        self, reply: Reply, words: Sequence[Token], message: Question, narrow: View | None = None
    ) -> int:
        """Return how many of some words what a reply quotes first holds, or its item's title.

        `narrow`: the view that the reply was told from; a search in it is not made twice.
        """
        first = reply.citations[0]
        title = first.item.title if first.item is not None else ""
        text = f"{answering(reply)} {title}"
        spoken = stems_in(folded_words(text))
        found = (narrow or self.matter.view).search(for_fact(message))
        matched = {word for term in matching.matched(found.terms, text) for word in term.split()}
        return sum(
            token.folded in matched
            or bool(self.stems_of(token.folded) & spoken)
            or any(
                closest.ends_so(word, self.stems_of(token.folded)) for word in folded_words(text)
            )
            for token in words
        )

    def names_its_thing(self, reply: Reply, message: Question) -> bool:
        """Tell whether a fact of the whole archive is on the very thing that a message names.

        "What does a tent cost?" may be asked anywhere; "what does the tent cost?" is of a tent
        that was spoken of.
        """
        lean = leaning(message)
        leans = lean.how is not Leans.PERHAPS or any(map(says_it, tokens(message.text)))
        if leans or message.wanted not in SEEN_IN_WORDS:
            return False
        named = self.held(reply, lean.nouns, message) == len(lean.nouns)
        return named and holds_what_is_wanted(reply, message.wanted)

    def holds(self, reply: Reply) -> bool:
        """Tell whether a reply rests first on the papers of the thread's matter."""
        papers = self.matter.papers
        if papers is None or not reply.citations:
            return False
        first = reply.citations[0]
        return papers.hold(first.document.id, first.item)

    def is_of_another_body(self, reply: Reply, message: Question) -> bool:
        """Tell whether a fact is another committee's, of a thing that was taken as known.

        "Who does the repair?" below a boat is no question on another board's roof.
        """
        turn, lean = self.matter.turn, leaning(message)
        if turn.item is None or reply.kind is not ReplyKind.FACT or lean.how is Leans.NOT:
            return False
        document = reply.citations[0].document
        body = document.body.name if document.body is not None else None
        return body != turn.body and all(is_definite(token, message) for token in lean.nouns)

    def leaves_out_what_they_do(self, reply: Reply, message: Question) -> bool:
        """Tell whether a fact names somebody who need not do what it is asked who does.

        Who proposes to print a magazine need not be the one who edits it.
        """
        if reply.kind is not ReplyKind.FACT or message.wanted is not Wanted.PERSON:
            return False
        says = said_so(message)
        if says is not None and any(says.is_said(citation.quote) for citation in reply.citations):
            return False
        quoted = " ".join(citation.quote for citation in reply.citations)
        spoken = stems_in(folded_words(quoted))
        done = [t for t in leaning(message).verbs if not closest.is_plain(t)]
        return bool(done) and not any(self.stems_of(token.folded) & spoken for token in done)

    def is_linked(self, reply: Reply, message: Question) -> bool:
        """Tell whether a fact of elsewhere names all of the message, and the thread's matter too.

        "Kom der ansøgere?" below new practices is told by "the new practices got no applicants".
        """
        own = own_words(message)
        if self.matter.turn.item is None or reply.kind is not ReplyKind.FACT or not own:
            return False
        title = [
            w for w in folded_words(self.matter.turn.item) if len(w) >= _TELLING and not w.isdigit()
        ]
        spoken = stems_in(folded_words(answering(reply)))
        told = any(stems_in([word]) & spoken for word in title)
        return told and self.held(reply, own, message) == len(own)

    def says_enough(self, reply: Reply, message: Question) -> bool:
        """Tell whether the whole archive may answer: not by a word in common with the message."""
        few = len(own_words(message)) <= FEW_WORDS
        if reply.kind is ReplyKind.NOT_FOUND:
            return not few
        if reply.kind not in _BY_WORDS or not few:
            return True
        return self.holds_all(reply, message) or self.is_titled(reply, message)

    def is_titled(self, reply: Reply, message: Question) -> bool:
        """Tell whether the item or the paper that a reply rests on is titled by what is named."""
        first = reply.citations[0]
        title = first.item.title if first.item is not None else ""
        if first.document.kind not in MEETING_PAPERS:  # each of a committee has its name in its own
            title = f"{first.document.title} {title}"
        spoken = stems_in(folded_words(title))
        things = leaning(message).nouns or own_words(message)
        return any(self.stems_of(token.folded) & spoken for token in things)

    def is_all_of(self, reply: Reply, words: Sequence[Token], message: Question) -> bool:
        """Tell whether what is quoted first holds some words; and counts them, where it should."""
        if self.held(reply, words, message) < len(words):
            return False
        things = [self.stems_of(token.folded) for token in leaning(message).nouns]
        is_count = message.wanted is Wanted.NUMBER and reply.kind is ReplyKind.FACT and things
        return not is_count or closest.counts(things, answering(reply))

    def is_nearer(self, near: Reply | None, elsewhere: Reply, message: Question) -> bool:
        """Tell whether the thread answers before the whole archive, which may be titled so."""
        if near is None or elsewhere.kind not in {ReplyKind.FACT, ReplyKind.CLOSED}:
            return False
        if elsewhere.kind is ReplyKind.FACT and self.is_titled(elsewhere, message):
            return False
        lean = leaning(message)
        few = len(own_words(message)) <= FEW_WORDS
        of_things = self.held(near, lean.nouns, message) == len(lean.nouns)
        return few and of_things and message.wanted in SEEN_IN_WORDS


_BY_WORDS = frozenset({ReplyKind.FACT, ReplyKind.CLOSED})
"""Kinds of reply that a word in common may give: of "the secretariat", its director's contract."""
_TELLING = 7
"""Letters from which a word of a title tells one matter from another."""
FEW_WORDS = 2
"""Words of its own up to which a message does not say enough to be asked of anything else."""


def answering(reply: Reply) -> str:
    """Return the sentence that a reply answers with.

    Where the decision on its item goes before it, that is the first one below.
    """
    first = reply.citations[0]
    if reply.kind is not ReplyKind.FACT or first.section_kind not in _OF_A_DECISION:
        return first.quote
    below = (c for c in reply.citations[1:] if c.document.id == first.document.id)
    told = next((c for c in below if c.section_kind not in _OF_A_DECISION), None)
    is_of_it = told is not None and told.item == first.item
    return f"{first.quote} {told.quote}" if told is not None and is_of_it else first.quote


_OF_A_DECISION = frozenset({SectionKind.DECISION, SectionKind.RECOMMENDATION})


def holds_what_is_wanted(reply: Reply, wanted: Wanted | None) -> bool:
    """Tell whether the sentence that is quoted first holds the sort of thing that is asked for."""
    if reply.kind is not ReplyKind.FACT or wanted not in SEEN_IN_WORDS:
        return True
    return answers_with(wanted, answering(reply))
