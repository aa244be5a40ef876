"""The English–Danish glossary."""

from pathlib import Path

import pytest

from index.danish import glossary as module
from index.danish.glossary import Glossary, translating_files
from index.danish.stopwords import FUNCTION
from index.danish.words import folded_words
from index.errors import SettingsError
from index.search.terms import content_terms

BUILT_IN = [Path(module.__file__).with_name("glossary.tsv"), *translating_files()]
FIELDS = [file for file in BUILT_IN if file.parent.name == "fields"]


@pytest.fixture(scope="module")
def built_in() -> Glossary:
    return Glossary.load()


def into_danish(glossary: Glossary, text: str) -> list[tuple[str, ...]]:
    return [met.forms for met in glossary.into_danish(folded_words(text))]


def test_the_built_in_glossary_holds_thousands_of_english_forms(built_in: Glossary) -> None:
    assert len(built_in) > 18_000


@pytest.mark.parametrize("file", BUILT_IN, ids=lambda file: file.stem)
def test_a_built_in_line_is_two_cells_that_name_no_form_twice(file: Path) -> None:
    lines = [line for line in file.read_text("utf-8").splitlines() if line and line[0] != "#"]
    for line in lines:
        cells = [cell.split("; ") for cell in line.split("\t")]
        assert len(cells) == 2, line
        for forms in cells:
            folded = [tuple(folded_words(form)) for form in forms]
            assert all(folded), line
            assert len(set(folded)) == len(folded), line


def test_no_two_built_in_lines_have_the_same_english_terms() -> None:
    lines = [line for file in BUILT_IN for line in file.read_text("utf-8").splitlines()]
    english = [line.split("\t")[0] for line in lines if line and line[0] != "#"]
    assert len(set(english)) == len(english)


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


@pytest.mark.parametrize("file", FIELDS, ids=lambda file: file.stem)
def test_no_form_of_a_field_is_nothing_but_function_words(file: Path) -> None:
    lines = [line for line in file.read_text("utf-8").splitlines() if line and line[0] != "#"]
    for line in lines:
        english, danish = line.split("\t")
        assert all(content_terms(form) for form in danish.split("; ")), line
        for form in english.split("; "):
            assert not FUNCTION["en"].issuperset(folded_words(form)), line


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("oxygen concentrators", "iltkoncentrator"),
        ("breakwaters", "bølgebryder"),
        ("head lice", "hovedlus"),
        ("urn graves", "urnegravsted"),
        ("orthodontics", "tandregulering"),
        ("salt meadow", "strandengene"),
        ("communal laundry", "fællesvaskeri"),
        ("urns", "urne"),
        ("false alarms", "blind alarm"),
        ("winter storage", "vinteropbevaring"),
        ("jetty", "badebro"),
        ("parochial church council", "menighedsråd"),
    ],
)
def test_terms_of_single_fields_are_translated(
    built_in: Glossary, english: str, danish: str
) -> None:
    assert any(danish in forms for forms in into_danish(built_in, english))


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("street lamps", "gadelampe"),
        ("dignity", "værdighed"),
        ("in the afternoon", "eftermiddag"),
        ("advertised", "annoncere"),
        ("released funds", "frigive"),
        ("arrived late", "ankom"),
        ("main course", "hovedret"),
        ("forgotten", "glemme"),
        ("breakfast", "morgenmad"),
        ("thieves", "tyv"),
        ("twins", "tvilling"),
        ("dozens", "dusin"),
        ("cheaper", "billig"),
        ("teeth", "tand"),
        ("volunteers", "frivillig"),
        ("fifteen", "15"),
        ("snow", "sne"),
        ("neighbours", "nabo"),
    ],
)
def test_everyday_words_are_translated(built_in: Glossary, english: str, danish: str) -> None:
    assert any(danish in forms for forms in into_danish(built_in, english))


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("fifteen", "14"),
        ("coffee", "te"),
        ("beech", "eg"),
        ("black", "hvid"),
        ("fewer", "flere"),
        ("well", "brønd"),
    ],
)
def test_neighbours_of_a_meaning_are_no_translations(
    built_in: Glossary, english: str, danish: str
) -> None:
    assert all(danish not in forms for forms in into_danish(built_in, english))


def test_every_english_term_is_met_as_written(built_in: Glossary) -> None:
    assert all(built_in.into_danish([word]) for word in built_in.english_words)


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


def test_a_changed_vowel_is_met_by_the_stem_of_what_is_asked() -> None:
    glossary = Glossary([(("child",), ("barn",))])
    assert [met.forms for met in glossary.into_english(["boern"])] == [("child",)]


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


def test_everyday_lines_translate_but_give_no_synonyms() -> None:
    glossary = Glossary([], everyday=[(("expensive",), ("dyr", "kostbar"))])
    assert into_danish(glossary, "expensive") == [("dyr", "kostbar")]
    assert [met.forms for met in glossary.into_english(["kostbar"])] == [("expensive",)]
    assert glossary.synonyms(["dyr"]) == ()


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


def test_an_everyday_word_stands_for_what_papers_say() -> None:
    glossary = Glossary.load()
    (met,) = glossary.synonyms(["blodforgiftning"])
    assert "sepsis" in met.forms


def test_a_danish_synonym_goes_one_way_only() -> None:
    glossary = Glossary([], synonyms=[(("kø",), ("venteliste",))])
    assert [met.forms for met in glossary.synonyms(["koe"])] == [("venteliste",)]
    assert glossary.synonyms(["venteliste"]) == ()
    assert glossary.into_danish(["koe"]) == ()
