"""Decisions on a recommendation that was itself a no, and those who only wished otherwise."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.wording import phrase
from tests.asked_papers import ask, assistant_on

MINUTES = """\
Referat af fællesmøde mellem Parkudvalget og Vandudvalget
den 8. juni 2022 kl. 16.00

Til stede: Palle Rør (formand), Inga Tang

1. Tilskud til ridestien

Indstilling
Forvaltningen indstiller, at ansøgningen fra Rideklubben får afslag.

Beslutning
Som indstillet.

2. Springvandet på torvet

Indstilling
Forvaltningen indstiller, at springvandet nedlægges.

Beslutning
Ikke tiltrådt. Sagen tages op til næste budget.

3. Bænke i Vesterskoven

Indstilling
Forvaltningen indstiller, at bænkene males grønne.

Beslutning
Godkendt med den ændring, at de males sorte. Inga Tang fandt farven for mørk.

4. Sluseporten

Forslag fra forvaltningen
Det foreslås, at sluseporten lukkes om vinteren.

Parkudvalget besluttede
Godkendt.

Vandudvalget besluttede
Anbefaler ikke, at sluseporten lukkes.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("no"), {"1.txt": MINUTES}) as assistant:
        yield assistant


def test_a_refusal_that_was_recommended_is_not_told_as_an_approval(assistant: Assistant) -> None:
    text = ask(assistant, "Hvad besluttede Parkudvalget om tilskud til ridestien?").text
    assert phrase("outcome_approved_no", "da") in text
    assert phrase("outcome_approved", "da") not in text
    assert "får afslag" in text


def test_an_end_that_was_not_followed_is_not_told_as_a_refusal(assistant: Assistant) -> None:
    text = ask(assistant, "Hvad besluttede Parkudvalget om springvandet på torvet?").text
    assert phrase("outcome_rejected_no", "da") in text
    assert "springvandet nedlægges" in text


def test_lists_tell_a_no_with_what_it_answered(assistant: Assistant) -> None:
    text = ask(assistant, "Hvilke forslag afviste Parkudvalget i 2022?").text
    assert "Ikke tiltrådt" in text
    assert "springvandet nedlægges" in text


def test_nobody_is_denied_to_have_been_against_where_somebody_thought_otherwise(
    assistant: Assistant,
) -> None:
    text = ask(assistant, "Hvem var imod bænkene i Vesterskoven?").text
    assert "Inga Tang fandt farven for mørk" in text
    assert phrase("no_dissent", "da") not in text


def test_what_the_other_committee_of_a_joint_meeting_decided_is_told_as_its_own(
    assistant: Assistant,
) -> None:
    text = ask(assistant, "Hvad besluttede Vandudvalget om sluseporten?").text
    assert "Anbefaler ikke, at sluseporten lukkes." in text
    first = ask(assistant, "Hvad besluttede Parkudvalget om sluseporten?").text
    assert "Anbefaler ikke" not in first
