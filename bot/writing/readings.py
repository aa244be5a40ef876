"""What a model made of a message, and which replies answer that."""

from dataclasses import dataclass

from bot.replies import Reply, ReplyKind, Reread
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
    def of(cls, text: str) -> "Words":
        """Return the words of a text."""
        folded = frozenset(folded_words(text))
        return cls(folded, frozenset(f(w) for w in folded for f in (stem, stem_english)) | folded)

    def hold(self, asked: Asked) -> bool:
        """Tell whether a word stands here, under any of its names."""
        return any(form.whole and set(form.terms) <= self.terms for form in asked.forms)


@dataclass(frozen=True, slots=True)
class Restated:
    """A question that stands for a message."""

    question: str
    things: tuple[Asked, ...] = ()
    """What it asks about that nothing before it did."""

    def is_answered_by(self, reply: Reply) -> bool:
        """Tell whether a reply states something, and a quoted fact that of these very things.

        A fact may have but other words of the question in common.
        """
        if not reply.kind.asserts:
            return False
        if reply.kind is not ReplyKind.FACT:
            return True
        first = reply.citations[0]
        title = first.item.title if first.item is not None else ""
        said = Words.of(f"{first.quote} {title}")
        return all(said.hold(thing) for thing in self.things)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a model made of a message."""

    told: Reread
    restated: tuple[Restated, ...] = ()
    """The first that is answered counts. Empty where it made nothing of the message."""
