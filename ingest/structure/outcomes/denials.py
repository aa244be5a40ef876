"""Sentences that deny an approval: "ikke godkendt", "kan ikke tiltræde", "godkendes ikke".

Sentences are lower case throughout.
"""

import re

from ingest.structure.outcomes.doubts import doubts_approval
from ingest.structure.outcomes.formulas import APPROVES

_APPROVED = re.compile(rf"(?<![\wæøå-])(?:{APPROVES})(?![\wæøå])")
CONTRASTS = re.compile(r"\b(?:idet|dog|mens|men|undtagelse|undtaget|undtagen|bortset|på\s+nær)\b")
NEGATED = re.compile(
    rf"\b(?:ikke|ej|hverken|nægtede\s+at|uden\s+at|not)\s+(?:[^\s,;:]+\s+){{0,3}}(?:{APPROVES})\b"
    r"|\b(?:besluttede|beslutter|besluttet|valgte|enige\s+om|enighed\s+om)\s+ikke\s+at\s+"
    r"(?:godkende|tiltræde|bevilge|imødekomme|vedtage|følge|støtte|tilslutte)\b"
    r"|\b(?:godkendes|tiltrædes|imødekommes|bevilges|vedtages|følges|godkendt|tiltrådt|vedtaget|bevilget"
    r"|imødekommet)\s+(?:dermed\s+|derfor\s+|altså\s+)?ikke\b(?=\s*(?:[.,;]|$))"
    r"|\b(?:godkendte|tiltrådte|vedtog|bevilgede|imødekom|tilsluttede\s+sig|godkender|tiltræder|følger)"
    r"\s+(?:dermed\s+|derfor\s+)?ikke\b"
    # "besluttede ikke at yde tilskud", "tiltrædes ikke af et flertal", "kunne sagen ikke vedtages".
    r"|\b(?:besluttede|beslutter|besluttet|vedtog|valgte)\s+ikke\s+at\s+(?:yde|give|støtte|afsætte|medvirke|imødekomme"
    r"|meddele|dispensere|deltage\s+i\s+finansieringen)\b"
    r"|\b(?:godkendes|tiltrædes|imødekommes|bevilges|vedtages|støttes|anbefales|godkendt|tiltrådt|vedtaget)\s+ikke\s+af\s+"
    r"(?:et\s+)?(?:\w+\s+)?(?:flertal|udvalget|rådet|byrådet|regionsrådet|nævnet|bestyrelsen)"
    r"|\b(?:kunne|kan)\s+(?:\w+en|\w+et|sagen|punktet)\s+(?:derfor\s+|dermed\s+)?ikke\s+"
    r"(?:godkendes|imødekommes|bevilges|tiltrædes|vedtages|støttes)"
    r"|\b(?:indstilling|anbefaling)\w*\s+(?:[^\s,.;]+\s+){0,4}?(?:ikke|ej)\s+(?:\w+\s+)?(?:fulgt|følges)\b"
    r"|^(?:(?:\w+\s+)?(?:indstilling|anbefaling)\w*\s+)?(?:følges|fulgtes)\s+(?:dermed\s+|derfor\s+)?ikke\b(?=\s*(?:[.,;]|$))"
    r"|\bfulgte\s+(?:dermed\s+|derfor\s+)?ikke\s+(?=indstilling|anbefaling)"
    r"|\b(?:kunne|kan|ville|vil|ønskede|ønsker)\s+(?:derfor\s+|dermed\s+|herefter\s+)?ikke\s+(?:at\s+)?"
    r"(?:tiltræde|godkende|imødekomme|støtte|tilslutte|bevilge|følge|godkendes|imødekommes|bevilges"
    r"|tiltrædes|vedtage|vedtages)"
)
NOT_RECOMMENDED = re.compile(
    r"\b(?:ikke|ej)\s+(?:at\s+)?(?:anbefale|indstille)[sr]?(?:t|de)?\b"
    r"|\b(?:anbefale|indstille)(?:s|r|de)\s+(?:[^\s,]+\s+){0,2}?ikke\b(?!\s+(?:bemærk|kommentar))"
    r"|\b(?:anbefale|indstille)(?:s|r|de)\b[^.;]*\bikke\s+(?:godkend|imødekom|vedtag|bevilg|tiltræd)"
)
"""One body advises another against it: neither recommended nor rejected."""
NOT_YET = re.compile(
    r"\b(?:endnu\s+ikke|ikke\s+(?:endnu|endeligt|formelt))\b(?:\s+\S+){0,3}"
    r"|\bikke\s+(?:\w+\s+){0,2}(?:drøft|taget\s+til|udsat|udskudt|afvist|forkastet|tilbagesendt)\w*"
)


def approves_before(said: str) -> bool:
    """Tell whether a sentence approves, then leaves out: "godkendt, men punkt 2 følges ikke"."""
    denied = NEGATED.search(said)
    before = said[: denied.start()] if denied else ""
    approved = _APPROVED.search(before)
    return (
        approved is not None
        and CONTRASTS.search(before, approved.end()) is not None
        and not doubts_approval(before, approved.start(), approved.end())
    )
