"""What a title calls its matter: its stage left out, and a shorter name known in the same body."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.answers.matters.matter import same_matter
from bot.answers.matters.titles import are_apart, content_words, is_short_for, share_a_thing
from bot.assistant import Assistant
from index.archive import ItemEntry
from tests.asked_papers import ask, assistant_on, quotes
from tests.paper_archive import MINUTES, item_entry
from tests.test_answers_matters import paper


@pytest.mark.parametrize(
    "staged",
    [
        "Evaluering af flexordning",
        "Midtvejsevaluering af flexordning",
        "Høring om flexordning",
        "Fornyet drøftelse af flexordning",
        "Nedsættelse af arbejdsgruppe om flexordning",
        "Anlægsbevilling til flexordning",
        "Frigivelse af anlægsmidler til flexordning",
        "Consultation on flexordning",
        "Flexordning – licitation",
        "Flexordning - resultat af udbuddet",
        "Flexordning: valg af leverandør",
        "Flexordning (revideret oplæg)",
        "Flexordning, årsstatus",
        "Flexordning – høring og evaluering",
        "Flexordning (genoptaget fra mødet i maj)",
        "Orientering om flexordning – status",
    ],
)
def test_what_tells_the_stage_is_no_part_of_the_name(staged: str) -> None:
    assert content_words(staged) == content_words("Flexordning")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Evaluering af flexordning", "Evaluering af lygtepæle"),
        ("Høring om rågekolonier", "Høring om ladestandere"),
        ("Status på rotterne", "Orientering om rågekolonier"),
    ],
)
def test_two_matters_of_one_stage_are_two(one: str, other: str) -> None:
    assert not content_words(one) & content_words(other)


@pytest.mark.parametrize("title", ["Evaluering", "Høringssvar", "Status – opfølgning"])
def test_a_title_of_stage_words_alone_keeps_what_it_has(title: str) -> None:
    assert content_words(title)


def test_a_short_word_behind_the_stage_is_no_name_by_itself() -> None:
    assert "hoering" in content_words("Høring om EUD")


def short(name: str, longer: str, body: str = "Trafikrådet") -> bool:
    return is_short_for(content_words(name), content_words(longer), body)


@pytest.mark.parametrize(
    ("name", "longer"),
    [
        ("Cykelskuret", "Cykelskur bag stationen"),
        ("Rågekolonien", "Regulering af rågekolonien i lystskoven"),
        ("Ladestandere – status", "Ladestandere ved torvet"),
    ],
)
def test_a_part_of_a_name_may_be_its_short_form(name: str, longer: str) -> None:
    assert short(name, longer)
    assert not short(longer, name)


@pytest.mark.parametrize(
    ("name", "longer"),
    [
        ("Budget", "Budget for cykelskuret"),
        ("Takster", "Takster for ladestandere"),
        ("Regnskab", "Regnskab for skovturen"),
        ("Henvendelser", "Henvendelser om rågekolonier"),
        ("Valg", "Valg til trafikrådet"),
        ("Bro", "Bro ved mosen"),
        ("Cykelskur og rågekoloni", "Cykelskur bag stationen"),
    ],
)
def test_what_comes_up_again_and_again_is_short_for_nothing(name: str, longer: str) -> None:
    assert not short(name, longer)


def test_a_short_name_is_one_in_the_same_body_only() -> None:
    entry = item_entry(MINUTES, 0)

    def titled(title: str) -> ItemEntry:
        return replace(entry, item=replace(entry.item, title=title, case_numbers=()))

    whole, short_one = titled("Cykelskur bag stationen"), titled("Cykelskuret")
    elsewhere = replace(short_one, document=replace(short_one.document, body_key="klima"))
    assert same_matter(whole, short_one)
    assert not same_matter(whole, elsewhere)


def test_what_a_body_is_there_for_is_no_name_of_a_matter_in_it() -> None:
    assert not short("Kirkegården", "Hegn om kirkegården", "Kirkegårdsudvalget")
    assert short("Kirkegården", "Hegn om kirkegården", "Trafikrådet")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Cykelskur i Elbæk", "Cykelskur i Torslev", True),
        ("Cykelskur i Elbæk", "Evaluering af cykelskur i Elbæk", False),
        ("Cykelskur i Elbæk", "Tandlægevagt i Elbæk", True),
        ("Cykelskur i Elbæk", "Cykelskuret", False),
    ],
)
def test_places_tell_matters_apart(one: str, other: str, *, apart: bool) -> None:
    assert are_apart(one, other) is apart
    assert are_apart(other, one) is apart


PUT_OFF = "Udsat til næste møde."
PAPERS = {
    "trafik-1.txt": paper(
        "Trafikrådet",
        "7. februar 2022",
        ("Høring om lygtepæle", PUT_OFF),
        ("Cykelskur bag stationen", PUT_OFF),
        ("Ladestandere ved torvet", PUT_OFF),
        ("Budget for skovvejen", PUT_OFF),
        ("Rundkørsel i Elbæk", PUT_OFF),
    ),
    "trafik-2.txt": paper(
        "Trafikrådet",
        "4. april 2022",
        ("Lygtepæle – valg af leverandør", "Rådet godkendte tilbuddet på 40 lygtepæle."),
        ("Cykelskuret", "Rådet godkendte et cykelskur med 20 pladser."),
        ("Budget", "Rådet godkendte årets budget."),
        ("Rundkørsel i Torslev", "Rådet godkendte en rundkørsel i Torslev."),
    ),
    "klima-2.txt": paper(
        "Klimarådet", "5. april 2022", ("Ladestandere", "Rådet godkendte 12 ladestandere.")
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("titles"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("about", "later"),
    [
        ("høringen om lygtepæle den 7. februar 2022", "tilbuddet på 40 lygtepæle"),
        ("cykelskuret bag stationen den 7. februar 2022", "et cykelskur med 20 pladser"),
    ],
)
def test_a_matter_is_followed_to_where_it_is_called_otherwise(
    assistant: Assistant, about: str, later: str
) -> None:
    reply = ask(assistant, f"Hvad besluttede Trafikrådet om {about}?")
    assert quotes(reply)[0] == PUT_OFF
    assert any(later in quote for quote in quotes(reply))
    assert "Kan være" not in reply.text


@pytest.mark.parametrize(
    "about", ["ladestanderne ved torvet", "budgettet for skovvejen", "rundkørslen i Elbæk"]
)
def test_another_bodys_matter_a_standing_one_and_another_places_do_not_follow(
    assistant: Assistant, about: str
) -> None:
    reply = ask(assistant, f"Hvad besluttede Trafikrådet om {about} den 7. februar 2022?")
    assert quotes(reply)[0] == PUT_OFF
    assert "Senere i samme sag" not in reply.text
    assert not any("12 ladestandere" in quote for quote in quotes(reply))


def test_another_places_matter_is_not_even_said_to_be_alike(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Trafikrådet om rundkørslen i Elbæk?")
    assert quotes(reply) == [PUT_OFF]


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Cykelsti langs åen", "Skolesti, udbud", True),
        ("Sommerkursus for børn", "Evaluering af børnekurset", True),
        ("Orientering fra formanden", "Orientering om havnen", False),
        ("Hegn i Elved", "Skorsten i Elved", False),
        ("Takster for havnen", "Priser for havnen", True),
    ],
)
def test_titles_share_a_thing_also_as_part_of_a_compound(
    one: str, other: str, shared: bool
) -> None:
    assert share_a_thing(one, other, "Byrådet i Elved") is shared


def test_what_a_body_is_there_for_is_no_thing_in_common() -> None:
    assert not share_a_thing("Skolens tag", "Skolens legeplads", "Skolebestyrelsen for Elmeskolen")
