"""What came of something: who won, what was answered, what was reached; told by no plan of it.

The words of a plan fit a question on its outcome as well as those of the outcome do: "the scheme is
evaluated in 2011" has all of "what did the 2011 evaluation conclude?" but the answer.
"""

import re
from dataclasses import dataclass

from index.danish.folding import fold

_ASKED_AND_TOLD = (
    (  # who won
        r"\b(?:hvem|hvilke[nt] (?:\w+ ){1,3})\s?"
        r"(?:vandt|fik (?:opgaven|kontrakten|ordren|udbuddet))\b"
        r"|\b(?:who|which (?:\w+ ){1,3})\s?(?:won|got the (?:contract|job|order)|was awarded)\b",
        r"\bvandt\b|\bvinder\w*|\b\w*v(?:ae|a)lg(?:es|t|te)?\b|\bantag\w*|\bantog\w*|\btildel\w*"
        r"|\bindgaa\w*|\bindgik\b|\bkontrakt\w* (?:med|til)\b|\baftale\w* med\b"
        r"|\bfik (?:opgaven|kontrakten|ordren)\b|\boverdrag\w*|\budpeg\w*"
        r"|\bwon\b|\bawarded\b|\bchosen\b|\bselected\b|\bappointed\b|\belected\b",
    ),
    (  # what somebody answered
        r"\bhvad (?:svarede|har \w+ svaret|svarer)\b"
        r"|\bwhat (?:did|was) .*\b(?:answer|reply|respon[ds]e?)\b",
        r"\b(?:be|hoerings)?svar\w*|\boplys\w*|\bmeddel\w*|\bsagde\b|\bsiger\b|\bskrev\b|\bskriver\b"
        r"|\bmen(?:te|er)\b|\budtal\w*|\btilkendeg\w*|\bredegjorde\b|\bforklared?e?\b|\bafvist?e?\w*"
        r"|\bbemaerk\w*|\bkonstatere\w*|\banfoer\w*|\btilbagemeld\w*|\bafslag\b|\btilsagn\b"
        r"|\banswer\w*|\brepl\w+|\brespon\w+|\bsaid\b|\bwrote\b|\bstated\b",
    ),
    (  # a deadline
        r"\b(?:hvornaar|hvad)\b.*\b\w*frist(?:en)?\b|\bwhen\b.*\bdeadline\b",
        r"frist|\bsenest\b|\binden\b|\btil og med\b|\bdeadline\b|\budloeb\w*|\bslut\w*|\bby\b"
        r"|\bfor sent\b|\bigen\b",
    ),
)
_PAIRS = tuple((re.compile(asked), re.compile(told)) for asked, told in _ASKED_AND_TOLD)
_ASKS_RESULT = re.compile(
    r"\bfaktisk\b|\breelt\b|\bhvad (?:viste|konkluderede|fandt)\b|\b(?:naaede|opnaaede)\b"
    r"|\bhvad (?:blev|var) (?:resultatet|udfaldet|konklusionen)\b|\bactually\b"
    r"|\bwhat did\b.*\b(?:conclude|show|find|reveal)\b"
    r"|\bwhat (?:was|were) the (?:results?|outcome|conclusions?|findings?)\b"
)
_PLANS = re.compile(
    r"\bskal\b|\boensker\b|\bmaalet\b|\bmaalsaetning\w*|\bforvente?[ts]\b|\bventes\b|\bplanlaeg\w*|\bevalueres\b"
    r"|\bundersoeges\b|\bafrapporteres\b|\bopgoeres\b|\bvil blive\b|\bshall\b|\bshould\b|\baims?\b"
    r"|\btargets?\b|\bexpected\b|\bplanned\b|\bwill be\b"
)
_TELLS_RESULT = re.compile(
    r"\b(?:blev|var|viste|viser|naaede|opnaaede|steg|faldt|endte|udgjorde|konkluder\w+|resultat\w*)\b"
    r"|\bhar (?:\w+ ){0,2}\w{3,}et\b|\ber (?:blevet|naaet|steget|faldet|opnaaet)\b"
    r"|\b(?:was|were|has|have|showed|shows|reached|found|concluded)\b"
)


def counts_what_was(question: str) -> bool:
    """Tell whether a question asks how many there were, and not how many there are to be."""
    return _COUNTS.search(fold(question)) is not None


def is_plan(words: str) -> bool:
    """Tell whether words tell what is wished for or planned, and nothing that came of it."""
    told = fold(words)
    return _PLANS.search(told) is not None and _TELLS_RESULT.search(told) is None


_COUNTS = re.compile(
    r"\bhvor (?:mange|meget|stor\w*)\b(?!.*\b(?:skal|skulle|maalet|planlagt|forventes)\b)"
    r".*\b(?:har|havde|blev|var|fik|\w{2,}(?:ede|te))\b"
    r"|\bhow (?:many|much)\b(?!.*\b(?:shall|should|will|target|planned|expected)\b)"
    r".*\b(?:has|have|had|was|were|did|got|\w{2,}ed)\b"
)
"""Questions in the past tense on a number."""


@dataclass(frozen=True, slots=True)
class OutcomeAsked:
    """The outcomes that a question asks for."""

    told_by: tuple[re.Pattern[str], ...]
    """What a sentence on each of some outcomes says."""
    result: bool
    """Whether it is asked how a thing turned out, whatever it was."""

    @classmethod
    def of(cls, question: str) -> "OutcomeAsked | None":
        """Return what a question asks of outcomes, `None` if nothing."""
        asked = fold(question)
        told_by = tuple(tells for asks, tells in _PAIRS if asks.search(asked))
        result = _ASKS_RESULT.search(asked) is not None
        return cls(told_by, result) if told_by or result else None

    def may_be_told_by(self, words: str, *, surely: bool = False) -> bool:
        """Tell whether words may tell what is asked.

        `surely`: only where they speak of a result.
        """
        told = fold(words)
        if not all(tells.search(told) for tells in self.told_by):
            return False
        if not self.result or _TELLS_RESULT.search(told):
            return True
        return not surely and _PLANS.search(told) is None
