"""Minutes in which a small board speaks of itself: who it is, who came, and what "we" decided."""

import pytest

from index.decisions import Outcome
from index.documents import Body, DocumentKind
from ingest.structure.outcomes.classifying import classify
from tests.structure_layouts import decided, outcomes, read

BOARD = """Sletten Vandværk
Bestyrelsesmøde den 11. juni 2020

{who}

1. Boringen ved skellet
Pumpen larmer, og naboen har klaget to gange.

2. Målere
Der er kommet brev fra leverandøren.
"""


@pytest.mark.parametrize(
    "who",
    [
        "Til stede: Poul Krarup, Lis Bang, Egon Vad",
        "Til stede var: Poul Krarup og Lis Bang",
        "Mødt: Poul Krarup, Lis Bang",
        "Fremmødte: Poul Krarup, Lis Bang",
        "Ikke mødt: Egon Vad",
        "Present: Poul Krarup, Lis Bang",
    ],
)
def test_who_was_there_makes_minutes_of_a_paper_that_has_no_name(who: str) -> None:
    assert read(BOARD.format(who=who)).kind is DocumentKind.MINUTES


@pytest.mark.parametrize(
    "day", ["11. juni 2020", ", 11. juni 2020", ", torsdag 11/6-2020", " d. 11.6.2020"]
)
def test_a_meeting_is_one_however_its_day_is_joined_to_it(day: str) -> None:
    words = BOARD.format(who="Til stede: Poul Krarup, Lis Bang")
    day = day if day[0] in " ," else f" {day}"
    assert read(words.replace(" den 11. juni 2020", day)).kind is DocumentKind.MINUTES


@pytest.mark.parametrize(
    "who",
    [
        "Deltagere: Poul Krarup, Lis Bang, Egon Vad",
        "Indkaldt: Poul Krarup, Lis Bang",
        "Til stede:",
        "Til stede: ________________",
        "Sted: Hos Lis Bang",
    ],
)
def test_who_is_invited_may_not_come(who: str) -> None:
    assert read(BOARD.format(who=who)).kind is DocumentKind.AGENDA


def test_an_agenda_that_is_called_so_stays_one() -> None:
    words = BOARD.format(who="Til stede: Poul Krarup, Lis Bang")
    paper = read(words.replace("Bestyrelsesmøde", "Dagsorden til bestyrelsesmøde"))
    assert paper.kind is DocumentKind.AGENDA


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Tværmose IF\nBestyrelsesmøde den 4. marts 2019", "Bestyrelsen for Tværmose IF"),
        ("Tværmose og Omegns GIF, bestyrelsesmøde 4. marts 2019", None),
        (
            "Tværmose Vandværk\nBestyrelsesmøde den 4. marts 2019",
            "Bestyrelsen for Tværmose Vandværk",
        ),
        ("Tværmose Forsamlingshus, bestyrelsesmøde 4. marts 2019", None),
        ("Bestyrelsesmøde i Tværmose FK, 4. marts 2019", "Bestyrelsen for Tværmose FK"),
    ],
)
def test_a_club_and_a_waterworks_have_a_board(head: str, name: str | None) -> None:
    body = read(f"{head}\n\nReferat\n\n1. Bom\nBeslutning: Godkendt.\n\n2. Net\nGodkendt.\n").body
    assert body is not None
    whose = head.partition(",")[0]
    assert body.name == (name or f"Bestyrelsen for {whose}")


@pytest.mark.parametrize(
    "line", ["Kaj Riis talte om VVS", "Kontrakt med ISS og DSB", "Fra A til BK2"]
)
def test_other_capitals_are_no_club(line: str) -> None:
    body = read(f"{line}\nBestyrelsesmøde den 4. marts 2019\n\nReferat\n\n1. Bom\nGodkendt.\n").body
    assert body is None or line not in body.name


