"""An answer as it stood when it was given: quoted anew, below the prose that was written of it."""

from dataclasses import replace

from bot.citations import Citation, cited_again
from bot.records.answers import Answer, CitedPlace
from bot.replies import Reply
from index.archive import View
from index.errors import NotInArchive


def as_it_stood(answer: Answer, quoted: Reply, view: View) -> Reply | None:
    """Return an answer with every quotation at its place.

    `None` where one of them stands there no more, or not for these readers.

    Args:
        answer: As it was kept.
        quoted: What the question is answered with now, by quoting.
        view: The archive for those who look.
    """
    written = answer.written
    added = written.added if written else 0
    places = answer.places[: len(answer.places) - added]
    if [c.quote for c in quoted.citations] != [place.quote for place in places]:
        return None
    if written is None or not written.by_model:
        return quoted
    citations = list(quoted.citations)
    for place in answer.places[len(places) :]:
        citation = cited_place(view, place, len(citations) + 1)
        if citation is None:
            return None
        citations.append(citation)
    return replace(quoted, text=answer.text, citations=tuple(citations), written=written)


def cited_place(view: View, place: CitedPlace, number: int) -> Citation | None:
    """Return a quotation where it stands now; `None` where it stands there no more."""
    try:
        document = view.document(place.document)
    except NotInArchive:
        return None
    return cited_again(number, document, place.span, place.quote)
