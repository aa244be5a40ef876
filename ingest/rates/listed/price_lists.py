"""Lists of prices and fees: papers that are about nothing else, and say from when they apply.

What such a list says of time holds for all that stands in it, as the term of an agreement does.
"""

import re
from datetime import date

from index.danish.days import find_dates
from index.danish.sentences import sentences
from index.documents import Document, DocumentKind
from index.rates.rate import Agreement, Validity
from index.spans import Span
from ingest.rates.sentences.validities import BEFORE_A_DAY, validity_from

_TITLE = re.compile(
    r"^\W*(?:takst|pris|gebyr|honorar|afgift|kontingent|leje|betaling|sats|entre)(?!\w*(?:notat|analyse|politik))\w*"
    r"|\b(?:takst|pris|gebyr|sats)(?:er|erne|blad|bladet|liste|listen|oversigt|oversigten|katalog|kataloget|regulativ)\b"
    r"|\b(?:prices?|fees?|rates|charges)(?:\s+list)?\b",
    re.IGNORECASE,
)
_RULES = re.compile(
    r"\W*\w*(?:instruks|retningslinje|regulativ|cirkulære|vejledning|regler|regelsæt)(?:r|n|en|et|erne|ne)?\b",
    re.IGNORECASE,
)
"""The title of rules, which hold from the day that they name, their amounts with them."""
_YEAR = re.compile(r"(?<![\w/.–-])(?:19|20)\d\d(?![\w/.–-])")
_APPLIES = re.compile(
    r"(?:^|[\s>*_(-])(?:gælder|gældende|gyldige?|gyldigt|træder\s+i\s+kraft|har\s+virkning|med\s+virkning"
    rf"|appl(?:y|ies)|valid|effective|in\s+force)\s*:?\s+{BEFORE_A_DAY}$",
    re.IGNORECASE,
)
"""What stands before the first day."""
HEAD_LENGTH = 800
"""Characters at the top of a paper in which it says from when it applies."""


def term_of_list(document: Document) -> Agreement | None:
    """Return from when a list of prices applies, under its title; `None` for any other paper.

    Where it names several days from which something applies, none holds for all of it. One of a
    year ("Takster 2026") applies in that year, where it says nothing else. What rules pay holds
    from the day on which they do.
    """
    listed = is_price_list(document.title)
    if document.kind is not DocumentKind.OTHER or not (listed or _RULES.match(document.title)):
        return None
    head = document.text[:HEAD_LENGTH]
    told = [(span, term) for span in sentences(head) if (term := _term(span.of(head))) is not None]
    told = told or (_of_the_year(document.title, head) if listed else [])
    if len({term for _, term in told}) != 1:
        return None
    span, term = told[0]
    # Next year's list may have the same title.
    named = bool(_YEAR.search(document.title)) or term.since is None
    name = document.title if named else f"{document.title} {term.since:%Y}"
    return Agreement(name, term, span)


def is_price_list(title: str) -> bool:
    """Tell whether a paper with that title is a list of prices, fees or rates."""
    return _TITLE.search(title) is not None


def _of_the_year(title: str, head: str) -> list[tuple[Span, Validity]]:
    """Return the one year of the calendar that a title names, and where it stands in the head."""
    years = _YEAR.findall(title)
    place = head.find(years[0]) if len(years) == 1 else -1
    if place < 0:
        return []
    year = int(years[0])
    span = Span(head.rfind("\n", 0, place) + 1, (head + "\n").find("\n", place))
    return [(span, Validity(date(year, 1, 1), date(year, 12, 31)))]


def _term(sentence: str) -> Validity | None:
    dates = find_dates(sentence)
    for at, (span, _) in enumerate(dates):
        if _APPLIES.search(sentence[: span.start]):
            return validity_from(sentence, dates[at:])
    return None
