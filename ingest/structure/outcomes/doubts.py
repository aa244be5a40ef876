"""What makes the claim of a sentence uncertain: negations, plans, motions, refusals approved.

An outcome is claimed only where nothing in its sentence says otherwise. "Udvalget godkendte
afslaget" has the words of an approval and is none; "kan godkendes" tells a possibility; "blev
næppe afvist" has a negation that no known shape explains. Sentences are lower case throughout.
"""

import re

from ingest.structure.outcomes.reservations import before_limit, without_plain_words

_NEGATION = re.compile(
    r"\b(?:ikke|ej|ingen|intet|inte|næppe|hverken|aldrig|nej|nægt\w+|undl[oa]d\w*|undlade|afst[oå]d|afstå\w*"
    r"|lade\s+være|uden\s+at|modsatte|imod\s+at|not|never|nor|neither|no|none|declined|refused|u(?:godkendt|vedtaget))\b"
)
_PLANNED = re.compile(
    r"\b(?:kan|kunne|skal|skulle|bør|burde|må|måtte|vil|ville|forvent\w+|påregne\w*|ønske[rs]?|ønskede|håbe\w*"
    r"|foresl\w+|overveje\w*|undersøge\w*|vurdere\w*|afklare\w*|afvente\w*|søge[rs]|søgte|med\s+henblik\s+på"
    r"|hvorvidt|(?<=,\s)om\s+(?!at\b)\w+\s+(?:\w+\s+){0,3}(?:kan|skal|bør|er|blev)|måske|eventuelt|evt|muligvis|formentlig"
    r"|should|could|might|may|must|whether|expected|beder|bad|bedt|anmod\w+|klar\s+til\s+at|lægge[rs]?\s+op\s+til)\b"
)
_QUESTION = re.compile(r"\?")
_REFUSAL_APPROVED = re.compile(
    r"\b(?:god(?:kend)\w*|tiltr[åæ]\w+|vedt[oa]\w+|tilslut\w+|tilsluttede\s+sig|følge[rs]?|fulgte|støtte\w*|accept\w+"
    r"|enige?\s+i|bakke\w+\s+op\s+om|approved)\s+(?:[^\s.;,]+\s+){0,6}?,?\s*(?:(?:\w*forslag|indstilling|anmodning)\w*"
    r"\s+(?:om\s+|til\s+)?)?(?:at\s+(?:\w+\s+)?)?(?:afslag\w*|afslå\w*|afvis\w*|forkast\w*|give\s+afslag"
    r"|udsæt\w*|udskyd\w*|hjemvis\w*|tilbagesend\w*|tilbagevis\w*|nedlæg\w*|sende\s+\S+\s+tilbage|ophæv\w*"
    r"|annuller\w*|opgive|opgivelse\w*|henlægge|droppe|skrinlægge|frafalde|rejection)"
)
_MOTION = (
    r"(?:\w*forslag\w*|indstilling\w*|ønske\w*|begæring\w*|anmodning\w*)\s+(?:\S+\s+){0,3}?(?:om|på|til)\s+(?:at\s+)?"
    r"(?:\S+\s+)?(?:udsæt|udskyd|afvis|afslag|afslå|forkast|hjemvis|tilbagesend|tilbagevis|tilbage)\w*"
    r"|\w*forslag\w*\s+om\s+at\s+(?:(?:over)?sende\s+\S+\s+(?:\S+\s+){0,2}?tilbage|tage\s+\S+\s+af\s+dagsordenen|stille\s+\S+\s+i\s+bero)"
    r"|(?:afvisnings|udsættelses|hjemvisnings)forslag\w*"
)
_MOTION_NAMED = re.compile(_MOTION)
_MOTION_FELL = re.compile(
    rf"(?:{_MOTION})[^.;]*?\b(?:forkast\w+|faldt|afvist|afvises|nedstemt\w*|bortfald\w*|ikke\s+\w+)\b"
    r"|\b(?:ikke|intet)\s+flertal\s+for\s+(?:et\s+forslag\s+om\s+|forslaget\s+om\s+)?(?:at\s+)?"
    r"(?:udsæt|udskyd|afvis|afslå|forkast|hjemvis|tilbagesend|give\s+afslag|sende)\w*"
)
_REFUSED_TO_DEFER = re.compile(
    r"\b(?:afviste|afviser|afvist|forkastede)\s+(?:et\s+forslag\s+om\s+|forslaget\s+om\s+)?(?:at\s+)?"
    r"(?:udsæt|udskyd|hjemvis|tilbagesend)\w*(?:\s+(?!og\b)[^\s,.;]+){0,3}?(?=\s+og\b|,|\.|;|$)"
)
_REVOKED = re.compile(
    r"\b(?:godkendelse|bevilling|beslutning|tilsagn|afslag|vedtagelse|afvisning)\w*\s+(?:\w+\s+){0,4}?"
    r"(?:trukket|trækkes|annuller\w+|ophæv\w+|omgjort|omgøres|tilbagekald\w+|underkend\w+|bortfald\w+)"
    r"|\b(?:annullere\w*|omgjorde|omgjort|omgøre[rs]?|tilbagekald\w+|underkend\w+|overruled|revoked|withdrawn)\b"
)
_NO_GROUND = re.compile(
    r"\b(?:ikke|ingen|intet)\s+(?:\w+\s+){0,2}?(?:grundlag|anledning|mulighed|mandat|hjemmel|belæg|midler|råd)\b"
)
_APPROVING = re.compile(
    r"\b(?:godkend|tiltræde|tiltråd|bevilg|bevillig|imødekom|vedtage|vedtog|tilslut|frigiv)\w*"
)
_NO_STAND = re.compile(r"\btog\s+(?:\w+\s+)?(?:ikke|ingen|intet)\s+(?:\w+\s+)?stilling\b")
_OF_ANOTHER_TIME = re.compile(
    r"^(?:beslutningen|godkendelsen|afslaget|afvisningen|udsættelsen|vedtagelsen|afgørelsen)\s+(?:på|fra|af|ved|i)\s+"
    r"(?:(?:det|udvalgets|rådets)\s+)?(?:sidste|seneste|forrige|tidligere|foregående)\b"
)
_UNNOTED = re.compile(
    r"\b(?:ikke|ej)\s+til\s+(?:efterretning|orientering)\b|\b(?:tog|tager|tages|toges|tage|drøftede|drøfter|drøftes|noterede|noterer|orienterede|orienterer)\s+"
    r"(?:sig\s+)?(?:\w+\s+){0,3}?(?:ikke|ej)\b(?!\s+(?:mindst|blot|kun|alene|bemærk\w*|kommentar\w*))"
    r"|\b(?:ikke|ej)\s+(?:\w+\s+){0,3}?(?:tage|drøfte|notere|taget|drøftet|noteret)\b"
    r"|\b(?:nægtede|afviste|afslog|undlod)\s+(?:\w+\s+){0,2}?at\s+(?:tage|drøfte)\b"
)
_APPEALED = re.compile(
    r"\b(?:begær\w*|kræve[rdts]*|forlang\w*|ønske[rdt]*|indbragte|indbringer|indbringes|indbragt)\s+"
    r"(?:\w+\s+){0,2}?(?:sagen|beslutningen|punktet|afgørelsen)\s+(?:\w+\s+){0,3}?(?:i|for|til)\s+"
    r"\w*(?:råd|bestyrelse|forsamling|udvalg|ankestyrelse|tilsyn)\w*"
    r"|\b(?:benyttede|brugte|udnyttede|anvendte|gjorde\s+brug\s+af|påberåbte)\b[^.;]*\bstandsningsret\w*"
    r"|\bi\s+medfør\s+af\s+standsningsret\w*"
)
_DEFIES = re.compile(
    r"(?<!stemte\s)(?<!stemmer\s)(?<!var\s)\b(?:i?mod|i\s+strid\s+med|på\s+trods\s+af|trods|uanset|modsat|stik\s+imod)\s+"
    r"(?:[\wæøå-]+(?:ens|ets|rnes)\s+)?(?:indstillingen|indstilling|anbefalingen|anbefaling)\b"
)
_JUST_BEFORE = re.compile(r"\b(?:ikke|ej|næppe|not|aldrig)\s+(?:[^\s,;]+\s+){0,2}$")
_NEAR = re.compile(r"\s*(?:\w+\s+){0,2}?(?:ikke|ej|næppe|nej|not|aldrig)\b")


