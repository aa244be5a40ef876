"""Votes whose words tell how they ended, and majorities that stand against minorities.

"Forslaget kunne ikke vedtages. For stemte 9, imod stemte 28" is a refusal, whoever voted how. "Et
flertal (A) godkendte indstillingen. Et mindretal (V) stemte imod" records two sides, as a vote
does. Sentences are lower case throughout.
"""

import re
from collections.abc import Sequence

from index.danish.sentences import sentences
from index.decisions import Outcome
from ingest.structure.outcomes.doubts import falls_as_motion, names_motion
from ingest.structure.outcomes.english import voted_in_english
from ingest.structure.outcomes.formulas import APPROVES

_FELL = re.compile(
    r"\b(?:forkast(?:et|es|ede)|nedstemt\w*|faldt|falder|faldet|afvist|bortfald\w*|bortfaldt"
    r"|(?:ikke|ej)\s+(?:\w+\s+)?(?:vedtaget|vedtages|godkendt|godkendes|tiltrådt|tiltrædes|imødekommet|imødekommes)"
    r"|(?:ikke|intet)\s+(?:\w+\s+)?flertal)(?!\w)"
)
_NOT_FELL = re.compile(r"\b(?:ikke|ej)\s+(?:\w+\s+)?(?:forkast|nedstemt|afvist|bortfald)\w*")
_OF_ANOTHER = re.compile(
    r"\b(?:ændrings|under|mindretals|tillægs|mod)forslag|\bforslag(?:et)?\s+(?:fra|stillet)\b|\w+(?:s|['’]s?)\s+forslag\b"
    r"|\bhvis\b|\bsåfremt\b|\?"
)
"""A proposal beside the item's own, which may fall while that is carried."""
_PROPOSED = re.compile(
    r"\bforesl(?:og|ået|ås|år)\b|\b(?:stillede|stillet|fremsatte|fremsat|stillede)\s+(?:\w+\s+)?\w*forslag\b|\bbegær(?:ede|et)\b"
)
"""Said of a proposal that came up at the meeting; what fell then may be that one."""
_BUT = re.compile(r"\s*,?\s+(?:mens|medens|hvorimod|men|og)\s+(?=(?:et\s+)?mindretal)")
_CARRIED = re.compile(rf"(?<![\wæøå-])(?:{APPROVES})(?![\wæøå])")
_MAJORITY = re.compile(
    r"(?:(?:et|udvalgets|rådets|byrådets|regionsrådets|kommunalbestyrelsens|bestyrelsens|nævnets)\s+)?"
    r"(?:(?:stort|snævert|bredt|klart|lille)\s+)?flertal(?:let)?\b"
)
_BY_MAJORITY = re.compile(r"(?<!ikke\s)(?<!intet\s)\bflertal(?:let)?\b")
_MINORITY = re.compile(
    r"(?:et\s+|udvalgets\s+|rådets\s+)?mindretal(?:let)?\b|[^.,;]{3,60}\([^()]{1,20}\)\s|imod\b"
)
_AGAINST = re.compile(
    r"\b(?:stemte|stemmer|var|er)\s+(?:\w+\s+)?i?mod\b|\b(?:kunne|kan|ville|vil|ønskede|ønsker)\s+ikke\b|\bafvis(?:te|er)\b"
    r"|\bforkastede\b|\bgodkendte\s+ikke\b"
)
_VOTED_AGAINST = re.compile(
    r"\b(?:stemte|stemmer)\s+(?:\w+\s+)?i?mod\b(?!\s+\w*ændringsforslag)|^\s*i?mod\s*:\s+(?!ingen)[a-zæøå]"
)
_NOBODY = re.compile(
    r"\b(?:ingen|ingen\s+(?:medlemmer|af\s+medlemmerne))\s+stemte\b|\bhvis\b|\bsåfremt\b"
)
_OF_MOTION = re.compile(r"\b(?:ændrings|under|mod|tillægs|mindretals)forslag|\bhjemvis|\buds[aæ]t")
_COUNTED = re.compile(
    r"\b(?:stemmerne|stemmetallene|stemmetal)\s+\d+\s*(?:[-\u2013]|mod|imod)\s*\d+|\bflertal\s+på\s+\d+\s+(?:stemmer\s+)?i?mod\s+\d+"
    r"|\b(?:vedtaget|godkendt|tiltrådt)\s+(?:med\s+)?\d+\s*[-\u2013]\s*\d+(?=\s*(?:[.,;]|$))|\bflertalsafgørelse\b"
    r"|\bmod\s+[^.,;]{2,60}?(?:s|['’])\s+stemmer?\b"
)
_TALLY = re.compile(r"\(\s*\d+\s+(?:stemmer\s+)?(?:for|imod|mod)\b[^()]*\)")
_FOR = re.compile(r"\b(?:stemte|stemmer)\s+(?:\w+\s+)?for\b")


def without_tally(sentence: str) -> str:
    """Return a sentence without the count of a vote in brackets: "(7 for, 8 imod, 2 undlod)"."""
    return _TALLY.sub(" ", sentence)


def proposal_fell(said: Sequence[str]) -> bool:
    """Tell whether the sentences of a vote say that the proposal fell, and nothing was carried."""
    fell = False
    if any(_PROPOSED.search(sentence) for sentence in said):
        return False
    for sentence in said:
        falls = _FELL.search(sentence) is not None and not _NOT_FELL.search(sentence)
        if _CARRIED.search(_FELL.sub(" ", sentence)):
            return False
        fell = fell or (falls and not _is_of_another(sentence))
    return fell


def majority_carries(said: Sequence[str]) -> bool:
    """Tell whether a majority carries the proposal and a minority is recorded against it."""
    said = [half for sentence in said for half in _BUT.split(sentence)]
    for_it = [s for s in said if _BY_MAJORITY.search(s) and _carries(s)]
    return bool(for_it) and any(_opposes(s) for s in said if s not in for_it)


def majority_refuses(said: Sequence[str]) -> bool:
    """Tell whether a majority was against: "Et flertal stemte imod. Et mindretal stemte for"."""
    return any(
        _MAJORITY.match(s)
        and _AGAINST.search(s)
        and not (_FOR.search(s) or _NOT_FELL.search(s) or _is_of_another(s))
        for s in said
    )


def records_votes(words: str) -> bool:
    """Tell whether the words of an approval record who voted against it, or how many did."""
    said = [re.sub(r"\s+", " ", span.of(words).lower()) for span in sentences(words)]
    return voted_in_english(said) is Outcome.VOTE or any(
        (_VOTED_AGAINST.search(one) or _COUNTED.search(one))
        and not (_NOBODY.search(one) or _OF_MOTION.search(one) or _is_of_another(one))
        for one in said
    )


def _is_of_another(sentence: str) -> bool:
    return bool(_OF_ANOTHER.search(sentence)) or falls_as_motion(sentence) or names_motion(sentence)


def _carries(sentence: str) -> bool:
    return not _AGAINST.search(sentence) and bool(
        _FOR.search(sentence) or _CARRIED.search(sentence)
    )


def _opposes(sentence: str) -> bool:
    if _VOTED_AGAINST.search(sentence):
        return True
    return _MINORITY.match(sentence) is not None and _AGAINST.search(sentence) is not None
