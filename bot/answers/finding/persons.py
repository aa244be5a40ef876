"""The persons that a question names, and what is left of the question without them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.finding.matching import small_words
from bot.questions.patterns import pattern
from bot.questions.question import Question
from index.archive import Filter, View
from index.danish.folding import fold
from index.danish.words import folded_words
from index.documents import Attendee, Document
from index.spans import Span

_NAMES = re.compile(
    r"(?<=\s)[A-ZÆØÅ][\wæøåéöü'’-]+(?:\s+(?:[A-ZÆØÅ]\.|af|von|van|de|[A-ZÆØÅ][\wæøåéöü'’-]+)){0,3}"
    r"\s+[A-ZÆØÅ][\wæøåéöü'’-]+"
)
_ASKING_WORDS = """
    meldt sendt forlod gik gået før tid efter deltaget alle møder
    var deltog deltager mødte er havde har kom meldte sendte manglede udeblev blev hvad hvordan
    stemte stemt stemme til stede tilstede med der da i ved under af om for imod ja nej ikke afbud
    fraværende væk forfald inhabil behandlingen behandling behandlet behandledes drøftelsen
    drøftelse drøftet vedtaget vedtog besluttet beslutningen beslutning godkendt afstemningen
    afstemning punktet punkt sagen sag mødet møde taget op på den det de borgmester formand medlem
    lokalet was were wasn't is did didn't has had how what vote voted at in on the of when present
    there absent away attend attended take taking part participate participated miss missed
    meeting item discussion discussed debate decided decision adopted approved treated considered
    consideration handling join apologies apologised sent her his their regrets show up come to
    about regarding against for not member members sidder sad
    inhabile erklærede erklærer sig deltage disqualified
    missing met meet meets held gathered mødtes mødes samledes holdt afholdt
"""
_ASKED = frozenset(folded_words(_ASKING_WORDS))


def named_in(text: str, people: Sequence[Attendee]) -> list[str]:
    """Return the names of those among `people` whom a text names, as the papers write them."""
    words = fold(text)
    runs = [folded_words(run) for run in typed_names(text)]
    found = dict.fromkeys(
        person.name
        for person in people
        if re.search(rf"\b{re.escape(fold(person.name))}\b", words)
        or any(is_named(person.name, run) for run in runs)
    )
    return list(found) or _by_surname(text, people)


def _by_surname(text: str, people: Sequence[Attendee]) -> list[str]:
    """Return the one person whom a text names by a surname alone; none where two have it."""
    typed = {fold(word) for word in _CAPITALISED.findall(text)}
    found = dict.fromkeys(p.name for p in people if folded_words(p.name)[-1] in typed)
    names = list(found)
    same = all(is_named(names[0], folded_words(name)) for name in names[1:])
    return names if names and same else []


_CAPITALISED = re.compile(
    r"(?<=[a-zæøå] )[A-ZÆØÅ][a-zæøåéöü'’-]{2,}(?!\s+[A-ZÆØÅ])(?!\s+(?:[Kk]ommune|[Rr]egion))\b"
)


def is_named(name: str, run: tuple[str, ...] | list[str]) -> bool:
    """Tell whether a name and another are one person's: "Ida Lund Dam" and "Ida Dam".

    A paper may set a title before the name, so the words of one must stand in the other in their
    order, the last among them.
    """
    mine = list(folded_words(name))
    short, long = sorted((mine, list(run)), key=len)
    if len(short) < _FULL or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(word in rest for word in short)


_FULL = 2
"""Words of a name by which a person is known: a surname alone is many persons'."""


def typed_names(text: str) -> list[str]:
    """Return what looks like the name of a person in a question."""
    found = (match[0] for match in _NAMES.finditer(text))
    return [name for name in found if not _OF_AN_INSTITUTION.search(fold(name))]


_OF_AN_INSTITUTION = re.compile(
    r"\b(?:region|kommune|foreningen|fonden|danske?)\b|udvalg|\w(?:raad|bestyrelse|kommission)(?:et|en)?\b"
    r"|hospital|sygehus"
)


def persons_of(question: Question, view: View) -> list[str]:
    """Return the names of the persons that a question names and the archive knows."""
    within = Filter(bodies=question.body_keys)
    people = [entry.attendee for entry in view.attendance(within)]
    found = named_in(question.text, people)
    if not found and question.bodies:
        found = named_in(question.text, [entry.attendee for entry in view.attendance()])
    return found


def in_paper(names: list[str], document: Document) -> list[Attendee]:
    """Return what a paper's attendance has on persons; names may be written in several ways."""
    runs = [folded_words(name) for name in names]
    return [
        person
        for person in document.attendance
        if any(
            fold(person.name) == fold(name) or is_named(person.name, run)
            for name, run in zip(names, runs, strict=True)
        )
    ]


def mentions(names: Sequence[str], document: Document) -> list[Span]:
    """Return where a paper names somebody, wherever in it that stands; once a line.

    What was read as attendance may lack a person whom the paper has: nobody is denied unread.
    """
    found: list[Span] = []
    for line in re.finditer(r"\S[^\n]*", document.text):
        runs = [(word.start(), word.end()) for word in re.finditer(r"\w+", line[0])]
        words = [fold(line[0][start:end]) for start, end in runs]
        for name in names:
            at = _name_in(words, folded_words(name))
            if at is not None:
                first, last = runs[at[0]][0], runs[at[1]][1]
                found.append(Span(line.start() + first, line.start() + last))
                break
    return found


def _name_in(words: Sequence[str], name: Sequence[str]) -> tuple[int, int] | None:
    """Return the first and the last of the words that are a name, with up to two others between."""
    for first, word in enumerate(words):
        if word != name[0]:
            continue
        at = first
        for other in name[1:]:
            near = (i for i in range(at + 1, min(at + 2 + _BETWEEN, len(words))))
            at = next((i for i in near if words[i] in {other, f"{other}s"}), -1)
            if at < 0:
                break
        else:
            return first, at
    return None


_BETWEEN = 2
"""Middle names that a paper may have and a question not."""


def of_a_part(question: Question) -> bool:
    """Tell whether a question about a person is about an item, and not about a meeting."""
    return pattern("one_person", "part").search(fold(question.text)) is not None


def matter_beside(question: Question, names: list[str]) -> Question | None:
    """Return the question for the matter alone; `None` where it names none.

    What asks, who is asked about, and the small words are left out.
    """
    gone = (
        _ASKED
        | _surnames(question, names)
        | {
            word
            for name in (*names, *typed_names_of(question, names))
            for word in folded_words(name)
        }
    )
    kept = [w for w in question.subject.split() if not gone.issuperset(folded_words(w))]
    left = {folded for word in kept for folded in folded_words(word)}
    left -= small_words(question.read_as)
    return replace(question, subject=" ".join(kept), names=question.names - gone) if left else None


def _surnames(question: Question, names: list[str]) -> set[str]:
    last = {folded_words(name)[-1] for name in names}
    return last & {fold(word) for word in _CAPITALISED.findall(question.text)}


def typed_names_of(question: Question, names: list[str]) -> list[str]:
    """Return the names as typed of the persons that were recognised; the first, where none was.

    What became a body is nobody's name.
    """
    typed = [t for t in typed_names(question.text) if question.given.isdisjoint(folded_words(t))]
    known = [t for t in typed if any(is_named(name, folded_words(t)) for name in names)]
    return known or typed[:1]
