"""Minutes written as a table in a word processor, through the real reader."""

import docx
import pytest

from index.documents import OPEN, Document
from ingest.reading.docx import read_docx
from ingest.structure import understand
from tests.structure_layouts import decided, item, numbers_and_titles, outcomes, parts, recommended
from tests.word_files import saved

HEAD = (
    "Referat",
    "Møde i Havneudvalget den 1. april 2020",
    "Deltagere: Ib Krog (formand) og Maja Dam",
)


def tabled(
    *rows: tuple[str, ...], behind: str = "", head: tuple[str, ...] = HEAD, bold: bool = True
) -> Document:
    """Return what is understood of a Word file with a table, its first row mostly bold."""
    word = docx.Document()
    for line in head:
        word.add_paragraph(line)
    table = word.add_table(rows=0, cols=len(rows[0]))
    for place, row in enumerate(rows):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(words).bold = bold and place == 0
    if behind:
        word.add_paragraph(behind)
    return understand(read_docx(saved(word)), source="archive/møde.docx", audience=OPEN)


MINUTES = tabled(
    ("Punkt", "Drøftelse/Referat", "Beslutning", "Ansvarlig"),
    ("1. Godkendelse af dagsorden", "", "Godkendt", ""),
    ("2. Studietur", "Ib Krog foreslog Ribe.", "Afvist", "Maja Dam"),
    ("3. Bøjer", "Alle er slidte.", "Udvalget bevilgede 9.000 kr., dog først i maj.", "Ib Krog"),
    ("4. Siden sidst", "Havnen blev fejet.", "", ""),
    ("5. Eventuelt", "", "", ""),
    behind="Næste møde: 11. september 2020",
)


def test_every_row_is_an_item_with_number_title_and_decision() -> None:
    assert MINUTES.kind.value == "minutes"
    assert numbers_and_titles(MINUTES) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Studietur"),
        ("3", "Bøjer"),
        ("4", "Siden sidst"),
        ("5", "Eventuelt"),
    ]
    assert outcomes(MINUTES) == ["approved", "rejected", "approved_with_change", "none", "none"]
    assert decided(MINUTES, "2") == ["Afvist"]
    assert decided(MINUTES, "3") == ["Udvalget bevilgede 9.000 kr., dog først i maj."]


def test_the_cells_of_a_row_are_the_parts_of_its_item() -> None:
    assert parts(MINUTES, "2") == [
        ("header", "Studietur"),
        ("text", "Drøftelse/Referat"),
        ("decision", "Beslutning"),
        ("text", "Ansvarlig"),
    ]
    bodies = [s.body.of(MINUTES.text) for s in MINUTES.sections_of(item(MINUTES, "2").index)]
    assert bodies == ["", "Ib Krog foreslog Ribe.", "Afvist", "Maja Dam"]
    assert item(MINUTES, "2").heading.of(MINUTES.text) == "Punkt: 2. Studietur"


def test_sections_of_rows_cover_the_text_once() -> None:
    assert "".join(s.span.of(MINUTES.text) for s in MINUTES.sections) == MINUTES.text


def test_a_number_may_have_a_column_and_a_referat_beside_a_konklusion_decides_nothing() -> None:
    minutes = tabled(
        ("Nr.", "Emne", "Indstilling", "Referat", "Konklusion"),
        ("1", "Dagsorden", "At dagsordenen godkendes", "", "Godkendt"),
        ("2", "Studietur", "", "Turen blev godkendt af alle, sagde Ib.", ""),
        ("3", "Kajen", "", "", "Udsat til næste møde"),
    )
    assert numbers_and_titles(minutes) == [("1", "Dagsorden"), ("2", "Studietur"), ("3", "Kajen")]
    assert outcomes(minutes) == ["approved", "none", "deferred"]
    assert recommended(minutes, "1") == ["At dagsordenen godkendes"]


def test_a_closed_row_shows_no_more_than_its_title() -> None:
    minutes = tabled(
        ("Punkt", "Lukket", "Beslutning"),
        ("1. Kajplads", "Nej", "Godkendt"),
        ("2. Personsag", "Ja", "Afskediget"),
        ("3. Gæld (lukket)", "", "Eftergivet"),
    )
    assert [one.closed for one in minutes.items] == [False, True, True]
    assert minutes.items[1].heading.of(minutes.text) == "Punkt: 2. Personsag"


