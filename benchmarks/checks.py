"""What the checks on a model's prose let through, and how long they take.

On labelled sentences (`quality/prose/`): of each, somebody who did not know the rules wrote whether
its sources bear it. Set a was looked at while the rules were written, set b was not, but for a few
sentences at the end. Set c was written against the checks, by kinds of fault, and looked at; set d
is of the same kinds on a paper of its own, and was looked at after its first run.
"""

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.report import Part, Row
from bot.citations import Citation
from bot.replies import Language, Reply, ReplyKind
from bot.writing.checking.checks import Checks
from bot.writing.drafts import sentences_of
from bot.writing.sources import sources_of
from index.danish.glossary import Glossary
from index.documents import OPEN, Document
from ingest.reading.extraction import Extraction
from ingest.structure import understand

FOLDER = Path(__file__).parent / "quality" / "prose"
SETS = ("a", "b", "c", "d")
LANGUAGES: tuple[Language, ...] = ("da", "en")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, its sources, and whether they bear it."""

    set: str
    language: Language
    sentence: str
    sources: tuple[tuple[str, str], ...]
    """File and number of the item, as `[1]`, `[2]` …"""
    sound: bool
    why: str
    """How it was made: the alteration, or the shape of a sound one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks made of a sentence."""

    of: Labelled
    kept: bool
    seconds: float


def labelled() -> tuple[Labelled, ...]:
    """Read the sentences."""
    lines = (FOLDER / "claims.jsonl").read_text("utf-8").splitlines()
    return tuple(_labelled(json.loads(line)) for line in lines)


def verdicts(sentences: Sequence[Labelled]) -> Iterator[Verdict]:
    """Judge sentences, each as the only one of its answer."""
    glossary = Glossary.load()
    for one in sentences:
        sources = sources_of(_reply(one))
        begun = time.perf_counter()
        checks = Checks(sources, one.language, glossary)
        judged = [checks.judge(sentence) for sentence in sentences_of([one.sentence])]
        kept = all(judgement.fault is None for judgement in judged)
        yield Verdict(one, kept, time.perf_counter() - begun)


def measure() -> Part:
    """Measure on all labelled sentences, twice: the first time fills what is remembered."""
    sentences = labelled()
    list(verdicts(sentences))
    judged = list(verdicts(sentences))
    times = sorted(verdict.seconds * 1000 for verdict in judged)
    rows = [
        Row(
            f"set {set_}, {language}: sound ones kept / unsound ones let through",
            f"{_share(judged, set_, language, sound=True)} / "
            f"{_share(judged, set_, language, sound=False)}",
        )
        for set_ in SETS
        for language in LANGUAGES
    ]
    middle, late = times[len(times) // 2], times[int(0.95 * len(times))]
    rows.append(Row("time a sentence, p50 (p95)", f"{middle:.1f} ({late:.1f}) ms"))
    return Part(
        "Checks on a model's prose",
        f"{len(sentences)} sentences on made-up minutes, each altered one as near to a sound "
        "one as could be; sets share no paper.",
        tuple(rows),
    )


def _share(judged: Sequence[Verdict], set_: str, language: Language, *, sound: bool) -> str:
    of = [v for v in judged if (v.of.set, v.of.language, v.of.sound) == (set_, language, sound)]
    return f"{sum(v.kept for v in of)} of {len(of)}"


def _labelled(line: dict[str, object]) -> Labelled:
    sources = line.pop("sources")
    assert isinstance(sources, list)
    places = tuple((source["paper"], source["item"]) for source in sources)
    return Labelled(sources=places, **line)  # type: ignore[arg-type]  # the file is our own


@cache
def _paper(name: str) -> Document:
    text = (FOLDER / "papers" / name).read_text("utf-8")
    return understand(Extraction(text=text), source=f"prose/{name}", audience=OPEN)


def _reply(one: Labelled) -> Reply:
    """Return a reply that quotes the decision of each source."""
    citations: list[Citation] = []
    for name, number in one.sources:
        paper = _paper(name)
        item = next(item for item in paper.items if item.number == number)
        decision = paper.decision_of(item.index)
        span = decision.words[0] if decision and decision.words else item.heading
        citations.append(Citation(len(citations) + 1, paper, span))
    text = " ".join(f"[{citation.number}]" for citation in citations)
    return Reply("?", one.language, ReplyKind.DECISION, text, tuple(citations))
