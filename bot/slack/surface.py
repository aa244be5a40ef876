"""Slack as a surface of the inbox: posts an answer once, finds it again, or apologises."""

import asyncio
from datetime import timedelta
from functools import partial
from weakref import WeakValueDictionary

import msgspec

from bot.asked import LONGEST
from bot.chat.answering import Answered, Answering, Due
from bot.chat.commands import asks_help, language_of_help, language_said
from bot.chat.growing import Growing
from bot.chat.speech import is_too_long
from bot.inbox.questions import Question
from bot.inbox.surfaces import Posted, Posting, RetryLater
from bot.replies import Language, Reply
from bot.slack.calls import SlackCalls, SlackRefused
from bot.slack.drawing.blocks import APOLOGY_TYPE, EVENT_TYPE, message
from bot.slack.drawing.notices import error_message, help_text, notice
from bot.slack.drawing.one_line import one_line
from bot.slack.drawing.shapes import Message
from bot.slack.hearing.incoming import Asking, Where, conversation_in, decoded
from bot.slack.hearing.lookups import Lookups
from bot.slack.hearing.named import with_names
from bot.slack.post import SlackPost
from bot.slack.work import Work, if_possible
from index.errors import IndexMissing

BEFORE = timedelta(minutes=1)
"""How far apart our clock and Slack's may be, when a message is looked for."""
_NOT_IN_CHANNEL = frozenset({"not_in_channel", "channel_not_found", "restricted_action"})


class Standing(msgspec.Struct, frozen=True):
    """Where a message stands."""

    channel: str
    ts: str | None
    """`None` for what only one person was shown: that has no name."""


