"""Agreements that followed each other: which of them is meant, by its age or by the time asked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from bot.answers.rates.terms import Match, Term, known_terms
from bot.questions.question import Question
from bot.questions.rates.rate_question import RateQuestion
from bot.questions.times.agreement_ages import Age, agreement_by_age, without_age
from bot.questions.times.period import Period
from index.archive import DocumentEntry, Filter, Group, View
from index.documents import DocumentKind
from index.rates.agreements import agreement_line
from index.rates.rate import Validity
from index.search.terms import content_terms
from index.spans import Span

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BETWEEN = timedelta(days=62)
"""From the end of an agreement to the beginning of the next one under another title, at most."""
_TELLING = 2
"""Words that two such titles must have in common."""


def standing_then(groups: list[Group], question: Question, view: View) -> list[Group]:
    """Return what was found, without agreements that another of the same followed or preceded.

    That is where one of them was in force at the time asked about, today where none is: a notice to
    be given, a deadline or a fee of another time held then no more, or not yet. A year that is no
    time ("the agreement of 2019"), or an age ("the old one"), names which is meant.
    """
    if question.period is None and _YEAR.search(question.text):
        return groups
    named = agreement_by_age(question.text)
    papers = {g.document.id for g in groups if g.document.kind is DocumentKind.AGREEMENT}
    terms = _terms(view) if papers else []
    found = [term for term in terms if term.document.id in papers]
    if question.period is None and named is not None:
        meant = [_of_age(named.age, chain_of(one, terms), question.today) for one in found]
        standing = [term for term in meant if term is not None]
    else:
        standing = [term for term in found if _holds(term, question)]
    wanted = {term.document.id for term in standing}
    other = {
        term.document.id
        for one in standing
        for term in chain_of(one, terms)
        if term.document.id not in wanted
    }
    return [group for group in groups if group.document.id not in other]


def of_the_time_asked(terms: Sequence[Term], question: Question) -> Term | None:
    """Return of agreements that followed each other the one that is meant; `None` of unlike ones.

    That is the one of the age that is named, or in force at the time asked about, else the last.
    """
    chain = chain_of(terms[0], terms)
    if len(chain) != len({id(term) for term in terms}):
        return None
    named = agreement_by_age(question.text)
    if named is not None and question.period is None:
        return _of_age(named.age, chain, question.today)
    held = [term for term in terms if _holds(term, question)]
    if len(held) > 1:
        return None
    return held[0] if held else _last(terms)


def without_its_age(question: Question, view: View) -> Question:
    """Return a question without the age of an agreement, to be searched for: nothing else is old.

    It stays where no two agreements of the archive followed each other: then words may tell it.
    """
    if not _is_told_by_age(question, view):
        return question
    text, subject = without_age(question.text), without_age(question.subject)
    return replace(question, text=text, subject=subject)


def taken_as_age(asked: RateQuestion, question: Question, view: View) -> RateQuestion:
    """Return what is asked of a rate, the words of an agreement's age being no part of its name."""
    named = agreement_by_age(question.text)
    if named is None or not _is_told_by_age(question, view):
        return asked
    return replace(asked, taken=asked.taken | named.folded, turn=None)


def _is_told_by_age(question: Question, view: View) -> bool:
    named = agreement_by_age(question.text)
    if named is None or _YEAR.search(question.text):
        return False
    terms = _terms(view)
    return any(_follow(*two) for two in combinations(terms, 2))


def at_its_age(
    asked: RateQuestion, matches: Sequence[Match], text: str, view: View
) -> RateQuestion:
    """Return what is asked of a rate, of the time of the agreement that is named by its age.

    Of the one in force it is asked today, as it is where the agreements of the rates that are meant
    did not follow each other.
    """
    named = agreement_by_age(text)
    if named is None or asked.period is not None or _YEAR.search(text):
        return asked
    terms = _terms(view)
    papers = {match.entry.document.id for match in matches}
    chains = [chain_of(term, terms) for term in terms if term.document.id in papers]
    meant = {id(t): t for chain in chains for t in [_of_age(named.age, chain, asked.today)] if t}
    if len(meant) != 1:
        return asked
    (term,) = meant.values()
    if _is_in_force(term, asked.today):
        return asked
    period = Period(term.validity.since, term.validity.until, named.words)
    return replace(asked, period=period, turn=None)


def chain_of(term: Term, terms: Iterable[Term]) -> list[Term]:
    """Return an agreement with those that it followed and that followed it, the oldest first."""
    chain, left = [term], [one for one in terms if one is not term]
    while found := [one for one in left if any(_follow(one, other) for other in chain)]:
        chain += found
        left = [one for one in left if one not in found]
    return sorted(chain, key=lambda one: one.validity.since or date.min)


def _terms(view: View) -> list[Term]:
    """Return when agreements run; by the years of its title, where its words were not read."""
    told = list({id(term): term for term in known_terms(view).values()}.values())
    known = {term.document.id for term in told}
    papers = view.documents(Filter(kinds=frozenset({DocumentKind.AGREEMENT})))
    return [*told, *(t for one in papers if one.id not in known for t in _by_title(one))]


def _by_title(paper: DocumentEntry) -> Iterator[Term]:
    """Yield the term that the title of an agreement gives: "Aftale om fodpleje 2020-2023"."""
    if years := _YEARS.search(paper.title):
        first, last = int(years["first"]), int(years["last"])
        if first <= last:
            validity = Validity(date(first, 1, 1), date(last, 12, 31))
            yield Term(validity, paper, Span(0, 0))


_YEARS = re.compile(
    r"(?<![\d/])(?P<first>(?:19|20)\d\d)\s?(?:[-–]|til|to)\s?(?P<last>(?:19|20)\d\d)(?![\d/])"
)


def _follow(one: Term, other: Term) -> bool:
    """Tell whether two agreements are one and the next of it, by their titles and their terms.

    "Aftale om fodpleje" goes on as "Aftale om fodpleje 2020", or as "Aftale om fodpleje i hjemmet"
    that begins where it ends.
    """
    if _line(one) == _line(other):
        return True
    earlier, later = sorted((one, other), key=lambda term: term.validity.since or date.min)
    ended, begun = earlier.validity.until, later.validity.since
    if ended is None or begun is None or not ended < begun <= ended + _BETWEEN:
        return False
    titles = [_title(term) for term in (one, other)]
    shared = titles[0] & titles[1]
    return len(shared) >= _TELLING and shared in titles


def _title(term: Term) -> frozenset[str]:
    words = content_terms(term.document.title)
    return frozenset(word for word in words if not any(map(str.isdigit, word)))


def _of_age(age: Age, chain: Sequence[Term], today: date) -> Term | None:
    """Return the agreement of an age among those that followed each other."""
    if len(chain) < 2:
        return None
    begun = [term for term in chain if (term.validity.since or date.min) <= today]
    match age:
        case Age.NEW:
            return chain[-1]
        case Age.CURRENT:
            return next((term for term in begun if _is_in_force(term, today)), None)
    return begun[-2] if len(begun) > 1 else None


def _is_in_force(term: Term, day: date) -> bool:
    return term.validity.overlaps(Validity(day, day))


def _last(terms: Iterable[Term]) -> Term | None:
    dated = [(term.validity.since, term) for term in terms if term.validity.since is not None]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


def _line(term: Term) -> str:
    return agreement_line(term.document.title)


def _holds(term: Term, question: Question) -> bool:
    return term.validity.overlaps(question.days)
