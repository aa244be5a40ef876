"""What a body does besides approving: "Godkendt, og derudover afsættes 50.000 kr.".

An approval with a further act is no approval as recommended, unless the recommendation has that act
too. What is courtesy or procedure ("og udvalget takkede", "og sendes videre") adds nothing.
"""

import re

from index.danish.sentences import sentences
from index.danish.stems import stem

_APPROVES = re.compile(
    r"\b(?:godkend|tiltr[åæ]d|vedtag|vedtog|bevilg|bevillig|imødekom|accepter|frigiv|fulgt|følges)\w*",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\s*[,;(]?\s*\b(?:og|samt|herunder|hvorefter|hvorved)\b\s*(?:at\b)?|\s*[;–]\s+", re.IGNORECASE
)
_BESIDES = re.compile(
    r"\s*(?:og\s+)?(?:derudover|herudover|desuden|endvidere|ydermere|samtidig(?:t)?|tillige|dertil|hertil)\b",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"\b(?:besluttede|beslutter|besluttedes|besluttes|besluttet|vedtog|vedtages|vedtaget|valgte|bevilgede|afsatte|nedsatte|udpegede"
    r"|pålagde|pålægger|gav|giver|gives|ydes|ydede|(?:skal|bør)\s+(?:\w+\s+){0,3}?(?P<due>\w+)"
    r"|(?P<passive>[\wæøå]{3,}[^s\W]es)(?![\wæøå]))(?![\wæøå])(?:\s+(?:\w+\s+){0,3}?at\s+(?P<verb>[\wæøå]+))?",
    re.IGNORECASE,
)
_COURTESY = """
    godkendes tiltrædes vedtages imødekommes følges takkes roses bemærkes noteres
    konstateres ønskes orienteres drøftes udtrykkes henvises afsluttes hæves underskrives
    oversendes videresendes fremsendes sendes anbefales indstilles tages oplyses nævnes
    foreslås findes deles synes høres offentliggøres offentliggøre udsendes mødes behandles
    forelægges rettes lykkes bakkes hilses glædes lukkes evalueres følge se takke arbejde
    arbejdes undskyldes beklages forventes forudsættes opfordres kaldes
"""
_CLAIMED = frozenset(stem(word) for word in _COURTESY.split())
"""Stems of verbs of courtesy and of the way a matter goes, which add nothing to it."""
_RESOLVES = re.compile(r"\b(?:beslut\w+|vedtog)\b", re.IGNORECASE)
_NO_ACT = re.compile(
    r"\b(?:stemte|stemmer|undlod|medvirke\w*|inhabil\w*|fraværende|deltog)\b|\bsom\s+\w*(?:indstillet|anbefalet)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.]*\d|\d")


def acts_further(words: str, asked: str) -> bool:
    """Tell whether a decision has an act beside its approval that the recommendation has not.

    Where the recommendation is not known (`asked` is empty), only what is said to come besides
    ("derudover", "desuden") counts.
    """
    known = frozenset(stem(word.lower()) for word in _WORD.findall(asked))
    said = [span.of(words) for span in sentences(words)]
    approved = False
    for sentence in said:
        found = _APPROVES.search(sentence)
        if found is not None and _adds(sentence[found.end() :], known, besides=not asked):
            return True
        opens = _BESIDES.match(sentence) or (found is None and _RESOLVES.search(sentence))
        if approved and opens and _is_new(sentence, known):
            return True
        approved = approved or found is not None
    return False


def _adds(tail: str, known: frozenset[str], *, besides: bool) -> bool:
    """Tell whether what is joined to an approval acts."""
    clauses = _JOINT.split(tail)[1:]
    return any(
        (_BESIDES.search(clause) is not None or not besides) and _is_new(clause, known)
        for clause in clauses
    )


def _is_new(clause: str, known: frozenset[str]) -> bool:
    if _NO_ACT.search(clause):
        return False
    for found in _ACT.finditer(clause):
        verb = found["verb"] or found["due"] or found["passive"]
        if verb is None:
            return not _content(clause[found.end() :]) <= known
        if stem(verb.lower()) not in known | _CLAIMED:
            return True
    return False


def _content(clause: str) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in _WORD.findall(clause))
