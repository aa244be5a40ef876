"""The inbox: what was accepted, who is at it, and what became of it."""

import secrets
import sqlite3
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.inbox.errors import ClaimLost
from bot.inbox.questions import Counts, Incoming, Question, State, utc_now
from bot.inbox.store.file import InboxFile
from bot.inbox.store.keys import add_keys, digest_of, known_among, state_of

_LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"
"""Of an id: none is taken for another, and they form no words."""
_ID_LENGTH = 8

SETTLING = timedelta(seconds=5)
"""How long after a crash a message may still arrive that was on its way: nobody looks before."""
KEYS_KEPT = timedelta(days=30)
"""Longer than any surface repeats a delivery."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COLUMNS = "id, surface, payload, received, state, attempts, not_before, reference, place, ended"


class Inbox:
    """The questions of all surfaces, on disk. Safe to use from several threads and processes.

    What a method has done is on the disk when it returns. All that writes raises a `ReferentError`
    (see `bot.inbox.errors`) where it could not, and has then changed nothing.

    A question that was claimed belongs to this inbox until it is ended or given back, or the
    process ends. The folder must lie on a disk of this machine, and the process must not fork.
    """

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], datetime] = utc_now,
        settling: timedelta = SETTLING,
    ) -> None:
        """Open the inbox in that folder; make it, readable by this user only, where there is none.

        Raises:
            ReferentError: It cannot be opened, or not be trusted.
        """
        self._file = InboxFile(folder)
        self._clock = clock
        self._settling = settling

    def accept(self, incoming: Incoming) -> str | None:
        """Keep a question; return its id, or `None` for a duplicate.

        The keys of a duplicate that were not known are known from then on.
        """
        digests = {digest_of(incoming.surface, key) for key in incoming.keys}
        with self._file.writing() as connection:
            known = known_among(connection, digests)
            if known:
                add_keys(connection, digests - known.keys(), min(known.values()))
                return None
            id_ = _unused_id(connection)
            times = _micros(incoming.received), _micros(self._clock())
            added = connection.execute(
                "INSERT INTO questions"
                " (id, surface, payload, received, not_before, state, attempts)"
                " VALUES (?, ?, ?, ?, ?, ?, 0)",
                (id_, incoming.surface, incoming.payload, *times, State.ACCEPTED),
            )
            assert added.lastrowid is not None
            add_keys(connection, digests, added.lastrowid)
        return id_

    def due(self, limit: int, surfaces: Collection[str] | None = None) -> list[str]:
        """Return the ids of what can be taken up now, the longest due first.

        Among them is what a process that has ended was at. Without `surfaces`: of all.
        """
        self._free_what_is_left_behind()
        wanted = "" if surfaces is None else f"AND surface IN ({', '.join('?' * len(surfaces))})"
        statement = (
            "SELECT id FROM questions WHERE ended IS NULL AND owner IS NULL"  # noqa: S608  # marks
            f" AND not_before <= ? {wanted} ORDER BY not_before, number LIMIT ?"
        )
        now = _micros(self._clock())
        with self._file.reading() as connection:
            rows = connection.execute(statement, (now, *(surfaces or ()), limit)).fetchall()
        return [id_ for (id_,) in rows]

    def claim(self, id_: str) -> Question | None:
        """Take a question up, which counts as an attempt; `None` where another was quicker.

        One whose state is `POSTING` may have been answered: look, and post nothing before.
        """
        statement = (
            "UPDATE questions SET owner = ?, attempts = attempts + 1 WHERE id = ?"  # noqa: S608
            f" AND owner IS NULL AND ended IS NULL AND not_before <= ? RETURNING {_COLUMNS}"
        )
        now = _micros(self._clock())
        with self._file.writing() as connection:
            taken = connection.execute(statement, (self._file.owner.name, id_, now)).fetchall()
        return _question(taken[0]) if taken else None

    def posting(self, question: Question) -> Question:
        """Note that something is about to be posted. Post only after this has returned.

        Raises:
            ClaimLost: It is not the caller's any more; post nothing.
        """
        return self._change(question, replace(question, state=State.POSTING))

    def unposted(self, question: Question) -> Question:
        """Note that nothing was posted, as the surface has seen; it stays the caller's.

        Raises:
            ClaimLost: It is not the caller's any more.
        """
        return self._change(question, replace(question, state=State.ACCEPTED))

    def answered(self, question: Question, where: bytes) -> Question:
        """End a question with an answer that stands there.

        Raises:
            ClaimLost: It is not the caller's any more.
        """
        return self._end(question, State.ANSWERED, where)

    def apologised(self, question: Question, where: bytes) -> Question:
        """End a question with an apology that stands there.

        Raises:
            ClaimLost: It is not the caller's any more.
        """
        return self._end(question, State.APOLOGISED, where)

    def abandon(self, question: Question, reference: str) -> Question:
        """End a question with nothing, under the reference of the line in the log.

        Raises:
            ClaimLost: It is not the caller's any more.
        """
        return self._end(question, State.ABANDONED, None, reference)

    def retry(self, question: Question, after: timedelta, reference: str | None) -> Question:
        """Give a question back, to be taken up again after some time.

        One that was being posted stays so: whoever takes it up looks first, and not at once.

        Raises:
            ClaimLost: It is not the caller's any more.
        """
        if question.state is State.POSTING:
            after = max(after, self._settling)
        later = replace(
            question,
            not_before=self._clock() + after,
            reference=reference or question.reference,
        )
        return self._change(question, later, owned=False)

    def release(self, question: Question, after: timedelta = timedelta()) -> Question:
        """Give a question back as if it had not been taken up: the caller has to stop, or to wait.

        Raises:
            ClaimLost: It is not the caller's any more.
        """
        if question.state is State.POSTING:
            after = max(after, self._settling)
        back = replace(question, attempts=question.attempts - 1, not_before=self._clock() + after)
        return self._change(question, back, owned=False)

    def hurry(self, surface: str) -> int:
        """Let all that waits to be tried again on a surface be due now; return how much that is.

        What was being posted settles first.
        """
        with self._file.writing() as connection:
            return connection.execute(
                "UPDATE questions SET not_before = ? WHERE surface = ? AND state = ?"
                " AND ended IS NULL AND owner IS NULL AND not_before > ?",
                (now := _micros(self._clock()), surface, State.ACCEPTED, now),
            ).rowcount

    def question(self, id_: str) -> Question | None:
        """Return a question by its id; `None` where there is none (any more)."""
        with self._file.reading() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM questions WHERE id = ?",  # noqa: S608  # our own names
                (id_,),
            ).fetchall()
        return _question(rows[0]) if rows else None

    def state(self, surface: str, key: str) -> State | None:
        """Return how far the question of a key has come; `None` where none is known by it."""
        with self._file.reading() as connection:
            return state_of(connection, digest_of(surface, key))

    def counts(self) -> Counts:
        """Count what is owed."""
        with self._file.reading() as connection:
            posting, at_work, owed, oldest, abandoned = connection.execute(
                "SELECT coalesce(sum(state = 'posting'), 0),"
                " coalesce(sum(state = 'accepted' AND owner IS NOT NULL), 0), count(*),"
                " min(received),"
                " (SELECT count(*) FROM questions WHERE state = 'abandoned')"
                " FROM questions WHERE ended IS NULL"
            ).fetchone()
        return Counts(
            waiting=owed - posting - at_work,
            at_work=at_work,
            posting=posting,
            abandoned=abandoned,
            oldest=_maybe_time(oldest),
        )

    def forget(self, before: datetime, keys_kept: timedelta = KEYS_KEPT) -> int:
        """Drop what people wrote from all that ended before then; return of how many questions.

        Their keys, as digests, go after a further `keys_kept`: later deliveries are duplicates
        until then. What is still owed is never forgotten.
        """
        ended, long_ended = _micros(before), _micros(before - keys_kept)
        with self._file.writing() as connection:
            forgotten = connection.execute(
                "UPDATE questions SET payload = NULL, place = NULL"
                " WHERE ended < ? AND (payload IS NOT NULL OR place IS NOT NULL)",
                (ended,),
            ).rowcount
            connection.execute(
                "DELETE FROM keys WHERE question IN (SELECT number FROM questions WHERE ended < ?)",
                (long_ended,),
            )
            connection.execute("DELETE FROM questions WHERE ended < ?", (long_ended,))
        self._file.empty_log()
        return forgotten

    def close(self) -> None:
        """Let go of the file. What is claimed can then be taken up by others."""
        self._file.close()

    def _end(
        self, question: Question, state: State, where: bytes | None, reference: str | None = None
    ) -> Question:
        ended = replace(
            question,
            state=state,
            where=where,
            ended=self._clock(),
            reference=reference or question.reference,
        )
        return self._change(question, ended, owned=False)

    def _change(self, question: Question, to: Question, *, owned: bool = True) -> Question:
        """Change a question, provided that it is ours and still as we know it."""
        mine = self._file.owner.name
        with self._file.writing() as connection:
            changed = connection.execute(
                "UPDATE questions SET state = ?, attempts = ?, not_before = ?, reference = ?,"
                " place = ?, ended = ?, owner = ?"
                " WHERE id = ? AND owner = ? AND state = ? AND attempts = ?",
                (
                    *(to.state, to.attempts, _micros(to.not_before), to.reference, to.where),
                    *(_micros(to.ended) if to.ended else None, mine if owned else None),
                    *(question.id, mine, question.state, question.attempts),
                ),
            ).rowcount
        if not changed:
            raise ClaimLost(f"Question {question.id} is no longer ours to change.")
        return to

    def _free_what_is_left_behind(self) -> None:
        """Let others take up what processes were at that have ended."""
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT DISTINCT owner FROM questions WHERE owner IS NOT NULL AND owner <> ?",
                (self._file.owner.name,),
            ).fetchall()
        gone = [owner for (owner,) in rows if not self._file.owners.lives(owner)]
        if not gone:
            return
        settled = _micros(self._clock() + self._settling)
        with self._file.writing() as connection:
            connection.executemany(
                "UPDATE questions SET owner = NULL, not_before ="
                " CASE state WHEN 'posting' THEN ? ELSE not_before END WHERE owner = ?",
                [(settled, owner) for owner in gone],
            )


def _unused_id(connection: sqlite3.Connection) -> str:
    while True:
        id_ = "".join(secrets.choice(_LETTERS) for _ in range(_ID_LENGTH))
        if not connection.execute("SELECT 1 FROM questions WHERE id = ?", (id_,)).fetchone():
            return id_


def _question(row: tuple[str, str, bytes | None, int, str, int, int, str, bytes, int]) -> Question:
    id_, surface, payload, received, state, attempts, not_before, reference, where, ended = row
    return Question(
        id=id_,
        surface=surface,
        payload=payload,
        received=_time(received),
        state=State(state),
        attempts=attempts,
        not_before=_time(not_before),
        reference=reference,
        where=where,
        ended=_maybe_time(ended),
    )


def _micros(time: datetime) -> int:
    return (time - _EPOCH) // timedelta(microseconds=1)


def _time(micros: int) -> datetime:
    return _EPOCH + timedelta(microseconds=micros)


def _maybe_time(micros: int | None) -> datetime | None:
    return None if micros is None else _time(micros)
