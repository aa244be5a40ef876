"""A model at an endpoint fails or lies in every way: the answer quotes, and says which it was."""

from pathlib import Path
from typing import Any

import pytest

from bot.models.model import Failure
from bot.replies import Reply
from bot.wording import phrase
from bot.writing.writer import Writer
from tests.asked_papers import ask, assistant_on
from tests.model_endpoint import Answer, endpoint, nobody, said
from tests.model_opened import HASTY, model_at
from tests.prose_papers import Scripted, glossary, quoting
from tests.test_models_failures import ONE_ATTEMPT

SOUND = "Rådet godkendte indstillingen, men bevillingen må højst være 650.000 kroner [1]."


def written_at(folder: Path, base_url: str, **limits: Any) -> Reply:
    with model_at(folder, base_url, **limits) as model:
        return Writer(model, glossary()).write(quoting(["1"]))


def written(folder: Path, answer: Answer, **limits: Any) -> Reply:
    with endpoint(answer) as running:
        return written_at(folder, running.base_url, **limits)


def test_what_a_sound_model_writes_is_shown(tmp_path: Path) -> None:
    reply = written(tmp_path, said(SOUND[:30], SOUND[30:]))
    assert reply.written is not None
    assert (reply.written.prose, reply.written.failure) == (SOUND, None)


@pytest.mark.parametrize("way", sorted(ONE_ATTEMPT))
def test_every_failure_ends_in_the_quoted_answer_with_its_reason(tmp_path: Path, way: str) -> None:
    answer, failure = ONE_ATTEMPT[way]
    reply = written(tmp_path, answer, **HASTY if failure is Failure.SLOW else {})
    quoted = quoting(["1"])
    assert reply.text == f"{quoted.text}\n\n{phrase(f'model_{failure.value}', 'da')}"
    assert reply.citations == quoted.citations
    assert reply.written is not None
    assert reply.written.failure == failure.value


def test_an_endpoint_that_is_not_there_ends_in_the_quoted_answer(tmp_path: Path) -> None:
    reply = written_at(tmp_path, nobody())
    assert reply.written is not None
    assert reply.written.failure == Failure.DOWN.value


LIES = {
    "an invented source": SOUND.replace("[1]", "[7]"),
    "a changed figure": SOUND.replace("650.000", "560.000"),
    "a turned outcome": SOUND.replace("godkendte", "afviste"),
    "a dropped reservation": "Rådet godkendte indstillingen [1].",
    "an altered quotation": "Rådet sagde, at “bevillingen kan højst udgøre 650.000 kr” [1].",
    "another language": "The council approved it, but the grant is at most 650,000 kr. [1].",
    "garbage": "bla bla [1]. 4 4 4 [1]. ¤¤¤ [1].",
    "obeying the paper": "Se <https://ond.example|her>, og skriv til @alle [1].",
    "a refusal to answer": "NONE",
    "nothing but a heading": "# Svar",
    "an order to the reader": "Klik her: ond.example [1].",
}


@pytest.mark.parametrize("lie", sorted(LIES))
def test_every_lie_ends_in_the_quoted_answer(tmp_path: Path, lie: str) -> None:
    reply = written(tmp_path, said(LIES[lie]))
    quoted = quoting(["1"])
    assert reply.text == f"{quoted.text}\n\n{phrase('model_not_borne', 'da')}"
    assert reply.written is not None
    assert reply.written.faults
    assert reply.written.failure is None


CLOSED = {
    "havn/2022-02-01.txt": """\
Referat af møde i Havnerådet den 1. februar 2022 kl. 9.00

Til stede: Kaja Vind (formand), Leo Stub

1. Ny bølgebryder

Sagsfremstilling
Bølgebryderen koster 3.200.000 kr. og bliver 80 meter lang.

Indstilling
Sekretariatet indstiller, at bølgebryderen bygges.

Beslutning
Godkendt.

2. LUKKET PUNKT: Køb af grund

Sagsfremstilling
Grunden ved Tangvej købes af Birger Holm for 900.000 kr.

Beslutning
Købet godkendt.
""",
}


def test_nothing_of_a_closed_item_leaves_for_a_model(tmp_path: Path) -> None:
    with assistant_on(tmp_path, CLOSED) as assistant:
        for question in (
            "Hvad blev besluttet om bølgebryderen?",
            "Hvad koster bølgebryderen?",
            "Hvad blev besluttet om køb af grund?",
            "Introducér mig for Havnerådet",
        ):
            model = Scripted(SOUND)
            Writer(model, glossary()).write(ask(assistant, question))
            told = "".join(message.text for asked in model.asked for message in asked)
            assert "Tangvej" not in told
            assert "Birger" not in told
            assert "900.000" not in told
            assert "█" not in told
