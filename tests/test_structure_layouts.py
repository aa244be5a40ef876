"""Whole documents in many layouts, against values written by hand."""

from datetime import date, time

import pytest

from index.decisions import Outcome
from index.documents import (
    Attendee,
    Body,
    MinutesStatus,
    Presence,
    SectionKind,
)
from tests.structure_layouts import (
    decided,
    item,
    layout,
    numbers_and_titles,
    outcomes,
    parts,
    recommended,
)


def people(found: tuple[Attendee, ...]) -> list[tuple[str, str, int | None]]:
    return [(a.name, a.presence.value, a.item) for a in found]


@pytest.mark.parametrize(
    ("name", "kind", "body", "day"),
    [
        ("agenda_only", "agenda", "Praksisnævnet", date(2023, 11, 2)),
        ("agenda_with_minutes", "minutes", "Kvalitetsrådet for Sygepleje", date(1999, 6, 7)),
        ("agreement", "agreement", None, date(2016, 3, 14)),
        ("closed_markers", "minutes", "Erhvervsudvalget", date(2013, 4, 9)),
        ("earlier_decisions", "minutes", "Byrådet", date(2019, 9, 12)),
        ("nested_numbers", "minutes", "Følgegruppen for Fælles Journal", date(2020, 10, 21)),
        ("notes_ad", "minutes", "Styregruppen for Digital Post", date(2022, 5, 3)),
        (
            "numbers_alone",
            "minutes",
            "Bestyrelsen for Foreningen Kystens Klinikker",
            date(2019, 3, 12),
        ),
        ("pdf_wrapped", "minutes", "Koordinationsudvalget for Akutområdet", date(2014, 2, 4)),
        ("portal_contents", "minutes", "Udvalget for nære tilbud", date(2020, 1, 15)),
        ("portal_folded", "minutes", "Sundhedsudvalget", date(2019, 5, 13)),
        ("portal_kle", "minutes", "Udvalget for Natur og Veje", date(2020, 6, 22)),
        ("portal_single", "minutes", "Kulturudvalget", date(2017, 8, 23)),
        ("portal_twice", "minutes", "Økonomiudvalget", date(2018, 10, 1)),
        (
            "punkter_beslutninger",
            "minutes",
            "Samarbejdsudvalget for Speciallæger",
            date(2021, 9, 9),
        ),
        ("statutes", "terms_of_reference", None, None),
        ("unnumbered", "minutes", "Klima- og Havneudvalget", date(2021, 8, 11)),
    ],
)
def test_every_layout_tells_its_kind_body_and_date(
    name: str, kind: str, body: str | None, day: date | None
) -> None:
    document = layout(name)
    assert document.kind.value == kind
    assert (document.body.name if document.body else None) == body
    assert document.date == day


def test_a_portal_that_folds_its_parts() -> None:
    document = layout("portal_folded")
    assert document.title == "Referat, Sundhedsudvalget, 13. maj 2019"
    assert document.time == time(14, 0)
    assert document.place == "Mødelokale 3, Søndergade 12, 6000 Fjordby"
    assert numbers_and_titles(document) == [
        ("1", "Status på ventetider"),
        ("2", "Praksisplan for fysioterapi"),
        ("3", "Eventuelt"),
    ]
    assert [i.case_numbers for i in document.items] == [("19/74",), ("18/40211",), ("19/2",)]
    assert outcomes(document) == ["noted", "approved_with_change", "none"]
    assert decided(document, "1") == [
        "Orienteredes.",
        "Udvalget ønsker en ny status til efteråret.",
    ]
    assert recommended(document, "2") == [
        "At udkastet til praksisplan sendes i høring.",
        "At høringsfristen fastsættes til 1. september 2019.",
    ]
    assert people(document.attendance) == [
        ("Birgit Holm", "present", None),
        ("Anton Skov", "present", None),
        ("Carla Bak", "present", None),
        ("Dorte Eg", "apology", None),
        ("Emil Fisker", "present", None),
    ]


def test_a_portal_with_a_table_of_contents_and_a_closed_item() -> None:
    document = layout("portal_contents")
    assert numbers_and_titles(document) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Etablering af nærklinik i Havneby"),
        ("3", "Køb af ejendom"),
    ]
    assert [i.closed for i in document.items] == [False, False, True]
    assert item(document, "2").case_numbers == ("4246445",)
    assert parts(document, "2") == [
        ("header", "Etablering af nærklinik i Havneby"),
        ("summary", "Resume"),
        ("case", "Sagsfremstilling"),
        ("economy", "Økonomi"),
        ("recommendation", "Indstilling"),
        ("authority", None),
        (
            "decision",
            "Behandling i Udvalget for nære tilbud onsdag den 15. januar 2020, pkt. 2",
        ),
        ("annexes", "Bilag"),
    ]
    assert recommended(document, "2") == [
        "at udvalget tager status til efterretning",
        "at udvalget godkender tidsplanen.",
    ]
    decision = document.decision_of(1)
    assert decision is not None
    assert decision.outcome is Outcome.APPROVED
    assert decision.authority is not None
    assert decision.authority.of(document.text) == "Sagen afgøres af Udvalget for nære tilbud."
    assert document.chair == "Tora Brandt"
    assert ("Carl Vedel", "apology", None) in people(document.attendance)
    assert ("Carl Vedel", "absent", 0) in people(document.attendance)
    contents = next(s for s in document.sections if s.heading == "Indholdsfortegnelse")
    assert contents.item is None


