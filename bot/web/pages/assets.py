"""The style, the scripts and the picture of the site, each at an address of its version."""

import gzip
import hashlib
from functools import cache
from importlib import resources

TYPES = {
    "site.css": "text/css; charset=utf-8",
    "site.js": "text/javascript; charset=utf-8",
    "vendor/htmx.min.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
"""Every file there is, by the name that pages call it."""
FOR_EVER = "public, max-age=31536000, immutable"
"""A file is called with its fingerprint, so another version has another address."""


def versioned(name: str) -> str:
    """Return the address of a file as it is now."""
    return f"/static/{name}?v={fingerprint(name)}"


@cache
def fingerprint(name: str) -> str:
    """Return what changes with a file."""
    return hashlib.sha256(content(name)).hexdigest()[:12]


@cache
def packed(name: str) -> bytes:
    """Return the bytes of a file, compressed with gzip."""
    return gzip.compress(content(name), mtime=0)


@cache
def content(name: str) -> bytes:
    """Return the bytes of a file."""
    return resources.files("bot.web").joinpath("static", *name.split("/")).read_bytes()
