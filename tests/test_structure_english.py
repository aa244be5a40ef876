"""What English minutes say of votes and motions, and approvals that somebody voted against."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify
from ingest.structure.outcomes.votes import records_votes

TOLD: dict[Outcome, tuple[str, ...]] = {
    Outcome.VOTE: (
        "Carried 5\u20132.",
        "Carried by four votes to one. Dr Pym voted against.",
        "The motion was carried by a majority.",
        "Adopted by a majority of 6 to 3.",
        "The proposal was adopted with the chair's casting vote.",
        "Agreed by a show of hands, 7 in favour and 2 against.",
        "Seven voted for and two against; the proposal was adopted.",
        "Agreed, Mr Oakes dissenting.",
        "Adopted as recommended, 5-2.",
    ),
    Outcome.REJECTED: (
        "Defeated 4 to 3.",
        "The motion was defeated by 4 votes to 3.",
        "The motion was lost.",
        "The proposal fell.",
        "Not adopted.",
        "The recommendation was not agreed.",
        "The panel voted 4 to 3 against the proposal.",
        "Rejected by five votes to two.",
    ),
    Outcome.APPROVED: (
        "Approved as recommended.",
        "Agreed unanimously.",
        "The recommendation was carried nem. con.",
        "The Board adopted the plan.",
        "Approved. No vote was taken.",
    ),
    Outcome.RECOMMENDED: (
        "The Board recommends to the Rector that Ms Lane be appointed.",
        "Recommended for approval by the Council.",
    ),
    Outcome.DEFERRED: ("Held over to the May meeting.", "Postponed, pending the audit."),
    Outcome.SENT_BACK: ("Referred back to the working group.", "Withdrawn by the mover."),
    Outcome.DISCUSSED: ("The item was discussed. No vote was taken.",),
    Outcome.UNCLASSIFIED: (
        "No vote was taken.",
        "The works were carried out in May.",
        "The Board agreed not to proceed.",
        "The council had voted 9 to 4 in March.",
        "The price rose by a majority of 5-10 per cent.",
        "The amendment was defeated 5-2. Members thanked the chair.",
        "If carried 5-2, the plan would be adopted.",
    ),
}


@pytest.mark.parametrize(
    ("words", "outcome"), [(words, outcome) for outcome, all_ in TOLD.items() for words in all_]
)
def test_english_words_of_a_vote_or_a_motion_are_told_for_what_they_are(
    words: str, outcome: Outcome
) -> None:
    assert classify(words) is outcome


@pytest.mark.parametrize(
    "words",
    [
        "Approved. Ms Hall voted against.",
        "Approved, with Mr Oakes voting against.",
        "Approved. The vote was 5 in favour, 2 opposed.",
        "Godkendt. Hanne Kvist stemte imod.",
        "Vedtaget med stemmerne 4-2.",
        "Vedtaget 4-2.",
        "Vedtaget med et flertal på 6 mod 3.",
        "Godkendt mod Ulla Friis' stemme.",
        "Godkendt ved flertalsafgørelse.",
    ],
)
def test_an_approval_that_somebody_voted_against_records_a_vote(words: str) -> None:
    assert records_votes(words)


@pytest.mark.parametrize(
    "words",
    [
        "Approved. No one dissented.",
        "Approved. No vote was taken.",
        "Approved unanimously.",
        "Godkendt. Ingen stemte imod.",
        "Godkendt. Liste V stemte imod ændringsforslaget.",
        "Godkendt enstemmigt.",
        "Vedtaget 4-6 uger før sommerferien.",
        "Godkendt. Skolerne 4-6 omfattes.",
    ],
)
def test_an_approval_without_a_vote_against_it_records_none(words: str) -> None:
    assert not records_votes(words)
