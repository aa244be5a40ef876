"""Titles in the metadata of files: most are what a program put there."""

import re

MAX_LENGTH = 300

_PROGRAM = re.compile(r"^(microsoft (office )?word|powerpoint|excel|writer)\s*[-–:]\s*", re.I)
_SUFFIX = re.compile(r"\.(docx?|docm|dotx?|pdf|odt|rtf|html?|txt|indd|pptx?|xlsx?)$", re.I)
_NOTHING = re.compile(
    r"(untitled|uden titel|unavngivet|no title|title|titel|document|dokument|word|microsoft word"
    r"|print|layout|skabelon|template|binder|scan|img|doc|kmbt|powerpoint-?præsentation)[\s_-]*"
    r"(document|dokument|skabelon)?[\s_-]*\d*",
    re.I,
)


def proper_title(metadata: str | None) -> str | None:
    """Return the title where it is more than a file name or a program's default."""
    text = " ".join((metadata or "").split())
    text = _PROGRAM.sub("", text)
    if not text or len(text) > MAX_LENGTH or _SUFFIX.search(text) or _NOTHING.fullmatch(text):
        return None
    # A single word with figures or underscores is the name of a file: "ref_2019-03-11_endelig".
    if " " not in text and re.search(r"[\d_]", text):
        return None
    return text if re.search(r"[^\W\d_]{2}", text) else None
