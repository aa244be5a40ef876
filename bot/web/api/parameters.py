"""What a request may ask for: each parameter as it is read and as the API describes it."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Depends, Path, Query
from pydantic import BeforeValidator, WithJsonSchema

from bot.asked import LONGEST
from bot.conversation.said_before import MOST_BEFORE
from bot.listing.narrowing import narrowed
from bot.replies import Language
from bot.web.readers import TheArchive
from index.archive import Filter, View
from index.decisions import Outcome
from index.documents import DocumentKind
from index.errors import NotInArchive

MOST = 1000
"""Entries that a list gives at once."""
USUAL = 100
"""Entries of a list where nothing else is asked for."""
FARTHEST = 10_000_000
"""Where a part of a list may begin; no archive has as many entries."""

_NO_KEY = r"[^\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]*"
_ASKABLE: dict[str, Any] = {
    "minLength": 1,
    "maxLength": LONGEST,
    # What `bot.questions.askable` takes: at least a letter or a digit, and no control characters.
    "pattern": rf"^{_NO_KEY}[\p{{L}}\p{{N}}]{_NO_KEY}$",
}
QUESTION_SCHEMA: dict[str, Any] = {"type": "string", **_ASKABLE}
"""Of a question, or of words."""
DAY_SCHEMA: dict[str, Any] = {"type": "string", "format": "date"}
ASKED_ON_SCHEMA: dict[str, Any] = {**DAY_SCHEMA, "pattern": "^[12]"}
"""Of the day of a question: from 1000 to 2999."""


def _day(text: object) -> object:
    if not isinstance(text, str):
        return text
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise ValueError("a day is written as 2018-12-06")


def _number(text: object) -> object:
    if isinstance(text, str) and not re.fullmatch(r"0|[1-9]\d{0,9}", text, re.ASCII):
        raise ValueError("a number is written in digits")
    return text


def _truth(text: object) -> object:
    if isinstance(text, str):
        if text not in ("true", "false"):
            raise ValueError("write true or false")
        return text == "true"
    return text


_ISO_DAY = BeforeValidator(_day)


def _whole(least: int, most: int) -> tuple[BeforeValidator, WithJsonSchema]:
    """Return how a whole number is read, and its schema, which its reading would hide."""
    return BeforeValidator(_number), WithJsonSchema(
        {"type": "integer", "minimum": least, "maximum": most}
    )


Words = Annotated[
    str, Query(alias="q", description="What to look for.", json_schema_extra=_ASKABLE)
]
Question = Annotated[
    str, Query(alias="q", description="In Danish or English.", json_schema_extra=_ASKABLE)
]
LEANS_ON = (
    "What was asked before it in its thread, oldest first: as it was asked, or as the reply to it "
    "told in `understood_as`."
)
Before = Annotated[
    list[str],
    Query(
        alias="after",
        default_factory=list,
        max_length=MOST_BEFORE,
        description=f"{LEANS_ON} May be repeated.",
    ),
    WithJsonSchema({"type": "array", "items": QUESTION_SCHEMA, "maxItems": MOST_BEFORE}),
]
AskedOn = Annotated[
    date | None,
    _ISO_DAY,
    WithJsonSchema(ASKED_ON_SCHEMA),
    Query(alias="on", description="Answer as on this day."),
]
On = Annotated[
    date | None,
    _ISO_DAY,
    WithJsonSchema(DAY_SCHEMA),
    Query(description="Only what applies on this day."),
]
Tongue = Annotated[
    Language | None,
    WithJsonSchema({"type": "string", "enum": ["da", "en"]}),
    Query(description="Of the answer; else that of the question, else Danish."),
]
Writes = Literal["quotes", "model"] | None
WhoWrites = Annotated[
    Writes,
    WithJsonSchema({"type": "string", "enum": ["quotes", "model"]}),
    Query(
        description="`quotes`: only what the papers say; `model`: the language model writes above "
        "that, where one is set; so it does where this is not said."
    ),
]
Bodies = Annotated[
    list[str],
    Query(
        alias="body",
        default_factory=list,
        description="Only this committee: its name or abbreviation. May be repeated.",
    ),
]
Kinds = Annotated[
    list[DocumentKind],
    Query(
        alias="kind",
        default_factory=list,
        description="Only documents of this kind. May be repeated.",
    ),
]
Outcomes = Annotated[
    list[Outcome],
    Query(
        alias="outcome", default_factory=list, description="Only what ended so. May be repeated."
    ),
]
Since = Annotated[
    date | None,
    _ISO_DAY,
    WithJsonSchema(DAY_SCHEMA),
    Query(alias="from", description="From this day on."),
]
SinceDay = Annotated[
    date,
    _ISO_DAY,
    WithJsonSchema(DAY_SCHEMA),
    Query(alias="since", description="From this day on."),
]
Until = Annotated[
    date | None,
    _ISO_DAY,
    WithJsonSchema(DAY_SCHEMA),
    Query(alias="to", description="Up to and including this day."),
]
About = Annotated[
    str | None,
    WithJsonSchema(QUESTION_SCHEMA),
    Query(description="Only items that these words find."),
]
RateName = Annotated[
    str, Query(max_length=LONGEST, description="What the rate is for, or part of it.")
]
History = Annotated[
    bool,
    BeforeValidator(_truth),
    WithJsonSchema({"type": "boolean"}),
    Query(description="With a day, also what does not apply on it."),
]
Limit = Annotated[int, *_whole(1, MOST), Query(ge=1, le=MOST, description="How many at most.")]
Offset = Annotated[
    int,
    *_whole(0, FARTHEST),
    Query(ge=0, le=FARTHEST, description="How many of the first to leave out."),
]
DocumentId = Annotated[str, Path(description="As lists and citations give it.", max_length=200)]
CaseNamed = Annotated[
    str, Path(description="Its number, or what it is about.", json_schema_extra=_ASKABLE)
]


def today(archive: TheArchive) -> date:
    """Return the day it is, where the machine stands."""
    return archive.today()


Today = Annotated[date, Depends(today)]
"""The clock's one way in."""


def within(
    view: View,
    bodies: Sequence[str],
    since: date | None,
    until: date | None,
    *,
    kinds: Sequence[DocumentKind] = (),
    outcomes: Sequence[Outcome] = (),
) -> Filter:
    """Return the filter that a request asks for.

    Raises:
        NotInArchive: A committee is not there, or the time ends before it begins: nothing is in it.
    """
    if since and until and until < since:
        raise NotInArchive(f"Nothing is dated both from {since} and to {until}.")
    return narrowed(view, bodies, since, until, kinds=kinds, outcomes=outcomes)
