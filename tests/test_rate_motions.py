"""Amounts of motions: what fell is no rate, what is open is a proposal, what was carried stands."""

from datetime import date

import pytest

from index.rates.motions import Fate, fate_of, speaks_of_motion
from tests.rate_words import in_text

MINUTES = """\
Referat af møde i Havneudvalget den 1. februar 2024

Til stede: Karla Bruun (formand), Ebbe Lund

1. Bådpladser

Indstilling
Forvaltningen indstiller, at ventelisten lukkes.

Beslutning
{decision}
"""


@pytest.mark.parametrize(
    "decision",
    [
        "Ebbe Lund stillede ændringsforslag om, at der indføres pladsafgift med 14 kr. pr. døgn. "
        "For stemte 1. Imod stemte 3. Ændringsforslaget bortfaldt. Indstillingen blev godkendt.",
        "Et mindretal foreslog en pladsafgift på 14 kr. pr. døgn. Forslaget faldt.",
        "Ebbe Lund stillede forslag om en pladsafgift på 14 kr. pr. døgn. Forslaget blev nedstemt.",
        "Ebbe Lund stillede forslag om en pladsafgift på 14 kr. pr. døgn, men trak forslaget.",
    ],
)
def test_the_amount_of_a_motion_that_fell_is_no_rate(decision: str) -> None:
    assert in_text(MINUTES.format(decision=decision)).rates == ()


def test_the_amount_of_a_motion_of_which_nothing_is_told_is_a_proposal() -> None:
    decision = "Ebbe Lund stillede ændringsforslag om en pladsafgift på 14 kr. pr. døgn. Udsat."
    (rate,) = in_text(MINUTES.format(decision=decision)).rates
    assert (rate.name, rate.proposed) == ("pladsafgift", True)


def test_the_amount_of_a_rejected_recommendation_is_no_rate() -> None:
    proposal = "at taksten for pladser fastsættes til 19 kr. pr. døgn"
    text = MINUTES.replace("at ventelisten lukkes", proposal)
    assert in_text(text.format(decision="Afvist.")).rates == ()
    (rate,) = in_text(text.format(decision="Udsat.")).rates
    assert rate.proposed
    (rate,) = in_text(text.format(decision="Godkendt.")).rates
    assert not rate.proposed


@pytest.mark.parametrize(
    ("sentence", "following", "fate"),
    [
        (
            "Hun stillede ændringsforslag om 14 kr.",
            "Ændringsforslaget blev vedtaget.",
            Fate.CARRIED,
        ),
        ("Hun stillede ændringsforslag om 14 kr.", "Forslaget blev ikke vedtaget.", Fate.FELL),
        ("An amendment of DKK 14 was moved.", "The amendment was rejected.", Fate.FELL),
        ("An amendment of DKK 14 was moved.", "The amendment was carried.", Fate.CARRIED),
        ("Hun stillede ændringsforslag om 14 kr.", "Punktet blev udsat.", Fate.OPEN),
        ("Taksten er 14 kr. pr. døgn.", "Forslaget faldt.", None),
    ],
)
def test_what_became_of_a_motion_is_told_behind_it(
    sentence: str, following: str, fate: Fate | None
) -> None:
    assert fate_of(sentence, following) is fate
    assert speaks_of_motion(sentence) is (fate is not None)


PROPOSED = """\
Referat af møde i Havneudvalget den 1. februar 2024

1. Pladsafgift

Sagsfremstilling
Pladsafgiften er i dag 12 kr. pr. døgn. {proposal}

Indstilling
Forvaltningen indstiller, {asked}.

Beslutning
{decision}
"""
PROPOSAL = "Forvaltningen foreslår, at pladsafgiften fra 1. april 2024 er 14 kr. pr. døgn."


def read_of(proposal: str, asked: str, decision: str) -> dict[str, bool]:
    text = PROPOSED.format(proposal=proposal, asked=asked, decision=decision)
    return {str(rate.amount): rate.proposed for rate in in_text(text).rates}


def test_a_proposal_that_was_approved_as_proposed_is_a_rate_and_ends_the_one_of_today() -> None:
    text = PROPOSED.format(proposal=PROPOSAL, asked="at forslaget godkendes", decision="Godkendt.")
    today, coming = in_text(text).rates
    assert not coming.proposed
    assert coming.validity.since == date(2024, 4, 1)
    assert today.validity.until == date(2024, 3, 31)


@pytest.mark.parametrize(
    ("proposal", "asked", "decision"),
    [
        (PROPOSAL, "at forslaget godkendes", "Udsat."),
        (PROPOSAL, "at forslaget godkendes", "Godkendt, dog højst 13 kr."),
        (PROPOSAL, "at ventelisten lukkes", "Godkendt."),
        (
            f"{PROPOSAL} Sejlerne foreslår 9 kr. pr. døgn.",
            "at forslaget godkendes",
            "Godkendt.",
        ),
        (f"{PROPOSAL} Alternativt beholdes den.", "at forslaget godkendes", "Godkendt."),
        (PROPOSAL.replace("er 14", "forventes at være 14"), "at forslaget godkendes", "Godkendt."),
    ],
)
def test_a_proposal_stays_one_where_something_else_may_have_been_approved(
    proposal: str, asked: str, decision: str
) -> None:
    assert read_of(proposal, asked, decision).get("14", True)
