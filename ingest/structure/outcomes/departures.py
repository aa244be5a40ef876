"""Where a decision departs from its recommendation though its words approve or refuse.

"Formandens forslag om at bevare brønden blev godkendt" approves, but not that it is filled;
"Afslag meddelt" refuses, and may be just what was recommended.
"""

import re

from index.danish.sentences import sentences
from index.danish.stems import stem
from index.decisions import Outcome
from ingest.structure.outcomes.additions import adds_to, alters_matter, names_no_content
from ingest.structure.outcomes.classifying import LONGEST, classify
from ingest.structure.outcomes.extensions import acts_further
from ingest.structure.outcomes.formulas import APPROVES

_PROPOSAL = re.compile(
    r"forslag(?:et)?(?:\s+fra\s+[^,.;]{2,40}?)?\s+(?:om|til|på)\s+(?:\w+\s+)?at\s+"
    r"(?P<verb>\w+e|få|gå|bestå|se|slå)\b",
    re.IGNORECASE,
)
_GENERAL_VERBS = """
    godkende vedtage tiltræde følge imødekomme bevilge give lade tage støtte anbefale fastholde
    afsætte yde få gå gøre have være
"""
_GENERAL = frozenset(stem(word) for word in _GENERAL_VERBS.split())
"""Verbs that name no content: "forslaget om at godkende planen" may be what was recommended."""
_ALTERNATIVE = re.compile(
    r"\balternativ(?:e|t)?\s+(?:\w+\s+)?(?:forslag|indstilling|model|løsning|scenarie|beslutning)\w*"
    r"|\b(?P<what>scenarie|model|variant|løsning|option|forslag|alternativ)\s+"
    r"(?P<label>(?-i:[A-H]|[IVX]{1,4})|\d{1,2})\b(?!\s*(?:\.\s*[a-zæøå]|,\d|%))",
    re.IGNORECASE,
)
_ADVISES = re.compile(
    r"^at\s+(?:[\wæøå-]*(?:udvalget|rådet|nævnet|bestyrelsen|gruppen)\s+)?(?:"
    r"over\s?for\s+(?P<whom>[\wæøå-]+)\s+(?:\S+\s+){0,3}?(?:indstiller|anbefaler)\b"
    r"|(?:indstiller|anbefaler)\s+(?:til|over\s?for)\s+(?P<to>[\wæøå-]+)"
    r"|(?:indstiller|anbefaler)\s*,?\s+(?:at\s+)?(?P<name>[\wæøå-]*(?:udvalget|rådet|bestyrelsen|forsamlingen)|(?-i:[A-ZÆØÅ]{2,6}))\b"
    r"|[^,]*\banbefales\s+(?:(?:godkendt|vedtaget|tiltrådt)\s+(?:af|i)|over\s?for)\s+(?P<of>[\wæøå-]+))",
    re.IGNORECASE,
)
"""A recommendation to recommend: "at udvalget over for Byrådet indstiller, at …"."""
_SECOND_BEST = re.compile(
    r"\bsubsidiær\w*\s+(?:\w+\s+)?(?:indstilling|forslag|anbefaling)", re.IGNORECASE
)
_REFUSES = (
    r"(?:af(?:slå|slag|vis)\w*|forkast\w*|(?:ikke|ej)\s+(?:\w+\s+){0,3}?(?:god|tiltr|imødekom|bevil|vedta|giv|gives"
    r"|yde|ydes)\w*|bortfald\w*)"
)
_ASKS_REFUSAL = re.compile(rf"\b{_REFUSES}", re.IGNORECASE)
_REFUSES_THING = re.compile(
    r"\b(?:afslag\b(?!\s+(?:gives|blev|er|meddeles)\s+ikke)|afslås|afslået|afslog"
    r"|(?:\w*ansøgning|\w*anmodning|dispensation|tilladelse|klage|henvendelse)\w*\s+(?:(?:blev|bliver|er|kan|kunne)\s+)?(?:\w+\s+)?"
    r"(?:afvist|afvises|afslået|afslås|(?:ikke\s+)?(?:imødekomme[st]?|imødekommes|gives|givet))|ikke\s+imødekomme[st]?\b)",
    re.IGNORECASE,
)
"""Words that refuse what was applied for, where "afvist" alone may refuse the recommendation."""
_GRANTS = re.compile(
    r"\b(?:imødekom|bevil[gl]|(?:giv|yd)(?:es|e|er|et)\s+(?:\w+\s+){0,2}?(?:tilskud|tilladelse|dispensation|tilsagn|støtte|lån))\w*"
    r"|\b(?:godkendt|tiltrådt|vedtaget)\s+med\s+(?:kr\.?\s*)?\d"
    r"|\b(?!indstilling|forslag|anbefaling|afslag|afvisning)[\wæøå-]{3,}(?:en|et|erne|ene)\s+(?:(?:blev|bliver|er)\s+)?"
    r"(?:(?!ikke\b|ej\b)\w+\s+)?(?:godkend|vedtag|tiltråd|tiltræd)\w*",
    re.IGNORECASE,
)
"""What grants the thing itself, where "godkendt" alone may follow a recommendation to refuse it."""
_KEEPS = re.compile(
    r"\b(?:bevare[st]?|bevaret|fasthold\w*|viderefør\w*|oprethold\w*|fortsætte[rs]?|beholde[rs]?)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:nedlægge[rs]?|nedlagt|lukke[rs]?|ophøre[rs]?|afskaffe[rs]?|opsige[rs]?|stoppe[rs]?|udfase[rs]?|sløjfe[rs]?"
    r"|nedrive[rs]?|fjerne[rs]?)\b",
    re.IGNORECASE,
)
_FORMULA = re.compile(rf"(?<![\wæøå-])(?:{APPROVES})(?![\wæøå])")
_RESOLVED = re.compile(
    r"\b(?:vedtog|vedtager|besluttede|beslutter)\s+(?:\w+\s+){0,2}?at\s+(?P<verb>\w+)",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"\b(?:indstil|anbefal)\w*", re.IGNORECASE)
