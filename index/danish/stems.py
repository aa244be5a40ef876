"""Stems: the part of a word that its inflections share, on folded words.

Danish is stemmed with Snowball and then a little further, so that a verb and the noun made from
it meet: *beslutter, besluttede, beslutning*; *finansieres, finansiering*. A question asks with the
one and minutes answer with the other.
"""

import re
import threading
from functools import lru_cache
from typing import Protocol

import Stemmer

from index.danish.irregular import regular


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  # the library's name


_SHORTEST = 5
"""Letters that must remain where an ending is taken off that Snowball leaves on. With fewer,
unlike words fall together: *ordning* and *ord*, *mening* and *men*."""

_ENDINGS = ("ering", "ning", "ing", "ed")
"""Of nouns made from verbs, and of the past tense, longest first."""

_END_VERB = re.compile(
    r"(.*(?:(?:^|god|an|er|ved|be|gen|af|ud)kend|(?:^|af|ud|ind|til|over|frem|for|gen|videre)send"
    r"|blend|brænd|spænd|(?:^|an|om|hen|til)vend))"
    r"(?:e|es|er|te|t|else|elsen|elser|elserne)"
)
"""*godkendes*, *anvende*: Snowball takes *ende* for an ending and leaves "godk", "anv"."""

_PARTICIPLE = re.compile(r"(.{2,}[ae]l)te?")
"""*aftalt*, *udbetalt*, *fordelte*, *generelt*: the t that belongs to the form, not the word."""

_PAST = re.compile(r"(.{2,}[^e])ede[s]?")
"""*sikrede*: too short for `_SHORTEST`, but the full ending leaves no doubt."""

_NOT_PAST = re.compile(
    r"billede|allerede|tilstede|.*(?:ber|br|spr|gl|sm)ede[s]?|(?:ud|af|ind|til|an|vej|op|hen|bort|over|om|for|mis)?lede[s]?"
)

_T = re.compile(r"(.{3,}[^aeiouyæøåt]|.*[æøå][^aeiouyæøåt])t")
"""*brugt*, *søgt*, *alment*: a t that a verb or an adjective takes on. Nouns lose theirs as well
(*rapport*, *kontrakt*), in every form alike, and hardly one then meets another word."""

_ATION = re.compile(rf".{{{_SHORTEST},}}(?<!st)(?<!renov)(?<!restaur)(?<!gener)(?<!plant)ation")
"""*reparation* and *reparere*; but *renovation* is about waste, and a *station* of no verb."""

_MOST = re.compile(r"(.{3,})est")
"""*højest*, *senest*: superlatives."""

_FLEETING_L = re.compile(r"(.{2,}[^aeiouyæøå])el")
_FLEETING_R = re.compile(r"(.{2,}[^aeiouyæøårj])r")
"""*varsel* and *varslet*, *numre* and *nummer*: an e that comes and goes. Behind a j none does: the
r of *lejr* and *vejr* belongs to the word, and they are neither *leje* nor *vej*."""

_VOWELS = "aeiouyæøå"
_NO_GENITIVE = "aeiouysæøå"
"""Letters before an s that belongs to the word."""

_LETTERS = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))
"""Folded letters are vowels: *koere* is *køre*, and not a *ko* with an ending."""


class _Stemmers(threading.local):
    """A Snowball stemmer keeps the word that it is at in itself, so each thread has its own."""

    danish: _Stemmer | None = None
    english: _Stemmer | None = None


_STEMMERS = _Stemmers()


def _danish() -> _Stemmer:
    if _STEMMERS.danish is None:
        _STEMMERS.danish = Stemmer.Stemmer("danish")
    return _STEMMERS.danish


def _english() -> _Stemmer:
    if _STEMMERS.english is None:
        _STEMMERS.english = Stemmer.Stemmer("english")
    return _STEMMERS.english


@lru_cache(maxsize=65_536)
def stem(folded: str) -> str:
    """Return the Danish stem of a folded word; a word with a digit in it stays as it is."""
    if len(folded) < 3 or not folded.isalpha():
        return folded
    word = regular(folded)
    if len(word) < 4:
        return word
    for written, letter in _LETTERS:
        word = word.replace(written, letter)
    stemmed = _stem(word)
    for written, letter in _LETTERS:
        stemmed = stemmed.replace(letter, written)
    return stemmed


def _stem(word: str) -> str:
    if cut := _END_VERB.fullmatch(word) or _PARTICIPLE.fullmatch(word):
        return _levelled(cut[1])
    if not _NOT_PAST.fullmatch(word) and (cut := _PAST.fullmatch(word)):
        return _levelled(_without_er(_without_double(cut[1])))
    stemmed = _danish().stemWord(word)
    if word[len(stemmed) :].startswith("ig"):  # Frankrig, stædig: their r is no fleeting one
        return stemmed
    return _levelled(_further(stemmed))


def _without_er(stemmed: str) -> str:
    """Take *er* off the past of a verb in -ere: *etablerede*, as Snowball does of *etablere*."""
    if stemmed.endswith("er") and len(stemmed) >= _SHORTEST:
        return _without_double(stemmed[:-2])
    return stemmed


def _further(stemmed: str) -> str:
    """Take off the endings that Snowball leaves on."""
    if stemmed.endswith("itet"):  # aktivitet and its plural: Snowball takes -et off the one only
        return stemmed[:-2]
    if _ATION.fullmatch(stemmed):
        return _without_double(stemmed[:-5])
    if stemmed.endswith("hed") and len(stemmed) > _SHORTEST + 2:  # mulighed|erne
        return _danish().stemWord(stemmed)
    for ending in _ENDINGS:
        if stemmed.endswith(ending) and len(stemmed) - len(ending) >= _SHORTEST:
            own = stemmed[-len(ending) - 1]
            if ending == "ning" and own in _VOWELS:  # træn|ing, foruren|ing
                return stemmed[:-3]
            return _without_double(stemmed[: -len(ending)])
    return stemmed


def _levelled(stemmed: str) -> str:
    """Take off what some forms of a word have and others have not."""
    if stemmed.endswith("ig") and len(stemmed) >= _SHORTEST + 2:  # bemyndig|else, bemynd|ige
        bare = _without_double(stemmed[:-2])
        return bare[:-1] if bare.endswith(("gd", "dt", "gt", "kt")) else bare
    if cut := _FLEETING_L.fullmatch(stemmed):
        return _without_double(cut[1]) + "l"
    for ending in (_FLEETING_R, _MOST, _T):
        if cut := ending.fullmatch(stemmed):
            stemmed = _without_double(cut[1])
    if len(stemmed) >= _SHORTEST and stemmed[-1] == "s" and stemmed[-2] not in _NO_GENITIVE:
        return stemmed[:-1]  # plads|en, begræns|ede: it goes from "plads", "begrænse" as well
    return stemmed


@lru_cache(maxsize=16_384)
def stem_english(folded: str) -> str:
    """Return the English stem of a folded word: what "decisions" and "decision" share."""
    if len(folded) < 4 or not folded.isalpha():
        return folded
    return _english().stemWord(folded)


def _without_double(stemmed: str) -> str:
    """Take one of two like consonants off the end, as Snowball does: *indstill* → *indstil*."""
    if stemmed[-1] == stemmed[-2] and stemmed[-1] not in "aeiouyæøå":
        return stemmed[:-1]
    return stemmed
