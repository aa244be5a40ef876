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
    how_many,
    how_often,
    introductions,
    items,
    lists,
    meeting_places,
    people,
    refusals,
    retold,
)
from bot.answers.rates import agreement_notice, agreement_terms, regulated
from bot.answers.rates import overview as rate_overview
from bot.answers.rates import replies as rates
from bot.as_of import AsOf
from bot.asked import Asked
from bot.conversation.openings import names_nothing, opens_alone
from bot.conversation.said_before import leaning_on
from bot.owners_papers import papers_named, speaks_of_matter, without_owner
from bot.questions.intents import Intent
from bot.questions.question import Question, as_introduction, understand
from bot.questions.typed.meant import meant, with_guess
from bot.replies import Reply
from bot.threads.asking import Told
from bot.threads.following import Following
from bot.threads.placed import place_named
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
        how_many.answer,
        how_often.answer,
        meeting_places.answer,
        agreement_terms.answer,
        agreement_notice.answer,
        regulated.answer,
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
            typed, (asked, guess) = asked, meant(asked, whole, self._glossary)
            # A meeting that is yet to come has an agenda today, so today leaves nothing out.
            earlier = asked.on is not None and asked.on < self._today() and asked.hides_later
            view = AsOf(whole, asked.on) if asked.on and earlier else whole
            if asked.after is not None:
                following = Following(
                    asked, asked.after, view, self._glossary, self._read, self._told
                )
                told = following.told()
            else:
                told = self._at_a_place(asked, view)
        elapsed = round((perf_counter() - begun) * 1000, 1)
        reply = replace(
            told.reply, question=typed.text, elapsed_ms=elapsed, understood_as=told.question
        )
        return _with_what_was_left_out(with_guess(reply, guess))

    def in_thread(self, asked: Asked, said: Sequence[str]) -> Asked:
        """Return a question that may lean on what was asked before it, oldest first.

        Raises:
            ReferentError: The index cannot be read.
        """
        return leaning_on(asked, said, self.reply)

    def _at_a_place(self, asked: Asked, view: View) -> Told:
        """Return what a question is told that leans on nothing, be it asked of a named place."""
        question = as_introduction(self._read(asked, view))
        if opens_alone(question) or names_nothing(question):
            return Told(refusals.ask_back(asked.text, question.language), None)
        if (at := place_named(question, view)) is not None:
            text, turn = at
            following = Following(
                replace(asked, text=text), turn, view, self._glossary, self._read, self._told
            )
            if told := following.of_the_place():
                return replace(told, question=None)
        return Told(self._of_its_owner(asked, question, view), None)

    def _of_its_owner(self, asked: Asked, question: Question, view: View) -> Reply:
        """Return what the papers of whom a question names say, else what all papers do."""
        papers = papers_named(question, view)
        if papers is not None:
            of_them = without_owner(self._read(asked, papers), papers)
            reply = self._told(of_them, papers)
            if reply.kind.asserts and speaks_of_matter(reply, of_them, papers):
                return reply
        return self._told(question, view)

    def _told(self, question: Question, view: View) -> Reply:
        return agreement_terms.with_its_term(self._answer(question, view), question, view)

    def _read(self, asked: Asked, view: View) -> Question:
        return understand(asked, view, self._glossary, asked.on or self._today())

    @staticmethod
    def _answer(question: Question, view: View) -> Reply:
        if rates_told := rate_overview.answer(question, view):
            return rates_told  # "in force today" is no meeting of today
        if refusals.is_about_what_is_missing(question, view):
            return (
                decisions.of_titled_day(question, view)
                or retold.answer(question, view)
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
