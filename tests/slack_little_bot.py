"""A Bolt app of a few lines, to prove the stand-in with; it knows nothing of Referent."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack_workspace import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, SlackWorkspace

FEEDBACK = {
    "type": "context_actions",
    "elements": [
        {
            "type": "feedback_buttons",
            "action_id": "feedback",
            "positive_button": {"text": {"type": "plain_text", "text": "Ja"}, "value": "up"},
            "negative_button": {"text": {"type": "plain_text", "text": "Nej"}, "value": "down"},
        }
    ],
}
SHOW = {
    "type": "actions",
    "elements": [
        {
            "type": "button",
            "action_id": "show",
            "text": {"type": "plain_text", "text": "Vis"},
            "value": "passage-1",
        }
    ],
}


def section(text: str) -> dict[str, Any]:
    """Return a block of text."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


class LittleBot:
    """Answers what is said to it with the same words, and remembers what it heard."""

    def __init__(self, slack: SlackWorkspace) -> None:
        """Take the workspace to talk to."""
        self.client = AsyncWebClient(BOT_TOKEN, base_url=slack.api_url, retry_handlers=[])
        self.heard: list[str] = []
        self.headers: list[tuple[str, str]] = []
        self.pause = 0.0
        """Seconds before a payload is acknowledged."""
        self.once = False
        """Whether an event id that came before is passed over."""
        self._seen: set[str] = set()
        self.app = AsyncApp(client=self.client, signing_secret=SIGNING_SECRET)
        self.app.use(self._remember)
        self.app.event("app_mention")(self._mentioned)
        self.app.event("message")(self._said)
        self.app.event("app_home_opened")(self._home)
        self.app.event("assistant_thread_started")(self._pane)
        self.app.event("assistant_thread_context_changed")(self._nothing)
        self.app.command("/referent")(self._command)
        self.app.action("show")(self._show)
        self.app.action("feedback")(self._feedback)
        self.app.view("passage")(self._nothing)

    async def _remember(self, body: Any, req: Any, next: Any) -> Any:  # noqa: A002 (Bolt's name)
        await asyncio.sleep(self.pause)
        number = req.headers.get("x-slack-retry-num", [""])[0]
        self.headers.append((number, req.headers.get("x-slack-retry-reason", [""])[0]))
        event = body.get("event", {})
        name = event.get("type") or body.get("type") or body.get("command")
        self.heard.append(f"{name}.{event['subtype']}" if event.get("subtype") else name)
        name = body.get("event_id", "")
        if self.once and name in self._seen:
            return BoltResponse(status=200)
        self._seen.add(name)
        return await next()

    async def _mentioned(self, event: Any) -> None:
        await self.client.chat_postMessage(
            channel=event["channel"],
            thread_ts=event.get("thread_ts") or event["ts"],
            text=f"Svar: {event['text']}",
            blocks=[section(f"Svar: {event['text']}"), SHOW, FEEDBACK],
            metadata={"event_type": "answer", "event_payload": {"question": event["ts"]}},
        )

    async def _said(self, event: Any) -> None:
        if event.get("channel_type") != "im" or event.get("subtype"):
            return
        if event.get("thread_ts"):
            await self._stream(event)
        else:
            await self.client.chat_postMessage(channel=event["channel"], text=event["text"])

    async def _stream(self, event: Any) -> None:
        where = {"channel_id": event["channel"], "thread_ts": event["thread_ts"]}
        await self.client.assistant_threads_setStatus(**where, status="søger …")
        stream = await self.client.chat_stream(
            channel=event["channel"], thread_ts=event["thread_ts"], buffer_size=1
        )
        for word in event["text"].split():
            await stream.append(markdown_text=f"{word} ")
        await stream.stop(blocks=[FEEDBACK])
        await self.client.assistant_threads_setStatus(**where, status="")

    async def _home(self, event: Any) -> None:
        user = event["user"]
        locale = (await self.client.users_info(user=user, include_locale=True))["user"]["locale"]
        view = {"type": "home", "blocks": [section(f"Velkommen ({locale})")]}
        await self.client.views_publish(user_id=user, view=view)

    async def _pane(self, event: Any) -> None:
        thread = event["assistant_thread"]
        where = {"channel_id": thread["channel_id"], "thread_ts": thread["thread_ts"]}
        prompts = [{"title": "Busser", "message": "Hvad blev besluttet om busserne?"}]
        await self.client.assistant_threads_setSuggestedPrompts(**where, prompts=prompts)

    async def _command(self, ack: Any, respond: Any, command: Any) -> None:
        await ack("Søger …")
        await asyncio.sleep(0.05)  # Faster, and the answer may come before the acknowledgement.
        await respond(text=f"Svar: {command['text']}", replace_original=True)

    async def _show(self, ack: Any, body: Any) -> None:
        await ack()
        text = {"type": "plain_text", "text": "Sted i dokumentet"}
        view = {"type": "modal", "callback_id": "passage", "title": text, "blocks": [section("…")]}
        await self.client.views_open(trigger_id=body["trigger_id"], view=view)

    async def _feedback(self, ack: Any, body: Any, respond: Any) -> None:
        await ack()
        await respond(text=f"Tak: {body['actions'][0]['value']}", replace_original=False)

    async def _nothing(self, ack: Any) -> None:
        await ack()


@asynccontextmanager
async def over_http(slack: SlackWorkspace) -> AsyncIterator[LittleBot]:
    """Run the little bot behind a Request URL."""
    bot = LittleBot(slack)
    runner = web.AppRunner(bot.app.web_app("/slack/events"), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.listen_at(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
    try:
        yield bot
    finally:
        await runner.cleanup()


@asynccontextmanager
async def over_socket(slack: SlackWorkspace) -> AsyncIterator[LittleBot]:
    """Run the little bot over Socket Mode."""
    bot = LittleBot(slack)
    handler = AsyncSocketModeHandler(bot.app, APP_TOKEN, ping_interval=0.2)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await slack.until(lambda: slack.sockets.open)
    try:
        yield bot
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


WAYS = {"http": over_http, "socket": over_socket}
