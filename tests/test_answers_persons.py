"""Whether one person was at a meeting, took part in an item, and how that person voted."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.replies import Reply, ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "havn/2022-03-02.txt": """\
Referat af møde i Havneudvalget den 2. marts 2022 kl. 9.00

Medlemmer: Ib Krog (formand, A), Maja Dam (V), Lis Toft (B), Ole Ravn (C), Per Juul (F)
Fraværende: Maja Dam (V), Lis Toft (B) fra kl. 10.30 (pkt. 3-4)

1. Ny kran

Indstilling
Forvaltningen indstiller, at kranen købes.

Beslutning
Godkendt. Per Juul stemte imod, fordi kranen er for dyr.

2. Vandskiklubben

Beslutning
Godkendt. Ole Ravn var inhabil og deltog ikke i behandlingen.

3. Fyrtårnets maling

Beslutning
Udsat.

4. Lukket: Lejesag om kiosken

Beslutning
Lejemålet opsiges.
""",
    "havn/2022-05-04.txt": """\
Referat af møde i Havneudvalget den 4. maj 2022 kl. 9.00

Til stede: Ib Krog (formand), Maja Dam (V), Lis Toft (B), Per Juul (F)
Ikke mødt: Ole Ravn (C)
I stedet for Ole Ravn mødte Ane Lund (C).

1. Fyrtårnets maling

Beslutning
Godkendt.

2. Slæbestedet

Beslutning
Drøftet. Lis Toft forlod mødet kl. 10.15.

3. Bådpladser til leje

Beslutning
Godkendt.
""",
    "museum/2022-05-04.txt": """\
Referat af møde i Museumsrådet den 4. maj 2022 kl. 15.00

Til stede:
Yrsa Friis (formand)
Bo Hald
Tina Vang, fra kl. 15.40

Afbud fra:
Kaj Bruun

1. Udstilling om skibe

Beslutning
Godkendt.
""",
    "museum/2022-09-07.md": """\
UDKAST – ikke godkendt

# Referat af møde i Museumsrådet den 7. september 2022

**Deltagere:** Yrsa Friis (formand), Tina Vang

**Fraværende uden afbud:** Bo Hald

## 1. Ny billet

Beslutning: Godkendt.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("persons"), PAPERS) as assistant:
        yield assistant


def told(assistant: Assistant, text: str) -> Reply:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.PEOPLE, reply.text
    return reply


@pytest.mark.parametrize(
    ("text", "word", "heading", "quote"),
    [
        ("Var Maja Dam til stede på Havneudvalgets møde den 2. marts 2022?", "Nej.",
         "Fraværende", "Fraværende: Maja Dam (V)"),
        ("Deltog Maja Dam i mødet den 2. marts 2022?", "Nej.", "Fraværende",
         "Fraværende: Maja Dam (V)"),
        ("Var Maja Dam med den 2. marts 2022?", "Nej.", "Fraværende", "Fraværende: Maja Dam (V)"),
        ("Was Maja Dam present on 2 March 2022?", "No.", "Absent",
         "Fraværende: Maja Dam (V)"),
        ("Did Maja Dam attend the meeting of 2 March 2022?", "No.", "Absent",
         "Fraværende: Maja Dam (V)"),
        ("Var Ole Ravn til stede den 4. maj 2022?", "Nej.", "Fraværende (“Ikke mødt”)",
         "Ikke mødt: Ole Ravn (C)"),
        ("Was Ole Ravn present on 4 May 2022?", "No.", "Absent (“Ikke mødt”)",
         "Ikke mødt: Ole Ravn (C)"),
        ("Var Kaj Bruun til stede den 4. maj 2022?", "Nej.", "Afbud", "Kaj Bruun"),
        ("Var Bo Hald til stede den 7. september 2022?", "Nej.",
         "Fraværende (“Fraværende uden afbud”)", "Fraværende uden afbud:** Bo Hald"),
        ("Var Ib Krog til stede på Havneudvalgets møde den 2. marts 2022?", "Ja.", "Deltagere",
         None),
        ("Var Bo Hald til stede den 4. maj 2022?", "Ja.", "Deltagere", None),
        ("Did Ane Lund attend the meeting on 4 May 2022?", "Yes.", "Present", None),
    ],
)  # fmt: skip
def test_yes_or_no_follows_what_the_minutes_say_and_not_the_question(
    assistant: Assistant, text: str, word: str, heading: str, quote: str | None
) -> None:
    reply = told(assistant, text)
    assert reply.text.split("\n\n")[1].startswith(word)
    assert f"**{heading}**" in reply.text
    assert quote is None or quote.split(":** ")[-1] in quotes(reply)[0]
    present = "**Deltagere**" in reply.text or "**Present**" in reply.text
    assert present is (word in {"Ja.", "Yes."})


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Var Maja Dam fraværende på Havneudvalgets møde den 2. marts 2022?", "Ja."),
        ("Var Ib Krog fraværende på Havneudvalgets møde den 2. marts 2022?", "Nej."),
        ("Meldte Kaj Bruun afbud til Museumsrådets møde den 4. maj 2022?", "Ja."),
        ("Was Ole Ravn absent on 4 May 2022?", "Yes."),
        ("Did Ole Ravn miss the meeting of 4 May 2022?", "Yes."),
    ],
)
def test_yes_to_a_question_on_absence_says_that_somebody_was_away(
    assistant: Assistant, text: str, word: str
) -> None:
    assert told(assistant, text).text.split("\n\n")[1].startswith(word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Var Lis Toft til stede den 2. marts 2022?", "Delvist."),
        ("Was Lis Toft present on 2 March 2022?", "Partly."),
        ("Deltog Tina Vang i Museumsrådets møde den 4. maj 2022?", "Delvist."),
        ("Var Lis Toft med den 4. maj 2022?", "Delvist."),
    ],
)
def test_a_part_of_the_meeting_is_neither_yes_nor_no(
    assistant: Assistant, text: str, word: str
) -> None:
    reply = told(assistant, text)
    assert reply.text.split("\n\n")[1].startswith(word)
    assert "kl. 1" in quotes(reply)[0]


