"""Old protocols: what committees advised stands above what the council decided, under its name."""

import pytest

from ingest.structure.outcomes.deciders import speaks_for_another
from tests.structure_layouts import decided, outcomes, read

PROTOCOL = (
    "HAVNBY KOMMUNE\nUDSKRIFT AF BYRÅDETS FORHANDLINGSPROTOKOL\n\n"
    "Tirsdag den 3. marts 1998 afholdt byrådet møde på rådhuset.\n\n"
)
ADVISED = (
    "1.  Molen.\n    Havneudvalget anbefaler, at der gives 325.000 kr.\n"
    "    Økonomiudvalget kan anbefale det indstillede, dog med 290.000 kr.\n\n"
)


def test_the_decision_stands_under_the_name_and_day_of_the_body_that_met() -> None:
    minutes = read(
        f"{PROTOCOL}{ADVISED}    Byrådet den 3. marts 1998:\n"
        "    Økonomiudvalgets indstilling tiltrådt.\n\n"
        "2.  Kajen.\n    Havneudvalget indstiller, at kajen males.\n\n"
        "    Byrådet den 3. marts 1998:\n"
        "    Oversendes til fornyet behandling i havneudvalget.\n\n"
        "3.  Meddelelser.\n    Byrådet den 3. marts 1998:\n    Taget ad notam.\n"
    )
    assert minutes.body is not None
    assert minutes.body.name == "Byrådet, Havnby Kommune"
    assert decided(minutes, "1") == ["Økonomiudvalgets indstilling tiltrådt."]
    assert outcomes(minutes) == ["approved", "sent_back", "noted"]


def test_what_committees_decided_on_other_days_is_no_decision_of_the_council() -> None:
    minutes = read(
        f"{PROTOCOL}1.  Molen.\n    Havneudvalget den 10. februar 1998:\n    Anbefales.\n\n"
        "    Økonomiudvalget den 17. februar 1998:\n    Anbefales, dog med 290.000 kr.\n\n"
        "    Byrådet den 3. marts 1998:\n    Ikke tiltrådt.\n\n"
        "2.  Kajen.\n    Havneudvalget, 10.2.98: Afvist.\n    Byrådet, 3.3.98: Vedtaget.\n"
    )
    assert [decided(minutes, number) for number in "12"] == [["Ikke tiltrådt."], ["Vedtaget."]]
    assert outcomes(minutes) == ["rejected", "approved"]


def test_without_such_a_line_the_committees_words_are_still_no_decision() -> None:
    minutes = read(
        f"{PROTOCOL}{ADVISED}    Tiltrådt.\n\n2.  Kajen.\n    Havneudvalget anbefaler sagen.\n\n"
        "3.  Broen.\n    Vedtaget.\n"
    )
    assert decided(minutes, "1") == ["Tiltrådt."]
    assert outcomes(minutes) == ["approved", "none", "approved"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Udskrift af Havneudvalgets beslutningsprotokol", "Havneudvalget"),
        ("UDSKRIFT AF BYRÅDETS FORHANDLINGSPROTOKOL", "Byrådet"),
        ("Referat af Byrådets møde", "Byrådet"),
        ("Referat fra Social- og Havneudvalgets ordinære møde", "Social- og Havneudvalget"),
        ("Den 3. marts 1998 afholdt havnenævnet møde i Fyret", "Havnenævnet"),
    ],
)
def test_the_body_is_read_from_whose_protocol_it_is(line: str, name: str) -> None:
    minutes = read(
        f"{line}\n\nMøde den 3. marts 1998\n\n1. Molen\n\nBeslutning\n\nTiltrådt.\n\n"
        "2. Kajen\n\nBeslutning\n\nUdsat.\n"
    )
    assert minutes.body is not None
    assert minutes.body.name == name


@pytest.mark.parametrize(
    ("sentence", "body", "others"),
    [
        ("Havneudvalget anbefaler planen.", "Byrådet", True),
        ("Teknisk Udvalg kan anbefale planen.", "Byrådet", True),
        ("Havneudvalget anbefaler planen.", "Havneudvalget", False),
        ("Udsatterådet anbefaler planen.", "Rådet for Socialt Udsatte", False),
        ("Udvalget anbefaler planen.", "Byrådet", False),
        ("Rådet tiltrådte planen.", "Havnerådet", False),
        ("Bestyrelsen vedtog planen.", "Havnelauget", False),
    ],
)
def test_a_named_organ_that_did_not_meet_is_another(sentence: str, body: str, others: bool) -> None:
    assert speaks_for_another(sentence, body) is others
