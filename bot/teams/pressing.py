"""What happens when somebody presses a button of a card, or judges an answer.

Nothing that a button carries is trusted to open anything: what may be read is decided by who reads,
at the moment of the press.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.chat.answering import Answering
from bot.chat.standing import cited_place
from bot.records.answers import Answer
from bot.replies import Language
from bot.teams.audiences import Audiences
from bot.teams.cards import answer_card
from bot.teams.drawn import CARD, Card
from bot.teams.incoming import (
    SURFACE,
    Asking,
    Payload,
    Where,
    decoded,
    message_place,
    pressing_in,
)
from bot.teams.passage import passage_card
from bot.teams.presses import Press, Pressed, pressed
from bot.wording import phrase

Shown = dict[str, object]
"""What a press is answered with, as JSON."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a press has brought to light."""

    answer: Answer
    audiences: frozenset[str]
    """For whom it may be shown."""


class Pressing:
    """Does what buttons say."""

    def __init__(self, answering: Answering, audiences: Audiences, page_url: str | None) -> None:
        """Take the archive, who may read what, and our web page."""
        self._answering = answering
        self._audiences = audiences
        self._page_url = page_url

    async def press(self, activity: Payload) -> Shown | None:
        """Do what an `invoke` says, and return what is shown; `None` for what shows nothing."""
        hand, value = pressing_in(activity), activity.get("value")
        if hand is None or not isinstance(value, Mapping):
            return None
        match activity.get("name"):
            case "adaptiveCard/action":
                action = value.get("action")
                action = action if isinstance(action, Mapping) else {}
                what = pressed(action.get("verb"), action.get("data"))
                return await self._shown(what, hand) if what is not None else None
            case "message/submitAction" if value.get("actionName") == "feedback":
                await self._judge(activity, hand, value.get("actionValue"))
        return None

    async def _shown(self, what: Pressed, hand: Asking) -> Shown:
        answer = await self._answering.kept(what.about)
        if answer is None:
            return _said("teams_too_old", hand.language)
        audiences = self._readers(answer, hand)
        if audiences is None:
            return _said("teams_not_yours", hand.language)
        opened = Opened(answer, audiences)
        if what.press is Press.ANSWER:
            return await self._answer(opened, hand.language)
        return await self._passage(what, opened, hand.language)

    async def _passage(self, what: Pressed, opened: Opened, language: Language) -> Shown:
        if what.citation is None:
            return _said("teams_choose_first", language)
        places = opened.answer.places
        if what.citation > len(places):
            return _said("teams_too_old", language)
        place, number = places[what.citation - 1], what.citation
        wanted = await self._answering.seen(
            lambda view: cited_place(view, place, number), opened.audiences
        )
        if wanted is None:
            return _said("teams_changed", language)
        return _card(passage_card(wanted, what.about, opened.answer.language, self._page_url))

    async def _answer(self, opened: Opened, language: Language) -> Shown:
        reply = await self._answering.again(opened.answer, opened.audiences)
        drawn = answer_card(reply, opened.answer.id) if reply is not None else None
        if drawn is None:
            return _said("teams_changed", language)
        return _card(drawn)

    async def _judge(self, activity: Payload, hand: Asking, told: object) -> None:
        if not isinstance(told, Mapping) or told.get("reaction") not in {"like", "dislike"}:
            return
        answer = await self._judged(activity, hand)
        if answer is None or self._readers(answer, hand) is None:
            return
        good = told.get("reaction") == "like"
        person, reason = hand.person or hand.account, reason_in(told.get("feedback"))
        await self._answering.judge(answer.id, person, good=good, reason=reason)

    async def _judged(self, activity: Payload, hand: Asking) -> Answer | None:
        """Return the answer that is judged.

        A client that does not say which is believed to mean the last one, where one talks alone
        with the app: Microsoft's own for development is such a client.
        """
        message = activity.get("replyToId")
        if isinstance(message, str) and message:
            return await self._answering.at(message_place(hand.conversation, message))
        if hand.where is Where.PERSONAL:
            return await self._answering.last(hand.subject)
        return None

    def _readers(self, answer: Answer, hand: Asking) -> frozenset[str] | None:
        """Return for whom an answer may be shown again; `None` where it is somebody else's."""
        if answer.surface != SURFACE:
            return None
        asked = decoded(answer.origin)
        if asked.channel != hand.channel or asked.tenant != hand.tenant:
            return None
        if asked.where is Where.PERSONAL and asked.account != hand.account:
            return None
        # A channel may be shared by now: both must allow it.
        return self._audiences.of(asked) & self._audiences.of(hand)


def reason_in(told: object) -> str | None:
    """Return what somebody wrote beside a judgement: plain words, or a form as JSON."""
    if not isinstance(told, str) or not told.strip():
        return None
    try:
        form = json.loads(told)
    except (ValueError, RecursionError):
        return told.strip()
    if not isinstance(form, dict):
        return told.strip()
    words = [value.strip() for value in form.values() if isinstance(value, str) and value.strip()]
    return "\n".join(words) or None


def _card(drawn: Card) -> Shown:
    return {"statusCode": 200, "type": CARD, "value": drawn}


def _said(key: str, language: Language) -> Shown:
    told = phrase(key, language)
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": told}
