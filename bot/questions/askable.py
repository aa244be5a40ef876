"""What can be a question at all: checked before anything is opened."""

import unicodedata

from bot.asked import LONGEST
from index.danish.personal_numbers import masked, says_something
from index.errors import UsageError


def checked(text: str) -> str:
    """Return a question, white space folded, personal numbers masked, marks without width left out.

    Raises:
        UsageError: It is empty, too long, holds no word, or holds what no keyboard types.
    """
    return masked(_plain(text))


def checked_case(text: str) -> str:
    """Return the number or the words that name a case, as `checked` returns a question.

    A number alone is taken for a case's, whatever it looks like: whoever looks up a case says so.

    Raises:
        UsageError: As `checked` does.
    """
    plain = _plain(text)
    safe = masked(plain)
    return safe if any(map(str.isalnum, safe)) else plain


def _plain(text: str) -> str:
    if len(text) > LONGEST:
        raise UsageError(
            f"The question is {len(text):,} characters long; at most {LONGEST:,} are read."
        )
    for character in text:
        match unicodedata.category(character):
            case "Cc" if not character.isspace():
                name = f"U+{ord(character):04X}"
                raise UsageError(f"The question holds a control character ({name}).")
            case "Cs":
                raise UsageError("The question is not valid UTF-8.")
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    question = " ".join(seen.split())
    if not question:
        raise UsageError("The question is empty.")
    if not says_something(question):
        raise UsageError("The question holds no word.")
    return question
