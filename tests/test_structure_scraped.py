"""Minutes as they lie on public web sites: what the markup held together stands apart or glued."""

import pytest

from ingest.cleaning.clean import clean
from ingest.reading.extraction import Extraction
from ingest.structure.layout.headings import plain_headings
from ingest.structure.layout.lines import read_lines
from tests.structure_layouts import decided, numbers_and_titles, outcomes, read

HEAD = "Referat af møde i Kulturudvalget\n\nDen 9. juni 2021 kl. 16:00\n\n"


def test_a_label_with_what_it_is_for_is_a_heading_as_far_as_the_label() -> None:
    lines = read_lines(Extraction("Afbud fra: Bodil\n\nBestyrelsen: Ove Ravn, Ida Krag.\n"))
    assert [(h.title, h.length) for h in plain_headings(lines, strict=False)] == [("Afbud fra", 11)]


# Items -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("glue", ["", "."])
def test_a_number_may_be_glued_to_its_title(glue: str) -> None:
    text = (
        "Havnerådets møde den 4. maj 2022\n"
        f"41{glue}Godkendelse af dagsorden\nBeslutning\nGodkendt.\n"
        f"42{glue}Bænke på molen\nBeslutning\nRådet ønsker fem bænke.\n"
    )
    document = read(text)
    assert numbers_and_titles(document) == [
        ("41", "Godkendelse af dagsorden"),
        ("42", "Bænke på molen"),
    ]
    assert decided(document, "42") == ["Rådet ønsker fem bænke."]


BROKEN = (
    "Referat fra Ældrerådets møde den 7. marts 2017 i Salen\n\nAfbud: Ove Ravn.\n\n"
    " 1. Godkendelse af referat\n\nReferat: Godkendt\n\n"
    " 1. Bustur til heden.\n\nReferat:\n\nRådet besluttede at leje to busser.\n\n"
    " 1. Årsplan\n\nReferat:\n\nUdsat.\n"
)


def test_items_that_are_all_numbered_one_are_items_without_numbers() -> None:
    document = read(BROKEN)
    assert numbers_and_titles(document) == [
        (None, "Godkendelse af referat"),
        (None, "Bustur til heden."),
        (None, "Årsplan"),
    ]
    assert outcomes(document) == ["approved", "unclassified", "deferred"]


def test_clauses_that_are_all_numbered_one_are_no_items() -> None:
    item = "{}\n\nIndstilling\n\nForvaltningen indstiller, at\n\n 1. Rådet godkender det.\n\n"
    item += "Beslutning\n\nGodkendt.\n\n"
    text = "Referat\n\nHavnerådet den 4. maj 2022\n\n" + "".join(
        map(item.format, ("Molen", "Fyret", "Kiosken"))
    )
    assert [title for _, title in numbers_and_titles(read(text))] == ["Molen", "Fyret", "Kiosken"]


def test_items_without_titles_are_called_by_their_text() -> None:
    text = (
        "Dagsorden\n\nTorsdag 9. marts 2017 kl. 10:30\n\nÆldrerådet\n\n"
        "Torvet 2 - Salen\n\nReferat\n\n"
        "Resumé\n\nBesøg på plejehjemmet Enggården.\n\n"
        "Beslutning Ældrerådet den 09-03-2017\n\nDrøftet.\n\n"
        "Resumé\n\nValg af kasserer for rådet.\n\n"
        "Beslutning Ældrerådet den 09-03-2017\n\nOve Ravn blev valgt.\n"
    )
    assert [title for _, title in numbers_and_titles(read(text))] == [
        "Besøg på plejehjemmet Enggården",
        "Valg af kasserer for rådet",
    ]


def test_what_stands_below_a_decision_is_of_its_item_where_the_last_goes_on_so() -> None:
    item = (
        "Resume\n\n{0}\n\nIndstilling\n\nForvaltningen indstiller, at det godkendes.\n\n"
        "Beslutning\n\nGodkendt.\n\nBeskrivelse af sagen\n\n{1}\n\n"
    )
    text = "Referat\n\nTirsdag den 4. maj 2022\n\n"
    text += item.format("Rådet skal vælge farve til bådene.", "Bådene er fra 1974.")
    text += item.format("Rådet skal vælge sted til festen.", "Festen er i juni.")
    document = read(text)
    first, second = document.items
    assert [i.title for i in document.items] == [
        "Rådet skal vælge farve til bådene",
        "Rådet skal vælge sted til festen",
    ]
    assert "1974" in first.span.of(document.text)
    assert "1974" not in second.span.of(document.text)


