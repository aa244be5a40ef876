"""Socket Mode: connections that the bot opens, and what is sent to it through them."""

import asyncio
import itertools
import json
import uuid
from dataclasses import dataclass, field
from typing import Literal

from aiohttp import WSMsgType, web

from tests.slack_delivery import Ack, Attempt, Delivery, NotAcknowledgedError
from tests.slack_refusals import Refused
from tests.slack_state import APP, Json

MOST_CONNECTIONS = 10

Parting = Literal["warning", "refresh_requested", "link_disabled"]


@dataclass(eq=False)
class Connection:
    """One connection of the bot."""

    socket: web.WebSocketResponse
    request: web.Request
    deaf: bool = False
    """Whether nothing that comes is heard or answered any more, pings included."""
    received: list[Json] = field(default_factory=list)
    """What the bot acknowledged, in order."""


class Sockets:
    """All connections; a delivery goes to one of them, each in its turn."""

    late = "timeout"

    def __init__(self) -> None:
        self.open: list[Connection] = []
        self.address = ""
        """Where connections are taken, as `ws://host:port`."""
        self._tickets: set[str] = set()
        self._waiting: dict[str, asyncio.Future[Ack]] = {}
        self._turn = itertools.count()

    def routes(self) -> list[web.RouteDef]:
        """Return what a server has to answer."""
        return [web.get("/link", self._taken)]

    def new_address(self) -> str:
        """Return where one more connection may be opened, once.

        Raises:
            Refused: There are ten already.
        """
        if len(self.open) >= MOST_CONNECTIONS:
            raise Refused("too_many_websockets")
        ticket = uuid.uuid4().hex
        self._tickets.add(ticket)
        return f"{self.address}/link?ticket={ticket}&app_id={APP}"

    async def carry(self, delivery: Delivery, attempt: Attempt) -> Ack:
        """Send an envelope, and wait until it is acknowledged."""
        if not self.open:
            raise NotAcknowledgedError("connection_failed")
        connection = self.open[next(self._turn) % len(self.open)]
        name = str(uuid.uuid4())
        envelope: Json = {
            "envelope_id": name,
            "type": delivery.kind,
            "payload": delivery.body,
            "accepts_response_payload": delivery.kind != "events_api",
        }
        if delivery.kind == "events_api":
            envelope |= {"retry_attempt": attempt.number, "retry_reason": attempt.reason or ""}
        self._waiting[name] = asyncio.get_running_loop().create_future()
        try:
            await connection.socket.send_json(envelope)
            return await self._waiting[name]
        except ConnectionError as lost:
            raise NotAcknowledgedError("connection_failed") from lost
        finally:
            del self._waiting[name]

    async def part(self, reason: Parting = "refresh_requested") -> None:
        """Say that the connections end, and (but for a warning) end them."""
        for connection in list(self.open):
            said: Json = {"type": "disconnect", "reason": reason, "debug_info": {"host": "test"}}
            await connection.socket.send_json(said)
            if reason != "warning":
                await connection.socket.close()

    def cut(self) -> None:
        """End every connection without a word."""
        for connection in list(self.open):
            if isinstance(connection.request.transport, asyncio.Transport):
                connection.request.transport.abort()

    def go_deaf(self) -> None:
        """Keep every connection that is open, and hear nothing more on it."""
        for connection in self.open:
            connection.deaf = True

    async def close(self) -> None:
        """End the service."""
        for connection in list(self.open):
            await connection.socket.close()

    async def _taken(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=408, text="link expired")
        self._tickets.remove(ticket)
        connection = Connection(web.WebSocketResponse(autoping=False), request)
        await connection.socket.prepare(request)
        self.open.append(connection)
        try:
            await self._serve(connection)
        finally:
            self.open.remove(connection)
        return connection.socket

    async def _serve(self, connection: Connection) -> None:
        hello: Json = {"type": "hello", "num_connections": len(self.open)}
        hello |= {"connection_info": {"app_id": APP}}
        hello |= {"debug_info": {"host": "test", "approximate_connection_time": 18060}}
        await connection.socket.send_json(hello)
        async for heard in connection.socket:
            if connection.deaf:
                continue
            if heard.type == WSMsgType.PING:
                await connection.socket.pong(heard.data)
            elif heard.type == WSMsgType.TEXT:
                self._heard(connection, json.loads(heard.data))

    def _heard(self, connection: Connection, said: Json) -> None:
        connection.received.append(said)
        waiting = self._waiting.get(said.get("envelope_id", ""))
        if waiting and not waiting.done():
            payload = said.get("payload")
            waiting.set_result(Ack(200, json.dumps(payload) if payload else ""))
