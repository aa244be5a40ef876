"""Short forms that a text explains: "Kvalitets- og Efteruddannelsesudvalget (KEU)".

A pair is believed only when the letters of the short form can be read off the long one: from the
beginnings of its words or of the parts of its compounds, in order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.spans import Span

_SHORT = r"[A-ZÆØÅ][A-Za-zÆØÅæøå0-9]*(?:[-/&][A-ZÆØÅ][A-Za-zÆØÅæøå0-9]*)*"
_HEREAFTER = (
    r"(?:herefter|i\s+det\s+følgende|forkortet|forkortes|også\s+kaldet|kaldet|benævnt|hereafter|short)"
    r"\s*(?:også\s+)?(?:kaldet|benævnt|blot|forkortet)?\s*[:\"”»“]?\s*"
)
_BRACKETED = re.compile(rf"\(\s*(?:{_HEREAFTER})?[\"”»“]?(?P<short>{_SHORT})[\"”«“]?\s*\)")
_NAMED_AFTER = re.compile(rf",\s*(?:{_HEREAFTER})(?P<short>{_SHORT})(?![\wæøå])", re.IGNORECASE)
_APPOSITION = re.compile(r",\s*(?P<short>[A-ZÆØÅ][A-ZÆØÅa-z]{1,7}),(?=\s|$)")
_EXPLAINED = re.compile(
    rf"(?<![\wæøåÆØÅ-])(?P<short>{_SHORT})\s*\(\s*(?P<long>[A-ZÆØÅ][^()\n]{{5,100}})\)"
)
_SAID = re.compile(
    rf"(?<![\wæøåÆØÅ-])(?=\w*[A-ZÆØÅ]\w*[A-ZÆØÅ])(?P<short>{_SHORT})\s*(?:\s(?:er|står\s+for|betyder)\s|[:=–]|\s-\s)\s*"
    r"(?P<long>[A-ZÆØÅ][^.;:()\n]{5,120})"
)
"""As a list of short forms has it: "FMK er Fælles Medicinkort", "FMK: Fælles Medicinkort"."""
_LONGEST_SHORT = 12
_PART = 3
_REACH = 140
"""Characters before a bracket in which the long form must lie."""
_MOST_WORDS = 12
_WORD = re.compile(r"[\wÆØÅæøå'’-]+")
_SMALL = frozenset({
    "og", "for", "i", "af", "til", "på", "ved", "med", "om", "den", "det", "de", "en", "et",
    "under", "samt", "the", "of", "and", "in", "on",
})  # fmt: skip
_NO_SHORT = re.compile(r"(?:[IVXLC]+|[A-ZÆØÅ]|kr|stk|nr|pkt|jf|A[1-9]?)$", re.IGNORECASE)

_NOUN_BEFORE = re.compile(
    r"(?<![\wæøåÆØÅ-])[\wæøåÆØÅ-]*(?:aftale|overenskomst|kontrakt|plan|strategi|politik|budget|lov)"
    r"(?:en|et|n)?[ \t]+(?:om|for|vedrørende|vedr\.)[ \t]+(?:(?:den|det|de)[ \t]+)?$",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(r"(?P<letters>[^\W\d_]{2,})(?P<year>\d\d|\d{4})")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Explained:
    """A short form with its long form and the words that hold both."""

    short: str
    long: str
    span: Span


def may_be_short_for(letters: str, word: str) -> bool:
    """Tell whether a word begins with the first of some letters and has the others in order."""
    rest = iter(word)
    return word[:1] == letters[:1] and all(letter in rest for letter in letters)


def find_abbreviations(text: str) -> tuple[Explained, ...]:
    """Return the explained short forms, each pair once, in the order of the text."""
    found: dict[tuple[str, str], Explained] = {}
    for explained in sorted(_all(text), key=lambda e: e.span):
        found.setdefault((explained.short.casefold(), explained.long.casefold()), explained)
    return tuple(found.values())


def _all(text: str) -> Iterator[Explained]:
    for pattern in (_BRACKETED, _NAMED_AFTER, _APPOSITION):
        for match in pattern.finditer(text):
            short = match["short"]
            if not _is_short(short):
                continue
            start = _long_before(text, match.start(), short)
            if start is not None:
                start = _from_noun(text, start) if _OF_A_YEAR.fullmatch(short) else start
                long = re.sub(r"\s+", " ", text[start : match.start()]).strip(' "”»“«')
                end = match.end("short")
                closed = text[end : end + 1] == ")"
                yield Explained(short, long, Span(start, end + closed))
    for match in _EXPLAINED.finditer(text):
        long = re.sub(r"\s+", " ", match["long"]).strip()
        if _is_short(match["short"]) and spells(match["short"], long):
            yield Explained(match["short"], long, Span(*match.span()))
    for match in _SAID.finditer(text):
        spelled = _beginning(match["long"], match["short"]) if _is_short(match["short"]) else None
        if spelled is not None:
            yield Explained(
                match["short"], spelled, Span(match.start(), match.start("long") + len(spelled))
            )


def _beginning(words: str, short: str) -> str | None:
    """Return the shortest beginning of `words` that spells the short form, if any does."""
    ends = [word.end() for word in _WORD.finditer(words)][:_MOST_WORDS]
    return next((words[:end] for end in ends if spells(short, words[:end])), None)


def _is_short(short: str) -> bool:
    if not 2 <= len(short) <= _LONGEST_SHORT or _NO_SHORT.match(short):
        return False
    return sum(c.isupper() for c in short) >= 2


def _long_before(text: str, end: int, short: str) -> int | None:
    """Return where the long form begins that stands before `end`, the shortest that spells it."""
    begin = max(0, end - _REACH)
    window = text[begin:end]
    barrier = max(
        (m.end() for m in re.finditer(r"[.;:!?()\n](?=\s|$)|\n\s*\n|\t", window.rstrip())),
        default=0,
    )
    words = list(_WORD.finditer(window, barrier))[-_MOST_WORDS:]
    # Initials of words are better evidence than letters inside one: "Rådet for Nære Sundhedstilbud
    # (RNS)", though "RNS" might be found in some later word alone.
    for strict in (True, False):
        start = _spelling_start(window, words, short, strict=strict)
        if start is not None:
            return begin + start
    return None


def _from_noun(text: str, start: int) -> int:
    """Return where the name of an agreement begins whose subject begins at `start`.

    "Aftale om almen lægehjælp … 2024-2026 (AL24)": the subject alone has the letters too, but is
    no agreement.
    """
    named = _NOUN_BEFORE.search(text, max(0, start - _REACH), start)
    return named.start() if named is not None else start


def _spelling_start(
    window: str, words: list[re.Match[str]], short: str, *, strict: bool
) -> int | None:
    for place in range(len(words) - 1, -1, -1):
        word = words[place].group()
        if word in _SMALL or not _starts_like(word, short):
            continue
        long = window[words[place].start() :]
        if _is_initials(short, long) if strict else spells(short, long):
            return words[place].start()
    return None


def _starts_like(word: str, short: str) -> bool:
    return word[0].casefold() == short[0].casefold()


def _is_initials(short: str, long: str) -> bool:
    words = [w for w in re.split(r"[\s/,-]+", long.strip(' "”»“«')) if w[:1].isalnum()]
    content = [w for w in words if w.lower() not in _SMALL]
    letters = [c.casefold() for c in short if c.isalnum()]
    return letters in (
        [w[0].casefold() for w in words],
        [w[0].casefold() for w in content],
    )


def spells(short: str, long: str) -> bool:
    """Tell whether the letters of `short` are beginnings of words or parts of `long`, in order."""
    words = [w for w in re.split(r"[\s/,-]+", long.strip()) if any(c.isalnum() for c in w)]
    if not words or len(long.strip()) <= len(short):
        return False
    if of_a_year := _OF_A_YEAR.fullmatch(short):
        return _spells_with_year(of_a_year["letters"], of_a_year["year"], words)
    letters = [c for c in short if c.isalnum()]
    content = [w for w in words if w.lower() not in _SMALL]
    return _match(letters, content) or _match(letters, words)


def _spells_with_year(letters: str, year: str, words: list[str]) -> bool:
    """Tell whether an agreement or a budget is named by its first words and the year it begins.

    "Aftale om vagtlægehjælp i Region Nord 2021-2023 (AV21)": what stands between the words that
    give the letters and the year only says whose it is.
    """
    at = next((i for i, word in enumerate(words) if _YEAR.fullmatch(word)), None)
    if at is None or not words[at].endswith(year):
        return False
    content = [word for word in words[:at] if word.lower() not in _SMALL]
    return any(_match(list(letters), content[:count]) for count in range(1, len(content) + 1))


def _match(letters: list[str], words: list[str]) -> bool:
    """Match letters to words: each word begins with its letter; inside a compound others follow.

    Every content word must give a letter, but for one; and the letters must all be found.
    """
    place, used = 0, 0
    for word in words:
        if place >= len(letters):
            break
        low = word.casefold().strip("\"”»“«()'’")
        if not low or low[0] != letters[place].casefold():
            continue
        place, used = place + 1, used + 1
        inside = 1
        while place < len(letters):
            # A part of a compound has three letters at least.
            position = low.find(letters[place].casefold(), inside + _PART - 1)
            following = words[words.index(word) + 1 :]
            ahead = any(w[:1].casefold() == letters[place].casefold() for w in following)
            if position < 0 or (ahead and letters[place].isupper()):
                break
            place, inside = place + 1, position + 1
    return place == len(letters) and used >= min(
        len(words), max(1, len(words) - 1 - len(words) // 4)
    )
