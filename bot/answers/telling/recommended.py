"""What an item's decision answers: the recommendation, whole or in a line of a list."""

import re

from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.votes import cut_off
from bot.citations import folded
from index.archive import ItemEntry
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.decisions import Decision, Outcome
from index.documents import Document
from index.spans import Span

LONGEST_IN_LIST = 300
"""Characters of a decision's words shown where several are listed."""

NOTED_SHOWN = 2
_BARE_FORMULA = 5
"""Words: "Indstillingen blev enstemmigt godkendt."."""
_TAKES_NOTE = re.compile(r"\befterretning\s*,?\s+at\b|\bnotes?\s+that\b", re.IGNORECASE)


def write_recommendation(draft: Draft, document: Document, entry: ItemEntry) -> None:
    """Write what had been recommended on an item, clause by clause, if anything was."""
    clauses = entry.decision.recommendation if entry.decision else ()
    if not clauses:
        _write_proposal(draft, document, entry)
        return
    marker = draft.cite(document, Span(clauses[0].start, clauses[-1].end))
    draft.heading(draft.phrase("recommended_heading"))
    draft.points([f"“{plain(clause.of(document.text))}” {marker}" for clause in clauses])


def _write_proposal(draft: Draft, document: Document, entry: ItemEntry) -> None:
    """Quote the one sentence of an item that proposes something, where a decision leans on it.

    "Som foreslået", or how a vote went, says nothing without it.
    """
    decision = entry.decision
    if decision is None or not decision.words or entry.item.closed:
        return
    words = fold(" ".join(entry.decision_texts))
    if decision.outcome is not Outcome.VOTE and _AS_PROPOSED.search(words) is None:
        return
    whole, start = entry.item.span.of(document.text), entry.item.span.start
    places = [span.moved(start) for span in sentences(whole) if _PROPOSES.search(span.of(whole))]
    apart = [place for place in places if not any(place.overlaps(w) for w in decision.words)]
    if len(apart) == 1:
        draft.heading(draft.phrase("recommended_heading"))
        draft.quote(document, apart[0])


_AS_PROPOSED = re.compile(r"\b(?:som|as) (?:foreslaaet|indstillet|ansoegt|proposed|recommended)\b")
_PROPOSES = re.compile(
    r"\b(?:foreslår|foreslog|foreslås|indstiller|indstillede|anbefaler"
    r"|recommends?|recommended|proposes?|proposed|moved)\b"
)


def _decided_by_others(document: Document, decision: Decision) -> list[Span]:
    """Return the sentences of an item that tell what another body decided, on which day."""
    item = document.items[decision.item]
    if item.closed:
        return []
    said = (span.moved(item.span.start) for span in sentences(item.span.of(document.text)))
    return [place for place in said if _OTHERS_DECIDED.match(place.of(document.text))]


_OTHERS_DECIDED = re.compile(
    r"(?:[A-ZÆØÅ][\wæøå-]*(?:,?\s+(?:og\s+)?[\wæøå-]+){0,4}?\s)?[\wæøåÆØÅ-]*(?:udvalget|rådet|bestyrelsen|nævnet|direktionen|kommissionen|skabet"
    r"|forsamlingen|forum(?:met)?|klyngen|gruppen)\s+(?:har\s+)?(?:(?:den|d\.)\s+[\d./]+[^,.]{0,20}\s)?"
    r"(?:besluttede|besluttet|godkendte|godkendt|vedtog|vedtaget|afviste|afvist|tiltrådte|forkastede|bevilgede)\b(?=.*\d)",
    re.DOTALL,
)


def is_formula(entry: ItemEntry) -> bool:
    """Tell whether a decision says no more than yes or no to what was recommended."""
    decision = entry.decision
    short = len(" ".join(entry.decision_texts).split()) <= _BARE_FORMULA
    return bool(decision and decision.recommendation) and short


