"""Whose council or committee a paper is of, where every municipality has one of that name.

"Byrådet" of two municipalities are two bodies, which only the head of their papers tells apart.
Joint bodies have a name of their own, and heads that name whoever is host: they are left alone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.documents import Body
from ingest.structure.head.capitals import lowered
from ingest.structure.layout.lines import Line, without_mark

_OF_ONE = re.compile(
    r"(?:byråd(?:et)?|kommunalbestyrelsen?|borgerrepræsentationen?|regionsråd(?:et)?|magistraten"
    r"|(?:ældre|senior|handicap|ungdoms|unge|børne-\s+og\s+unge|udsatte|integrations|kultur|folkeoplysnings|trafiksikkerheds|frivillig)\w{0,3}råd(?:et)?"
    r"|hovedudvalget|hoved-med(?:-udvalget)?"
    r"|(?!.*(?:samarbejd|kontakt|koordin|fælles|tvær|praksis|klynge|uddannelse|følge|samord|bruger))"
    r"(?:[\wæøå]+-(?:,\s+[\wæøå]+-)*\s+og\s+)?[\wæøå]{4,}udvalg(?:et)?)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:[A-ZÆØÅ][\wæøåé-]+\s+){1,2}(?:Kommune|Amt|Amtskommune)|Region\s+[A-ZÆØÅ][\wæøå]+"
)
_PARTS = re.compile(r"\s+[–—-]\s+|\s*\|\s*")
_BEHIND_BODY = re.compile(
    r"\w*(?:råd|udvalg|bestyrelse|nævn|MED|repræsentation)(?:et|en|n)?\s*(?:,|\s+i)\s+(?P<place>\S.*)",
    re.IGNORECASE,
)
_HEAD = 8
"""Lines of a head that may name the authority; below them stand persons and where they work."""


def of_authority(body: Body | None, head: Sequence[Line], title: str | None) -> Body | None:
    """Return a body with the municipality or region that its paper is of: "Byrådet, Odde Kommune".

    Bodies of a name that is no other's, and papers that name no authority or several, stay.
    """
    if body is None or _OF_ONE.fullmatch(body.name) is None:
        return body
    lines = [without_mark(line.text) for line in head[:_HEAD] if line.short]
    places = {place for words in (*lines, title or "") for place in _places(words)}
    return replace(body, name=f"{body.name}, {places.pop()}") if len(places) == 1 else body


def _places(words: str) -> list[str]:
    parts = [part.strip(" .,") for part in _PARTS.split(words)]
    behind = [m["place"].strip(" .,") for part in parts if (m := _BEHIND_BODY.fullmatch(part))]
    named = (lowered(part) for part in (*parts, *behind))
    return [one for one in named if _PLACE.fullmatch(one)]
