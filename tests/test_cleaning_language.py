import random

import pytest

from index.spans import Page, Span
from ingest.cleaning.language import judge, require_language
from ingest.reading.extraction import Extraction, Reason, Unreadable

DANISH = (
    "Udvalget drøftede på mødet den økonomiske oversigt og tog stilling til, hvordan midlerne "
    "skal fordeles mellem de to ordninger i det kommende år. Administrationen indstiller, at "
    "orienteringen tages til efterretning, og at der afsættes 250.000 kr. til afprøvningen. "
    "Indstillingen blev godkendt, idet udvalget ønsker en status forelagt til foråret. "
)
LANGUAGES = {
    "danish": DANISH,
    "capitals": DANISH.upper(),
    "english": "The committee discussed the financial overview at its meeting and decided how the "
    "funds are to be shared between the two schemes in the coming year. The administration "
    "recommends that the briefing is noted and that money is set aside for the trial period. ",
    "norwegian": "Utvalget drøftet på møtet den økonomiske oversikten og tok stilling til hvordan "
    "midlene skal fordeles mellom de to ordningene i det kommende året. Innstillingen ble "
    "enstemmig vedtatt, og saken legges frem på nytt når evalueringen foreligger. ",
    "swedish": "Utskottet diskuterade vid mötet den ekonomiska översikten och tog ställning till "
    "hur medlen ska fördelas mellan de båda ordningarna under det kommande året. Förslaget "
    "godkändes, och frågan tas upp på nytt när utvärderingen har blivit klar. ",
    "german": "Der Ausschuss hat in seiner Sitzung die Übersicht über die Ausgaben besprochen und "
    "entschieden, wie die Mittel im kommenden Jahr zwischen den beiden Programmen verteilt "
    "werden. Die Empfehlung wurde angenommen, nachdem einige Fragen geklärt worden waren. ",
    "french": "Le comité a examiné lors de sa réunion la situation financière et a décidé comment "
    "les moyens seront répartis entre les deux programmes pendant l'année prochaine. La "
    "proposition a été adoptée après que quelques questions eurent été clarifiées. ",
    "names": "Bodil Ravn Sørensen, Jens Kjær Mortensen, Ghita Wulff, Xenia Bjørnskov, Quist Hvidt, "
    "Mohammad Yildiz, Szymon Kowalczyk, Ane Vestergaard, Zenia Fjord, Poul-Erik Nygaard, Åse "
    "Thøgersen, Ruth Ellegaard, Kim Hjorth, Tove Dybdahl, Niels Ejnar Krogh, Birthe Skytte, "
    "Ulla Juhl, Egon Fuglsang, Vibeke Rix, Lars Qvortrup, Hwang Nguyen, Jytte Løvbjerg",
    "figures": "2019 4.300,00 12 % 5.250.000 kr. 2020 4.410,50 13 % 5.300.000 kr. " * 12,
    "case numbers": "1-30-72-120-18 16/34038 12-001557 2012-21786 24077452 1-01-72-9-18 " * 8,
    "contents": "1. Godkendelse af dagsorden ............................ 3\n" * 12,
    "russian": "Комитет обсудил финансовый обзор и решил, как распределить средства. " * 5,
    "greek": "Η επιτροπή συζήτησε την οικονομική επισκόπηση και αποφάσισε πώς θα κατανεμηθεί. " * 5,
}


def shifted(text: str, by: int) -> str:
    return "".join(chr(ord(c) + by) if c > " " and ord(c) + by > 32 else c for c in text)


def exchanged(text: str, seed: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyzæøå"
    mixed = list(letters)
    random.Random(seed).shuffle(mixed)
    return text.lower().translate(str.maketrans(letters, "".join(mixed)))


@pytest.mark.parametrize("name", LANGUAGES)
def test_what_people_write_is_language(name: str) -> None:
    assert judge(LANGUAGES[name]).language


@pytest.mark.parametrize("by", [-31, -29, -13, -5, -1, 1, 3, 7, 13, 29])
def test_shifted_letters_are_no_language(by: int) -> None:
    assert not judge(shifted(DANISH * 2, by)).language


@pytest.mark.parametrize("seed", range(10))
def test_exchanged_letters_are_no_language(seed: int) -> None:
    assert not judge(exchanged(DANISH, seed)).language


@pytest.mark.parametrize(
    "nonsense",
    [
        "/G21/G33/G45/G12 /G7/G21 " * 20,
        "g21 g33 g45 g12 g7 g99 " * 20,
        "(cid:12)(cid:44)(cid:3) " * 20,
        "\ufffd" * 80 + "tekst " * 40,
        "\ue021\ue034\ue055 " * 60,
        "#%&¤£{}[]~^|\\<>_#¨´`" * 15,
        "\x03\x12\x08\x1f" * 60,
        "2QOLQHVJHQHUDOIRUVDPOLQJ 'HU DIKROGHV RUGLQÄU JHQHUDOIRUVDPOLQJ PDQGDJ GHQ PDM NO RJ "
        "GDJVRUGHQHQ HU VRP I¡OJHU YDOJ DI GLULJHQW IRUPDQGHQV EHUHWQLQJ UHJQVNDE NRQWLQJHQW",
    ],
)
def test_broken_character_maps_are_no_language(nonsense: str) -> None:
    assert not judge(nonsense).language


@pytest.mark.parametrize("text", ["", "Intet.", "X", "1.", "Kl. 17:00", "QXZ WQJ"])
def test_what_is_too_short_to_judge_passes(text: str) -> None:
    assert judge(text).language


def extraction(*pages: str) -> Extraction:
    spans, at = [], 0
    for number, page in enumerate(pages, 1):
        spans.append(Page(number, Span(at, at + len(page))))
        at += len(page)
    return Extraction("".join(pages), pages=tuple(spans))


def test_a_document_of_nonsense_is_refused() -> None:
    with pytest.raises(Unreadable, match="character map") as caught:
        require_language(extraction(*[shifted(DANISH, -29)] * 3))
    assert caught.value.reason is Reason.NOT_LANGUAGE


def test_a_single_page_of_nonsense_is_named() -> None:
    after = require_language(extraction(DANISH, DANISH, shifted(DANISH * 2, -29), DANISH * 3))
    assert after.text == extraction(DANISH, DANISH, shifted(DANISH * 2, -29), DANISH * 3).text
    assert len(after.warnings) == 1
    assert after.warnings[0].startswith("page 3: its text is no language")


def test_text_without_pages_is_judged_piece_by_piece() -> None:
    after = require_language(Extraction(DANISH * 20 + shifted(DANISH * 10, -29)))
    assert after.warnings[0].startswith("characters ")
    with pytest.raises(Unreadable, match="data or code"):
        require_language(Extraction(shifted(DANISH * 10, -29)))
