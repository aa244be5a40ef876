"""People of a meeting as lines of a reply, with where the minutes name them."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.answers.finding.remarks import sentence_at
from bot.answers.telling.decision_words import warn_of_paper
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import item_label
from bot.questions.intents import PeopleAspect
from bot.wording import phrase
from index.danish.folding import fold
from index.documents import Attendee, Document, Presence, SectionKind
from index.spans import Span

HEADINGS = {
    Presence.PRESENT: "attended_heading",
    Presence.APOLOGY: "apologies_heading",
    Presence.ABSENT: "absent_heading",
}
_LABEL = re.compile(r"(?P<label>[A-ZÆØÅ][^:.,;·\n]{2,45}?)\s*:[*_\s]*$")
_INLINE = re.compile(r"(?P<label>[A-ZÆØÅ][^:.,;·\n]{2,45}?)\s*:")
_ABOVE = re.compile(r"[#*_\s]*(?P<label>[A-ZÆØÅ][^:.,;·]{2,45}?)\s*:?[*_\s]*$")
_OF_ABSENCE = re.compile(r"afbud|frav|ikke|udeb|forfald|meldt|absent|apolog|regret")
_LONGEST_CITED = 300
_LONGEST_UNDER_LABEL = 600
"""Characters from a label to the last of the names below it that are cited with it."""
_CELLS = " · "
"""What stands between the cells of a table's row."""
_LINES_ABOVE = 12


def write_people(draft: Draft, aspect: PeopleAspect, document: Document) -> None:
    """Write those of a meeting who are asked for, each under what they were: there, away, in part.

    Who was there is told with who was not, in short. "Fraværende" is what one paper calls those
    who sent an apology in another, so they answer either question.
    """
    whole = [person for person in document.attendance if person.item is None]
    if aspect is PeopleAspect.CLERK:
        clerks = [person for person in whole if "referent" in fold(person.role or "")]
        if clerks:
            draft.heading(draft.phrase("clerk_heading"))
            draft.points(person_lines(draft, document, clerks))
        return
    in_part = [person for person in whole if person.remark]
    by = {p: [one for one in whole if one.presence is p and one not in in_part] for p in HEADINGS}
    missed = [person for person in document.attendance if person.item is not None]
    if aspect is PeopleAspect.PRESENT:
        _write_group(draft, document, by[Presence.PRESENT])
        if by[Presence.PRESENT] and all(map(_stood_in, by[Presence.PRESENT])):
            # "23 af 25 medlemmer" are counted there, and only who stood in is named.
            draft.add(draft.phrase("only_stand_ins_named"))
        write_in_part(draft, document)
        away = [one for presence in _AWAY if (one := by[presence])]
        draft.points(
            [
                f"{absence_heading(draft, document, one)}: {people_together(draft, document, one)}"
                for one in away
            ]
        )
        return
    if aspect not in {PeopleAspect.ABSENT, PeopleAspect.APOLOGIES}:
        return
    _say_who_is_not_named(draft, aspect, document, by, [*in_part, *missed])
    for presence in _AWAY:
        _write_group(draft, document, by[presence])
    write_in_part(draft, document)
    write_missed(draft, document, missed)


def _stood_in(person: Attendee) -> bool:
    return _STAND_IN.search(fold(person.role or "")) is not None


_STAND_IN = re.compile(r"stedfortraeder|suppleant|substitute")
_AWAY = (Presence.APOLOGY, Presence.ABSENT)


def _write_group(draft: Draft, document: Document, people: Sequence[Attendee]) -> None:
    if people:
        draft.heading(absence_heading(draft, document, people))
        draft.points(person_lines(draft, document, people))


def write_in_part(
    draft: Draft, document: Document, *, without: Collection[str] = frozenset()
) -> bool:
    """Write who was there, or away, for a part of the meeting, with the words that say so.

    Args:
        draft: The reply.
        document: The minutes.
        without: Names of those who are told of already.

    Returns:
        Whether there was anybody.
    """
    people = [p for p in document.attendance if p.item is None and p.remark]
    told = False
    for there in (True, False):
        lines = [
            f"{plain(person_name(one))} {draft.cite(document, words_on(document, one))}"
            for one in people
            if (one.presence is Presence.PRESENT) is there and one.name not in without
        ]
        if lines:
            draft.heading(draft.phrase(part_heading(there=there)))
            draft.points(lines)
            told = True
    return told