def test_a_table_of_subjects_in_a_memo_is_no_agenda() -> None:
    memo = tabled(
        ("Emne", "Beslutning"),
        ("Kajen", "Bygget i 1903"),
        ("Molen", "Bygget i 1911"),
        head=("Notat", "Havnens historie"),
    )
    assert (memo.kind.value, memo.items) == ("memo", ())


def test_rows_below_a_header_that_nothing_marks_are_items() -> None:
    minutes = tabled(
        ("Punkt", "Sag", "Beslutning"),
        ("1", "Dagsorden", "Godkendt"),
        ("2", "Kajen", "Udsat til næste møde"),
        bold=False,
    )
    assert numbers_and_titles(minutes) == [("1", "Dagsorden"), ("2", "Kajen")]
    assert outcomes(minutes) == ["approved", "deferred"]


def test_long_discussions_do_not_hide_the_items() -> None:
    minutes = tabled(
        ("Punkt", "Referat", "Beslutning"),
        ("1. Dagsorden", "", "Godkendt"),
        ("2. Kajen", "Formanden gennemgik sagen. " * 40, "Bygges, dog først i 2022."),
        bold=False,
    )
    assert numbers_and_titles(minutes) == [("1", "Dagsorden"), ("2", "Kajen")]
    assert decided(minutes, "2") == ["Bygges, dog først i 2022."]


def test_a_title_ends_with_its_line_where_the_cell_goes_on() -> None:
    minutes = tabled(
        ("Pkt.", "Sag/Referat", "Beslutning"),
        ("1", "Kajen\nDen er slidt. Ib Krog spurgte til prisen.", "Udsat"),
        ("2", "Personsag\nLukket punkt\nEn medarbejder er syg.", "Afsked"),
    )
    assert numbers_and_titles(minutes) == [("1", "Kajen"), ("2", "Personsag")]
    assert [one.closed for one in minutes.items] == [False, True]
    assert "prisen" not in minutes.items[0].heading.of(minutes.text)
    bodies = [s.body.of(minutes.text) for s in minutes.sections_of(0)]
    assert bodies == ["", "Den er slidt. Ib Krog spurgte til prisen.", "Udsat"]


def test_what_was_said_below_a_title_is_the_decision_where_no_column_is() -> None:
    minutes = tabled(
        ("Nr.", "Punkt/Referat"), ("1", "Dagsorden\nGodkendt"), ("2", "Kajen\nUdsat"), bold=False
    )
    assert outcomes(minutes) == ["approved", "deferred"]


def test_an_item_over_several_rows_is_one_item() -> None:
    minutes = tabled(
        ("Punkt", "Sag", "Beslutning"),
        ("1", "Dagsorden", "Godkendt"),
        ("2", "Budget", "Drift: godkendt"),
        ("2", "Budget", "Anlæg: udsat"),
        ("", "", "Lån: afvist"),
        bold=False,
    )
    assert numbers_and_titles(minutes) == [("1", "Dagsorden"), ("2", "Budget")]
    assert decided(minutes, "2") == ["Drift: godkendt", "Anlæg: udsat", "Lån: afvist"]
    assert "".join(s.span.of(minutes.text) for s in minutes.sections) == minutes.text


def test_a_form_for_every_item_is_read_as_its_parts() -> None:
    minutes = tabled(
        ("Punkt 1", "Dagsorden"),
        ("Sagsfremstilling", "Den er udsendt."),
        ("Indstilling", "At dagsordenen godkendes"),
        ("Beslutning", "Godkendt"),
        ("Punkt 2", "Kajen"),
        ("Sagsfremstilling", "Den er slidt."),
        ("Beslutning", "Udsat"),
        bold=False,
    )
    assert numbers_and_titles(minutes) == [("1", "Dagsorden"), ("2", "Kajen")]
    assert recommended(minutes, "1") == ["At dagsordenen godkendes"]
    assert outcomes(minutes) == ["approved", "deferred"]
    assert parts(minutes, "2") == [
        ("header", "Kajen"),
        ("case", "Sagsfremstilling"),
        ("decision", "Beslutning"),
    ]


