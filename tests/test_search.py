"""A question into groups of passages."""

from collections.abc import Sequence

import pytest

from index.archive import Filter, Found, Query
from index.danish.glossary import Glossary
from index.documents import SectionKind
from index.errors import ModelMismatch
from index.search.searcher import Searcher
from tests.paper_stores import PaperEmbedder, PaperStores, Sheet, stores

GLOSSARY = Glossary(
    [
        (("bridge",), ("bro",)),
        (("money", "funds"), ("midler", "penge")),
        (("grant",), ("bevilling",)),
        (("general practitioner",), ("praktiserende læge",)),
    ]
)
CASE, DECISION, TEXT = SectionKind.CASE, SectionKind.DECISION, SectionKind.TEXT
SHEETS = (
    Sheet("a", 1, CASE, "Der bygges en bro over åen ved skolen.", "BBU · Ny bro"),
    Sheet("a", 1, DECISION, "Tiltrådt.", "BBU · Ny bro"),
    Sheet("a", 2, CASE, "Supervisionsgrupperne får midler til kurser.", "BBU · Supervision"),
    Sheet("a", 2, DECISION, "Udsat til juni.", "BBU · Supervision"),
    Sheet("b", None, TEXT, "Parken får nye bænke, og skolen får en gynge."),
    Sheet("b", None, TEXT, "En praktiserende læge flytter. Hospitalet bygger om."),
    Sheet("c", 1, CASE, "Kommunen sælger en grund ved havnen.", "BBU · Salg"),
)


def found(
    text: str,
    language: str = "da",
    *,
    filter: Filter | None = None,  # noqa: A002
    sections: Sequence[str] = (),
    sheets: Sequence[Sheet] = SHEETS,
    abbreviations: Sequence[tuple[str, str]] = (),
) -> Found:
    embedder = PaperEmbedder()
    held = stores(sheets, embedder, abbreviations)
    query = Query(text, language, filter or Filter(), tuple(sections))
    return Searcher(held, embedder, GLOSSARY).search(query)


def first_text(result: Found) -> str:
    return result.groups[0].hits[0].passage.text


def test_the_passage_with_the_words_comes_first() -> None:
    assert first_text(found("Hvor bygges broen?")).startswith("Der bygges en bro")


def test_a_compound_is_found_by_a_word_in_it() -> None:
    assert first_text(found("supervision")).startswith("Supervisionsgrupperne")


def test_a_part_is_found_by_a_compound() -> None:
    assert first_text(found("broprojekt")).startswith("Der bygges en bro")


def test_an_english_word_is_found_by_its_translation() -> None:
    result = found("What about the bridge?", "en")
    assert first_text(result).startswith("Der bygges en bro")
    (term,) = result.terms
    assert (term.text, term.translated, term.known) == ("bridge", True, True)
    assert result.groups[0].coverage == pytest.approx(1)


def test_a_translation_of_two_words_must_stand_in_one_passage() -> None:
    apart = (
        Sheet("a", 1, CASE, "Den praktiserende musiker spiller."),
        Sheet("a", 1, CASE, "En læge taler."),
        Sheet("b", 1, CASE, "En praktiserende læge taler."),
    )
    result = found("general practitioner", "en", sheets=apart)
    assert [group.coverage for group in result.groups] == [1, 0]


def test_minutes_that_use_another_word_for_it_are_found() -> None:
    assert first_text(found("Hvem får penge?")).startswith("Supervisionsgrupperne")


def test_danish_letters_may_be_typed_without_a_danish_keyboard() -> None:
    assert first_text(found("laegen flytter")).startswith("En praktiserende læge")


def test_a_typing_error_in_a_part_of_a_compound_is_seen_through() -> None:
    result = found("supervison")
    assert first_text(result).startswith("Supervisionsgrupperne")
    assert result.terms[0].known


def test_a_typing_error_in_a_word_that_stands_alone_is_seen_through() -> None:
    result = found("hospitalte")
    assert first_text(result).startswith("En praktiserende læge")
    assert result.terms[0].known


def test_a_mistyped_english_word_is_translated_all_the_same() -> None:
    assert first_text(found("the brigde", "en")).startswith("Der bygges en bro")


def test_a_short_form_finds_the_long_one_and_back() -> None:
    pairs = [("NKU", "Nordisk Kunstudvalg")]
    sheets = (
        *SHEETS,
        Sheet("d", 1, CASE, "Nordisk kunstudvalg mødes."),
        Sheet("e", 1, CASE, "NKU"),
    )
    short = found("NKU", abbreviations=pairs, sheets=sheets)
    long = found("nordisk kunstudvalg", abbreviations=pairs, sheets=sheets)
    for result in (short, long):
        assert {group.document.id for group in result.groups[:2]} == {"d", "e"}


def test_passages_of_an_item_are_one_group() -> None:
    group = found("bro", sections=["decision"]).groups[0]
    assert group.item is not None
    assert group.item.index == 1
    assert {hit.passage.text for hit in group.hits} >= {"Tiltrådt.", SHEETS[0].text}


