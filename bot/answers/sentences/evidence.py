"""Evidence for a fact: the sentences of what was found, weighed by how well they answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answers.finding import matching
from bot.answers.finding.meetings import is_superseded
from bot.answers.sentences.excerpts import Excerpt, excerpts
from bot.answers.sentences.holding import held
from bot.answers.sentences.timing import Timing, timing
from bot.citations import folded
from bot.questions.question import Question
from bot.questions.wanted import Wanted, holds, nothing_else_will_do
from index.archive import Found, Group, Hit, Term, View
from index.documents import Document, DocumentKind, Section, SectionKind

PASSAGES_READ = 6
"""Passages whose sentences are weighed."""

# What speaks for a sentence, in shares of the question's weight of words. The sentence's own words
# count 1; those above it (in the title of its document, item or section, in the line that leads to
# its list) nearly as much, for a sentence leans on its heading; those beside it and elsewhere in
# its passage less. The rest decides between sentences that say as much. Fitted to 94 questions of
# three archives, and rounded. Of 238 questions on four archives the sentence that answers then came
# first for 71 %, and among the first three for 85 %; fitted anew to those, for 72 % and 87 % of
# each set with what the others gave, and no more replies were right.
_ABOVE = 0.8
_BESIDE = 0.2
_AROUND = 0.3
_OF_THE_SORT = 0.5
_RANK = 0.5
_NEARNESS = 3.5
"""Of a cosine above the usual, which is seldom more than a tenth."""
_TIMES = {Timing.SAME: 0.1, Timing.OTHER: -0.3, Timing.PAST: -0.1, Timing.NONE: 0.0}
_SAME_BODY = 0.15
_HEADER = -0.3
_NEWER = 0.1
_ON_AN_AGENDA = -0.2
"""What is on an agenda is only proposed; minutes on the same may have decided it."""
_LENGTH = -0.25
"""Of a sentence of `_LONG` characters and more: in many words a few will always fit."""
_LONG = 400

_STANDING = {
    SectionKind.DECISION: 0.05,
    SectionKind.RECOMMENDATION: -0.2,
    SectionKind.ANNEXES: -0.4,
}
"""What was decided holds; what was proposed may not, and a list of papers says nothing of them."""

_IN_HEADERS = frozenset({Wanted.PERSON, Wanted.DATE, Wanted.PLACE})
"""What is asked for and stands at the top of a paper."""

_HEAD = frozenset({SectionKind.HEADER, SectionKind.ATTENDANCE})

_Shares = Mapping[str, float]
"""How far each of the question's words stands somewhere, 0–1; see `matching.shares`."""


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
    def section(self) -> SectionKind | None:
        """What the part of the paper is for that the sentence stands in."""
        at = self.excerpt.span.start
        told = (s.kind for s in self.document.sections if s.span.start <= at < s.span.end)
        return next(told, None)

    @property
    def hits(self) -> list[Hit]:
        """What was found of the passage that the sentence stands in."""
        return [hit for hit in self.group.hits if hit.passage.id == self.excerpt.passage]

    @property
    def words(self) -> str:
        """The sentence."""
        return folded(self.excerpt.span.of(self.document.text))


def weigh(question: Question, found: Found, groups: Sequence[Group], view: View) -> list[Evidence]:
    """Return the sentences of the best passages, best first, each wording once."""
    hits = [(group, hit) for group in groups for hit in group.hits]
    if question.wanted not in _IN_HEADERS and question.people is None:
        hits = [(group, hit) for group, hit in hits if not _is_of_the_head(hit, view)]
    best = max((hit.score for _, hit in hits), default=1.0) or 1.0
    hits.sort(key=lambda pair: -_promise(question, pair[1], best))
    newest = max((g.document.date for g in groups if g.document.date), default=None)
    terms = told_of(question, found)
    evidence: list[Evidence] = []
    for group, hit in _current(hits, view)[:PASSAGES_READ]:
        document = view.document(group.document.id)
        prior = _RANK * hit.score / best + _prior(question, found, group, hit, document)
        if newest is not None and group.document.date == newest:
            prior += _NEWER
        evidence += _weighed(question, terms, group, hit, document, prior)
    evidence.sort(key=lambda e: -e.score)
    wanted = question.wanted
    if wanted and nothing_else_will_do(question.text, wanted):
        evidence = [e for e in evidence if e.held]
    return list({e.words: e for e in reversed(evidence)}.values())[::-1]


def _is_of_the_head(hit: Hit, view: View) -> bool:
    """Tell whether a passage holds when and where a meeting was, or who came."""
    document = view.document(hit.passage.document)
    section = _section_of(hit, document)
    return document.body is not None and section is not None and section.kind in _HEAD


