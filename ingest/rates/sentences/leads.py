"""The words that lead into a list, and hold for each of its points."""

import re
from dataclasses import dataclass

from index.rates.units import KRONER
from index.spans import Span
from ingest.rates.sentences.figures import find_figures
from ingest.rates.sentences.qualifiers import Qualifiers, read_anywhere

_POINT = re.compile(
    r"\s*(?:[-•·▪●○◦‣*–—]\s|[•▪●]|\(?\d{1,2}[.)]\s|[a-zæøå]\)\s|(?:kr\.?\s*)?\d+[\d.,]*\s)",
    re.IGNORECASE,
)
# Cheap, for it is asked of every sentence of an archive.
_MAY_LEAD = re.compile(r":\s*$|/|\b(?:pr|per|hver|hvert|timen|om)\b|lig", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"(?:\bet|\bto|\btre|\bfire|\bfem|\bseks|\bsyv|\botte|\bni|\bti|\btyve|\btredive|\bfyrre|halvtreds|\btres"
    r"|halvfjerds|firs|halvfems|hundrede?|tusinde?)\s+(?:kr\b|kroner|øre)",
    re.IGNORECASE,
)
LONGEST_LEAD = 260
"""Characters of a lead; what is longer is a paragraph."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence without a figure that its list leans on."""

    span: Span
    text: str
    says: Qualifiers
    kroner: bool = False
    """Whether a point of its list has been counted in kroner."""

    @property
    def opens(self) -> bool:
        """Whether it stands open for what follows: with a full stop it is a sentence of its own."""
        return not self.text.endswith((".", "!", "?"))


def is_point(sentence: str) -> bool:
    """Tell whether a sentence is a point of a list: with a mark, or a figure, at its beginning."""
    return _POINT.match(sentence) is not None


def lead_of(sentence: str, span: Span) -> Lead | None:
    """Return a sentence as a lead, `None` where it cannot be one."""
    if len(sentence) > LONGEST_LEAD or not _MAY_LEAD.search(sentence):
        return None
    if _IN_WORDS.search(sentence) or any(f.currency == KRONER for f in find_figures(sentence)):
        return None  # it states an amount itself, whether or not as a rate
    says, _ = read_anywhere(sentence)
    if not sentence.rstrip().endswith(":") and not says.per:
        return None
    return Lead(span, " ".join(sentence.split()), says)
