"""A grammar that holds a model to the words of its sources, for one that does not do as it is told.

A base model marks no sentence with a source, so nothing that it writes freely would come to be
checked. Held so, each of its words follows one that it follows somewhere in the sources, and a
sentence ends where a clause does, with the number of a source in which it does: near to what they
say, and as often as not something that none of them does. The grammar is written as llama.cpp reads
it (GBNF).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.citations import folded
from bot.replies import Language
from bot.writing.clauses import clauses
from bot.writing.fencing import seen
from bot.writing.sources import Source
from index.danish.glossary import Glossary
from index.danish.words import tokens

_MOST_SENTENCES = 4
_SHORTEST = 3
"""Words of a clause: what is shorter is a heading more often than a sentence."""
_STOPS = ".,;:!?…"
_BINDING = (
    *("the", "of", "to", "a", "in", "for", "and", "is", "was", "that", "by", "with", "on"),
    *("from", "has", "will", "be"),
)
"""English words that may stand between two that are translated one by one."""


@dataclass(slots=True)
class _Chains:
    """What may follow what."""

    begins: set[str] = field(default_factory=set)
    followed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ends: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Sources, by the last word of one of their clauses."""

    def add(self, words: Sequence[str], source: int) -> None:
        self.begins.add(words[0])
        for word, following in pairwise(words):
            self.followed[word].add(following)
        self.ends[words[-1]].add(source)


def grammar(sources: Iterable[Source], language: Language, glossary: Glossary) -> str:
    """Return the grammar of sentences that are made of the words of some sources.

    English ones are made of what the glossary has for the Danish words, with binding words between.
    """
    chains = _Chains()
    for source in sources:
        for words in _clauses(source):
            told = words if language == "da" else list(_translated(words, glossary))
            if len(told) >= _SHORTEST:
                chains.add(told, source.number)
    between = '" "' if language == "da" else "between"
    return "\n".join([*_rules(chains, between), *([] if language == "da" else [_between()])])


def _clauses(source: Source) -> Iterator[list[str]]:
    for statement in source.statements:
        for clause in clauses(folded(seen(statement.text, ""))):
            words = clause.split()
            if len(words) >= _SHORTEST:
                yield [words[0], *words[1:-1], words[-1].rstrip(_STOPS)]


def _translated(words: Sequence[str], glossary: Glossary) -> Iterator[str]:
    """Yield what an English text may have of a clause: terms, figures and names."""
    plain = [token.text for word in words for token in tokens(word)]
    met = {one.start: one for one in glossary.into_english([word.lower() for word in plain])}
    for at, word in enumerate(plain):
        if at in met:
            yield met[at].forms[0]
        elif word[0].isdigit() or (at and word[0].isupper()):
            yield word


def _rules(chains: _Chains, between: str) -> Iterator[str]:
    names = {word: f"w{number}" for number, word in enumerate(_words(chains))}
    begins = " | ".join(f"b{names[word][1:]}" for word in sorted(chains.begins))
    yield f'root ::= sentence (" " sentence){{0,{_MOST_SENTENCES - 1}}}'
    yield f"sentence ::= {begins}"
    for word, name in names.items():
        ways = []
        if following := chains.followed.get(word):
            ways.append(f"{between} ({' | '.join(names[one] for one in sorted(following))})")
        if cited := chains.ends.get(word):
            ways.append(f"""" [" ({" | ".join(f'"{one}"' for one in sorted(cited))}) "]." """)
        behind = " | ".join(ways)
        yield f"{name} ::= {_literal(word)} ({behind})"
        if word in chains.begins:
            yield f"b{name[1:]} ::= {_literal(word[0].upper() + word[1:])} ({behind})"


def _words(chains: _Chains) -> list[str]:
    followed = (word for following in chains.followed.values() for word in following)
    return sorted({*chains.begins, *chains.ends, *chains.followed, *followed})


def _between() -> str:
    ways = " | ".join(_literal(f"{word} ") for word in _BINDING)
    return f'between ::= " " ({ways})?'


def _literal(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
