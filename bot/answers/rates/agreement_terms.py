"""Whether an agreement runs on a day: asked for by itself, or said before an amount of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.answers.finding.searches import for_fact
from bot.answers.rates import agreement_rates
from bot.answers.rates.mentions import gives_amount
from bot.answers.rates.standing import time_named
from bot.answers.rates.successors import of_the_time_asked
from bot.answers.rates.terms import Match, Term, known_terms
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import document_name
from bot.citations import Citation
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Found, View
from index.archive import Term as Word
from index.danish.calendar import MONTH_PATTERN
from index.danish.days import format_date
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.danish.words import term_set, tokens
from index.documents import Document, DocumentKind
from index.rates.rate import RateStatus, Validity
from index.search.coverage import stands
from index.spans import Span

_AGREEMENT = re.compile(r"\b\w*(?:aftale|overenskomst|agreement|contract|kontrakt)\w*\b")
_IN_FORCE = re.compile(
    r"\b(?:gaelder|gaeldende|i kraft|loeber|udloeb\w*|loebetid\w*|ophoer\w*|gyldig\w*|traeder"
    r"|traadte|begynder|begyndte|in force|valid|expires?|expired|ends?|ended|runs?|term|still"
    r"|apply|applies|effect|starts?|begins?)\b"
)
_ASKS = re.compile(
    r"^(?:(?:og|and|men|but)\s+)?(?:gaelder|er|loeber|is|are|does|do|has|har)\b"
    r"|\b(?:hvornaar|hvor laenge|when|how long|until when|til hvornaar|loebetid\w*)\b"
)
_SAYS_SO = re.compile(
    r"stadig|stadigvaek|endnu|fortsat|gaeldende|gaelder|kraft|loeber|udloeb\w*|loebetid\w*"
    r"|ophoer\w*|gyldig|laenge|hvornaar|traeder|begynder|still|in|force|valid|expire[sd]?|end|ends"
    r"|ended|runs?|out|term|apply|applies|effect|starts?|begins?|long|when|agreement|contract"
    r"|nye|nyeste|seneste|nuvaerende|gamle|forrige|tidligere|hidtidige|new|newest|latest|current"
    r"|present|old|previous|former"
)
"""Folded words that ask whether an agreement runs, and not which."""
_GOES_ON = re.compile(
    r"\b(?:forlænges?|fornyes|videreføres|fortsætter|genforhandles)\b"
    r"|\b(?:gælder|fortsætter|løber|anvendes)\b[^.]{0,60}\bindtil\b[^.]{0,40}\b(?:ny|anden|aftalt|aflø\w*)\b"
    r"|\b(?:prolonged|renewed|extended|continues?)\b|\buntil\b[^.]{0,40}\bnew\b",
    re.IGNORECASE,
)
"""What an agreement says of the time after it."""
_MAY_SAY_ITS_END = re.compile(
    r"\b(?:til|indtil|t\.o\.m\.|udløb\w*|ophør\w*|bortfald\w*|until|till|through|expir\w*|ends?|to)\s+(?:\w+\s+){0,3}?"
    rf"(?:den\s+|d\.\s*|the\s+)?(?:\d|(?:{MONTH_PATTERN})\b)"
    r"|\b(?:i|på|for)\s+(?:\w+\s+){1,2}?(?:\w*år|måneder|years?|months?)\b",
    re.IGNORECASE,
)
"""In the words that tell its beginning: a day of its end, or how long it runs."""
_LASTS = re.compile(
    r"\b(?:aftalen|overenskomsten|kontrakten|den|agreement|contract|it)\b[^.]{0,40}?\b(?:løber|gælder|varer|indgås|er\s+indgået|runs?|lasts?|is\s+made|is)\b"
    r"[^.]{0,20}?\b(?:i|for|på)\s+(?:\w+\s+){1,2}?(?:\w*år|måneder|years?|months?)\b",
    re.IGNORECASE,
)
"""How long it runs, said apart from when it begins."""
_OF_THE_WHOLE = re.compile(
    r"\b(?:\w*aftale\w*|\w*overenskomst\w*|honorarer\w*|takster\w*|satser\w*|vilkår\w*|den"
    r"|agreement\w*|contract\w*|fees|rates|terms)\b",
    re.IGNORECASE,
)
"""What that must be said of: a clause on one thing may hold until another comes."""


def answer(question: Question, view: View) -> Reply | None:
    """Return whether an agreement that is named runs on the day, `None` where none is asked for."""
    if not _asks(question):
        return None
    found = view.search(for_fact(question))
    named = _named(question, found, view)
    if not named:
        papers = _papers(question, found, view)
        return agreement_rates.answer(question, papers[0], view) if len(papers) == 1 else None
    meant = named[0] if len(named) == 1 else of_the_time_asked(named, question)
    if meant is None:
        return None
    draft = Draft(question.text, question.language)
    _write(draft, question, meant, view)
    return draft.reply(ReplyKind.FACT)


def of_paper(question: Question, paper: str, view: View) -> Reply | None:
    """Return whether the agreement of that id runs; `None` where that is not asked, or not told."""
    term = next((t for t in known_terms(view).values() if t.document.id == paper), None)
    if term is None or not _asks(question):
        return None
    draft = Draft(question.text, question.language)
    _write(draft, question, term, view)
    return draft.reply(ReplyKind.FACT)


def _asks(question: Question) -> bool:
    folded = fold(question.text).strip()
    asks = _AGREEMENT.search(folded) and _IN_FORCE.search(folded) and _ASKS.search(folded)
    return bool(asks) and not question.about_decision


def with_its_term(reply: Reply, question: Question, view: View) -> Reply:
    """Return a reply that quotes an amount of an agreement with what is to be known of it first.

    That is: that its term was over, or had not begun, on the day that is asked about.
    """
    if reply.kind is not ReplyKind.FACT:
        return reply
    draft = Draft(question.text, question.language)
    citations = list(reply.citations)
    before: list[str] = []
    for term in _terms_of(reply.citations[:1], view):
        status = _status(term.validity, question)
        document = view.document(term.document.id)
        known = next((c for c in citations if _is_at(c, document, term.span)), None)
        told = f"{question.text} {reply.citations[0].quote}" if question.period else question.text
        if status not in _SAID or known is not None or _names_its_time(told, question, term):
            continue
        citations.append(Citation(len(citations) + 1, document, term.span))
        words = _said(draft, _SAID[status], document, term.validity, question)
        before.append(f"{words} [{len(citations)}]")
    if not before:
        return reply
    return replace(reply, text="\n\n".join((*before, reply.text)), citations=tuple(citations))


def is_over(term: Term, question: Question, draft: Draft, view: View) -> str | None:
    """Return what is said of an agreement that does not run at the time asked, else `None`."""
    key = _SAID.get(_status(term.validity, question))
    document = view.document(term.document.id)
    return _said(draft, key, document, term.validity, question) if key else None


def _names_its_time(told: str, question: Question, term: Term) -> bool:
    """Tell whether words name a year for which nothing needs to be said of an agreement.

    That is a year of its own that is asked about without a period ("year 2022?"), or the year that
    is asked about, in the words that are quoted: they may tell of an earlier agreement.
    """
    years = [Validity(date(y, 1, 1), date(y, 12, 31)) for y in map(int, _YEAR.findall(told))]
    period = question.period
    if period is None:
        return any(term.validity.overlaps(year) for year in years)
    quoted = {int(year) for year in _YEAR.findall(told.removeprefix(question.text))}
    return bool(quoted & {day.year for day in (period.since, period.until) if day})


_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/])")
_SAID = {RateStatus.EXPIRED: "agreement_over", RateStatus.NOT_YET: "agreement_not_begun"}


def _terms_of(citations: Sequence[Citation], view: View) -> Iterator[Term]:
    """Yield the terms of the agreements of which an amount is quoted, each once."""
    quoted = {c.document.id for c in citations if gives_amount(c.quote)}
    for term in known_terms(view).values():
        if term.document.id in quoted and term.document.kind is DocumentKind.AGREEMENT:
            yield term


def _is_at(citation: Citation, document: Document, span: Span) -> bool:
    return citation.document.id == document.id and citation.span == span


def _named(question: Question, found: Found, view: View) -> list[Term]:
    """Return the agreements whose titles hold all that a question says of one."""
    terms = {id(term): term for term in known_terms(view).values()}.values()
    for but in (frozenset(), times_of(question)):
        named = [t for t in terms if is_titled(question, found, t.document.title, but)]
        if named:
            return named
    return []


def times_of(question: Question) -> frozenset[str]:
    """Return the words of the time at which an agreement may run: its title need not have them."""
    period = question.period
    return frozenset(t.folded for t in tokens(period.words)) if period else frozenset()


def _papers(question: Question, found: Found, view: View) -> list[str]:
    """Return the agreements with rates, of which nothing tells the term, that are named."""
    titles = {
        entry.document.id: entry.document.title
        for entry in view.rates()
        if entry.document.kind is DocumentKind.AGREEMENT
    }
    but = times_of(question)
    return [id_ for id_, title in titles.items() if is_titled(question, found, title, but)]


def is_titled(question: Question, found: Found, title: str, but: frozenset[str]) -> bool:
    """Tell whether a title holds all that a question says of an agreement, but for some words."""
    wanted = [t for t in found.terms if t.weight and not (_says_so(t) or t.text in but)]
    words = [token.folded for token in tokens(question.text)]
    return bool(wanted) and all(_holds(one, wanted, f"{title} {_kind(words)}") for one in wanted)


def _kind(words: Sequence[str]) -> str:
    """Return the words by which a question calls an agreement one: they need not be its title's."""
    return " ".join(word for word in words if _AGREEMENT.fullmatch(word) and len(word) <= _PLAIN)


