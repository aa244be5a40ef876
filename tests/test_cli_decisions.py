"""The commands that list decisions and follow a case."""

import json
from dataclasses import replace

import pytest

from index.decisions import Decision, Outcome
from tests.paper_archive import MINUTES
from tests.paper_door import PaperDoor, Run


def test_decisions_as_json_quote_recommendation_and_decision(shell: Run) -> None:
    _, out, _ = shell("decisions", "--json", "--outcome", "approved_with_change")
    (entry,) = json.loads(out)
    assert [c["quote"] for c in entry["citations"]] == [*entry["recommendation"], entry["decision"]]
    assert [c["number"] for c in entry["citations"]] == [1, 2, 3]
    assert entry["outcome"] == "approved_with_change"


def test_decisions_are_printed_with_the_words_of_both(shell: Run) -> None:
    _, out, _ = shell("decisions", "--outcome", "approved_with_change")
    assert (
        out
        == """\
BBU · 3 May 2021 · item 2 · Ny gangbro over åen · case 21/100
  approved with a change or reservation
  Recommended
    · at gangbroen males grøn
    · at den indvies i juni
  Decided  “Indstillingen blev godkendt, idet broen males blå. Se note [1].”
  bbu/2021-05-03.txt, p. 2
"""
    )


def test_decisions_about_words_are_those_of_the_items_found(shell: Run) -> None:
    _, out, _ = shell("decisions", "--about", "indvies i juni", "--json")
    assert [entry["item"]["number"] for entry in json.loads(out)] == ["2"]


def test_a_closed_item_is_not_said_to_be_without_decision(shell: Run) -> None:
    closed = replace(MINUTES.items[1], closed=True)
    hidden = replace(
        MINUTES,
        items=(MINUTES.items[0], closed),
        decisions=(MINUTES.decisions[0], Decision(1, (), (), Outcome.NONE, None)),
    )
    door = PaperDoor([hidden])
    _, out, _ = shell("decisions", "--json", door=door)
    assert [entry["item"]["number"] for entry in json.loads(out)] == ["1"]
    assert "\n  Closed item\n" in shell("case", "21/100", door=door)[1]


def test_decisions_that_are_none_are_an_empty_array(shell: Run) -> None:
    assert shell("decisions", "--outcome", "vote", "--json")[1] == "[]\n"
    assert shell("decisions", "--outcome", "vote")[1] == "No decisions found.\n"


@pytest.mark.parametrize("named", [["21/100"], ["sag", "21/100"], ["gangbroen males"]])
def test_a_case_is_found_by_number_or_words(shell: Run, named: list[str]) -> None:
    _, out, _ = shell("case", *named, "--json")
    case = json.loads(out)
    assert case["case_number"] == "21/100"
    assert case["title"] == "Ny gangbro over åen"
    assert [len(step["citations"]) for step in case["steps"]] == [3]
    assert [document["source"] for document in case["documents"]] == ["notater/broer.md"]


def test_a_case_is_printed_step_by_step(shell: Run) -> None:
    _, out, _ = shell("case", "21/100")
    assert out.startswith("Case 21/100 · Ny gangbro over åen\n\nBBU · 3 May 2021 · item 2")
    assert out.endswith("Documents of this case\n  Notat om broer · notater/broer.md\n")


def test_an_unknown_case_is_told(shell: Run) -> None:
    assert shell("case", "99/999") == (1, "", "No case '99/999' in the archive.\n")
