"""One sentence into its rates: figures, what each is for, and what stands beside it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.rates.codes import codes_in
from index.rates.rate import UNDATED, Doubt, DoubtKind, Origin, Rate
from index.rates.units import KRONER, Unit, ordered
from index.spans import Span
from ingest.rates.sentences.claims import heading_of_fees, is_listed_fee, makes_rate
from ingest.rates.sentences.comparisons import (
    ended_before,
    is_compared,
    is_successor,
    time_after,
    time_before,
)
from ingest.rates.sentences.conditions import condition_of
from ingest.rates.sentences.disclaimers import awaits, is_of_before, may_state, proposes
from ingest.rates.sentences.ellipses import name_in, opening_in
from ingest.rates.sentences.figures import find_figures
from ingest.rates.sentences.leads import Lead, is_point
from ingest.rates.sentences.qualifiers import NONE, Qualifiers, read_anywhere
from ingest.rates.sentences.readings import Reading, readings_of
from ingest.rates.sentences.subjects import (
    LONGEST,
    Subject,
    after_tail,
    in_head,
    in_tail,
    last_clause,
    says_something,
    says_who_pays,
)
from ingest.rates.sentences.timed_names import in_each_year, named_unit
from ingest.rates.sentences.topics import Topic, taken_on

_NEW_SUBJECT = re.compile(
    r"[\s,;.)]*(?:(?:og|samt|mens|men)\s+(?:til|for)\s+[^,;]+$"
    r"|(?:(?:og|samt|mens|men)\s|;|\.\s)[^,;]*(?:\b(?:er|var|udgør|udgjorde|koster|med|på|til)|:)\s*$)",
    re.IGNORECASE | re.DOTALL,
)
"""Words between two figures that begin something new: "og parkering med", "og til drift"."""
_CAPPED = re.compile(r"(?:egen|bruger)betaling|gebyr|kontingent|deltagerbetaling", re.IGNORECASE)
"""Of what people pay themselves, the most is a rate; of what they get, it is only a limit."""
_ABOUT = 400
"""Characters kept of what is around a rate."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what holds for it from around it."""

    text: str
    span: Span
    about: str
    """Title of its item and headings of its section."""
    agreement: str | None
    """That the document is about."""
    doubts: tuple[Doubt, ...] = ()
    decided: bool = False
    """Whether what it proposes was approved as it stands."""
    lead: Lead | None = None
    before: str = ""
    """The sentence before it in the same paragraph, or the one that leads into its table."""
    title: str = ""
    """Of the document."""
    topic: Topic | None = None
    """Of the sentence before it in the same paragraph."""
    home: frozenset[str] = frozenset()
    """Regions and municipalities that the document is of."""


def read_sentence(sentence: Sentence) -> list[Rate]:
    """Return the rates that a sentence gives, in order."""
    text = sentence.text
    figures = find_figures(text)
    own = sentence.agreement is not None
    if not figures or not may_state(text, sentence.home, of_agreement=own):
        return []
    head_says, head = read_anywhere(last_clause(text[: figures[0].span.start]))
    reads = readings_of(text, figures)
    # "For hver vagt ydes 900 kr.", below "§ 4. Vagthonorar" in an agreement.
    above = heading_of_fees(sentence.about) if own and not says_something(head) else None
    named = _subjects(head, reads, sentence.lead, above)
    subjects, reads = taken_on(named, reads, sentence.topic)
    rates: list[Rate] = []
    with_time: list[Rate] = []
    more_years: dict[Span, tuple[int, ...]] = {}
    for place, (read, subject) in enumerate(zip(reads, subjects, strict=True)):
        if subject is None or subject.empty or read.figure.value <= 0:
            continue
        if not (read.figure.sure or (read.figure.cap and _CAPPED.search(subject.name))):
            continue
        if read.end == read.figure.span.end and text[read.end : read.end + 1] == "/":
            continue  # "kr./t.": per what, is not understood
        point = is_point(text)
        says = _whole(place, reads, subjects, head_says, sentence.lead, point=point)
        if place and is_compared(reads[place - 1].rest):
            now = rates[-1].validity if rates else UNDATED
            before = time_before(reads[place - 1].rest, read.says, now)
            if before is None:
                continue
            says = replace(before, per=says.per)
        elif place and is_successor(reads[place - 1].rest):
            now = rates[-1].validity if rates else UNDATED
            after = time_after(reads[place - 1].rest, read.says, now)
            says = replace(after, per=says.per)
            if rates:
                rates[-1] = replace(rates[-1], validity=ended_before(now, after))
        elif not says.dated and _of_before(sentence, reads, place):
            continue
        rate = _rate(sentence, read, subject, says)
        cap = read.figure.cap or (
            rates[-1].note if rates and is_compared(reads[place - 1].rest) else ""
        )
        rate = replace(rate, note=cap) if rate and cap else rate
        if rate is not None and (
            _goes_on(rates, rate)
            or makes_rate(sentence.text, sentence.about, read, rate, reads)
            or is_listed_fee(text, sentence.about, of_agreement=own)
        ):
            rates.append(rate)
            more_years[rate.figure] = says.more_years
            with_time += [rate] if read.says.dated else []
    # "1,90 kr. pr. km for de første 20.000 km og 3,52 kr. derover": either alone would be wrong.
    of_each = in_each_year(with_time if _leaves_unnamed(reads, subjects) else rates, more_years)
    return [replace(r, unit=named_unit(r.name, r.unit)) for r in _told_apart(of_each)]


