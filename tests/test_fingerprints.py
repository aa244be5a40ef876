"""Words are known again by their fingerprint, where they stand now."""

import pytest

from bot.fingerprints import LONGEST_SOUGHT, Fingerprint
from index.spans import Span

OLD = "Rådet gav 4.000 kr. til koret."
NEW = "Tilføjet: en linje mere.\n\n  Rådet gav\n4.000 kr.  til koret. Derefter sluttede mødet."


def test_words_are_found_where_they_have_moved_to_however_their_lines_are_broken() -> None:
    (place,) = Fingerprint.of(OLD).places(NEW)
    assert place.of(NEW) == "Rådet gav\n4.000 kr.  til koret."


@pytest.mark.parametrize("changed", ["4.001", "40.000", "4.00"])
def test_words_of_which_one_figure_is_another_are_not_found(changed: str) -> None:
    assert Fingerprint.of(OLD).places(NEW.replace("4.000", changed)) == []


def test_words_that_stand_twice_are_found_twice() -> None:
    assert Fingerprint.of("ja tak").places("Ja tak, ja tak. (ja\ntak)") == [
        Span(8, 14),
        Span(17, 23),
    ]


@pytest.mark.parametrize("words", ["koret", "(koret)", "koret.", "«koret» sang"])
def test_words_are_found_behind_and_before_marks(words: str) -> None:
    text = f"Og ({words}) igen"
    assert words in [place.of(text) for place in Fingerprint.of(words).places(text)]


@pytest.mark.parametrize("text", ["", " ", "a", "a b"])
def test_nothing_is_found_of_what_is_longer_or_empty(text: str) -> None:
    assert Fingerprint.of("a b c").places(text) == []
    assert Fingerprint.of("").places(text) == []


def test_an_address_holds_a_length_and_a_digest() -> None:
    length, digest = str(Fingerprint.of(" a\nb ")).split("-")
    assert length == "3"
    assert len(digest) == 10
    assert Fingerprint.of("a b") == Fingerprint(3, digest)


def test_words_longer_than_any_quotation_are_looked_for_nowhere_else() -> None:
    longest = "a" * LONGEST_SOUGHT
    assert len(Fingerprint.of(longest).places(f"x {longest}")) == 1
    assert Fingerprint.of(f"{longest}a").places(f"x {longest}a") == []