_OF_RECOMMENDATION = re.compile(r"\bindstilling\w*", re.IGNORECASE)
_APPROVED = (Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE)
_NO = re.compile(r"nej(?:\s+tak)?\s*[.!]?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")


def departed(
    outcome: Outcome, words: str, asked: str, told: str = "", body: str | None = None
) -> Outcome:
    """Return the outcome of a decision in the light of what was recommended.

    Args:
        outcome: What its words amount to by themselves.
        words: The decision.
        asked: The recommendation; empty where there is none, and then nothing is known.
        told: The title of the item and what else it says.
        body: The name of the body that met, if known.
    """
    words = words[:LONGEST]
    if not asked.strip():
        adds = outcome is Outcome.APPROVED and acts_further(words, "")
        return Outcome.APPROVED_WITH_CHANGE if adds else outcome
    if outcome in (Outcome.NONE, Outcome.UNCLASSIFIED) and _NO.fullmatch(words.strip()):
        outcome = Outcome.REJECTED
    if outcome is Outcome.REJECTED and _ASKS_REFUSAL.search(asked):
        # "Afvist" may follow a recommendation to refuse, or refuse that recommendation.
        known = _OF_RECOMMENDATION.search(words) or _refuses_as_asked(words, asked)
        return outcome if known else Outcome.UNCLASSIFIED
    if outcome in _APPROVED and _grants_what_was_refused(words, asked):
        return Outcome.UNCLASSIFIED
    if outcome is not Outcome.APPROVED:
        return outcome
    if _advises_another(asked, body):
        return Outcome.RECOMMENDED
    said = [span.of(words) for span in sentences(words)]
    approving = [one for one in said if classify(one) is Outcome.APPROVED]
    if any(_approves_another(one, asked) or _reverses(one, asked) for one in approving):
        return Outcome.UNCLASSIFIED
    if any(_resolves(one, f"{asked}\n{told}") for one in approving):
        return Outcome.UNCLASSIFIED
    changed = (
        acts_further(words, f"{asked}\n{told}" if names_no_content(asked) else asked)
        or any(_chooses_beside(one, asked) for one in approving)
        or adds_to(approving, asked, told)
        or alters_matter([one for one in said if one not in approving], asked)
    )
    return Outcome.APPROVED_WITH_CHANGE if changed else outcome


