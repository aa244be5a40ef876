"""How a reply looks in Teams: within its limits, all of it cited, nothing taken for markup."""

import html
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.citations import Citation
from bot.rendering.visible import visible
from bot.teams.calls import Place, activity_of
from bot.teams.cards import answer_card
from bot.teams.drawn import CARD_BYTES, CHIPS, TEXT_BYTES, shortened, size
from bot.teams.message import greeting, help_message, message, notice
from bot.teams.passage import MOST, passage_card
from bot.teams.presses import Press, Pressed, button, pressed
from bot.teams.text import escaped, link
from index.catalogue.covers import MASK
from index.spans import Span
from tests.paper_archive import MINUTES, span_of
from tests.slack_replies import document, replies, reply, words
from tests.teams_person import parts_of, words_of

HERE = Place("https://smba.example", "a:1", "29:karen", "da-DK")


def shown(markdown: str) -> str:
    """Return what a reader sees of Markdown."""
    rendered = MarkdownIt("commonmark").render(markdown)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", rendered)).split())


def seen(told: str) -> str:
    return " ".join(told.replace("\N{WORD JOINER}", "").split())


@given(words())
def test_escaped_words_are_seen_as_they_are(told: str) -> None:
    told = seen(visible(told))
    assert seen(shown("x " + escaped(told))) == seen("x " + told)


@given(words())
def test_no_number_of_a_paper_is_taken_for_a_citation(told: str) -> None:
    assert re.search(r"\[\d+\]", escaped(told)) is None


def test_a_link_leads_where_it_says_whatever_its_words_hold() -> None:
    made = link("[1] PU (2024) *x*", "https://x.example/a(b) c")
    assert made.endswith("](https://x.example/a%28b%29%20c)")
    assert seen(shown(made)) == "[1] PU (2024) *x*"


@settings(max_examples=60, deadline=None)
@given(replies(), st.sampled_from([None, "https://referent.example"]))
def test_every_message_keeps_the_limits_and_the_library_takes_it(
    made: object, page_url: str | None
) -> None:
    drawn = message(made, "Q1", page_url)  # type: ignore[arg-type]
    assert size(drawn.text) <= TEXT_BYTES
    assert size(drawn.plain) <= TEXT_BYTES
    assert len(drawn.chips) <= CHIPS
    for chip in drawn.chips:
        assert f"[{chip.number}]" in drawn.text
        assert 0 < len(chip.abstract) <= 160
        assert 0 < len(chip.name) <= 80
        assert len(chip.keywords) <= 3
    assert "<" not in drawn.text
    card = drawn.card or {}
    assert size(json.dumps(card, ensure_ascii=False)) <= 2 * CARD_BYTES
    posted = activity_of(drawn, HERE).model_dump(by_alias=True, exclude_none=True, mode="json")
    assert size(json.dumps(posted, ensure_ascii=False)) < 80_000


def test_citations_are_what_the_library_makes_of_them() -> None:
    drawn = message(reply("Første ord. [1]"), "Q1", "https://referent.example")
    posted = activity_of(drawn, HERE).model_dump(by_alias=True, exclude_none=True, mode="json")
    (entity,) = posted["entities"]
    assert entity["type"] == "https://schema.org/Message"
    assert "additionalType" not in entity
    (claim,) = entity["citation"]
    assert claim["position"] == 1
    assert claim["appearance"]["abstract"] == "Første ord."
    assert claim["appearance"]["image"]["name"] == "Text"
    assert claim["appearance"]["url"].startswith("https://referent.example/documents/")
    assert posted["channelData"]["feedbackLoop"] == {"type": "default"}
    assert posted["textFormat"] == "markdown"


def test_what_has_no_chip_is_listed_with_its_place() -> None:
    text = " ".join(f"Ord. [{n}]" for n in range(1, 14))
    with_page = message(reply(text, 13), "Q1", "https://referent.example")
    assert [chip.number for chip in with_page.chips] == list(range(1, 11))
    assert "\n\n[11] [Et notat" in with_page.text
    assert "(https://referent.example/documents/" in with_page.text
    without = message(reply(text, 13), "Q1")
    assert "[13] Et notat" in without.text
    assert "notat.txt" in without.text


def test_a_long_answer_is_cut_between_its_points_and_says_so() -> None:
    points = "\n".join(f"- punkt {n} {'ord ' * 100}[{n}]" for n in range(1, 61))
    drawn = message(reply(points, 60), "Q1")
    assert "… Svaret er længere end en besked i Teams kan være." in drawn.text
    assert "punkt 1 " in drawn.text
    assert "punkt 60 " not in drawn.text
    assert "[60]" not in drawn.text


def test_headings_quotations_and_points_are_told_apart() -> None:
    told = "**Punkt *3*\\*\nNy bro**\n\nVedtaget.\n\n> “Ja.” [1]\n\n- et [1]\n- to\n\n12. marts"
    drawn = message(reply(told), "Q1")
    assert "\n\n> “Ja.” [1]\n\n- et [1]\n\n- to" in drawn.text
    assert drawn.text.endswith("\n\n12\\. marts")
    alone = message(reply("Det er:\n\n- et [1]"), "Q1")
    assert alone.text.endswith("\n\n• et [1]")


