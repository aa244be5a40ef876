"""What the title of an item calls its matter, without how far the matter has come.

One matter is "Høring om rengøring", then "Rengøring – budgetforlig" and at last "Rengøringen":
what stands before or behind its name tells only its stage.
"""

import re
from functools import lru_cache

from index.danish.folding import fold
from index.danish.places import named_places
from index.danish.stems import stem
from index.danish.stopwords import DANISH
from index.danish.words import compound_terms, tokens

_TITLES_KEPT = 16_384
"""Titles of which the words stay known, half a kilobyte each: the items of a body over decades are
gone through for what became of one."""

_AGAIN = (
    r"genoptage[tn]|genoptages|udsat|udskudt|fortsat|fortsættelse|(?:fornyet|anden|2\.)\s*behandling"
    r"|resumed|deferred|postponed|continued|carried\s+over|(?:second|2nd)\s+reading"
)
_STAGE = (
    r"(?:(?:midtvejs|slut|års|halvårs)[- ]?)?(?:status(?:rapport|orientering|notat)?|evaluering)"
    r"|orientering|opfølgning|afslutning|afrapportering|redegørelse|foranalyse|ibrugtagning|indvielse"
    r"|(?:resultat(?:et)?\s+af\s+)?(?:udbud(?:det)?|licitation(?:en)?|høring(?:en)?)"
    r"|(?:udsendelse\s+i|efter|før|til)\s+høring|høringssvar"
    r"|valg\s+af\s+(?:leverandør(?:er)?|entreprenør(?:er)?|rådgiver(?:e)?|tilbud)"
    r"|(?:anlægs|tillægs)?bevilling|budgetforlig|(?:nyt|revideret|endeligt?)\s+(?:forslag|oplæg|udkast)"
    r"|(?:fornyet|endelig|ny)\s+(?:drøftelse|behandling|godkendelse)"
    r"|update|progress\s+report|follow-?up|report\s+back|evaluation|tender|consultation"
)
_BEHIND = re.compile(
    rf"\s*(?:[(\[]|\s[\u2013\u2014-]\s*|[:,]\s*)(?:(?:{_AGAIN})\b[^()\[\]]*"
    rf"|(?:{_STAGE})(?:\s+(?:og|and)\s+(?:{_STAGE}))?)\s*[)\]]?\s*$",
    re.IGNORECASE,
)
"""What stands behind a matter's name, of how it comes before the body this time: "- status"."""
_BEFORE = re.compile(
    r"^\s*(?:(?:fornyet|endelig|foreløbig|årlig|kort|ny|fortsat)\s+)?"
    r"(?:(?:midtvejs|slut)?(?:evaluering|status)|orientering|opfølgning|drøftelse|temadrøftelse|redegørelse|afrapportering"
    r"|høring|høringssvar|forslag|ansøgning|anmodning|beslutning|behandling|genoptagelse|afslutning|igangsættelse"
    r"|(?:anlægs|tillægs)bevilling|(?:frigivelse\s+af\s+)?anlægsmidler|nedsættelse\s+af\s+(?:en\s+)?\w*gruppe"
    r"|evaluation|discussion|status|consultation|proposal|follow-?up|update)"
    r"\s+(?:om|på|af|for|til|vedr(?:\.|ørende)?|over|angående|on|of|for|about|to)\s+"
    r"(?=\S*[^\W\d_]{4})",
    re.IGNORECASE,
)
"""What stands before it: "Evaluering af …", "Nedsættelse af arbejdsgruppe om …"."""
_ONLY_AGAIN = frozenset(
    stem(word)
    for word in (
        *("genoptaget", "genoptages", "udsat", "fortsat", "fortsaettelse", "opfoelgning"),
        *("ny", "nye", "nyt"),
    )
)
"""Words by which the title of an item tells that it has been on the agenda before, or has not."""


@lru_cache(maxsize=_TITLES_KEPT)
def content_words(title: str) -> frozenset[str]:
    """Return the stems of a title, without those that only say how far its matter has come."""
    named = _BEHIND.sub("", title)
    return _words(_BEFORE.sub("", named, count=1)) or _words(named) or _words(title)


