"""A turn of a conversation: a question that stands alone, and the place its answer rests on."""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import dropwhile, takewhile

from bot.replies import Language, Reply, ReplyKind
from index.documents import MEETING_PAPERS, Document, DocumentKind, Item


@dataclass(frozen=True, slots=True)
class Listed:
    """An item that a list, or a reply on another one, told of."""

    item: str
    body: str | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What the next question of a thread may lean on. It holds names of places, no passages."""

    question: str
    """The question, made to stand alone if it was a follow-up itself."""
    language: Language
    """Of the reply."""
    body: str | None = None
    """Name of the body whose paper answered."""
    day: date | None = None
    """Day of the meeting whose paper answered."""
    item: str | None = None
    """Title of the agenda item that answered."""
    about: str | None = None
    """The question before it that names a matter, where this one asks of a meeting's people."""
    time: str = ""
    """Words of the time that was asked about, where no day stands for it."""
    papers: tuple[str, ...] = ()
    """Ids of the papers that answered and are of no meeting: the agreement, the memo."""
    kind: ReplyKind | None = None
    """Of what the reply was."""
    listed: tuple[Listed, ...] = ()
    """The items of the last list, in its order, of which one may be named by its place in it."""
    beside: tuple[Listed, ...] = ()
    """Other items of its committee that were quoted with it, or before it in the thread: they may
    treat its matter under another title."""
    unanswered: str = ""
    """What was asked last and could not be told from this: it may be asked of everything."""
    left: "Turn | None" = None
    """The turn at the matter that was spoken of before this one: it may be gone back to."""
    withheld: bool = False
    """Whether the subject may not be told here any more: what leans on it is asked back."""


def withheld(language: Language) -> Turn:
    """Return a turn whose subject nobody can read from it, for a thread that some may not know."""
    # A matter of a meeting, so that whatever could lean on one is seen to lean.
    return Turn("Hvad blev besluttet?", language, "…", date.min, "…", withheld=True)


def turn_of(reply: Reply, before: Turn | None = None) -> Turn:
    """Return the turn that a reply makes, with the place that it first rests on.

    A reply on the same meeting ("who was absent?") leaves the item that was spoken of, and one
    that asks back leaves all as it was.
    """
    if reply.asks_back and before is None:
        return Turn(reply.question, reply.language, unanswered=reply.question)
    if reply.asks_back and before is not None:
        return before if before.withheld else replace(before, unanswered=reply.question)
    if before is not None and before.withheld:
        before = None
    if before is not None and not reply.kind.asserts and _OF_AN_ITEM in (reply.understood_as or ""):
        # "Er det vedtaget?", to which nothing is known, leaves the item that was spoken of.
        said = reply.understood_as or reply.question
        return replace(before, question=said, unanswered="")
    is_missing = reply.kind is ReplyKind.NOT_IN_ARCHIVE and before is not None and before.item
    if (
        before is not None
        and (reply.kind is ReplyKind.NOT_FOUND or is_missing)
        and reply.understood_as
    ):
        # What is not found leaves the thread where it was.
        about = before.about or before.question
        return replace(before, question=reply.understood_as, about=about, unanswered="")
    if before is not None and before.item is not None and _is_of_the_rules(reply):
        # What the rules of the committee say of a matter leaves the matter.
        said = reply.understood_as or reply.question
        return replace(before, question=said, unanswered="", kind=reply.kind)
    turn = replace(_of(reply), papers=_papers(reply), kind=reply.kind, listed=_listed(reply))
    turn = replace(turn, beside=_beside(reply, turn, before), left=_left(turn, before))
    if before is not None and not turn.listed and turn.day in {one.day for one in before.listed}:
        turn = replace(turn, listed=before.listed)  # "and the fourth?", when the third was told
    if before is not None and reply.kind is ReplyKind.PEOPLE:
        turn = replace(turn, about=before.about or before.question)
    same_meeting = before is not None and (before.body, before.day) == (turn.body, turn.day)
    if before is not None and same_meeting and turn.item is None:
        return replace(turn, item=before.item)
    return turn


def _is_of_the_rules(reply: Reply) -> bool:
    """Tell whether a fact of a thread was told by a committee's terms of reference."""
    if reply.kind is not ReplyKind.FACT or _OF_AN_ITEM not in (reply.understood_as or ""):
        return False
    return reply.citations[0].document.kind is DocumentKind.TERMS


_OF_AN_ITEM = " under “"
"""How a question names the item that it is asked of."""


