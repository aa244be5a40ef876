"""Sources as a model is shown them: numbered, between lines that no paper can forge.

A paper may hold anything, orders to a model included. Between fences with a mark that is drawn anew
for each question it is plainly somebody else's text; what cannot be seen is taken out. Neither is
relied on: whatever a model then writes is held against the sources.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from secrets import token_hex

from bot.citations import folded
from bot.rendering.visible import visible
from bot.writing.sources import PART_NAMES, Source

MOST = 16_000
"""Characters of sources that are shown: some 5,000 tokens of Danish, which small models take."""
LEAST = 300
"""Characters of a source that is cut, below which its beginning is not worth showing."""


def new_fence() -> str:
    """Return a mark that no paper can know beforehand."""
    return f"=={token_hex(6)}=="


def shown(sources: Sequence[Source], fence: str, masked: Callable[[str], str]) -> str:
    """Return sources as a prompt holds them, the first ones whole as far as there is room.

    Args:
        sources: Numbered, most important first.
        fence: What parts them, from `new_fence`.
        masked: Takes out what must not leave the house, such as personal numbers.
    """
    blocks: list[str] = []
    room = MOST
    for source in sources:
        text = masked(seen("\n".join(_lines(source)), fence))
        if len(text) > room:
            text = text[: max(room, 0)].rpartition("\n")[0]
            if len(text) < LEAST:
                continue
        head = masked(folded(seen(source.head, fence)))
        blocks.append(f"{fence} [{source.number}] {head}\n{text}")
        room -= len(text)
    return "\n".join([*blocks, fence])


def seen(text: str, fence: str) -> str:
    """Return a text without what cannot be seen, without markers of its own, without a fence."""
    plain = "".join(c for c in visible(text) if unicodedata.category(c) not in _UNSEEN)
    return plain.replace(fence, "").replace("[", "(").replace("]", ")")


_UNSEEN = frozenset({"Cf", "Co", "Cn", "Cs"})


def _lines(source: Source) -> Iterator[str]:
    """Yield the sentences of a source, each part of the paper under its name."""
    before = None
    for statement in source.statements:
        name = PART_NAMES.get(statement.part)
        if name is not None and statement.part is not before:
            yield f"({name})"
        before = statement.part
        yield folded(statement.text)
