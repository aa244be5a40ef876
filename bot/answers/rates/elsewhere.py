"""What other papers say on a rate's matter: of another amount, for the same time."""

from collections.abc import Iterator

from bot.answers.finding.meetings import is_superseded
from bot.answers.rates.sources import alike, is_followed
from bot.answers.rates.terms import Match, dated, known_terms
from bot.answers.rates.word_index import calls, index_of
from index.archive import RateEntry, View


class Papers:
    """Whether papers stand, each asked for once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[str, bool] = {}

    def stand(self, entry: RateEntry) -> bool:
        """Tell whether no better paper of its meeting is in the archive."""
        document = entry.document
        if document.id not in self._known:
            self._known[document.id] = not is_superseded(document, self._view)
        return self._known[document.id]


def beside(match: Match, view: View) -> Iterator[Match]:
    """Yield what papers on a rate's matter say of another amount in its unit, at one time with it.

    They do not call it by its name: it stands in a title or a heading above what they say.
    """
    terms = known_terms(view)
    papers = Papers(view)
    index = index_of(view.rates())
    for entry, words in zip(index.entries, index.words, strict=True):
        rate = entry.rate
        if rate.verified or rate.proposed or rate.amount == match.rate.amount:
            continue
        if not rate.unit.per or not match.rate.unit.agrees_with(rate.unit):
            continue
        other = dated(entry, match.score, terms)
        if not (other.validity.dated and other.validity.overlaps(match.validity)):
            continue
        held = words.name | words.around
        if any(held.issuperset(c.split()) for c in calls(match.rate)) and papers.stand(entry):
            yield other


def of_fewer_words(match: Match, view: View) -> Iterator[Match]:
    """Yield what other papers say of the same time under a name of fewer words, or of more.

    "Fuld kost" in one paper and "fuld kost på plejehjem" in another may be one thing.
    """
    terms, papers = known_terms(view), Papers(view)
    mine = [set(call.split()) for call in calls(match.rate)]
    for entry in view.rates():
        rate = entry.rate
        if rate.proposed or rate.amount == match.rate.amount or rate.unit != match.rate.unit:
            continue
        if entry.document.id == match.entry.document.id or not rate.unit.per:
            continue
        other = dated(entry, match.score, terms)
        both = other.validity.dated and match.validity.dated
        if not both or not other.validity.overlaps(match.validity) or not alike(match, other):
            continue
        theirs = [set(call.split()) for call in calls(rate)]
        nested = any(
            min(len(one), len(two)) >= _NESTED and (one <= two or two <= one)
            for one in mine
            for two in theirs
        )
        if nested and not is_followed(other, match) and papers.stand(entry):
            yield other


_NESTED = 2
"""Words at least that a name must have to stand within another."""
