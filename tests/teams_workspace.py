"""A Teams organisation for tests: what the bot talks to, and what people in it see.

The stand-in is Microsoft's connector: it signs what it delivers with a key of its own, which it
tells at an address as Microsoft does, and takes what the bot posts. It runs in a thread with a loop
of its own, as another machine would.

    async with TeamsWorkspace() as teams:
        karen = teams.person("Karen")
        asked = await karen.asks("Hvad blev besluttet om busserne?")
        answer = await teams.answer_to(asked)
        assert "vedtaget" in answer.text
"""

import asyncio
import itertools
import json
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

import aiohttp
import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from tests.teams_person import APP_ID, TENANT, Delivered, Json, Person, Posted
from tests.waiting import come_about

OTHER_TENANT = "88888888-0000-4000-8000-000000000000"
ISSUER = "https://api.botframework.com"
KEY = "key-1"
MOST_CITATIONS = 10


@dataclass
class Trouble:
    """What goes wrong, in this order, with what the bot posts."""

    refusals: list[tuple[int, Json]] = field(default_factory=list)
    """Status and headers; nothing is posted."""
    refuses_citations: bool = False
    """Whether messages with citations or cards are not taken."""
    changes_refused: list[tuple[int, Json]] = field(default_factory=list)
    """The same of changes to what it has posted."""
    lost_replies: int = 0
    """How many of the next postings are taken, and told to have failed."""
    delay: float = 0.0
    """Seconds that each posting takes."""
    key_delay: float = 0.0
    """Seconds that Microsoft's keys take."""
    keys_gone: bool = False


