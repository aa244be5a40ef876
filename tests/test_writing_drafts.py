"""A draft becomes sentences with their markers, whatever pieces it comes in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.writing.drafts import LONGEST, Piece, Sentence, sentences_of

DRAFT = (
    "Prisen er 45 kr. [1]. Punktet blev udsat. [2][3]\n- Se pkt. 4 [4, 5].\n2. Intet mere [1-3]!"
)


def read(*pieces: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(sentence.text, sentence.markers) for sentence in sentences_of(pieces)]


def test_a_marker_belongs_to_the_sentence_that_it_stands_in_or_behind() -> None:
    assert read(DRAFT) == [
        ("Prisen er 45 kr.", (1,)),
        ("Punktet blev udsat.", (2, 3)),
        ("Se pkt. 4.", (4, 5)),
        ("Intet mere!", (1, 2, 3)),
    ]


@given(st.lists(st.integers(1, len(DRAFT) - 1), max_size=12))
def test_the_pieces_in_which_it_comes_make_no_difference(cuts: list[int]) -> None:
    places = [0, *sorted(set(cuts)), len(DRAFT)]
    pieces = [DRAFT[a:b] for a, b in pairwise(places)]
    assert read(*pieces) == read(DRAFT)


def test_a_sentence_comes_as_soon_as_the_next_has_begun() -> None:
    pieces = iter(["Prisen er 45 kr. [1]. ", "Punktet blev ", "udsat [2]. ", "Og "])
    assert next(sentences_of(pieces)).text == "Prisen er 45 kr."
    assert list(pieces) == ["udsat [2]. ", "Og "]


def test_what_is_quoted_is_told_apart_from_what_is_the_models_own() -> None:
    (sentence,) = sentences_of(["Rådet “finder ikke grund” til mere [1]."])
    assert sentence.quotes == ("finder ikke grund",)
    assert sentence.own == "Rådet til mere."


def test_each_marker_closes_the_piece_of_the_sentence_that_rests_on_it() -> None:
    (sentence,) = sentences_of(["Prisen er 45 kr. [1], mens turen varer en time [2][3] i dag."])
    assert sentence == Sentence(
        "Prisen er 45 kr., mens turen varer en time i dag.",
        (Piece("Prisen er 45 kr", (1,)), Piece("., mens turen varer en time i dag.", (2, 3))),
    )


@pytest.mark.parametrize(
    ("draft", "whole"),
    [("Det er sagt [1].", True), ("Det er sagt [1]", False), ("Er “det”?", True)],
)
def test_a_sentence_without_an_end_was_cut_off(draft: str, whole: bool) -> None:
    (sentence,) = sentences_of([draft])
    assert sentence.is_whole is whole


def test_a_draft_without_end_is_read_no_further_than_any_answer_is_long() -> None:
    pieces = iter(["Ord og ord. "] * 10_000)
    read = "".join(sentence.text for sentence in sentences_of(pieces))
    assert len(read) <= LONGEST
    assert sum(1 for _ in pieces) > 9_000


@given(st.text(max_size=400))
def test_nothing_that_a_model_writes_is_an_error(text: str) -> None:
    for sentence in sentences_of([text]):
        assert "\n" not in sentence.text
