"""Lines below the last item of minutes: when the next meeting is, and that this one ended.

They stand in its text for want of a heading, and tell nothing of it.
"""

import re

from index.danish.folding import fold

_CLOSES = re.compile(
    r"\W*(?:(?:naeste|kommende) (?:ordinaere )?moede\w*\b|moedet (?:slut\w*|afsluttet|haevet)\b"
    r"|(?:the )?next meeting\b|(?:the )?meeting (?:closed|ended)\b)"
)
_ASKS_OF_MEETINGS = re.compile(r"\b(?:moede\w*|moedes|meet|meets|meetings?|naeste gang|slut\w*)\b")


def closes(words: str) -> bool:
    """Tell whether a sentence says only when the body meets next, or that the meeting ended."""
    return _CLOSES.match(fold(words)) is not None


def asks_of_meetings(question: str) -> bool:
    """Tell whether a question may be answered by such a line."""
    return _ASKS_OF_MEETINGS.search(fold(question)) is not None