def test_warnings_and_the_reading_of_a_follow_up_come_first() -> None:
    made = replace(reply("Ja. [1]"), warnings=("Et *udkast*.",), understood_as="Hvad <så>?")
    drawn = message(made, "Q1", again=True)
    first, second, third, fourth = drawn.text.split("\n\n")
    assert first == "Jeg blev afbrudt, da jeg svarede. Måske står svaret her to gange."
    assert second == "Læst som: Hvad &lt;så&gt;?"
    assert third == "⚠️ Bemærk: Et \\*udkast\\*."
    assert fourth == "Ja. [1]"
    assert "Læst som: Hvad <så>?" in drawn.plain


def test_in_plain_words_everything_is_named_with_its_file() -> None:
    plain = message(reply("**Svar**\n\n- et [1]"), "Q1").plain
    assert plain == "Svar\n\n• et [1]\n\nKilder\n[1] Et notat, uden dato – notat.txt"


def test_a_few_sources_have_a_button_each_and_many_are_chosen_from_a_list() -> None:
    few = answer_card(reply("[1] [2]", 2), "Q1")
    assert few is not None
    titles = [part["title"] for part in parts_of(few) if part.get("type") == "Action.Execute"]
    assert titles == ["Vis stedet [1]", "Vis stedet [2]"]
    many = answer_card(reply(" ".join(f"[{n}]" for n in range(1, 8)), 7), "Q1")
    assert many is not None
    (field,) = [part for part in parts_of(many) if part.get("type") == "Input.ChoiceSet"]
    assert [choice["value"] for choice in field["choices"]] == list("1234567")
    assert answer_card(reply("Intet.", 0), "Q1") is None


@pytest.mark.parametrize("language", ["da", "en"])
def test_help_and_notices_are_told_in_both_languages(language: str) -> None:
    assert language in {"da", "en"}
    which = "da" if language == "da" else "en"
    told = help_message(which, ("Hvad betyder *PU*?",))  # type: ignore[arg-type]
    assert {"da": "- sats ", "en": "- rate "}[which] in told.text
    # An example, and no description that would be typed as it stands.
    assert {"da": "- intro Økonomiudvalget – ", "en": "- intro Finance Committee – "}[
        which
    ] in told.text
    assert "Hvad betyder \\*PU\\*?" in told.text
    assert greeting(which, ("Hvad?",)).prompts == ("Hvad?",)  # type: ignore[arg-type]
    assert "AB12CD" in notice("teams_error", which, reference="AB12CD").text  # type: ignore[arg-type]


# -- passages


def cited(words_: str) -> Citation:
    return Citation(1, MINUTES, span_of(MINUTES.text, words_))


def test_a_passage_stands_in_its_item_with_the_words_cited_marked() -> None:
    card = passage_card(cited("at gangbroen males grøn"), "Q1", "da", "https://x.example")
    marked = [part["text"] for part in parts_of(card) if part.get("highlight")]
    assert marked == ["at gangbroen males grøn"]
    told = words_of(card)
    assert "Administrationen indstiller," in told
    assert "Se note [1]." in told
    assert "Sag 21/100" in told
    assert {action["type"] for action in card["actions"]} == {"Action.Execute", "Action.OpenUrl"}


def test_a_long_passage_is_cut_around_what_is_cited() -> None:
    text = "før " * 3000 + "DET ER DET. " + "efter " * 3000
    paper = document(text)
    place = text.index("DET")
    card = passage_card(Citation(1, paper, Span(place, place + 11)), "Q1", "en")
    told = words_of(card)
    assert "DET ER DET." in told
    assert len(told) < MOST + 1000
    long = passage_card(Citation(1, paper, Span(0, len(text))), "Q1", "en")
    assert "The passage is cut here." in words_of(long)


def test_how_long_a_closed_text_is_nobody_sees() -> None:
    text = f"Åbent ord. {MASK * 40} {MASK * 3} mere."
    card = passage_card(Citation(1, document(text), Span(0, 10)), "Q1", "da")
    assert MASK not in words_of(card)
    assert words_of(card).count("[Lukket punkt]") == 1


# -- presses


def test_a_button_says_again_what_it_was_made_for() -> None:
    for what in (Pressed(Press.PASSAGE, "Q1", 3), Pressed(Press.ANSWER, "Q1")):
        made = button("x", what)
        assert pressed(made["verb"], made["data"]) == what
    chosen = button("x", Pressed(Press.PASSAGE, "Q1"))
    assert pressed(chosen["verb"], {**chosen["data"], "chosen": "12"}) == Pressed(
        Press.PASSAGE, "Q1", 12
    )


@pytest.mark.parametrize("told", ["²", "-1", "1.0", "", "99999", True, 0, None, [1]])
def test_what_is_no_number_of_a_source_chooses_none(told: object) -> None:
    what = pressed("referent.passage", {"v": 1, "question": "Q1", "chosen": told})
    assert what == Pressed(Press.PASSAGE, "Q1", None)


# -- sizes and the library


@given(st.text(max_size=300), st.integers(2, 100))
def test_shortened_words_fit(told: str, most: int) -> None:
    assert size(shortened(told, most)) <= most
    assert size(told) > most or shortened(told, most) == told


def test_a_stray_env_file_changes_nothing(tmp_path: Path) -> None:
    """The library reads one when it is loaded; ours must not let it."""
    (tmp_path / ".env").write_text(
        "CLIENT_ID=evil\nDANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS=1\nHTTPS_PROXY=http://evil\n"
    )
    program = (
        "import os; before = dict(os.environ); import bot.teams.runtime; "
        "assert dict(os.environ) == before, set(os.environ) ^ set(before)"
    )
    root = Path(__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": str(root), "PYTHONWARNINGS": "error::FutureWarning"}
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
