"""A proposal in an item's prose that its approved recommendation takes as it stands.

"Forvaltningen foreslår, at satsen er 5 kr. pr. km" is decided where "at forslaget godkendes" was
recommended and approved; not where the item holds two proposals, or ways to choose from.
"""

import re
from collections.abc import Iterator

from index.danish.sentences import sentences
from index.documents import Document, SectionKind
from index.spans import Span
from ingest.rates.rulings.approvals import is_approved
from ingest.rates.sentences.disclaimers import proposes

_TAKES = re.compile(
    r"\b(?:forslaget|takstforslaget|det\s+foreslåede|de[nt]?\s+foreslåede\s+\w+"
    r"|(?:som|det)\s+foreslået|forvaltningens\s+forslag)\b",
    re.IGNORECASE,
)
_APPROVES = re.compile(r"\b(?:godkend|tiltræd|vedtag|imødekom|fastsæt|følges)\w*", re.IGNORECASE)
_PROPOSES = re.compile(r"\b(?:foresl(?:år|ås|og|ået)|proposes|is\s+proposed)\b", re.IGNORECASE)
_WAYS = re.compile(
    r"\b(?:alternativ\w*|subsidiær\w*|scenari\w+|varianter?|modforslag\w*|model(?:ler)?\s+[A-D1-4]\b"
    r"|ændringsforslag\w*|enten)\b",
    re.IGNORECASE,
)


def adopted_in(document: Document, item: int) -> Span | None:
    """Return the one sentence of an item that proposes what was then approved as proposed."""
    decision = document.decision_of(item)
    if decision is None or not is_approved(decision, document.text):
        return None
    asked = [span.of(document.text) for span in decision.recommendation]
    if not any(_TAKES.search(one) and _APPROVES.search(one) for one in asked):
        return None
    if _WAYS.search(document.items[item].span.of(document.text)):
        return None
    proposing = list(_proposing(document, item))
    if len(proposing) != 1:
        return None
    # What is besides only expected, or asked for by another, is nothing that was approved.
    said = _PROPOSES.sub("", proposing[0].of(document.text))
    return None if proposes(said) else proposing[0]


def _proposing(document: Document, item: int) -> Iterator[Span]:
    for section in document.sections:
        if section.item != item or section.kind is SectionKind.RECOMMENDATION:
            continue
        for span in sentences(section.body.of(document.text)):
            if _PROPOSES.search(span.of(section.body.of(document.text))):
                yield Span(section.body.start + span.start, section.body.start + span.end)
