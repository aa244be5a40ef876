"""The model of the settings: nothing leaves for it that says how to reach somebody."""

from pathlib import Path
from typing import cast

import pytest

from bot.models.guarded import GuardedModel
from bot.writing.opening import ModelWriting, PromptUnusable, open_writing
from index.settings import Settings
from prompts import Prompt, parsed, prompt_named
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


@pytest.mark.parametrize(
    ("places", "wrong"),
    [
        ("{{language}} {{fence}} {{question}} {{sources}} {{mood}}", "needs a value for 'mood'"),
        ("{{language}} {{fence}} {{question}}", "no place for 'sources'"),
    ],
)
def test_a_prompt_that_cannot_be_filled_is_told_before_anything_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, places: str, wrong: str
) -> None:
    variables = places.replace("{", "").replace("}", "")

    def read(name: str) -> Prompt:
        text = f"---\nversion: 1\nvariables: {variables}\n---\n# System\n{places}\n\n# User\n?\n"
        return parsed(name, text) if name == "answer" else prompt_named(name)

    monkeypatch.setattr("bot.writing.opening.prompt_named", read)
    (tmp_path / "settings.toml").write_text(
        '[writer]\nbase_url = "http://127.0.0.1:9/v1"\nmodel = "m"\n'
    )
    with pytest.raises(PromptUnusable, match=rf"answer\.md.*{wrong}"):
        open_writing(Settings.load(home=tmp_path), glossary())
