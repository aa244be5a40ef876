"""What comes closest in a thread's matter is told, with what it does not name; else asked back."""

from collections.abc import Iterator

import pytest

from bot.answers.rates.long_names import lone_abbreviation
from bot.assistant import Assistant
from bot.replies import Reply, ReplyKind
from bot.threads.closest import counts
from tests.asked_papers import ask, assistant_on, quotes
from tests.test_answers_timing import question
from tests.test_conversation import talk

FIRST_MEETING = """\
Referat af møde i Bådudvalget (BÅU)
den 3. marts 2021 kl. 16.00
Godkendt referat

Til stede: Rigmor Sand (formand), Ejnar Vig
Afbud: Tove Lund

1. Sejlerskole for Børn (SEB)
Sagsnr. 21/4001

Sagsfremstilling
Foreningen Vinden har ansøgt om tilskud til skolen. Skolen får 24 elever. Tre både er lovet udlånt.
Udgiften er 88.000 kr. og deles mellem kommunen og havnen.

Indstilling
Forvaltningen indstiller, at skolen oprettes.

Beslutning
Godkendt.

2. Slæbestedet (udsat den 2. februar 2020)

Indstilling
Forvaltningen indstiller, at slæbestedet lukkes.

Beslutning
Ikke godkendt. Jens Havbo sætter skilte op.

3. Lukket punkt: Leje af bådhus

Beslutning
Lejen blev sat til 71.000 kr.
"""
SECOND_MEETING = """\
Referat af møde i Bådudvalget (BÅU)
den 6. oktober 2021 kl. 16.00
Godkendt referat

Til stede: Ejnar Vig (formand), Tove Lund
Afbud: Rigmor Sand

1. Sejlerskole for Børn (SEB), status
Sagsnr. 21/4001

Sagsfremstilling
19 elever er begyndt. Skolen åbnede den 1. maj 2021.

Indstilling
Forvaltningen indstiller, at status tages til efterretning.

Beslutning
Taget til efterretning.
"""
COUNCIL = """\
Referat af møde i Havnerådet (HVR)
den 10. februar 2021 kl. 9.00
Godkendt referat

Til stede: Ole Bro (formand)

1. Sejlerskole for Børn (SEB)
Sagsnr. 21/4001

Indstilling
Havnechefen indstiller, at rådet udtaler sig.

Beslutning
HVR anbefaler over for Bådudvalget, at skolen oprettes.
"""
RULES = """\
Kommissorium for Bådudvalget (BÅU)
Godkendt den 5. januar 2020

1. Medlemmer
Udvalget har seks medlemmer.

2. Klager
En afgørelse kan påklages til havnechefen inden fire uger.
"""
PAPERS = {
    "baau/2021-03.txt": FIRST_MEETING,
    "baau/2021-10.txt": SECOND_MEETING,
    "hvr/2021-02.txt": COUNCIL,
    "baau/kommissorium.txt": RULES,
}
DA = "Hvad besluttede BÅU om sejlerskolen den 3. marts 2021?"
EN = "What did BÅU decide on the Sejlerskole on 3 March 2021?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("closest"), PAPERS) as assistant:
        yield assistant


def last(assistant: Assistant, *said: str) -> Reply:
    return talk(assistant, *said)[-1]


@pytest.mark.parametrize(
    ("first", "said", "told"),
    [
        (DA, "hvor meget ville de bruge?", "88.000"),
        (EN, "how much had they hoped for?", "88.000"),
        (DA, "hvem skulle betale?", "deles mellem kommunen og havnen"),
        (EN, "who pays?", "deles mellem kommunen og havnen"),
    ],
)
def test_the_sentence_of_the_sort_is_told_where_few_are_of_it(
    assistant: Assistant, first: str, said: str, told: str
) -> None:
    reply = last(assistant, first, said)
    assert reply.kind is ReplyKind.FACT
    assert told in " ".join(quotes(reply))


def test_what_the_sentence_does_not_name_is_said(assistant: Assistant) -> None:
    reply = last(assistant, EN, "how much had they hoped for?")
    assert any("hoped" in warning for warning in reply.warnings)


@pytest.mark.parametrize("said", ["hvornår lukkede den?", "when did it close?"])
def test_a_day_of_something_else_is_not_told(assistant: Assistant, said: str) -> None:
    assert last(assistant, DA, said).asks_back