def test_a_page_that_is_one_item_without_a_number() -> None:
    document = layout("portal_single")
    assert numbers_and_titles(document) == [(None, "Tilpasning af lokale netværk")]
    assert document.place == "Hotel Strand, Nordhavn"
    decision = document.decisions[0]
    assert decision.outcome is Outcome.VOTE
    assert [span.of(document.text) for span in decision.recommendation] == [
        "at det godkendes, at antallet af netværk nedsættes fra otte til seks, jf. bilag 2",
        "at puljen på 3 mio. kr. videreføres",
        "at ændringen evalueres i 2020.",
    ]
    assert [s.kind for s in document.sections_of(0)] == [
        SectionKind.TEXT,
        SectionKind.RECOMMENDATION,
        SectionKind.BACKGROUND,
        SectionKind.CASE,
        SectionKind.ECONOMY,
        SectionKind.DECISION,
    ]


def test_case_numbers_above_the_headings_and_groups_of_open_and_closed_items() -> None:
    document = layout("portal_kle")
    assert numbers_and_titles(document) == [
        ("131", "Godkendelse af dagsorden"),
        ("132", "Højvej 13 - Byggesag i partshøring"),
        ("133", "Orientering - lukket"),
        ("134", "Udbud af vejsalt"),
    ]
    assert [i.case_numbers[0] for i in document.items] == [
        "85.02.02-G01-5-17",
        "02.34.02-P19-12-20",
        "85.02.02-G01-6-17",
        "13.06.02-K08-1-20",
    ]
    assert [i.closed for i in document.items] == [False, False, True, True]
    assert outcomes(document) == ["approved", "rejected", "noted", "approved"]
    assert recommended(document, "132") == [
        "At der udstedes byggetilladelse",
        "At den nuværende praksis fortsættes i området",
        "At etageantallet ændres fra 1,5 til 2 etager",
    ]
    assert document.place == "Lindby Rådhus, Østergade 22, Lindby - Mødelokale Skoven"
    assert people(document.attendance) == [("Peter Mol", "absent", 0), ("Peter Mol", "absent", 1)]


def test_titles_that_are_printed_twice_leave_no_trace_in_the_decision_above() -> None:
    document = layout("portal_twice")
    assert numbers_and_titles(document) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Siden sidst"),
    ]
    assert item(document, "2").case_numbers == ("331-2018-3620", "331-2018-500312")
    assert decided(document, "1") == ["Godkendt."]
    assert decided(document, "2") == ["Brev til regionen om buslinjer er afsendt."]
    assert outcomes(document) == ["approved", "unclassified"]


def test_plain_notes_with_ad_headings() -> None:
    document = layout("notes_ad")
    assert document.status is MinutesStatus.DRAFT
    assert document.chair == "Karen Lund"
    assert document.time == time(9, 0)
    assert document.place == "Teams"
    assert numbers_and_titles(document) == [
        ("1", "Godkendelse af referat"),
        ("2", "Status på udrulning"),
        ("3", "Økonomi"),
        ("4", "Eventuelt"),
    ]
    assert outcomes(document) == ["approved", "deferred", "approved_with_change", "none"]
    assert decided(document, "2") == ["Det blev besluttet at udskyde fase 2 til 1. oktober 2022."]
    assert recommended(document, "3") == ["at budgettet på 400.000 kr. godkendes."]
    assert people(document.attendance) == [
        ("Karen Lund", "present", None),
        ("Ib Krog", "present", None),
        ("Maja Dam", "present", None),
        ("Per Storm", "present", None),
        ("Lis Kær", "apology", None),
        ("Bo Friis", "apology", None),
        ("Eva Toft", "apology", None),
    ]
    krog = document.attendance[1]
    assert krog.organisation == "Fjordby Kommune"


