"""Lists of decisions: about a matter, of a time, of an outcome, from one meeting or from all."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import Reply, ReplyKind
from tests.asked_papers import ask, assistant_on, culture_minutes

PAPERS = {
    "tmu/2021-03-10.txt": """\
Referat af møde i Teknik- og Miljøudvalget (TMU)
den 10. marts 2021 kl. 13.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer, Ulla Friis

1. Boliger på Teglværksgrunden

Sagsfremstilling
Der bygges 48 boliger.

Indstilling
Forvaltningen indstiller, at lokalplanen vedtages.

Beslutning
Godkendt.

2. Parkering ved stationen

Indstilling
Forvaltningen indstiller, at der anlægges 80 pladser.

Beslutning
Ikke godkendt.

3. Fodgængerfelt i Kirkegade

Indstilling
Forvaltningen indstiller, at feltet males.

Beslutning
Punktet udsat.
""",
    "tmu/2021-06-09.txt": """\
Referat af møde i Teknik- og Miljøudvalget (TMU)
den 9. juni 2021 kl. 13.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer, Ulla Friis

1. Boliger ved åen

Sagsfremstilling
Der bygges 12 boliger ved åen.

Indstilling
Forvaltningen indstiller, at forslaget sendes i høring.

Beslutning
Godkendt.

2. Cykelparkering

Indstilling
Forvaltningen indstiller, at orienteringen tages til efterretning.

Beslutning
Taget til efterretning.
""",
    "kur/2021-06-11.txt": culture_minutes("11. juni 2021"),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("lists"), PAPERS) as assistant:
        yield assistant


def titles(reply: Reply) -> list[str]:
    """Return the titles of the items whose decisions a reply tells, in its order."""
    return [entry.item.title for entry in reply.decisions]


@pytest.mark.parametrize(
    "text",
    [
        "Hvilke beslutninger er der truffet om boliger?",
        "Hvilke beslutninger har TMU truffet om boliger?",
        "Which decisions were taken about boliger?",
    ],
)
def test_decisions_about_a_matter_come_from_every_meeting_newest_first(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.LIST
    assert titles(reply) == ["Boliger ved åen", "Boliger på Teglværksgrunden"]


def test_a_time_beside_the_matter_still_bounds_the_list(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvilke beslutninger traf TMU i marts 2021 om boliger?")
    assert titles(reply) == ["Boliger på Teglværksgrunden"]


@pytest.mark.parametrize(
    "text",
    [
        "Hvilke beslutninger er der truffet om svømmehallen?",
        "Which decisions were taken about the airport?",
        "Hvilke beslutninger har Kulturrådet truffet om boliger?",
    ],
)
def test_nothing_is_listed_of_a_matter_on_which_nothing_was_decided(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert titles(reply) == []


def test_a_list_about_no_matter_holds_every_item_of_the_time(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvilke beslutninger traf TMU i marts 2021?")
    assert len(titles(reply)) == 3


@pytest.mark.parametrize("text", ["Hvilke beslutninger er der truffet?", "which decisions?"])
def test_decisions_of_no_body_time_or_matter_are_those_of_one_meeting_which_is_said(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert titles(reply) == ["Kunst i parken"]
    assert "11. juni 2021" in reply.text.replace("11 June 2021", "11. juni 2021").split("- ")[0]


@pytest.mark.parametrize("text", ["alle beslutninger", "list all decisions"])
def test_all_decisions_are_those_of_all_meetings(assistant: Assistant, text: str) -> None:
    assert len(titles(ask(assistant, text))) == 6


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Hvilke sager blev afvist i 2021?", ["Parkering ved stationen"]),
        ("Which items were rejected in 2021?", ["Parkering ved stationen"]),
        ("Hvilke sager blev taget til efterretning i 2021?", ["Cykelparkering"]),
        ("Hvilke sager blev udsat i TMU?", ["Fodgængerfelt i Kirkegade"]),
        ("Which items were deferred in 2021?", ["Fodgængerfelt i Kirkegade"]),
        ("Hvilke sager blev godkendt i TMU i juni 2021?", ["Boliger ved åen"]),
    ],
)
def test_a_list_holds_the_outcome_asked_for(
    assistant: Assistant, text: str, listed: list[str]
) -> None:
    assert titles(ask(assistant, text)) == listed


@pytest.mark.parametrize(
    "text",
    ["Hvilke sager blev udsat i TMU i juni 2021?", "Hvilke sager blev afvist i Kulturrådet?"],
)
def test_an_outcome_that_no_item_had_is_said_to_be_missing(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "Ingen punkter med det udfald" in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "Hvad besluttede TMU i juli 2021?",
        "What did TMU decide in July 2021?",
        "Hvilke beslutninger traf TMU i 2018?",
        "Hvilke sager blev udsat i Bygningsudvalget?",
    ],
)
def test_no_list_is_made_of_a_time_or_a_body_that_is_not_held(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE
    assert titles(reply) == []


def test_every_decision_listed_is_quoted(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvilke beslutninger traf TMU i 2021?")
    assert len(reply.decisions) == len(reply.citations) == 5
    for entry, citation in zip(reply.decisions, reply.citations, strict=True):
        assert citation.quote == entry.decision_texts[0]
