"""Where a paper names a person in an item, or tells of somebody who took no part in it.

What was read as attendance may lack what a sentence says: nobody is told to have taken part in an
item, nor an item to have had everybody, before its own words are searched.
"""

import re
from collections.abc import Iterator, Sequence

from index.danish.folding import fold
from index.danish.sentences import sentences
from index.documents import Attendee, Document, Item, SectionKind
from index.spans import Span

_ABSENCE = re.compile(
    r"\binhabil|\bhabilitet|\b(?:deltog|deltager|medvirkede|medvirker)\s+(?:\w+\s+)?ikke\b"
    r"|\bikke\s+(?:deltaget|medvirket|til\s+stede|mødt|med\s+til)\b|\b(?:forlod|forlader)\b"
    r"|\b(?:gik|gaar|traadte|traeder|traadt|gaaet)\s+(?:ud|fra|uden)\b|\bfravaer|\bafbud\b|\bundtagen\b"
    r"|\berklaere(?:de|r)\s+sig\b|\bvar\s+ude\b|\bikke\s+til\s*stede\b|\bdisqualified\b|\brecused\b"
    r"|\b(?:left|absent|abstain\w*)\b|\bnot\s+(?:take|taken|present|participate)\b|\bconflict\s+of\b"
)
DISQUALIFIED = re.compile(r"inhabil|habilitet|disqualified|conflict of|recused")
_SOMEBODY = re.compile(
    r"[A-ZÆØÅ][\wæøå-]+\s+[A-ZÆØÅ]|\b(?:[Hh]an|[Hh]un|[Ff]ormanden|[Bb]orgmesteren)\b"
)
_BEHIND = re.compile(
    r"\s*(?:[(\[](?P<inside>[^()\[\]]{3,160})[)\]]|[,–-]\s*(?P<after>[^,;\n]{5,90}))"
)


def named_in_item(names: Sequence[str], document: Document, item: Item) -> list[Span]:
    """Return the sentences of an item that name one of several spellings of a person.

    A surname will do, unless the name before it is another person's.
    """
    found: dict[Span, None] = {}
    for name in names:
        *given, last = name.split()
        for match in re.finditer(rf"\b{re.escape(last)}s?\b", document.text):
            place = Span(match.start(), match.end())
            whole = _sentence(document, item, place)
            if whole is not None and _may_be(given, document.text, place.start):
                found[whole] = None
    return list(found)


def tells_vote(words: str) -> bool:
    """Tell whether words on a person in an item are on a vote cast, and on nothing missed."""
    told = fold(words)
    return re.search(r"\bstem(?:te|mer|t)\b|\bvoted\b", told) is not None and not (
        _ABSENCE.search(told) or re.search(r"\bikke\b", told)
    )


def _may_be(given: Sequence[str], text: str, start: int) -> bool:
    """Tell whether what stands before a surname may be the person's: nothing, or a given name."""
    before = re.search(r"([A-ZÆØÅ][\w.'’-]*)\s+$", text[max(start - 60, 0) : start])
    if before is None or not given:
        return True
    word = fold(before[1]).rstrip(".")
    own = [fold(one).rstrip(".") for one in given]
    return word in _TITLES or any(one.startswith(word) or word.startswith(one) for one in own)


_TITLES = frozenset({"formand", "formanden", "naestformand", "borgmester", "medlem", "fru", "hr"})


def absences_in_item(document: Document, item: Item) -> list[Span]:
    """Return the sentences of an item that tell of somebody who took no part."""
    return list(_telling(document, _ABSENCE, [item.index]))


def disqualified_in(document: Document) -> list[Span]:
    """Return the sentences of a paper's items that tell of somebody who was disqualified."""
    open_items = [item.index for item in document.items if not item.closed]
    return list(_telling(document, DISQUALIFIED, [None, *open_items]))


def _telling(
    document: Document, pattern: re.Pattern[str], items: Sequence[int | None]
) -> Iterator[Span]:
    for section in document.sections:
        if section.item not in items:
            continue
        for span in sentences(section.body.of(document.text)):
            place = span.moved(section.body.start)
            words = place.of(document.text)
            if pattern.search(fold(words)) and _SOMEBODY.search(words):
                yield place


def told_behind(document: Document, person: Attendee) -> Span | None:
    """Return a name with what stands behind it, where that tells of an absence in part.

    "Ib Krog (inhabil i sag 4)" is listed as present, and there is more to it.
    """
    at = person.span
    if _ABSENCE.search(fold(at.of(document.text))):
        return at
    behind = _BEHIND.match(document.text, at.end)
    if behind is None or not _ABSENCE.search(fold(behind[0])):
        return None
    return Span(at.start, behind.end())


def _sentence(document: Document, item: Item, place: Span) -> Span | None:
    """Return the sentence of an item with a place in it, whole where it is broken over lines."""
    for section in document.sections_of(item.index):
        if section.kind is not SectionKind.ATTENDANCE and section.body.contains(place):
            told = (s.moved(section.body.start) for s in sentences(section.body.of(document.text)))
            return next((whole for whole in told if whole.contains(place)), place)
    return None
