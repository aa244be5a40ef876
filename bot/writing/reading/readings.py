"""What a model made of a message, and which replies answer that."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.questions.wanted import AMOUNTS, wanted_by
from bot.questions.wanted import holds as holds_sort
from bot.replies import Reply, ReplyKind, Reread
from bot.writing.roots import root
from index.danish.stems import stem, stem_english
from index.danish.words import folded_words
from index.search.terms import Asked


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in a text, so that others can be held against it."""

    folded: frozenset[str]
    terms: frozenset[str]
    """Stems, by the rules of both languages, and the words themselves."""

    @classmethod
    def of(cls, text: str, *, with_roots: bool = False) -> "Words":
        """Return the words of a text; with their roots, where words of a family will do."""
        folded = frozenset(folded_words(text))
        terms = frozenset(f(w) for w in folded for f in (stem, stem_english)) | folded
        return cls(folded, terms | {root(term) for term in terms} if with_roots else terms)

    def hold(self, asked: Asked) -> bool:
        """Tell whether a word stands here, under any of its names."""
        return any(form.whole and set(form.terms) <= self.terms for form in asked.forms)


@dataclass(frozen=True, slots=True)
class Restated:
    """A question that stands for a message."""

    question: str
    things: tuple[Asked, ...] = ()
    """What it asks about that nothing before it did."""
    rests: Callable[[Reply], bool] = lambda _: True
    """Tells whether a reply rests on the place of which it is asked."""
    message: str = ""
    """What it stands for in other words: how much that asks, a figure has to tell."""

    def is_answered_by(self, reply: Reply) -> bool:
        """Tell whether a reply states something, and a quoted fact that of these very things.

        A fact may have but other words of the question in common.
        """
        if not reply.kind.asserts or not self.rests(reply):
            return False
        if self.message and not _has_figure(reply, self.message):
            return False
        if reply.kind is not ReplyKind.FACT:
            return True
        first = reply.citations[0]
        title = first.item.title if first.item is not None else ""
        said = Words.of(f"{first.quote} {title}")
        return all(said.hold(thing) for thing in self.things)


def _has_figure(reply: Reply, message: str) -> bool:
    """Tell whether a figure is quoted, if a message asks for one."""
    wanted = wanted_by(message)
    if wanted not in AMOUNTS:
        return True
    return any(any(holds_sort(sort, c.quote) for sort in AMOUNTS) for c in reply.citations[:2])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a model made of a message."""

    told: Reread
    restated: tuple[Restated, ...] = ()
    """The first that is answered counts. Empty where it made nothing of the message."""
