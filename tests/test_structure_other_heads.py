"""Layouts of minutes whose parts are headed by questions, arrows, letters or who decided."""

import pytest

from index.decisions import Outcome
from index.documents import Presence
from tests.structure_layouts import decided, numbers_and_titles, outcomes, read, recommended

ASKED = (
    "Referat af mødet i Havneudvalget den 4. maj 2023\n\n"
    "1. Molens belysning\n"
    "Kort fortalt\nLygterne er slukkede.\n"
    "Hvad handler sagen om?\nEn lygte koster 900 kr.\n"
    "Hvad indstiller forvaltningen?\nForvaltningen indstiller, at der købes ni lygter.\n"
    "Hvad besluttede udvalget?\nGodkendt, dog kun seks lygter.\n\n"
    "2. Slæbestedet\n"
    "Hvad er indstillingen?\nat slæbestedet lukkes\n"
    "Hvad blev besluttet?\nUdsat til juni.\n"
)


def test_a_question_may_head_what_was_recommended_and_what_was_decided() -> None:
    minutes = read(ASKED)
    assert decided(minutes, "1") == ["Godkendt, dog kun seks lygter."]
    assert recommended(minutes, "1") == ["at der købes ni lygter."]
    assert recommended(minutes, "2") == ["at slæbestedet lukkes"]
    assert outcomes(minutes) == ["approved_with_change", "deferred"]


def test_short_labels_in_capitals_head_the_parts_of_an_old_protocol() -> None:
    minutes = read(
        "VIGEN KOMMUNE\nUDSKRIFT AF PROTOKOLLEN\nfor Vej- og Stiudvalget\n\n"
        "Møde den 5. juni 2007\n\n"
        "INDHOLD\n1  Broen\n2  Stien\n\n"
        "-----------------------\n1   BROEN         (j.nr. 07/20331)\n-----------------------\n"
        "SAG:     Broen er rusten.\nINDST.:  Forvaltningen indstiller, at broen males.\n"
        "VEDTOGES:  Tiltrådt.\n\n"
        "-----------------------\n2   STIEN         (j.nr. 07/20332)\n-----------------------\n"
        "SAG:     Stien er smal.\nINDST.:  Forvaltningen indstiller, at stien asfalteres.\n"
        "VEDTOGES:  Afvist.\n"
    )
    assert minutes.body is not None
    assert minutes.body.name.startswith("Vej- og Stiudvalget")
    assert numbers_and_titles(minutes) == [("1", "BROEN"), ("2", "STIEN")]
    assert [item.case_numbers for item in minutes.items] == [("07/20331",), ("07/20332",)]
    assert outcomes(minutes) == ["approved", "rejected"]
    assert recommended(minutes, "2") == ["at stien asfalteres."]


@pytest.mark.parametrize("arrow", ["=>", "->", "→"])
def test_what_stands_behind_an_arrow_at_the_end_of_items_is_decided(arrow: str) -> None:
    minutes = read(
        "Referat af bestyrelsesmøde i Vigens Roklub den 3. marts 2024\n\n"
        f"1) Årer\nIb viste prøver.\n{arrow} Vedtaget for de små både. Bo Friis stemte imod.\n\n"
        f"2) Bådhuset\nTaget er utæt.\n{arrow} Ida beder om et tilbud.\n\n3) Evt.\nIntet.\n"
    )
    assert decided(minutes, "1") == ["Vedtaget for de små både. Bo Friis stemte imod."]
    assert decided(minutes, "2") == ["Ida beder om et tilbud."]


def test_arrows_that_decide_nothing_stay_text() -> None:
    minutes = read(
        "Referat af bestyrelsesmøde i Vigens Roklub den 3. marts 2024\n\n"
        "1) Regnskab\nBeslutning: Godkendt.\n\n2) Kort\n=> Nordkajen\nBeslutning: Udsat.\n"
    )
    assert decided(minutes, "2") == ["Udsat."]


def test_points_of_a_letter_are_items_of_their_own() -> None:
    minutes = read(
        "Havnerådet\nReferat, 3. juni 2015\n\n"
        "A. Til beslutning\n\n"
        "A.1 Krogens flytning\nKrogen er tung.\nKonklusion: Der var ikke enighed.\n\n"
        "A.2 Nye pullerter\nKonklusion: Godkendt i et år.\n\n"
        "B. Til orientering\n\n"
        "B.1 Tidevand\nVandet steg.\nB.2 Lods\nEn lods er ansat.\n\n"
        "C. Eventuelt\nIntet.\n"
    )
    assert [number for number, _ in numbers_and_titles(minutes)] == (
        ["A", "A.1", "A.2", "B", "B.1", "B.2", "C"]
    )
    assert decided(minutes, "A.1") == ["Der var ikke enighed."]
    assert decided(minutes, "A.2") == ["Godkendt i et år."]


