"""What was decided goes before what is only on an agenda."""

from pathlib import Path

from tests.asked_papers import ask, assistant_on, quotes

DECIDED = """\
Referat af møde i Kajrådet
den 8. juni 2022 kl. 16.00

Til stede: Palle Rør (formand)

1. Principper for badning fra kajen

Badning fra kajen sker ved trappe 2.

Beslutning: Godkendt.
"""
PROPOSED = """\
Dagsorden til møde i Kajrådet
den 5. juli 2023 kl. 16.00

1. Evaluering af badning

Badning fra kajen sker ved trappe 9, hvis rådet vil.
"""


def test_a_decision_answers_before_a_proposal_on_a_later_agenda(tmp_path: Path) -> None:
    with assistant_on(tmp_path, {"1.txt": DECIDED, "2.txt": PROPOSED}) as assistant:
        reply = ask(assistant, "Ved hvilken trappe er der badning fra kajen?")
    assert "trappe 2" in quotes(reply)[0]
