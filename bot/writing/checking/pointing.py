"""What a claim speaks of by a word for a figure alone: "tallet", "beløbet", "the amount".

Such words bind sentences and claim nothing, where the figure is there. Where neither the claim nor
what bears it has one, they are the subject of another sentence.
"""

import re

from bot.writing.checking.claims import Claim
from bot.writing.sources import Statement
from index.danish.folding import fold

_FIGURE = re.compile(
    r"(?:(?:dette|det|this|that|the)\s)?(?P<word>(?:an)?tallet|tallene|beloebet|beloebene|summen|andelen|satsen|prisen"
    r"|(?:tal|antal|beloeb)\b|figures?|numbers?|amounts?|sum|total|share)\b"
)


def pointing(claim: Claim, statement: Statement) -> str | None:
    """Return the word for a figure by which a claim begins where there is none, else `None`."""
    found = _FIGURE.match(fold(claim.own).lstrip())
    if found is None or claim.numbers or statement.figures.numbers:
        return None
    return None if found["word"] in fold(statement.text) else found["word"]
