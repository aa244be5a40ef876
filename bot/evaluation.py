"""A file of questions with known answers into figures: how good Referent is on an archive.

A line of the file is a JSON object::

    {"id": "d01", "lang": "da", "kind": "decision", "question": "…",
     "source": "kvu/2024-03-05.pdf", "quote": ["…"], "answer": ["…", ["one", "or another"]],
     "absent": ["…"]}

`quote`: each must stand in a cited passage, of the document `source` when that is given (a path,
or a file name without its suffix). `answer`: each, or one of each list, must stand in the reply or
a quotation. `absent`: none may. Kind `abstain`: the archive holds no answer; `reply` may say which
of the four kinds of no is expected. `on`: the day the question is asked.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

import msgspec

from bot.asked import Asked
from bot.citations import Citation, folded
from bot.replies import MARKER, Language, Reply, ReplyKind
from index.archive import DocumentEntry, View
from index.documents import Document
from index.errors import UsageError

NOES = {
    ReplyKind.NOT_FOUND,
    ReplyKind.NOT_DECIDED,
    ReplyKind.CLOSED,
    ReplyKind.NOT_IN_ARCHIVE,
}
ABSTAIN = "abstain"
RANKS = (1, 3, 5)
"""How many of the first citations are looked at."""

RIGHT_WITHIN = 3
"""A passage cited later than this is as good as not found: nobody reads that far."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


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

    @property
    def answerable(self) -> bool:
        """Whether the archive holds an answer."""
        return self.kind != ABSTAIN


def read_questions(path: Path) -> tuple[Question, ...]:
    """Read a question file.

    Raises:
        UsageError: The file cannot be read, holds no question, or a line is wrong; names the line.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise UsageError(f"Cannot read the questions in {path}: {error.strerror}.") from error
    questions = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            questions.append(msgspec.json.decode(line, type=Question))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"{path}, line {number}: {error}.") from error
    if not questions:
        raise UsageError(f"{path} holds no questions.")
    return tuple(questions)


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with its reply and what is right and wrong about it.

    `None` means that the question does not ask for this.
    """

    question: Question
    reply: Reply | None
    """`None` when answering failed."""
    error: str | None
    rank: int | None
    """How many citations it takes until every expected quotation is covered."""
    passage_expected: bool
    answered: bool | None
    refused: bool | None
    """Of a question without answer: whether it was refused, and with the expected kind of no."""
    wrongly_refused: bool | None
    absent: tuple[str, ...]
    """What stands in the reply and should not."""
    misquoted: tuple[int, ...]
    """Numbers of citations whose words do not stand in the document at their place."""
    unsupported: tuple[str, ...]
    """Numbers in the reply that stand in nothing it cites."""
    milliseconds: float

    @property
    def failed(self) -> bool:
        """Whether anything is wrong."""
        return bool(
            self.error
            or (self.passage_expected and (self.rank is None or self.rank > RIGHT_WITHIN))
            or self.answered is False
            or self.refused is False
            or self.wrongly_refused
            or self.absent
            or self.misquoted
            or self.unsupported
        )


def judge(question: Question, reply: Reply, view: View, milliseconds: float) -> Judged:
    """Compare a reply with what was expected."""
    said = _said(reply)
    answered = _answers(question, said) if question.answer else None
    is_no = reply.kind in NOES
    expected = is_no if question.reply is None else reply.kind is question.reply
    missing = answered is False or (answered is None and _rank(question, reply) is None)
    refusal = is_no and (reply.kind is not ReplyKind.NOT_DECIDED or missing)
    return Judged(
        question=question,
        reply=reply,
        error=None,
        rank=_rank(question, reply) if question.quote else None,
        passage_expected=bool(question.quote),
        answered=answered,
        refused=None if question.answerable else expected,
        wrongly_refused=refusal and question.reply is None if question.answerable else None,
        absent=tuple(words for words in question.absent if _key(words) in said),
        misquoted=_misquoted(reply, view),
        unsupported=_unsupported(reply, view, question),
        milliseconds=milliseconds,
    )


def failure(question: Question, error: str, milliseconds: float) -> Judged:
    """Return a question that could not be answered at all."""
    return Judged(
        question=question,
        reply=None,
        error=error,
        rank=None,
        passage_expected=bool(question.quote),
        answered=False if question.answer else None,
        refused=None if question.answerable else False,
        wrongly_refused=None,
        absent=(),
        misquoted=(),
        unsupported=(),
        milliseconds=milliseconds,
    )


