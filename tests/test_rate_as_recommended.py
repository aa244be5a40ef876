"""What a decision leaves as recommended, what a draft no longer says, and what is told beside."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from index.rates.rate import Validity
from tests.asked_papers import ask, assistant_on
from tests.rate_words import in_text

MEETING = "Referat\nHavnerådet den 4. maj 2030\n\n"
ON = date(2032, 3, 1)


def times(text: str) -> dict[str, Validity]:
    return {
        str(rate.amount): rate.validity
        for rate in in_text(MEETING + text, "referat.txt").rates
        if not rate.proposed
    }


def test_the_day_of_a_recommendation_holds_for_the_amount_that_was_decided() -> None:
    told = times(
        "1. Lodsens honorar\nSagsfremstilling\nLodsen aflønnes i dag med 210 kr. pr. time.\n"
        "Indstilling\nat honoraret hæves til 260 kr. pr. time fra 1. august 2030\n"
        "Beslutning\nGodkendt med den ændring, at honoraret fastsættes til 240 kr. pr. time.\n"
    )
    assert told == {
        "210": Validity(None, date(2030, 7, 31)),
        "240": Validity(date(2030, 8, 1)),
    }


def test_a_decision_that_names_a_day_of_its_own_keeps_it() -> None:
    told = times(
        "1. Lodsens honorar\nIndstilling\nat honoraret hæves til 260 kr. pr. time fra 1. august "
        "2030\nBeslutning\nGodkendt med den ændring, at honoraret fastsættes til 240 kr. pr. time "
        "fra 1. november 2030.\n"
    )
    assert told == {"240": Validity(date(2030, 11, 1))}


def test_of_two_years_one_is_granted() -> None:
    told = times(
        "1. Tilskud\nIndstilling\nat ordningen fortsætter i 2031 og 2032 med et årligt tilskud på "
        "700 kr. pr. hold.\nBeslutning\nGodkendt for 2031. 2032 tages op til foråret.\n"
    )
    assert told == {"700": Validity(date(2031, 1, 1), date(2031, 12, 31))}


PAPERS = {
    "havn/2031-05-04-udkast.txt": """\
UDKAST
Referat
Møde i Havnerådet den 4. maj 2031
Til stede: Ib Krog

1. Tilskud til hold
Beslutning
Tilskuddet er 900 kr. pr. hold i 2032.
""",
    "havn/2031-05-04.txt": """\
Referat
Møde i Havnerådet den 4. maj 2031
Godkendt referat
Til stede: Ib Krog

1. Tilskud til hold
Beslutning
Tilskuddet er 800 kr. pr. hold i 2032.
""",
    "havn/satser.md": """\
# Kørsel for lodser

Gælder fra 1. januar 2032.

| Ydelse | 2031 | 2032 |
|---|---|---|
| Kørsel, høj sats, pr. km | 3,90 kr. | 4,10 kr. |
| Kørsel, lav sats, pr. km | 2,20 kr. | 2,30 kr. |
| Mødehonorar for lodser, pr. time | 910 kr. | 940 kr. |
""",
    "lods/2030-05-04.txt": """\
Referat
Møde i Lodsudvalget den 4. maj 2030
Til stede: Eva Lund

1. Honorar for lodstjenesten
Sagsfremstilling
Skibsføreren for lodstjenesten aflønnes i dag med 210 kr. pr. time.
Indstilling
at honoraret hæves til 260 kr. pr. time fra 1. august 2030
Beslutning
Godkendt med den ændring, at honoraret fastsættes til 240 kr. pr. time.

2. Bom
Beslutning
Udsat.
""",
    "havn/vagt.txt": """\
Kommissorium for vagtgruppen

4. Honorar
Dykkere honoreres med 812 kr. pr. time.
""",
    "fond/1998-05-04.txt": """\
Referat
Møde i Fondsbestyrelsen den 4. maj 1998
Til stede: Eva Lund

1. Ansøgning fra tre dykkere om tilskud til udstyr
Beslutning
Bestyrelsen bevilgede 5.000 kr.
""",
    "fond/2032-02-04.txt": """\
Referat
Møde i Fondsbestyrelsen den 4. februar 2032
Til stede: Eva Lund

1. Honorar til formanden
Beslutning
Bestyrelsen vedtog, at formanden får 9.000 kr. årligt.
""",
    "havn/2031-11-04.txt": """\
Referat
Møde i Havnerådet den 4. november 2031
Til stede: Ib Krog

1. Takst for gæstepladser
Beslutning
Taksten for gæstepladser er 180 kr. pr. døgn fra 1. januar 2031.
""",
    "havn/2032-01-14.txt": """\
Referat
Møde i Havnerådet den 14. januar 2032
Til stede: Ib Krog

1. Regulering af takst for gæstepladser
Indstilling
Det indstilles, at taksten for gæstepladser hæves til 210 kr. pr. døgn fra 1. juni 2032.
Beslutning
Ikke godkendt. Taksten er uændret, til tallene foreligger.
""",
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("recommended"), PAPERS) as assistant:
        yield assistant


def test_an_introduction_tells_no_rate_of_a_draft_that_was_replaced(papers: Assistant) -> None:
    told = ask(papers, "Havnerådet", ON).text
    assert "800 kr." in told
    assert "900 kr." not in told


def test_high_and_low_are_no_contradiction(papers: Assistant) -> None:
    told = ask(papers, "Hvad er km-satsen for lodser i 2031?", ON).text
    assert "3,90" in told
    assert "2,20" in told
    assert "forskellige tal" not in told


@pytest.mark.parametrize(
    "question", ["Hvad får dykkere i honorar i timen?", "Hvad er mødehonoraret for lodser i 2032?"]
)
def test_nothing_of_something_else_was_decided_since(papers: Assistant, question: str) -> None:
    told = ask(papers, question, ON).text
    assert "812" in told or "940" in told
    assert "Besluttet siden" not in told


def test_that_a_change_was_refused_is_told_beside_the_rate(papers: Assistant) -> None:
    told = ask(papers, "Hvad er taksten for gæstepladser?", ON).text
    assert "180 kr." in told
    assert "Ikke godkendt. Taksten er uændret" in told


def test_what_follows_from_the_day_a_rate_ends_goes_first(papers: Assistant) -> None:
    told = ask(papers, "Hvad får skibsføreren for lodstjenesten i timen?", ON).text
    assert "240 kr." in told
    assert told.index("240 kr. pr. time") < told.index("210 kr. pr. time")
