"""The day of a meeting, as the headings over its decisions name it."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from index.danish.days import find_dates
from index.documents import SectionKind
from ingest.structure.layout.lines import Line
from ingest.structure.layout.vocabulary import part_heading

_OVER_DECISION = re.compile(
    r"beslutning\b|behandling i\b|[^.:;]{3,90}s\s+beslutning\s+(?:den|d\.)\s", re.IGNORECASE
)


def decided_on(lines: Sequence[Line]) -> date | None:
    """Return the day that most headings of decisions name ("Beslutning i X den 3. maj 2019").

    Of two that are named as often it is the later: other bodies had the matter before.
    """
    days = Counter(
        found
        for line in lines
        if line.short and _OVER_DECISION.match(line.text)
        for _, found in find_dates(_heading_of(line))[:1]
    )
    if not days:
        return _decided_last_on(lines)
    return max(days, key=lambda day: (days[day], day))


def _heading_of(line: Line) -> str:
    """Return what stands over a decision, without the decision where that is on the same line.

    "Beslutning. Ordningen forlænges til 31. januar 2029" names no day of a meeting.
    """
    part = part_heading(line.text)
    return part.heading if part is not None and part.length < len(line.text) else line.text


def _decided_last_on(lines: Sequence[Line]) -> date | None:
    """Return the latest day over a decision: "Byrådet, 3. maj 2019, pkt. 4:", the last to meet."""
    parts = (part_heading(line.text) for line in lines if line.short)
    told = (part.heading for part in parts if part and part.kind is SectionKind.DECISION)
    return max((day for heading in told for _, day in find_dates(heading)[:1]), default=None)
