"""Bodies within the word for their meeting: "Referat af skolebestyrelsesmøde den 3. maj"."""

import re
from collections.abc import Iterator, Sequence

_OF_ITS_MEETING = re.compile(
    r"(?<![\wæøå])(?P<body>(?:[\wæøå]+(?:råd|udvalg|nævn)|[\wæøå]+bestyrelse))s-?møde(?:t|referat)?(?![\wæøå])",
    re.IGNORECASE,
)
_BOARD_MEETS = re.compile(r"(?<![\wæøå])bestyrelses-?møde(?:t|referat)?(?![\wæøå])", re.IGNORECASE)
_ASSEMBLY = re.compile(r"generalforsamling", re.IGNORECASE)
_TOP = 8
"""Lines at the top of which one says what meets."""


def bodies_in_meetings(words: Sequence[str]) -> Iterator[str]:
    """Yield "Skolebestyrelsen" for the "skolebestyrelsesmøde" that the top of a paper tells of."""
    for text in words[:_TOP]:
        match = _OF_ITS_MEETING.search(text)
        if match is not None:
            ending = "n" if match["body"].lower().endswith("bestyrelse") else "et"
            yield f"{match['body'].capitalize()}{ending}"


def is_announced(body: str, words: Sequence[str]) -> bool:
    """Tell whether minutes of a board only speak of the general meeting that it calls."""
    at = [place for place, text in enumerate(words) if _ASSEMBLY.search(text)]
    above = words[: at[0]] if at else ()
    return _ASSEMBLY.match(body) is not None and any(map(_BOARD_MEETS.search, above))
