"""What something costs, asked in any words: from the table that staff keep, and from no other."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.replies import Reply, ReplyKind
from tests.asked_papers import assistant_on

TABLE = """\
Ydelse;Sats;Enhed;År;Engelsk navn
Fællesbad;52;kr. pr. portion;2022;shared bath
Saunagus, familie;52;kr. pr. kuvert;2022;family sauna
Saunagus, familie;58;kr. pr. kuvert;2024;family sauna
Saunagus, familie;55;kr. pr. kuvert;2023;family sauna
Saunagus, familie;59,5;kr. pr. kuvert;2025;family sauna
Saunagus, familie;61;kr. pr. kuvert;2026;family sauna
Lodstolkning;6,25;kr. pr. minut;2026;pilot interpreting
Tilskud til fyrpassere;9.000;kr. pr. år;2027;lighthouse grant
"""
MEMO = """NOTAT

Til: Badeudvalget
Dato: 2. maj 2024

Priser på saunagus for en familie

Prisen for en billet er i 2024 60 kr. pr. kuvert. Forvaltningen foreslår, at prisen i 2025
fastsættes til 62 kr. pr. kuvert.
"""
AGREEMENT = """# Aftale om fyrtilsyn

Aftalen træder i kraft den 1. april 2023. Aftaleåret løber fra 1. april til 31. marts.

## Honorar

For et fyrtilsyn betales:

| Aftaleår | Honorar pr. besøg |
|---|---|
| 1. aftaleår | 498,00 kr. |
| 2. aftaleår | 512,50 kr. |
"""
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def baths(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"priser.csv": TABLE, "notat.txt": MEMO, "aftale.md": AGREEMENT}
    with assistant_on(tmp_path_factory.mktemp("prices"), papers) as assistant:
        yield assistant


def ask(baths: Assistant, question: str) -> Reply:
    return baths.reply(Asked(question, TODAY))


def figures(reply: Reply) -> list[str]:
    return [f"{told.entry.rate.printed} {told.status.value}" for told in reply.rates]


@pytest.mark.parametrize(
    "question",
    [
        "hvad koster saunagus for en familie?",
        "hvad er prisen på saunagus for en familie?",
        "hvad er betalingen for saunagus, familie?",
        "hvad skal man betale for saunagus for en familie?",
        "hvor meget koster saunagus for en familie?",
        "what does a family sauna cost?",
        "what is the price of a family sauna?",
        "family sauna",
        "Saunagus, familie",
    ],
)
def test_a_price_is_the_verified_rate_that_applies(baths: Assistant, question: str) -> None:
    reply = ask(baths, question)
    assert reply.kind is ReplyKind.RATE
    assert figures(reply)[0] == "61 in_force"
    assert "62" not in reply.text


@pytest.mark.parametrize(("year", "printed"), [(2022, "52"), (2023, "55"), (2025, "59,5")])
def test_a_price_of_a_year_is_that_of_the_table(baths: Assistant, year: int, printed: str) -> None:
    reply = ask(baths, f"hvad kostede saunagus for en familie i {year}?")
    assert figures(reply)[0] == f"{printed} in_force"
    assert "62 kr" not in reply.text


def test_another_figure_of_a_paper_on_the_same_matter_stands_beside_it(baths: Assistant) -> None:
    reply = ask(baths, "hvad kostede saunagus for en familie i 2024?")
    assert figures(reply)[:2] == ["58 in_force", "60 kr. pr. kuvert in_force"]
    assert any("Om det er den samme sats" in warning for warning in reply.warnings)


def test_no_price_is_told_for_a_year_before_the_table(baths: Assistant) -> None:
    reply = ask(baths, "hvad kostede saunagus for en familie i 2003?")
    assert reply.text.startswith("Arkivet har ingen sats, der er angivet at gælde i 2003.")
    assert "in_force" not in " ".join(figures(reply))


@pytest.mark.parametrize(
    "question", ["tilskud til fyrpassere", "what is the lighthouse grant?", "lighthouse grant"]
)
def test_the_name_of_a_rate_is_answered_without_a_word_for_a_rate(
    baths: Assistant, question: str
) -> None:
    assert figures(ask(baths, question)) == ["9.000 not_yet"]


@pytest.mark.parametrize(
    "question",
    ["hvad er lodstolkning?", "hvem betaler for lodstolkning?", "fyrpassere", "saunagus i 2024"],
)
def test_what_asks_for_no_money_states_no_rate(baths: Assistant, question: str) -> None:
    assert ask(baths, question).rates == ()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("hvad er satsen for lodstolkning pr. time?", "ingen sats pr. time"),
        ("hvad koster en time lodstolkning?", "ingen sats pr. time"),
        ("what does pilot interpreting cost per hour?", "no rate per hour"),
    ],
)
def test_a_unit_that_no_rate_has_is_said_to_be_missing(
    baths: Assistant, question: str, said: str
) -> None:
    reply = ask(baths, question)
    assert said in reply.text.split("\n")[0]
    assert figures(reply) == ["6,25 in_force"]


@pytest.mark.parametrize(
    "question",
    [
        "hvad er taksten for tandpleje?",
        "hvad koster en drage?",
        "what is the price of a kite?",
    ],
)
def test_the_amount_of_another_thing_is_never_quoted(baths: Assistant, question: str) -> None:
    assert not any(f"{figure} kr" in ask(baths, question).text for figure in (58, 60, 61, 62))


def test_a_row_of_a_table_is_never_quoted_as_a_fact(baths: Assistant) -> None:
    for question in ("hvad er tilskuddet til saunagus?", "hvilke priser er der på bad?"):
        reply = ask(baths, question)
        if reply.kind is ReplyKind.FACT:
            assert not any(c.document.source.endswith(".csv") for c in reply.citations)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hvad er honoraret for et fyrtilsyn i 2. aftaleår?", "512,50 kr. expired"),
        ("hvad var honoraret for et fyrtilsyn den 1. maj 2023?", "498,00 kr. in_force"),
        ("hvad var honoraret for et fyrtilsyn den 1. maj 2024?", "512,50 kr. in_force"),
    ],
)
def test_rows_for_years_of_an_agreement_are_its_years(
    baths: Assistant, question: str, told: str
) -> None:
    reply = ask(baths, question)
    assert figures(reply)[0] == told
    assert reply.rates[0].entry.rate.name == "fyrtilsyn"


def test_a_year_that_an_agreement_does_not_have_is_said_to_be_missing(baths: Assistant) -> None:
    reply = ask(baths, "hvad er honoraret for et fyrtilsyn i 4. aftaleår?")
    assert reply.text.startswith("Arkivet har ingen sats for år 4 af aftalen.")


def test_a_danish_reply_shows_the_unit_as_printed_and_an_english_one_translates(
    baths: Assistant,
) -> None:
    assert "kr. pr. kuvert" in ask(baths, "hvad koster saunagus for en familie?").text
    assert "kr. per cover" in ask(baths, "what does a family sauna cost?").text


def test_a_unit_alone_may_tell_which_rate_is_meant(baths: Assistant) -> None:
    assert figures(ask(baths, "hvad er prisen pr. minut?")) == ["6,25 in_force"]
