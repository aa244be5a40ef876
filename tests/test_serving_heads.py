"""A head that does not come is not waited for; one that does is answered as ever."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.serving.heads import HeadsInTime

SOON = 0.4


class HeadsSoon(HeadsInTime):
    patience = SOON


@pytest.fixture
def address() -> Iterator[tuple[str, int]]:
    async def told(request: Request) -> PlainTextResponse:
        return PlainTextResponse((await request.body()).decode() or "hej")

    app = Starlette(routes=[Route("/", told, methods=["GET", "POST"])])
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, http=HeadsSoon, log_config=None, access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield listening.getsockname()
    server.should_exit = True
    thread.join()
    listening.close()


def heard(connection: socket.socket) -> bytes:
    """Return all that comes until the connection ends."""
    connection.settimeout(5)
    told = b""
    while more := connection.recv(4096):
        told += more
    return told


def answered(connection: socket.socket) -> None:
    """Read one answer to its end."""
    connection.settimeout(5)
    told = b""
    while not told.endswith(b"hej"):
        told += connection.recv(4096)


@pytest.mark.parametrize("sent", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: "])
def test_a_head_that_does_not_come_ends_the_connection(
    address: tuple[str, int], sent: bytes
) -> None:
    begun = time.monotonic()
    with socket.create_connection(address) as connection:
        connection.sendall(sent)
        assert heard(connection) == b""
    assert SOON * 0.8 < time.monotonic() - begun < 4


def test_a_byte_now_and_then_does_not_keep_it_open(address: tuple[str, int]) -> None:
    begun = time.monotonic()
    with socket.create_connection(address) as connection, suppress(OSError):
        while time.monotonic() - begun < 4:
            connection.sendall(b"G")
            time.sleep(SOON / 4)
    assert time.monotonic() - begun < 4


def test_a_second_head_on_the_same_connection_is_waited_for_as_long(
    address: tuple[str, int],
) -> None:
    request = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
    with socket.create_connection(address) as connection:
        connection.sendall(request)
        answered(connection)
        time.sleep(SOON * 2)  # between requests the server's own patience counts
        connection.sendall(request)
        answered(connection)
        connection.sendall(b"GET / HTTP/1.1\r\nHo")
        assert heard(connection) == b""


def test_a_body_may_take_its_time(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nha")
        time.sleep(SOON * 2)
        connection.sendall(b"ps")
        connection.shutdown(socket.SHUT_WR)
        assert heard(connection).endswith(b"haps")
