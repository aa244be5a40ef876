"""The command that asks one question."""

import json

import pytest

from bot.asked import LONGEST
from tests.paper_archive import BLUE
from tests.paper_door import Run


def test_ask_prints_the_reply_with_its_sources(shell: Run) -> None:
    code, out, err = shell("ask", "hvad", "blev", "besluttet?", "--on", "2021-06-01")
    assert (code, err) == (0, "")
    assert out == (
        "Spurgt den 2021-06-01 af open. [1]\n\n"
        "Kilder\n  [1] BBU, 3. maj 2021, punkt 2, Beslutning    bbu/2021-05-03.txt, s. 2\n"
    )


def test_ask_prints_the_reply_contract_with_json(shell: Run) -> None:
    _, out, _ = shell("ask", "hvad blev besluttet?", "--json", "--language", "en")
    reply = json.loads(out)
    assert reply["question"] == "hvad blev besluttet?"
    assert reply["language"] == "en"
    assert reply["citations"][0]["start"] == BLUE.start


def test_a_named_audience_is_added_to_everyone(shell: Run) -> None:
    _, out, _ = shell("ask", "hvad?", "--audience", "board", "--audience", "staff")
    assert "af board,open,staff." in out


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("", "The question is empty."),
        (" \n\t ", "The question is empty."),
        ("\u200b\u202e", "The question is empty."),
        ("🙂🙂", "The question holds no word."),
        ("?!", "The question holds no word."),
        ("a\x1b[2Jb", "The question holds a control character (U+001B)."),
        ("a\x00b", "The question holds a control character (U+0000)."),
        ("sats\udcf8", "The question is not valid UTF-8."),
        ("æ" * 100_000, f"The question is 100,000 characters long; at most {LONGEST:,} are read."),
    ],
    ids=["empty", "blank", "unseen", "emoji", "signs", "escape", "nul", "bytes", "long"],
)
def test_what_is_no_question_is_told_in_a_line(shell: Run, question: str, message: str) -> None:
    code, out, err = shell("ask", question)
    assert (code, out, err) == (2, "", f"{message}\n")


def test_marks_without_width_are_left_out_of_a_question(shell: Run) -> None:
    _, out, _ = shell("ask", "hvad\u200b  er\u00ad \u202eKEU?", "--json")
    assert json.loads(out)["question"] == "hvad er KEU?"


def test_a_day_that_is_none_is_wrong_usage(shell: Run) -> None:
    code, _, err = shell("ask", "hvad?", "--on", "6. december")
    assert code == 2
    assert "2018-12-06" in err


def test_a_question_may_lean_on_those_asked_before_it(shell: Run) -> None:
    _, out, _ = shell("ask", "og da?", "--after", "hvad kostede det?", "--after", "og i 2019?")
    assert out.startswith("Læst som: hvad kostede det? og i 2019? og da?\n\nSpurgt den")


def test_as_what_a_question_was_read_stands_in_its_object(shell: Run) -> None:
    _, leaning, _ = shell("ask", "og da?", "--after", "hvad kostede det?", "--json")
    _, alone, _ = shell("ask", "hvad kostede det?", "--json")
    assert json.loads(leaning)["understood_as"] == "hvad kostede det? og da?"
    assert "understood_as" not in json.loads(alone)


def test_what_was_asked_before_is_a_question_as_well(shell: Run) -> None:
    code, out, err = shell("ask", "og da?", "--after", "?!")
    assert (code, out, err) == (2, "", "The question holds no word.\n")
