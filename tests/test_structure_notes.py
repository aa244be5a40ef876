"""Decisions without a heading of their own, in plain notes and old protocols."""

from datetime import date

import pytest

from index.documents import DocumentKind
from tests.structure_layouts import decided, numbers_and_titles, outcomes, read, recommended

NOTES = """Fiskerirådet ved Lindby Havn
Notater fra møde torsdag d. 5. marts 2009

Deltagere: Bo Friis, Ida Krog og Eva Toft (ref.)

Ad 1) Isværket
Bo fortalte om priserne. Isen er blevet dyr.
Rådet gik ind for at købe et nyt isværk. Ida henter tilbud.

Ad 2) Kajen
Der er huller i kajen.
Aftalt: Havnefogeden lapper hullerne inden påske.

Ad 3) Auktionen
Enighed om at flytte auktionen til kl. 6. Det begynder til maj.

Ad 4) Valg
Ida Krog vælges til formand.

Ad 5) Dieselpriser
Olieselskabet har skrevet. Rådet er ikke glad for svaret, men tager det til efterretning.

Ad 6) Mågerne
Rådet siger nej til at skyde måger. Rådet har ingen mening om netene.

Ad 7) Evt.
Bo spurgte til lyset på molen.
"""

PROTOCOL = """LINDBY AMTSKOMMUNE
VEJUDVALGET
Udskrift af protokollen
Mødet tirsdag den 9. april 1996 kl. 10.00
Til stede: Bo Friis (formand), Ida Krog.

1. J.nr. 8-70-11-96. Broer over åen.
Der er søgt om 400.000 kr.

Vejinspektøren indstiller, at beløbet bevilges.

Bevilget.

2. J.nr. 8-70-15-96. Færgelejet.
Skrivelse fra rederiet.

Forkastet, idet rederiet selv bør betale.

3. J.nr. 8-70-19-96. Vejtræer.
Forslag om linde.

Udvalget vedtog at plante ask.

4. Meddelelser.
Vejinspektøren fortalte om sneen.
"""

PORTAL = """Lindby Kommune
Erhverv
Politik
Søg

Forside / Politik / Referater / Havneudvalget / 3. juni 2020

Onsdag den 3. juni 2020 kl. 16:30
Rådhuset

Til stede: Bo Friis (formand) og Ida Krog

7. Ny kran
Sag: 20/4411

Resume
Kranen er gammel.

Beslutning
Godkendt.

8. Molen
Sag: 20/4412

Beslutning
Udsat.

Var denne side nyttig?  Ja   Nej
Lindby Kommune, Torvet 1, 9999 Lindby. CVR 12345678
Lindby Kommune · Torvet 1 · Åbningstider · Kontakt · Abonnér på nyheder
"""


def test_notes_that_settle_each_point_in_a_sentence() -> None:
    document = read(NOTES)
    assert document.kind is DocumentKind.MINUTES
    assert document.title == "Referat, Fiskerirådet ved Lindby Havn, 5. marts 2009"
    assert decided(document, "1") == ["Rådet gik ind for at købe et nyt isværk. Ida henter tilbud."]
    assert decided(document, "2") == ["Havnefogeden lapper hullerne inden påske."]
    assert decided(document, "3") == [
        "Enighed om at flytte auktionen til kl. 6. Det begynder til maj."
    ]
    assert decided(document, "4") == ["Ida Krog vælges til formand."]
    assert decided(document, "6") == [
        "Rådet siger nej til at skyde måger. Rådet har ingen mening om netene."
    ]
    assert outcomes(document) == [*["unclassified"] * 4, "noted", "unclassified", "none"]


def test_an_old_protocol_decides_in_the_last_words_of_an_item() -> None:
    document = read(PROTOCOL)
    assert document.kind is DocumentKind.MINUTES
    assert document.date == date(1996, 4, 9)
    assert numbers_and_titles(document) == [
        ("1", "Broer over åen."),
        ("2", "Færgelejet."),
        ("3", "Vejtræer."),
        ("4", "Meddelelser."),
    ]
    assert document.items[0].case_numbers == ("8-70-11-96",)
    assert recommended(document, "1") == ["at beløbet bevilges."]
    assert decided(document, "2") == ["Forkastet, idet rederiet selv bør betale."]
    assert decided(document, "3") == ["Udvalget vedtog at plante ask."]
    assert outcomes(document) == ["approved", "rejected", "approved", "none"]


