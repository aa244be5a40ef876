"""A file of questions with known answers.

A line of the file is a JSON object::

    {"id": "d01", "lang": "da", "kind": "decision", "question": "…",
     "source": "kvu/2024-03-05.pdf", "quote": ["…"], "answer": ["…", ["one", "or another"]],
     "absent": ["…"]}

`quote`: each must stand in a cited passage, of the document `source` when that is given (a path,
or a file name without its suffix). `answer`: each, or one of each list, must stand in the reply or
a quotation. `absent`: none may. Kind `abstain`: the archive holds no answer; `reply` may say which
of the four kinds of no is expected. `on`: the day the question is asked. `note`: for who completes
the file.
"""

from datetime import date
from pathlib import Path

import msgspec

from bot.evaluation.lines import read_lines
from bot.replies import Language, ReplyKind

ABSTAIN = "abstain"
NOES = frozenset(
    {ReplyKind.NOT_FOUND, ReplyKind.NOT_DECIDED, ReplyKind.CLOSED, ReplyKind.NOT_IN_ARCHIVE}
)
"""The four kinds of no."""


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of a question file."""

    id: str
    lang: Language
    kind: str
    question: str
    source: str | None = None
    quote: tuple[str, ...] = ()
    answer: tuple[str | tuple[str, ...], ...] = ()
    absent: tuple[str, ...] = ()
    reply: ReplyKind | None = None
    on: date | None = None
    note: str | None = None

    @property
    def answerable(self) -> bool:
        """Whether the archive holds an answer."""
        return self.kind != ABSTAIN


def read_questions(path: Path) -> tuple[Question, ...]:
    """Read a question file.

    Raises:
        UsageError: The file cannot be read, holds no question, or a line is wrong; names the line.
    """
    return read_lines(path, Question)
