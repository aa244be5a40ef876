"""What limits an approval: conditions, exceptions, ceilings, spans of time and changes."""

import re

from ingest.structure.outcomes.formulas import APPROVES

_UNCHANGED = re.compile(
    r"\buden\s+(?:yderligere\s+)?(?:ændring|bemærkning|kommentar|forbehold|tilføjelse|rettelse)\w*"
    r"|\bikke\s+(?:bemærkning|kommentar)\w*"
    r"|\bingen\s+(?:bemærkning|kommentar|indvending|ændring|rettelse|tilføjelse)\w*"
    r"|\bikke\s+(?:\w+\s+)?(?:kun|alene|blot)\b|\b(?:uden|ingen)\s+(?:\w+\s+)?betingelse\w*|\bbetingelsesløst?\b"
    r"|\b(?:without|with\s+no|no|not)\s+(?:any\s+|further\s+)?(?:conditional|condition|reservation|amendment|change|proviso|modification)s?\b"
)
_RESERVES = re.compile(
    r"\bidet\b(?![^.;]*\b(?:stemte|stemmer|undlod|undlader)\b)|\bdog\b|\bforudsat\b|\bforudsætning\w*"
    r"|\bbetingelse\w*|\bbetinget\b|\bforbehold\w*|\bmax\b|\bmaks\b|\bmaksim\w+|\bmaximal\w+|\bhøjst\b"
    r"|\bundtage[nt]\b|\bbortset\s+fra\b|\bundtagelse\w*|\bi\s+stedet\b|\bmen\b(?!\s+at\b)|\bfraset\b"
    r"|\bmed\s+(?:\S+\s+){0,4}?(?:ændring|bemærkning|præcisering|tilføjelse|justering|rettelse|tilretning"
    r"|korrektion|supplering|kommentar|ændringsforslag)\w*"
    r"|\b(?:ændres|ændret|tilrettes|tilrettet|justeres|justeret|reduceres|reduceret|nedsat|nedsættes)\s+til\b"
    r"|\bsuppleret\s+med\b|\bmed\s+den\s+(?:\w+\s+)?forståelse\b|\bi\s+(?:ændret|revideret|tilrettet)\s+form\b"
    r"|\bmed\s+følgende\b|\bdelvist?\b|\bi\s+modsætning\b|\bsåfremt\b|\bmedmindre\b|\bmed\s+mindre\b"
    r"|\bpå\s+nær\b|\bhvis\b|\bindtil\b|(?<!ser\s)(?<!så\s)(?<!sig\s)\bfrem\s+til\b|\bi\s+princippet\b|\bprincipielt\b|\bforeløbigt?\b"
    r"|\bforsøgs\w+|\bsom\s+(?:et\s+)?(?:forsøg|pilot\w*)\b|\bfor\s+så\s+vidt\b|\balene\b|\bkun\b|\bmens\b"
    r"|\bmidlertidigt?\b|\btidsbegrænset\b|\bførst\s+(?:fra|når|efter)\b|\bi\s+første\s+omgang\b|\bendelig"
    r"\s+(?:beslutning|godkendelse|stillingtagen)\b|\bafventer\b|\bunder\s+hensyn\b|\bpå\s+betingelse\b"
    r"|\b(?:for|i)\s+(?:op\s+til\s+)?(?:ét|èt|et|en|én|to|tre|fire|fem|\d{1,2})\s+(?:\w+\s+)?(?:år|måned)(?:er)?\b"
    r"|\bet-?årigt?\b|\ben\s+(?:\w+\s+)?(?:prøve|forsøgs)?periode\b|\bloft\s+(?:på|over)\b|\bikke\s+over\b"
    r"|\b(?:bevilge[st]?|bevilgede|bevilget|imødekomme[st]?)\s+(?:med\s+)?halvdelen\b"
    r"|\b(?:ved|i|til)\s+(?:1\.|2\.|første|anden)\s*behandling"
    r"|\bret(?:tet|tes)\s+(?:til|fra)\b"
    # Another paper than the one that was sent out: "på baggrund af et nyt forslag".
    r"|\b(?:på\s+(?:baggrund|grundlag)\s+af|i\s+overensstemmelse\s+med|i\s+henhold\s+til|efter|jf\.?|jævnfør|som\s+(?:beskrevet\s+)?i"
    r"|ud\s+fra|svarende\s+til)\s+(?:(?:et|en|den|det|de|[\wæøå]+s)\s+)?(?:\w+\s+)?(?:nye?|nyt|ændre(?:t|de)|revidere(?:t|de)|tilrette(?:t|de)"
    r"|justere(?:t|de)|omdelte?|alternative?|modificere(?:t|de)|korrigere(?:t|de)|supplerende)\s+"
    r"(?:\w+\s+)?\w*(?:forslag|notat|bilag|indstilling|udkast|version|oplæg|plan|model|budget|papir|materiale|tekst|aftale|formulering)\w*"
    r"|\b(?:forslag|notat|bilag|udkast|oplæg|papir|materiale|plan)\w*\s*,?\s+(?:(?:der|som)\s+(?:blev\s+|var\s+|er\s+)?)?omdelt\b"
    r"|\b(?:mindretals|sær)(?:udtalelse|standpunkt|erklæring)\w*"
    r"|\bon\s+(?:the\s+)?(?:\w+\s+)?conditions?\b|\bconditional(?:ly)?\b|\bcontingent\b|\bproviso\b|\bprovisional(?:ly)?\b"
    r"|\bwith\s+(?:\S+\s+){0,3}?(?:reservation|condition|amendment|change|modification|exception)s?\b"
    r"|\bprovided\b|\bproviding\s+that\b|\bas\s+long\s+as\b|\bsubject\s+to\b|\bexcept\b|\bunless\b|\bonly\b|\bhowever\b|\bbut\b"
)
_APART = re.compile(
    r"\bdog\b|^(?:det\s+(?:forudsættes|er\s+en\s+(?:forudsætning|betingelse))|under\s+forudsætning|såfremt"
    r"|medmindre|med\s+undtagelse|bortset\s+fra|på\s+nær|undtage[nt]|forudsat|højst|max|maks|maksimalt|kun|alene"
    r"|men|(?:ikke|ej)(?!\s+(?:udsat|udskudt|afvist|forkastet|hjemvist|færre|mindre|alle))|gælder\s+(?:kun|alene|ikke)|bevillingen\s+(?:gælder|gives|bortfalder)"
    r"|godkendelsen\s+(?:gælder|er\s+betinget|forudsætter))\b|\bendelige?\s+(?:godkendelse|beslutning"
    r"|stillingtagen|vedtagelse)\b"
    r"|^(?:§+\s*\d+|(?:afsnit|kapitel|bilag|side|punkt|stk\.?)\s+\S+|(?:afsnittet|kapitlet|bestemmelsen|sætningen|bemærkningen"
    r"|ordet|linjen)(?:\s+\S+){0,5}?)\s+(?:udgår|slettes|stryges|fjernes|ændres|omskrives|udelades)\b"
    r"|(?<!ingen\s)\b(?:tog|tager|tages|toges|taget|med|under|fastholdt|fastholder|anførte|udtrykte)\s+"
    r"(?:(?!ikke\b|intet\b|ingen\b|uden\b)\w+\s+){0,3}?forbehold\b"
    r"|\bforbehold(?:er|t)\s+sig\b"
    # One of those who must agree has yet to: "Hov Kommune tager stilling senere".
    r"|\b(?:tager|tog|tages)\s+(?:\w+\s+)?stilling\s+(?:senere|efter|på\s+(?:et\s+)?(?:næste|senere))\b"
    r"|\b(?:afventer|mangler)\s+(?:\S+\s+){0,2}?(?:behandling|godkendelse|stillingtagen)\b"
    # A condition in a sentence of its own: "Broen kan åbne i maj på betingelse af, at …".
    r"|\bpå\s+(?:den\s+|følgende\s+)?betingelse(?:r)?\b|\bunder\s+(?:den\s+)?forudsætning\s+af\b|(?<!ikke\s)\bbetinget\s+af\b"
    # A part that others are left to decide: "Resten oversendes til byrådet uden anbefaling".
    r"|\b(?:over|videre|frem)?(?:sendes|sendt|sendte)\b[^.;]*\buden\s+(?:\w+\s+)?(?:anbefaling|indstilling|stillingtagen)\b"
)
_BODY = (
    r"(?:(?:\w*udvalget|\w*rådet|\w*nævnet|\w*bestyrelsen|\w*gruppen|\w*klyngen|man|det|der)\s+)"
)
_WISHED = re.compile(
    rf"{_BODY}(?:ønske[rs]?|ønskede[s]?|forudsætter|forudsatte|kræver|krævede|vil\s+have)\s+(?:dog\s+|samtidig\s+)?"
    r"(?:[^\s,.;]+\s+){1,5}?(?:reduceret|nedsat|ændret|sænket|begrænset|forhøjet|hævet|øget|udskudt|stoppet|afkortet"
    r"|forkortet|forlænget|fjernet|tilføjet|indskrænket|halveret|fordoblet)\b"
)
"""What the body wants otherwise than it was put: "Udvalget ønsker beløbet reduceret til …"."""
_FORESEES = re.compile(
    rf"{_BODY}(?:dog\s+)?(?:forudsætter|forudsatte|betingede\s+sig|betinger\s+sig)\b"
)
"""What the body builds its approval on: "Bestyrelsen forudsætter, at …"."""
_TAKES = re.compile(
    rf"(?<![\wæøå-])(?:{APPROVES})\s*,?\s+(?:uden\s+(?!for\b|om\b|at\b|(?:\w+\s+)?(?:\w*debat|\w*drøftelse|\w*afstemning"
    r"|diskussion|indsigelse|indvending|videre)\w*)|minus\s|når\s|efter\s+(?:\w+\s+)?ændringsforslag|til\s+videre\s+(?:be|ud)?arbejd"
    r"|i\s+(?:den|en)\s+(?:\w+\s+)?(?:revideret|reviderede|ændret|ændrede|tilrettet|tilrettede)|med\s+halvdelen|som\s+oplæg)"
)
"""Behind a formula, words that take something from what it approves."""
_STRIKES_PART = re.compile(
    r"(?:§+\s*\d+|(?:afsnit|kapitel|bilag|side|stk\.?)\s+\S+|(?:afsnittet|kapitlet|bestemmelsen|sætningen|bemærkningen|ordet"
    r"|linjen)(?:\s+\S+){0,5}?)\s+(?:udgår|udgik)\b"
)
"""What leaves a paper is no item that leaves the agenda: "§ 4 udgår"."""
_CORRECTION = re.compile(
    r"\bmed\s+(?:de[nt]?\s+|følgende\s+|en\s+|et\s+)?(?:\w+\s+)?(?:rettelse|ændring|tilføjelse|præcisering"
    r"|bemærkning|korrektion)\w*(?:\s+til\s+[^,:.;]{1,60})?\s*(?:,\s*at\b|:|om\s*,?\s+at\b|\bat\b)"
)
_APPROVED = re.compile(rf"(?<![\wæøå-])(?:{APPROVES})(?![\wæøå])")
_RESTRICTS = re.compile(
    r"\b(?:max|maks|maksimalt|højst|tilpasses|nedjusteres|opjusteres|reduceres|begrænses|i\s+stedet)\b"
)


