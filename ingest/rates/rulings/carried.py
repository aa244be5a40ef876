"""Another amount that a body adopted in the place of the one that was recommended.

"Karen Lund foreslog 10 kr. pr. time. Forslaget blev vedtaget." gives no name of its own: it is for
what the one amount of the recommendation was for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.danish.sentences import sentences
from index.decisions import Decision
from index.documents import Document
from index.rates.motions import Fate, fate_of
from index.rates.rate import UNDATED, DoubtKind, Rate, Validity
from index.rates.units import KRONER
from index.spans import Span
from ingest.rates.rulings.approvals import is_approved
from ingest.rates.sentences.figures import Figure, find_figures
from ingest.rates.sentences.qualifiers import read_at

_SETS = re.compile(
    r"\W*(?:[\wæøå-]+\s+){1,4}(?:vedtog|besluttede|fastsatte|valgte|godkendte|adopted|approved|agreed\s+on)\s+"
    r"(?:(?:i\s+stedet|dog|instead|en\s+(?:pris|takst|sats|betaling)\s+på|at\s+fastsætte\s+\w+\s+til)\s+)*",
    re.IGNORECASE,
)
"""What stands before an amount that a body set, of which only the recommendation says what for."""
_APPROVED_BUT = re.compile(
    r"\W*(?:godkendt|godkendes|tiltrådt|tiltrædes|vedtaget|vedtages|approved|adopted|carried)\W+"
    r"(?:(?:som\s+indstillet|as\s+recommended)\W+)?(?:dog|men|but|however)\W+"
    r"(?:(?:kun|blot|med|på|til|at|only|with)\W+)*",
    re.IGNORECASE,
)
"""What stands before an amount that a body put in the place of the one: "Godkendt, dog"."""


def with_carried(rates: Sequence[Rate], document: Document) -> list[Rate]:
    """Return rates with those that were carried against a recommendation, in order of the text."""
    found = [one for item in document.items for one in _carried(rates, item.index, document)]
    told = {rate.figure.start for rate in found}
    # "Stillede forslag om" is no name of what 10 kr. are for.
    kept = [rate for rate in rates if rate.figure.start not in told]
    return sorted([*kept, *found], key=lambda rate: rate.figure.start) if found else list(rates)


def is_taken_as_it_stands(decision: Decision, document: Document) -> bool:
    """Tell whether a recommendation was approved, and no motion that another amount be set."""
    if not is_approved(decision, document.text):
        return False
    text = document.text
    fates = {
        fate_of(sentence.of(text), text[sentence.end : place.end])
        for place, sentence, _ in _amounts(decision, document)
    }
    return fates <= {None, Fate.FELL}


def _carried(rates: Sequence[Rate], item: int, document: Document) -> Iterator[Rate]:
    decision = document.decision_of(item)
    if decision is None or not decision.words:
        return
    asked = [
        rate for rate in rates if any(span.overlaps(rate.span) for span in decision.recommendation)
    ]
    told = list(_amounts(decision, document))
    if len(asked) != 1 or len(told) != 1 or not asked[0].proposed:
        return
    place, sentence, figure = told[0]
    head = sentence.of(document.text)[: figure.span.start]
    sets = _APPROVED_BUT.fullmatch(head) or _SETS.fullmatch(head)
    end = sentence.end if sets else _adopted(document, place, sentence)
    if end is not None:
        carried = _instead(asked[0], document, Span(sentence.start, end), sentence, figure)
        if carried is not None:
            yield carried


def _amounts(decision: Decision, document: Document) -> Iterator[tuple[Span, Span, Figure]]:
    """Yield each amount of a decision, with its paragraph and its sentence."""
    for place in decision.words:
        for span in sentences(place.of(document.text)):
            sentence = span.moved(place.start)
            for figure in find_figures(sentence.of(document.text)):
                if figure.currency == KRONER:
                    yield place, sentence, figure


def _adopted(document: Document, place: Span, sentence: Span) -> int | None:
    """Return where the words end that say that a motion was carried, `None` where they do not."""
    text = document.text
    whole = sentence.of(text)
    if fate_of(whole, text[sentence.end : place.end]) is not Fate.CARRIED:
        return None
    for span in sentences(text[sentence.end : place.end]):
        following = span.moved(sentence.end)
        if fate_of(whole, text[sentence.end : following.end]) is Fate.CARRIED:
            return following.end
    return sentence.end


def _instead(
    asked: Rate, document: Document, span: Span, sentence: Span, figure: Figure
) -> Rate | None:
    words = sentence.of(document.text)
    says, end = read_at(words, figure.span.end)
    unit = replace(asked.unit, per=says.per) if says.per else asked.unit
    if not figure.sure or figure.value <= 0 or unit != asked.unit:
        return None
    place = Span(sentence.start + figure.span.start, sentence.start + end)
    printed = place.of(document.text).rstrip(" ,;\n")
    if printed.endswith(".") and not printed.lower().endswith("kr."):
        printed = printed[:-1]
    return replace(
        asked,
        amount=figure.value,
        printed=printed,
        figure=Span(place.start, place.start + len(printed)),
        span=span,
        # From when the recommended one was to hold is not said of this one.
        validity=Validity(says.since, says.until) if says.since or says.until else UNDATED,
        doubts=tuple(one for one in asked.doubts if one.kind is not DoubtKind.PROPOSED),
    )
