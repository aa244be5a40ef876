"""Deliveries to the bot: signed, timed, and repeated by Slack's rule until acknowledged."""

import asyncio
import hashlib
import hmac
import json
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol
from urllib.parse import urlencode

import aiohttp

from tests.slack_state import Json

Kind = Literal["events_api", "slash_commands", "interactive"]

RETRY_AFTER = (0.0, 60.0, 300.0)
"""Seconds before each of the three repeats of an event: at once, a minute, five minutes."""
PATIENCE = 3.0
"""Seconds that an acknowledgement may take."""
NO_RETRY = "X-Slack-No-Retry"


@dataclass(frozen=True, slots=True)
class Ack:
    """What came back: the HTTP status (200 for an envelope acknowledged) and the body."""

    status: int
    body: str
    no_retry: bool = False

    @property
    def payload(self) -> Json:
        """The body where it is a JSON object, else nothing, a plain text as `text`."""
        try:
            told = json.loads(self.body)
        except ValueError:
            told = {"text": self.body} if self.body else {}
        return told if isinstance(told, dict) else {}


class NotAcknowledgedError(Exception):
    """An attempt that brought nothing back: it took too long, or nobody was there."""


@dataclass(eq=False)
class Attempt:
    """One try at a delivery."""

    number: int
    reason: str | None
    """Why it is a repeat, in Slack's words."""
    sent: float
    ack: Ack | None = None
    ack_ms: float | None = None
    failure: str = ""

    @property
    def acknowledged(self) -> bool:
        return self.ack is not None and 200 <= self.ack.status < 300


@dataclass(eq=False)
class Delivery:
    """One thing that the bot is told, with every try at telling it."""

    kind: Kind
    body: Json
    attempts: list[Attempt] = field(default_factory=list)

    @property
    def event(self) -> Json:
        """The event inside, empty for commands and interactions."""
        inside: Json = self.body.get("event", {})
        return inside

    @property
    def name(self) -> str:
        """What was delivered: the event's type and subtype, the command or the interaction."""
        event = self.event
        types = [event.get("type"), event.get("subtype")] if event else [self.body.get("type")]
        return ".".join(filter(None, types)) or str(self.body.get("command"))

    @property
    def acknowledged(self) -> bool:
        return any(attempt.acknowledged for attempt in self.attempts)

    @property
    def status(self) -> int | None:
        """The HTTP status of the last attempt; nothing when nothing came back."""
        ack = self.attempts[-1].ack if self.attempts else None
        return ack.status if ack else None

    @property
    def ack_ms(self) -> float | None:
        """How long the last attempt's acknowledgement took."""
        return self.attempts[-1].ack_ms if self.attempts else None

    @property
    def reasons(self) -> list[str | None]:
        """Why each attempt was made: nothing for the first, then Slack's words."""
        return [attempt.reason for attempt in self.attempts]


class Door(Protocol):
    """A way to the bot."""

    late: str
    """Slack's word for an acknowledgement that took too long."""

    async def carry(self, delivery: Delivery, attempt: Attempt) -> Ack:
        """Bring something to the bot, and wait for what it says.

        Raises:
            NotAcknowledgedError: With Slack's word for the reason.
        """


