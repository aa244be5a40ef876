"""The committee of the thread, named by its sort alone: "who chairs *the board*?".

An archive holds several boards. In a thread the one is meant whose papers were told.
"""

import re

from bot.conversation.naming import own_words
from bot.conversation.readings import Archive, Full
from bot.conversation.turns import Turn
from bot.questions.question import Question
from index.danish.folding import fold

_COUNCIL = r"(?<!om)raad"
"""A council, and no area: "Socialområdet"."""
_SORTS = {
    "bestyrelsen": "bestyrelse",
    "udvalget": "udvalg",
    "rådet": _COUNCIL,
    "klyngen": "klynge",
    "nævnet": "naevn",
    "kommissionen": "kommission",
    "foreningen": "forening",
    "the board": "bestyrelse",
    "the committee": f"udvalg|naevn|{_COUNCIL}",
    "the council": f"udvalg|{_COUNCIL}",
    "the cluster": "klynge",
    "the commission": "kommission",
    "the association": "forening",
}
"""How a committee is spoken of, and what such a one has in its name, folded."""
_NAMED = re.compile(rf"\b(?P<sort>{'|'.join(_SORTS)})\b(?! (?:for|of)\b)", re.IGNORECASE)
_AMONG = re.compile(
    r"(?P<all>\b(?:alle|nogen|nogle|hvem|everyone|everybody|anyone|anybody|somebody|all|who))"
    rf"\s+(?:i|fra|af|in|on|from|of)\s+(?P<sort>{'|'.join(_SORTS)})\b",
    re.IGNORECASE,
)
"""Who of the committee, which need not be said in its own thread."""


_ITS_MEETING = re.compile(
    r"\b(?P<danish>bestyrelses|udvalgs|råds|klynge|nævns)(?=møde(?:t|ts)?\b)"
    r"|(?<=(?:the|hat|his)\s)(?P<english>board|committee|council|cluster)\s+(?=meeting\b)",
    re.IGNORECASE,
)
"""What sort of meeting it was, which need not be said of one that was spoken of."""


def of_its_people(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return "who chairs the board?" of the committee that was spoken of; else `None`."""
    if asked.bodies or asked.unknown_body:
        return None
    found = _NAMED.search(asked.text)
    if found is None or turn.body is None or not _is_of_sort(found["sort"], turn):
        return None
    told = f"{asked.text[: found.start()]}{turn.body}{asked.text[found.end() :]}"
    named = archive.read(told)
    if own_words(named) or turn.body not in {entry.body.name for entry in named.bodies}:
        return None
    return Full(told, body=turn.body, is_certain=True)


def without_its_body(text: str, turn: Turn) -> str:
    """Return a message without what only says that somebody is of the committee spoken of."""
    text = _ITS_MEETING.sub("", text) if turn.day is not None else text
    found = _AMONG.search(text)
    if found is None or not _is_of_sort(found["sort"], turn):
        return text
    return f"{text[: found.start()]}{found['all']}{text[found.end() :]}"


def _is_of_sort(sort: str, turn: Turn) -> bool:
    """Tell whether the committee spoken of is of a sort, or has none in its name: "HMU Skole"."""
    name = fold(turn.body or "")
    if not name or re.search(_SORTS[sort.lower()], name):
        return bool(name)
    return re.search("|".join(_SORTS.values()), name) is None
