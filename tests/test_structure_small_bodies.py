"""Minutes of boards and associations: first names, mixed columns, votes without a heading."""

import re
from datetime import date

import pytest

from index.decisions import Outcome
from index.documents import OPEN, Document, DocumentKind, Presence
from index.spans import Span
from ingest.reading.extraction import Extraction
from ingest.structure import understand
from ingest.structure.outcomes.classifying import classify
from tests.structure_layouts import decided, numbers_and_titles, outcomes, read

CLUB = """ELBY ROKLUB
Klubrådsmøde torsdag den 3. oktober 2019

Deltagere: Ulla, Jens Peter (formand), Maja, Bo og Karen
Fraværende: Ida (på ferie)
Referent: Bo

1) Siden sidst
Der er købt årer for 4.000 kr.

2) Ny bro
Broen er rådden. Formanden satte et forslag om en flydebro til afstemning.
For stemte 3 (Ulla, Maja, Bo), imod stemte 2. Forslaget er hermed vedtaget.
Protokoltilførsel: Karen finder broen for dyr.

3) Leje af klubhuset
Maja har lavet et udkast:
 - medlemmer af klubben: 300 kr. for en dag
 - andre: 500 kr. for en dag
Priserne er derfor ikke vedtaget.

4) Motor
Rådet drøftede tilbuddene. Punktet genoptages på næste møde.
"""


def _came(document: Document, presence: Presence) -> list[str]:
    return [a.name for a in document.attendance if a.presence is presence]


def test_a_head_of_first_names_tells_who_came() -> None:
    document = read(CLUB)
    assert document.kind is DocumentKind.MINUTES
    assert document.date == date(2019, 10, 3)
    assert _came(document, Presence.PRESENT) == ["Ulla", "Jens Peter", "Maja", "Bo", "Karen"]
    assert _came(document, Presence.ABSENT) == ["Ida"]
    assert document.attendance[1].role == "formand"


@pytest.mark.parametrize(
    "listed",
    ["PLO, KL, Regionen", "Direktionen, Formandskabet, Revisionen", "Alle", "Ulla og Bo", "7"],
)
def test_what_may_be_no_names_is_nobody(listed: str) -> None:
    document = read(CLUB.replace("Ulla, Jens Peter (formand), Maja, Bo og Karen", listed))
    assert document.attendance == ()


def test_decisions_in_the_text_of_such_minutes() -> None:
    document = read(CLUB)
    assert outcomes(document) == ["none", "vote", "rejected", "deferred"]
    assert decided(document, "2")[-1] == "Protokoltilførsel: Karen finder broen for dyr."
    assert decided(document, "3") == ["Priserne er derfor ikke vedtaget."]


def test_lists_on_one_line_of_the_head() -> None:
    head = (
        "Formand: Ib Krog. Deltagere: Ib Krog, Maja Dam (kasserer), Bo Friis. Afbud: Eva Toft. "
        "Referent: Bo Friis."
    )
    document = read(
        f"Elby Skoleråd\nReferat af møde den 3. maj 2018\n{head}\n\n1. Budget\nGodkendt.\n"
    )
    assert _came(document, Presence.PRESENT) == ["Ib Krog", "Maja Dam", "Bo Friis"]
    assert _came(document, Presence.APOLOGY) == ["Eva Toft"]


