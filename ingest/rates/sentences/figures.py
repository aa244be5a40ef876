"""The figures of a sentence that may be a rate: with a currency, and neither limit nor estimate."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from index.danish.numbers import Number, find_numbers
from index.rates.units import KRONER, PERCENT
from index.spans import Span

_AFTER = re.compile(
    r"[\s\xa0]{0,2}(?P<currency>(?P<kroner>kr\b\.?|kroner\b|krone\b|dkk\b|,-+(?:\s?kr\b\.?)?)|(?P<oere>øre\b)"
    r"|(?P<percent>%|pct\b\.?|procent\b))(?!\s?(?:-|til)?point)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?<![^\W_])(?:kr\b\.?|dkk)[\s\xa0]{0,2}$", re.IGNORECASE)
_SCALED = re.compile(r"[^\d.,  \xa0]")
_THOUSANDS = re.compile(r"[\s\xa0]?(?:t\.?\s?kr|tkr)", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:\b(?:op\s+til|indtil|(?<!sat\s)(?<!sættes\s)ned\s+til|maks(?:imalt|imum)?|max|højst|mindst|minimum|min|ca|cirka"
    r"|circa|omkring|under|over|mellem|knap|godt|næsten|små|lidt|loft\s+på|overstige[rt]?|udover|ud\s+over"
    r"|mere\s+end|mindre\s+end|lavere\s+end|højere\s+end|større\s+end|end|ikke|ej|ingen|minus|plus|yderligere"
    r"|heraf|hvoraf|ialt|i\s+alt|samlet|samlede|totalt|svarer\s+til|sparet|sparer|besparelse\s+på"
    r"|stigning\s+på|stiger\s+med|steget\s+med|fald\s+på|falder\s+med|reduceres\s+med|hæves\s+med"
    r"|forhøjes\s+med|nedsættes\s+med|øges\s+med|afvigelse\s+på)\.?|[x×*≈~<>≤≥±+áà])\s*(?:på\s+)?$",
    re.IGNORECASE,
)
"""Words before a figure that make it a limit, an estimate, a change or a part."""
_CAP = re.compile(r"\b(?P<cap>højst|maks(?:imalt|\.)?|max\.?|at\s+most)\s*$", re.IGNORECASE)
"""A word right before a figure that makes it the most that is paid."""
_LIMITED = re.compile(
    r"\b(?:højst|maks(?:imalt|imum)?|max|mindst|minimum|op\s+til|loft(?:et)?)\b[^,;:\d]{0,40}$"
    # "mellem 650 og 900 kr."
    r"|\bmellem\s+[\d.,]+\s*(?:kr\.?|kroner)?\s*(?:og|til|-|–)\s*$",
    re.IGNORECASE,
)
"""Words further before a figure that make it a limit: "kan højst udgøre 400 kr."."""
_BELOW_ZERO = re.compile(r"(?<![\w.,%])[-−–](?:kr\b\.?\s?)?$", re.IGNORECASE)
"""A sign right before a figure; behind a blank it is a dash."""
_DIFFERS = re.compile(
    r"[\s\xa0]*(?:pr\.\s+\w+\s+|per\s+\w+\s+)?(?:lavere|højere|mindre|mere|større|billigere|dyrere|under|over"
    r"|lower|higher|less|more|below|above|cheaper)\b(?!\s*\d)",
    re.IGNORECASE,
)
"""Words after a figure that make it a distance: "20 % lavere end"."""
_FOOTNOTE = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹]")
"""What qualifies the figure stands elsewhere."""
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_ENGLISH = re.compile(
    r"\b(?:the|is|are|was|were|of|and|from|with|shall|will|be|per|fees?|hour|visit)\b",
    re.IGNORECASE,
)
_DANISH = re.compile(
    r"\b(?:er|var|og|af|fra|med|den|det|de|skal|pr|i|på|til|kr|time|taksten|honoraret|som|der)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:-|–|—)\s*")
_FROM = re.compile(r"\bfra\s+$", re.IGNORECASE)
_TO = re.compile(r"(?:(?:,-|kr\.?|kroner|%|pct\.?)?[^;:]{0,40}?)\btil\s+$", re.IGNORECASE)
# Cheap, for it is asked of every sentence of an archive.
_MAY_HOLD = re.compile(
    r"\d\s{0,2}(?:kr|dkk|øre|%|pct|procent|,-)|(?:kr\.?|dkk)\s{0,2}\d|\d,\d", re.I
)
_LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence."""

    span: Span
    """With its currency; offsets of the sentence."""
    value: Decimal
    currency: str | None
    """`None`: a bare number, which only its neighbours can make a rate."""
    decimals: int
    sure: bool
    """Whether it is said as a figure that holds: no limit, estimate, range or change."""
    cap: str = ""
    """The word that makes it the most that is paid, where that is all that leaves it unsure."""


