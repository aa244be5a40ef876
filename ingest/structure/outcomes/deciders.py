"""Whose decision a sentence tells: that of the body itself, of a minority, or of another body."""

import re

from ingest.structure.outcomes.formulas import APPROVES

_SIDE = (
    r"[\wæøå]{3,}siden\s+(?:(?:kan|kunne|vil|ville)\s+(?:\w+\s+){0,2}?(?:støtte|tiltræde|godkende|tilslutte|acceptere|følge"
    r"|medvirke|gå\s+med)|afvis(?:te|er)|afsl(?:og|år)|forkaste(?:de|r)|godken(?:dte|der)|tiltr(?:ådte|æder)|støtte(?:de|r)|ønske(?:de|r)"
    r"|mente|mener|fandt|finder|stem(?:te|mer)|tog|tager)\b"
)
"""One side of those who meet, by what only people do: "hjemmesiden blev godkendt" is none."""
_MINORITY = re.compile(
    rf"(?:et\s+)?mindretal|{_SIDE}"
    r"|(?:socialdemokrat\w+|venstre|de\s+radikale|radikale\s+venstre|(?:det\s+)?konservative(?:\s+folkeparti)?"
    r"|dansk\s+folkeparti|enhedslisten|socialistisk\s+folkeparti|sf|liberal\s+alliance|alternativet|kristendemokraterne|nye\s+borgerlige"
    r"|danmarksdemokraterne|moderaterne|borgerlisten|\w+listen)(?:s\s+\w+)?\b(?!\s*(?:,|og\b))|liste\s+\w+\b"
    r"|(?![^.,;(]*(?:flertal|udvalg|råd|nævn|gruppe|bestyrelse|ledelse|direktion))[^.,;]{3,60}\([a-zæøå]{1,3}\)\s"
)
_OTHER = re.compile(
    # "Økonomiudvalgets indstilling tiltrådt" is what this body did with it.
    r"(?!\S+s\s+(?:indstilling|anbefaling|forslag|beslutning|oplæg|udkast|ændringsforslag)\w*\s)"
    r"(?:(?P<never>administrationen|forvaltningen|regeringen|ministeriet|\w+ministeriet|(?!\w*bestyrelsen)\w+styrelsen"
    r"|folketinget|kommunen|regionen|sekretariatet)"
    r"|(?:[\wæøå-]{3,}\s+)?(?P<named>(?:region(?:s|en)|by|kommune?|kommunal|økonomi|forretnings|amts|hoved|magistrat|direktion)"
    r"\w*|[\wæøå-]{4,}(?:udvalget|rådet|nævnet|bestyrelsen)))\s+(?:har\s+|havde\s+|er\s+)?"
    r"(?P<before>tidligere\s+|allerede\s+)?(?:\w+\s+)?(?:godkend|tiltr|vedt|bevil|imødekom|tilslut|afvi|afslo|forkast|udsat"
    r"|udskød|hjemvi|afsat|tildel|afgjorde|besluttede)\w*(?P<rest>.*)",
    re.DOTALL,
)
_DATED = re.compile(
    r"\b(?:den\s+\d{1,2}\.|i\s+(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|(?:19|20)\d\d)\b|(?:19|20)\d\d\s*\.?$|sidste\s+år|på\s+(?:sit|et|det)\s+(?:\w+\s+)?møde|tidligere)"
)
_OWN_SUBJECT = re.compile(r"\b(?:udvalget|nævnet|følgegruppen|styregruppen|bestyrelsen)\s+\w+")
_DEFINITE = re.compile(r"(?:et|en|n)$")
"""What parts "byrådet" in a decision from "Byråd" in the name of the body."""


_ORGAN = re.compile(r"udvalg|råd|nævn|bestyrelse|direktion|komit|kommission|gruppe|ledelse|forum")
_COUNCIL = re.compile(r"\b(?:byråd|kommunalbestyrelse|borgerrepræsentation)")
"""One council has several names."""
_STEM = 6
"""Letters by which "udvalget for sundhed" is told to be "sundhedsudvalget"."""
_OFFICE = re.compile(r"-?(?:udvalg|råd|nævn|bestyrelse)(?:et|en|n)?$")


_NAMED_ORGAN = re.compile(
    r"(?P<named>(?:[\wæøå-]+(?:,|\s+og)?\s+){0,4}?(?:[\wæøå-]{2,}(?:udvalget|rådet|nævnet|bestyrelsen)|[\wæøå-]+\s+udvalg))"
    r"\s+(?:(?:har|havde|kan|kunne|vil|ville|også|derfor|dog|ikke|enstemmigt|herefter)\s+){0,3}"
    r"(?:anbefal|indstil|godkend|tiltr|vedt[oa]|bevil[gl]|imødek|tilslut|afvi|afsl|afsat|forkast|udsat|udsæt|udsk[øy]|hjemvi|beslut|støt|bakke)"
)


