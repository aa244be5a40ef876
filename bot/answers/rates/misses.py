"""What is nearly the rate that is asked for, and what surely is none of what was asked.

A rate is there for the matter, but not in the unit or for the year of an agreement; or the archive
has never heard of the matter, so that any amount would be that of another one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answers.finding import matching
from bot.answers.rates.matching import find_matches
from bot.answers.rates.professions import is_profession, speaks_of
from bot.answers.rates.terms import Match
from bot.answers.rates.typed import called, is_own_form
from bot.answers.telling.draft import Draft
from bot.citations import Citation
from bot.questions.question import Question
from bot.questions.rates.payments import may_answer
from bot.questions.rates.rate_question import RateQuestion
from bot.questions.rates.sides import lacks_hours, sides_in
from bot.replies import Language, Reply
from index.archive import Found, Term, View
from index.danish.sentences import sentences
from index.danish.words import folded_words, term_set, tokens
from index.rates.codes import is_year
from index.rates.units import Unit, ordered
from index.search.coverage import stands

HELD: Mapping[Language, float] = {"da": 0.52, "en": 0.34}
"""Share of the weight of what is asked for that an item must hold to be about it; less where the
words are translated, for not every word of an item is one that the glossary knows."""


@dataclass(frozen=True, slots=True)
class Miss:
    """Rates of the matter that is asked about, and what about them is not as asked."""

    asked: RateQuestion
    """Without what none of them has."""
    matches: Sequence[Match]
    unit: frozenset[str] = frozenset()
    """Keys of the unit that was asked for."""
    year: int | None = None
    """Of an agreement."""

    def say(self, draft: Draft) -> None:
        """Say what is not there."""
        if self.unit:
            each = Unit(None, ordered(tuple(sorted(self.unit)))).words(draft.language)
            draft.say("rate_other_unit", unit=each)
        if self.year is not None:
            draft.say("rate_other_year", number=self.year)


def near_miss(asked: RateQuestion, terms: tuple[Term, ...], view: View) -> Miss | None:
    """Return the rates of what is asked for in other units, else of other years of an agreement."""
    if told := _by_day(asked, terms, view):
        return told
    if not any(term.weight for term in asked.subject(terms)):
        return None  # the unit was all that was asked for
    for unit, year in ((asked.per, None), (frozenset(), asked.year), (asked.per, asked.year)):
        if not unit and year is None:
            continue
        wider = replace(
            asked,
            per=frozenset() if unit else asked.per,
            year=None if year is not None else asked.year,
        )
        matches = find_matches(wider, terms, view)
        if matches:
            return Miss(wider, matches, unit, year)
    return None


def _by_day(asked: RateQuestion, terms: tuple[Term, ...], view: View) -> Miss | None:
    """Return the rates of the day where "om dagen" is asked, and no rate is per day."""
    if not asked.by_day:
        return None
    meant = replace(asked, per=asked.per - {"day"}, sides=asked.sides | {"day"})
    matches = [m for m in find_matches(meant, terms, view) if "day" in sides_in(m.rate.name)]
    return Miss(meant, matches) if matches else None


def is_of_another(
    asked: RateQuestion, found: Found, quoted: Reply | None, language: Language
) -> bool:
    """Tell whether what would be quoted is not about what a rate is asked for.

    It is not where the archive knows no word of that, or where what is quoted first stands in an
    item that holds little of it, or nothing of the kind of rate that a noun such as "mødehonorar"
    asks for.
    """
    subject = [term for term in asked.subject(found.terms) if term.weight]
    known = [term for term in subject if term.known]
    if not asked.sure or not subject or quoted is None:
        return False
    around = list(_around(found, quoted.citations[0]))
    words = [term_set(text) for text in around]
    if language == "da":
        held = sum(t.weight for t in known if any(matching.together(t, text) for text in around))
        stood = frozenset().union(*words)
        if any(stood.isdisjoint(head.stems) for head in asked.heads):
            return True
    else:
        held = sum(t.weight for t in known if any(stands(t, one) for one in words))
    return held < HELD[language] * sum(term.weight for term in known) or not known


def holds_all(asked: RateQuestion, found: Found, quoted: Reply, question: Question) -> bool:
    """Tell whether what is quoted, with the titles above it, has every word that is asked for."""
    texts = [term_set(text) for text in _above(found, quoted.citations[0])]
    held = frozenset().union(*texts)
    subject = [term for term in asked.subject(found.terms) if term.weight]
    told = " ".join(_above(found, quoted.citations[0]))
    return all(
        speaks_of(term, told) if is_profession(term) else stands(term, held) for term in subject
    ) and not is_of_other_names(question, asked, found, quoted)


def is_of_other_payer(question: Question, found: Found, quoted: Reply) -> bool:
    """Tell whether what people earn is asked for, and what they are charged quoted; or so."""
    return not may_answer(question.text, " ".join(_above(found, quoted.citations[0])))


def is_of_other_hours(asked: RateQuestion, found: Found, quoted: Reply) -> bool:
    """Tell whether the rate of the night is asked for, and what is quoted is of no night."""
    return lacks_hours(asked.sides, " ".join(_above(found, quoted.citations[0])))


def is_of_other_names(question: Question, asked: RateQuestion, found: Found, quoted: Reply) -> bool:
    """Tell whether a name or a number of the question stands nowhere around what is quoted.

    "Hov Idrætshal" is not "Hou Idrætshal", and 3.864 is no other amount.
    """
    if not asked.sure:
        return False
    citation = quoted.citations[0]
    head = f"{citation.document.body or ''} {citation.document.text[:_HEAD]}"
    around = " ".join((*_above(found, citation), head))
    words, terms = folded_words(around), term_set(around)
    # What the glossary has a word for may stand there by another than it gives.
    meant = {w for t in found.terms if t.translated or stands(t, terms) for w in t.text.split()}
    names = question.names - asked.taken - question.given - meant
    numbers = {
        token.folded
        for token in tokens(question.text)
        if token.folded.isdigit() or _AMOUNT.fullmatch(token.folded)
    }
    told = {n for n in numbers - asked.taken - question.given if len(n) >= _LONG_NUMBER}
    told = {number for number in told if not is_year(number)}
    quote = folded_words(" ".join(_above(found, citation)))
    return not told <= set(quote) or any(not _is_named(name, words) for name in names)


def _is_named(name: str, words: Sequence[str]) -> bool:
    """Tell whether a name stands among words, in another case perhaps: "Sundbys"."""
    return any(word.startswith(name) and len(word) - len(name) <= _ENDING for word in words)


_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+")
_ENDING = 2
"""Letters of an ending."""
_HEAD = 400
"""Characters at the top of a paper in which it says whose it is."""
_LONG_NUMBER = 3
"""Digits of a number that is no count of something small."""


def _above(found: Found, citation: Citation) -> Iterator[str]:
    """Yield what is quoted, and the titles and headings above it; of an item, all that was found.

    An item is of one matter; other sentences of a paper are of others.
    """
    if citation.item is not None:
        yield from _around(found, citation)
        return
    yield from (citation.document.title, citation.quote)
    for group in found.groups:
        for hit in group.hits:
            same = hit.passage.document == citation.document.id
            if same and hit.passage.span.overlaps(citation.span):
                yield hit.passage.header


def _around(found: Found, citation: Citation) -> Iterator[str]:
    """Yield titles and sentences of the item, or part of a document, where a citation stands.

    The parts of a compound ("bro", "takst") in different sentences are not the compound.
    """
    yield from (citation.document.title, citation.quote)
    if citation.item is not None:
        yield citation.item.title
    for group in found.groups:
        hits = [hit.passage for hit in group.hits]
        if group.document.id == citation.document.id and any(
            passage.span.overlaps(citation.span) for passage in hits
        ):
            for passage in hits:
                yield passage.header
                yield from (span.of(passage.text) for span in sentences(passage.text))


def by_other_word(asked: RateQuestion, terms: Sequence[Term], matches: Sequence[Match]) -> str:
    """Return the word of a Danish question by which none of some rates is called; empty if any is.

    The glossary leads from one word to others, and from "rygning" to "rygestop": what is found by
    those alone is another thing, or the same by another name.
    """
    for term in asked.subject(tuple(terms)):
        own = [form for form in term.forms if is_own_form(form, term.text)]
        if not term.weight or len(own) == len(term.forms):
            continue
        words = [called(match) for match in matches]
        plainly = any(c.issuperset(form.split()) for c in words for form in own)
        if not plainly and any(stands(term, c) for c in words):
            return term.text
    return ""