def find_figures(sentence: str) -> tuple[Figure, ...]:
    """Return the numbers with a currency or decimals in a sentence, in order."""
    if not _MAY_HOLD.search(sentence):
        return ()
    return tuple(_figures(sentence))


def _figures(sentence: str) -> Iterator[Figure]:
    numbers = [n for n in find_numbers(sentence) if n.text[0].isdigit()]
    left = False
    english = is_english(sentence)
    for place, number in enumerate(numbers):
        previous = numbers[place - 1] if place else None
        after = _AFTER.match(sentence, number.span.end)
        before = _BEFORE.search(sentence, max(0, number.span.start - 6), number.span.start)
        figure = _figure(sentence, number, before, after)
        if figure is None:
            left = False
            continue
        head = sentence[max(0, figure.span.start - _LOOK_BACK) : figure.span.start]
        ranged = previous is not None and bool(
            _RANGE.fullmatch(sentence[previous.span.end : number.span.start])
        )
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        goes_on = following is not None and bool(
            _RANGE.fullmatch(sentence[figure.span.end : following.span.start])
        )
        # "fra 12 kr. til 14 kr.": the first is what was, the second what is.
        was = (
            _FROM.search(head) is not None
            and following is not None
            and bool(_TO.fullmatch(sentence[figure.span.end : following.span.start]))
        )
        limited = _VAGUE.search(head) or _LIMITED.search(head)
        vague = ranged or goes_on or left or was
        vague = vague or _is_doubtful(sentence, number, figure, english=english)
        cap = _CAP.search(head) if not vague else None
        sure = not (vague or limited is not None)
        # "mellem 3 kr. og 5 kr.": the second is as vague as the first.
        left = _VAGUE.search(head) is not None and "mellem" in head.lower()
        yield replace(figure, sure=sure, cap=cap["cap"].lower() if cap else "")


def is_english(sentence: str) -> bool:
    """Tell whether a sentence is English: there a comma groups thousands."""
    return len(_ENGLISH.findall(sentence)) > len(_DANISH.findall(sentence))


def _is_doubtful(sentence: str, number: Number, figure: Figure, *, english: bool) -> bool:
    """Tell whether what stands right beside a figure leaves open how much it is."""
    for start in {figure.span.start, number.span.start}:
        if _BELOW_ZERO.search(sentence, max(0, start - 8), start):
            return True
    end = figure.span.end
    if _DIFFERS.match(sentence, end) or _FOOTNOTE.match(sentence, end):
        return True
    abroad = english or (
        "," in number.text and "dkk" in sentence[figure.span.start : number.span.start].lower()
    )
    return abroad and _TWO_WAYS.fullmatch(number.text) is not None


def _figure(
    sentence: str, number: Number, before: re.Match[str] | None, after: re.Match[str] | None
) -> Figure | None:
    scaled = _SCALED.search(number.text) or _THOUSANDS.match(sentence, number.span.end)
    if scaled or (number.other is not None and "," not in number.text):
        return None
    start = before.start() if before else number.span.start
    end = after.end() if after else number.span.end
    value, currency = number.value, KRONER if before else None
    if after and after["oere"]:
        value, currency = value / 100, KRONER
    elif after:
        currency = PERCENT if after["percent"] else KRONER
    decimals = len(number.text.partition(",")[2])
    if currency is None and not decimals:
        return None
    return Figure(Span(start, end), value, currency, decimals, sure=True)
