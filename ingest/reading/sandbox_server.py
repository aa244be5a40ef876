"""The process that forks a child for every file: run as `python -m ingest.reading.sandbox_server`.

It takes requests on its input and gives answers on its output, one after the other, each with its
length before it, and ends when its input does. It has a single thread, so that forking it is safe.
"""

import contextlib
import gc
import importlib
import os
import pickle
import selectors
import signal
import struct
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from ingest.reading.extraction import Reason, Unreadable

DONE = "done"
UNREADABLE = "unreadable"
CRASHED = "crashed"
MAX_RECURSION = 5_000
MAX_FILE_WRITTEN = 512 * 2**20
"""Bytes of a temporary file, which OCR makes of a page."""
ALARM_LATER = 5
"""Seconds after the time that a file may take."""
OUT_OF_MEMORY = 77
"""Exit code of a child that could not even say so."""
_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Request:
    """A function to call, by name, and what it may cost."""

    module: str
    function: str
    arguments: bytes
    """A pickled tuple: it comes from our own side."""
    seconds: float
    memory: int
    """Bytes of address space."""
    output: int
    """Bytes of the answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How it ended: `value` is what the function returned, as MessagePack."""

    state: str
    value: bytes = b""
    reason: str = ""
    detail: str = ""


def main() -> None:
    """Serve until the input ends."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not get between the answers.
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    sys.setrecursionlimit(MAX_RECURSION)
    while (raw := _message(requests)) is not None:
        request = msgspec.msgpack.decode(raw, type=Request)
        answer = msgspec.msgpack.encode(_answer(request, requests, answers))
        answers.write(_LENGTH.pack(len(answer)) + answer)
        answers.flush()


def _message(stream: BinaryIO) -> bytes | None:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    return stream.read(_LENGTH.unpack(head)[0])


def _answer(request: Request, requests: BinaryIO, answers: BinaryIO) -> Answer:
    try:
        # Imported here, before the fork, so that the next child has it already.
        function = _function(request)
    except (ImportError, AttributeError) as error:
        return Answer(CRASHED, reason=Reason.CRASHED, detail=f"the reader is missing ({error})")
    if not hasattr(os, "fork"):
        return _called(function, request)
    return _forked(function, request, (requests, answers))


def _function(request: Request) -> Callable[..., object]:
    found: object = importlib.import_module(request.module)
    for name in request.function.split("."):
        found = getattr(found, name)
    return found  # type: ignore[return-value]  # the caller named a function


def _forked(
    function: Callable[..., object], request: Request, ours: tuple[BinaryIO, BinaryIO]
) -> Answer:
    reading, writing = os.pipe()
    gc.freeze()
    child = os.fork()
    if child == 0:
        for stream in ours:
            # A hostile file must not be able to answer in our name.
            os.close(stream.fileno())
        os.close(reading)
        _child(function, request, writing)
    os.close(writing)
    try:
        raw, stopped = _collected(reading, request, ours[0].fileno())
    finally:
        os.close(reading)
        # The whole group: OCR runs a program of its own.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    return stopped or _understood(raw, status, request)


def _child(function: Callable[..., object], request: Request, writing: int) -> None:
    """Call the function and write the answer; never returns."""
    code = 1
    try:
        os.setsid()
        _limit(request)
        answer = msgspec.msgpack.encode(_called(function, request))
        view = memoryview(_LENGTH.pack(len(answer)) + answer)
        while view:
            view = view[os.write(writing, view) :]
        code = 0
    except MemoryError:
        code = OUT_OF_MEMORY
    finally:
        os._exit(code)


def _limit(request: Request) -> None:
    # Should this server be killed, nobody is left to stop the child: then the alarm does.
    signal.alarm(int(request.seconds) + ALARM_LATER)
    import resource  # noqa: PLC0415  # not there on Windows

    for name, limit in (
        ("RLIMIT_AS", request.memory),
        ("RLIMIT_CPU", int(request.seconds) + 2),
        ("RLIMIT_FSIZE", MAX_FILE_WRITTEN),
        ("RLIMIT_CORE", 0),
    ):
        # macOS knows the first and refuses to set it.
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (limit, limit))


def _called(function: Callable[..., object], request: Request) -> Answer:
    """Call the function and tell how it ended."""
    try:
        value = msgspec.msgpack.encode(function(*pickle.loads(request.arguments)))  # noqa: S301  # ours
    except Unreadable as error:
        return Answer(UNREADABLE, reason=error.reason, detail=error.detail)
    except MemoryError:
        return Answer(CRASHED, reason=Reason.TOO_LARGE, detail=_too_much_memory(request))
    except RecursionError:
        return Answer(
            CRASHED, reason=Reason.DAMAGED, detail="its parts are nested beyond all measure"
        )
    except BaseException as error:  # nothing is swallowed: the answer tells it
        return Answer(CRASHED, reason=Reason.CRASHED, detail=_told(error))
    if len(value) > request.output:
        return Answer(
            CRASHED, reason=Reason.TOO_LARGE, detail="it yields more text than is allowed"
        )
    return Answer(DONE, value=value)


def _collected(reading: int, request: Request, parent: int) -> tuple[bytes, Answer | None]:
    """Read what the child writes, until it ends or must be stopped."""
    deadline = time.monotonic() + request.seconds
    received = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(reading, selectors.EVENT_READ)
        selector.register(parent, selectors.EVENT_READ)
        while True:
            ready = selector.select(max(0.0, deadline - time.monotonic()))
            if not ready:
                detail = f"not read within {request.seconds:g} seconds"
                return b"", Answer(CRASHED, reason=Reason.TIMED_OUT, detail=detail)
            if any(key.fd == parent for key, _ in ready):
                # Nothing is asked before the answer: our input has ended, and so has the run.
                return b"", Answer(CRASHED, reason=Reason.CRASHED, detail="the run was ended")
            piece = os.read(reading, 2**20)
            received += piece
            # Not until the end of the stream: a process that the child left behind may hold it.
            if not piece or _is_whole(received):
                return bytes(received[_LENGTH.size :]), None
            if len(received) > request.output + 2**16:
                detail = "it yields more text than is allowed"
                return b"", Answer(CRASHED, reason=Reason.TOO_LARGE, detail=detail)


def _is_whole(received: bytearray) -> bool:
    size = _LENGTH.size
    return len(received) >= size and len(received) - size >= _LENGTH.unpack(received[:size])[0]


def _understood(raw: bytes, status: int, request: Request) -> Answer:
    if raw:
        try:
            return msgspec.msgpack.decode(raw, type=Answer)
        except msgspec.MsgspecError:
            return Answer(CRASHED, reason=Reason.CRASHED, detail="the reading process broke off")
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != OUT_OF_MEMORY:
        return Answer(CRASHED, reason=Reason.CRASHED, detail="the reading process ended halfway")
    if os.WIFEXITED(status):
        return Answer(CRASHED, reason=Reason.TOO_LARGE, detail=_too_much_memory(request))
    number = os.WTERMSIG(status)
    if number == signal.SIGXCPU:
        detail = f"not read within {request.seconds:g} seconds of computing"
        return Answer(CRASHED, reason=Reason.TIMED_OUT, detail=detail)
    name = signal.Signals(number).name
    return Answer(CRASHED, reason=Reason.CRASHED, detail=f"the reading process crashed ({name})")


def _too_much_memory(request: Request) -> str:
    return f"reading it takes more than {request.memory // 2**20} MiB of memory"


def _told(error: BaseException) -> str:
    """Return the error with the place where it was raised."""
    last = traceback.extract_tb(error.__traceback__)[-1:]
    place = f" at {Path(last[0].filename).name}:{last[0].lineno}" if last else ""
    return f"{type(error).__name__}: {str(error)[:200]}{place}"


if __name__ == "__main__":
    main()
