"""Figures for Prometheus: how much is asked and answered, how fast, and what is owed.

They count; they hold no word of a question, no name, and nothing that tells of a closed paper.
"""

import time
from collections.abc import Callable, Iterator

from fastapi import FastAPI, Request, Response
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.asked import Asked
from bot.inbox.store import Inbox
from bot.models.calls import Call
from bot.replies import Reply
from bot.serving.asking import is_of_this_machine
from bot.web.gate import API
from index.errors import ReferentError

PATH = "/metrics"
MODEL_SECONDS = (0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 40.0, 60.0, 120.0)
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """The figures of one process."""

    def __init__(self, inbox: Inbox) -> None:
        """Take the inbox, which is counted when somebody looks."""
        self._registry = CollectorRegistry()
        self._registry.register(_Owed(inbox))
        self._questions = Counter(
            "referent_questions", "Questions by how they ended.", ["end"], registry=self._registry
        )
        self._seconds = Histogram(
            "referent_reply_seconds",
            "Time to find a reply.",
            buckets=SECONDS,
            registry=self._registry,
        )
        self._requests = Counter(
            "referent_http_requests",
            "Requests by path and status.",
            ["method", "path", "status"],
            registry=self._registry,
        )

        self._calls = Counter(
            "referent_model_calls",
            "Texts asked of the model, by what for and how they ended.",
            ["purpose", "end"],
            registry=self._registry,
        )
        self._tokens = Counter(
            "referent_model_tokens",
            "Tokens that the model read and wrote.",
            ["direction"],
            registry=self._registry,
        )
        self._model_seconds, self._first_seconds = (
            Histogram(name, told, buckets=MODEL_SECONDS, registry=self._registry)
            for name, told in (
                ("referent_model_seconds", "Time for a text of the model, whatever its end."),
                ("referent_model_first_seconds", "Time until a text of the model began."),
            )
        )

    def called(self, call: Call) -> None:
        """Count a call of the model."""
        self._calls.labels(call.purpose, call.end.value).inc()
        self._tokens.labels("read").inc(call.usage.read)
        self._tokens.labels("written").inc(call.usage.written)
        self._model_seconds.observe(call.seconds)
        if call.first_seconds is not None:
            self._first_seconds.observe(call.first_seconds)

    def counting(self, reply: Callable[[Asked], Reply]) -> Callable[[Asked], Reply]:
        """Return what answers, with its answers counted."""

        def counted(asked: Asked) -> Reply:
            begun = time.perf_counter()
            end = "failed"
            try:
                made = reply(asked)
                end = "answered" if made.kind.asserts else "refused"
            finally:
                self._questions.labels(end).inc()
                self._seconds.observe(time.perf_counter() - begun)
            return made

        return counted

    def mount(self, app: FastAPI) -> None:
        """Add the path, and count requests."""
        app.add_api_route(PATH, self._told, methods=["GET"], include_in_schema=False)
        app.add_middleware(self._around)

    def _around(self, app: ASGIApp) -> ASGIApp:
        async def counted(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            status = 500

            async def noted(message: Message) -> None:
                nonlocal status
                if message["type"] == "http.response.start":
                    status = message["status"]
                await send(message)

            try:
                await app(scope, receive, noted)
            finally:
                path = _route_of(scope)
                method = scope["method"] if scope["method"] in _METHODS else "other"
                self._requests.labels(method, path, str(status)).inc()

        return counted

    async def _told(self, request: Request) -> Response:
        if not is_of_this_machine(request):
            return Response(status_code=404)
        return Response(generate_latest(self._registry), media_type=CONTENT_TYPE_LATEST)


def _route_of(scope: Scope) -> str:
    """Return the path of the route, and not as asked for: that may hold what somebody looks for."""
    path = str(getattr(scope.get("route"), "path", "other"))
    # A part of the API names its routes without what all of them begin with.
    begins = API.rstrip("/")
    is_part = scope["path"].startswith(API) and path.startswith("/")
    return begins + path if is_part and not path.startswith(API) else path


_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})


class _Owed(Collector):
    """What the inbox owes, at the moment of looking."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Yield the figures; none while the inbox cannot be read, which `/readyz` tells."""
        try:
            counts = self._inbox.counts()
        except ReferentError:
            return
        owed = GaugeMetricFamily("referent_inbox", "Questions from chats.", labels=["state"])
        owed.add_metric(["waiting"], counts.waiting)
        owed.add_metric(["at_work"], counts.at_work + counts.posting)
        owed.add_metric(["abandoned"], counts.abandoned)
        yield owed
