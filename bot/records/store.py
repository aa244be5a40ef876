"""The file in which answers are kept.

A lost answer costs a button that no longer opens anything, so writing does not wait for the disk as
the inbox does. Errors of the disk are told as ours.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from bot.database import Database, Layout
from bot.records.answers import Answer, Judged
from bot.replies import ReplyKind
from index.danish.personal_numbers import masked
from index.errors import ReferentError

NAME = "answers.sqlite"
LOOKED_AT = 40
"""Answers of a conversation, the newest first, among which the one is sought that was gone on from;
so many do not come while one person writes."""
_TABLES = """
CREATE TABLE answers (
    id TEXT PRIMARY KEY, conversation BLOB NOT NULL, kind TEXT NOT NULL,
    answered INTEGER NOT NULL,  -- microseconds since 1970
    record BLOB NOT NULL
);
CREATE INDEX answers_by_conversation ON answers (conversation, answered);
CREATE INDEX answers_by_time ON answers (answered);
CREATE TABLE judgements (
    answer TEXT NOT NULL REFERENCES answers ON DELETE CASCADE,
    person BLOB NOT NULL, good INTEGER NOT NULL,
    PRIMARY KEY (answer, person)
) WITHOUT ROWID
"""
_SINCE_2 = """
ALTER TABLE judgements ADD COLUMN reason TEXT;
CREATE TABLE places (
    place BLOB PRIMARY KEY,  -- a digest
    answer TEXT NOT NULL REFERENCES answers ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX places_by_answer ON places (answer)
"""
_LAYOUT = Layout(
    application=0x52464157,
    steps=(_TABLES, _SINCE_2),
    pragmas=("secure_delete = ON", "foreign_keys = ON"),
)
LONGEST_REASON = 2_000
"""Characters of what somebody writes about an answer."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class RecordsDamaged(ReferentError):
    """The file of answers is none, is broken, or cannot be written; the message names it."""


class Records:
    """Answers on disk. Safe to use from several threads.

    Raises:
        RecordsDamaged: From every method: the file cannot be opened, trusted or written.
    """

    def __init__(self, folder: Path) -> None:
        """Open the file in that folder; make it, readable by this user only, if there is none."""
        self._database = Database(folder / NAME, _LAYOUT, RecordsDamaged)

    def keep(self, answer: Answer) -> None:
        """Keep an answer; one of the same id is replaced, and keeps what was thought of it."""
        with self._database.changing() as connection:
            connection.execute(
                "INSERT INTO answers VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                " conversation = excluded.conversation, kind = excluded.kind,"
                " answered = excluded.answered, record = excluded.record",
                (
                    answer.id,
                    _digest(answer.conversation),
                    answer.kind.value,
                    _micros(answer.answered),
                    msgspec.json.encode(answer),
                ),
            )

    def move(self, id_: str, conversation: str) -> None:
        """Let an answer belong to another conversation."""
        answer = self.answer(id_)
        if answer is not None:
            self.keep(replace(answer, conversation=conversation))

    def answer(self, id_: str) -> Answer | None:
        """Return an answer by its question's id; `None` where there is none any more."""
        rows = self._database.rows("SELECT record FROM answers WHERE id = ?", id_)
        return _decoded(rows[0]) if rows else None

    def last(
        self, conversation: str, known: Callable[[Answer], bool] | None = None
    ) -> Answer | None:
        """Return the newest answer of a conversation, among those that are `known`."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT record FROM answers WHERE conversation = ? ORDER BY answered DESC LIMIT ?",
                (_digest(conversation), LOOKED_AT),
            )
            # Nearly always it is the newest, so the others are not even read.
            answers = map(_decoded, rows)
            return next((one for one in answers if known is None or known(one)), None)

    def knows(self, conversation: str) -> bool:
        """Tell whether anything was answered in a conversation."""
        return bool(
            self._database.rows(
                "SELECT 1 FROM answers WHERE conversation = ? LIMIT 1", _digest(conversation)
            )
        )

    def stands_at(self, id_: str, place: str) -> None:
        """Keep where an answer was posted, as its surface names the place."""
        with self._database.changing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO places SELECT ?, id FROM answers WHERE id = ?",
                (_digest(place), id_),
            )

    def at(self, place: str) -> Answer | None:
        """Return the answer that was posted there; `None` where none is known (any more)."""
        rows = self._database.rows(
            "SELECT record FROM answers JOIN places ON answer = id WHERE place = ?", _digest(place)
        )
        return _decoded(rows[0]) if rows else None

    def judge(self, id_: str, person: str, *, good: bool, reason: str | None = None) -> bool:
        """Keep what somebody thinks of an answer, and why; the last word counts.

        Whoever thinks the same again, and says no more, still means what they said of it.

        Returns whether the answer is still there.
        """
        with self._database.changing() as connection:
            there = connection.execute("SELECT 1 FROM answers WHERE id = ?", (id_,)).fetchone()
            if there:
                connection.execute(
                    "INSERT INTO judgements (answer, person, good, reason) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (answer, person)"
                    " DO UPDATE SET good = excluded.good, reason = CASE"
                    " WHEN good = excluded.good THEN coalesce(excluded.reason, reason)"
                    " ELSE excluded.reason END",
                    (
                        *(id_, _digest(f"{id_}/{person}"), int(good)),
                        masked(reason)[:LONGEST_REASON] if reason else None,
                    ),
                )
        return there is not None

    def judged(self) -> list[Judged]:
        """Return the answers that somebody judged, the newest first."""
        rows = self._database.rows(
            "SELECT record, sum(good), sum(1 - good), json_group_array(reason) FROM answers"
            " JOIN judgements ON answer = id GROUP BY id ORDER BY answered DESC"
        )
        return [
            Judged(_decoded(row), int(row[1]), int(row[2]), tuple(filter(None, json.loads(row[3]))))
            for row in rows
        ]

    def of_kinds(self, kinds: frozenset[ReplyKind]) -> list[Answer]:
        """Return the answers of some kinds, the newest first."""
        marks = ", ".join("?" * len(kinds))
        rows = self._database.rows(
            f"SELECT record FROM answers WHERE kind IN ({marks}) ORDER BY answered DESC",  # noqa: S608
            *sorted(kinds),
        )
        return [_decoded(row) for row in rows]

    def forget(self, before: datetime) -> int:
        """Drop all that was answered before then; return how much that was."""
        with self._database.changing() as connection:
            return connection.execute(
                "DELETE FROM answers WHERE answered < ?", (_micros(before),)
            ).rowcount

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _decoded(row: tuple[Any, ...]) -> Answer:
    return msgspec.json.decode(row[0], type=Answer)


def _digest(words: str) -> bytes:
    return hashlib.blake2b(words.encode(), digest_size=16).digest()


def _micros(time: datetime) -> int:
    return int((time - _EPOCH).total_seconds() * 1_000_000)
