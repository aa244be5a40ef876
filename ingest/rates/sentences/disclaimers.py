"""Words that make a figure no rate of ours: refused, proposed, of before, of another place."""

import re

from ingest.rates.sentences.qualifiers import has_split_year

_REFUSED = re.compile(
    r"\b(?:afvis\w*|afslog|afslag|forkast\w*|nedstem\w*|bortfald\w*|ophør\w*|afskaf\w*"
    r"|ikke\s+(?:endnu\s+|længere\s+|blevet\s+)*"
    r"(?:godkend|indført|vedtag|beslutt|tiltrådt|gældende|i\s+kraft|længere|mere\b)\w*"
    r"|rejected|abolished|no\s+longer|not\s+(?:yet\s+)?(?:adopted|approved|in\s+force))\b",
    re.IGNORECASE,
)
_IF_WORD = r"\b(?:hvis|såfremt|når|medmindre|ved|if|when|unless)\b"
_REPEALED = re.compile(
    r"(?:\b\w*(?:takst|sats|satser|honorar|gebyr|afgift|pris|betaling|kontingent|godtgørelse|vederlag|leje|tillæg)"
    r"(?:en|n|et|er|erne|ne)?|\b(?:rate|fee|charge|price|tariff|allowance)s?)\b"
    rf"(?:(?!{_IF_WORD})[^;]){{0,120}}?"
    r"\b(?:annulleres?|annulleret|ophæves?|ophævet|frafaldes?|frafaldet|tilbagekaldes?|tilbagekaldt|sløjfes?|sløjfet"
    r"|abolish|repeal(?:s|ed)?|revok(?:es|ed)|annul(?:s|led)|cancell?ed|scrapped|withdrawn|dropped|discontinued)\b",
    re.IGNORECASE,
)
"""Of a rate that ends: its amount held until then, and not from the day that the sentence names."""
_DENIED = re.compile(
    r"\b(?:fejl|fejlen|fejlagtig\w*|(?:skrive|tryk|taste|regne)fejl\w*|forkert\w*|urigtig\w*|ukorrekt\w*"
    r"|misvisende|misforstå\w*|ikke\s+(?:helt\s+)?(?:rigtigt?|korrekt|sandt|tilfældet)"
    r"|errors?|erroneous\w*|mistak\w*|wrong\w*|incorrect\w*|not\s+(?:true|correct|right))\b",
    re.IGNORECASE,
)
"""Words by which a sentence says that what it repeats does not hold."""
_NOT_OF_ONE = re.compile(
    r"\b(?:gennemsnit\w*|i\s+snit|snit(?:pris|takst|udgift)\w*|averag\w*)\b"
    # What it costs to run a thing is not what it costs to use it.
    r"|\b(?:kost(?:er|ede)|costs?)\b.{0,60}?\b(?:at|to)\s+(?:drive|drifte|køre|producere|fremstille|vedligeholde"
    r"|levere|opkræve|administrere|bygge|etablere|anlægge|run|operate|produce|make|maintain|build|deliver"
    r"|provide|administer)\b",
    re.IGNORECASE,
)
"""Of many together, or of what something costs those who offer it."""
_EXAMPLE = re.compile(
    r"\W*(?:(?:regne)?eksemp(?:el|ler)\b|eks\.|f\.\s?eks\.|fx\b|for\s+eksempel\b|antag\b|lad\s+os\b"
    r"|(?:for\s+)?example\b|e\.g\.|suppose\b)|.*\b(?:regneeksempel|taleksempel)",
    re.IGNORECASE | re.DOTALL,
)
_SUPPOSED = re.compile(
    r"\W*(?:er|var|bliver|udgør|koster|stiger|falder|lyder|sættes|hæves|skulle)\s[^.]*,\s*(?:så\s+)?"
    r"(?:er|bliver|vil|skal|kan|udgør|får|betales|koster)\b",
    re.IGNORECASE,
)
"""A condition without "hvis": "Er honoraret 100 kr., bliver betalingen 800 kr."."""
_PROPOSED = re.compile(
    r"\b(?:foresl(?:å|og|ås|ået|ag)\w*|indstil\w*|anbefal\w*|anmod\w*|ansøg\w*|søges|forvent\w*|anslå\w*|anslog"
    r"|skønne\w*|skønnet|skøn|estimer\w*|budget\w*|kræve[rt]?|krav\s+om|forhandl\w*|tilbud\w*"
    r"|forslag\w*|foreligger\s+(?:et\s+)?\w*udkast|overvej\w*|ønsker|ville|kunne|alternativ\w*|tidligst|måske|muligvis|formentlig"
    r"|sandsynligvis|propos\w*|recommend\w*|would|expected)\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:indstilling|forslag|anbefaling)(?:en|et|erne|ene)\s+(?:(?:blev|er|bliver|var)\s+)?(?:enstemmigt\s+)?"
    r"(?:tiltrådt|godkendt|vedtaget|fulgt|imødekommet|tiltrædes|godkendes|vedtages|følges)\b"
    r"|\bthe\s+(?:recommendation|proposal)\s+(?:was|is)\s+(?:approved|adopted|carried|accepted)\b",
    re.IGNORECASE,
)
"""Words by which a proposal became a decision, with what the body changed behind them."""
_IF = (
    r"\b(?:hvis|såfremt|forudsat|(?:under|med)\s+(?:den\s+)?forudsætning|med\s+forbehold|betinget\s+af|med\s?mindre"
    r"|if|provided|subject\s+to|conditional\s+(?:up)?on|unless)\b"
)
_CONDITIONAL = re.compile(_IF, re.IGNORECASE)
_ADOPTED_FIRST = re.compile(
    rf"{_IF}[^.;]{{0,80}}\b(?:\w*godkend\w*|vedtag\w*|tiltræd\w*|tiltråd\w*|beslut\w*|bevilg\w*|finanslov\w*|enige?|enighed"
    r"|siger\s+ja|samtykke\w*|approv\w*|adopt\w*|agree[sd]?)\b"
    r"|^\W*(?:bliver|vedtages|godkendes|vedtager|godkender)\s[^.;]*,",
    re.IGNORECASE,
)
"""A condition that somebody adopts something first: until then nothing holds."""
_COMING = re.compile(
    r"\b(?:fra(?:\s+og\s+med)?|pr\.|from|as\s+of)\s+(?:den\s+|d\.\s*)?\d"
    r"|\b(?:hæves|forhøjes|nedsættes|sænkes|ændres|stiger|bliver|raised|increased|reduced|becomes?|rises?)\b",
    re.IGNORECASE,
)
"""What that is awaited for: "hvis regionen har godkendt kurset" tells only of which course."""
_RESPECTIVELY = re.compile(r"\b(?:henholdsvis|hhv|respektive|respectively)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:tidligere|hidtil|hidtidige?t?|førhen|forhen|forrige|dengang)\b", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:var|udgjorde|androg|lød|kostede)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?P<region>Region\s+[A-ZÆØÅ][\wæøå-]+)|\b(?P<kommune>[A-ZÆØÅ][\wæøå-]+\s+Kommune)\b"
)

