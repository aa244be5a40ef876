"""Numbers by which a person is known, masked in place: whoever shows a text shows none of them.

Civil registration numbers (`civil_numbers`) are found by their form; numbers of passports, driving
licences, health cards, residence permits and bank accounts where a label says what they are. For
what leaves to a language model, addresses of electronic mail and telephone numbers are masked too;
in answers they are what is asked for.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from index.danish.civil_numbers import Place, civil_numbers
from index.danish.flattening import Flat, flattened
from index.spans import Span

PERSONAL = "░"
"""Stands for one digit or letter of a number that is masked; what parts them stays."""

_NR = r"(?:nummer|numre|nr|no|number)"
_PAPERS = re.compile(
    r"(?<![^\W\d_])(?:"
    rf"pas(?:sets)?[ -]?{_NR}|pas(?:set)? med {_NR}|passport {_NR}"
    rf"|kørekort(?:et)?s?[ -]?(?:{_NR})?|driv(?:ing|er'?s) licen[cs]e(?: {_NR})?"
    rf"|(?:sundhedskort|sygesikrings?(?:kort|bevis)?|health (?:insurance )?card)(?:et)?s?[ -]?{_NR}"
    rf"|(?:opholdstilladelse|opholdskort|udlændinge|residence permit)(?:s|n|ns|t|ts)?[ -]?{_NR}"
    rf"|(?:person|udlændinge|borger|patient)-?id(?:[ -]?{_NR})?"
    r")[.:# ]{0,4}(?P<number>(?-i:[A-Z]{0,3}) ?\d(?:[ -]?\d){5,13})(?![^\W_])(?! ?kr\b)",
    re.IGNORECASE,
)
_ACCOUNT = rf"(?:bank|løn|nem)?(?:konto|kto|account)\.?[ -]?(?:{_NR})?[.:# ]{{0,4}}"
_BANK = re.compile(
    r"(?<![^\W\d_])(?:"
    # Reg.nr. 1234 kontonr. 0123456789; konto 1234-0123456789; DK50 0040 0440 1162 43
    rf"reg(?:istrerings)?\.?[ -]?(?:{_NR})?[.:# ]{{0,4}}\d{{4}}[ ,;/-]{{0,3}}(?:og )?"
    rf"(?:{_ACCOUNT})?(?P<account>\d(?:[ .]?\d){{5,9}})"
    rf"|{_ACCOUNT}(?P<both>\d{{4}}[ -]{{1,3}}\d(?:[ .]?\d){{6,9}})"
    r"|(?P<iban>DK\d\d(?:[ ]?\d{4}){3}[ ]?\d\d)"
    r")(?![^\W_])(?![-/]\d)(?! ?kr\b)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,24}(?!\w)")
_PHONE = re.compile(
    r"(?<![^\W_])(?<!\d[-/., ])(?:(?:\+|00)\d{2,3}[ ]?)?"
    r"(?:\d\d[ ]\d\d[ ]\d\d[ ]\d\d|\d{4}[ ]\d{4})(?![^\W_])(?![-/., ]\d)"
    r"|(?<![^\W_])(?:\+|00)\d{2,3}[ ]?\d(?:[ -]?\d){6,11}(?![^\W_])"
    r"|(?:tlf|telefon|mobil|phone|tel|fax)(?:nummer|nr| no)?[.:# ]{0,4}"
    r"(?P<labelled>\d(?:[ -]?\d){5,11})",
    re.IGNORECASE,
)
_ENOUGH_DIGITS = re.compile(r"(?:\d\D{0,6}){3}\d")
"""Most lines hold no number at all."""


def personal_spans(text: str) -> tuple[Span, ...]:
    """Return where the numbers of persons stand in a text, in order and apart."""
    return _spans(text, (civil_numbers, _papers_and_accounts))


def contact_spans(text: str) -> tuple[Span, ...]:
    """Return where addresses of electronic mail and telephone numbers stand, in order and apart."""
    return _spans(text, (_contacts,))


def masked(text: str) -> str:
    """Return the text with every personal number masked, as long as it was.

    Digits and letters of it become `PERSONAL`, so that every other place stays true.
    """
    return _blotted(text, personal_spans(text))


def masked_for_models(text: str) -> str:
    """Return the text as it may leave for a model: addresses and telephones are masked as well."""
    return _blotted(masked(text), contact_spans(text))


def is_masked(text: str) -> bool:
    """Tell whether something in a text was masked."""
    return PERSONAL in text


def says_something(text: str) -> bool:
    """Tell whether a text holds a letter, a digit, or one that was masked."""
    return any(c.isalnum() or c == PERSONAL for c in text)


def _spans(text: str, finders: Iterable[Callable[[str], Iterator[Place]]]) -> tuple[Span, ...]:
    flat = flattened(text)
    if "@" not in text and not _ENOUGH_DIGITS.search(flat.text):
        return ()
    found = sorted({place for finder in finders for place in finder(flat.text)})
    return tuple(_united(_real(flat, place) for place in found))


def _real(flat: Flat, place: Place) -> Span:
    start, end = place
    return Span(flat.at(start), flat.at(end - 1) + 1)


def _united(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if last is not None and span.start < last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _papers_and_accounts(text: str) -> Iterator[Place]:
    for found in _PAPERS.finditer(text):
        yield found.span("number")
    for found in _BANK.finditer(text):
        yield found.span(found.lastgroup or 0)


def _contacts(text: str) -> Iterator[Place]:
    for found in _MAIL.finditer(text):
        yield found.span()
    for found in _PHONE.finditer(text):
        yield found.span("labelled") if found["labelled"] else found.span()


def _blotted(text: str, spans: Iterable[Span]) -> str:
    parts, at = [], 0
    for span in spans:
        blot = "".join(PERSONAL if c.isalnum() else c for c in span.of(text))
        parts += [text[at : span.start], blot]
        at = span.end
    return "".join((*parts, text[at:]))
