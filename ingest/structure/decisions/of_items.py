"""What was recommended and decided on each item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from index.danish.calendar import MONTH_PATTERN
from index.decisions import Decision, Outcome
from index.documents import Body, DocumentKind, Section, SectionKind
from index.spans import Span
from ingest.structure.decisions.blanks import is_blank, is_waiting
from ingest.structure.decisions.recommendations import clauses
from ingest.structure.items.agenda import Agenda
from ingest.structure.layout.lines import Line, lines_in, paragraphs, without_mark
from ingest.structure.outcomes.amounts import changes_amount, changes_number, proposed_in
from ingest.structure.outcomes.classifying import classify
from ingest.structure.outcomes.coverage import approves_some_only
from ingest.structure.outcomes.defiance import (
    recommends_refusal,
    refuses_by_itself,
    refuses_for_another,
)
from ingest.structure.outcomes.departures import departed
from ingest.structure.outcomes.presence import is_attendance, is_name
from ingest.structure.outcomes.votes import records_votes

_ABSENCE = re.compile(
    r"(?:(?:fraværende|afbud|inhabile?|ikke\s+til\s*stede)\s*|(?:fraværende|afbud|inhabile?)\s*:.*"
    r"|(?:der\s+(?:var|er)\s+)?(?:meldt\s+)?afbud\s+fra\s*:.*)",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"(?:(?:tid|dato|sted)(?:\s+og\s+(?:tid|sted))?\s+for\s+)?(?:næste|kommende)\s+(?:ordinære\s+)?(?:\w*møder?|møde(?:dato|gang))"
    r"(?:\s*:.*|\s+(?:(?:er|holdes|afholdes)\s+)?(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?(?:den\s+|d\.\s*)?\d.*)"
    r"|mødet\s+(?:blev\s+|er\s+)?(?:hævet|slut|sluttet|sluttede|afsluttet)\b.{0,30}"
    r"|(?:dette\s+)?(?:referat|protokol|udkast)(?:et|len)?\s+(?:er|skal|forventes|udsendes|sendes|afventer|godkendes"
    r"|har|underskrives)\b.{0,120}",
    re.IGNORECASE,
)
"""What minutes end with, below the decision on their last item."""
_NEXT_MEETING = re.compile(
    r"(?:(?:dato|tid|sted|tidspunkt)\w*\s+(?:og\s+\w+\s+)?for\s+)?(?:næste|kommende|fremtidige)\s+\w*(?:møder?|mødedato(?:er)?)\b.{0,40}"
    r"|(?:kommende\s+)?(?:mødedato(?:er)?|møder|mødeplan|mødekalender)\b.{0,40}",
    re.IGNORECASE,
)
_ONLY_WHEN = re.compile(
    rf"(?:(?:næste|kommende)\s+\w*møder?(?:dato)?\s*:?|(?:er|holdes|afholdes|bliver)|(?:man|tirs|ons|tors|fre|lør|søn)dag(?:en)?"
    rf"|den|d\.|\d{{1,2}}\.\s*(?:{MONTH_PATTERN})(?:\s+\d{{4}})?|\d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?|(?:19|20)\d\d|kl\.?"
    rf"|\d{{1,2}}[.:]\d\d|\d{{1,2}}|og|til|[\s,;.–•-])++(?:(?:i|på)\s+[^.\n]{{2,60}})?\.?\s*",
    re.IGNORECASE,
)
"""Days and hours of meetings to come, which decide nothing."""

_QUESTION = re.compile(r"\?\s*(?:\([^()]{2,60}\))?$")
"""How a question ends, with who asked it: "Hvornår åbner broen? (Ib Krog)"."""


def read_decisions(
    text: str,
    lines: Sequence[Line],
    sections: Sequence[Section],
    agenda: Agenda,
    kind: DocumentKind,
    body: Body | None = None,
    day: date | None = None,
) -> tuple[Decision, ...]:
    """Return a decision for every item of minutes; for agendas, what is recommended.

    What another body than `body` decided is no outcome of this meeting, nor what was decided on
    another day than `day`.
    """
    name = f"{body.name} {body.abbreviation or ''}" if body is not None else None
    by_item: dict[int, list[Section]] = {}
    for section in sections:
        if section.item is not None:
            by_item.setdefault(section.item, []).append(section)
    found: list[Decision] = []
    for item, entry in enumerate(agenda.entries):
        decision = _decision(text, lines, item, by_item.get(item, []), (name, day), entry.number)
        decided = _joined(text, decision.words)
        if _NEXT_MEETING.fullmatch(entry.title) and _ONLY_WHEN.fullmatch(decided):
            decision = replace(decision, outcome=Outcome.NONE)
        if kind is DocumentKind.AGENDA:
            decision = replace(decision, outcome=Outcome.NONE)  # nobody has met yet
        if kind is DocumentKind.MINUTES or decision.recommendation or decision.words:
            found.append(decision)
    return tuple(found)


def _decision(
    text: str,
    lines: Sequence[Line],
    item: int,
    sections: Sequence[Section],
    meeting: tuple[str | None, date | None],
    number: str | None,
) -> Decision:
    recommendation: list[Span] = []
    words: list[Span] = []
    authority: Span | None = None
    for section in sections:
        within = lines_in(lines, section.body)
        if section.kind is SectionKind.RECOMMENDATION and len(section.body):
            recommendation.extend(clauses(text, within, section.body))
        elif section.kind is SectionKind.DECISION and len(section.body):
            words.extend(_words(text, within, section.body))
        elif section.kind is SectionKind.AUTHORITY and authority is None and len(section.body):
            authority = section.body
    decided, asked = (_joined(text, spans) for spans in (words, recommendation))
    told = _joined(text, [s.body for s in sections if s.kind is not SectionKind.DECISION])
    title = next((s.heading or "" for s in sections), "")
    outcome = classify(decided, *meeting) if words and not _only_asks(decided) else Outcome.NONE
    outcome = departed(outcome, decided, asked, f"{title}\n{told}", meeting[0])
    outcome = _with_sums(outcome, decided, asked, told)
    if outcome is Outcome.REJECTED and recommends_refusal(asked) and not refuses_by_itself(decided):
        outcome = Outcome.UNCLASSIFIED  # the refusal was refused
    if outcome is Outcome.UNCLASSIFIED and asked and refuses_for_another(decided):
        outcome = Outcome.UNCLASSIFIED if recommends_refusal(asked) else Outcome.REJECTED
    by_clause = [span.of(text) for span in recommendation]
    if outcome is Outcome.APPROVED and approves_some_only(decided, by_clause, number):
        outcome = Outcome.APPROVED_WITH_CHANGE
    if outcome is Outcome.APPROVED and records_votes(decided):
        outcome = Outcome.VOTE  # who was against it is a part of what was decided
    return Decision(item, tuple(recommendation), tuple(words), outcome, authority)


def _only_asks(decided: str) -> bool:
    """Tell whether every line is a question, as the minutes of a question time are."""
    said = [line.strip() for line in decided.split("\n") if line.strip()]
    return bool(said) and all(_QUESTION.search(line) for line in said)


def _joined(text: str, spans: Sequence[Span]) -> str:
    return "\n".join(span.of(text) for span in spans)


def _with_sums(outcome: Outcome, decided: str, asked: str, told: str) -> Outcome:
    """Return an approval as one with a change where other sums or numbers were approved."""
    asked = asked or proposed_in(told)
    changed = changes_amount(decided, asked, told) or changes_number(decided, asked)
    if outcome is Outcome.APPROVED and changed:
        return Outcome.APPROVED_WITH_CHANGE
    return outcome


def _words(text: str, lines: Sequence[Line], body: Span) -> list[Span]:
    """Return the paragraphs of a decision, without who was absent unless there is nothing else."""
    spans = [
        span
        for span in _paragraphs(lines, body)
        if not is_blank(span.of(text)) or is_waiting(span.of(text))
    ]
    kept: list[Span] = []
    listing = False
    for span in spans:
        words = span.of(text)
        names = all(is_name(line.strip()) for line in words.splitlines())
        listing = is_attendance(words) or (listing and names)
        if not listing and not _AFTERWARDS.fullmatch(words):
            kept.append(span)
    return kept or spans


def _at_full_stops(group: list[Line]) -> Iterator[list[Line]]:
    """Part lines where one ends a sentence: some formats have no empty lines between paragraphs."""
    start = 0
    for place in range(1, len(group)):
        if group[place - 1].text[-1] in ".!?" and not group[place].text[0].islower():
            yield group[start:place]
            start = place
    yield group[start:]


def _without_absence(group: Sequence[Line]) -> list[Line]:
    """Leave out labels such as "Fraværende:" with the names on or below their line."""
    kept: list[Line] = []
    listing = False
    for line in group:
        if _AFTERWARDS.fullmatch(without_mark(line.text)):
            continue
        listing = bool(_ABSENCE.fullmatch(line.text)) or (listing and is_name(line.text))
        listing = listing or (line.text[-1] == "." and is_attendance(line.text))
        if not listing:
            kept.append(line)
    return kept


def _paragraphs(lines: Sequence[Line], body: Span) -> Iterator[Span]:
    for group in (half for whole in paragraphs(lines) for half in _at_full_stops(whole)):
        rows = _without_absence(group) or group
        mark = len(rows[0].text) - len(without_mark(rows[0].text))
        start, end = max(rows[0].span.start + mark, body.start), min(rows[-1].span.end, body.end)
        if start < end:
            yield Span(start, end)
