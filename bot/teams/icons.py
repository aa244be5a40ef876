"""The app's two pictures, drawn: a page of minutes with one line marked."""

import struct
import zlib
from collections.abc import Callable

Colour = tuple[int, int, int, int]
"""Red, green, blue, how opaque: 0 to 255."""

COLOR_SIZE, OUTLINE_SIZE = 192, 32
"""Pixels on each side, as Teams wants them."""
BLUE: Colour = (31, 58, 95, 255)
_WHITE: Colour = (255, 255, 255, 255)
_GREY: Colour = (150, 166, 186, 255)
_YELLOW: Colour = (255, 196, 61, 255)
_NONE: Colour = (255, 255, 255, 0)
_FINE = 4
"""Points on each side of a pixel that are looked at."""


def color_png() -> bytes:
    """Return the picture in colour."""
    return _png(COLOR_SIZE, _in_colour)


def outline_png() -> bytes:
    """Return the picture in white on nothing."""
    return _png(OUTLINE_SIZE, _in_outline)


def _in_colour(x: float, y: float) -> Colour:
    """Return the colour of a point of a picture that is one wide and one high."""
    if not _within(x, y, 0.28, 0.18, 0.72, 0.82, 0.04):
        return BLUE
    for number in range(5):
        top = 0.28 + number * 0.1
        long = 0.64 if number not in {1, 4} else 0.54
        if number == 2 and _within(x, y, 0.33, top - 0.02, 0.67, top + 0.06, 0.02):
            return BLUE if _within(x, y, 0.36, top, long, top + 0.04, 0.02) else _YELLOW
        if _within(x, y, 0.36, top, long, top + 0.04, 0.02):
            return _GREY
    return _WHITE


def _in_outline(x: float, y: float) -> Colour:
    outer = _within(x, y, 0.2, 0.06, 0.8, 0.94, 0.08)
    inner = _within(x, y, 0.27, 0.13, 0.73, 0.87, 0.03)
    lines = any(_within(x, y, 0.36, top, 0.64, top + 0.07, 0) for top in (0.28, 0.465, 0.65))
    return _WHITE if (outer and not inner) or lines else _NONE


def _within(
    x: float, y: float, left: float, top: float, right: float, bottom: float, round_: float
) -> bool:
    """Tell whether a point lies in a rectangle with round corners."""
    if not (left <= x <= right and top <= y <= bottom):
        return False
    across = max(left + round_ - x, x - right + round_, 0)
    down = max(top + round_ - y, y - bottom + round_, 0)
    return across**2 + down**2 <= round_**2 or not (across and down)


def _png(size: int, colour: Callable[[float, float], Colour]) -> bytes:
    rows = b"".join(
        b"\0" + b"".join(_pixel(x, y, size, colour) for x in range(size)) for y in range(size)
    )
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, data) for name, data in parts)


def _pixel(x: int, y: int, size: int, colour: Callable[[float, float], Colour]) -> bytes:
    """Return the mean of the points within a pixel, so that edges are smooth."""
    steps = [(step + 0.5) / _FINE for step in range(_FINE)]
    points = [colour((x + dx) / size, (y + dy) / size) for dx in steps for dy in steps]
    return bytes(round(sum(point[at] for point in points) / len(points)) for at in range(4))


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