_PLAIN = len("overenskomstens")
"""Letters of the longest word that says nothing but that it is an agreement."""


def _says_so(term: Word) -> bool:
    return all(_SAYS_SO.fullmatch(word) for word in term.text.split())


def _holds(term: Word, others: Sequence[Word], title: str) -> bool:
    """Tell whether a title has a word, or the word's part of a compound: "foot" in "fodterapi"."""
    if stands(term, term_set(title)):
        return True
    parts = {form for one in others for form in one.forms}
    return any(
        len(form) >= _SHORTEST and _is_part(form, token.folded, parts)
        for token in tokens(title)
        for form in term.forms
    )


_SHORTEST = 3
"""Letters of a part of a compound."""


def _is_part(form: str, word: str, parts: set[str]) -> bool:
    """Tell whether a compound is a form and another that is asked for, side by side."""
    if word.startswith(form):
        rest = word[len(form) :].removeprefix("s")
        return any(len(p) >= _SHORTEST and rest.startswith(p) and p != form for p in parts)
    return any(
        len(p) >= _SHORTEST
        and word.startswith(p)
        and word[len(p) :].removeprefix("s").startswith(form)
        for p in parts
        if p != form
    )


def _status(validity: Validity, question: Question) -> RateStatus:
    """Return whether a term holds at the time that is asked about; in a part of it is enough."""
    asked = question.days
    if validity.overlaps(asked):
        return RateStatus.IN_FORCE
    over = validity.until is not None and asked.since is not None and validity.until < asked.since
    return RateStatus.EXPIRED if over else RateStatus.NOT_YET


