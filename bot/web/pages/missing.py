"""Addresses that lead nowhere."""

from bot.web.pages.routes import Refused, page_router

router = page_router()


@router.get("/{address:path}")
async def missing(address: str) -> None:
    """Say that nothing is there."""
    raise Refused(404)