def test_a_decision_without_a_word_of_the_question_comes_with_its_item() -> None:
    hits = found("supervision", sections=["decision"]).groups[0].hits
    assert any(hit.passage.text == "Udsat til juni." for hit in hits)


def test_passages_without_an_item_are_grouped_by_section() -> None:
    groups = [group for group in found("skolen læge").groups if group.document.id == "b"]
    assert all(group.item is None and len(group.hits) == 1 for group in groups)
    assert len(groups) == 2


def test_the_coverage_of_an_item_is_that_of_all_its_passages() -> None:
    sheets = (Sheet("a", 1, CASE, "En sti."), Sheet("a", 1, CASE, "En kanal."), *SHEETS[2:])
    group = found("sti kanal", sheets=sheets).groups[0]
    assert group.coverage == pytest.approx(1)
    assert max(hit.coverage for hit in group.hits) < 1


def test_what_the_archive_does_not_hold_weighs_most_and_is_not_covered() -> None:
    result = found("Hvad besluttede udvalget om broen i Paris?")
    terms = {term.text: term for term in result.terms}
    assert not terms["paris"].known
    assert terms["paris"].weight == max(term.weight for term in result.terms)
    assert result.groups[0].coverage < 0.6


def test_words_of_every_meeting_weigh_little_and_question_words_nothing() -> None:
    terms = {term.text: term.weight for term in found("Hvad besluttede udvalget om bro?").terms}
    assert "hvad" not in terms
    assert terms["besluttede"] + terms["udvalget"] < terms["bro"] / 2


def test_the_document_s_title_body_and_date_cover_words_of_the_question() -> None:
    assert found("bro BBU maj 2021").groups[0].coverage == pytest.approx(1)


def test_a_filter_on_documents_leaves_out_the_others() -> None:
    result = found("skolen bro", filter=Filter(documents=frozenset({"b"})))
    assert {group.document.id for group in result.groups} == {"b"}


def test_a_case_number_that_became_a_filter_is_no_longer_missing() -> None:
    wanted = Filter(case_numbers=frozenset({"24-001"}))
    assert [term.text for term in found("bro i 24-001", filter=wanted).terms] == ["bro"]


def test_an_item_s_own_case_number_covers_it() -> None:
    assert found("bro 24-001").groups[0].coverage == pytest.approx(1)


def test_groups_and_hits_come_best_first_and_no_more_than_wanted() -> None:
    embedder = PaperEmbedder()
    searcher = Searcher(stores(SHEETS, embedder), embedder, GLOSSARY)
    result = searcher.search(Query("skolen bro læge midler", limit=3))
    scores = [group.score for group in result.groups]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)
    for group in result.groups:
        assert [h.score for h in group.hits] == sorted((h.score for h in group.hits), reverse=True)


def test_the_same_question_gives_the_same_answer() -> None:
    assert found("skolen bro læge midler") == found("skolen bro læge midler")


def test_one_question_is_embedded_once() -> None:
    embedder = PaperEmbedder()
    Searcher(stores(SHEETS, embedder), embedder, GLOSSARY).search(Query("bro supervison penge"))
    assert embedder.embedded == ["bro supervison penge"]


def test_a_question_to_several_parts_of_the_archive_is_embedded_once() -> None:
    embedder = PaperEmbedder()
    searcher = Searcher(stores(SHEETS, embedder), embedder, GLOSSARY)
    for filter_ in (Filter(), Filter(documents=frozenset({"a"}))):
        searcher.search(Query("broen over åen", filter=filter_))
    assert embedder.embedded == ["broen over åen"]


def test_vectors_find_what_no_word_tells() -> None:
    embedder = PaperEmbedder(topics=[("parken", "garden")])
    result = Searcher(stores(SHEETS, embedder), embedder, GLOSSARY).search(Query("garden", "en"))
    assert first_text(result).startswith("Parken")
    assert result.best_cosine is not None
    assert result.usual_cosine is not None
    assert result.best_cosine > result.usual_cosine
    assert result.groups[0].hits[0].cosine == result.best_cosine


@pytest.mark.parametrize("text", ["", "?!", "og det er", "🙂🙂🙂", "x" * 100_000, "a b " * 30_000])
def test_any_question_is_answered_with_something(text: str) -> None:
    assert isinstance(found(text), Found)


def test_an_archive_without_a_passage_finds_nothing() -> None:
    result = found("bro", sheets=())
    assert (result.groups, result.best_cosine, result.usual_cosine) == ((), None, None)
    assert not result.terms[0].known


def test_vectors_of_another_model_are_refused() -> None:
    embedder = PaperEmbedder()
    held = stores(SHEETS, embedder)
    other = PaperStores(held.holdings, held.words, held.vectors, (), "another model")
    with pytest.raises(ModelMismatch, match="another model"):
        Searcher(other, embedder, GLOSSARY)
