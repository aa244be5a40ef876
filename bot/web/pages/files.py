"""The only files that the site gives out as they are."""

from fastapi import Request, Response

from bot.web.pages.assets import FOR_EVER, TYPES, content, fingerprint, packed
from bot.web.pages.routes import Refused, page_router

router = page_router()


@router.get("/static/{name:path}")
async def static(request: Request, name: str, v: str | None = None) -> Response:
    """Return a file."""
    if name not in TYPES:
        raise Refused(404)
    headers = {
        "cache-control": FOR_EVER if v == fingerprint(name) else "no-cache",
        "vary": "Accept-Encoding",
    }
    if "gzip" in request.headers.get("accept-encoding", ""):
        packing = {"content-encoding": "gzip"}
        return Response(packed(name), media_type=TYPES[name], headers=headers | packing)
    return Response(content(name), media_type=TYPES[name], headers=headers)


@router.get("/favicon.ico")
async def favicon(request: Request) -> Response:
    """Return the picture for those who look where it used to be."""
    return await static(request, "icon.svg")
