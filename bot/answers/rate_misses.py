"""What is nearly the rate that is asked for, and what surely is none of what was asked.

A rate is there for the matter, but not in the unit or for the year of an agreement; or the archive
has never heard of the matter, so that any amount would be that of another one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answers.draft import Draft
from bot.answers.rate_matching import find_matches
from bot.answers.rate_terms import Match
from bot.questions.rates import RateQuestion
from index.archive import Term, View
from index.rates.units import Unit, ordered


@dataclass(frozen=True, slots=True)
class Miss:
    """Rates of the matter that is asked about, and what about them is not as asked."""

    asked: RateQuestion
    """Without what none of them has."""
    matches: Sequence[Match]
    unit: frozenset[str] = frozenset()
    """Keys of the unit that was asked for."""
    year: int | None = None
    """Of an agreement."""

    def say(self, draft: Draft) -> None:
        """Say what is not there."""
        if self.unit:
            each = Unit(None, ordered(tuple(sorted(self.unit)))).words(draft.language)
            draft.say("rate_other_unit", unit=each)
        if self.year is not None:
            draft.say("rate_other_year", number=self.year)


def near_miss(asked: RateQuestion, terms: tuple[Term, ...], view: View) -> Miss | None:
    """Return the rates of what is asked for in other units, else of other years of an agreement."""
    if not any(term.weight for term in asked.subject(terms)):
        return None  # the unit was all that was asked for
    for unit, year in ((asked.per, None), (frozenset(), asked.year), (asked.per, asked.year)):
        if not unit and year is None:
            continue
        wider = replace(
            asked,
            per=frozenset() if unit else asked.per,
            year=None if year is not None else asked.year,
        )
        matches = find_matches(wider, terms, view)
        if matches:
            return Miss(wider, matches, unit, year)
    return None


def is_unheard_of(asked: RateQuestion, terms: tuple[Term, ...]) -> bool:
    """Tell whether the archive knows no word of what a rate is asked for."""
    subject = asked.subject(terms)
    return asked.sure and bool(subject) and not any(term.known for term in subject)
