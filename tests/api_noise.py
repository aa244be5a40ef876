"""Requests that nobody in their right mind sends: bytes, types, sizes, depths, encodings, paths."""

import asyncio
import json
import random
from collections.abc import Callable
from urllib.parse import quote

PATHS = (
    *("ask", "ask/stream", "search", "documents", "documents/x", "decisions", "cases/24/117"),
    *("rates", "bodies", "meetings", "changes", "openapi.json", "nothing", ""),
)
PARAMETERS = (
    *("q", "on", "language", "body", "kind", "from", "to", "since", "outcome", "about", "name"),
    *("history", "limit", "offset", "after", "audience", "nonsense"),
)
METHODS = ("GET", "GET", "GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "BREW")
ODD = (
    *("", "0", "-1", "1e9", "9" * 400, "NaN", "null", "true", "[]", "{}"),
    *("2024-02-30", "0000-00-00"),
    *("9999-12-31", "../../etc/passwd", "%00", "\x00", "\ud7ff", "\U0010ffff", "\u202e", "\ufeff"),
    *("æ" * 3000, "Æ" * 1500, "'; DROP TABLE documents; --", "<script>", "${7*7}", "\r\nX-A: b"),
    *("hvad besluttede PU?", "a b " * 400, "(" * 500, "NEAR/3 AND OR NOT *", '"', "\\", "ﷺ" * 50),
    *("24/117", "sag " * 300, "i år " * 200, "1. maj " * 100, "*", "?", "#", "%", "%ZZ", "%C3%28"),
)


def request(rng: random.Random) -> bytes:
    """Return one request over HTTP/1.1 that closes its connection."""
    return rng.choice(_KINDS)(rng)


async def status_of(sent: bytes, port: int) -> int | None:
    """Send bytes; return the status that they are answered with, `None` where none comes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(sent)
        if b"\r\n\r\n" not in sent:
            writer.write_eof()  # nobody would answer what has not ended yet
        line = await asyncio.wait_for(reader.readline(), 60)
        await asyncio.wait_for(reader.read(), 60)
    except OSError:
        return None
    finally:
        writer.close()
    parts = line.split()
    return int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else None


def _http(method: str, target: bytes, body: bytes = b"", *headers: bytes) -> bytes:
    head = [method.encode() + b" " + target + b" HTTP/1.1", b"Host: 127.0.0.1", *headers]
    if body or method == "POST":
        head.append(b"Content-Length: " + str(len(body)).encode())
    return b"\r\n".join([*head, b"Connection: close", b"", body])


def _asked(body: bytes, kind: bytes = b"application/json") -> bytes:
    return _http("POST", b"/api/ask", body, b"Content-Type: " + kind)


def _queried(rng: random.Random) -> bytes:
    """Make an address of known and unknown parameters with odd values."""
    pairs = [
        (rng.choice(PARAMETERS), quote(rng.choice(ODD), safe="", errors="replace"))
        for _ in range(rng.randrange(4))
    ]
    if rng.random() < 0.5:
        pairs.append(("q", quote(rng.choice(ODD), safe="")))
    asked = "&".join(f"{name}={value}" for name, value in pairs)
    path = rng.choice(PATHS)
    if path.startswith(("cases/", "documents/")) and rng.random() < 0.8:
        path = f"{path.split('/')[0]}/{quote(rng.choice(ODD), safe='')}"
    return _http(rng.choice(METHODS), f"/api/{path}?{asked}".encode())


def _bytes_asked(rng: random.Random) -> bytes:
    kinds = [b"application/json", b"application/json; charset=utf-16", b"text/plain", b"\xff", b""]
    return _asked(rng.randbytes(rng.randrange(600)), rng.choice(kinds))


def _typed_asked(rng: random.Random) -> bytes:
    """Make an object of the right names and the wrong types."""
    names = rng.sample(
        ("question", "on", "language", "after", "audience", "limit"), rng.randrange(1, 5)
    )
    values: tuple[object, ...] = (
        *ODD,
        None,
        True,
        0,
        -1,
        1e308,
        10**40,
        [],
        {},
        ["x"],
        {"question": "x"},
    )
    told = json.dumps({name: rng.choice(values) for name in names})
    return _asked(told.encode(rng.choice(["utf-8", "utf-8", "utf-16", "utf-32"]), "replace"))


def _nested_asked(rng: random.Random) -> bytes:
    depth = rng.choice([10, 1000, 100_000])
    opening, closing = rng.choice([(b"[", b"]"), (b'{"question":', b"}"), (b'{"a":[', b"]}")])
    return _asked(opening * depth + b"1" + closing * rng.choice([0, depth]))


def _cut_asked(rng: random.Random) -> bytes:
    whole = json.dumps({"question": rng.choice(ODD), "on": "2024-01-01"}).encode()
    cut = bytearray(whole[: rng.randrange(len(whole) + 1)])
    for _ in range(rng.randrange(4)):
        if cut:
            cut[rng.randrange(len(cut))] = rng.randrange(256)
    return _asked(bytes(cut))


def _huge_asked(rng: random.Random) -> bytes:
    size = rng.choice([2_001, 100_000, 999_000, 1_100_000])
    return _asked(json.dumps({"question": rng.choice("xæ ") * size}).encode())


def _random_target(rng: random.Random) -> bytes:
    raw = bytes(
        rng.choice(b"/%?#&=.;:abc\xc3\xa6\x80\xff ~\\{}") for _ in range(rng.randrange(200))
    )
    return _http(rng.choice(METHODS), b"/api/" + raw.replace(b" ", b"%20"))


def _random_bytes(rng: random.Random) -> bytes:
    return rng.choice([b"", b"GET /api/", b"POST /api/ask HTTP/1.1\r\n"]) + rng.randbytes(
        rng.randrange(300)
    )


def _odd_headers(rng: random.Random) -> bytes:
    name = rng.choice([b"Host", b"Content-Type", b"Content-Length", b"Accept", b"X-" + b"a" * 200])
    return _http(
        rng.choice(METHODS), b"/api/documents", b"", name + b": " + rng.randbytes(20).hex().encode()
    )


_KINDS: tuple[Callable[[random.Random], bytes], ...] = (
    *(_queried, _queried, _queried, _bytes_asked, _typed_asked, _nested_asked),
    *(_cut_asked, _huge_asked, _random_target, _random_bytes, _odd_headers),
)
