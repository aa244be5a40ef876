"""Whether what was found is about what was asked: the line between an answer and a no.

A similarity of vectors alone cannot tell (with the bundled model "capital of France" lies closer to
any minutes than one would think), so words and vectors decide together: the share of the
question's weight that stands in the item in any form, and how far its best passage lies above what
a passage far down the list scores. The line at `ENOUGH` was drawn between 163 questions with an
answer and 19 without: 4 % of the one kind lay below 0.55, and 53 % of the other; below 0.60 it was
7 % and 68 %.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from bot.answers.finding import matching
from bot.questions.ends import end_said
from bot.questions.patterns import pattern
from bot.questions.question import Question
from index.archive import Found, Group, Hit, Term
from index.danish.stopwords import ENGLISH_ASIDE
from index.danish.words import term_set

ENOUGH = 0.58
"""Worth from which an item is about the question."""
NEARNESS = 4.0
"""What a cosine above the usual counts beside the coverage."""
SLACK = 0.15
"""How far below `ENOUGH` an item may lie once another one answers."""
NAME = 1.5
"""What a name counts, of what its rarity would give it."""
PLAIN = 0.6
"""What a simple word counts that nothing here knows."""
ASIDE = 0.15
"""What an English word counts that names nothing: "who *became* the tenant"."""
DECIDED = 0.25
"""What a word for deciding counts that an item does not hold, where a decision is asked for, and
one that says how it ended: what was "rejected" by the question may have been approved, and of all
that was rejected it is one."""
LITTLE_LEFT = 0.3
"""Share of the question's weight below which what is left of it cannot be judged by itself."""
LOOKED_AT = 3
"""Groups of which one must be about the question."""


def relevant(question: Question, found: Found) -> tuple[Group, ...]:
    """Return the groups that are about the question, in their order; none when no one is.

    A question of nothing but small words and what became a filter ("what did KEU decide in May?")
    is answered by whatever the filter lets through.
    """
    terms = _judged(question, found)
    if not terms:
        filtered = question.bodies or question.period or question.case_numbers
        return found.groups if filtered else ()
    groups = _with_codes(question, terms, found.groups)
    presumed = _presumed(question, terms)
    ends = frozenset(text for text in presumed if end_said(text) is not None)
    terms, presumed = _counting_little(terms, ends), presumed - ends
    leading = [worth(terms, found, group, presumed) for group in groups[:LOOKED_AT]]
    if max(leading, default=0.0) < ENOUGH:
        return ()
    rest = (worth(terms, found, group, presumed) for group in groups[LOOKED_AT:])
    worths = zip(groups, chain(leading, rest), strict=True)
    return tuple(group for group, worth_it in worths if worth_it >= ENOUGH - SLACK)


def _presumed(question: Question, terms: Sequence[Term]) -> frozenset[str]:
    """Return the words by which a question says how a matter was decided."""
    if not question.about_decision:
        return frozenset()
    said = frozenset(t.text for t in terms if pattern("decision").fullmatch(t.text))
    return said if len(said) < len(terms) else frozenset()


def _with_codes(
    question: Question, terms: Sequence[Term], groups: Sequence[Group]
) -> Sequence[Group]:
    """Return the groups that hold every code of the question: "ydelse 0120", "lov 1356", "AL24".

    Another number is another thing, however alike the words around it. What a paper is called for
    short may stand in the name of its file alone.
    """
    codes = [
        t
        for t in terms
        if t.text not in question.given
        and (_CODE.fullmatch(t.text) or (t.known and _DESIGNATION.fullmatch(t.text)))
    ]
    if not codes:
        return groups
    held = frozenset(term.text for term in codes)
    return [
        group
        for group in groups
        if held
        <= frozenset().union(*(_present(codes, group, hit) for hit in group.hits))
        | matching.matched(codes, _FILE_WORDS.sub(" ", group.document.source))
    ]


_CODE = re.compile(r"(?!(?:19|20)\d\d$)\d{3,}")
"""A number that names something: of three digits or more, and no year."""
_DESIGNATION = re.compile(r"[a-z]{2,5}\d{2,4}")
"""Letters and a number that name an agreement or a scheme of some year."""
_FILE_WORDS = re.compile(r"[/._-]+")


def subject_of(question: Question, found: Found) -> list[Term]:
    """Return the words of the question that are neither filter nor sort of answer.

    Empty when next to nothing of its weight is left.
    """
    taken = question.given | question.asking
    terms = [t for t in found.terms if not taken.issuperset(t.text.split())]
    left = sum(term.weight for term in terms)
    return terms if left >= LITTLE_LEFT * sum(term.weight for term in found.terms) else []


def _judged(question: Question, found: Found) -> list[Term]:
    """Return the words that must stand in an item, each with what it weighs here.

    Words that became a filter are judged by the filter, and those that only name the sort of
    answer by the sentences, unless next to nothing is left. A simple
    word that neither the archive nor the glossary knows counts less than its rarity would give it:
    it is as often a plain verb ("glemmer") as the matter itself. A compound ("tandlægehonorar") or
    a term of the glossary is the matter, and a name must stand there, so it counts more.
    """
    terms = subject_of(question, found) or found.terms
    return [replace(term, weight=_weight(question, term)) for term in terms]


def _weight(question: Question, term: Term) -> float:
    if term.text in question.names:
        return NAME * term.weight
    if question.read_as == "en" and not term.known and term.text in ENGLISH_ASIDE:
        return ASIDE * term.weight
    simple = not term.known and not term.translated and len(term_set(term.text)) == 1
    return PLAIN * term.weight if simple else term.weight


def worth(
    terms: Sequence[Term], found: Found, group: Group, presumed: frozenset[str] = frozenset()
) -> float:
    """Return how much speaks for a group being about what `terms` ask; see `ENOUGH`.

    Args:
        terms: The words that are judged.
        found: What was found.
        group: One of what was found.
        presumed: Those of the words that say that it was decided, and not which it is.
    """
    passages = [_present(terms, group, hit) for hit in group.hits]
    held = frozenset().union(*passages)
    terms = _counting_little(terms, presumed - held)
    shares = [matching.coverage(terms, present) for present in passages]
    whole = matching.coverage(terms, held)
    return (max(shares, default=0.0) + whole) / 2 + NEARNESS * _nearness(found, group)


def _counting_little(terms: Sequence[Term], words: frozenset[str]) -> list[Term]:
    return [replace(t, weight=DECIDED * t.weight) if t.text in words else t for t in terms]


def _present(terms: Sequence[Term], group: Group, hit: Hit) -> frozenset[str]:
    return matching.matched(
        terms, " ".join((hit.passage.header, hit.passage.text, group.document.title))
    )


def _nearness(found: Found, group: Group) -> float:
    if found.usual_cosine is None:
        return 0.0
    cosines = [hit.cosine for hit in group.hits if hit.cosine is not None]
    return max(cosines) - found.usual_cosine if cosines else 0.0
