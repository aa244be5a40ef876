"""What the top of a paper says of all its amounts holds for its tables; of one thing never."""

from pathlib import Path

import pytest

from tests.rate_words import in_file

PAPER = """\
# {title}

{top}

## Pladser

| Plads | Takst |
|---|---|
| Telt | 85 |
| Hytte | 410 |

## Varer

| Vare | Takst |
|---|---|
| Brænde | 40 |
"""


def amounts(folder: Path, top: str, title: str = "Takster på lejrpladsen") -> list[str]:
    path = folder / "liste.md"
    path.write_text(PAPER.format(title=title, top=top), encoding="utf-8")
    rates = in_file(path)[1].rates
    return [str(rate.amount) for rate in rates]


@pytest.mark.parametrize(
    "top",
    [
        "Alle priser er i kr.",
        "Samtlige takster er i danske kroner og uden moms.",
        "Priserne er angivet i kr. Ring for at bestille.",
        "Velkommen til lejrpladsen. Alle beløb er i kr.",
        "All prices are in DKK.",
    ],
)
def test_what_is_said_of_all_at_the_top_holds_for_every_table(tmp_path: Path, top: str) -> None:
    assert amounts(tmp_path, top) == ["85", "410", "40"]


@pytest.mark.parametrize(
    "top",
    [
        "Ring for at bestille.",
        "Gebyret for tabte nøgler betales i kr.",
        "Depositum: prisen er i kr.",
        "Alle priser er i kr. Samtlige takster for varer er i øre.",
        "Alle gæster betaler ens.",
    ],
)
def test_what_is_said_of_one_thing_or_of_several_units_holds_for_none(
    tmp_path: Path, top: str
) -> None:
    assert amounts(tmp_path, top) == []