def is_of_a_no(entry: ItemEntry) -> bool:
    """Tell whether a decision says yes or no to a recommendation that was itself a no.

    "Godkendt" where "afslag" was recommended grants nothing, and "Ikke tiltrådt" where it was
    recommended to shelve a matter stops nothing.
    """
    decision = entry.decision
    if decision is None or decision.outcome not in {Outcome.APPROVED, Outcome.REJECTED}:
        return False
    said = entry.decision_texts[0] if entry.decision_texts else ""
    first = next((span.of(said) for span in sentences(said)), "")
    asked_for = entry.recommendation_texts
    answers = len(first.split()) <= _BARE_FORMULA and _REFUSES.search(fold(first)) is None
    return answers and bool(asked_for) and all(_SAYS_NO.search(fold(one)) for one in asked_for)


_SAYS_NO = re.compile(
    r"\b(?:afsl(?:ag|aa\w*)|afvis\w*|forkast\w*|henlaeg\w*|nedlaeg\w*|ophoer\w*|bortfald\w*|opsig\w*|luk(?:kes|ning\w*)"
    r"|afslut(?:tes|ning\w*)|droppe[srt]?|indstilles?\s+ikke|ikke\s+(?:\w+\s+)?(?:imoedekom|godkend|bevilg|vider|forlaeng|gennemf|genoptag"
    r"|stoett|give|yde|meddel)\w*|refus\w*|reject\w*|clos(?:e|ed|ing)|discontinu\w*)\b"
)
"""What ends a thing or refuses it, folded."""
_REFUSES = re.compile(r"\b(?:afslag|afslaaet|refused)\b")
"""A word that tells by itself how it ended, whatever had been recommended."""


def answers_by_number(entry: ItemEntry) -> bool:
    """Tell whether a decision names what it decides by number alone: "Punkt 1 og 3 godkendt"."""
    decision = entry.decision
    several = decision is not None and len(decision.recommendation) > 1
    said = " ".join(entry.decision_texts)
    return several and _BY_NUMBER.search(said) is not None and _WHOLE.search(said) is None


_BY_NUMBER = re.compile(
    r"\b(?:punkt(?:erne)?|pkt\.?|ad\.?|nr\.?|led|pind|indstilling(?:erne)?)\s*\d{1,2}\b(?![.,]?\d|\s*(?:pct|kr|mio))"
    r"|\b(?:godkendte|tiltrådte|vedtog|angår)\s+\d{1,2}\s*(?:,|og\b|-)|\b(?:første|andet|tredje|fjerde)\s+(?:at|led|pind)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\bindstillingen\s+(?:(?:blev|er|bliver)\s+)?(?:\w+\s+)?(?:godkend|tiltråd|tiltræd|vedtag|følg|fulgt)",
    re.IGNORECASE,
)
NUMBERED_SHOWN = 5
"""Clauses of a recommendation shown in a line, where a decision names them by number."""


def asked(draft: Draft, document: Document, decision: Decision) -> str:
    """Return what a decision is an answer to, as far as a line has room for it."""
    clauses = decision.recommendation[:NOTED_SHOWN]
    words = " ".join(
        f"“{plain(cut_off(folded(clause.of(document.text)), LONGEST_IN_LIST))}” "
        f"{draft.cite(document, clause)}"
        for clause in clauses
    )
    return f"{draft.phrase('recommended_in_line')} {words}"


def asked_by_number(draft: Draft, document: Document, decision: Decision) -> str:
    """Return the clauses that a decision names by number, in their order, with one source."""
    clauses = decision.recommendation[:NUMBERED_SHOWN]
    words = " ".join(
        f"“{plain(cut_off(folded(clause.of(document.text)), LONGEST_IN_LIST))}”"
        for clause in clauses
    )
    marker = draft.cite(document, Span(clauses[0].start, clauses[-1].end))
    return f"{draft.phrase('recommended_in_line')} {words} {marker}"


def what_was_noted(draft: Draft, document: Document, decision: Decision) -> str:
    """Return what a body took note of, where its recommendation says it: "…, at sagen bortfalder".

    "Taget til efterretning" alone hides that something has lapsed, or what the council decided.
    """
    told = [c for c in decision.recommendation if _TAKES_NOTE.search(c.of(document.text))]
    told = told or _decided_by_others(document, decision)
    return " ".join(
        f"“{plain(cut_off(folded(c.of(document.text)), LONGEST_IN_LIST))}” "
        f"{draft.cite(document, c)}"
        for c in told[:NOTED_SHOWN]
    )
