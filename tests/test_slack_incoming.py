"""What in Slack asks us something, once, and who may read the answer."""

from collections.abc import Mapping

import pytest

from bot.slack.hearing.audiences import OPEN_ONLY, Audiences, Conversation, conversation_of
from bot.slack.hearing.incoming import (
    CALLED,
    Asking,
    Where,
    asking_in_command,
    asking_in_event,
    decoded,
    encoded,
)

APP = "U0APP"
OURS = ("C1", "100.1")


def is_ours(channel: str, thread: str) -> bool:
    return (channel, thread) == OURS


def event(**changes: object) -> dict[str, object]:
    """Return a message of a person in a channel, as the Events API delivers it."""
    inner = {
        "type": "message",
        "channel": "C1",
        "channel_type": "channel",
        "user": "U1",
        "text": f"<@{APP}> hvad besluttede udvalget?",
        "ts": "200.1",
    } | changes
    kept = {name: value for name, value in inner.items() if value is not None}
    return {"team_id": "T1", "event_id": "Ev1", "type": "event_callback", "event": kept}


def asking(body: Mapping[str, object]) -> Asking | None:
    return asking_in_event(body, APP, is_ours)


def test_a_mention_is_answered_in_its_thread_without_the_mention() -> None:
    asked = asking(event(type="app_mention", channel_type=None))
    assert asked is not None
    assert (asked.where, asked.text, asked.thread) == (
        Where.CHANNEL,
        "hvad besluttede udvalget?",
        "200.1",
    )


def test_half_a_sign_in_a_message_can_be_kept_and_asks_all_the_same() -> None:
    asked = asking(event(text=f"<@{APP}> hvad koster \ud83d færgen?"))
    assert asked is not None
    assert asked.text == "hvad koster ? færgen?"
    assert decoded(encoded(asked)) == asked


def test_the_twin_of_a_mention_has_a_key_in_common_with_it() -> None:
    mention, twin = asking(event(type="app_mention")), asking(event() | {"event_id": "Ev2"})
    assert mention is not None
    assert twin is not None
    assert set(mention.keys) & set(twin.keys) == {"slack/message/C1/200.1"}


def test_a_mention_without_words_asks_how_to_ask() -> None:
    asked = asking(event(text=f"<@{APP}>"))
    assert asked is not None
    assert asked.text == CALLED


@pytest.mark.parametrize("text", ["???", "?", ":wave:", "👀 ?"])
def test_who_is_alone_with_us_and_puzzled_is_told_how_to_ask(text: str) -> None:
    asked = asking(event(channel_type="im", text=text))
    assert asked is not None
    assert asked.text == CALLED


def test_the_name_of_an_emoji_is_no_word_of_a_question() -> None:
    asked = asking(event(text=f"<@{APP}> :tada: hvad blev der besluttet kl. 10:30:15? :+1:"))
    assert asked is not None
    assert asked.text == "hvad blev der besluttet kl. 10:30:15?"
    command = {"team_id": "T1", "text": ":wave: sats", "trigger_id": "1", "channel_id": "C1"}
    assert (told := asking_in_command(command | {"user_id": "U1"})) is not None
    assert told.text == "sats"


def test_a_mention_with_a_name_in_it_is_a_mention() -> None:
    asked = asking(event(text=f"<@{APP}|referent>: hvem deltog?"))
    assert asked is not None
    assert asked.text == "hvem deltog?"


@pytest.mark.parametrize(("thread", "where"), [(None, Where.DIRECT), ("300.1", Where.THREAD)])
def test_a_direct_message_needs_no_mention(thread: str | None, where: Where) -> None:
    asked = asking(event(channel="D1", channel_type="im", text="hvem deltog?", thread_ts=thread))
    assert asked is not None
    assert (asked.where, asked.thread) == (where, thread)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("hvem sad i bestyrelsen?", True),
        ("what does the ferry cost?", True),
        ("Mentorer?", True),
        ("og i 2019?", False),
        ("Men hvem betaler?", False),
        ("hvad med broen?", False),
        ("how about the bridge?", False),
    ],
)
def test_outside_of_threads_a_question_stands_alone_unless_it_says_that_it_goes_on(
    text: str, alone: bool
) -> None:
    said = asking(event(channel="D1", channel_type="im", text=text))
    typed = asking_in_command(
        {"text": text, "channel_id": "C1", "user_id": "U1", "trigger_id": "1.2"}
    )
    below = asking(event(channel="D1", channel_type="im", text=text, thread_ts="300.1"))
    named = asking(event(text=f"<@{APP}> {text}", thread_ts="300.1"))
    assert said is not None
    assert typed is not None
    assert below is not None
    assert named is not None
    assert [one.is_alone for one in (said, typed, below, named)] == [alone, alone, False, False]


