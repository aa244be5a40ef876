"""How the amounts of a paper are regulated, asked by itself: "hvor meget stiger satserne?"."""

import re
from collections.abc import Sequence

from bot.answers.finding import matching
from bot.answers.finding.searches import for_fact
from bot.answers.rates.regulation import regulating
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import document_name
from bot.questions.question import Question
from bot.questions.rates.words import only_says_rate
from bot.replies import Reply, ReplyKind
from index.archive import Found, Term, View
from index.danish.folding import fold

_RATES = (
    r"\w*(?:takst|sats|honorar|beloeb|pris|gebyr|godtgoerelse|vederlag|tilskud)(?:er|erne|ene|ne|en|et)?"
    r"|rates?|fees?|prices?|amounts?"
)
_ASKS = re.compile(
    rf"\b(?:hvor meget|hvordan|hvornaar|med hvor (?:meget|mange procent)|how much|how|when)\b.*"
    rf"\b(?:(?:{_RATES})\b.*\b(?:op)?(?:reguler|indekser|pristalsreguler|fremskriv|regulat|index|adjust)\w*"
    r"|(?:op)?(?:reguleres|indekseres|pristalsreguleres|fremskrives|stiger|saettes op|rise|go up)"
    rf"\b.*\b(?:{_RATES})\b)"
    rf"|\b(?:how much|how)\b.*\b(?:{_RATES})\b.*\b(?:rise|increase|go up)\b.*"
    r"\b(?:every|each|annually|a|per) ?(?:year)?\b"
)
_OF_ONE_RISE = re.compile(r"\b(?:19|20)\d\d\b")
"""How much they rose in a year that is named, two amounts tell."""
_WORDS = re.compile(
    r"(?:op)?reguler\w*|indekser\w*|fremskriv\w*|stig\w*|aar(?:ligt)?|hver\w*|regulated?|index\w*|rise[sn]?|year\w*"
    r"|every|adjust\w*|increase\w*"
)
"""Folded words that ask for it, and name no paper."""
SHOWN = 3
"""Clauses quoted at most."""


def answer(question: Question, view: View) -> Reply | None:
    """Return what the one paper that is named says of regulating its amounts, else `None`."""
    folded = fold(question.text)
    if _ASKS.search(folded) is None or _OF_ONE_RISE.search(folded):
        return None
    found = view.search(for_fact(question))
    for id_ in _papers(question, found, view):
        document = view.document(id_)
        if clauses := list(dict.fromkeys(regulating(document))):
            draft = Draft(question.text, question.language)
            draft.heading(document_name(draft, document))
            for clause in clauses[:SHOWN]:
                draft.quote(document, clause)
            return draft.reply(ReplyKind.FACT)
    return None


def _papers(question: Question, found: Found, view: View) -> list[str]:
    """Return the papers whose titles hold what names a paper; where nothing names one, all."""
    terms = [t for t in found.terms if t.weight and not _says_nothing(t)]
    ids = list(dict.fromkeys(group.document.id for group in found.groups))
    return [id_ for id_ in ids if not terms or _is_titled(terms, view.document(id_).title)]


def _is_titled(terms: Sequence[Term], title: str) -> bool:
    return all(matching.shares([term], title) for term in terms)


def _says_nothing(term: Term) -> bool:
    return only_says_rate(term.text) or _WORDS.fullmatch(term.text) is not None
