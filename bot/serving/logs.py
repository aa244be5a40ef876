"""What the log of the server holds: what happened, with references, and nobody's words.

The libraries that talk to the surfaces log whole payloads and error texts; of what they say only
the kind and the place are kept.
"""

import logging
import sys

from bot.incidents import described

_TALKATIVE = ("slack_bolt", "slack_sdk", "referent.bolt", "aiohttp", "uvicorn.error", "asyncio")
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Hushed(logging.Formatter):
    """Tells of a library's record who spoke, where, and which kind of error it was about."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a line without a word of what was said."""
        error = record.exc_info[1] if record.exc_info else None
        where = f"{record.module}:{record.lineno}"
        told = described(error) if error else "no error"
        return f"{self.formatTime(record)} {record.levelname} {record.name}: at {where}, {told}"


def _tells_something(record: logging.LogRecord) -> bool:
    """Leave out that the server did not start or has stopped, which is told with its reason."""
    return record.name != "uvicorn.error" or record.exc_info is not None


def set_up(level: int = logging.INFO) -> None:
    """Let the server's log go to standard error, as a service manager expects it."""
    own = logging.StreamHandler(sys.stderr)
    own.setFormatter(logging.Formatter(_FORMAT))
    ours = logging.getLogger("referent")
    ours.handlers, ours.propagate = [own], False
    ours.setLevel(level)
    hushed = logging.StreamHandler(sys.stderr)
    hushed.setFormatter(Hushed())
    hushed.addFilter(_tells_something)
    for name in _TALKATIVE:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [hushed], False
        logger.setLevel(logging.WARNING)
