"""Drawing a page: templates, everything in them escaped, and the words of the reader's language.

What an archive holds is hostile until it is shown otherwise: each value that a template writes is
stripped of what cannot be seen, and then escaped. Nothing is marked as safe but our own macros.
"""

import asyncio
import re
from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.answers.telling.votes import told_as
from bot.rendering.places import LABELS
from bot.rendering.visible import visible
from bot.replies import Language
from bot.web.pages.assets import versioned
from bot.web.pages.languages import language_of, tongue_of
from bot.wording import phrase
from index.archive import DocumentEntry
from index.danish.days import format_date
from index.documents import Item
from index.rates.amounts import written

PARTS = (
    ("/meetings", "nav_meetings"),
    ("/decisions", "nav_decisions"),
    ("/cases", "nav_cases"),
    ("/rates", "nav_rates"),
    ("/documents", "nav_documents"),
    ("/changes", "nav_changes"),
    ("/archive", "nav_archive"),
)
"""The site: an address, and the name of what it is called."""

_QUOTED = re.compile("(“[^”]*”)")
"""Words of a paper within a reply, which may be in another language."""


async def draw(request: Request, template: str, **values: object) -> HTMLResponse:
    """Return a page, or the part of it that htmx puts in place of another."""
    language = language_of(request)
    known = {
        "language": language,
        "parts": PARTS,
        "path": request.url.path,
        "address": _address(request),
        "reader": getattr(request.state, "reader", None),
        "whole": not wants_part(request),
    }
    html = await asyncio.to_thread(
        _templates(language).get_template(template).render, known | values
    )
    return HTMLResponse(html, headers={"vary": "Accept-Language, Cookie, HX-Request"})


def wants_part(request: Request) -> bool:
    """Tell whether the answer is put into the page that is already there."""
    # A page from the history is asked for whole: what it was put into is gone.
    restores = request.headers.get("hx-history-restore-request") == "true"
    return request.headers.get("hx-request") == "true" and not restores


def say(name: str, language: Language, /, **values: object) -> str:
    """Return a sentence of the pages."""
    return phrase(f"web_{name}", language, **values)


@cache
def _templates(language: Language) -> Environment:
    templates = Environment(
        loader=PackageLoader("bot.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    templates.globals |= {
        "say": _say(language),
        "known": partial(_known, language),
        "file": versioned,
        "link": link,
        "item_url": item_url,
        "note": LABELS["note"],
        "told_as": told_as,
        "url": partial(quote, safe=""),
    }
    templates.filters |= {
        "day": partial(_day, language),
        "short_day": partial(_short_day, language),
        "amount": written,
        "iso": date.isoformat,
        "count": partial(_count, language),
        "tongue": tongue_of,
        "quotations": _QUOTED.split,
    }
    return templates


def _say(language: Language) -> Any:
    def told(name: str, /, **values: object) -> str:
        shown = {key: visible(v) if isinstance(v, str) else v for key, v in values.items()}
        return say(name, language, **shown)

    return told


def _known(language: Language, key: str, /, **values: object) -> str:
    """Return a phrase that other surfaces say as well."""
    return phrase(key, language, **values)


def _shown(value: object) -> object:
    if isinstance(value, Markup):
        return value
    return visible(value) if isinstance(value, str) else value


def _day(language: Language, day: date) -> str:
    return format_date(day, language)


def _short_day(language: Language, day: date) -> str:
    """Return a day for a table: 6.12.2018, 6 Dec 2018."""
    if language == "da":
        return f"{day.day}.{day.month}.{day.year}"
    return f"{day.day} {format_date(day, language).split()[1][:3]} {day.year}"


def _count(language: Language, number: int) -> str:
    return f"{number:,}".replace(",", "." if language == "da" else ",")


def link(path: str, parameters: Mapping[str, object] | None = None, **more: object) -> str:
    """Return an address with those parameters that have a value."""
    given = [
        (name, str(one))
        for name, value in {**(parameters or {}), **more}.items()
        for one in (value if isinstance(value, list | tuple) else [value])
        if one not in (None, "")
    ]
    return f"{path}?{urlencode(given)}" if given else path


def item_url(document: DocumentEntry, item: Item) -> str:
    """Return the address of an item in its document: the part that holds it, at its place."""
    place = item.index + 1
    return f"/documents/{quote(document.id, safe='')}?item={place}#item-{place}"


def _address(request: Request) -> str:
    query = request.url.query
    return f"{request.url.path}?{query}" if query else request.url.path