@pytest.mark.parametrize("kind", ["channel", "group", "mpim"])
@pytest.mark.parametrize("text", ["og i 2019?", "hvem var der", "And in 2020", "var det alt?"])
def test_a_thread_of_ours_needs_no_new_mention(kind: str, text: str) -> None:
    asked = asking(event(channel_type=kind, text=text, thread_ts=OURS[1]))
    assert asked is not None
    assert (asked.where, asked.thread) == (Where.CHANNEL, OURS[1])


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "hvad besluttede udvalget?"},  # nobody spoke to us
        {"text": "og i 2019?", "thread_ts": "999.9"},  # a thread of others
        {"text": "<@U2> hvad synes du?", "thread_ts": OURS[1]},
        {"text": "<!here> hvad nu?", "thread_ts": OURS[1]},
        {"text": "Tak for det", "thread_ts": OURS[1]},
        {"text": f"<@{APP}> tak!"},
        {"text": f"<@{APP}> 👍"},
        {"text": f"<@{APP}> :+1:"},
        {"text": ":tada: :heart:", "channel_type": "im"},
        {"text": "???", "thread_ts": OURS[1]},
        {"text": "hvad synes du, skal vi tage den?", "thread_ts": OURS[1]},
        {"bot_id": "B1"},
        {"user": APP},
        {"subtype": "message_changed", "hidden": True},
        {"subtype": "message_deleted"},
        {"subtype": "channel_join"},
        {"user": None},
        {"ts": None},
        {"type": "reaction_added"},
        {"channel": 7},
    ],
)
def test_what_asks_us_nothing_is_no_question(changes: dict[str, object]) -> None:
    assert asking(event(**changes)) is None


@pytest.mark.parametrize("body", [{}, {"event": None}, {"event": []}, {"event": {"type": "x"}}])
def test_a_payload_of_another_shape_is_no_question(body: dict[str, object]) -> None:
    assert asking(body) is None


def command(**changes: str) -> dict[str, str]:
    return {
        "team_id": "T1",
        "channel_id": "C1",
        "user_id": "U1",
        "command": "/referent",
        "text": "hvad er satsen?",
        "trigger_id": "13.37",
        "response_url": "https://hooks.slack.com/commands/1",
    } | changes


def test_a_command_is_answered_to_the_asker() -> None:
    asked = asking_in_command(command())
    assert asked is not None
    assert (asked.where, asked.thread, asked.response_url) == (
        Where.COMMAND,
        None,
        "https://hooks.slack.com/commands/1",
    )
    assert asking_in_command(command(text="  ")) is None


def test_a_question_comes_back_from_disk_as_it_was() -> None:
    asked = asking_in_command(command())
    assert asked is not None
    assert decoded(encoded(asked)) == asked


AUDIENCES = Audiences(
    channels={"C1": frozenset({"secretariat"})}, people={"U1": frozenset({"board"})}
)
APART, SHARED = Conversation(is_shared=False), Conversation(is_shared=True)


def asked_in(where: Where, channel: str = "C1", user: str = "U1") -> Asking:
    return Asking(where, "T1", channel, user, "hvad?", "1.1", None)


@pytest.mark.parametrize(
    ("where", "channel", "user", "conversation", "audiences"),
    [
        (Where.CHANNEL, "C1", "U1", APART, {"secretariat"}),
        (Where.CHANNEL, "C1", "U9", APART, {"secretariat"}),
        (Where.CHANNEL, "C2", "U1", APART, set()),  # never by who asks
        (Where.CHANNEL, "C1", "U1", SHARED, set()),
        (Where.CHANNEL, "C1", "U1", None, set()),  # the look-up failed
        (Where.DIRECT, "D1", "U1", None, {"board"}),
        (Where.THREAD, "D1", "U1", APART, {"board"}),
        (Where.COMMAND, "C1", "U1", SHARED, {"board"}),
        (Where.DIRECT, "D1", "U9", APART, set()),
    ],
)
def test_an_answer_shows_what_all_who_read_it_may_see(
    where: Where, channel: str, user: str, conversation: Conversation | None, audiences: set[str]
) -> None:
    told = AUDIENCES.of(asked_in(where, channel, user), conversation)
    assert told == OPEN_ONLY | audiences


@pytest.mark.parametrize(
    ("channel", "shared"),
    [
        ({"is_ext_shared": False}, False),
        ({"is_ext_shared": True}, True),
        ({"is_ext_shared": False, "is_pending_ext_shared": True}, True),
        ({"is_ext_shared": False, "is_org_shared": True}, True),
        ({"is_ext_shared": False, "pending_shared": ["T2"]}, True),
        ({}, True),
    ],
)
def test_a_channel_of_which_little_is_known_counts_as_shared(
    channel: dict[str, object], shared: bool
) -> None:
    assert conversation_of(channel) == Conversation(is_shared=shared)
