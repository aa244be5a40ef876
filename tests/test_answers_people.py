"""Who wrote the minutes, came late, was against, stayed out of an item, and holds an office."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "bur/2022-09-07.txt": """\
Referat af møde i Børne- og Ungerådet (BUR)
den 7. september 2022 kl. 9.00
Godkendt referat

Til stede: Helle Munk (formand), Rasmus Dahl (næstformand), Tine Skov, Anders Bek (fra kl. 10.15)
Afbud: Lone Friis
Referent: Maja Juhl

1. Ny legeplads

Sagsfremstilling
Legepladsen koster 800.000 kr. Naboerne er enige om placeringen.

Indstilling
Forvaltningen indstiller, at legepladsen anlægges.

Beslutning
Godkendt. Venstre stemte imod, fordi driften ikke er finansieret. Tine Skov tog forbehold.

2. Skolebuffet

Sagsfremstilling
Buffeten er en forsøgsordning.

Indstilling
Forvaltningen indstiller, at forsøget begynder i januar.

Beslutning
Godkendt. Rasmus Dahl deltog ikke i behandlingen på grund af inhabilitet som medlem af bestyrelsen.
""",
    "bur/2022-11-02.txt": """\
Referat af møde i Børne- og Ungerådet (BUR)
den 2. november 2022 kl. 9.00
Godkendt referat

Til stede: Helle Munk (formand), Tine Skov, Lone Friis
Referent: Jakob Vind

1. Fritidspas

Sagsfremstilling
Fritidspasset gives til 120 børn. Klubben har åbent fra kl. 14.

Beslutning
Godkendt.
""",
    "notater/klub.md": """\
# Notat om klubben

3. oktober 2022

