"""What stands beside a title and closes its item, in every place; and what does not."""

import pytest

from index.catalogue.masking import masked
from ingest.reading.extraction import Extraction
from ingest.structure import understand
from ingest.structure.items.badges import (
    has_badge,
    has_badge_as_title,
    is_badge,
    is_weak_badge,
    without_badge,
)
from ingest.structure.items.closures import heads_closed
from ingest.structure.items.markings import closes_as_title, is_closed_line
from ingest.structure.layout.lines import read_lines
from tests.structure_layouts import marked, numbers_and_titles, read

BADGES = (
    "Lukket",
    "Lukket punkt",
    "Lukket sag",
    "Lukket del",
    "Lukket dagsorden",
    "Fortroligt punkt",
    "Ikke-offentligt",
    "Ikke offentlig sag",
    "Ej offentlig",
    "Ej åbent",
    "Ej til offentliggørelse",
    "Må ikke offentliggøres",
    "Offentliggøres ikke",
    "Personsag",
    "Personfølsom sag",
    "Undtaget offentlighed",
    "Omfattet af tavshedspligt",
    "Tavshedsbelagt",
    "Internt punkt",
    "LP",
    "L.P.",
    "Hemmelig sag",
    "For lukkede døre",
    "Behandles for lukkede døre",
    "Behandlet i lukket møde",
    "Punkt behandlet i lukket møde",
    "Punktet behandles lukket",
    "Udgår af den åbne dagsorden",
    "Uden for åben dagsorden",
    "Styrelseslovens § 10",
    "§ 10, stk. 2 i styrelsesloven",
    "Uden tilhørere",
    "Confidential",
    "Closed session",
    "In camera",
    "Non-public",
)
PLACES = (
    "{b}: {t}",
    "{b} - {t}",
    "{b} – {t}",
    "{b} | {t}",
    "({b}) {t}",
    "[{b}] {t}",
    "{t} ({b})",
    "{t} [{b}]",
    "{t} - {b}",
    "{t} – {b}",
    "{t}, {b}",
    "{t} / {b}",
    "{t} *{b}*",
    "{t} (haster; {b})",
)
WEAK = ("L", "Internt", "Tavshedspligt", "Hemmeligt", "§ 10, stk. 2")


@pytest.mark.parametrize("badge", BADGES)
def test_a_badge_closes_in_every_place_and_case(badge: str) -> None:
    lowered = badge if badge.startswith(("L.", "LP")) else badge[0].lower() + badge[1:]
    for place in PLACES:
        for words in {badge, lowered, badge.upper()}:
            assert has_badge(place.format(b=words, t="Køb af æbleplantage")), (place, words)


@pytest.mark.parametrize("badge", BADGES)
def test_a_badge_is_told_from_the_title_that_it_stands_beside(badge: str) -> None:
    for place in PLACES[:-1]:
        title = place.format(b=badge, t="Køb af æbleplantage")
        assert without_badge(title) == "Køb af æbleplantage"
        assert heads_closed(title)


@pytest.mark.parametrize("badge", WEAK)
@pytest.mark.parametrize(
    "place", ["{b}: {t}", "{b} - {t}", "({b}) {t}", "{t} ({b})", "{t} - {b}", "{t} *{b}*"]
)
def test_a_letter_closes_what_surely_is_a_title_and_no_line_of_a_text(
    place: str, badge: str
) -> None:
    title = place.format(b=badge, t="Køb af æbleplantage")
    assert has_badge_as_title(title)
    assert not has_badge(title)


@pytest.mark.parametrize(
    "title",
    [
        "Køb af æbleplantage lukket",
        "Køb af æbleplantage ej offentligt",
        "PERSONSAG Klage over skovfoged",
        "LP Køb af æbleplantage",
        "Åbent/lukket: Lukket – Køb af æbleplantage",
        "Status: Ikke offentlig - Køb af æbleplantage",
        "Køb af æbleplantage - Offentlighed: Lukket",
    ],
)
def test_a_badge_whose_marks_are_lost_closes_a_title(title: str) -> None:
    assert closes_as_title(title)


