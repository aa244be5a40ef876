"""What is told of a rate beside what was decided on its item, and minutes before an agenda."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.replies import Reply, ReplyKind
from index.rates.rate import RateStatus
from tests.asked_papers import assistant_on

PAPERS = {
    "lejr/2023-11-06.html": """\
<html><body><h1>Lejrudvalget</h1><p>Referat af møde den 6. november 2023</p>
<h2>1. Priser for 2024</h2><h3>Sagsfremstilling</h3>
<table><tr><td>Plads</td><td>2023</td><td>2024</td><td>Enhed</td></tr>
<tr><td>Teltplads</td><td>80</td><td>95</td><td>kr. pr. nat</td></tr>
<tr><td>Hytte</td><td>400</td><td>440</td><td>kr. pr. nat</td></tr>
<tr><td>Bådskur, indtil 8 m</td><td>50</td><td>55</td><td>kr. pr. nat</td></tr>
<tr><td>Bådskur, over 8 m</td><td>60</td><td>66</td><td>kr. pr. nat</td></tr></table>
<h3>Indstilling</h3><p>Lejrchefen indstiller, at priserne for 2024 godkendes.</p>
<h3>Beslutning</h3><p>Godkendt, dog forbliver prisen for en teltplads 80 kr. pr. nat i 2024.</p>
</body></html>
""",
    "vand/2023-02-09.txt": """\
Referat af møde i Vandrådet den 9. februar 2023

1. Gebyr for vandprøver 2023

Sagsfremstilling
Gebyret for en vandprøve var i 2022 310 kr. pr. prøve.

Indstilling
Sekretariatet indstiller, at gebyret for en vandprøve fastsættes til 325 kr. pr. prøve fra den 1. \
april 2023.

Beslutning
Indstillingen tiltrådt.
Eva Lund kunne ikke tiltræde indstillingen, idet hun finder gebyret for højt.
""",
    "vand/2023-11-30 dagsorden.txt": """\
Dagsorden til møde i Vandrådet den 30. november 2023

1. Gebyr for vandprøver 2024

Sagsfremstilling
Gebyret er i 2023 325 kr. pr. prøve.

Indstilling
Sekretariatet indstiller, at gebyret for en vandprøve fastsættes til 340 kr. pr. prøve fra den 1. \
januar 2024.
""",
    "skorsten/2022-02-03.txt": """\
Referat af møde i Brandudvalget den 3. februar 2022

1. Gebyr for forgæves fejning 2022

Sagsfremstilling
Gebyret for forgæves fejning af skorstene på fritidshuse reguleres hvert år. Gebyret var i 2021 \
210 kr. pr. fremmøde.

Indstilling
Forvaltningen indstiller, at gebyret for forgæves fejning fastsættes til 225 kr. pr. fremmøde fra \
den 1. marts 2022.

Beslutning
Godkendt.
""",
    "aftaler/guide.txt": """\
Aftale om guider
mellem Museet og Guideforeningen

Aftalen træder i kraft den 1. januar 2025 og løber i tre år.

1. Priser
Timeprisen for en guide er 300 kr. pr. time.

2. Aflysning
Ved aflysning senere end 24 timer før betales 40 % af den aftalte tid. Udebliver guiden, betaler \
foreningen en bod på 900 kr. pr. gang.
""",
    "aftaler/med.txt": """\
Aftale om medindflydelse
Gældende fra 1. januar 2022

§ 1. Vederlag
Stk. 1. Næstformanden i Hoved-MED modtager et funktionsvederlag på 18.000 kr. pr. år.
""",
    "park/2023-04-18.txt": """\
Referat af møde i Parkrådet den 18. april 2023

1. Drikkeposter langs cykelruten

Sagsfremstilling
Firmaet Hjelmo stiller drikkeposter op på alle rastepladser. Vandet koster 42 kr. pr. m3.

Beslutning
Sendt tilbage til forvaltningen, som skal hente tilbud fra andre.
""",
    "park/2023-09-12.txt": """\
