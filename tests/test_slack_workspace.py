"""The stand-in for Slack, proved against a Bolt app of a few lines: what a person does and sees."""

import pytest
from slack_sdk.errors import SlackApiError

from tests.slack_little_bot import SHOW, WAYS
from tests.slack_state import BOT_USER
from tests.slack_workspace import SlackWorkspace

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("way", ["http", "socket"])]


async def test_a_mention_comes_as_two_events_and_is_answered_once_in_its_thread(way: str) -> None:
    async with SlackWorkspace() as slack:
        karen, room = slack.person("Karen"), slack.channel("sekretariat")
        async with WAYS[way](slack) as bot:
            asked = await karen.mention(room, "Hvad med <busserne> & togene?")
            answer = await slack.answer_to(asked)
            await slack.settled()
            assert [delivery.name for delivery in asked.deliveries] == ["message", "app_mention"]
            assert asked.acknowledged
            assert all((delivery.ack_ms or 9999) < 3000 for delivery in asked.deliveries)
            assert slack.answers_to(asked) == [answer]
            assert answer.thread_ts == (asked.message and asked.message.ts)
            assert "&lt;busserne&gt; &amp; togene?" in answer.shown
            # Its own post comes back to the bot, and is not heard by it.
            assert slack.post.deliveries[-1].event["bot_id"] == "B0BOT"
            assert sorted(bot.heard) == ["app_mention", "message"]


async def test_a_direct_message_is_answered_beside_it(way: str) -> None:
    async with SlackWorkspace() as slack:
        karen = slack.person("Karen")
        async with WAYS[way](slack):
            asked = await karen.direct_message("hej")
            assert (await slack.answer_to(asked)).shown == "hej"


async def test_a_pane_shows_prompts_a_status_and_a_streamed_answer(way: str) -> None:
    async with SlackWorkspace() as slack:
        karen, room = slack.person("Karen"), slack.channel("sekretariat")
        async with WAYS[way](slack):
            pane = await karen.open_assistant(beside=room)
            await slack.until(lambda: slack.pane_of(pane.root).prompts)
            asked = await karen.direct_message("et to tre", thread=pane.root)
            answer = await slack.answer_to(asked)
            assert answer.text == "et to tre "
            assert answer.actions == ["feedback"]
            assert answer.metadata is None
            await slack.until(lambda: slack.pane_of(pane.root).statuses == ["søger …", ""])
            context = pane.deliveries[0].event["assistant_thread"]["context"]
            assert context["channel_id"] == room.id


async def test_a_command_is_answered_privately_and_replaces_nothing(way: str) -> None:
    async with SlackWorkspace() as slack:
        karen, bo = slack.person("Karen"), slack.person("Bo")
        room = slack.channel("sekretariat")
        async with WAYS[way](slack):
            asked = await karen.slash("/referent", "busserne", room)
            await slack.until(lambda: len(slack.answers_to(asked)) == 2)
            assert [m.shown for m in slack.answers_to(asked)] == ["Søger …", "Svar: busserne"]
            assert len(slack.messages(room, seen_by=karen)) == 2
            assert slack.messages(room, seen_by=bo) == []


async def test_a_command_may_be_set_to_replace_what_it_said_before(way: str) -> None:
    async with SlackWorkspace() as slack:
        slack.api.command_replaces = True
        karen, room = slack.person("Karen"), slack.channel("sekretariat")
        async with WAYS[way](slack):
            asked = await karen.slash("/referent", "busserne", room)
            await slack.until(lambda: slack.api.called("response_url"))
            assert [m.shown for m in slack.answers_to(asked)] == ["Svar: busserne"]


async def test_pressing_a_button_opens_a_modal_that_closes_when_it_is_sent(way: str) -> None:
    async with SlackWorkspace() as slack:
        karen, room = slack.person("Karen"), slack.channel("sekretariat")
        async with WAYS[way](slack):
            answer = await slack.answer_to(await karen.mention(room, "hej"))
            assert (await karen.press(answer, "show")).acknowledged
            (modal,) = await slack.until(lambda: slack.modals_of(karen))
            assert modal.title == "Sted i dokumentet"
            await karen.submit(modal)
            assert slack.modals_of(karen) == []


async def test_feedback_carries_the_half_that_was_pressed(way: str) -> None:
    async with SlackWorkspace() as slack:
        karen, room = slack.person("Karen"), slack.channel("sekretariat")
        async with WAYS[way](slack):
            answer = await slack.answer_to(await karen.mention(room, "hej"))
            thanks = await slack.answer_to(await karen.feedback(answer, positive=False))
            assert thanks.shown == "Tak: down"
            assert thanks.only_for == karen.user.id


