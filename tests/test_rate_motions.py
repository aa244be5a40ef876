"""Amounts of motions: what fell is no rate, what is open is a proposal, what was carried stands."""

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