Referat af møde i Parkrådet den 12. september 2023

1. Vand på rastepladserne

Sagsfremstilling
Der er tilbud på drikkeposter fra to firmaer. Hjelmo er dyrest på alle rastepladser.

Beslutning
Tilbuddet fra Kildevæld vælges.

2. Bænke

Beslutning
Godkendt.
""",
    "mad/hovedret.txt": """\
Notat om mad

Prisen for en hovedret er 55,00 kr. pr. portion i 2026.
""",
    "mad/2024-05-28.txt": """\
Referat af møde i Ældreudvalget den 28. maj 2024

1. Madpakker

Sagsfremstilling
Prisen for en madpakke er i dag 41,00 kr. pr. portion.

Indstilling
Forvaltningen indstiller, at madpakkerne fremover leveres kolde.

Beslutning
Godkendt.
""",
    "mad/2024-06-20.txt": """\
Referat af møde i Byrådet den 20. juni 2024

1. Kolde madpakker

Indstilling
Ældreudvalget indstiller,
1. at madpakker leveres kolde fra den 1. januar 2025, og
2. at prisen for en madpakke fastsættes til 38,50 kr. pr. portion.

Beslutning
Ad 1: Godkendt, dog først fra den 1. april 2025.
Ad 2: Godkendt. Prisen gælder ligeledes fra den 1. april 2025.
""",
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("decided"), PAPERS) as assistant:
        yield assistant


def ask(papers: Assistant, question: str, on: date = date(2026, 1, 15)) -> Reply:
    return papers.reply(Asked(question, on))


def stated(reply: Reply) -> list[tuple[str, RateStatus]]:
    return [(str(told.entry.rate.amount), told.status) for told in reply.rates]


@pytest.mark.parametrize(
    "question", ["Hvad koster en teltplads i 2024?", "Hvad var prisen for en teltplads i 2024?"]
)
def test_the_amount_of_the_decision_answers_and_not_the_recommended_one(
    papers: Assistant, question: str
) -> None:
    reply = ask(papers, question)
    assert stated(reply)[0] == ("80", RateStatus.IN_FORCE)
    assert ("95", RateStatus.IN_FORCE) not in stated(reply)
    assert "Gælder i 2024." in reply.text


def test_a_rate_of_an_item_that_was_changed_is_told_with_the_decision(papers: Assistant) -> None:
    reply = ask(papers, "Hvad koster en hytte i 2024?")
    assert stated(reply)[0] == ("440", RateStatus.IN_FORCE)
    assert "Beslutningen på punktet" in reply.text
    assert "dog forbliver prisen for en teltplads 80 kr." in reply.text


def test_a_year_said_in_passing_does_not_begin_before_the_day_that_was_decided(
    papers: Assistant,
) -> None:
    february = ask(papers, "Hvad kostede en vandprøve i februar 2023?")
    assert all(status is not RateStatus.IN_FORCE for _, status in stated(february))
    may = ask(papers, "Hvad kostede en vandprøve i maj 2023?")
    assert stated(may)[0] == ("325", RateStatus.IN_FORCE)


def test_minutes_go_before_an_agenda(papers: Assistant) -> None:
    reply = ask(papers, "Hvad er gebyret for en vandprøve i 2023?")
    assert stated(reply)[0] == ("325", RateStatus.IN_FORCE)
    assert reply.citations[0].document.source == "vand/2023-02-09.txt"


def test_what_an_agenda_proposes_is_a_proposal(papers: Assistant) -> None:
    reply = ask(papers, "What is the gebyr for vandprøver in 2024?")
    assert ("340", RateStatus.IN_FORCE) not in stated(reply)


def test_the_latest_that_ended_is_named_as_that(papers: Assistant) -> None:
    reply = ask(papers, "Hvad koster en vandprøve?")
    assert "31. december 2022" not in reply.text.splitlines()[0]


def test_what_was_paid_when_an_older_paper_was_written_gives_way_to_a_later_day(
    papers: Assistant,
) -> None:
    reply = ask(papers, "Hvad koster en madpakke?")
    assert reply.kind is ReplyKind.RATE
    assert stated(reply)[0][0] == "38.50"
    assert "Prisen gælder ligeledes fra den 1. april 2025" in reply.text
    before = ask(papers, "Hvad koster en madpakke i februar 2025?")
    assert all(status is not RateStatus.IN_FORCE for _, status in stated(before))


@pytest.mark.parametrize(
    "question",
    [
        "Hvad koster forgæves fejning af skorstenen på et fritidshus?",
        "Hvad koster det, at skorstensfejeren kommer forgæves?",
    ],
)
def test_what_followed_in_the_same_item_goes_before_what_was_paid_before(
    papers: Assistant, question: str
) -> None:
    reply = ask(papers, question)
    assert "225 kr." in reply.text
    if "210 kr." in reply.text:
        assert reply.text.index("225 kr.") < reply.text.index("210 kr.")


def test_the_sentence_beside_a_quoted_amount_is_quoted_where_it_holds_what_is_asked(
    papers: Assistant,
) -> None:
    reply = ask(papers, "Hvad koster det at aflyse guiden sent?")
    assert "40 % af den aftalte tid" in reply.text


def test_a_rate_of_another_unit_that_only_shares_a_stem_is_not_meant(papers: Assistant) -> None:
    reply = ask(papers, "Hvad er prisen for en hovedret?")
    assert {told.entry.rate.unit.per for told in reply.rates} == {("meal:portion",)}


def test_a_rate_within_another_limit_is_not_meant(papers: Assistant) -> None:
    over = ask(papers, "Hvad kostede et bådskur over 8 m i 2024?")
    assert stated(over)[0] == ("66", RateStatus.IN_FORCE)
    assert {amount for amount, _ in stated(over)} <= {"66", "60"}
    within = ask(papers, "Hvad kostede et bådskur indtil 8 m i 2024?")
    assert stated(within)[0] == ("55", RateStatus.IN_FORCE)
    in_words = ask(papers, "Hvad koster et bådskur over 8 meter i 2024?")
    assert {amount for amount, _ in stated(in_words)} <= {"66", "60"}


def test_of_rows_that_would_be_quoted_together_the_one_that_is_meant_is_told(
    papers: Assistant,
) -> None:
    reply = ask(papers, "Hvad koster et stort bådskur på over 8 m i 2024?")
    assert "Plads: Bådskur" not in reply.text
    assert {amount for amount, _ in stated(reply)} <= {"66", "60"}


@pytest.mark.parametrize(
    "question",
    [
        "Er 340 kr. vedtaget som gebyr for en vandprøve?",
        "Er 340 kr. vedtaget som gebyr?",
        "Has 340 kr. been adopted as the fee?",
    ],
)
def test_an_amount_that_is_only_on_an_agenda_is_told_as_proposed(
    papers: Assistant, question: str
) -> None:
    reply = ask(papers, question)
    assert reply.text.startswith(("Arkivet har kun forslag", "The archive has proposals only"))
    assert all(status is not RateStatus.IN_FORCE for _, status in stated(reply))


def test_an_amount_that_was_adopted_is_not_told_as_proposed(papers: Assistant) -> None:
    reply = ask(papers, "Er 325 kr. vedtaget som gebyr for en vandprøve?")
    assert "kun forslag" not in reply.text


def test_of_an_item_that_was_put_off_it_is_told_as_what_it_came_back(papers: Assistant) -> None:
    reply = ask(papers, "Hvad koster vandet?")
    assert stated(reply)[0] == ("42", RateStatus.UNDATED)
    assert "Sendt tilbage" in reply.text
    assert "Vand på rastepladserne" in reply.text


def test_what_an_agenda_repeats_of_the_minutes_is_told_once(papers: Assistant) -> None:
    reply = ask(papers, "Hvad er gebyret for en vandprøve i 2023?")
    assert [amount for amount, _ in stated(reply)].count("325") == 1