@pytest.mark.parametrize(
    ("text", "word", "quote"),
    [
        ("Var Lis Toft til stede, da fyrtårnets maling blev udsat i marts 2022?", "Nej.",
         "fra kl. 10.30 (pkt. 3-4)"),
        ("Deltog Ole Ravn i behandlingen af vandskiklubben?", "Nej.", "inhabil"),
        ("Did Ole Ravn take part in the item on vandskiklubben?", "No.", "inhabil"),
        ("Var Maja Dam med, da den nye kran blev vedtaget?", "Nej.", "Fraværende: Maja Dam"),
        ("Var Ib Krog til stede, da den nye kran blev købt?", "Ja.", "Ib Krog"),
        ("Var Lis Toft med, da den nye kran blev vedtaget?", "Ja.", "fra kl. 10.30"),
        ("Var Lis Toft med, da bådpladserne blev behandlet?", "Nej.", "forlod mødet kl. 10.15"),
        ("Var Tina Vang til stede, da udstillingen om skibe blev behandlet?", "Efter",
         "fra kl. 15.40"),
        ("Var Maja Dam til stede ved punkt 2 den 2. marts 2022?", "Nej.", "Fraværende: Maja Dam"),
        ("Var Lis Toft til stede, da lejesagen om kiosken blev behandlet?", "Efter",
         "fra kl. 10.30 (pkt. 3-4)"),
    ],
)  # fmt: skip
def test_who_took_part_in_an_item_is_told_of_that_item(
    assistant: Assistant, text: str, word: str, quote: str
) -> None:
    reply = told(assistant, text)
    assert reply.text.split("\n\n")[1].startswith(word)
    assert any(quote in one for one in quotes(reply))


@pytest.mark.parametrize(
    "text",
    [
        "Var Ib Krog til stede, da svømmehallen blev behandlet?",
        "Deltog Ib Krog i behandlingen af skolebuffeten?",
        "Did Ib Krog take part in the item on the swimming pool?",
        "Hvad stemte Ib Krog om svømmehallen?",
    ],
)
def test_a_matter_that_was_never_treated_is_not_answered_by_another_meeting(
    assistant: Assistant, text: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "Deltagere**" not in reply.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Var Ida Ukendt til stede på Havneudvalgets møde den 2. marts 2022?", "nævner ikke"),
        ("Var Yrsa Friis med, da den nye kran blev vedtaget?", "nævner ikke"),
        ("Was Ida Ukendt present at Havneudvalget's meeting on 2 March 2022?", "neither"),
    ],
)
def test_whom_the_minutes_do_not_name_is_said_to_be_not_named(
    assistant: Assistant, text: str, said: str
) -> None:
    reply = told(assistant, text)
    assert said in reply.text
    assert "Ib Krog" not in reply.text


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Hvad stemte Per Juul om den nye kran?", "Per Juul stemte imod"),
        ("Stemte Per Juul imod kranen?", "Per Juul stemte imod"),
        ("How did Per Juul vote on the new kran?", "Per Juul stemte imod"),
        ("Hvad stemte Maja Dam om den nye kran?", "Fraværende: Maja Dam"),
        ("Hvad stemte Ole Ravn om vandskiklubben?", "inhabil"),
    ],
)
def test_a_vote_is_what_the_minutes_record_of_it(
    assistant: Assistant, text: str, quote: str
) -> None:
    reply = told(assistant, text)
    assert quote in quotes(reply)[0]
    assert reply.decisions


