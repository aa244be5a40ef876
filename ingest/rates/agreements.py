"""Which agreement a document is about, and when it says that it runs."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from index.danish.days import find_dates
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.documents import Document, DocumentKind, MinutesStatus, Section
from index.rates.agreements import agreement_key
from index.rates.rate import Agreement, Validity
from index.spans import Span
from ingest.rates.listed.price_lists import HEAD_LENGTH, term_of_list
from ingest.rates.sentences.qualifiers import NAMED_AGREEMENT
from ingest.rates.sentences.validities import BEFORE_A_DAY, validity_from
from ingest.rates.supplements import amended_by

_NAME = re.compile(rf"(?<![\w-]){NAMED_AGREEMENT}")
_SPEAKS_OF_ONE = re.compile(r"overenskomst|aftale|\b(?:L?OK|OVK)[ -]?\d", re.IGNORECASE)
_IT = (
    r"\b(?:(?P<called>\w+)?(?:aftalen|overenskomsten|kontrakten)s?"
    r"|aftaleperioden|overenskomstperioden|den)\b"
)
"""How an agreement speaks of itself: "tillægsaftalen" is another, unless the paper is called so."""
_RUNS = re.compile(
    rf"{_IT}(?:[^.]|(?<=\d)\.){{0,60}}?"
    r"\b(?:træder\s+i\s+kraft|trådte\s+i\s+kraft|har\s+virkning|får\s+virkning|gælder|er\s+gældende|løber"
    r"|er|start|ikrafttræden|ikrafttrædelse|begynder|omfatter\s+perioden|dækker\s+perioden)\b",
    re.IGNORECASE,
)
_LASTS = r"(?:gælder|løber|er\s+gældende|har\s+virkning)"
_UNTIL = r"(?:(?:frem\s+)?(?:til(?:\s+og\s+med)?|indtil|t\.o\.m\.))"
_OF_ITSELF = (
    r"(?:\s+(?:uden|automatisk)(?:\s+(?:yderligere|forudgående))?(?:\s+(?:varsel|opsigelse))?)?"
)
"""That nobody has to give notice, where it is said."""
_THE = r"(?:den\s+|d\.\s*)?"
"""What may stand right before a day."""
_ENDS = re.compile(
    rf"{_IT}[^.]{{0,40}}?\b(?:(?:udløber|udløb|ophører|ophørte|bortfalder|bortfaldt)\b{_OF_ITSELF}"
    rf"(?:\s+(?:med|pr\.?|ved))?|{_LASTS}\s+{_UNTIL})\s+{_THE}$",
    re.IGNORECASE,
)
"""What stands before the last day, where no first one is told with it."""
_HEADED = re.compile(
    r"\W*(?:\d[\d.]*\s+)?\w*(?:aftale|overenskomst|kontrakt)\s+(?:om|for|mellem|vedr)", re.I
)
"""A heading that is the name of an agreement."""
_ONLY_IF = re.compile(r"\b(?:hvis|såfremt|medmindre|kan|skal|foreslås|ønskes?)\b", re.IGNORECASE)
_APART = 1_000
"""Characters from the beginning to the end of an agreement that are cited as one place, at most."""
_FOR_YEARS = (
    r"(?:i\s+(?:en\s+periode\s+på\s+)?(?:\d{1,2}|et|ét|to|tre|fire|fem|seks|syv|otte|ti)\s+"
    r"(?:(?:hele|fulde)\s+)?(?:aftale|overenskomst|kalender)?(?:år|måneder)\s+)"
)
"""How long an agreement runs, before the day on which it ends."""
_BETWEEN = re.compile(
    rf"^\s*(?:(?:,?\s*og\s+(?:den\s+)?{_LASTS}\s+)?{_FOR_YEARS}?{_UNTIL}"
    rf"|[-–]|og\s+(?:udløber|ophører|bortfalder){_OF_ITSELF})\s+{_THE}$",
    re.IGNORECASE,
)
_LEADS_TO_DATE = re.compile(
    r"(?:træder\s+i\s+kraft|trådte\s+i\s+kraft|virkning|gælder|gældende|løber|er|start|perioden|begynder"
    r"|ikrafttræden|ikrafttrædelse)\s+"
    rf"{_FOR_YEARS}?"
    rf"(?:fra(?:\s+og\s+med)?\s+|pr\.?\s+)?{_THE}$",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"[\s*_#>|-]*(?:\(?(?:gældende|gyldig|gælder|løber|løbetid(?:en)?|aftaleperiode(?:n)?|overenskomstperiode(?:n)?"
    r"|aftalens\s+løbetid|periode(?:n)?|ikrafttræden|valid(?:ity)?|in\s+force|effective|applies|term|period)"
    rf"[\s*_]*[:.]?[\s*_]*{BEFORE_A_DAY})$",
    re.IGNORECASE,
)
"""What stands before the first day on a line under the title of an agreement: "Gældende fra"."""
_TITLE_LENGTH = 200
"""Characters at the top of an agreement in which it names itself."""


def agreement_of(document: Document) -> str | None:
    """Return the short name of the one agreement that a document is, or is about.

    An agreement names itself in its head, other papers in their title. Where several are named,
    none can be said to be meant. A list of prices that says from when it applies is one as well.
    A supplement is about the agreement that it amends.
    """
    if (amended := amended_by(document)) is not None:
        return amended
    if document.kind is DocumentKind.AGREEMENT:
        return _own_name(document)
    if (listed := term_of_list(document)) is not None:
        return listed.name
    if not _SPEAKS_OF_ONE.search(document.title):
        return None
    return _only(_NAME.findall(document.title))


def terms_of(document: Document, agreement: str | None) -> tuple[Agreement, ...]:
    """Return when the document's agreement runs, as far as its words say it."""
    if agreement is None or amended_by(document) is not None:
        return ()  # when a supplement begins is not when its agreement does
    if document.status is MinutesStatus.DRAFT and document.kind is DocumentKind.AGREEMENT:
        return ()  # nobody has agreed yet on when it runs
    if (listed := term_of_list(document)) is not None:
        return (listed,)
    told = _as_one(tuple(_terms(document, agreement)))
    if document.kind is DocumentKind.AGREEMENT and not told:
        return tuple(_head_terms(document, agreement))
    return told


