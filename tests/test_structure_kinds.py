"""Agendas, drafts and minutes: what a paper of a meeting is, however far it has come."""

import pytest

from index.documents import DocumentKind, MinutesStatus
from ingest.structure.decisions.blanks import is_blank
from tests.structure_layouts import outcomes, read

PAPER = """{name}
Havneudvalget
Møde den 3. maj 2021 kl. 15.00

1. Godkendelse af dagsorden
Indstilling
At dagsordenen godkendes
Beslutning
{first}

2. Ny kaj
Sagsfremstilling
Kajen er slidt.
Indstilling
Administrationen indstiller, at der bevilges 1 mio. kr.
Beslutning
{second}
{below}"""
FILLED = {"first": "Godkendt.", "second": "Udsat."}


def paper(name: str, *, first: str = "", second: str = "", below: str = "") -> str:
    return PAPER.format(name=name, first=first, second=second, below=below)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", ""),
        ("…", "..."),
        ("_____________", "-"),
        ("[Beslutning indsættes]", "(udfyldes på mødet)"),
        ("Klik her for at angive tekst.", "Afventer mødet"),
    ],
)
@pytest.mark.parametrize("name", ["Dagsorden", "Tillægsdagsorden", "Møde nr. 4"])
def test_an_agenda_with_blank_decisions_is_an_agenda(name: str, first: str, second: str) -> None:
    read_paper = read(paper(name, first=first, second=second))
    assert read_paper.kind is DocumentKind.AGENDA
    assert outcomes(read_paper) == ["none", "none"]
    assert not any(decision.words for decision in read_paper.decisions)


@pytest.mark.parametrize(
    "name",
    [
        "Dagsorden",
        "Møde nr. 4",
        "Referat",
        "Beslutningsreferat",
        "Protokol",
        "Udskrift af beslutningsprotokollen",
        "Mødenotat",
        "Dagsorden med beslutninger",
        "Forhandlingsprotokol for Havneudvalget",
    ],
)
def test_filled_in_decisions_make_minutes_whatever_the_heading_says(name: str) -> None:
    read_paper = read(paper(name, **FILLED))
    assert read_paper.kind is DocumentKind.MINUTES
    assert outcomes(read_paper) == ["approved", "deferred"]


def test_what_another_body_decided_before_does_not_make_minutes_of_an_agenda() -> None:
    earlier = "Beslutning i Kajudvalget den 14. april 2021\nAnbefales godkendt.\n"
    words = (
        "Dagsorden\nHavneudvalget\nMøde den 3. maj 2021\n\n"
        f"1. Ny kaj\nIndstilling\nAt kajen bygges\n{earlier}"
        "Beslutning i Havneudvalget den 3. maj 2021\n\n"
        f"2. Mole\nIndstilling\nAt molen rives ned\n{earlier}"
        "Beslutning i Havneudvalget den 3. maj 2021\n{}\n"
    )
    assert read(words.format("")).kind is DocumentKind.AGENDA
    assert read(words.format("Godkendt.")).kind is DocumentKind.MINUTES


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("Udkast til referat", MinutesStatus.DRAFT),
        ("Foreløbigt referat", MinutesStatus.DRAFT),
        ("Kladde til referat", MinutesStatus.DRAFT),
        ("Referat til godkendelse", MinutesStatus.DRAFT),
        ("Ikke-godkendt referat", MinutesStatus.DRAFT),
        ("REFERAT (udkast)", MinutesStatus.DRAFT),
        ("Godkendt referat", MinutesStatus.APPROVED),
        ("Referat, godkendt den 1. juni 2021", MinutesStatus.APPROVED),
        ("Beslutningsreferat", None),
    ],
)
def test_minutes_say_how_far_they_have_come(name: str, status: MinutesStatus | None) -> None:
    read_paper = read(paper(name, **FILLED))
    assert (read_paper.kind, read_paper.status) == (DocumentKind.MINUTES, status)


def test_minutes_may_say_at_their_end_that_they_are_a_draft() -> None:
    read_paper = read(paper("Referat", below="\nReferatet er endnu ikke godkendt\n", **FILLED))
    assert read_paper.status is MinutesStatus.DRAFT
    assert [s.of(read_paper.text) for s in read_paper.decisions[1].words] == ["Udsat."]


@pytest.mark.parametrize(
    "words", ["Udsat", "(Udsat)", "[Godkendt]", "Ingen bemærkninger", "3 mod 2"]
)
def test_short_decisions_are_no_blanks(words: str) -> None:
    assert not is_blank(words)
