"""What the words of a decision tell beside its class: who was against, and what limits it.

A vote that carried an item may have carried it with a change; and what is cut out of long words
may be the very vote against.
"""

import re
from collections.abc import Sequence

from bot.questions.patterns import pattern
from index.archive import ItemEntry
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.decisions import Outcome

KEPT = 3
"""Sentences shown of what was cut out of the words of a decision."""
LONGEST_KEPT = 300
"""Characters of one of them."""

_MOTION = re.compile(r"\b(?:aendrings|under|mod|mindretals)forslag|\bamend|\buds[ae]+t|\bdefer")
"""Other things beside the item's own that may have been voted on, folded."""
_VOTES = re.compile(
    r"\bstem(?:t|te|mer|mes|merne)\b|\bundlo?d\b|\bundlader\b|\bi ?mod\b|\bvot(?:e|es|ed|ing)\b"
)
_CLAUSES = re.compile(r"[,;:]|(?=\b(?:idet|dog|mens|men|but|while)\b)")
_CHANGES_NOTHING = re.compile(
    r"\b(?:uden|ingen|ikke|without|no)\s+(?:\w+\s+)?"
    r"(?:aendring|bemaerkning|forbehold|betingelse|amendment|change|condition)\w*"
)
_SURELY_LIMITS = re.compile(
    r"\bmed (?:\w+ ){0,4}?(?:aendring|tilfoejelse|justering|rettelse|praecisering)\w*"
    r"|\b(?:aendr|reducer|nedsa?e?t|begraens|forhoej|tilrett|juster)\w* til\b"
    r"|\bbetinge\w+|\bforbehold\w*"
    r"|\bforudsat\b|\bforudsaetning\w*|\bbortset fra\b|\bpaa naer\b|\bundtage[nt]\b"
    r"|\bwith (?:\w+ ){0,3}?(?:change|amendment|reservation|condition|modification)s?\b"
    r"|\bprovided\b|\bsubject to\b|\bexcept\b"
)
_MAY_LIMIT = re.compile(
    r"\b(?:idet|dog|saaledes at|hoejst|maks\w*|max|alene|kun|however|only|at most)\b"
)
"""The same where nothing of its clause is on how the votes fell."""
_STANDS_OUT = re.compile(
    r"\bundlo?d\b|\bundlader\b|\bmindretal\w*|\bprotokol\w*|\babstain\w*|\bminority\b|\bdissent\w*"
)


def told_as(outcome: Outcome, words: str) -> str:
    """Return the name of the phrase for an outcome in a list; `words` are the decision's own."""
    if outcome is Outcome.VOTE and was_carried(words):
        return "word_vote_carried_with_change" if limits(words) else "word_vote_carried"
    return f"word_{outcome.value}"


def told_as_of(entry: ItemEntry) -> str:
    """Return the same of an item."""
    outcome = entry.decision.outcome if entry.decision else Outcome.NONE
    return told_as(outcome, " ".join(entry.decision_texts))


def was_carried(words: str) -> bool:
    """Tell whether the words of a vote say that it was carried, and nothing of what fell."""
    folded = fold(words)
    told = pattern("vote_passed").search(folded) is not None
    return told and pattern("vote_fell").search(folded) is None and not _MOTION.search(folded)


def limits(words: str) -> bool:
    """Tell whether words change or limit what they approve."""
    return any(map(_limits, (fold(span.of(words)) for span in sentences(words))))


def _limits(sentence: str) -> bool:
    said = _CHANGES_NOTHING.sub(" ", sentence)
    if _SURELY_LIMITS.search(said):
        return True
    clauses = (c for c in _CLAUSES.split(said) if not _VOTES.search(c))
    return any(map(_MAY_LIMIT.search, clauses))


def in_short(words: str, most: int) -> list[str]:
    """Return the words of a decision in pieces, cut off visibly where they are too long.

    Whatever is cut, who was against and what limits it is told.

    Args:
        words: On one line.
        most: Characters of the first piece.
    """
    if len(words) <= most:
        return [words]
    said = [span.of(words).strip() for span in sentences(words)]
    head, rest = _head(said, most)
    telling = [at for at, one in enumerate(rest) if _matters(one)]
    kept = sorted(telling, key=lambda at: not _is_against(rest[at]))[:KEPT]
    return [head, *(cut_off(rest[at], LONGEST_KEPT) for at in sorted(kept))]


def cut_off(words: str, most: int) -> str:
    """Return words, where they are more than `most` characters cut off, visibly."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


def _head(said: Sequence[str], most: int) -> tuple[str, Sequence[str]]:
    """Return as much as has room, and the sentences behind it.

    A sentence that matters is not cut in two: it is one of those behind.
    """
    whole = 0
    while whole < len(said) and len(" ".join(said[: whole + 1])) <= most:
        whole += 1
    if whole and _matters(said[whole]):
        return f"{' '.join(said[:whole])} …", said[whole:]
    return cut_off(" ".join(said), most), said[whole + 1 :]


def _matters(sentence: str) -> bool:
    return _is_against(sentence) or _limits(fold(sentence))


def _is_against(sentence: str) -> bool:
    folded = fold(sentence)
    against = pattern("side", "against").search(folded) is not None
    return against or _STANDS_OUT.search(folded) is not None
