"""Clauses of a recommendation that a decision names: "punkt 2", "første at", "a) og b)".

A sentence that tells the fates of several clauses falls into as many pieces, so that "punkt 1 blev
godkendt, og punkt 2 blev ikke godkendt" approves one and refuses the other.
"""

import re
from collections.abc import Iterator, Sequence

from index.danish.number_words import DANISH_ORDINALS, NUMBER_WORDS
from ingest.structure.outcomes.denials import NEGATED
from ingest.structure.outcomes.formulas import FORMULAS

_UNIT = (
    r"(?:at-?punkt|delpunkt|underpunkt|indstillingspunkt|punkt|pkt|pind|led|dot|bullet|prik|del|litra|indstilling|at)"
    r"(?:['’]?(?:erne|ene|ne|er|et|en|ens|s|e))?\.?"
)
_NUMBERED = _UNIT.replace("|at)(", "|at(?=['’-]|er|erne))(")
"""A unit in front of its number, where "at 2 personer" is a clause's words and not its number."""
_ONE = r"\(?(?<![\wæøå])(?:\d{1,2}|(?-i:[a-h]))(?![\wæøå]|[.,:/]\d|\s*(?:kr|mio|mill|%))[.)]?"
_JOINT = r"\s*(?:,|&|[–—-]|\bog\b|\bsamt\b|\btil\b)\s*"
_LIST = rf"{_ONE}(?:{_JOINT}(?:og\s+)?(?:{_UNIT}\s*)?{_ONE}){{0,12}}"
_PLACES = "|".join(DANISH_ORDINALS)
_LAST = "sidste"
_NTH = rf"(?:{_PLACES}|{_LAST}|\d{{1,2}}\.)"
_COUNT = r"(?:to|tre|fire|fem|seks|\d)"
_REFERENCE = (
    rf"(?:(?:ad|{_NUMBERED})\s*(?:nr\.?\s*)?(?P<list>{_LIST})"
    rf"|(?P<nth>{_NTH}(?:{_JOINT}(?:og\s+)?{_NTH}){{0,8}})\s+{_UNIT}(?![\wæøå])"
    rf"|de\s+(?:(?P<many>{_COUNT})\s+første|første\s+(?P<count>{_COUNT}))\s+{_UNIT}(?![\wæøå]))"
)
_DONE = (
    r"(?:(?:blev|bliver|er|kan|kunne)\s+)?(?:(?:ikke|ej|enstemmigt)\s+)*(?:godkend|tiltr[åæ]d|vedtag|bevil[gl]|imødekom|følge|fulgt"
    r"|afvis|afsl[åa]|forkast|udsat|udsæt|udskyd|udskudt|hjemvi|tilbage|taget|tages|drøft|anbefal|bortfald|sende)\w*"
)
_BARE = rf"(?P<bare>{_LIST})\s*[:–-]?\s*(?={_DONE})"
"""A label in front of what became of the clause: "1. godkendt", "a) blev ikke tiltrådt"."""
_NAMED = re.compile(rf"(?<![\wæøå-]){_REFERENCE}", re.IGNORECASE)
_LABELLED = re.compile(rf"\s*{_BARE}", re.IGNORECASE)
_ONLY_LABEL = re.compile(
    rf"\s*(?:(?:ad|{_NUMBERED})\s*(?:nr\.?\s*)?{_LIST}|{_ONE}(?:{_JOINT}{_ONE}){{0,12}})\s*[.:]*\s*",
    re.IGNORECASE,
)
_PLAIN = re.sub(r"\?P<\w+>", "?:", _REFERENCE)
_PLAIN_BARE = re.sub(r"\?P<\w+>", "?:", _BARE)
_CONTRAST = r"(?:og|men|mens|medens|hvorimod|imens)"
_ACTS = (
    r"(?:godkendte|tiltrådte|vedtog|bevilgede|imødekom|afviste|forkastede|udsatte|udskød|hjemviste|tog|drøftede|anbefalede"
    r"|afslog|sendte)"
)
_BREAK = re.compile(
    rf"(?:\s*[,;]\s*(?:{_CONTRAST}\s+)?|\s+{_CONTRAST}\s+)"
    rf"(?=(?:(?:for\s+så\s+vidt\s+angår|hvad\s+angår|vedrørende|vedr\.|indstillingens)\s+)*(?:{_PLAIN}|{_PLAIN_BARE})"
    rf"|{_ACTS}\s+(?:ikke\s+)?(?:indstillingens\s+)?{_PLAIN})",
    re.IGNORECASE,
)
_FATE = re.compile(
    "|".join([NEGATED.pattern, *(rf"(?:{pattern.pattern})" for _, pattern in FORMULAS)])
)
_GOES_ON = re.compile(
    r"\b(?:(?:over|frem|videre|ind)send|overfør|henvis|indgå|afvent|flytt|overgå|udgå|behandl|forelægg|undersøg|genoptag"
    r"|skal|bør|vil|kan|er|blev|bliver)\w*",
    re.IGNORECASE,
)
"""Something else than a known fate that happens to a clause."""
_BESIDE = re.compile(
    r"(?:^|[\s(])(?:i|under|som|jf\.?|jævnfør|se|fra|ved|til|på|med|før|efter|af|om|undtagen|undtaget|dagsordenens|ikke)\s+"
    r"(?:indstillingens\s+|dagsordenens\s+)?$",
    re.IGNORECASE,
)
"""What stands before a clause or item that a sentence mentions, and is not about."""
_RANGE = re.compile(r"\s*(?:[–—-]|til)\s*")
_NUMBER = re.compile(
    rf"\d{{1,2}}|(?<![\wæøå])(?:[a-h]|{_PLACES}|{_LAST})(?![\wæøå])", re.IGNORECASE
)


