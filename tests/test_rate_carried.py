"""Another amount than the recommended one, adopted at the meeting that was to take that."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from tests.asked_papers import assistant_on
from tests.rate_words import in_text

MINUTES = """\
Havneudvalget
Referat af møde den 9. maj 2031

Til stede: Karla Bruun, Ebbe Lund, Rie Holm

Punkt 24. Betalingsparkering på Kajen

Indstilling
Det indstilles, at udvalget godkender taksten 12 kr. pr. time.

Beslutning
{decision}
"""
CARRIED = "Ebbe Lund foreslog 10 kr. pr. time. Forslaget blev vedtaget med 3 stemmer mod 1."


@pytest.mark.parametrize(
    "decision",
    [
        CARRIED,
        "Ebbe Lund stillede forslag om 10 kr. pr. time. Forslaget blev vedtaget.",
        "Ebbe Lund stillede ændringsforslag om 10 kr. Ændringsforslaget blev godkendt.",
        "Ebbe Lund proposed 10 kr. per hour. The proposal was carried by 3 votes to 1.",
    ],
)
def test_a_motion_that_was_carried_gives_the_rate_that_was_asked_for(decision: str) -> None:
    rates = in_text(MINUTES.format(decision=decision)).rates
    carried = [rate for rate in rates if not rate.proposed]
    assert [(r.name, str(r.amount), r.unit.per) for r in carried] == [("taksten", "10", ("hour",))]
    assert [str(rate.amount) for rate in rates if rate.proposed] == ["12"]
    assert carried[0].figure.of(MINUTES.format(decision=decision)) == carried[0].printed
    words = carried[0].span.of(MINUTES.format(decision=decision))
    assert "Lund" in words
    assert any(said in words for said in ("vedtaget", "godkendt", "carried"))


@pytest.mark.parametrize(
    "decision",
    [
        "Godkendt, dog 10 kr. pr. time.",
        "Tiltrådt som indstillet, dog kun 10 kr. pr. time.",
        "Approved, but at 10 kr. per hour.",
    ],
)
def test_an_approval_that_names_another_amount_gives_that(decision: str) -> None:
    rates = in_text(MINUTES.format(decision=decision)).rates
    carried = [rate for rate in rates if not rate.proposed]
    assert [(r.name, str(r.amount), r.unit.per) for r in carried] == [("taksten", "10", ("hour",))]


@pytest.mark.parametrize(
    "decision",
    [
        "Godkendt, dog pålægges et gebyr på 10 kr. pr. døgn.",
        "Godkendt, dog skal der spares 10 kr. pr. time.",
        "Ikke godkendt, men 10 kr. pr. time kan drøftes.",
    ],
)
def test_an_approval_with_another_matter_gives_none(decision: str) -> None:
    rates = in_text(MINUTES.format(decision=decision)).rates
    assert [r for r in rates if r.name == "taksten" and str(r.amount) == "10"] == []


@pytest.mark.parametrize(
    "decision",
    [
        "Ebbe Lund foreslog 10 kr. pr. time. Forslaget faldt. Indstillingen blev sendt videre.",
        "Ebbe Lund foreslog 10 kr. pr. time. Punktet blev udsat.",
        "Ebbe Lund foreslog 10 kr. og Rie Holm 11 kr. pr. time. Forslaget blev vedtaget.",
        "Ebbe Lund foreslog 10 kr. pr. time. Forslaget blev ikke vedtaget.",
        "Ebbe Lund foreslog 10 kr. pr. døgn. Forslaget blev vedtaget.",
    ],
)
def test_what_was_not_surely_carried_gives_none(decision: str) -> None:
    rates = in_text(MINUTES.format(decision=decision)).rates
    assert all(rate.proposed for rate in rates)
    assert "10" not in [str(rate.amount) for rate in rates if not rate.proposed]


SEVERAL = MINUTES.replace(
    "12 kr. pr. time.", "12 kr. pr. time på hverdage og 20 kr. pr. time i weekenden."
)
PAPERS = {
    "havn/2031-05-09.txt": MINUTES.format(decision=CARRIED),
    "torv/2031-06-13.txt": SEVERAL.replace("Kajen", "Torvet").format(
        decision="Taksten fastsættes dog således, at den laveste er 8 kr. Ebbe Lund stemte imod."
    ),
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("carried"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    ["Hvad er taksten for parkering på Kajen?", "What is the parking rate on Kajen?"],
)
def test_what_was_adopted_goes_before_what_was_recommended(
    papers: Assistant, question: str
) -> None:
    reply = papers.reply(Asked(question, date(2031, 8, 1)))
    assert "10 kr. pr. time" in reply.text
    assert "vedtaget" in reply.text or any("vedtaget" in one.quote for one in reply.citations)
    if "12 kr." in reply.text:
        assert reply.text.index("10 kr.") < reply.text.index("12 kr.")


def test_a_decision_with_another_amount_goes_before_its_recommendation(papers: Assistant) -> None:
    reply = papers.reply(Asked("Hvad er taksten for parkering på Torvet?", date(2031, 8, 1)))
    if "12 kr." in reply.text:
        assert reply.text.index("8 kr.") < reply.text.index("12 kr.")