def test_a_vote_that_no_minutes_record_is_said_to_be_unknown(assistant: Assistant) -> None:
    reply = told(assistant, "Hvad stemte Ib Krog om den nye kran?")
    assert "nævner ikke, hvad Ib Krog stemte" in reply.text
    assert reply.decisions[0].item.title == "Ny kran"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Var Juul til stede, da den nye kran blev vedtaget?", "Ja."),
        ("Deltog Ravn i behandlingen af vandskiklubben?", "Nej."),
        ("Forlod Lis Toft mødet den 4. maj 2022?", "Efter"),
        ("Har Kaj Bruun meldt afbud?", "Ja."),
    ],
)
def test_a_surname_and_a_question_on_leaving_are_understood(
    assistant: Assistant, text: str, word: str
) -> None:
    assert told(assistant, text).text.split("\n\n")[1].startswith(word)


def test_several_meetings_are_told_one_by_one_without_a_yes(assistant: Assistant) -> None:
    text = told(assistant, "Var Maja Dam til stede på Havneudvalgets møder i 2022?").text
    assert "2. marts 2022" in text
    assert "4. maj 2022" in text
    assert not re.search(r"\b(?:Ja|Nej|Delvist)\.", text)


def test_a_year_may_be_a_word_of_the_matter(assistant: Assistant) -> None:
    reply = told(assistant, "Hvad stemte Per Juul om ny kran 2021?")
    assert "2. marts 2022" in reply.text
    assert ask(assistant, "Hvad stemte Per Juul om den nye kran i 2021?").kind in {
        ReplyKind.NOT_FOUND, ReplyKind.NOT_IN_ARCHIVE
    }  # fmt: skip


def test_a_party_is_no_person(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad stemte Venstre om den nye kran?")
    assert reply.kind is not ReplyKind.PEOPLE


@pytest.mark.parametrize(
    "text",
    [
        "Hvem var stedfortræder for Ole Ravn?",
        "Hvem mødte i stedet for Ole Ravn?",
        "Who stood in for Ole Ravn?",
        "Hvem mødte som suppleant i Havneudvalget den 4. maj 2022?",
    ],
)
def test_who_came_instead_is_told_by_the_line_that_says_so(assistant: Assistant, text: str) -> None:
    reply = told(assistant, text)
    assert quotes(reply) == ["I stedet for Ole Ravn mødte Ane Lund (C)."]


@pytest.mark.parametrize("name", ["Kaj Bruun", "Maja Dam"])
def test_nobody_is_named_as_a_stand_in_of_whom_none_is_told(
    assistant: Assistant, name: str
) -> None:
    assert ask(assistant, f"Hvem var stedfortræder for {name}?").kind is ReplyKind.NOT_FOUND


@pytest.mark.parametrize(
    "text",
    [
        "Var Bo Hald til stede den 7. september 2022?",
        "Hvem deltog i Museumsrådets møde den 7. september 2022?",
        "Hvem var fraværende den 7. september 2022?",
        "Introducer mig til Museumsrådet",
    ],
)
def test_a_draft_is_warned_of_where_it_tells_who_was_there(assistant: Assistant, text: str) -> None:
    assert any("udkast" in warning for warning in ask(assistant, text, date(2022, 12, 1)).warnings)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Var Maja Dam til mødet i marts?", "Nej."),
        ("Var Bo Hald fraværende i september?", "Ja."),
        ("Was Yrsa Friis present in May?", "Yes."),
    ],
)
def test_a_month_without_a_year_is_one_in_which_the_person_is_named(
    assistant: Assistant, text: str, word: str
) -> None:
    assert word in told(assistant, text).text
