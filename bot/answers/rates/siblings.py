"""Other rates of one table that an English question may mean as well.

"Window cleaning" finds "Hovedrengøring" by one word, and the other stands in the title of its
agreement; a rate beside it is called by that word: "Vinduespolering".
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.rates.matching import fits
from bot.answers.rates.terms import Match, all_dated
from bot.answers.rates.word_index import RateWords, index_of
from bot.questions.rates.rate_question import RateQuestion
from index.archive import RateEntry, Term, View
from index.danish.words import term_set
from index.search.coverage import stands

_MUCH = 0.5
"""Share that a sibling's name must hold of the weight that the names of what was found hold."""


def with_siblings(
    asked: RateQuestion, terms: tuple[Term, ...], matches: Sequence[Match], view: View
) -> Sequence[Match]:
    """Return rates with those of their papers that a word names which none of them is called by."""
    index = index_of(view.rates())
    at = {id(entry): place for place, entry in enumerate(index.entries)}
    told = [index.words[at[id(m.entry)]] for m in matches if id(m.entry) in at]
    subject = [term for term in asked.subject(terms) if term.weight and term.translated]
    lacking = [t for t in subject if not any(_names(t, words) for words in told)]
    if not told or not lacking:
        return matches
    papers = {match.entry.document.id for match in matches}
    known = {id(match.entry) for match in matches}
    held = max(sum(t.weight for t in subject if _names(t, words)) for words in told)

    def weight(entry: RateEntry) -> float:
        called = _called(entry)
        return sum(term.weight for term in subject if stands(term, called))

    siblings = [
        entry
        for entry in index.entries
        if entry.document.id in papers
        and id(entry) not in known
        and not entry.rate.proposed
        and fits(asked, entry.rate)
        and any(stands(term, _called(entry)) for term in lacking)
        and weight(entry) >= _MUCH * held
    ]
    score = max(match.score for match in matches)
    found = [replace(match, score=score) for match in all_dated(siblings, view)]
    return [*matches, *found]


def _called(entry: RateEntry) -> frozenset[str]:
    # A capital at the beginning of a row makes no name of "Vinduespolering".
    return term_set(" ".join(entry.rate.all_names).lower())


def _names(term: Term, words: RateWords) -> bool:
    return words.generic or stands(term, words.name | words.aside | words.unit | words.titled)
