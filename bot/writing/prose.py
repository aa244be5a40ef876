"""Sentences that stand, put above the quoted reply, each with the place that bears it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.telling.draft import plain
from bot.citations import Citation, UncitablePlace
from bot.replies import Reply, ReplyKind, Written
from bot.wording import phrase
from bot.writing.checking.bearing import Bearing
from bot.writing.checking.checks import Judged
from index.danish.sentences import ends_in_abbreviation

_STOPS = ".!?…"


class Prose:
    """Prose while it is being written, on top of a quoted reply."""

    def __init__(self, quoted: Reply) -> None:
        """Take the reply that quotes, whose citations keep their numbers."""
        self._quoted = quoted
        self._citations = list(quoted.citations)
        self._sentences: list[str] = []

    def __len__(self) -> int:
        return len(self._sentences)

    def add(self, judged: Judged) -> str:
        """Add a sentence that stands; return it as Markdown with its markers.

        A marker leads to the sentence of the paper that bears it, where the quotation that the
        model named is another one.
        """
        numbers = [self._number(bearing) for bearing in judged.bearings]
        markers = "".join(f"[{number}]" for number in dict.fromkeys(numbers))
        text = plain(judged.sentence.text)
        stop = text[-1] if text[-1] in _STOPS and not ends_in_abbreviation(text) else ""
        self._sentences.append(f"{text.removesuffix(stop)} {markers}{stop}")
        return self._sentences[-1]

    def reply(self, written: Written) -> Reply:
        """Return the reply, with a word on what the model had to do with it."""
        quoted = self._quoted
        prose = " ".join(self._sentences)
        added = len(self._citations) - len(quoted.citations)
        written = replace(written, prose=prose, kept=len(self), added=added)
        note = _note(written, quoted)
        if not prose:
            return replace(quoted, text=f"{quoted.text}\n\n{note}", written=written)
        blocks = [prose, note, f"**{phrase('in_the_papers_words', quoted.language)}**"]
        before, rest = _led(quoted)
        return replace(
            quoted,
            text="\n\n".join([*before, *blocks, *rest]),
            citations=tuple(self._citations),
            written=written,
        )

    def _number(self, bearing: Bearing) -> int:
        """Return the citation of what bears a sentence in one source."""
        named = bearing.source.number
        span = bearing.statement.span if bearing.statement else None
        if span is None:
            return named  # a row of data
        document = bearing.source.document
        of_paper = [one for one in self._citations if one.document.id == document.id]
        for citation in of_paper:
            if citation.span.contains(span):
                return citation.number
        try:
            self._citations.append(Citation(len(self._citations) + 1, document, span))
        except UncitablePlace:
            return named
        return len(self._citations)


def _led(quoted: Reply) -> tuple[Sequence[str], Sequence[str]]:
    """Return what of a quoted reply stands above the prose, and what below.

    Whether a rate applies is said before anything else.
    """
    blocks = quoted.text.split("\n\n")
    lead = 1 if quoted.kind is ReplyKind.RATE else 0
    return blocks[:lead], blocks[lead:]


def _note(written: Written, quoted: Reply) -> str:
    """Return our sentence on what a model wrote, left out, or why it did not write."""
    language = quoted.language
    if not written.prose:
        key = f"model_{written.failure}" if written.failure else "model_not_borne"
        return phrase(key, language)
    left_out = len(written.faults)
    if left_out:
        return phrase("model_wrote_some", language, model=plain(written.model), count=left_out)
    return phrase("model_wrote", language, model=plain(written.model))