def _of_before(sentence: Sentence, reads: Sequence[Reading], place: int) -> bool:
    start = reads[place - 1].figure.span.end if place else 0
    head = sentence.text[start : reads[place].figure.span.start]
    return is_of_before(head, of_agreement=sentence.agreement is not None)


def _leaves_unnamed(reads: Sequence[Reading], subjects: Sequence[Subject | None]) -> bool:
    """Tell whether a figure after the first is of something that was not understood."""
    return any(
        subject is None and read.figure.sure and read.figure.currency == KRONER
        for read, subject in zip(reads[1:], subjects[1:], strict=True)
    )


def _goes_on(rates: Sequence[Rate], rate: Rate) -> bool:
    """Tell whether a figure goes on where one before it was called a rate, of the same unit."""
    return bool(rates) and rates[-1].unit == rate.unit


def _told_apart(rates: Sequence[Rate]) -> list[Rate]:
    """Leave out figures of one thing that nothing tells apart: "3 kr. og 4 kr. pr. time"."""
    marks = Counter(
        (r.name, r.payee, r.unit, r.agreement, r.agreement_year, r.validity) for r in rates
    )
    return [
        r
        for r in rates
        if marks[r.name, r.payee, r.unit, r.agreement, r.agreement_year, r.validity] == 1
    ]


def _subjects(
    head: str, reads: Sequence[Reading], lead: Lead | None, above: Subject | None
) -> list[Subject | None]:
    """Return what each figure is for: the head's subject for a series, else its own words.

    `above`: what the heading is of, for a head that names nothing.
    """
    first = in_head(head) or (above if lead is None else None)
    found: list[Subject | None] = []
    current = first
    reads, openings = _opened(reads)
    for place, read in enumerate(reads):
        opening = openings[place - 1] if place else None
        if opening is not None:
            current = name_in(opening, first)
        elif place and not reads[place - 1].alone:
            current = _taken_up(first, current, reads[place - 1].rest)
        tail = in_tail(read.rest)
        # "Beboeren betaler 40 kr. for kost": what is paid for goes before who pays.
        who = not place and tail is not None and says_who_pays(head)
        subject = _joined(None if who else current, tail, read, lead)
        if subject is not None and read.label:
            subject = replace(subject, name=f"{subject.name} ({read.label})")
        found.append(subject)
    return [
        _conditioned(subject, read, alone=found.count(subject) == 1)
        for subject, read in zip(found, reads, strict=True)
    ]


def _opened(reads: Sequence[Reading]) -> tuple[list[Reading], list[str | None]]:
    """Part from what follows each figure the words that say what the next one is for."""
    whole: list[Reading] = []
    openings: list[str | None] = []
    for place, read in enumerate(reads):
        _, words = read_anywhere(read.rest)
        moved = is_compared(read.rest) or is_successor(read.rest)
        parts = None if moved or place == len(reads) - 1 else opening_in(words)
        whole.append(replace(read, rest=parts[0]) if parts else read)
        openings.append(parts[1] if parts else None)
    return whole, openings


