"""What minutes record of an item beside its outcome: absences, dissent, and what is to follow."""

import re
from dataclasses import dataclass

from bot.answers.remarks import remarks_on
from bot.questions.intents import PeopleAspect
from index.danish.sentences import sentences
from index.documents import Document
from index.spans import Span


@dataclass(frozen=True, slots=True)
class Recorded:
    """The words of an item that say more of how it was decided; each tuple may be empty."""

    authority: Span | None
    """"Sagen afgøres af …"."""
    absent: tuple[Span, ...]
    """The names of those who took no part in this very item."""
    dissent: tuple[Span, ...]
    """Sentences of the decision that tell who was against it, abstained or made a reservation."""
    follow_up: tuple[Span, ...]
    """Sentences of the decision that ask for something or put a date to what comes next."""


NOTHING = Recorded(None, (), (), ())


def recorded(document: Document, item: int) -> Recorded:
    """Return what a document records of the item with that index."""
    decision = document.decision_of(item)
    if decision is None or not decision.words:
        return NOTHING
    said = [
        Span(words.start + span.start, words.start + span.end)
        for words in decision.words
        for span in sentences(words.of(document.text))
    ]
    against = remarks_on(document, item, PeopleAspect.AGAINST)
    return Recorded(
        authority=decision.authority,
        absent=tuple(person.span for person in document.attendance if person.item == item),
        dissent=tuple(span for span in said if any(span.overlaps(told) for told in against)),
        follow_up=tuple(span for span in said if _FOLLOWS.search(span.of(document.text))),
    )


_OFFICE = r"(?:administration|forvaltning|sekretariat|direktion|formandskab|kontor|koncern)\w*"
_FOLLOWS = re.compile(
    r"\bønske[rds]?\b(?!\s+ikke)|\bafvente\w*\b|\b(?:vender|vende)\s+tilbage\b|\bfølges\s+op\b|\bopfølgning\b"
    r"|\b(?:genoptages|forelægges|fremlægges|behandles|drøftes|tages\s+(?:\w+\s+)?op|evalueres)\b"
    r"(?=.*\b(?:møde\w*|igen|senest|inden|efter|når|i\s+\w+|til\s+\w+)\b)"
    r"|\b(?:anmode|bestil|pålag|pålæg)\w*\b|\b(?:bad|beder|bedes)\b"
    rf"|\b{_OFFICE}\s+(?:\w+\s+)?(?:udarbejder|undersøger|arbejder|indhenter|følger|kommer|sender|skal|orienterer)\b"
    r"|\bskal\s+(?:\w+\s+){0,2}(?:udarbejde|undersøge|indhente|belyse|forelægge|afrapportere)\w*\b",
    re.IGNORECASE | re.DOTALL,
)
"""Words that ask for something, or say when it comes."""
