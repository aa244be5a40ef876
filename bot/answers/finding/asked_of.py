"""What an English question for a fact is asked of, and whether a text is about that.

What is translated is looked for under every Danish name that the glossary has, so where none of
them stands in an item, it tells of another thing. A Danish word has more synonyms than anybody
wrote down, so nothing like it is asked of a Danish question.
"""

from collections.abc import Sequence

from bot.answers.finding import matching
from bot.answers.finding.unsaid import ATTRIBUTES
from bot.questions.patterns import pattern
from bot.questions.question import Question
from index.archive import Found, Group, Term
from index.danish.folding import fold
from index.danish.stopwords import WEAK
from index.danish.words import folded_words
from index.documents import Document


def things_asked(question: Question, found: Found) -> list[list[Term]]:
    """Return the words of each thing that an English fact is asked of: "an emergency *vet*"."""
    if question.read_as == "da":
        return []
    named = pattern("thing_asked").finditer(fold(question.text).strip())
    things = [set(folded_words(next(filter(None, one.groupdict().values())))) for one in named]
    small = question.given | ATTRIBUTES | WEAK["en"] | _SAYS_LITTLE
    telling = [
        term
        for term in found.terms
        if not small.issuperset(term.text.split())
        and term.text not in question.names
        and (term.translated or term.known or {term.text} in things)
    ]
    asked = ([t for t in telling if words.issuperset(t.text.split())] for words in things)
    return [terms for terms in asked if terms]


def holds_asked(things: Sequence[Sequence[Term]], document: Document, group: Group) -> bool:
    """Tell whether an item, or what was found where there is none, holds some of each thing."""
    passages = " ".join(f"{hit.passage.header} {hit.passage.text}" for hit in group.hits)
    words = group.item.words(document.text) if group.item else passages
    return holds_things(things, f"{document.title} {words}")


def holds_things(things: Sequence[Sequence[Term]], text: str) -> bool:
    """Tell whether a text holds some of each thing that is asked of."""
    for terms in things:
        told = matching.without_bodies(text, terms)
        held = frozenset(term.text for term in terms if matching.stands_or_joins(term, told))
        if matching.coverage(terms, held) < _SOME_OF_IT:
            return False
    return True


_SAYS_LITTLE = frozenset(
    (
        *("money", "amount", "average", "agreement", "contract", "case", "matter", "proposal"),
        *("plan", "project", "service", "scheme", "treatment", "assessment", "examination"),
        *("decision", "increase", "change", "use", "rule", "result", "work", "number", "share"),
        *("total", "place", "seat", "year", "month", "day", "time", "hour", "way", "unit", "one"),
        *("people", "persons", "citizens", "run", "open", "help", "support", "part", "possible"),
    )
)
"""English words that many things are called by, so that papers may well leave them out."""
_SOME_OF_IT = 0.4
"""Share of the weight of what is asked of from which an item may be of it: papers put the rest of
it in other words, and "flextur" is "the on-demand flextur service"."""
