"""A case followed over meetings: by its number, else by its topic."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answers.finding.meetings import one_paper_each
from bot.answers.finding.relevance import relevant
from bot.answers.finding.searches import for_decision
from bot.answers.finding.subjects import in_papers_that_name
from bot.answers.matters import matter, titles
from bot.answers.matters.case_steps import case_of_item
from bot.answers.matters.listed_items import LONGEST
from bot.answers.matters.matter import entry_of
from bot.answers.matters.returns import PUT_OFF, followed
from bot.answers.telling.decision_words import told_lines, what_became
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.openings import opening_of_item
from bot.answers.telling.places import cite_opening, document_name, item_name, item_title
from bot.answers.telling.recommended import write_recommendation
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Filter, Group, ItemEntry, View
from index.danish.words import folded_words


def answer(question: Question, view: View) -> Reply | None:
    """Return the steps of a case in the order of time, `None` when there is no such case."""
    if question.case_numbers:
        return _by_number(question, view)
    return _by_topic(question, view)


def _by_number(question: Question, view: View) -> Reply | None:
    number = question.case_numbers[0]
    within = Filter(case_numbers=frozenset({number}))
    items = matter.by_date(one_paper_each(view.items(within)))
    whole = [d for d in view.documents(within) if number in d.case_numbers]
    if not items and not whole:
        return None
    if question.about_decision and len(items) == 1:
        return None  # one decision is answered as one, with its recommendation
    draft = Draft(question.text, question.language)
    draft.heading(draft.phrase("case_headline", number=number))
    others = [view.document(d.id) for d in whole]
    _write_steps(draft, [e for e in items if number in e.item.case_numbers], view)
    if others:
        draft.heading(draft.phrase("case_mentioned"))
        draft.points(
            [
                f"{plain(document_name(draft, d))} · {plain(d.title)} {cite_opening(draft, d)}"
                for d in others[:LONGEST]
            ]
        )
    return draft.reply(ReplyKind.CASE)


def _by_topic(question: Question, view: View) -> Reply | None:
    groups = next((g for asked in _asked(question) if (g := _items(asked, view))), [])
    if not groups:
        return None
    first = groups[0]
    assert first.item is not None
    seed = entry_of(first.document, view.document(first.document.id), first.item)
    steps = case_of_item(seed, view).steps
    entries = {step.entry.key: step.entry for step in steps}
    entries |= {entry.key: entry for entry in _naming_each_other(seed, groups, view)}
    draft = Draft(question.text, question.language)
    _write_steps(draft, matter.by_date(one_paper_each(list(entries.values()))), view)
    if not all(step.by_number for step in steps):
        draft.warn("case_by_title")
    return draft.reply(ReplyKind.CASE)


def _naming_each_other(seed: ItemEntry, groups: Sequence[Group], view: View) -> Iterator[ItemEntry]:
    """Yield the items on the topic that name an item's number, or whose number it names.

    Another body writes "havnens sag 25-03" under a number and a title of its own.
    """
    words = seed.item.span.of(view.document(seed.document.id).text)
    for group in groups:
        if group.item is None or group.document.id == seed.document.id:
            continue
        document = view.document(group.document.id)
        own = group.item.span.of(document.text)
        if _names(own, seed.item.title) or _names(words, group.item.title):
            yield entry_of(group.document, document, group.item)


def _names(words: str, title: str) -> bool:
    """Tell whether words name the case that a title begins with: "Sag 25-03 Landstrøm"."""
    own = _NUMBERED.match(title)
    return own is not None and (
        re.search(
            rf"\bsag(?:en|s)?\s+(?:nr\.?\s*)?{re.escape(own[1])}\b(?!-)", words, re.IGNORECASE
        )
        is not None
    )


_NUMBERED = re.compile(r"sag\s+(?:nr\.?\s*)?(\d{1,4}\s?[-/]\s?\d{1,5})\b", re.IGNORECASE)


def _asked(question: Question) -> list[Question]:
    """Return the question without the words that only ask for a course, and as it is."""
    words = [_OF_A_CASE.sub("", word) for word in question.subject.split()]
    kept = [w for w in words if _ASKING.isdisjoint(folded_words(w))]
    # "Tilbage" of "kom sagen tilbage" stands in every item that was sent back.
    return [replace(question, subject=" ".join(kept)), question] if kept else [question]


_OF_A_CASE = re.compile(r"(?<=\w{4})sagen?\b")
"""What "hegnssagen" adds to the matter."""
_ASKING = frozenset(
    folded_words(
        "forløbet forløb sagen sag forløber gået langt kommet nået udviklet udvikling historie "
        "historik far come got gotten gone progressed along advanced how stand stands now today "
        "case matter kommet kom vendt vendte tilbage igen come came back returned again "
        "udskudt udsat postponed deferred"
    )
)


def _items(question: Question, view: View) -> list[Group]:
    found = view.search(for_decision(question))
    groups = in_papers_that_name(question, found, relevant(question, found), view)
    return [group for group in groups if group.item]


def _write_steps(draft: Draft, items: Sequence[ItemEntry], view: View) -> None:
    """Write what the case is about, by its newest item, and then every step."""
    if not items:
        return
    newest = items[-1]
    document = view.document(newest.document.id)
    title = f"**{plain(item_title(draft, newest.item))}**"
    draft.add(f"{title} {draft.cite(document, newest.item.heading)}")
    if opening_words := opening_of_item(document, newest.item):
        draft.quote(document, opening_words)
    draft.points(told_lines(draft, items[-LONGEST:], view), len(items))
    settled = [entry for entry in items if matter.is_settled(entry)]
    if settled and settled[-1].decision and settled[-1].decision.recommendation:
        last = view.document(settled[-1].document.id)
        if len(items) > 1:
            draft.heading(item_name(draft, last, settled[-1].item))
        write_recommendation(draft, last, settled[-1])
    if matter.outcome_of(newest) in PUT_OFF:
        became = followed([newest], view)[0]
        draft.add(what_became(draft, became, view))
    if any(titles.are_apart(entry.item.title, newest.item.title) for entry in items):
        draft.warn("case_matters")
