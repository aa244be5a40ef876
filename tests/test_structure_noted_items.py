"""Notes whose items are a mark and text, called by the agenda above or by their first words."""

import pytest

from ingest.structure.layout.noted_items import opening, texts_behind_marks
from tests.structure_layouts import decided, numbers_and_titles, outcomes, read

HEAD = "Referat fra bestyrelsesmøde i Foreningen Gadespejlet\nMandag d. 4. maj 2020\n\n"
LISTED = "Dagsorden:\n1. Referat\n2. Regnskab\n3. Ny trailer\n\n"
LONG = (
    "Der kom tilbud fra tre forhandlere i omegnen, og Per har set på dem alle. Det laveste er på "
    "17.400 kr. med lys og reservehjul, men uden presenning, som koster 900 kr. hos naboen. "
    "Bestyrelsen godkendte købet, idet presenningen skal være grøn."
)


@pytest.mark.parametrize(
    "mark", ["Ad {})", "Ad {}.", "Ad {}:", "ad. {}", "Punkt {}:", "Til pkt. {}."]
)
def test_text_behind_a_mark_is_an_items_whatever_its_length(mark: str) -> None:
    said = [
        "Referatet blev godkendt.",
        "Kassereren gennemgik regnskabet for Ida. Taget til efterretning.",
        LONG,
    ]
    notes = "\n\n".join(f"{mark.format(n)} {text}" for n, text in enumerate(said, start=1))
    minutes = read(f"{HEAD}{LISTED}{notes}\n")
    assert numbers_and_titles(minutes) == [
        ("1", "Referat"),
        ("2", "Regnskab"),
        ("3", "Ny trailer"),
    ]
    assert outcomes(minutes) == ["approved", "noted", "approved_with_change"]
    assert decided(minutes, "3")[0].startswith("Bestyrelsen godkendte købet, idet presenningen")


def test_without_an_agenda_an_item_is_called_by_its_first_words() -> None:
    minutes = read(
        f"{HEAD}Ad 1. Referatet blev godkendt.\nAd 2. {LONG}\n"
        "Ad 3. Sommerfesten udsættes til næste år, for salen er lejet ud.\n"
    )
    assert numbers_and_titles(minutes) == [
        ("1", "Referatet blev godkendt"),
        ("2", "Der kom tilbud fra tre forhandlere i omegnen, og Per har set på dem alle"),
        ("3", "Sommerfesten udsættes til næste år, for salen er lejet ud"),
    ]
    assert outcomes(minutes) == ["approved", "approved_with_change", "deferred"]


AGENDA = ["1. Bro", "2. Vej", "3. Sti", "4. Kaj", "5. Havn"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Ad 1) Det er rigtigt, at broen er smal.", "Ad 2) Nej, det koster for meget."],
        [*AGENDA, "Ad 1) Broen er smal og gammel nu.", "Ad 2) Vejen er lang og øde her."],
        [f"Ad {n}) Broen er smal og gammel nu." for n in (1, 3, 2)],
        ["Ad 1) Bro", "Ad 2) Vej", "Ad 3) Kaj"],
        [
            "Indstilling",
            "1. At broen lukkes",
            "2. At vejen males",
            "Beslutning",
            "Ad 1: Udsat.",
            "Ad 2: Nej.",
        ],
        [f"Ad {n}) Bro: den er smal og gammel." for n in (1, 2, 3)],
        [f"Punkt {n} blev udsat til næste møde i maj." for n in (3, 4, 5)],
    ],
)
def test_references_titles_and_answers_to_a_letter_are_left_whole(lines: list[str]) -> None:
    assert texts_behind_marks(lines) == {}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Intet.", "Intet"),
        ("Taksten er 4,50 kr. pr. km fra maj. Godkendt.", "Taksten er 4,50 kr. pr. km fra maj"),
        (LONG, "Der kom tilbud fra tre forhandlere i omegnen, og Per har set på dem alle"),
        (f"Ib Krog, {LONG}", "Ib Krog, Der kom tilbud fra tre forhandlere i"),
    ],
)
def test_first_words_end_with_their_sentence_or_are_cut(text: str, title: str) -> None:
    assert opening(text) == title


def test_a_heading_of_a_number_and_a_case_number_has_its_title_below() -> None:
    minutes = read(
        "BESLUTNINGSPROTOKOL\nHavneudvalget, mødet den 8. februar 2011 kl. 16:00\n\n"
        "Sag nr. 11 - 05.01.02-G01-3-10\nMoler og kajer\nUdgiften er 4,2 mio. kr.\n"
        "Udvalget, den 8. februar 2011: Godkendt.\n\n"
        "Sag nr. 12 - 09.08.16-P19-1-11\nAnsøgning om en kran\nEjeren ansøger.\n"
        "Udvalget, den 8. februar 2011: Udsat.\n"
    )
    assert numbers_and_titles(minutes) == [("11", "Moler og kajer"), ("12", "Ansøgning om en kran")]
    assert [item.case_numbers for item in minutes.items] == [
        ("05.01.02-G01-3-10",),
        ("09.08.16-P19-1-11",),
    ]


@pytest.mark.parametrize("mark", ["3{}.", "3 {})", "3.{}."])
def test_lettered_items_stand_in_the_place_of_the_one_that_the_agenda_lists(mark: str) -> None:
    minutes = read(
        "Referat af generalforsamling i Bådlauget\nden 24. april 2003 kl. 19.00\n\nDagsorden\n"
        "1. Valg af dirigent\n2. Kontingent\n3. Indkomne forslag\n   a. Ny mole\n   b. Katte\n"
        "4. Eventuelt\n\n"
        "1. Valg af dirigent\nIb Krog blev valgt.\n\n"
        "2. Kontingent\nForslaget blev vedtaget med 31 stemmer for og 12 imod.\n\n"
        f"{mark.format('a')} Ny mole\nDet krævede to tredjedele. 26 stemte for og 21 imod. "
        f"Forslaget bortfaldt.\n\n{mark.format('b')} Katte\nForslaget blev trukket.\n\n"
        "4. Eventuelt\nIntet.\n"
    )
    assert [one.number for one in minutes.items] == ["1", "2", "3a", "3b", "4"]
    assert outcomes(minutes)[1:4] == ["vote", "rejected", "sent_back"]
