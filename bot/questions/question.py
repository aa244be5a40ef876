"""A question as it was understood: the value that every answer starts from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.asked import Asked
from bot.questions.advisers import adviser_asked
from bot.questions.aims import Scope, aim_of
from bot.questions.bodies import named as body_names
from bot.questions.bodies.namesakes import namesake
from bot.questions.definitions import defined_term
from bot.questions.intents import Intent, ListAspect, PeopleAspect, list_aspect, people_aspect
from bot.questions.language import language_of
from bot.questions.patterns import pattern
from bot.questions.scopes import BY_PLACE, Changes, names_body_alone
from bot.questions.times.period import Period
from bot.questions.wanted import Wanted, asking_words, wanted_by
from bot.questions.written_names import names_in
from bot.replies import Language
from index.archive import BodyEntry, Filter, View
from index.danish.calendar import MONTHS
from index.danish.case_numbers import find_case_numbers
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.periods import find_period
from index.danish.words import folded_words, tokens
from index.rates.rate import Validity
from index.spans import Span


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, of whom, about when."""

    text: str
    """Without the marks of a chat; a reply shows what was typed."""
    read_as: Language
    """The language it is written in: what its words mean, and what is searched for."""
    language: Language
    """The language of the reply."""
    intent: Intent
    wanted: Wanted | None
    asking: frozenset[str]
    """Folded words that only say what sort of answer is wanted."""
    yes_or_no: bool
    about_decision: bool
    """Whether its words speak of deciding, whatever else it asks."""
    speaker: str | None
    """Folded, who is asked to have said something and is no committee of the archive."""
    people: PeopleAspect | None
    list: ListAspect | None
    changes: Changes | None
    """What changed is asked for."""
    term: str | None
    """The word whose meaning is asked for."""
    bodies: tuple[BodyEntry, ...]
    body_words: tuple[str, ...]
    """The words that name the bodies, as typed."""
    unknown_body: str | None
    """Words that name a committee of which the archive holds nothing."""
    period: Period | None
    last_meeting: bool
    """Whether `period` is the day of the last meeting."""
    case_numbers: tuple[str, ...]
    subject: str
    """The question without the words that became body, period and case number."""
    given: frozenset[str]
    """Folded words that became body, period and case number."""
    names: frozenset[str]
    """Folded words that are written as names: with a capital that no sentence begins with."""
    today: date
    owners: frozenset[str] = frozenset()
    """Folded words that name whose papers are asked: all that are searched are theirs."""

    @property
    def body_keys(self) -> frozenset[str]:
        """Keys of the bodies, for a filter."""
        return frozenset(body.key for body in self.bodies)

    @property
    def days(self) -> Validity:
        """The time that it asks about: today, where it names none."""
        return self.period.days if self.period else Validity(self.today, self.today)

    @property
    def asks_what_was_said(self) -> bool:
        """Whether it asks what somebody said, thought or proposed."""
        return pattern("asks_what_was_said").search(fold(self.text)) is not None

    def filter(self, *, within_period: bool = True) -> Filter:
        """Return what the question itself restricts the answer to."""
        period = self.period if within_period else None
        return Filter(
            bodies=self.body_keys,
            since=period.since if period else None,
            until=period.until if period else None,
            case_numbers=frozenset(self.case_numbers),
        )


