"""What is signed by Slack and still makes no sense: nothing fails, and nothing is posted for it."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.slack_delivery import encoded
from tests.slack_malformed import UNASKED, Told, malformed
from tests.slack_running import Archive, archive_of
from tests.slack_scene import BENCHES, ONLY_SIX, PAPERS, SETTINGS, Scene, scene

pytestmark = [pytest.mark.anyio]

COUNT = 1_500


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive_of(tmp_path_factory.mktemp("slack"), PAPERS, SETTINGS) as made:
        yield made


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
    await s.karen.feedback(answer)
    await s.slack.share(s.room)
    return [(each.kind, each.body) for each in s.slack.post.deliveries]


async def test_nothing_malformed_fails_or_posts_anything_wrong(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, "http", tmp_path) as s:
        good = [*await told_of(s), *UNASKED]
        assert s.slack.http is not None
        bad = []
        for kind, body in malformed(good, COUNT, seed=11):
            raw, content_type = encoded(kind, body)
            ack = await s.slack.http.post(raw, {"Content-Type": content_type})
            if ack.status >= 500:
                bad.append((ack.status, kind, body))
        for b in bad[:40]: print(b[0], b[1], str(b[2])[:1500]); print()
        print(len(bad))
        assert not bad
