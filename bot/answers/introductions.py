"""An introduction to a body for somebody new: what it is, who sits in it, and what it is at."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.answers.definitions import explanation_of, long_forms, write_long
from bot.answers.finding.meetings import papers_of_meetings
from bot.answers.mandates import is_of_a_head, purposes, terms_of
from bot.answers.matters.matter import is_settled, of_substance
from bot.answers.open_matters import left_open, open_among, write_open
from bot.answers.rates.elsewhere import Papers
from bot.answers.rates.lines import RateLines, status_on, warn_unverified
from bot.answers.rates.terms import Match, all_dated
from bot.answers.telling.attendance import people_together
from bot.answers.telling.decision_words import told_lines
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import cite_opening, document_line, paper_phrase
from bot.questions.question import Question
from bot.replies import Language, Reply, ReplyKind
from index.archive import AbbreviationEntry, BodyEntry, DocumentEntry, Filter, View
from index.danish.days import format_date
from index.danish.folding import fold
from index.documents import MEETING_PAPERS, Document, DocumentKind, MinutesStatus, Presence
from index.rates.rate import RateStatus

MEETINGS_SHOWN = 3
DECISIONS_SHOWN = 3
RATES_SHOWN = 3
PAPERS_SHOWN = 3
SHORT_FORMS_SHOWN = 6
BODIES_SHOWN = 40
OPEN_LOOKED_AT = 15
"""Items that were left open, the newest first, that are followed: older ones are history."""

_LASTING = frozenset({DocumentKind.STRATEGY, DocumentKind.AGREEMENT, DocumentKind.TERMS})
"""Papers that hold until others replace them."""
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)?\d\d)(?!\d)")


def answer(question: Question, view: View) -> Reply | None:
    """Return an introduction to the body named; to the archive where none is.

    Of several bodies that go by the name, each is named with its last meeting.
    """
    draft = Draft(question.text, question.language)
    if len(question.bodies) > 1 and _share_name(question.bodies):
        draft.say("intro_several", count=len(question.bodies))
        draft.points(_body_lines(draft, question.bodies, view, question.today))
        return draft.reply(ReplyKind.INTRO) if draft.cites else None
    if question.bodies:
        return write_introduction(draft, question.bodies[0], view, question.today)
    if question.unknown_body is not None:
        return None
    return _write_archive(draft, view, question.today)


def _share_name(bodies: Sequence[BodyEntry]) -> bool:
    """Tell whether bodies are of one name, and only whose they are tells them apart."""
    return len({fold(body.body.name.split(",")[0]) for body in bodies}) == 1


def introduce(body: BodyEntry | None, view: View, today: date, language: Language) -> Reply | None:
    """Return an introduction to a body, to the archive for `None`.

    `None` is returned where nothing that it has can be cited.
    """
    if body is None:
        return _write_archive(Draft("intro", language), view, today)
    return write_introduction(Draft(f"intro {body.body.short}", language), body, view, today)


def write_introduction(draft: Draft, body: BodyEntry, view: View, today: date) -> Reply | None:
    """Write what the archive tells of a body, the lasting first and then what is new."""
    of_body = Filter(bodies=frozenset({body.key}))
    meetings = papers_of_meetings(view.documents(replace(of_body, kinds=MEETING_PAPERS)))
    held = [paper for paper in meetings if paper.date is None or paper.date <= today]
    draft.heading(_full_name(body))
    _write_what_it_is(draft, body, view)
    _write_members(draft, held, view)
    _write_meetings(draft, meetings, held, view)
    _write_decisions(draft, held, view)
    _write_open(draft, of_body, view)
    _write_rates(draft, body, view, today)
    _write_lasting(draft, body, view, today)
    _write_short_forms(draft, body, held, view)
    return draft.reply(ReplyKind.INTRO) if draft.cites else None


def _full_name(body: BodyEntry) -> str:
    short = body.body.abbreviation
    return f"{body.body.name} ({short})" if short and short != body.body.name else body.body.name


def _write_what_it_is(draft: Draft, body: BodyEntry, view: View) -> None:
    """Write what its short name stands for, and what its terms of reference say it is for."""
    if body.body.abbreviation:
        for entry in long_forms(body.body.abbreviation, view)[:1]:
            write_long(draft, entry, view.document(entry.document.id))
    for document in terms_of(body, view):
        if places := purposes(document):
            for place in places:
                draft.quote(document, place)
            return
    names = [*filter(None, [body.body.abbreviation]), body.body.name]
    told = explanation_of(names, "da", view)
    if told is not None and not is_of_a_head(told.document, told.excerpt.span):
        draft.quote(told.document, told.excerpt.span)


def _write_members(draft: Draft, held: Sequence[DocumentEntry], view: View) -> None:
    """Write who was at the last meeting whose minutes say so, and who had sent apologies."""
    for paper in held:
        document = view.document(paper.id)
        whole = [person for person in document.attendance if person.item is None]
        if not any(person.presence is Presence.PRESENT for person in whole):
            continue
        day = format_date(document.date, draft.language) if document.date else None
        date_ = day or draft.phrase("unknown_date")
        if document.status is MinutesStatus.DRAFT:
            date_ += f" ({draft.phrase(paper_phrase(document))})"
        draft.heading(draft.phrase("intro_members", date=date_))
        lines = []
        for presence, key in (
            (Presence.PRESENT, "attended_heading"),
            (Presence.APOLOGY, "apologies_heading"),
            (Presence.ABSENT, "absent_heading"),
        ):
            people = [person for person in whole if person.presence is presence]
            if people:
                told = people_together(draft, document, people)
                lines.append(f"{draft.phrase(key)}: {told}")
        draft.points(lines)
        return


def _write_meetings(
    draft: Draft, meetings: Sequence[DocumentEntry], held: Sequence[DocumentEntry], view: View
) -> None:
    coming = [paper for paper in meetings if paper not in held]
    for key, papers in (("intro_coming", coming[-1:]), ("intro_meetings", held[:MEETINGS_SHOWN])):
        if papers:
            draft.heading(draft.phrase(key))
            draft.points([_day_line(draft, paper, view) for paper in papers])


def _day_line(draft: Draft, paper: DocumentEntry, view: View) -> str:
    """Return a meeting by its day and paper: its body is known, and its title says no more."""
    document = view.document(paper.id)
    day = format_date(paper.date, draft.language) if paper.date else draft.phrase("unknown_date")
    told = f"{day}, {draft.phrase(paper_phrase(paper))} {cite_opening(draft, document)}"
    return told.rstrip()


def _write_decisions(draft: Draft, held: Sequence[DocumentEntry], view: View) -> None:
    """Write the newest decisions that settled something, of the last meetings."""
    last = frozenset(paper.id for paper in held[: 2 * MEETINGS_SHOWN])
    entries = view.items(Filter(documents=last)) if last else ()
    settled = [entry for entry in entries if is_settled(entry) and of_substance(entry)]
    if not settled:
        return
    draft.heading(draft.phrase("intro_decisions"))
    draft.points(told_lines(draft, settled[:DECISIONS_SHOWN], view, at_a_glance=True))


def _write_open(draft: Draft, of_body: Filter, view: View) -> None:
    write_open(draft, open_among(left_open(of_body, view, OPEN_LOOKED_AT), view), view)


def _write_rates(draft: Draft, body: BodyEntry, view: View, today: date) -> None:
    """Write the rates in force of papers that are the body's, or that name it."""
    names = _names(body)
    named: dict[str, bool] = {}
    told: list[Match] = []
    papers = Papers(view)
    for match in all_dated(view.rates(), view):
        if not papers.stand(match.entry):
            continue  # the approved minutes may give another amount than their draft
        if match.rate.status(today, match.validity) is not RateStatus.IN_FORCE:
            continue
        id_ = match.entry.document.id
        if id_ not in named:
            its_own = match.entry.document.body_key == body.key
            named[id_] = its_own or _mentions(view.document(id_), names)
        if named[id_] and not match.rate.proposed:
            told.append(match)
    if not told:
        return
    told.sort(key=lambda match: not match.rate.verified)
    draft.heading(draft.phrase("intro_rates", date=format_date(today, draft.language)))
    shown = told[:RATES_SHOWN]
    lines = RateLines(draft, view, shown, status_on(today))
    draft.points([lines.of(match) for match in shown])
    if len(told) > len(shown):
        draft.say("intro_more_rates", count=len(told) - len(shown))
    warn_unverified(draft, shown)


