"""A fact: the sentence that answers, quoted with its place; a second source where there is one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.finding.asked_of import holds_things, things_asked
from bot.answers.finding.beside_names import DISQUALIFIED
from bot.answers.finding.elected import asks_who_came_out, tells_who_was_before
from bot.answers.finding.letterheads import letterhead
from bot.answers.finding.named_amounts import amounts_named, other_amounts
from bot.answers.finding.of_bodies import of_its_bodies
from bot.answers.finding.relevance import relevant
from bot.answers.finding.searches import for_fact
from bot.answers.finding.subjects import of_its_subject
from bot.answers.finding.unsaid import is_another_things, says_nothing, unsaid, untranslated
from bot.answers.matters.corrections import corrections_of
from bot.answers.matters.matter import entry_of, outcome_of
from bot.answers.rates.successors import standing_then, without_its_age
from bot.answers.sentences import standing
from bot.answers.sentences.bare_figures import is_bare_figure
from bot.answers.sentences.beside import beside
from bot.answers.sentences.evidence import Evidence, weigh, with_titles
from bot.answers.sentences.excerpts import is_line
from bot.answers.sentences.figures import Told, differ
from bot.answers.sentences.fitting import fitting
from bot.answers.sentences.kept_longer import with_what_keeps_it
from bot.answers.sentences.motions import motion_at, with_its_fate
from bot.answers.sentences.opinions import is_goal_alone, tells_opinion
from bot.answers.sentences.quotations import quotation, without_marks
from bot.answers.telling.decision_words import (
    told_lines,
    warn_of_paper,
    warn_of_titles,
    write_outcome,
)
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import item_name, linked
from bot.answers.telling.votes import told_as_of
from bot.questions.intents import ListAspect, PeopleAspect
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from bot.replies import Reply, ReplyKind
from index.archive import Found, Group, ItemEntry, Term, View
from index.danish.days import format_date
from index.danish.folding import fold
from index.danish.words import folded_words
from index.decisions import Outcome
from index.documents import DocumentKind

JUST_AS_GOOD = 0.2
"""The same for two sentences that are taken to tell of one and the same thing."""

_TELLS_LITTLE = frozenset({Outcome.NOTED, Outcome.DISCUSSED})
"""Outcomes that change nothing about a fact told in the item."""

_AGENDAS = frozenset({DocumentKind.AGENDA})
_OF_ONE_MEETING = frozenset(
    {
        PeopleAspect.PRESENT,
        PeopleAspect.ABSENT,
        PeopleAspect.APOLOGIES,
        PeopleAspect.CHAIR,
        PeopleAspect.CLERK,
    }
)
"""What is asked of people of one meeting."""
_FIGURES = frozenset({Wanted.MONEY, Wanted.PERCENT, Wanted.NUMBER})


def answer(question: Question, view: View) -> Reply | None:
    """Return the sentence that answers, `None` when no passage is about the question."""
    if question.list in {ListAspect.NEXT, ListAspect.PLAN}:
        return None  # what an old paper calls the next meeting has been held
    sought = without_its_age(question, view)
    found = view.search(for_fact(sought))
    groups = about(question, found, view)
    if not groups and question.bodies:
        # Every paper of a committee names it; what is asked of it may stand in one alone.
        found = view.search(for_fact(sought, without_names=True))
        groups = about(question, found, view)
    evidence = fitting(question, found, weigh(question, found, groups, view))
    asked = things_asked(question, found)
    of_bodies = {group.key for group in of_its_bodies(question, groups, view)}
    evidence = [e for e in evidence if e.group.key in of_bodies and _is_of_what_is_asked(e, asked)]
    if question.term and question.term.isupper():
        evidence = [e for e in evidence if re.search(rf"\b{re.escape(question.term)}\b", e.words)]
    if DISQUALIFIED.search(fold(question.text)):
        evidence = [e for e in evidence if DISQUALIFIED.search(fold(e.words))]
    evidence = [e for e in evidence if not is_bare_figure(e) and _says_more(e, question)]
    if asks_who_came_out(question.text):
        evidence = [e for e in evidence if not tells_who_was_before(e.words)]
    evidence = _of_the_amount(question, evidence)
    evidence = [e for e in evidence if not _is_of_another_thing(question, found, e)]
    if not evidence:
        return None
    first = evidence[0]
    span = quotation(first, evidence[1:], found)
    best = replace(first, excerpt=replace(first.excerpt, span=span))
    draft = Draft(question.text, question.language)
    told = with_titles(best)
    if question.read_as == "da" and says_nothing(question, found, told):
        return None
    if words := unsaid(question, found, _below_all(best)):
        if DISQUALIFIED.search(fold(question.text)):
            return None  # who was disqualified in another matter
        if question.yes_or_no and other_amounts(question, told):
            return None  # neither the thing nor the amount: another matter
        draft.warn("unsaid", words=", ".join(words))
    if words := untranslated(question, found):
        draft.warn("untranslated", words=", ".join(words))
    told_of = [_with_fate(one) for one in (best, *beside(best, evidence[1:]))]
    reply = write(draft, question, told_of, view)
    return with_what_keeps_it(reply, draft, question, best, found, view)


def _says_more(evidence: Evidence, question: Question) -> bool:
    """Tell whether a sentence says more than a name that the question has: "(AL24)"."""
    return not set(folded_words(evidence.words)) <= set(folded_words(question.text))


def _of_the_amount(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Return the sentences of the items that print an amount of the question, if any do.

    "Was the fee raised to 90?" is asked of the item that speaks of 90, whatever else is raised.
    """
    if not (question.yes_or_no and amounts_named(question)):
        return evidence
    return [e for e in evidence if not other_amounts(question, _around(e))] or evidence


