"""What is signed by Slack and still makes no sense: nothing fails, and nothing is posted for it."""

from pathlib import Path

import pytest

from tests.slack_delivery import Delivery, Kind, encoded
from tests.slack_malformed import UNASKED, Told, malformed
from tests.slack_running import Archive
from tests.slack_scene import BENCHES, ONLY_SIX, Scene, scene
from tests.slack_state import Json
from tests.slack_workspace import SlackWorkspace

pytestmark = [pytest.mark.anyio]

COUNT = {"http": 1_500, "socket": 500}


async def told_of(s: Scene) -> list[Told]:
    """Do all that a person can do, and return what the app was told of it."""
    answer = await s.answered(await s.karen.mention(s.room, BENCHES))
    await s.karen.say(s.room, "og om hundeskoven?", thread=answer)
    await s.karen.direct_message(BENCHES)
    await s.karen.open_home()
    await s.karen.open_home("messages")
    private = await s.slack.answer_to(await s.karen.slash("/referent", BENCHES, s.room))
    for action in ("referent_passage", "referent_whole", "referent_share"):
        await s.karen.press(private, action)
        await s.slack.settled()
        s.slack.state.modals.clear()
    await s.karen.feedback(answer, positive=False)
    await s.slack.until(lambda: s.slack.modals_of(s.karen))
    await s.karen.submit(s.slack.modals_of(s.karen)[0])
    await s.slack.share(s.room)
    return [(each.kind, each.body) for each in s.slack.post.deliveries]


@pytest.mark.parametrize("way", ["http", "socket"])
async def test_nothing_malformed_fails_or_posts_anything_wrong(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    # The same press again and again names windows that cannot open any more.
    async with scene(parks, way, tmp_path, slack=SlackWorkspace(strict=False)) as s:
        good = [*await told_of(s), *UNASKED]
        for kind, body in malformed(good, COUNT[way], seed=11):
            delivery = Delivery(kind, body)
            await s.slack.post.attempt(delivery)
            assert delivery.attempts[0].ack is not None, (kind, body)
            assert delivery.attempts[0].ack.status < 500, (kind, body)
        await s.slack.settled()
        for message in s.slack.messages(s.room):
            # Nobody else is apologised to for what no person did.
            assert "reference" not in message.shown
            assert message.only_for in (None, s.karen.user.id)
        assert ONLY_SIX in (await s.answered(await s.bo.mention(s.room, BENCHES))).shown


@pytest.mark.parametrize(
    "body",
    [
        {"type": "block_actions"},
        {"type": "block_actions", "actions": []},
        {"type": "block_actions", "actions": [{}]},
        {"type": "block_actions", "actions": {"action_id": "referent_share"}},
        {"type": "view_submission"},
        {"type": "event_callback"},
        {"type": "event_callback", "event": {"type": "message", "channel": 7}},
    ],
)
async def test_what_lacks_what_it_is_about_is_refused(
    parks: Archive, tmp_path: Path, body: Json
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        kind: Kind = "events_api" if body["type"] == "event_callback" else "interactive"
        raw, content_type = encoded(kind, body)
        assert s.slack.http is not None
        assert (await s.slack.http.post(raw, {"Content-Type": content_type})).status == 400


async def test_what_is_told_to_others_is_acknowledged_and_left(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        for kind, body in UNASKED:
            if body.get("actions") == []:
                continue
            delivery = await s.slack.post.deliver(kind, body)
            assert delivery.acknowledged, body
        assert s.slack.api.called("chat.postMessage") == []
