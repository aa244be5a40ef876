"""What comes in with a question: the language of its reply, its day, the marks of a chat."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from bot.asked import FIRST_DAY, LAST_DAY, Asked
from bot.assistant import Assistant
from bot.questions.language import language_of
from bot.questions.question import Question, understand
from index.archive import Found, Query, View
from index.danish.glossary import Glossary
from index.errors import UsageError
from tests.paper_archive import PaperArchive

TODAY = date(2023, 8, 1)
DANISH = "Hvad besluttede Brobyggerudvalget om den nye gangbro?"


class Listening(PaperArchive):
    """Remembers what is searched for."""

    def __init__(self) -> None:
        super().__init__()
        self.searched: list[Query] = []

    def search(self, query: Query) -> Found:
        self.searched.append(query)
        return super().search(query)


def read(asked: Asked) -> Question:
    return understand(asked, PaperArchive(), Glossary.load(), TODAY)


def answering(archive: View) -> Assistant:
    @contextmanager
    def views(audiences: frozenset[str]) -> Iterator[View]:
        yield archive

    return Assistant(views, Glossary.load(), lambda: TODAY)


def test_the_language_asked_for_is_that_of_the_reply_and_never_of_the_question() -> None:
    plain, english = read(Asked(DANISH)), read(Asked(DANISH, language="en"))
    assert (plain.read_as, plain.language) == ("da", "da")
    assert english == replace(plain, language="en")
    other = read(Asked("What did the committee decide on the bridge?", language="da"))
    assert (other.read_as, other.language) == ("en", "da")


def test_the_archive_is_searched_in_the_language_of_the_question() -> None:
    archive = Listening()
    reply = answering(archive).reply(Asked(DANISH, language="en"))
    assert reply.language == "en"
    assert {query.language for query in archive.searched} == {"da"}


def test_where_nothing_tells_the_language_of_the_reply_is_taken_for_it() -> None:
    assert language_of("BBU 21/100") == "da"
    assert language_of("BBU 21/100", otherwise="en") == "en"
    assert language_of("Hvad er det?", otherwise="en") == "da"


@pytest.mark.parametrize("day", [date(1, 1, 1), date(999, 12, 31), date.max])
def test_a_day_beyond_any_archive_is_a_usage_error(day: date) -> None:
    with pytest.raises(UsageError, match="between 1000-01-01 and 2999-12-31"):
        Asked("hvad skete i går?", on=day)


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY, date(2024, 2, 29)])
@pytest.mark.parametrize(
    "words",
    [
        "i går",
        "forrige uge",
        "sidste måned",
        "sidste kvartal",
        "sidste år",
        "efter i dag",
        "før i går",
        "i vinter",
        "de sidste 999 år",
        "de sidste 999 måneder",
        "de sidste 999 uger",
        "the past 999 days",
        "siden februar",
    ],
)
def test_every_day_that_may_be_asked_on_has_a_calendar_around_it(day: date, words: str) -> None:
    archive = answering(PaperArchive())
    assert archive.reply(Asked(f"Hvad besluttede BBU {words}?", on=day)).text
