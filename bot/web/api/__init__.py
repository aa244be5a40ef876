"""The API for programs: the reply contract, and the lists."""

from functools import cache

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from starlette.routing import Match
from starlette.types import Scope

from bot.rendering.as_json import encoded
from bot.web.api import asking, lists, overviews
from bot.web.api.contract import OBJECTS, openapi, returned
from bot.web.api.failures import Guarded, failed

PREFIX = "/api"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
OTHERS = ("/api/messages",)
"""Paths below ours that other surfaces answer."""

router = APIRouter(prefix=PREFIX, route_class=Guarded)
for _part in (asking, lists, overviews):
    router.include_router(_part.router)
_operations = tuple(router.routes)


@cache
def _description() -> str:
    return encoded(openapi(list(_operations), (*OBJECTS, *asking.EVENTS.values())))


@router.get("/openapi.json", include_in_schema=False)
async def described() -> Response:
    """Return what the API takes and returns, as OpenAPI."""
    return returned(_description())


class _Nowhere(APIRoute):
    """What is left of the paths below ours."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Tell whether nothing else answers here."""
        if scope["type"] != "http":
            return Match.NONE, {}
        path = scope["path"].rstrip("/")
        if path in OTHERS or not f"{path}/".startswith(f"{PREFIX}/"):
            return Match.NONE, {}
        # As if it were another path: a pattern does not match one with a line break in it.
        return super().matches({**scope, "path": f"{PREFIX}/nowhere"})


async def _nowhere(request: Request) -> Response:
    """Tell that there is no such path, or that it wants another method."""
    allowed = [
        method
        for method in METHODS
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL
            for route in _operations
        )
    ]
    if allowed:
        told = f"{request.method} is not answered here."
        return failed(405, told, Allow=", ".join(allowed)).response()
    return failed(404, f"Nothing is found here. What there is: {PREFIX}/openapi.json.").response()


router.add_api_route(
    "/{rest:path}",
    _nowhere,
    methods=list(METHODS),
    include_in_schema=False,
    route_class_override=_Nowhere,
)
