"""Papers written out in a test, read by the real pipeline, and asked by the real assistant."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from bot.asked import Asked
from bot.assistant import Assistant
from bot.cli.door import Door
from bot.cli.failures import run
from bot.replies import Reply
from referent import app

TODAY = date(2023, 8, 1)
"""The day on which tests ask, unless they name another."""


@contextmanager
def assistant_on(folder: Path, papers: Mapping[str, str]) -> Iterator[Assistant]:
    """Write papers (text by file name) below a folder, ingest them, and open an assistant."""
    archive, home = folder / "arkiv", folder / "home"
    for name, text in papers.items():
        path = archive / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert run(app, ["ingest", str(archive), "--home", str(home), "--json"]) == 0
    with Door().assistant(home) as assistant:
        assert isinstance(assistant, Assistant)
        yield assistant


def ask(assistant: Assistant, text: str, on: date = TODAY) -> Reply:
    """Ask on a day."""
    return assistant.reply(Asked(text, on=on))


def quotes(reply: Reply) -> list[str]:
    """Return the words of every citation, in the order of the reply."""
    return [citation.quote for citation in reply.citations]


HARBOUR_MINUTES = """\
Referat af møde i Havneudvalget (HU)
den 10. marts 2021 kl. 13.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer

1. Kajplads til sejlere

Sagsfremstilling
Der er ti pladser ved kajen.

Beslutning
Godkendt.
"""
"""One item that was approved; more may be written behind it."""


def culture_minutes(day: str) -> str:
    """Write minutes of another body, with one item that was approved."""
    return f"""\
Referat af møde i Kulturrådet
den {day} kl. 10.00
Godkendt referat

Til stede: Gerda Lolk (formand), Svend Ask

1. Kunst i parken

Indstilling
Sekretariatet indstiller, at der opstilles tre skulpturer.

Beslutning
Godkendt.
"""
