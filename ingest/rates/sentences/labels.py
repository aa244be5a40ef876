"""Words in a bracket behind a figure that tell it from its neighbours: "3 kr. (lav takst)"."""

import re

_LABEL = re.compile(r"\s*\((?P<words>[^()\d%]{2,60})\)")
_CONTRAST = re.compile(
    r"\b(?:høj|højt|høje|lav|lavt|lave|dag\w*|aften\w*|nat|natte\w*|weekend\w*|hverdag\w*|børn|voksne?n?"
    r"|intern\w*|ekstern\w*|små|store?)\b",
    re.IGNORECASE,
)


def label_at(text: str, start: int) -> tuple[str, int] | None:
    """Return the words of a bracket that begins at `start`, and where it ends."""
    found = _LABEL.match(text, start)
    return (" ".join(found["words"].split()), found.end()) if found else None


def tell_apart(labels: list[str]) -> bool:
    """Tell whether brackets of a sentence belong to the names of what stands before them.

    One alone may be a remark; several, or one of a pair such as high and low, are not.
    """
    given = [label for label in labels if label]
    return len(set(given)) > 1 or any(_CONTRAST.search(label) for label in given)
