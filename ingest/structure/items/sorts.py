"""What is wanted of an item, said before its title: "3. Beslutning: Ny bro".

"Beslutning:" is also the part of an item that tells what was decided, and such parts may have
numbers as well: "2.3 Beslutning: Godkendt". A title stands in the agenda and again over its item,
or beside titles that other things are wanted of.
"""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.structure.items.candidates import Candidate, folded_title

_SORT = re.compile(
    r"(?P<sort>(?:til\s+)?(?:beslutning|orientering|drøftelse|godkendelse|efterretning))(?:ssag|spunkt)?\s*[:–-]\s+"
    r"(?=[\"”»A-ZÆØÅ0-9])",
    re.IGNORECASE,
)
_DECISION = "beslutning"


def with_sorts(found: Sequence[Candidate]) -> frozenset[Candidate]:
    """Return the numbered lines that are titles of items behind a word for what is wanted."""
    sorted_so = {
        c: match["sort"].lower()
        for c in found
        if len(c.key) == 1 and (match := _SORT.match(c.title)) is not None
    }
    printed = Counter((c.number, folded_title(c.title)) for c in sorted_so)
    others = {c.key for c, sort in sorted_so.items() if not sort.endswith(_DECISION)}
    return frozenset(
        c for c in sorted_so if printed[c.number, folded_title(c.title)] > 1 or others - {c.key}
    )
