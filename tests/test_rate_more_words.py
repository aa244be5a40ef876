"""A verified rate whose name a question holds, with words more than the name has."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from bot.asked import Asked
from bot.replies import Reply, ReplyKind
from tests.asked_papers import assistant_on

TABLE = """\
Navn;Beløb;Enhed;Gyldig fra;Gyldig til;Engelsk navn
Havnebad, udlejning af badekåbe;41,00;kr. pr. dag;2023-01-01;2024-12-31;bath, bathrobe rental
Havnebad, udlejning af badekåbe;44,00;kr. pr. dag;2025-01-01;;bath, bathrobe rental
Fortøjning;210,00;kr. pr. uge;2024-01-01;;mooring
"""
MINUTES = """\
Referat af møde i Havnerådet
den 3. oktober 2023

1. Høring om badekåber

Sagsfremstilling
Direktionen foreslår, at prisen for udlejning af en tør badekåbe hæves til 49 kr. fra 1. maj 2025.

Beslutning
Rådet kan ikke anbefale forslaget.
"""
ASK = Callable[..., Reply]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ASK]:
    papers = {"priser.csv": TABLE, "referat.txt": MINUTES}
    with assistant_on(tmp_path_factory.mktemp("more"), papers) as assistant:
        yield lambda text, day=date(2025, 6, 2): assistant.reply(Asked(text, on=day))


@pytest.mark.parametrize(
    ("text", "told", "lacking"),
    [
        ("Hvad koster udlejning af en tør badekåbe?", "44,00", "tør"),
        ("Hvad koster udlejning af en varm badekåbe i dag?", "44,00", "varm"),
        ("Hvad koster udlejning af badekåbe til stranden lige nu?", "44,00", "stranden"),
        ("Hvad koster kortvarig fortøjning?", "210,00", "kortvarig"),
    ],
)
def test_a_word_that_the_name_lacks_loses_no_rate_and_is_told(
    ask: ASK, text: str, told: str, lacking: str
) -> None:
    reply = ask(text)
    assert reply.kind is ReplyKind.RATE
    assert reply.rates[0].entry.rate.printed == told
    assert "nævner ikke" in reply.text
    assert lacking in reply.text.split("nævner ikke")[1].split("\n")[0]
    assert "49" not in reply.text


def test_in_english_too(ask: ASK) -> None:
    reply = ask("What does rental of a dry bathrobe cost?")
    assert reply.rates[0].entry.rate.printed == "44,00"
    assert "does not say: dry" in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "Hvad koster fortøjning af kameler?",
        "Hvad koster udlejning af badekåbe på Blåø?",
        "Hvad koster udlejning af cykler?",
        "Hvad koster lånte cykler?",
    ],
)
def test_another_thing_or_place_is_no_word_more(ask: ASK, text: str) -> None:
    assert ask(text).kind is not ReplyKind.RATE


@pytest.mark.parametrize(
    ("text", "day", "told"),
    [
        ("Hvad koster udlejning af badekåbe i morgen?", date(2024, 12, 31), "44,00"),
        ("Hvad kostede udlejning af badekåbe i går?", date(2025, 1, 1), "41,00"),
        ("Hvad koster udlejning af badekåbe om et år?", date(2024, 2, 1), "44,00"),
        ("Hvad bliver prisen for udlejning af badekåbe næste år?", date(2024, 2, 1), "44,00"),
        ("What will rental of a bathrobe cost tomorrow?", date(2024, 12, 31), "44,00"),
        ("What will rental of a bathrobe cost next year?", date(2024, 5, 5), "44,00"),
    ],
)
def test_the_rate_is_that_of_the_day_that_is_counted_to(
    ask: ASK, text: str, day: date, told: str
) -> None:
    reply = ask(text, day)
    assert reply.rates[0].entry.rate.printed == told
    assert "enhed" not in reply.text
    assert "another unit" not in reply.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Er udlejning af badekåbe blevet dyrere siden 2023?", ["41,00", "44,00"]),
        ("Has bathrobe rental increased since 2023?", ["41,00", "44,00"]),
    ],
)
def test_whether_a_price_moved_is_told_by_its_amounts(ask: ASK, text: str, told: list[str]) -> None:
    assert [rate.entry.rate.printed for rate in ask(text).rates] == told


def test_whether_something_else_rose_asks_for_no_rate(ask: ASK) -> None:
    assert ask("Er ventetiden steget siden 2023?").kind is not ReplyKind.RATE


def test_a_word_before_what_no_rate_is_called_finds_none(ask: ASK) -> None:
    assert ask("Hvad koster hunde sejlet ud?").kind is not ReplyKind.RATE