Formand for Klubrådet er Yrsa Lind.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("people"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Hvem skrev referat på BUR's møde i september 2022?", "Referent: Maja Juhl"),
        ("Who took the minutes at BUR's meeting in September 2022?", "Referent: Maja Juhl"),
        ("Hvem var referent på BUR's møde i november 2022?", "Referent: Jakob Vind"),
        ("Hvem skrev referat på BUR's sidste møde?", "Referent: Jakob Vind"),
    ],
)
def test_who_wrote_the_minutes_stands_in_the_head_of_that_meeting(
    assistant: Assistant, text: str, line: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.PEOPLE
    assert quotes(reply) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Hvem kom for sent til BUR's møde i september 2022?",
        "Hvem kom senere til BUR's møde i september 2022?",
        "Who arrived late at BUR's meeting in September 2022?",
    ],
)
def test_who_came_late_is_told_by_the_line_with_the_hour(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.PEOPLE
    assert "Anders Bek (fra kl. 10.15)" in quotes(reply)[0]


def test_an_hour_beside_nobodys_name_is_nobody_who_came_late(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem kom for sent til BUR's møde i november 2022?")
    assert reply.kind is ReplyKind.NOT_FOUND
    assert not any("fra kl. 14" in quote for quote in quotes(reply))


@pytest.mark.parametrize(
    "text",
    [
        "Hvem var imod legepladsen i BUR?",
        "Hvem tog forbehold for legepladsen?",
        "Who was against the playground?",
    ],
)
def test_who_was_against_is_told_with_the_decision(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.PEOPLE
    assert quotes(reply)[:2] == [
        "Venstre stemte imod, fordi driften ikke er finansieret.",
        "Tine Skov tog forbehold.",
    ]
    assert reply.decisions[0].item.title == "Ny legeplads"


def test_who_agreed_is_not_quoted_among_those_who_were_against(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem var imod legepladsen i BUR?")
    assert not any("enige om placeringen" in quote for quote in quotes(reply))


def test_nobody_was_against_what_was_never_on_the_agenda(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem var imod svømmehallen?")
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "stemte imod" not in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "Hvem deltog ikke i behandlingen af skolebuffeten?",
        "Hvem var inhabil ved punktet om skolebuffeten?",
        "Who did not take part in the item on the skolebuffet?",
    ],
)
def test_who_stayed_out_of_an_item_is_quoted_with_the_reason(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.PEOPLE
    assert "Rasmus Dahl: punkt 2, Skolebuffet" in reply.text.replace("item 2", "punkt 2")
    assert quotes(reply)[0].endswith("på grund af inhabilitet som medlem af bestyrelsen.")


@pytest.mark.parametrize(
    "text",
    [
        "Hvorfor deltog Rasmus Dahl ikke i behandlingen af skolebuffeten?",
        "Why did Rasmus Dahl not take part in the item on the skolebuffet?",
    ],
)
def test_why_somebody_stayed_out_is_answered_by_that_sentence(
    assistant: Assistant, text: str
) -> None:
    assert "på grund af inhabilitet" in quotes(ask(assistant, text))[0]


def test_who_was_absent_from_the_whole_meeting_is_told_apart_from_an_item(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvem deltog ikke i behandlingen af skolebuffeten?")
    item, whole = reply.text.split("**Ikke til stede ved mødet**")
    assert "Lone Friis" not in item
    assert "Lone Friis" in whole
    alone = ask(assistant, "Hvem var inhabil ved punktet om skolebuffeten?")
    assert "Lone Friis" not in alone.text


@pytest.mark.parametrize(
    "text",
    [
        "Hvem var til stede, da svømmehallen blev behandlet?",
        "Hvem var fraværende, da svømmehallen blev behandlet?",
        "Who was present when the swimming pool was discussed?",
    ],
)
def test_who_was_at_another_meeting_is_no_answer(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "Helle Munk" not in reply.text


def test_who_was_there_for_a_matter_is_told_of_its_meeting(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem var til stede, da skolebuffeten blev behandlet?")
    assert "punkt 2 · Skolebuffet" in reply.text
    assert "- Helle Munk (formand)" in reply.text
    assert "Rasmus Dahl: punkt 2, Skolebuffet" in reply.text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hvem er formand for BUR?", "Helle Munk"),
        ("Who is the chair of BUR?", "Helle Munk"),
        ("Hvem er næstformand for BUR?", "Rasmus Dahl"),
        ("Who is deputy chair of BUR?", "Rasmus Dahl"),
    ],
)
def test_an_office_is_told_by_the_newest_paper_that_names_who_holds_it(
    assistant: Assistant, text: str, name: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.PEOPLE
    named = next(line for line in reply.text.splitlines() if line.startswith("- "))
    assert named.startswith(f"- {name} (")


@pytest.mark.parametrize("text", ["Hvem er borgmester?", "Hvem er kasserer i BUR?"])
def test_an_office_that_no_paper_names_is_given_to_nobody(assistant: Assistant, text: str) -> None:
    assert ask(assistant, text).kind is ReplyKind.NOT_FOUND


def test_the_office_of_another_body_is_not_that_of_this_one(assistant: Assistant) -> None:
    assert "Yrsa Lind" not in ask(assistant, "Hvem er formand for BUR?").text
    assert ask(assistant, "Hvem er formand for Havnerådet?").kind is ReplyKind.NOT_IN_ARCHIVE


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Deltog Tine Skov i BUR's møde i september 2022?", "**Deltagere**"),
        ("Deltog Lone Friis i BUR's møde i september 2022?", "**Afbud**"),
        ("Did Lone Friis attend BUR's meeting in September 2022?", "**Apologies**"),
        ("Did Lone Friis attend BUR's meeting in November 2022?", "**Present**"),
    ],
)
def test_whether_somebody_came_is_told_of_that_person_alone(
    assistant: Assistant, text: str, heading: str
) -> None:
    reply = ask(assistant, text)
    assert heading in reply.text
    assert "Helle Munk" not in reply.text


def test_minutes_that_name_no_apologies_are_said_to_name_none(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem havde meldt afbud til BUR's møde i november 2022?")
    assert reply.kind is ReplyKind.PEOPLE
    assert "nævner ingen afbud" in reply.text
    assert "Lone Friis" not in reply.text