def defies_recommendation(sentence: str) -> bool:
    """Tell whether a sentence decides otherwise than recommended: "godkendt mod indstillingen"."""
    return _DEFIES.search(sentence) is not None


def approves_a_refusal(sentence: str) -> bool:
    """Tell whether what is agreed to is itself a refusal, a deferral or a motion for one."""
    return _REFUSAL_APPROVED.search(sentence) is not None


def falls_as_motion(sentence: str) -> bool:
    """Tell whether a sentence only turns down a motion to defer, reject or send back."""
    return _MOTION_FELL.search(sentence) is not None and not _carries_on(sentence)


def _carries_on(sentence: str) -> bool:
    """Tell whether something is approved besides the motion."""
    return re.search(r"\b(?:og|men|hvorefter|herefter)\b", sentence) is not None and (
        _APPROVING.search(sentence) is not None
    )


def names_motion(sentence: str) -> bool:
    """Tell whether a sentence is about a motion to defer, reject or send back."""
    return _MOTION_NAMED.search(sentence) is not None


def without_refused_deferral(sentence: str) -> str:
    """Return the sentence without "afviste at udsætte sagen", which decides nothing by itself."""
    return _REFUSED_TO_DEFER.sub(" ", sentence)


def revokes(sentence: str) -> bool:
    """Tell whether a sentence takes an earlier decision back."""
    return _REVOKED.search(sentence) is not None


