"""What holds for every command: errors, the log, wrong usage, the name of the program."""

import json
from pathlib import Path

import pytest

from tests.paper_door import LockedDoor, Run


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


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["--audience", "a", "ask"], "after the command: referent COMMAND --audience."),
        (["--port", "9", "serve"], "after the command: referent serve --port."),
    ],
)
def test_an_option_before_its_command_is_told_where_it_belongs(
    shell: Run, line: list[str], told: str
) -> None:
    code, out, err = shell(*line)
    assert (code, out) == (2, "")
    assert told in err
    assert "No such option" in shell("--nowhere", "serve")[2]
