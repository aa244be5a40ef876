"""A question in, a cited reply out: the whole story of an answer, on one screen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from time import perf_counter

from bot.answers import (
    case_numbers,
    cases,
    changes,
    closed,
    competence,
    decisions,
    definitions,
    facts,
    introductions,
    items,
    lists,
    people,
    refusals,
)
from bot.answers.rates import agreement_terms
from bot.answers.rates import overview as rate_overview
from bot.answers.rates import replies as rates
from bot.as_of import AsOf
from bot.asked import Asked
from bot.conversation.antecedents import place_that_speaks, stems_of
from bot.conversation.follow_ups import stand_alone
from bot.conversation.readings import Archive, FollowUp, Unclear
from bot.conversation.turns import Turn
from bot.questions.intents import Intent
from bot.questions.question import Question, as_introduction, understand
from bot.questions.wanted import Wanted
from bot.replies import Reply
from bot.wording import phrase
from index.archive import View, Views
from index.danish.glossary import Glossary
from index.danish.personal_numbers import is_masked

__all__ = ["Asked", "Assistant"]

Answer = Callable[[Question, View], Reply | None]
"""Answers a question of its kind; `None` when it has nothing to say on it."""

ANSWERS: Mapping[Intent, Sequence[Answer]] = {
    Intent.DECISION: (
        items.answer,
        closed.answer,
        competence.answer,
        lists.of_a_meeting,
        decisions.answer,
        facts.answer,
    ),
    Intent.FACT: (
        items.answer,
        closed.answer,
        competence.answer,
        agreement_terms.answer,
        rates.answer,
        facts.answer,
    ),
    Intent.DEFINITION: (definitions.answer, rates.answer, facts.answer),
    Intent.PEOPLE: (rates.among_people, people.answer, facts.answer),
    Intent.LIST: (lists.answer, facts.answer),
    Intent.CASE: (cases.answer, decisions.answer, facts.answer),
    Intent.CASE_NUMBER: (case_numbers.answer, facts.answer),
    Intent.INTRO: (introductions.answer, facts.answer),
    Intent.CHANGES: (changes.answer, facts.answer),
}
"""Who answers which kind of question, in turn; when all are silent the reply is a no."""


class Assistant:
    """Answers questions about one archive. Safe to use from several threads."""

    def __init__(
        self,
        views: Views,
        glossary: Glossary,
        today: Callable[[], date] = date.today,
    ) -> None:
        """Take the way to open a view for some audiences, the glossary, and the clock."""
        self._views = views
        self._glossary = glossary
        self._today = today

    def reply(self, asked: Asked) -> Reply:
        """Answer a question, or say which kind of no it is.

        Raises:
            ReferentError: The index cannot be read.
        """
        begun = perf_counter()
        with self._views(asked.audiences) as whole:
            # A meeting that is yet to come has an agenda today, so today leaves nothing out.
            earlier = asked.on is not None and asked.on < self._today() and asked.hides_later
            view = AsOf(whole, asked.on) if asked.on and earlier else whole
            alone, follow_up = self._understood(asked, view)
            if follow_up is None:
                reply, full = self._told(alone, view), None
            else:
                reply, full = self._told_on(follow_up, alone, asked, view)
        elapsed = round((perf_counter() - begun) * 1000, 1)
        reply = replace(reply, question=asked.text, elapsed_ms=elapsed, understood_as=full)
        return _with_what_was_left_out(reply)

    def _told_on(
        self, follow_up: FollowUp | Unclear, alone: Question, asked: Asked, view: View
    ) -> tuple[Reply, str | None]:
        """Return the reply to a follow-up, and as what it was read."""
        language = asked.language or follow_up.language
        if asked.after is not None and asked.after.withheld:
            asks = alone.people is not None or alone.about_decision or follow_up.is_sure
            return replace(refusals.ask_back(asked.text, language), is_surely_meant=asks), None

        def read(text: str) -> Question:
            return self._read(replace(asked, text=text, language=language, after=None), view)

        reply, by_itself, read_as = None, alone, None
        if isinstance(follow_up, FollowUp):
            in_full = read(follow_up.question)
            if shut := closed.of_place(in_full, follow_up.place, view):
                return shut, follow_up.question
            reply = self._told(in_full, view)
            if follow_up.is_answered_by(reply):
                return reply, follow_up.question
        elif follow_up.alone and follow_up.alone != alone.text:
            by_itself, read_as = read(follow_up.alone), follow_up.alone
        # What was read as a follow-up may have been a question of its own.
        told = self._told(by_itself, view) if follow_up.may_stand_alone else None
        if told is not None and follow_up.gives_way_to(told):
            return told, read_as
        if reply is None or reply.kind.asserts:
            reply = refusals.ask_back(asked.text, language)
        full = follow_up.question if isinstance(follow_up, FollowUp) else None
        return replace(reply, is_surely_meant=follow_up.is_sure), full

    def _told(self, question: Question, view: View) -> Reply:
        return agreement_terms.with_its_term(self._answer(question, view), question, view)

    def _read(self, asked: Asked, view: View) -> Question:
        return understand(asked, view, self._glossary, asked.on or self._today())

    def _understood(self, asked: Asked, view: View) -> tuple[Question, FollowUp | Unclear | None]:
        """Return what is asked, read by itself, and what it asks as a follow-up."""
        alone = replace(asked, after=None)

        def read(text: str) -> Question:
            return self._read(replace(alone, text=text), view)

        def place_of(
            words: Sequence[str], turn: Turn, sought: Wanted | None = None, *, newest: bool = False
        ) -> Turn | None:
            return place_that_speaks(words, turn, view, self._glossary, sought, newest=newest)

        def stems(word: str) -> frozenset[str]:
            return stems_of(word, self._glossary)

        question = read(asked.text)
        if asked.after is None:
            return as_introduction(question), None
        return question, stand_alone(question, asked.after, Archive(read, place_of, stems))

    @staticmethod
    def _answer(question: Question, view: View) -> Reply:
        if rates_told := rate_overview.answer(question, view):
            return rates_told  # "in force today" is no meeting of today
        if refusals.is_about_what_is_missing(question, view):
            return (
                decisions.of_titled_day(question, view)
                or facts.retold(question, view)
                or refusals.refuse(question, view)
            )
        for answer in ANSWERS[question.intent]:
            # What a named committee decided stands in its own minutes or nowhere.
            if answer is facts.answer and question.intent is Intent.DECISION and question.bodies:
                continue
            reply = answer(question, view)
            if reply is not None:
                return reply
        return refusals.refuse(question, view)


def _with_what_was_left_out(reply: Reply) -> Reply:
    """Say of a question with a personal number that it was answered without."""
    if not is_masked(reply.question):
        return reply
    told = phrase("personal_number_left_out", reply.language)
    return replace(reply, warnings=(told, *reply.warnings))
