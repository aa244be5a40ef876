"""Questions on the papers of small associations: who was against what, and rates by the hour."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import Reply, ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "laug/2021-02-03.txt": """\
Referat af møde i Broudvalget den 3. februar 2021

Til stede: Kaja Vind (formand), Leo Stub, Mai Toft, Uffe Hede

1. Nedlæggelse af stenbroen (21-0311)
Formanden foreslog at nedlægge stenbroen. For stemte Kaja Vind, Leo Stub og Mai Toft,
imod stemte Uffe Hede. Forslaget er hermed vedtaget.

2. Bænke
Beslutning
Kaja Vind laver et nyt udkast til placering. Forslaget blev ikke godkendt.
""",
    "laug/2021-06-02.txt": """\
Referat af møde i Broudvalget den 2. juni 2021

Til stede: Kaja Vind (formand), Leo Stub, Mai Toft, Uffe Hede

1. Stenbroen (21-0311)
Beslutning
Udvalget besluttede, at stenbroen alligevel sættes i stand. Leo Stub stemte imod.
""",
    "laug/aftale.txt": """\
Aftale om brovagter

Aftalen gælder fra 1. januar 2021 til 31. december 2024.

Kørsel til broen godtgøres med 3,10 kr. pr. km indtil 10.000 km og derover med 1,90 kr. pr. km.
En vagt honoreres med 210 kr. pr. time.
Honoraret for en vagt reguleres den 1. april hvert år med 1,8 %.
""",
    "laug/notat.txt": """\
Notat

Fra den 1. marts 2023 godtgøres kørsel til broen med 3,30 kr. pr. km.
""",
    "laug/2021-09-01.txt": """\
Referat af møde i Broudvalget den 1. september 2021

Til stede: Kaja Vind (formand), Leo Stub, Mai Toft, Uffe Hede

1. Ny gangbro
Ingeniøren anbefaler træ frem for stål.
Beslutning
Godkendt. Gangbroen skal være færdig senest den 1. maj 2022.

2. Regnskab
Beslutning
Taget til efterretning.
""",
    "laug/2021-11-03.txt": """\
Referat af møde i Broudvalget den 3. november 2021

Til stede: Kaja Vind (formand), Leo Stub, Mai Toft, Uffe Hede

1. Ny gangbro
Indstilling
At fristen for gangbroen flyttes til den 1. oktober 2022.
Beslutning
Indstillingen blev godkendt.

2. Møder
Beslutning
Drøftet.
""",
    "fisk/2020-02-05.txt": """\
Referat af møde i Dambrugsrådet den 5. februar 2020

Til stede: Kaja Vind (formand), Leo Stub

1. Udsætning
Der kom 4.100 ørreder i kvie-åen og 900 i møllebækken.
Beslutning
Taget til efterretning.

2. Bukke
Beslutning
Drøftet.
""",
    "fisk/2020-04-01.txt": """\
Referat af møde i Dambrugsrådet den 1. april 2020

Til stede: Kaja Vind (formand), Leo Stub

1. Godkendelse af referat fra den 5. februar 2020
Beslutning
Godkendt, idet antallet i møllebækken rettes til 1.900.

2. Net
Beslutning
Drøftet.
""",
    "laug/vedtaegter.txt": """\
Forretningsorden for Broudvalget

Udvalget er beslutningsdygtigt, når tre medlemmer er mødt.
Står stemmerne lige, gør formandens stemme udslaget.
""",
    "laug/aftale-faerge.txt": """\
Aftale om færgen

Aftalen gælder fra 1. januar 2020 til 31. december 2030.

Dæksvask honoreres med 300 kr. pr. gang.
I maj måned ydes et tillæg på 12 % til dæksvasken.
""",
    "laug/kurser.txt": """\
Prisliste for kurser

Gældende fra 1. januar 2020.
Ved samkørsel ydes et tillæg på 5 %.
""",
    "laug/2022-02-02.txt": """\
Referat af møde i Broudvalget den 2. februar 2022

Til stede: Kaja Vind (formand), Leo Stub, Mai Toft, Uffe Hede

1. Dæksvask
Færgefolkene ønsker 350 kr.
Beslutning
Enighed om 330 kr. fra den 1. marts 2022.

2. Regnskab for 2021
Beslutning
Udsat.

3. Ny havn i Vig
Indstilling
At udvalget anbefaler Havnerådet en havn i Vig.
Beslutning
Anbefalet.
""",
    "laug/2022-04-06.txt": """\
Referat af møde i Broudvalget den 6. april 2022

Til stede: Kaja Vind (formand), Leo Stub, Mai Toft, Uffe Hede

1. Regnskab
Beslutning
Godkendt.

2. Ny havn i Vig
Havnerådet besluttede den 3. marts 2022 at sige ja, dog først fra 2025.
Beslutning
Taget til orientering.
""",
    "laug/notat-pile.txt": """\
Notat om bropillerne

Dato: 4. august 2021
Dykkerne anbefaler, at den midterste pille støbes om.
""",
    "hospital/2022-05-04.txt": """\
Lokal-MED-udvalget, Kirurgisk Afdeling, Fjordens Hospital
Referat af møde den 4. maj 2022

Til stede: Ida Krog, Bo Friis

