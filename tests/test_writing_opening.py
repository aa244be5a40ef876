"""The model of the settings: nothing leaves for it that says how to reach somebody."""

from typing import cast

from bot.models.guarded import GuardedModel
from bot.writing.opening import ModelWriting
from tests.prose_papers import Scripted, glossary, quoting
from tests.structure_layouts import read

PAPER = """\
Referat af møde i Havneudvalget den 4. maj 2021

1. Ny kran

Beslutning
Godkendt. Spørgsmål kan rettes til Svend Ask, tlf. 12 34 56 78, svend@havn.example.
"""


def test_addresses_and_telephones_of_papers_are_masked_before_they_leave() -> None:
    model = Scripted("NONE")
    writing = ModelWriting(cast(GuardedModel, model), 1, glossary())
    writing.write(quoting(["1"], document=read(PAPER, source="havn/2021-05-04.txt")))
    ((_, user),) = model.asked
    assert "Godkendt" in user.text
    assert "12 34 56 78" not in user.text
    assert "svend@havn" not in user.text
