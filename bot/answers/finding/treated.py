"""The items that a question on people is about: what somebody was against, or absent for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answers.finding import matching
from bot.answers.finding.meetings import is_superseded, papers_of_meetings
from bot.answers.finding.relevance import relevant, subject_of
from bot.answers.finding.searches import for_decision, meeting_papers
from bot.answers.finding.sorts import SORTS_OF_BODY, is_of_sort
from bot.answers.finding.subjects import in_papers_that_name
from bot.questions.intents import asking_for_people
from bot.questions.question import Question
from index.archive import DocumentEntry, Found, Group, View
from index.danish.folding import fold
from index.danish.stopwords import MEETING, SMALL
from index.danish.words import folded_words, word_terms
from index.documents import Item


@dataclass(frozen=True, slots=True)
class Treated:
    """An item in the paper of its meeting."""

    paper: DocumentEntry
    item: Item


def item_asked_about(question: Question, view: View) -> Treated | None:
    """Return the item that a question is about, if it is about one."""
    for group in items_asked_about(question, view):
        if group.item is not None:
            return Treated(group.document, group.item)
    return None


def titled(matter: Question, view: View) -> Iterator[Treated]:
    """Yield the items whose titles have all words of a matter, of the newest papers first.

    Of a closed item no more than its title can be seen, and a word that stands in a title only
    may have a form of which the search knows nothing.
    """
    unsaid = matching.small_words(matter.read_as)
    words = [word for word in folded_words(matter.subject) if word not in unsaid]
    papers = papers_of_meetings(view.documents(meeting_papers(matter)))
    for paper in papers[:PAPERS_LOOKED_AT] if words else ():
        for item in view.document(paper.id).items:
            title = folded_words(item.title)
            if all(any(_one_word(word, other) for other in title) for word in words):
                yield Treated(paper, item)


PAPERS_LOOKED_AT = 60
_STEM = 6
_ENDING = 4


def _one_word(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: by their terms, or by how they begin."""
    if frozenset(word_terms(one)) & frozenset(word_terms(other)):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _STEM and long.startswith(short) and len(long) - len(short) <= _ENDING


def items_asked_about(question: Question, view: View) -> list[Group]:
    """Return what a question is about, the best first, of the sort of body that it names."""
    # The words that ask ("stemte imod") stand in other items; only where the rest of the question
    # finds none may they help.
    for asked in dict.fromkeys((_without_asking(question), question)):
        found = view.search(for_decision(asked))
        if _names_matter(asked, found):
            groups = [
                group
                for group in in_papers_that_name(question, found, relevant(asked, found), view)
                if not is_superseded(group.document, view) and _is_of_sort(group, question)
            ]
            if any(group.item for group in groups):
                return groups
    return []


def holding_matter(question: Question, groups: Sequence[Group], view: View) -> list[Group]:
    """Return the items that hold a word of what a question is about, beside who is asked for.

    All of them where it names nothing, or nothing that can be looked for in Danish.
    """
    matter = _without_asking(question)
    found = view.search(for_decision(matter))
    words = asking_for_people(question.text, question.people) | SMALL[question.read_as]
    terms = [t for t in subject_of(matter, found) if not words.issuperset(t.text.split())]
    if question.read_as == "en":
        terms = [term for term in terms if term.translated]
    if not terms:
        return list(groups)
    if any(not (t.known or t.translated) and _is_thing(t.text, question) for t in terms):
        return []  # "østmolen" stands nowhere: whatever was found is another matter
    return [g for g in groups if matching.shares(terms, _text_of(g, view))]


def _is_thing(word: str, question: Question) -> bool:
    """Tell whether a word is a noun that a Danish question takes for known: "den nye kran"."""
    if _DEFINITE.search(word):
        return True
    led = rf"\b(?:den|det|de|en|et)\s+(?:\w+e\s+)?{re.escape(word)}\b"
    return re.search(led, fold(question.text)) is not None


_DEFINITE = re.compile(r"\w{4,}(?:en|et|erne|ene)$")


def _text_of(group: Group, view: View) -> str:
    document = view.document(group.document.id)
    words = group.item.words(document.text) if group.item else document.text
    return f"{document.title} {words}"


def _is_of_sort(group: Group, question: Question) -> bool:
    """Tell whether a paper is of such a body as a question speaks of: "i udvalget"."""
    if question.bodies:
        return True
    body = group.document.body
    return is_of_sort(body.name if body else group.document.title, question)


def _without_asking(question: Question) -> Question:
    """Return the question without the words that ask for people: every vote has them."""
    # "I udvalget" says which body's papers are meant, and is in none of their items.
    words = asking_for_people(question.text, question.people) | SORTS_OF_BODY
    left = [w for w in question.subject.split() if not words.issuperset(folded_words(w))]
    return replace(question, subject=" ".join(left)) if left else question


def of_meeting(question: Question) -> Question:
    """Return the question as it names a meeting, where it only asks who is in a body."""
    return question if _without_asking(question) is not question else replace(question, subject="")


def _names_matter(question: Question, found: Found) -> bool:
    """Tell whether a question names a matter beside the meeting and who is asked for."""
    names = " ".join(name for body in question.bodies for name in body.names)
    words = asking_for_people(question.text, question.people) | MEETING[question.read_as]
    words |= matching.matched(found.terms, names)
    return any(not words.issuperset(t.text.split()) for t in subject_of(question, found))
