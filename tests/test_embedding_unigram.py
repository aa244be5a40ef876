"""Text into token ids, with a vocabulary small enough to do by hand."""

from hypothesis import given
from hypothesis import strategies as st

from index.embedding.unigram import UnigramTokenizer
from index.embedding.weights import Vocabulary

START, PAD, END, UNKNOWN = 0, 1, 2, 3
SCORES = {"▁": -2.0, "a": -3.0, "b": -3.0, "ab": -4.0, "▁a": -4.5, "aba": -20.0, "f": -3, "i": -3}
IDS = {piece: number for number, piece in enumerate(SCORES, start=4)}
VOCABULARY = Vocabulary(
    pieces={piece.encode(): number for piece, number in IDS.items()},
    scores=[0.0] * 4 + list(SCORES.values()),
    mapping={ord("\n"): " ", 7: "", ord("ﬁ"): "fi", ord("▁"): " ", 0xFFFD: " "},
    start=START,
    end=END,
    unknown=UNKNOWN,
)


def ids(text: str, limit: int = 100) -> list[int]:
    return UnigramTokenizer(VOCABULARY).ids(text, limit)


def spelled(*pieces: str) -> list[int]:
    return [START, *(IDS[piece] for piece in pieces), END]


def test_the_most_probable_pieces_win_not_the_longest() -> None:
    assert ids("ab") == spelled("▁", "ab")  # −6 against −7.5 for ▁a b
    assert ids("aba") == spelled("▁", "ab", "a")  # −9 against −22 for ▁ aba
    assert ids("a") == spelled("▁a")


def test_every_word_begins_with_a_space_and_white_space_is_folded() -> None:
    assert ids("  ab \n\n ab ") == spelled("▁", "ab", "▁", "ab")
    assert ids("ab▁ab") == spelled("▁", "ab", "▁", "ab")


def test_characters_are_mapped_or_dropped_before_they_are_split() -> None:
    assert ids("ﬁ\x07") == spelled("▁", "f", "i")


def test_a_run_of_unknown_characters_is_one_token() -> None:
    assert ids("aøøøb") == [START, IDS["▁a"], UNKNOWN, IDS["b"], END]
    assert ids("ø ø") == [START, IDS["▁"], UNKNOWN, IDS["▁"], UNKNOWN, END]


def test_a_control_piece_cannot_be_spelled() -> None:
    assert END not in ids("</s>")[1:-1]


def test_half_a_surrogate_pair_is_read_as_a_space() -> None:
    assert ids("ab\ud83dab") == spelled("▁", "ab", "▁", "ab")


def test_nothing_but_space_is_start_and_end() -> None:
    assert ids("") == ids(" \n ") == [START, END]


def test_a_long_text_keeps_its_beginning() -> None:
    assert ids("ab " * 50, limit=6) == spelled("▁", "ab", "▁", "ab")
    assert ids("b" * 1_000_000, limit=5) == spelled("▁", "b", "b")


@given(st.text(), st.integers(2, 40))
def test_any_text_fits_the_limit_and_is_framed(text: str, limit: int) -> None:
    found = ids(text, limit)
    assert 2 <= len(found) <= limit
    assert (found[0], found[-1]) == (START, END)
    assert set(found[1:-1]) <= {UNKNOWN, *IDS.values()}


@given(st.text(alphabet="abø ", max_size=60))
def test_a_word_is_split_the_same_wherever_it_stands(text: str) -> None:
    together = ids(text, 1000)[1:-1]
    apart = [number for word in text.split() for number in ids(word, 1000)[1:-1]]
    assert together == apart
