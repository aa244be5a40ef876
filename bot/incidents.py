"""Failures as they stand in the log: a reference, what happened and where, never with whose words.

The message of an error from a surface may hold what people wrote, and a traceback of the usual kind
ends with it: of those only kinds and places are logged.
"""

import logging
import secrets
import traceback
from pathlib import Path

from index.errors import ReferentError

_log = logging.getLogger("referent")
_PLACES = 8
"""Of the innermost calls; the ones before are asyncio's."""


def new_reference() -> str:
    """Return a number that people can read out and that is found in the log."""
    return secrets.token_hex(3).upper()


def log_incident(
    what: str, error: BaseException, *, told: bool = False, level: int = logging.ERROR
) -> str:
    """Log a failure and return its reference.

    `told`: the error is the inbox's own, whose sentence names a file and no question.
    """
    reference = new_reference()
    sentence = f" {error}" if told and isinstance(error, ReferentError) else ""
    _log.log(level, "reference %s: %s:%s %s", reference, what, sentence, described(error))
    return reference


def log_end(what: str, reference: str | None = None) -> str:
    """Log how something ended that had failed before; return its reference, a new one if none."""
    reference = reference or new_reference()
    _log.error("reference %s: %s", reference, what)
    return reference


def log_course(what: str) -> None:
    """Log what went as it should."""
    _log.info("%s", what)


def described(error: BaseException) -> str:
    """Return kinds and places of an error and of those that led to it."""
    parts = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        calls = traceback.extract_tb(current.__traceback__)[-_PLACES:]
        places = " > ".join(f"{Path(c.filename).name}:{c.lineno} {c.name}" for c in calls)
        parts.append(f"{type(current).__name__} at {places or 'no place'}")
        current = current.__cause__ or current.__context__
    return ", after ".join(parts)
