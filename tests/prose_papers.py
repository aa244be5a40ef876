"""Papers with a reply that quotes them, and what a model might write of it."""

from collections.abc import Generator, Sequence
from functools import cache

from bot.citations import Citation
from bot.models.model import Message, ModelFailed
from bot.replies import Language, Reply, ReplyKind
from bot.writing.checking.checks import Checks, Judged
from bot.writing.drafts import sentences_of
from bot.writing.sources import sources_of
from index.danish.glossary import Glossary
from index.documents import Document
from index.spans import Span
from tests.structure_layouts import read

FERRY = """\
Referat af møde i Færgerådet den 4. marts 2021 kl. 10.00

Til stede: Signe Holt (formand), Bent Krag, Eva Lund

1. Takster på færgen
Sagsnr.: 21/1203

Sagsfremstilling
Færgen sejlede 412 ture i 2020. Billetten koster 45 kr. for en voksen og 20 kr. for et barn.
Værftet i Strandby skønner, at en ny motor koster 2,5 mio. kr. Motoren kan tidligst leveres i
august 2022. Hvis tilskuddet bortfalder, hæves billetprisen til 60 kr.

Indstilling
Administrationen indstiller, at rådet bevilger 800.000 kr. til en ny motor, og at billetprisen er
uændret i 2021.

Beslutning
Indstillingen blev godkendt, idet bevillingen højst kan udgøre 650.000 kr.

2. Sejlads om natten

Indstilling
Administrationen indstiller, at der indføres natsejlads fra 1. maj 2021.

Beslutning
Punktet udsættes til mødet den 6. maj 2021.

3. Ny kiosk på kajen

Indstilling
Administrationen indstiller, at kiosken udbydes.

Beslutning
Rådet afviste forslaget, fordi kajen ikke er sikret.

4. Orientering om gæster

Sagsfremstilling
18.300 gæster tog færgen i 2020. Det er 4 procent færre end året før.

Indstilling
Administrationen indstiller, at orienteringen tages til efterretning.

Beslutning
Taget til efterretning.
"""


@cache
def glossary() -> Glossary:
    """Return the glossary, read once."""
    return Glossary.load()


@cache
def ferry() -> Document:
    """Return the minutes of the ferry's council, as the pipeline reads them."""
    return read(FERRY, source="faerge/2021-03-04.txt")


def quoting(
    numbers: Sequence[str],
    language: Language = "da",
    kind: ReplyKind = ReplyKind.DECISION,
    document: Document | None = None,
) -> Reply:
    """Return a reply that quotes the decision of each item, in that order."""
    paper = document or ferry()
    citations: list[Citation] = []
    for number in numbers:
        item = next(item for item in paper.items if item.number == number)
        decision = paper.decision_of(item.index)
        span = decision.words[0] if decision and decision.words else item.heading
        citations.append(Citation(len(citations) + 1, paper, span))
    text = "\n\n".join(f"> “{c.quote}” [{c.number}]" for c in citations)
    question = "Hvad blev besluttet?" if language == "da" else "What was decided?"
    return Reply(question, language, kind, text, tuple(citations))


def judged(
    draft: str,
    numbers: Sequence[str] = ("1",),
    language: Language = "da",
    document: Document | None = None,
) -> list[Judged]:
    """Return the sentences of a draft on some items of the minutes, judged in order."""
    sources = sources_of(quoting(numbers, language, document=document))
    checks = Checks(sources, language, glossary())
    return [checks.judge(sentence) for sentence in sentences_of([draft])]


def fault(
    draft: str,
    numbers: Sequence[str] = ("1",),
    language: Language = "da",
    document: Document | None = None,
) -> str | None:
    """Return what is wrong with a draft of one sentence."""
    (one,) = judged(draft, numbers, language, document)
    return one.fault.value if one.fault else None


class Scripted:
    """A model that writes what it is told to, and keeps what it was asked."""

    name = "skrivekarl"

    def __init__(self, text: str, failure: ModelFailed | None = None, piece: int = 7) -> None:
        """Take what it writes, how it fails after that, and the length of its pieces."""
        self._text = text
        self._failure = failure
        self._piece = piece
        self.asked: list[Sequence[Message]] = []
        self.closed = False

    def stream(self, messages: Sequence[Message], purpose: str) -> Generator[str]:
        """Yield the text in pieces, then fail where that is the script."""
        assert purpose
        self.asked.append(messages)
        try:
            for start in range(0, len(self._text), self._piece):
                yield self._text[start : start + self._piece]
            if self._failure is not None:
                raise self._failure
        finally:
            self.closed = True


def span_of(document: Document, words: str) -> Span:
    """Return where some words stand in a document."""
    start = document.text.index(words)
    return Span(start, start + len(words))