class SlackSurface:
    """Answers the questions that came in by Slack."""

    def __init__(
        self,
        calls: SlackCalls,
        answering: Answering,
        lookups: Lookups,
        growing: Growing,
        command: str,
        page_url: str | None,
    ) -> None:
        """Take Slack, the archive, channels and people, and what is still being written.

        `command`: the slash command; `page_url`: of our web page.
        """
        self._turns = WeakValueDictionary[str, asyncio.Lock]()
        self._command = command
        self._calls = calls
        self._answering = answering
        self._lookups = lookups
        self._growing = growing
        self._page_url = page_url
        self._work = Work(calls, lookups)

    async def answer(self, question: Question, posting: Posting) -> Posted:
        """Answer a question where it was asked."""
        asking = _asking(question)
        if asks_help(asking.text):
            return await self._help(question, asking, posting)
        if is_too_long(asking.text):
            return await self._noticed("too_long", question, asking, posting, most=LONGEST)
        # What was said before in a conversation is answered before what follows on it.
        async with self._turns.setdefault(asking.conversation, asyncio.Lock()):
            return await self._answered(question, asking, posting)

    async def _answered(self, question: Question, asking: Asking, posting: Posting) -> Posted:
        named = await with_names(asking.text, self._lookups.full_name)
        asking = msgspec.structs.replace(asking, text=named)
        title = await self._title(asking)
        # No answer waits for that.
        shown = asyncio.ensure_future(self._work.show(asking, working=True, title=title))
        audiences = await self._lookups.audience(asking)
        language = await self._language_of_command(asking)
        due = asking.due(question.id, audiences, language, question.received)
        try:
            answered = await self._found(asking, due)
        except IndexMissing:
            await shown
            return await self._told_of_no_archive(question, asking, posting)
        if answered is None:
            # People talk below an answer; what surely was no question of the archive gets none.
            return Posted(msgspec.json.encode(Standing(asking.channel, None)))
        # A channel may have been shared meanwhile, and not everybody tells of it.
        if await self._lookups.audience(asking, fresh=True) != audiences:
            raise RetryLater(nothing_posted=True)
        shared_by = await self._lookups.name(asking.user) if asking.where is Where.SHARED else None
        draw = partial(self._drawn, asking=asking, id_=question.id, shared_by=shared_by)
        drawn = draw(answered.reply)
        directly: Message | None = None
        if asking.where is Where.COMMAND:
            directly = message(answered.reply, question.id, self._page_url, asked=True)
        await posting()
        standing = await self._post(asking, drawn, directly)
        if asking.where is Where.SHARED:
            await self._say_that_it_is_shared(asking)
        if standing.ts is not None and (goes_on := _conversation_begun(asking, standing)):
            await self._answering.move(question.id, goes_on)
        if asking.where is Where.DIRECT:
            # What is said on in its thread goes on from it, whatever was asked meanwhile.
            await self._answering.stands_at(question.id, asking.message)
        grows = False
        if standing.ts is not None:
            post = SlackPost(self._calls, self._lookups, self._work, asking, standing.ts, draw)
            grows = self._growing.begin(answered, post)
        await shown
        if not grows:
            await self._work.show(asking, working=False)
        return Posted(msgspec.json.encode(standing))

    async def _found(self, asking: Asking, due: Due) -> Answered | None:
        """Return the answer; `None` for what was overheard and may be said to somebody else."""
        if asking.overheard:
            alone = partial(self._lookups.is_alone, asking)
            return await self._answering.answer_if_meant(due, alone)
        return await self._answering.answer(due)

    async def _told_of_no_archive(
        self, question: Question, asking: Asking, posting: Posting
    ) -> Posted:
        """Say at once what no patience mends; people who talk to each other need not know."""
        if asking.overheard:
            return Posted(msgspec.json.encode(Standing(asking.channel, None)))
        posted = await self._noticed("nothing_ingested", question, asking, posting)
        await self._work.show(asking, working=False)
        return posted

    async def _title(self, asking: Asking) -> str | None:
        """Return what a thread is called: by its first question."""
        if asking.where is Where.THREAD and await self._answering.last(asking.conversation):
            return None
        return asking.text

    async def _language_of_command(self, asking: Asking) -> Language:
        """Return the language in which a sub-command asks; a question tells its own."""
        if asking.command.name is None:
            return self._lookups.default
        language = await self._lookups.language(asking.user)
        return language if asking.where is Where.COMMAND else language_said(asking.text, language)

    async def _help(self, question: Question, asking: Asking, posting: Posting) -> Posted:
        language = language_of_help(asking.text, await self._lookups.language(asking.user))
        told = help_text(language, self._command, question.id)
        await posting()
        return Posted(msgspec.json.encode(await self._post(asking, told)))

    async def _noticed(
        self, key: str, question: Question, asking: Asking, posting: Posting, **values: object
    ) -> Posted:
        """Say a sentence in the place of an answer."""
        language = await self._lookups.language(asking.user)
        told = notice(key, language, question.id, **values)
        await posting()
        return Posted(msgspec.json.encode(await self._post(asking, told)))

    async def look_up(self, question: Question) -> Posted | None:
        """Look for the answer or the apology; what only one person was shown stands nowhere."""
        asking = _asking(question)
        if asking.where is Where.COMMAND:
            return None
        for event_type in (EVENT_TYPE, APOLOGY_TYPE):
            since = question.received - BEFORE
            ts = await self._calls.find(
                asking.channel, asking.answered_in, event_type, question.id, since
            )
            if ts is not None:
                await self._work.show(asking, working=False)
                where = msgspec.json.encode(Standing(asking.channel, ts))
                return Posted(where, apology=event_type == APOLOGY_TYPE)
        return None

    async def apologise(self, question: Question, reference: str) -> Posted:
        """Say that there will be no answer."""
        asking = _asking(question)
        language = await self._lookups.language(asking.user)
        if asking.where is Where.SHARED and asking.response_url is not None:
            # The channel has asked nothing; whoever wanted to show it something must know.
            sorry = error_message(reference, language, question.id, "slack_share_failed")
            standing = await self._post_privately(asking, asking.response_url, sorry)
        else:
            standing = await self._post(asking, error_message(reference, language, question.id))
            await self._work.show(asking, working=False)
        return Posted(msgspec.json.encode(standing))

    def _drawn(self, reply: Reply, asking: Asking, id_: str, shared_by: str | None) -> Message:
        if asking.where is Where.COMMAND:
            if asking.command.is_overview:
                return message(reply, id_, self._page_url, private=True)
            return one_line(reply, id_, self._page_url)
        shared = asking.where is Where.SHARED
        return message(reply, id_, self._page_url, asked=shared, shared_by=shared_by)

    async def _post(
        self, asking: Asking, drawn: Message, directly: Message | None = None
    ) -> Standing:
        """Post a message where it belongs.

        `directly`: what is written to the asker alone where a command cannot be answered in place.
        """
        channel, url = asking.channel, asking.response_url
        if asking.where is Where.COMMAND and url is not None:
            return await self._post_privately(asking, url, drawn, directly)
        try:
            return Standing(channel, await self._calls.post(channel, asking.answered_in, drawn))
        except SlackRefused as refused:
            shared = asking.where is Where.SHARED and url is not None
            if not shared or refused.code not in _NOT_IN_CHANNEL:
                raise
        # The app is not in that channel, and may all the same show what its asker shares.
        assert url is not None
        await self._calls.respond(url, drawn, response_type="in_channel", replace_original=False)
        return Standing(channel, None)

    async def _post_privately(
        self, asking: Asking, url: str, drawn: Message, directly: Message | None = None
    ) -> Standing:
        """Show a message to the asker alone: at the address of what was done, or by other ways."""
        try:
            await self._calls.tell(url, drawn)
        except (SlackRefused, RetryLater) as error:
            # The address holds for half an hour; it is broken at times, or out of our reach.
            if isinstance(error, RetryLater) and (error.after or not error.nothing_posted):
                raise
            try:
                await self._calls.post_privately(asking.channel, asking.user, drawn)
            except SlackRefused:  # we are not in that channel
                return Standing(*await self._calls.post_directly(asking.user, directly or drawn))
        return Standing(asking.channel, None)

    async def _say_that_it_is_shared(self, asking: Asking) -> None:
        url = asking.response_url
        if url is None:
            return
        told = notice("slack_shared", await self._lookups.language(asking.user))
        await if_possible(lambda: self._calls.tell(url, told))

    async def stop(self, team: str, channel: str, thread: str) -> None:
        """Let a model write no more in a thread: somebody has enough of it."""
        self._growing.stop(conversation_in(team, channel, thread))
        await self._work.end(channel, thread)


def _conversation_begun(asking: Asking, standing: Standing) -> str | None:
    """Return what the follow-ups of a message share that stands where nothing was asked."""
    if asking.where is Where.SHARED:
        return asking.in_thread(standing.ts)
    if asking.where is Where.COMMAND:
        return conversation_in(asking.team, standing.channel, None)
    return None


def _asking(question: Question) -> Asking:
    assert question.payload is not None, "an open question is never forgotten"
    return decoded(question.payload)
