"""Items headed by a case alone ("Sag 25-06 Kiosk"), and decisions under a short label ("B:")."""

import pytest

from index.decisions import Outcome
from index.documents import DocumentKind
from tests.structure_layouts import read

HEAD = "Havnenævnet\n\nReferat - møde den 3. april 2019\n\nTil stede: Ib Krog, Maja Dam\n\n"
PIER = (
    "Sag 19-05  Bænke på molen\n  Indstilling:\n  At der købes bænke.\n  Beslutning:\n  Udsat.\n\n"
)
FENCE = "Sag 19-07  Nyt hegn\n  Indstilling:\n  At hegnet bygges.\n  Beslutning:\n  Godkendt.\n"


def items(text: str) -> list[tuple[str, bool]]:
    return [(item.title, item.closed) for item in read(text).items]


@pytest.mark.parametrize("mark", ["LUKKET SAG", "Lukket sag", "Lukket punkt"])
def test_a_closed_case_without_parts_is_an_item_of_its_own(mark: str) -> None:
    shed = f"Sag 19-06  Leje af isbod\n  {mark}\n\n"
    assert items(HEAD + PIER + shed + FENCE) == [
        ("Sag 19-05 Bænke på molen", False),
        ("Sag 19-06 Leje af isbod", True),
        ("Sag 19-07 Nyt hegn", False),
    ]
    assert items(HEAD + PIER + shed)[-1] == ("Sag 19-06 Leje af isbod", True)


def test_the_decision_above_a_closed_case_ends_at_its_heading() -> None:
    document = read(HEAD + PIER + "Sag 19-06  Leje af isbod\n  LUKKET SAG\n")
    decision = document.decision_of(0)
    assert decision is not None
    assert decision.outcome is Outcome.DEFERRED
    assert [span.of(document.text) for span in decision.words] == ["Udsat."]


@pytest.mark.parametrize("line", ["Sag 18-44  Tilbud fra tømreren", "Sag 19-99 Bilag om træ"])
def test_a_case_that_a_text_refers_to_opens_no_item(line: str) -> None:
    found = items(HEAD + PIER + f"{line}\n\n" + FENCE)
    assert [title for title, _ in found] == ["Sag 19-05 Bænke på molen", "Sag 19-07 Nyt hegn"]


OLD = "Lillehavn\nHAVNENÆVNET                         Protokol\n\nMøde den 7. maj 1999 kl. 9.00\n\n"
CAME = "Fremmødte: P. Klit (fmd.), J. Munk\n\n"


@pytest.mark.parametrize("label", ["B:", "Besl.:", "Beslutn.:", "Afg.:", "Beslutning:"])
def test_a_short_label_opens_the_decision_of_an_old_protocol(label: str) -> None:
    text = f"{OLD}{CAME}Pkt. 1  Ny bom\nBommen er slidt.\n{label} Bevilget 9.000 kr.\n\n"
    document = read(f"{text}Pkt. 2  Ny kran\n{label} Taget af dagsordenen.\n")
    assert document.kind is DocumentKind.MINUTES
    outcomes = [d.outcome for d in document.decisions]
    assert outcomes == [Outcome.APPROVED, Outcome.SENT_BACK]


def test_letters_of_speakers_or_answers_are_no_decisions() -> None:
    text = (
        f"{OLD}{CAME}Pkt. 1  Ny bom\nA: Vi siger nej.\nB: Godkendt af os.\n\nPkt. 2  Kran\nB: Ja.\n"
    )
    assert all(d.outcome is Outcome.NONE for d in read(text).decisions)
