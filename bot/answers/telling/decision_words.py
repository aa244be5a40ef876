"""An item's decision in the words of a reply: whole, as what follows a quotation, as one line."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.answers.matters import matter
from bot.answers.matters.by_text import perhaps_again
from bot.answers.matters.returns import PUT_OFF, Followed, followed
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.item_text import write_what_stands
from bot.answers.telling.places import day_and_item, item_name, linked
from bot.answers.telling.recommended import (
    LONGEST_IN_LIST,
    answers_by_number,
    asked,
    asked_by_number,
    is_formula,
    is_of_a_no,
    what_was_noted,
    write_recommendation,
)
from bot.answers.telling.votes import in_short, told_as_of
from bot.citations import folded
from bot.questions.patterns import pattern
from index.archive import ItemEntry, View
from index.danish.folding import fold
from index.decisions import Outcome
from index.documents import Document, DocumentKind, MinutesStatus
from index.spans import Span

RETURNS_SHOWN = 3
"""Later items listed after one that was put off."""

FORMULA = 14
"""Words of a decision that does no more than approve; a longer one says more than that."""

AT_A_GLANCE = 130
"""The same where a decision is one of many things that are told, unless more than a class of
outcome is needed to know how it ended."""

_TELLS_ALL = frozenset({Outcome.APPROVED, Outcome.REJECTED, Outcome.NOTED, Outcome.DISCUSSED})
"""Outcomes that hold however the words go on: no reservation, and no vote, hides in them."""


def write_decision(draft: Draft, entry: ItemEntry, document: Document) -> None:
    """Write one item's decision: headline, outcome, words, recommendation, who decides."""
    draft.tell(entry)
    draft.heading(item_name(draft, document, entry.item))
    warn_of_paper(draft, document)
    decision = entry.decision
    if decision is None or not decision.words:
        draft.add(_nothing_decided(draft, entry, document))
        write_what_stands(draft, entry, document)
    else:
        draft.say(_outcome_phrase(entry))
        for stretch in stretches(document, decision.words):
            draft.quote(document, stretch)
    write_recommendation(draft, document, entry)
    if decision and decision.authority:
        draft.heading(draft.phrase("authority_heading"))
        draft.quote(document, decision.authority)


def _outcome_phrase(entry: ItemEntry) -> str:
    assert entry.decision is not None
    outcome = entry.decision.outcome
    if is_of_a_no(entry):
        return f"outcome_{outcome.value}_no"
    if outcome is Outcome.APPROVED and not entry.decision.recommendation:
        return "outcome_approved_bare"
    if outcome is Outcome.APPROVED and len(" ".join(entry.decision_texts).split()) > FORMULA:
        return "outcome_approved_in_words"
    if outcome is Outcome.APPROVED_WITH_CHANGE and _tells_dissent(entry):
        return "outcome_approved_with_dissent"
    if outcome is Outcome.VOTE:
        return told_as_of(entry).replace("word_", "outcome_")
    return f"outcome_{outcome.value}"


def _tells_dissent(entry: ItemEntry) -> bool:
    """Tell whether the words of a decision say that somebody did not go along."""
    words = fold(" ".join(entry.decision_texts))
    return pattern("side", "against").search(words) is not None


def _nothing_decided(draft: Draft, entry: ItemEntry, document: Document) -> str:
    text = document.text[entry.item.heading.end : entry.item.span.end]
    if document.kind is DocumentKind.AGENDA:
        key = "not_decided_agenda"
    else:  # what was not recognised in the words of an item may stand there all the same
        key = "not_decided_unrecognised" if text.strip() else "not_decided_unrecorded"
    return linked(draft.phrase(key), draft.cite(document, entry.item.heading))


def warn_of_paper(draft: Draft, document: Document) -> None:
    """Warn where what stands in a paper may change, or was never decided on."""
    if document.status is MinutesStatus.DRAFT:
        draft.warn("draft_minutes")
    if document.kind is DocumentKind.AGENDA:
        draft.warn("agenda_only")


