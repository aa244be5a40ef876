"""What was put off: with its return, without one, and what is open to this day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.replies import Reply, ReplyKind
from tests.asked_papers import ask, assistant_on, quotes


def minutes(body: str, day: str, *items: tuple[str, str]) -> str:
    """Write minutes of items, each with a title and the words of its decision."""
    head = f"Referat af møde i {body}\nden {day} kl. 13.00\nGodkendt referat\n\n"
    written = [
        f"{number}. {title}\n\nSagsfremstilling\nForvaltningen har set på {title.lower()}.\n\n"
        "Indstilling\nForvaltningen indstiller, at forslaget godkendes.\n\n"
        f"Beslutning\n{decision}\n"
        for number, (title, decision) in enumerate(items, start=1)
    ]
    return head + "\n".join(written)


VEJ, RAAD = "Vejudvalget (VEU)", "Byrådet i Åstrup"
PAPERS = {
    "veu/2021-01.txt": minutes(
        VEJ,
        "14. januar 2021",
        ("Rundkørsel ved skolen", "Punktet udsat."),
        ("Salt på cykelstier", "Sagen udsættes til næste møde."),
        ("Støjskærm langs ringvejen", "Sagen sendes tilbage til forvaltningen."),
    ),
    "veu/2021-03.txt": minutes(
        VEJ,
        "11. marts 2021",
        ("Rundkørsel ved skolen", "Godkendt."),
        ("Salt på cykelstier", "Udsat igen."),
        ("Ny bro over åen", "Udvalget anbefaler over for Byrådet, at broen bygges."),
        ("Busser om natten", "Udvalget anbefaler over for Byrådet, at nattebusser indføres."),
    ),
    "raad/2021-04.txt": minutes(RAAD, "8. april 2021", ("Ny bro over åen", "Godkendt.")),
    "veu/2021-06-dagsorden.txt": """\
Dagsorden for møde i Vejudvalget (VEU)
den 10. juni 2021 kl. 13.00

1. Salt på cykelstier

Sagsfremstilling
Forvaltningen har talt cyklister.

Indstilling
Forvaltningen indstiller, at forslaget godkendes.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("open"), PAPERS) as assistant:
        yield assistant


def told(reply: Reply) -> list[tuple[str, date | None]]:
    """Return title and day of the items whose decisions a reply tells, in its order."""
    return [(entry.item.title, entry.document.date) for entry in reply.decisions]


SALT = ("Salt på cykelstier", date(2021, 3, 11))
SCREEN = ("Støjskærm langs ringvejen", date(2021, 1, 14))
BUSES = ("Busser om natten", date(2021, 3, 11))


