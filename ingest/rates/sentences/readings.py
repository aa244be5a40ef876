"""The figures of a sentence, each with what is said right beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.rates.sentences.comparisons import is_compared
from ingest.rates.sentences.figures import Figure
from ingest.rates.sentences.labels import label_at, tell_apart
from ingest.rates.sentences.qualifiers import NONE, Qualifiers, read_anywhere, read_at

_BETWEEN = re.compile(r"[\s,;.)]*(?:og|samt|and|henholdsvis|hhv\.?)?[\s,;.]*", re.IGNORECASE)
_OF_ALL = re.compile(
    r"[^.;:]*,\s*(?P<all>alle|samtlige|begge|all|both)\b(?P<time>(?:[^.;:]|\.(?=\s*[a-zæøå0-9]))*)",
    re.IGNORECASE,
)
"""What stands last and holds of every figure: "alle med virkning fra den 1. maj"."""
_PAIR = ("begge", "both")
_TAIL_OF_LAST = re.compile(r"^(?:[^,;.:]|,(?=\s*\d)|\.(?=\s*[a-zæøå0-9]))*")


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure with what was read beside it."""

    figure: Figure
    says: Qualifiers
    end: int
    """Where that ends."""
    rest: str
    """What follows, up to the next figure."""
    label: str = ""
    """In a bracket behind it, where brackets tell the figures apart."""

    @property
    def alone(self) -> bool:
        """Whether nothing but a comma or an "og" follows."""
        return _BETWEEN.fullmatch(self.rest) is not None


def readings_of(text: str, figures: Sequence[Figure]) -> list[Reading]:
    """Return the figures of a sentence with what is said beside each."""
    ends = [*(figure.span.start for figure in figures[1:]), len(text)]
    reads: list[Reading] = []
    before = NONE
    for place, (figure, following) in enumerate(zip(figures, ends, strict=True)):
        says, end = read_at(text[:following], figure.span.end)
        last = place == len(figures) - 1
        if not last and says.dated and not text[end:following].strip(" :\n\t"):
            # "år 1: 4,73 kr., år 2: 5,28 kr.": the time belongs to the figure that follows it.
            end = figure.span.end
            says = replace(NONE, per=says.per)
        reads.append(Reading(figure, says.over(before), end, text[end:following]))
        before = NONE if last else _time_at_end(text[end:following])
    reads = _labelled(reads, text)
    # "2,23 kr. pr. km for patienter i egen bil fra 1. april 2024"
    beyond, _ = read_anywhere(_TAIL_OF_LAST.match(reads[-1].rest)[0])  # type: ignore[index]
    reads[-1] = replace(reads[-1], says=reads[-1].says.over(replace(beyond, per=())))
    return _dated_together(reads)


def _dated_together(reads: Sequence[Reading]) -> list[Reading]:
    """Give every figure the time that is told of all at the end; none where "both" are three.

    What a figure is compared with is of another time.
    """
    told = _OF_ALL.match(reads[-1].rest)
    if told is None or (told["all"].lower() in _PAIR and len(reads) != 2):
        return list(reads)
    says, _ = read_anywhere(told["time"])
    of_all = replace(NONE, since=says.since, until=says.until)
    if any(is_compared(read.rest) for read in reads[:-1]) or not of_all.dated:
        return list(reads)
    return [replace(read, says=read.says.over(of_all)) for read in reads]


def _labelled(reads: Sequence[Reading], text: str) -> list[Reading]:
    labels = [label_at(text, read.end) for read in reads]
    if not tell_apart([label[0] if label else "" for label in labels]):
        return list(reads)
    return [
        replace(read, label=label[0], rest=read.rest[label[1] - read.end :]) if label else read
        for read, label in zip(reads, labels, strict=True)
    ]


def _time_at_end(between: str) -> Qualifiers:
    """Return the time that the words between two figures end with: it is that of the second."""
    between = between.rstrip(" :\n")
    for at, character in enumerate(between):
        if character.isalnum() and (at == 0 or not between[at - 1].isalnum()):
            says, end = read_at(between, at)
            if says.dated and not between[end:].strip(" ,"):
                return replace(says, per=())
    return NONE