def test_a_closed_mark_in_a_table_within_an_item_closes_it() -> None:
    minutes = tabled(
        ("Sag", "Ansøger", "Note"),
        ("Kajplads", "Ib Krog", "Dette punkt er lukket"),
        head=("Referat", "Møde den 1. april 2020", "1. Dagsorden", "Beslutning", "Godkendt",
              "2. Ansøgninger", "Beslutning", "Afslag"),
    )  # fmt: skip
    assert [one.closed for one in minutes.items] == [False, True]


def test_a_row_that_says_how_long_an_item_takes_is_no_recommendation() -> None:
    word = docx.Document()
    word.add_paragraph("Dagsorden til møde i Havneudvalget den 1. april 2020")
    for number, title in ((1, "Bøjer"), (2, "Kranen")):
        table = word.add_table(rows=0, cols=2)
        for row in (
            (f"Punkt {number}", title),
            ("Indstilling", "Det indstilles, at der købes to."),
            ("Tid", "15 min."),
        ):
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.paragraphs[0].add_run(words)
        word.add_paragraph("")
    agenda = understand(read_docx(saved(word)), source="archive/møde.docx", audience=OPEN)
    assert recommended(agenda, "1") == ["at der købes to."]


def test_a_status_of_progress_closes_nothing_and_rows_of_their_own_are_items() -> None:
    log = tabled(
        ("Nr.", "Emne", "Beslutning", "Status"),
        ("7-1", "Bommen", "Udsat", "I gang"),
        ("7-2", "Bommen", "Afslået", "Lukket"),
        ("7-3", "Kranen", "Godkendt", "Gennemført"),
    )
    assert [(i.title, i.closed) for i in log.items] == [
        ("Bommen", False),
        ("Bommen", False),
        ("Kranen", False),
    ]
    assert outcomes(log) == ["deferred", "rejected", "approved"]


def test_a_status_beside_none_of_progress_closes() -> None:
    log = tabled(
        ("Nr.", "Emne", "Beslutning", "Status"),
        ("7-1", "Bommen", "Udsat", "Åben"),
        ("7-2", "Kranen", "Afslået", "Lukket"),
    )
    assert [i.closed for i in log.items] == [False, True]


def test_a_log_with_deadlines_has_its_matters_done_and_not_closed() -> None:
    log = tabled(
        ("Nr.", "Emne", "Beslutning", "Frist", "Status"),
        ("1", "Fendere", "Købes", "1. maj", "Åben"),
        ("2", "Redningsstige", "Godkendt", "1. juni", "Lukket"),
        ("3", "Vagtplan", "Udsat", "1. juli", "Lukket 4. juli 2020"),
    )
    assert [i.closed for i in log.items] == [False, False, False]


@pytest.mark.parametrize("status", ["Åben", "Igangværende", "Ændret, se nr. 3", "Afventer svar"])
@pytest.mark.parametrize("done", ["Lukket", "Closed"])
def test_the_matters_of_a_paper_that_is_called_a_log_are_done(status: str, done: str) -> None:
    log = tabled(
        ("Nr.", "Emne", "Beslutning", "Status"),
        ("1", "Fendere", "Købes", status),
        ("2", "Redningsstige", "Godkendt", done),
        ("3", "Vagtplan", "Afvist", done),
        head=("Beslutningslog for bådelauget",),
    )
    assert [(i.title, i.closed) for i in log.items] == [
        ("Fendere", False),
        ("Redningsstige", False),
        ("Vagtplan", False),
    ]
    assert outcomes(log) == ["unclassified", "approved", "rejected"]


@pytest.mark.parametrize("status", ["Afsluttet", "Gennemført", "Åben", "Lukket"])
def test_a_log_has_an_item_a_row_whatever_the_status_of_them_all(status: str) -> None:
    log = tabled(
        ("Nr.", "Dato", "Emne", "Beslutning", "Ansvarlig", "Status"),
        ("1", "03-02-2021", "Fendere", "Godkendt", "Ib Krog", status),
        ("2", "11-05-2021", "Vagtplan", "Afvist", "Maja Dam", status),
        head=("Bådelaugets sager",),
    )
    assert [(i.title, i.closed) for i in log.items] == [("Fendere", False), ("Vagtplan", False)]
    assert outcomes(log) == ["approved", "rejected"]


