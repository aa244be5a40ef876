"""Who of all was there and who was not, whatever label and layout the minutes have."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

ITEMS = """

1. Ny bro

Indstilling
Forvaltningen indstiller, at broen bygges.

Beslutning
Godkendt.

2. Stien ved åen

Beslutning
Udsat.

3. Regnskab

Beslutning
Godkendt.
"""

HEADS = {
    "Vejudvalget": "Til stede: Ib Krog (formand), Maja Dam\nFraværende: Bo Friis",
    "Skovudvalget": "Til stede:\nIb Krog (formand)\nMaja Dam\n\nIkke mødt:\nBo Friis",
    "Kulturudvalget": "Deltagere: Ib Krog, Maja Dam. Afbud: Bo Friis. Referent: Eva Toft",
    "Teknikudvalget": "Mødt: Ib Krog, Maja Dam\nFraværende med afbud: Bo Friis",
    "Byudvalget": "Medlemmer: Ib Krog, Maja Dam, Bo Friis\nFraværende uden afbud: Bo Friis",
    "Klimaudvalget": "Deltagere\n\nNavn · Fremmøde\nIb Krog · Ja\nMaja Dam · Ja\nBo Friis · Nej",
    "Landudvalget": "Til stede: Ib Krog, Maja Dam\nAfbud fra: Bo Friis",
    "Ungeudvalget": "Medlemmer: Ib Krog, Maja Dam, Bo Friis\nIkke til stede: Bo Friis",
}
BODIES = tuple(HEADS)
OTHERS = {
    "Socialudvalget": "Til stede: Ib Krog, Maja Dam\nAfbud: Bo Friis. I stedet mødte Ane Lund.",
    "Fritidsudvalget": "Til stede: Ib Krog, Maja Dam, Bo Friis",
    "Ældreudvalget": "Deltagere: Ib Krog, Maja Dam (fra kl. 9.40), Bo Friis",
    "Idrætsudvalget": "Medlemmer: Ib Krog, Maja Dam, Bo Friis\n"
    "Fraværende: Bo Friis, Maja Dam fra kl. 10.15 (pkt. 2-3)",
}


def minutes(body: str, head: str) -> str:
    return f"Referat af møde i {body} den 6. juni 2022 kl. 9.00\n\n{head}{ITEMS}"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {
        f"{body}/2022-06-06.txt": minutes(body, head) for body, head in (HEADS | OTHERS).items()
    }
    with assistant_on(tmp_path_factory.mktemp("absentees"), papers) as assistant:
        yield assistant


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "asked",
    [
        "Hvem var fraværende på {body}s møde i juni 2022?",
        "Hvem meldte afbud til {body}s møde i juni 2022?",
        "Hvem kom ikke til {body}s møde i juni 2022?",
        "Hvem manglede på {body}s møde i juni 2022?",
        "Hvem var væk på {body}s møde i juni 2022?",
        "Hvem blev væk fra {body}s møde i juni 2022?",
        "Hvem meldte fra til {body}s møde i juni 2022?",
        "Who missed {body}'s meeting in June 2022?",
        "Who didn't show up for {body}'s meeting in June 2022?",
        "Who sent apologies to {body}'s meeting in June 2022?",
    ],
)
def test_who_was_away_is_told_whatever_it_is_called(
    assistant: Assistant, body: str, asked: str
) -> None:
    reply = ask(assistant, asked.format(body=body))
    assert reply.kind is ReplyKind.PEOPLE
    assert "Bo Friis" in reply.text
    assert "Ib Krog" not in reply.text
    assert "ingen fraværende" not in reply.text
    assert "ingen afbud." not in reply.text


@pytest.mark.parametrize(
    ("body", "label"),
    [("Skovudvalget", "Ikke mødt"), ("Byudvalget", "Fraværende uden afbud"),
     ("Ungeudvalget", "Ikke til stede"), ("Teknikudvalget", "Fraværende med afbud")],
)  # fmt: skip
def test_the_label_of_the_minutes_is_kept(assistant: Assistant, body: str, label: str) -> None:
    assert f"“{label}”" in ask(assistant, f"Hvem meldte afbud til {body}s møde i juni 2022?").text


CITED = {
    "Vejudvalget": "Fraværende: Bo Friis",
    "Skovudvalget": "Ikke mødt:\nBo Friis",
    "Kulturudvalget": "Afbud: Bo Friis",
    "Klimaudvalget": "Bo Friis · Nej",
    "Landudvalget": "Afbud fra: Bo Friis",
}


@pytest.mark.parametrize(("body", "words"), CITED.items())
@pytest.mark.parametrize(
    "asked",
    [
        "Hvem var fraværende på {body}s møde i juni 2022?",
        "Var Bo Friis til stede på {body}s møde i juni 2022?",
    ],
)
def test_the_source_of_an_absence_shows_that_it_is_one(
    assistant: Assistant, body: str, words: str, asked: str
) -> None:
    assert words in quotes(ask(assistant, asked.format(body=body)))


@pytest.mark.parametrize("body", BODIES)
def test_who_was_there_is_told_with_who_was_not(assistant: Assistant, body: str) -> None:
    reply = ask(assistant, f"Hvem deltog i {body}s møde i juni 2022?")
    present, away = reply.text.split("**Deltagere**")[1].rsplit("\n\n", 1)
    assert "Ib Krog" in present
    assert "Maja Dam" in present
    assert "Bo Friis" not in present
    assert "Bo Friis" in away
    assert "Bo Friis" in quotes(reply)[-1]


@pytest.mark.parametrize("body", BODIES)
def test_somebody_absent_is_nowhere_said_to_be_present(assistant: Assistant, body: str) -> None:
    reply = ask(assistant, f"Var Bo Friis til stede på {body}s møde i juni 2022?")
    assert "Deltagere**" not in reply.text
    assert reply.text.split("\n\n")[1].startswith("Nej.")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Hvem meldte afbud til Fritidsudvalgets møde i juni 2022?", "nævner ingen afbud."),
        ("Hvem var fraværende på Fritidsudvalgets møde i juni 2022?", "nævner ingen fraværende."),
        ("Who was absent from Fritidsudvalget's meeting in June 2022?", "nobody as absent"),
    ],
)
def test_nobody_is_said_to_have_been_away_only_where_nobody_was(
    assistant: Assistant, asked: str, said: str
) -> None:
    reply = ask(assistant, asked)
    assert reply.kind is ReplyKind.PEOPLE
    assert said in reply.text
    assert reply.citations


def test_a_stand_in_on_the_line_of_apologies_was_there(assistant: Assistant) -> None:
    text = ask(assistant, "Hvem deltog i Socialudvalgets møde i juni 2022?").text
    present, away = text.split("**Deltagere**")[1].rsplit("\n\n", 1)
    assert "Ane Lund" in present
    assert "Bo Friis" in away
    assert "Ane Lund" not in away


def test_who_came_late_is_told_apart_with_the_words(assistant: Assistant) -> None:
    text = ask(assistant, "Hvem deltog i Ældreudvalgets møde i juni 2022?").text
    there, part = text.split("**Til stede ved en del af mødet**")
    assert "Maja Dam" not in there
    assert "Maja Dam (“fra kl. 9.40”)" in part


@pytest.mark.parametrize(
    "asked",
    ["Hvem deltog i Idrætsudvalgets møde i juni 2022?",
     "Hvem var fraværende på Idrætsudvalgets møde i juni 2022?",
     "Hvem meldte afbud til Idrætsudvalgets møde i juni 2022?"],
)  # fmt: skip
def test_who_was_away_for_a_part_is_never_wholly_there_nor_wholly_away(
    assistant: Assistant, asked: str
) -> None:
    text = ask(assistant, asked).text
    before, part = text.split("**Fraværende ved en del af mødet**")
    assert "Maja Dam" not in before
    assert "Maja Dam (“fra kl. 10.15 (pkt. 2-3)”)" in part


def test_the_items_missed_are_named_for_each_person(assistant: Assistant) -> None:
    text = ask(assistant, "Hvem var fraværende på Idrætsudvalgets møde i juni 2022?").text
    assert "Maja Dam: punkt 2, Stien ved åen; punkt 3, Regnskab" in text


def test_an_introduction_keeps_the_words_on_a_part_of_the_meeting(assistant: Assistant) -> None:
    text = ask(assistant, "Introducer mig til Idrætsudvalget").text
    assert "Fraværende: Bo Friis, Maja Dam (“fra kl. 10.15 (pkt. 2-3)”)" in text


@pytest.mark.parametrize(
    "asked", ["Hvem sad i Skovudvalget i 2022?", "Who sat on Skovudvalget in 2022?",
              "Hvem sidder i Skovudvalget?"]
)  # fmt: skip
def test_who_sat_in_a_body_is_told_by_its_meeting_of_that_time(
    assistant: Assistant, asked: str
) -> None:
    text = ask(assistant, asked).text
    assert all(name in text for name in ("Ib Krog", "Maja Dam", "Bo Friis"))