@dataclass(eq=False)
class PostOffice:
    """Delivers what happens in the workspace, and remembers how that went."""

    door: Callable[[], Door]
    patience: float = PATIENCE
    pace: float = 0.001
    """Seconds that a second of waiting between repeats really takes."""
    deliveries: list[Delivery] = field(default_factory=list)

    async def deliver(self, kind: Kind, body: Json) -> Delivery:
        """Bring something to the bot; an event up to four times, all else once."""
        delivery = Delivery(kind, body)
        self.deliveries.append(delivery)
        await self.attempt(delivery, 0, None)
        waits = RETRY_AFTER if kind == "events_api" else ()
        for number, wait in enumerate(waits, 1):
            last = delivery.attempts[-1]
            if last.acknowledged or (last.ack and last.ack.no_retry):
                break
            await asyncio.sleep(wait * self.pace)
            await self.attempt(delivery, number, last.failure or "http_error")
        return delivery

    async def repeat(self, delivery: Delivery, times: int = 1) -> Delivery:
        """Deliver the same again, though it was acknowledged: the acknowledgement got lost."""
        first = len(delivery.attempts)
        for number in range(first, first + times):
            await self.attempt(delivery, number, self.door().late)
        return delivery

    async def deliver_anew(self, delivery: Delivery) -> Delivery:
        """Deliver the same event as if it were another: with an identity of its own."""
        return await self.deliver(delivery.kind, delivery.body | {"event_id": new_event_id()})

    async def attempt(self, delivery: Delivery, number: int = 0, reason: str | None = None) -> None:
        """Bring something to the bot once, and remember it nowhere but in itself."""
        attempt = Attempt(number, reason, time.perf_counter())
        delivery.attempts.append(attempt)
        door = self.door()
        try:
            async with asyncio.timeout(self.patience):
                attempt.ack = await door.carry(delivery, attempt)
            attempt.ack_ms = (time.perf_counter() - attempt.sent) * 1000
        except TimeoutError:
            attempt.failure = door.late
        except NotAcknowledgedError as failed:
            attempt.failure = str(failed)


def new_event_id() -> str:
    """Return the identity of an event that was not delivered before."""
    return f"Ev{uuid.uuid4().hex[:10].upper()}"


def signature(secret: str, raw: bytes, at: int) -> str:
    """Return how Slack signs a body at a moment, in seconds since the epoch."""
    signed = hmac.new(secret.encode(), b"v0:%d:%s" % (at, raw), hashlib.sha256)
    return f"v0={signed.hexdigest()}"


@dataclass(eq=False)
class HttpDoor:
    """The bot's Request URL."""

    session: aiohttp.ClientSession
    url: str
    signing_secret: str
    late: str = "http_timeout"

    async def carry(self, delivery: Delivery, attempt: Attempt) -> Ack:
        """POST a delivery, signed."""
        raw, content_type = encoded(delivery.kind, delivery.body)
        headers = {"Content-Type": content_type}
        if attempt.number:
            headers["X-Slack-Retry-Num"] = str(attempt.number)
            headers["X-Slack-Retry-Reason"] = attempt.reason or ""
        try:
            return await self.post(raw, headers)
        except aiohttp.ClientError as failed:
            raise NotAcknowledgedError("connection_failed") from failed

    async def post(
        self,
        raw: bytes,
        headers: dict[str, str] | None = None,
        age: int = 0,
        secret: str | None = None,
        signed: str | None = None,
    ) -> Ack:
        """POST bytes, signed as Slack signs them unless told otherwise.

        Args:
            raw: The body.
            headers: More headers.
            age: How many seconds ago it was signed.
            secret: Another secret to sign with.
            signed: The signature itself; empty for none at all.
        """
        at = int(time.time()) - age
        ours = {"X-Slack-Request-Timestamp": str(at), "Content-Type": "application/json"}
        ours["X-Slack-Signature"] = signature(secret or self.signing_secret, raw, at)
        if signed is not None:
            ours["X-Slack-Signature"] = signed
        if signed == "":
            ours = {"Content-Type": "application/json"}
        async with self.session.post(self.url, data=raw, headers=ours | (headers or {})) as reply:
            no_retry = reply.headers.get(NO_RETRY) == "1"
            return Ack(reply.status, await reply.text(errors="replace"), no_retry)


def encoded(kind: Kind, body: Json) -> tuple[bytes, str]:
    """Return a body as it goes over HTTP, and its content type."""
    if kind == "events_api":
        return json.dumps(body).encode(), "application/json"
    form = {"payload": json.dumps(body)} if kind == "interactive" else body
    return urlencode(form).encode(), "application/x-www-form-urlencoded"
