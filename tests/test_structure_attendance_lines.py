"""Lines that go on below: a bracket behind a name, and a sentence of a decision."""

from ingest.structure.attendance.lines import Piece, flowing, joined


def pieces(*lines: str, apart: int | None = None) -> list[Piece]:
    """Return lines as they stand below one another, each a character behind the one above."""
    found, at = [], 0
    for index, line in enumerate(lines):
        found.append(Piece(at, line, index == apart))
        at += len(line) + 1
    return found


def words(found: list[Piece]) -> list[str]:
    return [piece.words for piece in found]


def test_a_bracket_below_a_name_is_of_that_name() -> None:
    found = joined(pieces("Ib Krog, Maja Dam", "(deltog ikke i punkt 3), Lis Toft"))
    assert words(list(found)) == ["Ib Krog, Maja Dam (deltog ikke i punkt 3), Lis Toft"]


def test_a_bracket_broken_over_lines_is_one() -> None:
    found = joined(pieces("Maja Dam (deltog ikke", "i punkt 3), Lis Toft", "Afbud: Bo Friis"))
    assert words(list(found)) == ["Maja Dam (deltog ikke i punkt 3), Lis Toft", "Afbud: Bo Friis"]


def test_names_below_each_other_stay_apart() -> None:
    lines = ["Ib Krog (formand)", "Maja Dam", "(mødet begyndte kl. 9)."]
    assert words(list(joined(pieces(*lines, apart=2)))) == lines


def test_every_character_keeps_its_place() -> None:
    [one] = flowing(pieces("Maja Dam deltog ikke i sagens", "behandling."))
    assert one.words == "Maja Dam deltog ikke i sagens behandling."
    assert one.start == 0


def test_a_sentence_that_ended_does_not_go_on() -> None:
    lines = ["Godkendt.", "maja dam var der"]
    assert words(list(flowing(pieces(*lines)))) == lines