def test_a_pdf_with_hard_line_ends() -> None:
    document = layout("pdf_wrapped")
    assert document.status is MinutesStatus.APPROVED
    assert document.body == Body("Koordinationsudvalget for Akutområdet", "KAO")
    assert document.title == (
        "Referat, Koordinationsudvalget for Akutområdet (KAO), 4. februar 2014"
    )
    assert document.chair == "Jens Palle Broe"
    assert numbers_and_titles(document) == [
        ("1", "Meddelelser"),
        ("2", "Ny visitationsaftale for hjerteområdet"),
        ("3", "Eventuelt"),
    ]
    assert item(document, "2").case_numbers == ("2012-21786",)
    assert recommended(document, "2") == [
        "udvalget godkender aftalen med virkning fra 1. marts 2014,\nherunder bilag 1 om transport",
        "udvalget beder sekretariatet om at orientere\nkommunerne",
    ]
    assert outcomes(document) == ["noted", "rejected", "unclassified"]
    assert ("Ulla Mork", "absent", None) in people(document.attendance)


def test_pages_of_points_and_decisions() -> None:
    document = layout("punkter_beslutninger")
    assert numbers_and_titles(document) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Lukket punkt: Klagesag"),
        ("3", "Flytning af kapacitet i øre-næse-hals"),
    ]
    assert [i.closed for i in document.items] == [False, True, False]
    assert item(document, "3").case_numbers == ("21/5567",)
    assert recommended(document, "3") == [
        "godkender flytningen",
        "tager tidsplanen til efterretning",
    ]
    assert outcomes(document) == ["approved", "rejected", "rejected"]
    assert ("text", "Kommunikation") in parts(document, "3")


def test_what_other_bodies_decided_is_not_this_ones_decision() -> None:
    document = layout("earlier_decisions")
    assert item(document, "1").case_numbers == ("19/3001",)
    assert decided(document, "1") == ["Godkendt. Liste V stemte imod."]
    assert decided(document, "2") == ["Vejen får navnet Engvej."]
    assert outcomes(document) == ["vote", "unclassified"]
    assert parts(document, "1")[2:] == [
        ("background", "Beslutning i Teknisk Udvalg den 20. august 2019"),
        ("background", "Beslutning i Økonomiudvalget den 3. september 2019"),
        ("decision", "Beslutning i Byrådet den 12. september 2019"),
    ]


def test_numbers_on_a_line_of_their_own() -> None:
    document = layout("numbers_alone")
    assert numbers_and_titles(document) == [
        ("1", "Valg af dirigent"),
        ("2", "Regnskab 2018"),
        ("3", "Kontingent"),
    ]
    assert decided(document, "2") == ["Regnskabet blev godkendt."]
    assert outcomes(document) == ["unclassified", "approved", "rejected"]


def test_an_agenda_that_is_only_a_list() -> None:
    document = layout("agenda_only")
    assert numbers_and_titles(document) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Budget 2024"),
        ("3", "Ny kommunikationsplan"),
        ("4", "Eventuelt"),
    ]
    assert document.decisions == ()


def test_minutes_in_capitals_under_paragraph_signs() -> None:
    document = layout("agenda_with_minutes")
    assert [i.number for i in document.items] == ["1", "2", "3"]
    assert item(document, "2").case_numbers == ("8-70-12-3-99",)
    assert recommended(document, "2") == ["AT ANSØGNINGEN IMØDEKOMMES."]
    assert outcomes(document) == ["approved", "approved_with_change", "none"]
    assert people(document.attendance) == [
        ("IDA LYNG", "apology", None),
        ("OLE BRINK", "apology", None),
    ]


def test_points_of_points_are_items_and_lists_inside_them_are_not() -> None:
    document = layout("nested_numbers")
    assert numbers_and_titles(document) == [
        ("1", "Velkomst"),
        ("2", "Teknik"),
        ("2.1", "Status på snitflader"),
        ("2.2", "Valg af leverandør"),
        ("3", "Næste møde"),
    ]
    assert outcomes(document) == ["none", "none", "noted", "recommended", "none"]
    assert document.chair == "Mona Juhl"


def test_every_way_to_mark_a_closed_item() -> None:
    document = layout("closed_markers")
    assert [(i.title, i.closed) for i in document.items] == [
        ("Evaluering af lukkede institutioner", False),
        ("LUKKET SAG", True),
        ("Ikke-offentligt punkt - Personalesag", True),
        ("Salg af grund (lukket)", True),
        ("Ny erhvervspolitik", False),
        ("Låneoptagelse", True),
        ("LUKKET DAGSORDEN", True),
    ]
    assert decided(document, "5") == ["Udsat til maj."]


def test_items_without_numbers_are_found_by_their_parts() -> None:
    document = layout("unnumbered")
    assert numbers_and_titles(document) == [
        (None, "Godkendelse af dagsorden"),
        (None, "Tillæg nr. 6 til kystplanen"),
    ]
    assert [i.case_numbers for i in document.items] == [("20/33839",), ("20/35762",)]
    assert outcomes(document) == ["approved", "sent_back"]
    bang = [a for a in document.attendance if a.name == "Kurt Bang"]
    assert {(a.presence, a.item) for a in bang} >= {(Presence.APOLOGY, 1)}
