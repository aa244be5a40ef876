"""What is closed, and what a line about it closes."""

import pytest

from tests.structure_layouts import read


def closed_items(
    title: str = "Kajen", *, below: str = "", above: str = "", within: str = ""
) -> str:
    """Return the numbers of the closed items of three, of which the second is marked."""
    parts = [
        "Referat fra møde i Havnenævnet den 3. juni 2015",
        "1. Godkendelse af dagsorden\nSagsnr. 15/301\n\nBeslutning\n\nGodkendt.",
        above,
        f"2. {title}\n{below}\n\nSagsfremstilling\n\nKajen er gammel.\n\n{within}\n\n"
        "Beslutning\n\nTiltrådt.",
        "3. Broen\nSagsnr. 15/303\n\nBeslutning\n\nDrøftet.",
    ]
    document = read("\n\n".join(part for part in parts if part) + "\n")
    return " ".join(item.number or "?" for item in document.items if item.closed)


def test_a_sentence_on_closed_doors_closes_its_own_item_and_no_other() -> None:
    document = read(
        "Referat fra møde i Havnenævnet den 3. juni 2015\n\n"
        "1. Lodsernes løn\nSagsnr. 15/301\n\nPunktet blev behandlet for lukkede døre.\n\n"
        "2. Lukket sag: Klage\nSagsnr. 15/302\n\nSagen behandledes for lukkede døre.\n\n"
        "3. Eventuelt\n\nBeslutning\nFormanden orienterede om regattaen.\n\n"
        "Resten af mødet blev holdt for lukkede døre\n\n"
        "4. Ansættelse\nSagsnr. 15/303\n\nBeslutning\nGodkendt.\n\n"
        "5. Eventuelt\n\nBeslutning\nIntet.\n"
    )
    assert [(i.number, i.closed) for i in document.items] == [
        ("1", True),
        ("2", True),
        ("3", False),
        ("4", True),
        ("5", True),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Offentlighed: Lukket",
        "Åbent/lukket: Lukket",
        "Åbenhed: lukket",
        "Punkttype: Lukket",
        "Status: Lukket",
        "Sagstype: Lukket sag",
        "Adgang: Lukket",
        "Type: Fortroligt",
        "Åbent punkt: Nej",
        "Offentlig: Nej",
        "Lukket: Ja",
        "- Lukket punkt",
        "**Lukket punkt**",
        "L u k k e t  p u n k t",
        "[x] Lukket punkt",
        "Lukket punkt (personsag)",
        "Lukket punkt - persondata",
        "Lukket punkt (kommunestyrelsesloven § 10)",
        "Sagsnr.: 25/1234 Lukket punkt",
        "Dette punkt er lukket",
        "Behandles i lukket møde",
        "Punktet blev behandlet på et lukket møde",
        "Sagen behandles som lukket punkt",
        "Punktet er undtaget fra offentlighed, jf. offentlighedslovens § 20",
        "Ikke til offentliggørelse",
        "Personsag",
    ],
)
def test_a_line_that_says_closed_closes_its_item_wherever_it_stands(line: str) -> None:
    assert closed_items(below=line) == "2"
    assert closed_items(within=line) == "2"


@pytest.mark.parametrize(
    "line",
    [
        "Offentlighed: Åben",
        "Åbent/lukket: Åbent",
        "Åbent punkt: Ja",
        "Offentlig: Ja",
        "Lukket: Nej",
        "Lukket punkt: Nej",
        "Status: Åben",
        "Kommunen indfører nattelukning af havnen.",
        "Besøg på en lukket afdeling og på lukkede institutioner.",
        "Lukning af fødeafdelingen drøftes til efteråret.",
        "Skolen er lukket i uge 42.",
        "Akutklinikken er lukket om natten",
        "Svømmehallen er lukket (uge 42).",
    ],
)
def test_a_line_about_what_is_shut_or_open_closes_nothing(line: str) -> None:
    assert closed_items(below=line) == ""
    assert closed_items(within=line) == ""


@pytest.mark.parametrize(
    "title",
    [
        "Kajen, lukket",
        "Kajen (personsag, lukket)",
        "Kajen (lukket jf. § 10)",
        "Kajen (lukket punkt, jf. styrelseslovens § 10)",
        "Kajen. Lukket punkt.",
        "Kajen lukket punkt",
        "Kajen / Lukket",
        "Personsag",
    ],
)
def test_a_title_that_says_closed_closes_its_item(title: str) -> None:
    assert closed_items(title) == "2"


@pytest.mark.parametrize(
    "title",
    [
        "Nattelukning af havnen",
        "Drift af lukket afdeling",
        "Lukket afdeling på havnens hospital",
        "Tilsyn med lukkede institutioner",
        "Lukning af fødeafdeling",
        "Skolen er lukket i uge 42",
        "Akutklinikken er lukket om natten",
    ],
)
def test_a_title_about_what_is_shut_closes_nothing(title: str) -> None:
    assert closed_items(title) == ""


def test_a_line_above_a_heading_closes_what_follows_and_in_doubt_what_it_ends() -> None:
    assert closed_items(above="Punktet behandles for lukkede døre, jf. § 10") == "1 2"
    assert closed_items(above="Offentlighed: Lukket") == "1 2"
    assert closed_items(above="Lukket punkt") == "2"


@pytest.mark.parametrize("heading", ["Lukket møde", "Lukket dagsorden", "Lukkede punkter:"])
def test_a_heading_over_a_group_closes_all_that_follows(heading: str) -> None:
    assert closed_items(above=heading) == "2 3"


@pytest.mark.parametrize(
    ("sentence", "closed"),
    [
        ("Udvalget besluttede at behandle punkt 2 for lukkede døre.", "2"),
        ("Det blev foreslået, at pkt. 2 og 3 behandles som lukkede punkter.", "2 3"),
        ("Punkt 2-3 er lukket.", "2 3"),
        ("Lukkede punkter: 3", "3"),
        ("Punkt 1 blev drøftet. Sagen om kajen tages op den 3. juli.", ""),
    ],
)
def test_a_sentence_that_names_an_item_closes_that_one(sentence: str, closed: str) -> None:
    assert closed_items(above=sentence) == closed


def test_a_named_item_that_is_not_found_closes_the_item_that_names_it() -> None:
    assert closed_items(within="Punkt 9 behandles for lukkede døre.") == "2"
