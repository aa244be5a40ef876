"""Date, time, place, chair, body, kind and title of many heads."""

from datetime import date, time

import pytest

from index.documents import OPEN, Body, DocumentKind, MinutesStatus
from ingest.reading.extraction import Extraction
from ingest.structure import understand
from ingest.structure.head.kinds import kind_of_words
from ingest.structure.people import Person, parse_person
from tests.structure_layouts import AN_ITEM, marked, read


@pytest.mark.parametrize(
    ("head", "day", "at"),
    [
        ("Referat\nMøde i Havneudvalget\n6. december 2018 kl. 17:00", date(2018, 12, 6), time(17)),
        ("Referat\nMøde i Havneudvalget\nDato 26-02-2019", date(2019, 2, 26), None),
        ("Referat\nMøde i Havneudvalget d. 3/9-07 kl. 8.30", date(2007, 9, 3), time(8, 30)),
        ("Referat\nMøde i Havneudvalget\n2021-05-04", date(2021, 5, 4), None),
        ("Referat\nHavneudvalget\nUdsendt: 1. maj 2020\nDen 8. maj 2020", date(2020, 5, 8), None),
        (
            "Referat\nHavneudvalget\nGodkendt den 1. juni 2020\nMødedato: 8. maj 2020",
            date(2020, 5, 8),
            None,
        ),
        ("Referat\nHavneudvalget\nMødedato\n\n08.05.2020 14:15", date(2020, 5, 8), time(14, 15)),
        ("Referat\nMøde i Havneudvalget mandag d. 8. jan. 2001", date(2001, 1, 8), None),
        (
            "Lindby, den 15. maj 2007\nReferat\nfra møde i Havneudvalget\n"
            "den 8. maj 2007 kl. 14.00",
            date(2007, 5, 8),
            time(14),
        ),
    ],
)
def test_the_date_and_time_of_the_meeting(head: str, day: date, at: time | None) -> None:
    document = read(head + AN_ITEM)
    assert (document.date, document.time) == (day, at)


def test_a_file_name_gives_the_date_only_where_the_text_has_none() -> None:
    assert read("Referat" + AN_ITEM, source="keu/2018-12-06.txt").date == date(2018, 12, 6)
    assert read("Referat" + AN_ITEM, source="keu/20181206_referat.txt").date == date(2018, 12, 6)
    dated = read("Referat, mødet den 1. maj 2019" + AN_ITEM, source="keu/2018-12-06.txt")
    assert dated.date == date(2019, 5, 1)


def test_a_weekday_tells_the_year_that_a_head_leaves_out() -> None:
    text = "Referat\nMøde i Havneudvalget\nOnsdag den 4. december kl. 9" + AN_ITEM
    found = understand(
        Extraction(text=text), source="a.txt", audience=OPEN, modified=date(2020, 2, 1)
    )
    assert found.date == date(2019, 12, 4)
    assert read(text).date is None


def test_a_meeting_may_lie_after_the_last_change_of_its_agenda() -> None:
    text = "Dagsorden\nMøde i Havneudvalget den 4. december 2026" + AN_ITEM
    found = understand(
        Extraction(text=text), source="a.txt", audience=OPEN, modified=date(2026, 11, 21)
    )
    assert found.date == date(2026, 12, 4)


def test_a_date_in_the_text_of_an_item_is_not_the_meetings() -> None:
    document = read("Referat\n\n1. Budget\nSagsnr. 20/1234\n\nBeslutning\n\nUdsat til 1. maj 2020.")
    assert document.date is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "Referat\ntil\nmødet i Havne- og Færgeudvalget (HFU)\nden 6. maj 2020",
            Body("Havne- og Færgeudvalget", "HFU"),
        ),
        ("Referat fra møde i Havneudvalget 27. marts 2019 kl. 9", Body("Havneudvalget")),
        ("Havneudvalget - Referat - 13. maj 2019", Body("Havneudvalget")),
        ("Regionsrådet 2018-2021\n22-12-2020 13:00\nReferat", Body("Regionsrådet")),
        ("Dagsorden og referat\nUdvalg: Havn og Færger\nDato: 1. maj 2020", Body("Havn og Færger")),
        (
            "UDVALG\n\nForretningsudvalget\n\nSTED\n\nSalen\n\n07-05-2013",
            Body("Forretningsudvalget"),
        ),
        (
            "Referat af ordinært møde i Det Lokale Sundhedsråd,\ntirsdag den 2. maj 2023",
            Body("Lokale Sundhedsråd"),
        ),
        (
            "Mødereferat\nMøde i Udvalget for byggeri og\nvedligeholdelse\nden 2. maj 2023",
            Body("Udvalget for byggeri og vedligeholdelse"),
        ),
    ],
)
def test_the_body_of_the_meeting(head: str, body: Body) -> None:
    assert read(head + AN_ITEM).body == body


