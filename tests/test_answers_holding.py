"""How far a sentence holds the sort of thing that a question asks for."""

from datetime import date

import pytest

from bot.answers.sentences.holding import held
from bot.asked import Asked
from bot.questions.question import understand
from index.archive import Term
from index.danish.glossary import Glossary
from index.danish.stems import stem
from index.danish.words import folded_words
from tests.paper_archive import PaperArchive


def share(text: str, sentence: str) -> float:
    """Return how far a sentence holds what a question wants; its words are looked for as such."""
    question = understand(Asked(text), PaperArchive(), Glossary.load(), date(2023, 8, 1))
    terms = [Term(w, (w, stem(w)), 1.0, True, False) for w in folded_words(text)]
    return held(question, terms, sentence)


def test_a_number_that_counts_what_is_asked_about_answers_best() -> None:
    text = "Hvor mange gæster havde museet?"
    assert share(text, "Museet havde 412 gæster.") == 1.0
    assert 0 < share(text, "Museet havde 12 rum.") < 1.0
    assert share(text, "Museet havde gæster.") == 0.0


@pytest.mark.parametrize(
    "sentence",
    [
        "Museet fik 500.000 kr. af gæster.",
        "Andelen af gæster steg til 40 %.",
        "Museet åbnede for gæster den 4. maj 2019.",
        "Museet havde mange gæster i 2019.",
    ],
)
def test_money_shares_days_and_years_are_no_count(sentence: str) -> None:
    assert share("Hvor mange gæster havde museet?", sentence) == 0.0


def test_a_number_of_the_question_itself_answers_nothing() -> None:
    text = "Hvor mange gæster kom der i gruppe 14?"
    assert share(text, "Gæster i gruppe 14 kom.") == 0.0
    assert share(text, "Gruppe 14 havde 80 gæster.") == 1.0


def test_a_year_asked_about_is_no_date_that_answers() -> None:
    text = "Hvornår i 2019 åbnede museet?"
    assert share(text, "Museet åbnede i 2019.") == 0.0
    assert share(text, "Museet åbnede den 4. maj 2019.") == 1.0


def test_nothing_is_held_of_what_a_question_does_not_ask_for() -> None:
    assert share("Hvad handler museet om?", "Museet har 412 gæster og koster 5 kr.") == 0.0


def test_money_is_held_in_kroner_in_both_languages() -> None:
    assert share("Hvad koster billetten?", "Billetten koster 85 kr.") == 1.0
    assert share("What does the ticket cost?", "Billetten koster 85 kr.") == 1.0
    assert share("Hvad koster billetten?", "Billetten er blå.") == 0.0
