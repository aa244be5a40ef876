"""What models cost, by day, kept on disk: several processes, and a restart, share one budget.

What a call may cost is held before it is made, so that many at once do not spend more than there
is; what it did cost takes its place. A process that dies leaves what it held: it may have cost so
much.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot.database import Database, Layout
from bot.incidents import log_incident
from bot.models.attempts import Usage
from bot.models.calls import Call
from bot.models.model import Failure, ModelFailed
from index.errors import ReferentError
from index.writer_settings import Writer

NAME = "spending.sqlite"
_TABLES = """
CREATE TABLE calls (
    day TEXT NOT NULL, model TEXT NOT NULL, purpose TEXT NOT NULL, end TEXT NOT NULL,
    currency TEXT NOT NULL,  -- '' where no price was set
    calls INTEGER NOT NULL, estimated INTEGER NOT NULL,
    read INTEGER NOT NULL, written INTEGER NOT NULL,
    cost INTEGER NOT NULL,  -- in millionths of a millionth: a price has six decimals, of a million
    seconds REAL NOT NULL,
    PRIMARY KEY (day, model, purpose, end, currency)
) WITHOUT ROWID;
CREATE TABLE held (
    id INTEGER PRIMARY KEY, day TEXT NOT NULL, tokens INTEGER NOT NULL, cost INTEGER NOT NULL
);
CREATE INDEX held_by_day ON held (day)
"""
_LAYOUT = Layout(application=0x5246534E, steps=(_TABLES,))
_PARTS = 1_000_000
"""Of a millionth of the currency."""


class SpendingDamaged(ReferentError):
    """The file of what was spent is none, is broken, or cannot be written; the message names it."""


@dataclass(frozen=True, slots=True)
class Hold:
    """What was set aside for a call."""

    id: int
    day: str


@dataclass(frozen=True, slots=True)
class Spent:
    """Calls of one day that ended in the same way."""

    day: date
    model: str
    purpose: str
    end: str
    calls: int
    estimated: int
    """Of the calls: how many whose tokens the server did not tell."""
    read: int
    written: int
    cost: Decimal | None
    """`None` where no price was set."""
    currency: str | None
    seconds: float


class Spending:
    """The account of one home folder. Safe to use from several threads and processes.

    Raises:
        SpendingDamaged: When it is made, and from `spent` and `forget`.
    """

    def __init__(
        self,
        folder: Path,
        writer: Writer,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Open the file in that folder; make it, readable by this user only, if there is none."""
        self._database = Database(folder / NAME, _LAYOUT, SpendingDamaged)
        self._writer = writer
        self._clock = clock

    def hold(self, read: int, written: int) -> Hold | None:
        """Set aside what a call may cost; `None` where that cannot be and nothing is limited.

        Raises:
            ModelFailed: So much is not left today, or what is left cannot be told.
        """
        writer = self._writer
        limited = writer.tokens_a_day is not None or writer.cost_a_day is not None
        try:
            return self._hold(read + written, self._cost(Usage(read, written)))
        except SpendingDamaged as error:
            log_incident("what a model costs cannot be counted", error, told=True)
            if not limited:
                return None
            raise ModelFailed(
                Failure.UNCOUNTED, "What the model costs cannot be counted, and it is limited."
            ) from error

    def settle(self, hold: Hold | None, call: Call) -> None:
        """Put what a call did cost in the place of what was set aside; a failure is logged."""
        try:
            with self._database.changing() as connection:
                if hold is not None:
                    connection.execute("DELETE FROM held WHERE id = ?", (hold.id,))
                connection.execute(
                    "INSERT INTO calls VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)"
                    " ON CONFLICT DO UPDATE SET calls = calls + 1,"
                    " estimated = estimated + excluded.estimated,"
                    " read = read + excluded.read, written = written + excluded.written,"
                    " cost = cost + excluded.cost, seconds = seconds + excluded.seconds",
                    (
                        hold.day if hold is not None else self._today(),
                        *(call.model, call.purpose, call.end.value, self._writer.currency or ""),
                        int(call.usage.estimated),
                        *(call.usage.read, call.usage.written),
                        *(self._cost(call.usage), call.seconds),
                    ),
                )
        except SpendingDamaged as error:
            log_incident("what a model cost was not counted", error, told=True)

    def spent(self) -> list[Spent]:
        """Return what was spent, the newest day first."""
        rows = self._database.rows(
            "SELECT day, model, purpose, end, calls, estimated, read, written, cost, currency,"
            " seconds FROM calls ORDER BY day DESC, model, purpose, end"
        )
        return [_spent(row) for row in rows]

    def forget(self, before: date) -> int:
        """Drop all days before that one; return how many lines that were."""
        with self._database.changing() as connection:
            connection.execute("DELETE FROM held WHERE day < ?", (before.isoformat(),))
            return connection.execute(
                "DELETE FROM calls WHERE day < ?", (before.isoformat(),)
            ).rowcount

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _hold(self, tokens: int, cost: int) -> Hold:
        day = self._today()
        with self._database.changing() as connection:
            used = connection.execute(
                "SELECT sum(tokens), sum(cost) FROM ("
                "SELECT read + written AS tokens, iif(currency = ?2, cost, 0) AS cost"
                " FROM calls WHERE day = ?1"
                " UNION ALL SELECT tokens, cost FROM held WHERE day = ?1)",
                (day, self._writer.currency or ""),
            ).fetchone()
            self._refuse_too_much((used[0] or 0) + tokens, (used[1] or 0) + cost)
            made = connection.execute(
                "INSERT INTO held (day, tokens, cost) VALUES (?, ?, ?)", (day, tokens, cost)
            )
            assert made.lastrowid is not None, "it was inserted"
            return Hold(made.lastrowid, day)

    def _refuse_too_much(self, tokens: int, cost: int) -> None:
        most_tokens, most_cost = self._writer.tokens_a_day, self._writer.cost_a_day
        if most_tokens is not None and tokens > most_tokens:
            raise ModelFailed(
                Failure.OVER_BUDGET, "Today's tokens are used up (writer.tokens_a_day)."
            )
        if most_cost is not None and cost > most_cost * _PARTS * _PARTS:
            raise ModelFailed(Failure.OVER_BUDGET, "Today's money is spent (writer.cost_a_day).")

    def _cost(self, usage: Usage) -> int:
        writer = self._writer
        return int(
            _PARTS * (writer.price_in * usage.read) + _PARTS * (writer.price_out * usage.written)
        )

    def _today(self) -> str:
        return self._clock().astimezone().date().isoformat()


def _spent(row: tuple[Any, ...]) -> Spent:
    day, model, purpose, end, calls, estimated, read, written, cost, currency, seconds = row
    return Spent(
        date.fromisoformat(day),
        *(model, purpose, end, calls, estimated, read, written),
        cost=Decimal(cost) / _PARTS / _PARTS if currency else None,
        currency=currency or None,
        seconds=seconds,
    )
