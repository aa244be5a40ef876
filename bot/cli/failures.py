"""How a command ends when it does not end well: one clear line and an exit code.

Exit codes: 0 done; 1 it failed; 2 wrong usage; 3 done, but some files could not be read. With
`--json`, a failure is an object on standard output as well, so that a program always reads JSON.
"""

import contextlib
import io
import logging
import os
import secrets
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path

import typer
from typer.exceptions import TyperException

from bot.cli.door import Door
from bot.cli.printing import print_json
from bot.cli.usage import PROGRAM, usage_message, where_to_look
from bot.rendering.visible import visible_line
from index.danish.personal_numbers import masked
from index.errors import ReferentError

LOG_BYTES = 1_000_000
"""Size at which a log file is put aside; three are kept."""

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""


def run(app: typer.Typer, arguments: Sequence[str], door: Door | None = None) -> int:
    """Run a command line and return its exit code. Every failure ends here, none is silent."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    if sys.stdout is None:
        sys.stderr.write("Standard output is closed, so nothing could be shown and nothing ran.\n")
        return 1
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that is not set to UTF-8 gets a "?" for what it cannot show, not an error.
        sys.stdout.reconfigure(errors="replace")
    try:
        return _ended(app, arguments, door or Door())
    except BrokenPipeError:
        # The reader has seen enough (`| head`).
        _discard_output()
        return 1
    except KeyboardInterrupt:
        _discard_output()
        return INTERRUPTED
    except OSError as error:
        _discard_output()
        reason = error.strerror or type(error).__name__
        sys.stderr.write(f"The output could not be written: {reason}.\n")
        return 1


def _ended(app: typer.Typer, arguments: Sequence[str], door: Door) -> int:
    """Run a command line; tell its failures. Raises only what concerns the output itself."""
    as_json = "--json" in arguments
    try:
        code = app(list(arguments), PROGRAM, standalone_mode=False, obj=door)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except ReferentError as error:
        return _tell(str(error), error.exit_code, as_json=as_json)
    except TyperException as error:
        told, page = usage_message(error), where_to_look(error)
        return _tell(told, error.exit_code, as_json=as_json, page=page)
    except typer.Abort:
        return INTERRUPTED
    except Exception as error:  # the last line of defence: logged and told
        if isinstance(error, OSError):
            _try_output()
        message, reference = told_defect(error, _named_home(arguments))
        return _tell(message, 1, as_json=as_json, reference=reference)
    return code if isinstance(code, int) else 0


def _try_output() -> None:
    """Write a line break, so that an output which takes nothing more raises its own `OSError`."""
    sys.stdout.write("\n")
    sys.stdout.flush()


def _discard_output() -> None:
    """Let what is still to be written go nowhere: Python would complain again when it exits."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(
    message: str,
    code: int,
    *,
    as_json: bool,
    page: str | None = None,
    reference: str | None = None,
) -> int:
    line = masked(visible_line(message))
    sys.stderr.write(f"{line}\n")
    if page:
        sys.stderr.write(f"See: {page}\n")
    if as_json:
        from bot.rendering.as_json import ErrorObject  # noqa: PLC0415 - start-up time

        print_json(ErrorObject(line, reference), one_line=True)
    return code


def told_defect(error: Exception, home: Path | None) -> tuple[str, str]:
    """Log an error that nobody foresaw; return the sentence to show and its reference."""
    from index.settings import default_home  # noqa: PLC0415 - start-up time

    reference = secrets.token_hex(3).upper()
    # Not from the settings: they may be what is broken.
    home = home or Path(os.environ.get("REFERENT_HOME") or default_home())
    path = home / "log" / "referent.log"
    try:
        _log(error, reference, path)
    except OSError as unwritable:
        where = f"the log could not be written: {unwritable.strerror}"
    else:
        where = f"the details are in {path}"
    kind = type(error).__name__
    return f"Something went wrong (reference {reference}): {kind}; {where}.", reference


class _Log(RotatingFileHandler):
    """A log whose own failures are errors: by default a page of them is printed to the screen."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name for it
        """Let the error that is being handled go on to whoever writes the log."""
        raise  # noqa: PLE0704 - called by `emit` from within its `except`


def _log(error: Exception, reference: str, path: Path) -> None:
    from bot.serving.logs import Masked  # noqa: PLC0415 - start-up time

    path.parent.mkdir(parents=True, exist_ok=True)
    handler = _Log(path, maxBytes=LOG_BYTES, backupCount=3, encoding="utf-8")
    handler.setFormatter(Masked(logging.Formatter("%(asctime)s %(message)s")))
    record = logging.LogRecord(
        "referent",
        logging.ERROR,
        __file__,
        0,
        f"reference {reference}",
        None,
        (type(error), error, error.__traceback__),
    )
    try:
        handler.emit(record)
    finally:
        # What a full disk did not take is written again at closing, and fails again.
        with contextlib.suppress(OSError):
            handler.close()


def _named_home(arguments: Sequence[str]) -> Path | None:
    """Find `--home` in a command line, even in one that cannot be parsed."""
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=True):
        name, equals, value = argument.partition("=")
        if name == "--home":
            return Path(value if equals else following)
    return None
