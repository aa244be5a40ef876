"""Whether an item is about the very thing that a question names, and not about one like it.

The words of a question may stand in an item for the most part, and yet it is another place, another
number, another thing: the school in Hov is not the inn in Hov. Likeness cannot tell; what the
question names can.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from bot.answers.finding import matching
from bot.answers.finding.asked_of import holds_asked, things_asked
from bot.answers.finding.numbered import Numbered, holds_all, numbered
from bot.answers.finding.unsaid import ATTRIBUTES, matter_of
from bot.questions.patterns import pattern
from bot.questions.question import Question
from index.archive import Found, Group, Term, View
from index.danish.folding import fold, plainly
from index.danish.places import named_places, places_at
from index.danish.stopwords import WEAK
from index.danish.words import compound_terms, folded_words, term_set, tokens
from index.documents import Document


def of_its_subject(
    question: Question, found: Found, groups: Sequence[Group], view: View
) -> list[Group]:
    """Return the groups that are about what the question names, in their order."""
    names = _names(question, found)
    head = thing_named(question, found) if question.about_decision else []
    asked = [] if question.about_decision else things_asked(question, found)
    things = numbered(question)
    kinds = matter_of(question, found)
    settled = thing_decided(question, found) if question.about_decision else []
    agreed = thing_named(question, found, "agreed_on")
    years = _years_of_thing(question) if question.about_decision else []
    if not (names or head or asked or things or kinds or settled or agreed or years):
        return list(groups)
    kept = [
        group
        for group in groups
        if _is_of(view.document(group.document.id), group, names, head, things, kinds, years)
        and holds_thing(settled, view.document(group.document.id), group)
        and holds_asked(asked, view.document(group.document.id), group)
        and _is_on(agreed, view.document(group.document.id))
    ]
    naming = [g for g in kept if _names_all(names, view.document(g.document.id), g)]
    if not naming:
        return kept
    # A paper may name two places: what is titled by the other one is not meant.
    return [g for g in kept if g in naming or not _titled_by_another(names, g)]


def in_papers_that_name(
    question: Question, found: Found, groups: Sequence[Group], view: View
) -> list[Group]:
    """Return the groups whose papers hold every name that a question writes with a capital."""
    names = _names(question, found)
    return [g for g in groups if _names_all(names, view.document(g.document.id), None)]


def _is_of(
    document: Document,
    group: Group,
    names: Sequence[tuple[str, ...]],
    head: Sequence[Term],
    things: Sequence[Numbered],
    kinds: Sequence[Term],
    years: Sequence[str],
) -> bool:
    if not _names_all(names, document, None):
        return False
    words = group.item.words(document.text) if group.item else document.text
    item = f"{document.title} {words}"
    if any(year not in item for year in years):
        return False
    title = group.item.title if group.item else document.title
    if head and not _names_thing(head, item, title):
        return False
    if group.item and _is_of_another_kind(kinds, group.item.title, item):
        return False
    return holds_all(item, things)


def thing_decided(question: Question, found: Found) -> list[Term]:
    """Return the words of the thing that a question takes to be approved, refused, put off.

    "Did the board approve the new kiosk" is answered by no item that is not on a kiosk. A word that
    is neither translated nor in the archive stands in none.
    """
    named = pattern("decided_so").search(fold(question.text).strip())
    if named is None:
        return []
    thing = next(filter(None, named.groupdict().values()))
    words = set(folded_words(thing))
    small = question.given | question.asking | ATTRIBUTES | WEAK[question.read_as]
    return [
        term
        for term in found.terms
        if words.issuperset(term.text.split()) and not small.issuperset(term.text.split())
    ]


_MOST_OF_IT = 0.6
"""Share of a thing's weight from which it is the thing: X-ray pictures are no "dental X-rays"."""


def holds_thing(terms: Sequence[Term], document: Document, group: Group) -> bool:
    """Tell whether an item, or the paper where there is none, holds the words of a thing."""
    if not terms:
        return True
    words = group.item.words(document.text) if group.item else document.text
    title = group.item.title if group.item else ""
    text = matching.without_bodies(f"{document.title} {words}", terms)
    held = frozenset(t.text for t in terms if matching.names_thing(t, text, title))
    return matching.coverage(terms, held) >= _MOST_OF_IT


def _years_of_thing(question: Question) -> list[str]:
    """Return the years that what is decided on is of: "the 2025 budget" is no budget of 2027."""
    found = _YEAR_OF_THING.finditer(question.text)
    years = (next(filter(None, one.groups())) for one in found)
    return [year for year in years if year not in question.given]


_YEAR_OF_THING = re.compile(
    r"\b((?:19|20)\d\d)\s+(?:budget|accounts?|plan|programme|strategy|report|fees|rates|charges)\b"
    r"|\b(?:budget|regnskab|plan|program|strategi|årsrapport)\w*\s+(?:for\s+)?((?:19|20)\d\d)\b(?!\s?[-\u2013])",
    re.IGNORECASE,
)


def _is_on(agreed: Sequence[Term], document: Document) -> bool:
    """Tell whether a paper speaks of what an agreement is said to be on."""
    text = f"{document.title} {document.text}"
    return not agreed or any(matching.stands_or_joins(term, text) for term in agreed)


