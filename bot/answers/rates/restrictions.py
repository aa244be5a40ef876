"""What a source says of whom or what a rate does not hold for: footnotes, and sentences behind it.

A rate that is told without them would be told of people who need not pay it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from bot.answers.rates.terms import Match
from bot.answers.telling.draft import Draft
from index.archive import View
from index.danish.sentences import sentences
from index.danish.words import term_set
from index.documents import Document
from index.rates.rate import Origin
from index.spans import Span
from index.table_lines import BETWEEN

SHOWN = 3
"""Sentences and footnotes quoted at most."""
_FAR = 4_000
"""Characters behind a row in which a footnote of its table stands."""
_BEHIND = 3
"""Sentences behind a rate that may limit it."""
_FAR_BEHIND = 8
"""Sentences behind it of which one may speak of all amounts."""
_MARK = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹]|(?<!\*)\*{1,3}(?!\*)\)?|(?<=[^\s\d(])[1-9]\)")
_LIMITS = re.compile(
    r"\b(?:gælder|betales|opkræves|ydes|udbetales|pålægges|beregnes|dækker|omfatter)\b[^.;]{0,30}\b(?:ikke|kun|alene)\b"
    r"|\b(?:kan|må)\s+(?:kun|alene)\b|\b(?:betinget|forudsætter)\b|\ber\s+en\s+(?:betingelse|forudsætning)\b"
    r"|\b(?:forhøjes|nedsættes|tillægges)\b[^.;]{0,40}\bmed\s+\d"
    r"|\b(?:er|udgør)\s+(?:det|den|beløbet|honoraret|prisen|taksten|satsen)\s+[\d.,]+\s*kr\b"
    r"|\b(?:undtage[tn]|undtages|fritage[tsn]?|fritaget|friholdes|bortset\s+fra|med\s+undtagelse|gratis)\b"
    r"|\b(?:ekskl|eksklusive|inkl|inklusive)\b\.?\s*(?:\w+\s+)?moms|\b(?:med|uden)\s+moms\b"
    r"|\b(?:does|do|is|are)\s+not\s+(?:apply|charged|paid|payable|cover|include)\w*"
    r"|\bappl(?:y|ies)\s+only\b|\b(?:except|exempt|excluding|including)\b|\bfree\s+of\s+charge\b",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:hvis|såfremt|forudsat|(?:under|med)\s+(?:den\s+)?forudsætning|med\s+forbehold|betinget\s+af|med\s?mindre"
    r"|if|provided|subject\s+to|conditional|unless)\b",
    re.IGNORECASE,
)
"""In the words of a rate: it holds on a condition, which its line does not tell."""
_AT_LEAST = re.compile(
    r"\bdog\s+(?:mindst|minimum|højst|maks\w*|max|kun|ikke|tidligst|senest)\b"
    r"|\b(?:but|however),?\s+(?:at\s+(?:least|most)|only|not)\b",
    re.IGNORECASE,
)
"""In the words of a rate: how much is paid at least, or for what."""
_OF_IT = re.compile(
    r"\b(?:den|det|de|dette|denne|beløb\w*|takst\w*|sats\w*|pris\w*|honorar\w*|gebyr\w*|betaling\w*|afgift\w*"
    r"|it|they|this|these|amounts?|rates?|fees?|prices?|charges?)\b",
    re.IGNORECASE,
)
"""How a sentence speaks of the rate before it."""
_OF_THEM = re.compile(
    r"\b(?:beløbene|taksterne|satserne|priserne|honorarerne|gebyrerne|the\s+(?:amounts|rates|fees|prices))\b",
    re.IGNORECASE,
)
"""How it speaks of several."""
_AMOUNT = re.compile(r"\d\s*(?:kr\b|kroner\b|dkk\b|%|pct\b)", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\b(?:alle|samtlige|all)\s+(?:\w+\s+)?(?:beløb\w*|takster\w*|satser\w*|priser\w*|honorarer\w*|gebyrer\w*"
    r"|amounts|rates|fees|prices)\b|^\W*(?:beløbene|taksterne|satserne|priserne|honorarerne|gebyrerne|the\s+(?:amounts"
    r"|rates|fees|prices))\b",
    re.IGNORECASE,
)


def write_restrictions(draft: Draft, told: Sequence[Match], view: View) -> None:
    """Quote what limits the rates that are told, where their papers say so behind them."""
    places: dict[tuple[str, Span], Document] = {}
    own: dict[tuple[str, Span], Document] = {}
    for match in told:
        rate = match.rate
        if rate.origin is Origin.EXTRACTED and not rate.corrected:
            document = view.document(match.entry.document.id)
            words = rate.span.of(document.text)
            limits = (_IF, _LIMITS, _AT_LEAST)
            if not _is_row(document.text, rate.span) and any(x.search(words) for x in limits):
                own.setdefault((document.id, rate.span), document)
            for place in restrictions(document, rate.span, rate.all_names):
                places.setdefault((document.id, place), document)
    _write(draft, places, own)


def write_row_restrictions(draft: Draft, document: Document, row: Span) -> None:
    """Quote what limits the amounts of a row that is quoted."""
    _write(draft, {(document.id, place): document for place in restrictions(document, row)})


def _write(
    draft: Draft,
    places: Mapping[tuple[str, Span], Document],
    own: Mapping[tuple[str, Span], Document] = MappingProxyType({}),
) -> None:
    """Quote places, each once, below the sentences of rates that limit themselves."""
    unsaid = [(document, place) for (_, place), document in own.items()]
    unsaid += [
        (document, place)
        for (_, place), document in places.items()
        if not draft.quotes(document, place)
        # A sentence of a footnote is quoted with it.
        and not any(place != o and d == document.id and o.contains(place) for d, o in places)
    ]
    if not unsaid:
        return
    draft.heading(draft.phrase("rate_limits_heading"))
    for document, place in unsaid[:SHOWN]:
        draft.quote(document, place)


def restrictions(document: Document, told: Span, names: Sequence[str] = ()) -> Iterator[Span]:
    """Yield the footnotes that a rate's words point to, and the sentences behind that limit it."""
    around = [s.span.end for s in document.sections if s.span.contains(told)]
    text = document.text
    yield from _footnotes(text, told)
    text = text[: min(around, default=len(text))]
    words = term_set(" ".join(names))
    for count, place in enumerate(_behind(text, told)):
        said = place.of(text)
        if not _LIMITS.search(said) or (count >= _BEHIND and not _OF_ALL.search(said)):
            continue
        # "Prisen" is that of the last amount before it.
        last = not _AMOUNT.search(text[told.end : place.start])
        of_it = last and _OF_IT.search(said) is not None
        of_it = of_it or _OF_THEM.search(said) is not None or not words.isdisjoint(term_set(said))
        if _OF_ALL.search(said) or (of_it and not _is_row(text, told)):
            yield place


