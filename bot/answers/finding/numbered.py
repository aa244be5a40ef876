"""The things that a question tells apart by a number or a code: "maskine 09", "brønd B7"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.questions.question import Question
from index.archive import Found
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.stopwords import FUNCTION
from index.danish.words import folded_words


@dataclass(frozen=True, slots=True)
class Numbered:
    """What tells a thing from others of its sort."""

    word: str
    """What it is, folded, as far as a question says: "maskine"; empty beside a code."""
    number: str
    """Digits without noughts before them, or a letter and digits."""


def numbered(question: Question) -> list[Numbered]:
    """Return the things that a question tells apart by a number or a code, but for bodies."""
    things = [
        Numbered(match[1], match[2].lstrip("0"))
        for match in _THING.finditer(fold(question.text))
        if match[1] not in question.given and match[1] not in _NO_THINGS
    ]
    codes = [
        Numbered("", match[0].replace(" ", ""))
        for match in _CODE.finditer(question.text)
        if fold(match[0]) not in question.given
    ]
    return [*things, *codes]


def holds_all(text: str, things: Sequence[Numbered]) -> bool:
    """Tell whether a text has every one of some things: their number, and not of another thing.

    Which word it stands beside may differ from the question's ("afd. 5", "ward 5"), but where the
    text has that word with other numbers alone, it is of those.
    """
    if not things:
        return True  # hardly any question names one, and a text is long
    folded = fold(text)
    return all(_holds(folded, thing) for thing in things)


def is_of_other_number(things: Sequence[Numbered], found: Found, *places: str) -> bool:
    """Tell whether a sentence is of another one of the things that a question tells apart.

    The number of the thing may stand there all the same, as how many there are of something: "i
    distrikt 20 er der 61 busser" tells nothing of district 61.

    Args:
        things: What the question tells apart.
        found: What was searched for, with the forms and the translations of its words.
        places: The sentence, and what leads to it or stands above it, the nearest first. The
            nearest that numbers things of the sort decides.
    """
    for thing in things:
        sort = _sort(thing, found)
        for place in places:
            numbers = {m[2] for m in _NUMBERED.finditer(fold(place)) if stem(m[1]) in sort}
            if numbers:
                if thing.number not in numbers:
                    return True
                break
    return False


def speaks_of(things: Sequence[Numbered], found: Found, text: str) -> bool:
    """Tell whether a text has of each thing its word, in any form, or its number.

    The number of an item, which is no part of its text, tells nothing of the sixth well.
    """
    folded = fold(text)
    words = {stem(word) for word in folded_words(text)} | set(folded_words(text))
    return all(_sort(thing, found) & words or _holds(folded, thing) for thing in things)


def _sort(thing: Numbered, found: Found) -> set[str]:
    """Return the forms of the word of a thing, and its translations."""
    forms = (form for t in found.terms if t.text == thing.word for form in t.forms)
    return {thing.word, stem(thing.word), *forms}


def _holds(text: str, thing: Numbered) -> bool:
    if not thing.word:
        code = re.escape(thing.number[0].lower()) + r"[ -]?0*" + re.escape(thing.number[1:])
        return re.search(rf"\b{code}(?!\d)", text) is not None
    others = re.findall(rf"\b{re.escape(thing.word)}\w* (?:nr\.? ?)?0*(\d{{1,3}})\b", text)
    if others:
        return thing.number in others
    return re.search(rf"(?<![\d.,-])0*{thing.number}{_BARE}", text) is not None


_BARE = (
    r"(?![\d%]|[.,:/-]\d|\.? ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"
    r"|\.? (?:kr|mio|pct|procent|aar|maaned|dage|uger|timer|stemmer)\b)"
)
"""Behind a number that is no part of a day, a larger number, an amount or a length."""

_THING = re.compile(
    r"\b([a-z]{4,}) (?:nr\.? ?|no\.? ?)?(\d{1,3})\b(?![.,:/-]?\d|\s*(?:%|kr|pct|aar|dag|uge|timer)"
    r"|\.? (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december))"
)
_NUMBERED = re.compile(r"\b([a-z]{4,}) (?:nr\.? ?|no\.? ?)?0*(\d{1,3})\b(?![.,:/-]?\d)")
"""A word and the number behind it, folded."""
_CODE = re.compile(r"(?<![\w/.-])(?!Q\d\b)[A-ZÆØÅ]\d{1,3}(?![\w/.-]\w|\w)")
"""A capital and a number, as of a well, a ward or a plot."""

_NO_THINGS = frozenset(
    (
        *("punkt", "item", "year", "aar", "paragraf", "over", "under", "mindst", "hoejst", "about"),
        *("omkring", "after", "efter", "from", "than", "with", "last", "sidste", "seneste", "next"),
        *("within", "inden", "every", "hver", "ugens", "kapitel", "stk", "aftaleaar", "aargang"),
        *("januar", "januari", "februar", "marts", "april", "juni", "juli", "august", "september"),
        *("oktober", "november", "december", "january", "february", "march", "june", "july"),
        *("october", "mellem", "between", "samtlige", "alle", "moedet", "moede", "klokken"),
        *("disse", "these", "kroner"),
        *FUNCTION["da"],  # "hvorfor ikke 90?"
        *FUNCTION["en"],
    )
)
"""Words before a number that does not tell a thing from another."""
