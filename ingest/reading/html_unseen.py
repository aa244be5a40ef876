"""What stands in a web page and is not shown: text struck out, and text hidden for good.

Portals keep the items of an agenda folded up, hidden until a click. Such a fold is part of the
document; a hidden paragraph that nothing opens is an older wording or a template's remnant.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from ingest.reading.html_chrome import drop, ink_of

_STRUCK_TAGS = frozenset({"del", "s", "strike"})
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE
)
_NEVER = frozenset({"html", "head", "body", "main", "article", "form", "tbody", "table"})
_OPENERS = (
    ".//button | .//summary | .//*[@aria-expanded or @aria-controls or @onclick or @data-toggle"
    " or @data-bs-toggle or @data-target or @data-bs-target or @role='button' or @role='tab']"
)
_PART_TAGS = "p div section ul ol dl table tr h1 h2 h3 h4 h5 h6 article header li"
_PARTS = frozenset(_PART_TAGS.split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"})
_FOLDS = re.compile(
    r"(?:^|[\s_-])(?:accordion|collaps\w*|panel|tab|toggle\w*|fold\w*|expand\w*|drawer|details"
    r"|content|body|indhold|udvid\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
MOST = 0.5
"""Where more of a page's text than this is hidden, nothing is left out: a script will show it."""


def remove_unseen(root: etree._Element) -> Iterator[tuple[str, int]]:
    """Take out what no reader of the page sees; yield what it was and how much ink it had."""
    yield from _remove("struck text", [each for each in root.iter() if _is_struck(each)])
    controlled = _controlled(root)
    hidden = _outermost(e for e in root.iter() if _is_hidden(e) and not _is_fold(e, controlled))
    if sum(ink_of(each) for each in hidden) <= ink_of(root) * MOST:
        yield from _remove("hidden text", hidden)


def _remove(what: str, elements: Iterable[etree._Element]) -> Iterator[tuple[str, int]]:
    for element in _outermost(elements):
        yield what, ink_of(element)
        drop(element)


def _outermost(elements: Iterable[etree._Element]) -> list[etree._Element]:
    """Return elements in document order, without those inside another of them."""
    found: dict[etree._Element, None] = {}
    for element in elements:
        if element.getparent() is not None and not any(e in found for e in element.iterancestors()):
            found[element] = None
    return list(found)


def _is_struck(element: etree._Element) -> bool:
    tag = str(element.tag).lower()
    return tag in _STRUCK_TAGS or _STRUCK.search(element.get("style") or "") is not None


def _is_hidden(element: etree._Element) -> bool:
    if str(element.tag).lower() in _NEVER:
        return False
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    return _HIDDEN.search(element.get("style") or "") is not None


def _controlled(root: etree._Element) -> frozenset[str]:
    """Return the ids of what a click somewhere on the page opens."""
    found: set[str] = set()
    for element in root.iter():
        for name in ("aria-controls", "data-target", "data-bs-target", "href"):
            value = element.get(name) or ""
            if name != "href" or value.startswith("#"):
                found.update(part.lstrip("#") for part in value.split())
    return frozenset(found)


def _is_fold(element: etree._Element, controlled: frozenset[str]) -> bool:
    """Tell whether what is hidden can be opened, or holds parts of the document."""
    around = [element, *element.iterancestors()]
    if any(each.get("id") in controlled for each in around if each.get("id")):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    parts = any(str(each.tag).lower() in _PARTS for each in element)
    if not parts and str(element.tag).lower() not in _PARTS - {"p", "li"}:
        return False
    return bool(_FOLDS.search(names)) or _has_opener(element) or _holds_heading(element)


def _has_opener(element: etree._Element) -> bool:
    """Tell whether right before an element stands something to click on, or a heading."""
    before = element.getprevious()
    if before is None:
        return False
    return str(before.tag).lower() in _HEADINGS or bool(before.xpath(f"self::button | {_OPENERS}"))


def _holds_heading(element: etree._Element) -> bool:
    return any(str(each.tag).lower() in _HEADINGS for each in element.iter())
