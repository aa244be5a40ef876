from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.citations import Citation
from bot.slack.drawing.modals import MOST, passage_modal
from index.catalogue.covers import MASK
from index.spans import Span
from tests.paper_archive import AT_GREEN, BLUE, MINUTES
from tests.slack_replies import document, words
from tests.slack_rules import OUR_PAGE, Json, broken_rules, shown, strings


def bold(view: Json) -> str:
    """Return what stands in bold below the line."""
    below = view["blocks"][[b["type"] for b in view["blocks"]].index("divider") :]
    runs = [r for b in below[1:] for e in b["elements"] for r in e["elements"]]
    return "".join(run["text"] for run in runs if run.get("style", {}).get("bold"))


def test_the_words_cited_stand_first_and_then_in_bold_in_their_surroundings() -> None:
    made = passage_modal(Citation(1, MINUTES, BLUE), "da", OUR_PAGE)
    assert made["title"]["text"] == "Stedet [1]"
    lines = shown(made["blocks"]).splitlines()
    assert lines[:6] == [
        "Referat af møde i Brobyggerudvalget (BBU) den 3. maj 2021",
        "BBU, 3. maj 2021, punkt 2, Beslutning, s. 2",
        "punkt 2: Ny gangbro over åen",
        "Sag 21/100",
        "Åbn dokumentet",
        "“Indstillingen blev godkendt, idet broen males blå. Se note [1].”",
    ]
    assert "at gangbroen males grøn, og" in lines
    assert bold(made) == BLUE.of(MINUTES.text)


def test_english_words_stand_around_a_danish_passage() -> None:
    made = passage_modal(Citation(2, MINUTES, AT_GREEN), "en")
    assert made["title"]["text"] == "Passage [2]"
    assert "In its surroundings, what is cited in bold:" in shown(made["blocks"])
    assert "bbu/2021-05-03.txt, p. 2" in shown(made["blocks"])


def test_a_passage_that_is_cited_whole_is_not_in_bold() -> None:
    paper = document("Åen er bred.")
    made = passage_modal(Citation(1, paper, Span(0, 12)), "da")
    assert bold(made) == ""


def test_how_long_a_closed_text_is_cannot_be_seen() -> None:
    texts = []
    for hidden in (MASK * 4, MASK * 90):
        paper = document(f"Åben start.\n{hidden}\nÅben slutning.")
        texts.append(shown(passage_modal(Citation(1, paper, Span(0, 11)), "da")["blocks"]))
    assert texts[0] == texts[1]
    assert MASK not in texts[0]
    assert "[Lukket punkt]" in texts[0]


@pytest.mark.parametrize("length", [10, 2_999, 3_001, MOST, 200_000])
@pytest.mark.parametrize("word", ["ord ", "o", "æ\n"])
def test_a_passage_of_any_length_fits(length: int, word: str) -> None:
    paper = document(word * length)
    end = len(paper.text)
    for span in (Span(0, 1), Span(0, end), Span(end // 2, end // 2 + 2)):
        made = passage_modal(Citation(1, paper, span), "da", OUR_PAGE)
        assert broken_rules(made) == []


def test_of_an_endless_quotation_the_beginning_is_shown_and_that_it_is_cut() -> None:
    paper = document("ord " * 50_000)
    made = passage_modal(Citation(1, paper, Span(0, len(paper.text))), "da")
    assert shown(made["blocks"]).endswith("Læs resten i dokumentet.")


@settings(max_examples=150, deadline=None)
@given(words(), words(), words(), st.data())
def test_whatever_a_paper_holds_its_passage_is_shown_as_words(
    text: str, title: str, source: str, data: st.DataObject
) -> None:
    paper = replace(document(f"Start {text} slut", title, source), case_numbers=(title,))
    start = data.draw(st.integers(0, len(paper.text) - 5))
    end = data.draw(st.integers(start + 1, len(paper.text)))
    if not paper.text[start:end].strip():
        start, end = 0, 5
    made = passage_modal(Citation(1, paper, Span(start, end)), "en", OUR_PAGE)
    assert broken_rules(made) == []
    assert all(string == string.encode("utf-8", "replace").decode() for string in strings(made))