def _write(draft: Draft, question: Question, term: Term, view: View) -> None:
    document = view.document(term.document.id)
    status = _status(term.validity, question)
    phrase = _SAID.get(status) or (
        "agreement_runs" if term.validity.until else "agreement_runs_open"
    )
    # What its words may say of its end, but was not understood, is quoted and not denied.
    lasting = [] if term.validity.until else list(_saying(document, _LASTS))
    hidden = lasting or _MAY_SAY_ITS_END.search(term.span.of(document.text))
    if term.validity.until or not hidden:
        draft.add(_said(draft, phrase, document, term.validity, question))
    draft.heading(document_name(draft, document))
    draft.quote(document, term.span)
    for span in (*lasting, *_going_on(document)):
        if not draft.quotes(document, span):
            draft.quote(document, span)


def _going_on(document: Document) -> Iterator[Span]:
    """Yield what an agreement says of the time after its term."""
    return _saying(document, _GOES_ON)


def _saying(document: Document, said: re.Pattern[str]) -> Iterator[Span]:
    """Yield the sentences that say something of the whole agreement."""
    for section in document.sections:
        text = section.body.of(document.text)
        for span in sentences(text):
            if said.search(span.of(text)) and _OF_THE_WHOLE.search(span.of(text)):
                yield span.moved(section.body.start)


def write_after_term(draft: Draft, told: Sequence[Match], view: View, today: date) -> None:
    """Quote what agreements whose rates are told say of the time after them, when it has come."""
    over = [m for m in told if m.term is not None and _is_over(m.term, today)]
    for id_ in dict.fromkeys(match.entry.document.id for match in over):
        document = view.document(id_)
        places = [span for span in _going_on(document) if not draft.quotes(document, span)]
        if document.kind is DocumentKind.AGREEMENT and places:
            draft.say("rate_after_term")
            draft.quote(document, places[0])


def _is_over(term: Term, today: date) -> bool:
    return term.validity.until is not None and term.validity.until < today


def _said(
    draft: Draft, key: str, document: Document, validity: Validity, question: Question
) -> str:
    def day(one: date | None) -> str:
        return format_date(one, draft.language) if one else ""

    return draft.phrase(
        key,
        agreement=plain(document.title),
        since=day(validity.since),
        until=day(validity.until),
        when=time_named(draft, question.period, question.today),
    )