def _section_of(hit: Hit, document: Document) -> Section | None:
    # By its index, not its place: sections that the view may not see are missing.
    return next((s for s in document.sections if s.index == hit.passage.section), None)


def told_of(question: Question, found: Found) -> tuple[Term, ...]:
    """Return the words of the question without those that only name the sort of answer.

    A sentence that answers "which year" need not hold the word.
    """
    terms = tuple(t for t in found.terms if not question.asking.issuperset(t.text.split()))
    return terms or found.terms


def _promise(question: Question, hit: Hit, best: float) -> float:
    """Return how early a passage is to be read: what was found best, what holds what is wanted."""
    fits = holds(question.wanted, hit.passage.text) if question.wanted else 0.0
    return hit.score / best + _OF_THE_SORT * fits


def _current(hits: Sequence[tuple[Group, Hit]], view: View) -> list[tuple[Group, Hit]]:
    """Leave out drafts and agendas of meetings whose minutes were found as well."""
    known: dict[str, bool] = {}
    for group, _ in hits:
        if group.document.id not in known:
            known[group.document.id] = is_superseded(group.document, view)
    kept = [pair for pair in hits if not known[pair[0].document.id]]
    return kept or list(hits)


def _prior(question: Question, found: Found, group: Group, hit: Hit, document: Document) -> float:
    """Return what a passage is worth for where it stands, whatever it says."""
    prior = 0.0
    if hit.cosine is not None and found.usual_cosine is not None:
        prior += _NEARNESS * (hit.cosine - found.usual_cosine)
    if group.document.body_key in question.body_keys:
        prior += _SAME_BODY
    if document.kind is DocumentKind.AGENDA:
        prior += _ON_AN_AGENDA
    section = _section_of(hit, document)
    in_header = section is not None and section.kind is SectionKind.HEADER
    if in_header and question.wanted not in _IN_HEADERS:
        prior += _HEADER
    if section is not None:
        prior += _STANDING.get(section.kind, 0.0)
    return prior


def _weighed(
    question: Question,
    terms: Sequence[Term],
    group: Group,
    hit: Hit,
    document: Document,
    prior: float,
) -> Iterator[Evidence]:
    """Yield the sentences of a passage with what each is worth."""
    text = document.text
    found = list(excerpts(document, hit.passage))
    own = [matching.shares(terms, excerpt.span.of(text)) for excerpt in found]
    titles = matching.shares(terms, f"{hit.passage.header} {document.title}")
    around = matching.shares(terms, hit.passage.text)
    for at, excerpt in enumerate(found):
        words = excerpt.span.of(text)
        led_by = excerpt.lead.of(text) if excerpt.lead else ""
        lead = matching.shares(terms, led_by)
        beside = _most(*own[max(0, at - 1) : at], *own[at + 1 : at + 2])
        kept = held(question, terms, words)
        score = prior + _of_words(terms, own[at], _most(titles, lead), beside, around)
        # A point tells of the time that its list does: "Til sammenligning i 2018: …".
        score += _TIMES[timing(question, f"{led_by} {words}", document.date)]
        score += _OF_THE_SORT * kept + _LENGTH * min(1.0, len(words) / _LONG)
        yield Evidence(group, document, excerpt, score, kept)


def _of_words(
    terms: Sequence[Term], own: _Shares, above: _Shares, beside: _Shares, around: _Shares
) -> float:
    """Return how much of the question stands in and around a sentence, each word where it is best.

    The share of a word that a nearer place holds already counts nothing farther away.
    """
    score = matching.coverage(terms, own)
    nearer = own
    for weight, place in ((_ABOVE, above), (_BESIDE, beside), (_AROUND, around)):
        more = {word: max(0.0, share - nearer.get(word, 0.0)) for word, share in place.items()}
        score += weight * matching.coverage(terms, more)
        nearer = _most(nearer, place)
    return score


def _most(*places: _Shares) -> _Shares:
    """Return how far each word stands where it stands best."""
    best: dict[str, float] = {}
    for place in places:
        for word, share in place.items():
            best[word] = max(share, best.get(word, 0.0))
    return best


def with_titles(evidence: Evidence) -> str:
    """Return a sentence with the titles above it, and the line that leads to it."""
    above = [evidence.document.title, *(hit.passage.header for hit in evidence.hits)]
    return " ".join((*above, _led(evidence)))


def with_item(evidence: Evidence) -> str:
    """Return a sentence with the title of its agenda item alone, and the line that leads to it."""
    item = evidence.group.item
    return " ".join((item.title if item is not None else "", _led(evidence)))


def _led(evidence: Evidence) -> str:
    lead = evidence.excerpt.lead
    return f"{lead.of(evidence.document.text) if lead else ''} {evidence.words}"
