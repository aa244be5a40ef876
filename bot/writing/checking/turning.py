"""Whether prose denies, limits or turns round what its sources say, or drops what they limit."""

from collections.abc import Sequence

from bot.replies import Language
from bot.writing.checking.bearing import Bearing
from bot.writing.checking.belonging import clauses_of
from bot.writing.checking.claims import Claim
from bot.writing.checking.narrowing import widened
from bot.writing.clauses import clauses
from bot.writing.drafts import Sentence
from bot.writing.patterns import opposites, outcomes, turns
from bot.writing.sources import DECIDED, Statement
from index.danish.words import tokens
from index.decisions import Outcome

_OF_A_CLAUSE = {"negation", "uncertainty", "request", "frequency", "most", "only"}
_OF_A_PRESENTATION = "proposal"
"""Turns that turn their own clause and no other: a wish beside it turns nothing, but a condition
stands in a clause of its own."""
_RETOLD = 0.7
"""Share of the words of a clause that stand in the one that it retells."""
_MAY_STAY_UNTOLD = {"aside"}
"""Why something is so; what limits a decision is looked at where decisions are."""


def turned(
    sentence: Sentence, claim: Claim, bearings: Sequence[Bearing], language: Language
) -> str | None:
    """Return what turns a sentence and not its sources, or the other way about."""
    statements = [bearing.statement for bearing in bearings if bearing.statement]
    whole = " ".join(statement.text for statement in statements)
    bearing_clauses = [clause for s in statements for clause in clauses_of(claim, s)]
    near = " ".join(bearing_clauses)
    presented = " ".join(
        clause for s in statements if s.part not in DECIDED for clause in clauses_of(claim, s)
    )
    own, quoted = sentence.own, " ".join(sentence.quotes)
    if not quoted and _rejects_otherwise(own, bearing_clauses, language):
        return "negation"
    if not quoted and _parts_what_is_one(own, bearing_clauses, language):
        return "negation"
    if not quoted and _denies_a_clause(claim, statements):
        return "negation"
    if not quoted:
        for bearing in bearings:
            if bearing.statement and (word := widened(claim, bearing.source, bearing.statement)):
                return word
    for sort, turn in turns().items():
        mine = turn.prose[language].search(own) or (sort == "negation" and _denies(own, language))
        there = near if sort in _OF_A_CLAUSE else whole
        if sort == _OF_A_PRESENTATION:
            there = presented
        must = turn.there.search(there) or (sort == "negation" and _denies(near, "da"))
        told = mine or turn.there.search(quoted)
        if must and not told and sort not in _MAY_STAY_UNTOLD:
            return sort
        if mine and not must and turn.licence is not None and not turn.licence.search(whole):
            return sort
    heads = " ".join({bearing.source.head for bearing in bearings})
    return _contrary(own, whole, heads, language)


def _denies(text: str, language: Language) -> bool:
    """Tell whether a text says that something was rejected, which is a no without a "not"."""
    return outcomes()[Outcome.REJECTED][language].search(text) is not None


def _rejects_otherwise(own: str, there: Sequence[str], language: Language) -> bool:
    """Tell whether both speak of a rejection, and one of them denies it: "was not rejected"."""
    mine = [_is_denied(c, language) for c in clauses(own) if _denies(c, language)]
    theirs = [_is_denied(c, "da") for c in there if _denies(c, "da")]
    return bool(mine and theirs) and set(mine) != set(theirs)


def _parts_what_is_one(own: str, there: Sequence[str], language: Language) -> bool:
    """Tell whether prose denies one of two things where its sources deny both: "neither … nor"."""
    mine = [_has_no(clause, language) for clause in clauses(own)]
    theirs = [_has_no(clause, "da") for clause in there]
    return any(mine) and not all(mine) and all(theirs)


def _denies_a_clause(claim: Claim, statements: Sequence[Statement]) -> bool:
    """Tell whether a clause of prose denies what the clause of its sources says that it retells."""
    there = [clause for statement in statements for clause in statement.clauses]
    for clause in clauses(claim.own):
        words = frozenset(t.folded for t in tokens(clause))
        said = frozenset(one.text for one in claim.words if words.intersection(one.text.split()))
        if not (said and there):
            continue
        same = max(there, key=lambda one: len(said & claim.standing_in(one.terms)))
        retold = len(said & claim.standing_in(same.terms)) > _RETOLD * len(said)
        if retold and _no_times(clause, claim.language) != _no_times(same.text, "da"):
            return True
    return False


def _no_times(clause: str, language: Language) -> int:
    """Return how often a clause denies, where it matters: in Danish twice is not at all."""
    negation = turns()["negation"]
    no = negation.there if language == "da" else negation.prose[language]
    denials = outcomes()[Outcome.REJECTED][language].findall(clause)
    times = len(no.findall(clause)) + len(denials)
    return times % 2 if language == "da" else min(times, 1)


def _has_no(clause: str, language: Language) -> bool:
    negation = turns()["negation"]
    no = negation.there if language == "da" else negation.prose[language]
    return no.search(clause) is not None


def _is_denied(clause: str, language: Language) -> bool:
    """Tell whether what a clause says is denied: "not rejected" is denied twice, and so is not."""
    rejected = outcomes()[Outcome.REJECTED][language]
    negation = turns()["negation"]
    no = negation.there if language == "da" else negation.prose[language]
    plain, times = rejected.subn(" ", clause)
    return (times + len(no.findall(plain))) % 2 == 1


def _contrary(own: str, there: str, heads: str, language: Language) -> str | None:
    """Return a word of prose of which its sources say the contrary, or, of some, nothing.

    What an item is about, its title says for every sentence below it.
    """
    for opposite in opposites():
        said = opposite.said[language].search(own)
        if said is None or opposite.same.search(there):
            continue
        if opposite.contrary.search(there) or (opposite.must and not opposite.same.search(heads)):
            return said[0]
    return None
