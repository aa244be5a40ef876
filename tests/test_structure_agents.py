"""Decisions of others and of single members, and members who do not go along."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.agents import approved_by_others
from ingest.structure.outcomes.classifying import classify
from ingest.structure.outcomes.dissents import dissents

APPROVED, CHANGED = Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE
NONE_OF_OURS = Outcome.UNCLASSIFIED


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Vedtaget af Byrådet den 2. maj; udvalget tog det til efterretning.", Outcome.NOTED),
        ("Tiltrådt i Økonomiudvalget. Taget ad notam.", Outcome.NOTED),
        ("Vedtaget af formanden, men udvalget forkastede planen.", Outcome.REJECTED),
        ("Støttet af forvaltningen, men afvist af udvalget.", Outcome.REJECTED),
        ("Vedtaget af formanden; resten af udvalget stemte imod.", NONE_OF_OURS),
        ("Vedtaget af et mindretal.", NONE_OF_OURS),
        ("Tiltrådt af V. Flertallet var imod.", NONE_OF_OURS),
        ("Vedtaget af Udvalget for Kultur og Fritid den 1. maj.", NONE_OF_OURS),
        ("Planen blev afvist af Klagenævnet. Udvalget vedtog den på ny.", APPROVED),
        ("Vedtaget af et enigt udvalg.", APPROVED),
        ("Vedtaget af samtlige medlemmer.", APPROVED),
        ("Vedtaget af Havneudvalget.", APPROVED),
        ("Vedtaget af formanden på udvalgets vegne.", APPROVED),
        ("Anbefales vedtaget af Byrådet.", Outcome.RECOMMENDED),
    ],
)
def test_what_others_approved_is_not_approved_by_the_body(words: str, expected: Outcome) -> None:
    assert classify(words, "Havneudvalget") is expected


def test_without_a_known_body_another_is_told_by_its_day() -> None:
    assert approved_by_others("Vedtaget af Byrådet den 2. maj.")
    assert not approved_by_others("Vedtaget af Byrådet.")


@pytest.mark.parametrize(
    "words",
    [
        "V kan ikke medvirke.",
        "A, Ø og Å kunne ikke tiltræde.",
        "Liste H ønskede ikke at medvirke.",
        "Medlemmerne fra C kan ikke støtte planen.",
        "Per Bo og Ida Kvist kan ikke bakke op.",
        "Ida Kvist (V) kan ikke tilslutte sig.",
    ],
)
def test_members_who_do_not_go_along_are_a_reservation(words: str) -> None:
    assert dissents(words)
    assert classify(f"Vedtaget. {words}") is CHANGED
    assert classify(words) is Outcome.UNCLASSIFIED


@pytest.mark.parametrize(
    "words",
    [
        "Vi kan ikke medvirke.",
        "Teknisk Udvalg kan ikke støtte planen.",
        "Region Nord støtter ikke.",
    ],
)
def test_a_body_that_refuses_is_no_dissenting_member(words: str) -> None:
    assert not dissents(words)


@pytest.mark.parametrize(
    "words",
    [
        "Vedtaget, jf. mindretalsudtalelse.",
        "Vedtaget. C afgav særudtalelse.",
        "Vedtaget på grundlag af et nyt forslag, der blev omdelt.",
        "Vedtaget i overensstemmelse med det ændrede notat.",
        "Vedtaget med den ændring, at hegnet males.",
    ],
)
def test_a_statement_or_another_paper_is_never_a_plain_approval(words: str) -> None:
    assert classify(words) is CHANGED


@pytest.mark.parametrize(
    "words",
    [
        "Vedtaget ved formandens stemme.",
        "Formandens stemme var udslagsgivende. Vedtaget.",
        "Vedtaget med borgmesterens afgørende stemme.",
        "Stemmerne stod lige. Vedtaget.",
    ],
)
def test_a_casting_vote_is_a_vote(words: str) -> None:
    assert classify(words) is Outcome.VOTE


def test_a_speech_on_votes_is_none() -> None:
    assert classify("Udvalget vedtog formandens udtalelse om stemmeret.") is APPROVED
