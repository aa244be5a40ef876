"""What changed since a day: meetings, decisions, rates, and papers that others replaced."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answers.finding.meetings import best_papers, is_superseded, standing
from bot.answers.matters.listed_items import LONGEST
from bot.answers.matters.matter import of_substance
from bot.answers.rates.lines import RateLines, status_on, warn_unverified
from bot.answers.rates.sources import may_follow, without_copies
from bot.answers.rates.terms import Match, all_dated
from bot.answers.telling.decision_words import told_lines
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import cite_opening, document_line, meeting_name, paper_phrase
from bot.questions.question import Question
from bot.questions.scopes import ChangesAspect
from bot.questions.times.period import Period
from bot.replies import Language, Reply, ReplyKind
from index.archive import BodyEntry, DocumentEntry, Filter, View
from index.danish.days import format_date
from index.decisions import Outcome
from index.documents import MEETING_PAPERS, DocumentKind
from index.rates.rate import RateStatus

MOST_RATES = 8
"""Rates told at most."""

_CHANGING = frozenset(Outcome) - {Outcome.NONE, Outcome.NOTED, Outcome.DISCUSSED}
"""Outcomes after which something is otherwise than before."""


def answer(question: Question, view: View) -> Reply | None:
    """Return what changed in the time asked about, else since the last meeting."""
    if question.changes is None:
        return None
    period = question.period or _since_last_meeting(question.bodies or view.bodies(), question)
    if period is None or period.since is None:
        return None
    until = None if question.changes.open_ended else period.until
    draft = Draft(question.text, question.language)
    told = replace(question.filter(), since=period.since, until=until, case_numbers=frozenset())
    return write_changes(draft, told, view, question.today, question.changes.aspect)


def _since_last_meeting(bodies: Sequence[BodyEntry], question: Question) -> Period | None:
    days = [day for body in bodies for day in body.meetings if day <= question.today]
    return Period(max(days), None, "") if days else None


def changes_within(within: Filter, view: View, today: date, language: Language) -> Reply:
    """Return what is dated within a time (`since` is known), of some bodies or of all."""
    return write_changes(Draft("changes", language), within, view, today)


def write_changes(
    draft: Draft,
    within: Filter,
    view: View,
    today: date,
    aspect: ChangesAspect | None = None,
) -> Reply:
    """Write what is dated within a time, part by part; all parts where no aspect is named."""
    assert within.since is not None
    since = format_date(within.since, draft.language)
    if within.until is None:
        draft.say("changes_since", since=since)
    else:
        draft.say("changes_within", since=since, until=format_date(within.until, draft.language))
    parts = {
        ChangesAspect.MEETINGS: _write_meetings,
        ChangesAspect.DECISIONS: _write_decisions,
        ChangesAspect.RATES: _write_rates,
        ChangesAspect.DOCUMENTS: _write_documents,
    }
    for part, write in parts.items():
        if aspect in (None, part):
            write(draft, within, view, today)
    if aspect in (None, ChangesAspect.DOCUMENTS):
        _warn_of_undated(draft, within, view)
    if draft.cites:
        return draft.reply(ReplyKind.CHANGES)
    return _nothing(draft, within, view)


def _warn_of_undated(draft: Draft, within: Filter, view: View) -> None:
    undated = [d for d in view.documents(Filter(bodies=within.bodies)) if d.date is None]
    if undated:
        draft.warn("changes_undated", count=len(undated))


def _nothing(draft: Draft, within: Filter, view: View) -> Reply:
    draft.say("changes_none")
    newest = next(iter(view.documents(Filter(bodies=within.bodies))), None)
    if newest is not None and newest.date is not None:
        draft.heading(draft.phrase("changes_newest"))
        draft.points([document_line(draft, newest, view)])
    return draft.none()


def _write_meetings(draft: Draft, within: Filter, view: View, _: date) -> None:
    """List the meetings, and those of which a later paper replaced an earlier one."""
    entries = view.documents(replace(within, kinds=MEETING_PAPERS))
    meetings: defaultdict[tuple[object, object], list[DocumentEntry]] = defaultdict(list)
    for entry in entries:
        meetings[(entry.body_key or entry.id, entry.date)].append(entry)
    lines = [
        _meeting_line(draft, sorted(papers, key=standing), view) for papers in meetings.values()
    ]
    _write_list(draft, "changes_meetings", lines)


def _meeting_line(draft: Draft, papers: Sequence[DocumentEntry], view: View) -> str:
    """Return a meeting with the papers there are of it, the one that holds last."""
    steps: dict[str, str] = {}
    for entry in papers:
        # Of several papers of one standing, the fullest stands for its copies.
        steps[draft.phrase(paper_phrase(entry))] = entry.id
    told = " → ".join(
        f"{kind} {cite_opening(draft, view.document(id_))}".rstrip() for kind, id_ in steps.items()
    )
    return f"{plain(meeting_name(draft, papers[-1]))}: {told}"


def _write_decisions(draft: Draft, within: Filter, view: View, _: date) -> None:
    papers = best_papers(replace(within, kinds=MEETING_PAPERS), view)
    one = len(within.bodies) == 1  # then a day tells the meeting
    decided = replace(within, outcomes=_CHANGING, documents=papers)
    entries = [entry for entry in view.items(decided) if of_substance(entry)] if papers else []
    _write_list(
        draft,
        "changes_decisions",
        told_lines(draft, entries[:LONGEST], view, at_a_glance=one),
        len(entries),
    )


def _write_rates(draft: Draft, within: Filter, view: View, today: date) -> None:
    """Write the rates that begin within the time, each after the one that it follows."""
    matches = without_copies(all_dated(view.rates(), view))
    if within.bodies:
        matches = [m for m in matches if m.entry.document.body_key in within.bodies]
    # What has ended since is no news of today; and a draft says nothing that its minutes do not.
    holding = [m for m in matches if within.until or not _has_ended(m, today)]
    begun = [m for m in holding if _begins(m, within)]
    begun = [m for m in begun if not is_superseded(m.entry.document, view)]
    begun.sort(key=lambda match: match.validity.since or date.min, reverse=True)
    pairs = [(match, _before(match, matches)) for match in begun[:MOST_RATES]]
    told = [match for pair in pairs for match in pair if match is not None]
    lines = RateLines(draft, view, told, status_on(today))
    written = []
    for match, before in pairs:
        line = lines.of(match)
        if before is not None:
            line += f" {draft.phrase('changes_before', rate=lines.briefly(before))}"
        written.append(line)
    _write_list(draft, "changes_rates", written, len(begun))
    warn_unverified(draft, told)


def _has_ended(match: Match, today: date) -> bool:
    return match.rate.status(today, match.validity) is RateStatus.EXPIRED


def _begins(match: Match, within: Filter) -> bool:
    since = match.validity.since
    assert within.since is not None
    return (
        since is not None
        and within.since <= since
        and (within.until is None or since <= within.until)
        and match.rate.status(since, match.validity) is not RateStatus.EXPIRED
        and not match.rate.proposed
    )


def _before(match: Match, matches: Sequence[Match]) -> Match | None:
    """Return the rate of the same thing that applied until this one began."""
    since = match.validity.since
    assert since is not None
    earlier = [
        other
        for other in matches
        if other.validity.since is not None
        and other.validity.since < since
        and other.rate.verified == match.rate.verified
        and may_follow(match, other)
    ]
    return max(earlier, key=lambda m: m.validity.since or date.min, default=None)


def _write_documents(draft: Draft, within: Filter, view: View, _: date) -> None:
    others = frozenset(DocumentKind) - MEETING_PAPERS
    entries = view.documents(replace(within, kinds=others))
    lines = [document_line(draft, entry, view) for entry in entries[:LONGEST]]
    _write_list(draft, "changes_documents", lines, len(entries))


def _write_list(draft: Draft, key: str, lines: list[str], count: int | None = None) -> None:
    if not lines:
        return
    draft.heading(draft.phrase(key))
    draft.points(lines[:LONGEST], count or len(lines))