class TeamsWorkspace:
    """Everything that is Teams, on this machine. Use it as an asynchronous context."""

    def __init__(self) -> None:
        self.trouble = Trouble()
        self.posted: list[Posted] = []
        """Messages, in their order; a card stands in one of its own."""
        self.attempts: list[Json] = []
        """All that the bot sent, signs that it works among it."""
        self.key_fetches = 0
        self.endpoint = ""
        """Where the bot hears."""
        self._key = generate_private_key(65537, 2048)
        self._numbers = itertools.count(1_700_000_000_000)
        self._people = itertools.count(1)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None
        self.url = ""

    async def __aenter__(self) -> "TeamsWorkspace":
        self._thread.start()
        await self._there(self._serve())
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._session, "not open"
        assert self._runner, "not open"
        await self._session.close()
        await self._there(self._runner.cleanup())
        self._loop.call_soon_threadsafe(self._loop.stop)
        await asyncio.to_thread(self._thread.join)
        self._loop.close()

    # -- who is here, and what they do

    def person(self, name: str, locale: str = "da-DK", tenant: str = TENANT) -> Person:
        """Let somebody in."""
        return Person(self, name, next(self._people), locale, tenant)

    def next_id(self) -> str:
        """Return a message's id: unique within its conversation, as Teams has them."""
        return str(next(self._numbers))

    async def deliver(self, activity: Json, token: str | None = "") -> Delivered:
        """Deliver an activity, signed as it should be unless another token (or none) is given."""
        signed = self.token() if token == "" else token
        headers = {} if signed is None else {"Authorization": f"Bearer {signed}"}
        return await self.send(json.dumps(activity).encode(), activity, headers)

    async def send(
        self, body: bytes, activity: Json | None = None, headers: Mapping[str, str] | None = None
    ) -> Delivered:
        """Send any bytes to the bot."""
        assert self._session, "not open"
        began = time.perf_counter()
        sending = self._session.post(
            self.endpoint,
            data=body,
            headers={"Content-Type": "application/json", **(headers or {})},
        )
        async with sending as response:
            told = await response.text()
        seconds = time.perf_counter() - began
        is_json = response.content_type == "application/json"
        return Delivered(
            activity or {}, response.status, json.loads(told) if told and is_json else {}, seconds
        )

    def token(self, key: RSAPrivateKey | None = None, kid: str = KEY, **claims: Any) -> str:
        """Return a token as Microsoft signs it; a claim that is `None` is left out."""
        now = int(time.time())
        told = {
            "iss": ISSUER,
            "aud": APP_ID,
            "serviceurl": self.url,
            "nbf": now - 5,
            "iat": now - 5,
            "exp": now + 3600,
            **claims,
        }
        kept = {name: value for name, value in told.items() if value is not None}
        return jwt.encode(kept, key or self._key, algorithm="RS256", headers={"kid": kid})

    # -- what people see

    def messages(self, conversation: str | None = None) -> list[Posted]:
        """Return what the bot posted in words, or what of it stands in one conversation."""
        return [p for p in self.posted if p.text and conversation in (None, p.conversation)]

    async def answer_to(self, asked: Delivered, number: int = 1, within: float = 5.0) -> Posted:
        """Wait for the first or a later message in the conversation of what was asked."""
        assert asked.status == 200, asked

        def there() -> bool:
            return len(self.messages(asked.conversation)) >= number

        await self.until(there, within)
        return self.messages(asked.conversation)[number - 1]

    async def card_below(self, answer: Posted, within: float = 5.0) -> Posted:
        """Wait for the card that stands right below an answer."""

        def below() -> list[Posted]:
            there = [p for p in self.posted if p.conversation == answer.conversation]
            return there[there.index(answer) + 1 :]

        await self.until(below, within)
        assert below()[0].card, "a message stands below the answer, and no card of its own"
        return below()[0]

    async def until(self, condition: Callable[[], object], within: float = 5.0) -> None:
        """Wait until something holds."""
        try:
            await come_about(condition, within)
        except TimeoutError:
            seen = "\n".join(f"{p.conversation}: {p.text[:200]}" for p in self.posted)
            raise AssertionError(f"not within {within} s; there stands:\n{seen}") from None

    # -- the connector

    @property
    def openid_url(self) -> str:
        """Where the keys are told."""
        return f"{self.url}/v1/.well-known/openidconfiguration"

    async def _there(self, work: Awaitable[Any]) -> Any:
        """Do something in the thread of the connector."""

        async def done() -> Any:
            return await work

        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(done(), self._loop))

    async def _serve(self) -> None:
        app = web.Application(client_max_size=2**20)
        app.router.add_post("/v3/conversations/{conversation}/activities", self._take)
        app.router.add_put("/v3/conversations/{conversation}/activities/{id}", self._change)
        app.router.add_get("/v1/.well-known/keys", self._tell_keys)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def _tell_keys(self, request: web.Request) -> web.Response:
        self.key_fetches += 1
        await asyncio.sleep(self.trouble.key_delay)
        if self.trouble.keys_gone:
            return web.Response(status=503)
        key = jwt.algorithms.RSAAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        return web.json_response({"keys": [{**key, "kid": KEY, "use": "sig", "alg": "RS256"}]})

    async def _take(self, request: web.Request) -> web.Response:
        activity = await request.json()
        self.attempts.append(activity)
        await asyncio.sleep(self.trouble.delay)
        if self.trouble.refusals:
            status, headers = self.trouble.refusals.pop(0)
            return web.json_response(
                {"error": {"code": "Refused", "message": "no"}}, status=status, headers=headers
            )
        rich = activity.get("attachments") or activity.get("entities")
        if _wrong(activity) or (self.trouble.refuses_citations and rich):
            return web.json_response(
                {"error": {"code": "BadSyntax", "message": _wrong(activity)}}, status=400
            )
        id_, place = self.next_id(), request.match_info["conversation"]
        if activity["type"] == "message":
            token = request.headers.get("authorization", "")
            parts = [activity]
            if activity.get("text") and activity.get("attachments"):
                parts = [{**activity, "attachments": []}, {**activity, "text": ""}]
            made = [
                Posted(id_ if n == 0 else self.next_id(), place, part, token)
                for n, part in enumerate(parts)
            ]
            self.posted += made
            if len(made) > 1:
                # Text and a card are two messages to Teams, and it tells the name of neither.
                return web.json_response({})
        if self.trouble.lost_replies:
            self.trouble.lost_replies -= 1
            return web.Response(status=502)
        return web.json_response({"id": id_})

    async def _change(self, request: web.Request) -> web.Response:
        activity = await request.json()
        self.attempts.append(activity)
        where, id_ = request.match_info["conversation"], request.match_info["id"]
        found = [p for p in self.posted if (p.conversation, p.id) == (where, id_)]
        if self.trouble.changes_refused:
            status, headers = self.trouble.changes_refused.pop(0)
            return web.json_response({"error": {"code": "No"}}, status=status, headers=headers)
        if not found or activity["type"] != "message":
            return web.json_response({"error": {"code": "NotFound"}}, status=404)
        rich = activity.get("attachments") or activity.get("entities")
        # Text and a card are two messages to Teams, and a change is of one.
        several = activity.get("attachments") and activity.get("text")
        if several or _wrong(activity) or (self.trouble.refuses_citations and rich):
            return web.json_response({"error": {"code": "BadSyntax"}}, status=400)
        found[0].versions.append(found[0].activity)
        found[0].activity = activity
        return web.json_response({"id": id_})


def _wrong(activity: Json) -> str:
    """Return what Teams would not take of an activity; empty where it takes it."""
    claims = [c for e in activity.get("entities") or [] for c in e.get("citation") or []]
    if len(claims) > MOST_CITATIONS:
        return "too many citations"
    for claim in claims:
        shown = claim["appearance"]
        if None in shown.values():
            return "null where words are expected"
        if f"[{claim['position']}]" not in activity.get("text", ""):
            return "a citation that the text does not mark"
        if not shown["abstract"] or len(shown["abstract"]) > 160 or len(shown["name"]) > 80:
            return "a citation that is too long, or empty"
    if len(json.dumps(activity, ensure_ascii=False).encode("utf-16-le")) > 100_000:
        return "too large"
    return ""