def test_who_decided_when_and_as_which_item_is_a_heading() -> None:
    text = (
        "Referat\n\nKulturudvalget den 10-04-2019\n\n"
        "4. Musikskolens instrumenter\n\nIndstilling\n\n"
        "Forvaltningen indstiller, at der købes to klaverer.\n\n"
        "Kultur- og Fritidsudvalget, 10-04-2019, pkt. 4\n\nGodkendt.\n\n"
        "5. Scenen\n\nIndstilling\n\nForvaltningen indstiller, at scenen flyttes.\n\n"
        "Kultur- og Fritidsudvalget, 10-04-2019, pkt. 5\n\nUdsat.\n"
    )
    document = read(text)
    assert decided(document, "4") == ["Godkendt."]
    assert outcomes(document) == ["approved", "deferred"]


# What is glued ---------------------------------------------------------------------------------


def test_labels_are_parted_from_what_they_name() -> None:
    text = clean(Extraction("Tirsdag d. 3 maj 2022\nMødestedByrådssalen\nUdvalgHavneråd\n")).text
    assert text == "Tirsdag d. 3 maj 2022\nMødested\nByrådssalen\nUdvalg\nHavneråd"


def test_one_glued_label_alone_may_be_a_word() -> None:
    text = clean(Extraction("Referat af mødet.\nStedSans er et magasin om haver.\n")).text
    assert "StedSans" in text


# Minutes of general meetings -------------------------------------------------------------------

ASSEMBLY = (
    "LUNDBY FJERNVARME - REFERAT AF GENERALFORSAMLING\n\n9. april 2019, kl. 19\n\n"
    "1) Valg af dirigent: Ove Ravn blev valgt og takkede for valget.\n\n"
    "2) Regnskab: Kassereren fremlagde regnskabet. Regnskabet blev enstemmigt godkendt.\n\n"
    "3) Budget og priser: Bestyrelsen foreslog at hæve målerlejen til 250 kr. "
    "Forslaget blev vedtaget. "
    "Prisen pr. kWh er uændret.\n\n4) Indkomne forslag: Ingen.\n\n5) Årsplan: Udsat.\n"
)


def test_a_title_and_its_text_on_one_line() -> None:
    document = read(ASSEMBLY)
    assert numbers_and_titles(document)[:3] == [
        ("1", "Valg af dirigent"),
        ("2", "Regnskab"),
        ("3", "Budget og priser"),
    ]
    assert decided(document, "2") == ["Regnskabet blev enstemmigt godkendt."]
    assert decided(document, "3")[0].startswith("Forslaget blev vedtaget.")
    assert outcomes(document)[4] == "deferred"


def test_numbered_clauses_with_a_colon_are_no_items_of_a_meeting() -> None:
    text = (
        "Aftale om rengøring\n\n1. Formål: Aftalen skal sikre rene gange.\n\n"
        "2. Pris: Der betales efter regning.\n\n"
        "3. Ophør: Aftalen kan siges op med en måneds varsel.\n"
    )
    assert read(text).items == ()


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Det vedtages, at pladsen på listen fremover koster 90 kr.", "approved"),
        ("Bestyrelsen har besluttet, at brevet sendes til alle.", "unclassified"),
        ("Kontingentet fastsættes til 240 kr. om året.", "unclassified"),
        ("Lejen for salen blev fastholdt.", "unclassified"),
        ("Udsættes", "deferred"),
        ("The accounts were approved unanimously.", "approved"),
        ("The fee is raised. Adopted with 12 votes in favour and 2 against.", "vote"),
    ],
)
def test_sentences_that_settle_something(said: str, outcome: str) -> None:
    head = "Referat af generalforsamling\n\n9. april 2019, kl. 19\n\n1) Valg\n\nOve Ravn.\n\n"
    text = f"{head}2) Penge\n\n{said}\n\n3) Slut\n\nTak.\n"
    assert outcomes(read(text))[1] == outcome


def test_what_a_proposal_is_set_to_cost_is_no_decision() -> None:
    said = "Forvaltningen foreslår, at lejen fastsættes til 240 kr."
    head = "Referat af møde i Havnerådet\n\n9. april 2019, kl. 19\n\n1) Valg\n\nOve Ravn.\n\n"
    text = f"{head}2) Leje\n\n{said}\n"
    decision = read(text).decision_of(1)
    assert decision is not None
    assert not decision.words


def test_a_proposal_that_ends_in_an_abbreviation() -> None:
    text = (
        "Referat af generalforsamling\n\n9. april 2019\n\n1) Beretning\n\nGodkendt.\n\n"
        "2) Indkomne forslag\n"
        "Forslag 1: Nye mål til banen. Vedtaget.\n"
        "Forslag 2: Klubben skal hedde Lundby IF. Forkastet, da flertallet ikke var stort nok.\n"
    )
    document = read(text)
    assert numbers_and_titles(document)[-1] == ("2.2", "Klubben skal hedde Lundby IF")
    assert outcomes(document)[-2:] == ["approved", "rejected"]


