"""Adaptive Cards: what opens the passages of an answer, and an answer's rows as a table.

Whatever comes from the archive or from people stands in text runs, in which Teams reads no markup,
or in titles of buttons, which have none.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from bot.answers.rates.lines import validity_words
from bot.answers.telling.votes import told_as_of
from bot.citations import Citation
from bot.rendering.places import cut
from bot.rendering.visible import visible_line
from bot.replies import Language, Reply, ReplyKind, ToldRate
from bot.teams.drawn import CARD_BYTES, Card, size
from bot.teams.presses import CHOSEN, Press, Pressed, button
from bot.teams.sources import place_words
from bot.wording import phrase
from index.archive import ItemEntry
from index.danish.days import format_date
from index.decisions import Outcome
from index.rates.amounts import written

VERSION = "1.5"
"""Of Adaptive Cards: the newest that Teams shows everywhere."""
BUTTONS = 4
"""Sources that have a button each; of more, one is chosen from a list."""
ROWS = 20
LONGEST_CELL = 120
LONGEST_CHOICE = 100
"""Characters."""
_TABLE = "rows"
_LISTS = frozenset({ReplyKind.LIST, ReplyKind.CASE, ReplyKind.CHANGES, ReplyKind.DECISION})

Row = tuple[str, ...]


def answer_card(reply: Reply, question_id: str) -> Card | None:
    """Return the card below an answer; `None` where there is nothing to press or to show."""
    shown: list[dict[str, Any]] = openers(reply.citations, question_id, reply.language)
    header, rows = _rows(reply)
    for count in range(min(len(rows), ROWS), 0, -1):
        made = card([*shown, *_table(header, rows[:count], len(rows), reply.language)])
        if fits(made):
            return made
    return card(shown) if shown else None


def card(body: list[dict[str, Any]], actions: list[dict[str, Any]] | None = None) -> Card:
    """Return a card."""
    made: Card = {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": VERSION,
        "body": body,
    }
    if actions:
        made["actions"] = actions
    return made


def fits(made: Card) -> bool:
    """Tell whether a card is small enough to be posted."""
    return size(json.dumps(made, ensure_ascii=False)) <= CARD_BYTES


def words(text: str, **look: object) -> dict[str, Any]:
    """Return a paragraph, shown as it is."""
    return {"type": "RichTextBlock", "inlines": [run(text, **look)]}


def run(text: str, **look: object) -> dict[str, Any]:
    """Return words of one look."""
    return {"type": "TextRun", "text": text, **look}


def openers(
    citations: Sequence[Citation], question_id: str, language: Language
) -> list[dict[str, Any]]:
    """Return what shows a passage: a button for each source, or one and a list to choose from."""
    if not citations:
        return []
    if len(citations) <= BUTTONS:
        buttons = [
            button(
                phrase("teams_show_passage", language, number=one.number),
                Pressed(Press.PASSAGE, question_id, one.number),
            )
            for one in citations
        ]
        return [{"type": "ActionSet", "actions": buttons}]
    choose = phrase("teams_choose", language)
    choices = [
        {
            "title": cut(f"[{one.number}] {place_words(one, language)}", LONGEST_CHOICE),
            "value": str(one.number),
        }
        for one in citations
    ]
    field = {
        "type": "Input.ChoiceSet",
        "id": CHOSEN,
        "style": "compact",
        "label": choose,
        "value": "1",
        "choices": choices,
    }
    shown = button(phrase("teams_show_chosen", language), Pressed(Press.PASSAGE, question_id))
    return [field, {"type": "ActionSet", "actions": [shown]}]


def _rows(reply: Reply) -> tuple[Row, list[Row]]:
    """Return the header and the rows of an answer that tells of several things."""
    language = reply.language
    if reply.rates:
        names = ("rate", "amount", "period", "status")
        rows = [_rate_row(told, language) for told in reply.rates]
    elif reply.kind in _LISTS and len(reply.decisions) > 1:
        names = ("date", "body", "item", "outcome")
        rows = [_item_row(entry, language) for entry in reply.decisions]
    else:
        return (), []
    return tuple(phrase(f"teams_column_{name}", language) for name in names), rows


def _item_row(entry: ItemEntry, language: Language) -> Row:
    document = entry.document
    outcome = entry.decision.outcome if entry.decision else Outcome.NONE
    closed = entry.item.closed and outcome is Outcome.NONE
    return _cells(
        format_date(document.date, language) if document.date else "",
        document.body.short if document.body else document.title,
        entry.item.title,
        phrase("closed_item" if closed else told_as_of(entry), language),
    )


def _rate_row(told: ToldRate, language: Language) -> Row:
    rate = told.entry.rate
    status = "rate_proposed_word" if rate.proposed else f"teams_rate_{told.status.value}"
    return _cells(
        rate.name,
        " ".join(filter(None, (rate.note, written(rate.amount), rate.unit.words(language)))),
        validity_words(told.validity, language),
        f"{phrase(status, language)} [{told.citation}]",
    )


def _cells(*told: str) -> Row:
    return tuple(cut(visible_line(one), LONGEST_CELL) for one in told)


def _table(
    header: Row, rows: Sequence[Row], count: int, language: Language
) -> list[dict[str, Any]]:
    """Return a table that is shown when it is asked for: the answer's text says the same."""
    shown: list[dict[str, Any]] = [
        {
            "type": "Table",
            "firstRowAsHeader": True,
            "showGridLines": True,
            "columns": [{"width": 1}, {"width": 1}, {"width": 2}, {"width": 1}],
            "rows": [_row(header, weight="Bolder"), *(_row(row) for row in rows)],
        }
    ]
    if count > len(rows):
        more = phrase("teams_more_rows", language, count=count - len(rows))
        shown.append(words(more, isSubtle=True))
    toggle = {
        "type": "Action.ToggleVisibility",
        "title": phrase("teams_table", language),
        "targetElements": [_TABLE],
    }
    return [
        {"type": "ActionSet", "actions": [toggle]},
        {"type": "Container", "id": _TABLE, "isVisible": False, "items": shown},
    ]


def _row(cells: Iterable[str], **look: object) -> dict[str, Any]:
    made = [{"type": "TableCell", "items": [words(cell or " ", **look)]} for cell in cells]
    return {"type": "TableRow", "cells": made}
