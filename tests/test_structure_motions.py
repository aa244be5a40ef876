"""Motions to put an item off or send it back, carried or not."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify

PUT_OFF = (
    "Tiltrådt, at sagen udskydes.",
    "Rådet vedtog, at punktet genoptages i september.",
    "Nævnet tiltrådte, at sagen behandles igen efter ferien.",
    "Udvalget godkendte, at punktet tages op på et senere møde.",
    "Det blev vedtaget at udskyde behandlingen til maj.",
    "Forslag om at udsætte punktet blev tiltrådt.",
    "Formandens forslag om udsættelse blev vedtaget.",
    "Anmodning fra Bo Friis om at udskyde sagen blev imødekommet.",
    "Udvalget godkendte at sætte sagen i bero.",
    "Rådet besluttede at udskyde punktet. Der var tilslutning til det.",
    "Der var opbakning til kajen og tilslutning til farven. Sagen udsat.",
    "Flere roste planen, og der var bred tilslutning. Behandlingen udskydes til juni.",
)
SENT_BACK = (
    "Godkendt, at sagen sendes tilbage til havnefogeden.",
    "Et forslag om at hjemvise sagen blev vedtaget.",
    "Begæring om at sende sagen til fornyet behandling i nævnet blev imødekommet.",
    "Rådet vedtog at tilbagesende ansøgningen.",
    "Sagen oversendes til fornyet behandling i Havneudvalget.",
)
NO_MOTION = {
    "Et forslag om at udsætte sagen blev forkastet, og planen blev vedtaget.": Outcome.UNCLASSIFIED,
    "Forslaget om at udskyde punktet faldt. Indstillingen tiltrådt.": Outcome.APPROVED,
    "Godkendt, idet sagen drøftes igen om et år.": Outcome.APPROVED_WITH_CHANGE,
    "Første at godkendt. Punkt 2 udsat.": Outcome.APPROVED_WITH_CHANGE,
    "Der var tilslutning til kajen.": Outcome.APPROVED,
    "Udvalget godkendte indstillingen. Punktet udsat.": Outcome.UNCLASSIFIED,
    "Udvalget vedtog at udsætte renoveringen af molen.": Outcome.UNCLASSIFIED,
    "Rådet vedtog forslaget om at afvise planen.": Outcome.UNCLASSIFIED,
    "Sagen oversendes til anden behandling.": Outcome.UNCLASSIFIED,
    "Forslag om at udsætte sagen blev ikke vedtaget.": Outcome.UNCLASSIFIED,
    "Forslag om hjemvisning blev vedtaget med 5 stemmer mod 4.": Outcome.VOTE,
}


@pytest.mark.parametrize("words", PUT_OFF)
def test_a_carried_motion_to_put_the_item_off_defers_it(words: str) -> None:
    assert classify(words) is Outcome.DEFERRED


@pytest.mark.parametrize("words", SENT_BACK)
def test_a_carried_motion_to_send_the_item_back_sends_it_back(words: str) -> None:
    assert classify(words) is Outcome.SENT_BACK


@pytest.mark.parametrize(("words", "outcome"), NO_MOTION.items())
def test_motions_that_fell_and_delays_of_the_work_itself_defer_nothing(
    words: str, outcome: Outcome
) -> None:
    assert classify(words) is outcome