def test_a_joint_meeting_keeps_what_each_committee_decided_apart() -> None:
    minutes = read(
        "Fællesmøde mellem Udvalget for Kyst og Klit og Skovudvalget\nReferat, 15. maj 2024\n\n"
        "Sag 1 | Diget\nForslag fra administrationen\nDet foreslås, at diget hæves.\n"
        "Udvalget for Kyst og Klit besluttede\nTiltrådt.\n"
        "Skovudvalget besluttede\nForslaget blev forkastet.\n\n"
        "Sag 2 | Tårnet\nBegge udvalg besluttede\nUdsat.\n"
    )
    assert numbers_and_titles(minutes) == [("1", "Diget"), ("2", "Tårnet")]
    assert decided(minutes, "1") == ["Tiltrådt."]
    assert outcomes(minutes) == ["approved", "deferred"]


@pytest.mark.parametrize(
    "below", ["-----------", "Havnerådet, den lange udgave af en fod   side 3 af 9"]
)
def test_what_parts_pages_and_items_takes_no_decision_away(below: str) -> None:
    minutes = read(
        "Referat af mødet i Havnerådet den 4. maj 2023\n\n"
        f"1. Molen\nBeslutning:  Tiltrådt.\n{below}\n\n2. Kajen\nBeslutning: Udsat.\n"
    )
    assert decided(minutes, "1") == ["Tiltrådt."]
    assert outcomes(minutes) == ["approved", "deferred"]


def test_two_sides_and_those_who_were_away_are_told_apart() -> None:
    minutes = read(
        "Lodsrådet\nReferat, 3. juni 2015\n\n"
        "Lodssiden: Ib Krog, Ida Friis\nHavnesiden: Bo Lund\nFravær: Eva Skov, Per Holm\n\n"
        "1. Takster\nBeslutning: Havnesiden afviste forslaget. Der var ikke enighed.\n\n"
        "2. Ruter\nBeslutning: Godkendt.\n"
    )
    present = [a.name for a in minutes.attendance if a.presence is Presence.PRESENT]
    absent = [a.name for a in minutes.attendance if a.presence is Presence.ABSENT]
    assert present == ["Ib Krog", "Ida Friis", "Bo Lund"]
    assert absent == ["Eva Skov", "Per Holm"]
    assert outcomes(minutes) == ["unclassified", "approved"]


def test_front_matter_names_whose_board_met() -> None:
    minutes = read(
        "titel: Referat, bestyrelsesmøde nr. 4\norganisation: Fonden Kajen\ndato: 2019-05-16\n\n"
        "1. Leje\nBestyrelsen godkendte lejen.\n\n2. Tag\nBestyrelsen udsatte sagen.\n"
    )
    assert minutes.body is not None
    assert minutes.body.name == "Bestyrelsen for Fonden Kajen"


def test_a_forum_below_the_name_of_its_whole_is_the_same_body_as_on_one_line() -> None:
    text = (
        "Referat, 3. juni 2022\n\n1. Takster\nBeslutning: Godkendt.\n\n2. Tid\nBeslutning: Udsat.\n"
    )
    below = read(f"Sundhedsklynge Viggen\nFagligt strategisk forum\n{text}")
    beside = read(f"Sundhedsklynge Viggen, fagligt strategisk forum\n{text}")
    assert below.body is not None
    assert below.body == beside.body


def test_items_may_be_numbered_by_the_year_and_their_decision_headed_by_spaced_letters() -> None:
    minutes = read(
        "KAJRÅDET                               Referat nr. 17/2\n\n"
        "Tidspunkt: tirsdag den 14. marts 2017\nMødte: Ib Krog, Ida Friis\n\n"
        "17/07  Godkendelse af referat nr. 17/1\nGodkendt.\n\n"
        "17/08  Nye pullerter                          Ansvarlig: Ib Krog\n"
        "Der mangler ni pullerter.\nForslag: Der købes ni.\n"
        "B E S L U T N I N G\nDer købes fire.\n\n"
        "17/09  Eventuelt\nIntet.\n"
    )
    assert numbers_and_titles(minutes) == [
        ("17/07", "Godkendelse af referat nr. 17/1"),
        ("17/08", "Nye pullerter"),
        ("17/09", "Eventuelt"),
    ]
    assert decided(minutes, "17/08") == ["Der købes fire."]


