"""Rates that are called by the words of a question, and those that only the glossary leads to."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.rates.terms import Match
from index.archive import Term
from index.danish.words import term_set
from index.search.coverage import stands

_STEM = 4
"""Letters in which a word agrees with an inflection of it."""

_MOST = 0.7
"""Share of a word's letters that a form of it has."""


def is_own_form(form: str, text: str) -> bool:
    """Tell whether a form is a word of the question itself, inflected or parted."""
    stems = term_set(text)
    return all(w in stems or w[: max(_STEM, len(w) - 2)] in text for w in form.split())


def called(match: Match) -> frozenset[str]:
    """Return the words by which a rate is found: of its names, its unit, and around it."""
    rate = match.rate
    return term_set(
        " ".join((*rate.all_names, rate.payee or "", rate.unit.words("da"), rate.about))
    )


def with_names(matches: Sequence[Match], subject: Sequence[Term]) -> list[Match]:
    """Return matches, those marked that another word of the question stands for than its own.

    Of "kørselsgodtgørelse" and "kørselstilskud" either may be the other, or another rate.
    """
    terms = [term for term in subject if term.weight and term.translated]
    return [replace(match, named=_is_named(match, terms)) for match in matches]


def _is_named(match: Match, terms: Sequence[Term]) -> bool:
    words = called(match)
    return not any(_is_only_meant(term, words) for term in terms)


def _is_only_meant(term: Term, words: frozenset[str]) -> bool:
    # "Kørsel" alone is no "kørselsgodtgørelse".
    least = _MOST * len(term.text)
    own = [f for f in term.forms if is_own_form(f, term.text) and len(f) >= least]
    if any(words.issuperset(form.split()) for form in own):
        return False
    return stands(term, words)
