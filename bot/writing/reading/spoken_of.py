"""What a thread speaks of: the words of its item, or of its paper, as its reader may see them."""

from dataclasses import dataclass
from functools import cached_property

from bot.conversation.antecedents import items_of
from bot.conversation.places import at_the_place
from bot.conversation.turns import Turn
from bot.replies import Language, Reply
from bot.writing.reading.readings import Words
from index.archive import View

_MOST = 30_000
"""Characters of a paper whose words are taken as spoken of; an item is never as long."""


@dataclass(frozen=True)
class SpokenOf:
    """The place at which a thread is, with its text."""

    turn: Turn
    text: str
    """Empty where the thread is at no item and no paper."""

    @classmethod
    def at(cls, turn: Turn, view: View) -> "SpokenOf":
        """Return the item of a turn, or the papers of no meeting that it rests on."""
        if turn.withheld:
            return cls(turn, "")
        if turn.item is None and not turn.papers and turn.left is not None:
            turn = turn.left  # what was asked in between was told of no place
        own = [e for e in items_of(turn, view) if e.item.title == turn.item]
        texts = [e.item.span.of(view.document(e.document.id).text) for e in own[:1]]
        if not texts and turn.item is None:
            texts = [view.document(paper).text for paper in turn.papers[:1]]
        return cls(turn, "\n".join(texts)[:_MOST])

    @cached_property
    def words(self) -> Words:
        """What stands in its text and its title."""
        return Words.of(f"{self.text}\n{self.turn.item or ''}", with_roots=True)

    def asked(self, question: str, spoken: Language) -> str:
        """Return a question, to be asked of this very place."""
        placed = at_the_place(question, self.turn, spoken, with_item=True)
        return placed if placed is not None and self.turn.item is not None else question

    def is_told_by(self, reply: Reply) -> bool:
        """Tell whether a reply rests on this place first."""
        first = next(iter(reply.citations), None)
        if first is None:
            return False
        if self.turn.item is None:
            return first.document.id in self.turn.papers
        return self._met(reply) and first.item is not None and first.item.title == self.turn.item

    def is_of_its_meeting(self, reply: Reply) -> bool:
        """Tell whether all that a reply rests on is of the meeting at which the thread is."""
        return bool(reply.citations) and self._met(reply)

    def _met(self, reply: Reply) -> bool:
        where = {
            (c.document.body.name if c.document.body else None, c.document.date)
            for c in reply.citations[:1]
        }
        return where == {(self.turn.body, self.turn.day)}