def understand(asked: Asked, view: View, glossary: Glossary, today: date) -> Question:
    """Read a question against what the archive holds."""
    text = asked.words
    read_as = language_of(text, glossary, otherwise=asked.language or "da")
    held = view.bodies()
    mentions = body_names.find_bodies(text, held, glossary if read_as == "en" else None)
    other = namesake(text, held)
    mentions = tuple(m for m in mentions if other is None or not m.span.overlaps(other))
    bodies = tuple(dict.fromkeys(mention.body for mention in mentions))
    numbers = find_case_numbers(text)
    named = [mention.span for mention in mentions]
    period, last, period_span = _period(text, bodies or held, named, today)
    known = frozenset(fold(a.abbreviation.short) for a in view.abbreviations())
    term = defined_term(text, known)
    gone = [*(m.span for m in mentions), *(span for span, _ in numbers)]
    if period_span:
        gone.append(period_span)
    subject = _without(text, gone)
    asks = _without_title(text)
    about = Scope(subject, period, bodies=bool(bodies), numbered=bool(numbers), last_meeting=last)
    aim = aim_of(text, asks, about, known)
    names = names_in(text, read_as)
    given = frozenset(t.folded for span in gone for t in tokens(span.of(text)))
    speaker = _speaker(text, names - given)
    aside = (speaker or adviser_asked(text)) is not None  # what others said, and no body decided
    intent = Intent.FACT if aside and aim.intent is Intent.DECISION else aim.intent
    return Question(
        text=text,
        read_as=read_as,
        language=asked.language or _told_in(asked, read_as, glossary),
        intent=intent,
        wanted=wanted_by(asks),
        asking=asking_words(asks),
        yes_or_no=pattern("yes_no").search(fold(text).strip()) is not None,
        about_decision=not aside and pattern("decision").search(fold(asks)) is not None,
        speaker=speaker,
        people=aim.people,
        list=aim.list,
        changes=aim.changes,
        term=term,
        bodies=bodies,
        body_words=tuple(mention.span.of(text) for mention in mentions),
        unknown_body=other.of(text)
        if other is not None
        else body_names.unknown_body(text, gone, known, places=body_names.holds_council(held)),
        period=period,
        last_meeting=last,
        case_numbers=tuple(number for _, number in numbers),
        subject=subject or text,
        given=given,
        names=names,
        today=today,
    )


def _told_in(asked: Asked, read_as: Language, glossary: Glossary) -> Language:
    """Return a question's language for its reply; where its words tell none, the reader's."""
    if asked.otherwise == read_as:
        return read_as
    return language_of(asked.words, glossary, otherwise=asked.otherwise)


def as_introduction(question: Question) -> Question:
    """Return a question that is the name of a committee and nothing else as one for what it is.

    Only where nothing was said before it: there a name may be an answer, or a follow-up.
    """
    named = question.bodies and not (question.period or question.case_numbers)
    if not named or not names_body_alone(question.text, question.given):
        return question
    return replace(question, intent=Intent.INTRO, list=None)


def _speaker(text: str, names: frozenset[str]) -> str | None:
    """Return who is asked to have said something and is no committee: an agency, a union."""
    said = pattern("said_by").search(fold(text))
    who = said[said.lastgroup or 0] if said is not None else None
    return who if who and names.issuperset(folded_words(who)) else None


def _period(
    text: str, bodies: tuple[BodyEntry, ...], named: Sequence[Span], today: date
) -> tuple[Period | None, bool, Span | None]:
    """Return the period a question names, whether it is the last meeting, and its words.

    The last meeting may be that of a time which is named: "the last meeting in 2024".
    """
    found = find_period(_without_title(text), today)
    if meeting := _meeting_by_place(text):
        at, words = meeting
        within = Period(*found[1:], words) if found is not None else None
        days = {day for body in bodies for day in body.meetings if day <= today}
        able = sorted(day for day in days if within is None or within.holds(day))
        if -len(able) <= at < len(able):
            return Period(able[at], able[at], words), True, found[0] if found else None
    if found is None:
        return _bare_year(text, named)
    span, since, until = found
    period = Period(since, until, span.of(text))
    return _as_met(period, bodies), False, span


def _meeting_by_place(text: str) -> tuple[int, str] | None:
    """Return which of the meetings held is named by its place among them, and its words."""
    folded = fold(text)
    for name, at in BY_PLACE.items():
        if (named := pattern(name).search(folded)) is not None:
            return at, named[0]
    return None


