"""What a question about a rate asks: for what, in which unit, for which year or day."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.questions.question import Question
from bot.questions.rates.asides import (
    amounts_in,
    asks_what_is_now,
    asks_what_somebody_gets,
    asks_whether_it_moved,
    now_in,
    payers_and_moves,
    proposal_words,
)
from bot.questions.rates.days import day_in, split_year_in, years_between
from bot.questions.rates.groups import Groups, groups_in
from bot.questions.rates.limits import Limits, limits_in
from bot.questions.rates.sides import by_day_in, sides_in
from bot.questions.rates.turns import Turn, turn_in
from bot.questions.rates.units import (
    hinted_in,
    names_unit_only,
    same_unit,
    same_units,
    times_in,
    units_in,
)
from bot.questions.rates.words import JOINS, is_generic, only_says_rate
from bot.questions.times.agreement_years import agreement_year_in
from bot.questions.times.coming import coming_period
from bot.questions.times.period import Period
from bot.questions.wanted import Wanted
from index.archive import Term
from index.danish.compounds import without_link
from index.danish.folding import fold
from index.danish.stems import stem, stem_english
from index.danish.stopwords import SMALL
from index.danish.words import tokens
from index.rates.agreements import agreement_key
from index.rates.codes import is_year
from index.spans import Span

_ASKS = re.compile(
    r"\b\w*(?:sats|takst|honorar|godtgoerelse|gebyr|kontingent|egenbetaling|vederlag|diaet|afgift|leje)"
    r"(?:en|n|et|er|erne|ne|s|ter|terne|rne)?\b"
    r"|\b[a-z]{3,}bidrag(?:et|ene|s)?\b"
    r"|\b(?:rates?|fees?|tariffs?|mileage|remuneration|reimburse\w*|allowances?)\b"
    r"|\b\w*(?:pris|tillaeg|betaling)(?:en|g?et|er|erne|ne|g?ene|s)?\b"
    r"|\bentre(?:en|er|erne)?\b|\bdeposit(?:um|ummet|s)?\b"
    r"|\badmission\b(?= (?:fee|price|charge|cost|for|to|at))"
    r"|\b(?:prices?|costs?|(?<!in )charges?|charged|surcharges?|supplements?|payments?)\b"
    r"|\bkost(?:er|ede|e)\b|\bbetal(?:er|e|es|te)\b|\bpay\b"
    # "Hvad er mødepengene?"; what "puljepengene" are spent on is no rate.
    r"|\bhv(?:ad|or \w+) (?:er|var|bliver|blev) (?:\w+ ){0,2}[a-z]{2,}penge(?:ne)?\b"
    r"|\b(?:km|kilometer|koere|koersels)-?penge(?:ne)?\b"
)
"""Words that ask for a rate, as folded."""
_KIND = re.compile(
    r"\b(?P<word>(?P<special>[a-z]{3,}?)(?:sats|takst|honorar|godtgoerelse|gebyr|kontingent|vederlag)"
    r"(?:en|n|et|er|erne|ne|s|ter|terne|rne)?)\b"
)
_KIND_ENGLISH = re.compile(
    r"\b(?P<special>[a-z]+(?:-[a-z]+)+|(?P<word>[a-z]{3,}))"
    r"[ -](?:rates?|fees?|tariffs?|remuneration|allowances?)\b"
)
"""A noun that asks for one kind of rate, as folded."""
_SHORTEST_CODE = 3
"""Digits."""
_HOW_MUCH = re.compile(
    r"\bhvor (?:meget|mange (?:kroner|kr|penge))\b"
    r"|\bhvad (?:er|var|blev|bliver) .*\bsat (?:op |ned )?til\b"
    r"|\bhvad (?:faar|fik|koster|kostede|betaler|er beloebet|var beloebet)\b"
    r"|\bhvor stort et beloeb\b|\bfunding\b|\bhow much\b"
    r"|\bwhat (?:is|was|are|do|does|did) .*\b(?:paid|pay|cost|get|receive|amount)\b"
)
"""Asks for an amount; with "pr. time" beside it, for a rate."""
_ASKS_OTHERWISE = re.compile(
    r"\b(?:hv\w+|wh\w+|how|er|var|bliver|blev|har|kan|skal|is|was|are|were|do|does|did|om|about"
    r"|fortael|vis|list|tell|show|find)\b"
)
"""A question or a command: then a name alone is not all that it holds."""
_OTHERWISE = frozenset(
    {
        *(Wanted.DATE, Wanted.PERSON, Wanted.REASON, Wanted.PLACE),
        *(Wanted.FREQUENCY, Wanted.DURATION),
    }
)
"""What is asked about a rate and is not the rate."""
_AGREEMENT = re.compile(
    r"\b(?:(?:19|20)\d\d[- ](?:overenskomst|aftale|agreement)\w*"
    r"|(?:overenskomst|aftale)(?:en)?\s+(?:fra\s+)?(?:19|20)\d\d"
    r"(?:[-–](?:(?:19|20)\d\d|\d\d))?|agreement\s+of\s+(?:19|20)\d\d)"
    r"|\b(?-i:[A-ZÆØÅ]{2,6})[ -]?(?:(?:19|20)\d\d|\d\d)\b(?![\d/-])",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"(?<![\w/.,-])(?P<year>(?:19|20)\d\d)(?![\w/-]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Head:
    """A word that asks for one kind of rate: "opstartshonorar", "start-up fee"."""

    word: str
    """Folded."""
    stems: frozenset[str]
    """Of what is special about it: "opstart"."""


@dataclass(frozen=True, slots=True)
class RateQuestion:
    """A question about a rate."""

    per: frozenset[str]
    """Keys of units that it names."""
    year: int | None
    """Of an agreement."""
    agreement: str | None
    """As `agreement_key`."""
    period: Period | None
    """`None`: the rate on the day of the question."""
    today: date
    taken: frozenset[str]
    """Folded words that became one of these."""
    codes: frozenset[str] = frozenset()
    """Numbers of three digits or more, no years: a rate that is meant is called by them."""
    heads: tuple[Head, ...] = ()
    sides: frozenset[str] = frozenset()
    """Of pairs such as high and low, as `sides_in` gives them."""
    groups: Groups = frozenset()
    """By their numbers: a rate for another of them is none that is meant."""
    sure: bool = True
    """Whether its words ask for a rate. Else only a verified rate that it names may be meant."""
    bare: bool = False
    """Whether it asks nothing: then it must be the name of a rate, and all of it."""
    limits: Limits = frozenset()
    """Such as "over 10 m": a rate within another one is none that is meant."""
    gets: bool = False
    """Whether it asks what somebody gets: then a rate that is called by just them may be meant."""
    proposal: frozenset[str] = frozenset()
    """Folded words by which it asks for what is proposed."""
    by_day: bool = False
    """Whether it says "om dagen": of each day, or else of the day and not the night."""
    last_year: bool = False
    """Whether it asks for the last year of an agreement."""
    turn: Turn | None = None
    """The change of a rate that it names: then `period` is when that came."""

    @property
    def units(self) -> frozenset[str]:
        """Keys of units as rates have them."""
        return same_units(self.per)

    def subject(self, terms: tuple[Term, ...]) -> tuple[Term, ...]:
        """Return the words of the question that say what the rate is for.

        A form that only says that a rate is meant ("honorar", for a meeting fee) is none of them.
        """
        return tuple(
            replace(term, forms=tuple(dict.fromkeys(self._telling(term.forms))) or term.forms)
            for term in terms
            if not self._is_taken(term.text)
        )

    def _telling(self, forms: Iterable[str]) -> Iterator[str]:
        """Yield the forms that say what for; of "mentortakst" also "mentor"."""
        for form in forms:
            told = [word for word in form.split() if not self._says_rate(word)]
            if told:
                yield form
                yield " ".join(told)

    def _is_taken(self, text: str) -> bool:
        return all(word in self.taken or self._says_rate(word) for word in text.split())

    def _says_rate(self, word: str) -> bool:
        # "Tilskud til madudbringning" is not what the meals cost.
        return word in JOINS or (is_generic(word) if self.sure else only_says_rate(word))


def rate_question(question: Question) -> RateQuestion | None:
    """Return what a question asks about a rate, `None` where it asks something else."""
    text, folded = question.text, fold(question.text)
    named = amounts_in(text)
    coming = coming_period(text, question.today)
    units = [*units_in(text), *times_in(text)]
    # "Om et år" is a day, and per nothing.
    units = [unit for unit in units if not (coming and unit[0].overlaps(coming[0]))]
    year = agreement_year_in(text)
    agreement = _AGREEMENT.search(text)
    turn = turn_in(text)
    asks = _asks(question, folded, turn, named=bool(named), counted=bool(units or year))
    if asks is None:
        return None
    spans = [span for span, _ in units]
    spans += [year.span] if year else []
    spans += [Span(*agreement.span())] if agreement else []
    period, when = (coming[1], [coming[0]]) if coming else _period(question, spans)
    if period is not None and period.is_day and period.since == question.today:
        period = None  # "i dag" is the day of the question, and no other time
    taken = _taken(text, [*spans, *when, *now_in(text), *named])
    hinted = hinted_in(folded)
    return RateQuestion(
        per=frozenset(same_unit(key) for key in (*(key for _, key in units), *hinted)),
        year=year.number if year else None,
        agreement=agreement_key(agreement[0]) if agreement else None,
        period=period,
        today=question.today,
        taken=frozenset(
            taken
            | payers_and_moves(folded)
            | (question.given if question.period else frozenset())
            | question.owners
            | (turn.words if turn else frozenset())
        ),
        codes=frozenset(_codes(text, taken)),
        heads=tuple(_heads(text, hinted)),
        sides=sides_in(text),
        groups=groups_in(text),
        sure=asks.sure,
        bare=asks.bare,
        limits=limits_in(text),
        gets=asks_what_somebody_gets(folded),
        proposal=asks.proposal,
        by_day=by_day_in(text),
        turn=turn,
        last_year=year is not None and year.number is None,
    )


@dataclass(frozen=True, slots=True)
class _Asks:
    """How surely a question asks for a rate."""

    sure: bool
    bare: bool
    proposal: frozenset[str]


def _asks(
    question: Question, folded: str, turn: Turn | None, *, named: bool, counted: bool
) -> _Asks | None:
    """Return how surely a question asks for a rate, `None` where it asks something else.

    Args:
        question: The question.
        folded: Its text.
        turn: The change that it names.
        named: Whether it names an amount.
        counted: Whether it says per what, or in which year of an agreement.
    """
    moved = asks_whether_it_moved(folded)
    proposal = proposal_words(folded)
    # "Does it cost 385 kr.?" and "when did it become 398 kr.?": the rates tell.
    whether = question.yes_or_no and not (moved or named or proposal)
    when = turn is not None and turn.asks_when
    dated = question.wanted is Wanted.DATE and (named or when)
    otherwise = question.wanted in _OTHERWISE and not dated
    if question.about_decision or whether or otherwise:
        return None
    how_much = moved or _HOW_MUCH.search(folded) is not None
    sure = _ASKS.search(folded) is not None or (counted and how_much)
    # "Is the fee 5 kr.?" is told of what is verified only.
    sure = sure and not (question.yes_or_no and named and not moved)
    if when and not sure:
        return None
    if proposal and not sure:
        proposal = frozenset()
        if question.yes_or_no and not (moved or named):
            return None
    bare = not (sure or how_much or named or question.wanted is Wanted.MONEY)
    if bare and _ASKS_OTHERWISE.search(folded) and not asks_what_is_now(question.text):
        return None
    return _Asks(sure, bare, proposal)


def _taken(text: str, spans: Sequence[Span]) -> set[str]:
    """Return the words that became a unit, a time or an amount."""
    return {
        token.folded
        for token in tokens(text)
        if any(span.overlaps(token.span) for span in spans) or names_unit_only(token.folded)
    }


def _codes(text: str, taken: set[str]) -> Iterator[str]:
    for token in tokens(text):
        long = token.folded.isdigit() and len(token.folded) >= _SHORTEST_CODE
        if long and token.folded not in taken and not is_year(token.folded):
            yield token.folded


def _heads(text: str, hinted: set[str]) -> Iterator[Head]:
    """Yield the nouns that ask for one kind of rate; one that names a unit asks for the unit."""
    folded = fold(text)
    for found in (*_KIND.finditer(folded), *_KIND_ENGLISH.finditer(folded)):
        special = found["special"]
        if hinted and hinted_in(found[0]):
            continue
        if not is_generic(special) and special not in SMALL["en"]:
            stems = {stem(special), stem_english(special), stem(without_link(special))}
            word = found["word"] or found["special"].rpartition("-")[2]
            yield Head(word, frozenset(stems))


def _period(question: Question, taken: list[Span]) -> tuple[Period | None, list[Span]]:
    """Return the time that is asked about, but for what is part of "år 2" or "OK18"."""
    text = question.text
    for named in (day_in(text, question.today), split_year_in(text), years_between(text)):
        if named and not any(one.overlaps(span) for one in taken for span in named[0]):
            return named[1], list(named[0])
    period = question.period
    if period is not None and not question.last_meeting:
        start = question.text.find(period.words)
        words = [Span(start, start + len(period.words))] if start >= 0 else []
        if not any(one.overlaps(span) for one in taken for span in words):
            return period, words
    for found in _BARE_YEAR.finditer(question.text):
        span = Span(*found.span())
        if not any(one.overlaps(span) for one in taken):
            year = int(found["year"])
            return Period(date(year, 1, 1), date(year, 12, 31), found[0]), [span]
    return None, []
