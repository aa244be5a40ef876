"""Which sentences may answer at all: the rules in their turn, and those on time and outcome.

What surely is no answer is left out by rule, not by score.
"""

from bot.answers.sentences.closing_lines import (
    asks_of_meetings,
    asks_whom,
    closes,
    says_whom_to_ask,
)
from bot.answers.sentences.evidence import Evidence, with_titles
from bot.answers.sentences.meeting_often import of_meeting
from bot.answers.sentences.of_persons import (
    of_adviser,
    of_persons,
    of_representative,
    of_speaker,
    of_what_was_done,
)
from bot.answers.sentences.of_the_thing import (
    of_the_number,
    of_the_payment,
    of_the_place,
    of_the_state,
    of_the_thing,
    of_what_is_named,
    of_what_it_is_about,
)
from bot.answers.sentences.opinions import behind_what_is
from bot.answers.sentences.outcomes_asked import OutcomeAsked
from bot.answers.sentences.standing import is_changed
from bot.answers.sentences.ties import asks_of_a_tie, tells_of_a_tie
from bot.answers.sentences.timing import (
    is_of_another_month,
    is_of_the_time,
    month_asked,
    names_a_year,
)
from bot.answers.sentences.votes_needed import of_a_quorum, of_a_requirement
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.wanted import AMOUNTS, asks_start
from index.archive import Found
from index.danish.folding import fold


def fitting(question: Question, found: Found, evidence: list[Evidence]) -> list[Evidence]:
    """Return the sentences that may answer, the best first."""
    if not asks_of_meetings(question.text):
        evidence = [e for e in evidence if not closes(e.words)]
    if not asks_whom(question.text):
        evidence = [e for e in evidence if not says_whom_to_ask(e.words)]
    evidence = _of_what_was_given(question, _of_what_came(question, evidence))
    evidence = _of_the_month(question, _timely(question, _of_a_start(question, evidence)))
    evidence = of_speaker(question, of_persons(question, evidence))
    evidence = of_adviser(question, found, _of_a_tie(question, evidence))
    evidence = of_what_was_done(question, found, evidence)
    evidence = of_representative(question, found, evidence)
    evidence = of_the_number(question, found, of_the_place(question, evidence))
    evidence = of_the_thing(question, found, evidence)
    evidence = of_what_it_is_about(question, found, evidence)
    evidence = of_what_is_named(question, found, of_a_requirement(question, evidence))
    evidence = of_meeting(question, evidence)
    evidence = of_the_payment(question, of_a_quorum(question, evidence))
    return behind_what_is(question, of_the_state(question, found, evidence))


def _of_what_came(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what does not tell the outcome that is asked for.

    What lies further from the question than a plan does answers it only where it tells of one.
    """
    asked = OutcomeAsked.of(question.text)
    if asked is None or not evidence:
        return evidence
    planned = not asked.may_be_told_by(with_titles(evidence[0]))
    return [e for e in evidence if asked.may_be_told_by(with_titles(e), surely=planned)]


def _of_a_start(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Put sentences that tell from when on something holds first, where its start is asked for."""
    if not asks_start(question.text):
        return evidence
    told = [e for e in evidence if pattern("from_a_day").search(fold(e.words))]
    return told + [e for e in evidence if e not in told]


def _of_what_was_given(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Put last what was proposed and not adopted as it was, where it is asked what was granted."""
    if not question.about_decision or question.wanted not in AMOUNTS:
        return evidence
    return sorted(evidence, key=is_changed)


def _of_a_tie(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what does not say who decides where a vote is even; a rule goes before a vote."""
    if not asks_of_a_tie(question.text):
        return evidence
    told = [e for e in evidence if tells_of_a_tie(e.words)]
    return [e for e in told if not e.document.items] or told


def _timely(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what tells of other times than the year that a question names.

    The figure of 2012 is no answer to a question about 2017, however well the words fit.
    """
    if not names_a_year(question):
        return evidence
    return [
        e
        for e in evidence
        if is_of_the_time(question, e.document, e.words, _around(e), _paragraph_before(e))
    ]


def _of_the_month(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out figures that are of other months than the one that is asked.

    Where no figure is asked for, a month is as often that of the meeting.
    """
    month = month_asked(question) if question.wanted in AMOUNTS else None
    if month is None:
        return evidence
    return [e for e in evidence if not is_of_another_month(month, e.words, _paragraph_before(e))]


def _paragraph_before(evidence: Evidence) -> str:
    text, start = evidence.document.text, evidence.excerpt.span.start
    return text[text.rfind("\n\n", 0, start) + 1 : start]


def _around(evidence: Evidence) -> str:
    """Return the passage of a sentence, what leads to it, and the titles above it."""
    texts = [f"{hit.passage.header} {hit.passage.text}" for hit in evidence.hits]
    return " ".join((evidence.document.title, *texts))
