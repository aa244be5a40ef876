"""Which agenda items a list is of: of some bodies and a time, about a matter, of an outcome."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bot.answers.finding import matching
from bot.answers.finding.meetings import best_papers, one_paper_each
from bot.answers.finding.relevance import subject_of
from bot.answers.finding.searches import for_decision
from bot.answers.matters.matter import outcome_of
from bot.questions.patterns import first, pattern
from bot.questions.question import Question
from index.archive import Filter, Group, ItemEntry, Term, View
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.danish.stopwords import WEAK
from index.danish.words import folded_words
from index.decisions import Outcome

ABOUT = 0.5
"""Share of the weight of a question's subject that an item must hold to be listed for it."""

LONGEST = 25
"""Entries of a list; the newest are shown and the number of all is said."""

DECIDED = frozenset(Outcome) - {Outcome.NONE}
_MOST_PAPERS = 20_000
"""Documents that a filter may name; with more, every item is read."""


def chosen(
    question: Question, within: Filter, view: View, most: int = LONGEST
) -> tuple[Sequence[ItemEntry], int]:
    """Return the newest items of a list, and how many there are, each meeting's paper once."""
    entries, count = _listed(question, within, view, most)
    return entries, count()


def newest(question: Question, within: Filter, view: View, most: int) -> Sequence[ItemEntry]:
    """Return the newest items of a list, as `chosen` does, and count nothing."""
    return _listed(question, within, view, most)[0]


def _listed(
    question: Question, within: Filter, view: View, most: int
) -> tuple[Sequence[ItemEntry], Callable[[], int]]:
    papers = best_papers(replace(within, outcomes=frozenset()), view)
    of_a_matter = pattern("matter").search(fold(question.text)) is not None
    if of_a_matter or not papers or len(papers) > _MOST_PAPERS:
        entries = _about(question, one_paper_each(view.items(within)), view)
        entries = [e for e in entries if outcome_of(e) is not Outcome.VOTE or _may_be(question, e)]
        return entries[:most], lambda: len(entries)
    within = replace(within, documents=papers)
    if (side := _side(question)) is not None:
        taken = [e for e in view.items(within) if _took_side(side, question.names, e)]
        return taken[:most], lambda: len(taken)
    if Outcome.VOTE not in within.outcomes or len(within.outcomes) == len(DECIDED):
        return view.items(within, most), lambda: view.count_items(within)
    # Votes are few, so all of them are read to see which way they went.
    rest = replace(within, outcomes=within.outcomes - {Outcome.VOTE})
    voted = view.items(replace(within, outcomes=frozenset({Outcome.VOTE})))
    votes = [entry for entry in voted if _may_be(question, entry)]
    others = view.items(rest, most) if rest.outcomes else ()
    return _newest_first([*votes, *others])[
        :most
    ], lambda: len(votes) + (view.count_items(rest) if rest.outcomes else 0)


def _newest_first(entries: Sequence[ItemEntry]) -> list[ItemEntry]:
    return sorted(
        entries,
        key=lambda e: (-(e.document.date or date.min).toordinal(), e.document.source, e.item.index),
    )


def _may_be(question: Question, entry: ItemEntry) -> bool:
    """Tell whether a vote may have ended as asked: only words that say otherwise rule it out.

    Minutes tell of amendments first, so the last words that say it tell how the matter ended.
    """
    asked = first("outcome", fold(question.text))
    words = fold(" ".join(entry.decision_texts))
    fell = max((found.end() for found in pattern("vote_fell").finditer(words)), default=-1)
    passed = max((found.end() for found in pattern("vote_passed").finditer(words)), default=-1)
    match asked:
        case "approved":
            return passed >= fell
        case "rejected":
            return fell > passed
        case "deviated":
            return _CARRIED.search(words) is None or _AMENDED.search(words) is not None
    return True


_CARRIED = re.compile(
    r"^(?:\w+ligt\s+)?(?:godkendt|tiltraadt|vedtaget|approved|carried|adopted|agreed)\b"
    r"|\bindstilling\w*\s+(?:\w+\s+){0,3}?(?:vedtaget|tiltraadt|godkendt)\b"
    r"|\brecommendations?\s+(?:\w+\s+){0,2}?(?:carried|approved|adopted|agreed|accepted)\b"
)
_AMENDED = re.compile(
    r"\baendr\w*|\bamend\w*|\bikke\s+(?:vedtaget|tiltraadt|godkendt)|\bnot\s+(?:carried|approved|adopted|agreed|accepted)"
    r"|\bdog\b|\bbut\b|\bexcept"
)
"""What a vote says, folded, that carried the recommendation, and that it did not as it stood."""


def count_in_words(question: Question, within: Filter, view: View) -> int:
    """Return how many items of a list of outcomes cannot be told to have one of them or not.

    None where the list is of a matter: then nothing says that those items are about it.
    """
    if first("outcome", fold(question.text)) is None:
        return 0
    unclassified = _unclassified(question, within, view)
    return view.count_items(unclassified) if unclassified is not None else 0