def _write_lasting(draft: Draft, body: BodyEntry, view: View, today: date) -> None:
    """Write the strategies, agreements and terms of reference that are its own or name it."""
    names = _names(body)
    lines = []
    for entry in view.documents(Filter(kinds=_LASTING)):
        if _has_ended(entry.title, today) or (entry.date or today) > today:
            continue
        if entry.body_key == body.key or _mentions(view.document(entry.id), names):
            lines.append(document_line(draft, entry, view))
        if len(lines) == PAPERS_SHOWN:
            break
    if lines:
        draft.heading(draft.phrase("intro_papers"))
        draft.points(lines)


def _has_ended(title: str, today: date) -> bool:
    """Tell whether a paper is, by its title, of years that are over: "Strategi 2018-2021"."""
    years = _YEARS.search(title)
    if years is None:
        return False
    last = int(years[2]) if len(years[2]) == 4 else int(years[1][:2] + years[2])
    return last < today.year


def _write_short_forms(
    draft: Draft, body: BodyEntry, held: Sequence[DocumentEntry], view: View
) -> None:
    """Write what the short forms stand for that its last papers use, the most used first."""
    explained: dict[str, AbbreviationEntry] = {}
    for entry in view.abbreviations():
        explained.setdefault(entry.abbreviation.short, entry)
    papers = [view.document(paper.id).text for paper in held[:MEETINGS_SHOWN]]
    used = Counter(word for text in papers for word in re.findall(r"\w[\w-]*\w", text))
    own = _names(body)
    wanted = [short for short in explained if used[short] and short not in own]
    wanted.sort(key=lambda short: (-used[short], short))
    lines = []
    for short in wanted[:SHORT_FORMS_SHOWN]:
        found = explained[short].abbreviation
        marker = draft.cite(view.document(explained[short].document.id), found.span)
        lines.append(f"{plain(found.short)}: “{plain(found.long)}” {marker}")
    if lines:
        draft.heading(draft.phrase("intro_short_forms"))
        draft.points(["; ".join(lines)])


