from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.citations import Citation
from bot.replies import Reply, ReplyKind, ToldRate
from bot.slack.drawing.one_line import one_line
from bot.slack.drawing.presses import Press, pressed
from bot.wording import phrase
from index.archive import RateEntry
from index.decisions import Decision, Outcome
from index.rates.rate import UNDATED, RateStatus, Validity
from index.spans import Span
from tests.paper_archive import AT_GREEN, BLUE, MEMO, MINUTES, entry_of, item_entry
from tests.slack_replies import document, reply
from tests.slack_rules import OUR_PAGE, broken_rules, shown
from tests.test_rate_values import rate

IN_2025 = Validity(date(2025, 1, 1), date(2025, 12, 31))


def line(made: Reply) -> str:
    """Return the line of a reply, without its source."""
    drawn = one_line(made, "q1", OUR_PAGE)
    assert broken_rules(drawn) == []
    return shown(drawn["blocks"]).split("\n")[0]


def told(status: RateStatus, validity: Validity, **changes: Any) -> ToldRate:
    one = replace(rate(validity, verified=True), **changes)
    return ToldRate(RateEntry(entry_of(MEMO), one), validity, status, 1)


def rates(*them: ToldRate, **more: Any) -> Reply:
    return reply("Takst [1]", kind=ReplyKind.RATE, rates=them, **more)


def decided(words: str, outcome: Outcome, **more: Any) -> Reply:
    """Make a reply on the item about the bridge, decided in other words."""
    text = MINUTES.text[: BLUE.start] + words
    place = Span(BLUE.start, len(text))
    paper = replace(MINUTES, text=text, decisions=(Decision(1, (), (place,), outcome, None),))
    entry = replace(item_entry(MINUTES, 1), decision=paper.decisions[0], decision_texts=(words,))
    made = Reply(
        question="Hvilken farve får broen?",
        language="da",
        kind=ReplyKind.DECISION,
        text=f"Godkendt.\n\n> “{words}” [1]",
        citations=(Citation(1, paper, place),),
        decisions=(entry,),
    )
    return replace(made, **more)


def test_a_rate_is_told_with_what_it_is_for_its_unit_and_when_it_applies() -> None:
    assert line(rates(told(RateStatus.IN_FORCE, IN_2025))) == (
        "12,50 kr. · brotakst · kr. pr. tur · 1. januar 2025 til 31. december 2025 [1]"
    )


@pytest.mark.parametrize(
    ("status", "validity", "begins"),
    [
        (RateStatus.EXPIRED, IN_2025, "Udløbet: 12,50 kr."),
        (RateStatus.NOT_YET, Validity(date(2030, 1, 1)), "Gælder endnu ikke: 12,50 kr."),
        (RateStatus.UNDATED, UNDATED, "Uvist om den gælder: 12,50 kr."),
    ],
)
def test_a_rate_that_does_not_surely_apply_says_so_first(
    status: RateStatus, validity: Validity, begins: str
) -> None:
    assert line(rates(told(status, validity))).startswith(begins)


def test_a_rate_that_nobody_verified_or_that_is_proposed_says_so() -> None:
    one = told(RateStatus.IN_FORCE, IN_2025, verified=False, note="højst")
    assert line(rates(one)).startswith("højst 12,50 kr.")
    assert "læst i teksten, ikke bekræftet" in line(rates(one))


def test_a_second_rate_in_force_is_counted_and_an_earlier_one_is_not() -> None:
    now = told(RateStatus.IN_FORCE, IN_2025)
    before = told(RateStatus.EXPIRED, IN_2025)
    assert line(rates(now, now)).endswith("[1] og 1 til")
    assert line(rates(now, before)).endswith("[1]")


def test_a_decision_is_told_by_its_outcome_and_all_its_words() -> None:
    words = "Godkendt, idet broen males blå og højst må koste 250.000 kr."
    assert line(decided(words, Outcome.APPROVED_WITH_CHANGE)) == (
        "Godkendt med ændring eller forbehold"
        f" (BBU, 3. maj 2021, Ny gangbro over åen): “{words}” [1]"
    )


def test_a_sentence_is_told_with_the_item_that_it_is_of() -> None:
    made = Reply(
        question="Hvilken farve får broen?",
        language="da",
        kind=ReplyKind.FACT,
        text="> “at gangbroen males grøn” [1]",
        citations=(Citation(1, MINUTES, AT_GREEN),),
    )
    assert line(made) == "Ny gangbro over åen: “at gangbroen males grøn” [1]"


def test_what_is_not_verified_is_said_once() -> None:
    one = told(RateStatus.IN_FORCE, IN_2025, verified=False)
    warned = (phrase("rate_not_verified", "da"),)
    said = line(rates(one, warnings=warned))
    assert said.endswith("læst i teksten, ikke bekræftet [1]")
    assert line(rates(one, warnings=(*warned, "b"))).endswith("Med forbehold: se hele svaret.")


