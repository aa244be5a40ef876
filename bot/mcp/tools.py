"""What another assistant can do with the archive: five tools that read, and nothing that writes."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal

import msgspec
from pydantic import Field

from bot.answers.rates.lists import listed_object as listed_rate
from bot.asked import LONGEST, Asked
from bot.conversation.said_before import MOST_BEFORE, leaning_on
from bot.listing.decided import decided_items
from bot.listing.lookup import cited_items, document_named, item_numbered
from bot.listing.narrowing import narrowed
from bot.listing.passages import passages
from bot.listing.rates import rates_named
from bot.mcp.objects import Decisions, PartOfDocument, Passages, Rates
from bot.questions.askable import checked
from bot.rendering.as_json import ReplyObject, decision_object, reply_object
from bot.rendering.lists_as_json import hit_object, shown_object
from bot.replies import Reply
from index.archive import Views
from index.decisions import Outcome
from index.documents import Document
from index.errors import NotInArchive
from index.spans import Span

MOST = 100
"""Entries of a list at once: what an assistant reads takes up its room for thought."""
LONGEST_PART = 100_000
"""Characters of a document at once."""

Words = Annotated[str, Field(min_length=1, max_length=LONGEST, description="What to look for.")]
Question = Annotated[
    str,
    Field(
        min_length=1,
        max_length=LONGEST,
        description="In Danish or English, naming the committee, the matter or the meeting.",
    ),
]
Body = Annotated[
    str | None,
    Field(max_length=LONGEST, description="Only this committee: its name or its abbreviation."),
]
Since = Annotated[date | None, Field(description="From this day on, as 2018-12-06.")]
Until = Annotated[date | None, Field(description="Up to and including this day, as 2018-12-06.")]
Limit = Annotated[int, Field(ge=1, le=MOST, description="How many at most.")]
Offset = Annotated[
    int, Field(ge=0, le=10_000_000, description="How many of the first to leave out.")
]


class Tools:
    """The tools, for the audiences that the command line named."""

    def __init__(
        self,
        reply: Callable[[Asked], Reply],
        views: Views,
        audiences: frozenset[str],
        today: Callable[[], date] = date.today,
    ) -> None:
        """Take what answers, what opens the archive, for whom, and the clock."""
        self._today = today
        self._reply = reply
        self._views = views
        self._audiences = audiences

    def ask(
        self,
        question: Question,
        on: Annotated[
            date | None,
            Field(description="Answer as on this day, as 2018-12-06; else as of today."),
        ] = None,
        language: Annotated[
            Literal["da", "en"] | None,
            Field(description="Of the answer; else that of the question."),
        ] = None,
        after: Annotated[
            list[Question] | None,
            Field(
                max_length=MOST_BEFORE,
                description="What was asked before it, oldest first, where it leans on that: "
                "'and in 2019?'.",
            ),
        ] = None,
    ) -> ReplyObject:
        """Answer a question about the archive, with the passages that the answer rests on.

        The reply's text is Markdown with [1] markers, one for each citation; a citation has the
        verbatim quote with its start and end in the document. Where there is no answer, `kind`
        tells why: not decided, closed, not in the archive, or nothing found.
        """
        asked = Asked(checked(question), on, self._audiences, language)
        return reply_object(
            self._reply(leaning_on(asked, [checked(one) for one in after or ()], self._reply))
        )

    def search(
        self,
        words: Words,
        body: Body = None,
        since: Since = None,
        until: Until = None,
        limit: Limit = 10,
    ) -> Passages:
        """Find passages by words, best first, each quoted with its place; answers nothing.

        For what `ask` found no answer to. Danish words find more than English ones.
        """
        text = checked(words)
        with self._views(self._audiences) as view:
            wanted = narrowed(view, _named(body), since, until)
            cited, _ = passages(view, text, wanted, limit)
        return Passages([hit_object(hit, citation) for hit, citation in cited])

    def get_document(
        self,
        document: Annotated[
            str,
            Field(
                min_length=1,
                max_length=LONGEST,
                description="Its id or path, as a citation gives them.",
            ),
        ],
        item: Annotated[
            str | None, Field(max_length=100, description="Only this agenda item, by its number.")
        ] = None,
        start: Annotated[
            int, Field(ge=0, description="From this character on; within the whole document.")
        ] = 0,
        length: Annotated[
            int, Field(ge=1, le=LONGEST_PART, description="Characters at most.")
        ] = 20_000,
    ) -> PartOfDocument:
        """Return the text of a document as it was extracted, with the places of its agenda items.

        A long document comes in parts: go on with `start` set to the `end` of the part before,
        until that is `characters`.
        """
        found = self._document(document)
        place = _part(found, item, start, length)
        shown = shown_object(found, place)
        return PartOfDocument(
            document=shown.document,
            items=shown.items,
            start=shown.start,
            end=shown.end,
            text=shown.text,
            characters=len(found.text),
        )

    def decisions(
        self,
        body: Body = None,
        since: Since = None,
        until: Until = None,
        outcome: Annotated[Outcome | None, Field(description="Only what ended so.")] = None,
        about: Annotated[
            str | None,
            Field(
                min_length=1, max_length=LONGEST, description="Only items that these words find."
            ),
        ] = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Decisions:
        """List what was decided, item by item, newest first, each with what was recommended."""
        words = checked(about) if about is not None else None
        with self._views(self._audiences) as view:
            wanted = narrowed(
                view, _named(body), since, until, outcomes=[outcome] if outcome else None
            )
            items = decided_items(view, wanted, words)
            cited = cited_items(view, items[offset : offset + limit])
        return Decisions([decision_object(*one) for one in cited], len(items))

    def rates(
        self,
        name: Annotated[
            str,
            Field(
                max_length=LONGEST,
                description="What the rate is for, or part of it, in Danish; empty for all rates.",
            ),
        ] = "",
        on: Annotated[
            date | None, Field(description="Only what applies on this day, as 2018-12-06.")
        ] = None,
        history: Annotated[
            bool, Field(description="With a day, also what does not apply on it.")
        ] = False,
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> Rates:
        """List rates (fees, prices, subsidies) by name, each with whether it is in force.

        `verified` rates come from tables that the staff keep; the others were read from documents.
        """
        with self._views(self._audiences) as view:
            listed = rates_named(view, name, on, self._today(), history=history)
        part = listed[offset : offset + limit]
        return Rates([listed_rate(one) for one in part], len(listed))

    def text_of(self, id: str) -> str:  # noqa: A002
        """Return the text of a document as it was extracted."""
        return self._document(id).text

    def _document(self, name: str) -> Document:
        with self._views(self._audiences) as view:
            try:
                return document_named(view, name)
            except NotInArchive:
                raise NotInArchive("No document of that id or path in the archive.") from None

    def named(self) -> "tuple[tuple[Callable[..., msgspec.Struct], type[msgspec.Struct]], ...]":
        """Return each tool with the object that it returns."""
        return (
            (self.ask, ReplyObject),
            (self.search, Passages),
            (self.get_document, PartOfDocument),
            (self.decisions, Decisions),
            (self.rates, Rates),
        )


def _named(body: str | None) -> list[str]:
    return [body] if body is not None else []


def _part(document: Document, item: str | None, start: int, length: int) -> Span:
    whole = item_numbered(document, item).span if item else Span(0, len(document.text))
    begins = max(whole.start, start)
    if begins >= whole.end:
        raise NotInArchive(f"What is asked for ends at character {whole.end}.")
    return Span(begins, min(whole.end, begins + length))