def _is_of_another_thing(question: Question, found: Found, evidence: Evidence) -> bool:
    if not is_line(evidence.words):
        return False
    return is_another_things(question, found, evidence.words, _below_all(evidence))


def _below_all(evidence: Evidence) -> str:
    """Return a sentence with the titles above it and who sent the paper."""
    return f"{letterhead(evidence.document)} {with_titles(evidence)}"


def _around(evidence: Evidence) -> str:
    item = evidence.group.item
    hits = " ".join(hit.passage.text for hit in evidence.hits)
    return item.words(evidence.document.text) if item is not None else hits


def _is_of_what_is_asked(evidence: Evidence, asked: Sequence[Sequence[Term]]) -> bool:
    """Tell whether a sentence outside of items stands in a passage that holds what is asked of."""
    if evidence.group.item is not None or evidence.document.items:
        return True
    return any(
        holds_things(asked, f"{evidence.document.title} {hit.passage.header} {hit.passage.text}")
        for hit in evidence.hits
    )


def _with_fate(evidence: Evidence) -> Evidence:
    """Return a sentence with what became of the motion that it tells of."""
    span = with_its_fate(evidence.document, evidence.excerpt.span)
    return replace(evidence, excerpt=replace(evidence.excerpt, span=span))


def about(question: Question, found: Found, view: View) -> list[Group]:
    """Return what is about the question, without tables of rates.

    A row of one is the figure of some time: told with when it applies, or not at all.
    """
    groups = of_its_subject(question, found, relevant(question, found), view)
    if question.people in _OF_ONE_MEETING and question.bodies and question.period:
        # Who was at some other meeting answers something else, and an agenda tells of nobody.
        held = question.period.holds
        groups = [g for g in groups if g.document.kind not in _AGENDAS and held(g.document.date)]
    if asks_who_came_out(question.text):
        groups = [g for g in groups if g.document.kind not in _AGENDAS]
    groups = [group for group in groups if group.document.kind is not DocumentKind.RATES]
    return standing_then(groups, question, view)


def write(
    draft: Draft,
    question: Question,
    evidence: Sequence[Evidence],
    view: View,
    *,
    decided: bool = True,
) -> Reply:
    """Return a fact: the first sentence with what was decided there, then the others.

    `decided`: whether the outcome of its item is told as well.
    """
    best = evidence[0]
    of_state = question.yes_or_no or question.about_decision
    of_today = pattern("stands_now").search(fold(question.text)) is not None
    later = (
        standing.later_decision(best, view, of_its_state=of_state, of_today=of_today)
        if decided
        else None
    )
    granted = decided and (_asks_what_was_granted(question, best) or standing.is_changed(best))
    leads = later is not None and (
        standing.turns_round(later, best) or (of_state and standing.was_put_off(best))
    )
    if later is not None and leads:
        # What was decided in the matter later holds, whatever is told of it here.
        _write_later(draft, best, later, view)
    if granted:
        # What was applied for is no answer to what was given: the decision goes first.
        _write_decision(draft, question, best, view, with_return=later is None, leads=True)
    draft.heading(_name(draft, best))
    _quote(draft, question, best)
    warn_of_paper(draft, best.document)
    for document, place in corrections_of(best.group.document, best.words, view):
        draft.warn("corrected_later")
        draft.quote(document, place)
    motion = motion_at(best.document, best.excerpt.span)
    if motion is not None and not motion.is_settled:
        draft.warn("motion_open")
    if decided and not granted:
        _write_decision(draft, question, best, view, with_return=later is None)
    if later is not None and not leads:
        _write_later(draft, best, later, view)
    others = [
        other for other in evidence[1:] if not draft.quotes(other.document, other.excerpt.span)
    ]
    if others:
        draft.heading(draft.phrase("also_heading"))
        draft.points([_point(draft, other) for other in others])
    if question.term and question.term.isupper():
        draft.warn("not_explained", term=plain(question.term))
    if question.wanted in _FIGURES:
        _warn_about_figures(draft, question, evidence)
    return draft.reply(ReplyKind.FACT)


