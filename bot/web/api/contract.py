"""What the API returns, described from the very objects that are returned.

The objects are those of `--json`, and msgspec writes both them and their schema: there is one
definition of the contract, in `bot.rendering`, and nothing converts between two.
"""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

import msgspec
from fastapi import Response
from fastapi.openapi.utils import get_openapi
from starlette.routing import BaseRoute

from bot.answers.rates.lists import ListedRate
from bot.rendering.as_json import DecisionObject, ErrorObject, ReplyObject
from bot.rendering.lists_as_json import (
    BodyObject,
    CaseObject,
    HitObject,
    ListedDocument,
    MeetingObject,
    ShownObject,
)

REFERENCES = "#/components/schemas/{name}"
OBJECTS = (
    ReplyObject,
    ErrorObject,
    DecisionObject,
    HitObject,
    ListedDocument,
    ShownObject,
    CaseObject,
    ListedRate,
    BodyObject,
    MeetingObject,
)
TOTAL = "X-Total-Count"
"""The header that says how long a list is of which a part is returned."""

_SENTENCES = {
    400: "What is asked cannot be: no word in it, or a time that ends before it begins.",
    404: "The archive does not hold it, or whoever reads may not see it.",
    405: "Another method answers here; `Allow` names it.",
    413: "The body is larger than anything that can be asked.",
    415: "The body is not said to be JSON.",
    421: "Referent was asked for by a name that is none of its own.",
    422: "A parameter or a field is missing, unknown, or not of its form.",
    429: "Too many questions in a short time.",
    500: "Something went wrong; the log tells more under the reference.",
    503: "Too many are waiting, or there is no archive that could be read.",
}
_ALWAYS = (421, 429, 500, 503)


def returned(text: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return what was encoded as an answer; it is for one reader, and nobody keeps it."""
    return Response(
        text,
        headers={"Cache-Control": "no-store", **(headers or {})},
        media_type="application/json",
    )


def described(
    kind: Any, *failures: int, paged: bool = False, media: str = "application/json"
) -> dict[int | str, dict[str, Any]]:
    """Return the responses of an operation: `kind` when it succeeds, and how it may fail."""
    (schema,), _ = msgspec.json.schema_components([kind], ref_template=REFERENCES)
    done: dict[str, Any] = {"description": "Done.", "content": {media: {"schema": schema}}}
    if paged:
        done["headers"] = {
            TOTAL: {
                "description": "How long the whole list is.",
                "required": True,
                "schema": {"type": "integer", "minimum": 0},
            }
        }
    return {200: done, **{status: _failure(status) for status in sorted({*failures, *_ALWAYS})}}


def _failure(status: int) -> dict[str, Any]:
    failure: dict[str, Any] = {"description": _SENTENCES[status]}
    failure["content"] = {
        "application/json": {"schema": {"$ref": REFERENCES.format(name=ErrorObject.__name__)}}
    }
    return failure


def openapi(routes: list[BaseRoute]) -> dict[str, Any]:
    """Return the description of the API."""
    described_api = get_openapi(
        title="Referent",
        version=version("referent"),
        description="Answers questions about a meeting archive, with the passages they rest on.",
        routes=routes,
    )
    _, components = msgspec.json.schema_components(OBJECTS, ref_template=REFERENCES)
    described_api.setdefault("components", {}).setdefault("schemas", {}).update(components)
    return described_api
