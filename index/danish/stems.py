"""Stems: the part of a word that its inflections share, on folded words.

Danish is stemmed with Snowball and then a little further, so that a verb and the noun made from
it meet: *beslutter, besluttede, beslutning*; *finansieres, finansiering*. A question asks with the
one and minutes answer with the other.
"""

import re
from functools import lru_cache
from typing import Protocol

import snowballstemmer


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  # the library's name


_SHORTEST = 5
"""Letters that must remain where an ending is taken off that Snowball leaves on. With fewer,
unlike words fall together: *ordning* and *ord*, *mening* and *men*."""

_ENDINGS = ("ering", "ning", "ing", "ed")
"""Of nouns made from verbs, and of the past tense, longest first."""

_END_VERB = re.compile(r"(.*(?:k|v|s|bl|br)end)(?:e|es|er|te|t|else|elsen|elser|elserne)")
"""*godkendes*, *anvende*: Snowball takes *ende* for an ending and leaves "godk", "anv"."""

_PARTICIPLE = re.compile(r"(.{3,}[ae]l)t[e]?")
"""*aftalt*, *udbetalt*, *fordelte*, *generelt*: the t that belongs to the form, not the word."""

_PAST = re.compile(r"(.{3,}[^e])ede[s]?")
"""*sikrede*: too short for `_SHORTEST`, but the full ending leaves no doubt."""

_IRREGULAR = {
    form: lemma
    for lemma, forms in {
        "ansaette": "ansat ansatte ansattes",
        "udsaette": "udsat udsatte udsattes",
        "fastsaette": "fastsat fastsatte",
        "afsaette": "afsat afsatte",
        "nedsaette": "nedsat nedsatte",
        "ivaerksaette": "ivaerksat ivaerksatte",
        "igangsaette": "igangsat igangsatte",
        "fortsaette": "fortsat fortsatte",
        "sammensaette": "sammensat sammensatte",
        "forudsaette": "forudsat forudsatte",
        "deltage": "deltog deltoges deltagne",
        "vedtage": "vedtog vedtoges vedtagne",
        "modtage": "modtog modtoges",
        "tiltraede": "tiltraadte tiltraadt tiltraadtes tiltraedes tiltraeder",
        "fremlaegge": "fremlagt fremlagde fremlagte",
        "forelaegge": "forelagt forelagde forelagte",
        "vedlaegge": "vedlagt vedlagte",
        "paalaegge": "paalagt paalagde",
        "tilraettelaegge": "tilrettelagt",
        "opfoelge": "opfulgt",
        "foelge": "fulgt fulgte",
        "vaelge": "valgt valgte valgtes",
        "udvaelge": "udvalgte",
        "barn": "boern boernene boerns boernenes",
        "mand": "maend maendene",
        "by": "byer byen byerne byens",
        "vaesen": "vaesenet vaesenets vaesnet vaesnets",
        "center": "centre centret centrene centrets centrenes centeret",
        "teater": "teatre teatret teatrene",
        "minister": "ministre ministrene",
        "register": "registre registret registrene",
        "mester": "mestre",
        "regel": "regler reglerne reglers reglernes",
        "middel": "midler midlerne midlers midlernes midlet",
        "artikel": "artikler artiklerne artiklen",
        "kapitel": "kapitler kapitlet kapitlerne",
        "titel": "titler titlen",
        "cykel": "cykler cyklen cyklerne",
        "proces": "processer processen processerne processernes",
        "konsekvens": "konsekvenser konsekvensen konsekvenserne",
        "licens": "licenser licensen licenserne",
        "kursus": "kurser kurset kurserne kursets",
        "fordel": "fordele fordelene",
        "eksempel": "eksempler eksemplet",
        "hovedstad": "hovedstaeder hovedstaden",
        "stad": "staeder staden",
        "tand": "taender taenderne",
        "nat": "naetter",
        "haand": "haender",
        "fod": "foedder",
        "bog": "boeger boegerne",
        "budget": "budgettet budgettets budgetter budgetterne",
        "stoerre": "stoerste",
        "mindre": "mindste",
        "ansvar": "ansvaret",
        "skaere": "skaaret skar",
        "beskaere": "beskaaret",
        "bringe": "bragt bragte",
        "medbringe": "medbragt",
        "afgive": "afgav afgivet",
        "give": "gav givet gives giver",
        "bevilge": "bevilling bevillinger bevillingen bevillingerne",
        "foreslaa": "foreslog foreslaaet foreslaas foreslaar",
        "indgaa": "indgik indgaaet indgaas indgaar",
    }.items()
    for form in forms.split()
}
"""Forms whose vowel changes, as folded, by the word they are forms of."""

_NOT_PAST = frozenset({"billede", "allerede", "tilstede", "medlede"})


@lru_cache(maxsize=1)
def _danish() -> _Stemmer:
    return snowballstemmer.stemmer("danish")  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def _english() -> _Stemmer:
    return snowballstemmer.stemmer("english")  # type: ignore[no-any-return]


@lru_cache(maxsize=65_536)
def stem(folded: str) -> str:
    """Return the Danish stem of a folded word; a word with a digit in it stays as it is."""
    folded = _IRREGULAR.get(folded, folded)
    if len(folded) < 4 or not folded.isalpha():
        return folded
    if cut := _END_VERB.fullmatch(folded) or _PARTICIPLE.fullmatch(folded):
        return cut[1]
    if folded not in _NOT_PAST and (cut := _PAST.fullmatch(folded)):
        return _without_double(cut[1])
    return _further(_danish().stemWord(folded))


def _further(stemmed: str) -> str:
    """Take off the endings that Snowball leaves on."""
    if stemmed.endswith("itet"):  # aktivitet and its plural: Snowball takes -et off the one only
        return stemmed[:-2]
    if len(stemmed) > 4 and stemmed[-1] == "s" and stemmed[-2] not in "aeiouys":
        return stemmed[:-1]  # indsats|er, plads|en: it goes from "indsats" and "plads" as well
    if stemmed.endswith("hed") and len(stemmed) > _SHORTEST + 2:  # mulighed|erne
        return _danish().stemWord(stemmed)
    for ending in _ENDINGS:
        if stemmed.endswith(ending) and len(stemmed) - len(ending) >= _SHORTEST:
            return _without_double(stemmed[: -len(ending)])
    return stemmed


@lru_cache(maxsize=16_384)
def stem_english(folded: str) -> str:
    """Return the English stem of a folded word: what "decisions" and "decision" share."""
    if len(folded) < 4 or not folded.isalpha():
        return folded
    return _english().stemWord(folded)


def _without_double(stemmed: str) -> str:
    """Take one of two like consonants off the end, as Snowball does: *indstill* → *indstil*."""
    if stemmed[-1] == stemmed[-2] and stemmed[-1] not in "aeiouy":
        return stemmed[:-1]
    return stemmed
