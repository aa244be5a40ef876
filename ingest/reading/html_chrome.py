"""What on a web page is not the document: navigation, banners, search boxes, buttons, scripts.

Elements are recognised by what they are (`<nav>`, `role="search"`) and by the words their authors
gave them as class or id ("cookie-banner", "breadcrumb"). What is hidden until a click stays:
council portals keep the agenda items themselves folded up.
"""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from ingest.reading.extraction import ink

_TAGS = {
    "script": "script",
    "style": "style sheet",
    "noscript": "script",
    "template": "script",
    "head": "page metadata",
    "nav": "navigation",
    "select": "form field",
    "textarea": "form field",
    "datalist": "form field",
    "dialog": "dialog",
    "svg": "drawing",
    "canvas": "drawing",
    "map": "drawing",
    "iframe": "embedded page",
    "object": "embedded page",
    "audio": "sound or film",
    "video": "sound or film",
}
_ROLES = {
    "navigation": "navigation",
    "search": "search box",
    "banner": "page header",
    "contentinfo": "page footer",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "navigation",
    "tooltip": "navigation",
}
_OUTSIDE = {"header": "page header", "footer": "page footer", "aside": "side bar"}
"""Chrome around the document; inside `<main>` or `<article>` they are part of it."""
_WORDS = (
    ("cookie notice", r"cookies?|consent|gdpr|cookiebot"),
    ("breadcrumb", r"breadcrumbs?|brodkrumme[r]?|krummesti"),
    (
        "navigation",
        r"(?:main|site|top|side|sub|mega|mobile|global)?-?(?:nav|navbar|navigation|menu)|pagination|pager|skip-?(?:link|to-content|nav)|sitemap|back-?to-?top|til-?toppen",
    ),
    ("search box", r"search|search-?(?:box|form|bar|field)|soge?boks|sogefelt"),
    (
        "sharing",
        r"share|sharing|social|social-?(?:media|links|share)|addthis|some|subscribe|abonner|newsletter|print-?(?:button|link|page)|udskriv",
    ),
    ("page footer", r"(?:(?:site|page|global|main)-?)?footer|foot|sidefod"),
    ("page header", r"(?:site|page|global|main)-?(?:header|banner)"),
    ("side bar", r"sidebar|side-?bar|siderail"),
    ("screen reader text", r"sr-only|visually-?hidden|screen-?reader(?:-text)?|screenreader"),
    ("icon", r"(?:material-)?(?:icons?|symbols?(?:-outlined|-rounded)?)|glyphicon|fa"),
)
_NAMED = tuple((what, re.compile(rf"(?:{words})")) for what, words in _WORDS)
_NEVER = {
    "html",
    "body",
    "main",
    "article",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "td",
    "th",
    "table",
    "tbody",
    "tr",
}
_CONTENT = "descendant-or-self::*[self::main or self::article or @role='main' or self::h1]"
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
MOST = 0.5
"""Nothing that holds more of the page's text than this is taken for chrome by its name alone."""


def remove_chrome(body: etree._Element) -> Iterator[tuple[str, int]]:
    """Take the chrome out of the tree; yield what it was and how much ink it had.

    What is not recognised stays: the cleaning of texts has another look at it, line by line.
    """
    yield from _remove(body, _certain)
    most = ink_of(body) * MOST
    yield from _remove(body, lambda element: _by_name(element, most))


def _remove(
    body: etree._Element, judge: Callable[[etree._Element], str | None]
) -> Iterator[tuple[str, int]]:
    gone: set[etree._Element] = set()
    for element in list(body.iter()):
        if element.getparent() is None or element in gone:
            continue
        if (what := judge(element)) is not None:
            gone.update(element.iter())
            yield what, ink_of(element)
            drop(element)


def drop(element: etree._Element) -> None:
    """Remove an element; the text that follows it stays."""
    parent = element.getparent()
    assert parent is not None
    tail = element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = f"{before.tail or ''} {tail}"
    else:
        parent.text = f"{parent.text or ''} {tail}"
    element.tail = None
    parent.remove(element)


def ink_of(element: etree._Element) -> int:
    """Count the ink of all text inside an element, comments excluded."""
    return sum(ink(text) for text in texts_of(element))


def texts_of(element: etree._Element) -> Iterator[str]:
    """Yield the text nodes inside an element, comments excluded."""
    # The parser has dropped comments already.
    for each in element.iter():
        if each.text:
            yield each.text
        if each is not element and each.tail:
            yield each.tail


def _certain(element: etree._Element) -> str | None:
    tag = str(element.tag).lower()
    if tag in _TAGS:
        return _TAGS[tag]
    role = (element.get("role") or "").strip().lower()
    if role in _ROLES and tag not in _NEVER | {"header"}:
        return None if _holds_content(element) else _ROLES[role]
    if role == "search":
        return "search box"
    if tag in _OUTSIDE and not _inside_content(element) and not _holds_content(element):
        return _OUTSIDE[tag]
    if tag == "button" and not _opens_something(element):
        return "button"
    return None


def _by_name(element: etree._Element, most: float) -> str | None:
    if element.tag in _NEVER:
        return None
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    what = next((w for name in names if (w := _named(name)) is not None), None)
    if what is None:
        return None
    if what == "icon":
        return what if len((element.text or "").split()) <= 1 and not len(element) else None
    if what == "screen reader text":
        return None if _around(element, _HEADINGS) else what
    if _holds_content(element) or ink_of(element) > most:
        return None
    return what


def _named(name: str) -> str | None:
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower().replace("_", "-").replace("ø", "o")
    for what, pattern in _NAMED:
        if pattern.fullmatch(plain) or (
            what not in ("icon", "page header", "page footer") and _starts_or_ends(pattern, plain)
        ):
            return what
    return None


def _starts_or_ends(pattern: re.Pattern[str], name: str) -> bool:
    """Tell whether the first or last word of "cookie-banner", "agenda-search" is such a word."""
    words = name.split("-")
    return any(pattern.fullmatch(words[i]) and len(words[i]) > 4 for i in (0, -1))


def _holds_content(element: etree._Element) -> bool:
    return bool(element.xpath(_CONTENT))


def _inside_content(element: etree._Element) -> bool:
    return _around(element, {"main", "article"}) or any(
        each.get("role") == "main" for each in element.iterancestors()
    )


def _around(element: etree._Element, tags: set[str]) -> bool:
    return any(each.tag in tags for each in element.iterancestors())


def _opens_something(element: etree._Element) -> bool:
    """Tell whether a button is the heading of something that folds out."""
    folds = element.get("aria-expanded") is not None or element.get("aria-controls") is not None
    return folds or _around(element, _HEADINGS | {"summary"})