def _of(reply: Reply) -> Turn:
    question = reply.understood_as or reply.question
    if not reply.kind.asserts or not reply.citations:
        return Turn(question, reply.language)
    if reply.kind in _OF_SEVERAL:
        return _in_common(question, reply)
    first = reply.citations[0]
    if reply.kind is ReplyKind.PEOPLE and not reply.decisions:
        # Some papers list who came under an item of its own, which is no matter.
        return _turn(question, reply.language, first.document, None)
    told = reply.decisions[0] if reply.decisions else None
    document = first.document
    if told is not None and told.document.id == document.id:
        return _turn(question, reply.language, document, told.item)
    return _turn(question, reply.language, document, first.item)


def _listed(reply: Reply) -> tuple[Listed, ...]:
    """Return the items of a list, each once, in the order in which they are told."""
    if reply.kind is not ReplyKind.LIST:
        return ()
    # A line may also cite where its item came back: that is no item of the list.
    # What is not counted stands below, with a heading of its own.
    lines = dropwhile(lambda line: not line.startswith("- "), reply.text.splitlines())
    points = takewhile(lambda line: not line or line.startswith("- "), lines)
    first = [_MARKER.search(line) for line in points]
    cited = [reply.citations[int(marker[1]) - 1] for marker in first if marker is not None]
    told = (
        Listed(c.item.title, c.document.body.name if c.document.body else None, c.document.date)
        for c in cited
        if c.item is not None and c.item.title
    )
    return tuple(dict.fromkeys(told))[:_MOST_LISTED]


def _left(turn: Turn, before: Turn | None) -> Turn | None:
    """Return the last turn at another matter."""
    if before is None:
        return None
    stays = before.item is None or (before.item, before.day) == (turn.item, turn.day)
    return before.left if stays else replace(before, left=None, unanswered="")


def _beside(reply: Reply, turn: Turn, before: Turn | None) -> tuple[Listed, ...]:
    """Return the other items that were quoted below the one of a turn, and those known before.

    These stay as long as the thread stays with them.
    """
    if turn.item is None or reply.kind not in _QUOTES_ALIKE:
        return before.beside if before is not None and turn.body == before.body else ()
    own = Listed(turn.item, turn.body, turn.day)
    quoted = [
        Listed(c.item.title, turn.body, c.document.date)
        for c in reply.citations
        if c.item is not None and c.document.body is not None and c.document.body.name == turn.body
    ]
    known: list[Listed] = []
    if before is not None and before.item is not None:
        known = [Listed(before.item, before.body, before.day), *before.beside]
    stays = own in known
    told = dict.fromkeys([*quoted, *(known if stays else ())])
    return tuple(one for one in told if one != own and one.item)[:_MOST_BESIDE]


def _papers(reply: Reply) -> tuple[str, ...]:
    """Return the papers of no meeting that a reply rests on: of one that quotes, the first."""
    if not reply.kind.asserts:
        return ()
    several = reply.kind in _OF_SEVERAL
    rested_on = reply.citations if several else reply.citations[:1]
    others = (c.document for c in rested_on if c.document.kind not in MEETING_PAPERS)
    return tuple(dict.fromkeys(document.id for document in others))[:_MOST_PAPERS]


_MOST_PAPERS = 6
_MOST_LISTED = 20
_MOST_BESIDE = 6
_QUOTES_ALIKE = frozenset(
    {ReplyKind.FACT, ReplyKind.DECISION, ReplyKind.NOT_DECIDED, ReplyKind.CASE}
)
"""Replies that quote below the item that answers others that may have been meant."""
_MARKER = re.compile(r"\[(\d+)\]")
_OF_SEVERAL = frozenset({ReplyKind.LIST, ReplyKind.INTRO, ReplyKind.CHANGES})
"""Replies that rest on many places, of which the first is no more meant than the others."""


def _in_common(question: str, reply: Reply) -> Turn:
    """Return the turn at what all places of a reply share."""
    bodies = {c.document.body.name if c.document.body else None for c in reply.citations}
    days = {c.document.date for c in reply.citations}
    items = {c.item.title if c.item else None for c in reply.citations}
    one = len(bodies) == len(days) == 1
    return Turn(
        question,
        reply.language,
        next(iter(bodies)) if len(bodies) == 1 else None,
        next(iter(days)) if one else None,
        (next(iter(items)) or None) if one and len(items) == 1 else None,
    )


def _turn(question: str, language: Language, document: Document, item: Item | None) -> Turn:
    return Turn(
        question,
        language,
        document.body.name if document.body else None,
        document.date,
        item.title or None if item else None,
    )
