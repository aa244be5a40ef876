"""Evidence for a fact: the sentences of what was found, weighed by how well they answer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers import matching
from bot.answers.excerpts import Excerpt, excerpts
from bot.answers.meetings import is_superseded
from bot.citations import folded
from bot.questions.question import Question
from bot.questions.wanted import Wanted, holds, nothing_else_will_do
from index.archive import Found, Group, Hit, Term, View
from index.danish.dates import find_dates
from index.danish.words import term_set, tokens
from index.documents import Document, SectionKind
from index.spans import Span

PASSAGES_READ = 12
"""Passages whose sentences are weighed."""

# What speaks for a sentence, in shares of the question's weight of words. The sentence's own words
# count most; those that stand only around it (in its passage, item or title) count by half, for a
# sentence leans on its heading. The rest are smaller than either, so that they decide between
# sentences that say as much. Each may be halved or doubled with little effect; their order matters.
_AROUND = 0.5
_OF_THE_SORT = 0.4
_RANK = 0.25
_IN_ORDER = 0.2
_SAME_TIME = 0.2
_OTHER_TIME = -0.3
_HISTORY = -0.1
_SAME_BODY = 0.15
_HEADER = -0.3
_NEWER = 0.05

_STANDING = {SectionKind.DECISION: 0.1, SectionKind.RECOMMENDATION: -0.1}
"""What was decided holds; what was proposed may not."""

_IN_HEADERS = frozenset({Wanted.PERSON, Wanted.DATE, Wanted.PLACE})
"""What is asked for and stands at the top of a paper."""

_LEAD = 0.8
"""What the words of a list's lead-in count for a point of the list, of what its own words do."""

