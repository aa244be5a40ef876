"""The English–Danish glossary."""

from pathlib import Path

import pytest

from index.danish.glossary import Glossary
from index.danish.words import folded_words
from index.errors import SettingsError


@pytest.fixture(scope="module")
def built_in() -> Glossary:
    return Glossary.load()


def into_danish(glossary: Glossary, text: str) -> list[tuple[str, ...]]:
    return [met.forms for met in glossary.into_danish(folded_words(text))]


def test_the_built_in_glossary_holds_thousands_of_english_forms(built_in: Glossary) -> None:
    assert len(built_in) > 2000


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("general practitioners", "praktiserende læge"),
        ("terms of reference", "kommissorium"),
        ("apologies for absence", "afbud"),
        ("the deadline", "frist"),
        ("working groups", "arbejdsgruppe"),
        ("health centre", "sundhedscenter"),
        ("health center", "sundhedscenter"),
        ("organisation", "organisation"),
        ("organization", "organisation"),
        ("cycle path", "cykelsti"),
        ("waiting list", "venteliste"),
    ],
)
def test_terms_of_administration_are_translated(
    built_in: Glossary, english: str, danish: str
) -> None:
    assert any(danish in forms for forms in into_danish(built_in, english))


def test_the_longest_term_wins() -> None:
    glossary = Glossary(
        [(("practice",), ("praksis",)), (("general practice",), ("almen praksis",))]
    )
    assert into_danish(glossary, "general practice") == [("almen praksis",)]


def test_the_very_word_wins_over_one_that_only_shares_its_stem() -> None:
    glossary = Glossary([(("capital",), ("hovedstad",)), (("capitation",), ("basishonorar",))])
    assert into_danish(glossary, "capital") == [("hovedstad",)]


def test_inflected_words_are_met() -> None:
    glossary = Glossary([(("nursing home",), ("plejehjem",))])
    assert into_danish(glossary, "nursing homes") == [("plejehjem",)]


def test_forms_of_several_lines_are_taken_together() -> None:
    glossary = Glossary([(("rate",), ("takst",)), (("rate",), ("sats", "takst"))])
    assert into_danish(glossary, "rate") == [("takst", "sats")]


def test_it_reads_the_other_way_too() -> None:
    glossary = Glossary([(("general practitioner", "GP"), ("praktiserende læge",))])
    (met,) = glossary.into_english(folded_words("de praktiserende læger"))
    assert (met.start, met.end, met.forms) == (1, 3, ("general practitioner", "GP"))


def test_danish_words_that_share_a_line_are_synonyms() -> None:
    glossary = Glossary([(("money",), ("penge", "midler")), (("fall", "autumn"), ("efterår",))])
    assert [met.forms for met in glossary.synonyms(["penge"])] == [("penge", "midler")]
    assert [met.forms for met in glossary.synonyms(["efteraar"])] == [("efterår",)]


def test_a_file_of_the_user_adds_to_the_built_in_one(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text("# ours\n\nmoonbase; lunar base\tmånebase\n", encoding="utf-8")
    glossary = Glossary.load(file)
    assert into_danish(glossary, "lunar base and deadline")[0] == ("månebase",)
    assert len(into_danish(glossary, "lunar base and deadline")) == 2


@pytest.mark.parametrize(
    "line", ["only english", "one\ttwo\tthree", "\tdansk", "english\t", "english\t ; "]
)
def test_a_line_that_is_no_pair_is_refused_by_file_and_line(tmp_path: Path, line: str) -> None:
    file = tmp_path / "own.tsv"
    file.write_text(f"a\tb\n{line}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"own\.tsv, line 2:"):
        Glossary.load(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.tsv"):
        Glossary.load(tmp_path / "nowhere.tsv")


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    file = tmp_path / "latin.tsv"
    file.write_bytes("sea\tsø\n".encode("latin-1"))
    with pytest.raises(SettingsError, match=r"latin\.tsv"):
        Glossary.load(file)
