"""A reply as text and as JSON: what is read by people and by programs."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.citations import Citation
from bot.fingerprints import Fingerprint
from bot.rendering.as_json import encoded, reply_object
from bot.rendering.document import document_text
from bot.rendering.places import place
from bot.rendering.screen import Screen
from bot.rendering.tables import table
from bot.rendering.terminal import reply_text
from bot.rendering.visible import visible
from bot.replies import Language, Reply, ReplyKind
from bot.wording import phrase
from index.catalogue.covers import MASK
from index.spans import Span
from tests.paper_archive import AT_GREEN, AT_JUNE, BLUE, MEMO, MINUTES, MINUTES_TEXT, item_entry

TEXT = """\
**BBU · 3 May 2021 · item 2 · Ny gangbro over åen**

Approved with a change or a reservation.

> “Indstillingen blev godkendt, idet broen males blå. Se note \\[1\\].” [1]

**What was recommended**

- at gangbroen males grøn [2]
- at den indvies i juni [3]"""

REPLY = Reply(
    question="what became of the bridge?",
    language="en",
    kind=ReplyKind.DECISION,
    text=TEXT,
    citations=(
        Citation(1, MINUTES, BLUE),
        Citation(2, MINUTES, AT_GREEN),
        Citation(3, MINUTES, AT_JUNE),
    ),
    decisions=(item_entry(MINUTES, 1),),
    elapsed_ms=41.26,
)

ATTACKS = {
    "ESC": "\x1b[2J",
    "OSC 8 link": "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "C1 control sequence": "\x9b31m",
    "BEL": "\x07",
    "backspace": "godkendt\x08\x08afvist",
    "carriage return": "godkendt\rafvist",
    "bidi override": "\u202etdnekdog",
    "isolate": "\u2066x\u2069",
    "zero width": "god\u200bkendt\ufeff",
    "tag characters": "\U000e0041",
    "line separator": "a\u2028b",
    "private use": "\ue000bold\ue002",
}


def test_a_reply_is_printed_as_plain_text_for_a_pipe() -> None:
    assert (
        reply_text(REPLY, Screen())
        == """\
BBU · 3 May 2021 · item 2 · Ny gangbro over åen
Approved with a change or a reservation.

  “Indstillingen blev godkendt, idet broen males blå. Se note [1].” [1]

What was recommended
  · at gangbroen males grøn [2]
  · at den indvies i juni [3]

Sources
  [1]     BBU, 3 May 2021, item 2, Beslutning     bbu/2021-05-03.txt, p. 2
  [2] [3] BBU, 3 May 2021, item 2, Indstilling    bbu/2021-05-03.txt, p. 2