1. Ferieplan
Beslutning
Ferieplanen blev godkendt.
""",
}


@pytest.fixture(scope="module")
def guild(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("associations"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvem stemte imod at nedlægge stenbroen?", "imod stemte Uffe Hede"),
        ("Hvem var imod nedlæggelsen af stenbroen?", "imod stemte Uffe Hede"),
        ("Hvem stemte imod at sætte stenbroen i stand?", "Leo Stub stemte imod."),
    ],
)
def test_who_was_against_is_told_of_the_motion_asked_about(
    guild: Assistant, question: str, told: str
) -> None:
    reply = ask(guild, question)
    assert told in quotes(reply)[0]
    assert not reply.warnings


def test_who_was_against_something_else_is_said_to_be(guild: Assistant) -> None:
    reply = ask(guild, "Hvem stemte imod at sælge stenbroen?")
    assert reply.kind is ReplyKind.NOT_FOUND or any("modsatte" in w for w in reply.warnings)


def test_a_case_is_followed_by_a_number_in_brackets(guild: Assistant) -> None:
    told = " ".join(quotes(ask(guild, "Hvad er der sket i sag 21-0311?")))
    assert "Forslaget er hermed vedtaget" in told
    assert "alligevel sættes i stand" in told


def test_what_is_proposed_anew_is_open(guild: Assistant) -> None:
    assert "Bænke" in ask(guild, "Hvad er stadig åbent i Broudvalget?").text


@pytest.mark.parametrize(
    "question",
    ["Hvad besluttede MED-udvalget om ferieplanen?", "Did the MED committee approve it?"],
)
def test_a_joint_committee_has_documents(guild: Assistant, question: str) -> None:
    assert ask(guild, question).kind is not ReplyKind.NOT_IN_ARCHIVE


def _told(reply: Reply) -> str:
    return f"{reply.text} {' '.join(quotes(reply))}"


@pytest.mark.parametrize("when", ["om natten", "i weekenden", "om søndagen", "om aftenen"])
def test_no_rate_of_the_day_is_told_for_the_night(guild: Assistant, when: str) -> None:
    reply = ask(guild, f"Hvad er honoraret for en vagt {when}?")
    assert "gælder" not in reply.text.lower() or reply.kind is ReplyKind.NOT_FOUND
    assert reply.kind is ReplyKind.NOT_FOUND


def test_what_is_called_alike_stands_beside_a_rate_of_another_time(guild: Assistant) -> None:
    told = _told(ask(guild, "Hvad var kørselsgodtgørelsen til broen i 2022?"))
    assert "3,10" in told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvad anbefaler dykkerne?", "den midterste pille støbes om"),
        ("Hvad anbefaler ingeniøren?", "træ frem for stål"),
    ],
)
def test_advice_is_told_in_the_advisers_words(guild: Assistant, question: str, told: str) -> None:
    assert told in ask(guild, question).text


def test_what_nobody_is_said_to_advise_is_not_told(guild: Assistant) -> None:
    assert ask(guild, "Hvad anbefaler arkitekterne?").kind is ReplyKind.NOT_FOUND


@pytest.mark.parametrize(
    "question", ["Hvem har den afgørende stemme ved stemmelighed?", "Who has the casting vote?"]
)
def test_a_tie_is_a_rule_and_no_vote(guild: Assistant, question: str) -> None:
    assert quotes(ask(guild, question))[0] == "Står stemmerne lige, gør formandens stemme udslaget."


def test_a_later_formula_is_told_with_what_it_approved(guild: Assistant) -> None:
    told = ask(guild, "Hvornår skal gangbroen være færdig?").text
    assert "1. oktober 2022" in told


@pytest.mark.parametrize(
    "question",
    [
        "Hvor meget stiger honorarerne i aftalen om brovagter?",
        "Hvordan reguleres satserne for brovagter?",
    ],
)
def test_how_amounts_are_regulated_is_quoted(guild: Assistant, question: str) -> None:
    assert quotes(ask(guild, question))[0].endswith("hvert år med 1,8 %.")


def test_the_regulation_of_something_else_is_not(guild: Assistant) -> None:
    assert "1,8" not in _told(ask(guild, "Hvordan reguleres kontingentet i sejlklubben?"))


def test_a_figure_that_was_corrected_is_told_with_its_correction(guild: Assistant) -> None:
    reply = ask(guild, "Hvor mange ørreder kom der i møllebækken?")
    assert any("rettes til 1.900" in quote for quote in quotes(reply))
    assert any("rettet" in warning for warning in reply.warnings)


def test_what_was_decided_since_stands_beside_an_amount_of_an_agreement(guild: Assistant) -> None:
    assert "330 kr." in ask(guild, "Hvad koster en dæksvask?").text
    before = ask(guild, "Hvad kostede en dæksvask i 2021?")
    assert "330 kr." not in before.text


def test_a_month_in_the_name_of_a_rate_tells_which_is_meant(guild: Assistant) -> None:
    told = ask(guild, "Hvad er tillægget i maj?").text
    assert "12 %" in told
    assert "5 %" not in told.split("**")[1]


def test_a_matter_comes_back_without_its_year(guild: Assistant) -> None:
    reply = ask(guild, "Hvad blev besluttet om regnskabet i februar 2022?")
    assert "6. april 2022" in reply.text


def test_what_others_decided_is_told_with_an_item_that_was_only_noted(guild: Assistant) -> None:
    told = ask(guild, "Hvad anbefalede Broudvalget om en ny havn i Vig i februar 2022?").text
    assert "dog først fra 2025" in told
