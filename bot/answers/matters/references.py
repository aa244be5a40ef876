"""Items that say themselves at which meeting their matter was before, under whatever title.

"Sagen blev udskudt på mødet den 3. november 2022" ties an item to that meeting; of what was put
off there, to the one that shares a word with it. "Udvalget ændrede sin beslutning af 3. november
2022" does the same for what was decided there.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.answers.matters.matter import by_date
from bot.answers.matters.titles import are_apart, content_words
from index.archive import ItemEntry, View
from index.danish.days import find_dates
from index.danish.folding import fold
from index.danish.sentences import sentences

READ = 40
"""Later items that share a word with one, the first of them, that are read for the day of it."""

NEXT_MEETINGS = 3
"""Meetings of the body in which what was put off is looked for: it says so when it comes back."""

_PUT_OFF = re.compile(r"udskudt|udskoed|udsat|udsatte|genoptag|sendt tilbage|hjemvist|tilbagesendt")
"""Words that tell of putting off, folded."""
_DECIDED = re.compile(
    r"\b(?:beslutning|afgoerelse|vedtagelse|godkendelse|bevilling|vedtog|besluttede|godkendte"
    r"|afviste|tiltraadte|bevilgede|blev\s+(?:\w+\s+)?(?:besluttet|vedtaget|godkendt|afvist"
    r"|tiltraadt|bevilget))"
)
"""Words that tell of an earlier decision, folded."""


def referring(entry: ItemEntry, later: Sequence[ItemEntry], view: View) -> Iterator[ItemEntry]:
    """Yield the items of the next meetings of a body that tell that an item was put off."""
    day = entry.document.date
    if day is None:
        return
    words = content_words(" ".join((entry.item.title, *entry.decision_texts)))
    for other in _of_next_meetings(entry, later):
        text = other.item.span.of(view.document(other.document.id).text)
        shared = words & content_words(other.item.title)
        if shared and str(day.year) in text and _tells_of(text, day, _PUT_OFF):
            yield other


def revisiting(entry: ItemEntry, later: Sequence[ItemEntry], view: View) -> Iterator[ItemEntry]:
    """Yield the later items of a body that name the day on which an item was decided.

    They share a word of the title, so that another decision of that day is not meant.
    """
    day, body = entry.document.date, entry.document.body_key
    if day is None or body is None:
        return
    words = content_words(entry.item.title)
    alike = [
        other
        for other in later
        if other.document.body_key == body
        and (other.document.date or date.min) > day
        and words & content_words(other.item.title)
        and not are_apart(entry.item.title, other.item.title)
    ]
    for other in by_date(alike)[:READ]:
        text = other.item.span.of(view.document(other.document.id).text)
        if str(day.year) in text and _tells_of(text, day, _DECIDED):
            yield other


def _of_next_meetings(entry: ItemEntry, later: Sequence[ItemEntry]) -> list[ItemEntry]:
    day, body = entry.document.date or date.min, entry.document.body_key
    own = [e for e in later if e.document.body_key == body and (e.document.date or day) > day]
    next_ = sorted({e.document.date for e in own if e.document.date})[:NEXT_MEETINGS]
    return [e for e in own if e.document.date in next_]


def _tells_of(text: str, day: date, said: re.Pattern[str]) -> bool:
    """Tell whether a sentence names a day and speaks of what was done on it."""
    year = str(day.year)

    def may_tell(paragraph: str) -> bool:
        return year in paragraph and said.search(fold(paragraph)) is not None

    return any(
        any(told == day for _, told in find_dates(sentence)) and said.search(fold(sentence))
        for span in sentences(text, among=may_tell)
        for sentence in [span.of(text)]
        if year in sentence
    )
