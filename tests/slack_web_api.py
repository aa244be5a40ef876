"""The Web API as a server: who calls, what they may, what goes wrong, and what was called."""

import asyncio
import json
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from tests import slack_responses
from tests.slack_installation import Installation
from tests.slack_methods import METHODS, Method
from tests.slack_refusals import AgainstTheRules, Refused
from tests.slack_state import SCOPE_PREFIX, Json, State
from tests.slack_trouble import Ailment, Trouble

BOT_TOKEN, APP_TOKEN = "xoxb-referent-test", "xapp-referent-test"

JSON_IN_FORMS = {
    *("blocks", "attachments", "metadata", "chunks", "view", "prompts", "loading_messages"),
}
RESPONSE_URL = "response_url"
"""What POSTs to a response_url are called among the methods."""


@dataclass(eq=False)
class Call:
    """One call of a method, and how it went."""

    method: str
    args: Json
    at: float
    status: int | None = None
    error: str = ""

    @property
    def ok(self) -> bool:
        return self.status == 200 and not self.error


@dataclass(eq=False)
class WebApi:
    """Answers calls out of a state."""

    state: State
    installation: Installation
    trouble: Trouble
    connect: Callable[[], str]
    """Returns the address of a new Socket Mode connection."""
    keeps_limits: bool = False
    """Whether calls above a method's number a minute are refused."""
    minute: float = 60.0
    """Seconds that the limits call a minute."""
    command_replaces: bool = False
    calls: list[Call] = field(default_factory=list)
    broken_rules: list[str] = field(default_factory=list)
    _recent: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def routes(self) -> list[web.RouteDef]:
        """Return what a server has to answer."""
        return [
            web.route("*", "/api/{method}", self._called),
            web.post("/response/{key}", self._responded),
        ]

    def called(self, method: str) -> list[Call]:
        """Return the calls of one method, in order."""
        return [call for call in self.calls if call.method == method]

    async def _called(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        call = Call(name, {}, time.monotonic())
        self.calls.append(call)

        async def answer() -> Json:
            method = METHODS.get(name)
            if method is None:
                raise AgainstTheRules("unknown_method")
            call.args, in_json = await _arguments(request, method)
            self._authorize(request, call, in_json)
            self._check(call, method)
            self._count(call, method)
            if name == "apps.connections.open":
                return {"url": self.connect()}
            return method.handler(self.state, call.args)

        return await self._answered(request, call, answer)

    async def _responded(self, request: web.Request) -> web.StreamResponse:
        call = Call(RESPONSE_URL, {}, time.monotonic())
        self.calls.append(call)

        async def answer() -> Json:
            call.args = _object(await request.text())
            key = request.match_info["key"]
            slack_responses.use(self.state, key, call.args, self.command_replaces)
            return {}

        return await self._answered(request, call, answer)

    async def _answered(
        self, request: web.Request, call: Call, answer: Callable[[], Awaitable[Json]]
    ) -> web.StreamResponse:
        ailment = self.trouble.take(call.method)
        if ailment and ailment.sort in ("limit", "status", "refuse", "cut_before"):
            return _ailing(request, call, ailment)
        try:
            told = {"ok": True, **await answer()}
            status = 200
        except Refused as refused:
            if isinstance(refused, AgainstTheRules):
                self._note(call, refused)
            told, call.error = refused.as_json(), refused.error
            status = _status_of(call, refused)
        if ailment and ailment.sort == "slow":
            await asyncio.sleep(ailment.number)
        if ailment and ailment.sort == "cut_after":
            return _cut(request, call)
        call.status = status
        headers = {"X-OAuth-Scopes": ",".join(sorted(self.installation.scopes))}
        if status == 429:
            headers["Retry-After"] = str(told.pop("retry_after"))
        if call.method == RESPONSE_URL and told["ok"]:
            return web.Response(text="ok", headers=headers)
        return web.json_response(told, status=status, headers=headers)

    def _note(self, call: Call, refused: Refused) -> None:
        args = {key: value for key, value in call.args.items() if key != "token"}
        why = "; ".join([refused.error, *refused.messages, *map(str, refused.extra.values())])
        self.broken_rules.append(f"{call.method}: {why}\n  called with {args}"[:1_500])

    def _authorize(self, request: web.Request, call: Call, in_json: bool) -> None:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        token = given or ("" if in_json else call.args.pop("token", ""))
        if not token:
            raise Refused("not_authed")
        wanted = APP_TOKEN if call.method == "apps.connections.open" else BOT_TOKEN
        if token not in (BOT_TOKEN, APP_TOKEN):
            raise Refused("invalid_auth")
        if token != wanted:
            raise AgainstTheRules("not_allowed_token_type")
        if self.trouble.token_error:
            raise Refused(self.trouble.token_error)

    def _check(self, call: Call, method: Method) -> None:
        args = call.args
        missing = {key for key in method.required if args.get(key) in (None, "")}
        # The one argument that is meant to be empty at times: it takes the status away.
        if missing - {"status"} or (method.required - set(args)):
            raise AgainstTheRules("invalid_arguments", f"missing {sorted(missing)}")
        unknown = set(args) - method.required - method.optional - {"team_id"}
        if unknown:
            raise AgainstTheRules("invalid_arguments", f"unknown {sorted(unknown)}")
        if call.method.startswith("agents.") and not self.installation.agent:
            raise Refused("not_allowed")
        if method.scope and method.scope != "connections:write":
            self._check_scope(method.scope, args)

    def _check_scope(self, scope: str, args: Json) -> None:
        place = self.state.conversations.get(str(args.get("channel")))
        needed = scope.format(SCOPE_PREFIX[place.kind] if place else "channels")
        if place is None and "{}" in scope:
            return
        if needed not in self.installation.scopes:
            provided = ",".join(sorted(self.installation.scopes))
            raise AgainstTheRules("missing_scope", needed=needed, provided=provided)

    def _count(self, call: Call, method: Method) -> None:
        if not self.keeps_limits:
            return
        # Posting is limited in each conversation by itself, everything else as a whole.
        place = call.args.get("channel") if call.method == "chat.postMessage" else ""
        most = 60 if place else method.calls_a_minute
        recent = self._recent[f"{call.method} {place}"]
        while recent and recent[0] <= call.at - self.minute:
            recent.popleft()
        if len(recent) >= most:
            wait = recent[0] + self.minute - call.at
            raise Refused("ratelimited", retry_after=max(1, round(wait)))
        recent.append(call.at)


def _status_of(call: Call, refused: Refused) -> int:
    if refused.error == "ratelimited":
        return 429
    if call.method != RESPONSE_URL:
        return 200
    return 404 if refused.error in ("no_service", "used_url", "expired_url") else 500


def _ailing(request: web.Request, call: Call, ailment: Ailment) -> web.StreamResponse:
    call.error = ailment.error or ailment.sort
    if ailment.sort == "cut_before":
        return _cut(request, call)
    if ailment.sort == "status":
        call.status = int(ailment.number)
        return web.Response(status=call.status, text="<html>upstream error</html>")
    error = ailment.error or "ratelimited"
    call.status, call.error = (429 if ailment.sort == "limit" else 200), error
    headers = {"Retry-After": str(int(ailment.number))} if ailment.sort == "limit" else None
    return web.json_response({"ok": False, "error": error}, status=call.status, headers=headers)


def _cut(request: web.Request, call: Call) -> web.StreamResponse:
    """Reset the connection, so that the caller cannot know what became of its call."""
    call.error = call.error or "cut"
    if isinstance(request.transport, asyncio.Transport):
        request.transport.abort()
    return web.Response()


async def _arguments(request: web.Request, method: Method) -> tuple[Json, bool]:
    """Return the arguments of a call, and whether its body was JSON."""
    args: Json = dict(request.query)
    in_json = request.content_type == "application/json"
    if in_json:
        body = _object(await request.text())
        args |= body if method.takes_json else {}
        return {key: value for key, value in args.items() if value is not None}, True
    args |= dict(await request.post())
    for key in JSON_IN_FORMS & set(args):
        try:
            args[key] = json.loads(args[key])
        except ValueError:
            raise AgainstTheRules("invalid_json", key) from None
    return args, False


def _object(text: str) -> Json:
    try:
        body = json.loads(text or "{}")
    except ValueError:
        raise AgainstTheRules("invalid_json") from None
    if not isinstance(body, dict):
        raise AgainstTheRules("json_not_object")
    return body
