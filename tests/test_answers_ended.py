"""Questions that say how a matter ended, on archives where it did and where it did not."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.questions.patterns import first
from index.danish.folding import fold
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "havn/2021-05-04.txt": """\
Referat af møde i Havnerådet den 4. maj 2021 kl. 16.00

Til stede: Inga Rask (formand), Bent Sommer

1. Flydedok ved Østmolen

Indstilling
Havnechefen indstiller, at der købes en flydedok.

Beslutning
Udsat, da prisen for fortøjning mangler.

2. Badebro for gæstesejlere

Indstilling
Havnechefen indstiller, at der anlægges en badebro.

Beslutning
Afvist, da vandet er for snavset.

3. Ny kran

Indstilling
Havnechefen indstiller, at der lejes en kran.

Beslutning
Godkendt.
""",
    "havn/2021-09-07.txt": """\
Referat af møde i Havnerådet den 7. september 2021 kl. 16.00

Til stede: Inga Rask (formand), Bent Sommer

1. Flydedok ved Østmolen - genoptaget

Indstilling
Havnechefen indstiller, at der købes en flydedok for 3 mio. kr.

Beslutning
Godkendt.

2. Badebro for gæstesejlere - ny ansøgning

Indstilling
Havnechefen indstiller, at der anlægges en badebro ved Nordmolen.

Beslutning
Godkendt.
""",
}


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("ended"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvorfor blev flydedokken udsat?", "prisen for fortøjning mangler"),
        ("Hvornår blev flydedokken udsat?", "prisen for fortøjning mangler"),
        ("flydedok udsat", "prisen for fortøjning mangler"),
        ("flydedok udsat hvorfor", "prisen for fortøjning mangler"),
        ("Why was the flydedok put off?", "prisen for fortøjning mangler"),
        ("Hvorfor sagde Havnerådet nej til badebroen?", "vandet er for snavset"),
        ("Blev badebroen afvist?", "vandet er for snavset"),
        ("Why was the badebro turned down?", "vandet er for snavset"),
    ],
)
def test_the_meeting_is_told_at_which_a_matter_ended_so(
    harbour: Assistant, question: str, told: str
) -> None:
    reply = ask(harbour, question)
    assert told in quotes(reply)[0]
    assert "7. september 2021" in reply.text or "7 September 2021" in reply.text
    assert not reply.warnings


@pytest.mark.parametrize(
    "question",
    [
        "Hvad skete der med flydedokken, efter at den blev udsat?",
        "Er flydedokken stadig udsat?",
        "What was decided on the flydedok after it was put off?",
    ],
)
def test_what_came_after_is_told_where_that_is_asked(harbour: Assistant, question: str) -> None:
    assert quotes(ask(harbour, question))[0] == "Godkendt."


@pytest.mark.parametrize(
    ("question", "warning"),
    [
        ("Hvorfor blev kranen afvist?", "ikke fundet, at sagen blev afvist"),
        ("Hvornår blev kranen udsat?", "ikke fundet, at sagen blev udsat"),
        ("Why was the new kran turned down?", "not found that the matter was rejected"),
        ("Hvorfor blev flydedokken afvist?", "ikke fundet, at sagen blev afvist"),
    ],
)
def test_an_end_that_no_paper_tells_is_not_let_stand(
    harbour: Assistant, question: str, warning: str
) -> None:
    reply = ask(harbour, question)
    assert [warning in said for said in reply.warnings] == [True]


def test_what_ended_so_is_no_other_matter_for_that(harbour: Assistant) -> None:
    assert "Badebro" not in ask(harbour, "Hvorfor blev kranen afvist?").text.split("**")[1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hvem udskød sagen om taget?", "put_off"),
        ("Hvornår blev forslaget sendt helt tilbage?", "put_off"),
        ("Did the board withdraw the plan?", "put_off"),
        ("When was the plan withdrawn?", "put_off"),
        ("hvorfor fik klubben nej", "rejected"),
        ("Why did they vote down the bridge?", "rejected"),
        ("Hvilke sager blev udsat?", None),
        ("Hvad blev besluttet, da sagen blev udsat?", None),
        ("Hvorfor blev sagen ikke afvist?", None),
        ("Hvornår kom taget igen, efter at det blev udsat?", None),
        ("Which items were rejected?", None),
    ],
)
def test_only_the_clause_of_the_question_says_how_a_matter_ended(
    text: str, said: str | None
) -> None:
    assert first("ended_so", fold(text)) == said
