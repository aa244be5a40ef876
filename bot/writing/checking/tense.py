"""Whether a claim tells as done what its source says is still to be done."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.replies import Language
from bot.writing.checking.claims import Claim
from bot.writing.figures import Day
from bot.writing.patterns import deciding, outcomes, turns
from bot.writing.roots import root
from bot.writing.sources import Source, Statement
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.words import folded_words
from index.documents import SectionKind
from index.search.terms import Form

_PERFECT: dict[Language, re.Pattern[str]] = {
    "da": re.compile(r"\b(?P<aux>har|er)\s+(?:\w+\s+)?(?P<verb>\w{3,}t)\b"),
    "en": re.compile(r"\b(?P<aux>has|have)\s+(?:been\s+)?(?:\w+ly\s+)?(?P<verb>\w{3,})\b"),
}
_PAST: dict[Language, re.Pattern[str]] = {
    "da": re.compile(
        r"(?<!\bat )(?<!\bkan )(?<!\bskal )(?<!\bvil )"
        r"\b(?:blev\s+(?:\w+\s+)?(?P<done>\w{3,}t)|(?P<did>\w{3,}(?:ede|te|gde)))\b"
    ),
    "en": re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?(?P<done>\w{3,}(?:ed|t|n))\b"),
}
_TO_COME = re.compile(r"(?:\w+(?:er|es)|\w*[^td]e)")
"""Forms of Danish verbs in which something is, will be or shall be done; not "gjorde", "fulgte"."""
_DONE = re.compile(r"\w+(?:ede|te|de|t)")
_LATER = re.compile(r"\b(?:efter|senest|inden|når|indtil|først)\b", re.IGNORECASE)
_ON_A_DAY = re.compile(r"\b(?:i|den|in|on)\s+(?:the\s+)?$", re.IGNORECASE)


def untimely(claim: Claim, source: Source, statement: Statement) -> str | None:
    """Return a verb that a claim tells of as past, which its sentence tells of as to come."""
    perfect = [found["verb"] for found in _PERFECT[claim.language].finditer(claim.own)]
    done = [found["done"] for found in _PAST[claim.language].finditer(claim.own) if found["done"]]
    later = _LATER.search(statement.text) or any(
        _is_after(day, source.document.date) for day in statement.figures.days
    )
    decided = statement.part is SectionKind.DECISION
    # What minutes decide is done by their saying so: "the agreement is extended".
    told: list[str] = [
        *(perfect if later or not decided else ()),
        *(done if later and decided else ()),
    ]
    for verb in told:
        if not _tells(verb, claim.language) and _is_to_come(verb, claim, statement):
            return verb
    return _past_of_a_later_day(claim, source, statement)


def _tells(verb: str, language: Language) -> bool:
    """Tell whether a verb says what became of an item, or what somebody asked for."""
    ways = [way[language] for way in outcomes().values()]
    ways += [turns()[sort].prose[language] for sort in ("request", "proposal")]
    return deciding().fullmatch(verb) is not None or any(way.fullmatch(verb) for way in ways)


def _is_to_come(verb: str, claim: Claim, statement: Statement) -> bool:
    """Tell whether a sentence has a verb in no form that says it was done."""
    forms = {term for one in claim.words if fold(verb) in one.text for term in _terms(one.forms)}
    same = [word for word in folded_words(statement.text) if forms & {stem(word), root(stem(word))}]
    return bool(same) and all(_TO_COME.fullmatch(one) and not _DONE.fullmatch(one) for one in same)


def _terms(forms: Sequence[Form]) -> Iterator[str]:
    for form in forms:
        yield from form.terms


def _past_of_a_later_day(claim: Claim, source: Source, statement: Statement) -> str | None:
    """Return a verb in the past that stands beside a day after that of its paper."""
    for span, day in claim.found.placed:
        if not isinstance(day, Day) or not _is_after(day, source.document.date):
            continue
        before = claim.own[: span.start]
        if not _ON_A_DAY.search(before) and not claim.own[span.start :].lower().startswith("den "):
            continue
        there = frozenset(folded_words(statement.text))
        for word in folded_words(before):
            if f"{word}er" in there:
                return word  # "udløb" of "udløber"
        for found in _PAST[claim.language].finditer(before):
            verb = str(next(filter(None, found.groupdict().values())))
            if fold(verb) not in there and not _tells(verb, claim.language):
                return verb
    return None


def _is_after(day: Day, of_paper: date | None) -> bool:
    if of_paper is None or day.year is None:
        return False
    parts = ((day.year, of_paper.year), (day.month, of_paper.month), (day.day, of_paper.day))
    named = [(mine, its) for mine, its in parts if mine is not None]
    return [mine for mine, _ in named] > [its for _, its in named]
