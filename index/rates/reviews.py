"""What people decided about rates that were read from documents, beside the index.

A choice is kept under a fingerprint of the words that the rate was read from, not of its place: it
survives when the archive is read again, and it ends when the words change. The file holds no words
of any document, only fingerprints and what a person typed.
"""

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from threading import Lock

import msgspec

from index.archive import RateEntry
from index.errors import ReferentError
from index.rates.rate import Rate, Validity
from index.rates.units import parse_unit


class Verdict(StrEnum):
    """What somebody decided about a candidate."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision about one candidate; what is `None` stays as it was read."""

    verdict: Verdict
    day: date
    amount: Decimal | None = None
    name: str | None = None
    unit: str | None = None
    """As in a table: "kr. pr. time"."""
    agreement: str | None = None
    agreement_year: int | None = None
    since: date | None = None
    until: date | None = None
    undated: bool = False
    """Whether the period that was read does not hold, and no other is known."""
    seen: Validity | None = None
    """When it applied, by all that was known when it was confirmed as read."""

    def applied(self, rate: Rate) -> Rate | None:
        """Return the rate as it was decided, `None` where it was rejected."""
        if self.verdict is Verdict.REJECTED:
            return None
        unit = parse_unit(self.unit) if self.unit else None
        dated = self.since is not None or self.until is not None
        return replace(
            rate,
            name=self.name or rate.name,
            amount=rate.amount if self.amount is None else self.amount,
            unit=unit or rate.unit,
            agreement=self.agreement or rate.agreement,
            agreement_year=self.agreement_year or rate.agreement_year,
            validity=Validity(self.since, self.until) if dated or self.undated else rate.validity,
            corrected=(self.amount is not None and self.amount != rate.amount) or unit is not None,
            doubts=(),
            verified=True,
            confirmed=self.seen,
        )


def fingerprint(rate: Rate) -> str:
    """Return what a choice about a candidate is kept under."""
    said = (rate.name, rate.printed, rate.about, rate.agreement or "", str(rate.agreement_year))
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:32]


class Reviews:
    """The choices in a file. Safe to use from several threads; a change is noticed at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._read: tuple[tuple[int, int] | None, dict[str, Choice]] = (None, {})
        self._applied: tuple[object, object, tuple[RateEntry, ...]] = (None, None, ())

    def choices(self) -> dict[str, Choice]:
        """Return all choices by fingerprint.

        Raises:
            ReferentError: The file cannot be read, or is not what was written.
        """
        with self._lock:
            return dict(self._current())

    def choose(self, rate: Rate, choice: Choice) -> None:
        """Keep a choice, in the place of an earlier one about the same words."""
        with self._lock:
            choices = {**self._current(), fingerprint(rate): choice}
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._path.parent, delete=False) as file:
                file.write(msgspec.json.format(msgspec.json.encode(choices)))
                file.flush()
                os.fsync(file.fileno())
            Path(file.name).replace(self._path)

    def applied(self, entries: tuple[RateEntry, ...]) -> tuple[RateEntry, ...]:
        """Return rates as they were decided: rejected ones are left out."""
        with self._lock:
            choices = self._current()
            if not choices:
                return entries
            if self._applied[0] is not entries or self._applied[1] is not choices:
                self._applied = (entries, choices, tuple(_decided(entries, choices)))
            return self._applied[2]

    def _current(self) -> dict[str, Choice]:
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return {}
        stamp = (status.st_mtime_ns, status.st_size)
        if self._read[0] != stamp:
            try:
                read = msgspec.json.decode(self._path.read_bytes(), type=dict[str, Choice])
            except (OSError, msgspec.MsgspecError) as error:
                raise ReferentError(
                    f"The reviews in {self._path} cannot be read: {error}."
                ) from error
            self._read = (stamp, read)
        return self._read[1]


def _decided(entries: tuple[RateEntry, ...], choices: dict[str, Choice]) -> list[RateEntry]:
    decided = []
    mended = _mended(entries, choices)
    for entry in entries:
        choice = None if entry.rate.verified else choices.get(fingerprint(entry.rate))
        rate = entry.rate if choice is None else choice.applied(entry.rate)
        if rate is not None and choice is None:
            rate = _without_doubts(rate, mended.get((entry.document.id, rate.name), frozenset()))
        if rate is not None:
            decided.append(replace(entry, rate=rate))
    return decided


def _mended(
    entries: tuple[RateEntry, ...], choices: dict[str, Choice]
) -> dict[tuple[str, str], frozenset[str]]:
    """Return the figures that were corrected or rejected, by document and name, as printed."""
    mended: dict[tuple[str, str], frozenset[str]] = {}
    for entry in entries:
        choice = None if entry.rate.verified else choices.get(fingerprint(entry.rate))
        if choice is None or (choice.verdict is not Verdict.REJECTED and choice.amount is None):
            continue
        key = entry.document.id, entry.rate.name
        mended[key] = mended.get(key, frozenset()) | {entry.rate.printed}
    return mended


def _without_doubts(rate: Rate, mended: frozenset[str]) -> Rate:
    """Return a rate without the doubts that only a figure raised which somebody has mended."""
    if not mended or not rate.doubts:
        return rate
    left = tuple(
        doubt for doubt in rate.doubts if not any(_is_in(f, mended) for f in doubt.figures)
    )
    return rate if left == rate.doubts else replace(rate, doubts=left)


def _is_in(figure: str, printed: frozenset[str]) -> bool:
    return any(re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d.,]?\d)", one) for one in printed)
