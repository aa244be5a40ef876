"""An item without a decision shows its text; closing lines and bare formulas say nothing."""

from collections.abc import Iterator

import pytest

from bot.answers.sentences.closing_lines import asks_of_meetings, closes
from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

LONG = " ".join(
    f"Ved post {n} fandt spejderne {n} nye myretuer, som skal have hver sin pæl og et skilt."
    for n in range(2, 14)
)
LAST = "Gruppen regner med at sætte pælene i uge 41. Ulla Krat køber skiltene."
PAPERS = {
    "gruppe.txt": f"""\
Referat af møde i Naturudvalget
den 6. september 2022 kl. 19.00

Til stede: Ulla Krat (formand), Ebbe Due

1. Slåning af engen
Engen blev slået i august. Høet ligger endnu i stakke ved gærdet.

2. Myretuer
{LONG} {LAST}

3. Vandhullet

Sagsfremstilling
Vandhullet er 140 cm dybt og har 12 slags guldsmede.

Indstilling
Det indstilles, at vandhullet renses for dunhammer i oktober.

Beslutning
Godkendt.

4. Fuglekasser

Sagsfremstilling
Der hænger 31 fuglekasser langs gærdet.

Beslutning
Udvalget købte 9 kasser mere til 150 kr. pr. stk.

5. Vandring
Vandringen går rundt om mosen. Ebbe Due tager kaffe med.
Næste møde er tirsdag den 4. oktober 2022 kl. 19.00 i hytten.
Mødet sluttede kl. 21.15.
""",
    "dagsorden.txt": """\
Dagsorden for møde i Naturudvalget
den 4. juli 2023 kl. 19.00

1. Hegn om kogræsserne
Hegnet er knækket to steder. Smeden kan komme i november.

2. Valg af kasserer
Kassereren er på valg.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("undecided"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Hvad besluttede Naturudvalget om slåning af engen?", "**Under punktet står**"),
        ("What did Naturudvalget decide on slåning af engen?", "**The item says**"),
    ],
)
def test_an_item_without_a_decision_shows_what_stands_in_it(
    assistant: Assistant, text: str, heading: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_DECIDED
    assert heading in reply.text
    assert any(quote.endswith("Høet ligger endnu i stakke ved gærdet.") for quote in quotes(reply))


def test_of_a_long_one_it_shows_the_end(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Naturudvalget om myretuer?")
    assert "**Punktet slutter**" in reply.text
    assert LAST in quotes(reply)
    assert not any("Ved post 2 " in quote for quote in quotes(reply))


def test_the_last_item_is_told_without_the_lines_that_end_the_meeting(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Naturudvalget om vandringen?")
    assert any(quote.endswith("Ebbe Due tager kaffe med.") for quote in quotes(reply))
    assert "4. oktober" not in reply.text
    assert "21.15" not in reply.text


def test_of_an_agenda_nothing_is_shown_as_if_it_had_been_said(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Naturudvalget om hegnet om kogræsserne?")
    assert reply.kind is ReplyKind.NOT_DECIDED
    assert "Under punktet står" not in reply.text
    assert not any("Smeden" in quote for quote in quotes(reply))


def test_a_bare_approval_below_a_fact_comes_with_what_was_recommended(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvor dybt er vandhullet?")
    assert "140 cm" in quotes(reply)[0]
    (line,) = [line for line in reply.text.splitlines() if line.startswith("- ")]
    assert "Godkendt" in line
    assert "renses for dunhammer" in line


def test_a_decision_that_says_what_it_does_stands_alone(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvor mange fuglekasser hænger der langs gærdet?")
    assert "31 fuglekasser" in quotes(reply)[0]
    assert "dunhammer" not in reply.text


@pytest.mark.parametrize(
    "text", ["Hvornår går vandringen om mosen?", "Hvor holdes vandringen om mosen?"]
)
def test_when_the_next_meeting_is_answers_nothing_else(assistant: Assistant, text: str) -> None:
    assert not any("Næste møde" in quote for quote in quotes(ask(assistant, text)))


@pytest.mark.parametrize(
    "words",
    [
        "Næste møde er den 4. oktober.",
        "Næste ordinære møde: 4/10 kl. 19",
        "Kommende møder: 4/10, 6/11.",
        "Mødet sluttede kl. 21.15.",
        "Mødet hævet.",
        "The next meeting is on 4 October.",
        "Meeting closed at 9 pm.",
    ],
)
def test_such_lines_close_a_meeting(words: str) -> None:
    assert closes(words)


@pytest.mark.parametrize(
    "words",
    [
        "Udvalget tager det op på næste møde.",
        "Mødet drøftede hegnet.",
        "Mødet med smeden gav intet.",
        "Next year the fence comes down.",
    ],
)
def test_what_only_speaks_of_a_meeting_does_not(words: str) -> None:
    assert not closes(words)


def test_who_asks_of_meetings_may_be_answered_by_them() -> None:
    assert asks_of_meetings("Hvornår mødes udvalget igen?")
    assert asks_of_meetings("When does the committee meet?")
    assert not asks_of_meetings("Hvornår går vandringen?")
