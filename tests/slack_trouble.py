"""Trouble on demand: what the Web API does wrong on its next calls."""

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Literal

Sort = Literal["limit", "status", "refuse", "slow", "cut_before", "cut_after"]


@dataclass(frozen=True, slots=True)
class Ailment:
    """One thing that goes wrong once."""

    sort: Sort
    number: float = 0.0
    """Seconds to wait, or the HTTP status."""
    error: str = ""


class Trouble:
    """What goes wrong next, a queue a method; `response_url` counts as a method."""

    def __init__(self) -> None:
        self.token_error: str | None = None
        """What every call is told, once the token is no good."""
        self._next: dict[str, deque[Ailment]] = defaultdict(deque)

    def limit(self, method: str, times: int = 1, retry_after: int = 1) -> None:
        """Answer 429 with `Retry-After`, in whole seconds."""
        self._add(method, times, Ailment("limit", retry_after))

    def fail(self, method: str, times: int = 1, status: int = 500) -> None:
        """Answer with an HTTP status and a page that is no JSON."""
        self._add(method, times, Ailment("status", status))

    def refuse(self, method: str, error: str, times: int = 1) -> None:
        """Answer `ok: false` with an error of Slack's."""
        self._add(method, times, Ailment("refuse", error=error))

    def slow(self, method: str, seconds: float, times: int = 1) -> None:
        """Do what is asked, and answer late; later than the caller waits is a time-out."""
        self._add(method, times, Ailment("slow", seconds))

    def cut(self, method: str, times: int = 1, stored: bool = True) -> None:
        """Reset the connection without an answer, after doing what was asked or before."""
        self._add(method, times, Ailment("cut_after" if stored else "cut_before"))

    def revoke_token(self, error: str = "token_revoked") -> None:
        """Refuse the bot's token from now on."""
        self.token_error = error

    def take(self, method: str) -> Ailment | None:
        """Return what goes wrong with this call."""
        waiting = self._next[method]
        return waiting.popleft() if waiting else None

    def left(self) -> dict[str, int]:
        """Return the trouble that nobody ran into, as its number a method."""
        return {method: len(waiting) for method, waiting in self._next.items() if waiting}

    def _add(self, method: str, times: int, ailment: Ailment) -> None:
        self._next[method].extend([ailment] * times)