_TERMS = re.compile(r"(?:særlige\s+)?(?:vilkår|betingelser?)\s*:\s*(?!ingen\b|-|–)\S")
"""On what terms something is granted, by a label: "Vilkår: Regnskab inden jul"."""


def without_plain_words(sentence: str) -> str:
    """Return a lower-case sentence without negations that change nothing: "uden bemærkninger"."""
    return _UNCHANGED.sub(" ", sentence)


def is_limited(sentence: str) -> bool:
    """Tell whether a lower-case sentence limits what it approves."""
    said = _UNCHANGED.sub(" ", sentence)
    return _RESERVES.search(said) is not None or _TAKES.search(said) is not None


def limits_what_was_said(sentence: str) -> bool:
    """Tell whether a lower-case sentence limits the approval of the sentence before it."""
    if _TERMS.match(sentence):
        return True
    return any((_APART.search(sentence), _WISHED.match(sentence), _FORESEES.match(sentence)))


def strikes_part(sentence: str) -> bool:
    """Tell whether a lower-case sentence takes a part out of a paper: "§ 4 udgår"."""
    return _STRIKES_PART.match(sentence) is not None


def before_correction(sentence: str) -> str:
    """Return a lower-case sentence up to what a correction says: "godkendt med den rettelse, at".

    What the corrected paper says was or was not approved is no decision of this meeting. Where
    nothing is approved before it, the decision comes after: "Med den rettelse, at …, blev …".
    """
    found = _CORRECTION.search(sentence)
    approved = found is not None and _APPROVED.search(sentence, 0, found.start()) is not None
    return sentence[: found.end()] if found and approved else sentence


def restricts(sentence: str) -> bool:
    """Tell whether a lower-case sentence sets a ceiling or cuts something down."""
    return _RESTRICTS.search(sentence) is not None


def before_limit(sentence: str, start: int) -> str:
    """Return a lower-case sentence up to the first reservation after `start`, in characters."""
    found = _RESERVES.search(sentence, start)
    return sentence[: found.start()] if found else sentence