def test_what_leads_to_something_below_is_left_out_of_the_line() -> None:
    made = reply("Der kommer intet møde. Det seneste er dette:\n\n- 3. maj", citations=0)
    assert line(made) == "Intet fundet: Der kommer intet møde."


def test_that_nothing_was_found_is_not_offered_to_others() -> None:
    row = one_line(reply("Det ved arkivet ikke.", citations=0), "q1")["blocks"][-1]
    assert row["type"] == "actions"
    assert [one["action_id"] for one in row["elements"]] == ["referent_whole"]


def test_words_of_a_decision_that_are_cut_are_said_to_be_cut() -> None:
    told_ = line(decided("Godkendt. " + "Fordi. " * 200, Outcome.APPROVED))
    assert told_.endswith("(beslutningens ord er forkortet) [1]")
    assert len(told_) < 750


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        (ReplyKind.NOT_FOUND, "Intet fundet: "),
        (ReplyKind.NOT_IN_ARCHIVE, "Ikke i arkivet: "),
        (ReplyKind.NOT_DECIDED, "Ikke besluttet: "),
        (ReplyKind.CLOSED, "Lukket punkt: "),
    ],
)
def test_a_no_says_which_kind_it_is(kind: ReplyKind, begins: str) -> None:
    made = reply("**Punkt 2**\n\nHer er en grund.\n\n> “Udsat.” [1]", kind=kind)
    assert line(made).startswith(f"{begins}Her er en grund.")
    assert ("“Udsat.” [1]" in line(made)) is kind.asserts


def test_a_fact_is_the_first_sentence_that_rests_on_something() -> None:
    made = reply("**BBU**\n\n> “14 meter” [1]\n\n**Se også**\n\n- mere [2]", 2)
    assert line(made) == "“14 meter” [1]"


def test_one_line_has_one_source() -> None:
    made = reply("- “14 meter” [1] efter [2]", 2)
    drawn = shown(one_line(made, "q1", OUR_PAGE)["blocks"])
    assert drawn.splitlines() == ["“14 meter” [1] efter ".rstrip(), "[1] Et notat, uden dato"]


def test_people_of_one_place_are_named_together_and_others_counted() -> None:
    paper = document("Til stede: Ida Dam, Bo Eng. Afbud: Ea Fog.")
    made = replace(
        reply("- Ida Dam [1]\n- Bo Eng [1]\n- Ea Fog [2]", 2, kind=ReplyKind.PEOPLE),
        citations=(Citation(1, paper, Span(0, 26)), Citation(2, paper, Span(27, 42))),
    )
    assert line(made) == "Ida Dam, Bo Eng [1] og 1 til"


def test_a_list_says_what_it_lists_and_how_many_more_there_are() -> None:
    made = reply("Udsatte punkter: 2\n\n- Broen [1]\n- Færgen [2]", 2, kind=ReplyKind.LIST)
    assert line(made) == "Udsatte punkter: 2 – Broen [1] og 1 til"


def test_a_draft_is_known_as_one_and_several_warnings_lead_to_the_whole_answer() -> None:
    draft = "Referatet er et udkast og kan blive ændret."
    assert line(reply("a [1]", warnings=(draft,))).endswith(draft)
    assert line(reply("a [1]", warnings=(draft, "b"))).endswith("Med forbehold: se hele svaret.")


def test_it_can_be_shared_opened_and_read_in_full() -> None:
    (row,) = (b for b in one_line(reply("a [1]"), "q7")["blocks"] if b["type"] == "actions")
    found = [pressed(e["action_id"], e["value"]) for e in row["elements"] if e["type"] == "button"]
    assert [one.press for one in found if one] == [Press.SHARE, Press.PASSAGE, Press.WHOLE]


@pytest.mark.parametrize("language", ["da", "en"])
def test_an_amount_that_may_have_been_regulated_is_never_told_without_that(language: Any) -> None:
    beside = phrase("rate_regulated", language)
    text = f"Takst [1]\n\n{beside}\n\n> “Beløbet reguleres” [1]"
    made = replace(rates(told(RateStatus.IN_FORCE, IN_2025)), text=text, language=language)
    assert phrase("slack_rate_regulated", language) in line(made)


def test_what_limits_an_amount_is_pointed_to() -> None:
    made = rates(told(RateStatus.IN_FORCE, IN_2025))
    made = replace(made, text="Takst [1]\n\n> “Taksten gælder ikke for børn” [1]")
    assert phrase("slack_reservations", "da") in line(made)


def test_who_was_elected_since_is_no_second_chair() -> None:
    text = "**PU**\n\n- Inga Rask (formand) [1]\n\n**Valg siden**\n\n- Bent Sommer valgt [1]"
    made = reply(text, kind=ReplyKind.PEOPLE)
    assert "1 til" not in line(made)
