"""Marks on a web page that say an item is closed, where the text alone would not say so.

"Lukket" is often a badge between the number and the title, the label of a padlock, or only a
class of the heading. Each becomes a line of its own below the heading, as other papers have it.
A class "closed" or "lukket" may also mean that something is folded up: see `_all_folded`.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import cast

from lxml import etree

from ingest.reading.extraction import ink
from ingest.reading.html_chrome import drop

LINE = "Lukket punkt"
"""What is written where only a class or a label says it."""

MOST_NODES = 100
"""Elements in a line that is looked at: a heading has few, and a hostile page has thousands."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE_TAGS = "a abbr b button em font i img label mark small span strong sub sup var"
_INLINE = frozenset(_INLINE_TAGS.split())
_INSIDE = frozenset({"td", "th", "li"})
"""Their marks stay inside them; those of other blocks follow them."""
_CLOSED = (
    r"(?:lukket|fortroligt?|hemmeligt?|ikke[\s-]?offentligt?|ikke[\s-]?åben?t?|closed|confidential)"
)
_WHAT = r"(?:\s+(?:dagsordens?)?(?:punkt|sag|møde|del|item)|\s+for\s+offentligheden)"
_SAYS = re.compile(rf"[\s(\[🔒]*{_CLOSED}{_WHAT}*[\s)\].:!|]*", re.IGNORECASE)
_LABEL = re.compile(
    rf"(?:[^.]{{0,40}}[:–-]\s*|(?:punktet|sagen|dette\s+punkt)\s+er\s+)?{_CLOSED}(?P<what>{_WHAT}*)[\s.!]*",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(rf"\b{_CLOSED}{_WHAT}", re.IGNORECASE)
"""A heading that says so itself needs no line: "Lukket punkt: Klage"."""
_LABELS = ("aria-label", "title", "alt", "data-original-title", "data-tooltip")
_EDGE = r"(?:^|[-_])"
_NAME = re.compile(
    rf"{_EDGE}(?:lukket|lukkede|fortroligt?|confidential|ikke-?offentligt?)(?:$|[-_]|punkt|sag|dagsorden|møde)"
    rf"|{_EDGE}(?:item|point|agenda|punkt|sag|case|meeting)[-_]?closed(?:$|[-_])"
    rf"|{_EDGE}closed[-_]?(?:item|point|agenda|punkt|sag|case|meeting)(?:$|[-_])"
)
_NAME_OPEN = re.compile(r"aaben|åben|aben(?:t|$)|open")
_BADGE = re.compile(
    r"(?:^|[-_\s])(?:badge|label|tag|status|pill|chip|mark|flag|tilstand|offentlighed|adgang)\w*"
)
_FOLDING = re.compile(r"accordion|collaps|fold|toggle|expand|panel|drawer|menu|dropdown")
_NO = frozenset({"false", "0", "nej", "no"})
_YES = frozenset({"true", "1", "ja", "yes"})
_OPEN_TEXT = re.compile(r"åb(?:en|ent|ne)(?:\s+\w+)?", re.IGNORECASE)
_NUMBER = re.compile(r"\W*(?:(?:punkt|pkt|sag)\W*(?:nr\W*)?)?[\d\W]*(?:[a-z]\W)?\W*", re.IGNORECASE)
_TITLE = re.compile(r"\W*(?:$|(?-i:[A-ZÆØÅ0-9])|(?<=[–:|-]\s))", re.IGNORECASE)


def part_marks(root: etree._Element) -> int:
    """Give every such mark a line of its own; return how much ink was added for it."""
    added = 0
    for badge in [each for each in root.iter() if _is_badge(each)]:
        words, block = _words(badge), _block_of(badge)
        drop(badge)
        _write(block, words)
    for block in _said_by_attributes(root):
        _write(block, LINE)
        added += ink(LINE)
    return added


def _said_by_attributes(root: etree._Element) -> list[etree._Element]:
    """Return the blocks that are closed by a label or a class alone, each once."""
    labelled = [_line_of(each) for each in root.iter() if _is_labelled(each)]
    named = list(dict.fromkeys(_named_headings(root)))
    if _all_folded(root, named):
        named = []
    blocks = dict.fromkeys((*labelled, *named))
    return [block for block in blocks if _IN_WORDS.search(_words(block)) is None]


def _named_headings(root: etree._Element) -> Iterator[etree._Element]:
    inside: set[etree._Element] = set()
    for element in root.iter():
        if element not in inside and _is_named(element):
            inside.update(element.iter())
            yield from _headings_of(element)


def _words(element: etree._Element) -> str:
    """Return the words of an element, those of a long one only as far as is looked at."""
    pieces: list[str] = []
    for each in islice(element.iter(), MOST_NODES):
        pieces += [each.text or "", (each.tail or "") if each is not element else ""]
    return " ".join("".join(pieces).split())


def _tag(element: etree._Element) -> str:
    return str(element.tag).lower()


def _names(element: etree._Element) -> list[str]:
    raw = f"{element.get('class') or ''} {element.get('id') or ''}"
    return re.sub(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])", "-", raw).lower().split()


def _line_of(element: etree._Element) -> etree._Element:
    """Return the block whose line an element is part of; itself where it stands among blocks."""
    block = _block_of(element)
    among = any(_tag(each) not in _INLINE | {"br"} for each in block)
    return element if among and _tag(block) not in _HEADINGS | _INSIDE else block


