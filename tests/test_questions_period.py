"""The time a question names, and the words that only say what sort of answer is wanted."""

from datetime import date

import pytest

from bot.asked import Asked
from bot.questions.intents import Intent, ListAspect
from bot.questions.question import understand
from bot.questions.times.period import Period
from bot.questions.wanted import asking_words
from index.danish.glossary import Glossary
from index.danish.periods import find_period
from tests.paper_archive import PaperArchive

TODAY = date(2026, 11, 21)


def period(text: str) -> Period:
    found = find_period(text, TODAY)
    assert found is not None
    span, since, until = found
    return Period(since, until, span.of(text))


@pytest.mark.parametrize("text", ["den 9. juni 2021", "i juni 2021", "in July 2021", "sidste uge"])
def test_a_day_a_week_and_a_month_are_short(text: str) -> None:
    assert period(text).is_short


@pytest.mark.parametrize(
    "text",
    ["i 2021", "i efteråret 2021", "3. kvartal 2021", "siden juni 2021", "før juni 2021"],
)
def test_more_than_a_month_and_what_is_open_at_an_end_is_not_short(text: str) -> None:
    assert not period(text).is_short


def test_only_a_whole_calendar_year_is_a_year() -> None:
    assert period("i 2021").year == 2021
    assert period("i 2021-2022").year is None
    assert period("siden 2021").year is None
    assert Period(date(2021, 1, 1), date(2021, 12, 30), "").year is None


def test_a_period_holds_its_first_and_its_last_day_and_no_day_that_is_unknown() -> None:
    june = period("i juni 2021")
    assert june.holds(date(2021, 6, 1))
    assert june.holds(date(2021, 6, 30))
    assert not june.holds(date(2021, 7, 1))
    assert not june.holds(None)
    assert period("siden juni 2021").holds(date(2026, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Hvor mange både lå der i havnen pr. 3. maj 2020?",
        "Hvor mange både lå der i havnen pr. den 3. maj 2020?",
        "Hvor mange både lå der i havnen per 3. maj 2020?",
        "How many boats were there as of 3 May 2020?",
        "bestand pr. 31.12.2020",
    ],
)
def test_the_day_as_of_which_figures_are_drawn_up_is_no_period(text: str) -> None:
    assert find_period(text, TODAY) is None


def test_another_time_beside_such_a_day_is_still_read() -> None:
    assert period("takst pr. 1. juli 2021, besluttet i marts 2020").holds(date(2020, 3, 4))
    assert period("Hvad kostede det pr. dag i maj 2021?").words == "i maj 2021"


@pytest.mark.parametrize(
    "text",
    [
        "Hvad kom udvalget frem til den 3. maj 2020?",
        "Hvad nåede de frem til 3. maj 2020?",
        "Hvad er rådet kommet frem til den 3. maj 2020?",
    ],
)
def test_what_somebody_arrived_at_on_a_day_was_found_that_day(text: str) -> None:
    assert period(text).since == period(text).until == date(2020, 5, 3)


def test_what_held_until_a_day_is_open_at_its_beginning() -> None:
    until = period("Hvad gjaldt frem til den 3. maj 2020?")
    assert (until.since, until.until) == (None, date(2020, 5, 3))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hvilket år åbnede svømmehallen?", {"hvilket", "aar"}),
        ("Which year did the pool open?", {"which", "year"}),
        ("Hvor stor en andel betaler kommunen?", {"hvor", "stor", "en", "andel"}),
        ("How many boats are there?", {"how", "many"}),
    ],
)
def test_the_words_that_ask_for_a_sort_of_answer_are_known(text: str, words: set[str]) -> None:
    assert asking_words(text) == words


@pytest.mark.parametrize(
    "text", ["Hvad er budgettet?", "Hvem betaler prisen?", "Fortæl om takster", "Which road?"]
)
def test_the_matter_itself_is_not_taken_for_a_word_that_asks(text: str) -> None:
    assert asking_words(text) == frozenset()


@pytest.mark.parametrize("text", ["what did BBU decide in May?", "hvad besluttede BBU i maj?"])
def test_a_month_without_a_year_is_that_of_the_last_meeting_in_it(text: str) -> None:
    read = understand(Asked(text), PaperArchive(), Glossary.load(), date(2026, 11, 22))
    assert read.period is not None
    assert read.period.holds(date(2021, 5, 3))


@pytest.mark.parametrize("text", ["BBU 3. maj 2021", "BBU 2021", "BBU, 4 May 2021", "BBU i juni"])
def test_a_committee_and_a_time_alone_ask_for_the_meeting(text: str) -> None:
    read = understand(Asked(text), PaperArchive(), Glossary.load(), date(2026, 11, 22))
    assert (read.intent, read.list) == (Intent.LIST, ListAspect.DECISIONS)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("brobyggerudvalget gangbro rækværk 2021", 2021),
        ("BBU decide railings 2021?", 2021),
        ("BBU regnskab 2021", None),  # the thing has a year of its own
        ("hvad sagde BBU om Nordisk Brodag 2021", None),  # and so has a name
        ("gangbro rækværk 2021", None),  # nothing says that somebody met then
    ],
)
def test_a_year_that_ends_a_note_of_words_is_its_time(text: str, year: int | None) -> None:
    read = understand(Asked(text), PaperArchive(), Glossary.load(), TODAY).period
    assert (read.year if read else None) == year