def part_heading(*, there: bool) -> str:
    """Return the key of the heading over those of whom a part of the meeting is told.

    "Fra kl. 16.10" means one thing among those present and the contrary among those absent.
    """
    return "part_heading" if there else "part_away_heading"


def write_missed(draft: Draft, document: Document, people: Sequence[Attendee]) -> None:
    """Write who took no part in single items."""
    if people:
        draft.heading(draft.phrase("absent_item_heading"))
        draft.points(missed_items(draft, document, people))


def _say_who_is_not_named(
    draft: Draft,
    aspect: PeopleAspect,
    document: Document,
    by: Mapping[Presence, Sequence[Attendee]],
    others: Sequence[Attendee],
) -> None:
    """Say that the minutes name nobody, resting on what they say of the attendance."""
    if by[Presence.APOLOGY] or (by[Presence.ABSENT] and aspect is PeopleAspect.ABSENT):
        return
    if by[Presence.ABSENT] or any(p.presence is not Presence.PRESENT for p in others):
        if aspect is PeopleAspect.APOLOGIES:
            draft.say("no_apologies_but_absent")
        return
    place = attendance_place(document)
    if place is not None:
        apologies = aspect is PeopleAspect.APOLOGIES
        key = "no_apologies_recorded" if apologies else "no_absentees_recorded"
        draft.add(f"{draft.phrase(key)} {draft.cite(document, place)}")


def attendance_place(document: Document) -> Span | None:
    """Return where a paper says who was there: the whole section, or else the first name."""
    parts = (s.span for s in document.sections if s.kind is SectionKind.ATTENDANCE)
    people = (person.span for person in document.attendance)
    return next(parts, None) or next(people, None)


def person_lines(draft: Draft, document: Document, people: Sequence[Attendee]) -> list[str]:
    """Return a line a person; people who stand together in the text share one citation."""
    return [
        f"{plain(person_name(person))} {marker}"
        for block, marker in _cited_blocks(draft, document, people)
        for person in block
    ]


def people_together(draft: Draft, document: Document, people: Sequence[Attendee]) -> str:
    """Return people in one paragraph: those who stand together in the text, then their citation.

    Who was there is told by a draft as by other minutes, so a draft is warned of.
    """
    warn_of_paper(draft, document)
    return "; ".join(
        f"{plain(', '.join(map(person_name, block)))} {marker}"
        for block, marker in _cited_blocks(draft, document, people)
    )


def person_name(person: Attendee) -> str:
    """Return a name with what the minutes add, a remark on a part of the meeting in quotes."""
    about = ", ".join(part for part in (person.role, person.organisation) if part)
    remark = f"“{person.remark}”" if person.remark else ""
    added = "; ".join(part for part in (about, remark) if part)
    return f"{person.name} ({added})" if added else person.name


def missed_items(draft: Draft, document: Document, people: Sequence[Attendee]) -> list[str]:
    """Return a line a person with the items that were missed: "Ida Dam: punkt 4, Kajen [2]"."""
    by_name: dict[str, list[Attendee]] = {}
    for person in people:
        if person.item is not None:
            by_name.setdefault(person.name, []).append(person)
    return [
        f"{plain(name)}: {'; '.join(_missed(draft, document, missed))}"
        for name, missed in by_name.items()
    ]


def _missed(draft: Draft, document: Document, missed: Sequence[Attendee]) -> Iterator[str]:
    """Yield the items that one person missed; those told of in one place share its citation."""
    for at, person in enumerate(missed):
        assert person.item is not None
        item = document.items[person.item]
        label = plain(", ".join(item_label(draft, item)))
        if any(map(str.isdigit, item.title)):
            label = f"{label} {draft.cite(document, item.heading)}"  # its day or sum stands there
        last = at + 1 == len(missed) or missed[at + 1].span != person.span
        marker = draft.cite(document, sentence_of(document, person)) if last else ""
        yield f"{label} {marker}".rstrip()