def test_items_with_decisions_outweigh_the_words_of_a_menu() -> None:
    document = read(PORTAL, source="web/side.txt")
    assert document.kind is DocumentKind.MINUTES
    assert document.title == "Referat, Havneudvalget, 3. juni 2020"
    assert [i.number for i in document.items] == ["7", "8"]
    assert decided(document, "8") == ["Udsat."]
    assert document.chair == "Bo Friis"


@pytest.mark.parametrize(
    "text",
    [
        "Møde i Havneudvalget\nOnsdag den 3. juni 2020\n\nPunkt 1: Kran\nSagsnr. 20/4411\n\n"
        "Udvalget besluttede i maj at vente.\n\n"
        "Punkt 2: Mole\nSagsnr. 20/4412\n\nMolen er gammel.\n",
        "Møde i Havneudvalget\nOnsdag den 3. juni 2020\n\nPunkt 1: Kran\nSagsnr. 20/4411\n\n"
        "Havnefogeden indstiller, at den købes.\n",
    ],
)
def test_an_agenda_that_tells_of_an_earlier_decision_stays_an_agenda(text: str) -> None:
    assert read(text).kind is DocumentKind.AGENDA


def test_a_memo_with_one_conclusion_stays_a_memo() -> None:
    document = read(
        "Notat om kraner\n\n1. Baggrund\n\nKranen er fra 1971, og den er slidt.\n\n"
        "2. Muligheder\n\nMan kan købe eller leje.\n\nKonklusion\n\nDet er billigst at leje.\n"
    )
    assert document.kind is DocumentKind.MEMO
    assert document.items == ()


@pytest.mark.parametrize(
    ("paragraph", "asked", "words", "outcome"),
    [
        (
            "Det indstilles, at molen rives ned. Tiltrådt på nær fyret.",
            "at molen rives ned.",
            "Tiltrådt på nær fyret.",
            "approved_with_change",
        ),
        (
            "Havnefogeden indstiller, at taksten hæves. Forslaget blev forkastet.",
            "at taksten hæves.",
            "Forslaget blev forkastet.",
            "rejected",
        ),
        (
            "Det indstilles, at der købes bøjer. De gamle er slidte. Udsat.",
            "at der købes bøjer. De gamle er slidte.",
            "Udsat.",
            "deferred",
        ),
    ],
)
def test_a_decision_behind_its_recommendation_in_one_paragraph(
    paragraph: str, asked: str, words: str, outcome: str
) -> None:
    document = read(
        "Referat fra møde i Havneudvalget\nDato: 12. marts 2025\n\n"
        f"1. Bøjer\nDet blev besluttet at købe bøjer.\n\n2. Molen\n{paragraph}\n"
    )
    assert " ".join(recommended(document, "2")) in (asked, asked.partition(". ")[0] + ".")
    assert decided(document, "2") == [words]
    assert outcomes(document)[1] == outcome


@pytest.mark.parametrize(
    "paragraph",
    [
        "Det indstilles, at molen rives ned. Udvalget godkendte i 2019 planen.",
        "Det indstilles, at molen rives ned. Taksten er godkendt af amtet.",
        "Det indstilles, at molen rives ned. Godkendte planer følger.",
    ],
)
def test_an_argument_behind_a_recommendation_is_no_decision(paragraph: str) -> None:
    document = read(
        "Referat fra møde i Havneudvalget\nDato: 12. marts 2025\n\n"
        f"1. Bøjer\nDet blev besluttet at købe bøjer.\n\n2. Molen\n{paragraph}\n"
    )
    assert outcomes(document)[1] == "none"


