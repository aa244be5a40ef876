"""What is printed on: how wide it is and whether it shows colours."""

import re
import textwrap
from dataclasses import dataclass

WIDEST = 100
"""Columns; longer lines of prose are hard to read."""

PLAIN_WIDTH = 80
"""Columns of prose in a file or a pipe."""

# Characters for private use stand for the start and end of an emphasis while lines are broken:
# `visible` has removed any that a document brought along.
_BOLD, _MARK, _END = "\ue000", "\ue001", "\ue002"
_CODES = {_BOLD: "\x1b[1m", _MARK: "\x1b[36m", _END: "\x1b[0m"}

_INLINE = re.compile(r"\\(?P<escaped>.)|(?P<bold>\*\*)|(?P<space> )?\[(?P<marker>\d+)\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Screen:
    """A terminal, or a file or pipe that takes plain text."""

    columns: int | None = None
    """Width of the terminal; `None` for a file or a pipe, where tables are not cut."""
    colour: bool = False

    @property
    def width(self) -> int:
        """Columns for prose."""
        return PLAIN_WIDTH if self.columns is None else max(20, min(self.columns, WIDEST))

    def bold(self, text: str) -> str:
        """Return `text` in bold, line by line."""
        return self._styled(text, "\x1b[1m")

    def dim(self, text: str) -> str:
        """Return `text` in a weaker colour, line by line."""
        return self._styled(text, "\x1b[2m")

    def warning(self, text: str) -> str:
        """Return `text` in the colour of a warning, line by line."""
        return self._styled(text, "\x1b[33m")

    def cited(self, text: str) -> str:
        """Return `text` highlighted, line by line."""
        return self._styled(text, "\x1b[1;7m")

    def _styled(self, text: str, code: str) -> str:
        if not self.colour:
            return text
        return "\n".join(f"{code}{line}\x1b[0m" if line else "" for line in text.split("\n"))

    def wrapped(self, text: str, first: str = "", rest: str | None = None) -> str:
        """Break `text` into lines, the first one after `first`, the others after `rest`."""
        wrapper = textwrap.TextWrapper(
            self.width,
            initial_indent=first,
            subsequent_indent=first if rest is None else rest,
            # A path, a case number or a link must stay in one piece to be copied.
            break_long_words=False,
            break_on_hyphens=False,
        )
        return wrapper.fill(text)

    def markdown(self, text: str, first: str = "", rest: str | None = None) -> str:
        """Break one paragraph of a reply's Markdown into lines, with emphasis where it shows.

        Knows what a reply uses inside a paragraph: `**bold**`, `[1]` markers and backslashes.
        """
        lines = self.wrapped(_toned(text), first, rest).replace("\N{NO-BREAK SPACE}", " ")
        for tone, code in _CODES.items():
            lines = lines.replace(tone, code if self.colour else "")
        return lines


def _toned(text: str) -> str:
    bold = False

    def toned(match: re.Match[str]) -> str:
        nonlocal bold
        if match["escaped"]:
            return match["escaped"]
        if match["bold"]:
            bold = not bold
            return _BOLD if bold else _END
        # A marker alone at the start of a line would have lost what it belongs to.
        space = "\N{NO-BREAK SPACE}" if match["space"] else ""
        return f"{space}{_MARK}[{match['marker']}]{_END}"

    return _INLINE.sub(toned, text) + (_END if bold else "")