def test_dates_and_case_numbers_in_a_row_are_no_items() -> None:
    minutes = read(
        "Kajrådet\nReferat, 14. marts 2017\n\n1. Post\n"
        "17/07 Brev fra Ib Krog\n17/09 Brev fra Ida Friis\n17/12 Brev fra Bo Lund\n"
        "Beslutning: Taget til efterretning.\n\n2. Tid\nBeslutning: Udsat.\n"
    )
    assert [number for number, _ in numbers_and_titles(minutes)] == ["1", "2"]


@pytest.mark.parametrize(
    "words",
    ["Lukket punkt. Protokollen er fortrolig.", "Lukket sag. Se det fortrolige bilag hos lodsen."],
)
def test_an_item_is_closed_whatever_follows_the_words_that_say_so(words: str) -> None:
    minutes = read(
        "Kajrådet\nReferat, 14. marts 2017\n\n"
        f"1. Tid\nBeslutning: Udsat.\n\n2. Salg\n{words}\n\n3. Kran\nBeslutning: Godkendt.\n"
    )
    assert [item.closed for item in minutes.items] == [False, True, False]


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Tiltrådt af Hov og Vig. Odde tager stilling senere.", "approved_with_change"),
        ("Godkendt. Odde afventer byrådets godkendelse.", "approved_with_change"),
        (
            "Odde Byråd godkendte taksten den 16. december 2020. Taget til efterretning.",
            "noted",
        ),
        ("Godkendt. Lodsen tager stilling til farven.", "approved"),
    ],
)
def test_what_one_of_several_has_yet_to_decide_limits_an_approval(words: str, outcome: str) -> None:
    minutes = read(
        f"Kajforum\nReferat, 14. marts 2021\n\n1. Takst\nBeslutning: {words}\n\n"
        "2. Tid\nBeslutning: Udsat.\n"
    )
    assert outcomes(minutes) == [outcome, "deferred"]


@pytest.mark.parametrize("label", ["Beslutning", "Konklusion", "Aftalt"])
def test_what_was_said_is_no_part_of_what_was_decided_below_it(label: str) -> None:
    minutes = read(
        "Kajrådet\nReferat, 14. marts 2017\nDeltagere: Ib Krog\n\n"
        "1. Kran\nReferat: Ib fremlagde et udkast. Kranen er i stykker.\n"
        f"{label}: Kranen repareres.\n\n"
        f"2. Tid\nReferat: Ida bad om et senere møde.\n{label}: Udsat.\n"
    )
    assert decided(minutes, "1") == ["Kranen repareres."]
    assert minutes.status is None


def test_what_a_council_says_of_a_proposal_is_what_it_decided() -> None:
    minutes = read(
        "Stirådet\nReferat, 14. marts 2017\nTil stede: Ib Krog\n\n"
        "Ad 1. Dagsorden\nGodkendt.\n\n"
        "Ad 2. Kanter\nIb fandt dem høje. Rådet kunne ikke blive enigt og giver to svar.\n\n"
        "Ad 3. Bænke\nDer foreslås to. Rådet tager skarpt afstand fra forslaget.\n\n"
        "Ad 4. Træer\nFældes. Rådet henstiller til byrådet, at de bliver.\n"
    )
    assert decided(minutes, "2")[-1].startswith("Rådet kunne ikke blive enigt")
    assert decided(minutes, "3") == ["Rådet tager skarpt afstand fra forslaget."]
    assert decided(minutes, "4") == ["Rådet henstiller til byrådet, at de bliver."]
    assert outcomes(minutes)[1:] == ["unclassified"] * 3


def test_run_in_headings_may_say_how_it_came_out() -> None:
    minutes = read(
        "Stirådet\nReferat, 14. marts 2017\nTil stede: Ib Krog\n\n"
        "1. Bus\nOplæg. Bussen kan køre.\nUdfald. Taget af dagsordenen.\n\n"
        "2. Tog\nOplæg. Toget kan køre.\nUdfald. Godkendt.\n"
    )
    assert outcomes(minutes) == ["sent_back", "approved"]


def test_what_only_ends_like_a_side_is_no_party() -> None:
    text = (
        "Referat af møde i Havneudvalget\nden 3. maj 2021\n\n1. Ny side på nettet\nSagsnr. 21/7\n\n"
    )
    rec = "Indstilling\n\nDet indstilles, at hjemmesiden godkendes for 90.000 kr.\n\n"
    said = "Beslutning\n\nHjemmesiden blev godkendt, idet udgiften afholdes af havnen i to år.\n"
    (decision,) = read(text + rec + said).decisions
    assert decision.outcome is Outcome.APPROVED_WITH_CHANGE