def _is_row(text: str, told: Span) -> bool:
    return BETWEEN in told.of(text)


def _footnotes(text: str, told: Span) -> Iterator[Span]:
    """Yield the lines behind a rate that begin with a mark that stands in its words."""
    marks = set(_MARK.findall(told.of(text)))
    at = told.end
    while marks and 0 <= at < min(len(text), told.end + _FAR):
        start = text.find("\n", at) + 1
        if not start:
            return
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if any(line.lstrip().startswith(mark) for mark in marks) and BETWEEN not in line:
            yield Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
        at = end


def _behind(text: str, told: Span) -> Iterator[Span]:
    """Yield the sentences behind a rate: of its paragraph, or below the table it is a row of."""
    end = told.end
    if _is_row(text, told):
        yield from _below_table(text, end)
        return
    stop = text.find("\n\n", end)
    line = text[end : stop if stop >= 0 else len(text)]
    for place in sentences(line)[:_FAR_BEHIND]:
        yield place.moved(end)


def _below_table(text: str, at: int) -> Iterator[Span]:
    """Yield the sentences of the first paragraphs below the table that holds a place."""
    told = 0
    for line in re.finditer(r"[^\n]+", text[at : at + _FAR]):
        words = line[0].strip()
        if BETWEEN in words:
            if told:
                return
            continue
        if not words or words.startswith("#"):
            continue
        told += 1
        if told > _BEHIND:
            return
        for place in sentences(line[0]):
            yield place.moved(at + line.start())