def write_outcome(
    draft: Draft,
    entry: ItemEntry,
    document: Document,
    view: View,
    *,
    with_recommendation: bool,
    with_return: bool = True,
    leads: bool = False,
) -> None:
    """Write what was decided on an item of which a sentence is already quoted.

    A formula ("Godkendt") means nothing without the recommendation, so that comes along: whole
    where the decision was asked for, and in its line otherwise. An item that was put off
    is followed by its return, unless that is told. A decision that `leads` the reply is told with
    what it names by number only.
    """
    draft.tell(entry)
    draft.heading(draft.phrase("decided_heading"))
    decision = entry.decision
    answers = decision is not None and decision.outcome in _OF_THE_RECOMMENDATION
    whole = with_recommendation and answers
    numbered = leads and not whole and answers_by_number(entry)
    line = outcome_line(draft, entry, document, with_asked=not whole)
    if numbered and entry.decision is not None:
        line = f"{line} {asked_by_number(draft, document, entry.decision)}"
    draft.points([line])
    warn_of_paper(draft, document)
    if whole:
        write_recommendation(draft, document, entry)
    open_ = decision and decision.outcome in matter.UNDECIDED | {Outcome.RECOMMENDED}
    if with_return and (open_ or (with_recommendation and matter.is_settled(entry))):
        # What was decided later may have turned it round.
        _write_return(draft, entry, view)


_OF_THE_RECOMMENDATION = frozenset(
    {Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE, Outcome.REJECTED, Outcome.RECOMMENDED}
)
"""Outcomes that say what became of the recommendation without repeating it."""


def _write_return(draft: Draft, entry: ItemEntry, view: View) -> None:
    """Write where an open matter came back and was decided; say where it was not found."""
    one = followed([entry], view, by_body=True)[0]
    later = [e for e in one.later if matter.is_decided(e)]
    if later:
        write_items(draft, draft.phrase("later_heading"), telling(later, RETURNS_SHOWN), view)
        warn_of_titles(draft, entry, later)
    elif matter.outcome_of(entry) in PUT_OFF and entry.document.date is not None:
        draft.add(what_became(draft, one, view))
    else:
        write_perhaps_later(draft, entry, view)


def warn_of_titles(draft: Draft, entry: ItemEntry, later: Iterable[ItemEntry]) -> None:
    """Say that another body's item is tied to one by its title alone, where it is."""
    numbers, body = {*entry.item.case_numbers}, entry.document.body_key
    others = (one for one in later if one.document.body_key != body)
    if any(numbers.isdisjoint(one.item.case_numbers) for one in others):
        draft.warn("later_by_title")


def what_became(draft: Draft, one: Followed, view: View) -> str:
    """Return the words that end the line of an item that was left open, with their citation."""
    last = one.settlement or (one.later[-1] if one.later else None)
    if last is None:
        perhaps = perhaps_again(one.entry, view)
        if not perhaps:
            return draft.phrase("not_returned")
        return _returned_as(draft, "perhaps_returned", perhaps[-1], view, with_words=True)
    if last.document.kind is DocumentKind.AGENDA and not matter.is_decided(last):
        return _returned_as(draft, "on_agenda", last, view)
    return _returned_as(draft, "returned", last, view)


def _returned_as(
    draft: Draft, key: str, entry: ItemEntry, view: View, *, with_words: bool = False
) -> str:
    """Return where a matter came back and what became of it there, with its citation."""
    document = view.document(entry.document.id)
    where = plain(item_name(draft, document, entry.item))
    state = draft.phrase(told_as_of(entry))
    told = draft.phrase(key, where=where, state=state)
    words = entry.decision.words if entry.decision else ()
    place = words[0] if words else entry.item.heading
    if with_words and words:
        told = f"{told}. {_in_quotes(folded(place.of(document.text)), LONGEST_IN_LIST)}"
    return f"{told} {draft.cite(document, place)}"


def write_perhaps_later(draft: Draft, entry: ItemEntry, view: View) -> None:
    """List what a matter may have come back as, by its text alone."""
    heading = draft.phrase("perhaps_later_heading")
    write_items(draft, heading, perhaps_again(entry, view)[:RETURNS_SHOWN], view)


