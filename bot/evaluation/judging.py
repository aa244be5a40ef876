"""A question's reply, held against what was expected of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.asked import Asked
from bot.citations import Citation, folded
from bot.evaluation.questions import NOES, Question
from bot.evaluation.support import plain, unsupported
from bot.replies import Reply, ReplyKind
from index.archive import View

RANKS = (1, 3, 5)
"""How many of the first citations are looked at."""

RIGHT_WITHIN = 3
"""A passage cited later than this is as good as not found: nobody reads that far."""


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
        unsupported=unsupported(reply, view, question),
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
    parts = [plain(reply.text), *reply.warnings, *(c.quote for c in reply.citations)]
    return _key("\n".join(parts))


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
