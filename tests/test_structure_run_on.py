"""Text that lost its line breaks, and other layouts of small bodies."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents import OPEN, DocumentKind
from ingest.reading.markdown import read_markdown
from ingest.structure import understand
from ingest.structure.layout.run_on import cuts_in
from tests.structure_layouts import decided, item, numbers_and_titles, outcomes, read, recommended

SCRAPED = (
    "Referat fra møde i Havnerådet d. 3/4-07 kl. 9.30 i mødelokale 2. Til stede: Ib Krog, Maja Dam "
    "og Ole Holm. Afbud: Eva Lund. Ad. 1 Dagsorden: Dagsordenen blev godkendt. Ad. 2 Bøjer: Ib "
    "Krog orienterede om priserne i pkt. 4. Rådet besluttede at købe fire. Ad. 3 Kajen: Forslaget "
    "blev vedtaget. Ad. 4 Molen: Udsat til næste møde. Næste møde er den 8. maj 2007."
)


def test_items_on_one_line_are_items() -> None:
    minutes = read(SCRAPED)
    assert (minutes.kind, minutes.date) == (DocumentKind.MINUTES, date(2007, 4, 3))
    assert minutes.body is not None
    assert (minutes.body.name, minutes.place) == ("Havnerådet", "mødelokale 2")
    assert numbers_and_titles(minutes) == [
        ("1", "Dagsorden"),
        ("2", "Bøjer"),
        ("3", "Kajen"),
        ("4", "Molen"),
    ]
    assert outcomes(minutes) == ["approved", "unclassified", "approved", "deferred"]
    assert decided(minutes, "2") == ["Rådet besluttede at købe fire."]
    assert [(a.name, a.presence.value) for a in minutes.attendance] == [
        ("Ib Krog", "present"),
        ("Maja Dam", "present"),
        ("Ole Holm", "present"),
        ("Eva Lund", "apology"),
    ]


def test_numbers_without_a_label_part_a_line_too() -> None:
    words = "Referat af møde i Havnerådet den 3. april 2007. " + " ".join(
        f"{n}. {title}: {said}"
        for n, (title, said) in enumerate(
            [("Dagsorden", "Godkendt."), ("Bøjer", "Der købes fire, sagde Ib Krog. " * 3),
             ("Molen", "Udsat."), ("Eventuelt", "Intet.")], 1)
    )  # fmt: skip
    assert [title for _, title in numbers_and_titles(read(words))] == [
        "Dagsorden",
        "Bøjer",
        "Molen",
        "Eventuelt",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Udvalget henviser til punkt 1 og punkt 2. Punkt 1 blev behandlet på mødet i maj. " * 4,
        "1. maj var der fest. 2. juledag er fri. " * 8,
        "Punkt 4: Budget 2021: Drift og anlæg",
        "Kl. 9.00: Velkomst. Kl. 10.00: Oplæg om havnen og dens fremtid.",
    ],
)
def test_a_line_without_numbered_marks_of_its_own_stays_whole(words: str) -> None:
    assert cuts_in(words) == []


@given(
    st.lists(st.sampled_from(["Ad. 1 ", "Ad. 2 ", "Ad. 3 ", "Bøjer: ", "Godkendt. ", "a " * 40]))
)
def test_cuts_rise_and_lie_within_the_line(pieces: list[str]) -> None:
    words = "".join(pieces)
    places = [0, *cuts_in(words), len(words) or 1]
    assert all(first < second for first, second in pairwise(places))


def test_an_item_of_an_email_is_a_title_and_what_was_said() -> None:
    minutes = read(
        "Kære alle\nHermed beslutningsreferat fra mødet i klyngen den 5. oktober 2020.\n"
        "- Punkt 1, valg af koordinator: Maja Dam blev valgt for to år.\n"
        "- Punkt 2, tema for efteråret: Vi vælger KOL. Ib Krog laver udtræk.\n"
        "- Punkt 3, økonomi: Der er 12.400 kr. tilbage.\nHilsen Ole\n"
    )
    assert minutes.kind is DocumentKind.MINUTES
    assert numbers_and_titles(minutes) == [
        ("1", "valg af koordinator"),
        ("2", "tema for efteråret"),
        ("3", "økonomi"),
    ]
    assert decided(minutes, "1") == ["Maja Dam blev valgt for to år."]


def test_til_pkt_opens_an_item() -> None:
    minutes = read(
        "REFERAT\n\nBestyrelsesmøde torsdag den 14. november 1996 kl. 19.30\n\n"
        "Til pkt. 1. Referat.\nGodkendt uden bemærkninger.\n\n"
        "Til pkt. 2. Økonomi.\nTaget til efterretning.\n\n"
        "Til pkt. 3. Nyt tag.\nBestyrelsen vedtog at vente.\n"
    )
    assert [one.number for one in minutes.items] == ["1", "2", "3"]
    assert outcomes(minutes)[:2] == ["approved", "noted"]


def test_text_below_ad_2_is_no_title_where_the_agenda_above_has_one() -> None:
    minutes = read(
        "HAVNERÅDET\nMødereferat nr. 14\n29. august 2013, kl. 15.00\n\nDAGSORDEN\n"
        "1. Godkendelse af referat\n2. Bøjer\n3. Kajen\n\n"
        "Ad 1\nReferatet godkendt.\n\nAd 2\nDet besluttedes at købe fire.\n\n"
        "Ad 3\nIb Krog og Maja Dam er tovholdere.\n"
    )
    assert numbers_and_titles(minutes) == [
        ("1", "Godkendelse af referat"),
        ("2", "Bøjer"),
        ("3", "Kajen"),
    ]
    assert outcomes(minutes) == ["approved", "unclassified", "none"]
    assert minutes.status is None


def test_udvalget_besluttede_ends_the_recommendation() -> None:
    minutes = read(
        "Udvalget for Havne\nMødet tirsdag den 12. marts 2002, kl. 13.00\n\n"
        "Sag nr. 1.  Bøjer\nJ.nr. 8-01-72-3-02\nForvaltningen indstiller,\nat der købes fire.\n"
        "Udvalget besluttede: Der købes to. Et mindretal (A) stemte for fire.\n\n"
        "Sag nr. 2.  Kajen\nJ.nr. 8-01-72-9-02\nForvaltningen indstiller,\nat den males.\n"
        "Udvalget besluttede: Tiltrådt.\n"
    )
    assert recommended(minutes, "1") == ["at der købes fire."]
    assert decided(minutes, "1")[0].startswith("Der købes to.")
    assert outcomes(minutes)[1] == "approved"


def test_a_title_behind_its_label_may_say_that_the_item_is_closed() -> None:
    minutes = read(
        "Havneudvalget\nMødedato: 11. maj 2009\n\n"
        "Pkt. nr. 1\nSag: Kajen\nIndstilling: At den males.\nUdvalgets beslutning: Godkendt.\n\n"
        "Pkt. nr. 2\nSag: Lukket sag - salg af bod\nUdvalgets beslutning: Godkendt.\n"
    )
    assert numbers_and_titles(minutes) == [("1", "Kajen"), ("2", "Lukket sag - salg af bod")]
    assert [one.closed for one in minutes.items] == [False, True]


def test_numbers_like_two_point_nought_are_items_over_their_points() -> None:
    minutes = read(
        "Havneskolen\nReferat fra møde nr. 5, den 19.2.98\n\n"
        "1.0 Meddelelser\n1.1 Formanden: Der er is på havnen.\n1.2 Eleverne: Intet nyt.\n\n"
        "2.0 Ferieplan\nUdkastet blev drøftet.\nVedtaget: Planen sendes videre.\n\n"
        "3.0 Eventuelt\nDer er for mørkt.\n"
    )
    assert [(n, t) for n, t in numbers_and_titles(minutes) if n and n.endswith(".0")] == [
        ("1.0", "Meddelelser"),
        ("2.0", "Ferieplan"),
        ("3.0", "Eventuelt"),
    ]
    assert minutes.status is None
    assert item(minutes, "2.0").index > 0


def test_the_day_over_signatures_is_that_of_an_agreement_and_not_its_level_of_prices() -> None:
    words = (
        "Lokalaftale om slæbebåde\n\n§ 1. Honorar\nFor en vagt betales 3.150 kr. (niveau 1. "
        "oktober 2019).\n\n§ 2. Ikrafttræden\nAftalen træder i kraft den 1. januar 2020.\n\n{}"
    )
    assert read(words.format("Ribe, den 12. december 2019\n")).date == date(2019, 12, 12)


def test_the_name_of_a_society_that_ends_in_a_full_stop_is_no_sentence() -> None:
    minutes = read(
        "Referat af generalforsamling i Kystens Vandværk A.m.b.a.\nOnsdag den 22. april 2015\n\n"
        "§ 1 Beretning\nBeretningen blev enstemmigt godkendt.\n\n"
        "§ 2 Regnskab\nRegnskabet blev godkendt.\n\n§ 3 Eventuelt\nIntet.\n"
    )
    assert minutes.kind is DocumentKind.MINUTES
    assert outcomes(minutes) == ["approved", "approved", "none"]


def test_a_title_with_a_colon_over_its_case_number_is_whole() -> None:
    minutes = read(
        "Referat af møde i Havnerådet den 3. april 2007\n\nPkt. 1.  Molen: de tre bøjer.\n"
        "         J.nr. 2006-2207\n\nIb Krog orienterede.\n\nBESLUTNING: Udsat.\n\n"
        "Pkt. 2.  Eventuelt.\n\nIntet.\n"
    )
    assert item(minutes, "1").title == "Molen: de tre bøjer."
    assert item(minutes, "1").case_numbers == ("2006-2207",)
    assert cuts_in("Punkt 2, tema: Vi vælger KOL.") != []
    assert cuts_in("Punkt 2, tema: Vi vælger KOL.", "Sag 24/1530 blev udsat.") != []


def test_items_in_bold_with_the_text_on_the_next_line_are_items_of_markdown() -> None:
    source = (
        "# Havnerådet – referat\n\n**Tirsdag 4. marts 2025**\n\nDeltog: Ib Krog, Maja Dam\n\n"
        "**1. Kajen**\nFogeden foreslog nye sten.\n*Beslutning:* Rådet anbefaler forslaget.\n\n"
        "**2. Gebyr**\nGebyret er 20 kr.\n*Beslutning:* Udsat.\n"
    )
    document = understand(read_markdown(source.encode()), source="referat.md", audience=OPEN)
    assert [(i.number, i.title) for i in document.items] == [("1", "Kajen"), ("2", "Gebyr")]
    words = [d.words[0].of(document.text) for d in document.decisions]
    assert words == ["Rådet anbefaler forslaget.", "Udsat."]
