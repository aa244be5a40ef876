"""Direct messages, and the pane of an agent or an assistant in which they are typed."""

from functools import partial
from pathlib import Path

import pytest

from tests.slack_installation import AS_AN_ASSISTANT
from tests.slack_running import Archive
from tests.slack_scene import BENCHES, ONLY_SIX, scene, ways
from tests.slack_workspace import SlackWorkspace

pytestmark = [pytest.mark.anyio]


@ways
async def test_a_direct_message_is_answered_and_followed_up(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        answer = await s.answered(await s.karen.direct_message(BENCHES))
        assert ONLY_SIX in answer.shown
        asked = await s.karen.direct_message("hvem havde sendt afbud?")
        await s.slack.until(lambda: len(s.slack.answers_to(asked)) == 1)
        assert "Ole Birk" in s.slack.answers_to(asked)[0].shown


async def test_a_thread_that_is_begun_in_a_direct_message_keeps_the_subject_of_what_it_is_below(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        about_benches = await s.karen.direct_message(BENCHES)
        answer = await s.answered(about_benches)
        # What was asked last is another matter than what the threads are below.
        await s.answered(await s.karen.direct_message("hvad er satsen for kørsel i egen bil?"))
        on = await s.karen.direct_message("og om hundeskoven?", thread=about_benches.message)
        await s.slack.until(partial(s.in_thread, on))
        assert "Læst som: hvad besluttede Parkudvalget" in s.in_thread(on)[-1].shown
        more = await s.karen.direct_message("hvem var formand?", thread=answer)
        assert "Gerda Lolk" in (await s.slack.until(lambda: s.in_thread(more)))[0].shown


@ways
async def test_who_opens_the_messages_is_offered_questions_and_sees_that_one_is_worked_on(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        await s.karen.open_home("messages")
        offered = await s.slack.until(lambda: s.slack.prompts_for(s.karen))
        assert any(
            "PU" in prompt["message"] or "Parkudvalget" in prompt["message"] for prompt in offered
        )
        asked = await s.karen.direct_message(BENCHES)
        assert ONLY_SIX in (await s.answered(asked)).shown
        assert asked.message is not None
        session = s.slack.pane_of(asked.message)
        await s.slack.until(lambda: session.statuses == ["processing", "active"])
        assert session.title == BENCHES


@ways
async def test_an_app_that_was_made_as_an_assistant_keeps_its_pane(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path, slack=SlackWorkspace(AS_AN_ASSISTANT)) as s:
        opened = await s.karen.open_assistant()
        await s.slack.until(lambda: s.slack.pane_of(opened.root).prompts)
        pane = s.slack.pane_of(opened.root)
        asked = await s.karen.direct_message(BENCHES, thread=opened.root)
        assert ONLY_SIX in (await s.slack.until(partial(s.in_thread, asked)))[-1].shown
        assert pane.statuses[0].startswith(("Søger", "Searching"))
        await s.slack.until(lambda: pane.statuses[-1] == "")
        assert pane.title == BENCHES