def _names(body: BodyEntry) -> frozenset[str]:
    return frozenset({body.body.name, *body.names, *filter(None, [body.body.abbreviation])})


def _mentions(document: Document, names: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(name)}", document.text) for name in names)


def _write_archive(draft: Draft, view: View, today: date) -> Reply | None:
    """Write which bodies the archive has papers of, with the last meeting of each."""
    met = [body for body in view.bodies() if body.meetings]
    met.sort(key=lambda body: (-len(body.meetings), body.body.name))
    lines = _body_lines(draft, met[:BODIES_SHOWN], view, today)
    if not lines:
        return None
    draft.say("intro_archive")
    draft.points(lines)
    if len(met) > len(lines):
        draft.say("intro_more_bodies", count=len(met) - len(lines))
    draft.say("intro_how")
    return draft.reply(ReplyKind.INTRO)


def _body_lines(draft: Draft, bodies: Iterable[BodyEntry], view: View, today: date) -> list[str]:
    """Return a line on each body that has met: how often, and when last."""
    lines = []
    for body in bodies:
        within = Filter(bodies=frozenset({body.key}), kinds=MEETING_PAPERS, until=today)
        last = next(iter(papers_of_meetings(view.documents(within))), None)
        if last is None:
            continue
        marker = cite_opening(draft, view.document(last.id))
        day = format_date(last.date, draft.language) if last.date else draft.phrase("unknown_date")
        held = sum(meeting <= today for meeting in body.meetings)
        key = "intro_last_meeting" if held > 1 else "intro_one_meeting"
        paper = draft.phrase(paper_phrase(last))
        told = draft.phrase(key, count=held, meeting=f"{day}, {paper}")
        lines.append(f"{plain(_full_name(body))}: {told} {marker}")
    return lines
