"""Why an answer was bad: asked in a window, kept with the judgement, and told to nobody else."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.records.answers import Judged
from bot.records.store import Records
from bot.replies import Language
from bot.serving.opening import FOLDER
from bot.slack.drawing.reasons import FAULTS, given, reason_modal
from bot.wording import phrase
from index.errors import ReferentError
from tests.slack_person import Asked, Person
from tests.slack_rules import broken_rules
from tests.slack_running import Archive
from tests.slack_scene import BENCHES, BONUS, Scene, scene, ways
from tests.slack_state import Json, Message, ShownView

pytestmark = [pytest.mark.anyio]


def filled_in(fault: str | None, words: str | None) -> Json:
    """Return what Slack sends of the window: nothing stands where nothing was chosen."""
    chosen = {"text": {"type": "plain_text", "text": "…"}, "value": fault} if fault else None
    return {
        "fault": {"fault": {"type": "radio_buttons", "selected_option": chosen}},
        "words": {"words": {"type": "plain_text_input", "value": words}},
    }


async def asked_why(s: Scene, person: Person, answer: Message) -> ShownView:
    """Press the thumb down, and return the window that opens."""
    await person.feedback(answer, positive=False)
    await s.slack.until(lambda: s.slack.modals_of(person))
    return s.slack.modals_of(person)[-1]


def judged(home: Path) -> list[Judged]:
    records = Records(home / FOLDER)
    try:
        return records.judged()
    finally:
        records.close()


@ways
async def test_who_finds_an_answer_bad_is_asked_why_and_it_is_kept_with_the_answer(
    parks: Archive, way: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    async with scene(parks, way, tmp_path) as s:
        answer = await s.answered(await s.karen.mention(s.room, BENCHES))
        window = await asked_why(s, s.karen, answer)
        assert window.title == "Hvad var der galt?"
        (bad,) = judged(tmp_path)
        assert (bad.good, bad.bad, bad.reasons) == (0, 1, ())
        sent = await s.karen.submit(window, filled_in("other", "Bordene, ringede 010203-1234"))
        assert sent.acknowledged
        assert s.slack.modals_of(s.karen) == []
    (bad,) = judged(tmp_path)
    assert (bad.good, bad.bad) == (0, 1)
    (reason,) = bad.reasons
    assert reason.startswith("is about something else: Bordene, ringede ")
    assert "1234" not in reason
    assert bad.answer.question == BENCHES
    assert bad.answer.places
    assert "Bordene" not in caplog.text


async def test_the_window_is_in_the_language_of_who_presses_and_may_be_skipped(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        answer = await s.answered(await s.karen.mention(s.room, BENCHES))
        window = await asked_why(s, s.bo, answer)
        assert window.title == "What was wrong?"
        await s.bo.close(window)
        window = await asked_why(s, s.karen, answer)
        assert (await s.karen.submit(window, filled_in(None, "  "))).acknowledged
        assert s.slack.modals_of(s.karen) == []
    (bad,) = judged(tmp_path)
    assert (bad.bad, bad.reasons) == (2, ())


async def test_the_thumb_that_is_pressed_again_takes_nothing_back_and_the_other_does(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        answer = await s.answered(await s.karen.mention(s.room, BENCHES))
        await s.karen.submit(await asked_why(s, s.karen, answer), filled_in("wrong", None))
        # Slack tells of a thumb that is taken back as of one that is pressed.
        await s.karen.close(await asked_why(s, s.karen, answer))
        assert judged(tmp_path)[0].reasons == ("is wrong",)
        thanked = await s.karen.feedback(answer)
        assert (await s.slack.answer_to(thanked)).shown.startswith("Tak.")
    (good,) = judged(tmp_path)
    assert (good.good, good.bad, good.reasons) == (1, 0, ())


async def test_where_no_window_opens_what_was_pressed_is_thanked_for(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        answer = await s.answered(await s.karen.mention(s.room, BENCHES))
        s.slack.trouble.refuse("views.open", "expired_trigger_id")
        pressed: Asked = await s.karen.feedback(answer, positive=False)
        assert (await s.slack.answer_to(pressed)).shown.startswith("Tak.")
    assert judged(tmp_path)[0].bad == 1


async def test_a_reason_is_taken_from_those_only_who_may_read_the_answer(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path, karen_reads=["ledelsen"]) as s:
        answer = await s.answered(await s.karen.direct_message(BONUS))
        window = await asked_why(s, s.karen, answer)
        # What stands in the window is Slack's to keep; whose it is, is looked up all the same.
        window.user = s.bo.user.id
        await s.bo.submit(window, filled_in("wrong", "kedeligt"))
        assert "privat" in window.shown or "private" in window.shown
    assert judged(tmp_path)[0].reasons == ()


async def test_what_cannot_be_kept_is_told_in_the_place_of_the_window(
    parks: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        answer = await s.answered(await s.karen.mention(s.room, BENCHES))
        window = await asked_why(s, s.karen, answer)

        def full(*_: object, **__: object) -> bool:
            raise ReferentError("the disk is full")

        with monkeypatch.context() as patched:
            patched.setattr(Records, "judge", full)
            await s.karen.submit(window, filled_in("wrong", "kort"))
        assert "reference" in window.shown
        await s.karen.close(window)
        window = await asked_why(s, s.karen, answer)
        records = Records(tmp_path / FOLDER)
        records.forget(judged(tmp_path)[0].answer.answered + timedelta(days=1))
        records.close()
        await s.karen.submit(window, filled_in("wrong", "kort"))
        assert "for gammelt" in window.shown


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_window_keeps_the_rules(language: Language) -> None:
    modal = reason_modal("q-7", "C0123456", language)
    assert broken_rules(dict(modal)) == []
    for fault in FAULTS:
        sent = {**modal, "state": {"values": filled_in(fault, "Ja.\n")}}
        told = given(sent)
        assert told is not None
        assert (told.about, told.channel) == ("q-7", "C0123456")
        assert told.reason == f"{phrase(f'slack_fault_{fault}', 'en')}: Ja."


@pytest.mark.parametrize(
    "metadata", ["", "[]", '[2,"q",null]', '[1,"q 7",null]', '[1,"q",7]', "[" * 9_000, None, 7]
)
def test_what_is_of_another_version_or_garbled_is_nothing(metadata: object) -> None:
    assert (
        given({"private_metadata": metadata, "state": {"values": filled_in("wrong", "x")}}) is None
    )
