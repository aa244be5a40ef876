"""A question noted down: a committee, a time, and in a word or two what is wanted of them.

"Formand KEU" and "KEU udsatte sager 2019" have no verb to say what they ask, and nothing beside
body and time that a paper could be about.
"""

from bot.questions.intents import ListAspect, PeopleAspect
from bot.questions.patterns import only
from index.danish.folding import fold


def people_noted(subject: str) -> PeopleAspect | None:
    """Return what a note wants of the people of a body.

    Args:
        subject: The note without the words that name body and time.
    """
    name = only("noted_people", _bare(subject))
    return PeopleAspect(name) if name else None


def list_noted(subject: str) -> ListAspect | None:
    """Return what a note wants listed of a body; the argument is as in `people_noted`."""
    name = only("noted_list", _bare(subject))
    return ListAspect(name) if name else None


def _bare(subject: str) -> str:
    return fold(subject).strip(" .,:;?!-–")
