"""Titles of items behind a word for what is wanted of them: "2. Beslutning: Ny bro"."""

from datetime import date

from tests.structure_layouts import decided, numbers_and_titles, read

PAPER = """Vejudvalget - mødesag

Punkter på dagsordenen

  1. Beslutning: Fartdæmpning på Møllevej
  2. Lukket punkt.
  3. Orientering: Vintertjenesten
  4. Beslutning: Belægning på torvet

1. Beslutning: Fartdæmpning på Møllevej

INDSTILLING

Forvaltningen indstiller:

  1. At der anlægges tre bump.
  2. At skiltene skiftes.

POLITISK BEHANDLING

Vejudvalgets beslutning den 3. maj 2016:

  1. Godkendt
  2. Ikke godkendt

BAGGRUND

Udvalget behandlede sagen første gang den 8. december 2015.

2. Lukket punkt.

3. Orientering: Vintertjenesten

POLITISK BEHANDLING

Taget til efterretning.

4. Beslutning: Belægning på torvet

POLITISK BEHANDLING

Vejudvalgets beslutning den 3. maj 2016:

Godkendt, idet prøvefeltet lægges i april.
"""


def test_a_title_behind_a_sort_is_an_item() -> None:
    assert numbers_and_titles(read(PAPER)) == [
        ("1", "Beslutning: Fartdæmpning på Møllevej"),
        ("2", "Lukket punkt."),
        ("3", "Orientering: Vintertjenesten"),
        ("4", "Beslutning: Belægning på torvet"),
    ]


def test_each_has_its_own_decision() -> None:
    paper = read(PAPER)
    assert decided(paper, "3") == ["Taget til efterretning."]
    assert decided(paper, "4") == ["Godkendt, idet prøvefeltet lægges i april."]


def test_the_day_is_that_over_the_decisions_and_not_one_of_the_background() -> None:
    assert read(PAPER).date == date(2016, 5, 3)


def test_of_two_days_over_every_decision_the_later_is_the_papers_own() -> None:
    earlier = "Teknisk Udvalgs beslutning den 19. april 2016:\n\nAnbefales.\n\n"
    paper = PAPER.replace("BAGGRUND", earlier + "BAGGRUND") + "\n" + earlier
    assert read(paper).date == date(2016, 5, 3)


def test_a_numbered_part_is_no_item() -> None:
    paper = read(
        "Referat af møde i Vejudvalget den 3. maj 2016\n\n"
        "1. Bump på Møllevej\n\n1.1 Baggrund: Der køres stærkt.\n\n1.2 Beslutning: Godkendt.\n\n"
        "2. Belægning\n\n2.1 Baggrund: Fliserne er løse.\n\n2.2 Beslutning: Udsat.\n"
    )
    assert numbers_and_titles(paper) == [("1", "Bump på Møllevej"), ("2", "Belægning")]


def test_who_asks_for_what_right_below_a_numbered_line_makes_it_an_item() -> None:
    paper = read(
        "Referat af mødet i byrådet den 3. maj 2016\n\n"
        "1. Maling af molen\nHavnefogeden foreslår, at molen males.\nBeslutning\nGodkendt.\n\n"
        "2. Nye fendere\nVejudvalget indstiller, at de købes.\nBeslutning\nUdsat.\n"
    )
    assert numbers_and_titles(paper) == [("1", "Maling af molen"), ("2", "Nye fendere")]
