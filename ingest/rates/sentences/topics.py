"""What a sentence is about, for the next one that only says "det" or "det rigtige"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.danish.folding import fold
from index.danish.stems import stem
from ingest.rates.sentences.figures import find_figures
from ingest.rates.sentences.qualifiers import read_anywhere
from ingest.rates.sentences.readings import Reading, readings_of
from ingest.rates.sentences.subjects import Subject, in_head, last_clause


@dataclass(frozen=True, slots=True)
class Topic:
    """What figures were for, and per what."""

    subject: Subject
    per: tuple[str, ...]


def topic_of(text: str, before: Topic | None) -> Topic | None:
    """Return what a sentence with figures is about, `None` where it has none or does not say.

    Args:
        text: The sentence.
        before: What the sentence before it was about.
    """
    figures = find_figures(text)
    if not figures:
        return None
    subject = in_head(read_anywhere(last_clause(text[: figures[0].span.start]))[1])
    if subject is not None and subject.empty:
        return before
    if subject is None or subject.generic:
        return None
    per = next((read.says.per for read in readings_of(text, figures) if read.says.per), ())
    return Topic(subject, per)


def taken_on(
    subjects: Sequence[Subject | None], reads: Sequence[Reading], topic: Topic | None
) -> tuple[list[Subject | None], list[Reading]]:
    """Return subjects and readings, those that name nothing with what was spoken of before.

    What is counted per something else is another thing, and stays without a name.
    """
    named: list[Subject | None] = []
    whole: list[Reading] = []
    for subject, read in zip(subjects, reads, strict=True):
        own = read.says.per
        same = topic is not None and (not own or own == topic.per)
        if topic is None or subject is None:
            named.append(subject)
            whole.append(read)
        elif subject.empty and same:
            named.append(topic.subject)
            whole.append(replace(read, says=replace(read.says, per=topic.per)))
        elif _speaks_of(subject, topic.subject):
            named.append(topic.subject)
            whole.append(replace(read, says=replace(read.says, per=own or topic.per)))
        else:
            named.append(subject)
            whole.append(read)
    return named, whole


def _speaks_of(subject: Subject, topic: Subject) -> bool:
    """Tell whether a bare word is that of the topic: "taksten", after "taksten for en plads"."""
    if not subject.generic or subject.empty or subject.payee:
        return False
    words = fold(subject.name).split()
    return _DEFINITE.search(words[-1]) is not None and stem(words[-1]) in {
        stem(word) for word in fold(topic.name).split()
    }


_DEFINITE = re.compile(r"(?:en|et|ne)$")
