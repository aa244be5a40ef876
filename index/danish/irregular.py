"""Forms whose vowel changes, as folded, and the regular forms that stand for them in a stem.

Strong verbs are given once and found behind any prefix: *skrev*, *beskrev*, *tilskrevet*.
"""

import re
from functools import lru_cache


def _table(lines: str) -> dict[str, str]:
    """Return the first word of each line by its other words."""
    rows = (line.split() for line in lines.strip().splitlines())
    return {form: lemma for lemma, *forms in rows for form in forms}


_VERBS = _table(
    """
    angribe angreb angrebet angrebne
    bede bad bedt
    betyde betoed betoedet
    binde bandt bundet bundne
    bringe bragt bragte
    bryde broed brudt brudte
    blive blev blevet blevne
    byde boed budt budte
    baere bar baaret baarne
    dele delt delte
    drive drev drevet drevne
    faa fik faaet faar faas
    falde faldt faldet faldne
    finde fandt fundet fundne
    flyde floed flydt
    foelge fulgt fulgte
    fortaelle fortalt fortalte
    give gav givet givne gives giver
    goere gjort gjorde gjorte goer goeres
    gribe greb grebet
    gaa gik gaaet gaar gaas gaaede gaaende
    hjaelpe hjalp hjulpet
    holde holdt holdte
    komme kom kommet komne
    lade lod ladt
    lede ledt ledte
    ligge laa ligget ligger
    lyde loed lydt
    laegge lagt lagde lagte
    mene ment mente
    naa naaet naaede naar naas
    nyde noed nydt
    oege oeget oegede oeger oeges
    raekke rakt rakte
    se saa set ses ser
    sidde sad siddet
    sige sagt sagde sagte siges siger
    ske skete sket sker
    skride skred skredet
    skrive skrev skrevet skrevne
    skyde skoed skudt
    skaere skaaret skar skaarne
    slaa slog slaaet slaar slaas slaaede slaaende
    spoerge spurgt spurgte
    springe sprang sprunget
    staa stod staaet staar staas staaede staaende
    stige steg steget
    straekke strakt strakte
    svinge svang svunget
    saelge solgt solgte
    saette sat satte sattes
    tage tog taget tages tager toges tagne
    traede traadt traadte traadtes traedes traeder
    traeffe traf truffet trufne
    traekke trak trukket trukne
    tvinge tvang tvunget
    vide vidste vidst
    vinde vandt vundet
    vise vist viste
    yde ydet ydede yder ydes ydte
    vaelge valgt valgte valgtes
    """
)

_PREFIX = re.compile(
    r"(?:af|an|be|bi|bort|efter|for|fore|fort|forbi|forud|frem|fra|fri|gen|gennem|hen|i|igangs?|imoede"
    r"|ind|iagt|ivaerk|ihaende|med|mis|mod|ned|om|op|over|paa|sam|sammen|selv|sted|stede|til|tilbage"
    r"|tilrette|tilveje|tvangs?|oede|ud|und|under|ved|vedlige|vide|videre|vold|fast|del|ned|opret|planl?|plan"
    r"|offentlig|fuld|godt?|stil|god|rede|bekendt|klar|syg|rask)"
)

_WORDS = _table(
    """
    almene almen alment
    bevilge bevilling bevillinger bevillingen bevillingerne
    barn boern boernene boerns boernenes
    bedre bedste bedst
    by byer byen byerne byens
    bog boeger boegerne
    budget budgettet budgettets budgetter budgetterne
    center centre centret centrene centrets centrenes centeret
    entreen entre entreer entreerne entreens
    fod foedder
    gammel gamle gammelt
    haand haender
    kongres kongressen kongresser kongresserne kongressens
    konto konti kontoen kontoer kontoerne
    konsekvens konsekvenser konsekvensen konsekvenserne
    kollega kolleger kollegerne kollegaer
    kursus kurser kurset kurserne kursets
    licens licenser licensen licenserne
    mindre mindste mindst
    nat naetter
    opsigelse opsige opsiges opsiger opsagt opsagde
    proces processer processen processerne processernes
    risiko risici risikoen risikoer risikoerne
    sag sager sagen sagerne sagens sagernes
    sats satser satsen satserne satsens satsernes
    stad staeder staden
    stor stoerre stoerst stoerste
    tand taender taenderne
    tidli tidlig tidligt tidlige tidligere tidligst tidligste
    voksen voksne voksnes voksnens
    uge ugen uger ugerne uges
    """
)

_MAN = re.compile(r"(.*)(?:maend|maendene|maendenes|manden|mandens)")
_BEING = re.compile(r"(.*)vaes(?:en|enet|enets|net|nets)")
_LATIN = re.compile(
    r"(.*(?:kommissor|minister|kriter|laborator|auditor|gymnas|seminar|konsort|stipend|kolleg"
    r"|ambulator|morator|jubilae|muse))i?(?:um|et|ets|er|erne|ernes|ummet)"
)
_ET = re.compile(
    r"(.*(?:bille|kabine|toile|buffe|rake|balle|kvarte))t(?:s|ten|tens|ter|ters|terne|ternes|en|ens|er|erne)?"
)
"""*billet*, *toilet*: their -et is no article."""
_ENDS = ((_ET, "tten"), (_MAN, "mand"), (_BEING, "vaesenet"), (_LATIN, "ium"))
"""*formænd*, *væsnet*, *kommissoriet*: last parts of words with one regular form for them all."""


@lru_cache(maxsize=65_536)
def regular(folded: str) -> str:
    """Return a word whose stem is that of `folded`: itself, unless its forms are irregular."""
    if word := _WORDS.get(folded) or _VERBS.get(folded):
        return word
    for pattern, end in _ENDS:
        if match := pattern.fullmatch(folded):
            return match[1] + end
    for at in range(2, len(folded) - 1):
        verb = _VERBS.get(folded[at:])
        if verb is not None and _PREFIX.fullmatch(folded[:at]):
            return folded[:at] + verb
    return folded