def _block_of(element: etree._Element) -> etree._Element:
    """Return the element itself, or the nearest around it, that is no part of a line."""
    around = (element, *element.iterancestors())
    heading = next((each for each in around if _tag(each) in _HEADINGS), None)
    return heading if heading is not None else next(e for e in around if _tag(e) not in _INLINE)


def _is_badge(element: etree._Element) -> bool:
    """Tell whether an element beside other words holds "Lukket", and is no word of a sentence."""
    if _tag(element) not in _INLINE | {"div", "p"} or _SAYS.fullmatch(_words(element)) is None:
        return False
    parent = element.getparent()
    if parent is None or _words(block := _block_of(parent)) == _words(element):
        return False
    if next(islice(block.iter(), MOST_NODES, None), None) is not None:
        return False  # no line of an agenda
    in_heading = _tag(block) in _HEADINGS
    if not in_heading and any(_tag(each) not in _INLINE | {"br"} for each in block):
        return False  # a line of its own already
    before, after = _around(block, element)
    if _BADGE.search(" ".join(_names(element))) or _names_it(element):
        return in_heading or bool(_NUMBER.fullmatch(before) or not after.strip())
    # "Besøg på <em>lukket</em> afdeling" is a title; "2 <b>Lukket</b> Salg af grund" has a mark.
    edge = _NUMBER.fullmatch(before) is not None and _TITLE.match(after) is not None
    return in_heading and edge


def _around(block: etree._Element, element: etree._Element) -> tuple[str, str]:
    """Return the text of a block before and after one of its elements."""
    sides: tuple[list[str], list[str]] = ([], [])
    seen = False
    for text in cast("list[etree._ElementUnicodeResult]", block.xpath(".//text()")):
        parent = text.getparent()
        holder = parent.getparent() if parent is not None and text.is_tail else parent
        if holder is element or (holder is not None and element in holder.iterancestors()):
            seen = True
        else:
            sides[seen].append(str(text))
    return "".join(sides[0]), "".join(sides[1])


def _write(block: etree._Element, words: str) -> None:
    """Put a line below a block, or at the end of it where it is a cell or a point of a list."""
    line = etree.Element("p")
    line.text = words
    parent = block.getparent()
    if _tag(block) in _INSIDE or parent is None or _tag(block) == "body":
        block.append(line)
        return
    line.tail, block.tail = block.tail, None
    parent.insert(parent.index(block) + 1, line)


def _is_labelled(element: etree._Element) -> bool:
    """Tell whether a heading, a part of one, or an element without words is labelled "Lukket"."""
    labels = (" ".join((element.get(name) or "").split()) for name in _LABELS)
    found = [match for label in labels if (match := _LABEL.fullmatch(label))]
    if not found or (_folds(element) and not any(match["what"] for match in found)):
        return False
    in_heading = any(_tag(each) in _HEADINGS for each in (element, *element.iterancestors()))
    return _SAYS.fullmatch(_words(element)) is None and (in_heading or not _words(element))


def _names_it(element: etree._Element) -> bool:
    """Tell whether the class, id or data of an element say closed."""
    if any(_NAME.search(name) and not _NAME_OPEN.search(name) for name in _names(element)):
        return True
    for name, value in element.items():
        kind, says = str(name).lower(), str(value).strip().lower()
        if not kind.startswith("data-"):
            continue
        if re.search(r"offentlig|public", kind) and says in _NO:
            return True
        if re.search(r"lukket|fortrolig|confidential", kind) and says in _YES:
            return True
        if says in ("lukket", "fortrolig", "fortroligt", "confidential"):
            return True
    return False


def _is_named(element: etree._Element) -> bool:
    if _tag(element) in ("html", "body", "main", "form") or not _names_it(element):
        return False
    words = _words(element)
    return not (_SAYS.fullmatch(words) or _OPEN_TEXT.fullmatch(words))


def _headings_of(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the heading around an element, or those first in rank inside it; or its row."""
    if _tag(element) == "tr":
        yield from [each for each in element if _tag(each) in ("td", "th")][-1:]
        return
    around = (element, *element.iterancestors())
    heading = next((each for each in around if _tag(each) in _HEADINGS), None)
    if heading is not None:
        yield heading
        return
    within = [each for each in element.iter() if _tag(each) in _HEADINGS]
    yield from (each for each in within if each.tag == within[0].tag)


def _folds(element: etree._Element) -> bool:
    """Tell whether an element opens or holds something that folds out."""
    if _tag(element) in ("button", "summary", "details"):
        return True
    marks = ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle", "onclick")
    if any(element.get(name) is not None for name in marks):
        return True
    return _FOLDING.search(" ".join(_names(element))) is not None


def _all_folded(root: etree._Element, named: list[etree._Element]) -> bool:
    """Tell whether "closed" marks all items of a page whose headings fold out their text.

    Where one item stays without the mark, it tells closed items from open ones.
    """
    alike = {each.tag for each in named}
    headings = [each for each in root.iter() if each.tag in alike]
    folding = any(_folds(e) for h in named for e in (h, *h.iterdescendants(), *h.iterancestors()))
    return len(headings) > 1 and folding and set(headings) <= set(named)
