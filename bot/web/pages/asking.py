"""The first page, with a box to ask in; and an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated, Literal

from fastapi import Query, Request, Response

from bot.asked import FIRST_DAY, LAST_DAY, LONGEST, Asked
from bot.chat.answering import Answering
from bot.chat.speech import greets, is_thanks
from bot.chat.welcome import AtHome, at_home, called, examples
from bot.chat.writers import may_be_written
from bot.conversation.said_before import MOST_BEFORE
from bot.questions.askable import checked
from bot.replies import Language, Reply
from bot.web.pages.drawing import draw, link
from bot.web.pages.languages import language_of
from bot.web.pages.routes import Refused, page_router
from bot.web.pages.telling import told
from bot.web.readers import Reader, TheArchive, WhoReads
from index.archive import EVERYTHING, View
from index.errors import UsageError

LONGEST_BEFORE = 500
"""Characters of such a question: all of them stand in the address of the next."""
BODIES_SHOWN = 8
OPEN_SHOWN = 6

Day = Annotated[date | None, Query(ge=FIRST_DAY, le=LAST_DAY)]

router = page_router()


@dataclass(frozen=True, slots=True)
class Home:
    """What the first page tells of the archive."""

    told: AtHome
    documents: int
    items: int


@router.get("/")
async def home(request: Request, archive: TheArchive, reader: WhoReads) -> Response:
    """Show a box, and what one may ask."""
    return await _home(request, archive, reader)


async def _home(
    request: Request,
    archive: Answering,
    reader: Reader,
    said: str | None = None,
    back: str | None = None,
) -> Response:
    """Return the first page; `said` names what is said to who did not ask, `back` leads back."""
    today = archive.today()

    def read(view: View) -> Home:
        return Home(at_home(view, today), len(view.documents()), view.count_items(EVERYTHING))

    found = await archive.seen(read, reader.audiences)
    return await draw(
        request,
        "home.html",
        home=found,
        examples=examples(found.told, language_of(request)),
        bodies=found.told.bodies[:BODIES_SHOWN],
        more_bodies=max(0, len(found.told.bodies) - BODIES_SHOWN),
        open=found.told.open[:OPEN_SHOWN],
        called=called,
        question="",
        said=said,
        back=back,
    )


@router.get("/ask")
async def ask(
    request: Request,
    archive: TheArchive,
    reader: WhoReads,
    q: str = "",
    on: Day = None,
    asked: Day = None,
    lang: Language | None = None,
    written: Literal["1"] | None = None,
    after: Annotated[list[str] | None, Query(max_length=MOST_BEFORE)] = None,
) -> Response:
    """Answer a question; whoever opens the address gets what they may read.

    `after`: what was asked before it in its thread, each as a question that stands alone.

    `written`: with what the language model writes, where one is set.

    `on`: as of that day, when later papers had not been written. `asked`: the day on which its
    sender asked, from which "last year" counts; the coming meetings that they saw are not left out.
    """
    if not q.strip():
        return await _home(request, archive, reader)
    if (said := _said_to(q)) is not None:
        back = _back(after or [], on, asked)
        return await _home(request, archive, reader, said, back)
    asked_for = _AskedFor(
        question=_checked(q),
        before=tuple(map(_checked, after or [])),
        on=on,
        asked=asked,
        language=lang,
    )
    alone = Asked(
        asked_for.question,
        asked_for.day,
        reader.audiences,
        lang,
        otherwise=language_of(request),
        hides_later=asked_for.hides_later,
    )
    as_asked = await archive.in_thread(alone, asked_for.before)
    reply = await archive.reply(as_asked)
    may_grow = archive.writes and may_be_written(reply)
    if written and may_grow:
        reply = await archive.written(reply, asked=as_asked)
    return await draw(
        request,
        "answer.html",
        told=told(reply, language_of(request)),
        **_told_of(asked_for, reply, archive.today(), to_be_written=may_grow and not written),
    )


def _said_to(words: str) -> str | None:
    """Return the name of what is said to somebody who talks and asks nothing, as in the chats."""
    if not any(map(str.isalnum, words)):
        return None
    if is_thanks(words):
        return "said_thanks"
    return "said_hello" if greets(words) else None


def _back(before: Sequence[str], on: date | None, asked: date | None) -> str | None:
    """Return the address of the answer below which somebody talks."""
    if not before:
        return None
    days = {"on": on.isoformat() if on else "", "asked": asked.isoformat() if asked else ""}
    return link("/ask", days, q=before[-1], after=before[:-1])


@dataclass(frozen=True, slots=True)
class _AskedFor:
    """What the address of an answer asks for."""

    question: str
    before: tuple[str, ...]
    on: date | None
    asked: date | None
    language: Language | None

    @property
    def day(self) -> date | None:
        """The day on which it is answered; `None` is today."""
        return self.on or self.asked

    @property
    def hides_later(self) -> bool:
        """Whether papers of after that day are left out."""
        return self.on is not None

    def thread_below(self, reply: Reply) -> list[str]:
        """Return what the next question may lean on."""
        # What was not understood is nothing to lean on.
        asked = () if reply.asks_back else (reply.understood_as or self.question,)
        kept = [one for one in (*self.before, *asked) if len(one) <= LONGEST_BEFORE]
        return kept[-MOST_BEFORE:]


def _told_of(
    asked_for: _AskedFor, reply: Reply, today: date, *, to_be_written: bool
) -> dict[str, object]:
    """Return what stands around a reply: what was asked before it, and where it leads."""
    asked_on = asked_for.day or today
    named = "on" if asked_for.hides_later else "asked"
    address = partial(
        link,
        "/ask",
        {named: asked_on.isoformat()},
        q=asked_for.question,
        after=asked_for.before,
    )
    return {
        "question": asked_for.question,
        "asked_on": asked_on,
        "permanent": address(lang=asked_for.language),
        "write": address(lang=asked_for.language, written="1") if to_be_written else None,
        "in_danish": address(lang="da"),
        "in_english": address(lang="en"),
        "earlier": asked_for.before,
        "thread": asked_for.thread_below(reply),
        "thread_day": (named, asked_on) if asked_for.day else None,
    }


def _checked(text: str) -> str:
    try:
        return checked(text)
    except UsageError:
        if len(text) > LONGEST:
            raise Refused(413, "error_question_long") from None
        says_something = any(map(str.isalnum, text))
        raise Refused(400, "error_question_sign" if says_something else "error_question") from None