def pieces(said: Sequence[str]) -> list[str]:
    """Part the sentences of a decision where each tells the fate of one of several clauses.

    A label that stands alone ("Ad 1.") belongs to the sentence behind it.
    """
    joined: list[str] = []
    label = ""
    for sentence in said:
        if _ONLY_LABEL.fullmatch(sentence):
            label = f"{label} {sentence}".strip()
            continue
        joined.append(f"{label} {sentence}".strip())
        label = ""
    if label:
        joined.append(label)
    return [piece for sentence in joined for piece in _parted(sentence)]


def _parted(sentence: str) -> list[str]:
    kept: list[str] = []
    waiting = ""
    place = 0
    breaks = [*_BREAK.finditer(sentence), None]
    for found in breaks:
        waiting += sentence[place : found.start() if found else len(sentence)]
        place = found.end() if found else len(sentence)
        if _FATE.search(re.sub(r"\s+", " ", waiting.lower())):
            kept.append(waiting)
            waiting = ""
        elif found:
            waiting += found.group()
    if waiting.strip():
        if kept and _GOES_ON.search(waiting):
            return [*kept, waiting]
        # What names clauses and no fate goes with what was said before it.
        return [sentence] if not kept else [*kept[:-1], f"{kept[-1]} og {waiting}"]
    return kept or [sentence]


def named_in(piece: str, clauses: int) -> frozenset[int]:
    """Return the numbers of the clauses that a piece of a decision is about; none: the whole.

    `clauses` is how many were recommended, which tells the number of the last.
    """
    label = _LABELLED.match(piece)
    found = set(_numbers(label["bare"], clauses)) if label else set()
    for match in _NAMED.finditer(piece):
        if _BESIDE.search(piece, 0, match.start()):
            continue
        many = match["many"] or match["count"]
        if many:
            found.update(range(1, (NUMBER_WORDS.get(many.lower()) or int(many)) + 1))
        else:
            found.update(_numbers(match["list"] or match["nth"], clauses))
    return frozenset(found)


def _numbers(words: str, clauses: int) -> Iterator[int]:
    before: tuple[int, int] | None = None
    for match in _NUMBER.finditer(words):
        number = _value(match.group().lower(), clauses)
        if before is not None and _RANGE.fullmatch(words[before[1] : match.start()].strip(" .)")):
            yield from range(before[0] + 1, number)
        yield number
        before = number, match.end()


def _value(word: str, clauses: int) -> int:
    if word.isdigit():
        return int(word)
    if word == _LAST:
        return clauses
    return DANISH_ORDINALS.get(word) or ord(word) - ord("a") + 1
