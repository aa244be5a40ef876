"""A process of its own for every file, so that no file can stop or starve the run.

A file can hang a parser, fill the memory, overflow the stack or crash an interpreter. So each is
read in a child process with limits on memory, time and output, and whatever happens there ends in
one `Unreadable` here. Nothing that the child sends is trusted: it comes back as MessagePack and is
decoded into the function's declared type, which cannot run code (a pickle could).

A child is not forked from this process, which may hold threads and large models, but from a small
server (`sandbox_server`) that has the readers imported already: a file costs a fork, a few
milliseconds. Where there is no fork (Windows) the server reads the files itself and is replaced
when one of them hangs or crashes it; limits on memory do not hold there. On macOS the system
ignores the limit on memory too.

::

    with Sandbox(limits) as box:
        extraction = box.run(read, path, limits)
"""

import contextlib
import os
import pickle
import struct
import subprocess
import sys
import threading
import typing
from collections.abc import Callable
from pathlib import Path
from queue import LifoQueue
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from index.settings import Limits
from ingest.reading.extraction import Reason, Unreadable
from ingest.reading.sandbox_server import CRASHED, DONE, UNREADABLE, Answer, Request

T = TypeVar("T")
GRACE = 10.0
"""Seconds beyond the file's own limit until the server itself is taken for dead."""
BYTES_A_CHARACTER = 16
"""Of an answer, for each character of the limit: the text and all that points at it."""
SPARE_BYTES = 2**20
_ROOT = Path(__file__).resolve().parents[2]
_LENGTH = struct.Struct(">Q")


class Sandbox:
    """Runs functions in child processes; `at_once` threads may each run one at a time."""

    def __init__(self, limits: Limits, at_once: int = 1) -> None:
        self._limits = limits
        self._free: LifoQueue[_Server] = LifoQueue()
        self._servers = [_Server() for _ in range(at_once)]
        for server in self._servers:
            self._free.put(server)

    def run(self, function: Callable[..., T], *arguments: object) -> T:
        """Return what a module-level function returns for these arguments.

        Its return type must be declared and something msgspec can decode.

        Raises:
            Unreadable: The function raised it, or it crashed, took too long, too much memory or
                too much room for its answer.
        """
        server = self._free.get()
        try:
            answer = server.ask(self._request(function, arguments), self._limits)
        finally:
            self._free.put(server)
        if answer.state == DONE:
            return _decoded(answer.value, function)
        if answer.state in (UNREADABLE, CRASHED):
            raise Unreadable(_reason(answer.reason), answer.detail)
        raise Unreadable(Reason.CRASHED, "the answer of the reading process makes no sense")

    def close(self) -> None:
        """End the servers."""
        for server in self._servers:
            server.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _request(self, function: Callable[..., object], arguments: tuple[object, ...]) -> Request:
        limits = self._limits
        return Request(
            module=function.__module__,
            function=function.__qualname__,
            arguments=pickle.dumps(arguments),
            seconds=limits.seconds,
            memory=limits.memory_mb * 2**20,
            output=limits.characters * BYTES_A_CHARACTER + SPARE_BYTES,
        )


class _Server:
    """The server process behind one place in the sandbox; started when it is first asked."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def ask(self, request: Request, limits: Limits) -> Answer:
        with self._lock:
            try:
                process = self._running()
                _send(process, msgspec.msgpack.encode(request))
                raw = _receive(process, limits.seconds + GRACE, request.output + SPARE_BYTES)
                return msgspec.msgpack.decode(raw, type=Answer)
            except TimeoutError:
                self._kill()
                return Answer(CRASHED, reason=Reason.TIMED_OUT, detail=_too_slow(limits))
            except (OSError, EOFError, msgspec.MsgspecError) as error:
                self._kill()
                detail = (
                    f"the process that reads files ended ({str(error) or type(error).__name__})"
                )
                return Answer(CRASHED, reason=Reason.CRASHED, detail=detail)

    def end(self) -> None:
        with self._lock:
            if self._process is None:
                return
            # Its input ending is what tells the server to stop.
            with contextlib.suppress(OSError):
                typing.cast("typing.IO[bytes]", self._process.stdin).close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(2)
            self._kill()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._kill()
            paths = [str(_ROOT), *(each for each in sys.path if each)]
            environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
            self._process = subprocess.Popen(
                [sys.executable, "-m", "ingest.reading.sandbox_server"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment,
                # Ctrl-C is for the run to handle; it ends the server by closing its input.
                start_new_session=True,
            )
        return self._process

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()


def _send(process: subprocess.Popen[bytes], message: bytes) -> None:
    assert process.stdin is not None
    process.stdin.write(_LENGTH.pack(len(message)) + message)
    process.stdin.flush()


def _receive(process: subprocess.Popen[bytes], seconds: float, largest: int) -> bytes:
    """Read one answer.

    Raises:
        TimeoutError: It does not come in time; the server has been killed.
        EOFError: The server has ended.
        OSError: The answer is larger than it may be.
    """
    assert process.stdout is not None
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    # Killing it ends the reading below; waiting on a pipe with a limit works on POSIX only.
    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        head = process.stdout.read(_LENGTH.size)
        size = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else 0
        if size > largest:
            raise OSError("an answer beyond all measure")
        answer = process.stdout.read(size)
    finally:
        timer.cancel()
    if size and len(answer) == size:
        return answer
    if late.is_set():
        raise TimeoutError
    raise EOFError


def _decoded(value: bytes, function: Callable[..., T]) -> T:
    declared = typing.get_type_hints(function)["return"]
    try:
        return typing.cast(T, msgspec.msgpack.decode(value, type=declared))
    except (msgspec.MsgspecError, ValueError) as error:
        detail = f"the reading process gave back something else than it should ({error})"
        raise Unreadable(Reason.CRASHED, detail) from error


def _reason(name: str) -> Reason:
    try:
        return Reason(name)
    except ValueError:
        return Reason.CRASHED


def _too_slow(limits: Limits) -> str:
    return f"not read within {limits.seconds:g} seconds"
