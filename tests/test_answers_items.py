"""An item by its number, a case number by its topic, and the days on which a body meets."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, culture_minutes, quotes

PAPERS = {
    "thu/2023-02-14.txt": """\
Referat af møde i Trafik- og Havneudvalget (THU)
den 14. februar 2023 kl. 14.00
Godkendt referat

Til stede: Signe Aagaard (formand), Poul Kjær, Mette Vang

Sagsnr. 23/1188

1. Ny færgeplan

Sagsfremstilling
Færgen sejler otte ture om dagen. Planen flytter to ture fra morgen til aften.

Indstilling
Forvaltningen indstiller, at færgeplanen godkendes.

Beslutning
Godkendt.

2. Mødeplan

Sagsfremstilling
Udvalget holder møde den 14. februar, 12. april, 14. juni og 13. september 2023.

Beslutning
Taget til efterretning.

3. Lukket punkt: Salg af havnekran

Beslutning
Kranen sælges for 3 mio. kr. til Nordhavn Skrot.

4. Molens belysning

Indstilling
Forvaltningen indstiller, at lamperne skiftes.

Beslutning
Punktet udsat til næste møde.
""",
    "thu/2023-04-12.txt": """\
Referat af møde i Trafik- og Havneudvalget (THU)
den 12. april 2023 kl. 14.00
Godkendt referat

Til stede: Signe Aagaard (formand), Poul Kjær, Ole Thorup

Sagsnr. 23/1301

1. Molens belysning

Indstilling
Forvaltningen indstiller, at lamperne skiftes.

Beslutning
Godkendt.

Sagsnr. 23/1407

2. Bådelaugets plads

Sagsfremstilling
Bådelauget søger om 14 pladser i den gamle havn. Sagen hører sammen med sag 23/1301.

Indstilling
Forvaltningen indstiller, at ansøgningen imødekommes.

Beslutning
Afslag.

3. Eventuelt

