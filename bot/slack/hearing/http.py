"""What Slack delivers over HTTP: checked to be Slack's before anything of it is read."""

from collections.abc import Callable

from fastapi import FastAPI, Request, Response
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.internals import parse_body
from slack_sdk.signature import SignatureVerifier

from bot.slack.hearing.payloads import NoPayload, is_of_use

PATH = "/slack/events"


class SignedRequests:
    """Hands on to Bolt what Slack has signed in the last five minutes, and nothing else."""

    def __init__(self, signing_secret: str, app: Callable[[], AsyncApp]) -> None:
        """Take the secret, and what returns the app once it is started."""
        self._verifier = SignatureVerifier(signing_secret)
        self._app = app

    def mount(self, app: FastAPI) -> None:
        """Add the path to an application."""
        app.add_api_route(PATH, self.receive, methods=["POST"], include_in_schema=False)

    async def receive(self, request: Request) -> Response:
        """Answer a delivery."""
        body = await request.body()
        if not self._is_slacks(body, request):
            return Response('{"error": "invalid request"}', 401, media_type="application/json")
        try:
            told = parse_body(body.decode(), request.headers.get("content-type"))
        except (ValueError, RecursionError):
            return Response('{"error": "no JSON"}', 400, media_type="application/json")
        try:
            if not is_of_use(told):
                return Response(status_code=200)
        except NoPayload:
            return Response('{"error": "no payload of Slack"}', 400, media_type="application/json")
        bolt_request = to_async_bolt_request(request, body)
        return to_starlette_response(await self._app().async_dispatch(bolt_request))

    def _is_slacks(self, body: bytes, request: Request) -> bool:
        try:
            timestamp = request.headers.get("x-slack-request-timestamp", "")
            signature = request.headers.get("x-slack-signature", "")
            return self._verifier.is_valid(body, timestamp, signature)
        except (ValueError, TypeError, OverflowError):
            return False