def _as_one(told: tuple[Agreement, ...]) -> tuple[Agreement, ...]:
    """Join a beginning and an end that are told apart; an end in doubt is left out."""
    begun = [one for one in told if one.validity.since is not None]
    ended = [one for one in told if one.validity.since is None]
    if not begun:
        return tuple(ended[:1]) if len({one.validity.until for one in ended}) == 1 else ()
    if len(begun) != 1 or len(ended) != 1 or begun[0].validity.until is not None:
        return tuple(begun)
    first, last = sorted((begun[0], ended[0]), key=lambda one: one.span.start)
    whole = Span(first.span.start, last.span.end)
    since, until = begun[0].validity.since, ended[0].validity.until
    if len(whole) > _APART or since is None or until is None or until <= since:
        return tuple(begun)
    return (Agreement(begun[0].name, Validity(since, until), whole),)


def _head_terms(document: Document, agreement: str) -> Iterator[Agreement]:
    """Yield the term of an agreement by a line of its head, without a verb and a subject."""
    start = 0
    for line in document.text[:HEAD_LENGTH].splitlines(keepends=True):
        dates = find_dates(line)
        if dates and _LINE.fullmatch(line[: dates[0][0].start]):
            validity = validity_from(line, dates)
            if validity is not None:
                yield Agreement(agreement, validity, Span(start, start + len(line.rstrip())))
                return
        start += len(line)


def _terms(document: Document, agreement: str) -> Iterator[Agreement]:
    headed = [s for s in document.sections if _is_headed_by_one(s, document)]
    several = len({section.heading for section in headed}) > 1
    for section in document.sections:
        if several and section in headed:
            continue  # a paper on several agreements is none of them
        body = section.span.of(document.text)
        for span in sentences(body):
            words = span.of(body)
            validity = _term(words, document.title) or _last_day(words, document.title)
            if validity is None:
                continue
            named = {agreement_key(name) for name in _NAME.findall(words)}
            if not named or named == {agreement_key(agreement)}:
                start = section.span.start
                yield Agreement(agreement, validity, span.moved(start))


def _is_headed_by_one(section: Section, document: Document) -> bool:
    """Tell whether a section is headed by an agreement that the paper is not called by."""
    heading = section.heading or ""
    return _HEADED.match(heading) is not None and fold(heading) not in fold(document.title)


def _last_day(sentence: str, title: str) -> Validity | None:
    """Return the term of which a sentence tells the end alone."""
    for span, day in find_dates(sentence):
        ends = _ENDS.search(sentence[: span.start])
        if ends is not None and _is_it(ends["called"], title) and not _ONLY_IF.search(sentence):
            return Validity(None, day)
    return None


def _is_it(called: str | None, title: str) -> bool:
    """Tell whether the first part of what an agreement is called stands in the paper's title."""
    return called is None or fold(called) in fold(title)


def _term(sentence: str, title: str) -> Validity | None:
    runs = _RUNS.search(sentence)
    if runs is None or not _is_it(runs["called"], title):
        return None
    dates = [(span, day) for span, day in find_dates(sentence) if span.start >= runs.start()]
    for place, (span, day) in enumerate(dates):
        if not _LEADS_TO_DATE.search(sentence[: span.start]):
            continue
        until = _end(sentence, span, dates[place + 1 :])
        return Validity(day, until) if until is None or until > day else None
    return None


def _end(sentence: str, start: Span, later: Sequence[tuple[Span, date]]) -> date | None:
    for span, day in later[:1]:
        if _BETWEEN.match(sentence[start.end : span.start]):
            return day
    return None


def _own_name(document: Document) -> str:
    """Return what an agreement calls itself for short, else its title."""
    title = " ".join(fold(document.title).split())
    for one in document.abbreviations:
        if " ".join(fold(one.long).split()) in title:
            return one.short
    return _only(_NAME.findall(document.text[:_TITLE_LENGTH])) or document.title


def _only(names: Sequence[str]) -> str | None:
    keys = {agreement_key(name): name for name in reversed(names)}
    return next(iter(keys.values())) if len(keys) == 1 else None
