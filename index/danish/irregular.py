"""Forms whose vowel changes, as folded, and the regular forms that stand for them in a stem.

Strong verbs are given once and found behind any prefix: *skrev*, *beskrev*, *tilskrevet*.
"""

import re
from functools import lru_cache

from index.danish.vowel_nouns import without_ending


def _table(lines: str) -> dict[str, str]:
    """Return the first word of each line by its other words."""
    rows = (line.split() for line in lines.strip().splitlines())
    return {form: lemma for lemma, *forms in rows for form in forms}


_ACTIONS = """
    aabne aabning aendre aendring bade badning bore boring cykle cykling daekke daekning draene
    draening faelde faeldning feje fejning flytte flytning fodre fodring frede fredning fyre
    fyring grave gravning haeve haevning hente hentning klippe klipning koele koeling kraeve
    kraevning laane laaning laegge laegning laese laesning leje lejning loese loesning lukke
    lukning maale maaling maerke maerkning plante plantning pumpe pumpning rense rensning ride
    ridning rive rivning rydde rydning saelge saelgning saenke saenkning salte saltning sikre
    sikring slaa slaaning soege soegning spare sparing sproejte sproejtning stige stigning
    stoebe stoebning stykke stykning styre styring svoemme svoemning taelle taelling toemme
    toemning traene traening vande vanding varme varmning vise visning
"""
"""Verbs and the nouns made from them, where too few letters are left to take *-ning* off any word:
*ordning* is no form of *ord*, nor *bygning* of *bygge*."""
_NOUN_ENDINGS = ("", "s", "en", "ens", "er", "ers", "erne", "ernes")


def _made_from_verbs(pairs: str) -> dict[str, str]:
    words = pairs.split()
    made = zip(words[::2], words[1::2], strict=True)
    return {f"{noun}{ending}": verb for verb, noun in made for ending in _NOUN_ENDINGS}


_VERBS = _made_from_verbs(_ACTIONS) | _table(
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
    forurener forurene forurening forureningen forureningens
    faa fik faaet faar faas
    falde faldt faldet faldne
    finde fandt fundet fundne
    flyde floed flydt
    foelge fulgt fulgte
    fortaelle fortalt fortalte
    give gav givet givne gives giver
    goere gjort gjorde gjorte goer goeres
    gribe greb grebet
    gaelde gjaldt
    gaa gik gaaet gaar gaas gaaede gaaende
    hjaelpe hjalp hjulpet
    holde holdt holdte
    koere koersel koerslen koersler koerslerne koerslens
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
    spare besparelse besparelsen besparelser besparelserne
    spoerge spurgt spurgte
    springe sprang sprunget
    staa stod staaet staar staas staaede staaende
    stige steg steget
    straekke strakt strakte
    svinge svang svunget
    operere operation operationen operationer operationerne operations
    rive rev revet
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
    r"|offentlig|fuld|godt?|stil|god|rede|bekendt|klar|syg|rask|raad|ren){1,2}"
)

