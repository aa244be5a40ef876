"""What follows in a thread, answered by what it was read as and by what the thread's papers say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.answers import closed, refusals
from bot.asked import Asked
from bot.conversation.antecedents import stems_of
from bot.conversation.clarified import clarified
from bot.conversation.follow_ups import stand_alone
from bot.conversation.its_body import without_its_body
from bot.conversation.naming import own_words
from bot.conversation.openings import DECIDED, asked_of_everything, without_opening
from bot.conversation.places import at_the_place, before_the_place, without_time
from bot.conversation.readings import FollowUp, Step, Unclear
from bot.conversation.titles import place_titled
from bot.conversation.turns import Turn
from bot.questions.intents import Intent
from bot.questions.question import Question
from bot.questions.times.period import Period
from bot.replies import Reply, ReplyKind
from bot.threads.agreements import before_its_agreement
from bot.threads.asking import Tell, Thread, Told, may_be_of_thread
from bot.threads.beginning import at_the_nearest
from bot.threads.by_decision import may_tell
from bot.threads.looked_up import archive_for_reading
from bot.threads.papers import Matter, OneItem
from bot.threads.said_so import is_unsaid, said_so
from bot.threads.stages import staged
from bot.wording import phrase
from index.archive import View
from index.danish.glossary import Glossary


@dataclass(frozen=True)
class Following:
    """A message of a thread, with what it is answered from."""

    asked: Asked
    turn: Turn
    view: View
    glossary: Glossary
    understand: Callable[[Asked, View], Question]
    """Reads what is asked."""
    tell: Tell
    """Answers a question from a view."""
    is_of_one_item: bool = False
    """Whether only the item of the turn is asked, and no other of its matter."""

    def told(self) -> Told:
        """Return the reply, and as what the message was read."""
        told = self._told()
        if told.reply.asks_back and (of_the_one_left := self._of_what_was_left()):
            return of_the_one_left
        first = next(iter(told.reply.citations), None)
        if first is None:
            return told
        place = first.document.id, first.item
        if self._matter.is_perhaps(*place):
            doubt = phrase("perhaps_of_matter", told.reply.language)
        elif self._matter.is_quoted_beside(*place):
            doubt = phrase("quoted_beside", told.reply.language)
        else:
            return told
        return replace(told, reply=replace(told.reply, warnings=(*told.reply.warnings, doubt)))

    def _of_what_was_left(self) -> Told | None:
        """Return what the matter spoken of before this one says, if it says all that is named.

        Who asked in between who was absent elsewhere goes on about the matter.
        """
        left = self.turn.left
        if left is None or self.turn.withheld or self.is_of_one_item:
            return None
        there = replace(self, turn=left)
        message = there._read(without_opening(self.asked.text))
        if not own_words(message) or not may_be_of_thread(message, left):
            return None
        told, rests = there._told(), there._thread().rests
        if not told.reply.kind.asserts or not rests.holds(told.reply):
            return None
        says = said_so(message)
        is_said = says is not None and says.is_said(told.reply.citations[0].quote)
        return told if is_said or rests.holds_all(told.reply, message) else None

    def _told(self) -> Told:
        bare = without_its_body(self.asked.text, self.turn)
        if bare != self.asked.text:
            return replace(self, asked=replace(self.asked, text=bare)).told()
        if self.turn.kind is ReplyKind.NOT_FOUND and not self.turn.withheld:
            turn = at_the_nearest(self.turn, self._read(self.turn.question), self.view)
            if turn != self.turn:
                return replace(self, turn=replace(turn, kind=None)).told()
        alone = self._read(self.asked.text)
        if (turn := before_its_agreement(self.turn, alone, self.view)) != self.turn:
            return replace(self, turn=turn).told()
        if words := asked_of_everything(self.asked.text, self.turn.unanswered):
            return Told(self.tell(self._read(words), self.view), words)
        return (
            self._of_what_was_meant(alone)
            or self._at_its_stage(alone)
            or self._by_its_decision()
            or self._of_what_was_said(alone)
        )

    def _of_what_was_meant(self, alone: Question) -> Told | None:
        """Return what answers the question that was asked back, of what is named now."""
        meant = clarified(alone, self.turn, self._read)
        if meant is None:
            return None
        reply = self.tell(self._read(meant.question), self.view)
        own = own_words(meant.named)
        if not reply.kind.asserts or not reply.citations:
            return None
        holds_all = self._thread().rests.held(reply, own, meant.named) == len(own)
        return Told(reply, meant.question) if holds_all else None

    def _by_its_decision(self) -> Told | None:
        """Return the decision that was spoken of, where a message asks what it tells."""
        text = without_opening(self.asked.text)
        if self.turn.withheld or not may_tell(text):
            return None
        return self._thread().by_its_decision(self._read(text))

    def _of_what_was_said(self, alone: Question) -> Told:
        archive = archive_for_reading(
            self.view, self.glossary, self._read, self._steps, self._stems
        )
        read_as = stand_alone(alone, self.turn, archive)
        if read_as is None:
            return self._of_a_whole_question(alone)
        if self.turn.withheld:
            asks = alone.people is not None or alone.about_decision or read_as.is_sure
            return Told(replace(self._ask_back(read_as), is_surely_meant=asks), None)
        return self._in_full(alone, read_as) or self._by_itself(alone, read_as)

    def _at_its_stage(self, alone: Question) -> Told | None:
        """Return what the meeting of the matter says that a message is of, if of another one."""
        if self.turn.withheld:
            return None
        found = staged(alone, self.turn, self._steps, self._read, self._met_then)
        if found is None:
            return None
        asked = replace(self.asked, text=found.text, language=self.asked.language or alone.language)
        there = replace(self, asked=asked, turn=found.place)
        told = replace(there, is_of_one_item=True).of_the_place()
        if told is None and found.is_said:
            return there._of_what_was_said(there._read(found.text))
        return told

    def of_the_place(self) -> Told | None:
        """Return what the papers of the place say, `None` where they are silent, or it is shut."""
        message = self._read(self.asked.text)
        if self._is_shut(message):
            return None
        thread = self._thread()
        return thread.of_its_papers(message, None) or thread.closest(message)

    def _of_a_whole_question(self, alone: Question) -> Told:
        """Return what a message is told that was read as a question of its own."""
        if not self.turn.withheld and not self._is_shut(alone):
            message = self._read(without_opening(self.asked.text))
            if told := self._thread().told(message, alone):
                return told
        return Told(self.tell(alone, self.view), None)

    def _in_full(self, alone: Question, read_as: FollowUp | Unclear) -> Told | None:
        """Return what the thread says: to the question in full, and to the message itself.

        The papers of its matter come first, unless the question before is asked anew with
        something exchanged in it.
        """
        message = self._read(without_opening(self.asked.text), read_as)
        thread = self._thread(read_as)
        if isinstance(read_as, Unclear):
            shut = self._is_shut(alone) or read_as.is_elsewhere
            return None if shut else thread.of_its_papers(message, read_as)
        in_full = self._read(read_as.question, read_as)
        if shut_place := closed.of_place(in_full, read_as.place, self.view):
            return Told(shut_place, read_as.question)
        leans = not (read_as.exchanges or read_as.is_of_no_other_place)
        if read_as.exchanges and message.names and in_full.intent is Intent.FACT:
            leans = in_full.people is None and self.turn.kind is not ReplyKind.RATE
        if leans and (told := thread.of_its_papers(message, read_as)):
            return told
        reply = self.tell(in_full, self.view)
        answers = read_as.is_answered_by(reply) and not is_unsaid(reply, message)
        if answers and self._is_of_the_paper(reply, read_as, message):
            return Told(reply, read_as.question)
        if read_as.exchanges:
            told = (
                thread.of_its_papers(message, read_as)
                or self._at_any_time(in_full, message, read_as)
                or self._titled(message, read_as)
            )
            if told is not None:
                return told
        if read_as.is_of_no_other_place:
            told = self._at_its_own_place(read_as) or self._decided_there(read_as)
            if told is not None:
                return told
        return self._by_itself(alone, read_as, in_full=reply)

    def _at_any_time(self, in_full: Question, message: Question, read_as: FollowUp) -> Told | None:
        """Return the question with something exchanged in it, of no time, where it named none.

        "And a season ticket?" below what a ticket was in 2016, of which nothing is told in 2016.
        """
        kept = in_full.period
        if kept is None or message.period is not None or kept.words not in self.turn.question:
            return None
        text = without_time(read_as.question, kept)
        reply = self.tell(self._read(text, read_as), self.view)
        return Told(reply, text) if read_as.is_answered_by(reply) else None

    def _titled(self, message: Question, read_as: FollowUp) -> Told | None:
        """Return what was decided on what a fragment names, where an item is titled so.

        "What about the boat?" below what a tent costs need not ask what the boat costs.
        """
        own = [token.folded for token in own_words(message)]
        if not own or not read_as.is_fragment or message.bodies or message.period:
            return None
        place = place_titled(own, self.turn, self.view, self.glossary, anywhere=True)
        if place is None or place.body != self.turn.body:
            return None
        return self._decided_there(replace(read_as, place=place))

    def _at_its_own_place(self, read_as: FollowUp) -> Told | None:
        """Return what the papers of the place say that a message names itself."""
        asked = before_the_place(read_as.question)
        if read_as.place is None or asked is None:
            return None
        language = self.asked.language or read_as.language
        there = replace(self.asked, text=f"{asked}?", language=language)
        return replace(self, asked=there, turn=read_as.place).of_the_place()

    def _decided_there(self, read_as: FollowUp) -> Told | None:
        """Return what was decided at the other item that a message names, and says nothing of."""
        place = read_as.place
        if place is None or place.item in {None, self.turn.item}:
            return None
        language = read_as.language
        asked = at_the_place(DECIDED[language], place, language, with_item=True)
        reply = self.tell(self._read(asked, read_as), self.view) if asked is not None else None
        return Told(reply, asked) if reply is not None and reply.kind.asserts else None

    def _by_itself(
        self, alone: Question, read_as: FollowUp | Unclear, *, in_full: Reply | None = None
    ) -> Told:
        """Return what the message is told as a question of its own; else what is meant is asked."""
        by_itself, words = alone, None
        if isinstance(read_as, Unclear) and read_as.alone and read_as.alone != alone.text:
            by_itself, words = self._read(read_as.alone, read_as), read_as.alone
        told = self.tell(by_itself, self.view) if read_as.may_stand_alone else None
        thread = self._thread(read_as)
        message = self._read(without_opening(self.asked.text), read_as)
        if told is not None and self._gives_way(read_as, told, by_itself):
            is_open = not self._is_shut(alone)
            near = thread.closest(message, named=True) if is_open else None
            if near is not None and thread.rests.is_nearer(near.reply, told, message):
                return near
            return Told(told, words)
        asks = isinstance(read_as, Unclear) or not read_as.exchanges
        elsewhere = isinstance(read_as, Unclear) and read_as.is_elsewhere
        shut = elsewhere or self._is_shut(alone)
        if not shut and (nearest := thread.closest(message, named=not asks)):
            return nearest
        reply = in_full
        if reply is None or reply.kind.asserts:
            reply = self._ask_back(read_as)
        full = read_as.question if isinstance(read_as, FollowUp) else None
        return Told(replace(reply, is_surely_meant=read_as.is_sure), full)

    def _gives_way(self, read_as: FollowUp | Unclear, told: Reply, by_itself: Question) -> bool:
        """Tell whether what the message is told by itself is taken.

        A fact is, where it is of the thread's matter after all, or names enough of the message.
        """
        thread = self._thread(read_as)
        if thread.rests.is_of_another_body(told, by_itself):
            return False
        is_open_fact = told.kind is ReplyKind.FACT and not self._is_shut(by_itself)
        if is_open_fact and (
            thread.rests.holds(told)
            or thread.rests.names_its_thing(told, by_itself)
            or thread.rests.is_linked(told, by_itself)
        ):
            return True
        if isinstance(read_as, Unclear) and told.kind is ReplyKind.CLOSED:
            return False  # a word in common with a closed title
        return read_as.gives_way_to(told) and thread.rests.says_enough(told, by_itself)

    def _ask_back(self, read_as: FollowUp | Unclear) -> Reply:
        language = self.asked.language or read_as.language
        return refusals.ask_back(self.asked.text, language, self.turn)

    def _is_of_the_paper(self, reply: Reply, read_as: FollowUp, message: Question) -> bool:
        """Tell whether a reply on another time rests on the paper that told of the first one.

        And one on another rate is a rate.
        """
        if read_as.exchanges and self.turn.kind is ReplyKind.RATE:
            return reply.kind is ReplyKind.RATE
        if not (read_as.exchanges and self.turn.papers) or own_words(message) or message.bodies:
            return True
        return reply.kind is ReplyKind.RATE or any(
            citation.document.id in self.turn.papers for citation in reply.citations[:1]
        )

    def _is_shut(self, question: Question) -> bool:
        return closed.of_place(question, self.turn, self.view) is not None

    def _thread(self, read_as: FollowUp | Unclear | None = None) -> Thread:
        def read(text: str) -> Question:
            return self._read(text, read_as)

        return Thread(self._matter, read, self.tell, self._stems)

    @cached_property
    def _matter(self) -> Matter:
        return (OneItem if self.is_of_one_item else Matter)(self.turn, self.view)

    def _steps(self, turn: Turn) -> Sequence[Step]:
        """Return the items of a turn's matter, the newest first."""
        return (self._matter if turn == self.turn else Matter(turn, self.view)).steps

    def _met_then(self, turn: Turn, then: Period) -> Turn | None:
        """Return the one item of a turn's committee that speaks of its matter at a time."""
        found = (self._matter if turn == self.turn else Matter(turn, self.view)).at_a_time(then)
        return found[0] if len(found) == 1 else None

    def _stems(self, word: str) -> frozenset[str]:
        return stems_of(word, self.glossary)

    def _read(self, text: str, read_as: FollowUp | Unclear | None = None) -> Question:
        """Read words, to be answered in the language of the follow-up that they stand for."""
        language = self.asked.language or (read_as.language if read_as else None)
        return self.understand(
            replace(self.asked, text=text, language=language, after=None), self.view
        )
