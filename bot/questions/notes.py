"""A question noted down: a committee, a time, and in a word or two what is wanted of them.

"Formand KEU" and "KEU udsatte sager 2019" have no verb to say what they ask, and nothing beside
body and time that a paper could be about.
"""

from bot.questions.intents import ListAspect, PeopleAspect
from bot.questions.patterns import names, pattern
from index.danish.folding import fold


def people_noted(subject: str) -> PeopleAspect | None:
    """Return what a note wants of the people of a body.

    Args:
        subject: The note without the words that name body and time.
    """
    name = _noted("noted_people", subject)
    return PeopleAspect(name) if name else None


def list_noted(subject: str) -> ListAspect | None:
    """Return what a note wants listed of a body; the argument is as in `people_noted`."""
    name = _noted("noted_list", subject)
    return ListAspect(name) if name else None


def _noted(group: str, subject: str) -> str | None:
    folded = fold(subject).strip(" .,:;?!-–")
    return next((name for name in names(group) if pattern(group, name).fullmatch(folded)), None)
