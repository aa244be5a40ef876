"""The commands that list documents and show one."""

import json

import pytest

from tests.paper_archive import BLUE, MINUTES
from tests.paper_door import Run


def test_documents_are_listed_in_a_table(shell: Run) -> None:
    _, out, _ = shell("documents")
    header, minutes, memo = out.splitlines()
    assert header.split() == ["id", "date", "kind", "body", "title", "path"]
    assert minutes.startswith("aaaa000000000001  2021-05-03  minutes (approved)  BBU")
    assert memo.endswith("notater/broer.md")


def test_documents_can_be_narrowed(shell: Run) -> None:
    assert "notater" not in shell("documents", "--body", "brobyggerudvalget")[1]
    assert "bbu/" not in shell("documents", "--kind", "memo")[1]
    assert shell("documents", "--from", "2022-01-01")[1] == "No documents found.\n"


@pytest.mark.parametrize("name", ["BBU", "bbu", "Brobyggerudvalget", "brobyggerudvalgets"])
def test_a_body_is_named_as_in_a_question(shell: Run, name: str) -> None:
    assert shell("documents", "--body", name)[1].count("\n") == 2


@pytest.mark.parametrize("name", ["Brobyggerudvalget i Nord", "Udvalget", "?", ""])
def test_more_or_less_than_a_name_names_no_body(shell: Run, name: str) -> None:
    code, _, err = shell("decisions", "--body", name)
    assert (code, err) == (1, f"No body {name!r} in the archive. It holds: BBU.\n")


def test_an_unknown_body_is_told_with_those_that_are_there(shell: Run) -> None:
    code, _, err = shell("documents", "--body", "Parkudvalget")
    assert (code, err) == (1, "No body 'Parkudvalget' in the archive. It holds: BBU.\n")


def test_a_period_that_ends_before_it_begins_is_wrong_usage(shell: Run) -> None:
    assert shell("documents", "--from", "2022-01-01", "--to", "2021-01-01")[0] == 2


@pytest.mark.parametrize(
    "name", ["aabb000000000002", "aabb", "AABB", "notater/broer.md", "broer.md"]
)
def test_show_finds_a_document_by_id_beginning_of_id_or_path(shell: Run, name: str) -> None:
    assert "Åen er 14 meter bred ved stien." in shell("show", name)[1]


def test_show_gives_the_offset_of_every_line(shell: Run) -> None:
    _, out, _ = shell("show", "broer.md")
    start = int(next(line for line in out.splitlines() if "Åen" in line).split()[0])
    assert "Notat om broer\n\nÅen"[start:] == "Åen"


def test_show_marks_what_is_cited_within_its_passage(shell: Run) -> None:
    _, out, _ = shell("show", "aaaa", "--start", str(BLUE.start), "--end", str(BLUE.end))
    assert f"> {BLUE.start}  Indstillingen blev godkendt, idet broen males" in out
    assert "Godkendelse af dagsorden" not in out


def test_show_one_item_as_json(shell: Run) -> None:
    _, out, _ = shell("show", "aaaa", "--item", "2", "--json")
    shown = json.loads(out)
    assert shown["text"] == MINUTES.text[shown["start"] : shown["end"]]
    assert [item["number"] for item in shown["items"]] == ["2"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nowhere.pdf"], 1),
        (["aaa"], 1),
        (["aaaa", "--item", "9"], 1),
        (["aaaa", "--start", "5"], 2),
        (["aaaa", "--start", "5", "--end", "5"], 2),
        (["aaaa", "--start", "0", "--end", "99999"], 1),
    ],
)
def test_show_says_what_is_not_there(shell: Run, arguments: list[str], code: int) -> None:
    found, out, err = shell("show", *arguments)
    assert (found, out) == (code, "")
    assert err.count("\n") == 1
