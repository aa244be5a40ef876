"""A sentence of a model's is shown only where its sources bear all that it says."""

import pytest

from bot.models.model import Failure
from bot.replies import Language
from bot.writing.checking.faults import Fault
from bot.writing.patterns import turns
from tests.prose_papers import fault, judged

SOUND: list[tuple[Language, str, str]] = [
    (
        "da",
        "1",
        "Færgerådet godkendte indstillingen, men bevillingen må højst være 650.000 kr. [1].",
    ),
    ("da", "1", "Billetten koster 45 kr. for en voksen og 20 kr. for et barn [1]."),
    ("da", "1", "Administrationen indstillede, at rådet bevilger 800.000 kr. til en ny motor [1]."),
    ("da", "1", "Hvis tilskuddet bortfalder, hæves billetprisen til 60 kr. [1]."),
    ("da", "1", "En ny motor skønnes at koste 2,5 mio. kr. [1]."),
    ("da", "2", "Punktet blev den 4. marts 2021 udsat til mødet den 6. maj 2021 [1]."),
    ("da", "3", "Rådet afviste forslaget om en ny kiosk på kajen [1]."),
    (
        "da",
        "4",
        "18.300 gæster tog færgen i 2020, og orienteringen blev taget til efterretning [1].",
    ),
    ("da", "1", "Rådet satte den betingelse, at “bevillingen højst kan udgøre 650.000 kr” [1]."),
    ("en", "1", "The recommendation was approved, but the grant can at most be 650,000 kr. [1]."),
    ("en", "2", "The item was postponed to the meeting on 6 May 2021 [1]."),
    (
        "en",
        "1",
        "The administration recommended that the council grant DKK 800,000 for a new engine [1].",
    ),
]


@pytest.mark.parametrize(("language", "item", "sentence"), SOUND)
def test_what_the_sources_say_stands(language: Language, item: str, sentence: str) -> None:
    assert fault(sentence, [item], language) is None


TURNED: list[tuple[Fault, str, str]] = [
    (Fault.IDLE, "1", "Billetten koster? [1]."),
    (Fault.IDLE, "1", "Koster billetten 45 kr. for en voksen [1]?"),
    (Fault.IDLE, "1", "412 [1]."),
    (Fault.UNMARKED, "1", "Rådet godkendte indstillingen, dog højst 650.000 kr."),
    (Fault.INVENTED_SOURCE, "1", "Billetten koster 45 kr. for en voksen [2]."),
    (Fault.CUT, "1", "Billetten koster 45 kr. for en voksen [1] og"),
    (Fault.FIGURE, "1", "Billetten koster 54 kr. for en voksen [1]."),
    (Fault.FIGURE, "1", "Færgen sejlede 412 ture i 2021 [1]."),
    (Fault.FIGURE, "1", "Bevillingen kan højst udgøre 650.000 euro [1]."),
    (Fault.FIGURE, "1", "Bevillingen kan højst udgøre 650 kr. [1]."),
    (Fault.FIGURE, "2", "Punktet udsættes til mødet den 6. juni 2021 [1]."),
    (Fault.FIGURE, "1", "Sagen har nummer 21/1204 om takster på færgen [1]."),
    (Fault.NAME, "1", "Værftet i Nordby skønner, at en ny motor koster 2,5 mio. kr. [1]."),
    (Fault.OUTCOME, "1", "Rådet afviste indstillingen om en ny motor [1]."),
    (Fault.OUTCOME, "1", "Rådet godkendte indstillingen [1]."),
    (Fault.OUTCOME, "1", "Rådet bevilgede 800.000 kr. til en ny motor [1]."),
    (Fault.SWAPPED, "2", "Rådet godkendte indstillingen om natsejlads fra 1. maj 2021 [1]."),
    (Fault.OUTCOME, "2", "Der indføres natsejlads fra 1. maj 2021 [1]."),
    (Fault.SWAPPED, "3", "Rådet godkendte, at kiosken udbydes [1]."),
    (Fault.TURNED, "3", "Rådet afviste ikke forslaget om en ny kiosk på kajen [1]."),
    (Fault.TURNED, "3", "Forslaget om en ny kiosk blev ikke forkastet [1]."),
    (Fault.TURNED, "1", "Billetten koster mindst 45 kr. for en voksen [1]."),
    (Fault.ADDRESS, "1", "Du skal betale 45 kr. for en voksen [1]."),
    (Fault.ADDRESS, "1", "Skriv, at billetten koster 45 kr. for en voksen [1]."),
    (Fault.TURNED, "1", "Billetten koster ikke 45 kr. for en voksen [1]."),
    (Fault.TURNED, "1", "Billetprisen hæves til 60 kr. [1]."),
    (Fault.TURNED, "1", "En ny motor koster 2,5 mio. kr. [1]."),
    (Fault.TURNED, "1", "Motoren leveres tidligst i august 2022 [1]."),
    (Fault.UNBORNE, "1", "Færgen drives af kommunen og en fond [1]."),
    (Fault.UNBORNE, "4", "Gæsterne var glade for turen med færgen [1]."),
    (Fault.QUOTE, "1", "Rådet siger, at “bevillingen kan højst udgøre 650.000 kr” [1]."),
    (Fault.LANGUAGE, "1", "The ticket costs 45 kr. for an adult and 20 kr. for a child [1]."),
    (Fault.MARKUP, "1", "Billetten koster 45 kr. for en voksen, se https://færge.example [1]."),
    (Fault.MARKUP, "1", "Billetten koster 45 kr. for en voksen, se faerge.dk [1]."),
    (Fault.MARKUP, "1", "<@U123> Billetten koster 45 kr. for en voksen [1]."),
    (Fault.MARKUP, "1", "Billetten koster **45 kr.** for en voksen [1]."),
    (Fault.MARKUP, "1", "![billet](x) Billetten koster 45 kr. for en voksen [1]."),
]