def _names_thing(head: Sequence[Term], text: str, title: str) -> bool:
    text, title = matching.without_bodies(text, head), matching.without_bodies(title, head)
    return any(matching.names_thing(term, text, title) for term in head)


def _is_of_another_kind(asked: Sequence[Term], title: str, text: str) -> bool:
    """Tell whether a title has another sort of what is asked about: blood tests for urine tests.

    Both are compounds with the same last part, and the first part of the one that is asked about
    stands nowhere in the item.
    """
    there = [compound_terms(token.folded) for token in tokens(title)]
    for term in asked:
        parts = compound_terms(term.text)
        if len(parts) < 2:
            continue
        others = [one for one in there if len(one) > 1 and one[-1] == parts[-1]]
        may_be_meant = any(_is_misspelt(parts[0], one[0]) for one in others)
        if others and not may_be_meant and parts[0] not in term_set(text):
            return True
    return False


def _is_misspelt(one: str, other: str) -> bool:
    """Tell whether two parts may be one word, typed differently: "satelit"."""
    return SequenceMatcher(None, one, other).ratio() >= _MISSPELT


_MISSPELT = 0.75


def _names(question: Question, found: Found) -> list[tuple[str, ...]]:
    """Return the names of places, people and things that a question writes with a capital.

    Each with what else it may be called. One that is all capitals may stand in the papers in
    words ("GP", "OK18"), and what became body, period or case number is judged by the filter.
    """
    terms = {term.text: term for term in found.terms}
    named = []
    for token in tokens(question.text):
        bare = _GENITIVE.sub("", token.text)
        term = terms.get(token.folded) or terms.get(fold(bare))
        if (
            term is not None
            and token.folded in question.names
            and token.folded not in question.given
            and sum(map(str.isupper, bare)) == 1
            and bare.isalpha()
        ):
            forms = term.forms if term.translated else ()
            named.append((re.sub(r"s$", "", plainly(bare)), *map(plainly, forms)))
    return named


def _names_all(names: Sequence[tuple[str, ...]], document: Document, group: Group | None) -> bool:
    """Tell whether a paper, or an item of it with the paper's title and body, has every name."""
    if not names:
        return True
    item = group.item if group is not None else None
    words = item.words(document.text) if item is not None else document.text
    body = document.body.name if document.body else ""
    text = plainly(f"{document.title}\n{body}\n{words}")
    return all(any(re.search(_inflected(form), text) for form in name) for name in names)


def names_all(question: Question, document: Document) -> bool:
    """Tell whether the head of a paper has every name that a question writes beside its committee.

    Its items may speak of any other place.
    """
    body = document.body.name if document.body else ""
    head = plainly(f"{document.title}\n{body}\n{document.text[: document.head_end]}")
    named = [
        re.sub(r"s$", "", plainly(token.text))
        for token in tokens(question.text)
        if token.folded in question.names and token.folded not in question.given
    ]
    return all(re.search(_inflected(name), head) for name in named)


def is_of_another_place(question: Question, words: str, titles: str) -> bool:
    """Tell whether a sentence tells of another place than the one that a question names.

    Args:
        question: The question.
        words: The sentence.
        titles: Of what it stands in, which may name the place for all below them.
    """
    asked = [
        re.sub(r"s$", "", plainly(name))
        for name in places_at(question.text)
        if fold(name) in question.names and fold(name) not in question.given
    ]
    told = f"{titles} {words}"
    if not asked or not places_at(told):
        return False
    text = plainly(told)
    return not any(re.search(_inflected(name), text) for name in asked)


def _titled_by_another(names: Sequence[tuple[str, ...]], group: Group) -> bool:
    """Tell whether the title of an item names a place or a person, and none of those."""
    named = named_places(group.item.title) if group.item else []
    text = plainly(" ".join(named))
    asked = [form for name in names for form in name]
    return bool(named) and not any(re.search(_inflected(form), text) for form in asked)


_GENITIVE = re.compile(r"['’]s$")


def _inflected(name: str) -> str:
    """Return a pattern of a name as a word; a long one may have an ending."""
    ending = r"\w{0,3}" if len(name) >= _LONG else "s?"
    return rf"\b{re.escape(name)}{ending}\b"


_LONG = 5


def thing_named(question: Question, found: Found, by: str = "thing") -> list[Term]:
    """Return the words of the thing that such a pattern names: "om *biografen* i Hov".

    Of several English ones, the last says what it is: "the museum café". A Danish thing of several
    words is as often "valget i året", so any of them will do.
    """
    named = pattern(by).search(fold(question.text).strip())
    if named is None:
        return []
    given = question.given
    typed = folded_words(next(filter(None, named.groupdict().values())))
    words = set(typed)
    every = ATTRIBUTES | WEAK[question.read_as] | given | question.asking
    head = [t for t in found.terms if words.issuperset(t.text.split()) and t.text not in given]
    if question.read_as == "da":
        return head
    telling = [t for t in head if not every.issuperset(t.text.split())]
    last = max(telling, key=lambda t: typed.index(t.text.split()[-1]), default=None)
    if last is None:
        return []
    # What neither glossary nor archive knows stands in no paper, unless it was no thing at all.
    return [last] if last.translated or len(typed) <= _A_NAME_FOR_IT else []


_A_NAME_FOR_IT = 2
"""Words of a phrase up to which it names a thing; a longer one may say something of it."""