"""
    )


def test_sources_are_named_in_the_language_of_the_reply() -> None:
    danish = reply_text(replace(REPLY, language="da"), Screen())
    assert "Kilder\n" in danish
    assert "BBU, 3. maj 2021, punkt 2, Beslutning" in danish
    assert "bbu/2021-05-03.txt, s. 2" in danish


def test_a_document_without_meeting_is_named_by_its_title_and_says_that_it_is_undated() -> None:
    words = Span(MEMO.text.index("14 meter"), MEMO.text.index(" bred"))
    reply = Reply("?", "en", ReplyKind.FACT, "14 meter [1]", (Citation(1, MEMO, words),))
    assert "[1] Notat om broer, undated    notater/broer.md" in reply_text(reply, Screen())


def test_warnings_stand_before_the_answer() -> None:
    printed = reply_text(replace(REPLY, warnings=("The minutes are a draft.",)), Screen())
    assert printed.startswith("Note: The minutes are a draft.\n\nBBU ·")


@pytest.mark.parametrize("language", ["da", "en"])
def test_notes_on_figures_stand_below_the_answer_and_above_its_sources(language: Language) -> None:
    draft = phrase("draft_minutes", language)
    figures = (
        phrase("sources_differ", language),
        phrase("rate_undated", language, date="1 May 2020"),
        phrase("rate_no_date", language),
    )
    reply = replace(REPLY, language=language, warnings=(*figures, draft, "Something else."))
    printed = " ".join(reply_text(reply, Screen()).split())
    order = [draft, "Something else.", "Ny gangbro over åen Appr", *figures]
    order.append("Sources [1]" if language == "en" else "Kilder [1]")
    places = [printed.index(words) for words in order]
    assert places == sorted(places)


def test_colours_change_nothing_but_colours() -> None:
    coloured = reply_text(REPLY, Screen(columns=80, colour=True))
    assert "\x1b[1mSources\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == reply_text(REPLY, Screen(columns=80))


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 250])
def test_lines_keep_to_the_width_and_markers_to_their_words(columns: int) -> None:
    long = "gangbroen " * 30
    reply = replace(REPLY, text=f"{long}[1]\n\n- {long}[2]\n\n> {long}[3]")
    lines = reply_text(reply, Screen(columns=columns)).splitlines()
    assert max(map(len, lines)) <= min(columns, 100)
    answer = lines[: lines.index("Sources")]
    assert not [line for line in answer if line.strip().startswith("[")]


def test_a_place_too_long_for_the_line_has_its_path_below() -> None:
    printed = reply_text(REPLY, Screen(columns=60))
    assert "  [1]     BBU, 3 May 2021, item 2, Beslutning\n          bbu/2021-05-03.txt" in printed


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_nothing_in_a_document_reaches_the_terminal_as_a_command(attack: str) -> None:
    document = replace(MINUTES, source=f"a{attack}.txt", title=attack, body=None)
    reply = replace(
        REPLY,
        question=attack,
        text=f"{attack} [1]\n\n> {attack}",
        citations=(Citation(1, document, BLUE),),
        warnings=(attack,),
    )
    printed = reply_text(reply, Screen())
    written = encoded(reply_object(reply))
    for text in (printed, written):
        assert all(c.isprintable() or c == "\n" for c in text)


@given(st.text())
def test_visible_text_is_printable_and_ordinary_text_is_untouched(text: str) -> None:
    shown = visible(text)
    assert all(c.isprintable() or c == "\n" for c in shown)
    assert visible(shown) == shown
    if text.replace("\n", "").isprintable():
        assert shown == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_gives_back_exactly_the_text_that_went_in(text: str) -> None:
    for one_line in (True, False):
        assert json.loads(encoded({"text": text}, one_line=one_line)) == {"text": text}


def test_the_reply_contract_has_every_field() -> None:
    written = json.loads(encoded(reply_object(REPLY)))
    assert list(written) == [
        "question",
        "language",
        "kind",
        "text",
        "citations",
        "rates",
        "decisions",
        "warnings",
        "elapsed_ms",
    ]
    assert written["rates"] == []
    assert written["elapsed_ms"] == 41.3
    assert written["citations"][1] == {
        "number": 2,
        "document": {
            "id": "aaaa000000000001",
            "title": "Referat af møde i Brobyggerudvalget (BBU) den 3. maj 2021",
            "kind": "minutes",
            "body": "BBU",
            "date": "2021-05-03",
            "case_number": None,
            "source": "bbu/2021-05-03.txt",
        },
        "item": {"number": "2", "title": "Ny gangbro over åen", "case_number": "21/100"},
        "section": "recommendation",
        "page": 2,
        "quote": "at gangbroen males grøn",
        # The item is short, so it is shown whole.
        "passage": MINUTES_TEXT[MINUTES_TEXT.index("2. Ny gangbro") :].strip(),
        "start": AT_GREEN.start,
        "end": AT_GREEN.end,
        "url": f"/documents/aaaa000000000001?cited={AT_GREEN.start}-{AT_GREEN.end}"
        f"-{Fingerprint.of('at gangbroen males grøn')}#cited",
    }


def test_a_decision_carries_recommendation_words_outcome_and_its_own_citations() -> None:
    memo = Citation(4, MEMO, Span(0, 5))
    reply = replace(REPLY, text=f"{TEXT} [4]", citations=(*REPLY.citations, memo))
    decision = json.loads(encoded(reply_object(reply)))["decisions"][0]
    assert [citation["number"] for citation in decision.pop("citations")] == [1, 2, 3]
    assert decision == {
        "body": "BBU",
        "date": "2021-05-03",
        "item": {"number": "2", "title": "Ny gangbro over åen", "case_number": "21/100"},
        "recommendation": ["at gangbroen males grøn", "at den indvies i juni"],
        "decision": "Indstillingen blev godkendt, idet broen males blå. Se note [1].",
        "outcome": "approved_with_change",
        "status": "approved",
        "authority": None,
        "absent": [],
        "dissent": [],
        "follow_up": [],
    }


def test_what_is_unknown_is_null_and_not_left_out() -> None:
    reply = Reply("?", "en", ReplyKind.FACT, "x [1]", (Citation(1, MEMO, Span(0, 5)),))
    citation = json.loads(encoded(reply_object(reply)))["citations"][0]
    assert citation["item"] is None
    assert citation["page"] is None
    assert citation["document"]["body"] is None
    assert citation["document"]["date"] is None


def test_one_line_of_json_is_one_line() -> None:
    assert encoded(reply_object(REPLY), one_line=True).count("\n") == 1


# --- tables, places, documents ---------------------------------------------------------------

ROWS = [("1", "en meget lang titel på et dokument", "et/meget/langt/navn.pdf"), ("22", "x", "y")]


def test_a_table_is_not_cut_in_a_pipe() -> None:
    printed = table(("n", "title", "path"), ROWS, Screen(), flexible=(1,), right=(0,))
    assert printed.splitlines()[1:] == [
        " 1  en meget lang titel på et dokument  et/meget/langt/navn.pdf",
        "22  x                                   y",
    ]


def test_a_table_is_cut_where_it_may_be_on_a_terminal() -> None:
    printed = table(("n", "title", "path"), ROWS, Screen(columns=50), flexible=(1,))
    assert printed.splitlines()[1] == "1   en meget lang titel…   et/meget/langt/navn.pdf"


def test_a_section_without_heading_is_named_by_what_it_is_for() -> None:
    bare = replace(MINUTES.sections[1], heading=None)
    document = replace(MINUTES, sections=(MINUTES.sections[0], bare, MINUTES.sections[2]))
    citation = Citation(1, document, AT_GREEN)
    assert place(citation, "da") == "BBU, 3. maj 2021, punkt 2, indstilling"
    assert place(citation, "en") == "BBU, 3 May 2021, item 2, recommendation"


@pytest.mark.parametrize("width", [20, 60, 100])
def test_every_line_of_a_document_stands_after_its_offset(width: int) -> None:
    whole = Span(0, len(MINUTES.text))
    for line in document_text(MINUTES, whole, Screen(columns=width)).splitlines()[2:]:
        if match := re.match(r" +(\d+)  (\S+)", line):
            assert MINUTES.text[int(match[1]) :].startswith(match[2])


def test_a_masked_text_does_not_show_how_long_it_is() -> None:
    masked = replace(MEMO, text=f"Notat om broer\n\n{MASK * 7} {MASK * 9}\nEfter")
    printed = document_text(masked, Span(0, len(masked.text)), Screen())
    assert MASK not in printed
    assert "16  [closed]\n" in printed
