"""What a passage offers for quotation: sentences, lists with their leads, labels with figures."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.sentences.excerpts import Excerpt, excerpts
from index.documents import OPEN, Document
from index.passages import Passage
from index.spans import Span
from tests.small_archive import document_of


def offered(text: str, start: int = 0) -> list[tuple[str, str | None]]:
    """Return the words of every excerpt of a text from `start` on, and those that lead to it."""
    document = document_of("ark.txt", text)
    return [
        (e.span.of(text), e.lead.of(text) if e.lead else None) for e in _all(document, text, start)
    ]


def _all(document: Document, text: str, start: int = 0) -> list[Excerpt]:
    span = Span(start, len(text))
    passage = Passage(document.id, 0, None, 0, span, "", span.of(text), OPEN)
    return list(excerpts(document, passage))


def test_a_sentence_stands_alone() -> None:
    assert offered("Molen er 90 meter. Fyret er hvidt.") == [
        ("Molen er 90 meter.", None),
        ("Fyret er hvidt.", None),
    ]


def test_a_colon_takes_its_points_with_it_and_each_point_knows_its_lead() -> None:
    text = "Havnen får:\n- to kraner\n- et fyr\n\nMolen er 90 meter."
    assert offered(text) == [
        ("Havnen får:\n- to kraner\n- et fyr", None),
        ("- to kraner", "Havnen får:"),
        ("- et fyr", "Havnen får:"),
        ("Molen er 90 meter.", None),
    ]


def test_a_line_that_leads_to_points_needs_no_colon() -> None:
    assert offered("Havnen får hvert år\n- to kraner\n- et fyr")[0] == (
        "Havnen får hvert år\n- to kraner\n- et fyr",
        None,
    )


def test_a_finished_sentence_does_not_take_the_points_below_it() -> None:
    found = offered("Havnen er ny.\n- to kraner\n- et fyr")
    assert found[0] == ("Havnen er ny.", None)


def test_after_a_colon_lines_without_bullets_are_its_list() -> None:
    text = "Havnen får:\nto kraner\net fyr\nen mole\n\nMolen bygges af sten fra fjorden i år."
    assert offered(text)[0] == ("Havnen får:\nto kraner\net fyr\nen mole", None)


def test_of_running_text_only_the_next_sentence_belongs_to_a_colon() -> None:
    text = "Havnen siger: Molen er 90 meter. Fyret er hvidt."
    assert offered(text)[-1] == ("Fyret er hvidt.", None)
    assert all("Fyret" not in words for words, _ in offered(text)[:-1])


@pytest.mark.parametrize("figure", ["475 kr.", "kr. 475", "12"])
def test_a_label_takes_the_figure_on_the_line_below(figure: str) -> None:
    assert offered(f"Leje af plads\n{figure}")[0] == (f"Leje af plads\n{figure}", None)


def test_a_label_takes_no_words_and_a_sentence_no_figure() -> None:
    assert offered("Leje af plads\nBetales i juni")[0] == ("Leje af plads", None)
    assert offered("Lejen er steget.\n475 kr.")[0] == ("Lejen er steget.", None)


def test_a_list_too_long_to_quote_is_cut_at_a_point() -> None:
    points = [f"- en kran med nummer {number} på den nordre mole" for number in range(60)]
    whole = offered("Havnen får:\n" + "\n".join(points))[0][0]
    assert len(whole) < 1_400
    assert whole.splitlines()[-1] in points


def test_places_are_those_of_the_document() -> None:
    text = "Overskrift\n\nMolen er 90 meter. Fyret er hvidt."
    assert offered(text, text.index("Molen"))[0] == ("Molen er 90 meter.", None)


@given(st.lists(st.sampled_from(["Molen.", "Havnen får:", "- en kran", "12 kr.", "Leje", ""])))
def test_excerpts_come_in_order_and_lie_within_their_passage(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = _all(document_of("ark.txt", text), text)
    assert all(0 <= e.span.start < e.span.end <= len(text) for e in found)
    assert all(a.span.start <= b.span.start for a, b in pairwise(found))
    assert all(e.lead is None or e.lead.end <= e.span.start for e in found)
