"""What a check-up finds."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    state: State
    finding: str
    advice: str | None = None
    """What to do, where something is to be done."""

    @property
    def failed(self) -> bool:
        """Whether Referent cannot work like this."""
        return self.state is State.FAIL
