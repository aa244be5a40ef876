import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.telling.draft import Draft, plain
from bot.citations import Citation, folded
from bot.rendering.markdown import Line, LineKind, Run, lines_of
from bot.replies import MARKER, Reply, ReplyKind
from bot.slack.drawing.blocks import message, whole_modal
from bot.slack.drawing.fitting import cut_line, cut_to_fit
from bot.slack.drawing.mrkdwn import escaped, fallback
from bot.slack.drawing.one_line import one_line
from bot.slack.drawing.sources import UnknownAddress, shortened
from index.spans import Span
from tests.paper_archive import BLUE, MINUTES
from tests.slack_replies import HOSTILE, document, replies, reply, words
from tests.slack_rules import OUR_PAGE, Json, broken_rules, shown, strings

PAGE = OUR_PAGE.rstrip("/")


def answer_and_sources(payload: Json, language: str) -> tuple[str, str]:
    heading = {"da": "Kilder", "en": "Sources"}[language]
    answer, _, sources = shown(payload["blocks"]).rpartition(f"{heading}\n")
    return answer, sources


def marks(text: str) -> set[int]:
    return {int(number) for number in re.findall(r"\[(\d+)\]", text)}


def types(payload: Json) -> list[str]:
    return [block["type"] for block in payload["blocks"]]


# What it looks like ----------------------------------------------------------------------------


def test_warnings_come_first_then_the_answer_its_sources_and_what_can_be_pressed() -> None:
    made = message(
        Reply(
            question="Hvilken farve får broen?",
            language="da",
            kind=ReplyKind.FACT,
            text="**BBU · punkt 2**\n\n> “broen males blå” [1]",
            citations=(Citation(1, MINUTES, BLUE),),
            warnings=("Referatet er et udkast.",),
        ),
        "q7",
        PAGE,
    )
    assert shown(made["blocks"]).splitlines() == [
        " Bemærk: Referatet er et udkast.",
        "BBU · punkt 2",
        "“broen males blå” [1]",
        "Kilder",
        "[1] BBU, 3. maj 2021, punkt 2, Beslutning, s. 2",
    ]
    drawn = ["rich_text", "rich_text", "divider", "rich_text", "actions", "context_actions"]
    assert types(made) == drawn
    assert made["metadata"] == {
        "event_type": "referent_answer",
        "event_payload": {"question": "q7"},
    }


def test_a_heading_stands_in_one_block_with_what_it_heads() -> None:
    made = message(reply("**A**\n\n> “b” [1]\n\n- c\n- d\n\ne"), "q1")
    first = made["blocks"][0]
    assert [element["type"] for element in first["elements"]] == [  # type: ignore[typeddict-item]
        "rich_text_section",
        "rich_text_quote",
        "rich_text_list",
    ]


def test_two_lines_in_one_block_have_a_break_between_them() -> None:
    made = message(reply("**A 1/2**\n\n**Bro** [1]\n\nc"), "q1")
    first = made["blocks"][0]
    [both] = first["elements"]  # type: ignore[typeddict-item]
    assert "".join(run["text"] for run in both["elements"]) == "A 1/2\nBro [1]"  # type: ignore[typeddict-item]


def test_a_source_leads_to_the_passage_on_the_page_where_there_is_one() -> None:
    urls = [run for run in strings(message(reply("a [1]"), "q1", f"{PAGE}/")) if "://" in run]
    (url,) = urls
    assert url.startswith(f"{OUR_PAGE}documents/aabb000000000002?cited=0-12-")


def test_without_a_page_a_source_names_its_file() -> None:
    _, sources = answer_and_sources(message(reply("a [1]"), "q1"), "da")
    assert sources.endswith("– notat.txt")
    assert not any("://" in string for string in strings(message(reply("a [1]"), "q1")))


def test_a_place_that_is_cited_twice_has_one_line_with_both_numbers() -> None:
    _, sources = answer_and_sources(message(reply("a [1] b [2]", 2), "q1"), "da")
    assert sources.startswith("[1] [2] Et notat")


def test_three_passages_have_a_button_and_the_others_share_a_menu() -> None:
    made = message(reply(" ".join(f"[{n}]" for n in range(1, 8)), 7), "q1", PAGE)
    (row,) = (block for block in made["blocks"] if block["type"] == "actions")
    assert [element["type"] for element in row["elements"]] == [*["button"] * 3, "static_select"]
    assert [o["value"] for o in row["elements"][3]["options"]] == [  # type: ignore[typeddict-item]
        '[1,"q1",4]',
        '[1,"q1",5]',
        '[1,"q1",6]',
        '[1,"q1",7]',
    ]


