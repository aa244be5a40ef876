"""What is said first of a rate: whether it applies at the time that is asked about."""

from collections.abc import Sequence
from datetime import date

from bot.answers.rates.choice import status_of
from bot.answers.rates.terms import Match
from bot.answers.telling.draft import Draft, plain
from bot.questions.rates.rate_question import RateQuestion
from bot.questions.times.period import Period
from index.danish.days import format_date
from index.rates.rate import RateStatus


def say_status(
    draft: Draft,
    asked: RateQuestion,
    chosen: Sequence[Match],
    *,
    followed: bool,
    current: bool = False,
) -> None:
    """Say first whether what follows applies at the time asked about.

    Args:
        draft: The reply.
        asked: What was asked.
        chosen: The rates that answer.
        followed: Whether sentences with other amounts stand below.
        current: Whether what applies today, in another year of the agreement, stands below.
    """
    when = when_of(draft, asked)
    statuses = {status_of(asked, match) for match in chosen}
    if RateStatus.IN_FORCE in statuses:
        draft.say("rate_in_force", when=when)
    elif asked.period is not None and statuses == {RateStatus.NOT_YET}:
        since = min(m.validity.since for m in chosen if m.validity.since)
        draft.say("rate_before_table", when=when, since=format_date(since, draft.language))
    elif asked.period is not None and any(m.validity.dated for m in chosen):
        read = followed and not any(match.rate.verified for match in chosen)
        draft.say("rate_none_read" if read else "rate_no_table", when=when)
    elif RateStatus.UNDATED in statuses:
        _say_undated(draft, when, chosen)
    elif statuses == {RateStatus.NOT_YET}:
        since = min(m.validity.since for m in chosen if m.validity.since)
        draft.say("rate_not_yet", when=when, since=format_date(since, draft.language))
    elif statuses == {RateStatus.EXPIRED}:
        until = max(m.validity.until for m in chosen if m.validity.until)
        if current:
            ended = format_date(until, draft.language)
            draft.say("rate_year_over", number=asked.year, until=ended)
            return
        # What nobody keeps up to date may go on in words that were not read.
        kept = all(match.rate.verified for match in chosen)
        said = "rate_followed" if followed else "rate_read_expired"
        phrase = "rate_none_in_force" if kept and not followed else said
        draft.say(phrase, when=when, until=format_date(until, draft.language))
    else:
        draft.say("rate_no_table", when=when)


def _say_undated(draft: Draft, when: str, chosen: Sequence[Match]) -> None:
    years = {(m.rate.agreement, m.rate.agreement_year) for m in chosen if m.rate.agreement_year}
    agreements = {agreement for agreement, _ in years if agreement}
    if len(agreements) == 1:
        agreement = plain(agreements.pop())
        if len(years) == 1 == len(chosen):
            number = next(iter(years))[1]
            draft.say("rate_year_unknown", agreement=agreement, number=number, when=when)
        else:
            draft.say("rate_start_unknown", agreement=agreement, when=when)
    elif any(match.validity.dated for match in chosen):
        draft.say("rate_end_unknown", when=when)
    else:
        draft.say("rate_undated_validity", when=when)


def when_of(draft: Draft, asked: RateQuestion) -> str:
    """Return the words for the time that is asked about."""
    period = asked.period
    if period is not None and period.year is not None:
        return draft.phrase("rate_in_year", year=period.year)
    if period is not None and period.since is not None and period.is_day:
        return draft.phrase("rate_on_day", date=format_date(period.since, draft.language))
    return time_named(draft, period, asked.today)


def time_named(draft: Draft, period: Period | None, today: date) -> str:
    """Return the words of the question for a time; what today is, where it has none."""
    if period is None:
        return draft.phrase("rate_today", date=format_date(today, draft.language))
    return f"“{plain(period.words)}”"
