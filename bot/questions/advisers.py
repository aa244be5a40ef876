"""Whose advice a question asks for, where that is no body: "hvad anbefaler rådgiverne?".

Advice stands in a memo or in an item's text, and what a body decided is no answer to it.
"""

import re

from index.danish.folding import fold

_ASKS = re.compile(
    r"^\W*hvad (?:anbefaler|anbefalede|tilraader|tilraadede|foreslaar|foreslog|vurderer|vurderede) "
    r"(?P<da>(?:[a-z]+e )?[a-z]{4,}(?:en|et|erne|ene|ne|r))\b(?! (?:besluttede|at))"
    r"|^\W*what (?:do|does|did) the (?P<en>(?:[a-z]+ )?[a-z]{4,}) "
    r"(?:recommend|advise|propose|suggest)\b"
)
_BODY = re.compile(
    r"(?:udvalg|raad|naevn|bestyrelse|gruppe|forum|klynge|kommission|direktion|forsamling|ledelse|komite)(?:et|en|n|met)?$"
    r"|\b(?:committee|council|board|group|forum|cluster|commission)$"
)
"""A body advises too, by what it decides."""


def adviser_asked(text: str) -> str | None:
    """Return who a question asks the advice of, folded; `None` where it is a body, or nobody."""
    named = _ASKS.search(fold(text))
    who = (named["da"] or named["en"]) if named else None
    return who if who is not None and _BODY.search(who) is None else None
