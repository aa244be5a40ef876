"""Questions of a program: a reply whole, or as it comes."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from bot.asked import Asked
from bot.chat.answering import Answering
from bot.conversation.said_before import MOST_BEFORE
from bot.questions.askable import checked
from bot.rendering.as_json import ErrorObject, ReplyObject, encoded, reply_object
from bot.replies import Language, Reply
from bot.web.api.contract import described, returned, streamed
from bot.web.api.failures import Guarded, NotJson, Unfitting, failure_of
from bot.web.api.parameters import (
    ASKED_ON_SCHEMA,
    LEANS_ON,
    QUESTION_SCHEMA,
    AskedOn,
    Before,
    Question,
    Tongue,
    WhoWrites,
    Writes,
)
from bot.web.readers import Reader, TheArchive, WhoReads
from bot.writing.writer import Further

router = APIRouter(route_class=Guarded)


class QuestionObject(msgspec.Struct, forbid_unknown_fields=True):
    """A question, as on a line of a batch; for whom it is asked is said by who reads."""

    question: str
    on: date | None = None
    language: Language | None = None
    after: Annotated[list[str], msgspec.Meta(max_length=MOST_BEFORE)] = []
    """What was asked before it in its thread, oldest first."""
    writer: Literal["quotes", "model"] | None = None
    """Who writes; where it is not said, a language model where one is set."""


class StatusObject(msgspec.Struct):
    """What is being done for an answer."""

    status: Literal["searching", "writing"] = "searching"


class SentenceObject(msgspec.Struct):
    """A sentence that a language model wrote and that its sources bear, in Markdown."""

    sentence: str


class TextObject(msgspec.Struct):
    """A paragraph of an answer."""

    text: str


EVENTS = {
    "status": StatusObject,
    "sentence": SentenceObject,
    "text": TextObject,
    "reply": ReplyObject,
    "error": ErrorObject,
}
"""What may come while an answer is told, in this order."""

_NOTHING: dict[str, Any] = {"type": "null"}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "question": QUESTION_SCHEMA,
                        "on": {"anyOf": [ASKED_ON_SCHEMA, _NOTHING]},
                        "language": {"anyOf": [{"type": "string", "enum": ["da", "en"]}, _NOTHING]},
                        "after": {
                            "type": "array",
                            "items": QUESTION_SCHEMA,
                            "maxItems": MOST_BEFORE,
                            "description": LEANS_ON,
                        },
                        "writer": {
                            "anyOf": [{"type": "string", "enum": ["quotes", "model"]}, _NOTHING]
                        },
                    },
                    "required": ["question"],
                    "additionalProperties": False,
                }
            }
        },
    }
}


@router.post("/ask", openapi_extra=_BODY, responses=described(ReplyObject, 400, 413, 415, 422))
async def ask(request: Request, archive: TheArchive, reader: WhoReads) -> Response:
    """Answer a question, with the passages that the answer rests on."""
    question = await _question(request)
    return await _answer(archive, _Leaning.of(question, reader), question.writer)


@router.get("/ask", responses=described(ReplyObject, 400, 422))
async def ask_by_address(
    archive: TheArchive,
    reader: WhoReads,
    question: Question,
    after: Before,
    on: AskedOn = None,
    language: Tongue = None,
    writer: WhoWrites = None,
) -> Response:
    """Answer a question that stands in the address."""
    told = QuestionObject(question, on, language, after)
    return await _answer(archive, _Leaning.of(told, reader), writer)


@router.get(
    "/ask/stream",
    response_class=StreamingResponse,
    responses=streamed(EVENTS, 400, 422),
)
async def ask_and_listen(
    archive: TheArchive,
    reader: WhoReads,
    question: Question,
    after: Before,
    on: AskedOn = None,
    language: Tongue = None,
    writer: WhoWrites = None,
) -> Response:
    """Answer a question as Server-Sent Events, each with JSON as its data.

    `status` comes at once: `{"status": "searching"}`. Where a language model writes, it comes again
    as `writing`, and then each `sentence` as soon as it has stood the checks; no other is told.
    Then the paragraphs of the answer, each a `text`: `{"text": "…"}`; joined with blank lines they
    are the reply's `text`, in which those sentences stand again. Last comes the whole `reply`, or
    an `error`.
    """
    leaning = _Leaning.of(QuestionObject(question, on, language, after), reader)
    return StreamingResponse(
        _events(archive, leaning, writer),
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        media_type="text/event-stream",
    )


async def _question(request: Request) -> QuestionObject:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise NotJson("The body is to be JSON, and its Content-Type application/json.")
    try:
        return msgspec.json.decode(await request.body(), type=QuestionObject)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unfitting(f"Not a question in JSON: {error}.") from None


@dataclass(frozen=True, slots=True)
class _Leaning:
    """A question with those of its thread that it leans on."""

    alone: Asked
    before: tuple[str, ...]

    @classmethod
    def of(cls, told: QuestionObject, reader: Reader) -> "_Leaning":
        alone = Asked(checked(told.question), told.on, reader.audiences, told.language)
        return cls(alone, tuple(map(checked, told.after)))

    async def asked(self, archive: Answering) -> Asked:
        return await archive.in_thread(self.alone, self.before)


async def _answer(archive: Answering, leaning: _Leaning, writer: Writes) -> Response:
    asked = await leaning.asked(archive)
    reply = await archive.reply(asked)
    if writer != "quotes":
        reply = await archive.written(reply, asked=asked)
    return returned(encoded(reply_object(reply)))


async def _events(archive: Answering, leaning: _Leaning, writer: Writes) -> AsyncIterator[str]:
    """Yield an answer piece by piece; whoever leaves ends it, also while it waits its turn."""
    yield _event("status", StatusObject())
    try:
        asked = await leaning.asked(archive)
        quoted = await archive.reply(asked)
        if writer != "quotes" and archive.writes:
            yield _event("status", StatusObject("writing"))
            async for told in _written(archive, asked, quoted):
                if isinstance(told, str):
                    yield _event("sentence", SentenceObject(told))
                else:
                    quoted = told
        reply = reply_object(quoted)
    except Exception as error:  # told as anywhere, but the status has gone out already
        yield _event("error", failure_of(error).told)
        return
    for paragraph in reply.text.split("\n\n"):
        yield _event("text", TextObject(paragraph))
    yield _event("reply", reply)


async def _written(archive: Answering, asked: Asked, quoted: Reply) -> AsyncIterator[str | Reply]:
    """Yield sentences as they stand, then the whole reply."""
    loop = asyncio.get_running_loop()
    sentences = asyncio.Queue[str | None]()

    def told(further: Further) -> None:
        loop.call_soon_threadsafe(sentences.put_nowait, further.sentence)

    writing = asyncio.create_task(archive.written(quoted, told, asked))
    writing.add_done_callback(lambda _: sentences.put_nowait(None))
    try:
        while (sentence := await sentences.get()) is not None:
            yield sentence
        yield await writing
    finally:
        writing.cancel()


def _event(name: str, value: object) -> str:
    return f"event: {name}\ndata: {encoded(value, one_line=True)}\n"
