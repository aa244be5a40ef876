"""Which papers and items the commands choose."""

from dataclasses import replace

import pytest

from bot.listing.lookup import cited_items, document_named, without_twins
from index.archive import ItemEntry
from index.documents import DocumentKind, MinutesStatus
from index.errors import NotInArchive, UsageError
from tests.paper_archive import MEMO, MINUTES, PaperArchive, item_entry


def paper(id_: str, *, draft: bool = False, words: str = "Godkendt.") -> ItemEntry:
    """Return the second item of the minutes, as another paper has it."""
    status = MinutesStatus.DRAFT if draft else None
    entry = item_entry(MINUTES, 1)
    document = replace(entry.document, id=id_, status=status)
    return replace(entry, document=document, decision_texts=(words,) if words else ())


def ids(entries: list[ItemEntry]) -> list[str]:
    return [entry.document.id for entry in entries]


def test_the_same_minutes_in_two_files_are_listed_once() -> None:
    assert ids(without_twins([paper("pdf"), paper("docx", words="Godkendt. ")])) == ["pdf"]


def test_a_draft_gives_way_to_the_minutes_whichever_comes_first() -> None:
    draft, final = paper("draft", draft=True, words="Udsat."), paper("final")
    assert ids(without_twins([draft, final])) == ["final"]
    assert ids(without_twins([final, draft])) == ["final"]


def test_papers_that_disagree_are_both_listed() -> None:
    assert ids(without_twins([paper("a"), paper("b", words="Afvist.")])) == ["a", "b"]


def test_the_agenda_gives_way_to_minutes_and_to_a_draft() -> None:
    agenda = paper("agenda", words="")
    agenda = replace(agenda, document=replace(agenda.document, kind=DocumentKind.AGENDA))
    draft, final = paper("draft", draft=True), paper("final")
    for papers in ([agenda, draft, final], [final, draft, agenda], [draft, agenda, final]):
        assert ids(without_twins(papers)) == ["final"]
    assert ids(without_twins([agenda, draft])) == ["draft"]
    assert ids(without_twins([agenda])) == ["agenda"]


def test_minutes_without_the_decision_do_not_hide_a_draft_that_has_it() -> None:
    draft, final = paper("draft", draft=True), paper("final", words="")
    assert ids(without_twins([final, draft])) == ["final", "draft"]


def test_an_item_that_was_moved_or_renamed_is_known_by_its_case() -> None:
    old, new = paper("draft", draft=True), paper("final")
    moved = replace(old, item=replace(old.item, number="7"))
    renamed = replace(old, item=replace(old.item, title="Broen"))
    other_case = replace(moved, item=replace(moved.item, case_numbers=("9/9",)))
    assert ids(without_twins([moved, new])) == ["final"]
    assert ids(without_twins([renamed, new])) == ["final"]
    assert ids(without_twins([other_case, new])) == ["draft", "final"]


def test_two_items_of_one_paper_are_never_twins() -> None:
    one = paper("a")
    again = replace(one, item=replace(one.item, index=5, number="6"))
    assert without_twins([one, again]) == [one, again]


def test_other_items_and_undated_papers_are_no_twins() -> None:
    undated = [
        replace(entry, document=replace(entry.document, date=None))
        for entry in (paper("a"), paper("b"))
    ]
    assert ids(without_twins(undated)) == ["a", "b"]
    first, second = item_entry(MINUTES, 0), item_entry(MINUTES, 1)
    assert without_twins([first, second]) == [first, second]


def test_a_name_that_fits_several_documents_is_told_with_them() -> None:
    archive = PaperArchive([replace(MINUTES, id="abcd1"), replace(MEMO, id="abcd2")])
    with pytest.raises(UsageError, match=r"'abcd' could be 2 documents: abcd1 .*, abcd2"):
        document_named(archive, "abcd")
    assert document_named(archive, "abcd2").source == MEMO.source


@pytest.mark.parametrize("name", ["", "a", "roer.md", "/", "bbu"])
def test_part_of_a_name_names_nothing(name: str) -> None:
    with pytest.raises(NotInArchive):
        document_named(PaperArchive(), name)


def test_a_document_is_opened_once_for_all_its_items() -> None:
    class Counting(PaperArchive):
        opened = 0

        def document(self, id: str):  # type: ignore[no-untyped-def]  # noqa: A002
            self.opened += 1
            return super().document(id)

    archive = Counting()
    cited = cited_items(archive, archive.items())
    assert archive.opened == 1
    assert [len(citations) for _, citations, _ in cited] == [1, 3]
