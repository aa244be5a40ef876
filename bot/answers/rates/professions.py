"""Who is paid, by profession: "læger" are not the dentists of an agreement on "tandlægevagt"."""

import re

from index.archive import Term
from index.danish.folding import fold
from index.danish.words import folded_words

_ENDS = (
    r"laege|terapeut|plejerske|psykolog|paedagog|laerer|assistent|konsulent|hjaelper|tolk|mester|jordemoder"
    r"|optiker|kiropraktor|farmaceut|doctor|physician|dentist|therapist|nurse|midwife|teacher|interpreter"
)
_PROFESSION = re.compile(rf"(?P<stem>\w*(?:{_ENDS}))(?:r|n|er|ne|en|erne|rne|s|e|mesteren)?")


def is_profession(term: Term) -> bool:
    """Tell whether a word of a question names people by what they do."""
    return any(_PROFESSION.fullmatch(word) for word in term.text.split())


def speaks_of(term: Term, text: str) -> bool:
    """Tell whether a text names a profession by a word that begins as it does."""
    stems = [found["stem"] for word in term.text.split() if (found := _PROFESSION.fullmatch(word))]
    forms = [form for form in term.forms if " " not in form and len(form) >= _SHORTEST]
    words = folded_words(fold(text))
    return any(word.startswith(stem) for word in words for stem in (*stems, *forms))


_SHORTEST = 4
"""Letters of a stem."""