_SEVERAL_ORGANS = (
    r"(?:udvalg|råd|nævn|bestyrelser|foreninger|grupper|organisationer|forbund"
    r"|selskaber|parter|sider)"
)
SEVERAL = (
    rf"(?:(?:begge|de\s+(?:to|tre|fire))\s+{_SEVERAL_ORGANS}"
    r"|[\wæøå-]*(?:udvalgene|rådene|nævnene|bestyrelserne|foreningerne|grupperne|organisationerne|forbundene|selskaberne))"
)
"""Those who met together, as the minutes of a joint meeting call them: "Begge udvalg"."""
_OF_SEVERAL = re.compile(SEVERAL + r"(?!\w)", re.IGNORECASE)
_KIND = re.compile(r"udvalg|råd|nævn|bestyrelse")


_ADVISES = re.compile(
    r"(?:[\wæøå-]+\s+){0,2}?[\wæøå-]*(?:konsulent|rådgiver|forvaltning|administration|sekretariat|arkitekt|ingeniør|revisor|revision"
    r"|direktør|chef|leder|inspektør|foged|værge|gartner|jurist|advokat|ekspert|læge|myndighed|kontor)(?:en|n|et|erne|ne)\s+"
    r"(?:(?:har|havde|også|derfor|dog|ikke|fortsat)\s+){0,2}(?:anbefal|indstil)\w*"
)
"""What an official or an expert advises, where the body itself may do something else."""
_APPROVES = re.compile(rf"(?<![\wæøå-])(?:{APPROVES})(?![\wæøå])")


_HAS_DONE = re.compile(
    r"(?P<who>(?:[^\s,.;:()]+\s+){1,6}?)har\s+(?:(?!ikke\b)\w+\s+){0,2}?(?:bevilget|bevilliget|afslået|imødekommet|godkendt"
    r"|(?:givet|meddelt)\s+(?:\w+\s+){0,2}?(?:afslag|tilsagn|tilladelse|dispensation|tilskud))\b"
)
_OF_THE_MEETING = re.compile(
    r"\b(?:vi|man|der|det|den|de|som|alle|begge|part(?:n?er)ne|medlem\w+|deltager\w+|flertal\w*|mindretal\w*|\w*forsamling\w*|\w*forening\w*"
    r"|\w*formand\w*|indstilling\w*|forslag\w*|sag\w*|punkt\w*)\b"
)
"""What may speak for those who met, or is no actor at all."""


def has_granted(sentence: str, body: str) -> bool:
    """Tell whether a lower-case sentence tells what somebody else has granted or refused by now.

    "Kulturpuljen har givet afslag" is news to the council that asked the fund, and no decision.
    """
    match = _HAS_DONE.match(sentence)
    if match is None or _OF_THE_MEETING.search(match["who"]) or _ORGAN.search(match["who"]):
        return False
    return match["who"].strip() not in body.lower()


def speaks_for_another(sentence: str, body: str) -> bool:
    """Tell whether a sentence is on what a body recommends or decides that is not `body`.

    In plain minutes the words of the committees stand above the council's own. "Begge udvalg" is
    who met, if a committee did.
    """
    if (several := _OF_SEVERAL.match(sentence)) is not None:
        kind = _KIND.search(several[0].lower())
        return kind is not None and kind[0] not in body.lower()
    match = _NAMED_ORGAN.match(sentence.lower())
    return match is not None and not is_body(match["named"], body.lower())


def is_minority(sentence: str) -> bool:
    """Tell whether a lower-case sentence is on those who were of another mind than the body."""
    return _MINORITY.match(sentence) is not None


def is_of_another(sentence: str, whole: str, body: str | None = None) -> bool:
    """Tell whether a lower-case sentence tells what another body decided, or what was once decided.

    `whole` is the decision, lower case; `body` the name of the body that met, with its short
    form, if known.
    """
    if body is not None and has_granted(sentence, body):
        return True
    match = _OTHER.match(sentence)
    if match is None:
        return False
    if match["never"] or match["before"] or _DATED.search(match["rest"]):
        return True
    if body is not None and _ORGAN.search(body.lower()):
        return not is_body(match["named"], body.lower())
    return _OWN_SUBJECT.search(whole.replace(sentence, " ")) is not None


def is_advice(sentence: str) -> bool:
    """Tell whether a lower-case sentence is only on what an adviser of the body recommends."""
    return _ADVISES.match(sentence) is not None and _APPROVES.search(sentence) is None


def is_body(named: str, body: str) -> bool:
    """Tell whether "sundhedsudvalget" may be the body "udvalget for sundhed", both lower case."""
    if _COUNCIL.search(named) and _COUNCIL.search(body):
        return True
    _, _, about = named.partition(" for ")
    if about:
        return any(word[:_STEM] in body for word in re.findall(r"[\wæøå]{4,}", about))
    subject = _OFFICE.sub("", named).removesuffix("s")
    return _DEFINITE.sub("", named) in body or (len(subject) > 2 and subject in body)