@pytest.mark.parametrize(
    "title",
    [
        "Lukning af svømmehallen",
        "Lukkede institutioner i amtet",
        "Udvidelse af lukket afdeling",
        "Havnegade - lukket for trafik",
        "Broen (lukket siden 2012)",
        "Åbningstider: Lukket i juli",
        "Lukkedage - dagtilbud",
        "Lukket: Nej – Køb af æbleplantage",
        "Interne retningslinjer for mail",
        "Ekstern/intern revision",
        "Intern revision: beretning",
        "Tavshedspligt i praksis",
        "Regler om journaler, tavshedspligt",
        "LP-anlæg ved havnen",
        "L-tog til Varde",
        "L 125 om sundhed",
        "Rute L: Nye stop",
        "Forslag fra Ole Holm (L)",
        "Initiativ ved Maja Dam (L)",
        "Støtte efter § 10",
        "Dispensation fra § 10, stk. 2",
        "Personsager i kommunen: statistik",
        "Fællesprivate veje",
        "Hemmelige adresser",
        "Offentlighed i forvaltningen",
    ],
)
def test_a_title_about_closed_things_stays_open(title: str) -> None:
    assert not closes_as_title(title)


def test_a_badge_alone_is_one_and_a_letter_only_may_be() -> None:
    assert is_badge("– Ej offentligt.")
    assert is_badge("(LP)")
    assert is_weak_badge("Internt")
    assert not is_badge("Internt")
    line = read_lines(Extraction(text="Tavshedspligt"))[0]
    assert is_closed_line(line)
    assert not is_closed_line(line, named=True)


@pytest.mark.parametrize(
    "badge", ["Behandlet i lukket møde: {}", "{} - behandles for lukkede døre", "L: {}"]
)
@pytest.mark.parametrize("number", ["{}. ", "Punkt {}: ", "Pkt. {} ", "Sag nr. {}: "])
def test_a_badge_closes_its_own_item_and_none_below(number: str, badge: str) -> None:
    titles = ["Regnskab", badge.format("Køb af æbleplantage"), "Ny bro", "Gadelys"]
    paper = "Havneudvalget\nReferat\nMøde den 3. juni 2014\n\nTil stede: Maja Dam\n\n" + "".join(
        f"{number.format(n)}{t}\n\nSagsfremstilling\nTekst nummer {n}q.\n\n"
        f"Beslutning\nGodkendt {n}q.\n\n"
        for n, t in enumerate(titles, start=1)
    )
    document = read(paper)
    assert [number for number, _ in numbers_and_titles(document)] == ["1", "2", "3", "4"]
    shown = masked(document).text
    assert "2q" not in shown
    assert all(f"nummer {n}q" in shown and f"Godkendt {n}q" in shown for n in (1, 3, 4))


def test_headings_of_the_format_over_decisions_are_items_and_end_a_closed_one() -> None:
    titles = ("Regnskab", "L: Køb af æbleplantage", "Ny bro")
    paper = "# Referat\n\n## Havneudvalget\n\nMøde den 3. juni 2014\n\nTil stede: Maja Dam\n\n" + (
        "".join(
            f"## {title}\n\nSagsfremstilling: Tekst {n}q.\n\nBeslutning: Godkendt {n}q.\n\n"
            for n, title in enumerate(titles, start=1)
        )
    )
    document = understand(marked(paper), source="a/b.md", audience="open")
    assert [(item.title, item.closed) for item in document.items] == [
        ("Regnskab", False),
        ("L: Køb af æbleplantage", True),
        ("Ny bro", False),
    ]
    assert [d.outcome.value for d in document.decisions][::2] == ["approved"] * 2
    assert "2q" not in masked(document).text


def test_a_letter_before_a_lone_heading_of_the_format_closes_what_is_below() -> None:
    paper = "# Notat\n\n## Internt: Køb af æbleplantage\n\nHemmelig pris.\n"
    assert "Hemmelig" not in masked(understand(marked(paper), source="a", audience="open")).text