@pytest.mark.parametrize("said", ["hvor mange lærere er der?", "how many teachers are there?"])
def test_a_count_of_another_thing_is_not_told(assistant: Assistant, said: str) -> None:
    assert not last(assistant, DA, said).kind.asserts


def test_what_has_become_of_it_stands_in_the_newest_paper(assistant: Assistant) -> None:
    reply = last(assistant, DA, "hvor mange elever er begyndt?")
    assert "19 elever" in quotes(reply)[0]


def test_the_rules_of_the_committee_tell_what_the_matter_does_not(assistant: Assistant) -> None:
    replies = talk(assistant, DA, "kan man klage?", "og slæbestedet?")
    assert "påklages" in quotes(replies[1])[0]
    assert replies[2].decisions[0].item.title.startswith("Slæbestedet")


@pytest.mark.parametrize("said", ["hvad anbefalede HVR?", "what did HVR recommend?"])
def test_another_committee_is_asked_of_the_same_case(assistant: Assistant, said: str) -> None:
    reply = last(assistant, DA, said)
    assert "HVR anbefaler" in quotes(reply)[0]


@pytest.mark.parametrize("said", ["hvem ledede mødet i oktober 2021?", "hvem var der sidst?"])
def test_people_of_another_meeting_are_of_the_same_committee(
    assistant: Assistant, said: str
) -> None:
    reply = last(assistant, DA, said)
    assert "Ejnar Vig" in " ".join(quotes(reply))


@pytest.mark.parametrize("said", ["og SEB?", "and SEB?"])
def test_a_short_form_names_the_item_that_is_titled_by_it(assistant: Assistant, said: str) -> None:
    reply = last(assistant, "Hvad besluttede BÅU om slæbestedet?", "hvem sætter skilte op?", said)
    assert "Sejlerskole" in reply.citations[0].item.title if reply.citations[0].item else False


def test_the_day_of_a_title_is_not_the_time_that_is_asked_about(assistant: Assistant) -> None:
    reply = last(assistant, "Hvad besluttede BÅU om slæbestedet?", "hvem sætter skilte op?")
    assert "Jens Havbo" in quotes(reply)[0]


@pytest.mark.parametrize(
    "said",
    [
        *("vis hele punktet", "hvilket punkt var det?", "er det pr. år?"),
        *("show the whole item", "which item was that?", "is that per year?"),
    ],
)
def test_what_only_asks_for_it_again_is_told_of_the_item(assistant: Assistant, said: str) -> None:
    reply = last(assistant, DA, said)
    item = reply.citations[0].item
    assert reply.kind.asserts
    assert item is not None
    assert item.title == "Sejlerskole for Børn (SEB)"


@pytest.mark.parametrize("said", ["hvem leder projektet?", "who leads the project?"])
def test_who_leads_a_project_is_not_the_chair(assistant: Assistant, said: str) -> None:
    assert "Rigmor Sand" not in last(assistant, DA, said).text


def test_a_thread_begins_at_what_came_nearest_where_its_title_says_so(
    assistant: Assistant,
) -> None:
    first, second = talk(
        assistant, "Hvad koster en sejlerskole i kajakroning for ældre?", "hvor mange elever?"
    )
    assert first.kind is ReplyKind.NOT_FOUND
    assert "elever" in quotes(second)[0]


def test_a_thread_of_nothing_alike_is_asked_back(assistant: Assistant) -> None:
    replies = talk(assistant, "Hvad koster tandlægen i Rødby?", "hvor mange?")
    assert not replies[0].kind.asserts
    assert replies[1].asks_back


@pytest.mark.parametrize("said", ["hvor meget ville de bruge?", "hvem skulle betale?"])
def test_it_is_told_the_same_without_the_thread(assistant: Assistant, said: str) -> None:
    reply = last(assistant, DA, said)
    assert reply.understood_as is not None
    assert quotes(ask(assistant, reply.understood_as))[0] == quotes(reply)[0]


@pytest.mark.parametrize(
    ("text", "is_counted"),
    [
        ("I alt 27 nye klinikker.", True),
        ("Der kom ni høringsklinikker.", True),
        ("Klinikken har 27 ansatte.", False),
        ("Klinikken åbner den 3. maj 2021.", False),
    ],
)
def test_a_number_counts_the_thing_behind_it(text: str, is_counted: bool) -> None:
    assert counts([frozenset({"klinik"})], text) is is_counted


def test_the_year_of_an_agreement_is_no_name_beside_an_abbreviation() -> None:
    assert lone_abbreviation(question("hvad er satsen for NOPS i år 3?")) == "NOPS"