def _refuses_as_asked(words: str, asked: str) -> bool:
    """Tell whether all clauses are for refusing a thing, and the words refuse that thing."""
    clauses = [clause for clause in re.split(r"\n(?=at\b)", asked) if clause.strip()]
    refusing = all(_ASKS_REFUSAL.search(clause) for clause in clauses)
    return refusing and _REFUSES_THING.search(words) is not None


def _advises_another(asked: str, body: str | None) -> bool:
    """Tell whether all that was recommended is to advise another body, so that it decides."""
    clauses = [clause for clause in asked.split("\n") if clause.strip()]
    found = [_ADVISES.search(clause) for clause in clauses]
    whom = {next(filter(None, match.groups())).lower() for match in found if match is not None}
    own = (body or "").lower()
    return all(found) and not any(one.removesuffix("et").removesuffix("en") in own for one in whom)


def _grants_what_was_refused(words: str, asked: str) -> bool:
    """Tell whether a refusal was recommended, and a grant decided: "Imødekommet med 50.000 kr."."""
    clauses = asked.split("\n")
    refusing = [clause for clause in clauses if _ASKS_REFUSAL.search(clause)]
    refused = bool(refusing) and not any(
        _GRANTS.search(clause) for clause in clauses if clause not in refusing
    )
    said = [span.of(words) for span in sentences(words)]
    able = [s for s in said if classify(s) in _APPROVED]
    return refused and any(_GRANTS.search(s) and not _FOLLOWS.search(s) for s in able)


def _approves_another(said: str, asked: str) -> bool:
    """Tell whether a proposal is named by what it does, and the recommendation does not do it."""
    known = {stem(word.lower()) for word in _WORD.findall(asked)}
    verbs = [stem(match["verb"].lower()) for match in _PROPOSAL.finditer(said)]
    return any(verb not in known and verb not in _GENERAL for verb in verbs)


def _reverses(said: str, asked: str) -> bool:
    """Tell whether one of both keeps a thing and the other does away with it."""
    ends, keeps = (_ends_only(asked), _keeps_only(asked))
    return (ends and _keeps_only(said)) or (keeps and _ends_only(said))


def _ends_only(words: str) -> bool:
    return _ENDS.search(words) is not None and _KEEPS.search(words) is None


def _resolves(said: str, asked: str) -> bool:
    """Tell whether a sentence resolves something that the recommendation does not name."""
    found = _RESOLVED.search(said)
    known = {stem(word.lower()) for word in _WORD.findall(asked)}
    if found is None or _FORMULA.search(said[: found.start()].lower()):
        return False
    return stem(found["verb"].lower()) not in known | _GENERAL


def _keeps_only(words: str) -> bool:
    return _KEEPS.search(words) is not None and _ENDS.search(words) is None


def _chooses_beside(said: str, asked: str) -> bool:
    """Tell whether one of several ways is named ("forslag B") that was not recommended first."""
    if _SECOND_BEST.search(said) is not None:
        return True
    for match in _ALTERNATIVE.finditer(said):
        named = rf"\b{match['what']}\w*\s+{match['label']}\b" if match["what"] else r"\balternativ"
        if re.search(named, asked, re.IGNORECASE) is None:
            return True
    return False