# Bodies, days and titles -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Referat af skolebestyrelsesmøde den 3. maj 2018", "Skolebestyrelsen"),
        ("Referat fra menighedsrådsmødet den 3. maj 2018 kl. 19.00", "Menighedsrådet"),
        ("Rådet for leg og læsnings møde den 3. maj 2018", "Rådet for leg og læsning"),
        ("Referat fra bestyrelsesmøde d. 3. maj 2018", None),
    ],
)
def test_the_word_for_a_meeting_names_the_body(head: str, body: str | None) -> None:
    text = f"{head}\n\nAfbud: Ove Ravn\n\n1. Dagsorden\n\nBeslutning\n\nGodkendt.\n"
    found = read(text).body
    assert (found.name if found else None) == body


def test_a_sentence_names_no_body() -> None:
    text = (
        "Referat\n\nMødedato: 20.05.2021, kl. 17:30\n\n"
        "1. Godkendelse af dagsordenen\n\nBeslutning\n\n"
        "Byrådets beslutning i mødet den 20. maj 2021\n\n"
        "Byrådet konstaterede, at Ove Ravn var lovligt forhindret.\n\nDagsordenen blev godkendt.\n"
    )
    found = read(text).body
    assert found is not None
    assert found.name == "Byrådet"


def test_a_board_that_calls_a_general_meeting_is_no_general_meeting() -> None:
    text = (
        "Referat fra bestyrelsesmøde d. 3. april 2019\n\nTil stede: Ove Ravn, Ida Krag\n\n"
        "Dagsorden til generalforsamlingen d. 5. maj\n\n1) Dirigent\n2) Beretning\n3) Valg\n"
    )
    assert read(text).body is None


def test_a_title_may_stand_right_over_its_number() -> None:
    text = (
        "Kommunalbestyrelsen\n\n22-10-2019\n\nSager 14 - 15\n\n"
        "Ny bro over åen\nSag nr. 14\n\nSagens kerne\n\nBroen er fra 1911.\n\nBeslutning\n\n"
        "Godkendt.\n\nTakst for leje af telte\nSag nr. 15\n\nSagens kerne\n\nDer er fire.\n\n"
        "Beslutning\n\nUdsat.\n"
    )
    document = read(text)
    assert numbers_and_titles(document) == [
        ("14", "Ny bro over åen"),
        ("15", "Takst for leje af telte"),
    ]
    assert decided(document, "14") == ["Godkendt."]


def test_who_decided_last_tells_body_and_day() -> None:
    text = (
        "1.      Vejen til fyret\n\nSag 318-2018-7741\n\n"
        "Miljøudvalget, 3. september 2019, pkt. 8:\n\nAnbefales.\n\n"
        "Byrådet, 24. september 2019, pkt. 1:\n\nGodkendt.\n"
    )
    document = read(text)
    assert document.body is not None
    assert (document.body.name, str(document.date)) == ("Byrådet", "2019-09-24")
    assert decided(document, "1") == ["Godkendt."]


def test_votes_with_the_sides_in_brackets() -> None:
    said = "Godkendt med stemmerne 9 for (A, F) og 6 imod (V)."
    text = f"{HEAD}3. Afgift\n\nBeslutning\n\n{said}\n"
    assert outcomes(read(text)) == ["vote"]


def test_headings_that_the_contents_name_are_parted_from_what_is_above() -> None:
    text = "1. Dagsorden\n2. Budget\n3. Eventuelt1. Dagsorden\nGodkendt2. Budget\nUdsat.\n"
    assert clean(Extraction(text)).text == (
        "1. Dagsorden\n2. Budget\n3. Eventuelt\n\n1. Dagsorden\nGodkendt\n\n2. Budget\nUdsat."
    )


def test_what_members_asked_decides_nothing() -> None:
    said = " • Hvornår åbner broen? (Ove Ravn)\n • Hvem har besluttet, at den er lukket? (Ida Krag)"
    text = f"{HEAD}4. Spørgetid\n\nBeslutning\n{said}\n\n5. Bro\n\nBeslutning\n\nUdsat.\n"
    assert outcomes(read(text)) == ["none", "deferred"]


def test_who_takes_up_an_office_adopts_nothing() -> None:
    said = "Punktet udsat, til det nye udvalg tiltræder i januar."
    text = (
        f"{HEAD}4. Regler\n\nBeslutning\n\n{said}\n\n5. Bro\n\nBeslutning\n\nUdvalget tiltræder.\n"
    )
    assert outcomes(read(text)) == ["deferred", "approved"]