@pytest.mark.parametrize(
    "text",
    [
        "Hvilke sager er stadig åbne?",
        "Hvad mangler at blive afgjort?",
        "Hvilke punkter er ikke afgjort endnu?",
        "Hvad udestår?",
        "what is still open?",
        "Which items are still undecided?",
        "list open matters",
        "any unresolved issues in VEU?",
    ],
)
def test_what_is_open_is_what_was_neither_settled_nor_put_off_anew(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.LIST
    assert told(reply) == [SALT, SCREEN, BUSES]


def test_a_matter_recommended_onward_is_open_until_the_other_body_has_decided(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "what is still open?", on=date(2021, 4, 1))
    assert ("Ny bro over åen", date(2021, 3, 11)) in told(reply)
    assert ("Ny bro over åen", date(2021, 3, 11)) not in told(ask(assistant, "what is still open?"))


def test_what_was_open_on_a_day_is_told_as_of_that_day(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvilke sager er stadig åbne?", on=date(2021, 2, 1))
    assert [title for title, _ in told(reply)] == [
        "Rundkørsel ved skolen",
        "Salt på cykelstier",
        "Støjskærm langs ringvejen",
    ]


def test_an_item_put_off_is_listed_with_its_return_and_a_coming_agenda(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvilke sager blev udsat i VEU i 2021?")
    lines = {line.split(" · ")[3].split(":")[0]: line for line in _points(reply)}
    assert "Kom igen: VEU · 11. marts 2021" in lines["Rundkørsel ved skolen"]
    assert "Står på: VEU · 10. juni 2021 (dagsorden)" in lines["Salt på cykelstier"]


def test_the_decision_of_an_item_that_never_came_back_says_so(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede VEU om støjskærmen langs ringvejen?")
    assert reply.kind is ReplyKind.NOT_DECIDED
    assert "Ikke fundet i arkivet siden." in reply.text


def test_nothing_open_is_a_no_that_says_what_was_looked_at(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvilke sager er stadig åbne i Byrådet i Åstrup?")
    assert reply.kind is ReplyKind.NOT_FOUND
    assert reply.is_none
    assert "ingen fundet uafgjort" in reply.text


@pytest.mark.parametrize("text", ["Hvilke broer er stadig åbne?", "Is the new bridge still open?"])
def test_what_else_is_open_is_no_question_about_matters(assistant: Assistant, text: str) -> None:
    assert "uafgjort" not in ask(assistant, text).text


def _points(reply: Reply) -> list[str]:
    return [line for line in reply.text.splitlines() if line.startswith("- ")]


RETOLD = {
    "udv/2021-01.txt": minutes(
        "Parkudvalget",
        "14. januar 2021",
        ("Kontrol af legeredskaber", "Stillingtagen til gyngerne udsættes."),
        ("Hegn om søen", "Udsat."),
    ),
    "udv/2021-03.txt": minutes(
        "Parkudvalget", "11. marts 2021", ("Nye gynger i Lystskoven", "Godkendt.")
    ).replace(
        "Forvaltningen har set på nye gynger i lystskoven.",
        "Sagen om gyngerne blev udsat på mødet den 14. januar 2021. Der er hentet tilbud.",
    ),
}


def test_what_comes_back_under_another_title_is_found_by_what_it_says_of_itself(
    tmp_path: Path,
) -> None:
    with assistant_on(tmp_path, RETOLD) as archive:
        text = ask(archive, "Hvilke punkter blev udsat i 2021?").text
    swings, fence = (line for line in text.split("\n") if line.startswith("- "))
    assert "Kom igen: Parkudvalget · 11. marts 2021 · punkt 1 · Nye gynger i Lystskoven" in swings
    assert "Ikke fundet i arkivet siden" in fence


LEFT = {
    "lods/2022-02-02.txt": """\
Referat af møde i Lodsrådet den 2. februar 2022 kl. 9.00

Til stede: Ib Krog (formand), Maja Dam

1. Lodsuddannelse
Sagsnr. 22/31

Beslutning
Drøftet. Havnechefen udarbejder et oplæg til majmødet.

2. Tilsyn med både

Beslutning
Taget til efterretning. Rådet ønsker en status i november.

3. Radiokanaler

Beslutning
Taget til efterretning. Rådet ønsker en redegørelse i april.

4. Lodspladser
Sagsnr. 22/40

Indstilling
Formanden indstiller, at planen anbefales.

Beslutning
Anbefales over for Byrådet.

5. Nye jakker

Beslutning
Godkendt.
""",
    "lods/2022-04-06.txt": """\
Referat af møde i Lodsrådet den 6. april 2022 kl. 9.00

Til stede: Ib Krog (formand), Maja Dam

1. Radiokanaler

Beslutning
Redegørelsen blev taget til efterretning.

2. Både i dok

Beslutning
Godkendt.
""",
    "lods/2022-05-11.txt": """\
Dagsorden til møde i Lodsrådet den 11. maj 2022 kl. 9.00

1. Lodsuddannelse - oplæg
Sagsnr. 22/31

Indstilling
Formanden indstiller, at oplægget godkendes.

2. Ny lodsbåd

Indstilling
Formanden indstiller, at båden købes.
""",
    "raad/2022-01-12.txt": """\
Referat af møde i Byrådet den 12. januar 2022 kl. 17.00

Til stede: Bo Lind (formand)

1. Skiltning

Beslutning
Godkendt.
""",
}


@pytest.fixture(scope="module")
def pilots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("pilots"), LEFT) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question", ["Hvad er stadig åbent i Lodsrådet?", "What is still open in Lodsrådet?"]
)
def test_what_was_asked_for_and_what_only_an_agenda_has_is_open(
    pilots: Assistant, question: str
) -> None:
    reply = ask(pilots, question)
    assert reply.kind is ReplyKind.LIST
    told = " ".join(quotes(reply))
    assert "udarbejder et oplæg" in told
    assert "ønsker en status i november" in told
    assert "2. Ny lodsbåd" in told
    assert "Radiokanaler" not in reply.text
    assert "Nye jakker" not in reply.text
    assert reply.text.count("Lodsuddannelse - oplæg") == 1


def test_a_meeting_to_come_has_no_minutes_yet(pilots: Assistant) -> None:
    reply = ask(pilots, "Hvad er stadig åbent i Lodsrådet?", date(2022, 5, 2))
    assert "Ny lodsbåd" not in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvilke anbefalinger venter stadig på byrådet?",
        "Which recommendations are still waiting for Byrådet?",
    ],
)
def test_what_waits_for_a_body_is_what_others_recommended_to_it(
    pilots: Assistant, question: str
) -> None:
    reply = ask(pilots, question)
    assert reply.kind is ReplyKind.LIST
    assert quotes(reply) == ["Anbefales over for Byrådet."]
