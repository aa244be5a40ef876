"""A page as a test reads it: its elements, and its words."""

import re
from html.parser import HTMLParser


class Elements(HTMLParser):
    """The elements of a page, with what would act if a document had smuggled it in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.acting: list[str] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in {"meta", "link", "input", "br", "img"}:
            self.open.append(tag)
        names = {name for name, _ in attrs}
        # Ours have no style and no handler of their own; a script is a file.
        if any(name.startswith("on") or name == "style" for name in names):
            self.acting.append(tag)
        if tag in {"script", "iframe", "object", "base", "img"} and not (
            tag == "script" and any(n == "src" and v and v.startswith("/static/") for n, v in attrs)
        ):
            self.acting.append(tag)
        for name, value in attrs:
            if name in {"href", "src", "action"} and not re.match(r"[/#]", value or ""):
                self.acting.append(f"{tag} {value}")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes another element"


def words_of(html: str) -> str:
    """Return the text of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))
