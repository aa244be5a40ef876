"""The connection of one attempt: held to its time and size, whatever the server does.

HTTP clients limit single reads, so that a server which drips a byte a second holds them for ever;
here every read gets what is left of the whole. Only the headers named here are sent: the client
library takes more from variables of the environment. Nothing is kept open, no redirect followed
(it would carry passages elsewhere), no proxy asked, and nothing is unpacked.

A connection begins with a name, and the system's resolver has time limits of its own.
"""

import ssl
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import httpcore2
import httpx2

from bot.models.attempts import AttemptFailed
from bot.models.model import Failure, ModelFailed
from bot.models.patience import Patience

MOST_BYTES = 8 * 1024 * 1024
"""Of one response. A token comes wrapped in some 300 bytes: this holds 25,000 of them."""
CONNECTING = 5.0
"""Seconds; a server that is up takes a connection at once."""


class Connection(httpx2.BaseTransport):
    """Carries the requests of one attempt."""

    def __init__(
        self, patience: Patience, headers: Mapping[str, str], trusted: ssl.SSLContext | None
    ) -> None:
        """Take the time there is, the headers that are sent, and whose certificates are trusted."""
        self._headers = {**headers, "Accept-Encoding": "identity", "Connection": "close"}
        self._pool = httpcore2.ConnectionPool(
            ssl_context=trusted,
            max_keepalive_connections=0,
            network_backend=_Network(patience),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request and return what the server begins to answer."""
        url = request.url
        sent = httpcore2.Request(
            request.method,
            httpcore2.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=[
                *((k, request.headers[k]) for k in ("Host", "Content-Length", "Content-Type")),
                *self._headers.items(),
            ],
            content=request.read(),
        )
        with _told(Failure.DOWN):
            response = self._pool.handle_request(sent)
        stream = _Stream(response.stream)
        answered = httpx2.Response(response.status, headers=response.headers, stream=stream)
        if 300 <= response.status < 400 or answered.headers.get("content-encoding"):
            stream.close()
            raise AttemptFailed(Failure.GARBLED, "The model's address leads to something else.")
        return answered

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()


class _Stream(httpx2.SyncByteStream):
    """A response's bytes, up to their limit."""

    def __init__(self, parts: Any) -> None:
        self._parts = parts

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        with _told(Failure.CUT):
            for part in self._parts:
                size += len(part)
                if size > MOST_BYTES:
                    raise AttemptFailed(Failure.TOO_LONG, "The model sent far too much.")
                yield part

    def close(self) -> None:
        self._parts.close()


@contextmanager
def _told(broken: Failure) -> Iterator[None]:
    """Tell errors of the network as ours; a broken connection means another thing later on."""
    try:
        yield
    except httpcore2.ConnectTimeout as error:
        raise AttemptFailed(Failure.DOWN, "The model's server is not reached.") from error
    except httpcore2.TimeoutException as error:
        raise ModelFailed(Failure.SLOW, "The model did not write in time.") from error
    except httpcore2.ConnectError as error:
        of_trust = isinstance(error.__cause__, ssl.SSLError) or "SSL" in str(error)
        why = " safely: its certificate is not trusted" if of_trust else ""
        sentence = f"The model's server is not reached{why}."
        raise AttemptFailed(Failure.DOWN, sentence, again=not of_trust) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, UnicodeError) as error:
        raise AttemptFailed(
            broken, "The model's server broke off the connection.", again=True
        ) from error


class _Network(httpcore2.NetworkBackend):
    """The network, for as long as there is patience."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._network = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        seconds = min(CONNECTING, self._patience.left())
        stream = self._network.connect_tcp(host, port, seconds, local_address, socket_options)
        return _Wire(stream, self._patience)


class _Wire(httpcore2.NetworkStream):
    """A stream each of whose reads and writes has what is left of the whole."""

    def __init__(self, stream: httpcore2.NetworkStream, patience: Patience) -> None:
        self._stream = stream
        self._patience = patience

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._patience.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._patience.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        seconds = min(CONNECTING, self._patience.left())
        return _Wire(self._stream.start_tls(ssl_context, server_hostname, seconds), self._patience)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
