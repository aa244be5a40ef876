"""A committee called by an English name: resolved, or said to be none that is known."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.questions.bodies.unresolved import unresolved_body
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "vand/a.txt": """\
Mosebølle Vandråd
Referat af møde den 3. april 2022

Til stede: Ib Krog, Maja Dam, Ole Vig

1. Ny pumpe
Indstilling: Formanden indstiller, at pumpen købes.
Beslutning: Afvist.

2. Nyt hegn
Indstilling: Formanden indstiller, at hegnet sættes op.
Beslutning: Indstillingen blev vedtaget med 2 stemmer mod 1.

3. Ny brønd
Indstilling: Formanden indstiller, at brønden graves.
Beslutning: Udsat.
""",
    "kultur/b.txt": """\
Kulturudvalget
Referat af møde den 5. april 2022

Til stede: Eva Fich, Per Ask

1. Statuen
Indstilling: Lederen indstiller, at statuen flyttes.
Beslutning: Afvist.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("bodies"), PAPERS) as told:
        yield told


@pytest.mark.parametrize(
    "text",
    [
        "Where did the water board not follow the recommendation?",
        "Hvor fulgte Vandrådet ikke indstillingen?",
    ],
)
def test_only_its_own_deviations_are_listed_and_no_vote_that_carried(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.LIST
    assert quotes(reply) == ["Afvist."]
    assert [entry.item.title for entry in reply.decisions] in ([], ["Ny pumpe"])


@pytest.mark.parametrize(
    "text",
    [
        "Where did the harbour board not follow the recommendation?",
        "Which items did the school committee defer?",
    ],
)
def test_nothing_is_listed_for_a_body_that_is_not_known(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind in {ReplyKind.NOT_FOUND, ReplyKind.NOT_IN_ARCHIVE}
    assert not reply.citations
    assert "Vandråd" in reply.text


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Where did the harbour board not follow it?", "harbour board"),
        ("What did the committee decide?", None),
        ("What did the whole board defer?", None),
        ("Which committee deferred most?", None),
        ("List the items deferred in 2022", None),
    ],
)
def test_what_calls_a_body(text: str, called: str | None) -> None:
    assert unresolved_body(text) == called
