"""Who came instead of somebody: "Suppleant for Ib Krog: Maja Dam" says that Maja Dam was there."""

import re
from dataclasses import dataclass

_WORD = r"(?:suppleant|stedfortræder|substitut|afløser|vikar)"
_NAMES = r"[^:.;]{3,80}?"
_FOR = re.compile(
    # Behind a colon or a verb: "Som stedfortræder for Ib Krog er indkaldt Maja Dam".
    rf"(?:(?:som|personlig)\s+)*{_WORD}(?:en|er|ne)?\s+for\s+{_NAMES}\s*"
    r"(?::|\b(?:er|var|blev|mødte|mødt|deltog|deltager|indtrådte|indtræder)\b(?:\s+(?:indkaldt|mødt|indtrådt))?\s*:?)\s*"
    rf"|(?:som\s+{_WORD}|i\s+(?:stedet|hans|hendes|deres)(?:\s+sted)?)\s+(?:deltog|mødte)\s+(?!ikke)(?:{_WORD}(?:en|e|er|erne|ne)?\s+)?"
    rf"|(?:i\s+stedet|som\s+{_WORD})\s+for\s+{_NAMES}\s*:\s*"
    rf"|for\s+{_NAMES}\s+(?:mødte|deltog|indtrådte|var\s+mødt|er\s+indkaldt|var\s+indkaldt)\s+(?:{_WORD}(?:en)?\s+)?",
    re.IGNORECASE,
)
_CAME = re.compile(
    rf"(?P<who>[^:]{{4,120}}?)\s+(?:deltog|deltager|mødte|er\s+(?:mødt|indkaldt)|var\s+(?:mødt|indkaldt|til\s*stede)|indtrådte|indtræder)\s+"
    rf"(?:(?:som\s+(?:\w+\s+)?{_WORD}|i\s+stedet)(?:en)?(?=\s+for\b|\s*[.,]|\s*$)|indkaldt\s+for\b)",
    re.IGNORECASE,
)

_NAMED = re.compile(rf"\s*{_WORD}(?:en)?\s*:?\s+[A-ZÆØÅ]", re.IGNORECASE)


_FOR_ANOTHER = re.compile(
    rf"^(?P<name>[^,;:]*?[a-zæøåé.](?:\s+\([^()]{{1,40}}\))?)\s*[,(–-]?\s*(?:som\s+)?(?:{_WORD}\s+)?"
    r"\b(?:for|i\s+stedet\s+for)\s+(?P<other>(?:[A-ZÆØÅ][\w.'’-]+\s+){1,4}?[A-ZÆØÅ][\wæøåé'’-]+)(?:\s+\([^()]{1,40}\))?\)?\s*\.?$"
)


def instead_of_nobody(words: str) -> str:
    """Return the name of a person without whom that person stood in for: "Maja Dam for Ib Krog".

    "Formand for Havnerådet" is an office; only a name of several words behind "for" is a person's.
    """
    match = _FOR_ANOTHER.match(words)
    return match["name"] if match and _OFFICE.search(match["name"]) is None else words


def as_stand_in(words: str) -> str | None:
    """Return what a list calls a person who stood in: "Maja Dam (suppleant for Ib Krog)"."""
    match = _IN_BRACKET_FOR.search(words)
    return match["word"].lower() if match is not None else None


_IN_BRACKET_FOR = re.compile(
    rf"[(,–-]\s*(?:personlig\s+)?(?P<word>{_WORD})\s+for\s+[A-ZÆØÅ]", re.IGNORECASE
)
_OFFICE = re.compile(
    r"(?:formand|leder|chef|direktør|repræsentant|talsmand|ordfører|konsulent|udpeget)\w*$",
    re.IGNORECASE,
)


def is_stand_in(words: str) -> bool:
    """Tell whether a name in a list follows such a word: "Ib Krog, stedfortræder Maja Dam".

    Among those who were absent, it may be the one who came.
    """
    return _NAMED.match(words) is not None


_IN_BRACKET = re.compile(
    rf"\s*[(\[]\s*(?:(?:har\s+)?(?:meldt\s+)?afbud\s*[,;–-]\s*)?"
    rf"(?:(?:personlig\s+)?{_WORD}(?:en)?|i\s+(?:stedet|hans\s+sted|hendes\s+sted))"
    r"(?P<came>\s*:\s*|\s+(?:mødte|deltog|er|var)\s+|\s+)(?P<who>[A-ZÆØÅ][^()\[\]:]{3,60}?)\s*[)\]]",
    re.IGNORECASE,
)
_BEHIND_DASH = re.compile(
    r"\s+[–—-]\s+(?P<who>[A-ZÆØÅ][^:;]{3,60}?)(?P<came>\s+(?:mødte|mødt|deltog|deltager)\s+)"
    rf"(?:som\s+(?:\w+\s+)?{_WORD}|i\s+(?:stedet|hans\s+sted|hendes\s+sted))\s*[.]?$",
    re.IGNORECASE,
)
_SURELY = re.compile(r":|mødte?|deltog|deltager", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Replaced:
    """A person as a list of the absent names one, with who came instead in a bracket."""

    named: str
    """The words without that bracket."""
    came: tuple[int, str] | None
    """Who came, with where the name begins; `None` where the words may mean something else."""


def replaced_in_bracket(words: str) -> Replaced | None:
    """Read "Ib Krog (stedfortræder: Maja Dam)"; `None` where no bracket names a stand-in.

    Some set a dash for it: "Ib Krog (A) - Maja Dam (A) mødte som stedfortræder".
    """
    match = _IN_BRACKET.search(words) or _BEHIND_DASH.search(words)
    if match is None or not match["who"][0].isupper():
        return None
    came = (match.start("who"), match["who"]) if _SURELY.search(match["came"]) else None
    return Replaced(words[: match.start()] + words[match.end() :], came)


_BEHIND = (
    re.compile(
        rf"(?P<named>[^;:]{{4,80}}?)(?:\s*[,–-]|(?<=\)))\s*{_WORD}\s*:?\s+(?P<who>[A-ZÆØÅ][^;:]{{3,60}}?)\.?",
    ),
    re.compile(
        rf"(?P<named>[^;:]{{4,80}}?)\s+[–-]\s*(?P<who>[A-ZÆØÅ][^;:]{{3,60}}?)\s+(?:(?:deltager|deltog|mødte)\s+)?(?:som\s+)?{_WORD}\.?",
    ),
)
"""Among the absent: "Ib Krog (B) stedfortræder Maja Dam", "Ib Krog - Maja Dam stedfortræder"."""


def replaced_behind(words: str) -> Replaced | None:
    """Read who came instead of somebody absent, named behind that one without a bracket."""
    match = next((m for pattern in _BEHIND if (m := pattern.fullmatch(words.strip()))), None)
    if match is None:
        return None
    at = len(words) - len(words.lstrip()) + match.start("who")
    return Replaced(match["named"].rstrip(" ,–-"), (at, match["who"]))


def stand_in(words: str) -> tuple[int, int] | None:
    """Return where in a sentence those are named who came instead of others, `None` if none did."""
    before = _FOR.match(words)
    if before is not None:
        return before.end(), len(words)
    behind = _CAME.match(words) if replaced_behind(words) is None else None
    return (0, behind.end("who")) if behind is not None else None


def word_for_stand_in(words: str) -> str:
    """Return what a sentence calls the one who came instead: "suppleant", else "stedfortræder"."""
    match = re.search(rf"\b{_WORD}", words, re.IGNORECASE)
    return match[0].lower() if match is not None else "stedfortræder"
