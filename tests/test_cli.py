"""The commands, run as the shell runs them, on an archive of two sheets of paper."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cli.door import Answering, Door
from bot.cli.failures import run
from bot.cli.question import LONGEST
from bot.cli.search import is_near
from index.archive import Found, Query, View
from index.decisions import Decision, Outcome
from index.errors import IndexMissing
from tests.paper_archive import BLUE, MINUTES, PaperArchive
from tests.paper_door import PaperDoor, app

Run = Callable[..., tuple[int, str, str]]


class LockedDoor(Door):
    """Has nothing to open."""

    @contextmanager
    def view(self, home: Path | None, audiences: frozenset[str]) -> Iterator[View]:
        raise IndexMissing("Nothing has been ingested yet.")
        yield

    @contextmanager
    def assistant(self, home: Path | None) -> Iterator[Answering]:
        raise IndexMissing("Nothing has been ingested yet.")
        yield


@pytest.fixture
def shell(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Run:
    monkeypatch.setenv("REFERENT_HOME", str(tmp_path))

    def shell(*arguments: str, door: Door | None = None) -> tuple[int, str, str]:
        code = run(app, arguments, door or PaperDoor())
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return shell


# --- ask -------------------------------------------------------------------------------------


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


# --- ask --batch -----------------------------------------------------------------------------

LINES = [
    b'{"question": "et?"}',
    b"",
    b'{"question": "to?", "on": "2020-02-01", "audience": ["board"], "language": "en"}',
    b"not json",
    b'{"question": "fire?", "colour": "red"}',
    b'{"question": "\\u0000"}',
    b"\xff\xfe",
    b'{"question": "explode"}',
    b'{"question": "syv?", "audience": "board"}',
]


def test_a_batch_answers_line_by_line_and_a_bad_line_spoils_no_other(
    shell: Run, tmp_path: Path
) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_bytes(b"\n".join(LINES))
    code, out, _ = shell("ask", "--batch", str(file), "--json")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [a.get("question") or a["line"] for a in answers] == [
        "et?",
        "to?",
        4,
        5,
        6,
        7,
        8,
        "syv?",
    ]
    assert answers[1]["text"] == "Spurgt den 2020-02-01 af board,open. [1]"
    assert answers[-1]["text"] == "Spurgt den None af board,open. [1]"
    assert "colour" in answers[3]["error"]
    assert answers[6]["reference"] in (tmp_path / "log" / "referent.log").read_text()


def test_a_batch_is_read_from_standard_input(shell: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b'{"question": "et?"}\n'))
    monkeypatch.setattr(sys, "stdin", stdin)
    code, out, _ = shell("ask", "--batch", "-")
    assert code == 0
    assert json.loads(out)["question"] == "et?"


def test_a_batch_that_is_not_there_is_wrong_usage(shell: Run) -> None:
    code, out, err = shell("ask", "--batch", "nowhere.jsonl")
    assert (code, out) == (2, "")
    assert err.startswith("Cannot read the questions in nowhere.jsonl:")


def test_a_batch_takes_no_question_beside_it(shell: Run) -> None:
    assert shell("ask", "hvad?", "--batch", "-")[0] == 2


# --- failures --------------------------------------------------------------------------------


def test_a_foreseen_error_is_one_line_and_its_exit_code(shell: Run) -> None:
    assert shell("ask", "hvad?", door=LockedDoor()) == (1, "", "Nothing has been ingested yet.\n")


def test_with_json_an_error_is_json_too(shell: Run) -> None:
    code, out, err = shell("documents", "--json", door=LockedDoor())
    assert code == 1
    assert json.loads(out) == {
        "error": "Nothing has been ingested yet.",
        "reference": None,
        "line": None,
    }
    assert err == "Nothing has been ingested yet.\n"


def test_an_unforeseen_error_shows_a_reference_that_stands_in_the_log(
    shell: Run, tmp_path: Path
) -> None:
    code, out, err = shell("ask", "explode")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    reference = err.split("(reference ")[1].split(")")[0]
    log = (tmp_path / "log" / "referent.log").read_text()
    assert f"reference {reference}" in log
    assert "ZeroDivisionError: kaboom" in log


def test_an_unwritable_log_is_said_and_hides_nothing(shell: Run, tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    code, _, err = shell("ask", "explode")
    assert code == 1
    assert "the log could not be written" in err


def test_the_log_stands_in_the_home_that_the_command_names(shell: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shell("ask", "explode", "--home", str(other))
    assert (other / "log" / "referent.log").is_file()


def test_an_unknown_option_is_wrong_usage(shell: Run) -> None:
    code, out, err = shell("documents", "--colour")
    assert (code, out) == (2, "")
    assert "--colour" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["documents", "--kind", "poem"], "Invalid value for '--kind': 'poem' is not one of 'minu"),
        (["search", "bro", "--limit", "0"], "Invalid value for '--limit': it must be greater than"),
        (["search", "bro", "--limit", "x"], "Invalid value for '--limit': it must be a valid int"),
        (["ask", "hvad?", "--language", "fr"], "Invalid value for '--language': 'fr' is not one"),
        (["show"], "Missing argument 'DOCUMENT'."),
        (["show", "a", "b"], "Not expected: b."),
    ],
)
def test_wrong_usage_is_a_sentence_and_the_page_to_read(
    shell: Run, arguments: list[str], told: str
) -> None:
    code, out, err = shell(*arguments)
    sentence, page = err.splitlines()
    assert (code, out) == (2, "")
    assert sentence.startswith(told)
    assert sentence.endswith(".")
    assert page == f"See: referent {arguments[0]} --help"


def test_the_program_has_one_name_however_it_was_started(shell: Run) -> None:
    assert shell("show", "--help")[1].startswith("Usage: referent show ")
    assert shell("--nope")[2].endswith("See: referent --help\n")


def test_escape_sequences_in_an_argument_do_not_come_back(shell: Run) -> None:
    _, _, err = shell("show", "\x1b]0;evil\x07")
    assert "\x1b" not in err
    assert "\x07" not in err


# --- search, documents, show -----------------------------------------------------------------


def test_search_prints_passages_with_scores(shell: Run) -> None:
    _, out, _ = shell("search", "broen males grøn")
    assert out.startswith("1. BBU, 3 May 2021, item 2, Indstilling\n")
    assert "bbu/2021-05-03.txt, p. 2    words found 100%  score 0.5000  cosine 0.870" in out


def test_search_as_json_cites(shell: Run) -> None:
    _, out, _ = shell("search", "14 meter", "--json")
    hit = json.loads(out)[0]
    assert hit["citation"]["quote"] == "14 meter bred ved stien."
    assert (hit["score"], hit["cosine"], hit["coverage"]) == (0.5, 0.87, 1.0)


def test_a_search_without_result_says_so(shell: Run) -> None:
    assert shell("search", "tunnel") == (0, "Nothing found.\n", "")


@pytest.mark.parametrize(
    ("coverage", "best", "near"),
    [(0.0, 0.80, False), (0.0, 0.85, True), (0.1, 0.80, True), (0.0, None, False)],
)
def test_passages_without_any_of_the_words_count_only_where_they_stand_out(
    coverage: float, best: float | None, near: bool
) -> None:
    group = PaperArchive().search(Query("14 meter")).groups[0]
    found = Found((), (replace(group, coverage=coverage),), best, 0.78)
    assert is_near(found) is near
    assert not is_near(Found((), ()))


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


# --- decisions, case -------------------------------------------------------------------------


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


# --- eval ------------------------------------------------------------------------------------

QUESTION = {
    "id": "q1",
    "lang": "da",
    "kind": "decision",
    "question": "hvad blev besluttet 2021?",
    "source": "2021-05-03",
    "quote": ["broen males blå"],
    "answer": [["blå", "blue"]],
    "on": "2021-06-01",
}


def write_questions(folder: Path, *questions: object) -> str:
    file = folder / "questions.jsonl"
    file.write_text("\n".join(json.dumps(q) for q in questions), encoding="utf-8")
    return str(file)


def test_eval_prints_figures_by_language_and_kind(shell: Run, tmp_path: Path) -> None:
    code, out, _ = shell("eval", write_questions(tmp_path, QUESTION))
    assert code == 0
    groups = [line.split()[0] for line in out.splitlines()[1:4]]
    assert groups == ["all", "da", "decision"]
    assert "100% (1/1)" in out
    assert "Right in every respect: 100.0% of 1 questions." in out


def test_eval_lists_failures_and_can_fail_below_a_share(shell: Run, tmp_path: Path) -> None:
    wrong = QUESTION | {"answer": ["grøn bro"]}
    file = write_questions(tmp_path, wrong)
    code, out, _ = shell("eval", file, "--failures", "--at-least", "0.9")
    assert code == 1
    assert "answer missing: grøn bro" in out
    assert shell("eval", file)[0] == 0


def test_eval_as_json_has_figures_and_every_reply(shell: Run, tmp_path: Path) -> None:
    _, out, _ = shell("eval", write_questions(tmp_path, QUESTION), "--json")
    evaluation = json.loads(out)
    assert evaluation["scores"][0]["passage_at_1"] == {"good": 1, "of": 1}
    assert evaluation["questions"][0]["reply"]["kind"] == "decision"


def test_eval_counts_a_crash_as_a_failure_and_goes_on(shell: Run, tmp_path: Path) -> None:
    file = write_questions(tmp_path, QUESTION | {"question": "explode"}, QUESTION)
    code, out, _ = shell("eval", file, "--failures")
    assert code == 0
    assert "50.0% of 2 questions" in out
    assert "error: Something went wrong (reference " in out


def test_eval_names_the_bad_line_before_anything_runs(shell: Run, tmp_path: Path) -> None:
    file = write_questions(tmp_path, QUESTION, {"id": "q2"})
    code, out, err = shell("eval", file, door=LockedDoor())
    assert (code, out) == (2, "")
    assert f"{file}, line 2:" in err
