"""How far a run has come, as lines and as a bar."""

import io

from ingest.progress import Lines, shown


def test_plain_progress_tells_the_rate_and_the_time_left() -> None:
    now = [0.0]
    out = io.StringIO()
    lines = Lines(out, clock=lambda: now[0])
    lines.begin("embedding", 300)
    for _ in range(3):
        now[0] += 6
        lines.advance(60)
    lines.end()
    assert out.getvalue().splitlines() == [
        "embedding: 120/300, 10.0/s, 18 s left",
        "embedding: 180/300, 10.0/s, 12 s left",
    ]


def test_a_phase_with_nothing_to_do_is_not_told_of() -> None:
    out = io.StringIO()
    with shown(out) as progress:
        progress.begin("reading", 0)
        progress.end()
    assert out.getvalue() == ""


def test_a_terminal_gets_a_bar() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    with shown(out) as progress:
        progress.begin("embedding", 4)
        progress.advance(4)
        progress.end()
    assert "embedding" in out.getvalue()
    assert "4/4" in out.getvalue()
