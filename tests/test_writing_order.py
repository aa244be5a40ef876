"""A sentence whose words all stand in its source, put together otherwise, is not shown."""

import pytest

from bot.replies import Language
from tests.circus_papers import circus
from tests.prose_papers import fault
from tests.structure_layouts import read

SOUND = [
    ("1", "Manegen solgte 4.100 billetter i 2018 og 5.300 i 2019 [1]."),
    ("1", "I 2019 solgte manegen 5.300 billetter [1]."),
    ("1", "Regnskabet viste et tab på 70.000 kr. [1]."),
    ("1", "Stalden har siden 2011 haft plads til 24 heste [1]."),
    ("1", "En ny stald kan bygges på 8-11 måneder [1]."),
    ("1", "En måling den 4. september 2020 viste råd i bjælkerne [1]."),
    ("1", "Hestene flyttes fra engen til laden [1]."),
    ("1", "Snoren er længere end masten [1]."),
    ("2", "Nogle foreslår, at teltet males [1]."),
    ("3", "Godkendt som et forsøg i to år [1]."),
    ("4", "Ifølge sagen om Tranebæk er et vinterkvarter et sted, hvor dyrene bor [1]."),
    ("4", "Et vinterkvarter i Tranebæk blev lukket i 2017 [1]."),
    ("4", "Tranebæk Kommune stiller en mark til rådighed [1]."),
]

TURNED: list[tuple[str, Language, str, str]] = [
    # A number belongs to its day, to its side and to its place.
    ("figure", "da", "1", "Manegen solgte 5.300 billetter i 2018 [1]."),
    ("figure", "en", "1", "The price was DKK 160 in 2018 [1]."),
    ("figure", "da", "1", "Manegen solgte 4.100 billetter i 2019 og 5.300 i 2018 [1]."),
    ("figure", "da", "1", "Prisen faldt fra 160 kr. i 2018 til 180 kr. i 2019 [1]."),
    ("figure", "da", "1", "Prisen faldt fra 160 kr. til 180 kr. [1]."),
    ("figure", "da", "1", "Regnskabet viste et overskud på 70.000 kr. [1]."),
    ("figure", "da", "1", "35 procent af publikum har aldrig set hestene [1]."),
    ("figure", "da", "1", "Stalden har siden 1952 haft plads til 24 heste [1]."),
    ("figure", "da", "1", "En ny stald kan bygges på 8 måneder [1]."),
    ("figure", "da", "1", "En måling den 12. oktober 2020 viste råd i bjælkerne [1]."),
    ("figure", "da", "1", "Teltet fylder 60 meter [1]."),
    ("figure", "en", "1", "The price fell to EUR 160 in 2019 [1]."),
    # What somebody does, or where, or under what condition.
    ("swapped", "da", "1", "Hestene flyttes fra laden til engen [1]."),
    ("swapped", "da", "1", "Viggo Skov ønsker at beholde vognene [1]."),
    ("swapped", "da", "1", "Landboforeningen ejes af laden [1]."),
    ("swapped", "da", "1", "Kommunen betaler strømmen, hvis støtten gives [1]."),
    ("swapped", "da", "2", "Fonden Lanterne besluttede at søge om støtte til et telt [1]."),
    ("turned", "da", "1", "Prisen faldt, fordi der er råd i bjælkerne [1]."),
    ("turned", "da", "1", "Dyrlægen er hørt, men ikke naboerne [1]."),
    ("turned", "da", "1", "Naboen er ikke imod, fordi musikken ikke er dæmpet [1]."),
    ("turned", "da", "1", "Lån gives til medlemmer, dog højst 500 kr. [1]."),
    ("turned", "da", "1", "Lån gives kun til medlemmer, dog 500 kr. [1]."),
    # How often, how usual, how sure.
    ("turned", "da", "1", "Truppen øver i tre timer [1]."),
    ("turned", "da", "1", "Truppen får 900 kr. pr. time [1]."),
    ("turned", "da", "2", "Stole kan lejes i fire uger [1]."),
    ("turned", "da", "2", "Manegerådet fik støtte af Fonden Lanterne til et telt [1]."),
    ("turned", "da", "2", "Ifølge referatet skal teltet males [1]."),
    ("swapped", "da", "4", "I Tranebæk Kommune stiller en mark til rådighed [1]."),
    # What is said of any one is not said of one that is named.
    ("name", "da", "4", "Vinterkvarteret i Tranebæk er et sted, hvor dyrene bor [1]."),
    # A title says nothing.
    ("idle", "da", "4", "Vinterkvarter i Tranebæk 2020 [1]."),
    # What is to come is not done.
    ("turned", "da", "1", "Planen er evalueret efter to år [1]."),
    ("turned", "da", "2", "Leverandøren leverede stoffet den 1. maj 2021 [1]."),
    ("turned", "da", "2", "Aftalen udløb den 30. juni 2021 [1]."),
]


@pytest.mark.parametrize(("item", "sentence"), SOUND)
def test_what_is_put_together_as_in_the_paper_stands(item: str, sentence: str) -> None:
    assert fault(sentence, [item], document=circus()) is None


@pytest.mark.parametrize(("wrong", "language", "item", "sentence"), TURNED)
def test_what_is_put_together_otherwise_falls(
    wrong: str, language: Language, item: str, sentence: str
) -> None:
    assert fault(sentence, [item], language, circus()) == wrong


def test_a_subject_is_not_lent_to_what_another_source_says() -> None:
    sentence = "Hestene flyttes fra engen og har 12 dragter [1][2]."
    assert fault(sentence, ["1", "3"], document=circus()) == "swapped"


def test_a_presentation_is_not_quoted_as_the_voice_of_who_decided() -> None:
    sentence = "Udvalget mente, at “Det regnede i januar” [1]."
    assert fault(sentence, ["2"], document=circus()) == "outcome"


def test_nothing_is_told_as_decided_that_was_only_proposed() -> None:
    sentence = "Det blev besluttet, at teltet males [1]."
    assert fault(sentence, ["2"], document=circus()) == "outcome"


def test_whatever_is_copied_letter_by_letter_from_a_presentation_stands() -> None:
    said = (
        "Viggo Skov foreslår at sælge vognene, mens Vennekredsen ønsker at beholde dem [1].",
        "Hverken dyrlægen eller naboerne er hørt [1].",
        "Støtten gives, hvis kommunen betaler strømmen [1].",
        "Prisen faldt fra 180 kr. i 2018 til 160 kr. i 2019 [1].",
    )
    assert [fault(one, ["1"], document=circus()) for one in said] == [None] * len(said)


BRIDGE = """\
Referat af møde i Broudvalget den 3. juni 2022

Til stede: Mie Lund (formand)

1. Strategi for broen

Beslutning
Broudvalget anbefaler over for Havnerådet, at strategien godkendes.
"""


@pytest.mark.parametrize(
    ("language", "sentence", "stands"),
    [
        ("da", "Udvalget anbefaler, at strategien godkendes [1].", True),
        ("da", "Rådet anbefaler, at strategien godkendes [1].", False),
        ("en", "The committee recommends that the strategy be approved [1].", True),
        ("en", "The council recommends that the strategy be approved [1].", False),
    ],
)
def test_a_body_is_not_called_as_its_source_calls_another(
    language: Language, sentence: str, *, stands: bool
) -> None:
    document = read(BRIDGE, source="bro/2022-06-03.txt")
    assert (fault(sentence, ["1"], language, document) is None) is stands
