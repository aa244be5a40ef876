"""What applied then goes before what is called by the very word that is asked, and came later."""

from datetime import date
from pathlib import Path

from tests.asked_papers import ask, assistant_on

PAPERS = {
    "fyr.txt": """\
Referat af møde i Fyrudvalget
den 26. januar 2019

1. Pris for fyrtårnet

Beslutning
Prisen fastsættes til 45 kr. pr. billet fra 1. april 2019.
""",
    "nyt.txt": """\
Nyhedsbrev fra havnen
10. marts 2022

Fra 1. april 2022 koster en billet til fyrtårnet 56 kr.
""",
}


def test_of_an_earlier_year_the_amount_that_had_begun_leads(tmp_path: Path) -> None:
    with assistant_on(tmp_path, PAPERS) as assistant:
        then = ask(assistant, "hvad kostede fyrtårnet i 2020?")
        now = ask(assistant, "hvad koster fyrtårnet?", on=date(2023, 8, 1))
    assert then.rates[0].entry.rate.amount == 45
    assert now.rates[0].entry.rate.amount == 56
