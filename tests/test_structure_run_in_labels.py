"""Parts of an item whose name and a full stop stand before their text, and labels line on line."""

import pytest

from index.decisions import Outcome
from index.documents import Document
from ingest.reading.markdown import read_markdown
from ingest.structure.outcomes.classifying import classify
from tests.structure_layouts import read

HEAD = "Mosebølle Lystbådelaug\n\nReferat af mødet den 3. april 2024\n\nTil stede: Ib Krog\n\n"
DANISH = "1. Broen\n{0}Indstilling{1} Formanden indstiller, at broen males.\n{2}"
ENGLISH = (
    "Marsh End Boating Panel\n\nMinutes of the meeting held on 3 April 2024\n\n"
    "Present: Ivy Crook (chair), Ben Hall\n\n1. The bridge\n"
    "Recommendation{0} The clerk recommends that the bridge be painted.\nDecision{0} {1}\n"
)


def told(document: Document) -> tuple[Outcome, list[str], list[str]]:
    decision = document.decision_of(0)
    assert decision is not None
    text = document.text
    asked = [span.of(text) for span in decision.recommendation]
    return decision.outcome, [span.of(text) for span in decision.words], asked


@pytest.mark.parametrize("mark", [".", ":"])
@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Udsat. Lauget ønsker flere tilbud.", Outcome.DEFERRED),
        ("Godkendt. Formanden giver en status til jul.", Outcome.APPROVED),
        ("Afvist.", Outcome.REJECTED),
    ],
)
def test_a_label_with_a_full_stop_opens_a_part(mark: str, words: str, outcome: Outcome) -> None:
    document = read(HEAD + DANISH.format("", mark, f"Beslutning{mark} {words}\n"))
    assert told(document) == (outcome, [words], ["at broen males."])


@pytest.mark.parametrize("mark", [".", ":"])
def test_english_labels_open_the_same_parts(mark: str) -> None:
    document = read(ENGLISH.format(mark, "Deferred. The panel wants more tenders."))
    assert told(document) == (
        Outcome.DEFERRED,
        ["Deferred. The panel wants more tenders."],
        ["The clerk recommends that the bridge be painted."],
    )


def test_a_sentence_that_begins_with_the_word_opens_nothing() -> None:
    words = "Godkendt.\nBeslutningen blev ført til protokol.\n"
    document = read(HEAD + DANISH.format("", ":", f"Beslutning: {words}"))
    assert told(document)[0] is Outcome.APPROVED
    assert "Beslutningen blev ført til protokol." in " ".join(told(document)[1])


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Indstilling: At A købes.\nBeslutning: Godkendt.", True),
        ("Indstilling. At A købes.\nBeslutning. Godkendt.", True),
        ("Recommendation: Buy it.\nDecision: Approved.", True),
        ("Til stede: Ib Krog, Maja Dam\nAfbud: Ole Vig\nGæst: Eva Fich", True),
        ("Vi har talt længe om\nBroen: den er rådden.", False),
        ("Det blev sagt, at\nBeslutningen er god.", False),
    ],
)
def test_labelled_lines_of_a_paragraph_stay_lines(source: str, text: bool) -> None:
    whole = read_markdown(source.encode()).text.strip()
    assert whole == (source if text else source.replace("\n", " "))


@pytest.mark.parametrize(
    "words",
    [
        "Approved on condition that it is painted green.",
        "Approved on the condition of a survey.",
        "Approved, conditional on a grant.",
        "Approved, contingent on funding.",
        "Approved with the following conditions: a fence and a gate.",
        "Godkendt på betingelse af, at skuret sælges.",
        "Godkendt betinget af tilskud.",
        "Godkendt med forbehold for økonomien.",
        "Godkendt under forudsætning af, at kommunen betaler.",
    ],
)
def test_a_condition_is_a_reservation(words: str) -> None:
    assert classify(words) is Outcome.APPROVED_WITH_CHANGE


@pytest.mark.parametrize(
    "words",
    [
        "The conditions were approved.",
        "Approved without conditions.",
        "Godkendt uden betingelser.",
        "Godkendt betingelsesløst.",
        "Approved unconditionally.",
    ],
)
def test_that_there_is_none_takes_nothing_from_an_approval(words: str) -> None:
    assert classify(words) is Outcome.APPROVED
