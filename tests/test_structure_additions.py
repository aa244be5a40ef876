"""Approvals that say more than their recommendation: they are not "as recommended"."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.changes import alters
from ingest.structure.outcomes.classifying import classify
from ingest.structure.outcomes.departures import departed

APPROVED, CHANGED = Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE


def outcome(words: str, asked: str, told: str = "", body: str | None = None) -> Outcome:
    return departed(classify(words), words, asked, told, body)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Godkendt med ikrafttræden 1. oktober 2031.", "at taksten gælder fra 1. maj 2031."),
        ("Vedtaget med start 1/9 2031.", "at holdet begynder 1/6 2031."),
        ("Godkendt for perioden 2031-2032.", "at puljen løber i 2031-2034."),
        ("Godkendt til kl. 01.", "at kroen holder åbent til kl. 04."),
        ("Godkendt i uge 31.", "at hallen holder lukket i uge 30-32."),
        ("Godkendt placeret på Nordkajen.", "at kranen placeres på Sydkajen."),
        ("Godkendt for færgerne.", "at ordningen gælder alle både."),
        ("Vedtaget uden § 3.", "at reglementet vedtages."),
        ("Tiltrådt, minus forhøjelsen.", "at budgettet tiltrædes."),
        ("Vedtaget efter ændringsforslag fra Liste K.", "at planen vedtages."),
        ("Imødekommet med 50 %.", "at ansøgningen imødekommes."),
        ("Godkendt, når tilladelsen foreligger.", "at kranen opstilles."),
        ("Godkendt til videre bearbejdning.", "at skitsen godkendes."),
        ("Godkendt som oplæg til drøftelse i Havnerådet.", "at strategien godkendes."),
        ("Udvalget godkendte, at vagten begynder kl. 7.", "at vagten begynder kl. 9."),
        ("Rådet tiltrådte den subsidiære indstilling.", "at bro A males, subsidiært bro B."),
        ("Udvalget godkendte en udvidelse til syv pladser.", "at antallet udvides til ni."),
    ],
)
def test_another_time_place_or_scope_than_recommended_is_a_change(words: str, asked: str) -> None:
    assert outcome(words, asked) is CHANGED


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Tiltrådt. Prisen hæves til 55 kr.", "at prisen fastsættes."),
        ("Vedtaget. Bevillingen halveres.", "at bevillingen gives."),
        ("Vedtaget. I stedet for Nordmolen vælges Sydmolen.", "at molen vælges."),
        ("Godkendt. Resten afventer budget 2032.", "at alle tre kajer males."),
        ("Godkendt. Sydby indgår ikke i forsøget.", "at forsøget gennemføres i begge byer."),
        ("Godkendt. Målingen skal også omfatte færgerne.", "at bådene måles."),
        ("Godkendt. Bemærkningerne indarbejdes.", "at planen godkendes."),
        ("Godkendt. § 4 udgår.", "at reglementet vedtages."),
        ("Godkendt. Bestyrelsen forudsætter, at fogeden underrettes.", "at kranen købes."),
    ],
)
def test_what_is_done_to_the_matter_beside_the_approval_is_a_change(words: str, asked: str) -> None:
    assert outcome(words, asked) is CHANGED


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Godkendt fra 1. maj 2031.", "at taksten gælder fra 1. maj 2031."),
        ("Godkendt med virkning fra den 1/5 2031.", "at taksten gælder fra 1. maj 2031."),
        ("Tiltrådt. Prisen hæves til 55 kr.", "at prisen hæves til 55 kr."),
        ("Enstemmigt godkendt efter en længere debat.", "at kranen købes."),
        ("Godkendt i skriftlig procedure.", "at kranen købes."),
        ("Godkendt uden debat.", "at kranen købes."),
        ("Godkendt som indstillet af havnefogeden.", "at kranen købes."),
        ("Godkendt, Ib imod.", "at kranen købes."),
        ("Godkendt med stemmerne 6-1.", "at kranen købes pr. 31. marts 2031."),
        ("Godkendt den 5. maj 2031.", "at kranen købes senest 1. juni 2031."),
        ("Godkendt til udsendelse i høring.", "at planen godkendes."),
        ("Godkendt. Ordningen evalueres om et år.", "at ordningen indføres."),
        ("Godkendt. Bo bemærkede, at prisen hæves hvert år.", "at kranen købes."),
        ("Godkendt. Næste møde flyttes til maj.", "at kranen købes."),
        ("Godkendt uden for dagsordenen.", "at kranen købes."),
        ("Godkendt på rådets vegne.", "at kranen købes."),
        ("Godkendt som punkt 2.", "at kranen købes."),
        ("Indstillingen godkendt for begge punkter.", "at kranen købes."),
        ("Vedtaget efter indstillingen fra Kajudvalget.", "at kranen købes."),
        ("Godkendt for færgerne.", ""),
        ("Imødekommet til nye net.", "at ansøgningen imødekommes."),
    ],
)
def test_neutral_words_and_what_was_recommended_change_nothing(words: str, asked: str) -> None:
    told = "Fiskernes forening søger om tilskud til nye net. Sagen er ikke på dagsordenen."
    assert outcome(words, asked, told) is APPROVED


def test_an_agreed_advice_to_another_body_is_an_advice() -> None:
    asked = "at Isudvalget over for Byrådet indstiller, at ovnen købes."
    assert outcome("Tiltrådt.", asked, "", "Isudvalget") is Outcome.RECOMMENDED
    assert outcome("Tiltrådt.", asked, "", "Byrådet") is APPROVED
    assert outcome("Tiltrådt.", f"{asked}\nat døren males.", "", "Isudvalget") is APPROVED


def test_the_verb_that_changes_a_matter_is_told() -> None:
    assert alters("Fristen forlænges til maj.") == "forlænges"
    assert alters("I stedet for maling bruges tjære.") == ""
    assert alters("Fristen er den 1. maj.") is None
