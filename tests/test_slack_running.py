"""Slack end to end: people in the stand-in ask Referent, over HTTP and over Socket Mode."""

import asyncio
from pathlib import Path

import pytest

from bot.records.store import Records
from bot.serving.opening import FOLDER
from tests.slack_running import Archive
from tests.slack_scene import BENCHES, ONLY_SIX, scene, ways

pytestmark = [pytest.mark.anyio]


@ways
async def test_a_mention_is_answered_once_in_its_thread_with_its_sources(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        asked = await s.karen.mention(s.room, BENCHES)
        answer = await s.answered(asked)
        assert ONLY_SIX in answer.shown
        assert "Kilder" in answer.shown
        assert answer.thread_ts == (asked.message and asked.message.ts)


@ways
async def test_a_thread_keeps_its_subject_without_a_new_mention(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        first = await s.karen.mention(s.room, BENCHES)
        await s.answered(first)
        other = await s.answered(
            await s.karen.say(s.room, "og om hundeskoven?", thread=first.message)
        )
        assert "Læst som" in other.shown
        assert "Udsat til næste møde." in other.shown
        absent = await s.answered(await s.bo.say(s.room, "who was absent?", thread=first.message))
        assert "Ole Birk" in absent.shown


async def test_people_who_talk_below_an_answer_are_not_answered(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        first = await s.karen.mention(s.room, BENCHES)
        await s.answered(first)
        for words in (
            "tak!",
            f"<@{s.bo.user.id}> hvad siger du?",
            "det vidste jeg ikke",
            "Enig. Hvem tager den?",
            "Bo, kan du tage den?",
            "skal vi spise frokost kl. 12?",
            "what time is lunch?",
        ):
            said = await s.bo.say(s.room, words, thread=first.message)
            assert said.acknowledged
        elsewhere = await s.karen.say(s.room, "hvad blev besluttet om bænke?")
        await asyncio.sleep(0.3)
        await s.slack.settled()
        assert len(s.slack.answers_to(first)) == 1
        assert s.slack.answers_to(elsewhere) == []


async def test_whoever_asks_on_before_the_answer_is_answered_after_it(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        first = s.karen.write(s.room, f"<@U0BOT> {BENCHES}")
        on = s.karen.write(s.room, "hvem havde sendt afbud?", thread=first)
        await s.slack.tell_of(first)
        await s.slack.tell_of(on)
        await s.slack.until(lambda: len(s.slack.messages(s.room, thread=first)) == 4)
        answers = [m.shown for m in s.slack.messages(s.room, thread=first) if m.is_ours]
        assert ONLY_SIX in answers[0]
        assert "Ole Birk" in answers[1]


async def test_a_greeting_is_answered_with_how_to_ask_and_thanks_with_nothing(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        for words in ("", "hej", "hvad kan du?"):
            answer = await s.answered(await s.karen.mention(s.room, words))
            assert "Nævn mig" in answer.shown
        in_english = await s.answered(await s.karen.mention(s.room, "what can you do?"))
        assert "Mention me" in in_english.shown
        hello = await s.answered(await s.bo.direct_message("hello"))
        assert "Mention me" in hello.shown
        for words in ("tak", "ok", "mange tak!", "👍"):
            said = await s.karen.direct_message(words)
            await asyncio.sleep(0.1)
            assert s.slack.answers_to(said) == []


@ways
async def test_a_command_answers_its_asker_alone_in_one_line(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        asked = await s.karen.slash("/referent", "hvad er km-taksten?", s.room)
        answer = await s.slack.answer_to(asked)
        assert "4,10" in answer.shown
        assert "kr. pr. km" in answer.shown
        assert s.slack.answers_to(asked) == [answer]
        assert s.slack.messages(s.room, seen_by=s.bo) == []


async def test_a_command_stands_alone_unless_it_says_that_it_goes_on(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        told = []
        for text in (BENCHES, "hvem var formand?", BENCHES, "og om hundeskoven?"):
            asked = await s.karen.slash("/referent", text, s.room)
            told.append((await s.slack.answer_to(asked)).shown)
        assert "Læst som" not in told[1]
        assert told[3].startswith("Læst som: hvad besluttede Parkudvalget")


@ways
async def test_a_private_answer_is_shared_once_for_all_to_read(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        asked = await s.karen.slash("/referent", BENCHES, s.room)
        answer = await s.slack.answer_to(asked)
        pressed = [await s.karen.press(answer, "referent_share") for _ in range(2)]
        assert all(each.acknowledged for each in pressed)
        await s.slack.until(lambda: s.slack.messages(s.room, seen_by=s.bo))
        await asyncio.sleep(0.2)
        (shared,) = s.slack.messages(s.room, seen_by=s.bo)
        assert shared.shown.startswith(f"Karen deler svaret på: {BENCHES}")
        assert "<@" not in shared.text
        assert ONLY_SIX in shared.shown
        await s.slack.until(lambda: all(s.slack.answers_to(each) for each in pressed))
        told = [m.shown for each in pressed for m in s.slack.answers_to(each)]
        assert sorted(told) == [
            "Svaret er allerede delt med kanalen, eller det bliver det om et øjeblik.",
            "Svaret er delt med kanalen.",
        ]
        on = await s.bo.say(s.room, "who was absent?", thread=shared)
        assert "Ole Birk" in (await s.slack.answer_to(on)).shown


@ways
async def test_a_passage_and_the_whole_answer_open_in_windows(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        answer = await s.answered(await s.karen.mention(s.room, BENCHES))
        await s.bo.press(answer, "referent_passage_1")
        await s.slack.until(lambda: s.slack.modals_of(s.bo))
        assert "Bænke ved søen" in s.slack.modals_of(s.bo)[-1].shown
        private = await s.slack.answer_to(await s.karen.slash("/referent", BENCHES, s.room))
        await s.karen.press(private, "referent_whole")
        await s.slack.until(lambda: s.slack.modals_of(s.karen))
        whole = s.slack.modals_of(s.karen)[-1]
        assert ONLY_SIX in whole.shown
        await s.karen.press(whole, "referent_passage_1")
        await s.slack.until(lambda: len(s.slack.modals_of(s.karen)) == 2)


@ways
async def test_the_home_tab_is_in_the_readers_language_and_introduces_bodies(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        await s.bo.open_home()
        home = await s.slack.until(lambda: s.slack.home_of(s.bo))
        assert "Parkudvalget" in home.shown
        assert "Lønudvalget" not in home.shown
        assert home.shown.startswith("Welcome to the meeting archive")
        intro = next(a for a in home.body["blocks"] if a["type"] == "actions")["elements"][0]
        await s.bo.press(home, intro["action_id"])
        await s.slack.until(lambda: s.slack.modals_of(s.bo))
        assert "Parkudvalget" in s.slack.modals_of(s.bo)[-1].shown


@ways
async def test_what_people_think_of_an_answer_is_kept_with_it(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        answer = await s.answered(await s.karen.mention(s.room, BENCHES))
        pressed = await s.bo.feedback(answer, positive=True)
        await s.slack.until(lambda: s.slack.answers_to(pressed))
        assert s.slack.answers_to(pressed)[0].shown.startswith("Thank you.")
    records = Records(tmp_path / FOLDER)
    (judged,) = records.judged()
    records.close()
    assert (judged.good, judged.bad) == (1, 0)
    assert judged.answer.question == BENCHES
    assert ONLY_SIX in [place.quote for place in judged.answer.places]


async def test_an_answer_is_shared_where_the_app_is_no_member(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        elsewhere = s.slack.channel("gaden", with_bot=False)
        private = await s.slack.answer_to(await s.karen.slash("/referent", BENCHES, elsewhere))
        await s.karen.press(private, "referent_share")
        await s.slack.until(lambda: s.slack.messages(elsewhere, seen_by=s.bo))
        refused = [call.error for call in s.slack.api.calls if call.method == "chat.postMessage"]
        assert refused == ["not_in_channel"]
        assert ONLY_SIX in s.slack.messages(elsewhere, seen_by=s.bo)[0].shown


@ways
async def test_a_group_and_a_private_channel_are_places_like_others(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        for place in (s.slack.group(s.karen, s.bo), s.slack.channel("lukket", kind="private")):
            asked = await s.karen.mention(place, BENCHES)
            assert ONLY_SIX in (await s.answered(asked)).shown
            on = await s.bo.say(place, "who was absent?", thread=asked.message)
            assert "Ole Birk" in (await s.slack.answer_to(on)).shown


async def test_a_thread_of_ones_own_keeps_its_subject_and_its_name(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        first = await s.karen.direct_message(BENCHES)
        assert first.message is not None
        assert (await s.answered(first)).thread_ts == first.message.ts
        asked = await s.karen.direct_message("hvem havde sendt afbud?", thread=first.message)
        assert "Ole Birk" in (await s.slack.answer_to(asked)).shown
        session = s.slack.pane_of(first.message)
        await s.slack.until(lambda: session.statuses == ["processing", "active"] * 2)
        assert session.title == BENCHES


async def test_a_sub_command_may_be_said_as_well_but_not_to_others(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        asked = await s.bo.direct_message("beslutninger Parkudvalget")
        said = (await s.slack.answer_to(asked)).shown
        assert ONLY_SIX in said
        assert "Hundeskov" in said
        assert "Vis stedet" in said
        asked = await s.bo.mention(s.room, "case 24/117")
        answer = await s.slack.answer_to(asked)
        assert ONLY_SIX in answer.shown
        assert "Show passage" in answer.shown
        overheard = await s.karen.say(s.room, "sag 24/117 tager vi mandag", thread=asked.message)
        await asyncio.sleep(0.3)
        assert s.slack.answers_to(overheard) == []


@ways
async def test_overviews_by_command_come_in_full_and_in_the_askers_language(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        told = {}
        for person, text in (
            (s.karen, "decisions PU"),
            (s.karen, "case bænke ved søen"),
            (s.bo, "intro PU"),
            (s.bo, "rate kørsel"),
        ):
            asked = await person.slash("/referent", text, s.room)
            told[text] = (await s.slack.answer_to(asked)).shown
        assert ONLY_SIX in told["decisions PU"]
        assert "Hundeskov" in told["decisions PU"]
        assert ONLY_SIX in told["case bænke ved søen"]
        assert "Gerda Lolk" in told["intro PU"]
        assert "Show passage" in told["intro PU"]
        assert "4,10" in told["rate kørsel"]
        assert "kr. per km" in told["rate kørsel"]


@ways
async def test_help_comes_at_once_and_is_no_question(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        for person, text, word in ((s.karen, "", "Nævn mig"), (s.bo, "help", "Mention me")):
            asked = await person.slash("/referent", text, s.room)
            assert asked.acknowledged
            assert word in (await s.slack.answer_to(asked)).shown
