"""What happens when somebody presses a button: a passage, the whole answer, sharing, thanks.

Nothing that a button carries is trusted to open anything: what may be read is decided by who reads,
at the moment of the press.
"""

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.chat.answering import Answering
from bot.chat.standing import cited_place
from bot.inbox.desk import Desk
from bot.inbox.questions import Incoming, State
from bot.inbox.surfaces import RetryLater
from bot.incidents import log_incident
from bot.records.answers import Answer
from bot.replies import Language
from bot.slack.calls import SlackCalls, SlackRefused
from bot.slack.drawing.blocks import whole_modal
from bot.slack.drawing.modals import passage_modal
from bot.slack.drawing.notices import notice, notice_modal
from bot.slack.drawing.presses import Press, Pressed, pressed, thread_pressed
from bot.slack.drawing.reasons import given, reason_modal
from bot.slack.drawing.shapes import Modal
from bot.slack.hearing.incoming import SURFACE, Asking, Where, decoded, encoded
from bot.slack.hearing.lookups import Lookups
from index.errors import ReferentError

MOST_SHARES = 20
"""How often it is tried to share an answer that could not be shared before."""
_NOT_SHARED = frozenset({State.APOLOGISED, State.ABANDONED})
_SETTLES_WITHIN, _BETWEEN_LOOKS = 5.0, 0.05
"""Seconds. Whoever reads that it failed may press again before that is noted in the inbox."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who pressed, and where."""

    team: str
    channel: str | None
    """`None` in a window or on the Home tab."""
    user: str
    trigger: str
    """By which a window may be opened, for three seconds."""
    response_url: str | None
    thread: str | None
    """Of the message that was pressed, where it stands in one."""
    in_window: bool


