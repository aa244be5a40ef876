"""One reader a format, each turning a file into an `Extraction`, and the process they run in."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.reading.reader import read as read

__all__ = ["read"]


def __getattr__(name: str) -> object:
    # The readers bring large libraries along; who wants a `Reason` only should not wait for them.
    if name == "read":
        from ingest.reading.reader import read  # noqa: PLC0415

        return read
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
