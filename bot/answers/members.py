"""Who sits on a body of which no meeting is known: by its terms of reference."""

import re
from collections.abc import Iterable, Iterator

from bot.answers import facts, mandates, refusals
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import document_name
from bot.questions.intents import PeopleAspect
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Filter, View
from index.danish.folding import fold
from index.danish.words import compound_terms, term_set
from index.documents import Document, DocumentKind
from index.search.terms import content_terms

_SITS = re.compile(
    r"^(?:og |and )?(?:hvem (?:sidder|sad|er|var) (?:med |medlem\w* )?(?:i|af)\b"
    r"|who (?:sits|sat|serves|served) (?:on|in)\b"
    r"|who (?:is|are|was|were) (?:on|in|(?:the )?members? of)\b)"
)


_NAMED = re.compile(
    r"^(?:og |and )?(?:hvem|who) \w+(?: \w+)? (?:i|af|on|in|of) (?:the )?"
    r"(?P<name>(?-i:[A-ZÆØÅ])[\w-]*[a-zæøå])(?=\W*$)",
    re.IGNORECASE,
)
"""A body that is named by one word, and none of those that are known."""
_GROUP = re.compile(
    r"^(?:og |and )?(?:hvem|who) \w+(?: \w+)? (?:i|af|on|in|of) (?:the )?"
    r"(?P<name>\w{3,}(?:gruppe|team|klynge|komite|panel|netvaerk)(?:n|et|en|met)?)(?=\W*$)"
)
"""The same in lower case, folded: "saargruppen"."""
_OF_SOMETHING = re.compile(
    r"^(?:og |and )?(?:hvem|who) \w+(?: \w+)? (?:i|af|on|in|of) (?:the )?"
    r"\w*(?:bestyrelse|udvalg|raad|naevn|komite|gruppe|panel|repraesentantskab"
    r"|board|committee|council|group)(?:n|en|et|t)? "
    r"(?:for|i|hos|af|ved|of|for|at|in) (?:the |den |det )?(?P<name>\w.*?)\W*$"
)
"""The board of something, folded, none of the bodies that are known."""
_OF_A_MATTER = re.compile(r"\s+(?:om|for|vedr\w*|on|about)\s+(?P<matter>.+?)\W*$", re.IGNORECASE)
"""What a group is said to be about, behind its name."""


def answer(question: Question, view: View) -> Reply | None:
    """Return what the terms of reference of a body say of who sits on it.

    `None` where it has met, for then who came is told, and where they say nothing of it. Of a body
    that no paper is known of, nobody is told.
    """
    if question.people is not PeopleAspect.PRESENT or question.period is not None:
        return None
    if _SITS.search(fold(question.text)) is None:
        return None
    if _is_of_another_matter(question):
        return refusals.refuse(question, view)
    named = _NAMED.search(question.text) or _GROUP.search(fold(question.text))
    if named is not None and not question.bodies:
        told = told_by_terms(question, _titled(named["name"], view))
        return told or refusals.refuse(question, view)  # who came to a meeting of another body
    if not question.bodies and (of := _OF_SOMETHING.search(fold(question.text))):
        return _listed_for(of["name"], question, view) or refusals.refuse(question, view)
    if len(question.bodies) != 1 or view.attendance(Filter(bodies=question.body_keys)):
        return None
    return told_by_terms(question, mandates.terms_of(question.bodies[0], view))


def _listed_for(name: str, question: Question, view: View) -> Reply | None:
    """Return a list of people that a paper gives which is called by whose board it is.

    Or those whom an item appointed that has the name in its title.
    """
    quoted = facts.answer(question, view)
    if quoted is None or not quoted.citations:
        return None
    citation = quoted.citations[0]
    document = citation.document
    above = term_set(f"{document.title} {document.source} {document.text[: document.head_end]}")
    item = citation.item.title if citation.item is not None else ""
    appointed = _APPOINTED.search(fold(citation.quote)) is not None
    above |= term_set(item) if appointed else set()
    named = question.read_as == "en" or set(content_terms(name)) <= above
    enough = 1 if appointed else _SEVERAL
    return quoted if named and len(_PERSON.findall(citation.quote)) >= enough else None


_APPOINTED = re.compile(r"\b(?:udpeget|udpegede|udpeges|valgt|valgte|vaelges|appointed)\b")
_SEVERAL = 2
_PERSON = re.compile(r"\b[A-ZÆØÅ][a-zæøåé]+[ -](?:[A-ZÆØÅ]\. )?[A-ZÆØÅ][a-zæøåé]+")


def _titled(name: str, view: View) -> Iterator[Document]:
    """Give the terms of reference that have a name, or what it is made of, in their title."""
    parts = set(compound_terms(fold(name)))
    for paper in view.documents(Filter(kinds=frozenset({DocumentKind.TERMS}))):
        title = term_set(paper.title)
        if fold(name) in fold(paper.title) or (len(parts) > 1 and parts <= title):
            yield view.document(paper.id)


def _is_of_another_matter(question: Question) -> bool:
    """Tell whether a body is named by what many are ("the working group"), and for another thing.

    Its own name has what it is for: "the working group for wounds".
    """
    if len(question.bodies) != 1:
        return False
    (body,), word = question.bodies, question.body_words[0]
    behind = _OF_A_MATTER.match(question.text.partition(word)[2])
    if behind is None or len(word.split()) > 1:
        return False
    known = term_set(" ".join(body.names))
    asked = content_terms(behind["matter"])
    return bool(asked) and known.isdisjoint(asked)


def told_by_terms(question: Question, papers: Iterable[Document]) -> Reply | None:
    """Return what the first of some terms of reference that says who sits on a body has of it."""
    for document in papers:
        if (place := mandates.composition(document)) is not None:
            draft = Draft(question.text, question.language)
            draft.heading(document_name(draft, document))
            draft.quote(document, place)
            return draft.reply(ReplyKind.PEOPLE)
    return None
