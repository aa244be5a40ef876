"""What a word or a name means: the long form that a document gives, the sentence that explains."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.answers.finding.meetings import is_superseded
from bot.answers.sentences.excerpts import Excerpt, excerpts
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import item_name
from bot.citations import folded
from bot.questions.question import Question
from bot.replies import Language, Reply, ReplyKind
from index.archive import AbbreviationEntry, Group, Query, View
from index.danish.folding import fold
from index.documents import Document

EXPLANATIONS = 2
"""Sentences quoted beside the long form."""

# How well a way of mentioning a term explains it, best first; patterns are on folded text, {term}
# stands for the term. A sentence that merely uses the term explains little.
_WAYS: tuple[tuple[float, str], ...] = (
    (1.0, r"\b{term}\b( \(\w+\))?,? (er|var|betyder|forstaas|defineres|betegner|bestaar|udgoer)\b"),
    (1.0, r"\bved (en |et )?{term}\b.* forstaas"),
    # As a list of words has it: "TRIO: det faste samarbejde …", "TRIO (det faste samarbejde …)".
    (1.0, r"^[\W_]*{term} ?(:|=|[–—-] )\W*[^\W\d]{{3,}}"),
    (1.0, r"^[\W_]*{term} \([^()\d]{{5,}}\)"),
    (1.0, r"^[\W_]*(\w+: )?{term} · (\w+: )?[^\W\d]{{3,}}"),
    (
        0.9,
        r"\b{term}\b\)?,? (som|der|hvilket)( \w+){{0,3}} (er|har|varetager|skal|bestaar|daekker)\b",
    ),
    (0.9, r"\w{{4,}}(en|et|ne|erne) {term}\b"),
    (
        0.8,
        # "SUF har anbefalet" tells what it did, not what it is.
        r"\b{term}\b( \(\w+\))? (varetager|skal|arbejder|omfatter|daekker|raadgiver"
        r"|har (til|ansvar\w*|som|en|et|den|det|\w+ medlemmer))\b",
    ),
    (0.7, r"\b{term} \("),
    (0.7, r"\({term}\)"),
    (0.6, r"\b(kaldet|kaldes|benaevnt|navnet|hedder) {term}\b"),
)
_SPELT_OUT = 1.1
_MENTION = 0.2
_ENOUGH = 0.6
_ARTICLE = 8
"""Letters before a term that a sentence on it may begin with: "I dag er …"."""
_SAYS_WHAT = 0.8
"""Worth from which a sentence says what a term is or does."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A sentence that explains a term, and how well."""

    group: Group
    document: Document
    excerpt: Excerpt
    worth: float


def answer(question: Question, view: View) -> Reply | None:
    """Return what a term means, `None` when the archive nowhere says so."""
    if question.term is None:
        return None
    longs = long_forms(question.term, view)
    explanations = _explanations(question.term, question.read_as, view)
    worthy = _worthy(explanations)
    if not longs and not worthy:
        return None
    draft = Draft(question.text, question.language)
    for entry in longs:
        write_long(draft, entry, view.document(entry.document.id))
    for explanation in (worthy or explanations)[:EXPLANATIONS]:
        draft.heading(item_name(draft, explanation.document, explanation.group.item))
        draft.quote(explanation.document, explanation.excerpt.span)
    return draft.reply(ReplyKind.DEFINITION)


def explanation_of(terms: Iterable[str], language: Language, view: View) -> Explanation | None:
    """Return the sentence that says what the first of some terms is or does; not its long form."""
    for term in terms:
        for explanation in _explanations(term, language, view):
            words = fold(folded(explanation.excerpt.span.of(explanation.document.text)))
            begins = fold(term) in words[: len(term) + _ARTICLE]
            told = re.search(rf"{re.escape(fold(term))}\)?,? (som|der|hvilket) ", words)
            if told or (_SAYS_WHAT <= explanation.worth <= 1.0 and begins):
                return explanation
    return None


def _worthy(explanations: Sequence[Explanation]) -> list[Explanation]:
    return [e for e in explanations if e.worth >= _ENOUGH]


def long_forms(term: str, view: View) -> list[AbbreviationEntry]:
    """Return each different long form of an abbreviation once, the newest document first."""
    kept: dict[str, AbbreviationEntry] = {}
    for entry in view.abbreviations():
        if fold(entry.abbreviation.short) == fold(term):
            kept.setdefault(_form(entry.abbreviation.long), entry)
    return list(kept.values())[:EXPLANATIONS]


def _form(long: str) -> str:
    """Return a long form without inflection at the end, so that -udvalg and -udvalget are one."""
    return re.sub(r"(et|en|ne|s)$", "", fold(long))


def write_long(draft: Draft, entry: AbbreviationEntry, document: Document) -> None:
    """Write what a short form stands for, with where a document says so."""
    found = entry.abbreviation
    words = draft.phrase("stands_for", short=plain(found.short), long=f"“{plain(found.long)}”")
    draft.add(f"{words} {draft.cite(document, found.span)}")


def _explanations(term: str, language: Language, view: View) -> list[Explanation]:
    found = view.search(Query(term, language, limit=20))
    seen: set[str] = set()
    explanations = []
    for group in found.groups:
        if is_superseded(group.document, view):
            continue
        document = view.document(group.document.id)
        for explanation in _in_group(term, group, document):
            words = folded(explanation.excerpt.span.of(document.text))
            if words not in seen:
                seen.add(words)
                explanations.append(explanation)
    explanations.sort(key=lambda e: -e.worth)
    return explanations


def _in_group(term: str, group: Group, document: Document) -> Iterator[Explanation]:
    ways = _ways(term)
    for hit in group.hits:
        for excerpt in excerpts(document, hit.passage):
            worth = _worth(ways, term, excerpt.span.of(document.text))
            if worth:
                yield Explanation(group, document, excerpt, worth)


def _ways(term: str) -> Sequence[tuple[float, re.Pattern[str]]]:
    stem = re.escape(fold(term))
    # "klynge" is explained by "klyngerne er …" as well.
    inflected = stem if term.isupper() else rf"{stem}(?:n|en|et|r|er|ne|rne|erne)?"
    ways = [(worth, re.compile(way.format(term=inflected))) for worth, way in _WAYS]
    if term.isupper():
        # What stands before an abbreviation in brackets is what it is short for.
        ways.insert(0, (_SPELT_OUT, re.compile(rf"\w \({inflected}\)")))
    return ways


def _worth(ways: Sequence[tuple[float, re.Pattern[str]]], term: str, text: str) -> float:
    words = fold(folded(text))
    if fold(term) not in words:
        return 0.0
    return next((worth for worth, way in ways if way.search(words)), _MENTION)
