"""The only files that the site gives out as they are."""

from fastapi import Response

from bot.web.pages.assets import FOR_EVER, TYPES, content, fingerprint
from bot.web.pages.routes import Refused, page_router

router = page_router()


@router.get("/static/{name:path}")
async def static(name: str, v: str | None = None) -> Response:
    """Return a file."""
    if name not in TYPES:
        raise Refused(404)
    current = v == fingerprint(name)
    return Response(
        content(name),
        media_type=TYPES[name],
        headers={"cache-control": FOR_EVER if current else "no-cache"},
    )


@router.get("/favicon.ico")
async def favicon() -> Response:
    """Return the picture for those who look where it used to be."""
    return await static("icon.svg")
