"""Sentences of another time than the one asked for are told from those of that time."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answers.sentences.timing import Timing, is_of_the_time, names_a_year, timing
from bot.asked import Asked
from bot.questions.question import Question, understand
from index.danish.glossary import Glossary
from tests.paper_archive import MEMO, MINUTES, PaperArchive

WRITTEN = MINUTES.date
"""3 May 2021."""


def question(text: str) -> Question:
    return understand(Asked(text), PaperArchive(), Glossary.load(), date(2023, 8, 1))


IN_2017 = question("Hvor mange ænder talte man i 2017?")
OF_NO_TIME = question("Hvor mange ænder er der?")


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("I 2017 var der 31 ænder.", Timing.SAME),
        ("Den 4. maj 2017 var der 31 ænder.", Timing.SAME),
        ("I 2012 var der 27 ænder, i 2017 var der 31.", Timing.SAME),
        ("I 2012 var der 27 ænder.", Timing.OTHER),
        ("Den 4. maj 2012 var der 27 ænder.", Timing.OTHER),
        ("Der var 27 ænder.", Timing.NONE),
        ("Ænderne trives.", Timing.NONE),
    ],
)
def test_a_sentence_is_of_the_year_asked_about_or_of_another(words: str, stands: Timing) -> None:
    assert timing(IN_2017, words, WRITTEN) is stands


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("I 2012 var der 27 ænder.", Timing.PAST),
        ("I 2021 er der 35 ænder.", Timing.NONE),
        ("I 2025 ventes 40 ænder.", Timing.NONE),
    ],
)
def test_without_a_time_asked_about_what_was_past_when_it_was_written_counts_less(
    words: str, stands: Timing
) -> None:
    assert timing(OF_NO_TIME, words, WRITTEN) is stands


def test_what_no_paper_dates_is_not_past() -> None:
    assert timing(OF_NO_TIME, "I 2012 var der 27 ænder.", None) is Timing.NONE


def test_a_year_inside_a_longer_number_is_no_year() -> None:
    assert timing(IN_2017, "Der var 120120 frø.", WRITTEN) is Timing.NONE


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Hvor mange ænder talte man i 2017?", True),
        ("How many ducks were counted in May 2017?", True),
        ("Hvor mange ænder talte man i maj?", False),
        ("Hvor mange ænder er der?", False),
        ("Hvad blev besluttet på BBU's seneste møde?", False),
    ],
)
def test_a_question_names_its_time_by_a_year_or_does_not(text: str, *, says: bool) -> None:
    assert names_a_year(question(text)) is says


def test_a_sentence_that_names_the_year_is_of_it_whatever_its_paper() -> None:
    assert is_of_the_time(IN_2017, MINUTES, "I 2017 var der 31 ænder.", "")


def test_a_sentence_that_names_another_year_is_not_whatever_stands_around_it() -> None:
    words = "I 2012 var der 27 ænder."
    assert not is_of_the_time(IN_2017, MINUTES, words, "Tælling i 2017. " + words)


def test_a_sentence_without_a_year_takes_that_of_what_stands_around_it() -> None:
    words = "Der var 31 ænder."
    assert is_of_the_time(IN_2017, MINUTES, words, f"Tælling i 2017. {words}")
    assert not is_of_the_time(IN_2017, MINUTES, words, words)


def test_papers_of_the_next_year_still_tell_of_it_and_later_ones_do_not() -> None:
    words = "Der var 31 ænder."
    assert is_of_the_time(question("Hvor mange ænder var der i 2020?"), MINUTES, words, words)
    assert not is_of_the_time(question("Hvor mange ænder var der i 2018?"), MINUTES, words, words)


def test_an_agenda_written_shortly_before_may_tell_of_the_month_and_no_earlier_one() -> None:
    words = "Der tælles 31 ænder."
    june, july = (question(f"Hvor mange ænder i {m} 2021?") for m in ("juni", "juli"))
    assert is_of_the_time(june, MINUTES, words, words)
    assert not is_of_the_time(july, MINUTES, words, words)


def test_a_paper_without_a_date_may_tell_of_any_time_unless_its_sentence_names_one() -> None:
    assert is_of_the_time(IN_2017, MEMO, "Der var 31 ænder.", "Der var 31 ænder.")
    assert not is_of_the_time(IN_2017, MEMO, "I 2012 var der 27 ænder.", "")


def test_every_sentence_will_do_where_no_time_is_asked_about() -> None:
    assert is_of_the_time(OF_NO_TIME, MINUTES, "I 1999 var der 20 ænder.", "")


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("I 2019 var der 31 ænder.", False),
        ("I 2018 var der 31 ænder.", True),
        ("I 2018 og 2019 blev der talt.", True),
        ("Tællingen er gjort om natten.", True),
    ],
)
def test_what_follows_on_another_years_figure_is_of_that_year(before: str, told: bool) -> None:
    words = "Knap halvdelen var ællinger."
    of_2018 = question("Hvor mange ænder var der i 2018?")
    paper = replace(MINUTES, date=date(2019, 12, 1))
    assert is_of_the_time(of_2018, paper, words, f"{before} {words}", before) is told
