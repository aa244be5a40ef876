"""What people ask most plainly, on the papers of a museum: how often, how much in all, who may."""

from collections.abc import Iterator

import pytest

from bot.answers.sentences.opinions import is_goal_alone
from bot.assistant import Assistant
from bot.questions.intents import ListAspect, list_aspect
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "museum/vedtaegt.md": """\
# Kommissorium for Samlingsrådet (SAR)

Godkendt den 3. februar 2020.

## 1. Formål
Rådet skal sikre, at samlingen plejes og vises.

## 2. Kompetence
SAR kan selv bevilge op til 90.000 kr. pr. sag. Større sager forelægges for Museumsbestyrelsen.

## 3. Møder
Rådet holder seks ordinære møder om året.
""",
    "museum/2022-03-08.txt": """\
Referat af møde i Samlingsrådet (SAR) den 8. marts 2022
Sted: Kajen 4, 2. sal

Til stede: Ane Lind (formand), Bo Juul, Ida Berg (elevrepræsentant)

1. Udlån af skibsmodeller

Spørgsmål til sagen kan rettes til Bo Juul, tlf. 12 34 56 78.
Skibsmodellerne udlånes til tre skoler i alt.
Skolerne ønsker, at mindst ni modeller udlånes næste gang.
Der blev udlånt fire modeller sidste år. Magasinet i Vestergade har åbent onsdag og fredag.
Målet er, at alle klasser ser en model.

Indstilling
Det indstilles, at der afsættes 70.000 kr. til kasser.

Beslutning
Udsat. Rådet ønsker en pris på forsikring.

2. Nyt sted til magasinet

Magasinet ligger i Vestergade.

Indstilling
Det indstilles, at magasinet flyttes til havnen.

Beslutning
Indstillingen blev ikke fulgt. Mindretallet fandt, at magasinet burde ligge på havnen.

3. Eventuelt

Bo Juul spurgte til ventetiden på konservering.

Beslutning
Intet at bemærke.
""",
    "museum/2022-09-06.txt": """\
Referat af møde i Samlingsrådet (SAR) den 6. september 2022
Rådhuset, lokale 12

Til stede: Ane Lind (formand), Bo Juul

1. Udlån af skibsmodeller (genoptaget)

Indstilling
Det indstilles, at der bevilges 60.000 kr. til kasser til skibsmodellerne.

Beslutning
Godkendt, dog højst 50.000 kr. Rådet ønsker på næste møde en oversigt over kasserne.

2. Eventuelt

Formanden takkede for en god sommer.

Beslutning
Intet at bemærke.
""",
}


@pytest.fixture(scope="module")
def museum(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("plain"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvor tit mødes SAR?", "seks ordinære møder om året"),
        ("How often does SAR meet?", "seks ordinære møder om året"),
        ("Kan SAR selv bevilge 40.000 kr.?", "op til 90.000 kr."),
        ("Can SAR grant 200,000 kr by itself?", "op til 90.000 kr."),
        ("Hvor meget bevilgede SAR til skibsmodellerne?", "højst 50.000 kr."),
        ("Hvornår har magasinet åbent?", "onsdag og fredag"),
        ("Hvor ligger magasinet?", "ligger i Vestergade"),
        ("Hvem repræsenterer eleverne?", "Ida Berg (elevrepræsentant)"),
    ],
)
def test_the_sentence_that_says_it_is_told(museum: Assistant, question: str, told: str) -> None:
    assert told in quotes(ask(museum, question))[0]


def test_what_is_wished_for_counts_nothing(museum: Assistant) -> None:
    counted = ask(museum, "Hvor mange modeller blev der udlånt?")
    assert "fire modeller" in quotes(counted)[1].removeprefix("Skibsmodellerne udlånes")


@pytest.mark.parametrize(
    "question",
    [
        "Hvem skal godkende årsregnskabet?",
        "Hvad er ventetiden på konservering?",
        "How often does Museumsbestyrelsen meet?",
        "Hvor mange kasser blev der købt?",
        "Hvem repræsenterer skolerne?",
    ],
)
def test_what_only_speaks_of_it_answers_nothing(museum: Assistant, question: str) -> None:
    assert not ask(museum, question).kind.asserts


def test_whom_to_ask_is_told_to_who_asks_for_it(museum: Assistant) -> None:
    asked = ask(museum, "Hvem kan man kontakte om udlån af skibsmodeller?")
    assert any("tlf." in quote for quote in quotes(asked))
    reply = ask(museum, "Hvad er reglerne for udlån af skibsmodeller?")
    assert not any("tlf." in quote for quote in quotes(reply))


