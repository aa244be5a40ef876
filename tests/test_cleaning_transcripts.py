"""Pages that a viewer printed as one line each, set out again."""

from ingest.cleaning.clean import clean
from ingest.reading.extraction import Extraction
from ingest.structure import understand
from tests.structure_layouts import decided, numbers_and_titles

CAPITALS = """VEJUDVALGET Tirsdag den 4. maj 1999 Kl Rådhuset, mødelokale 2. Møde nr. 5

Størrelse: px
Starte visningen fra side:

Download "VEJUDVALGET Tirsdag den 4. maj 1999 Kl. 9.00 Rådhuset, mødelokale 2. Møde nr. 5"

Transkript

1 BESLUTNINGER LINDBY KOMMUNE VEJUDVALGET Tirsdag den 4. maj 1999 Kl Rådhuset, mødelokale 2 \
Møde nr. 5 Medlemmer: Ida Vad (A) Bo Lund (V) Fraværende: Maja Dam (C) stedfortræder Ib Krog \
(C) Bo Lund (V) ved sag 2 1

2 Indholdsfortegnelse 1. Ny bro over åen 3 2. Udkast til regulativ for fortove 4 Side 2

3 Den 4. maj 1999 VEJUDVALGET SAG NR. 1 NY BRO OVER ÅEN FORVALTNINGENS INDSTILLING 1. at \
broen bygges, og 2. at stien lukkes. RESUME Den gamle bro er fra 1951. VEJUDVALGETS \
BESLUTNING DEN 4. MAJ 1999 Ad 1. Godkendt. Ad 2. Udsat. Side 3

4 Den 4. maj 1999 VEJUDVALGET SAG NR. 2 UDKAST TIL REGULATIV FOR FORTOVE FORVALTNINGENS \
INDSTILLING at regulativet godkendes. VEJUDVALGETS BESLUTNING DEN 4. MAJ 1999 Godkendt. Bo \
Lund deltog ikke i sagens behandling. Side 4
"""

MIXED = """Referat af 3. møde i Havnerådet. Afholdt torsdag den 6. maj Kl

Størrelse: px

Download "Referat af 3. møde i Havnerådet. Afholdt torsdag den 6. maj Kl"

Transkript

1 Referat af 3. møde i Havnerådet Afholdt torsdag den 6. maj 1999 Kl Formanden bød velkommen. \
1: Valg af ordstyrer Ib Krog blev valgt. 2: Nye fendere Rådet besluttede at købe tolv \
fendere. 3: Priser for 2000 Taget til efterretning. 1
"""

AD = """Referat af Fiskerådets Møde nr. 12

Transkript

1 Referat af Fiskerådets Møde nr. 12 Fredag den 7. maj 1999 Ad dagsordenens pkt. 1 \
Godkendelse af referat af møde nr. 11 den 9. april 1999 Formanden bød velkommen. Referatet \
blev godkendt. Ad dagsordenens pkt. 2 Kvoter for sild Rådet vedtog kvoterne enstemmigt. Ad \
dagsordenens pkt. 3 Eventuelt Der var intet til eventuelt.
"""


def _text(words: str) -> str:
    return clean(Extraction(text=words)).text


def test_capitals_and_labels_stand_on_lines_of_their_own_again() -> None:
    lines = _text(CAPITALS).split("\n")
    for line in (
        "SAG NR. 1 NY BRO OVER ÅEN",
        "FORVALTNINGENS INDSTILLING",
        "1. at broen bygges, og",
        "2. at stien lukkes.",
        "RESUME",
        "VEJUDVALGETS BESLUTNING DEN 4. MAJ 1999",
        "Ad 2. Udsat.",
    ):
        assert line in lines


def test_the_frame_and_what_every_page_repeats_are_left_out() -> None:
    text = _text(CAPITALS)
    assert "Størrelse" not in text
    assert "Transkript" not in text
    assert "Side 3" not in text
    assert text.count("Den 4. maj 1999") == 0


def test_the_pages_are_minutes_with_items_and_decisions() -> None:
    paper = understand(clean(Extraction(text=CAPITALS)), source="vej/a.txt", audience="open")
    assert paper.kind.value == "minutes"
    assert paper.status is None
    assert str(paper.date) == "1999-05-04"
    assert paper.body is not None
    assert paper.body.name.startswith("Vejudvalget")
    assert [number for number, _ in numbers_and_titles(paper)] == ["1", "2"]
    assert decided(paper, "1") == ["Ad 1. Godkendt.", "Ad 2. Udsat."]
    away = {(a.name, a.presence.value) for a in paper.attendance if a.item is None}
    assert ("Maja Dam", "absent") in away
    assert ("Ib Krog", "present") in away


def test_items_without_capitals_are_told_by_their_rising_numbers() -> None:
    paper = understand(clean(Extraction(text=MIXED)), source="havn/a.txt", audience="open")
    assert numbers_and_titles(paper)[1:] == [("2", "Nye fendere"), ("3", "Priser for 2000")]
    assert decided(paper, "2") == ["Rådet besluttede at købe tolv fendere."]
    assert decided(paper, "3") == ["Taget til efterretning."]


def test_items_behind_their_number_on_the_agenda() -> None:
    paper = understand(clean(Extraction(text=AD)), source="fisk/a.txt", audience="open")
    assert numbers_and_titles(paper) == [
        ("1", "Godkendelse af referat af møde nr. 11 den 9. april 1999"),
        ("2", "Kvoter for sild"),
        ("3", "Eventuelt"),
    ]


def test_numbered_paragraphs_of_another_text_stay_as_they_are() -> None:
    text = "Vedtægt\n\n1 VEDTÆGTENS FORMÅL Foreningen har til formål at drive en havn.\n"
    assert _text(text) == text.strip()
