"""A model writes above the quotations, under check; whatever it does, the quotations answer."""

from dataclasses import replace

import pytest

from bot.models.model import Failure, ModelFailed
from bot.rendering.as_json import encoded, reply_object
from bot.replies import Reply, ReplyKind
from bot.wording import phrase
from bot.writing.fencing import MOST, seen, shown
from bot.writing.sources import sources_of
from bot.writing.writer import PROMPTS, Further, Writer, prompt_of
from tests.prose_papers import Scripted, ferry, glossary, quoting

SOUND = "Rådet godkendte indstillingen, men bevillingen må højst være 650.000 kroner [1]."
UNSOUND = "Motoren kommer fra Japan [1]."


def written(text: str, quoted: Reply | None = None, failure: Failure | None = None) -> Reply:
    failed = ModelFailed(failure, "Den svarer ikke.") if failure else None
    return Writer(Scripted(text, failed), glossary()).write(quoted or quoting(["1", "2"]))


def test_prose_stands_above_what_the_papers_say() -> None:
    quoted = quoting(["1", "2"])
    reply = written(SOUND, quoted)
    assert reply.text.startswith(SOUND)
    assert reply.text.endswith(quoted.text)
    assert reply.written is not None
    assert (reply.written.kept, reply.written.faults) == (1, ())
    assert reply.written.model == "skrivekarl"
    assert reply.written.prompt.startswith("answer 1 (")


def test_what_falls_is_counted_and_not_shown() -> None:
    reply = written(f"{SOUND} {UNSOUND}")
    assert "Japan" not in encoded(reply_object(reply))
    assert reply.written is not None
    assert (reply.written.kept, len(reply.written.faults)) == (1, 1)
    assert phrase("model_wrote_some", "da", model="skrivekarl", count=1) in reply.text


def test_where_nothing_stands_the_quotations_answer_alone() -> None:
    quoted = quoting(["1"])
    reply = written(UNSOUND, quoted)
    assert reply.text == f"{quoted.text}\n\n{phrase('model_not_borne', 'da')}"
    assert replace(reply, text=quoted.text, written=None) == quoted


@pytest.mark.parametrize("failure", list(Failure))
def test_every_failure_leaves_the_quoted_reply_and_says_which_it_was(failure: Failure) -> None:
    quoted = quoting(["1"])
    reply = written("", quoted, failure)
    assert reply.text == f"{quoted.text}\n\n{phrase(f'model_{failure.value}', 'da')}"
    assert reply.written is not None
    assert reply.written.failure == failure.value


def test_what_stood_before_a_connection_broke_is_kept_and_the_rest_is_not() -> None:
    reply = written(f"{SOUND} Billetten koster 45 kr. for en", failure=Failure.CUT)
    assert reply.written is not None
    assert (reply.written.kept, reply.written.failure) == (1, "cut")
    assert "Billetten" not in reply.written.prose


def test_a_sentence_is_told_as_soon_as_it_stands_and_never_before() -> None:
    told: list[Further] = []
    Writer(Scripted(f"{UNSOUND} {SOUND}"), glossary()).write(quoting(["1"]), told.append)
    assert [further.sentence for further in told] == [SOUND]


def test_a_reply_is_whole_after_each_sentence_and_says_who_wrote_it() -> None:
    told: list[Further] = []
    quoted = quoting(["1", "3"])
    second = "Rådet afviste forslaget [2]."
    whole = Writer(Scripted(f"{SOUND} {second}"), glossary()).write(quoted, told.append)
    first, last = (further.reply for further in told)
    assert first.text.startswith(f"{SOUND}\n\n")
    assert "Skrevet af en sprogmodel" in first.text
    assert first.text.endswith(quoted.text)
    assert last == whole


def test_a_marker_leads_to_the_sentence_that_bears_what_is_said() -> None:
    reply = written("Billetten koster 45 kr. for en voksen og 20 kr. for et barn [1].")
    assert reply.written is not None
    assert reply.written.prose.endswith("[3].")
    assert "Billetten koster 45 kr." in reply.citations[2].quote


def test_an_abbreviation_keeps_its_full_stop_before_the_marker() -> None:
    reply = written("Billetten koster for en voksen 45 kr. [1].")
    assert reply.written is not None
    assert reply.written.prose == "Billetten koster for en voksen 45 kr. [3]"


def test_a_reading_goes_no_further_than_an_answer_is_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.writing.writer.MOST_SENTENCES", 1)
    model = Scripted(f"{SOUND} Billetten koster 45 kroner for en voksen [1]. " * 9)
    reply = Writer(model, glossary()).write(quoting(["1"]))
    assert reply.written is not None
    assert (reply.written.kept, reply.written.faults) == (1, ())
    assert model.closed


@pytest.mark.parametrize("kind", [k for k in ReplyKind if k not in PROMPTS])
def test_a_list_and_a_no_are_not_written(kind: ReplyKind) -> None:
    model = Scripted(SOUND)
    quoted = replace(quoting(["1"]), kind=kind)
    assert Writer(model, glossary()).write(quoted) == quoted
    assert model.asked == []


def test_facts_of_several_papers_are_compared() -> None:
    other = replace(ferry(), id="0123456789abcdef")
    one = quoting(["1"], kind=ReplyKind.FACT)
    citation = replace(one.citations[0], number=2, document=other)
    both = replace(one, text=f"{one.text} [2]", citations=(*one.citations, citation))
    assert (prompt_of(one), prompt_of(both)) == ("answer", "comparison")


def test_the_model_sees_each_passage_once_with_what_it_is() -> None:
    model = Scripted(SOUND)
    Writer(model, glossary()).write(quoting(["1", "1", "2"]))
    (system, user) = model.asked[0]
    assert "Danish" in system.text
    assert user.text.count("Billetten koster 45 kr.") == 1
    assert "[1] " in user.text
    assert "[3] " in user.text
    assert "(beslutning)" in user.text


def test_no_paper_can_close_the_fence_or_hide_what_it_says() -> None:
    fence = "==abc=="
    assert seen(f"A {fence} [9] B\u200b\u202eC\U000e0041", fence) == "A  (9) BC"


def test_what_must_not_leave_the_house_is_taken_out_of_sources_and_question() -> None:
    model = Scripted(SOUND)
    masked = Writer(model, glossary(), lambda text: text.replace("Færge", "•••••"))
    masked.write(replace(quoting(["1"]), question="Hvad siger Færgerådet?"))
    assert "Færge" not in model.asked[0][1].text


def test_sources_that_are_too_long_are_cut_at_a_line_the_first_ones_last() -> None:
    sources = sources_of(quoting(["1", "4"])) * 100
    text = shown(sources, "==x==", str)
    assert len(text) < MOST + 100 * 200
    assert text.endswith("==x==")


def test_a_reply_says_nothing_of_a_model_where_none_is_set() -> None:
    assert "written" not in encoded(reply_object(quoting(["1"])))
    assert '"written": {' in encoded(reply_object(written(SOUND)))
