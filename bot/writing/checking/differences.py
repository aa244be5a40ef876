"""Whether a claim tells as an amount what its source tells as a difference: "140 kr. lower".

"The price is 2,310 kroner, which is 140 less than today" is no price of 140 kroner.
"""

import re

from bot.replies import Language
from bot.writing.checking.claims import Claim
from bot.writing.figures import Figure
from bot.writing.sources import Statement

_MORE_OR_LESS = re.compile(
    r"(?:\W*(?:kr|kroner|mio|mia|pct|procent|point|dage?|uger?|måneder|timer|år|[a-zæøå]{3,})\b\.?){0,2}\W*"
    r"(?:lavere|højere|mindre|mere|færre|flere|dyrere|billigere|længere|kortere|større|bedre)\b",
    re.IGNORECASE,
)
"""Behind a figure of a Danish source: it says by how much something differs."""
_TOLD: dict[Language, re.Pattern[str]] = {
    "da": re.compile(
        r"\b(?:lavere|højere|mindre|mere|færre|flere|dyrere|billigere|længere|kortere|større|bedre|under|over|ned"
        r"|op|fald\w*|steg\w*|stig\w*|spar\w*|besparelse\w*|reduc\w*|forskel\w*|øge\w*|merudgift\w*)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:lower|higher|less|more|fewer|cheaper|dearer|longer|shorter|larger|smaller|better|under|over"
        r"|below|above|down|up|f[ae]ll\w*|r[io]se\w*|sav\w+|reduc\w+|increas\w+|decreas\w+|drop\w*|differ\w*)\b",
        re.IGNORECASE,
    ),
}
"""What tells in prose that a figure is a difference."""


def amount_of_a_difference(claim: Claim, statement: Statement) -> str | None:
    """Return the figure by which something differs that a claim tells as one by itself."""
    if not claim.numbers or _TOLD[claim.language].search(claim.own):
        return None
    figures = [(span, one) for span, one in statement.figures.placed if isinstance(one, Figure)]
    differing = [one for span, one in figures if _MORE_OR_LESS.match(statement.text, span.end)]
    alone = [one for _, one in figures if one not in differing]
    for told in claim.numbers:
        if any(map(told.stands_as, differing)) and not any(map(told.stands_as, alone)):
            return told.written
    return None
