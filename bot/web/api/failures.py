"""Every failure of the API as one object: a sentence, and the reference of what the log tells."""

from collections.abc import Awaitable, Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import get_origin

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from bot.chat.answering import Busy
from bot.incidents import log_incident
from bot.rendering.as_json import ErrorObject, encoded
from index.errors import IndexMissing, NotInArchive, ReferentError, UsageError

SECONDS_TO_WAIT = 5
"""Told to whoever comes when too many are waiting."""


class Unfitting(Exception):
    """A request that does not have the form that the API describes (422)."""


class NotJson(Exception):
    """A body that is not said to be JSON (415)."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What is told of a failure, and with which status."""

    status: int
    told: ErrorObject
    headers: Mapping[str, str] = field(default_factory=dict)

    def response(self) -> Response:
        """Return it as an answer."""
        headers = {"Cache-Control": "no-store", **self.headers}
        return Response(encoded(self.told), self.status, headers, "application/json")


def failed(status: int, sentence: str, **headers: str) -> Failure:
    """Return a failure that needs no reference."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return Failure(status, ErrorObject(sentence), told)


def failure_of(error: Exception) -> Failure:
    """Return what is told of an error; the log gets kinds and places, and no word of anybody."""
    match error:
        case NotInArchive():
            return failed(404, str(error))
        case UsageError():
            return failed(400, str(error))
        case NotJson():
            return failed(415, str(error))
        case Unfitting():
            return failed(422, str(error))
        case RequestValidationError():
            return failed(422, _unfitting(error))
        case HTTPException():
            return failed(error.status_code, "The request cannot be read.")
        case Busy():
            return failed(503, str(error), Retry_After=str(SECONDS_TO_WAIT))
        case IndexMissing():
            return failed(503, "Nothing has been ingested yet.")
        case ReferentError():
            reference = log_incident("the archive could not be read for the API", error)
            told = ErrorObject(f"The archive cannot be read (reference {reference}).", reference)
            return Failure(503, told)
    reference = log_incident("a request to the API failed", error)
    told = ErrorObject(f"Something went wrong (reference {reference}).", reference)
    return Failure(500, told)


class Guarded(APIRoute):
    """A path of the API: its failures are objects.

    A parameter that it does not know is one, and so is one that is given twice and holds one value.
    """

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:  # type: ignore[override]
        """Return what answers a request, whatever happens."""
        answer = super().get_route_handler()
        parameters = self.dependant.query_params
        known = {parameter.alias for parameter in parameters}
        repeated = {p.alias for p in parameters if get_origin(p.field_info.annotation) is list}

        async def answered(request: Request) -> Response:
            try:
                _refuse_unknown(request.query_params.keys(), known)
                _refuse_doubled(request.query_params, repeated)
                return await answer(request)
            except Exception as error:  # told and, where nobody foresaw it, logged
                return failure_of(error).response()

        return answered


def _refuse_unknown(given: AbstractSet[str], known: AbstractSet[str]) -> None:
    """Refuse a parameter that there is not: a misspelt one would restrict nothing, in silence."""
    if unknown := sorted(given - known):
        there = ", ".join(sorted(known)) or "none"
        raise Unfitting(f"No parameter {unknown[0]!r}. There is: {there}.")


def _refuse_doubled(given: QueryParams, repeated: AbstractSet[str]) -> None:
    """Refuse a second value of a parameter that has one: either would be dropped in silence."""
    for name in given:
        if name not in repeated and len(given.getlist(name)) > 1:
            raise Unfitting(f"{name}: given more than once.")


def _unfitting(error: RequestValidationError) -> str:
    """Return which parameter does not fit, and why, without the words that it came with."""
    first = error.errors()[0]
    where = [str(part) for part in first["loc"][1:]]
    why = str(first["msg"]).removeprefix("Value error, ")
    return f"{'.'.join(where)}: {why}." if where else f"{why}."