@pytest.mark.parametrize("status", ["Lukket punkt", "Lukket sag", "Fortrolig", "Lukket, jf. § 10"])
def test_what_is_more_than_done_is_closed_in_a_log_too(status: str) -> None:
    log = tabled(
        ("Nr.", "Emne", "Beslutning", "Frist", "Status"),
        ("1", "Fendere", "Godkendt", "1. maj", "I gang"),
        ("2", "Lods", "Afskediget", "1. juni", status),
    )
    assert [i.closed for i in log.items] == [False, True]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("Åbent/lukket", "Lukket"),
        ("Offentlighed", "Lukket"),
        ("Adgang", "Lukket"),
        ("Lukket punkt", "Ja"),
    ],
)
def test_a_column_on_openness_closes_beside_a_status_of_progress(column: str, value: str) -> None:
    log = tabled(
        ("Nr.", "Emne", "Beslutning", "Frist", column, "Status"),
        ("1", "Fendere", "Godkendt", "1. maj", "", "I gang"),
        ("2", "Lods", "Afskediget", "1. juni", value, "Lukket"),
    )
    assert [i.closed for i in log.items] == [False, True]


def test_a_status_of_what_is_open_to_the_public_closes_whatever_stands_beside_it() -> None:
    minutes = tabled(
        ("Nr.", "Emne", "Beslutning", "Frist", "Status"),
        ("1", "Fendere", "Godkendt", "1. maj", "Åbent"),
        ("2", "Lods", "Afskediget", "1. juni", "Lukket"),
    )
    assert [i.closed for i in minutes.items] == [False, True]


def test_follow_up_that_is_closed_is_done() -> None:
    log = tabled(
        ("Nr.", "Emne", "Beslutning", "Opfølgning"),
        ("1", "Fendere", "Godkendt", "Åben"),
        ("2", "Lods", "Afvist", "Lukket"),
    )
    assert [i.closed for i in log.items] == [False, False]


@pytest.mark.parametrize("title", ["Beslutningsliste", "Beslutningsoversigt for havnerådet"])
def test_a_list_of_what_a_meeting_decided_has_closed_items(title: str) -> None:
    listed = tabled(
        ("Nr.", "Emne", "Beslutning", "Status"),
        ("1", "Fendere", "Godkendt", "Åben"),
        ("2", "Lods", "Afskediget", "Lukket"),
        head=("Referat", title, "Møde den 3. maj 2021"),
    )
    assert [i.closed for i in listed.items] == [False, True]


def test_where_one_row_of_a_status_is_of_openness_no_row_is_only_done() -> None:
    log = tabled(
        ("Nr.", "Emne", "Beslutning", "Status"),
        ("1", "Fendere", "Godkendt", "I gang"),
        ("2", "Lods", "Afskediget", "Lukket punkt"),
        ("3", "Vagtplan", "Afvist", "Lukket"),
    )
    assert [i.closed for i in log.items] == [False, True, True]


def test_a_column_may_hold_the_subject_and_what_is_recommended() -> None:
    minutes = tabled(
        ("Sag", "Emne og indstilling", "Beslutning", "Bemærkninger"),
        (
            "10-14",
            "Ny mole. Lodsen indstiller, at der gives 1,2 mio. kr.",
            "Godkendt med 900.000 kr.",
            "Maja Dam stemte imod",
        ),
        ("10-15", "Salg af skur", "Udgår", "Sagen kom sent"),
    )
    assert numbers_and_titles(minutes) == [("10-14", "Ny mole"), ("10-15", "Salg af skur")]
    assert recommended(minutes, "10-14") == ["at der gives 1,2 mio. kr."]
    assert decided(minutes, "10-14") == ["Godkendt med 900.000 kr.", "Maja Dam stemte imod"]
    assert decided(minutes, "10-15") == ["Udgår"]
    assert outcomes(minutes) == ["approved_with_change", "sent_back"]
