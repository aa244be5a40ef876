"""What a follow-up names by its place in a list, its number, its title or what came before it."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes
from tests.test_conversation import talk

SPRING = """\
Referat af møde i Skovudvalget (SKU)
den 3. april 2021 kl. 15.00
Godkendt referat

Til stede: Vera Lynge (formand), Aksel Toft, Mona Rye
Afbud: Ib Holst

1. Ny bålhytte ved Sortebæk
Sagsnr. 23/5001

Sagsfremstilling
Bålhytten kan bygges i eg for 420.000 kr. Alternativet er stål, som koster 610.000 kr.

Indstilling
Forvaltningen indstiller, at bålhytten bygges i eg.

Beslutning
Udsat, fordi lodsejeren ikke er hørt.

2. Brændekløvning i område 4

Sagsfremstilling
I område 4 må der kløves 30 rummeter. I område 6 må der kløves 45 rummeter.

Indstilling
Forvaltningen indstiller, at mængderne gælder fra den 1. maj 2021.

Beslutning
Godkendt. Mona Rye ville hellere have set en lavere mængde.

3. Shelterplads ved område 6

Sagsfremstilling
Shelterpladsen får plads til 12 personer.

Indstilling
Forvaltningen indstiller, at pladsen etableres.

Beslutning
Godkendt. Aksel Toft stemte imod, fordi vejen derud er for dårlig.
"""
AUTUMN = """\
Referat af møde i Skovudvalget (SKU)
den 2. oktober 2021 kl. 15.00
Godkendt referat

Til stede: Ib Holst (formand), Aksel Toft
Afbud: Mona Rye

1. Ny bålhytte ved Sortebæk
Sagsnr. 23/5001

Sagsfremstilling
Lodsejeren er hørt og har ingen bemærkninger. Bålhytten tages i brug i juni 2022.

Indstilling
Forvaltningen indstiller, at bålhytten bygges i eg.

Beslutning
Godkendt. Aksel Toft stemte imod, da han foretrækker stål.

2. Driftsplan for skovene

Sagsfremstilling
Planen omfatter rydning af stier, 2.000 nye bøge og en bænk ved hver indgang.

Indstilling
Forvaltningen indstiller, at driftsplanen godkendes.

Beslutning
Godkendt.

3. Budget for 2022

Sagsfremstilling
Der mangler 75.000 kr., fordi driftsplanen først kan betales i 2022.

Indstilling
Forvaltningen indstiller, at budgettet godkendes.

Beslutning
Taget til efterretning.
"""
TERMS = """\
Kommissorium for Stigruppen
den 5. januar 2021

Formål
Stigruppen skal foreslå nye vandrestier.

