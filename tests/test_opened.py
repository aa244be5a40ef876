"""Which documents stay opened."""

from dataclasses import replace

from index.catalogue.opened import OpenedDocuments
from tests.paper_archive import MEMO


def test_what_was_opened_is_kept_until_others_need_its_room() -> None:
    opened = OpenedDocuments(characters=100)
    papers = [replace(MEMO, id=str(number), text="x" * 10) for number in range(11)]
    for document in papers[:10]:
        opened.keep(document)
    assert opened.get("0") is papers[0]
    opened.keep(papers[10])
    assert opened.get("1") is None
    assert opened.get("0") is papers[0]
    assert opened.get("10") is papers[10]


def test_a_long_document_pushes_no_other_out() -> None:
    opened = OpenedDocuments(characters=100)
    short, long = replace(MEMO, id="s", text="x" * 5), replace(MEMO, id="l", text="x" * 11)
    opened.keep(short)
    opened.keep(long)
    assert opened.get("l") is None
    assert opened.get("s") is short


def test_a_document_is_counted_once() -> None:
    opened = OpenedDocuments(characters=100)
    document = replace(MEMO, id="a", text="x" * 10)
    for _ in range(20):
        opened.keep(document)
    assert opened.get("a") is document