_MONEY = re.compile(r"\d[\d.,]*\s*(?:kr\b|kroner|mio|mia|t\.?\s?kr|%|pct|procent)", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_CLOSE = 3
"""Words between two words of the question, or between a number and what it counts."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that may answer, with its document."""

    group: Group
    document: Document
    excerpt: Excerpt
    score: float
    held: float
    """How far it holds the sort of thing asked for, 0–1; 0 when no sort is."""

    @property
    def words(self) -> str:
        """The sentence."""
        return folded(self.excerpt.span.of(self.document.text))


def weigh(question: Question, found: Found, groups: Sequence[Group], view: View) -> list[Evidence]:
    """Return the sentences of the best passages, best first, each wording once."""
    hits = [(group, hit) for group in groups for hit in group.hits]
    best = max((hit.score for _, hit in hits), default=1.0) or 1.0
    hits.sort(key=lambda pair: -_promise(question, pair[1], best))
    newest = max((g.document.date for g in groups if g.document.date), default=None)
    evidence: list[Evidence] = []
    for group, hit in _current(hits, view)[:PASSAGES_READ]:
        document = view.document(group.document.id)
        around = _Around.of(question, found, hit, document)
        prior = _RANK * hit.score / best + _prior(question, group, hit, document)
        if newest is not None and group.document.date == newest:
            prior += _NEWER
        for excerpt in excerpts(document, hit.passage):
            text = excerpt.span.of(document.text)
            lead = excerpt.lead.of(document.text) if excerpt.lead else ""
            held = around.held(text)
            score = prior + around.score(text, lead) + _OF_THE_SORT * held
            evidence.append(Evidence(group, document, excerpt, score, held))
    evidence.sort(key=lambda e: -e.score)
    wanted = question.wanted
    if wanted and nothing_else_will_do(question.text, wanted):
        evidence = [e for e in evidence if e.held]
    return list({e.words: e for e in reversed(evidence)}.values())[::-1]


def _promise(question: Question, hit: Hit, best: float) -> float:
    """Return how early a passage is to be read: what was found best, what holds what is wanted."""
    held = holds(question.wanted, hit.passage.text) if question.wanted else 0.0
    return hit.score / best + _OF_THE_SORT * held


def _current(hits: Sequence[tuple[Group, Hit]], view: View) -> list[tuple[Group, Hit]]:
    """Leave out drafts and agendas of meetings whose minutes were found as well."""
    known: dict[str, bool] = {}
    for group, _ in hits:
        if group.document.id not in known:
            known[group.document.id] = is_superseded(group.document, view)
    kept = [pair for pair in hits if not known[pair[0].document.id]]
    return kept or list(hits)


def _prior(question: Question, group: Group, hit: Hit, document: Document) -> float:
    """Return what a passage is worth for where it stands, whatever it says."""
    prior = 0.0
    if question.period and question.period.holds(group.document.date):
        prior += _SAME_TIME
    if group.document.body_key in question.body_keys:
        prior += _SAME_BODY
    # By its index, not its place: sections that the view may not see are missing.
    section = next((s for s in document.sections if s.index == hit.passage.section), None)
    in_header = section is not None and section.kind is SectionKind.HEADER
    if in_header and question.wanted not in _IN_HEADERS:
        prior += _HEADER
    if section is not None:
        prior += _STANDING.get(section.kind, 0.0)
    return prior


@dataclass(frozen=True, slots=True)
class _Around:
    """A passage with the question's words that stand in or around it."""

    question: Question
    terms: tuple[Term, ...]
    present: frozenset[str]
    written: date | None
    """Date of the document."""

    @classmethod
    def of(cls, question: Question, found: Found, hit: Hit, document: Document) -> "_Around":
        text = " ".join((hit.passage.header, hit.passage.text, document.title))
        present = matching.matched(found.terms, text)
        return cls(question, found.terms, present, document.date)

    def score(self, text: str, lead: str) -> float:
        """Return how well a sentence of the passage answers; `lead` is what a point belongs to."""
        own = dict(matching.shares(self.terms, text))
        for word, share in matching.shares(self.terms, lead).items():
            own[word] = max(own.get(word, 0.0), _LEAD * share)
        around = {word: 1.0 - own.get(word, 0.0) for word in self.present}
        score = matching.coverage(self.terms, own)
        score += _AROUND * matching.coverage(self.terms, around)
        score += _IN_ORDER * _in_order(self.terms, text)
        return score + _time(self.question, text, self.written)

    def held(self, text: str) -> float:
        """Return how far a sentence holds what is wanted, beyond what the question itself says.

        Numbers of the question ("gruppe 1-sikret", "i 2018") do not answer how many, nor does an
        amount of money; a number that counts what is asked about ("412 besøg") answers best.
        """
        wanted = self.question.wanted
        if wanted is None:
            return 0.0
        for word in self.question.text.split():
            if any(c.isdigit() for c in word):
                text = text.replace(word.strip("?.,:;!()\"'"), " ")
        if wanted is not Wanted.NUMBER:
            return holds(wanted, text)
        text = _MONEY.sub(" ", _without_dates(text))
        return 1.0 if _counts(self.terms, text) else 0.6 * holds(wanted, text)


def _in_order(terms: Sequence[Term], text: str) -> float:
    """Return the share of neighbouring words of the question that are neighbours in the text."""
    if len(terms) < 2:  # a pair
        return 0.0
    places = list(_places(terms, text))
    pairs = {
        (one, other)
        for i, (at, one) in enumerate(places)
        for later, other in places[i + 1 : i + 1 + _CLOSE]
        if other == one + 1 and later - at <= _CLOSE
    }
    return len(pairs) / (len(terms) - 1)


def _places(terms: Sequence[Term], text: str) -> Iterator[tuple[int, int]]:
    """Yield (word of the text, word of the question) for every word that answers to another."""
    for at, token in enumerate(tokens(text)):
        words = term_set(token.text)
        for number, term in enumerate(terms):
            if any(form in words for form in term.forms):
                yield at, number


def _time(question: Question, text: str, written: date | None) -> float:
    """Return what the years and days a sentence names are worth for the period asked about.

    Where none is asked about, a sentence on years before its document is history.
    """
    days = [day for _, day in find_dates(text)]
    years = {int(year) for year in _YEAR.findall(text)}
    if question.period is None or question.last_meeting:
        past = bool(years) and written is not None and max(years) < written.year
        return _HISTORY if past else 0.0
    if not days and not years:
        return 0.0
    period = question.period
    bounds = {day.year for day in (period.since, period.until) if day}
    if any(period.holds(day) for day in days) or years & bounds:
        return _SAME_TIME
    return _OTHER_TIME


def _without_dates(text: str) -> str:
    for span, _ in reversed(find_dates(text)):
        text = text[: span.start] + " " * len(span) + text[span.end :]
    return _YEAR.sub("    ", text)


def _counts(terms: Sequence[Term], text: str) -> bool:
    """Tell whether a number stands right before a word of the question."""
    found = tokens(text)
    return any(
        _is_count(token.text)
        and any(matching.shares(terms, t.text) for t in found[at + 1 : at + 1 + _CLOSE])
        for at, token in enumerate(found)
    )


def _is_count(word: str) -> bool:
    return word[0].isdigit() or holds(Wanted.NUMBER, word) > 0


def widened(evidence: Evidence, others: Sequence[Evidence], found: Found) -> Span:
    """Return the sentence with its neighbour, where that holds more of what was asked.

    "Budgettet er 5,4 mio. kr. Regionen betaler 50 %": a question for both needs both sentences.
    """
    text = evidence.document.text
    own = matching.matched(
        found.terms, text[evidence.excerpt.span.start : evidence.excerpt.span.end]
    )
    best, gain = evidence.excerpt.span, _WORTH_WIDENING
    for other in others:
        near = other.excerpt.passage == evidence.excerpt.passage and _adjoining(
            evidence.excerpt.span, other.excerpt.span, text
        )
        if near:
            more = matching.matched(found.terms, other.words) - own
            if matching.coverage(found.terms, more) >= gain:
                gain = matching.coverage(found.terms, more)
                best = _union(evidence.excerpt.span, other.excerpt.span)
    return best


_WORTH_WIDENING = 0.15
"""Share of the question that a neighbouring sentence must add."""


def _adjoining(one: Span, other: Span, text: str) -> bool:
    first, second = sorted((one, other))
    between = text[first.end : second.start]
    return first.end <= second.start and not between.strip() and between.count("\n") <= 1


def _union(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