def absence_heading(draft: Draft, document: Document, people: Sequence[Attendee]) -> str:
    """Return what people stand under, with the words of the minutes where they differ."""
    told = draft.phrase(HEADINGS[people[0].presence])
    if people[0].presence is Presence.PRESENT:
        return told  # a stand-in may be named on the line of those who sent an apology
    own = {label for person in people if (label := label_of(document, person)) is not None}
    label = own.pop() if len(own) == 1 else None
    usual = fold(phrase(HEADINGS[people[0].presence], "da"))
    if label is None or set(fold(label).split()) <= {usual, *_SMALL}:
        return told
    return f"{told} (“{label}”)"


_SMALL = frozenset({"der", "var", "er", "fra", "meldt", "havde"})
"""Words of a label that say no more than its one noun: "Der var afbud fra"."""


def label_of(document: Document, person: Attendee) -> str | None:
    """Return the label of absence under which a person stands: "Ikke mødt"."""
    place = _label_place(document, person)
    return _without_name(place.of(document.text)) if place is not None else None


def _label_place(document: Document, person: Attendee) -> Span | None:
    """Return where that label stands: before the name on its line, or on one above."""
    text = document.text
    start = text.rfind("\n", 0, person.span.start) + 1
    before = text[start : person.span.start]
    inline = list(_INLINE.finditer(before))
    if inline:
        label = Span(*inline[-1].span("label")).moved(start)
        return label if _OF_ABSENCE.search(fold(label.of(text))) else None
    if before.strip(" -–•*\t·"):
        return None
    for _ in range(_LINES_ABOVE):
        if start == 0:
            return None
        end, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        line = text[start:end]
        if (above := _ABOVE.match(line)) and _OF_ABSENCE.search(fold(above["label"])):
            return Span(*above.span("label")).moved(start)
        if line.strip().endswith(":"):
            return None
    return None


def _without_name(label: str) -> str:
    """Return a label without the last name of the list before it: "Bo Lund Afbud fra"."""
    begun = list(_BEGINS_LABEL.finditer(label))
    return label[begun[-1].start() :] if begun else label


_BEGINS_LABEL = re.compile(
    r"\b(?:Der\s+(?:var|er)\s+(?:meldt\s+)?(?:afbud|frav)|Afbud|Fravær|Ikke|Udeb|Lovligt|Forfald|Meldt"
    r"|Absent|Apolog|Regret)"
)
"""How a label of those who were away begins, where names may stand before it on the line."""


def words_on(document: Document, person: Attendee) -> Span:
    """Return where the minutes say of a person what they say: from the label, where it is near."""
    own = _with_label(document, person, person.span)
    if own != person.span:
        return own
    whole = sentence_of(document, person)
    return whole if len(whole) <= _LONGEST_CITED else person.span


def sentence_of(document: Document, person: Attendee) -> Span:
    """Return the sentence or the line in which a person is named."""
    return sentence_at(document, person.span)


def _cited_blocks(
    draft: Draft, document: Document, people: Sequence[Attendee]
) -> Iterator[tuple[list[Attendee], str]]:
    for block in _blocks(document, people):
        place = Span(block[0].span.start, max(person.span.end for person in block))
        yield block, draft.cite(document, _with_label(document, block[0], place))


def _with_label(document: Document, first: Attendee, place: Span) -> Span:
    """Return the place of people with what says of them that they were there, or away.

    The label right before it on its line: "Fraværende: ". Of those who were away the label above
    their list as well, or the row of a table, where a cell says so: their names alone would not
    show it.
    """
    text = document.text
    start = text.rfind("\n", 0, place.start) + 1
    label = _LABEL.search(text[start : place.start])
    away = first.presence is not Presence.PRESENT
    if (away or first.remark) and (row := _row(text, place)) is not None:
        return row
    if label is not None:
        named = len(label["label"]) - len(_without_name(label["label"]))
        return Span(start + label.start("label") + named, place.end)
    above = _label_place(document, first) if away else None
    if above is not None and place.end - above.start <= _LONGEST_UNDER_LABEL:
        return Span(above.start, place.end)
    return place


def _row(text: str, place: Span) -> Span | None:
    """Return the rows of a table that a place lies in, `None` where it lies in none."""
    start, end = text.rfind("\n", 0, place.start) + 1, text.find("\n", place.end)
    rows = Span(start, end if end >= 0 else len(text))
    lines = rows.of(text).split("\n")
    return rows if all(_CELLS in line for line in lines) and len(rows) <= _LONGEST_CITED else None


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
