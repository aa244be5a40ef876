"""A message that names nothing is asked of what was spoken of, or asked back."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import assistant_on
from tests.test_conversation import talk

CLINIC = """\
Referat af møde i Sundhedsudvalget (SUU)
den 4. maj 2022 kl. 13.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer
Afbud: Karl Holm

1. Klinik i Havby
Sagsnr. 22/1001

Sagsfremstilling
Klinikken får plads til 900 patienter. Borgmesteren skrev den 9. april 2022 om sagen.
Der indkøbes apparater for højst 90.000 kr.

Indstilling
Forvaltningen indstiller, at klinikken oprettes.

Beslutning
Godkendt, idet der bevilges 400.000 kr. til 2023.
"""
STATUS = """\
Referat af møde i Sundhedsudvalget (SUU)
den 8. marts 2023 kl. 13.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer
Afbud: Lise Dam

1. Klinik i Havby, status
Sagsnr. 22/1001

Sagsfremstilling
Klinikken åbnede den 2. februar 2023. Den har nu 310 patienter.
Apparaterne blev købt for 81.000 kr.

Beslutning
Taget til efterretning.

2. Puljen til lokale forsøg

Sagsfremstilling
Der er kommet 17 ansøgere til puljen. Der blev brugt 55.000 kr. i fjor.
Mødet blev holdt på biblioteket i Havby i 2022. Puljen reguleres ikke.

Beslutning
Udsat.
"""
ADVICE = """\
Referat af møde i Kvalitetsrådet (KVR)
den 6. april 2022 kl. 10.00
Godkendt referat

Til stede: Ole Vind (formand)

1. Klinik i Havby
Sagsnr. 22/1001

Indstilling
Sekretariatet indstiller, at rådet udtaler sig.

Beslutning
KVR anbefaler over for Sundhedsudvalget, at klinikken oprettes.

2. Dyrere forsikringer

Sagsfremstilling
Forsikringerne er blevet dyrere.

Indstilling
Sekretariatet indstiller, at rådet anbefaler en ny aftale.

Beslutning
KVR anbefaler en ny aftale om forsikringer.
"""
AGREEMENT = """\
Aftale om vagtordning i Havby 2020-2024
Indgået den 2. december 2019

§ 1. Løbetid
Aftalen gælder fra den 1. januar 2020 til den 31. december 2024.

§ 2. Honorar
Stk. 1. Vagthonoraret er 640 kr. pr. time.
Stk. 2. Kørselsgodtgørelsen er 3,80 kr. pr. km.