def unrecognised(within: Filter, view: View) -> tuple[int, int] | None:
    """Return on how many items, of how many, no decision was recognised; `None` below half of them.

    Then it is hardly that nothing was decided: the minutes tell it in a way that is not known.
    """
    papers = best_papers(replace(within, outcomes=frozenset()), view)
    items = replace(within, documents=papers, outcomes=frozenset())
    if not papers or len(papers) > _MOST_PAPERS:
        return None
    count = view.count_items(items)
    known = view.count_items(replace(items, outcomes=frozenset(Outcome) - {Outcome.NONE}))
    return (count - known, count) if 2 * known < count else None


def in_words(question: Question, within: Filter, view: View, most: int) -> Sequence[ItemEntry]:
    """Return the newest of the items that a list leaves out for the same reason."""
    unclassified = _unclassified(question, within, view)
    return view.items(unclassified, most) if unclassified is not None else ()


def _unclassified(question: Question, within: Filter, view: View) -> Filter | None:
    """Return a filter for those items, `None` where a list holds them or is of a matter."""
    outcomes = frozenset({Outcome.UNCLASSIFIED}) - within.outcomes
    if not outcomes or pattern("matter").search(fold(question.text)) is not None:
        return None
    papers = best_papers(replace(within, outcomes=frozenset()), view)
    if not papers or len(papers) > _MOST_PAPERS:
        return None
    return replace(within, documents=papers, outcomes=outcomes)


_PUT_TO_VOTE = frozenset(
    {
        *(Outcome.VOTE, Outcome.REJECTED, Outcome.RECOMMENDED, Outcome.UNCLASSIFIED),
        *(Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE),
    }
)


def _side(question: Question) -> str | None:
    """Return the side that somebody is asked to have voted on, `None` where nobody is named."""
    folded = fold(question.text)
    voted = first("outcome", folded) == "vote"
    return first("side", folded) if question.names and voted else None


def _took_side(side: str, names: frozenset[str], entry: ItemEntry) -> bool:
    """Tell whether a sentence of a decision says that those named voted so."""
    said = [
        part
        for text in entry.decision_texts
        for span in sentences(text)
        for part in _SIDES.split(fold(span.of(text)))
    ]
    return any(
        pattern("side", side).search(sentence) and names <= set(folded_words(sentence))
        for sentence in said
    )


_SIDES = re.compile(r"(?=\b(?:for|i ?mod)\b[^.]{0,30}\bstemte\b)")
"""Where the words of a vote go from one side to the other, folded."""

_OUTCOMES = {
    "deviated": frozenset(
        {Outcome.APPROVED_WITH_CHANGE, Outcome.REJECTED, Outcome.SENT_BACK, Outcome.VOTE}
    ),
    "rejected": frozenset({Outcome.REJECTED, Outcome.VOTE}),
    "sent_back": frozenset({Outcome.SENT_BACK}),
    "vote": frozenset({Outcome.VOTE}),
    "recommended": frozenset({Outcome.RECOMMENDED}),
    "noted": frozenset({Outcome.NOTED}),
    "discussed": frozenset({Outcome.DISCUSSED}),
    "approved_with_change": frozenset({Outcome.APPROVED_WITH_CHANGE}),
    "approved": frozenset({Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE, Outcome.VOTE}),
}
"""What a list of such outcomes holds; of the votes, those that may have ended so."""


def _about(question: Question, entries: list[ItemEntry], view: View) -> list[ItemEntry]:
    """Return the items that are about the matter a list is asked for: "beslutninger om X".

    All of them where it names none. What a question names before such a word says whose list it
    is ("the Lindby council").
    """
    matter = pattern("matter").search(fold(question.text))
    if matter is None:
        return entries
    found = view.search(for_decision(question))
    every = WEAK[question.read_as]
    terms = [t for t in subject_of(question, found) if not _says_outcome(t.text)]
    named = set(folded_words(matter[matter.lastgroup or 0]))
    terms = [t for t in terms if t.text not in every and named.issuperset(t.text.split())]
    if not terms:
        return entries
    about = {g.key for g in found.groups if g.item and _held(terms, g) >= ABOUT}
    return [entry for entry in entries if entry.key in about]


def _held(terms: Sequence[Term], group: Group) -> float:
    # Not the header: a body's name stands in that of every item.
    title = group.item.title if group.item else ""
    words = " ".join((title, *(hit.passage.text for hit in group.hits)))
    return matching.coverage(terms, matching.matched(terms, words))


def _says_outcome(word: str) -> bool:
    return first("outcome", word) is not None or pattern("decision").search(word) is not None


def outcomes_asked_for(question: Question) -> frozenset[Outcome]:
    """Return the outcomes that a question names, none when it asks for decisions of any kind.

    Who was for or against something may be told of any decision that was put to a vote.
    """
    if _side(question) is not None:
        return _PUT_TO_VOTE
    name = first("outcome", fold(question.text))
    return _OUTCOMES[name] if name else frozenset()
