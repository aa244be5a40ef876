"""Decisions of others, and of earlier meetings, that an item quotes; and whose board it is."""

import pytest

from index.documents import DocumentKind
from tests.structure_layouts import decided, outcomes, parts, read

HEAD = "Referat af møde i Havneudvalget den 4. juni 2025\n\n1. Kran\nSagsnr. 25/1234\n\n"
ASKED = "Indstilling\n\nDet indstilles, at kranen males.\n\n"
TAIL = "\n\n2. Eventuelt\n\nBeslutning\n\nIntet.\n"


@pytest.mark.parametrize(
    ("words", "own", "outcome"),
    [
        (
            "Beslutning\nBeslutning i Havneudvalget 4. marts: Udsat.\nBeslutning i dag: Vedtaget.",
            ["Vedtaget."],
            "approved",
        ),
        (
            "Beslutning\nHavneudvalget 4. marts 2025: Udsat.\nHavneudvalget 4. juni 2025: Afvist.",
            ["Afvist."],
            "rejected",
        ),
        ("Beslutning\nØkonomiudvalget 2. juni 2025: Afvist.\nVedtaget.", ["Vedtaget."], "approved"),
        (
            "Beslutning\nBeslutning fra Økonomiudvalget den 2. juni 2025:\nVedtaget.\n\nUdsat.",
            ["Udsat."],
            "deferred",
        ),
        ("Beslutning\nTidligere beslutning: Udsat.\nVedtaget.", ["Vedtaget."], "approved"),
        (
            "Beslutning\n4. marts: Udsat.\n4. juni: Vedtaget.",
            ["4. marts: Udsat.", "4. juni: Vedtaget."],
            "approved",
        ),
        (
            "Beslutning\nVedtaget.\n\nBeslutning i Byrådet den 2. maj 2025: Afvist.",
            ["Vedtaget."],
            "approved",
        ),
        ("Beslutning i Byrådet den 2. maj 2025\nAfvist.", [], "none"),
    ],
)
def test_only_what_this_meeting_decided_is_its_decision(
    words: str, own: list[str], outcome: str
) -> None:
    document = read(HEAD + ASKED + words + TAIL)
    assert decided(document, "1") == own
    assert outcomes(document)[0] == outcome


@pytest.mark.parametrize(
    "heading", ["Tidligere behandling", "Behandling i andre udvalg", "Sagens historik"]
)
def test_what_stands_below_a_heading_for_what_was_before_is_background(heading: str) -> None:
    quoted = f"{heading}\n\nØkonomiudvalget, 2. juni 2025: Afvist. Ib Krog tog forbehold.\n\n"
    document = read(HEAD + quoted + ASKED + "Beslutning\n\nVedtaget." + TAIL)
    assert ("background", "Økonomiudvalget, 2. juni 2025") in parts(document, "1")
    section = next(s for s in document.sections if s.heading == "Økonomiudvalget, 2. juni 2025")
    assert section.path == (heading,)
    assert outcomes(document)[0] == "approved"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Fonden Egely\nBestyrelsesmøde den 3. maj 2022", "Bestyrelsen for Fonden Egely"),
        ("Bestyrelsen for Fonden Egely\nReferat 3. maj 2022", "Bestyrelsen for Fonden Egely"),
        (
            "Selvejende institution Birkely, bestyrelsen\nReferat 3. maj 2022",
            "Bestyrelsen for Selvejende institution Birkely",
        ),
        (
            "Havneby Museum\nReferat af bestyrelsesmøde 3. maj 2022",
            "Bestyrelsen for Havneby Museum",
        ),
        ("Bestyrelsesmøde i Nordvand A/S den 3. maj 2022", "Bestyrelsen for Nordvand A/S"),
        (
            "FJORDVAND I/S\nFælleskommunalt vandselskab for Odde og Næs\n"
            "BESTYRELSENS PROTOKOL 2022\n=====\nBestyrelsesmøde den 3. maj 2022",
            "Bestyrelsen for Fjordvand I/S",
        ),
        (
            "Fælleskommunalt vandselskab for Odde og Næs\nBestyrelsen\n3. maj 2022",
            "Bestyrelsen for Fælleskommunalt vandselskab for Odde og Næs",
        ),
        (
            "Nordvand A/S\nBestyrelsesmøde den 3. maj 2022 på Odde Museum",
            "Bestyrelsen for Nordvand A/S",
        ),
        ("Egeskolen\nSkolebestyrelsen\nReferat 3. maj 2022", "Skolebestyrelsen for Egeskolen"),
        ("Bestyrelsen\nReferat 3. maj 2022", "Bestyrelsen"),
        ("Kommunalbestyrelsen\nReferat 3. maj 2022", "Kommunalbestyrelsen"),
        ("Referat Kommunalbestyrelsen 03-05-2022", "Kommunalbestyrelsen"),
        ("Udkast til referat Teknisk Udvalg 3. maj 2022", "Teknisk Udvalg"),
        ("Beslutningsprotokol Byrådet 3. maj 2022", "Byrådet"),
        ("Teknisk Udvalg Dagsorden 3. maj 2022", "Teknisk Udvalg"),
        ("Minutes Health Committee 3 May 2022", "Health Committee"),
    ],
)
def test_a_body_is_named_without_its_paper_and_with_what_it_governs(head: str, name: str) -> None:
    document = read(f"{head}\n\n1. Regnskab\n\nBeslutning\n\nVedtaget.\n{TAIL}")
    assert document.body is not None
    assert document.body.name == name


def test_the_ruling_of_another_authority_decides_nothing_in_an_agenda() -> None:
    paper = read(
        "Dagsorden\ntil\nmødet i Fiskeriudvalget\nden 3. maj 2016 kl. 9:00\n\n"
        "Sagnr.: 1-30-72-4-16\n\n1. Dambruget ved åen\n\n"
        "Udvalget indstiller,\n\nat sagen drøftes.\n\n"
        "Sagsfremstilling\n\nDambruget klagede.\n\n\nVand- og Fiskeklagenævnets afgørelse\n"
        "Kommunen skal ændre påbuddet.\n"
    )
    assert paper.kind is DocumentKind.AGENDA
    assert outcomes(paper) == ["none"]
