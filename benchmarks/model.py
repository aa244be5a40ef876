"""What a real small model writes, and what the checks keep of it, to be read by eye.

`python -m benchmarks.model FOLDER [ANSWERS]` asks questions of `examples/`, two Danish to one
English, one after the other, and puts each draft into `FOLDER/drafts.jsonl` as it comes; what
stands there is not written again. `FOLDER/answers.md` has every sentence with what becomes of it
under the checks as they are now, and the passages. The model is that of `tests/real_model.py`, held
to the words of its sources (`word_chains.py`); with `--free` it writes what it likes.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

import msgspec

from benchmarks.drafted import Answer, Draft, Sentence, page, totals
from benchmarks.word_chains import grammar
from bot.asked import Asked
from bot.citations import folded
from bot.cli.door import Conversing, Door
from bot.evaluation.questions import Question, read_questions
from bot.models.model import Message, Model
from bot.replies import Reply
from bot.writing.checking.checks import Checks, Judged
from bot.writing.drafts import sentences_of
from bot.writing.sources import Source, sources_of
from bot.writing.writer import MOST_SENTENCES, Writer, is_written
from index.danish.glossary import Glossary
from index.danish.personal_numbers import masked_for_models
from tests.model_opened import model_at
from tests.real_model import MISSING, NAME, is_installed, real_model

EXAMPLES = Path(__file__).parents[1] / "examples"
ANSWERS = 30
DANISH_TO_ENGLISH = 2
HEAT = 1.3
"""Temperature: colder, a model this small copies one sentence again and again."""
SECONDS, FIRST_SECONDS = 900, 600
"""Patience for a machine that has other work."""
MOST_TOKENS = 200
"""Room for four sentences; on a loaded machine one may take a second."""


class _Heard:
    """A model, and what it wrote last."""

    def __init__(self, model: Model) -> None:
        self.name = NAME
        self.text = ""
        self._model = model

    def stream(self, messages: Sequence[Message], purpose: str) -> Generator[str]:
        self.text = ""
        with closing(self._model.stream(messages, purpose)) as pieces:
            for piece in pieces:
                self.text += piece
                yield piece


def main(given: Sequence[str]) -> None:
    """Ask, write each draft down, and print the totals."""
    options = _options(given)
    folder: Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    with Door().assistant(_home(folder)) as assistant:
        chosen = list(_chosen(assistant, options.answers))
    drafts = _read(folder)
    missing = [(q, quoted) for q, quoted in chosen if q.id not in drafts]
    if missing and not is_installed():
        sys.exit(f"Skipped: {MISSING}")
    if missing:
        with real_model(folder) as address:
            for question, quoted in missing:
                draft = _draft(question, quoted, address, folder, free=options.free)
                drafts[question.id] = draft
                with (folder / "drafts.jsonl").open("ab") as lines:
                    lines.write(msgspec.json.encode(draft) + b"\n")
                print(f"{_answer(question, quoted, draft).told()}", flush=True)
    answers = [_answer(question, quoted, drafts[question.id]) for question, quoted in chosen]
    (folder / "answers.md").write_text(page(answers), "utf-8")
    print("\n".join(totals(answers)))


def _home(folder: Path) -> Path:
    """Return where the sample archive is, ingested the first time."""
    home = folder / "home"
    if not home.exists():
        home.mkdir(parents=True)
        shutil.copy(EXAMPLES / "settings.toml", home)
        ingest = [sys.executable, "-m", "referent", "ingest", str(EXAMPLES / "archive")]
        environment = os.environ | {"REFERENT_HOME": str(home)}
        subprocess.run(ingest, env=environment, check=False, capture_output=True)
    return home


def _chosen(assistant: Conversing, most: int) -> Iterator[tuple[Question, Reply]]:
    """Yield the first questions of whose replies a model writes, each with its reply."""
    asked = ((q, assistant.reply(Asked(q.question, on=q.on))) for q in _mixed())
    fit = ((q, reply) for q, reply in asked if is_written(reply) and sources_of(reply))
    for _, one in zip(range(most), fit, strict=False):
        yield one


def _mixed() -> Iterator[Question]:
    """Yield the questions of the examples, so many Danish ones to each English one."""
    questions = read_questions(EXAMPLES / "questions.jsonl")
    danish = iter([q for q in questions if q.lang == "da"])
    english = [q for q in questions if q.lang == "en"]
    for row in zip_longest(*[danish] * DANISH_TO_ENGLISH, english):
        yield from filter(None, row)


def _draft(question: Question, quoted: Reply, address: str, folder: Path, *, free: bool) -> Draft:
    """Have the model write of a reply as a process does."""
    glossary = Glossary.load()
    parameters: dict[str, object] = {"temperature": HEAT, "seed": len(question.question)}
    if not free:
        parameters["grammar"] = grammar(sources_of(quoted), quoted.language, glossary)
    begun = time.monotonic()
    with model_at(
        folder,
        address,
        model=NAME,
        parameters=parameters,
        seconds=SECONDS,
        first_seconds=FIRST_SECONDS,
        max_tokens=MOST_TOKENS,
    ) as model:
        heard = _Heard(model)
        written = Writer(heard, glossary, masked_for_models).write(quoted).written
    failure = written.failure if written is not None else None
    return Draft(question.id, time.monotonic() - begun, failure, heard.text)


def _answer(question: Question, quoted: Reply, draft: Draft) -> Answer:
    """Look at each sentence of a draft as the writer does: no further than it shows any."""
    sources = sources_of(quoted)
    checks = Checks(sources, quoted.language, Glossary.load())
    sentences: list[Sentence] = []
    for sentence in sentences_of([draft.draft]):
        sentences.append(_sentence(checks.judge(sentence), sources))
        if sum(one.fault is None for one in sentences) == MOST_SENTENCES:
            break
    return Answer(question, quoted.language, draft, sources, sentences)


def _sentence(judged: Judged, sources: Sequence[Source]) -> Sentence:
    text = judged.sentence.text.rstrip(". ")
    copied = (folded(s.text).rstrip(". ") == text for one in sources for s in one.statements)
    return Sentence(judged, any(copied))


def _read(folder: Path) -> dict[str, Draft]:
    file = folder / "drafts.jsonl"
    lines = file.read_bytes().splitlines() if file.exists() else []
    return {one.id: one for one in (msgspec.json.decode(line, type=Draft) for line in lines)}


def _options(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m benchmarks.model", description=__doc__)
    parser.add_argument("folder", type=Path, help="where drafts, weights and the archive stay")
    parser.add_argument("answers", type=int, nargs="?", default=ANSWERS, help="how many")
    parser.add_argument("--free", action="store_true", help="hold the model to nothing")
    return parser.parse_args(given)


if __name__ == "__main__":
    main(sys.argv[1:])
