"""Which kind of answer a question is after."""

import re
from enum import StrEnum

from bot.questions.definitions import defined_term
from bot.questions.patterns import first, pattern
from index.danish.folding import fold
from index.danish.words import folded_words


class Intent(StrEnum):
    """The kinds of question that are answered in different ways."""

    PEOPLE = "people"
    LIST = "list"
    DECISION = "decision"
    DEFINITION = "definition"
    CASE = "case"
    CASE_NUMBER = "case_number"
    INTRO = "intro"
    CHANGES = "changes"
    FACT = "fact"


class PeopleAspect(StrEnum):
    """What about the people at a meeting. The values name the patterns."""

    APOLOGIES = "apologies"
    ABSENT = "absent"
    CHAIR = "chair"
    """Who led one meeting."""
    OFFICE = "office"
    """Who is chair of the body."""
    PRESENT = "present"
    CLERK = "clerk"
    """Who wrote the minutes."""
    AGAINST = "against"
    """Who was of another mind than the majority on a matter."""
    LATE = "late"
    """Who came late or left early."""
    STAND_IN = "stand_in"
    """Who came instead of somebody."""
    VOTE = "vote"
    """How one person voted."""
    WHETHER = "whether"
    """Whether one person was there."""


class ListAspect(StrEnum):
    """What is to be listed. The values name the patterns."""

    PLAN = "plan"
    """The days of meetings to come, as planned."""
    REQUESTED = "requested"
    """What a body asked to be given later."""
    NEXT = "next"
    """The next meeting."""
    DEFERRED = "deferred"
    OPEN = "open"
    """What was put off and has not come back, or waits for another body."""
    CLOSED = "closed"
    AGENDA = "agenda"
    GRANTED = "granted"
    """What a body gave in all, and for nothing that is named."""
    MEETINGS = "meetings"
    DOCUMENTS = "documents"
    DECISIONS = "decisions"


def intent_of(text: str, *, known_terms: frozenset[str], has_case_number: bool) -> Intent:
    """Return the kind of answer a question is after.

    `known_terms` are the folded abbreviations and names that the archive explains.
    """
    folded = fold(text)
    if people_aspect(text):
        return Intent.PEOPLE
    if has_case_number:
        return Intent.CASE
    if pattern("case_number").search(folded):
        return Intent.CASE_NUMBER
    if list_aspect(text):
        return Intent.LIST
    if defined_term(text, known_terms):
        return Intent.DEFINITION
    decision = pattern("decision").search(folded) is not None
    if pattern("case").search(folded):
        return Intent.CASE
    asks_day_of_deciding = pattern("decided_when").search(folded.strip())
    if pattern("particular").search(folded.strip()) and not asks_day_of_deciding:
        return Intent.FACT
    return Intent.DECISION if decision else Intent.FACT


OF_A_MATTER = frozenset({PeopleAspect.AGAINST})
"""What is asked of people on one matter; the rest is asked of a meeting or a body.

Alone it is asked of nothing: who was against another matter answers something else.
"""


def people_aspect(text: str) -> PeopleAspect | None:
    """Return what a question asks about the people at a meeting, if it does."""
    name = first("people", fold(text))
    aspect = PeopleAspect(name) if name else None
    if aspect in {PeopleAspect.VOTE, PeopleAspect.WHETHER} and not names_person(text):
        return None  # a party, a committee or a thing
    return aspect


def asking_for_people(text: str, aspect: PeopleAspect | None) -> frozenset[str]:
    """Return the folded words by which a question asks for people: "stemte imod"."""
    asking = pattern("people", aspect.value).search(fold(text)) if aspect is not None else None
    return frozenset(folded_words(asking[0])) if asking else frozenset()


def names_person(text: str) -> bool:
    """Tell whether a question names a person right behind its verb: "Var Ida Dam med?"."""
    return _PERSON.match(text.strip()) is not None


_PERSON = re.compile(
    r"(?:(?:men|og|så|and|but)\s+)?(?:hvad\s+\w+|hvordan\s+\w+|what\s+did|how\s+did|\w+)\s+"
    r"(?:(?-i:[a-zæøå]{4,})\s+)?"
    r"(?-i:(?!\S+(?:\s+\S+)?\s+(?:Kommune|Region|Byråd|Stift))(?!Region|Kommune|Foreningen|Fonden|Danske|Dansk\b)"
    r"[A-ZÆØÅ][a-zæøåéöü'’-]+(?:\s+(?:[A-ZÆØÅ]\.|af|von|van|de|[A-ZÆØÅ][\wæøåéöü'’-]+)){0,3}"
    r"\s+[A-ZÆØÅ][\wæøåéöü'’-]+)",
    re.IGNORECASE,
)


def list_aspect(text: str) -> ListAspect | None:
    """Return what a question wants listed, if it does."""
    folded = fold(text)
    name = first("list", folded)
    aspect = ListAspect(name) if name else None
    if aspect is ListAspect.PLAN and pattern("decision").search(folded):
        return None  # what was decided on the plan is asked, not the plan
    if aspect in {None, ListAspect.AGENDA} and pattern("items_listed").search(folded):
        return ListAspect.DECISIONS if first("outcome", folded) else aspect
    return aspect