def test_a_folder_names_the_body_as_a_last_resort() -> None:
    assert read("Referat" + AN_ITEM, source="havneudvalget/a.txt").body == Body("Havneudvalget")
    assert read("Referat" + AN_ITEM, source="hfu/a.txt").body == Body("HFU", "HFU")
    assert read("Referat" + AN_ITEM, source="arkiv/a.txt").body is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Notat om kvalitetselementer i aftalegrundlaget", DocumentKind.MEMO),
        ("Strategi for havnen", DocumentKind.STRATEGY),
        ("HFU-strategi 2020-2024", DocumentKind.STRATEGY),
        ("Kommissorium for arbejdsgruppen om strategi", DocumentKind.TERMS),
        ("Forretningsorden for Havneudvalget", DocumentKind.TERMS),
        ("Overenskomst om almen praksis", DocumentKind.AGREEMENT),
        ("Udkast til samarbejdsaftale om blodprøver", DocumentKind.AGREEMENT),
        ("Beslutningsprotokol", DocumentKind.MINUTES),
        ("Dagsorden og referat", DocumentKind.MINUTES),
        ("Byrådet - Referat", DocumentKind.MINUTES),
        ("R E F E R A T", DocumentKind.MINUTES),
        ("Dagsorden til møde", DocumentKind.AGENDA),
        ("Havnens fremtid", None),
    ],
)
def test_a_line_names_its_kind(words: str, kind: DocumentKind | None) -> None:
    assert kind_of_words(words) is kind


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("Udkast til referat", MinutesStatus.DRAFT),
        ("Referat (ikke godkendt)", MinutesStatus.DRAFT),
        ("Godkendt referat", MinutesStatus.APPROVED),
        ("Referat\nGodkendt den 1. maj 2020", MinutesStatus.APPROVED),
        ("Referat", None),
    ],
)
def test_how_far_minutes_have_come(head: str, status: MinutesStatus | None) -> None:
    assert read(f"{head}\nMøde i Havneudvalget den 1. april 2020" + AN_ITEM).status is status


def test_an_agenda_with_decisions_is_minutes() -> None:
    text = "Dagsorden\nMøde i Havneudvalget den 1. april 2020"
    assert read(text + AN_ITEM).kind is DocumentKind.MINUTES
    undecided = "\n\n1. Budget\nSagsnr. 20/1234\n\nIndstilling\n\nDet indstilles, at A godkendes.\n"
    assert read(text + undecided).kind is DocumentKind.AGENDA


def test_a_paper_has_a_human_title() -> None:
    notat = read("Dato 1. maj 2020\n\nIb Krog\n\nNotat om havnens dybde\n\nDybden er 7 m.")
    assert notat.title == "Notat om havnens dybde"
    other = understand(marked("# Havnens dybde\n\nDybden er 7 m."), source="a.md", audience=OPEN)
    assert other.title == "Havnens dybde"
    given = understand(
        Extraction(text="dybden er 7 m og det er nok", title="Om dybde"), source="a", audience=OPEN
    )
    assert given.title == "Om dybde"


@pytest.mark.parametrize(
    ("words", "person"),
    [
        (
            "Direktør Karen Holm, Fjordby Kommune",
            Person("Karen Holm", "Direktør", "Fjordby Kommune"),
        ),
        ("Ib Krog (observatør)", Person("Ib Krog", "observatør", None)),
        ("Tora Brandt (A), Formand", Person("Tora Brandt", "Formand", "A")),
        (
            "Praktiserende læge Jens Peter von Bahr",
            Person("Jens Peter von Bahr", "Praktiserende læge", None),
        ),
        (
            "Byrådsmedlem Eva Toft (O), Lindby Kommune.",
            Person("Eva Toft", "Byrådsmedlem", "Lindby Kommune"),
        ),
        (
            "Lis Høj, formand for Lægerne i Fjord (Mødeleder)",
            Person("Lis Høj", "formand for Lægerne i Fjord, Mødeleder", None),
        ),
        ("Anne-Mette Ø. Lund", Person("Anne-Mette Ø. Lund", None, None)),
        ("Region Fjord", None),
        ("Udvalget drøftede sagen", None),
        ("kl. 10", None),
    ],
)
def test_a_person_is_read_conservatively(words: str, person: Person | None) -> None:
    assert parse_person(words) == person


