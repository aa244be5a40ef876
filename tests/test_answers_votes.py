"""What the words of a vote tell: that it was carried, what limits it, and who was against."""

import pytest

from bot.answers.telling.votes import in_short, limits, told_as
from bot.wording import phrase
from index.decisions import Outcome


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Vedtaget. For stemte fire, imod stemte to.", "word_vote_carried"),
        ("Godkendt med 5 stemmer mod 2, idet Ib Krog stemte imod.", "word_vote_carried"),
        ("Vedtaget uden ændringer. Kun Maja Dam stemte imod.", "word_vote_carried"),
        (
            "Bestyrelsen godkendte planen, dog så at der kun bygges 12. For stemte fem, imod to.",
            "word_vote_carried_with_change",
        ),
        (
            "Vedtaget med 5 stemmer mod 2 med den ændring, at prisen bliver 40 kr.",
            "word_vote_carried_with_change",
        ),
        ("Carried by six votes to one, subject to a new budget.", "word_vote_carried_with_change"),
        ("Forslaget faldt med 3 stemmer for og 4 imod.", "word_vote"),
        ("Ændringsforslaget blev vedtaget med 4 stemmer mod 3.", "word_vote"),
        ("Der blev stemt om sagen.", "word_vote"),
    ],
)
def test_a_vote_is_told_with_how_it_ended_where_its_words_say_so(words: str, told: str) -> None:
    assert told_as(Outcome.VOTE, words) == told
    assert phrase(told, "da")
    assert phrase(told, "en")


def test_of_what_was_not_voted_on_the_class_is_told() -> None:
    assert told_as(Outcome.APPROVED, "Godkendt, dog kun i maj.") == "word_approved"
    assert told_as(Outcome.NONE, "") == "word_none"


@pytest.mark.parametrize("words", ["Godkendt uden forbehold.", "Tiltrådt, mens to stemte imod."])
def test_what_changes_nothing_is_no_limit(words: str) -> None:
    assert not limits(words)


LONG = (
    "Skolebestyrelsen godkendte det nye skema for alle klasser. Lederen redegjorde for timerne. "
    "For stemte seks: Ane Lund, Bo Vang, Eva Krog, Finn Due, Gry Bech og Hans Toft. "
    "Imod stemte to: Ib Sand og Jes Holm. Mødet drøftede derpå sommerfesten og skovturen. "
    "Skemaet gælder dog kun til jul."
)


def test_whatever_is_cut_from_long_words_who_was_against_and_what_limits_them_is_told() -> None:
    pieces = in_short(LONG, 120)
    assert pieces[0].endswith(" …")
    assert LONG.startswith(pieces[0].removesuffix(" …"))
    assert pieces[1:] == [
        "Imod stemte to: Ib Sand og Jes Holm.",
        "Skemaet gælder dog kun til jul.",
    ]


def test_a_sentence_that_matters_is_not_cut_in_two() -> None:
    until = LONG.index("Ib Sand")
    assert in_short(LONG, until)[:2] == [
        LONG[: LONG.index(" Imod")] + " …",
        "Imod stemte to: Ib Sand og Jes Holm.",
    ]


def test_of_many_such_sentences_those_on_who_was_against_come_first() -> None:
    limited = "Det gælder kun én klasse. " * 6
    pieces = in_short(f"Godkendt. {limited}Imod stemte Ib Sand.", 30)
    assert len(pieces) == 4
    assert pieces[-1] == "Imod stemte Ib Sand."


def test_short_words_are_told_whole() -> None:
    assert in_short("Godkendt.", 20) == ["Godkendt."]
    assert in_short("a" * 50 + " b", 40) == ["a" * 40 + " …"]