def test_who_did_not_agree_stays_beside_the_others_who_did() -> None:
    document = read(
        "Referat fra møde i Havneudvalget\nDato: 12. marts 2025\n\n1. Bøjer\nDer er brug for "
        "bøjer. Bo Friis kunne ikke støtte købet. De øvrige tiltrådte.\n\n"
        "2. Molen\nMolen er lang. Udvalget tiltrådte planen.\n"
    )
    assert decided(document, "1") == ["Bo Friis kunne ikke støtte købet. De øvrige tiltrådte."]
    assert decided(document, "2") == ["Udvalget tiltrådte planen."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bestyrelsen besluttede at hæve lejen til 275 kr. pr. time.",
        "Bestyrelsen annullerede beslutningen af 19. januar. Lejen er fortsat 250 kr. pr. time.",
        "Bestyrelsen var enig om at ansætte en ny leder. Næstformanden tilsluttede sig pr. mail.",
        "Bestyrelsen hævede kontingentet med 20 kr.",
        "Udvalget gav ansøgeren afslag.",
        "Rådet fastholdt sin afgørelse.",
        "Bestyrelsen købte et nyt orgel til salen.",
    ],
)
@pytest.mark.parametrize("number", ["{}) ", "{}. ", "Pkt. {}: "])
def test_what_a_body_does_in_running_text_is_the_decision_and_never_none(
    sentence: str, number: str
) -> None:
    document = read(
        "Salens bestyrelse\nProtokol\nBestyrelsesmøde torsdag d. 19. januar 2012\n\n"
        "Tilstede: Ane Bæk (fmd.), Bo Dal.\n\n"
        f"{number.format(1)}Leje af salen\n{sentence}\n\n"
        f"{number.format(2)}Taget\nBestyrelsen vedtog at lægge nyt tag for 640.000 kr.\n"
    )
    first = document.decisions[0]
    said = "\n".join(span.of(document.text) for span in first.words)
    assert said == sentence
    assert first.outcome.value not in {"none", "noted", "discussed"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Bestyrelsen besøgte salen i Rønde.",
        "Udvalget så på tegningerne og hørte om planerne.",
        "Bestyrelsen talte om vinterens program.",
    ],
)
def test_what_a_body_only_sees_or_hears_is_no_decision(sentence: str) -> None:
    document = read(
        "Salens bestyrelse\nReferat\nMøde den 19. januar 2012\n\nTilstede: Ane Bæk, Bo Dal.\n\n"
        f"1) Leje af salen\n{sentence}\n\n2) Taget\nBestyrelsen vedtog at lægge nyt tag.\n"
    )
    assert document.decisions[0].outcome.value == "none"


@pytest.mark.parametrize(
    ("said", "words", "outcome"),
    [
        (
            "Ane viste en skitse. Vedtaget enstemmigt, at gavlen males. Bo sørger for det i maj.",
            "Vedtaget enstemmigt, at gavlen males. Bo sørger for det i maj.",
            "approved",
        ),
        ("Besluttet at spørge banken. Ane ringer.", None, "unclassified"),
        ("Priserne er hentet.\n\nPunktet udsat, til taget er tæt.", None, "deferred"),
        ("Priserne er hentet.\n\nAnsøgningen ikke godkendt.", None, "rejected"),
        (
            "Gul?\nBestyrelsen kunne ikke blive enig, og punktet udsættes til mødet i maj.",
            "Bestyrelsen kunne ikke blive enig, og punktet udsættes til mødet i maj.",
            "deferred",
        ),
        ("Farven er gul.\nBestyrelsen lod forslaget falde.", None, "rejected"),
        (
            "Bo viste farven.\n\nBestyrelsen stemte om forslaget. For: Ane og Eva. Imod: Bo.",
            "Bestyrelsen stemte om forslaget. For: Ane og Eva. Imod: Bo.",
            "vote",
        ),
        (
            "Muren er våd.\nBestyrelsen skriver til kommunen. Ane laver et udkast.",
            "Bestyrelsen skriver til kommunen. Ane laver et udkast.",
            "unclassified",
        ),
        ("Muren er våd.\nBestyrelsen er bekymret for muren.", None, "none"),
    ],
)
def test_a_participle_with_what_was_settled_is_the_decision(
    said: str, words: str | None, outcome: str
) -> None:
    document = read(
        "Salens bestyrelse\nReferat\nMøde den 19. januar 2012\n\nTilstede: Ane Bæk, Bo Dal.\n\n"
        f"1) Salens gavl\n{said}\n\n2) Taget\nBestyrelsen vedtog at lægge nyt tag.\n"
    )
    told = "\n".join(span.of(document.text) for span in document.decisions[0].words)
    assert told == (words or told)
    assert document.decisions[0].outcome.value == outcome


@pytest.mark.parametrize(
    "sentence",
    [
        "Det besluttes at male molen rød. Bo køber maling.",
        "Det aftales, at Ida ringer til maleren.",
    ],
)
def test_what_is_decided_in_the_present_tense(sentence: str) -> None:
    paper = read(
        NOTES.replace(
            "Der er huller i kajen.\nAftalt: Havnefogeden lapper", sentence + " Hun lapper"
        )
    )
    assert decided(paper, "2")[0].startswith(sentence[:20])