def evaluate(
    questions: Iterable[Question],
    answer: Callable[[Asked], Reply],
    view: View,
    clock: Callable[[], float],
    on_error: Callable[[Exception], str],
) -> tuple[Judged, ...]:
    """Ask every question and judge the replies.

    `clock` returns seconds. An error fails its question and no other; `on_error` logs it and
    returns what to say of it.
    """
    judged = []
    for question in questions:
        started = clock()
        try:
            reply = answer(Asked(question.question, question.on))
        except Exception as error:  # recorded: one defect must not hide the other figures
            judged.append(failure(question, on_error(error), (clock() - started) * 1000))
        else:
            judged.append(judge(question, reply, view, (clock() - started) * 1000))
    return tuple(judged)


def _rank(question: Question, reply: Reply) -> int | None:
    """Return how many citations it takes until each expected quotation stands in one of them."""
    ranks = [_place_of(words, question.source, reply.citations) for words in question.quote]
    return None if None in ranks else max((rank for rank in ranks if rank), default=None)


def _place_of(words: str, source: str | None, citations: Sequence[Citation]) -> int | None:
    for place, citation in enumerate(citations, start=1):
        texts = (folded(citation.quote), folded(citation.passage))
        if is_of(citation, source) and any(folded(words) in text for text in texts):
            return place
    return None


def is_of(citation: Citation, source: str | None) -> bool:
    """Tell whether a citation is of a document, by its path, its name or its stem."""
    path = PurePosixPath(citation.document.source)
    return source is None or source in (str(path), path.name, path.stem)


def _said(reply: Reply) -> str:
    """Return everything a reply says and quotes, as one comparable text."""
    parts = [_words_of(reply.text), *reply.warnings, *(c.quote for c in reply.citations)]
    return _key("\n".join(parts))


def _words_of(text: str) -> str:
    """Return a reply's text without its markers and Markdown's signs."""
    return re.sub(r"\\(.)", r"\1", MARKER.sub("", text).replace("**", ""))


def _key(text: str) -> str:
    return folded(text).casefold()


def _answers(question: Question, said: str) -> bool:
    groups = [(group,) if isinstance(group, str) else group for group in question.answer]
    return all(any(_key(words) in said for words in group) for group in groups)


def _misquoted(reply: Reply, view: View) -> tuple[int, ...]:
    """Check each quotation again, against the document as the archive gives it."""
    wrong = []
    for citation in reply.citations:
        text = view.document(citation.document.id).text
        stands = text[citation.span.start : citation.span.end] == citation.quote
        if not stands or folded(citation.quote) not in folded(text):
            wrong.append(citation.number)
    return tuple(wrong)


def _unsupported(reply: Reply, view: View, question: Question) -> tuple[str, ...]:
    """Return the numbers that a reply states and that stand in nothing it may rest on.

    It may rest on the cited passages, on the names and dates of what it cites, on the rates it
    states, on the question, and on how many things it lists. A no rests on what the archive holds.
    """
    grounds = [question.question, str(question.on or date.today())]  # noqa: DTZ011 - a local day
    grounds += [f"{c.passage} {c.quote} {_name(c.document)}" for c in reply.citations]
    grounds += [str(item) for c in reply.citations if (item := c.item)]
    grounds += [f"{entry.item} {_name(entry.document)}" for entry in reply.decisions]
    grounds += [f"{told.entry.rate} {told.validity}" for told in reply.rates]
    grounds += [str(len(reply.decisions)), str(len(reply.citations))]
    if reply.kind in NOES:
        documents = view.documents()
        grounds += [str(len(documents)), *(_name(document) for document in documents)]
        grounds += [str(day) for body in view.bodies() for day in body.meetings]
    if reply.written:
        grounds += [reply.written.model, str(len(reply.written.faults))]
    stated = _words_of("\n".join([reply.text, *reply.warnings]))
    return without_support(stated, grounds)


def _name(document: DocumentEntry | Document) -> str:
    return f"{document.title} {document.body} {document.date} {document.source}"


def without_support(stated: str, grounds: Iterable[str]) -> tuple[str, ...]:
    """Return the numbers of a text that stand in none of its grounds, each once.

    English prose writes "300,000" of a Danish paper's "300.000": which mark it is does not count.
    """
    known = {_unmarked(number) for ground in grounds for number in _numbers(ground)}
    return tuple(dict.fromkeys(n for n in _numbers(stated) if _unmarked(n) not in known))


def _unmarked(number: str) -> str:
    return number.replace(",", ".")


def _numbers(text: str) -> list[str]:
    """Return the numbers of a text, without leading zeros."""
    # "2018-12-06" gives the day "6" as well, which is how a sentence writes it.
    return [n.lstrip("0") or "0" for n in _NUMBER.findall(text)]
