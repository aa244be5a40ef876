import importlib.metadata
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest

from bot.evaluation.conversations import Conversation, Expected, read_conversations
from index.settings import Settings
from ingest.reading.docx import read_docx
from ingest.reading.extraction import Extraction, Reason, Unreadable
from ingest.reading.html import read_html
from ingest.reading.markdown import read_markdown
from ingest.reading.pdf.reader import read_pdf
from ingest.reading.plain import read_text

EXAMPLES = Path(__file__).parents[1] / "examples"
ARCHIVE = EXAMPLES / "archive"
READERS: dict[str, Callable[[bytes], Extraction]] = {
    ".docx": read_docx,
    ".html": read_html,
    ".md": read_markdown,
    ".pdf": read_pdf,
    ".txt": read_text,
}
KINDS = {
    *("decision", "rate", "fact", "definition", "people", "list", "case"),
    *("intro", "changes", "abstain"),
}

DRAFT = "kvap/2025-06-11/referat-udkast.docx"
APPROVED = "kvap/2025-06-11/referat-godkendt.docx"
SCAN = "aftaler/AL24-underskriftsside.pdf"


def folded(text: str) -> str:
    return " ".join(text.split())


def text_of(path: Path) -> str:
    return folded(READERS[path.suffix](path.read_bytes()).text)


