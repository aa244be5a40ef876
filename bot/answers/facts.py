"""A fact: the sentence that answers, quoted with its place; a second source where there is one."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import matching
from bot.answers.decisions import outcome_line
from bot.answers.draft import Draft, plain
from bot.answers.excerpts import Excerpt, excerpts
from bot.answers.figures import differ
from bot.answers.places import entry_of, item_name, linked
from bot.answers.relevance import answers_question
from bot.citations import folded
from bot.questions.question import Question
from bot.questions.wanted import Wanted, holds
from bot.replies import Reply, ReplyKind
from index.archive import Filter, Found, Group, Hit, Query, View
from index.danish.dates import format_date
from index.decisions import Outcome
from index.documents import Document

SOURCES = 3
"""Passages quoted at most: one that answers, two that say more or otherwise."""

NEAR_THE_BEST = 0.75
"""Share of the best sentence's score from which another source is quoted beside it."""

PASSAGES_READ = 12
"""Passages whose sentences are weighed."""

_TELLS_LITTLE = frozenset({Outcome.NOTED, Outcome.DISCUSSED})
"""Outcomes that change nothing about a fact told in the item."""

# What speaks for a sentence, in shares of the question's weight of words. The sentence's own words
# count most; those that stand only around it (in its passage, item or title) count by half, for a
# sentence leans on its heading; something of the sort asked for is worth two fifths of a question.
_AROUND = 0.5
_OF_THE_SORT = 0.4
_RANK = 0.25


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that may answer, with its document."""

    group: Group
    document: Document
    excerpt: Excerpt
    score: float

    @property
    def words(self) -> str:
        """The sentence."""
        return folded(self.excerpt.span.of(self.document.text))


def answer(question: Question, view: View) -> Reply | None:
    """Return the sentence that answers, `None` when no passage is about the question."""
    found = view.search(
        Query(question.text, question.language, _filter(question), limit=PASSAGES_READ)
    )
    groups = [g for g in found.groups if answers_question(question, found, g)]
    evidence = _evidence(question, found, groups, view)
    if not evidence:
        return None
    return _write(question, _several(evidence))


def _filter(question: Question) -> Filter:
    """Return what restricts a fact: a case number, the last meeting; a body or year only weighs.

    The memo that says how a committee changes is not the committee's own paper, and a figure for
    2018 may stand in minutes of 2019.
    """
    period = question.period if question.last_meeting else None
    return Filter(
        bodies=question.body_keys if question.last_meeting else frozenset(),
        since=period.since if period else None,
        until=period.until if period else None,
        case_numbers=frozenset(question.case_numbers),
    )


def _evidence(
    question: Question, found: Found, groups: Sequence[Group], view: View
) -> list[Evidence]:
    """Return the sentences of the best passages, best first."""
    hits = [(group, hit) for group in groups for hit in group.hits]
    hits.sort(key=lambda pair: -pair[1].score)
    evidence: list[Evidence] = []
    best = max((hit.score for _, hit in hits), default=1.0) or 1.0
    for group, hit in hits[:PASSAGES_READ]:
        document = view.document(group.document.id)
        rank = _RANK * hit.score / best
        for excerpt in excerpts(document, hit.passage):
            score = rank + _sentence_score(question, found, group, hit, document, excerpt)
            evidence.append(Evidence(group, document, excerpt, score))
    evidence.sort(key=lambda e: -e.score)
    return evidence


def _sentence_score(
    question: Question, found: Found, group: Group, hit: Hit, document: Document, excerpt: Excerpt
) -> float:
    text = excerpt.span.of(document.text)
    own = matching.matched(found.terms, text)
    around = matching.matched(
        found.terms, " ".join((hit.passage.header, hit.passage.text, document.title))
    )
    score = matching.coverage(found.terms, own)
    score += _AROUND * matching.coverage(found.terms, around - own)
    if question.wanted:
        score += _OF_THE_SORT * _holds_beyond(question, question.wanted, text)
    if question.period and question.period.holds(group.document.date):
        score += _RANK
    return score


def _holds_beyond(question: Question, wanted: Wanted, text: str) -> float:
    """Return how far `text` holds what is wanted, beyond what the question itself says.

    "Who is chair of PLO?" is not answered by a sentence for naming PLO; numbers of the question
    ("gruppe 1-sikret", "i 2018") do not answer how many.
    """
    for token in question.text.split():
        word = token.strip("?.,:;!()\"'")
        if any(c.isdigit() for c in word):
            text = text.replace(word, " ")
    return holds(wanted, text)


def _several(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the best sentence and those of other passages that come near it."""
    best = evidence[0]
    chosen = [best]
    for other in evidence[1:]:
        if len(chosen) == SOURCES or other.score < NEAR_THE_BEST * best.score:
            break
        if not any(_same_place(other, one) or other.words == one.words for one in chosen):
            chosen.append(other)
    return chosen


def _same_place(one: Evidence, other: Evidence) -> bool:
    return one.document.id == other.document.id and (
        one.excerpt.passage == other.excerpt.passage
        or one.excerpt.span.overlaps(other.excerpt.span)
    )


def _write(question: Question, evidence: Sequence[Evidence]) -> Reply:
    draft = Draft(question.text, question.language)
    best = evidence[0]
    draft.heading(_name(draft, best))
    draft.quote(best.document, best.excerpt.span)
    _write_decision(draft, question, best)
    if len(evidence) > 1:
        draft.heading(draft.phrase("also_heading"))
        draft.points([_point(draft, other) for other in evidence[1:]])
    if question.wanted in {Wanted.MONEY, Wanted.PERCENT, Wanted.NUMBER}:
        _warn_about_figures(draft, question, evidence)
    return draft.reply(ReplyKind.FACT)


def _write_decision(draft: Draft, question: Question, evidence: Evidence) -> None:
    """Add what was decided on the item the sentence stands in: a proposal is not a decision."""
    if evidence.group.item is None:
        return
    entry = entry_of(evidence.group.document, evidence.document, evidence.group.item)
    decision = entry.decision
    if decision is None or not decision.words:
        return
    quoted = any(words.overlaps(evidence.excerpt.span) for words in decision.words)
    tells_little = decision.outcome in _TELLS_LITTLE and not (
        question.yes_or_no or question.about_decision
    )
    if not quoted and not tells_little:
        draft.heading(draft.phrase("decided_heading"))
        draft.points([outcome_line(draft, entry, evidence.document)])


def _name(draft: Draft, evidence: Evidence) -> str:
    return item_name(draft, evidence.document, evidence.group.item)


def _point(draft: Draft, evidence: Evidence) -> str:
    marker = draft.cite(evidence.document, evidence.excerpt.span)
    return f"{plain(_name(draft, evidence))}: " + linked(f"“{evidence.words}”", marker)


def _warn_about_figures(draft: Draft, question: Question, evidence: Sequence[Evidence]) -> None:
    if differ(question.text, [e.words for e in evidence]):
        draft.warn("sources_differ")
    if question.wanted is Wanted.MONEY:
        day = evidence[0].document.date
        if day:
            draft.warn("rate_undated", date=format_date(day, draft.language))
        else:
            draft.warn("rate_no_date")