def withholds(sentence: str) -> bool:
    """Tell whether a sentence has an approval's verb under a negation: "ikke grundlag for at"."""
    plain = without_plain_words(sentence)
    verb = _APPROVING.search(plain)
    denied = _NO_GROUND.search(plain) or _NEGATION.search(plain)
    return verb is not None and denied is not None and denied.start() < verb.start()


def takes_no_stand(sentence: str) -> bool:
    """Tell whether a sentence says that nothing was decided: "Udvalget tog ikke stilling"."""
    return _NO_STAND.search(sentence) is not None


def approves_what_was(sentence: str) -> bool:
    """Tell whether what a sentence is about is the decision of an earlier meeting."""
    return _OF_ANOTHER_TIME.match(sentence) is not None


def leaves_unnoted(sentence: str) -> bool:
    """Tell whether a sentence denies that something was noted or discussed."""
    return _UNNOTED.search(sentence) is not None


def is_appealed(sentence: str) -> bool:
    """Tell whether a sentence takes the decision to the body above: it does not stand yet."""
    return _APPEALED.search(sentence) is not None


def doubts_approval(sentence: str, start: int, end: int) -> bool:
    """Tell whether an approval at `start` to `end`, in characters, is denied, planned or asked."""
    core = before_limit(sentence, end)
    if _QUESTION.search(sentence) or _NEGATION.search(without_plain_words(core)):
        return True
    return _PLANNED.search(sentence, 0, end) is not None


def doubts_refusal(sentence: str, start: int, end: int) -> bool:
    """Tell whether a refusal at `start` to `end`, in characters, is denied, planned or asked."""
    before, after = sentence[:start], sentence[end:]
    if _QUESTION.search(sentence) or _NEGATION.search(before) or _NEAR.match(after):
        return True
    return _PLANNED.search(before) is not None


def denies_deferral(sentence: str, start: int, end: int) -> bool:
    """Tell whether a deferral at `start` to `end`, in characters, is denied right beside it."""
    denied = _JUST_BEFORE.search(sentence, 0, start) or _NEAR.match(sentence, end)
    return denied is not None or _QUESTION.search(sentence) is not None


def negations(sentence: str) -> int:
    """Count the words that deny."""
    return len(_NEGATION.findall(without_plain_words(sentence)))
