"""Made-up minutes as files of three formats, for a run that reads them."""

from html import escape
from pathlib import Path

from benchmarks.minutes import Paper, minutes


def write_files(folder: Path, count: int, items: int) -> None:
    """Write so many minutes of so many items each: text, Markdown and HTML in turn."""
    for number in range(count):
        paper = minutes(number, items=items)
        suffix, render = FORMATS[number % len(FORMATS)]
        file = (folder / paper.document.source).with_suffix(suffix)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(render(paper), "utf-8")


def as_text(paper: Paper) -> str:
    """Return the text as it is."""
    return paper.document.text


def as_markdown(paper: Paper) -> str:
    """Return the text with its headings marked."""
    return "\n".join(f"{'#' * level} {line}" if level else line for level, line in _lines(paper))


def as_html(paper: Paper) -> str:
    """Return the text as a page with a little chrome."""
    tags = {0: "p", 2: "h2", 3: "h3"}
    body = "\n".join(
        f"<{tags[level]}>{escape(line)}</{tags[level]}>" for level, line in _lines(paper) if line
    )
    title = escape(paper.document.title)
    chrome = '<nav><a href="/">Forside</a> <a href="/moeder">Møder</a></nav>'
    return (
        f'<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body>{chrome}<main>{body}</main></body></html>"
    )


FORMATS = ((".txt", as_text), (".md", as_markdown), (".html", as_html))


def _lines(paper: Paper) -> list[tuple[int, str]]:
    """Return lines with the level of heading that they are, 0 for none."""
    document = paper.document
    items = {item.heading.of(document.text) for item in document.items}
    sections = {section.heading for section in document.sections}
    return [
        (2 if line in items else 3 if line in sections else 0, line)
        for line in document.text.splitlines()
    ]