def write_items(draft: Draft, heading: str, entries: Sequence[ItemEntry], view: View) -> None:
    """List items with their outcomes under a heading, if there are any."""
    if entries:
        draft.heading(heading)
        draft.points(outcome_lines(draft, entries, view, with_asked=True))


def agenda_lines(draft: Draft, entries: Iterable[ItemEntry], view: View) -> list[str]:
    """Return a line on each item of an agenda: its name, with a marker."""
    lines = []
    for entry in entries:
        document = view.document(entry.document.id)
        name = item_name(draft, document, entry.item)
        lines.append(linked(name, draft.cite(document, entry.item.heading)))
    return lines


def telling(entries: Sequence[ItemEntry], most: int) -> list[ItemEntry]:
    """Return the items that tell most of what became of a matter, in the order of time.

    What settled it goes before what only put it off or took note, and of equals the newest.
    """
    ranked = sorted(
        matter.by_date(entries),
        key=lambda e: (matter.is_settled(e), e.document.date or date.min),
        reverse=True,
    )
    return matter.by_date(ranked[:most])


def outcome_line(
    draft: Draft,
    entry: ItemEntry,
    document: Document,
    *,
    at_a_glance: bool = False,
    with_asked: bool = False,
) -> str:
    """Return an item and its outcome as one point of a list: name, outcome, words, marker.

    `with_asked`: a formula alone ("Tiltrådt.") is told with what it is an answer to.
    """
    named = day_and_item if at_a_glance else item_name
    name = plain(named(draft, document, entry.item))
    decision = entry.decision
    if decision is None or not decision.words:
        state = draft.phrase(_undecided_phrase(entry))
        return f"{name}: {state} {draft.cite(document, entry.item.heading)}"
    state = draft.phrase(told_as_of(entry))
    most = AT_A_GLANCE if at_a_glance and decision.outcome in _TELLS_ALL else LONGEST_IN_LIST
    quoted = " ".join(
        f"{_in_quotes(folded(stretch.of(document.text)), most)} {draft.cite(document, stretch)}"
        for stretch in stretches(document, decision.words)
    )
    if decision.outcome is Outcome.NOTED and (noted := what_was_noted(draft, document, decision)):
        quoted = f"{quoted} {noted}"
    if with_asked and (is_formula(entry) or is_of_a_no(entry)):
        quoted = f"{quoted} {asked(draft, document, decision)}"
    return f"{name}: {state}. {quoted}"


def _in_quotes(words: str, most: int) -> str:
    return " ".join(f"“{plain(piece)}”" for piece in in_short(words, most))


def outcome_lines(
    draft: Draft,
    entries: Iterable[ItemEntry],
    view: View,
    *,
    at_a_glance: bool = False,
    with_asked: bool = False,
) -> list[str]:
    """Return items with their outcomes as points of a list.

    A decision on a recommendation that was a no is always told with it.
    """
    return [
        outcome_line(
            draft,
            entry,
            view.document(entry.document.id),
            at_a_glance=at_a_glance,
            with_asked=with_asked or is_of_a_no(entry),
        )
        for entry in entries
    ]


def told_lines(
    draft: Draft,
    entries: Sequence[ItemEntry],
    view: View,
    *,
    at_a_glance: bool = False,
    with_asked: bool = False,
) -> list[str]:
    """Return the same of items whose decisions are what the reply is to tell."""
    for entry in entries:
        draft.tell(entry)
    return outcome_lines(draft, entries, view, at_a_glance=at_a_glance, with_asked=with_asked)


def _undecided_phrase(entry: ItemEntry) -> str:
    if entry.item.closed and entry.item.title:
        return "closed_item"
    return "word_agenda" if entry.document.kind is DocumentKind.AGENDA else "word_none"


def stretches(document: Document, words: Sequence[Span]) -> list[Span]:
    """Return the words of a decision, joined where nothing stands between them.

    Plain minutes decide in one sentence and again after the discussion; what was said in between
    is no part of either.
    """
    joined: list[Span] = []
    for span in words:
        if joined and not document.text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined
