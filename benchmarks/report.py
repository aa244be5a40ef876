"""What was measured, as the one file that is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

FILE = Path(__file__).parent / "RESULTS.md"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, beside what it is to be compared with."""

    what: str
    measured: str
    goal: str = "–"
    baseline: str = "–"
    """Taken in the same run."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was measured, in several figures."""

    title: str
    how: str
    rows: tuple[Row, ...]

    def markdown(self) -> str:
        """Return a heading, how it was measured, and a table."""
        lines = [f"## {self.title}", "", self.how, "", "| what | measured | goal | baseline |"]
        lines.append("|---|---|---|---|")
        lines += [f"| {r.what} | {r.measured} | {r.goal} | {r.baseline} |" for r in self.rows]
        return "\n".join(lines) + "\n"


def written(
    machine: Sequence[tuple[str, str]], parts: Sequence[Part], when: datetime, command: str
) -> str:
    """Return the whole page."""
    head = [
        "# Measured",
        "",
        f"By `{command}` on {when:%-d %B %Y}. Baselines are of the same run: other machines, and",
        "this one on another day, compare by ratios only.",
        "",
        *(f"- {name}: {value}" for name, value in machine),
        "",
    ]
    return "\n".join(head) + "\n" + "\n".join(part.markdown() for part in parts)