_WORDS = _table(
    """
    aabne aaben aabent
    almene almen alment
    bevilge bevilling bevillinger bevillingen bevillingerne
    barn boern boernene boerns boernenes
    bedre bedste bedst
    beboer beboeren beboere beboerne beboernes beboerens beboers
    blaa blaat
    bo bor boede boet
    bror broderen broren broedre broedrene
    broed broed broedet broedene
    by byer byen byerne byens
    bog boeger boegerne
    budget budgettet budgettets budgetter budgetterne
    demensen demens
    diabetesen diabetes
    dyr dyrt
    ejer ejeren ejere ejerne ejernes ejerens
    eksamenen eksamen eksaminer eksaminerne eksamenens
    entreen entre entreer entreerne entreens
    fod foedder
    far faderen faren faedre faedrene
    faa faerre faerrest
    gammel gamle gammelt
    god gode godt
    haand haender
    internettet internet internettets
    is isen
    kassereren kasserer kasserere kassererne kassererens kasserers
    kongres kongressen kongresser kongresserne kongressens
    konto konti
    konsekvens konsekvenser konsekvensen konsekvenserne
    kollega kolleger kollegerne kollegaer
    licens licenser licensen licenserne
    lang laengere laengst laengste
    lav lavt
    loen loennen loenninger loenningerne loennens
    mindre mindste mindst
    momsen moms
    mor moderen moren moedre moedrene
    jordemoderen jordemor jordemoedre jordemoedrene jordemoren
    nat naetter
    nedloebsrenden nedloebsrende nedloebsrender nedloebsrenderne
    ny nye nyt nyere nyest nyeste
    opsigelse opsige opsiges opsiger opsagt opsagde
    proces processer processen processerne processernes
    raaderetten raaderet
    risiko risici risikoen risikoer risikoerne
    sag sager sagen sagerne sagens sagernes
    seminarium seminar
    sikre sikkert
    sats satser satsen satserne satsens satsernes
    stad staeder staden
    stor stoerre stoerst stoerste
    tagrenden tagrende tagrender tagrenderne
    tand taender taenderne
    tidli tidlig tidligt tidlige tidligere tidligst tidligste
    oellet oel oellen oellene
    ung ungt yngre yngst yngste
    ur uret ure urene
    vaabnet vaaben vaabenet
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
_KURSUS = re.compile(
    r"(.*(?<!dis)(?<!valuta)(?<!aktie)(?<!veksel)kurs)(?:us|et|ets|er|ers|erne|ernes)"
)
_CENTER = re.compile(r"(.*(?<![uoc])cent)(?:er|ers|re|res|ret|rets|rene|renes|eret|erets)")
"""Not *procenter*, *producenter*."""
_ET = re.compile(
    r"(.*(?:bille|kabine|toile|buffe|rake|balle|kvarte))t(?:s|ten|tens|ter|ters|terne|ternes|en|ens|er|erne)?"
)
"""*billet*, *toilet*: their -et is no article."""
_EN = re.compile(
    r"(.*(?:koekk|morg|eksam|(?<!kr)(?<!\bs)(?<!sk)(?<!h)aft|(?:\b|u|hus|rets|rang|forretnings|dags)ord))en"
    r"(?:s|en|ens|et|ets|er|ers|erne|ernes)?"
)
"""*køkken*, *aften*, *dagsorden*: their -en is no article."""
_ERING = re.compile(
    r"(.*(?:lev|plac|vurd|mont|san|isol|park|not|sort|kop|dos|don|vot|pol|kod|tur|opt|klass))er"
    r"(?:e|er|ede|et|es|ende|ing|ings|ingen|ingens|inger|ingerne)"
)
"""*levere*, *vurdering*: without *-ere* too little of them is left, or another word."""
_DUKTION = re.compile(r"(.*)duktion(?:s|en|ens|er|ers|erne|ernes)?")
_EE = re.compile(r"(.*(?:caf|komit|orkid|kup|soir|tourn))e(?:s|en|ens|er|ers|erne|ernes)?")
"""*café*, *komité*: a stemmer takes the last letter off the bare word alone."""
_ENS = re.compile(r"(.*(?:frekv|dem|tend|evid|resid))ens(?:en|er|erne|ens)?")
"""*frekvens*: its s is no genitive."""
_ENDS = (
    (_KURSUS, "us"),
    (_CENTER, "er"),
    (_EN, "enen"),
    (_ENS, "ensen"),
    (_EE, "een"),
    (_ERING, "ering"),
    (_DUKTION, "ducere"),
    (_ET, "tten"),
    (_MAN, "mand"),
    (_BEING, "vaesenet"),
    (_LATIN, "ium"),
)
"""*formænd*, *væsnet*, *kommissoriet*: last parts of words with one regular form for them all."""


@lru_cache(maxsize=65_536)
def regular(folded: str) -> str:
    """Return a word whose stem is that of `folded`: itself, unless its forms are irregular."""
    if word := _WORDS.get(folded) or _VERBS.get(folded):
        return word
    for pattern, end in _ENDS:
        if match := pattern.fullmatch(folded):
            return match[1] + end
    if (noun := without_ending(folded)) is not None:
        return noun
    for at in range(2, len(folded) - 1):
        verb = _VERBS.get(folded[at:])
        if verb is not None and _PREFIX.fullmatch(folded[:at]):
            return folded[:at] + verb
    return folded