def test_the_plan_of_another_thing_is_none_of_the_one_asked_about(museum: Assistant) -> None:
    reply = ask(museum, "Hvad er målet med fyrtårnet?")
    assert not reply.kind.asserts


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Hvor holdtes mødet i SAR den 8. marts 2022?", "Sted: Kajen 4, 2. sal"),
        ("hvor lå mødet i SAR i september 2022?", "Rådhuset, lokale 12"),
        ("Where was the SAR meeting in September 2022?", "Rådhuset, lokale 12"),
    ],
)
def test_where_a_meeting_was_is_told_from_its_head(
    museum: Assistant, question: str, place: str
) -> None:
    assert quotes(ask(museum, question)) == [place]


@pytest.mark.parametrize(
    "question",
    [
        "Hvad bad SAR om til næste møde?",
        "Hvad ønskede rådet til næste møde?",
        "What did SAR ask for at the next meeting?",
    ],
)
def test_what_was_asked_for_is_listed(museum: Assistant, question: str) -> None:
    reply = ask(museum, question)
    assert reply.kind is ReplyKind.LIST
    assert "en oversigt over kasserne" in reply.text


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Hvor meget har SAR bevilget i alt i 2022?", "nævner et beløb: 1"),
        ("How much has SAR granted since 2021?", "name an amount: 1"),
    ],
)
def test_amounts_are_listed_and_not_added_up(museum: Assistant, question: str, count: str) -> None:
    reply = ask(museum, question)
    assert reply.kind is ReplyKind.LIST
    assert count in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange gange har skibsmodellerne været på dagsordenen?",
        "How many times have the skibsmodeller been discussed?",
    ],
)
def test_how_often_a_matter_was_treated_is_its_course(museum: Assistant, question: str) -> None:
    reply = ask(museum, question)
    assert reply.kind is ReplyKind.CASE
    assert "8" in reply.text
    assert "6" in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "Opsummer mødet i SAR i september 2022",
        "Kan du lave et resumé af SAR's referat fra september 2022?",
        "Summarise the SAR meeting in September 2022",
        "Hvad var de vigtigste beslutninger i SAR i september 2022?",
    ],
)
def test_a_meeting_is_summed_up_by_its_decisions(museum: Assistant, question: str) -> None:
    reply = ask(museum, question)
    assert reply.kind is ReplyKind.LIST
    assert "højst 50.000 kr." in reply.text


def test_a_wish_of_the_minority_is_not_where_a_thing_lies(museum: Assistant) -> None:
    assert not ask(museum, "Hvor ligger magasinet?").warnings
    asked = ask(museum, "Hvor mente mindretallet, at magasinet burde ligge?")
    assert "på havnen" in quotes(asked)[0]


def test_any_other_business_is_no_matter_that_goes_on(museum: Assistant) -> None:
    reply = ask(museum, "Hvad blev der spurgt om under eventuelt den 8. marts 2022?")
    assert "god sommer" not in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "What happens if the votes are equal?",
        "Hvad sker der, hvis stemmerne står lige?",
    ],
)
def test_what_happens_at_a_tie_is_told_by_no_decision(museum: Assistant, question: str) -> None:
    assert not ask(museum, question).kind.asserts


def test_who_sends_an_agenda_is_told_by_none() -> None:
    assert list_aspect("Hvem sender dagsordenen ud?") is None
    assert list_aspect("Who sends out the agenda?") is None
    assert list_aspect("Dagsorden for næste møde") is not None


@pytest.mark.parametrize(
    ("question", "warned"),
    [
        ("Hvor stor en del af klasserne ser en model?", True),
        ("Hvad er målet for klasserne?", False),
    ],
)
def test_a_target_is_said_to_be_one_where_it_is_asked_how_things_are(
    question: str, warned: bool
) -> None:
    assert is_goal_alone(question, "Målet er, at alle klasser ser en model.") is warned


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("hvad mangler vi at tage stilling til?", ListAspect.OPEN),
        ("Hvad har SAR endnu ikke taget stilling til?", ListAspect.OPEN),
        ("har vi sagt nej til noget?", ListAspect.DECISIONS),
        ("Hvad har SAR afvist i 2022?", ListAspect.DECISIONS),
        ("Have we turned down anything?", ListAspect.DECISIONS),
        ("Har SAR afvist forslaget?", None),
        ("Hvad mangler magasinet?", None),
    ],
)
def test_what_is_open_or_was_refused_may_be_asked_of_all(
    question: str, listed: ListAspect | None
) -> None:
    assert list_aspect(question) is listed
