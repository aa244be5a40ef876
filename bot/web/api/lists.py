"""What the archive holds, as data: passages, documents, decisions, cases, rates."""

from fastapi import APIRouter, Response

from bot.answers.rates.lists import ListedRate
from bot.answers.rates.lists import listed_object as listed_rate
from bot.listing.cases import case_steps
from bot.listing.decided import decided_items
from bot.listing.lookup import cited_items
from bot.listing.passages import passages
from bot.listing.rates import rates_named
from bot.questions.askable import checked, checked_case
from bot.rendering.as_json import DecisionObject, decision_object, document_object, encoded
from bot.rendering.lists_as_json import (
    CaseObject,
    HitObject,
    ListedDocument,
    ShownObject,
    case_object,
    hit_object,
    listed_object,
    shown_object,
)
from bot.web.api.contract import described, listed_part, part, returned
from bot.web.api.failures import Guarded
from bot.web.api.parameters import (
    USUAL,
    About,
    Bodies,
    CaseNamed,
    DocumentId,
    History,
    Kinds,
    Limit,
    Offset,
    On,
    Outcomes,
    RateName,
    Since,
    Today,
    Until,
    Words,
    within,
)
from bot.web.readers import TheArchive, WhoReads
from index.archive import View
from index.errors import NotInArchive
from index.spans import Span

router = APIRouter(route_class=Guarded)


@router.get("/search", responses=described(list[HitObject], 400, 404, 422))
async def search(
    archive: TheArchive,
    reader: WhoReads,
    words: Words,
    body: Bodies,
    since: Since = None,
    until: Until = None,
    limit: Limit = 10,
) -> Response:
    """Find passages, best first, without answering anything."""
    text = checked(words)

    def found(view: View) -> str:
        cited, _ = passages(view, text, within(view, body, since, until), limit)
        return encoded([hit_object(hit, citation) for hit, citation in cited])

    return returned(await archive.seen(found, reader.audiences))


@router.get("/documents", responses=described(list[ListedDocument], 400, 404, 422, paged=True))
async def documents(
    archive: TheArchive,
    reader: WhoReads,
    body: Bodies,
    kind: Kinds,
    since: Since = None,
    until: Until = None,
    limit: Limit = USUAL,
    offset: Offset = 0,
) -> Response:
    """List documents, newest first."""

    def listed(view: View) -> tuple[str, int]:
        entries = view.documents(within(view, body, since, until, kinds=kind))
        return encoded([listed_object(e) for e in part(entries, limit, offset)]), len(entries)

    return listed_part(*await archive.seen(listed, reader.audiences))


@router.get("/documents/{id}", responses=described(ShownObject, 404, 422))
async def document(archive: TheArchive, reader: WhoReads, id: DocumentId) -> Response:  # noqa: A002
    """Return the text of a document as extracted, with the places of its items."""

    def shown(view: View) -> str:
        try:
            found = view.document(id)
        except NotInArchive:
            raise NotInArchive("No document of this id in the archive.") from None
        return encoded(shown_object(found, Span(0, len(found.text))))

    return returned(await archive.seen(shown, reader.audiences))


@router.get("/decisions", responses=described(list[DecisionObject], 400, 404, 422, paged=True))
async def decisions(
    archive: TheArchive,
    reader: WhoReads,
    body: Bodies,
    outcome: Outcomes,
    since: Since = None,
    until: Until = None,
    about: About = None,
    limit: Limit = USUAL,
    offset: Offset = 0,
) -> Response:
    """List what was decided, item by item, newest first, each with what was recommended."""
    words = checked(about) if about is not None else None

    def listed(view: View) -> tuple[str, int]:
        wanted = within(view, body, since, until, outcomes=outcome)
        items = decided_items(view, wanted, words)
        cited = cited_items(view, part(items, limit, offset))
        return encoded([decision_object(*one) for one in cited]), len(items)

    return listed_part(*await archive.seen(listed, reader.audiences))


@router.get("/cases/{named:path}", responses=described(CaseObject, 400, 404, 422))
async def case(archive: TheArchive, reader: WhoReads, named: CaseNamed) -> Response:
    """Follow a case from meeting to meeting."""
    text = checked_case(named)

    def followed(view: View) -> str:
        found, steps, cited = case_steps(view, text)
        papers = [document_object(entry) for entry in found.documents]
        return encoded(case_object(found, steps, cited, papers))

    return returned(await archive.seen(followed, reader.audiences))


@router.get("/rates", responses=described(list[ListedRate], 404, 422, paged=True))
async def rates(
    archive: TheArchive,
    reader: WhoReads,
    today: Today,
    name: RateName = "",
    on: On = None,
    history: History = False,
    limit: Limit = USUAL,
    offset: Offset = 0,
) -> Response:
    """List rates by name, each with whether it applies on a day."""

    def listed(view: View) -> tuple[str, int]:
        found = rates_named(view, name, on, today, history=history)
        return encoded([listed_rate(one) for one in part(found, limit, offset)]), len(found)

    return listed_part(*await archive.seen(listed, reader.audiences))
