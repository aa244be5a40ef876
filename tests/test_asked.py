"""What comes in with a question: the language of its reply, its day, the marks of a chat."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from bot.asked import Asked
from bot.assistant import Assistant
from bot.questions.language import language_of
from bot.questions.question import Question, understand
from index.archive import Found, Query, View
from index.danish.glossary import Glossary
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