async def test_the_home_tab_is_each_persons_own_in_their_language(way: str) -> None:
    async with SlackWorkspace() as slack:
        karen, john = slack.person("Karen"), slack.person("John", locale="en-GB")
        async with WAYS[way](slack):
            await karen.open_home()
            await john.open_home()
            await slack.until(lambda: slack.home_of(karen) and slack.home_of(john))
            homes = [slack.home_of(person) for person in (karen, john)]
            assert [home.shown for home in homes if home] == [
                "Velkommen (da-DK)",
                "Velkommen (en-GB)",
            ]


async def test_an_event_is_told_again_until_it_is_acknowledged(way: str) -> None:
    async with SlackWorkspace(patience=0.5) as slack:
        karen = slack.person("Karen")
        async with WAYS[way](slack) as bot:
            bot.pause = 0.8
            asked = await karen.direct_message("hej")
            late = {"http": "http_timeout", "socket": "timeout"}[way]
            assert not asked.acknowledged
            assert asked.delivery.reasons == [None, late, late, late]
            await slack.until(lambda: len(bot.headers) == 4)
            assert [number for number, _ in bot.headers if number not in ("", "0")] == [
                "1",
                "2",
                "3",
            ]


async def test_an_acknowledged_event_can_be_told_again_as_the_same_and_as_another(
    way: str,
) -> None:
    async with SlackWorkspace() as slack:
        karen = slack.person("Karen")
        async with WAYS[way](slack) as bot:
            bot.once = True
            asked = await karen.direct_message("hej")
            await slack.answer_to(asked)
            await slack.post.repeat(asked.delivery, times=3)
            assert [attempt.number for attempt in asked.delivery.attempts] == [0, 1, 2, 3]
            await slack.settled()
            assert len(slack.answers_to(asked)) == 1
            # By another name the little bot does not know it again.
            await slack.post.deliver_anew(asked.delivery)
            await slack.until(lambda: len(slack.answers_to(asked)) == 2)


async def test_previews_edits_and_other_bots_are_told_of(way: str) -> None:
    async with SlackWorkspace() as slack:
        karen, room = slack.person("Karen"), slack.channel("sekretariat")
        async with WAYS[way](slack) as bot:
            asked = await karen.say(room, "se https://example.org/")
            assert asked.message
            await slack.unfurl(asked.message)
            await karen.edit(asked.message, "se selv")
            await slack.other_bot_says(room, "pling")
            await slack.other_bot_says(room, "plong", old=True)
            changed = "message.message_changed"
            assert bot.heard == ["message", changed, changed, "message", "message.bot_message"]


async def test_a_private_answer_is_pressed_by_its_reader_alone_and_is_not_in_the_payload(
    way: str,
) -> None:
    async with SlackWorkspace() as slack:
        karen, bo = slack.person("Karen"), slack.person("Bo")
        room = slack.channel("sekretariat")
        async with WAYS[way](slack) as bot:
            await bot.client.chat_postEphemeral(
                channel=room.id, user=karen.user.id, text="kun dig", blocks=[SHOW]
            )
            (private,) = slack.messages(room, seen_by=karen)
            body = (await karen.press(private, "show")).delivery.body
            assert body["container"]["is_ephemeral"]
            assert "message" not in body
            with pytest.raises(AssertionError, match="somebody else's"):
                await bo.press(private, "show")


async def test_a_group_is_told_of_twice_and_a_channel_without_the_bot_not_at_all(way: str) -> None:
    async with SlackWorkspace() as slack:
        karen, bo = slack.person("Karen"), slack.person("Bo")
        async with WAYS[way](slack) as bot:
            asked = await karen.mention(slack.group(karen, bo), "hej")
            assert [d.event.get("channel_type") for d in asked.deliveries] == ["mpim", None]
            without = slack.channel("uden", with_bot=False)
            assert (await karen.mention(without, "hej")).deliveries == []
            for error in ("not_in_channel", "is_archived"):
                with pytest.raises(SlackApiError, match=error):
                    await bot.client.chat_postMessage(channel=without.id, text="hej")
                without.members.add(BOT_USER)
                without.archived = True


async def test_what_was_written_may_be_told_in_any_order(way: str) -> None:
    async with SlackWorkspace() as slack:
        karen, room = slack.person("Karen"), slack.channel("sekretariat")
        async with WAYS[way](slack) as bot:
            root = karen.write(room, "først")
            reply = karen.write(room, "<@U0BOT> så", thread=root)
            message, mention = slack.tellings(reply)
            assert message["event_id"] != mention["event_id"]
            assert message["event"]["parent_user_id"] == karen.user.id
            assert message["event"]["client_msg_id"] == mention["event"]["client_msg_id"]
            for body in (mention, message, mention):
                await slack.post.deliver("events_api", body)
            assert bot.heard == ["app_mention", "message", "app_mention"]
