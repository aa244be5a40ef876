"""What is asked on is told from the papers of the thread's matter, before the whole archive."""

from collections.abc import Iterator

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.conversation.turns import turn_of
from bot.replies import Reply, ReplyKind
from tests.asked_papers import ask, assistant_on, quotes
from tests.test_conversation import talk

PUT_OFF = """\
Referat af møde i Parkudvalget (PAU)
den 4. maj 2022 kl. 13.00
Godkendt referat

Til stede: Runa Holt (formand), Egon Bøg
Afbud: Lis Aster

1. Legeplads ved Åsen
Sagsnr. 22/2001

Sagsfremstilling
Legepladsen får plads til 60 børn. Der bor 340 børn i Vestby og 95 børn i Sundby uden legeplads.

Indstilling
Forvaltningen indstiller, at der bevilges 700.000 kr. til legepladsen.

Beslutning
Udsat, fordi udvalget ønsker naboerne hørt.

2. Hundeskov i Sundby

Sagsfremstilling
Hegnet koster 48.000 kr.

Indstilling
Forvaltningen indstiller, at hundeskoven anlægges.

Beslutning
Godkendt.

3. Lukket punkt: Køb af gartneriet

Sagsfremstilling
Gartneriet kan købes for 3.100.000 kr.

Beslutning
Udvalget bød 2.900.000 kr.
"""
COME_BACK = """\
Referat af møde i Parkudvalget (PAU)
den 7. september 2022 kl. 13.00
Godkendt referat

Til stede: Runa Holt (formand), Lis Aster
Afbud: Egon Bøg

1. Legeplads ved Åsen
Sagsnr. 22/2001

Sagsfremstilling
Naboerne er hørt. Svarene fremgår af notatet af 20. august 2022.

Indstilling
Forvaltningen indstiller, at der bevilges 650.000 kr. til legepladsen.

Beslutning
Godkendt. Arbejdet begynder den 1. marts 2023.
"""
MEMO = """\
Notat om legepladsen ved Åsen
den 20. august 2022

Høringen af naboerne gav 212 svar. De fleste naboer ønsker en gynge.
"""
ELSEWHERE = """\
Referat af møde i Havneudvalget (HAU)
den 1. juni 2022 kl. 10.00
Godkendt referat

Til stede: Ole Vind (formand)

1. Ny kran
Sagsnr. 22/3001

Sagsfremstilling
Der kom 90 svar fra bådejerne. Arbejdet begynder den 9. juli 2022. Parkering koster 25 kr.

Beslutning
Godkendt.
"""
AGREEMENT = """\
Aftale om parkdrift 2021-2024
Indgået den 2. december 2020

§ 1. Løbetid
Aftalen træder i kraft den 1. januar 2021 og gælder til og med den 31. december 2024.

§ 2. Honorar
Stk. 1. Honoraret til gartnere er 410 kr. pr. time.
Stk. 2. Honoraret til vejledere er 530 kr. pr. time.
Stk. 3. Parkering betales efter regning.
"""
PAPERS = {
    "pau/2022-05.txt": PUT_OFF,
    "pau/2022-09.txt": COME_BACK,
    "pau/notat.txt": MEMO,
    "hau/2022-06.txt": ELSEWHERE,
    "aftale.txt": AGREEMENT,
}
CAME_BACK = "Hvad besluttede PAU om legepladsen i september 2022?"
FIRST = "Hvad besluttede PAU om legepladsen den 4. maj 2022?"
FIRST_EN = "What did PAU decide on the playground on 4 May 2022?"
FEE = "Hvad er honoraret til gartnere?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("threads"), PAPERS) as assistant:
        yield assistant


def last(assistant: Assistant, *said: str) -> Reply:
    return talk(assistant, *said)[-1]


@pytest.mark.parametrize("said", ["hvor mange svar kom der?", "how many replies came in?"])
def test_what_the_memo_tells_that_an_item_cites_is_told_of_its_matter(
    assistant: Assistant, said: str
) -> None:
    reply = last(assistant, CAME_BACK, said)
    assert "212" in quotes(reply)[0]
    assert "“Notat om legepladsen ved Åsen”" in (reply.understood_as or "")


def test_a_step_of_the_same_case_answers_before_another_matter(assistant: Assistant) -> None:
    reply = last(assistant, FIRST, "hvornår begynder arbejdet?")
    assert "1. marts 2023" in quotes(reply)[0]


@pytest.mark.parametrize("said", ["hvorfor blev det udsat?", "why was it put off?"])
def test_why_it_was_put_off_is_told_where_it_was(assistant: Assistant, said: str) -> None:
    reply = last(assistant, CAME_BACK, said)
    assert "naboerne hørt" in quotes(reply)[0]


@pytest.mark.parametrize(
    "said", ["og hundeskoven?", "og punkt 2?", "hvad med hundeskoven i Sundby?", "and item 2?"]
)
def test_another_item_of_the_meeting_is_named_by_title_or_number(
    assistant: Assistant, said: str
) -> None:
    reply = last(assistant, FIRST, "hvor mange børn er der plads til?", said)
    assert reply.kind is ReplyKind.DECISION
    assert reply.decisions[0].item.title == "Hundeskov i Sundby"


def test_what_is_named_ahead_of_a_question_is_its_matter(assistant: Assistant) -> None:
    reply = last(assistant, FEE, "og legepladsen, hvorfor blev den udsat?")
    assert "naboerne hørt" in quotes(reply)[0]


