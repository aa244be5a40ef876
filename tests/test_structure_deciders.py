"""Whose decision a sentence tells."""

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify
from tests.structure_layouts import outcomes, read


def test_what_a_body_decided_counts_only_in_its_own_minutes() -> None:
    words = "Byrådet vedtog lokalplanen."
    assert classify(words, "Byrådet i Nordby") is Outcome.APPROVED
    assert classify(words, "Teknisk Udvalg") is Outcome.UNCLASSIFIED


def test_a_body_is_known_by_its_subject_and_its_short_form() -> None:
    for body in ("Udvalget for Sundhed", "Sundheds- og Omsorgsudvalget", "Rådet (Sundhed)"):
        assert classify("Sundhedsudvalget vedtog planen.", body) is Outcome.APPROVED
    assert classify("HBU-udvalget vedtog planen.", "Havne- og Bådudvalget HBU") is Outcome.APPROVED
    assert (
        classify("Økonomiudvalget vedtog planen.", "Udvalget for Sundhed") is Outcome.UNCLASSIFIED
    )
    assert classify("Økonomiudvalget vedtog planen.", "Jydsk Havneforening") is Outcome.APPROVED


def test_the_body_of_the_minutes_is_known_when_its_decisions_are_read() -> None:
    minutes = read(
        "Referat af møde i Teknisk Udvalg den 3. maj 2021\n\n1. Kajen\nBeslutning\n"
        "Byrådet vedtog planen.\n\n2. Molen\nBeslutning\nTeknisk Udvalg vedtog planen.\n"
    )
    assert outcomes(minutes) == ["unclassified", "approved"]
