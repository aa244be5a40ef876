"""By whom something was approved: "godkendt af Byrådet", "godkendt af formanden".

A sentence that names somebody else than the body that met, or a few of its members, tells no
decision of the body.
"""

import re
from collections.abc import Iterator

from ingest.structure.outcomes.deciders import is_body

_DONE = (
    r"(?:godkendt|tiltrådt|vedtaget|bevilget|imødekommet|accepteret|anbefalet|støttet|indstillet|behandlet|drøftet|afvist|afslået"
    r"|forkastet|udsat|udskudt|hjemvist)"
)
_BY = re.compile(
    rf"(?P<before>(?:[^\s,.;:]+\s+){{0,7}}?){_DONE}\s+(?:enstemmigt\s+)?(?P<how>af|i|hos)\s+"
    r"(?P<who>[^.;:()]{2,120})",
    re.IGNORECASE,
)
_PLANS = re.compile(
    r"\b(?:anbefales|anbefaler|anbefalede|indstilles|indstiller|indstillede|kan|kunne|skal|skulle|bør|vil|ville|før|inden|når"
    r"|hvis|såfremt|forudsat|udvalget|rådet|nævnet)\b",
    re.IGNORECASE,
)
"""Words before the verb with which it tells no approval that was given."""
_FEW = re.compile(
    r"(?:et\s+|udvalgets\s+|rådets\s+|det\s+)?(?:\w+\s+)?mindretal(?:let)?\b"
    r"|(?:\w+s\s+)?(?:\w*formand(?:en)?|næstformand(?:en)?|\w*borgmester(?:en)?|\w*direktør(?:en)?|formandskabet)\b(?!\s+og\b)",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"(?:den\s+|det\s+)?(?:administrationen|\w*forvaltningen|regeringen|\w*ministeriet|(?!\w*bestyrelsen)\w+styrelsen|folketinget"
    r"|\w+direktoratet|\w+tilsynet|\w*klagenævnet|\w*retten|amtet|staten|sekretariatet|kommunen|kommunerne|revisionen|revisor|naboerne|\w*forening(?:en)?)\b",
    re.IGNORECASE,
)
_ORGAN = re.compile(
    r"(?:det\s+|den\s+)?(?P<name>(?:[A-ZÆØÅ][\wæøå-]*,?\s+(?:(?:og|for|af|samt)\s+)?){0,5}"
    r"(?i:[\wæøå-]*(?:udvalg|råd|nævn|bestyrelse|direktion|forsamling|repræsentation|kommission|gruppe)(?:et|en|n)?)(?![\wæøå])"
    r"(?:\s+for\s+[A-ZÆØÅ][\wæøå-]*(?:(?:,|\s+og)\s+[A-ZÆØÅ][\wæøå-]*)*)?)"
)
_PLAIN = re.compile(
    r"(?:et\s+\w+\s+|hele\s+|det\s+samlede\s+|et\s+)?(?:udvalg|råd|nævn|bestyrelse|gruppe)(?:et|en|n)?",
    re.IGNORECASE,
)
"""What any body calls itself."""
_DATED = re.compile(
    r"\s*,?\s*(?:(?:den|d\.)\s*\d|i\s+(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|(?:19|20)\d\d)\b|på\s+(?:sit|et|det)\s+(?:\w+\s+)?møde|\d{1,2}[./])",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(r"\bvegne\b|\bbemyndige\w*", re.IGNORECASE)
_THEN = re.compile(r"\s*(?:;|,?\s+(?:men|mens|medens|hvorimod)\s)\s*", re.IGNORECASE)


def approved_by_others(sentence: str, whole: str = "", body: str | None = None) -> bool:
    """Tell whether a sentence says what others decided, or only some members of the body.

    Args:
        sentence: As it is written.
        whole: The decision that it is part of.
        body: The name of the body that met, with its short form, if known. Where it is not, another
            body is told by its day, or by what "udvalget" did besides.
    """
    found = _BY.match(sentence)
    if found is None or _PLANS.search(found["before"]) or _ON_BEHALF.search(sentence):
        return False
    who = found["who"].strip()
    if found["how"].lower() == "af" and (_FEW.match(who) or _NEVER.match(who)):
        return True
    organ = _ORGAN.match(who)
    if organ is None or _PLAIN.fullmatch(organ["name"].strip()):
        return False
    if body is not None:
        return not is_body(organ["name"].lower(), body.lower())
    rest = whole.replace(sentence, " ")
    behind = found.start("who") + organ.end() + found["who"].index(who)
    return _DATED.match(sentence, behind) is not None or _speaks_itself(rest, organ["name"])


def halves(sentence: str, body: str | None = None) -> Iterator[str]:
    """Part a sentence that says what others approved from what the body did: "…, men udvalget"."""
    then = _THEN.search(sentence)
    if then is not None and approved_by_others(sentence[: then.start()], sentence, body):
        yield sentence[: then.start()]
        yield sentence[then.end() :]
    else:
        yield sentence


def _speaks_itself(rest: str, other: str) -> bool:
    found = re.search(
        r"\b(?:udvalget|nævnet|følgegruppen|styregruppen|bestyrelsen)\s+\w+", rest, re.I
    )
    return found is not None and other.lower() not in found.group().lower()
