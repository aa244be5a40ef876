"""A question into groups of passages, best first: the whole of search on one screen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from heapq import nlargest
from itertools import chain

from index.archive import DocumentEntry, Found, Group, Hit, Query
from index.danish.compounds import is_listed
from index.danish.glossary import Glossary
from index.danish.stems import stem
from index.danish.words import folded_words, term_set
from index.documents import SectionKind
from index.errors import ModelMismatch
from index.passages import Passage
from index.search.coverage import Weighed, coverage, known_share, weigh
from index.search.holdings import QueryEmbedder, Stores, Vector
from index.search.ranking import Blend, Lists, blend, grouped, together, usual
from index.search.spelling import errors_allowed, likely
from index.search.terms import Asked, Form, Part, QuestionReader
from index.words import Field, WeightedTerm

_DEPTH = 100
"""Passages taken from each list. Deep enough for the usual cosine to be usual, and for an item
whose passages are each middling; more costs time and changes nothing."""
_READ = 40
"""Passages whose words are compared with the question's, the best of the two lists together."""
_PREFERRED = 0.15
"""What a passage of a section in which the answer is expected is given, of a full score of 1."""
_HEADER = 0.5
"""Boost of a word in the header: it speaks for every passage of its item, so for each one less."""
_PARTS = {Part.CONTENT: 1.0, Part.MEETING: 0.2, Part.QUESTION: 0.2}
"""Boosts by what a word does in the question."""
_LONGEST_QUESTION = 2_000
"""Characters that are read: a question is never longer, but what is pasted for one may be."""
_MOST_CORRECTED = 4
"""Unknown words that are looked for as typing errors; with more, it is another language."""
_LOOKED_AT = 20
"""Passages with a word like an unknown one that are looked at."""
_SPARE = 2
"""Groups that are read whole beyond those wanted."""
_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
_VECTORS_KEPT = 64
"""Questions whose vectors are remembered."""
_TERMS_KEPT = 20_000
"""Passages whose terms are remembered, some 10 kB each at most."""


