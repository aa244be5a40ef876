"""What Referent asks of Slack, with Slack's refusals told as what they mean for a question."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.inbox.surfaces import Refused, RetryLater
from bot.slack.drawing.shapes import Home, Message, Modal

SECONDS = 10
"""For one call."""
LOCKED_OUT_FOR = timedelta(minutes=1)
"""How long a question waits until it is tried again with a token that did not hold."""
LOOKED_AT = 200
"""Messages of one page, when a message is looked for."""
PAGES = 10


class SlackRefused(Refused):
    """Slack refused a call, by the short name of the error; waiting changes nothing."""

    def __init__(self, code: str) -> None:
        """Take the name of the error."""
        super().__init__(code)
        self.code = code


class LockedOut(RetryLater):
    """No token of ours holds; a new one may come, and what was asked is kept until then."""

    counts = False

    def __init__(self, code: str) -> None:
        """Take the name of the error."""
        super().__init__(LOCKED_OUT_FOR, nothing_posted=True)
        self.code = code


class SlackCalls:
    """Slack's Web API, as far as it is used.

    Raises:
        RetryLater: From every method: Slack asks for patience, or cannot be reached, or lets
            nothing of ours in any more (`LockedOut`).
        SlackRefused: From every method: the call is refused.
    """

    def __init__(self, client: AsyncWebClient) -> None:
        """Take a client that repeats nothing by itself: repeated posts would stand there twice."""
        self._client = client
        self.held, self.lost = asyncio.Event(), asyncio.Event()
        """Set, one or the other, by what the last call with the bot token found of it."""
        self.held.set()

    @property
    def locked_out(self) -> bool:
        """Whether the bot token holds no more, as far as is known."""
        return self.lost.is_set()

    def suspect(self) -> None:
        """Take the token for one that holds no more, until a call finds that it does."""
        self.held.clear()
        self.lost.set()

    async def who_am_i(self) -> tuple[Mapping[str, Any], frozenset[str]]:
        """Return what the token is of, and the scopes that it was granted."""
        async with self._calling():
            told = await self._client.auth_test()
        headers = {name.lower(): value for name, value in told.headers.items()}
        scopes = str(headers.get("x-oauth-scopes", ""))
        who = told.data if isinstance(told.data, dict) else {}
        return who, frozenset(s.strip() for s in scopes.split(",") if s.strip())

    async def post(self, channel: str, thread: str | None, message: Message) -> str:
        """Post a message; return its time, which names it."""
        arguments: dict[str, Any] = dict(message)
        async with self._calling():
            told = await self._client.chat_postMessage(
                channel=channel, thread_ts=thread, **arguments
            )
        return str(told["ts"])

    async def update(self, channel: str, ts: str, message: Message) -> None:
        """Put a message in the place of one of ours."""
        arguments: dict[str, Any] = {
            name: message[name] for name in ("text", "blocks", "metadata") if name in message
        }
        async with self._calling():
            # Unlike a new message, a changed one would have names and channels made into links.
            await self._client.chat_update(
                channel=channel, ts=ts, parse="none", link_names=False, **arguments
            )

    async def post_directly(self, user: str, message: Message) -> tuple[str, str]:
        """Post a message to one person alone; return the conversation and its time there."""
        arguments: dict[str, Any] = dict(message)
        async with self._calling():
            told = await self._client.chat_postMessage(channel=user, **arguments)
        return str(told["channel"]), str(told["ts"])

    async def post_privately(
        self, channel: str, user: str, message: Message, thread: str | None = None
    ) -> None:
        """Show a message to one person in a conversation, or in a thread of it that has begun."""
        async with self._calling():
            await self._client.chat_postEphemeral(
                channel=channel,
                user=user,
                thread_ts=thread,
                text=message["text"],
                blocks=[dict(b) for b in message["blocks"]],
            )

    async def respond(self, url: str, message: Message, **more: object) -> None:
        """Answer a command or a press at the address that came with it."""
        webhook = AsyncWebhookClient(url, timeout=SECONDS, retry_handlers=[])
        body = {name: value for name, value in message.items() if name != "mrkdwn"} | more
        # Such an address needs no token, so it tells nothing of whether ours holds.
        async with _translated():
            told = await webhook.send_dict(body)
        if told.status_code == 429:
            raise RetryLater(_seconds(told.headers), nothing_posted=True)
        if told.status_code >= 500:
            raise RetryLater
        if told.status_code != 200:
            raise SlackRefused(f"response_url {told.status_code}")

    async def tell(self, url: str, message: Message, thread: str | None = None) -> None:
        """Show a message to whoever pressed, beside what they pressed: in its thread, if any.

        Slack shows it at the end of the channel otherwise, where nobody looks who reads a thread.
        """
        place = {} if thread is None else {"thread_ts": thread}
        await self.respond(url, message, response_type="ephemeral", replace_original=False, **place)

    async def find(
        self, channel: str, thread: str | None, event_type: str, question: str, since: datetime
    ) -> str | None:
        """Return the time of a message of ours by its metadata; `None` where it is not there."""
        method = "conversations.history"
        asked: dict[str, Any] = {"channel": channel, "oldest": f"{since.timestamp():.6f}"}
        if thread is not None:
            method, asked = "conversations.replies", {"channel": channel, "ts": thread}
        asked |= {"include_all_metadata": True, "limit": LOOKED_AT}
        for _ in range(PAGES):
            async with self._calling():
                told = await self._client.api_call(method, params=asked)
            for message in told["messages"]:
                if _is_about(message, event_type, question):
                    return str(message["ts"])
            asked["cursor"] = (told.get("response_metadata") or {}).get("next_cursor")
            if not asked["cursor"]:
                return None
        return None

    async def writers(self, channel: str, thread: str) -> frozenset[str]:
        """Return the people who have written in a thread, as far as its first pages tell."""
        asked: dict[str, Any] = {"channel": channel, "ts": thread, "limit": LOOKED_AT}
        found: set[str] = set()
        for _ in range(PAGES):
            async with self._calling():
                told = await self._client.api_call("conversations.replies", params=asked)
            people = (m for m in told["messages"] if not m.get("bot_id"))
            found.update(str(message.get("user", "")) for message in people)
            asked["cursor"] = (told.get("response_metadata") or {}).get("next_cursor")
            if not asked["cursor"]:
                break
        return frozenset(found)

    async def channel(self, channel: str) -> Mapping[str, object]:
        """Return what there is to know of a conversation."""
        async with self._calling():
            told = await self._client.conversations_info(channel=channel)
        return dict(told["channel"])

    async def open_socket(self, app_token: str) -> None:
        """See whether the token for Socket Mode holds."""
        async with _translated():
            await self._client.apps_connections_open(app_token=app_token)

    async def person(self, user: str) -> Mapping[str, object]:
        """Return what there is to know of somebody."""
        async with self._calling():
            told = await self._client.users_info(user=user, include_locale=True)
        return dict(told["user"])

    async def open_modal(self, trigger: str, view: Modal) -> str:
        """Open a window before whoever pressed, within three seconds of it; return its id."""
        async with self._calling():
            told = await self._client.views_open(trigger_id=trigger, view=dict(view))
        return str(told["view"]["id"])

    async def push_modal(self, trigger: str, view: Modal) -> None:
        """Open a window over one that is open."""
        async with self._calling():
            await self._client.views_push(trigger_id=trigger, view=dict(view))

    async def publish_home(self, user: str, view: Home) -> None:
        """Show somebody their Home tab."""
        async with self._calling():
            await self._client.views_publish(user_id=user, view=dict(view))

    async def suggest(
        self, channel: str, title: str, prompts: list[dict[str, str]], pane: str | None
    ) -> None:
        """Suggest questions where somebody begins to write to the app.

        `pane`: the thread of the pane of before. An agent has none, and Slack would show nothing.
        """
        async with self._calling():
            await self._client.assistant_threads_setSuggestedPrompts(
                channel_id=channel, thread_ts=pane, title=title, prompts=prompts
            )

    async def pane_status(self, channel: str, thread: str, words: str, title: str | None) -> None:
        """Show in the pane of before what is being done, which no words take away, and name it."""
        async with self._calling():
            await self._client.assistant_threads_setStatus(
                channel_id=channel, thread_ts=thread, status=words
            )
        if title:
            async with self._calling():
                await self._client.assistant_threads_setTitle(
                    channel_id=channel, thread_ts=thread, title=title
                )

    async def session(
        self, channel: str, thread: str, *, working: bool, title: str | None = None
    ) -> None:
        """Show in a thread whether an answer is on its way; no post takes that away.

        `title`: what the thread is called, from the first time on.
        """
        async with self._calling():
            await self._client.agents_sessions_setStatus(
                channel_id=channel,
                thread_ts=thread,
                status="processing" if working else "active",
                title=title,
            )

    @asynccontextmanager
    async def _calling(self) -> AsyncIterator[None]:
        """Call with the bot token, and keep in mind whether it holds."""
        try:
            async with _translated():
                yield
        except LockedOut:
            self.suspect()
            raise
        self.lost.clear()
        self.held.set()


@asynccontextmanager
async def _translated() -> AsyncIterator[None]:
    try:
        yield
    except SlackApiError as error:
        status, code, headers = _refusal(error.response)
        if status == 429 or code in {"ratelimited", "rate_limited"}:
            raise RetryLater(_seconds(headers), nothing_posted=True) from None
        if status >= 500 or code in _PASSING:
            raise RetryLater from None
        if code in _LOCKED_OUT:
            raise LockedOut(code) from None
        # Slack's own message repeats what was sent.
        raise SlackRefused(code) from None
    except (aiohttp.ClientConnectorError, aiohttp.InvalidURL):
        raise RetryLater(nothing_posted=True) from None
    except (TimeoutError, aiohttp.ClientError, ConnectionError):
        raise RetryLater from None


def _is_about(message: Mapping[str, Any], event_type: str, question: str) -> bool:
    metadata = message.get("metadata") or {}
    payload = metadata.get("event_payload") or {}
    ours = metadata.get("event_type") == event_type and "bot_id" in message
    return ours and payload.get("question") == question


def _refusal(response: object) -> tuple[int, str, Mapping[str, Any]]:
    """Return status, name of the error and headers; of a page that is no JSON there is no name."""
    data = getattr(response, "data", None)
    code = str(data.get("error")) if isinstance(data, dict) else "unknown"
    status = getattr(response, "status_code", None) or getattr(response, "status", None) or 0
    return int(status), code, getattr(response, "headers", None) or {}


_LOCKED_OUT = frozenset(
    {"invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"}
)
_PASSING = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})


def _seconds(headers: Mapping[str, Any]) -> timedelta:
    """Return for how long Slack asks us to wait."""
    told = {name.lower(): value for name, value in headers.items()}.get("retry-after", "1")
    value = told[0] if isinstance(told, list) else told
    return timedelta(seconds=float(value) if str(value).replace(".", "", 1).isdigit() else 1)
