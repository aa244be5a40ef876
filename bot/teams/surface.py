"""Teams as a surface of the inbox: posts an answer, or says that there will be none.

Teams keeps no list of messages that a bot may read (that takes Microsoft Graph and an
administrator's consent), and names a message only in the reply to its posting. So after a crash in
the moment between posting and noting that it was posted, nothing can be looked up: the answer is
posted again, and says that it may stand there twice. Losing it would be worse.
"""

import asyncio
from datetime import date
from functools import partial
from weakref import WeakValueDictionary

import msgspec

from bot.asked import LONGEST
from bot.chat.answering import Answering
from bot.chat.commands import asks_help
from bot.chat.growing import Growing
from bot.chat.speech import is_too_long
from bot.chat.welcome import at_home, examples
from bot.inbox.questions import Question
from bot.inbox.surfaces import Posted, Posting, RetryLater
from bot.incidents import log_incident
from bot.teams.audiences import Audiences
from bot.teams.calls import TeamsCalls, TeamsRefused
from bot.teams.drawn import Drawn
from bot.teams.incoming import SURFACE, Asking, Where, decoded, message_place
from bot.teams.intake import place_of
from bot.teams.message import greeting, help_message, message, notice
from bot.teams.post import TeamsPost
from index.errors import IndexMissing, ReferentError

WORKS_FOR = 1.0
"""Seconds after which a sign shows that an answer is being written; most are there before."""
PROMPTS = 3
"""Questions that are suggested; a phone has no room for more."""


class Standing(msgspec.Struct, frozen=True):
    """Where a message stands."""

    conversation: str
    message: str
    """Empty where Teams has told no name."""


class TeamsSurface:
    """Answers the questions that came in by Teams."""

    def __init__(
        self,
        calls: TeamsCalls,
        answering: Answering,
        audiences: Audiences,
        growing: Growing,
        page_url: str | None,
    ) -> None:
        """Take Teams, the archive, who may read what, what is written on, and our web page."""
        self._calls = calls
        self._answering = answering
        self._audiences = audiences
        self._growing = growing
        self._page_url = page_url
        self._turns = WeakValueDictionary[str, asyncio.Lock]()

    async def answer(self, question: Question, posting: Posting) -> Posted:
        """Answer a question where it was asked."""
        asking = _asking(question)
        told = await self._told_at_once(asking)
        if told is not None:
            await posting()
            return await self._posted(asking, told)
        # What was said before in a conversation is answered before what follows on it.
        async with self._turns.setdefault(asking.subject, asyncio.Lock()):
            return await self._answered(question, asking, posting)

    async def _answered(self, question: Question, asking: Asking, posting: Posting) -> Posted:
        due = asking.due(question.id, self._audiences.of(asking), question.received)
        sign = asyncio.create_task(self._show_that_it_works(asking))
        try:
            answered = await self._answering.answer(due)
        except IndexMissing:
            await posting()
            return await self._posted(asking, notice("nothing_ingested", asking.language))
        finally:
            sign.cancel()
        again = await self._answering.at(_perhaps(question)) is not None
        draw = partial(message, question_id=question.id, page_url=self._page_url, again=again)
        drawn = draw(answered.reply)
        await posting()
        posted = await self._posted(asking, drawn)
        await self._remember(question, posted)
        id_ = _standing(posted).message
        post = TeamsPost(self._calls, self._audiences, asking, id_, draw)
        await post.add(drawn.card)
        if id_:
            self._growing.begin(answered, post)
        return posted

    async def _remember(self, question: Question, posted: Posted) -> None:
        """Keep where an answer stands, by which it is judged; it stands there all the same."""
        standing = _standing(posted)
        if not standing.message:
            return
        try:
            for place in (
                message_place(standing.conversation, standing.message),
                _stands(question),
            ):
                await self._answering.stands_at(question.id, place)
        except ReferentError as error:
            log_incident("where an answer stands could not be kept", error, told=True)

    async def look_up(self, question: Question) -> Posted | None:
        """Tell whether the answer was named before its process ended; Teams does not tell.

        Where it was not, that it may stand there is kept on disk: whoever takes the question up now
        may be killed as well.
        """
        if await self._answering.at(_stands(question)) is not None:
            asking = _asking(question)
            return Posted(msgspec.json.encode(Standing(asking.conversation, "")))
        await self._answering.stands_at(question.id, _perhaps(question))
        return None

    async def apologise(self, question: Question, reference: str) -> Posted:
        """Say that there will be no answer."""
        asking = _asking(question)
        return await self._posted(
            asking, notice("teams_error", asking.language, reference=reference)
        )

    async def _posted(self, asking: Asking, drawn: Drawn) -> Posted:
        id_ = await self._calls.post(place_of(asking), drawn)
        return Posted(msgspec.json.encode(Standing(asking.conversation, id_)))

    async def _told_at_once(self, asking: Asking) -> Drawn | None:
        """Return what is said without the archive being asked; `None` for a question."""
        if asking.greets or asks_help(asking.text):
            return await self._help(asking)
        if is_too_long(asking.text):
            return notice("too_long", asking.language, most=LONGEST)
        return None

    async def _help(self, asking: Asking) -> Drawn:
        draw = partial(greeting if asking.greets else help_message, asking.language)
        # Whoever presses a suggestion among others would have to mention the app as well.
        if asking.where is not Where.PERSONAL:
            return draw()
        archive = await self._answering.seen(
            partial(at_home, today=date.today()),  # noqa: DTZ011 - the day where people are
            self._audiences.of(asking),
        )
        return draw(examples(archive, asking.language)[:PROMPTS])

    async def _show_that_it_works(self, asking: Asking) -> None:
        await asyncio.sleep(WORKS_FOR)
        try:
            await self._calls.show_that_it_works(place_of(asking))
        except (RetryLater, TeamsRefused) as error:
            log_incident("no sign could be shown", error)


def _standing(posted: Posted) -> Standing:
    return msgspec.json.decode(posted.where, type=Standing)


def _stands(question: Question) -> str:
    """Return the place at which an answer stands that was posted, wherever that is."""
    return f"{SURFACE}/stands/{question.id}"


def _perhaps(question: Question) -> str:
    """Return the place at which an answer stands that may have been posted."""
    return f"{SURFACE}/perhaps/{question.id}"


def _asking(question: Question) -> Asking:
    assert question.payload is not None, "an open question is never forgotten"
    return decoded(question.payload)