Sagsfremstilling
Næste møde holdes den 14. juni 2023 kl. 14.00 på rådhuset.
""",
    "kur/2023-03-02.txt": culture_minutes("2. marts 2023"),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("items"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "text",
    [
        "Hvad blev der besluttet under punkt 2 på THU's møde den 12. april 2023?",
        "Hvad besluttede THU under pkt. 2 i april 2023?",
        "What was decided under item 2 at THU's meeting on 12 April 2023?",
        "Hvad besluttede Trafik- og Havneudvalget under punkt nr. 2 den 12. april 2023?",
    ],
)
def test_an_item_is_known_by_its_number_at_the_meeting_named(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.DECISION
    assert quotes(reply)[:2] == ["Afslag.", "at ansøgningen imødekommes."]
    assert "Bådelaugets plads" in reply.text


def test_the_same_number_at_another_meeting_or_of_another_body_is_another_item(
    assistant: Assistant,
) -> None:
    for text, title in (
        ("Hvad besluttede THU under punkt 1 i februar 2023?", "Ny færgeplan"),
        ("Hvad besluttede THU under punkt 1 i april 2023?", "Molens belysning"),
        ("Hvad besluttede Kulturrådet under punkt 1 i 2023?", "Kunst i parken"),
    ):
        assert title in ask(assistant, text).text.splitlines()[0]


def test_a_body_without_a_time_means_its_newest_meeting(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede THU under punkt 1?")
    assert "12. april 2023 · punkt 1 · Molens belysning" in reply.text
    before = ask(assistant, "Hvad besluttede THU under punkt 1?", on=date(2023, 3, 1))
    assert "14. februar 2023 · punkt 1 · Ny færgeplan" in before.text


@pytest.mark.parametrize(
    "text",
    [
        "Hvad handler punkt 1 på THU's møde den 14. februar 2023 om?",
        "What is item 1 at THU's meeting on 14 February 2023 about?",
    ],
)
def test_what_an_item_is_about_comes_with_its_first_sentences(
    assistant: Assistant, text: str
) -> None:
    assert quotes(ask(assistant, text))[-1].startswith("Færgen sejler otte ture om dagen.")


def test_what_was_decided_comes_without_them(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad blev besluttet under punkt 1 på THU's møde den 14. februar 2023?")
    assert quotes(reply) == ["Godkendt.", "at færgeplanen godkendes."]


def test_an_item_that_was_put_off_is_not_decided(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede THU under punkt 4 i februar 2023?")
    assert reply.kind is ReplyKind.NOT_DECIDED
    assert quotes(reply)[0] == "Punktet udsat til næste møde."


def test_of_a_closed_item_only_the_heading_is_shown(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede THU under punkt 3 i februar 2023?")
    assert reply.kind is ReplyKind.CLOSED
    assert quotes(reply) == ["3. Lukket punkt: Salg af havnekran"]
    assert "3 mio" not in reply.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hvad besluttede THU under punkt 9 i februar 2023?", ReplyKind.NOT_FOUND),
        ("Hvad besluttede THU under punkt 1 i maj 2022?", ReplyKind.NOT_IN_ARCHIVE),
        ("What did THU decide under item 1 in May 2022?", ReplyKind.NOT_IN_ARCHIVE),
        ("Hvad besluttede Teknikudvalget under punkt 1?", ReplyKind.NOT_IN_ARCHIVE),
    ],
)
def test_an_item_of_no_such_number_meeting_or_body_is_not_replaced_by_another(
    assistant: Assistant, text: str, kind: ReplyKind
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is kind
    assert reply.decisions == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Hvad er sagsnummeret på sagen om bådelaugets plads?", "23/1407"),
        ("Hvilket journalnummer har færgeplanen?", "23/1188"),
        ("What is the case number of the ferry plan?", "23/1188"),
    ],
)
def test_the_number_of_a_case_is_quoted_where_it_is_printed(
    assistant: Assistant, text: str, number: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.CASE
    assert quotes(reply) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Hvad er sagsnummeret på sagen om svømmehallen?",
        "Hvad er journalnummeret for køb af en sandsuger?",
        "What is the case number of the airport?",
    ],
)
def test_a_topic_that_no_item_treats_has_no_case_number(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert not any(quote in {"23/1188", "23/1301", "23/1407"} for quote in quotes(reply))


@pytest.mark.parametrize("text", ["Hvad er sagsnummeret?", "What is the case number?"])
def test_a_case_number_asked_for_without_a_topic_is_not_guessed(
    assistant: Assistant, text: str
) -> None:
    assert ask(assistant, text).kind is ReplyKind.NOT_FOUND


def test_an_item_without_a_number_is_not_given_its_neighbours(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er sagsnummeret på sagen om kunst i parken?")
    assert not any("/" in quote for quote in quotes(reply))


@pytest.mark.parametrize(
    "text",
    [
        "mødeplan for THU",
        "Hvilke dage mødes THU i 2023?",
        "Which days does THU meet in 2023?",
        "What are the meeting dates of the Trafik- og Havneudvalget?",
    ],
)
def test_the_days_of_a_plan_are_quoted_from_the_paper_that_sets_them(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.LIST
    plan = "Udvalget holder møde den 14. februar, 12. april, 14. juni og 13. september 2023."
    assert quotes(reply) == [plan]


@pytest.mark.parametrize(
    "text", ["Hvilke dage mødes THU i 2021?", "Which days does THU meet in 2021?"]
)
def test_the_plan_of_another_year_is_no_answer(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE
    assert not any("14. februar, 12. april" in quote for quote in quotes(reply))


def test_the_plan_of_another_body_is_no_answer(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvilke dage mødes Kulturrådet?")
    assert not any("12. april" in quote for quote in quotes(reply))


@pytest.mark.parametrize(
    "text", ["Hvornår er det næste møde i THU?", "When is THU's next meeting?"]
)
def test_the_next_meeting_is_told_by_the_newest_paper(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text, on=date(2023, 5, 1))
    assert reply.kind is ReplyKind.LIST
    assert quotes(reply) == ["Næste møde holdes den 14. juni 2023 kl. 14.00 på rådhuset."]


def test_a_meeting_that_is_held_later_is_not_known_of_before(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvornår er det næste møde i THU?", on=date(2023, 3, 1))
    assert {citation.document.date for citation in reply.citations} == {date(2023, 2, 14)}


def test_no_list_of_meetings_to_come_is_made_of_days_gone_by(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvornår er det næste møde i THU?", on=date(2024, 12, 1))
    assert reply.kind is not ReplyKind.LIST
