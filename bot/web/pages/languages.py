"""Danish or English: what the browser asks for, unless the reader has chosen; and of any words."""

from functools import lru_cache

from fastapi import Request

from bot.questions import language as spoken
from bot.replies import Language

COOKIE = "language"
_LANGUAGES: dict[str, Language] = {"da": "da", "en": "en"}
_SCANDINAVIAN = frozenset({"da", "nb", "nn", "no", "sv", "fo", "kl"})
"""Languages whose readers are better served in Danish than in English."""
_TELLING = 2000
"""Characters of a text that tell its language."""


def language_of(request: Request) -> Language:
    """Return the language in which a page is told; Danish where nothing says."""
    chosen = request.cookies.get(COOKIE)
    if chosen is not None and chosen in _LANGUAGES:
        return _LANGUAGES[chosen]
    for name in _wanted(request.headers.get("accept-language", "")):
        if name in _SCANDINAVIAN:
            return "da"
        if name == "en":
            return "en"
    # Whoever reads neither reads English rather than Danish; who says nothing is in Denmark.
    return "en" if request.headers.get("accept-language", "*").strip(" *") else "da"


def tongue_of(text: str, otherwise: Language = "da") -> Language:
    """Return the language of words that a page shows, for whoever has them read aloud.

    Args:
        text: The words; the beginning of a long text tells.
        otherwise: Of a name or a number, which tells none; else the archive's own.
    """
    return _tongue_of(text[:_TELLING], otherwise)


@lru_cache(maxsize=4096)
def _tongue_of(text: str, otherwise: Language) -> Language:
    return spoken.language_of(text, otherwise=otherwise)


def _wanted(header: str) -> list[str]:
    """Return the languages of a header, the most wanted first."""
    ranked = []
    for place, part in enumerate(header[:500].split(",")):
        name, _, parameters = part.strip().partition(";")
        wanted = 1.0
        if parameters.strip().startswith("q="):
            try:
                wanted = float(parameters.strip()[2:])
            except ValueError:
                wanted = 0.0
        if wanted > 0:
            ranked.append((-wanted, place, name.split("-")[0].lower()))
    return [name for _, _, name in sorted(ranked)]
