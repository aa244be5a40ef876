"""Tokens, folding and the terms a passage is indexed under."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.words import canonical_number, folded_words, index_terms, tokens, word_terms

DANISH_TEXT = st.text(alphabet="abcdefghijklmnoprstuvyæøåÆØÅäöéüA\u030a \n.,-'’/0123456789()")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LÆGE", "laege"),
        ("Ålborg", "Aalborg"),
        ("ØRE", "oere"),
        ("A\u030alborg", "Ålborg"),
        ("café", "CAFE"),
        ("Höganäs", "høganæs"),
        ("ﬁnans", "finans"),
        ("læge\u00addækning", "lægedækning"),
        ("KiAP’s", "KIAP's"),
    ],
)
def test_spellings_of_one_word_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_token_is_cut_from_the_text_as_written() -> None:
    text = "KEU-midler: 3.543.793,50 kr. (70%)"
    found = tokens(text)
    assert [token.text for token in found] == ["KEU", "midler", "3.543.793,50", "kr", "70"]
    assert all(token.span.of(text) == token.text for token in found)


def test_a_genitive_apostrophe_is_no_part_of_the_word() -> None:
    assert [token.folded for token in tokens("KiAP's PLO’s")] == ["kiap", "plo"]


@given(DANISH_TEXT)
def test_tokens_lie_in_order_and_hold_every_letter_and_digit(text: str) -> None:
    found = tokens(text)
    ends = [0, *(token.span.end for token in found)]
    assert all(token.span.start >= end for token, end in zip(found, ends, strict=False))
    covered = {i for token in found for i in range(token.span.start, token.span.end)}
    assert all(i in covered for i, letter in enumerate(text) if letter.isalnum())


@given(st.text())
def test_terms_hold_no_white_space_and_are_never_empty(text: str) -> None:
    assert all(term and not any(c.isspace() for c in term) for term in index_terms(text))


@given(DANISH_TEXT)
def test_a_text_and_its_upper_case_share_the_terms_of_their_words(text: str) -> None:
    assert [t.folded for t in tokens(text)] == [t.folded for t in tokens(text.upper())]


def test_a_compound_is_indexed_under_itself_and_its_parts() -> None:
    terms = index_terms("supervisionsgrupperne")
    assert terms[0] == stem("supervisionsgrupper")
    assert {stem("supervision"), stem("gruppe")} <= set(terms)


def test_a_compound_of_three_is_also_found_by_two_of_them() -> None:
    terms = index_terms("klyngekoordinatoruddannelse")
    assert stem("klyngekoordinator") in terms
    assert stem("koordinatoruddannelse") in terms


@pytest.mark.parametrize(
    ("word", "part"),
    [("Rykkerordningen", "rykker"), ("Orgelkonsulenten", "orgel"), ("Restgebyret", "gebyr")],
)
def test_a_compound_that_begins_a_sentence_is_known_by_its_article(word: str, part: str) -> None:
    assert stem(part) in index_terms(word)


@pytest.mark.parametrize("name", ["Skovlunden", "Vestergaard", "Elmekrogen", "Nordhaven"])
def test_a_place_or_a_surname_is_not_taken_apart_on_a_guess(name: str) -> None:
    assert index_terms(name) == [stem(fold(name))]


def test_function_words_are_not_indexed() -> None:
    assert index_terms("og at det som ikke er i hvad") == []


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("250.000", "250000"),
        ("250,000", "250000"),
        ("250000", "250000"),
        ("3.543.793,50", "3543793.5"),
        ("3,543,793.50", "3543793.5"),
        ("4,20", "4.2"),
        ("4.2", "4.2"),
        ("2018", "2018"),
        ("0012", "0012"),
        ("1-30-72-120-18", None),
        ("16/34038", None),
        ("1.2.2019", None),
    ],
)
def test_numbers_have_one_form_in_both_languages(written: str, canonical: str | None) -> None:
    assert canonical_number(written) == canonical


def test_a_case_number_is_indexed_whole_and_in_its_longer_groups() -> None:
    assert index_terms("1-30-72-120-18") == ["1-30-72-120-18", "30", "72", "120", "18"]


def test_an_abbreviation_with_a_number_is_found_by_either() -> None:
    assert word_terms("LOK22") == ("lok22", "lok", "22")


def test_folded_words_keep_function_words_and_endings() -> None:
    assert folded_words("Lægerne og de 2") == ["laegerne", "og", "de", "2"]


@pytest.mark.parametrize("word", ["p-pladserne", "P-pladserne", "parkeringspladserne"])
def test_p_before_a_noun_is_short_for_parking(word: str) -> None:
    assert {stem("parkeringsplads"), stem("plads")} <= set(index_terms(word))


def test_such_a_word_is_one() -> None:
    assert [token.text for token in tokens("Nye p-kældre og P-skive")] == [
        "Nye",
        "p-kældre",
        "og",
        "P-skive",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sp-blad", ["sp", "blad"]),
        ("p-4", ["p", "4"]),
        ("p-nr", ["p", "nr"]),
        ("A-huset", ["A", "huset"]),
        ("punkt p - huset", ["punkt", "p", "huset"]),
    ],
)
def test_other_letters_numbers_and_dashes_are_no_such_word(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@given(st.text(alphabet=" \t\n\x0b\x1c\x85\xa0\u2003\u200b\u3000abpP-'’.,:/–\u0301\u00adåØ_²0123"))
def test_words_of_a_text_are_those_of_its_tokens_however_it_is_set(text: str) -> None:
    found = tokens(text)
    assert folded_words(text) == [token.folded for token in found]
    assert index_terms(text) == [term for token in found for term in word_terms(token.text)]
