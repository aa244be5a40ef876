"""What minutes record of an item beside its outcome: absences, dissent, and what is to follow."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.finding.remarks import remarks_on
from bot.questions.intents import PeopleAspect
from index.danish.sentences import sentences
from index.decisions import Outcome
from index.documents import Document, Presence
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
    told = remarks_on(document, item, PeopleAspect.AGAINST)
    against = [
        span
        for span in said
        if any(span.overlaps(one) for one in told) and not _BY_ALL.match(span.of(document.text))
    ]
    # Who is named beside a decision may have missed the whole meeting, and took no side in it.
    away = {
        person.name
        for person in document.attendance
        if person.item is None and person.presence is not Presence.PRESENT and not person.remark
    }
    return Recorded(
        authority=decision.authority or _passed_on_to(document, decision.outcome, said),
        absent=tuple(
            person.span
            for person in document.attendance
            if person.item == item and person.name not in away
        ),
        dissent=tuple(against),
        follow_up=tuple(
            span for span in said if span not in against and _FOLLOWS.search(span.of(document.text))
        ),
    )


def _passed_on_to(document: Document, outcome: Outcome, said: Sequence[Span]) -> Span | None:
    """Return the body that a recommendation goes to: "anbefaler over for *Regionsrådet*"."""
    if outcome is not Outcome.RECOMMENDED:
        return None
    for span in said:
        if (found := _ONWARD.search(document.text, span.start, span.end)) is not None:
            return Span(*found.span("body"))
    return None


_ONWARD = re.compile(
    r"\b(?:over\s+for|til|afgøres\s+af)\s+(?P<body>[A-ZÆØÅ][\wæøåÆØÅ-]*(?:\s+(?:og|for)\s+[A-ZÆØÅ][\w-]+)*)"
)
_BY_ALL = re.compile(
    r"(?:udvalget|rådet|bestyrelsen|byrådet|regionsrådet|forslaget|indstillingen|ændringsforslaget"
    r"|punktet|sagen|ansøgningen|godkendt|tiltrådt|vedtaget|referatet|der)\b(?!.*\b(?:imod|undlod)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""How the body's own no begins, and a condition: no member's dissent."""


_OFFICE = r"(?:administration|forvaltning|sekretariat|direktion|formandskab|kontor|koncern)\w*"
_FOLLOWS = re.compile(
    r"\bønske[rds]?\b(?!\s+ikke)|\bafvente\w*\b|\b(?:vender|vende)\s+tilbage\b|\bfølge[rs]?\s+op\b|\bsende[rs]?\s+tilbage\b.*\bmed\s+henblik\b|\b(?:udsat|udsættes)\s+til\b|\bopfølgning\b"
    r"|\b(?:genoptages|forelægges|fremlægges|behandles|drøftes|tages\s+(?:\w+\s+)?op|evalueres)\b"
    r"(?=.*\b(?:møde\w*|igen|senest|inden|efter|når|i\s+\w+|til\s+\w+)\b)"
    r"|\b(?:anmode|bestil|pålag|pålæg)\w*\b|\b(?:bad|beder|bedes)\b"
    rf"|\b{_OFFICE}\s+(?:\w+\s+)?(?:udarbejder|undersøger|arbejder|indhenter|følger|kommer|sender|skal|orienterer)\b"
    r"|\bskal\s+(?:\w+\s+){0,2}(?:udarbejde|undersøge|indhente|belyse|forelægge|afrapportere)\w*\b",
    re.IGNORECASE | re.DOTALL,
)
"""Words that ask for something, or say when it comes."""
