"""Numbers that a reply states, and whether they stand in what it may rest on."""

import re
from collections.abc import Iterable
from datetime import date

from bot.evaluation.questions import NOES, Question
from bot.replies import MARKER, Reply
from index.archive import DocumentEntry, View
from index.documents import Document

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def unsupported(reply: Reply, view: View, question: Question) -> tuple[str, ...]:
    """Return the numbers that a reply states and that stand in nothing it may rest on.

    It may rest on the cited passages, on the names and dates of what it cites, on the rates it
    states, on the question, and on how many things it lists. A no rests on what the archive holds.
    """
    grounds = [question.question, str(question.on or date.today())]  # noqa: DTZ011 - a local day
    grounds += [f"{c.passage} {c.quote} {_name(c.document)}" for c in reply.citations]
    grounds += [str(item) for c in reply.citations if (item := c.item)]
    grounds += [f"{entry.item} {_name(entry.document)}" for entry in reply.decisions]
    grounds += [f"{told.entry.rate} {told.validity}" for told in reply.rates]
    grounds += [str(len(reply.decisions)), str(len(reply.citations))]
    if reply.kind in NOES:
        documents = view.documents()
        grounds += [str(len(documents)), *(_name(document) for document in documents)]
        grounds += [str(day) for body in view.bodies() for day in body.meetings]
    if reply.written:
        grounds += [reply.written.model, str(len(reply.written.faults))]
    stated = plain("\n".join([reply.text, *reply.warnings]))
    return without_support(stated, grounds)


def plain(text: str) -> str:
    """Return a reply's text without its markers and Markdown's signs."""
    return re.sub(r"\\(.)", r"\1", MARKER.sub("", text).replace("**", ""))


def _name(document: DocumentEntry | Document) -> str:
    return f"{document.title} {document.body} {document.date} {document.source}"


def without_support(stated: str, grounds: Iterable[str]) -> tuple[str, ...]:
    """Return the numbers of a text that stand in none of its grounds, each once.

    English prose writes "300,000" of a Danish paper's "300.000": which mark it is does not count.
    """
    known = {_unmarked(number) for ground in grounds for number in _numbers(ground)}
    return tuple(dict.fromkeys(n for n in _numbers(stated) if _unmarked(n) not in known))


def _unmarked(number: str) -> str:
    return number.replace(",", ".")


def _numbers(text: str) -> list[str]:
    """Return the numbers of a text, without leading zeros."""
    # "2018-12-06" gives the day "6" as well, which is how a sentence writes it.
    return [n.lstrip("0") or "0" for n in _NUMBER.findall(text)]