§ 3. Regulering
Honorarerne i § 2, stk. 1, reguleres hvert år den 1. april.
"""
PAPERS = {
    "suu-2022.txt": CLINIC,
    "suu-2023.txt": STATUS,
    "kvr-2022.txt": ADVICE,
    "aftale.txt": AGREEMENT,
}
DA = "Hvad besluttede SUU om klinikken i Havby den 4. maj 2022?"
EN = "What did SUU decide on the clinic in Havby on 4 May 2022?"
FEE_DA, FEE_EN = "Hvad er vagthonoraret?", "What is the mileage allowance?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("leaning"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("first", "said"),
    [
        *((DA, said) for said in ("hvad blev der brugt?", "kom der ansøgere?")),
        *((DA, said) for said in ("hvor blev mødet holdt?", "hvad hvis det er dyrere?")),
        *((DA, said) for said in ("hvornår lukkede den?", "hvem ejer den?", "hvad i stedet?")),
        *((EN, said) for said in ("what was spent?", "when did it close?", "what instead?")),
        *((EN, said) for said in ("where was the meeting held?", "what if it is dearer?")),
        *((FEE_DA, said) for said in ("hvem deltog på mødet?", "hvad blev der brugt?")),
        *((FEE_EN, said) for said in ("who was at the meeting?", "who runs it?")),
    ],
)
def test_what_names_nothing_and_is_not_said_there_is_asked_back(
    assistant: Assistant, first: str, said: str
) -> None:
    reply = talk(assistant, first, said)[-1]
    assert reply.asks_back, reply.text


@pytest.mark.parametrize(
    ("first", "said", "told"),
    [
        (DA, "hvornår åbnede den?", "åbnede den 2. februar 2023"),
        (EN, "when did it open?", "åbnede den 2. februar 2023"),
        (DA, "hvor mange patienter har den nu?", "310 patienter"),
        (EN, "how many patients does it have now?", "310 patienter"),
        (DA, "hvad blev de købt for?", "81.000 kr."),
        (EN, "what were they bought for?", "81.000 kr."),
        (DA, "ok tak. hvem ledede mødet?", "Inga Rask"),
        (EN, "thanks, very helpful. who was absent?", "Karl Holm"),
        (DA, "1000 tak! hvem var fraværende?", "Karl Holm"),
        (DA, "ja ok. tak. hvem ledede mødet?", "Inga Rask"),
        (DA, "hm. hvem ledede mødet?", "Inga Rask"),
        (EN, "yes ok, thank you. who was absent?", "Karl Holm"),
        (EN, "I see. alright, who was absent?", "Karl Holm"),
        (DA, "hvad anbefalede KVR?", "at klinikken oprettes"),
        (EN, "what did KVR recommend?", "at klinikken oprettes"),
    ],
)
def test_it_is_told_of_the_matter_that_was_spoken_of(
    assistant: Assistant, first: str, said: str, told: str
) -> None:
    reply = talk(assistant, first, said)[-1]
    assert told in " ".join([reply.text, *(citation.quote for citation in reply.citations)])
    assert reply.understood_as is not None
    assert reply.kind.asserts
    titles = {c.item.title for c in reply.citations if c.item}
    assert not titles & {"Puljen til lokale forsøg", "Dyrere forsikringer"}


@pytest.mark.parametrize(
    ("first", "said", "told"),
    [
        (FEE_DA, "reguleres det?", "Samme kilde siger, at beløb reguleres"),
        (FEE_EN, "is it regulated?", "this is none of them"),
        (FEE_DA, "is it regulated?", "so it may be another by now"),
    ],
)
def test_whether_a_rate_is_regulated_is_told_with_the_clause(
    assistant: Assistant, first: str, said: str, told: str
) -> None:
    rate, regulated = talk(assistant, first, said)
    assert rate.kind is ReplyKind.RATE
    assert regulated.kind is ReplyKind.RATE
    assert told in regulated.text
    assert any("§ 2, stk. 1" in citation.quote for citation in regulated.citations)


@pytest.mark.parametrize(
    ("first", "said", "told"),
    [
        ("Hvad besluttede SUU den 1. april 2022?", "hvad blev besluttet?", "intet møde i SUU"),
        ("Hvad besluttede SUU den 1. april 2022?", "hvem deltog?", "intet møde i SUU"),
        ("What did SUU decide in 2019?", "and who was absent?", "no meeting of SUU in 2019"),
        ("What did SUU decide on 1 April 2022?", "what was decided?", "no meeting of SUU"),
        ("Hvad besluttede SUU i 2019?", "who was absent?", "no meeting of SUU in 2019"),
    ],
)
def test_below_no_such_meeting_no_other_meeting_is_told(
    assistant: Assistant, first: str, said: str, told: str
) -> None:
    none, again = talk(assistant, first, said)
    assert not none.kind.asserts
    assert not again.kind.asserts
    assert told in again.text


@pytest.mark.parametrize(
    ("said", "told"), [("er det vedtaget?", "400.000 kr."), ("was it approved?", "400.000 kr.")]
)
def test_whether_it_was_adopted_is_told_by_its_decision(
    assistant: Assistant, said: str, told: str
) -> None:
    assert told in talk(assistant, DA, said)[-1].text


@pytest.mark.parametrize(
    ("first", "said", "read_as"),
    [
        (FEE_DA, "nej, kørselsgodtgørelsen", "Hvad er kørselsgodtgørelsen?"),
        (FEE_EN, "sorry, I meant the meeting fee", "what is the meeting fee?"),
        ("Hvad får vagterne pr. time i år 2?", "og år 3?", "Hvad får vagterne pr. time i år 3?"),
        ("Hvad er vagthonoraret?", "og i AV21?", "Hvad er vagthonoraret i AV21?"),
    ],
)
def test_a_rate_is_exchanged_for_another_or_its_year(
    assistant: Assistant, first: str, said: str, read_as: str
) -> None:
    reply = talk(assistant, first, said)[-1]
    assert reply.understood_as == read_as or reply.asks_back


@pytest.mark.parametrize(
    "own",
    [
        "Hvad besluttede KVR om forsikringer?",
        "hvad er kørselsgodtgørelsen?",
        "What is the mileage allowance?",
        "hvem var til stede i KVR i april 2022?",
        "hvad betyder SUU?",
    ],
)
def test_a_question_that_names_its_matter_is_none_that_leans(
    assistant: Assistant, own: str
) -> None:
    reply = talk(assistant, DA, own)[-1]
    assert reply.understood_as is None
    assert not reply.asks_back


@pytest.mark.parametrize(
    "text",
    [
        "Hvad blev der besluttet?",
        "what did they decide?",
        "Hvem stemte imod?",
        "Blev det godkendt?",
        "hvad koster det?",
    ],
)
def test_what_names_neither_matter_nor_body_nor_time_is_asked_back(
    assistant: Assistant, text: str
) -> None:
    assert talk(assistant, text)[-1].asks_back


@pytest.mark.parametrize("text", ["Hvad er nyt?", "hvornår er næste møde?", "hvem deltog?"])
def test_what_is_of_the_whole_archive_or_the_last_meeting_is_not(
    assistant: Assistant, text: str
) -> None:
    assert not talk(assistant, text)[-1].asks_back