_LONGEST_LINE = 100
"""Characters; what is longer is a sentence."""


_NO_RATE = (_REFUSED, _REPEALED, _RESPECTIVELY, _DENIED, _NOT_OF_ONE)


def may_state(sentence: str, home: frozenset[str], *, of_agreement: bool) -> bool:
    """Tell whether nothing in a sentence keeps its figures from being rates of ours.

    Args:
        sentence: The sentence.
        home: Regions and municipalities that its paper is of, as from `homes_in`.
        of_agreement: Whether the time of an agreement would be taken for a figure's.
    """
    if any(words.search(sentence) for words in _NO_RATE):
        return False
    if _EXAMPLE.match(sentence) or _SUPPOSED.match(sentence):
        return False
    # The days of a season are not told, and its agreement's are others.
    season = of_agreement and has_split_year(sentence)
    return not (season or is_elsewhere(sentence, home))


def proposes(sentence: str) -> bool:
    """Tell whether a sentence asks for something, proposes or expects it.

    "Indstillingen blev tiltrådt, dog således at prisen er 82 kr." decides.
    """
    return _PROPOSED.search(_TAKEN.sub(" ", sentence)) is not None


def is_conditional(sentence: str) -> bool:
    """Tell whether a sentence holds on a condition only, whatever that is."""
    return _CONDITIONAL.search(sentence) is not None or awaits(sentence)


def awaits(sentence: str) -> bool:
    """Tell whether a sentence holds only once somebody has adopted something."""
    return _ADOPTED_FIRST.search(sentence) is not None and _COMING.search(sentence) is not None


def is_example(heading: str) -> bool:
    """Tell whether what stands under a heading is only an example."""
    return _EXAMPLE.match(heading) is not None


def is_of_before(head: str, *, of_agreement: bool) -> bool:
    """Tell whether the words before a figure without a time say that it no longer holds.

    Args:
        head: The words.
        of_agreement: Whether the time of an agreement would be taken for the figure's.
    """
    past = of_agreement and _PAST.search(head) is not None
    return past or _BEFORE.search(head) is not None


def homes_in(head: str) -> frozenset[str]:
    """Return the places that the head of a paper names, not in a sentence: whose paper it is."""
    lines = (line for line in head.splitlines() if not line.rstrip().endswith("."))
    return frozenset().union(*(_places(line) for line in lines if len(line) <= _LONGEST_LINE))


def is_elsewhere(sentence: str, home: frozenset[str]) -> bool:
    """Tell whether a sentence speaks only of other places than the paper's own, of one kind."""
    named = _places(sentence)
    kinds = {_is_region(place) for place in named}
    own = {place for place in home if _is_region(place) in kinds}
    return bool(named and own) and named.isdisjoint(own)


def _is_region(place: str) -> bool:
    return place.startswith("region ")


def _places(text: str) -> frozenset[str]:
    return frozenset(" ".join(found[0].lower().split()) for found in _PLACE.finditer(text))
