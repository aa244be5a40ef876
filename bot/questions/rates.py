"""What a question about a rate asks: for what, in which unit, for which year or day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.questions.coming import coming_period
from bot.questions.limits import Limits, limits_in
from bot.questions.question import Period, Question
from bot.questions.rate_asides import (
    amounts_in,
    asks_what_is_now,
    asks_what_somebody_gets,
    asks_whether_it_moved,
    now_in,
    payers_and_moves,
    proposal_words,
)
from bot.questions.rate_days import day_in, years_between
from bot.questions.rate_groups import Groups, groups_in
from bot.questions.rate_words import JOINS, is_generic, only_says_rate
from bot.questions.sides import sides_in
from bot.questions.wanted import Wanted
from index.archive import Term
from index.danish.compounds import without_link
from index.danish.folding import fold
from index.danish.stems import stem, stem_english
from index.danish.words import tokens
from index.rates.agreements import agreement_key
from index.rates.codes import is_year
from index.rates.units import is_time, kind_of, per_at
from index.spans import Span

_ASKS = re.compile(
    r"\b\w*(?:sats|takst|honorar|godtgoerelse|gebyr|kontingent|egenbetaling|vederlag|diaet|afgift|leje)"
    r"(?:en|n|et|er|erne|ne|s|ter|terne|rne)?\b"
    r"|\b[a-z]{3,}bidrag(?:et|ene|s)?\b"
    r"|\b(?:rates?|fees?|tariffs?|mileage|remuneration|reimburse\w*|allowances?)\b"
    r"|\b\w*(?:pris|tillaeg|betaling)(?:en|g?et|er|erne|ne|g?ene|s)?\b"
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
_ONE_OF = re.compile(r"\b(?:en|et|één|ét|én|one|an?)\s+(?=\w)", re.IGNORECASE)
"""Before a time that is paid for: "en time fremmødetolkning", "an hour of interpreting"."""
_OTHERWISE = frozenset(
    {
        *(Wanted.DATE, Wanted.PERSON, Wanted.REASON, Wanted.PLACE),
        *(Wanted.FREQUENCY, Wanted.DURATION),
    }
)
"""What is asked about a rate and is not the rate."""
_NUMBERS = {
    **{str(n): n for n in range(1, 10)},
    **dict.fromkeys(("et", "foerste", "one", "first", "1st"), 1),
    **dict.fromkeys(("to", "andet", "two", "second", "2nd"), 2),
    **dict.fromkeys(("tre", "tredje", "three", "third", "3rd"), 3),
    **dict.fromkeys(("fire", "fjerde", "four", "fourth", "4th"), 4),
    **dict.fromkeys(("fem", "femte", "five", "fifth", "5th"), 5),
}
_YEAR_OF = re.compile(
    r"\b(?:(?:i|for|in)\s+)?(?:(?:aftale|overenskomst)?(?:år|aar)|year)\s+(?P<count>[1-9]|et|to|tre|fire|fem"
    r"|one|two|three|four|five)\b(?![\d.,]\d)"
    r"|\b(?:i\s+|in\s+)?(?:det\s+|the\s+|its\s+)?(?:aftalens\s+|overenskomstens\s+)?"
    r"(?P<nth>første|foerste|andet|tredje|fjerde|femte|first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th|\.))"
    r"\s+(?:(?:aftale|overenskomst)?(?:år|aar)|year)\b(?!\s+\d{4})",
    re.IGNORECASE,
)
_AGREEMENT = re.compile(
    r"\b(?:(?:19|20)\d\d[- ](?:overenskomst|aftale|agreement)\w*"
    r"|(?:overenskomst|aftale)(?:en)?\s+(?:fra\s+)?(?:19|20)\d\d"
    r"(?:[-–](?:(?:19|20)\d\d|\d\d))?|agreement\s+of\s+(?:19|20)\d\d)"
    r"|\b(?-i:[A-ZÆØÅ]{2,6})[ -]?(?:(?:19|20)\d\d|\d\d)\b(?![\d/-])",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\s*a\s", re.IGNORECASE)
_BARE_YEAR = re.compile(r"(?<![\w/.,-])(?P<year>(?:19|20)\d\d)(?![\w/-]|[.,]\d)")
_UNITS = (
    (
        re.compile(
            r"(?<!\d )\bkm\b|kilometer|kilometre|mileage|koersels?(?:godtgoerelse|takst|sats)"
        ),
        "km",
    ),
    (re.compile(r"time(?:loen|honorar|takst|sats|pris|betaling)|\bhourly\b"), "hour"),
)
"""Words that name a unit without "pr."."""
_NIGHT = re.compile(r"pr\. (?:nat|night)\b", re.IGNORECASE)
_OF_A_UNIT = re.compile(
    r"(?:kilometer|km-?|time)(?:pris|takst|sats|betaling|penge)(?:en|er|erne|ne)?"
)
"""A word that says per what and nothing else."""
_SAME = {"commenced_hour": "hour", "insured": "group_1_insured"}
"""Units that a question takes for one."""


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

    @property
    def units(self) -> frozenset[str]:
        """Keys of units as rates have them."""
        return self.per | {key for key, meant in _SAME.items() if meant in self.per}

    def subject(self, terms: tuple[Term, ...]) -> tuple[Term, ...]:
        """Return the words of the question that say what the rate is for.

        A form that only says that a rate is meant ("honorar", for a meeting fee) is none of them.
        """
        return tuple(
            replace(term, forms=telling or term.forms)
            for term in terms
            if not self._is_taken(term.text)
            for telling in [
                tuple(f for f in term.forms if not all(map(self._says_rate, f.split())))
            ]
        )

    def _is_taken(self, text: str) -> bool:
        return all(word in self.taken or self._says_rate(word) for word in text.split())

    def _says_rate(self, word: str) -> bool:
        # "Tilskud til madudbringning" is not what the meals cost.
        return word in JOINS or (is_generic(word) if self.sure else only_says_rate(word))


def rate_question(question: Question) -> RateQuestion | None:
    """Return what a question asks about a rate, `None` where it asks something else."""
    text, folded = question.text, fold(question.text)
    moved = asks_whether_it_moved(folded)
    named = amounts_in(text)
    # "Does it cost 385 kr.?" and "when did it become 398 kr.?": the rates tell.
    proposal = proposal_words(folded)
    whether = question.yes_or_no and not (moved or named or proposal)
    otherwise = question.wanted in _OTHERWISE and not (named and question.wanted is Wanted.DATE)
    if question.about_decision or whether or otherwise:
        return None
    coming = coming_period(text, question.today)
    # "Om et år" is a day, and per nothing.
    units = [
        u for u in (*units_in(text), *_times(text)) if not (coming and u[0].overlaps(coming[0]))
    ]
    year = _YEAR_OF.search(text)
    agreement = _AGREEMENT.search(text)
    how_much = moved or _HOW_MUCH.search(folded) is not None
    sure = _ASKS.search(folded) is not None or (bool(units or year) and how_much)
    # "Is the fee 5 kr.?" is told of what is verified only.
    sure = sure and not (question.yes_or_no and named and not moved)
    if proposal and not sure:
        proposal = frozenset()
        if question.yes_or_no and not (moved or named):
            return None
    bare = not (sure or how_much or named or question.wanted is Wanted.MONEY)
    if bare and _ASKS_OTHERWISE.search(folded) and not asks_what_is_now(text):
        return None
    spans = [span for span, _ in units]
    spans += [Span(*found.span()) for found in (year, agreement) if found]
    period, when = (coming[1], [coming[0]]) if coming else _period(question, spans)
    if period is not None and period.is_day and period.since == question.today:
        period = None  # "i dag" is the day of the question, and no other time
    when += [*now_in(text), *named]
    taken = {
        token.folded
        for token in tokens(text)
        if any(span.overlaps(token.span) for span in (*spans, *when))
        or _OF_A_UNIT.fullmatch(token.folded)
    }
    hinted = {key for words, key in _UNITS if words.search(folded)}
    return RateQuestion(
        per=frozenset(same_unit(key) for key in (*(key for _, key in units), *hinted)),
        year=_NUMBERS[fold(year["count"] or year["nth"]).rstrip(".")] if year else None,
        agreement=agreement_key(agreement[0]) if agreement else None,
        period=period,
        today=question.today,
        taken=frozenset(
            taken | payers_and_moves(folded) | (question.given if question.period else frozenset())
        ),
        codes=frozenset(_codes(text, taken)),
        heads=tuple(_heads(text, hinted)),
        sides=sides_in(text),
        groups=groups_in(text),
        sure=sure,
        bare=bare,
        limits=limits_in(text),
        gets=asks_what_somebody_gets(folded),
        proposal=proposal,
    )


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
        if hinted and any(words.search(found[0]) for words, _ in _UNITS):
            continue
        if not is_generic(special):
            stems = {stem(special), stem_english(special), stem(without_link(special))}
            word = found["word"] or found["special"].rpartition("-")[2]
            yield Head(word, frozenset(stems))


def same_unit(key: str) -> str:
    """Return the unit that a question means by this one."""
    kind = kind_of(key)
    return _SAME.get(kind, kind)


def units_in(text: str) -> list[tuple[Span, str]]:
    """Return the units that a text names by "pr.", with their keys, in order."""
    found = []
    at = 0
    while at < len(text):
        read = per_at(text, at) if at == 0 or not text[at - 1].isalnum() else None
        if read is not None and _ARTICLE.match(text, at) and not is_time(read.key):
            read = None  # "a home visit" is what is paid for
        if read is not None and not re.match(r"\s*(?:aarlig|årlig)", text[at:], re.IGNORECASE):
            found.append((Span(at, read.end), read.key))
            at = read.end
        else:
            at += 1
    return found


def _times(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the times that one of is asked for: "hvad koster en time …"."""
    for one in _ONE_OF.finditer(text):
        each = f"pr. {text[one.end() :]}"
        read = per_at(each, 0)
        if read is not None and (is_time(read.key) or _is_counted(read.key, each)):
            yield Span(one.start(), one.end() + read.end - len("pr. ")), read.key


def _is_counted(key: str, each: str) -> bool:
    """Tell whether one of a unit is a time; "en overnatning" is what is paid for."""
    return kind_of(key) == "minute" or (kind_of(key) == "night" and _NIGHT.match(each) is not None)


def _period(question: Question, taken: list[Span]) -> tuple[Period | None, list[Span]]:
    """Return the time that is asked about, but for what is part of "år 2" or "OK18"."""
    for named in (day_in(question.text, question.today), years_between(question.text)):
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