def test_all_but_some_were_there() -> None:
    document = read(
        "Referat\nMøde i Havneudvalget den 1. april 2020\n\n"
        "Alle medlemmer var mødt undtagen Ib Krog og Maja Dam, der havde meldt afbud." + AN_ITEM
    )
    assert [(a.name, a.presence.value) for a in document.attendance] == [
        ("Ib Krog", "apology"),
        ("Maja Dam", "apology"),
    ]


def test_a_closed_document_is_closed_even_where_its_folder_is_open() -> None:
    text = "LUKKET REFERAT\nMøde i Havneudvalget den 1. april 2020" + AN_ITEM
    assert read(text).audience == "closed"
    kept = understand(Extraction(text=text), source="a.txt", audience="ledelsen")
    assert kept.audience == "ledelsen"


def test_abbreviations_that_only_a_closed_item_explains_stay_there() -> None:
    document = read(
        "Referat\nMøde i Havneudvalget den 1. april 2020\n\n"
        "1. Lukket punkt\n\nBeslutning\n\nSalg til Den Blå Rederiforening (DBR).\n\n"
        "2. Budget\n\nBeslutning\n\nFælles Havnefond (FH) spørges."
    )
    assert [a.short for a in document.abbreviations] == ["FH"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Sundhedsklynge Vest - fagligt forum", "Sundhedsklynge Vest, fagligt forum"),
        ("Sundhedsklynge Vest, fagligt forum", "Sundhedsklynge Vest, fagligt forum"),
        ("Referat – Sundhedsklynge Vest – politisk niveau", "Sundhedsklynge Vest, politisk niveau"),
        ("Havnerådet - ekstraordinært møde", "Havnerådet"),
        ("Region Vest - Havnerådet", "Havnerådet"),
    ],
)
def test_a_body_keeps_its_own_half_behind_a_dash(heading: str, name: str) -> None:
    found = read(f"{heading}\nReferat fra møde 18. april 2024{AN_ITEM}").body
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "line",
    [
        "Godkendt på bestyrelsens møde den 24. juni 2031 med rettelser til punkt 2.",
        "UDKAST. Bemærkninger sendes til referenten senest den 2. juni 2031.",
        "Frist for bemærkninger: den 2. juni 2031",
        "Referatet er rundsendt den 28. maj 2031.",
        "Næste møde holdes onsdag den 24. juni 2031.",
        "Opfølgning på sidste møde den 4. april 2031",
    ],
)
def test_the_day_of_the_meeting_goes_before_those_of_approval_deadline_and_other_meetings(
    line: str,
) -> None:
    document = read(
        f"Referat af møde i Havnebestyrelsen\n\n{line}\n\n"
        "Onsdag den 21. maj 2031 kl. 13.00-16.15\n\n1. Kajen\n\nBeslutning\n\nGodkendt.\n"
    )
    assert document.date == date(2031, 5, 21)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Referat: Havneudvalget", "Havneudvalget"),
        ("Referat: Havneudvalget den 3. marts 2031", "Havneudvalget"),
        ("Beslutningsreferat, Havneudvalget, 3. marts 2031", "Havneudvalget"),
        ("Referat, Kaj- og Moleudvalget, 3. marts 2031", "Kaj- og Moleudvalget"),
        ("Udvalget for Kaj og Mole (Referat)", "Udvalget for Kaj og Mole"),
        ("Havneudvalget (godkendt referat)", "Havneudvalget"),
        ("Tangkomitéen", "Tangkomitéen"),
        ("Referat fra Tangkomiteen", "Tangkomiteen"),
    ],
)
def test_the_sort_of_paper_is_no_part_of_the_body(head: str, body: str) -> None:
    document = read(f"{head}\n\nMøde den 3. marts 2031\n\n1. Kajen\n\nBeslutning\n\nGodkendt.\n")
    assert document.kind is DocumentKind.MINUTES
    assert document.body is not None
    assert document.body.name == body
