"""Many questions at once: one JSON object a line in, one reply a line out, in the same order."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec

from bot.asked import Asked
from bot.cli.door import Conversing
from bot.cli.failures import told_defect
from bot.cli.options import audiences
from bot.cli.printing import print_json
from bot.questions.askable import checked
from bot.rendering.as_json import ErrorObject, ReplyObject, reply_object
from bot.replies import Language
from index.errors import ReferentError, UsageError


class BatchLine(msgspec.Struct, forbid_unknown_fields=True):
    """A question of a batch."""

    question: str
    on: date | None = None
    audience: str | list[str] | None = None
    language: Language | None = None
    after: str | list[str] = msgspec.field(default_factory=list)
    """What was asked before it, which it may lean on; oldest first."""


@contextmanager
def open_batch(name: str) -> Iterator[Iterable[bytes]]:
    """Open the lines of a file, or of standard input when it is called "-".

    Raises:
        UsageError: The file cannot be opened.
    """
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - closed below; only opening may be the user's fault
    except OSError as error:
        raise UsageError(f"Cannot read the questions in {name}: {error.strerror}.") from error
    with file:
        yield file


def answer_batch(lines: Iterable[bytes], assistant: Conversing, home: Path | None) -> bool:
    """Print a reply or an error for each line that is not blank; tell whether all were answered.

    Each is printed before the next line is read, so a program can converse over a pipe.
    """
    sound = True
    for number, line in enumerate(lines, start=1):
        if line.strip():
            answer = _answer(number, line, assistant, home)
            print_json(answer, one_line=True)
            sound = sound and isinstance(answer, ReplyObject)
    return sound


def _answer(
    number: int, line: bytes, assistant: Conversing, home: Path | None
) -> ReplyObject | ErrorObject:
    try:
        asked, said = _asked(line)
        return reply_object(assistant.reply(assistant.in_thread(asked, said)))
    except ReferentError as error:
        return ErrorObject(str(error), line=number)
    except Exception as error:  # logged and told; the other lines still answer
        message, reference = told_defect(error, home)
        return ErrorObject(message, reference, number)


def _asked(line: bytes) -> tuple[Asked, list[str]]:
    try:
        read = msgspec.json.decode(line, type=BatchLine)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"Not a question in JSON: {error}.") from error
    named = [read.audience] if isinstance(read.audience, str) else read.audience
    said = [read.after] if isinstance(read.after, str) else read.after
    asked = Asked(checked(read.question), read.on, audiences(named), read.language)
    return asked, [checked(one) for one in said]
