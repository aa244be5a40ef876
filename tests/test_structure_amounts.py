"""Sums that a decision sets otherwise than the recommendation did; and what follows a decision."""

import pytest

from tests.structure_layouts import decided, outcomes, read

CHANGED = "approved_with_change"


@pytest.mark.parametrize(
    ("words", "recommended"),
    [
        ("Udvalget tiltrådte budgettet med et loft på 60.000 kr.", "at budgettet godkendes"),
        ("Udvalget bevilgede 60.000 kr.", "at der bevilges 95.000 kr. til bøjer"),
        ("Bevilget med op til kr. 60.000.", "at ansøgningen imødekommes"),
        ("Godkendt inden for en ramme på 1,5 mio. kr.", "at molen sættes i stand"),
        ("Udvalget bevilgede 0,4 mio. kr.", "at der bevilges 500.000 kr."),
        ("Udvalget godkendte en udvidelse til 14 pladser.", "at der udvides til 16 nye pladser"),
    ],
)
def test_another_sum_or_a_new_limit_is_a_change(words: str, recommended: str) -> None:
    assert outcome(words, recommended) == "approved_with_change"


@pytest.mark.parametrize(
    ("words", "recommended"),
    [
        ("Udvalget bevilgede 95.000 kr.", "at der bevilges 95.000 kr. til bøjer"),
        ("Udvalget godkendte de 16 pladser.", "at der udvides til 16 nye pladser"),
        ("Udvalget bevilgede 500.000 kr.", "at der bevilges 0,5 mio. kr."),
        ("Bevilget med op til 60.000 kr.", "at der bevilges op til 60.000 kr."),
        ("Udvalget bevilgede 60.000 kr.", "at ansøgningen imødekommes"),
        ("Godkendt.", "at der bevilges 95.000 kr. til bøjer"),
        ("Godkendt. Formanden oplyste, at kajen kostede 20.000 kr.", "at der bevilges 95.000 kr."),
        ("Udvalget godkendte planen for 2026.", "at planen, der koster 10.000 kr., godkendes"),
    ],
)
def test_the_sum_asked_for_is_no_change(words: str, recommended: str) -> None:
    assert outcome(words, recommended) == "approved"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Rådet imødekommer ansøgningen med 30.000 kr. mod ansøgte 70.000 kr.", ""),
        ("Ansøgning om kr. 70.000. Bevilget kr. 30.000.", ""),
        ("Der var søgt om et tilskud på 70.000 kr. Udvalget bevilgede 30.000 kr.", ""),
        ("Bevilget 30.000 kr. i stedet for de ansøgte 70.000 kr.", ""),
        ("Bevilget 30.000 kr.", "Lindby Roklub søger om 70.000 kr. til årer."),
        ("Udvalget imødekom ansøgningen med 30.000 kr.", "Der er ansøgt om 0,07 mio. kr."),
    ],
)
def test_less_than_was_applied_for_is_a_change(words: str, told: str) -> None:
    assert outcome(words, "at ansøgningen behandles", told) == "approved_with_change"
    assert outcome(words, None, told) == "approved_with_change"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Bevilget 70.000 kr.", "Lindby Roklub søger om 70.000 kr. til årer."),
        ("Bevilget 30.000 kr.", "Roklubben har kajakker for 70.000 kr."),
        ("Bevilget de ansøgte 70.000 kr.", ""),
        ("Ansøgning om 70.000 kr. Bevilget 70.000 kr.", ""),
        ("Det ansøgte bevilges; 30.000 kr. tages af puljen.", "Klubben søger om 70.000 kr."),
        ("Bevilget 30.000 kr.", "En undersøgelse på 70.000 kr. er lavet."),
    ],
)
def test_as_much_as_was_applied_for_is_none(words: str, told: str) -> None:
    assert outcome(words, "at ansøgningen behandles", told) == "approved"


def test_what_was_recommended_counts_before_what_was_applied_for() -> None:
    words, told = "Bevilget 30.000 kr. mod ansøgte 70.000 kr.", "Klubben søger om 70.000 kr."
    assert outcome(words, "at der bevilges 30.000 kr.", told) == "approved"


def outcome(words: str, recommended: str | None, told: str = "") -> str:
    asked = f"Indstilling\n\nDet indstilles, {recommended}\n\n" if recommended else ""
    document = read(
        "Referat\nMøde i Havneudvalget den 1. april 2020\n\n1. Bøjer\n\n"
        f"Sagsfremstilling\n\nBøjerne er røde. {told}\n\n{asked}Beslutning\n\n{words}\n"
    )
    return outcomes(document)[0]


@pytest.mark.parametrize(
    "behind",
    [
        "Næste møde: 11. september 2025",
        "Næste møde er den 11. september 2025 kl. 14.00.",
        "Næste møde torsdag den 11. september",
        "Mødet sluttede kl. 16.10.",
    ],
)
@pytest.mark.parametrize("parting", ["\n", "\n\n"])
@pytest.mark.parametrize("decision", ["Godkendt", "Godkendt. Fristen er den 1. maj."])
def test_what_minutes_end_with_is_no_decision(decision: str, parting: str, behind: str) -> None:
    document = read(
        "Referat\nMøde i Havneudvalget den 1. april 2020\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n"
        f"\n2. Kajplads\n\nBeslutning\n\n{decision}{parting}{behind}\n"
    )
    assert decided(document, "2") == [decision]


def table_of(told: str, words: str) -> str:
    text = (
        "Referat fra møde i Havnenævnet den 3. juni 2015\n\n"
        f"1. Molen\n{told}\n\nBeslutning\n{words}\n\n2. Kajen\n\nBeslutning\nGodkendt.\n"
    )
    return outcomes(read(text))[0]


@pytest.mark.parametrize(
    ("told", "words", "outcome"),
    [
        ("Rammen foreslås hævet fra 4 til 6 timer.", "Godkendt med 5 timer.", CHANGED),
        ("Forslag om at købe 6 bøjer.", "Godkendt med 5 bøjer.", CHANGED),
        ("Der foreslås 90.000 kr.", "Godkendt med 60.000 kr.", CHANGED),
        ("Rammen foreslås hævet fra 4 til 6 timer.", "Godkendt med 6 timer.", "approved"),
        ("I dag er der 4 bøjer.", "Godkendt med 5 bøjer.", "approved"),
    ],
)
def test_what_a_plain_item_proposes_is_what_was_asked(told: str, words: str, outcome: str) -> None:
    assert table_of(told, words) == outcome


@pytest.mark.parametrize(
    ("title", "words", "outcome"),
    [
        ("Næste møde", "6. februar 2024", "none"),
        ("Næste møde", "Den 6. februar kl. 10.00-12.00 i lokale 2.", "none"),
        ("Kommende møder", "6. februar, 3. marts og 5/4", "none"),
        ("Næste møde", "Mødet flyttes til den 6. februar.", "unclassified"),
        ("Frist for høring", "6. februar 2024", "unclassified"),
        ("Næste møde", "Godkendt.", "approved"),
    ],
)
def test_the_day_of_a_coming_meeting_is_no_decision(title: str, words: str, outcome: str) -> None:
    text = (
        "Referat fra møde i Havnenævnet den 3. juni 2023\n\n1. Kajen\n\nBeslutning\nGodkendt.\n\n"
        f"2. {title}\n\nBeslutning\n{words}\n"
    )
    assert outcomes(read(text))[1] == outcome