def test_only_a_private_answer_can_be_shared() -> None:
    ids = [set(strings(message(reply("a [1]"), "q", private=p)["blocks"])) for p in (False, True)]
    assert "referent_share" not in ids[0]
    assert "referent_share" in ids[1]


def test_an_answer_that_cites_nothing_has_no_sources_and_nothing_to_open() -> None:
    assert types(message(reply("Intet fundet.", 0), "q1")) == ["rich_text", "context_actions"]


@pytest.mark.parametrize("page", ["arkiv.example", "javascript:alert(1)", "ftp://x.example", ""])
def test_an_address_that_is_no_web_page_is_refused(page: str) -> None:
    with pytest.raises(UnknownAddress):
        message(reply("a [1]"), "q1", page)


@pytest.mark.parametrize("question", ["", "hvad er KEU?", "a" * 65, "<@U1>", "q\n1"])
def test_an_id_that_could_hold_words_of_a_question_is_refused(question: str) -> None:
    with pytest.raises(ValueError, match="the id of a question"):
        message(reply("a [1]"), question)


# Words stay words ------------------------------------------------------------------------------


@pytest.mark.parametrize("hostile", HOSTILE)
def test_words_of_a_paper_reach_the_blocks_as_words(hostile: str) -> None:
    paper = document(f"Der står {hostile} her.")
    draft = Draft("q", "da")
    draft.quote(paper, Span(0, len(paper.text)))
    made = message(draft.reply(ReplyKind.FACT), "q1", PAGE)
    assert broken_rules(made) == []
    seen = re.sub(r"[^\w<>@!|&*~`:/#\[\]().\\-]", "", folded(paper.text[:1_000]))
    text = re.sub(r"[^\w<>@!|&*~`:/#\[\]().\\-]", "", shown(made["blocks"]))
    assert seen in text


@given(words())
def test_the_text_beside_the_blocks_holds_no_markup(hostile: str) -> None:
    made = message(reply(f"{plain(hostile)} [1]", warnings=(hostile,)), "q1")
    assert broken_rules(made) == []


def test_markup_is_written_with_look_alikes_and_ordinary_words_are_left() -> None:
    assert escaped("a_b 1-30-72 kl. 10:30, 50 % (fx)") == "a_b 1-30-72 kl. 10:30, 50 % (fx)"
    assert escaped("<!channel> & *x*") == "&lt;!channel&gt; &amp; ∗x∗"
    assert escaped("> :tada: https://x") == "› ∶tada: https∶//x"


@pytest.mark.parametrize("most", range(2, 40))
def test_a_cut_makes_no_markup_of_the_text_beside_the_blocks(most: int) -> None:
    cut = fallback(["a__b_c_ & *d* :e: <f>", "mere"], most)
    assert len(cut) <= most
    assert re.search(r"(?<!\w)_|_(?!\w)|&(?!amp;|lt;|gt;)|[*~`<>]|:\w+:", cut) is None


def test_a_number_before_a_paragraph_is_no_list() -> None:
    assert shown(message(reply("12. marts 2024 [1]"), "q1")["blocks"]).startswith("12. marts 2024")


def test_a_marker_of_a_citation_that_is_not_there_is_words() -> None:
    (line,) = lines_of("se \\[1\\] og [2] og [3]", {2})
    assert line.runs == (Run("se [1] og "), Run("[2]", marker=2), Run(" og [3]"))


def test_bold_words_and_escapes_are_read() -> None:
    (line,) = lines_of("- **3,30 kr.** · a\\*b [1]", {1})
    assert line == Line(
        LineKind.POINT,
        (Run("3,30 kr.", bold=True), Run(" · a*b "), Run("[1]", marker=1)),
        begins=True,
    )


# Limits ----------------------------------------------------------------------------------------


