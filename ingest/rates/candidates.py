"""Rates in the words of a document: candidates, each with the sentence it stands in.

A figure is taken for a rate only where the words around it say per what it is counted, or call it a
rate. What is not said (a unit, a year, from when) stays unknown. Better to miss one than to
state a wrong one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.danish.sentences import sentences
from index.decisions import Decision, Outcome
from index.documents import MEETING_PAPERS, Document, MinutesStatus, Section, SectionKind
from index.rates.motions import Fate, fate_of, speaks_of_motion
from index.rates.rate import Agreement, Doubt, DoubtKind, Rate, Validity
from index.spans import Span
from ingest.rates.agreements import agreement_of, terms_of
from ingest.rates.listed.fee_lists import fees_in
from ingest.rates.listed.table_rows import read_table_row
from ingest.rates.rulings.adopted import adopted_in
from ingest.rates.rulings.as_recommended import as_recommended
from ingest.rates.rulings.carried import is_taken_as_it_stands, with_carried
from ingest.rates.rulings.decided_days import with_decided_days
from ingest.rates.rulings.named import with_named
from ingest.rates.rulings.of_clauses import ruling_of
from ingest.rates.rulings.overruled import with_overruled
from ingest.rates.rulings.replaced import with_ends
from ingest.rates.sentences.clauses import Sentence, read_sentence
from ingest.rates.sentences.declared import declared_at_top, declared_for
from ingest.rates.sentences.disclaimers import homes_in, is_example
from ingest.rates.sentences.figures import find_figures
from ingest.rates.sentences.leads import LONGEST_LEAD, Lead, is_point, lead_of
from ingest.rates.sentences.misprints import with_doubts, with_leaps
from ingest.rates.sentences.topics import Topic, topic_of
from ingest.rates.supplements import with_first_day

_ABBREVIATED = re.compile(r"(?<!\w)(?:kr|pct)\.\s*$", re.IGNORECASE)
_HEAD = 400
"""Characters at the top of a paper in which it says whose it is."""
_CLAUSE = 160
"""Characters kept of a clause beside the one that gives an amount."""
_MOST_CLAUSES = 4
_NO_RATES = frozenset({SectionKind.ATTENDANCE})


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says of rates."""

    rates: tuple[Rate, ...] = ()
    agreements: tuple[Agreement, ...] = ()


def find_rates(document: Document, table_rows: Sequence[Span] = ()) -> Said:
    """Return the rates that a document's words give, in the order of the text.

    Args:
        document: Read and understood.
        table_rows: Where rows of tables stand whose values carry the names of their columns.
    """
    agreement = agreement_of(document)
    at_top = declared_at_top(document) if table_rows else ""
    found: list[Rate] = []
    for section in document.sections:
        headings = filter(None, (*section.path, section.heading))
        if section.kind not in _NO_RATES and not any(map(is_example, headings)):
            found += _in_section(document, section, table_rows, agreement, at_top)
    found = sorted([*found, *fees_in(document)], key=lambda rate: rate.span)
    dated = with_decided_days(with_named(with_leaps(found), document), document)
    dated = as_recommended(dated, document)
    decided = with_carried(with_overruled(dated, document), document)
    whole = with_first_day(with_ends(decided, document), document)
    return Said(tuple(whole), terms_of(document, agreement))


def _in_section(
    document: Document,
    section: Section,
    rows: Sequence[Span],
    agreement: str | None,
    at_top: str,
) -> list[Rate]:
    context = _context(document, section, agreement)
    if context is None:
        return []
    moves = speaks_of_motion(section.span.of(document.text))
    declared = declared_for(section.span.of(document.text), at_top) if rows else ""
    adopted = adopted_in(document, section.item) if section.item is not None else None
    found: list[Rate] = []
    listed: list[Rate] = []
    lead: Lead | None = None
    fresh = False
    last = Span(section.span.start, section.span.start)
    above, read_to = "", 0
    topic: Topic | None = None
    for span in _sentences(document, section):
        text = span.of(document.text)
        apart = "\n\n" in document.text[last.end : span.start]
        just_before = "" if apart else " ".join(last.of(document.text).split())
        topic = None if apart else topic_of(last.of(document.text), topic)
        last = span
        here = [row for row in rows if row.overlaps(span)]
        if here:
            found += _listed(listed)
            lead, listed = None, []
            for row in here:  # one that holds several sentences is read once
                if row.start >= read_to:
                    before = above if declared in above else f"{declared} {above}"
                    whole = replace(context, text=row.of(document.text), span=row, before=before)
                    found += with_doubts(read_table_row(whole))
            read_to = max(read_to, here[-1].end)
            continue
        above = " ".join(text.split())[-LONGEST_LEAD:]
        if lead is not None and not (is_point(text) or fresh):
            found += _listed(listed)
            lead, listed = None, []
        ruled, day = _ruled(context, document, section, span)
        here_said = replace(ruled, text=text, span=span, lead=lead, before=just_before, topic=topic)
        if adopted is not None and span.overlaps(adopted):
            here_said = replace(here_said, decided=True)
        fate = _fate(document, section, span) if moves else None
        if fate is Fate.FELL:
            continue
        read = _from(day, read_sentence(_moved(here_said) if fate is Fate.OPEN else here_said))
        fresh = False
        if read:
            if lead is not None:
                listed += read
                lead = replace(lead, kroner=True)
            else:
                found += with_doubts(read)
        elif new := lead_of(text, span):
            found += _listed(listed)
            lead, listed, fresh = new, [], True
    return [*found, *_listed(listed)]