def _quote(draft: Draft, question: Question, best: Evidence) -> None:
    """Quote a sentence; a point of a list says little without the line that leads to it."""
    if tells_opinion(question, best.words):
        draft.warn("opinion")
    elif is_goal_alone(question.text, best.words):
        draft.warn("goal")
    span, lead, text = best.excerpt.span, best.excerpt.lead, best.document.text
    if lead and not span.contains(lead):
        draft.quote(best.document, without_marks(text, lead))
        span = without_marks(text, span)
    draft.quote(best.document, span)


def _write_later(draft: Draft, evidence: Evidence, later: ItemEntry, view: View) -> None:
    draft.heading(draft.phrase("later_heading"))
    draft.points(told_lines(draft, [later], view, with_asked=True))
    if (entry := standing.entry_at(evidence)) is not None:
        warn_of_titles(draft, entry, [later])


def _asks_what_was_granted(question: Question, evidence: Evidence) -> bool:
    """Tell whether a decision is asked for and the sentence found is not of one."""
    asks = question.about_decision or question.yes_or_no
    if _RECEIVED.search(fold(question.text)) and _APPLIES.search(fold(evidence.words)):
        asks = True  # what somebody got is not what they applied for
    if evidence.group.item is None or not asks:
        return False
    decision = evidence.document.decision_of(evidence.group.item.index)
    if decision is None or not decision.words:
        return False
    return not any(words.overlaps(evidence.excerpt.span) for words in decision.words)


_RECEIVED = re.compile(r"\b(?:fik|faar|modtog|tildelt|get|got|given|received?|awarded)\b")
_APPLIES = re.compile(
    r"\b(?:(?:an)?soeg(?:er|es|te|t)|oensker|anmoder|appl(?:y|ies|ied)|requests?(?:ed)?"
    r"|asks? for|asked for)\b"
)


def _write_decision(
    draft: Draft,
    question: Question,
    evidence: Evidence,
    view: View,
    *,
    with_return: bool,
    leads: bool = False,
) -> None:
    """Add what was decided on the item the sentence stands in: a proposal is not a decision."""
    if evidence.group.item is None:
        return
    entry = entry_of(evidence.group.document, evidence.document, evidence.group.item)
    decision = entry.decision
    if decision is None or not decision.words:
        return
    quoted = any(words.overlaps(evidence.excerpt.span) for words in decision.words)
    asks_for_it = question.yes_or_no or question.about_decision
    if decision.outcome is Outcome.NONE and not asks_for_it:
        return
    if quoted or (decision.outcome in _TELLS_LITTLE and not asks_for_it):
        return
    write_outcome(
        draft,
        entry,
        evidence.document,
        view,
        with_recommendation=asks_for_it,
        with_return=with_return,
        leads=leads,
    )


def _name(draft: Draft, evidence: Evidence) -> str:
    return item_name(draft, evidence.document, evidence.group.item)


def _point(draft: Draft, evidence: Evidence) -> str:
    marker = draft.cite(evidence.document, evidence.excerpt.span)
    told = f"{plain(_name(draft, evidence))}: " + linked(f"“{evidence.words}”", marker)
    entry = standing.entry_at(evidence)
    if entry is None or not standing.is_changed(evidence):
        return told
    if outcome_of(entry) is Outcome.UNCLASSIFIED:
        return told  # no word of ours says how it ended
    state = draft.phrase(told_as_of(entry))
    return f"{told} {draft.phrase('item_ended', state=state)}"


def _warn_about_figures(draft: Draft, question: Question, evidence: Sequence[Evidence]) -> None:
    best = evidence[0]
    alike = [
        Told(e.words, e.document.id)
        for e in evidence
        if e.held and e.score >= best.score - JUST_AS_GOOD
    ]
    if differ(question.text, alike):
        draft.warn("sources_differ")
    if question.wanted is Wanted.MONEY:
        day = evidence[0].document.date
        if day:
            draft.warn("rate_undated", date=format_date(day, draft.language))
        else:
            draft.warn("rate_no_date")
