"""Rates as lines of a reply: the figure as printed, with everything that tells what it is."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from bot.answers.rates.terms import Match
from bot.answers.rates.word_index import says_what
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import document_name, paper_phrase
from bot.replies import Language, ToldRate
from bot.wording import phrase
from index.archive import View
from index.danish.days import format_date
from index.documents import DocumentKind, MinutesStatus
from index.rates.amounts import written
from index.rates.codes import is_code
from index.rates.rate import Origin, Rate, RateStatus, Validity


class RateLines:
    """Rates as lines: as printed, what for, unit, agreement, validity, and what tells them apart.

    What is the same for all of them (who read them, from which paper) is said elsewhere.
    """

    def __init__(
        self,
        draft: Draft,
        view: View,
        matches: Sequence[Match],
        status: Callable[[Match], RateStatus],
        *,
        of_today: bool = True,
        answering: bool = True,
    ) -> None:
        """Take what the lines have in common.

        Args:
            draft: The reply that they stand in.
            view: The archive.
            matches: All the rates told, so that what is the same for all is left out.
            status: Whether a rate applies at the time the reply is about.
            of_today: Whether that time is today.
            answering: Whether they answer; else the reply shows them and states none of them.
        """
        self._answering = answering
        self._draft = draft
        self._view = view
        self._status = status
        self._words = _WORDS if of_today else _THEN
        self._mixed = len({match.rate.verified for match in matches}) > 1
        self._papers = len({match.entry.document.id for match in matches}) > 1

    def of(self, match: Match) -> str:
        """Return the line of a rate, and state it."""
        draft, rate = self._draft, match.rate
        status, marker = self._state(match)
        beside = [*filter(None, [rate.payee]), *(n for n in rate.names if is_code(n))]
        more = [one for one in beside if one not in rate.name]
        name = f"{rate.name} ({', '.join(more)})" if more else rate.name
        parts = [plain(name), *map(plain, unit_beside(rate, draft.language))]
        if rate.agreement or rate.agreement_year:
            parts.append(_agreement(draft, rate.agreement, rate.agreement_year))
        parts.append(validity_words(match.validity, draft.language))
        if status in self._words:
            parts.append(draft.phrase(self._words[status]))
        if rate.note and rate.origin is Origin.LOADED:
            parts.append(plain(rate.note))
        if self._mixed and (rate.verified or rate.origin is Origin.EXTRACTED):
            parts.append(draft.phrase("rate_verified" if rate.verified else "rate_extracted"))
        if rate.proposed:
            parts.append(draft.phrase("rate_proposed_word"))
        document = match.entry.document
        if self._papers or not (rate.agreement or says_what(rate.name)):
            parts.append(plain(document_name(draft, document)))
        elif document.status is MinutesStatus.DRAFT or document.kind is DocumentKind.AGENDA:
            parts.append(draft.phrase(paper_phrase(document)))
        told_of = " · ".join(filter(None, parts))
        line = f"**{_figure(draft, rate)}** · {told_of} {marker}"
        if match.term is not None:
            told = draft.cite(self._view.document(match.term.document.id), match.term.span)
            by_year = rate.agreement_year is not None and not rate.validity.dated
            words = "rate_year_from" if by_year else "rate_term_from"
            if match.term.document.kind is DocumentKind.OTHER:
                words = "rate_list_from"
            line += f" ({draft.phrase(words)} {told})"
        return line

    def briefly(self, match: Match) -> str:
        """Return figure and validity of a rate whose thing and unit are known, and state it."""
        _, marker = self._state(match)
        when = validity_words(match.validity, self._draft.language)
        return f"**{_figure(self._draft, match.rate)}** · {when} {marker}"

    def _state(self, match: Match) -> tuple[RateStatus, str]:
        document = self._view.document(match.entry.document.id)
        marker = self._draft.cite(document, match.rate.span)
        status = self._status(match)
        number = int(marker.strip("[]"))
        if self._answering:
            self._draft.state(ToldRate(match.entry, match.validity, status, number))
        return status, marker


def status_on(day: date) -> Callable[[Match], RateStatus]:
    """Return what tells whether a rate applies on a day."""
    return lambda match: match.rate.status(day, match.validity)


def warn_unverified(draft: Draft, told: Iterable[Match]) -> None:
    """Warn where nobody has verified a rate that is told."""
    read = (match for match in told if match.rate.origin is Origin.EXTRACTED)
    if any(not match.rate.verified for match in read):
        draft.warn("rate_not_verified")


_WORDS = {RateStatus.EXPIRED: "rate_expired_word", RateStatus.NOT_YET: "rate_not_yet_word"}
_THEN = {RateStatus.EXPIRED: "rate_earlier_word", RateStatus.NOT_YET: "rate_later_word"}
"""Of another time than today a rate is not "expired": it applied before, or only later."""


def _figure(draft: Draft, rate: Rate) -> str:
    """Return the figure as printed; one that somebody corrected, with what is printed."""
    if not rate.corrected:
        # "Højst" stands right before a figure that was read with it.
        limited = rate.note is not None and rate.origin is Origin.EXTRACTED
        return plain(f"{rate.note} {rate.printed}" if limited else rate.printed)
    amount = " ".join(part for part in (written(rate.amount), rate.unit.currency) if part)
    return draft.phrase("rate_corrected", amount=amount, printed=plain(rate.printed))


def _agreement(draft: Draft, agreement: str | None, year: int | None) -> str:
    if agreement and year:
        return draft.phrase("rate_agreement_year", agreement=plain(agreement), number=year)
    if year:
        return draft.phrase("rate_year_alone", number=year)
    return plain(agreement or "")


def unit_beside(rate: Rate, language: Language) -> tuple[str, ...]:
    """Return the unit in words, nothing where the figure is printed with those very words."""
    words = rate.unit.words(language)
    # Whoever reads "kr. per km" reads "kr. pr. km" as well.
    is_printed = words in rate.printed or words.replace("per ", "pr. ") in rate.printed
    return () if is_printed else (words,)


def validity_words(validity: Validity, language: Language) -> str:
    """Return from when to when something applies, both days inclusive."""

    def day(one: date) -> str:
        return format_date(one, language)

    match validity:
        case Validity(since=date() as since, until=date() as until):
            return phrase("rate_span", language, since=day(since), until=day(until))
        case Validity(since=date() as since):
            return phrase("rate_since", language, since=day(since))
        case Validity(until=date() as until):
            return phrase("rate_until", language, until=day(until))
    return phrase("rate_no_validity", language)
