"""Rules that pay something: no agenda though they speak of meetings, and dated by their head."""

from datetime import date
from pathlib import Path

import pytest

from index.documents import DocumentKind
from index.rates.rate import Validity
from tests.asked_papers import ask, assistant_on
from tests.rate_words import in_text
from tests.structure_layouts import read

RULES = """\
{title}: REJSER FOR MEDLEMMER AF HAVNENS UDVALG
Gælder fra 1. februar 2022. Afløser {title} af 3. januar 2019.

1. HVEM
   Reglerne gælder for medlemmer, som deltager i et møde.

2. REJSER
   a) Sejlads i egen båd godtgøres med 4,20 kr. pr. sømil.

3. FRIST
   Bilag indsendes senest 30 dage efter mødet.
"""


@pytest.mark.parametrize("title", ["INSTRUKS", "Retningslinjer", "REGULATIV", "Vejledning"])
def test_rules_are_no_agenda(title: str) -> None:
    document = read(RULES.format(title=title))
    assert document.kind is DocumentKind.OTHER
    assert not document.items


def test_what_rules_pay_holds_from_the_day_on_which_they_do(tmp_path: Path) -> None:
    text = RULES.format(title="INSTRUKS")
    (term,) = in_text(text).agreements
    assert term.validity == Validity(date(2022, 2, 1))
    with assistant_on(tmp_path, {"rejser.txt": text}) as assistant:
        (told,) = ask(assistant, "hvad er satsen for sejlads i egen båd?").rates
    assert told.validity == Validity(date(2022, 2, 1))


def test_minutes_that_name_rules_stay_minutes() -> None:
    document = read(
        "Referat af møde i Havneudvalget den 3. maj 2022\nInstruks for rejser\n\n"
        "1. Budget\n\nBeslutning\n\nGodkendt.\n"
    )
    assert document.kind is DocumentKind.MINUTES


def test_a_body_beside_its_label_in_a_table_is_that_body() -> None:
    document = read(
        "Referat\n\nUdvalg · Samarbejdsudvalget for Fyr (SAFU)\nDato · 3. maj 2022\n\n"
        "1. Lygten\n\nBeslutning\n\nGodkendt.\n"
    )
    assert document.body is not None
    assert document.body.name == "Samarbejdsudvalget for Fyr"


def test_the_days_of_a_fee_are_no_plan_of_meetings(tmp_path: Path) -> None:
    papers = {
        "takster.csv": "Navn;Beløb;Enhed;Gyldig fra;Gyldig til\n"
        "Kaffe ved møder;68,00;kr. pr. deltager;2023-01-01;2023-06-30\n"
        "Kaffe ved møder;74,50;kr. pr. deltager;2023-07-01;2023-12-31\n",
        "havn.txt": "Referat af møde i Havneudvalget den 3. december 2022\n\n1. Mødeplan 2023\n\n"
        "Beslutning\n\nMøderne holdes den 7. februar og den 4. juli 2023.\n",
    }
    with assistant_on(tmp_path, papers) as assistant:
        reply = ask(assistant, "mødeplan 2023")
    assert reply.citations[0].quote == "Møderne holdes den 7. februar og den 4. juli 2023."
