"""Earlier decisions that a decision retells, and dates that belong to this one."""

from datetime import date

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify
from tests.structure_layouts import outcomes, read

MEETING = date(2025, 3, 19)

RETOLD = (
    "Udvalget vedtog på sit møde i januar at rive molen ned.",
    "Nævnet godkendte den 4. december 2024 planen for molen.",
    "På mødet den 4. december 2024 blev planen for molen tiltrådt.",
    "På forrige møde godkendte udvalget budgettet.",
    "I 2023 blev planen vedtaget.",
    "Den 3. maj 2024 godkendte udvalget en kaj.",
    "Planen blev vedtaget den 3. maj 2024.",
    "Planen blev i november 2024 godkendt af udvalget.",
    "Udvalget havde allerede godkendt planen.",
    "Udvalget afviste sidste år en lignende ansøgning.",
    "Sagen blev udsat på mødet den 5. februar 2025.",
)
OF_THIS_MEETING = (
    "Udvalget godkendte den 19. marts 2025 planen.",
    "På mødet den 19. marts 2025 blev planen tiltrådt.",
    "Nævnet vedtog den 19. marts at bygge molen.",
    "Planen blev vedtaget i 2025.",
    "Referatet af mødet den 5. februar 2025 blev godkendt.",
    "Referatet fra mødet i februar godkendt.",
    "Udvalget godkendte på mødet indstillingen.",
    "Planen blev vedtaget den 1. juni 2025.",
    "Udvalget tiltrådte, at taksten stiger den 1. januar 2024.",
    "Budgettet for 2024 blev godkendt.",
)


@pytest.mark.parametrize("words", RETOLD)
def test_what_another_meeting_decided_is_no_outcome_of_this_one(words: str) -> None:
    assert classify(words, day=MEETING) is Outcome.UNCLASSIFIED
    assert classify(f"{words} Indstillingen blev forkastet.", day=MEETING) is Outcome.REJECTED


@pytest.mark.parametrize("words", OF_THIS_MEETING)
def test_a_date_within_a_decision_does_not_make_it_an_earlier_one(words: str) -> None:
    assert classify(words, day=MEETING) is Outcome.APPROVED


def test_without_a_day_every_dated_decision_is_taken_for_an_earlier_one() -> None:
    assert classify("Udvalget godkendte den 19. marts 2025 planen.") is Outcome.UNCLASSIFIED


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Genoptaget fra 5. februar 2025, hvor sagen blev udsat. Tiltrådt.", Outcome.APPROVED),
        ("Genoptaget fra sidste møde, hvor planen blev vedtaget. Afvist.", Outcome.REJECTED),
        ("Sagen blev drøftet på et møde den 3. marts, hvor den blev afvist. Tiltrådt.",
         Outcome.APPROVED),
    ],
)  # fmt: skip
def test_a_clause_on_another_meeting_is_retold_too(words: str, outcome: Outcome) -> None:
    assert classify(words) is outcome


def test_the_day_of_the_meeting_is_known_when_its_decisions_are_read() -> None:
    minutes = read(
        "Referat af møde i Havneudvalget den 19. marts 2025\n\n1. Kajen\nBeslutning\n"
        "Udvalget vedtog den 4. december 2024 at lukke kajen. Den holdes åben.\n\n"
        "2. Molen\nBeslutning\nUdvalget vedtog den 19. marts 2025 planen.\n"
    )
    assert outcomes(minutes) == ["unclassified", "approved"]
