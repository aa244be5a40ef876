"""What the API returns, described from the very objects that are returned.

The objects are those of `--json`, and msgspec writes both them and their schema: there is one
definition of the contract, in `bot.rendering`, and nothing converts between two.
"""

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import Any, TypeVar

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

T = TypeVar("T")

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
    401: "Whoever reads has to log in first.",
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
_ALWAYS = (401, 421, 429, 500, 503)


def returned(text: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return what was encoded as an answer; it is for one reader, and nobody keeps it."""
    return Response(
        text,
        headers={"Cache-Control": "no-store", **(headers or {})},
        media_type="application/json",
    )


def part(entries: Sequence[T], limit: int, offset: int) -> Sequence[T]:
    """Return a part of a list."""
    return entries[offset : offset + limit]


def listed_part(text: str, total: int) -> Response:
    """Return what was encoded of a list, with how long the whole of it is."""
    return returned(text, {TOTAL: str(total)})


def described(kind: Any, *failures: int, paged: bool = False) -> dict[int | str, dict[str, Any]]:
    """Return the responses of an operation: `kind` when it succeeds, and how it may fail."""
    (schema,), _ = msgspec.json.schema_components([kind], ref_template=REFERENCES)
    done = _done("application/json", {"schema": schema})
    if paged:
        done["headers"] = {
            TOTAL: {
                "description": "How long the whole list is.",
                "required": True,
                "schema": {"type": "integer", "minimum": 0},
            }
        }
    return {200: done, **_failures(failures)}


def streamed(events: Mapping[str, Any], *failures: int) -> dict[int | str, dict[str, Any]]:
    """Return the responses of an operation that tells its answer as events, by their names."""
    kinds, _ = msgspec.json.schema_components(events.values(), ref_template=REFERENCES)
    items = [
        {
            "type": "object",
            "properties": {
                "event": {"const": name},
                "data": {
                    "type": "string",
                    "contentMediaType": "application/json",
                    "contentSchema": schema,
                },
            },
            "required": ["event", "data"],
        }
        for name, schema in zip(events, kinds, strict=True)
    ]
    return {
        200: _done("text/event-stream", {"itemSchema": {"oneOf": items}}),
        **_failures(failures),
    }


def _done(media: str, content: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": "Done.", "content": {media: content}}


def _failures(statuses: Iterable[int]) -> dict[int | str, dict[str, Any]]:
    return {status: _failure(status) for status in sorted({*statuses, *_ALWAYS})}


def _failure(status: int) -> dict[str, Any]:
    failure: dict[str, Any] = {"description": _SENTENCES[status]}
    failure["content"] = {
        "application/json": {"schema": {"$ref": REFERENCES.format(name=ErrorObject.__name__)}}
    }
    return failure


def openapi(routes: list[BaseRoute], objects: Iterable[Any] = OBJECTS) -> dict[str, Any]:
    """Return the description of the API, with the schemas of the objects it tells of."""
    described_api = get_openapi(
        title="Referent",
        version=version("referent"),
        description="Answers questions about a meeting archive, with the passages they rest on.",
        routes=routes,
    )
    _, components = msgspec.json.schema_components(objects, ref_template=REFERENCES)
    described_api.setdefault("components", {}).setdefault("schemas", {}).update(components)
    return described_api
