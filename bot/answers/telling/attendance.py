"""People of a meeting as lines of a reply, with where the minutes name them."""

from collections.abc import Iterator, Sequence

from bot.answers.telling.draft import Draft, plain
from index.documents import Attendee, Document
from index.spans import Span


def person_lines(draft: Draft, document: Document, people: Sequence[Attendee]) -> list[str]:
    """Return a line a person; people who stand together in the text share one citation."""
    return [
        f"{plain(person_name(person))} {marker}"
        for block, marker in _cited_blocks(draft, document, people)
        for person in block
    ]


def people_together(draft: Draft, document: Document, people: Sequence[Attendee]) -> str:
    """Return people in one paragraph: those who stand together in the text, then their citation."""
    return "; ".join(
        f"{plain(', '.join(map(person_name, block)))} {marker}"
        for block, marker in _cited_blocks(draft, document, people)
    )


def person_name(person: Attendee) -> str:
    """Return a name with what the minutes add to it."""
    about = ", ".join(part for part in (person.role, person.organisation) if part)
    return f"{person.name} ({about})" if about else person.name


def _cited_blocks(
    draft: Draft, document: Document, people: Sequence[Attendee]
) -> Iterator[tuple[list[Attendee], str]]:
    for block in _blocks(document, people):
        yield block, draft.cite(document, Span(block[0].span.start, block[-1].span.end))


def _blocks(document: Document, people: Sequence[Attendee]) -> list[list[Attendee]]:
    """Return people in the order of the text, together where nobody else stands between them."""
    order = {person: at for at, person in enumerate(sorted(document.attendance, key=_place))}
    blocks: list[list[Attendee]] = []
    for person in sorted(people, key=_place):
        last = blocks[-1][-1] if blocks else None
        if (
            last is not None
            and order[person] == order[last] + 1
            and _section(document, last) == _section(document, person)
        ):
            blocks[-1].append(person)
        else:
            blocks.append([person])
    return blocks


def _place(person: Attendee) -> Span:
    return person.span


def _section(document: Document, person: Attendee) -> int | None:
    found = (s.index for s in document.sections if s.span.contains(person.span))
    return next(found, None)