def _without_title(text: str) -> str:
    """Return a question without the title of its item, in the same places.

    "Under “Veje (udsat den 4. maj 2024)”" asks for no time, and for nothing that was put off.
    """
    return _TITLE.sub(lambda title: " " * len(title[0]), text)


def _bare_year(text: str, named: Sequence[Span]) -> tuple[Period | None, bool, Span | None]:
    """Return a year that stands without "i", where it can only be the time that is asked about.

    "Dagsorden KVAP 2025", "hvem deltog i 2025-mødet" and "byrådet parkering havnen 2019" ask about
    a year; in "Nordisk Kongres 2019" it is part of a name.
    """
    for year in _YEAR.finditer(text):
        after_body = any(
            not text[span.end : year.start()].strip(" ,")
            for span in named
            if span.end <= year.start()
        )
        of_thing = _OF_A_THING.search(text, 0, year.start()) is not None
        noted = (
            bool(named) and _NOTED.search(text, 0, year.start()) and _ENDS.match(text, year.end())
        )
        asks = noted or people_aspect(text) or list_aspect(text)
        if after_body or (not of_thing and asks):
            span = Span(*year.span())
            number = int(year[0])
            return Period(date(number, 1, 1), date(number, 12, 31), year[0]), False, span
    return None, False, None


_OF_A_THING = re.compile(
    r"\b(?:budget|regnskab|takster|priser|årsplan|plan|program|accounts|rates|fees)\w*\s+(?:for\s+|of\s+)?$",
    re.IGNORECASE,
)
"""What has a year of its own: "hvem stemte imod budget 2022"."""
_NOTED = re.compile(r"(?<![\w-])[a-zæøå]{3,}\s+\Z")
_ENDS = re.compile(r"\s*[?.!]*\s*\Z")
"""A year that ends a note of words is its time: "byrådet parkering havnen 2019". Behind a capital
it may be part of a name."""
_TITLE = re.compile(r"(?<= under )“[^”]*”")
"""The title of the item that a question is asked of."""
_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d{2}(?![\d/-])")


def _as_met(period: Period, bodies: tuple[BodyEntry, ...]) -> Period:
    """Return a period without a year ("i juni") in the latest year in which there was a meeting."""
    if period.since is None or period.until is None:
        return period
    if any(c.isdigit() for c in period.words):
        return _day_as_met(period, period.since, bodies)
    days = [day for body in bodies for day in body.meetings]
    if not _NAMES_A_MONTH.search(fold(period.words)) or any(map(period.holds, days)):
        return period
    for back in range(1, _YEARS_BACK + 1):
        earlier = Period(_back(period.since, back), _back(period.until, back), period.words)
        if any(map(earlier.holds, days)):
            return earlier
    return period


def _day_as_met(period: Period, day: date, bodies: tuple[BodyEntry, ...]) -> Period:
    """Return a day without a year ("den 2. december") in the year nearest to it of a meeting."""
    if not period.is_day or re.search(r"\d{4}|\d[./-]\d+[./-]\d", period.words):
        return period
    met = [m for b in bodies for m in b.meetings if (m.month, m.day) == (day.month, day.day)]
    nearest = min(met, key=lambda one: abs(one - day), default=day)
    return Period(nearest, nearest, period.words)


def _back(day: date, years: int) -> date:
    # The last of February moves to the 28th: no meeting is lost by it that a month could hold.
    return day.replace(year=day.year - years, day=min(day.day, 28) if day.month == 2 else day.day)


_YEARS_BACK = 10
_NAMES_A_MONTH = re.compile("|".join(map(fold, (*MONTHS["da"], *MONTHS["en"]))))


def _without(text: str, gone: list[Span]) -> str:
    """Return the text without some spans, white space folded."""
    kept, position = [], 0
    for span in sorted(gone):
        kept.append(text[position : span.start])
        position = max(position, span.end)
    kept.append(text[position:])
    return " ".join(" ".join(kept).split()).strip(" ?.,")
