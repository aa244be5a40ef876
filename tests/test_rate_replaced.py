"""What ends where its own paper says from when another amount is paid."""

from datetime import date

import pytest

from index.rates.rate import Validity
from tests.rate_words import in_text

HEAD = "Aftale om fyrtilsyn\n\nAftalen gælder fra 1. marts 2031 til 28. februar 2034.\n\n"


def times(text: str) -> list[tuple[str, Validity]]:
    """Return the amounts of a text, each with when it applies."""
    return [(str(rate.amount), rate.validity) for rate in in_text(text, "aftale.txt").rates]


@pytest.mark.parametrize(
    "words",
    [
        "Honoraret for et tilsyn er 410 kr. pr. tilsyn fra 1. marts 2031. Fra 1. marts 2032 er "
        "honoraret for et tilsyn 425 kr. pr. tilsyn.",
        "Honoraret for et tilsyn er 410 kr. pr. tilsyn fra 1. marts 2031.\n\n"
        "Honoraret for et tilsyn er 425 kr. pr. tilsyn fra 1. marts 2032.",
        "Fra 1. marts 2032 er honoraret for et tilsyn 425 kr. pr. tilsyn.\n\n"
        "Honoraret for et tilsyn er 410 kr. pr. tilsyn fra 1. marts 2031.",
        "The fee for an inspection is 410 kr. per inspection from 1 March 2031. From 1 March 2032 "
        "the fee for an inspection is 425 kr. per inspection.",
    ],
)
def test_an_amount_ends_the_day_before_its_paper_has_another(words: str) -> None:
    told = dict(times(f"{HEAD}§ 3. Honorarer\n{words}\n"))
    assert told == {
        "410": Validity(date(2031, 3, 1), date(2032, 2, 29)),
        "425": Validity(date(2032, 3, 1)),
    }


def test_a_change_that_another_part_tells_ends_it_as_well() -> None:
    told = times(
        f"{HEAD}§ 3. Honorarer\nHonoraret for et tilsyn er 410 kr. pr. tilsyn fra 1. marts 2031.\n"
        "\n§ 9. Regulering\nHonoraret for et tilsyn hæves til 425 kr. pr. tilsyn fra 1. marts "
        "2032.\n"
    )
    assert told[0] == ("410", Validity(date(2031, 3, 1), date(2032, 2, 29)))


def test_the_same_name_in_another_part_may_be_of_another_thing() -> None:
    told = times(
        f"{HEAD}§ 3. Havnefyr\nHonoraret for et tilsyn er 410 kr. pr. tilsyn fra 1. marts 2031.\n"
        "\n§ 4. Ledefyr\nHonoraret for et tilsyn er 425 kr. pr. tilsyn fra 1. marts 2032.\n"
    )
    assert told[0] == ("410", Validity(date(2031, 3, 1)))


def test_what_is_paid_per_something_else_from_a_day_ends_what_was_paid_before() -> None:
    told = times(
        f"{HEAD}§ 4. Kørsel\nDer ydes et bådtilskud på 2,95 kr. pr. km fra 1. marts 2031. Fra 1. "
        "marts 2032 er bådtilskuddet 31,50 kr. pr. tilsyn.\n"
    )
    assert told == [
        ("2.95", Validity(date(2031, 3, 1), date(2032, 2, 29))),
        ("31.50", Validity(date(2032, 3, 1))),
    ]


def test_amounts_for_different_people_end_nothing_of_each_other() -> None:
    told = times(
        "Notat om fyr\n\nPrisen for voksne er 40 kr. pr. besøg fra 1. marts 2031. Fra 1. marts "
        "2032 er prisen for børn 20 kr. pr. besøg.\n\nGebyret for båd under 8 m er 50 kr. pr. nat "
        "fra 1. marts 2031.\nGebyret for båd over 8 m er 60 kr. pr. nat fra 1. maj 2031.\n"
    )
    assert [validity.until for _, validity in told] == [None] * len(told)
    assert len(told) == 4


def test_a_proposal_ends_nothing() -> None:
    told = times(
        f"{HEAD}§ 3. Honorarer\nHonoraret for et tilsyn er 410 kr. pr. tilsyn fra 1. marts 2031. "
        "Parterne foreslår, at honoraret for et tilsyn er 425 kr. pr. tilsyn fra 1. marts 2032.\n"
    )
    assert told[0] == ("410", Validity(date(2031, 3, 1)))


@pytest.mark.parametrize(
    "until_now",
    [
        "Betalingen for kost har siden 2027 været 75 kr. pr. elev pr. dag.",
        "Betalingen for kost har været 75 kr. pr. elev pr. dag siden 2027.",
    ],
)
def test_what_has_been_paid_since_a_year_ends_where_its_item_sets_another(until_now: str) -> None:
    told = times(
        "Referat af møde i Skolebestyrelsen den 9. april 2031\n\n1. Betaling for kost på lejrskole"
        f"\n\nSagsfremstilling\n{until_now}\n\nIndstilling\nSkolelederen indstiller, at betalingen "
        "for kost fastsættes til 90 kr. pr. elev pr. dag fra den 1. august 2031.\n\nBeslutning\n"
        "Godkendt.\n"
    )
    assert told == [
        ("75", Validity(date(2027, 1, 1), date(2031, 7, 31))),
        ("90", Validity(date(2031, 8, 1))),
    ]


def test_what_has_been_paid_goes_on_where_nothing_else_is_set() -> None:
    (told,) = times("Notat om kost\n\nTaksten for kost har været 75 kr. pr. dag siden 2027.\n")
    assert told == ("75", Validity(date(2027, 1, 1)))


@pytest.mark.parametrize(
    "coming",
    [
        "Taksten for en vask hæves til 58,50 kr. pr. vask fra 1. juli 2032, hvis byrådet godkender "
        "det.",
        "Fra 1. juli 2032 er taksten for en vask 58,50 kr. pr. vask, forudsat at de er enige.",
        "Fra 1. juli 2032 er taksten for en vask 58,50 kr. pr. vask med forbehold for Havnerådets "
        "godkendelse.",
        "From 1 July 2032 taksten for en vask er 58,50 kr. pr. vask, subject to approval by the "
        "council.",
    ],
)
def test_what_awaits_a_decision_is_a_proposal_and_ends_nothing(coming: str) -> None:
    said = in_text(
        f"Takstblad\n\nTaksten for en vask er 57,00 kr. pr. vask fra 1. januar 2032. {coming}\n"
    )
    today = said.rates[0]
    assert (str(today.amount), today.validity) == ("57.00", Validity(date(2032, 1, 1)))
    assert all(rate.proposed for rate in said.rates[1:])


def test_a_condition_of_another_kind_ends_nothing_and_is_no_proposal() -> None:
    said = in_text(
        "Takstblad\n\nTaksten for en vask er 57,00 kr. pr. vask fra 1. januar 2032. Fra 1. juli "
        "2032 er taksten for en vask 58,50 kr. pr. vask, hvis båden er over 8 m.\n"
    )
    assert [(str(r.amount), r.validity.until, r.proposed) for r in said.rates] == [
        ("57.00", None, False),
        ("58.50", None, False),
    ]
