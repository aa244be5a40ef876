"""What Slack delivers over Socket Mode: handed on to Bolt where Bolt can read it."""

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.slack.hearing.payloads import NoPayload, is_of_use


class Socket(AsyncSocketModeHandler):
    """The connection; what Bolt could not read is acknowledged, for it would only come again."""

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        """Take what was delivered."""
        try:
            of_use = is_of_use(req.payload)
        except NoPayload:
            of_use = False
        if of_use:
            await super().handle(client, req)
        else:
            await client.send_socket_mode_response(SocketModeResponse(envelope_id=req.envelope_id))
