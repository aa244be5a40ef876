"""Papers that are of no meeting and call themselves drafts: what they say, nobody has adopted."""

from pathlib import Path

import pytest

from index.documents import DocumentKind, MinutesStatus
from tests.asked_papers import ask, assistant_on
from tests.rate_words import in_text
from tests.structure_layouts import read

TERMS = """
§ 1. Vagten
Vagten dækker fjorden fra Odden til Gammelhavn.

§ 2. Honorar
Lodsen får et opstartshonorar på 1.300 kr. pr. båd.

§ 3. Løbetid
Aftalen gælder fra 1. januar 2023 til 31. december 2025.
"""
TITLE = "Aftale om lodsvagt på fjorden"


@pytest.mark.parametrize(
    "top",
    [
        f"UDKAST\n\n{TITLE}",
        f"{TITLE}\nUdkast af 3. maj 2022, ikke vedtaget",
        f"Udkast til {TITLE.lower()}",
        f"{TITLE} (udkast)",
        f"Aftaleudkast, version 2\n{TITLE}",
    ],
)
def test_an_agreement_that_calls_itself_a_draft_is_one(top: str) -> None:
    document = read(f"{top}\n{TERMS}")
    assert document.kind is DocumentKind.AGREEMENT
    assert document.status is MinutesStatus.DRAFT


@pytest.mark.parametrize(
    "top",
    [
        TITLE,
        f"{TITLE}\nParterne har drøftet et udkast til aftalen.",
        f"{TITLE}\nIndgået 3. maj 2022 på grundlag af udkast af 1. marts",
    ],
)
def test_one_that_only_speaks_of_a_draft_is_none(top: str) -> None:
    assert read(f"{top}\n{TERMS}").status is None


def test_a_memo_on_a_draft_is_none() -> None:
    assert read("Notat\nUdkast til budget for havnen\n\nHavnen mangler penge.\n").status is None


def test_what_a_draft_gives_is_proposed_and_when_it_runs_is_open() -> None:
    said = in_text(f"UDKAST\n\n{TITLE}\n{TERMS}")
    assert [rate.proposed for rate in said.rates] == [True]
    assert said.agreements == ()
    adopted = in_text(f"{TITLE}\n{TERMS}")
    assert [rate.proposed for rate in adopted.rates] == [False]
    assert len(adopted.agreements) == 1


def test_a_fact_of_a_draft_is_told_as_one(tmp_path: Path) -> None:
    with assistant_on(tmp_path, {"lodsvagt.txt": f"UDKAST\n\n{TITLE}\n{TERMS}"}) as assistant:
        reply = ask(assistant, "Hvad dækker lodsvagten?")
    assert "Odden" in reply.text
    assert "(udkast, ikke vedtaget)" in reply.text


def test_a_kind_that_is_spaced_out_is_named_with_what_stands_below_it() -> None:
    document = read(f"L O K A L A F T A L E\nom lodsvagt i den ydre fjord\n{TERMS}")
    assert document.title == "Lokalaftale om lodsvagt i den ydre fjord"
