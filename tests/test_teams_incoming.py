"""What in Teams asks something: literal activities, and what is made of them."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.commands import Command
from bot.teams.audiences import Audiences
from bot.teams.incoming import (
    Asking,
    Where,
    asking_in,
    decoded,
    encoded,
    language_of,
    pressing_in,
)
from index.documents import OPEN

BOT = {"id": "28:app", "name": "Referent"}
PERSON = "AAAAAAAA-1111-4111-8111-111111111111"
TENANT = "99999999-0000-4000-8000-000000000000"


def message(text: str, **more: Any) -> dict[str, Any]:
    """Return what Teams delivers when somebody writes to the app alone."""
    return {
        "type": "message",
        "id": "1700000000000",
        "channelId": "msteams",
        "serviceUrl": "https://smba.trafficmanager.net/emea/",
        "from": {"id": "29:karen", "name": "Karen Holm", "aadObjectId": PERSON},
        "recipient": BOT,
        "conversation": {"id": "a:1", "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        "entities": [{"type": "clientInfo", "locale": "da-DK"}],
        "text": text,
        **more,
    }


def mention(text: str, conversation: str = "19:x@thread.tacv2;messageid=16") -> dict[str, Any]:
    """Return what Teams delivers when somebody mentions the app in a channel."""
    called = {"type": "mention", "mentioned": BOT, "text": "<at>Referent</at>"}
    place = {"id": conversation, "conversationType": "channel", "tenantId": TENANT}
    return message(text, conversation=place, entities=[called])


def asked(activity: dict[str, Any]) -> Asking:
    asking = asking_in(activity)
    assert asking is not None
    return asking


def test_a_message_to_the_app_alone_is_a_question_with_all_that_its_answer_needs() -> None:
    asking = asked(message("Hvad blev besluttet?"))
    assert asking == Asking(
        where=Where.PERSONAL,
        tenant=TENANT,
        conversation="a:1",
        service_url="https://smba.trafficmanager.net/emea/",
        person=PERSON.lower(),
        account="29:karen",
        message="1700000000000",
        text="Hvad blev besluttet?",
        locale="da-DK",
    )
    assert decoded(encoded(asking)) == asking
    assert asking.keys == ("teams/message/a:1/1700000000000",)


@pytest.mark.parametrize(
    "said",
    [
        "<at>Referent</at> hvad blev besluttet?",
        "hvad blev besluttet? <at>Referent</at>",
        "<at>Referent</at>&nbsp;hvad blev\r\nbesluttet?\n",
        "<at>Referent</at>, hvad blev besluttet?",
    ],
)
def test_the_mention_of_the_app_is_no_part_of_the_question(said: str) -> None:
    assert asked(mention(said)).text == "hvad blev besluttet?"


def test_signs_come_as_they_were_typed() -> None:
    assert asked(message("satser &lt; 5 kr. &amp; gebyrer")).text == "satser < 5 kr. & gebyrer"


def test_a_thread_is_told_from_its_channel() -> None:
    asking = asked(mention("<at>Referent</at> hej"))
    assert asking.channel == "19:x@thread.tacv2"
    assert asking.subject == "teams/19:x@thread.tacv2;messageid=16"
    begins = asked(mention("<at>Referent</at> hej", "19:x@thread.tacv2"))
    assert begins.conversation == "19:x@thread.tacv2;messageid=1700000000000"


def test_without_a_mention_nothing_is_asked_in_a_channel() -> None:
    not_meant = mention("<at>Bo</at> hvad siger du?")
    not_meant["entities"] = [
        {"type": "mention", "mentioned": {"id": "29:bo", "name": "Bo"}, "text": "<at>Bo</at>"}
    ]
    assert asking_in(not_meant) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"from": {"id": "28:another", "name": "Bot"}},
        {"from": {"id": "29:x", "role": "bot"}},
        {"from": BOT},
        {"type": "messageReaction"},
        {"type": "messageUpdate"},
        {"type": "typing"},
        {"channelId": "directline"},
        {"id": ""},
        {"serviceUrl": ""},
        {"conversation": {"id": "a:1", "conversationType": "unknown"}},
        {"conversation": {"id": "a/../b", "conversationType": "personal"}},
        {"conversation": {"id": "a?b", "conversationType": "personal"}},
        {"conversation": {"id": "a%2fb", "conversationType": "personal"}},
        {"conversation": {"id": "", "conversationType": "personal"}},
        {"conversation": None},
        {"from": None},
        {"text": "mange tak!"},
        {"text": "👍"},
    ],
    ids=str,
)
def test_what_no_person_asks_or_cannot_be_answered_is_no_question(changes: dict[str, Any]) -> None:
    assert asking_in(message("Hvad blev besluttet?") | changes) is None


def test_being_added_is_told_of_twice_and_is_one_greeting() -> None:
    installed = message("", type="installationUpdate", action="add", id="1")
    joined = message("", type="conversationUpdate", membersAdded=[BOT], id="2")
    one, other = asked(installed), asked(joined)
    assert one.greets
    assert one.keys == other.keys
    assert asking_in(message("", type="installationUpdate", action="remove")) is None
    assert asking_in(message("", type="installationUpdate", action="add-upgrade")) is None
    others = [{"id": "29:bo"}]
    assert asking_in(message("", type="conversationUpdate", membersAdded=others)) is None


@pytest.mark.parametrize(
    ("typed", "command", "language"),
    [
        ("rate mileage", Command("rate", "mileage"), "en"),
        ("rate kørsel", Command("rate", "kørsel"), "da"),
        ("sats km", Command("rate", "km"), "da"),
        ("case 24/117", Command("case", "24/117"), "en"),
        ("takster for kørsel", Command(None, "takster for kørsel"), "da"),
        ("decisions on benches", Command(None, "decisions on benches"), "en"),
        ("decisions Park Committee", Command("decisions", "Park Committee"), "en"),
        ("What about the rate?", Command(None, "What about the rate?"), "en"),
    ],
)
def test_a_command_is_told_from_a_question_that_begins_like_one(
    typed: str, command: Command, language: str
) -> None:
    asking = asked(message(typed, locale="en-GB"))
    due = asking.due("Q1", frozenset({OPEN}), datetime(2024, 5, 1, tzinfo=UTC))
    assert (due.command, due.language) == (command, language)


@pytest.mark.parametrize(
    ("locale", "language"), [("da-DK", "da"), ("en-US", "en"), ("", "da"), ("sv-SE", "en")]
)
def test_everybody_is_spoken_to_in_a_language_of_ours(locale: str, language: str) -> None:
    assert language_of(locale) == language


def test_a_press_is_known_by_who_pressed_and_where_and_never_as_a_question() -> None:
    pressed = message("", type="invoke", name="adaptiveCard/action", value={})
    hand = pressing_in(pressed)
    assert hand is not None
    assert (hand.account, hand.channel) == ("29:karen", "a:1")
    assert asking_in(pressed) is None


READERS = Audiences(
    TENANT,
    {"19:x@thread.tacv2": frozenset({"board"}), "19:g@thread.v2": frozenset({"board"})},
    {PERSON.lower(): frozenset({"secret"})},
)


def test_a_thread_has_the_readers_of_its_channel_and_a_person_only_their_own_chat() -> None:
    assert READERS.of(asked(mention("<at>Referent</at> hej"))) == {OPEN, "board"}
    assert READERS.of(asked(message("hej"))) == {OPEN, "secret"}
    elsewhere = mention("<at>Referent</at> hej", "19:y@thread.tacv2;messageid=1")
    assert READERS.of(asked(elsewhere)) == {OPEN}
    nobody = message("hej", **{"from": {"id": "29:guest"}})
    assert READERS.of(asked(nobody)) == {OPEN}


_odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(message("x"))), _odd))
def test_whatever_has_another_shape_is_no_question_and_breaks_nothing(
    changes: dict[str, Any],
) -> None:
    asking = asking_in(message("hvad?") | changes)
    if asking is not None:
        assert decoded(encoded(asking)) == asking
        assert OPEN in READERS.of(asking)
    pressing_in(message("hvad?") | changes)
