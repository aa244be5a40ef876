"""A decision told by a label in a paragraph: "Naboen klager. Udvalgets beslutning: Afvist."."""

import re
from collections.abc import Sequence

from index.spans import Span
from ingest.structure.layout.run_on import NEAR, QUOTED

_OWN = r"(?:udvalg|råd|bestyrelsen|nævn|styregruppen|klyngen|møde)(?:et)?"
_LABEL = re.compile(
    rf"(?:{_OWN}s\s+)?(?:beslutning|konklusion|afgørelse|vedtagelse)(?:en)?\s*:\s+\S"
    rf"|{_OWN}\s+(?:besluttede|vedtog|konkluderede)\s*:\s+\S",
    re.IGNORECASE,
)
"""Before what the body that met decided; a body with a name of its own may be another."""


def labelled_at(text: str, paragraph: Span, said: Sequence[Span]) -> int | None:
    """Return which of the sentences of a paragraph says first that a decision follows.

    `None` where what stands before it tells of another meeting.
    """
    for place, span in enumerate(said):
        if _LABEL.match(span.of(text)):
            above = max(paragraph.start, span.start - NEAR)
            return place if QUOTED.search(text, above, span.start) is None else None
    return None