def test_a_column_of_minutes_and_decisions_is_this_meetings_own() -> None:
    rows = (
        "Punkt: 1. Tag · Drøftelse og beslutning: Taget er utæt. Udsat til juni.\n"
        "Punkt: 2. Hegn · Drøftelse og beslutning: Godkendt.\n"
    )
    text = f"Elby Skoleråd\nReferat, mandag den 5. maj 2014\n\n{rows}"
    table = tuple(Span(*m.span()) for m in re.finditer("Punkt:.*", text))
    document = understand(Extraction(text=text, table_rows=table), source="a.txt", audience=OPEN)
    assert numbers_and_titles(document) == [("1", "Tag"), ("2", "Hegn")]
    assert outcomes(document) == ["deferred", "approved"]


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Landskabsarkitekten anbefaler en hæk.", Outcome.UNCLASSIFIED),
        ("Forvaltningen indstiller, at vejen lukkes.", Outcome.UNCLASSIFIED),
        ("Forvaltningen indstiller, at vejen lukkes. Tiltrådt.", Outcome.APPROVED),
        ("Udvalget anbefaler, at vejen lukkes.", Outcome.RECOMMENDED),
        ("Planen sendes i offentlig høring. Rådet træffer beslutning i august.", Outcome.DEFERRED),
        ("Planen sendes i høring.", Outcome.UNCLASSIFIED),
        ("Drøftet. Udvalget vender tilbage til regnskabet i marts.", Outcome.DEFERRED),
        ("Drøftet. Endelig godkendelse på næste møde.", Outcome.DEFERRED),
        ("Ikke behandlet; tages op i foråret.", Outcome.DEFERRED),
        ("Ikke behandlet; forslaget er forkastet.", Outcome.UNCLASSIFIED),
    ],
)
def test_advice_and_what_comes_back(words: str, outcome: Outcome) -> None:
    assert classify(words) is outcome


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Elby, den 9. maj 2019      Mødedato: Onsdag den 2. maj 2019", date(2019, 5, 2)),
        ("Referent: Ib Krog   Dato: 2. maj 2019\nUdsendt: 9. maj 2019", date(2019, 5, 2)),
        ("Dato: 9. maj 2019\nMødetidspunkt: 2. maj 2019 kl. 10", date(2019, 5, 2)),
        ("Sted: Lokale 4  Dato: 2/5-2019  Næste møde: 6/6-2019", date(2019, 5, 2)),
    ],
)
def test_the_day_of_the_meeting_among_others(head: str, day: date) -> None:
    assert read(f"Havnerådet\nReferat\n{head}\n\n1. Is\nBeslutning\nGodkendt.\n").date == day


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Ny mole (21-0456)", ("21-0456",)),
        ("Ny mole (2021/778)", ("2021/778",)),
        ("Strategi (2021-2025)", ()),
        ("Budget (21-22)", ()),
        ("Turen (12-15 personer)", ()),
    ],
)
def test_a_serial_number_in_brackets_is_the_case(title: str, numbers: tuple[str, ...]) -> None:
    document = read(f"Havnerådet\nReferat, 2. maj 2021\n\n1. {title}\nBeslutning\nGodkendt.\n")
    assert document.items[0].case_numbers == numbers


@pytest.mark.parametrize(
    "said", ["Lukket punkt. Drøftet for lukkede døre.", "Fortroligt. Lukket punkt."]
)
def test_sentences_that_only_close_belong_to_the_item_above(said: str) -> None:
    head = "Havnerådet\nReferat, 2. maj 2021\n\n1. Is\nBeslutning\nGodkendt.\n"
    document = read(f"{head}2. Løn\n{said}\n3. Eventuelt\nBo spurgte til rotter.")
    assert [item.closed for item in document.items] == [False, True, False]


ASSEMBLY = """Ejerforeningen Nordlys
Referat af ekstraordinær generalforsamling den 4. juni 2016

Til stede: 31 medlemmer

3. Regnskab
Godkendt.

4. Indkomne forslag
A. Vaskekælder. Bestyrelsen foreslår nye maskiner. Vedtaget.
B. Forslag fra lejlighed 9 om altaner. Forslaget blev forkastet med 20 stemmer mod 11.
C. Hunde. Ikke behandlet, da forslagsstilleren ikke var til stede.

5. Valg
Ida Krog blev genvalgt.
"""


def test_each_proposal_of_an_assembly_is_an_item() -> None:
    document = read(ASSEMBLY)
    assert document.body is not None
    assert "eneralforsamling" in document.body.name
    assert numbers_and_titles(document) == [
        ("3", "Regnskab"),
        ("4", "Indkomne forslag"),
        ("4a", "Vaskekælder"),
        ("4b", "Forslag fra lejlighed 9 om altaner"),
        ("4c", "Hunde"),
        ("5", "Valg"),
    ]
    assert outcomes(document)[2:5] == ["approved", "rejected", "deferred"]


