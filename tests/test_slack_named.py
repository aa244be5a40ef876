"""People whom a question names by Slack's marks are asked about by their names."""

from pathlib import Path

import pytest

from bot.slack.hearing.named import with_names
from tests.slack_running import Archive
from tests.slack_scene import scene

pytestmark = [pytest.mark.anyio]
NAMES = {"U1": "Ida Sø", "U2": "Per Lund"}


async def _name_of(user: str) -> str | None:
    return NAMES.get(user)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("hvad sagde <@U1> om bænke?", "hvad sagde Ida Sø om bænke?"),
        ("stemte <@U1> og <@U2|per> imod?", "stemte Ida Sø og Per Lund imod?"),
        ("hvad var <@U1>s forslag?", "hvad var Ida Søs forslag?"),
        ("<@U1>s forslag om bænke", "Ida Søs forslag om bænke"),
        ("hvornår var <@U2> fraværende", "hvornår var Per Lund fraværende"),
        ("afbud fra <@U2>", "afbud fra Per Lund"),
        ("<@U2> fraværende i marts?", "Per Lund fraværende i marts?"),
        ("<@U1> hvad er taksten?", "hvad er taksten?"),
        ("<@U1>, taksten for kørsel?", ", taksten for kørsel?"),
        ("<@U1> <@U2> what is the rate?", "what is the rate?"),
        ("hvad er taksten? <@U1>", "hvad er taksten?"),
        ("hvad er taksten? cc <@U1> <@U2>", "hvad er taksten? cc"),
        ("what did <@U9> say of it?", "what did U9 say of it?"),
        ("what did <@U9|gast> say of it?", "what did gast say of it?"),
        ("hvad blev besluttet i <#C1|park-udvalget>?", "hvad blev besluttet i park udvalget?"),
        ("hvad blev besluttet i <#C1|>?", "hvad blev besluttet i <#C1|>?"),
        ("hvad er taksten?", "hvad er taksten?"),
        ("er 3 < 4, og <b> fed?", "er 3 < 4, og <b> fed?"),
    ],
)
async def test_a_mark_within_a_question_is_a_name_and_one_beside_it_is_none(
    said: str, read: str
) -> None:
    assert await with_names(said, _name_of) == read


async def test_whether_somebody_was_there_is_answered_of_them(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        ole = s.slack.person("Ole Birk")
        asked = f"var <@{ole.user.id}> til stede i Parkudvalget den 5. marts 2024?"
        told = await s.answered(await s.karen.mention(s.room, asked))
        assert "Ole Birk" in told.shown
        assert "Afbud" in told.shown


async def test_somebody_slack_does_not_know_is_not_passed_over(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        asked = "hvad sagde <@U0NOBODY> om bænke ved søen i 2024?"
        told = await s.answered(await s.karen.mention(s.room, asked))
        assert "Godkendt" not in told.shown
