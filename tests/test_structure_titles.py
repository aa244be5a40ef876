"""What a document is called, and when the meeting was, where its head says many things."""

from datetime import date, time

import pytest

from index.documents import OPEN, DocumentKind
from ingest.structure import understand
from tests.structure_layouts import marked, read


def test_front_matter_names_the_document_and_is_not_its_name() -> None:
    document = read(
        'titel: "Notat om molens tilstand"\nforfatter: Bo Friis\ndato: 2017-02-03\n'
        "sagsnr: 17/4455\n\nMolen\n\nDen er 200 meter lang, og den er meget slidt.\n"
    )
    assert document.title == "Notat om molens tilstand"
    assert document.kind is DocumentKind.MEMO
    assert document.date == date(2017, 2, 3)
    assert document.case_numbers == ("17/4455",)


def test_the_heading_of_a_part_is_not_the_title_and_the_subject_is() -> None:
    text = (
        "# NOTAT\n\nTil: Havneudvalget\nEmne: Slid på molen\n\n## Baggrund\n\n"
        "Molen er 200 meter lang, og den er meget slidt efter vinteren.\n\n## Tilstand\n\nSlem.\n"
    )
    assert understand(marked(text), source="a.docx", audience=OPEN).title == "Slid på molen"
    without = text.replace("Emne: Slid på molen\n", "")
    assert understand(marked(without), source="mole_2017.docx", audience=OPEN).title == "mole 2017"


@pytest.mark.parametrize("sender", ["Region Fjordland", "Lindby Kommune", "LINDBY AMT"])
def test_a_letterhead_is_never_the_title(sender: str) -> None:
    plain = f"# {sender}\n\nBudget for molen 2017\n\nDer er afsat 2 mio. kr. til molen i 2017.\n"
    assert understand(marked(plain), source="a.md", audience=OPEN).title == "Budget for molen 2017"
    alone = f"{sender}\n\nDer er afsat 2 mio. kr. til molen i det kommende år.\n"
    assert read(alone, source="b/mole.txt").title == "mole"


@pytest.mark.parametrize(
    "line",
    [
        "Referat publiceret 12-05-2017",
        "Referat godkendt den 12. maj 2017",
        "Offentliggjort: 12-05-2017 15:00",
    ],
)
def test_the_day_of_the_paper_is_not_that_of_the_meeting(line: str) -> None:
    document = read(
        f"Havneudvalget\n\n{line}\n\n09-05-2017 14:30\n\nPunkt 1: Kran\n\nSagsnr. 17/1\n\n"
        "Beslutning\n\nGodkendt.\n"
    )
    assert (document.date, document.time) == (date(2017, 5, 9), time(14, 30))


@pytest.mark.parametrize(
    "sentence",
    [
        "Dagsorden sendes ud syv dage før mødet.",
        "Dagsorden sendes ud syv dage før mødet, og referatet",
        "Referatet skal ligge på nettet senest ti dage efter mødet.",
        "Dagsorden og referat ligger hos sekretariatet.",
    ],
)
def test_a_sentence_on_agendas_makes_neither_kind_nor_title(sentence: str) -> None:
    document = read(f"Kajpladser i Ribe\n\nNotat\n\n{sentence}\n\nHavnen har 40 pladser.\n")
    assert (document.kind.value, document.title) == ("memo", "Kajpladser i Ribe")
    assert read(f"{sentence}\n\nHavnen har 40 pladser.\n").kind.value == "other"


def test_a_kind_over_what_it_is_about_is_one_title() -> None:
    text = (
        "TILLÆGSAFTALE\n\nom vagt på havnen\n\nmellem\nHavnelauget\nog\nLodserne\n\n1. Omfang\n"
        "Tillægsaftalen supplerer aftalen om lods og omfatter alle både.\n"
    )
    assert read(text, source="aftaler/x.txt").title == "Tillægsaftale om vagt på havnen"


def test_a_page_of_several_agreements_is_called_by_what_stands_over_them() -> None:
    text = (
        "# Betaling for lokale aftaler på havnen\n\nBeløbene reguleres hvert år.\n\n"
        "## Aftale om lods\n\nDer betales 40 kr. pr. lods.\n\n## Aftale om vagt\n\n"
        "Der betales 30 kr.\n"
    )
    document = understand(marked(text), source="betaling.html", audience=OPEN)
    assert document.title == "Betaling for lokale aftaler på havnen"
