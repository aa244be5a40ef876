"""A message of a thread, asked of the thread's own papers before the whole archive is.

What is asked on in a thread is nearly always of its matter. So where a message names no matter of
its own, the answers are looked for in the papers of that matter alone, by the same rules as in the
whole archive; and what they find there holds what the message names.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answers import refusals
from bot.answers.rates import agreement_terms
from bot.conversation.leaning import Leans, leaning
from bot.conversation.naming import own_words
from bot.conversation.places import at_the_place
from bot.conversation.readings import FollowUp, Unclear
from bot.conversation.turns import Turn, turn_of
from bot.questions.intents import Intent
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.wanted import SEEN_IN_WORDS, Wanted
from bot.replies import Reply, ReplyKind
from bot.threads import alternatives, closest
from bot.threads.at_whom import names_another
from bot.threads.by_decision import told_by_decision
from bot.threads.closest import Known
from bot.threads.papers import Matter
from bot.threads.resting import Resting, holds_what_is_wanted
from bot.threads.said_so import is_unsaid
from bot.threads.within import Within
from bot.threads.wordings import wordings
from index.archive import View
from index.danish.folding import fold


@dataclass(frozen=True, slots=True)
class Told:
    """What the papers of a thread say, and the question in full that they say it to."""

    reply: Reply
    question: str | None
    """`None`: as it was typed."""


Tell = Callable[[Question, View], Reply]
"""Answers a question from a view."""
Read = Callable[[str], Question]
"""Reads a question."""


@dataclass(frozen=True, slots=True)
class Thread:
    """What was spoken of last, with how the archive that it was answered from is asked."""

    matter: Matter
    read: Read
    tell: Tell
    stems_of: Callable[[str], frozenset[str]]
    """Returns the stems by which papers may speak of a folded word."""

    @property
    def rests(self) -> Resting:
        """Tells what a reply has to do with a message of the thread."""
        return Resting(self.matter, self.stems_of)

    def told(self, message: Question, alone: Question) -> Told | None:
        """Return what answers a message that was read as a question of its own; else `None`.

        It is asked of the papers of the thread's matter all the same, for it may name nothing
        that tells its matter: "how many clinics have started?". Where these hold only a part of
        what it names, and the whole archive all of it, the whole archive answers; and where
        neither does, and it names next to nothing, what is meant is asked.

        Args:
            message: The message without the words it opens with, read by itself.
            alone: The message whole, read by itself.
        """
        if not may_be_of_thread(message, self.matter.turn):
            return None
        leans = leaning(message).how is not Leans.NOT
        told = self.of_its_papers(message, None, leans=leans)
        if told is not None and names_another(told.reply, message, self.stems_of):
            told = None
        if told is not None and (leans or self.rests.holds_all(told.reply, message)):
            return told
        names_nothing = not own_words(message) and leaning(message).says_it
        if names_nothing or closest.is_of_a_time(message):
            # "Who has it today?" names nothing, nor does "what happens in 2026?".
            return told or self.closest(message) or self._ask_back(alone)
        by_itself = self.tell(alone, self.matter.view)
        if told is None and names_another(by_itself, message, self.stems_of):
            return self._ask_back(alone)
        if told is not None and not self.rests.holds_all(by_itself, message):
            return told
        if self.rests.holds(by_itself) or self.rests.is_linked(by_itself, message):
            return Told(by_itself, None)
        near = self.closest(message, named=True)
        if near is not None and self.rests.is_nearer(near.reply, by_itself, message):
            return near
        of_another = self.rests.is_of_another_body(by_itself, message)
        if self.rests.says_enough(by_itself, message) and not of_another:
            return Told(by_itself, None)
        if not leans and (told := self.of_its_papers(message, None)):
            return told
        return self.closest(message) or self._ask_back(alone)

    def by_its_decision(self, message: Question) -> Told | None:
        """Return the decision on the matter, where it tells what a message asks."""
        reply = told_by_decision(message, self.matter)
        return Told(reply, _in_full(message.text, reply, message)) if reply is not None else None

    def _ask_back(self, alone: Question) -> Told:
        return Told(refusals.ask_back(alone.text, alone.language, self.matter.turn), None)

    def of_its_papers(
        self, message: Question, read_as: FollowUp | Unclear | None, *, leans: bool = True
    ) -> Told | None:
        """Return what the papers of the thread's matter say to a message; else `None`.

        Args:
            message: The message without the words it opens with.
            read_as: As what else it was read.
            leans: Whether it can only be of the thread, so that its papers need not hold most of
                what it says, but the sort of thing that is wanted, beside a thing it names.
        """
        if not may_be_of_thread(message, self.matter.turn):
            return None
        papers = self.matter.papers
        if papers is None:
            return None
        if alternatives.asks_for_one(message) and self.matter.turn.item is not None:
            return self._what_else(message)
        if len(self.matter.turn.papers) == 1:
            named = self.read(_named_as_agreement(message))
            reply = agreement_terms.of_paper(named, self.matter.turn.papers[0], self.matter.view)
            if reply is not None:
                return Told(reply, _in_full(message.text, reply, message))
        own = self.matter.own_papers
        nouns = leaning(message).nouns
        is_figure = message.wanted in _FIGURES and not asks_how_it_stands(message)
        if nouns and is_figure and own is not None and own != papers:
            told = self._within(Within(self.matter.view, own), message, read_as)
            words = own_words(message)
            if told is not None and words and self.rests.is_all_of(told.reply, words, message):
                return told
        if told := self._within(Within(self.matter.view, papers), message, read_as):
            return told
        if not leans or message.wanted not in SEEN_IN_WORDS:
            return None
        narrow = Within(self.matter.view, papers, light=_verbs(message))
        told = self._within(narrow, message, read_as)
        things = leaning(message).nouns or own_words(message)
        held = told is not None and self.rests.held(told.reply, things, message, narrow)
        return told if held else None

    def _what_else(self, message: Question) -> Told:
        """Return what else was proposed: in what was spoken of last, else in its other papers.

        Where neither tells of anything else, what comes nearest in words is no answer.
        """
        for papers in filter(None, (self.matter.own_papers, self.matter.papers)):
            reply = alternatives.answer(message, Within(self.matter.view, papers))
            if reply is not None:
                return Told(reply, _in_full(message.text, reply, message))
        asked_back = refusals.ask_back(message.text, message.language, self.matter.turn)
        return Told(asked_back, None)

    def closest(self, message: Question, *, named: bool = False) -> Told | None:
        """Return what comes closest in the thread's matter, where nothing else answers.

        `named`: only what speaks of a thing that the message names.
        """
        of_a_day = message.about_decision and message.wanted in {Wanted.DATE, Wanted.PERSON}
        if of_a_day:
            message = replace(message, about_decision=False, intent=Intent.FACT)
        if not may_be_of_thread(message, self.matter.turn):
            return None
        if named and not leaning(message).nouns:
            return None
        verbs = _verbs(message)
        own = self.matter.own_papers
        stages = [(own, Known.NAMED), (self.matter.papers, Known.NAMED)]
        if message.wanted not in _FIGURES or asks_how_it_stands(message):
            stages.reverse()  # what has become of it stands in the newest paper
        if not named:
            stages.append((own, Known.DONE))
            if _OF_RULES.search(fold(message.text)):
                stages.append((self.matter.rules, Known.DONE))
            stages.append((own, Known.SORT))
        for papers, known in stages:
            if papers is None:
                continue
            narrow = Within(self.matter.view, papers, light=verbs)
            reply = closest.answer(message, narrow, self.stems_of, known=known)
            if reply is not None:
                return Told(reply, _in_full(message.text, reply, message))
        return None

    def _within(
        self, narrow: Within, message: Question, read_as: FollowUp | Unclear | None
    ) -> Told | None:
        for wording in wordings(message, read_as, self.matter.turn, self.read):
            reply = self.tell(self.read(wording.text), narrow)
            if (
                reply.kind in wording.kinds
                and self._answers(reply, message, narrow)
                and self.rests.names(reply, wording.told_of)
            ):
                return Told(reply, _in_full(wording.text, reply, message))
        return None

    def _answers(self, reply: Reply, message: Question, narrow: View) -> bool:
        """Tell whether a fact holds the sort of thing that is wanted, and of what is asked of."""
        if reply.kind is not ReplyKind.FACT:
            return True
        if not holds_what_is_wanted(reply, message.wanted):
            return False
        if is_unsaid(reply, message) or self.rests.leaves_out_what_they_do(reply, message):
            return False
        things = leaning(message).nouns
        if not things or message.wanted is not Wanted.MONEY:
            return True
        return self.rests.held(reply, things, message, narrow) > 0


_PERFECT = re.compile(
    r"(?:hvor mange|hvem|hvad|how many|who|what)\b.* (?:har|er (?:kommet|blevet|gaaet)|have|has)\b"
)
"""How it is asked what has become of a matter, folded."""
_OF_RULES = re.compile(
    r"^(?:kan|maa|skal|can|may|must)\b|\b(?:medlem\w*|members?|udvalget|raadet|committee|board|council)\b"
    r"|\b(?:moedes|meet|quorum|klage|paaklage|appeal)\b"
)
"""How it is asked what the rules of a committee say, folded."""


def may_be_of_thread(message: Question, turn: Turn) -> bool:
    """Tell whether a message names no committee, case or meeting, and asks for no overview."""
    if message.case_numbers or message.bodies or message.unknown_body or message.last_meeting:
        return False
    if message.people is not None or message.list is not None:
        return False
    if not own_words(message) and turn.item is None and not turn.papers:
        return False
    if message.about_decision:
        # Below an item, what was decided is asked of the item itself.
        of_a_paper = bool(turn.papers) and message.wanted in {Wanted.DATE, Wanted.PERSON}
        of_a_meeting = turn.item is None and bool(own_words(message))
        return message.period is None and (of_a_paper or of_a_meeting)
    return message.intent is Intent.FACT


def asks_how_it_stands(message: Question) -> bool:
    """Tell whether it is asked what has become of a matter, which its newest paper tells."""
    folded = fold(message.text)
    return _PERFECT.match(folded) is not None or pattern("stands_now").search(folded) is not None


def _named_as_agreement(message: Question) -> str:
    """Return a message that asks of an agreement by a pronoun: "when does *it* expire?"."""
    named = "aftalen" if message.read_as == "da" else "the agreement"
    return _IT.sub(named, message.text, count=1)


_IT = re.compile(r"\b(?:den|it)\b", re.IGNORECASE)


def _verbs(message: Question) -> frozenset[str]:
    """Return the folded words that say what happens to what a message names."""
    return frozenset(token.folded for token in leaning(message).verbs)


_FIGURES = frozenset({Wanted.MONEY, Wanted.NUMBER, Wanted.PERCENT})
"""Sorts of which the item that was quoted may hold another than later ones."""


def _in_full(words: str, reply: Reply, message: Question) -> str:
    """Return the question that the reply answers, with the place in the papers that it rests on."""
    first = reply.citations[0]
    if first.item is None:
        return f"{words.strip().rstrip(' ?.!')} under “{first.document.title}”?"
    return at_the_place(words, turn_of(reply), message.read_as, with_item=True) or words
