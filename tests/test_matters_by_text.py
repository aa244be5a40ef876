"""A matter that comes back under another title is told as a likeness, by what its text says."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.replies import Reply, ReplyKind
from tests.asked_papers import TODAY, ask, assistant_on, quotes
from tests.test_conversation import talk

Item = tuple[str, str, str]
"""Title, presentation of the case, and decision."""


def minutes(day: str, items: Sequence[Item], kind: str = "Referat") -> str:
    parts = [
        f"{number}. {title}\n\nSagsfremstilling\n{case}\n\nBeslutning\n{decision}\n"
        for number, (title, case, decision) in enumerate(items, start=1)
    ]
    return "\n\n".join((f"{kind} af møde i Museumsrådet\nden {day} kl. 16.00", *parts))


AGENDA = "Godkendelse af dagsorden"
ORGAN = "Kirkeorglet fra Brandstrup"
SEAL = "Fredningssag 44"
PAPERS = {
    "forår.txt": minutes(
        "9. marts 2022",
        [
            (AGENDA, "Rådet skal godkende dagsordenen.", "Godkendt."),
            (
                "Mere lys over montrerne",
                "Halogenpærerne i udstillingshallen bleger de broderede dragter. En elektriker har "
                "tilbudt dioder med dæmpning for 68.000 kr., som skåner tekstilerne.",
                "Udsat, til konservatoren har set på tekstilerne.",
            ),
            (
                "Besøg af skoleklasser",
                "Lærerne efterlyser et madpakkerum, og garderoben er for lille til tre klasser. "
                "Formidleren foreslår bænke og knager i kælderen.",
                "Rådet godkendte, at der opstilles bænke og knager i kælderen.",
            ),
            (
                ORGAN,
                "Piberne er angrebet af borebiller, og belgen lækker. En orgelbygger giver et bud.",
                "Udsat til efteråret.",
            ),
            (
                "Kanonen ved porten",
                "Lavetten er rådden, og kanonen ruster. En smed kan støbe nye hjul.",
                "Udsat.",
            ),
            (
                "Protokol",
                "Protokollen lå på bordet i vestibulen, hvor Tage Krog læste den højt på jysk.",
                "Godkendt.",
            ),
        ],
    ),
    "efterår.txt": minutes(
        "14. september 2022",
        [
            (AGENDA, "Rådet skal godkende dagsordenen.", "Godkendt."),
            (
                "Dioder",
                "Konservatoren har målt, hvor meget halogenpærerne bleger de broderede dragter i "
                "udstillingshallen. Dioder med dæmpning skåner tekstilerne.",
                "Rådet valgte elektrikerens tilbud på 68.000 kr.",
            ),
            (
                "Kælderen",
                "Bænke og knager er sat op, så klasserne kan spise deres madpakker der. Lærerne er "
                "glade, og garderoben er ikke længere for lille.",
                "Taget til efterretning.",
            ),
            (
                "Biludgifter",
                "Varevognen skal synes, og der er brug for nye dæk og en ny kobling.",
                "Rådet bevilgede 18.000 kr.",
            ),
            (
                "Lukket punkt: Kanonen",
                "Lavetten er rådden, og kanonen ruster. Smeden kan støbe nye hjul.",
                "Godkendt.",
            ),
            (
                "Referat",
                "Referatet lå på bordet i vestibulen, hvor Tage Krog læste det højt på jysk.",
                "Godkendt.",
            ),
        ],
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("by-text"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "told", "nothing"),
    [
        (
            "Hvad besluttede Museumsrådet om mere lys over montrerne?",
            "Kan være kommet igen under en anden titel: ",
            "Ikke fundet",
        ),
        (
            "What did Museumsrådet decide on mere lys over montrerne?",
            "May have come back under another title: ",
            "Not found",
        ),
    ],
)
def test_what_was_put_off_is_told_with_what_it_may_have_come_back_as(
    assistant: Assistant, text: str, told: str, nothing: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_DECIDED
    assert quotes(reply)[0].startswith("Udsat, til konservatoren")
    assert told in reply.text
    assert "punkt 2 · Dioder" in reply.text or "item 2 · Dioder" in reply.text
    assert "Rådet valgte elektrikerens tilbud på 68.000 kr." in quotes(reply)
    assert nothing not in reply.text


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (
            "Hvad besluttede Museumsrådet om besøg af skoleklasser?",
            "**Kan være samme sag senere, under en anden titel**",
        ),
        (
            "What did Museumsrådet decide on besøg af skoleklasser?",
            "**May be the same matter later, under another title**",
        ),
    ],
)
def test_what_was_settled_lists_it_below_its_decision(
    assistant: Assistant, text: str, heading: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.DECISION
    decided, _, later = reply.text.partition(heading)
    assert "bænke og knager i kælderen" in decided
    assert "Kælderen: taget til efterretning" in later or "Kælderen: noted" in later


def test_it_does_not_go_back_in_time(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Museumsrådet om dioder?")
    assert "Kan være" not in reply.text
    assert quotes(reply)[0] == "Rådet valgte elektrikerens tilbud på 68.000 kr."


def perhaps(reply: Reply) -> bool:
    return "Kan være" in reply.text


def test_what_has_nothing_alike_has_not_been_found_since(assistant: Assistant) -> None:
    reply = ask(assistant, f"Hvad besluttede Museumsrådet om {ORGAN}?")
    assert "Ikke fundet i arkivet siden" in reply.text
    assert not perhaps(reply)


def test_a_closed_item_is_never_said_to_be_alike(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Museumsrådet om kanonen ved porten?")
    assert quotes(reply) == ["Udsat."]
    assert not perhaps(reply)
    assert "Lukket" not in reply.text


def test_a_formality_comes_back_at_every_meeting_and_is_no_matter(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Museumsrådet om protokollen den 9. marts 2022?")
    assert "Protokol" in reply.text
    assert not perhaps(reply)


@pytest.mark.parametrize("said", ["hvad endte det med?", "how did it end?"])
def test_a_thread_at_what_was_put_off_goes_on_to_it(assistant: Assistant, said: str) -> None:
    first = "Hvad besluttede Museumsrådet om mere lys over montrerne?"
    reply = talk(assistant, first, said)[-1]
    assert any("elektrikerens tilbud" in quote for quote in quotes(reply))


def test_a_thread_finds_the_answer_in_what_may_be_its_matter(assistant: Assistant) -> None:
    first = "Hvad besluttede Museumsrådet om mere lys over montrerne?"
    reply = talk(assistant, first, "hvad blev der valgt?")[-1]
    assert any("elektrikerens tilbud" in quote for quote in quotes(reply))


def test_a_thread_at_what_has_nothing_alike_goes_on_to_no_other_matter(
    assistant: Assistant,
) -> None:
    first = f"Hvad besluttede Museumsrådet om {ORGAN}?"
    reply = talk(assistant, first, "hvad endte det med?")[-1]
    assert not any("68.000" in quote or "18.000" in quote for quote in quotes(reply))


@pytest.mark.parametrize("kind", ["Dagsorden for", "Referat af"])
def test_an_agenda_to_come_decides_nothing_by_likeness(
    tmp_path_factory: pytest.TempPathFactory, kind: str
) -> None:
    coming = PAPERS["efterår.txt"].replace("Referat af", kind)
    if kind.startswith("Dagsorden"):
        parts = coming.split("Beslutning\n")
        coming = parts[0] + "".join("\n\n" + part.partition("\n")[2] for part in parts[1:])
    papers = {**PAPERS, "efterår.txt": coming}
    with assistant_on(tmp_path_factory.mktemp("agenda"), papers) as other:
        reply = ask(other, "Hvad besluttede Museumsrådet om mere lys over montrerne?", TODAY)
    assert perhaps(reply) is kind.startswith("Referat")


def test_a_board_that_meets_seldom_goes_on_with_its_matters(tmp_path: Path) -> None:
    boat = "Kutteren har råd i spanterne, og bådebygger Lars Krage giver et overslag på kølen."
    other = "Foderet til hønsene er steget, og hegnet om gården skal males."
    papers = {
        "1.txt": minutes(
            "6. maj 2015", [("Kutteren Solveig", boat, "Udsat."), ("Høns", other, "Udsat.")]
        ),
        "2.txt": minutes(
            "2. november 2016",
            [
                ("Spanterne", f"{boat} Fonden giver 90.000 kr. til kutteren.", "Sættes i gang."),
                ("Hegn", "Malingen er købt.", "Taget til efterretning."),
            ],
        ),
    }
    with assistant_on(tmp_path, papers) as assistant:
        reply = ask(assistant, "hvad skete der med kutteren Solveig i Museumsrådet?")
        assert "Spanterne" in reply.text
