"""What Slack delivers over HTTP: checked to be Slack's before anything of it is read."""

from collections.abc import Callable

from fastapi import FastAPI, Request, Response
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier

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
            bolt_request = to_async_bolt_request(request, body)
        # What is signed and is no object is not Slack's doing, and Bolt takes it for one.
        except (ValueError, RecursionError, AttributeError, TypeError):
            return Response('{"error": "no JSON"}', 400, media_type="application/json")
        if not _is_shaped(bolt_request.body):
            return Response('{"error": "no payload of Slack"}', 400, media_type="application/json")
        return to_starlette_response(await self._app().async_dispatch(bolt_request))

    def _is_slacks(self, body: bytes, request: Request) -> bool:
        try:
            timestamp = request.headers.get("x-slack-request-timestamp", "")
            signature = request.headers.get("x-slack-signature", "")
            return self._verifier.is_valid(body, timestamp, signature)
        except (ValueError, TypeError, OverflowError):
            return False


def _is_shaped(body: object) -> bool:
    """Tell whether a payload has the shape that Bolt takes for granted."""
    if not isinstance(body, dict):
        return False
    shapes = {"event": dict, "actions": list, "view": dict, "user": dict, "channel": dict}
    return all(body.get(name) is None or isinstance(body[name], k) for name, k in shapes.items())