@settings(max_examples=120, deadline=None)
@given(replies(), st.sampled_from([None, PAGE]), st.booleans())
def test_whatever_the_reply_slack_takes_the_message(
    made: Reply, page: str | None, private: bool
) -> None:
    drawn = message(made, "q-1_a", page, private=private)
    assert broken_rules(drawn) == []
    assert broken_rules(whole_modal(made, "q1", page)) == []
    assert broken_rules(one_line(made, "q1", page)) == []
    marked = {run for line in lines_of(made.text, set(range(1, 61))) for run in line.markers}
    assert marked == {citation.number for citation in made.citations}


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 120), st.integers(1, 400), st.integers(1, 8))
def test_every_marker_that_is_left_has_its_source(count: int, length: int, each: int) -> None:
    numbers = list(range(1, count + 1))
    points = [
        "- " + "ord " * length + " ".join(f"[{n}]" for n in numbers[at : at + each])
        for at in range(0, count, each)
    ]
    made = message(reply("\n".join(points), count), "q1", PAGE)
    answer, sources = answer_and_sources(made, "da")
    assert broken_rules(made) == []
    assert marks(answer) == marks(sources) != set()
    opened = {
        int(v.split(",")[2][:-1])
        for v in strings(made["blocks"])
        if v.startswith('[1,"q1",') and v.count(",") == 2 and "referent" not in v
    }
    assert marks(sources) <= opened


def test_of_a_long_answer_the_tail_is_cut_with_a_word_that_says_so() -> None:
    points = "\n".join(f"- {'ord ' * 60}nummer {n} [{n}]" for n in range(1, 101))
    made = message(reply(points, 100), "q1", PAGE)
    text = shown(made["blocks"])
    assert "Tryk på “Hele svaret”" in text
    assert "nummer 1 [1]" in text
    assert "nummer 100" not in text
    assert "referent_whole" in set(strings(made["blocks"]))
    assert "nummer 100 [100]" in shown(whole_modal(reply(points, 100), "q1", PAGE)["blocks"])


def test_one_endless_quotation_is_cut_and_keeps_its_marker() -> None:
    made = message(reply(f"> “{'ord ' * 5_000}” [1]"), "q1", PAGE)
    answer, sources = answer_and_sources(made, "da")
    assert "…” [1]" in answer
    assert marks(sources) == {1}
    assert broken_rules(made) == []


def test_a_cut_never_leaves_a_heading_alone() -> None:
    lines = [
        Line(LineKind.TEXT, (Run("a"),)),
        Line(LineKind.HEADING, (Run("b"),)),
        Line(LineKind.TEXT, (Run("c"),)),
    ]
    assert cut_to_fit(lines, lambda some: len(some) < 3) == lines[:1]


def test_a_line_is_cut_at_a_word_and_keeps_the_marker_that_follows() -> None:
    line = Line(LineKind.QUOTE, (Run("“en to tre fire” "), Run("[4]", marker=4), Run(" mere")))
    assert cut_line(line, 8).text == "“en to…” [4]"


def test_more_warnings_than_there_is_room_for_are_counted() -> None:
    made = message(reply("a [1]", warnings=tuple(f"advarsel {n}" for n in range(20))), "q1")
    text = shown(made["blocks"])
    assert "advarsel 7" in text
    assert "advarsel 8" not in text
    assert "og 12 til, som står i hele svaret" in text
    assert "referent_whole" in set(strings(made["blocks"]))


def test_no_reply_makes_an_empty_message() -> None:
    made = message(reply("\u200b", 0), "q1")
    assert shown(made["blocks"]) == made["text"] == "Intet fundet"


def test_of_a_long_place_both_ends_are_kept() -> None:
    assert shortened("a" * 300 + " punkt 8", 100).endswith("punkt 8")
    assert len(shortened("a" * 300, 100)) == 100


def test_a_reply_of_any_language_is_labelled_in_it() -> None:
    english = message(replace(reply("a [1]"), language="en"), "q1")
    assert "Sources" in shown(english["blocks"])
    assert "Good answer" in set(strings(english["blocks"]))
    assert MARKER.search(english["text"])


def test_who_reads_with_their_ears_is_told_first_as_what_it_was_read_or_what_was_asked() -> None:
    followed = replace(reply("Tolv kroner. [1]"), understood_as="hvad kostede færgen i 2019?")
    read = message(followed, "Q1")["text"].splitlines()[0]
    shared = message(followed, "Q1", asked=True)["text"].splitlines()[0]
    assert read == "Læst som: hvad kostede færgen i 2019?"
    assert shared == "Spørgsmål: hvad kostede færgen i 2019?"
