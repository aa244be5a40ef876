"""A rate: the figure as printed, with unit, validity and source; whether it applies comes first.

Nothing is answered where it is not sure which rate is meant: then the sentences of the archive are
searched as for any fact.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answers.finding.searches import for_fact
from bot.answers.rates import nearest, of_a_year
from bot.answers.rates.choice import chosen_of, status_of
from bot.answers.rates.corrected import with_corrections
from bot.answers.rates.decided_since import with_later_decision
from bot.answers.rates.elsewhere import Papers
from bot.answers.rates.exceptions import of_named_month, without_contrary
from bot.answers.rates.instead import nearest_or_quoted
from bot.answers.rates.long_names import by_long_name, lone_abbreviation
from bot.answers.rates.matching import find_matches, fits, proposed
from bot.answers.rates.mentions import (
    called_alike,
    told_otherwise,
    without_amount,
)
from bot.answers.rates.misses import (
    by_other_word,
    near_miss,
)
from bot.answers.rates.more_words import with_more_words
from bot.answers.rates.owners import of_the_owner_named
from bot.answers.rates.past import successors
from bot.answers.rates.proposals import is_changed, write_proposals
from bot.answers.rates.repeals import repeals_of
from bot.answers.rates.siblings import with_siblings
from bot.answers.rates.successors import at_its_age, taken_as_age
from bot.answers.rates.terms import Match, all_dated
from bot.answers.rates.turns import turned
from bot.answers.rates.writing import Beside, write
from bot.answers.refusals import refuse
from bot.answers.telling.draft import Draft, plain
from bot.questions.question import Question
from bot.questions.rates.rate_question import RateQuestion, rate_question
from bot.questions.rates.sides import lacks_hours
from bot.replies import Reply, ReplyKind
from index.archive import Found, Group, View
from index.danish.words import term_set, tokens
from index.rates.rate import RateStatus
from index.search.coverage import stands


def answer(question: Question, view: View) -> Reply | None:
    """Return the rate that is asked for, `None` where none is meant for sure."""
    reply = _answer(question, view)
    if reply is None:
        return None
    return with_corrections(with_later_decision(reply, question, view), question, view)


def _answer(question: Question, view: View) -> Reply | None:
    asked = rate_question(question)
    if asked is None:
        return None
    asked = taken_as_age(asked, question, view)
    found = view.search(for_fact(question))
    if asked.proposal:
        told = _proposals(question, asked, found, view)
        if told is not None or question.yes_or_no:
            return told
    matches = find_matches(asked, found.terms, view)
    if not matches:
        asked, matches = of_the_owner_named(question, asked, found, view)
    if not matches:
        if short := lone_abbreviation(question):
            return _of_abbreviation(short, question, asked, found, view)
        return (
            of_a_year.answer(question, asked, found.terms, view)
            or _near_miss(question, asked, found, view)
            or _with_more_words(question, asked, found, view)
            or without_amount(question, asked, found, view)
            or nearest_or_quoted(question, asked, found, view)
        )
    asked = at_its_age(asked, matches, question.text, view)
    meant = of_named_month(question.text, without_contrary(question.text, found.terms, matches))
    return _told(question, asked, found, meant, view)


def _of_abbreviation(
    short: str, question: Question, asked: RateQuestion, found: Found, view: View
) -> Reply:
    """Return the rate of what an abbreviation stands for, or that there is none."""
    named, matches = by_long_name(short, question, view)
    in_full = rate_question(named)
    told = _told(named, in_full, found, matches, view) if matches and in_full else None
    return told or nearest.answer(question, asked, found, view) or refuse(question, view)


def _proposals(question: Question, asked: RateQuestion, found: Found, view: View) -> Reply | None:
    """Return what is proposed, below what applies; `None` where no proposal is known."""
    asked = replace(asked, taken=asked.taken | asked.proposal)
    told = proposed(asked, found.terms, view)
    if not told:
        return None
    draft = Draft(question.text, question.language)
    matches = find_matches(asked, found.terms, view)
    if matches:
        return write(draft, asked, matches, view, Beside(proposals=told))
    if not any(is_changed(match, view) for match in told):
        draft.say("rate_only_proposed")
    write_proposals(draft, asked, told, view)
    return draft.reply(ReplyKind.RATE)


def among_people(question: Question, view: View) -> Reply | None:
    """Return the rate for people who are named by what they do: "taksten for mødeledere"."""
    asked = rate_question(question)
    if asked is None or not asked.sure or asked.bare:
        return None
    found = view.search(for_fact(question))
    matches = find_matches(asked, found.terms, view)
    if not matches:
        return _near_miss(question, asked, found, view)
    return _told(question, asked, found, matches, view)


def _applies(asked: RateQuestion, matches: Sequence[Match]) -> bool:
    chosen = chosen_of(asked, matches)[0] if matches else []
    return RateStatus.IN_FORCE in {status_of(asked, match) for match in chosen}


def _told(
    question: Question,
    asked: RateQuestion,
    found: Found,
    matches: Sequence[Match],
    view: View,
) -> Reply | None:
    draft = Draft(question.text, question.language)
    _say_other_word(draft, question, asked, found, matches)
    matches = _with_successors(asked, matches, view)
    matches = _with_those_of_then(asked, found, matches, view)
    if question.read_as == "en":
        matches = with_siblings(asked, found.terms, matches, view)
    if asked.turn is not None:
        if change := turned(asked, matches):
            change.say(draft)
            return write(draft, change.asked, matches, view, answering=change.chosen)
        if asked.turn.asks_when and not any(match.rate.verified for match in matches):
            return None
        draft.say("rate_no_such_change")
    repeals = repeals_of(asked, found, chosen_of(asked, matches)[0], view)
    if _applies(asked, matches):
        pending = _pending(asked, found, matches, view)
        return write(draft, asked, matches, view, Beside(proposals=pending, repeals=repeals))
    if current := _of_the_year_running(asked, found, matches, view):
        return write(draft, asked, matches, view, Beside(current=current, repeals=repeals))
    # What the archive knows of that time besides is a proposal: it is told as one.
    beside_it = Beside(_of_the_time(asked, found), proposals=proposed(asked, found.terms, view))
    undated = any(status_of(asked, match) is RateStatus.UNDATED for match in matches)
    if not undated or asked.turn is not None:
        told = [match.entry for match in (*matches, *beside_it.proposals)]
        # What was read as a proposal is not told as if it had not been read.
        told += [entry for entry in view.rates() if entry.rate.proposed]
        places = [(entry.document.id, entry.rate.span) for entry in told]
        said = told_otherwise(asked, found, places)
        said = said or called_alike({match.rate.name for match in matches}, found, places)
        beside_it = replace(beside_it, said=said)
    return write(draft, asked, matches, view, replace(beside_it, repeals=repeals))


def _with_successors(asked: RateQuestion, matches: Sequence[Match], view: View) -> Sequence[Match]:
    """Return rates that have ended with what followed them in their item, by fewer words."""
    ended = [m for m in matches if not m.rate.verified and m.rate.agreement is None]
    if _applies(asked, matches) or not ended:
        return matches
    known = {id(match.entry) for match in matches}
    later = {
        id(one.entry): replace(one, score=match.score)
        for match in ended
        for one in successors(match, view)
        if not one.rate.proposed and id(one.entry) not in known
    }
    return [*matches, *later.values()]


def _with_those_of_then(
    asked: RateQuestion, found: Found, matches: Sequence[Match], view: View
) -> Sequence[Match]:
    """Return rates with what was read from a sentence that holds all that is asked, and applies.

    That is where nothing applies then that is called so: an agreement may call one thing otherwise
    than the next one does. What the staff keep says itself when it ended.
    """
    kept = any(match.rate.verified for match in matches)
    if kept or asked.turn is not None or _applies(asked, matches):
        return matches
    best = max(match.score for match in matches)
    units = {match.rate.unit for match in matches}
    known = {id(match.entry) for match in matches}
    said = [(hit.passage.document, place) for hit, place in told_otherwise(asked, found)]
    papers = Papers(view)
    read = [
        entry
        for entry in view.rates()
        if not entry.rate.proposed
        and id(entry) not in known
        and entry.rate.unit in units
        and fits(asked, entry.rate)
        and any(d == entry.document.id and place.overlaps(entry.rate.span) for d, place in said)
        and papers.stand(entry)
    ]
    of_then = [
        replace(one, score=best)
        for one in all_dated(read, view)
        if status_of(asked, one) is RateStatus.IN_FORCE
    ]
    return [*matches, *of_then]


def _pending(
    asked: RateQuestion, found: Found, matches: Sequence[Match], view: View
) -> list[Match]:
    """Return what is proposed from a later day than what applies at the time asked about.

    That its day has come does not say whether it was adopted, or its condition met.
    """
    period = asked.period
    last = (period.until or date.max) if period else date.max
    begun = [m.validity.since for m in chosen_of(asked, matches)[0] if m.validity.since]
    first = max(begun, default=asked.today)
    return [
        match
        for match in proposed(asked, found.terms, view)
        for since in [match.validity.since]
        if since is not None and min(first, asked.today) < since <= last
    ]


def _of_the_year_running(
    asked: RateQuestion, found: Found, matches: Sequence[Match], view: View
) -> list[Match]:
    """Return what applies today of an agreement of which another year is asked for."""
    if asked.year is None or asked.period is not None:
        return []
    of_year = {match.thing for match in matches if match.year and match.year == asked.year}
    any_year = replace(asked, year=None)
    return [
        match
        for match in find_matches(any_year, found.terms, view)
        if match.thing in of_year and status_of(any_year, match) is RateStatus.IN_FORCE
    ]


def _say_other_word(
    draft: Draft,
    question: Question,
    asked: RateQuestion,
    found: Found,
    matches: Sequence[Match],
) -> None:
    if other := by_other_word(asked, found.terms, matches) if question.read_as == "da" else "":
        typed = next((t.text for t in tokens(question.text) if t.folded == other), other)
        draft.say("rate_by_other_word", asked=plain(typed))


def _near_miss(question: Question, asked: RateQuestion, found: Found, view: View) -> Reply | None:
    miss = near_miss(asked, found.terms, view)
    if miss is None:
        return None
    draft = Draft(question.text, question.language)
    miss.say(draft)
    besides = Beside()
    if not _applies(miss.asked, miss.matches):
        besides = Beside(proposals=proposed(miss.asked, found.terms, view))
    return write(draft, miss.asked, miss.matches, view, besides)


def _with_more_words(
    question: Question, asked: RateQuestion, found: Found, view: View
) -> Reply | None:
    wider = with_more_words(question, asked, found.terms, view)
    if wider is None:
        return None
    called = " ".join(f"{match.rate.name} {match.rate.about}" for match in wider.matches)
    if lacks_hours(asked.sides, called):
        return None  # what a visit costs at night is not what one costs by day
    draft = Draft(question.text, question.language)
    _say_other_word(draft, question, asked, found, wider.matches)
    draft.say("rate_lacks_words", words=plain(", ".join(wider.words)))
    return write(draft, asked, wider.matches, view)


def _of_the_time(asked: RateQuestion, found: Found) -> list[Group]:
    """Return what is about the matter in papers of the time that is asked about."""
    subject = asked.subject(found.terms)
    period = asked.period
    if period is None or not subject:
        return []
    return [
        group
        for group in found.groups
        if period.holds(group.document.date)
        for words in [
            term_set(" ".join(f"{h.passage.header} {h.passage.text}" for h in group.hits))
        ]
        if all(stands(term, words) for term in subject)
    ]
