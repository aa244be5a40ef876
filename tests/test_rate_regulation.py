"""An amount of a paper that says its amounts are regulated is told with that sentence."""

from datetime import date
from pathlib import Path

import pytest

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
