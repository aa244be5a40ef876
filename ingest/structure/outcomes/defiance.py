"""Decisions that do not follow the recommendation and settle something else.

"Rådet følger ikke indstillingen. Rådet anbefaler, at der bevilges 40.000 kr." refuses nothing that
was applied for: what was recommended may itself have been a refusal. So a recommendation that is
not followed is a rejection only where nothing else is settled, and where no refusal was
recommended. Sentences are lower case throughout, but for `recommends_refusal`.
"""

import re
from collections.abc import Sequence

from index.danish.sentences import sentences
from index.decisions import Outcome
from ingest.structure.outcomes.deciders import is_minority
from ingest.structure.outcomes.dissents import dissents

_ADVICE = r"(?:indstilling|anbefaling)(?:en|erne|ens|ernes)?"
_DEFIES = re.compile(
    rf"\b(?:følge[rs]?|fulgte|fulgt|tiltræde[rs]?|tiltrådte|godkende[rs]?|godkendte|imødekom\w*|støtte[rd]?e?|tilslutte[rd]?e?\s+sig)\s+"
    rf"(?:[^\s,.;]+\s+){{0,3}}?(?:ikke|ej)\s+(?:[^\s,.;]+\s+){{0,3}}?{_ADVICE}\b"
    rf"|\b(?:ikke|ej)\s+(?:at\s+)?(?:følge|fulgt|tiltræde|støtte|tilslutte\s+sig)\s+(?:[^\s,.;]+\s+){{0,3}}?{_ADVICE}\b"
    rf"|\b{_ADVICE}\s+(?:[^\s,.;]+\s+){{0,4}}?(?:(?:ikke|ej)\s+(?:fulgt|følges)|følges\s+(?:derfor\s+|dermed\s+)?ikke)\b"
    rf"|\bfulgte\s+(?:derfor\s+|dermed\s+)?ikke\s+{_ADVICE}\b"
)
_RECOMMENDS = re.compile(r"(?<!ikke\s)\banbefal(?:er|es|ede|edes|ing)\b|\bindstille(?:r|s|de)\b")
_RESOLVES = re.compile(
    r"\b(?:beslutte[rd]?e?s?|besluttet|vedt[ao]ge[rts]?|vedtog|vælge[rs]|valgte|valgt|bestemme[rs]|bestemte|giver|gives|gav|yde[rs]|ydede"
    r"|bevilg\w+|bevillig\w+|godkend\w+|imødekom\w+|foretrække[rs]|foretrak|peger|pegede|fastholde[rs]|fastholdt|fastsætte[rs]|fastsatte"
    r"|tillade[rs]|tillod|meddele[rs]|accepter\w+|prioriter\w+|tildele[rs]?|tildelt\w*|afsætte[rs]|afsat|støtte[rs]|indføre[rs]|indførte"
    r"|i\s+stedet|køber|købes|opretter|oprettes|nedsætter|antage[rs])\b"
)
_INSTEAD = "i stedet "
_NEGATED = re.compile(r"\b(?:ikke|ingen|intet|ej|hverken)\b")
_BEHIND = re.compile(r"[,;:–-]\s*(?:men|og|dog|idet)?\s|\s(?:men|og)\s")
_REFUSAL = re.compile(
    r"\b(?:afslag|afslå\w*|afvis(?:es|e|ning)\w*|forkast\w*|ikke\s+(?:\w+\s+)?(?:imødekom|godkend|bevilg|støtte|gives?|ydes?|meddel)\w*)",
    re.IGNORECASE,
)


_KNOWN = frozenset(
    {Outcome.DEFERRED, Outcome.SENT_BACK, Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE}
)
"""Outcomes of other sentences that are weighed as elsewhere."""


def settled_otherwise(found: Sequence[Outcome | None], said: Sequence[str]) -> Outcome | None:
    """Return the outcome of a decision that says it does not follow what was recommended.

    Args:
        found: What each sentence amounts to.
        said: The sentences, as they are written.

    Returns:
        `None` where none says so, and where nothing else is settled.
    """
    defying = [
        at
        for at, (outcome, sentence) in enumerate(zip(found, said, strict=True))
        if outcome not in _KNOWN and _defies(sentence)
    ]
    others = [
        sentence
        for at, (outcome, sentence) in enumerate(zip(found, said, strict=True))
        if at not in defying and outcome is not Outcome.REJECTED and not dissents(sentence)
    ]
    if not defying or not _KNOWN.isdisjoint(found):
        return None
    told = [_lower(sentence) for sentence in others]
    told += [_behind(_lower(said[at])) for at in defying]
    settling = [words for words in told if not _NEGATED.search(words)]
    if any(_RECOMMENDS.search(words) for words in settling):
        return Outcome.RECOMMENDED
    resolved = any(_RESOLVES.search(words) for words in settling)
    return Outcome.UNCLASSIFIED if resolved else None


def _defies(sentence: str) -> bool:
    """Tell whether a sentence says that the body, and not some of it, goes against the advice."""
    lower = _lower(sentence)
    return bool(_DEFIES.search(lower)) and not (dissents(sentence) or is_minority(lower))


def recommends_refusal(recommendation: str) -> bool:
    """Tell whether what was recommended is a refusal: not to follow it rejects nothing."""
    return _REFUSAL.search(recommendation) is not None


def refuses_for_another(decided: str) -> bool:
    """Tell whether a decision goes against the advice, and tells only what is done instead.

    "Udvalget kan ikke tiltræde indstillingen. I stedet udvides molen" refuses what was recommended,
    where that is known and was no refusal itself.
    """
    said = [_lower(span.of(decided)) for span in sentences(decided)]
    others = [one for one in said if not _DEFIES.search(one)]
    behind = [_behind(one) for one in said if _DEFIES.search(one)]
    instead = any(one.startswith(_INSTEAD) for one in others)
    return instead and not any(
        _RESOLVES.search(one.removeprefix(_INSTEAD)) for one in (*others, *behind)
    )


def refuses_by_itself(decided: str) -> bool:
    """Tell whether a decision has a word of refusal beside that of not following."""
    return _REFUSAL.search(_DEFIES.sub(" ", _lower(decided))) is not None


def _lower(sentence: str) -> str:
    return re.sub(r"\s+", " ", sentence.lower())


def _behind(sentence: str) -> str:
    """Return what follows the words by which a recommendation is not followed."""
    defies = _DEFIES.search(sentence)
    behind = _BEHIND.search(sentence, defies.end()) if defies else None
    return sentence[behind.end() :] if behind else ""