def test_points_below_proposals_are_items() -> None:
    points = (
        "4. Forslag\n\n4.1 Forslag fra Elby om nye trøjer\nForslagsstilleren trak forslaget.\n"
        "4.2 Forslag fra Vig om et stævne\nVedtaget med 12 stemmer mod 3.\n\n"
    )
    head = "Repræsentantskabsmøde i Roforbundet\nReferat, 4. juni 2016\n\n"
    document = read(f"{head}3. Beretning\nGodkendt.\n\n{points}5. Valg\nBo blev valgt.\n")
    assert document.body is not None
    assert document.body.name == "Repræsentantskabet i Roforbundet"
    assert [number for number, _ in numbers_and_titles(document)] == ["3", "4", "4.1", "4.2", "5"]
    assert outcomes(document)[2:4] == ["sent_back", "vote"]


@pytest.mark.parametrize(
    "below", ["A. Hansen spurgte til taget.\nGodkendt.", "B. Jensen og A. Holm spurgte.\nGodkendt."]
)
def test_an_initial_is_no_proposal(below: str) -> None:
    head = "Havnerådet\nReferat, 4. juni 2016\n\n1. Is\nGodkendt.\n\n"
    text = f"{head}2. Forslag\n{below}\n\n3. Eventuelt\nIntet."
    assert [number for number, _ in numbers_and_titles(read(text))] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("A/B Fyrtårnet\nBestyrelsesmøde den 3. maj 2017", "Bestyrelsen for A/B Fyrtårnet"),
        ("G/F Engen af 1934\nBestyrelsesmøde d. 3. maj 2017", "Bestyrelsen for G/F Engen af 1934"),
        ("DANSK KANO FORBUND\nBestyrelsesmøde, 3. maj 2017", "Bestyrelsen for Dansk Kano Forbund"),
    ],
)
def test_boards_of_associations(head: str, name: str) -> None:
    document = read(
        f"{head}\n\nReferat\n\n1. Is\nBeslutning: Godkendt.\n\n2. Løn\nBeslutning: Udsat.\n"
    )
    assert document.body is not None
    assert document.body.name == name


@pytest.mark.parametrize(
    "head",
    [
        "Kornmagasinet Hegn: referat af bestyrelsesmøde",
        "Kornmagasinet Hegn: udkast til referat af bestyrelsesmøde",
        "UDKAST: Kornmagasinet Hegn: referat af bestyrelsesmøde",
        "Kornmagasinet Hegn: foreløbigt referat fra ordinært bestyrelsesmøde",
        "Kornmagasinet Hegn: referat (godkendt) af bestyrelsesmødet",
        "Kornmagasinet Hegn - udkast til referat - bestyrelsesmøde",
        "Kornmagasinet Hegn, ikke godkendt referat af ekstraordinært bestyrelsesmøde",
    ],
)
def test_a_board_keeps_its_name_however_far_its_minutes_have_come(head: str) -> None:
    text = "1. Is\nBeslutning: Godkendt.\n\n2. Løn\nBeslutning: Udsat.\n"
    document = read(f"{head}\nDen 3. maj 2017\n\n{text}", source="korn/referat.docx")
    assert document.body is not None
    assert document.body.name == "Bestyrelsen for Kornmagasinet Hegn"


@pytest.mark.parametrize(
    "head", ["Foreløbigt referat af bestyrelsesmøde", "Konstituerende bestyrelsesmøde"]
)
def test_what_meeting_it_was_is_no_name_of_an_association(head: str) -> None:
    text = "den 3. maj 2017\n\n1. Is\nBeslutning: Godkendt.\n\n2. Løn\nBeslutning: Udsat.\n"
    alone = read(f"{head} {text}", source="korn/referat.docx").body
    assert alone is not None
    assert alone.name == "KORN"
    below = read(f"Magasinforeningen Hegn\n{head} {text}", source="korn/referat.docx").body
    assert below is not None
    assert below.name == "Bestyrelsen for Magasinforeningen Hegn"
