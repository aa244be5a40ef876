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


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("<@U123ABC> hvad besluttede BBU?", "hvad besluttede BBU?"),
        ("hvad sagde <@U123ABC|karen> og <!here> om broen", "hvad sagde og om broen"),
        ("<#C024BE7LR|kvalitet> <!subteam^S01|@sekretariat> broen?", "broen?"),
        ("<at>Referent</at> hvad er BBU?", "hvad er BBU?"),
        ('<at id="0">Referent</at> hvad er BBU?', "hvad er BBU?"),
        ("se <https://a.dk/n?x=1|notatet om broer> fra maj", "se notatet om broer fra maj"),
        ("se <https://a.dk/n> fra maj", "se fra maj"),
        ("se <https://a.dk/n|https://a.dk/n> fra maj", "se fra maj"),
        ("skriv til <mailto:a@b.dk|a@b.dk> om broen", "skriv til om broen"),
        ("er 3 < 5 og 7 > 5?", "er 3 < 5 og 7 > 5?"),
        ("beløb <500 kr. og >300 kr.", "beløb <500 kr. og >300 kr."),
        ("hvad  er \t BBU?", "hvad  er \t BBU?"),
        ("Kære Referent, hvad er BBU?", "hvad er BBU?"),
        ("kære alle sammen! hvad er BBU?", "hvad er BBU?"),
        ("Dear colleagues,\nwhat is BBU?", "what is BBU?"),
        ("Hej Ida, hvad er BBU?", "hvad er BBU?"),
        ("hej Ida Krog: hvad er BBU?", "hvad er BBU?"),
        ("hej BBU, marts?", "hej BBU, marts?"),
        ("kære minder om broen", "kære minder om broen"),
    ],
)
def test_the_marks_of_a_chat_are_not_read(typed: str, words: str) -> None:
    assert Asked(typed).words == words


def test_a_question_with_the_marks_of_a_chat_is_answered_as_without_and_shown_as_typed() -> None:
    typed = f"<@U123ABC> {DANISH} <https://a.dk/n>"
    assert read(Asked(typed)) == read(Asked(DANISH))
    plain, marked = (answering(PaperArchive()).reply(Asked(t)) for t in (DANISH, typed))
    assert marked == replace(plain, question=typed, elapsed_ms=marked.elapsed_ms)


def test_marks_alone_are_no_question() -> None:
    with pytest.raises(UsageError, match="holds no word"):
        Asked("<@U123ABC> <https://a.dk/n>?")


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


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("so whats the decision", "so what's the decision"),
        ("who didnt take part", "who didn't take part"),
        ("its cost", "its cost"),
        ("hvad med Haderts kunst", "hvad med Haderts kunst"),
    ],
)
def test_an_english_apostrophe_that_was_not_typed_is_put_back(typed: str, read: str) -> None:
    assert Asked(typed).words == read
