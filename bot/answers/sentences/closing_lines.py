"""Lines at the end of a paper: when the next meeting is, that this one ended, whom to ask.

They stand in the text for want of a heading, and tell nothing of it.
"""

import re

from index.danish.folding import fold

_CLOSES = re.compile(
    r"\W*(?:(?:naeste|kommende) (?:ordinaere )?moede\w*\b|moedet (?:slut\w*|afsluttet|haevet)\b"
    r"|(?:the )?next meeting\b|(?:the )?meeting (?:closed|ended)\b)"
)
_ASKS_OF_MEETINGS = re.compile(r"\b(?:moede\w*|moedes|meet|meets|meetings?|naeste gang|slut\w*)\b")


_CONTACT = re.compile(
    r"\W*(?:eventuelle )?(?:spoergsmaal|henvendelser?|yderligere oplysninger"
    r"|for (?:yderligere|mere)|kontakt(?:person|oplysninger)?\b|(?:any )?questions"
    r"|(?:for )?further information|contact\b)"
    r".*(?:\bkan (?:rettes|faas|stilles)\b|\brettes til\b|\btlf\b|\btelefon\b|\be?-?mail\b|@"
    r"|\bkontakt\w*|\bplease\b|\bphone\b|\d\d \d\d \d\d \d\d)"
)
_ASKS_WHOM = re.compile(
    r"\bhvem\b|\bkontakt\w*|\btelefon\w*|\btlf\b|\bnummer\w*|\bmail\w*|\bhenvend\w*|\bspoerge\b"
    r"|\bwho(?:m)?\b|\bcontact\w*|\bphone\w*|\bnumber\b|\be-?mail\w*|\bask\b"
)


def says_whom_to_ask(words: str) -> bool:
    """Tell whether a sentence says only whom to ask about the paper."""
    return _CONTACT.match(fold(words)) is not None


def asks_whom(question: str) -> bool:
    """Tell whether a question may be answered by such a line."""
    return _ASKS_WHOM.search(fold(question)) is not None


def closes(words: str) -> bool:
    """Tell whether a sentence says only when the body meets next, or that the meeting ended."""
    return _CLOSES.match(fold(words)) is not None


def asks_of_meetings(question: str) -> bool:
    """Tell whether a question may be answered by such a line."""
    return _ASKS_OF_MEETINGS.search(fold(question)) is not None