Sammensætning
Gruppen består af Mona Rye, to skovløbere og en lærer fra Brogårdskolen.
"""
PAPERS = {"sku-1.txt": SPRING, "sku-2.txt": AUTUMN, "stigruppen.txt": TERMS}
AGENDA = "Hvilke sager behandlede SKU den 3. april 2021?"
HUT = "Hvad besluttede SKU om bålhytten ved Sortebæk i april 2021?"
WOOD = "Hvor mange rummeter må der kløves i område 4?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("named"), PAPERS) as assistant:
        yield assistant


def item_of(assistant: Assistant, *said: str) -> str | None:
    """Return the title of the item that the last reply of a thread rests on first."""
    citations = talk(assistant, *said)[-1].citations
    return citations[0].item.title if citations and citations[0].item else None


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("og den anden?", "Brændekløvning i område 4"),
        ("fortæl om den sidste", "Shelterplads ved område 6"),
        ("hvad blev der besluttet om nummer 3?", "Shelterplads ved område 6"),
        ("tell me about the first one", "Ny bålhytte ved Sortebæk"),
    ],
)
def test_an_item_is_named_by_its_place_in_the_list(
    assistant: Assistant, said: str, title: str
) -> None:
    assert item_of(assistant, AGENDA, said) == title


def test_the_list_is_still_there_when_one_of_it_was_told(assistant: Assistant) -> None:
    assert item_of(assistant, AGENDA, "og den første?", "og den tredje?") == (
        "Shelterplads ved område 6"
    )


def test_where_nothing_was_listed_the_second_is_no_item(assistant: Assistant) -> None:
    assert talk(assistant, HUT, "og den anden?")[-1].kind is ReplyKind.NOT_FOUND


@pytest.mark.parametrize("said", ["og i område 6?", "hvad med område 6?"])
def test_another_number_of_a_thing_is_no_item_titled_so(assistant: Assistant, said: str) -> None:
    reply = talk(assistant, WOOD, said)[-1]
    assert "45 rummeter" in reply.citations[0].quote


@pytest.mark.parametrize("said", ["blev det ikke udsat en gang?", "was it postponed?"])
def test_what_was_put_off_once_was_so_though_it_was_adopted_since(
    assistant: Assistant, said: str
) -> None:
    reply = talk(assistant, "Hvad besluttede SKU om bålhytten i oktober 2021?", said)[-1]
    assert quotes(reply)[0].startswith("Udsat")


def test_whether_it_is_adopted_is_asked_of_the_item_that_was_spoken_of(
    assistant: Assistant,
) -> None:
    reply = talk(assistant, "Hvad besluttede SKU om bålhytten i oktober 2021?", "er det godkendt?")[
        -1
    ]
    assert quotes(reply)[0].startswith("Godkendt")


def test_why_somebody_voted_so_is_asked_of_the_item_that_was_spoken_of(
    assistant: Assistant,
) -> None:
    first = "Hvad besluttede SKU om shelterpladsen?"
    reply = talk(assistant, first, "hvorfor stemte Aksel Toft imod?")[-1]
    assert "vejen derud er for dårlig" in " ".join(quotes(reply))


@pytest.mark.parametrize("said", ["hvad er der så sket siden?", "what has happened since?"])
def test_what_has_happened_since_is_asked_of_the_matter(assistant: Assistant, said: str) -> None:
    reply = talk(assistant, HUT, said)[-1]
    assert reply.kind is not ReplyKind.CHANGES
    assert str(reply.citations[0].document.date) == "2021-10-02"


@pytest.mark.parametrize(
    "said", ["hvad var alternativet?", "what was the other option?", "var der andre muligheder?"]
)
def test_what_else_was_proposed_is_told_by_the_sentence_that_says_so(
    assistant: Assistant, said: str
) -> None:
    assert "610.000" in " ".join(quotes(talk(assistant, HUT, said)[-1]))


def test_where_nothing_else_was_proposed_it_is_asked_back(assistant: Assistant) -> None:
    first = "Hvad besluttede SKU om shelterpladsen?"
    assert talk(assistant, first, "var der andre muligheder?")[-1].asks_back


def test_what_a_plan_is_about_is_told_by_the_item_titled_so(assistant: Assistant) -> None:
    alone = ask(assistant, "Hvad går driftsplanen ud på?")
    below = talk(
        assistant, "Hvad besluttede SKU om budgettet for 2022?", "hvad går driftsplanen ud på?"
    )[-1]
    for reply in (alone, below):
        assert "omfatter rydning" in reply.citations[0].quote


def test_a_thing_split_off_ahead_is_asked_of_where_it_stands(assistant: Assistant) -> None:
    said = "og bålhytten, hvornår tages den i brug?"
    assert "juni 2022" in " ".join(quotes(talk(assistant, AGENDA, "og den tredje?", said)[-1]))


@pytest.mark.parametrize("said", ["hvornår trådte det i kraft?", "when did it take effect?"])
def test_from_when_something_applies_is_told_by_the_day_it_starts(
    assistant: Assistant, said: str
) -> None:
    first = "Hvad besluttede SKU om brændekløvning i område 4?"
    assert "1. maj 2021" in " ".join(quotes(talk(assistant, first, said)[-1]))


@pytest.mark.parametrize(
    "said", ["var alle enige?", "var det enstemmigt?", "was it unanimous?", "did everyone agree?"]
)
def test_unanimity_is_denied_by_who_was_against(assistant: Assistant, said: str) -> None:
    for first, name in (
        ("Hvad besluttede SKU om shelterpladsen?", "Aksel Toft"),
        ("Hvad besluttede SKU om brændekløvning?", "Mona Rye"),
    ):
        reply = talk(assistant, first, said)[-1]
        assert reply.kind is ReplyKind.PEOPLE
        assert name in reply.citations[0].quote


@pytest.mark.parametrize("said", ["var alle med?", "was anyone missing?", "var alle mødt op?"])
def test_whether_all_were_there_is_told_by_who_was_not(assistant: Assistant, said: str) -> None:
    reply = talk(assistant, HUT, said)[-1]
    assert reply.kind is ReplyKind.PEOPLE
    assert "Ib Holst" in reply.text


@pytest.mark.parametrize("said", ["hvem var det før ham?", "who was it before him?"])
def test_who_held_an_office_before_is_told_by_older_papers(assistant: Assistant, said: str) -> None:
    replies = talk(assistant, "Hvem er formand for SKU?", said, "og før hende?")
    assert "Ib Holst" in replies[0].text
    assert "Vera Lynge" in replies[1].text
    assert replies[2].asks_back


def test_who_sits_on_a_body_that_never_met_is_told_by_its_terms(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem sidder i Stigruppen?")
    assert reply.kind is ReplyKind.PEOPLE
    assert "en lærer fra Brogårdskolen" in reply.citations[0].quote


def test_a_formula_is_no_reason(assistant: Assistant) -> None:
    reply = talk(assistant, "Hvad besluttede SKU om driftsplanen?", "hvorfor?")[-1]
    assert "Godkendt." not in quotes(reply)[:1]


def test_what_is_proposed_may_be_asked_as_what_was_up(assistant: Assistant) -> None:
    reply = talk(assistant, HUT, "hvad var der lagt op til?")[-1]
    assert "at bålhytten bygges i eg" in " ".join(quotes(reply))


@pytest.mark.parametrize("said", ["hvem manglede sidst?", "who was absent last time?"])
def test_last_time_is_of_the_committee_that_was_spoken_of(assistant: Assistant, said: str) -> None:
    reply = talk(assistant, HUT, said)[-1]
    assert reply.kind is ReplyKind.PEOPLE
    assert str(reply.citations[0].document.date) == "2021-10-02"


def test_a_bare_why_is_told_by_the_sentence_that_gives_a_reason(assistant: Assistant) -> None:
    first = "Hvad besluttede SKU om budgettet for 2022?"
    assert "fordi driftsplanen" in " ".join(quotes(talk(assistant, first, "hvorfor ikke 90?")[-1]))


@pytest.mark.parametrize("said", ["hvem vandt?", "who resigned?"])
def test_who_is_named_is_not_said_to_have_done_what_nobody_did(
    assistant: Assistant, said: str
) -> None:
    first = "Hvad besluttede SKU om shelterpladsen?"
    assert talk(assistant, first, said)[-1].kind is ReplyKind.NOT_FOUND


@pytest.mark.parametrize(
    "text", ["Hvem vandt udbuddet i Skovudvalget?", "Who won the contract of Skovudvalget?"]
)
def test_who_came_to_a_meeting_did_not_win_anything(assistant: Assistant, text: str) -> None:
    assert not any("Til stede" in quote for quote in quotes(ask(assistant, text)))