class Pressing:
    """Does what buttons say."""

    def __init__(
        self,
        calls: SlackCalls,
        answering: Answering,
        lookups: Lookups,
        desk: Desk,
        page_url: str | None,
    ) -> None:
        """Take Slack, the archive, channels and people, the inbox, and our web page."""
        self._calls = calls
        self._answering = answering
        self._lookups = lookups
        self._desk = desk
        self._page_url = page_url

    async def press(self, body: Mapping[str, object]) -> None:
        """Do what the buttons of a payload say; what is none of ours is passed over."""
        hand = _hand(body)
        actions = body.get("actions")
        for action in actions if isinstance(actions, list) else []:
            what = _what(action)
            if what is not None and hand is not None:
                await self._do(what, hand)

    async def _do(self, what: Pressed, hand: Hand) -> None:
        match what.press:
            case Press.PASSAGE:
                await self._show(hand, await self._passage(what, hand))
            case Press.WHOLE:
                await self._show(hand, await self._whole(what, hand))
            case Press.INTRO:
                await self._show(hand, await self._introduction(what, hand))
            case Press.SHARE:
                await self._share(what, hand)
            case Press.FEEDBACK:
                await self._judge(what, hand)

    async def _passage(self, what: Pressed, hand: Hand) -> Modal:
        language = await self._lookups.language(hand.user)
        answer = await self._answering.kept(what.about)
        if answer is None or what.citation is None:
            return notice_modal("slack_too_old", language)
        place = next(iter(answer.places[what.citation - 1 : what.citation]), None)
        audiences = await self._readers(answer, hand)
        if place is None or audiences is None:
            return notice_modal("slack_not_yours", language)
        citation = await self._answering.seen(
            lambda view: cited_place(view, place, what.citation or 1), audiences
        )
        if citation is None:
            return notice_modal(_why_not(answer, audiences), language)
        return passage_modal(citation, answer.language, self._page_url)

    async def _whole(self, what: Pressed, hand: Hand) -> Modal:
        language = await self._lookups.language(hand.user)
        answer = await self._answering.kept(what.about)
        if answer is None:
            return notice_modal("slack_too_old", language)
        audiences = await self._readers(answer, hand)
        if audiences is None:
            return notice_modal("slack_not_yours", language)
        reply = await self._answering.again(answer, audiences)
        if reply is None:
            return notice_modal(_why_not(answer, audiences), answer.language)
        return whole_modal(reply, what.about, self._page_url)

    async def _introduction(self, what: Pressed, hand: Hand) -> Modal:
        """Introduce a body from the Home tab; kept as an answer, so that its passages open."""
        language = await self._lookups.language(hand.user)
        asking = Asking(
            where=Where.COMMAND,
            team=hand.team,
            channel="",
            user=hand.user,
            text=f"intro {what.about}",
            ts=hand.trigger,
            thread=None,
        )
        audiences = await self._lookups.audience(asking)
        id_ = f"intro-{hand.user}"
        due = asking.due(id_, audiences, language, datetime.now(UTC))
        answered = await self._answering.answer(due)
        return whole_modal(answered.reply, id_, self._page_url)

    async def _share(self, what: Pressed, hand: Hand) -> None:
        language = await self._lookups.language(hand.user)
        answer = await self._answering.kept(what.about)
        if answer is None or hand.channel is None:
            await self._say(hand, "slack_too_old", language)
            return
        if await self._readers(answer, hand) is None:
            await self._say(hand, "slack_not_yours", language)
            return
        asking = Asking(
            where=Where.SHARED,
            team=hand.team,
            channel=hand.channel,
            user=hand.user,
            text=answer.understood,
            ts=hand.trigger,
            thread=None,
            response_url=hand.response_url,
        )
        if not await self._is_for_all(answer, asking):
            await self._say(hand, "slack_not_for_channel", language)
            return
        # Through the inbox like any question: asked anew for all who read the channel, and once.
        # Whether it could be shared is told when it was, by the surface.
        key = await self._key_of_share(hand.channel, what.about)
        incoming = Incoming(SURFACE, (key,), encoded(asking), datetime.now(UTC))
        if await self._desk.accept(incoming) is None:
            await self._say(hand, "slack_shared_before", language)

    async def _key_of_share(self, channel: str, about: str) -> str:
        """Return the key of a share; a new one for as often as it could not be done before."""
        key = f"slack/share/{channel}/{about}"
        tries = (key, *(f"{key}/{failed}" for failed in range(1, MOST_SHARES)))
        for one in tries:
            if await self._settled(one) not in _NOT_SHARED:
                return one
        return tries[-1]

    async def _settled(self, key: str) -> State | None:
        """Return how far a share has come; what is being posted is given a moment to end."""
        until = time.monotonic() + _SETTLES_WITHIN
        while (state := await self._desk.state(SURFACE, key)) is State.POSTING:
            if time.monotonic() > until:
                break
            await asyncio.sleep(_BETWEEN_LOOKS)
        return state

    async def _is_for_all(self, answer: Answer, shared: Asking) -> bool:
        """Tell whether a channel gets the very answer that its asker wants to show."""
        audiences = await self._lookups.audience(shared, fresh=True)
        if answer.audiences <= audiences:
            return True
        return await self._answering.again(answer, audiences) is not None

    async def _judge(self, what: Pressed, hand: Hand) -> None:
        language = await self._lookups.language(hand.user)
        answer = await self._answering.kept(what.about)
        if answer is not None and await self._readers(answer, hand) is None:
            await self._say(hand, "slack_not_yours", language)
            return
        there = await self._answering.judge(what.about, hand.user, good=bool(what.good))
        if there and not what.good and await self._asked_why(what.about, hand, language):
            return
        await self._say(hand, "slack_thanks" if there else "slack_too_old", language)

    async def _asked_why(self, about: str, hand: Hand, language: Language) -> bool:
        """Ask what was wrong; what was thought of the answer is kept whether that is told or not.

        Returns whether the window could be opened.
        """
        try:
            await self._calls.open_modal(hand.trigger, reason_modal(about, hand.channel, language))
        except (RetryLater, SlackRefused) as error:
            log_incident("why an answer was bad could not be asked", error, level=logging.INFO)
            return False
        return True

    async def take_reason(self, body: Mapping[str, object]) -> Modal | None:
        """Keep why somebody found an answer bad.

        Returns what is shown in the place of the window; `None` where all is well.
        """
        hand, view = _hand(body), body.get("view")
        told = given(view) if isinstance(view, Mapping) else None
        if hand is None or told is None or told.reason is None:
            return None
        language = await self._lookups.language(hand.user)
        try:
            answer = await self._answering.kept(told.about)
            if answer is None:
                return notice_modal("slack_too_old", language)
            if await self._readers(answer, replace(hand, channel=told.channel)) is None:
                return notice_modal("slack_not_yours", language)
            await self._answering.judge(told.about, hand.user, good=False, reason=told.reason)
        except ReferentError as error:
            reference = log_incident("a judgement could not be kept", error, told=True)
            return notice_modal("slack_error", language, reference=reference)
        return None

    async def _readers(self, answer: Answer, hand: Hand) -> frozenset[str] | None:
        """Return for whom an answer may be shown again; `None` where it is somebody else's."""
        asked = decoded(answer.origin)
        if asked.where.is_private:
            return await self._lookups.audience(asked) if asked.user == hand.user else None
        # What all of a channel may read is for those who press it there.
        if asked.channel != hand.channel:
            return None
        return await self._lookups.audience(asked, fresh=True)

    async def _show(self, hand: Hand, view: Modal) -> None:
        # A window knows no channel; Slack keeps this with it, out of reach of whoever presses.
        shown: Modal = {**view, "private_metadata": hand.channel or ""}
        if hand.in_window:
            await self._calls.push_modal(hand.trigger, shown)
        else:
            await self._calls.open_modal(hand.trigger, shown)

    async def _say(self, hand: Hand, key: str, language: Language) -> None:
        if hand.response_url is not None:
            told = notice(key, language)
            await self._calls.tell(hand.response_url, told, hand.thread)


def _why_not(answer: Answer, audiences: frozenset[str]) -> str:
    """Return the phrase that tells why an answer cannot be shown again to these."""
    return "slack_changed" if answer.audiences <= audiences else "slack_no_longer_for_you"


def _hand(body: Mapping[str, object]) -> Hand | None:
    user, team, channel = body.get("user"), body.get("team"), body.get("channel")
    trigger, url = body.get("trigger_id"), body.get("response_url")
    if not isinstance(user, Mapping) or not isinstance(trigger, str) or not user.get("id"):
        return None
    view = body.get("view")
    in_window = isinstance(view, Mapping) and view.get("type") == "modal"
    place = channel.get("id") if isinstance(channel, Mapping) else None
    if place is None and isinstance(view, Mapping) and in_window:
        place = view.get("private_metadata") or None
    return Hand(
        team=str(team.get("id", "")) if isinstance(team, Mapping) else "",
        channel=place if isinstance(place, str) else None,
        user=str(user.get("id", "")),
        trigger=trigger,
        response_url=url if isinstance(url, str) else None,
        thread=thread_pressed(body),
        in_window=in_window,
    )


def _what(action: object) -> Pressed | None:
    if not isinstance(action, Mapping):
        return None
    value = action.get("value")
    chosen = action.get("selected_option")
    if isinstance(chosen, Mapping):
        value = chosen.get("value")
    return pressed(str(action.get("action_id", "")), str(value or ""))
