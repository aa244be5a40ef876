"""An endpoint of a model on this machine, whose next answers are written down beforehand.

::

    with endpoint(said("Broen ", "blev bygget.")) as e:
        ...  # e.base_url, e.requests

Each request gets the next answer of the script; the last one is given again and again.
"""

import json
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

STREAM, JSON, PAGE = "text/event-stream", "application/json", "text/html; charset=utf-8"


@dataclass
class Request:
    """What the endpoint was asked."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass
class Scripted:
    """A running endpoint."""

    base_url: str
    requests: list[Request] = field(default_factory=list)
    ending: threading.Event = field(default_factory=threading.Event)
    let_go: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def was_let_go(self, times: int = 1) -> bool:
        """Tell whether the client closes so many connections before long."""
        return all(self.let_go.acquire(timeout=20) for _ in range(times))


class Line(BaseHTTPRequestHandler):
    """The connection on which an answer is given."""

    protocol_version = "HTTP/1.1"
    script: list["Answer"]
    scripted: Scripted

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        asked = Request(
            self.path, {k.lower(): v for k, v in self.headers.items()}, json.loads(body)
        )
        turn = min(len(self.scripted.requests), len(self.script) - 1)
        self.scripted.requests.append(asked)
        self.close_connection = True
        with suppress(ConnectionError):
            self.script[turn](self)
        self._see_it_closed()

    def begin(self, status: int = 200, kind: str = STREAM, **headers: str) -> None:
        """Send a status and headers; the body is sent with `part`, and ended with `end`."""
        self.send_response(status)
        sent = {"Content-Type": kind, "Transfer-Encoding": "chunked", **headers}
        for name, value in sent.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def part(self, data: bytes) -> None:
        """Send a part of the body, at once."""
        self.wfile.write(b"%x\r\n%b\r\n" % (len(data), data))

    def end(self) -> None:
        """Send the end of the body."""
        self.wfile.write(b"0\r\n\r\n")

    def wait(self, seconds: float) -> None:
        """Let time pass; not longer than the client is there, or the test lasts."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and not self.scripted.ending.is_set():
            if select.select([self.connection], [], [], min(left, 0.02))[0]:
                return

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Say nothing."""

    def _see_it_closed(self) -> None:
        try:
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(20)
            while self.connection.recv(65_536):
                pass
        except TimeoutError:
            return
        except OSError:
            pass  # it was closed before we came to it
        self.scripted.let_go.release()


Answer = Callable[[Line], None]


@contextmanager
def endpoint(*script: Answer, tls: ssl.SSLContext | None = None) -> Iterator[Scripted]:
    """Run an endpoint until the test ends; over TLS, where its certificate is given."""
    scripted = Scripted("")
    kind = type("Scripted line", (Line,), {"script": list(script), "scripted": scripted})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    scripted.base_url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        scripted.base_url = scripted.base_url.replace("http:", "https:")
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield scripted
    finally:
        scripted.ending.set()
        server.shutdown()
        thread.join()
        server.server_close()


def nobody() -> str:
    """Return an address at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"http://127.0.0.1:{taken.getsockname()[1]}/v1"


def event(piece: str | None = None, *, end: str | None = None, **more: Any) -> bytes:
    """Return an event of a stream with a piece of text, or anything else of `delta`."""
    delta = {"content": piece} if piece is not None else {}
    choice = {"index": 0, "delta": delta | more, "finish_reason": end}
    return line({"choices": [choice]})


def line(told: object, newline: str = "\n") -> bytes:
    """Return an event that holds some JSON."""
    return f"data: {json.dumps(told, ensure_ascii=False)}{newline}{newline}".encode()


def used(read: int, written: int) -> dict[str, int]:
    """Return a usage as servers tell it."""
    return {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}


def said(*pieces: str, end: str = "stop", usage: tuple[int, int] | None = (12, 5)) -> Answer:
    """Stream a text to its end."""
    told = [line({"choices": [], "usage": used(*usage)})] if usage else []
    return raw(*map(event, pieces), event(end=end), *told, b"data: [DONE]\n\n")


def whole(text: str, usage: tuple[int, int] = (12, 5)) -> Answer:
    """Give a text in one piece, as if no stream had been asked for."""
    choice = {"message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    return raw(json.dumps({"choices": [choice], "usage": used(*usage)}).encode(), kind=JSON)


def raw(*parts: bytes, kind: str = STREAM, status: int = 200, **headers: str) -> Answer:
    """Send these parts and end."""

    def answer(to: Line) -> None:
        to.begin(status, kind, **headers)
        for part in parts:
            to.part(part)
        to.end()

    return answer


def cut(*pieces: str) -> Answer:
    """Stream a text and break off the connection."""

    def answer(to: Line) -> None:
        to.begin()
        for piece in pieces:
            to.part(event(piece))

    return answer


def broken(to: Line) -> None:
    """Break off the connection before anything is said."""


def refusing(status: int, message: str = "no", code: str | None = None, **headers: str) -> Answer:
    """Refuse, in the words of OpenAI's API."""
    told = {"error": {"message": message, "type": "error", "param": None, "code": code}}
    return raw(json.dumps(told).encode(), kind=JSON, status=status, **headers)


def slowly(*pieces: str, first: float = 0.0, between: float = 0.0) -> Answer:
    """Stream a text with pauses: before the status, and before each piece but the first."""

    def answer(to: Line) -> None:
        to.wait(first)
        to.begin()
        for number, piece in enumerate(pieces):
            to.wait(between if number else 0)
            to.part(event(piece))
        to.part(event(end="stop"))
        to.end()

    return answer


def dripping(data: bytes, begun: bool = True, every: float = 0.05) -> Answer:
    """Send a byte at a time, for ever; of the body, or of the status line."""

    def answer(to: Line) -> None:
        if begun:
            to.begin()
        while not to.scripted.ending.is_set():
            for byte in data:
                to.wait(every)
                to.part(bytes([byte])) if begun else to.wfile.write(bytes([byte]))

    return answer