@pytest.mark.parametrize(
    "head",
    [
        "Legepladsudvalget, møde 3. maj 2019",
        "Legepladsudvalget, ordinært møde 3. maj 2019",
        "Legepladsudvalget, udvalgsmøde den 3. maj 2019",
        "Legepladsudvalget, 3. maj 2019",
    ],
)
def test_that_it_meets_is_no_part_of_a_bodys_name(head: str) -> None:
    body = read(f"{head}\n\nReferat\n\n1. Gynge\nBeslutning: Godkendt.\n").body
    assert body is not None
    assert body.name == "Legepladsudvalget"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Vi siger ja.", Outcome.APPROVED),
        ("Vi sagde ja til tilbuddet.", Outcome.APPROVED),
        ("Ja tak til de gamle borde.", Outcome.APPROVED),
        ("Alle enige.", Outcome.APPROVED),
        ("Alle var enige", Outcome.APPROVED),
        ("Nej tak, det er for dyrt.", Outcome.REJECTED),
        ("Vi siger nej.", Outcome.REJECTED),
        ("Vi venter med at købe en ny.", Outcome.DEFERRED),
        ("Vi ventede med at svare.", Outcome.DEFERRED),
    ],
)
def test_what_we_do_has_an_outcome(words: str, outcome: Outcome) -> None:
    assert classify(words) is outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Vi mangler svar fra kommunen.", Outcome.UNCLASSIFIED),
        ("Alle enige om, at det er svært.", Outcome.UNCLASSIFIED),
        ("Naboen sagde ja tak.", Outcome.UNCLASSIFIED),
        ("Vi venter på svar.", Outcome.UNCLASSIFIED),
        ("Vi venter gæster.", Outcome.UNCLASSIFIED),
    ],
)
def test_what_we_only_tell_has_none(words: str, outcome: Outcome) -> None:
    assert classify(words) is outcome


NOTED = """Sletten Vandværk
Bestyrelsesmøde den 11. juni 2020
Til stede: Poul Krarup, Lis Bang

1. Hegn
Tilbuddet lyder på 8.000 kr. {said}

2. Nøgler
Låsesmeden kommer tirsdag.
"""


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Vi siger ja.", "approved"),
        ("Nej tak, vi kan selv.", "rejected"),
        ("Alle enige.", "approved"),
        ("Vi venter med at bestille.", "deferred"),
        ("Vi køber det røde.", "unclassified"),
        ("Vi tager tilbuddet.", "unclassified"),
        ("Vi giver 500 kr.", "unclassified"),
    ],
)
def test_a_board_decides_in_its_own_words(said: str, outcome: str) -> None:
    document = read(NOTED.format(said=said))
    assert outcomes(document) == [outcome, "none"]
    assert said in " ".join(decided(document, "1"))


@pytest.mark.parametrize(
    "said",
    [
        "Vi mangler et pris til.",
        "Vi tager hjem.",
        "Vi giver os god tid.",
        "Vi har købt et før.",
        "Naboen siger nej tak.",
    ],
)
def test_what_a_board_tells_of_itself_decides_nothing(said: str) -> None:
    assert outcomes(read(NOTED.format(said=said))) == ["none", "none"]


@pytest.mark.parametrize(
    ("meeting", "body"),
    [
        ("Hovedbestyrelsesmøde", "Hovedbestyrelsen for Hvilebænkforeningen"),
        ("Landsbestyrelsesmøde", "Landsbestyrelsen for Hvilebænkforeningen"),
        ("Bestyrelsesmøde", "Bestyrelsen for Hvilebænkforeningen"),
    ],
)
def test_a_board_above_others_is_a_body_of_its_own(meeting: str, body: str) -> None:
    text = f"Referat af {meeting.lower()} i Hvilebænkforeningen\nden 11. juni 2020\n\n"
    assert read(f"{text}Til stede: Bo Ask\n\n1. Bænke\nGodkendt.\n").body == Body(body, None)


def test_the_menu_of_a_page_names_no_body() -> None:
    menu = "Elmeskolen og Askeskolen · Aula · Kalender · Kontakt · Skolebestyrelsen"
    text = "# Referat, Fællesbestyrelsen for Elmeskolen og Askeskolen\n\nden 11. juni 2020\n\n"
    document = read(f"{menu}\n\n{text}Til stede: Bo Ask\n\n1. Bænke\nGodkendt.\n")
    assert document.body == Body("Fællesbestyrelsen for Elmeskolen og Askeskolen", None)
