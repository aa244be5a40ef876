"""Agreements that followed each other: which of them is meant where a question names no time."""

import re
from collections.abc import Iterable, Sequence

from bot.answers.rates.terms import Term, known_terms
from bot.questions.question import Question
from index.archive import Group, View
from index.documents import DocumentKind
from index.rates.agreements import agreement_line

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def standing_then(groups: list[Group], question: Question, view: View) -> list[Group]:
    """Return what was found, without agreements that another of the same followed or preceded.

    That is where one of them was in force at the time asked about, today where none is: a notice to
    be given, a deadline or a fee of another time held then no more, or not yet. A year that is no
    time ("the agreement of 2019") names which is meant.
    """
    if question.period is None and _YEAR.search(question.text):
        return groups
    papers = {g.document.id for g in groups if g.document.kind is DocumentKind.AGREEMENT}
    found = [t for t in known_terms(view).values() if t.document.id in papers] if papers else ()
    standing = {_line(term) for term in found if _holds(term, question)}
    other = {t.document.id for t in found if _line(t) in standing and not _holds(t, question)}
    return [group for group in groups if group.document.id not in other]


def of_the_time_asked(terms: Sequence[Term], question: Question) -> Term | None:
    """Return of agreements that followed each other the one that is meant; `None` of unlike ones.

    That is the one in force at the time asked about, else the last of them.
    """
    if len({_line(term) for term in terms}) != 1:
        return None
    held = [term for term in terms if _holds(term, question)]
    if len(held) > 1:
        return None
    return held[0] if held else _last(terms)


def _last(terms: Iterable[Term]) -> Term | None:
    dated = [(term.validity.since, term) for term in terms if term.validity.since is not None]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


def _line(term: Term) -> str:
    return agreement_line(term.document.title)


def _holds(term: Term, question: Question) -> bool:
    return term.validity.overlaps(question.days)
