"""What is approved with a reservation, and what takes nothing from an approval."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify

LIMITED = (
    "Tiltrådt, såfremt kommunen betaler halvdelen.",
    "Bevilget, medmindre staten dækker udgiften.",
    "Godkendt, hvis forældrene er enige.",
    "Vedtaget på nær tredje at.",
    "Tiltrådt for to år.",
    "Bevilget frem til 1. august 2027.",
    "Tiltrådt indtil udgangen af marts.",
    "Vedtaget i princippet, og endelig stillingtagen sker til sommer.",
    "Foreløbigt tiltrådt. Den endelige beslutning afventer regnskabet.",
    "Godkendt som en forsøgsordning.",
    "Bevilget forsøgsvis.",
    "Bevilget midlertidigt.",
    "Tiltrådt for så vidt angår de to første pinde.",
    "Vedtaget alene for sommeren.",
    "Planen godkendes kun for byens centrum.",
    "Bevilget med højst 20.000 kr.",
    "Bevilget, maksimalt 20.000 kr.",
    "Tiltrådt. Under forudsætning af statens tilsagn.",
    "Indstillingen blev tiltrådt. Kun skolerne er omfattet.",
    "Godkendt – dog ikke pkt. 3.",
    "Godkendt med undtagelse af punkt 3, som blev forkastet.",
    "Planen blev vedtaget for 2030, mens 2031 blev afvist.",
    "Tiltrådt. Nævnet ønsker prisen sænket til 200 kr.",
    "Indstillingen blev godkendt. Udvalget kræver åbningstiden forkortet.",
    "Tiltrådt på betingelse af, at lyset slukkes om natten.",
    "Udvalget imødekom ansøgningen. Boden kan åbne i maj på betingelse af, at der er strøm.",
    "Vedtaget. Arbejdet går i gang under forudsætning af, at vejret holder.",
    "Beløbet bevilges. Resten oversendes til byrådet uden anbefaling.",
    "Tiltrådt, og den sidste del videresendes til byrådet uden indstilling.",
)
CLEAN = (
    "Et forslag om hjemvisning faldt. Planen blev vedtaget.",
    "Udvalget forkastede et forslag om udsættelse og godkendte planen.",
    "Afvisningsforslaget blev nedstemt. Indstillingen blev tiltrådt.",
    "Udvalget afviste at udskyde punktet og tiltrådte indstillingen.",
    "Der var ikke flertal for at afvise. Planen blev dermed vedtaget.",
    "Regionsrådet afviste planen i 2019. Udvalget godkendte indstillingen.",
    "Sagen blev ikke udsat. Planen godkendes.",
    "Udvalget havde ingen bemærkninger og godkendte referatet.",
    "Indstillingen blev godkendt, så projektet kan gå i gang.",
    "Udvalget godkendte afslutningen af projektet.",
    "Indstillingen om patientmøderne blev godkendt.",
    "Tiltrådt. Rederiforeningen ønsker prisen sænket.",
    "Tiltrådt. Udvalget ønsker en status til maj.",
    "Tiltrådt. Sagen oversendes til byrådet.",
    "Tiltrådt. Tilskuddet er ikke betinget af andet tilskud.",
)


@pytest.mark.parametrize("words", LIMITED)
def test_a_reservation_is_not_lost(words: str) -> None:
    assert classify(words) is Outcome.APPROVED_WITH_CHANGE


@pytest.mark.parametrize("words", CLEAN)
def test_a_motion_that_fell_or_others_who_disagreed_take_nothing_from_an_approval(
    words: str,
) -> None:
    assert classify(words) is Outcome.APPROVED
