"""What minutes say of an item, a badge beside its title or its doors, so that it is closed."""

import pytest

from ingest.structure.items.markings import closes
from tests.structure_layouts import read
from tests.test_structure_markings import closed_items

OF_THE_ITEM = (
    "Dette punkt er lukket for offentligheden.",
    "Sagen var lukket for offentligheden, jf. § 10.",
    "Det bemærkes, at punktet er lukket for offentligheden.",
    "Punktet rummer navne på ansøgere og er derfor lukket.",
    "Punktet er lukket, da det indeholder personoplysninger.",
    "Sagen er ikke offentligt tilgængelig.",
    "Punktet er undtaget offentlighed.",
    "Sagsfremstillingen er fortrolig og udleveres på mødet.",
    "Punktet offentliggøres ikke.",
    "Sagen må ikke offentliggøres før underskrift.",
    "Sagen behandledes uden offentlighedens adgang.",
    "Punktet drøftes bag lukkede døre.",
    "Offentligheden har ikke adgang til dette punkt.",
    "Offentligheden var udelukket under behandlingen af sagen.",
    "Referatet af dette punkt er ikke offentligt.",
)
OF_ANOTHER_THING = (
    "Kajen er lukket for offentligheden.",
    "Sagen om kajen, der er lukket for offentligheden, ses på igen.",
    "Stien er ikke offentligt tilgængelig.",
    "Offentligheden har ikke adgang til molen.",
    "Sagen er lukket og afsluttet.",
    "Bilaget er fortroligt.",
    "Kontrakten er fortrolig.",
    "Dørene til hallen blev lukket.",
    "Høringen offentliggøres ikke endnu.",
    "Punktet er ikke lukket.",
    "Sagen er ikke fortrolig.",
    "Punktet er åbent for offentligheden.",
)


@pytest.mark.parametrize("sentence", OF_THE_ITEM)
def test_a_sentence_on_the_item_itself_closes_it(sentence: str) -> None:
    assert closed_items(below=sentence) == "2"
    assert closed_items(within=f"Skippere har skrevet. {sentence} De får svar.") == "2"


@pytest.mark.parametrize("sentence", OF_ANOTHER_THING)
def test_a_sentence_on_something_else_closes_nothing(sentence: str) -> None:
    assert closed_items(below=sentence) == ""
    assert closed_items(within=f"Skippere har skrevet. {sentence} De får svar.") == ""


def test_doors_that_are_shut_close_what_follows_until_they_open() -> None:
    assert closed_items(above="Dørene blev lukket.") == "2 3"
    assert closed_items(within="Dørene lukkedes.").endswith("3")
    document = read(
        "Referat fra møde i Havnenævnet den 3. juni 2015\n\n1. Molen\n\nBeslutning\n\nGodkendt.\n\n"
        "Dørene blev lukket.\n\n2. Kajen\n\nBeslutning\n\nTiltrådt.\n\n"
        "Dørene blev åbnet igen.\n\n3. Broen\n\nBeslutning\n\nDrøftet.\n"
    )
    assert [item.number for item in document.items if item.closed] == ["2"]


@pytest.mark.parametrize(
    "title",
    [
        "Lukket Salg af molen",
        "LUKKET Salg af molen",
        "Fortroligt Salg af molen",
        "Ikke-offentligt Salg af molen",
        "Lukket | Salg af molen",
        "[Lukket] Salg af molen",
        "(lukket) Salg af molen",
        "Lukket – salg af molen",
        "Fortroligt punkt",
        "Salg af molen (lukket for offentligheden)",
        "🔒 Salg af molen",
    ],
)
def test_a_badge_beside_a_title_closes_its_item(title: str) -> None:
    assert closed_items(title) == "2"


@pytest.mark.parametrize(
    "title",
    ["Lukkede veje", "Fortrolig rådgivning", "Fortrolighed på molen", "Molen (tidligere lukket)"],
)
def test_a_title_on_shut_or_confidential_things_closes_nothing(title: str) -> None:
    assert closed_items(title) == ""


@pytest.mark.parametrize(
    "title",
    [
        "Salg af kran (punktet er lukket)",
        "Salg af kran - behandles på lukket møde",
        "Lukket. Salg af kran",
        "Punkt 2 Lukket",
        "Salg af kran (ikke til offentlighedens kendskab)",
        "Lukkede døre: Salg af kran",
        "Lukket drøftelse af salg",
        "Ansættelse (tavshedspligt)",
    ],
)
def test_a_heading_closes_its_item_in_other_words(title: str) -> None:
    assert closes(title)


@pytest.mark.parametrize(
    "title",
    [
        "Lukketider i havnen",
        "Lukkede afdelinger i psykiatrien",
        "Molen (vejen er lukket)",
        "Svømmehallen - lukket i juli",
        "Punkt 2 Lukkedage",
        "Kursus i tavshedspligt",
        "Lukkede skoler: hvad nu",
        "Salg af kran (sagen er afsluttet)",
        "Havneplan - behandles på møde i maj",
    ],
)
def test_a_heading_on_closed_things_closes_nothing(title: str) -> None:
    assert not closes(title)


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("Punkt lukket", True),
        ("Punktet gøres lukket.", True),
        ("Sagen er omfattet af tavshedspligt.", True),
        ("Personalet er omfattet af tavshedspligt.", False),
        ("Kajen gøres lukket.", False),
        ("Punktet er ikke lukket.", False),
    ],
)
def test_a_line_says_that_its_item_is_closed(line: str, closed: bool) -> None:
    document = read(
        "Referat af møde i Havneudvalget den 4. maj 2022\n\n1. Kran\n\n"
        f"{line}\n\nBeslutning\n\nGodkendt.\n\n2. Mole\n\nBeslutning\n\nGodkendt.\n"
    )
    assert [item.closed for item in document.items] == [closed, False]
