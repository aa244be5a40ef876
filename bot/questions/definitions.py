"""Whether a question asks what a word or a name means, and which."""

import re

from index.danish.folding import fold

_OPENINGS = (
    r"(?:hvad|hva) (?:er|betyder|vil det sige|forstaas ved|menes(?: der)? med|daekker|staar)",
    r"what(?:'s| is| are|(?P<does> does| do))",
    r"what is meant by|what counts as|hvad taeller som|hvornaar er der tale om",
    r"(?:can you |could you |please |kan du )?(?:define|definer|forklare?|explain)(?: what| hvad)?",
    r"definition (?:af|of)",
)
_ARTICLES = (
    r"en|et|den|det|de|a|an|the|egentlig|begrebet|forkortelsen|ordet|term|abbreviation|acronym"
)
_ENDINGS = (
    r"(?:en )?forkortelse for|an? (?:abbreviation|acronym) (?:for|of)"
    r"|for(?: noget)?|over|for en stoerrelse|betyder|staar for"
    r"|stands? for|means?|short for|abbreviation for|is|are|er"
)
_ASKED = re.compile(
    rf"(?:{'|'.join(_OPENINGS)}|forkortelsen)\s+(?P<articles>(?:(?:{_ARTICLES})\s+)*)"
    rf"(?P<term>.+?)(?P<ending>\s+(?:{_ENDINGS}))?\s*[?.!]*"
)
_NOTED = re.compile(
    r"(?P<term>\S+(?: \S+)?) (?:betyder|betydning(?:en)?|staar for|forkortelse|forkortet|meaning"
    r"|means|stands for|short for|abbreviation|definition)(?: hvad| what)?\s*[?.!]*"
)
"""A note of a name and that its meaning is wanted: "KEU betyder"."""
_OF_SOMETHING = re.compile(
    r"\b(for|om|i|paa|til|af|ved|med|der|som|of|in|on|to|at|that|which|per|pr)\b"
)
_DEFINITE = re.compile(r".{3,}(en|et|ne)")
_LONGEST = 4
"""Words of a term; a longer phrase after "what is" asks for a fact."""


def defined_term(text: str, known_terms: frozenset[str]) -> str | None:
    """Return the word or name whose meaning is asked for, as written, if that is the question.

    "Hvad er en klynge?" and "What does KEU stand for?" ask for a meaning; "Hvad er km-taksten?"
    and "What is the capital of France?" ask for a fact about something definite. `known_terms`
    are folded, as in `intent_of`.
    """
    found = _ASKED.fullmatch(fold(text).strip())
    if found is None:
        return _noted_term(text, known_terms)
    term = found["term"].strip(" \"'“”")
    written = _as_written(text, term)
    if term in known_terms or found["ending"]:
        return written
    if found["does"]:
        return None  # "what does it save a year?" asks for no meaning; "… mean?" does
    words = term.split()
    if len(words) > _LONGEST or _OF_SOMETHING.search(term):
        return None
    articles = found["articles"].split()
    if articles and articles[-1] in {"en", "et", "a", "an"}:
        return written
    is_name = any(character.isupper() for character in written)
    definite = bool(_DEFINITE.fullmatch(words[0])) or bool(articles)
    return written if is_name or not definite else None


def _noted_term(text: str, known_terms: frozenset[str]) -> str | None:
    noted = _NOTED.fullmatch(fold(text).strip())
    if noted is None or noted["term"] not in known_terms:
        return None
    return _as_written(text, noted["term"])


def _as_written(text: str, folded_term: str) -> str:
    """Return the part of `text` that folds to the term, with its capitals."""
    words = text.strip().rstrip("?.! ").split()
    count = len(folded_term.split())
    for start in range(len(words) - count + 1):
        piece = " ".join(words[start : start + count]).strip(" \"'“”?.!,")
        if fold(piece) == folded_term:
            return piece
    return folded_term