def files() -> dict[str, Path]:
    return {
        path.relative_to(ARCHIVE).as_posix(): path for path in ARCHIVE.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {source: text_of(path) for source, path in files().items() if source != SCAN}


@pytest.fixture(scope="module")
def questions() -> list[dict[str, Any]]:
    lines = (EXAMPLES / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("fpdf", reason="fpdf2 builds the sample archive: pip install --group dev")
    folder = tmp_path_factory.mktemp("rebuilt")
    subprocess.run([sys.executable, EXAMPLES / "build.py", "--into", folder], check=True)
    return folder


# The files -------------------------------------------------------------------------------------


def test_the_builder_makes_the_committed_texts(rebuilt: Path) -> None:
    made = {p.relative_to(rebuilt).as_posix(): p for p in rebuilt.rglob("*") if p.is_file()}
    assert len(made) == 12
    for source, path in made.items():
        if source == SCAN:
            continue
        assert text_of(path) == text_of(ARCHIVE / source), source


def test_the_builder_makes_the_committed_bytes(rebuilt: Path) -> None:
    declared = re.search(r"BUILT_WITH = (\{.*\})", (EXAMPLES / "build.py").read_text("utf-8"))
    assert declared
    for library, version in json.loads(declared[1]).items():
        if (here := importlib.metadata.version(library)) != version:
            pytest.skip(f"the archive was built with {library} {version}, here is {here}")
    for path in (p for p in rebuilt.rglob("*") if p.is_file()):
        source = path.relative_to(rebuilt)
        assert path.read_bytes() == (ARCHIVE / source).read_bytes(), source


def test_the_archive_is_small_and_in_every_format() -> None:
    found = files()
    assert sum(path.stat().st_size for path in found.values()) < 1_500_000
    assert Counter(path.suffix for path in found.values()) == {
        ".pdf": 4,
        ".docx": 6,
        ".html": 3,
        ".txt": 3,
        ".md": 2,
    }


def test_the_readme_lists_every_file_and_no_other() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([^`]+/[^`]+)` \|", readme, re.M)) == set(files())


def test_danish_letters_come_out_of_the_pdfs(texts: dict[str, str]) -> None:
    assert "Lægehuset Åbrinken" in texts["sns/2025-10-08-protokol.pdf"]
    assert "Kommune: Brokøbing · Gruppe 1-sikrede: 46.150" in texts["aftaler/AL24.pdf"]
    assert "mødelokale Bøgen" in texts["kvap/2023-09-20-referat.pdf"]


def test_one_file_is_a_picture_of_a_page_and_says_so() -> None:
    with pytest.raises(Unreadable) as caught:
        text_of(ARCHIVE / SCAN)
    assert caught.value.reason is Reason.NO_TEXT
    assert len(pypdf.PdfReader(ARCHIVE / SCAN).pages[0].images) == 1


def test_one_table_runs_over_two_pages_and_repeats_its_headings() -> None:
    pages = pypdf.PdfReader(ARCHIVE / "sns/2025-10-08-protokol.pdf").pages
    assert sum("Klinik Kommune Læger" in page.extract_text() for page in pages) == 2


def test_the_memo_is_in_an_old_encoding_and_stands_in_two_folders() -> None:
    memo = (ARCHIVE / "notater/2025-05-20-notat-laeringskredse.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        memo.decode("utf-8")
    assert "hjemmebesøg – maj 2025\r\n" in memo.decode("windows-1252")
    assert (ARCHIVE / "kvap/2025-06-11/bilag-2-notat.txt").read_bytes() == memo


# What the documents say ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("kvap/2023-09-20-referat.pdf", "Punktet udsættes til mødet den 13. marts 2024"),
        ("kvap/2024-03-13-referat.txt", "(genoptaget)"),
        ("kvap/2024-03-13-referat.txt", "at KVAP bevilger 480.000 kr."),
        ("kvap/2024-03-13-referat.txt", "idet bevillingen højst kan udgøre 360.000 kr."),
        ("kvap/2024-03-13-referat.txt", "Der var afbud fra: Karen-Margrethe Lodberg"),
        (APPROVED, "KVAP anbefaler over for SNS"),
        (APPROVED, "Mikkel Drejø, der selv har klinik i Halmsted, deltog ikke i behandlingen"),
        ("sns/2025-10-08-protokol.pdf", "Imod stemte tre:"),
        ("sns/2025-10-08-protokol.pdf", "Mindretallet ønskede ført til protokollen"),
        ("sns/2025-10-08-protokol.pdf", "5. Lukket punkt: Lejemål til satellitklinikken"),
        ("sns/2024-05-15-referat.html", "5. Lukket punkt: Klage over en praksis i Brokøbing"),
        ("notater/2025-05-20-notat-laeringskredse.txt", "Pr. 1. maj 2025 deltager 74"),
        (APPROVED, "78 klinikker deltager i en læringskreds pr. 1. maj 2025"),
        ("aftaler/AL24.pdf", "2,40 kr. i år 1, 2,95 kr. i år 2 og 3,15 kr. i år 3"),
        (DRAFT, "idet udgiften til apparater højst må udgøre 250.000 kr."),
        (APPROVED, "idet udgiften til apparater højst må udgøre 240.000 kr."),
    ],
)
def test_a_promised_passage_stands_in_its_document(
    texts: dict[str, str], source: str, words: str
) -> None:
    assert words in texts[source]


def test_the_same_minutes_stand_in_two_formats(texts: dict[str, str]) -> None:
    as_pdf, as_word = (
        texts[f"kvap/{name}"] for name in ("2023-09-20-referat.pdf", "word/2023-09-20-referat.docx")
    )
    assert re.findall(r"\w+", as_pdf) == re.findall(r"\w+", as_word)


def test_an_abbreviation_is_explained_in_one_document_and_used_in_others(
    texts: dict[str, str],
) -> None:
    explained = {source for source, text in texts.items() if "Nordvang Klinikdata (NKD)" in text}
    used = {source for source, text in texts.items() if re.search(r"\bNKD\b", text)}
    assert explained == {"strategier/kvalitetsstrategi-2024-2027.docx"}
    assert len(used - explained) >= 2


def test_agenda_draft_and_approved_minutes_have_the_same_items(texts: dict[str, str]) -> None:
    agenda = (ARCHIVE / "kvap/2025-06-11/dagsorden.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", agenda, re.M)
    assert len(headings) == 7
    assert all(heading in texts[DRAFT] and heading in texts[APPROVED] for heading in headings)


# The questions ---------------------------------------------------------------------------------


def test_every_question_has_all_its_keys_and_an_id_of_its_own(
    questions: list[dict[str, Any]],
) -> None:
    keys = {"id", "lang", "kind", "question", "source", "quote", "answer", "absent"}
    assert all(set(question) - {"reply"} == keys for question in questions)
    assert len({question["id"] for question in questions}) == len(questions)
    assert len({question["question"].casefold() for question in questions}) == len(questions)


def test_there_are_questions_of_every_kind_and_as_many_in_each_language(
    questions: list[dict[str, Any]],
) -> None:
    assert len(questions) >= 70
    assert {question["kind"] for question in questions} == KINDS
    languages = Counter(question["lang"] for question in questions)
    assert languages["da"] == languages["en"] == len(questions) / 2


def test_every_quote_stands_in_a_document_that_is_open(
    questions: list[dict[str, Any]], texts: dict[str, str]
) -> None:
    opened = {source: text for source, text in texts.items() if not source.startswith("fortroligt")}
    for question in questions:
        looked_at = [question["source"]] if question["source"] else list(opened)
        for quote in question["quote"]:
            assert any(folded(quote) in opened[source] for source in looked_at), question["id"]


def test_an_answer_can_be_had_exactly_where_one_is_asked_for(
    questions: list[dict[str, Any]],
) -> None:
    for question in questions:
        answerable = question["kind"] != "abstain"
        assert bool(question["quote"]) == bool(question["answer"]) == answerable, question["id"]
        assert not ("reply" in question and answerable), question["id"]


def test_what_must_stay_closed_is_really_in_the_archive(
    questions: list[dict[str, Any]], texts: dict[str, str]
) -> None:
    everything = " ".join(texts.values())
    secrets = [q for q in questions if q["kind"] == "abstain" and q["absent"]]
    assert len(secrets) >= 5
    assert all(any(word in everything for word in q["absent"]) for q in secrets)


# The tour --------------------------------------------------------------------------------------


def test_the_settings_close_the_confidential_folder(tmp_path: Path) -> None:
    text = (EXAMPLES / "settings.toml").read_text(encoding="utf-8")
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    settings = Settings.load(home=tmp_path)
    assert settings.audience_of("fortroligt/2025-11-19-referat.docx") == "sekretariat"
    assert settings.audience_of(APPROVED) == "open"


def tour(folder: Path, *, ingest: int = 0, ask: int = 0) -> subprocess.CompletedProcess[str]:
    """Run the demo in a copy of its folder, with a `referent` that only tells how it was called."""
    (folder / "examples").mkdir()
    for name in ("demo.sh", "settings.toml"):
        (folder / "examples" / name).write_bytes((EXAMPLES / name).read_bytes())
    (folder / "bin").mkdir()
    stand_in = folder / "bin" / "referent"
    stand_in.write_text(
        '#!/bin/sh\necho "called in $REFERENT_HOME: $*"\n'
        f"case $1 in ingest) exit {ingest};; ask) exit {ask};; *) exit 9;; esac\n"
    )
    stand_in.chmod(0o755)
    return subprocess.run(
        ["/bin/sh", folder / "examples" / "demo.sh"],
        env=os.environ | {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_tour_shows_each_command_and_its_reply_in_a_home_of_its_own(tmp_path: Path) -> None:
    done = tour(tmp_path)
    assert done.returncode == 0
    assert "$ referent ingest examples/archive\n" in done.stdout
    assert done.stdout.count("$ referent ask") == done.stdout.count(": ask ") == 4
    assert f"called in {tmp_path / '.demo'}: ask what did KVAP decide on" in done.stdout
    assert (tmp_path / ".demo" / "settings.toml").exists()


def test_the_tour_explains_a_file_that_cannot_be_read_and_goes_on(tmp_path: Path) -> None:
    done = tour(tmp_path, ingest=3)
    assert done.returncode == 0
    assert "Exit status 3" in done.stdout
    assert "$ referent ask" in done.stdout


@pytest.mark.parametrize(("ingest", "ask"), [(1, 0), (2, 0), (0, 1)])
def test_the_tour_fails_when_a_command_fails(tmp_path: Path, ingest: int, ask: int) -> None:
    assert tour(tmp_path, ingest=ingest, ask=ask).returncode == max(ingest, ask)


# The conversations -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def conversations() -> tuple[Conversation, ...]:
    return read_conversations(EXAMPLES / "conversations.jsonl")


def test_there_are_60_conversations_of_three_turns_or_more_in_both_languages(
    conversations: tuple[Conversation, ...],
) -> None:
    assert Counter(one.lang for one in conversations) == {"da": 30, "en": 20, "mixed": 10}
    assert len({one.id for one in conversations}) == 60
    assert all(len(one.turns) >= 3 for one in conversations)


def test_every_turn_says_what_is_expected_and_of_which_document(
    conversations: tuple[Conversation, ...],
) -> None:
    names = {name for path in files().values() for name in (path.name, path.stem)} | set(files())
    for turn in (turn for one in conversations for turn in one.turns):
        assert turn.expect != Expected(), turn.say
        assert set(turn.expect.sources) <= names, turn.say


def test_every_expected_answer_stands_in_a_document_that_is_expected(
    conversations: tuple[Conversation, ...], texts: dict[str, str]
) -> None:
    for turn in (turn for one in conversations for turn in one.turns):
        expect = turn.expect
        looked_at = [
            text.casefold()
            for source, text in texts.items()
            if not expect.sources or {source, Path(source).stem} & set(expect.sources)
        ]
        for group in expect.answer:
            ways = [group] if isinstance(group, str) else group
            assert any(way.casefold() in text for way in ways for text in looked_at), turn.say
