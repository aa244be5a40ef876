"""Danish compounds and what they are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.danish.compounds import parts, without_link
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.words import compound_terms


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("supervisionsgrupper", "supervisions grupper"),
        ("klyngekoordinatoruddannelse", "klynge koordinator uddannelse"),
        ("lægedækningstruede", "læge dæknings truede"),
        ("kvalitetsudviklingsprojekter", "kvalitets udviklings projekter"),
        ("folkeskolelærer", "folke skole lærer"),
        ("skolebus", "skole bus"),
        ("hastighedsgrænse", "hastigheds grænse"),
        ("spildevandsplan", "spildevands plan"),
        ("hjemmesygepleje", "hjemme syge pleje"),
        ("tandlægehonorar", "tand læge honorar"),
        ("børnehavepladser", "børne have pladser"),
        ("medicinindsatser", "medicin indsatser"),
        ("sommerlejren", "sommer lejren"),
        ("lejrskoler", "lejr skoler"),
    ],
)
def test_a_compound_comes_apart_at_its_joints(word: str, expected: str) -> None:
    assert " ".join(parts(fold(word))) == fold(expected)


@pytest.mark.parametrize(
    "word",
    [
        *("hospital", "beslutning", "regional", "praktiserende", "afdelingen", "administrationen"),
        *("orienteringen", "kommissorium", "information", "efterretning", "kiropraktor"),
        *("aktiviteterne", "mulighederne", "medlemmernes", "personalet", "finansieringen"),
        # Definite forms whose end, with the r of the word, could be a word: vej|ret.
        *("vejret", "lejren", "læge", "by", "plan", ""),
    ],
)
def test_a_word_that_is_no_compound_stays_whole(word: str) -> None:
    assert parts(fold(word)) == ()


@pytest.mark.parametrize(
    "name", ["Vestergaard", "Ringsted", "Aabenraa", "Frederikshavn", "Sørensen", "Christiansborg"]
)
def test_a_name_stays_whole(name: str) -> None:
    assert parts(fold(name), name=True) == ()


def test_a_committee_written_with_a_capital_comes_apart_all_the_same() -> None:
    assert parts(fold("Praksisplanudvalget"), name=True) == ("praksis", "plan", "udvalget")


@given(st.text(alphabet="abcdefghijklmnoprstuvy", max_size=30), st.booleans())
def test_the_parts_put_together_are_the_word(word: str, name: bool) -> None:
    found = parts(word, name=name)
    assert not found or "".join(found) == word
    assert all(len(part) >= 3 for part in found)


@given(
    st.sampled_from(["sundheds", "kvalitets", "uddannelses", "kommune", "skole", "læge", "budget"]),
    st.sampled_from(["udvalg", "plan", "aftale", "møde", "strategi", "konsulent", "midler"]),
)
def test_two_listed_words_are_found_in_their_compound(first: str, last: str) -> None:
    terms = compound_terms(fold(first + last))
    assert stem(fold(last)) in terms
    assert stem(without_link(fold(first))) in terms


@pytest.mark.parametrize(
    ("part", "expected"),
    [("kvalitets", "kvalitet"), ("supervisions", "supervision"), ("praksis", "praksis")],
)
def test_the_linking_s_is_taken_off_but_not_the_word_s_own(part: str, expected: str) -> None:
    assert without_link(part) == expected


def test_a_word_longer_than_any_word_is_left_whole() -> None:
    assert parts("skolebus" * 500) == ()
    assert parts("ae" * 4_000) == ()
