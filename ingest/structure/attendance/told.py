"""Lists of members in which the word behind each name tells whether that person came.

"Ib Krog: Deltog", "Maja Dam Medlem Afbud", "Ida Vad: Afbud (stedfortræder Bo Lund)".
"""

import re
from collections.abc import Iterator

from index.documents import Attendee, Presence
from index.spans import Span
from ingest.structure.people import parse_person

_TOLD = re.compile(
    r"(?P<who>[A-ZÆØÅ][^:·]{3,80}?)\s*(?P<mark>[:·–-])?(?<!\bmed)(?<!\buden)(?<!\befter)\s+(?:(?P<office>(?-i:[A-ZÆØÅ])?[a-zæøå]*(?:medlem|formand|forkvinde|observatør))\s+)?"
    r"(?P<what>deltog(?P<no>\s+ikke)?|til\s*stede|mødt|afbud|fraværende|ikke\s+(?:mødt|til\s*stede)|udeblev(?:et)?)"
    r"\s*(?:\((?P<inside>[^()]*)\)?)?\s*\.?",
    re.IGNORECASE,
)
_STAND_IN = re.compile(
    r"(?:stedfortræder|suppleant)(?:\s+var)?\s*:?\s+(?P<who>[^,;()]{4,80})", re.I
)
_CAME = re.compile(r"deltog|til\s*stede|mødt", re.IGNORECASE)


def told(start: int, words: str) -> Iterator[Attendee]:
    """Yield the person whom a line names with whether that person came, and who came instead.

    Args:
        start: Where the line stands in the text.
        words: The line, without its list mark.
    """
    match = _TOLD.fullmatch(words)
    person = parse_person(match["who"]) if match is not None else None
    if match is None or person is None or ("," in match["who"] and match["mark"] is None):
        return
    if match["what"].lower() == "afbud":
        presence = Presence.APOLOGY
    else:
        came = _CAME.match(match["what"]) is not None and match["no"] is None
        presence = Presence.PRESENT if came else Presence.ABSENT
    office = (match["office"] or "").lower()
    role = person.role or (office if office not in {"", "medlem"} else None)
    span = Span(start + match.start("who"), start + match.end("who"))
    yield Attendee(person.name, role, person.organisation, presence, span, item=None)
    instead = _STAND_IN.search(words, match.start("inside")) if match["inside"] else None
    other = parse_person(instead["who"]) if instead is not None else None
    if instead is not None and other is not None and presence is not Presence.PRESENT:
        span = Span(start + instead.start("who"), start + instead.end("who"))
        yield Attendee(
            other.name, "stedfortræder", other.organisation, Presence.PRESENT, span, item=None
        )