def _conditioned(subject: Subject | None, read: Reading, *, alone: bool) -> Subject | None:
    """Add to a name when, or for whom, a figure holds: "Timesatsen (i weekenden)"."""
    if subject is None or subject.empty or read.label:
        return subject
    condition = condition_of(read.rest, alone=alone)
    if condition is None or condition.lower() in subject.name.lower():
        return subject
    return replace(subject, name=f"{subject.name} ({condition})"[:LONGEST])


def _taken_up(first: Subject | None, before: Subject | None, between: str) -> Subject | None:
    """Return the subject after words between two figures: a new one, or the first again."""
    if is_compared(between) or is_successor(between):
        return before
    # "985 kr. for læger og 500 kr. for andre": the words belonged to the figure before them.
    _, words = read_anywhere(after_tail(between))
    condition = condition_of(between, alone=False)
    # A limit ("under 4 timer") is one that is not understood.
    told = condition and not any(map(str.isdigit, condition))
    if not says_something(words.replace(condition, " ") if condition and told else words):
        return first
    return in_head(words) if _NEW_SUBJECT.match(words) else None


def _joined(
    subject: Subject | None, tail: Subject | None, read: Reading, lead: Lead | None
) -> Subject | None:
    if subject is not None and not subject.generic:
        return subject
    if tail is not None and not tail.generic:
        if subject is None:
            return tail
        return replace(subject, name=f"{subject.name} ({tail.name})")
    if lead is not None and (subject is None or subject.generic):
        _, words = read_anywhere(lead.text)
        led = in_head(words)
        if led is not None:
            return led
    return subject


def _whole(
    place: int,
    reads: Sequence[Reading],
    subjects: Sequence[Subject | None],
    head: Qualifiers,
    lead: Lead | None,
    *,
    point: bool,
) -> Qualifiers:
    """Return all that is said of a figure: beside it, in its series, in the head and the lead."""
    says = reads[place].says
    series = [r.says.per for r, s in zip(reads, subjects, strict=True) if s == subjects[place]]
    pers = {per for per in series if per}
    if not says.per and len(pers) == 1:
        says = replace(says, per=next(iter(pers)))
    says = says.over(head)
    if lead is not None:
        says = says.over(replace(lead.says, per=()))
        if point or (lead.opens and not says.per):
            # A sentence of its own says per what for itself alone.
            says = says.and_then(replace(NONE, per=lead.says.per))
    return says


def _rate(sentence: Sentence, read: Reading, subject: Subject, says: Qualifiers) -> Rate | None:
    text, lead = sentence.text, sentence.lead
    currency = read.figure.currency
    if currency is None:
        # A bare figure is kroner where the points of its list above it are.
        starts = not text[: read.figure.span.start].strip(" \t-•–*")
        if lead is None or not lead.kroner or not starts or read.figure.decimals != 2:
            return None
        currency = KRONER
    figure = Span(
        sentence.span.start + read.figure.span.start,
        sentence.span.start + max(read.figure.span.end, _printed_end(text, read)),
    )
    proposed = awaits(text) or (not sentence.decided and proposes(text))
    known = any(doubt.kind is DoubtKind.PROPOSED for doubt in sentence.doubts)
    return Rate(
        name=subject.name,
        names=codes_in(subject.name),
        amount=read.figure.value,
        printed=text[figure.start - sentence.span.start : figure.end - sentence.span.start],
        unit=Unit(currency, ordered(says.per)),
        agreement=says.agreement or sentence.agreement,
        agreement_year=says.year,
        validity=says.validity,
        origin=Origin.EXTRACTED,
        span=sentence.span,
        figure=figure,
        about=_about(sentence, subject),
        every_year=says.every_year,
        payee=subject.payee,
        doubts=(
            *sentence.doubts,
            *((Doubt(DoubtKind.PROPOSED),) if proposed and not known else ()),
        ),
    )


def _about(sentence: Sentence, subject: Subject) -> str:
    parts = (
        sentence.about,
        sentence.lead.text if sentence.lead else "",
        sentence.before if subject.generic else "",
        " ".join(sentence.text.split()),
    )
    return " · ".join(part for part in parts if part)[:_ABOUT]


def _printed_end(text: str, read: Reading) -> int:
    words = text[: read.end].rstrip(" \t\n,;")
    if words.endswith(".") and not words.lower().endswith("kr."):
        words = words.rstrip(".")
    # A bracket that was opened before the figure closes after what is printed.
    start = read.figure.span.start
    if words[start:].count(")") > words[start:].count("("):
        words = words.rstrip(")")
    return len(words)
