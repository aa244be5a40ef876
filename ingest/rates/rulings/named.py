"""What a decision says of single rates by their names: whose amount it sets, which it approves.

"Rådet godkendte takstbogen med den ændring, at leje af telt holdes på 90 kr." sets one rate of a
table and adopts the others. "Sæsonkortet godkendt som indstillet" approves one of two clauses.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.danish.sentences import sentences
from index.danish.words import term_set
from index.decisions import Decision, Outcome
from index.documents import Document, Item
from index.rates.rate import UNDATED, Doubt, DoubtKind, Rate, Validity
from index.rates.units import KRONER
from index.spans import Span
from ingest.rates.rulings.approvals import is_approved
from ingest.rates.sentences.disclaimers import awaits, is_conditional, may_state, proposes
from ingest.rates.sentences.figures import Figure, find_figures
from ingest.rates.sentences.qualifiers import read_at
from ingest.rates.sentences.things import thing_words
from ingest.structure.outcomes.classifying import classify

_IN_PART = frozenset({Outcome.APPROVED_WITH_CHANGE, Outcome.UNCLASSIFIED})
_WITH_CHANGE = re.compile(
    r"\b(?:godkend|tiltråd|tiltræd|vedtag|vedtog|imødek|approv|adopt|carri|agree)\w*(?P<what>[^.;]*?)\b"
    r"(?:med\s+(?:den|de|følgende|en|nedenstående)\s+(?:\w+\s+){0,2}?(?:ændring|undtagelse|tilføjelse|rettelse|korrektion)\w*"
    r"|dog|bortset\s+fra|undtagen|idet|men|with\s+the\s+(?:\w+\s+)?(?:change|exception|amendment|correction)s?"
    r"|except|but|however|save\s+that)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:ikke|ingen|hverken|næppe|hvis|såfremt|forudsat|udsæt\w*|udsat|not|no|never|if|provided|unless|subject)\b",
    re.IGNORECASE,
)
_OF_THE_REST = re.compile(
    r"\b(?:øvrige|resterende|samtlige|alle|taksterne|priserne|satserne|gebyrerne|takstbogen|remaining|other|all"
    r"|rates|fees|prices|charges)\b(?![^.;]{0,40}\b(?:godkend|tiltr|vedtag|som\s+indstillet|approved|adopted|as\s+recomm))",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[,;:]|\b(?:og|samt|mens|and|while)\s+(?:at\b|that\b)?", re.IGNORECASE)


def adopts_the_rest(decision: Decision, document: Document) -> bool:
    """Tell whether a decision adopts what lies before it but for what it names."""
    if not _settles(decision, document):
        return False
    words = " ".join(span.of(document.text) for span in decision.words)
    change = _WITH_CHANGE.search(words)
    if change is None:
        return decision.outcome is Outcome.APPROVED_WITH_CHANGE
    sentence = words[: change.start()].rpartition(".")[2] + change["what"]
    return not (_DENIES.search(sentence) or _OF_THE_REST.search(words, change.end()))


def _settles(decision: Decision, document: Document) -> bool:
    return decision.outcome in _IN_PART or is_approved(decision, document.text)


def with_named(rates: Sequence[Rate], document: Document) -> list[Rate]:
    """Return rates with those that decisions set by name, and recommended ones as they ruled."""
    found = [one for item in document.items for one in _set_in(item, rates, document)]
    ruled = {
        id(rate): told for item in document.items for rate, told in _ruled(item, rates, document)
    }
    told = [_as(rate, ruled[id(rate)]) if id(rate) in ruled else rate for rate in rates]
    return sorted([*told, *found], key=lambda rate: rate.figure.start) if found else told


def _as(rate: Rate, approved: bool) -> Rate:
    doubts = tuple(one for one in rate.doubts if one.kind is not DoubtKind.PROPOSED)
    return replace(rate, doubts=doubts if approved else (*doubts, Doubt(DoubtKind.PROPOSED)))


def _ruled(item: Item, rates: Sequence[Rate], document: Document) -> Iterator[tuple[Rate, bool]]:
    """Yield recommended rates of which a decision names some, and whether it approves each."""
    decision = document.decision_of(item.index)
    if decision is None or not _settles(decision, document):
        return
    asked = [r for r in rates if any(s.overlaps(r.span) for s in decision.recommendation)]
    if len({rate.name for rate in asked}) < 2 or any(
        awaits(r.span.of(document.text)) for r in asked
    ):
        return
    if changed := _changed(asked, decision, document):
        words = term_set(" ".join(span.of(document.text) for span in decision.words))
        for rate in asked:
            yield rate, rate not in changed and thing_words(rate).isdisjoint(words)
        return
    said = [span.of(document.text) for span in _sentences(decision, document)]
    approving = [one for one in said if classify(one) is Outcome.APPROVED]
    named = [r for r in asked if any(_is_named(r, one) for one in approving)]
    if not named or not all(any(_is_named(r, one) for r in asked) for one in approving):
        return  # "Godkendt." besides is of them all
    for rate in asked:
        other = any(_is_named(rate, one) for one in said if one not in approving)
        yield rate, rate in named and not other


def _changed(asked: Sequence[Rate], decision: Decision, document: Document) -> list[Rate]:
    """Return the recommended rates that an approval names in the change it makes."""
    words = " ".join(span.of(document.text) for span in decision.words)
    change = _WITH_CHANGE.search(words)
    if change is None or not adopts_the_rest(decision, document):
        return []
    return [rate for rate in asked if _is_named(rate, words[change.end() :])]


def _is_named(rate: Rate, words: str) -> bool:
    mine = thing_words(rate)
    return bool(mine) and mine <= term_set(words)


def _set_in(item: Item, rates: Sequence[Rate], document: Document) -> Iterator[Rate]:
    """Yield the amounts that a decision gives to rates of its item, in words too few for a rate."""
    decision = document.decision_of(item.index)
    if decision is None or not _settles(decision, document):
        return
    read = [rate.figure for rate in rates]
    here = [rate for rate in rates if item.span.contains(rate.span)]
    for sentence in _sentences(decision, document):
        words = sentence.of(document.text)
        figures = [one for one in find_figures(words) if one.currency == KRONER]
        if len(figures) != 1 or not figures[0].sure or figures[0].value <= 0:
            continue
        figure = figures[0]
        place = figure.span.moved(sentence.start)
        if any(place.overlaps(other) for other in read) or not _states(words):
            continue
        meant = [r for r in here if _is_named(r, _clause(words, figure))]
        if len({rate.name for rate in meant}) == 1:
            yield from _set(meant, document, sentence, figure)


def _states(words: str) -> bool:
    stated = may_state(words, frozenset(), of_agreement=False)
    return stated and not (proposes(words) or is_conditional(words))


def _clause(words: str, figure: Figure) -> str:
    """Return the words of a sentence that the figure is in: from the last comma to it."""
    head = words[: figure.span.start]
    ends = [found.end() for found in _CLAUSE_ENDS.finditer(head)]
    return head[ends[-1] :] if ends else head


def _set(
    meant: Sequence[Rate], document: Document, sentence: Span, figure: Figure
) -> Iterator[Rate]:
    words = sentence.of(document.text)
    says, end = read_at(words, figure.span.end)
    coming = [r for r in meant if _is_coming(r, document)] or list(meant)
    like = coming[-1]
    unit = replace(like.unit, per=says.per) if says.per else like.unit
    if unit != like.unit:
        return
    times = {rate.validity for rate in coming}
    own = Validity(says.since, says.until) if says.since or says.until else None
    printed = words[figure.span.start : end].rstrip(" ,;\n")
    if printed.endswith(".") and not printed.lower().endswith("kr."):
        printed = printed[:-1]
    start = sentence.start + figure.span.start
    yield replace(
        like,
        amount=figure.value,
        printed=printed,
        figure=Span(start, start + len(printed)),
        span=sentence,
        validity=own or (times.pop() if len(times) == 1 else UNDATED),
        doubts=(),
    )


def _is_coming(rate: Rate, document: Document) -> bool:
    since = rate.validity.since
    return since is not None and (document.date is None or since > document.date)


def _sentences(decision: Decision, document: Document) -> Iterator[Span]:
    for place in decision.words:
        for span in sentences(place.of(document.text)):
            yield span.moved(place.start)
