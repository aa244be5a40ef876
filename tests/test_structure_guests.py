"""Those who came without being members, listed below those who were absent."""

import html

import pytest

from index.documents import OPEN, Document
from index.settings import Limits
from ingest.reading.formats import Format
from ingest.reading.markdown import read_markdown
from ingest.reading.reader import read_as
from ingest.structure import understand
from tests.structure_layouts import read

LABELS = (
    "Gæst",
    "Gæster",
    "Deltagere",
    "Øvrige",
    "Øvrige deltagere",
    "Observatør",
    "Observatører",
    "Referent",
    "Fra forvaltningen",
    "Sekretær",
    "Guest",
    "In attendance",
)
DAY = "Referat af mødet den 9. april 2024"


def absent(document: Document) -> list[str]:
    return [a.name for a in document.attendance if a.presence.value != "present"]


def names(document: Document) -> set[str]:
    return {a.name for a in document.attendance}


def table_of(*rows: tuple[str, str]) -> Document:
    cells = "".join(f"<tr><td>{html.escape(a)}</td><td>{html.escape(b)}</td></tr>" for a, b in rows)
    page = f"<h1>Mosebølle Bådelaug</h1><p>{DAY}</p><table>{cells}</table><h3>1. Broen</h3>"
    data = f"<html><body>{page}<p>Beslutning: Godkendt.</p></body></html>".encode()
    extraction = read_as(data, Format.HTML, Limits())
    return understand(extraction, source="laug/referat.html", audience=OPEN)


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("away", ["Fraværende", "Afbud"])
def test_a_guest_in_the_row_below_the_absent_was_there(label: str, away: str) -> None:
    rows = (("Til stede", "Anna Lind, Bo Friis"), (away, "Carl Due"), (label, "direktør Dorte Eg"))
    document = table_of(*rows)
    assert absent(document) == ["Carl Due"]
    assert {"Anna Lind", "Bo Friis"} <= names(document)


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("markdown", [True, False])
def test_a_guest_on_the_line_below_the_absent_was_there(
    label: str,
    markdown: bool,
) -> None:
    head = f"Til stede: Anna Lind, Bo Friis\nFraværende: Carl Due\n{label}: direktør Dorte Eg\n\n"
    text = f"Mosebølle Bådelaug\n\n{DAY}\n\n{head}1. Broen\n\nBeslutning: Godkendt.\n"
    if markdown:
        source = text.replace("Mose", "# Mose", 1).replace("1. Broen", "## 1. Broen")
        extraction = read_markdown(source.encode())
        document = understand(extraction, source="laug/referat.md", audience=OPEN)
    else:
        document = read(text)
    assert absent(document) == ["Carl Due"]


def test_who_else_took_part_in_a_row_below_the_absent_was_there() -> None:
    for label in ("Deltog desuden", "Deltog også", "Særligt indbudt"):
        document = table_of(
            ("Til stede", "Ib Krog (formand), Maja Dam"),
            ("Afbud", "Eva Lund"),
            (label, "Rektor Ole Holm, havnedirektør Pia Kvist"),
        )
        assert absent(document) == ["Eva Lund"]
        assert "Ole Holm" in names(document)


def test_the_field_for_remarks_of_a_portal_tells_who_was_absent() -> None:
    minutes = read(
        "Referat\n\nTirsdag d. 9. april 2024, kl. 9.30\n\nUdvalg Havnerådet\n\n"
        "Bemærkninger Afbud fra Eva Lund og Ole Holm\n\n1. Bom\n\nBeslutning\n\nUdsat.\n\n"
        "2. Lys\n\nBeslutning\n\nGodkendt.\n"
    )
    assert absent(minutes) == ["Eva Lund", "Ole Holm"]