def _ruled(
    context: Sentence, document: Document, section: Section, span: Span
) -> tuple[Sentence, date | None]:
    """Return what holds for a sentence by what was decided on it, and from which day it does."""
    decision = document.decision_of(section.item) if section.item is not None else None
    if section.kind is not SectionKind.RECOMMENDATION or decision is None:
        return context, None
    ruling = ruling_of(document, decision, span)
    if ruling is None:
        return context, None
    return replace(context, doubts=(), decided=True), ruling.since


def _from(day: date | None, rates: Sequence[Rate]) -> list[Rate]:
    """Return rates from a day on that a decision names, where it names one."""
    if day is None:
        return list(rates)
    ends = (rate.validity.until for rate in rates)
    times = [Validity(day, until if until and until >= day else None) for until in ends]
    return [replace(rate, validity=time) for rate, time in zip(rates, times, strict=True)]


def _fate(document: Document, section: Section, span: Span) -> Fate | None:
    text = document.text
    return fate_of(span.of(text), text[span.end : section.span.end])


def _moved(sentence: Sentence) -> Sentence:
    """Return a sentence whose amounts are those of a motion, of which nothing says what became."""
    known = any(doubt.kind is DoubtKind.PROPOSED for doubt in sentence.doubts)
    doubts = sentence.doubts if known else (*sentence.doubts, Doubt(DoubtKind.PROPOSED))
    return replace(sentence, doubts=doubts, decided=False)


def _listed(rates: Sequence[Rate]) -> list[Rate]:
    """Return the rates of one list with doubts: within each point, and among all."""
    points: dict[Span, list[Rate]] = {}
    for rate in rates:
        points.setdefault(rate.span, []).append(rate)
    return with_doubts([rate for point in points.values() for rate in with_doubts(point)])


def _sentences(document: Document, section: Section) -> Iterator[Span]:
    # With the heading: "Stk. 2. Mentorer honoreres med …" may be taken for one.
    start = section.span.start
    text = section.span.of(document.text)
    begun: Span | None = None
    for span in sentences(text):
        if begun is not None and _goes_on(text, begun, span):
            begun = Span(begun.start, span.end)
            continue
        if begun is not None:
            yield Span(start + begun.start, start + begun.end)
        begun = span
    if begun is not None:
        yield Span(start + begun.start, start + begun.end)


def _goes_on(text: str, one: Span, following: Span) -> bool:
    """Tell whether what was parted after "kr." is one sentence: "5 kr. (2025), 6 kr. (2026)"."""
    beside = "\n" not in text[one.end : following.start]
    opens = text[following.start : following.start + 1]
    return beside and opens in "(," and _ABBREVIATED.search(text[: one.end]) is not None


def _context(document: Document, section: Section, agreement: str | None) -> Sentence | None:
    """Return what holds for every sentence of a section, `None` for what was rejected whole."""
    item = document.items[section.item] if section.item is not None else None
    decision = document.decision_of(section.item) if section.item is not None else None
    proposal = section.kind is SectionKind.RECOMMENDATION
    if proposal and decision is not None and decision.outcome is Outcome.REJECTED:
        return None
    # What only a draft says, nobody has adopted; what minutes say in draft, somebody has.
    drafted = document.status is MinutesStatus.DRAFT and document.kind not in MEETING_PAPERS
    # "Det indstilles, at taksten fastsættes til …": approved as it stands, it is decided.
    approved = decision is not None and is_taken_as_it_stands(decision, document)
    beside = _clauses(document, decision) if proposal and decision is not None else ()
    headings = (item.title if item else None, *section.path, section.heading, *beside)
    return Sentence(
        text="",
        span=section.body,
        about=" · ".join(dict.fromkeys(part for part in headings if part)),
        agreement=agreement,
        doubts=(Doubt(DoubtKind.PROPOSED),) if drafted or (proposal and not approved) else (),
        decided=proposal and approved,
        title=document.title,
        home=homes_in(f"{document.title}\n{document.body or ''}\n{document.text[:_HEAD]}"),
    )


def _clauses(document: Document, decision: Decision) -> tuple[str, ...]:
    """Return the clauses of a recommendation that give no amount: they say what it is about.

    Of "at maden leveres kold" and "at prisen for en portion er 40 kr.", the price is for cold food.
    """
    told = (" ".join(span.of(document.text).split()) for span in decision.recommendation)
    if len(decision.recommendation) > _MOST_CLAUSES:
        return ()
    # With a full stop, none is taken for a heading.
    return tuple(f"{one[:_CLAUSE].rstrip('.')}." for one in told if not find_figures(one))
