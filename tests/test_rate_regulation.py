"""An amount of a paper that says its amounts are regulated is told with that sentence."""

from datetime import date
from pathlib import Path

import pytest

from bot.answers.rates.clause_scopes import holds_for
from index.spans import Span
from tests.asked_papers import ask, assistant_on

AGREEMENT = """\
Aftale om vagtordning i Region Havby 2020-2024
Indgået den 2. december 2019

§ 1. Løbetid
Aftalen gælder fra den 1. januar 2020 til den 31. december 2024.

§ 2. Honorar
Vagthonoraret er 640 kr. pr. time.

§ 3. Regulering
{regulation}
"""
TOLD = "Samme kilde siger, at beløb reguleres"


@pytest.mark.parametrize(
    ("regulation", "day", "told"),
    [
        ("Honoraret reguleres hvert år den 1. april.", date(2023, 5, 1), True),
        ("Alle satser opreguleres med den aftalte procent.", date(2023, 5, 1), True),
        ("Honoraret reguleres hvert år den 1. april.", date(2020, 5, 1), False),
        ("Honoraret reguleres ikke i perioden.", date(2023, 5, 1), False),
        ("Trafikken ved klinikken reguleres af politiet.", date(2023, 5, 1), False),
    ],
)
def test_a_regulated_amount_is_told_with_its_regulation(
    tmp_path: Path, regulation: str, day: date, *, told: bool
) -> None:
    papers = {"aftale.txt": AGREEMENT.format(regulation=regulation)}
    with assistant_on(tmp_path, papers) as assistant:
        reply = ask(assistant, "Hvad er vagthonoraret?", day)
    assert "640" in reply.text
    assert (TOLD in reply.text) is told
    assert any(regulation in citation.quote for citation in reply.citations) is told


CLAUSED = """\
Aftale om vagtordning i Region Havby 2020-2024
Indgået den 2. december 2019

§ 1. Løbetid
Aftalen gælder fra den 1. januar 2020 til den 31. december 2024.

§ 2. Honorar
Stk. 1. Vagthonoraret er 640 kr. pr. time.
Stk. 2. Kørselsgodtgørelsen er 3,80 kr. pr. km.

§ 3. Regulering
Honorarerne i § 2, stk. 1, reguleres hvert år den 1. april.
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hvad er vagthonoraret?", TOLD),
        ("Hvad er kørselsgodtgørelsen?", "dette er ikke et af dem"),
        ("What is the mileage allowance?", "this is none of them"),
    ],
)
def test_a_regulation_that_names_clauses_holds_for_those(
    tmp_path: Path, text: str, told: str
) -> None:
    with assistant_on(tmp_path, {"aftale.txt": CLAUSED}) as assistant:
        reply = ask(assistant, text, date(2023, 5, 1))
    assert told in reply.text


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("Honorarerne i § 2, stk. 1-3, reguleres årligt.", True),
        ("Honorarerne i § 2, stk. 3-4, reguleres årligt.", False),
        ("Honorarerne i §§ 2-4 reguleres årligt.", True),
        ("Honorarerne i § 4 reguleres årligt.", False),
        ("Alle honorarer reguleres efter § 4.", True),
        ("Alle honorarer reguleres årligt.", True),
    ],
)
def test_clauses_are_told_from_what_is_done_by_them(said: str, *, holds: bool) -> None:
    text = f"§ 2. Honorar\nStk. 1. Det er 1 kr.\nStk. 2. Det er 2 kr.\n\n§ 3. Regulering\n{said}\n"
    at = text.index("2 kr.")
    assert holds_for(said, text, Span(at, at + 5)) is holds
