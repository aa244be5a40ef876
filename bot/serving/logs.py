"""What the log of the server holds: what happened, with references, and nobody's words.

The libraries that talk to the surfaces log whole payloads and error texts; of what they say only
the kind and the place are kept.
"""

import logging
import sys
from datetime import UTC, datetime

import msgspec

from bot.incidents import described
from index.danish.personal_numbers import masked

TALKATIVE = (
    *("slack_bolt", "slack_sdk", "referent.bolt", "aiohttp", "uvicorn.error", "asyncio", "mcp"),
    *("microsoft_teams", "msal", "httpx", "httpcore", "urllib3"),
    *("openai", "httpx2", "httpcore2"),
)
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Hushed(logging.Formatter):
    """Tells of a library's record who spoke, where, and which kind of error it was about."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a line without a word of what was said."""
        error = record.exc_info[1] if record.exc_info else None
        told = f"at {record.module}:{record.lineno}, {described(error) if error else 'no error'}"
        said = logging.makeLogRecord({**record.__dict__, "msg": told, "args": (), "exc_info": None})
        said.exc_text = said.stack_info = None
        return super().format(said)


def _tells_something(record: logging.LogRecord) -> bool:
    """Leave out that the server did not start or has stopped, which is told with its reason."""
    return record.name != "uvicorn.error" or record.exc_info is not None


class Masked(logging.Formatter):
    """Writes the lines of another formatter without personal numbers, whoever let one through."""

    def __init__(self, told: logging.Formatter) -> None:
        """Take the formatter that says what a record tells."""
        super().__init__()
        self._told = told

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, as long as it was."""
        return masked(self._told.format(record))


class AsJson(logging.Formatter):
    """Writes each line of another formatter's as an object, for whoever collects logs."""

    def __init__(self, told: logging.Formatter) -> None:
        """Take the formatter that says what a record tells."""
        super().__init__()
        self._told = told

    def format(self, record: logging.LogRecord) -> str:
        """Return one line of JSON."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self._told.format(record),
        }
        return msgspec.json.encode(line).decode()


def _formatter(kind: type[logging.Formatter], *, as_json: bool) -> logging.Formatter:
    return AsJson(Masked(kind())) if as_json else Masked(kind(_FORMAT))


def set_up(level: int = logging.INFO, *, as_json: bool = False) -> None:
    """Let the server's log go to standard error, as a service manager expects it."""
    own = logging.StreamHandler(sys.stderr)
    own.setFormatter(_formatter(logging.Formatter, as_json=as_json))
    ours = logging.getLogger("referent")
    ours.handlers, ours.propagate = [own], False
    ours.setLevel(level)
    hushed = logging.StreamHandler(sys.stderr)
    hushed.setFormatter(_formatter(Hushed, as_json=as_json))
    hushed.addFilter(_tells_something)
    for name in TALKATIVE:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [hushed], False
        logger.setLevel(logging.WARNING)
