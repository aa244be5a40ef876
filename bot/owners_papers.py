"""A question that names whose papers it is of: "hvad besluttede byrådet i Hovby?".

The minutes of a town's council hardly ever say of which town. Where the folder that they lie in
does, the name has found its papers, and need not stand in them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from threading import Lock

from bot.answers.finding import matching
from bot.answers.finding.searches import for_fact
from bot.partial_view import PartialView, among
from bot.questions.question import Question
from bot.questions.rates.rate_question import rate_question
from bot.questions.wanted import Wanted
from bot.replies import Reply, ReplyKind
from index.archive import (
    EVERYTHING,
    AgreementEntry,
    AttendeeEntry,
    BodyEntry,
    DocumentEntry,
    Filter,
    Found,
    ItemEntry,
    Query,
    RateEntry,
    View,
)
from index.danish.folding import fold, plainly
from index.danish.words import tokens

_A_NAME = 4
"""Letters of a name, at least."""
_WORD = re.compile(r"[^\W\d_]+")


class OwnersPapers(PartialView):
    """A view of some documents as if there were no others."""

    def __init__(self, view: View, documents: frozenset[str]) -> None:
        """Take the whole, and the ids of what is shown of it."""
        super().__init__(view)
        self._ids = documents

    def bodies(self) -> tuple[BodyEntry, ...]:
        """Return the committees of the papers, with the meetings that these are of."""
        papers = self.documents()
        days = {key: {d.date for d in papers if d.body_key == key} for key in _keys(papers)}
        return tuple(
            replace(body, meetings=tuple(day for day in body.meetings if day in days[body.key]))
            for body in self._view.bodies()
            if body.key in days
        )

    def documents(self, filter: Filter = EVERYTHING) -> tuple[DocumentEntry, ...]:  # noqa: A002
        """Return the documents."""
        return self._view.documents(among(filter, self._ids))

    def items(
        self,
        filter: Filter = EVERYTHING,  # noqa: A002
        limit: int | None = None,
    ) -> tuple[ItemEntry, ...]:
        """Return their items."""
        return self._view.items(among(filter, self._ids), limit)

    def count_items(self, filter: Filter = EVERYTHING) -> int:  # noqa: A002
        """Return how many items those are."""
        return self._view.count_items(among(filter, self._ids))

    def attendance(self, filter: Filter = EVERYTHING) -> tuple[AttendeeEntry, ...]:  # noqa: A002
        """Return who attended their meetings."""
        return self._view.attendance(among(filter, self._ids))

    def rates(self) -> tuple[RateEntry, ...]:
        """Return the rates that stand in them."""
        return tuple(r for r in self._view.rates() if r.document.id in self._ids)

    def agreements(self) -> tuple[AgreementEntry, ...]:
        """Return when those of them run that are agreements."""
        return tuple(a for a in self._view.agreements() if a.document.id in self._ids)

    def search(self, query: Query) -> Found:
        """Find passages in them.

        How near a passage lies is told by what is usual in the whole archive: among few papers,
        the nearest of what is not meant lies far above the rest.
        """
        found = self._view.search(replace(query, filter=among(query.filter, self._ids)))
        return replace(found, usual_cosine=self._view.search(query).usual_cosine)


def papers_named(question: Question, view: View) -> OwnersPapers | None:
    """Return the papers in whose folder a name of the question stands, `None` without any.

    What a thing costs is as often told by a list of prices of its own, with the name of its file.
    """
    named = [_plainly(token) for token, _ in _names(question)]
    if not named:
        return None
    with_files = question.wanted is Wanted.MONEY or rate_question(question) is not None
    owned = _owned(view, with_files=with_files)
    bare = (name[:-1] if name not in owned and name.endswith("s") else name for name in named)
    found = [owned[name] for name in bare if name in owned]
    ids = frozenset.intersection(*found) if found else None
    return OwnersPapers(view, ids) if ids else None


def _owned(view: View, *, with_files: bool) -> Mapping[str, frozenset[str]]:
    """Return the ids of the papers by each word that their folders are called by.

    It is kept for a whole archive: to go through ten thousand papers takes as long as an answer.
    """
    if isinstance(view, PartialView):
        return _by_folder(view.documents(), with_files)
    key = (view.generation, view.audiences, with_files)
    with _LOCK:
        if key not in _KEPT:
            if len(_KEPT) >= _MOST_KEPT:
                _KEPT.clear()
            _KEPT[key] = _by_folder(view.documents(), with_files)
        return _KEPT[key]


_LOCK = Lock()
_MOST_KEPT = 8
"""Archives, each as some audiences see it, of which the folders stay known."""
_KEPT: dict[tuple[str, frozenset[str], bool], Mapping[str, frozenset[str]]] = {}


def _by_folder(documents: Iterable[DocumentEntry], with_files: bool) -> dict[str, frozenset[str]]:
    owned: dict[str, set[str]] = {}
    for document in documents:
        for word in _folders(document, with_files):
            owned.setdefault(word, set()).add(document.id)
    return {word: frozenset(ids) for word, ids in owned.items()}


def without_owner(question: Question, papers: OwnersPapers) -> Question:
    """Return a question whose names of the owner count as found, with what else the folder says.

    "Gjelbro Vandværk" is one name where the folder is called "gjelbro-vandvaerk".
    """
    there = papers.documents()
    words = {word for d in there for word in _folders(d, with_files=True)}
    found = tokens(question.text)
    names = {at for _, at in _names(question) if _stands(_plainly(found[at].text), words)}
    beside = {at + 1 for at in names if at + 1 < len(found)}
    taken = names | {at for at in beside if _stands(_plainly(found[at].text), words)}
    folded = frozenset(found[at].folded for at in taken)
    given = question.given | folded
    return replace(question, given=given, names=question.names - folded, owners=folded)


def speaks_of_matter(reply: Reply, question: Question, papers: OwnersPapers) -> bool:
    """Tell whether what a fact is told from has a word of the matter, beside the owner's name.

    A year and a town are those of every paper in the folder.
    """
    if reply.kind is not ReplyKind.FACT or not reply.citations:
        return True
    found = papers.search(for_fact(question))
    taken = question.given | question.asking
    words = [t for t in found.terms if not taken.issuperset(t.text.split())]
    words = [t for t in words if not t.text.isdigit()]
    first = reply.citations[0]
    item = first.item.title if first.item else ""
    told = f"{first.document.title} {item} {first.passage}"
    return not words or bool(matching.matched(words, told))


def _names(question: Question) -> Sequence[tuple[str, int]]:
    """Return the names of a question that became neither body nor time, each with its place."""
    return [
        (token.text, at)
        for at, token in enumerate(tokens(question.text))
        if token.folded in question.names
        and token.folded not in question.given
        and len(token.text) >= _A_NAME
        and token.text.isalpha()
    ]


def _keys(papers: Sequence[DocumentEntry]) -> frozenset[str]:
    return frozenset(d.body_key for d in papers if d.body_key is not None)


def _folders(document: DocumentEntry, with_files: bool) -> frozenset[str]:
    """Return the words that the folders of a paper are called by."""
    *folders, file = document.source.split("/")
    named = [*folders, file.rsplit(".", 1)[0]] if with_files else folders
    return frozenset(_plainly(word) for one in named for word in _WORD.findall(one))


def _stands(name: str, words: frozenset[str] | set[str]) -> bool:
    return name in words or (name.endswith("s") and name[:-1] in words)


def _plainly(word: str) -> str:
    return plainly(fold(word))