@pytest.mark.parametrize(("wrong", "item", "sentence"), TURNED)
def test_what_they_do_not_say_falls_and_says_why(wrong: Fault, item: str, sentence: str) -> None:
    assert fault(sentence, [item]) == wrong.value


def test_a_sentence_of_two_sources_needs_something_of_each() -> None:
    both = "Billetten koster 45 kr. for en voksen, og 18.300 gæster tog færgen i 2020 [1][2]."
    assert fault(both, ["1", "4"]) is None
    assert fault("Billetten koster 45 kr. for en voksen [1][2].", ["1", "3"]) == "unborne"


def test_a_fact_cited_to_another_source_falls() -> None:
    sentence = "Billetten koster 45 kr. for en voksen [{}]."
    assert fault(sentence.format(1), ["1", "4"]) is None
    assert fault(sentence.format(2), ["1", "4"]) == "unborne"


def test_what_was_said_is_not_said_again() -> None:
    sentence = "Billetten koster 45 kr. for en voksen [1]. "
    assert [one.fault for one in judged(sentence * 3)] == [None, Fault.IDLE, Fault.IDLE]


def test_what_leans_on_a_sentence_that_fell_falls_with_it() -> None:
    draft = "Færgen kører på strøm [1]. Den sejlede 412 ture i 2020 [1]."
    assert [one.fault for one in judged(draft)] == [Fault.UNBORNE, Fault.LEANING]


def test_what_leans_on_a_sentence_on_another_source_falls() -> None:
    draft = "18.300 gæster tog færgen i 2020 [2]. Det blev udsat [1]."
    assert [one.fault for one in judged(draft, ["2", "4"])] == [None, Fault.LEANING]


def test_every_failure_and_fault_is_a_plain_word() -> None:
    assert all(word.value.replace("_", "").isalpha() for word in (*Failure, *Fault))


@pytest.mark.parametrize(
    ("said", "is_cause"),
    [
        ("The engine was delayed since the yard was closed", True),
        ("The quay has not been used since.", False),
        ("The quay has not been used since, and is let", False),
        ("The quay has been closed since 2019", False),
    ],
)
def test_since_tells_a_cause_only_where_one_follows(said: str, *, is_cause: bool) -> None:
    assert (turns()["cause"].prose["en"].search(said) is not None) is is_cause