@pytest.mark.parametrize(
    ("first", "said", "read_as"),
    [
        (
            "Var Lis Aster med på PAUs møde den 4. maj 2022?",
            "hvad med Egon Bøg?",
            "Var Egon Bøg med på PAUs møde den 4. maj 2022?",
        ),
        (
            "Hvor mange børn i Vestby er uden legeplads?",
            "og i Sundby?",
            "Hvor mange børn i Sundby er uden legeplads?",
        ),
        (
            "Hvor mange børn i Vestby er uden legeplads?",
            "and in Sundby?",
            "Hvor mange børn i Sundby er uden legeplads?",
        ),
    ],
)
def test_a_name_gives_way_to_a_name(
    assistant: Assistant, first: str, said: str, read_as: str
) -> None:
    understood = last(assistant, first, said).understood_as or ""
    assert understood.startswith(read_as.rstrip("?"))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("og til vejledere?", "530"),
        ("and parking?", "efter regning"),
        ("og parkering?", "efter regning"),
        ("hvornår udløber aftalen?", "31. december 2024"),
        ("when does the agreement run out?", "31. december 2024"),
    ],
)
def test_below_a_rate_its_agreement_is_asked_on(assistant: Assistant, said: str, told: str) -> None:
    assert told in quotes(last(assistant, FEE, said))[0]


@pytest.mark.parametrize(
    "said", ["Hvad er honoraret til vejledere?", "Hvad besluttede HAU om kranen?"]
)
def test_what_names_its_matter_is_none_of_the_thread(assistant: Assistant, said: str) -> None:
    reply = last(assistant, FIRST, said)
    assert reply.kind in {ReplyKind.RATE, ReplyKind.DECISION}
    assert reply.citations[0].document.source in {"aftale.txt", "hau/2022-06.txt"}


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (FIRST, "hvad blev udsat?"),
        (FIRST, "hvad blev udsat på mødet?"),
        (FIRST_EN, "what cases were put off?"),
    ],
)
def test_what_was_put_off_is_asked_of_the_meeting(
    assistant: Assistant, first: str, said: str
) -> None:
    reply = last(assistant, first, said)
    assert reply.kind is ReplyKind.LIST
    assert "4. maj 2022" in (reply.understood_as or "") or "4 May 2022" in (
        reply.understood_as or ""
    )


def test_what_was_put_off_at_no_meeting_is_not_told_of_another(assistant: Assistant) -> None:
    reply = last(assistant, "Hvad besluttede PAU den 5. maj 2019?", "hvad blev udsat?")
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE


@pytest.mark.parametrize(
    "said", ["og beløbet?", "and the other one?", "og det andet?", "and then?"]
)
def test_what_goes_on_from_nothing_is_asked_back(assistant: Assistant, said: str) -> None:
    assert ask(assistant, said).asks_back


@pytest.mark.parametrize("said", ["og den tredje?", "and then?", "and the other one?"])
def test_what_names_none_of_the_thread_is_asked_back(assistant: Assistant, said: str) -> None:
    assert last(assistant, FIRST, said).asks_back


@pytest.mark.parametrize(
    "said",
    ["I hele arkivet: hvad koster parkering?", "in the whole archive, hvad koster parkering?"],
)
def test_the_whole_archive_may_be_asked_at_once(assistant: Assistant, said: str) -> None:
    reply = last(assistant, FIRST, said)
    assert reply.understood_as == "hvad koster parkering?"
    assert "25 kr." in " ".join(quotes(reply))


def test_asking_back_names_the_matter_and_the_whole_archive_may_be_asked(
    assistant: Assistant,
) -> None:
    first, back, everywhere = talk(assistant, FIRST, "hvad koster parkeringen?", "i hele arkivet")
    assert first.kind.asserts
    assert back.asks_back
    assert "Legeplads ved Åsen" in back.text
    assert "i hele arkivet" in back.text
    assert everywhere.understood_as == "hvad koster parkeringen?"
    assert "25 kr." in " ".join(quotes(everywhere))


def test_nothing_pending_the_words_for_everything_are_a_message_like_any(
    assistant: Assistant,
) -> None:
    assert not last(assistant, FIRST, "i hele arkivet").kind.asserts


@pytest.mark.parametrize("said", ["hvor mange svar kom der?", "hvornår begynder arbejdet?"])
def test_a_question_with_its_place_is_told_the_same_without_the_thread(
    assistant: Assistant, said: str
) -> None:
    reply = last(assistant, CAME_BACK, said)
    assert reply.understood_as is not None
    assert quotes(ask(assistant, reply.understood_as))[0] == quotes(reply)[0]


@pytest.mark.parametrize(
    "said", ["hvad kostede det?", "hvor mange penge er der budt?", "og beløbet?"]
)
def test_below_a_closed_item_nothing_else_is_told(assistant: Assistant, said: str) -> None:
    reply = last(assistant, "Hvad blev besluttet om køb af gartneriet?", said)
    assert reply.kind is ReplyKind.CLOSED or not reply.kind.asserts
    assert "2.900.000" not in reply.text
    assert "700.000" not in reply.text


def test_what_is_not_found_leaves_the_thread_where_it_was(assistant: Assistant) -> None:
    turn = turn_of(assistant.reply(Asked(FIRST)))
    missing = assistant.reply(Asked("hvor mange gynger kommer der?", after=turn))
    after = turn_of(missing, turn)
    assert (after.item, after.day, after.body) == (turn.item, turn.day, turn.body)