class Searcher:
    """Searches one generation for one set of audiences. Safe to use from several threads."""

    def __init__(self, stores: Stores, embedder: QueryEmbedder, glossary: Glossary) -> None:
        """Take the stores, the model that made their vectors, and the glossary.

        Raises:
            ModelMismatch: The vectors were made by another model.
        """
        if stores.model != embedder.name:
            raise ModelMismatch(
                f"The index was made with the model {stores.model}, but {embedder.name} is set. "
                "Set that model, or run `referent ingest` to make the index anew."
            )
        self._stores = stores
        short_and_long = ((e.abbreviation.short, e.abbreviation.long) for e in stores.abbreviations)
        self._reader = QuestionReader(glossary, short_and_long)
        self._terms = lru_cache(maxsize=_TERMS_KEPT)(_terms)
        # One question is asked of several parts of the archive: of an owner's papers, then of all.
        self._vector = lru_cache(maxsize=_VECTORS_KEPT)(partial(_vector, embedder))

    def search(self, query: Query) -> Found:
        """Find passages, grouped by agenda item.

        One question is embedded. Terms that stand nowhere in the archive are looked for as typing
        errors before they are given up.
        """
        asked = self._asked(query)
        weighed = weigh(asked, self._stores.words)
        if respelt := self._respelt(weighed, query.language):
            asked = tuple(respelt.get(one.text, one) for one in asked)
            weighed = weigh(asked, self._stores.words)
        allowed = self._stores.holdings.allowed(query.filter)
        lists = self._lists(query.text, asked, allowed)
        mix = blend(known_share(weighed))
        read = self._read(lists, mix, weighed, _preferred(query))
        groups = self._groups(read, mix, weighed, query)
        best = max(lists.cosines.values(), default=None)
        terms = tuple(one.as_term() for one in weighed)
        return Found(terms, tuple(groups), best, lists.usual_cosine)

    def _asked(self, query: Query) -> tuple[Asked, ...]:
        """Read the question; a case number that became a filter has done its part."""
        asked = self._reader.read(query.text[:_LONGEST_QUESTION], query.language)
        if not query.filter.case_numbers:
            return asked
        taken = {found for number in query.filter.case_numbers for found in folded_words(number)}
        return tuple(one for one in asked if one.text not in taken)

    def _respelt(self, weighed: Iterable[Weighed], language: str) -> Mapping[str, Asked]:
        """Return unknown words, with what each was probably meant to be among its forms."""
        unknown = [
            one.asked
            for one in weighed
            if not one.known and one.asked.part is Part.CONTENT and not _is_a_word(one.asked)
        ]
        return {one.text: self._corrected(one, language) for one in unknown[:_MOST_CORRECTED]}

    def _corrected(self, asked: Asked, language: str) -> Asked:
        errors = errors_allowed(asked.text)
        if not errors:
            return asked
        # As typed and as a stem: the archive may hold the word in another form only.
        words = dict.fromkeys((asked.text, stem(asked.text)))
        like = [self._stores.words.resembling(word, errors, _LOOKED_AT) for word in words]
        ids = dict.fromkeys(chain.from_iterable(like))
        term = likely(asked.text, self._stores.holdings.passages(ids).values())
        forms: tuple[Form, ...] = (Form((term,), 1.0),) if term is not None else ()
        if language == "en":
            forms += self._reader.respelt(asked.text)
        return replace(asked, forms=asked.forms + forms)

    def _lists(self, text: str, asked: Iterable[Asked], allowed: Sequence[str] | None) -> Lists:
        by_word = self._stores.words.search(_wanted(asked), _DEPTH, allowed)
        nearest = self._stores.vectors.nearest(self._vector(text), _DEPTH, allowed)
        return Lists(dict(nearest), usual([cosine for _, cosine in nearest]), dict(by_word))

    def _read(
        self,
        lists: Lists,
        mix: Blend,
        weighed: Sequence[Weighed],
        preferred: frozenset[SectionKind],
    ) -> dict[str, "_Read"]:
        """Compare the most promising passages with the question, word by word."""
        found = {
            id_: mix.vectors * lists.nearness(id_) + mix.words * lists.likeness(id_)
            for id_ in (*lists.cosines, *lists.words)
        }
        best = nlargest(_READ, found, key=lambda id_: (found[id_], id_))
        passages = self._stores.holdings.passages(best)
        entries = self._stores.holdings.entries({p.document for p in passages.values()})
        favoured = self._in_sections(passages.values(), preferred)
        read = {}
        for id_ in best:
            if (passage := passages.get(id_)) is None:
                continue
            entry = entries[passage.document]
            share = coverage(weighed, self._terms(passage) | _context(entry))
            score = found[id_] + mix.coverage * share + _PREFERRED * (id_ in favoured)
            hit = Hit(passage, score, lists.cosines.get(id_), share)
            read[id_] = _Read(hit, entry)
        return read

    def _in_sections(
        self, passages: Iterable[Passage], preferred: frozenset[SectionKind]
    ) -> frozenset[str]:
        """Return the ids of the passages that lie in a section of a preferred kind."""
        if not preferred:
            return frozenset()
        places = {p.id: (p.document, p.section) for p in passages}
        kinds = self._stores.holdings.section_kinds(set(places.values()))
        return frozenset(id_ for id_, at in places.items() if kinds.get(at) in preferred)

    def _groups(
        self, read: Mapping[str, "_Read"], mix: Blend, weighed: Sequence[Weighed], query: Query
    ) -> list[Group]:
        """Put the passages together by item, and compare whole items with the question."""
        by_place = grouped(one.hit.passage for one in read.values())
        scores = {
            at: together(read[p.id].hit.score for p in passages)
            for at, passages in by_place.items()
        }
        # Whole items are read for a few more than are wanted: the order may still change.
        first = nlargest(query.limit + _SPARE, scores, key=lambda at: scores[at])
        items = self._stores.holdings.items({(at[0], at[1]) for at in first if at[1] is not None})
        whole_items = self._stores.holdings.passages_at(first)
        favoured = self._in_sections(chain.from_iterable(whole_items.values()), _preferred(query))
        groups = []
        for at in first:
            hits = [read[p.id].hit for p in by_place[at]]
            entry = read[hits[0].passage.id].entry
            item = None if at[1] is None else items.get((at[0], at[1]))
            context = _context(entry) | term_set(" ".join(item.case_numbers if item else ()))
            whole, more = self._whole(whole_items[at], hits, context, weighed, favoured)
            score = scores[at] + mix.coverage * whole
            hits = sorted((*hits, *more), key=lambda hit: -hit.score)
            groups.append(Group(entry, item, score, whole, tuple(hits)))
        groups.sort(key=lambda group: -group.score)
        return groups[: query.limit]

    def _whole(
        self,
        passages: Sequence[Passage],
        hits: Sequence[Hit],
        context: frozenset[str],
        weighed: Sequence[Weighed],
        favoured: frozenset[str],
    ) -> tuple[float, list[Hit]]:
        """Return an item's coverage, and those of its preferred passages that were not found.

        A decision rarely holds a word of the question ("Tiltrådt"); it is found by its item.
        """
        words = [self._terms(passage) | context for passage in passages]
        found = {hit.passage.id for hit in hits}
        rest = [p for p in passages if p.id in favoured and p.id not in found]
        return coverage(weighed, *words), [
            Hit(p, _PREFERRED, None, coverage(weighed, self._terms(p) | context)) for p in rest
        ]


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage that was compared with the question, and its document."""

    hit: Hit
    entry: DocumentEntry


def searching(embedder: QueryEmbedder, glossary: Glossary) -> Callable[[Stores], Searcher]:
    """Return what makes a searcher of a view's stores."""
    return lambda stores: Searcher(stores, embedder, glossary)


def _vector(embedder: QueryEmbedder, text: str) -> Vector:
    vector: Vector = embedder.embed_queries([text])[0]
    return vector


def _terms(passage: Passage) -> frozenset[str]:
    return term_set(f"{passage.header}\n{passage.text}")


@lru_cache(maxsize=4_096)
def _context(entry: DocumentEntry) -> frozenset[str]:
    """Return the terms that every passage of a document stands under."""
    names = [entry.title]
    if entry.body is not None:
        names += [entry.body.name, entry.body.abbreviation or ""]
    if entry.date is not None:
        names += [f"{entry.date.day}. {_MONTHS[entry.date.month - 1]} {entry.date.year}"]
    return term_set("\n".join((*names, *entry.case_numbers)))


def _is_a_word(asked: Asked) -> bool:
    """Tell whether a word that the archive does not hold is one all the same, rightly spelt."""
    return asked.translated or is_listed(asked.text)


def _wanted(asked: Iterable[Asked]) -> list[WeightedTerm]:
    """Return what to look for in the word index, each term once."""
    boosts: dict[str, float] = {}
    for one in asked:
        for form in one.forms:
            boost = _PARTS[one.part] * form.boost / len(form.terms)
            for term in form.terms:
                boosts[term] = max(boost, boosts.get(term, 0.0))
    texts = [WeightedTerm(term, boost) for term, boost in boosts.items()]
    return texts + [WeightedTerm(t, b * _HEADER, Field.HEADER) for t, b in boosts.items()]


def _preferred(query: Query) -> frozenset[SectionKind]:
    return frozenset(SectionKind(kind) for kind in query.sections)
