"""What narrows a figure or a thing in a source, and is left out of prose: words that are not there.

"Spending on felling fell" is no "spending fell", half of the neighbours are no "neighbours", of 640
kroner *of which* 210 are for gravel nobody pays 850, and 412 *against* 385 is not 385 against 412.
"""

import re
from collections.abc import Iterable

from bot.replies import Language
from bot.writing.checking.belonging import clauses_of
from bot.writing.checking.claims import Claim
from bot.writing.checking.differences import amount_of_a_difference
from bot.writing.checking.relatives import unlimited
from bot.writing.patterns import frame
from bot.writing.roots import root
from bot.writing.sources import Source, Statement
from index.danish.folding import fold
from index.danish.words import folded_words
from index.search.terms import content_terms


def widened(claim: Claim, source: Source, statement: Statement) -> str | None:
    """Return what a sentence of a source narrows, and a claim does not."""
    own, language = claim.own, claim.language
    return (
        _told_at_large(claim, statement)
        or _measured_at_large(claim, source, statement.text)
        or _part_beside_whole(own, statement.text, language)
        or _compared_otherwise(own, statement.text)
        or unlimited(claim, source, statement)
        or amount_of_a_difference(claim, statement)
    )


_LIMITED: tuple[tuple[re.Pattern[str], dict[Language, re.Pattern[str]]], ...] = (
    (
        re.compile(
            r"\b(?:mindretal\w*|flertal\w*|halvdelen|en del|nogle|enkelte"
            r"|\w*(?:tredjedel|fjerdedel)\w*) af\b"
            r"|\b\w+ ud af\b"
        ),
        {
            "da": re.compile(
                r"mindretal|flertal|halv|\b(?:del|nogle|enkelte)\b|tredjedel|fjerdedel|ud af"
                r"|\baf de|\d|procent"
            ),
            "en": re.compile(
                r"minority|majority|\b(?:half|some|part|few)\b|third|quarter|out of|of the"
                r"|\d|per ?cent"
            ),
        },
    ),
    (
        re.compile(r"\bsom (?:et |en )?(?:forsøg|prøve)|forsøgsvis|\bpå prøve\b|midlertidig"),
        {
            "da": re.compile(r"forsøg|prøve|midlertidig"),
            "en": re.compile(r"trial|pilot|experiment|temporar|provisional|\btest"),
        },
    ),
)
"""What says that only some are meant, or only for a while, and what tells it in prose."""


def _told_at_large(claim: Claim, statement: Statement) -> str | None:
    """Return what says that some are meant, where a claim tells it of all; or for a while."""
    there = " ".join(clauses_of(claim, statement)).lower()
    for limit, told in _LIMITED:
        found = limit.search(there)
        if found is not None and not told[claim.language].search(claim.own.lower()):
            return found[0]
    return None


_MEASURED = re.compile(
    r"(?<!\w)(?P<measure>\w*(?:udgift|indtægt|omkostning)\w*|antallet|prisen|andelen|forbruget|tilskuddet"
    r"|bevillingen|taksten|gebyret|honoraret|ventetiden|ventelisten)"
    r" (?:til|for|af|på|ved) (?:(?:den|det|de|en|et|nye?) )?(?P<thing>[^\W\d]{4,})",
    re.IGNORECASE,
)
"""What is measured, and of what."""


def _measured_at_large(claim: Claim, source: Source, there: str) -> str | None:
    """Return what is measured of one thing there, and of everything in a claim."""
    said = claim.terms | {root(term) for term in claim.terms}
    told = frozenset(folded_words(claim.own))
    for found in _MEASURED.finditer(there):
        measure, thing = (frozenset(map(root, content_terms(found[part]))) for part in _SIDES)
        if fold(found["thing"]) in frame("da") | told:
            continue  # "members" are in every sentence
        if measure & said and thing and not thing & (said | source.head_terms):
            return found["measure"]
    return None


_SIDES = ("measure", "thing")
_NUMBER = r"\d[\d.,]*"
_PART = re.compile(
    rf"({_NUMBER})[^.;]{{0,25}}?\b(?:heraf|hvoraf|deraf|herunder)\b[^.;]{{0,25}}?({_NUMBER})"
)
_OF_IT: dict[Language, re.Pattern[str]] = {
    "da": re.compile(
        r"\b(?:heraf|hvoraf|deraf|herunder|inkl\w*|indgår|indeholder"
        r"|(?:ud )?af (?:de|det|dem|disse))\b",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\b(?:of|includ\w*|out of|comprising)\b", re.IGNORECASE),
}


def _part_beside_whole(own: str, there: str, language: Language) -> str | None:
    """Return a part that is told beside its whole, as if it came on top."""
    for found in _PART.finditer(_plain(there)):
        whole, part = map(_digits, found.groups())
        told = _figures(own)
        if whole in told and part in told and not _OF_IT[language].search(own):
            return part
    return None


_AGAINST = re.compile(rf"({_NUMBER})[^.;\d]{{0,25}}? mod ({_NUMBER})")
_FROM = re.compile(r"\b(?:fra|from)\b", re.IGNORECASE)


def _compared_otherwise(own: str, there: str) -> str | None:
    """Return a figure that is told first, and is the one that another is compared with."""
    if _FROM.search(own):
        return None
    told = list(_figures(own))
    for found in _AGAINST.finditer(_plain(there)):
        first, other = map(_digits, found.groups())
        if first in told and other in told and told.index(other) < told.index(first):
            return other
    return None


def _figures(text: str) -> Iterable[str]:
    return [_digits(number) for number in re.findall(_NUMBER, text)]


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _plain(text: str) -> str:
    """Return a text in which no point ends a short form: "12 kr. mod 9 kr."."""
    return re.sub(r"\b(kr|mio|mia|pct|ca|pr)\.", r"\1", text)
