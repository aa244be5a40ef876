"""A verified rate whose name a question holds, and a word more: "en varm hovedret bragt ud"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answers.rates.matching import fits
from bot.answers.rates.terms import Match, all_dated
from bot.answers.rates.typed import is_own_form
from bot.answers.rates.word_index import RateIndex, index_of
from bot.questions.question import Question
from bot.questions.rates.rate_question import RateQuestion
from bot.questions.rates.words import only_says_rate
from index.archive import Term, View
from index.danish.folding import fold
from index.danish.words import term_set, tokens
from index.search.coverage import stands

_OTHER_PAYMENT = re.compile(
    r"deposit(?:um|ummet|s)?|indskud(?:det)?|boede[nr]?|bod(?:en)?|rykker\w*|garanti\w*|forsikring\w*|refusion\w*"
    r"|fines?|penalt(?:y|ies)|guarantees?|insurance|refunds?|compensation|erstatning\w*"
)
"""Words, folded, for what else is paid on a thing than its price."""
_PARTS = re.compile(r"[,;:()/]|\s[–-]\s")
"""What parts a name into wordings that may each be asked for: "Madservice, hovedret bragt ud"."""


@dataclass(frozen=True, slots=True)
class Wider:
    """Rates that are named by a question which says more than their names do."""

    matches: Sequence[Match]
    words: Sequence[str]
    """Of the question, that no name of theirs holds."""


def with_more_words(
    question: Question, asked: RateQuestion, terms: Sequence[Term], view: View
) -> Wider | None:
    """Return the verified rates of which the question holds a whole wording and a word or two more.

    A place or a person that is named makes another thing of it, and so does a word that is no
    attribute of a name of one word: "madservice til hunde".
    """
    subject = [term for term in asked.subject(tuple(terms)) if term.weight]
    if not asked.sure or asked.bare or not subject:
        return None
    index = index_of(view.rates())
    found = [
        (held, -len(more), more, entry)
        for at, entry in enumerate(index.entries)
        if entry.rate.verified and fits(asked, entry.rate)
        for held, more in [_held(subject, index, at)]
        if held and 0 < len(more) <= held + 1 and _may_be_more(question, subject, held, more)
    ]
    if not found:
        return None
    best = max(one[:2] for one in found)
    chosen = [(more, entry) for held, less, more, entry in found if (held, less) == best]
    matches = all_dated((entry for _, entry in chosen), view)
    return Wider(matches, as_typed(question, chosen[0][0]))


def as_typed(question: Question, terms: Sequence[Term]) -> list[str]:
    """Return words of a question as they stand in it."""
    words = {word for term in terms for word in term.text.split()}
    return [token.text for token in tokens(question.text) if token.folded in words]


def _held(subject: Sequence[Term], index: RateIndex, at: int) -> tuple[int, list[Term]]:
    """Return how many words the longest wording held whole has, and what is asked beside it."""
    rate, words = index.entries[at].rate, index.words[at]
    held = max(
        (len(part) for name in rate.all_names for part in wordings(name) if is_held(part, subject)),
        default=0,
    )
    by = words.own | words.unit
    return held, [term for term in subject if not stands(term, by)]


def is_held(part: Sequence[frozenset[str]], subject: Sequence[Term]) -> bool:
    """Tell whether a question holds every word of a wording, and one of them as it is printed.

    By other words alone, "hunde bragt ud" would be the meals that are brought.
    """
    forms = (form for term in subject for form in term.forms if is_own_form(form, term.text))
    own = {word for form in forms for word in form.split()}
    if all(word.isdisjoint(own) for word in part):
        return False
    return all(
        not word.isdisjoint(own) or any(stands(term, word) for term in subject) for word in part
    )


def wordings(name: str) -> Iterator[list[frozenset[str]]]:
    """Yield the wordings of a name, each as the terms of its words that tell something."""
    for part in _PARTS.split(name):
        telling = (term_set(w) for w in part.split() if not only_says_rate(fold(w)))
        words = [one for one in telling if one]
        if words:
            yield words


def _may_be_more(
    question: Question, subject: Sequence[Term], held: int, more: Sequence[Term]
) -> bool:
    words = {word for term in more for word in term.text.split()}
    if not words.isdisjoint(question.names) or any(map(_OTHER_PAYMENT.fullmatch, words)):
        return False
    return held > 1 or (question.read_as == "da" and _are_attributes(question, subject, more))


def _are_attributes(question: Question, subject: Sequence[Term], more: Sequence[Term]) -> bool:
    """Tell whether words stand right before what they say more of: "varm madservice"."""
    asked = [token.folded for token in tokens(question.text)]
    others = {word for term in more for word in term.text.split()}
    named = {word for term in subject for word in term.text.split()} - others
    return all(
        any(asked[at] == word and asked[at + 1] in named for at in range(len(asked) - 1))
        for word in others
    )
