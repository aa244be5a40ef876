"""What a model wrote and what became of it, as a page that people read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from bot.citations import folded
from bot.evaluation.questions import Question
from bot.replies import Language
from bot.writing.checking.bearing import Bearing
from bot.writing.checking.checks import Judged
from bot.writing.checking.faults import Fault
from bot.writing.sources import Source

LANGUAGES: tuple[Language, ...] = ("da", "en")


class Draft(msgspec.Struct, frozen=True):
    """What a model wrote, as it is kept."""

    id: str
    """Of the question."""
    seconds: float
    failure: str | None
    """Why it did not write to the end."""
    draft: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a draft, and what the checks made of it."""

    judged: Judged
    copied: bool
    """Whether it is a statement of its sources, letter by letter."""

    @property
    def fault(self) -> Fault | None:
        """Why it fell; `None`: it was kept."""
        return self.judged.fault


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model wrote in answer to a question."""

    question: Question
    language: Language
    draft: Draft
    sources: tuple[Source, ...]
    sentences: Sequence[Sentence]

    def told(self) -> str:
        """Return it in one line."""
        kept = sum(one.fault is None for one in self.sentences)
        failure = f", {self.draft.failure}" if self.draft.failure else ""
        took = f"{kept} of {len(self.sentences)} sentences kept in {self.draft.seconds:.0f} s"
        return f"{self.question.id}: {took}{failure}"


def page(answers: Sequence[Answer]) -> str:
    """Return all answers as Markdown: totals first."""
    lines = ["# What a small model wrote", "", *totals(answers)]
    for answer in answers:
        lines += ["", *_lines(answer)]
    return "\n".join(lines) + "\n"


def totals(answers: Sequence[Answer]) -> Iterator[str]:
    """Yield how many sentences were kept, by language, and why the others fell."""
    yield "| language | answers | sentences | kept | of these copied | share kept |"
    yield "|---|---|---|---|---|---|"
    for language in LANGUAGES:
        of_it = [answer for answer in answers if answer.language == language]
        said = [sentence for answer in of_it for sentence in answer.sentences]
        kept = [sentence for sentence in said if sentence.fault is None]
        copied = sum(sentence.copied for sentence in kept)
        share = f"{len(kept) / len(said):.0%}" if said else "–"
        yield f"| {language} | {len(of_it)} | {len(said)} | {len(kept)} | {copied} | {share} |"
    faults = Counter(s.fault.value for a in answers for s in a.sentences if s.fault)
    yield ""
    yield "Fell: " + ", ".join(f"{fault} {count}" for fault, count in faults.most_common()) + "."


def _lines(answer: Answer) -> Iterator[str]:
    yield f"## {answer.question.question}"
    yield ""
    yield f"{answer.told()}."
    for sentence in answer.sentences:
        yield ""
        yield from _sentence(sentence)
    for source in answer.sources:
        yield ""
        yield f"> [{source.number}] {source.head}  "
        yield from (f"> {line}  " for line in source.text.splitlines())


def _sentence(sentence: Sentence) -> Iterator[str]:
    judged = sentence.judged
    cited = "".join(f"[{number}]" for number in judged.sentence.markers)
    said = f"{judged.sentence.text} {cited}"
    if judged.fault is None:
        yield f"- **kept{', a copy' if sentence.copied else ''}:** {said}"
        yield from (f"  > {_place(bearing)}" for bearing in judged.bearings)
    else:
        why = ": ".join(filter(None, [judged.fault.value, judged.detail]))
        yield f"- *fell ({why}):* {said}"


def _place(bearing: Bearing) -> str:
    statement = folded(bearing.statement.text) if bearing.statement else "–"
    return f"[{bearing.source.number}] {bearing.source.head}: {statement}"