def _words(title: str) -> frozenset[str]:
    words = (token.folded for token in tokens(title) if token.folded not in DANISH)
    return frozenset(stem(word) for word in words) - _ONLY_AGAIN


def are_apart(one: str, other: str) -> bool:
    """Tell whether two titles name places, and none in common; or nothing but a place in common.

    Two authorities may use the same number, and a town has a cycle path and an out-of-hours clinic.
    """
    if name_other_places(one, other):
        return True
    here, there = _places(one), _places(other)
    return not (content_words(one) & content_words(other)) - here - there and bool(here & there)


def name_other_places(one: str, other: str) -> bool:
    """Tell whether two titles name places, and none in common."""
    here, there = _places(one), _places(other)
    return bool(here and there and not here & there)


@lru_cache(maxsize=_TITLES_KEPT)
def _places(title: str) -> frozenset[str]:
    """Return the stems of the names that a title gives after a preposition: "Cykelsti i Hou"."""
    return frozenset(stem(fold(name)) for name in named_places(title))


def is_short_for(words: frozenset[str], longer: frozenset[str], body: str) -> bool:
    """Tell whether the words of a title are a shorter name of another's matter: "Saunaen".

    Not where they name what a body treats at every meeting, or what it is there for: the budget,
    and the school of a school's board.

    Args:
        words: The content words of the one title.
        longer: Those of the other.
        body: Name of the body that treats both.
    """
    if not words or not words <= longer:
        return False
    return any(len(word) >= _TELLING for word in words - _STANDING - _things(body))


def share_a_thing(one: str, other: str, body: str) -> bool:
    """Tell whether two titles of a body name a thing in common, be it as a part of a compound.

    "Cykelsti langs åen" and "Skolesti, udbud" are of a path. A place is no such thing, nor is what
    a body treats at every meeting.
    """
    places = _places(one) | _places(other)
    return bool((_things(one) & _things(other)) - places - _STANDING - _things(body))


def telling_things(title: str, body: str) -> frozenset[str]:
    """Return the stems of a title's words that may name its matter alone, and of their parts."""
    things = _things(title) - _places(title) - _STANDING - _things(body) - _ONLY_AGAIN
    return frozenset(word for word in things if len(word) >= _TELLING)


@lru_cache(maxsize=_TITLES_KEPT)
def _things(title: str) -> frozenset[str]:
    """Return the stems of the words of a title, and of the parts of its compounds."""
    words = [token.folded for token in tokens(title) if token.folded not in DANISH]
    inner = (part for word in words for part in compound_terms(word))
    return frozenset((*map(stem, words), *inner))


_TELLING = 5
"""Letters of a stem from which a word may name a matter alone."""
_STANDING_WORDS = """
    budget budgetter budgetopfølgning regnskab årsregnskab økonomi takst takster pris priser gebyr
    kontingent honorar tilskud ansøgning ansøgninger henvendelse henvendelser klage klager strategi
    handleplan plan planer politik projekt projekter aftale aftaler kontrakt møde møder mødeplan
    mødeform valg formand næstformand kasserer direktør bestyrelse udvalg medlem medlemmer
    kommissorium vedtægt vedtægter forretningsorden beretning årsberetning årsrapport personale
    sygefravær arbejdsmiljø ventetid kvalitet nøgletal samarbejde drift dagsorden referat punkt sag
    sager orientering meddelelser status evaluering opfølgning forslag afdeling område grund bygning
    lokale lokaler udstyr kommunikation information prioritering kommune region lukket fortroligt
    personalesag uddannelse behandling renovering vedligeholdelse indkøb udlejning ansættelse
    placering etablering nedsættelse lukning åbning arrangement eventuelt gensidig
"""
_STANDING = frozenset(stem(fold(word)) for word in _STANDING_WORDS.split())
"""What bodies treat again and again, and what may be done with anything: no name of one matter."""
