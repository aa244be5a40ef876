"""The list of actions below the last item is an item of its own, and tells nothing of that one."""

import docx

from index.documents import OPEN, Document, Presence
from ingest.reading.docx import read_docx
from ingest.structure import understand
from tests.structure_layouts import decided, item, numbers_and_titles, read
from tests.word_files import saved


def tabled(last: str = "3. Vagttillæg") -> Document:
    word = docx.Document()
    word.add_paragraph("Referat af møde i Lokal-MED Havnen den 4. maj 2031")
    word.add_paragraph("Ledelsessiden: Ib Krog (formand), Maja Dam")
    word.add_paragraph("Medarbejdersiden: Eva Lund")
    word.add_paragraph("Ikke til stede: Maja Dam")
    for rows in (
        [
            ("Punkt", "Referat", "Opfølgning"),
            ("1. Dagsorden", "Godkendt.", ""),
            ("2. Støj", "Der indkøbes plader.", "Eva Lund"),
            (last, "Ønsket blev ikke imødekommet.", ""),
        ],
        [
            ("Nr.", "Opgave", "Ansvarlig"),
            ("7", "Skema oversættes til tysk", "Ib Krog"),
        ],
    ):
        table = word.add_table(rows=0, cols=3)
        for place, row in enumerate(rows):
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.paragraphs[0].add_run(words).bold = place == 0
        if rows[0][0] == "Punkt":
            word.add_heading("Aktionsliste", 2)
    return understand(read_docx(saved(word)), source="archive/møde.docx", audience=OPEN)


def test_an_action_list_is_no_part_of_the_last_item_of_a_table() -> None:
    minutes = tabled()
    assert numbers_and_titles(minutes)[-2:] == [("3", "Vagttillæg"), (None, "Aktionsliste")]
    assert decided(minutes, "3") == ["Ønsket blev ikke imødekommet."]
    last = minutes.items[-1]
    assert "Opgave: Skema oversættes til tysk · Ansvarlig: Ib Krog" in last.span.of(minutes.text)
    assert [s.kind.value for s in minutes.sections if s.item == last.index] == ["text"]


def test_a_list_below_a_closed_item_stays_closed() -> None:
    assert numbers_and_titles(tabled("3. Personalesag (lukket)"))[-1][0] == "3"


def test_the_sides_of_a_joint_committee_are_who_came() -> None:
    came = {a.name: a.presence for a in tabled().attendance}
    assert came == {
        "Ib Krog": Presence.PRESENT,
        "Maja Dam": Presence.ABSENT,
        "Eva Lund": Presence.PRESENT,
    }


def test_an_action_list_in_plain_text() -> None:
    minutes = read(
        "Referat\nHavnerådet den 4. maj 2031\n\n1. Bom\nBeslutning\nUdsat.\n\n2. Lys\nBeslutning\n"
        "Godkendt.\n\nOpfølgningsliste\n\n- Ib Krog henter tilbud på lys inden 1. juni.\n"
    )
    assert numbers_and_titles(minutes)[-1] == (None, "Opfølgningsliste")
    assert decided(minutes, "2") == ["Godkendt."]
    assert item(minutes, "2").span.of(minutes.text).strip().endswith("Godkendt.")
