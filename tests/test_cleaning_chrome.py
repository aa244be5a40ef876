import pytest

from index.spans import Page, Span
from ingest.cleaning.chrome import furniture
from ingest.cleaning.clean import clean
from ingest.reading.extraction import Extraction, Reason, Unreadable

MINUTES = "Referat\nMøde den 4. juni 2019\n1. Økonomi\nBeslutning\nGodkendt.\nMødet sluttede."


def removed(text: str, *, paged: bool = False) -> list[str]:
    pages = (Page(1, Span(0, len(text))),) if paged else ()
    return [text[e.start : e.end].strip() for e in furniture(Extraction(text, pages=pages))]


@pytest.mark.parametrize(
    "line",
    [
        "Tilbage til toppen", "Til toppen ↑", "Gå til indhold", "Spring menu over", "Abonnér",
        "Abonner på nyheder", "Tilmeld dig nyhedsbrev", "Søg i dagsordener og referater",
        "Udskriv siden", "Del på Facebook", "Del siden på LinkedIn", "Kopiér link", "Vis menu",
        "Få siden læst op", "Accepter alle cookies", "Kun nødvendige cookies", "Cookiepolitik",
        "Vi bruger cookies for at gøre hjemmesiden bedre. Læs mere om cookies her.",
        "Du er her: Forside > Politik > Referater", "Forside / Politik / Udvalg", "Hent som PDF",
        "Hent som PDF Udskriv Luk", "• Tilgængelighedserklæring", "Tilbage til oversigten",
        "Åbner i nyt vindue",
    ],
)  # fmt: skip
def test_furniture_goes_wherever_it_stands(line: str) -> None:
    text = MINUTES.replace("Beslutning", f"{line}\nBeslutning")
    assert removed(text) == [line]
    assert removed(text, paged=True) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Næste møde", "Næste møde: 4. september", "Kontakt til pårørende", "Luk af vand", "Søgning",
        "Menu", "Selvbetjening", "Facebook", "Del", "Print", "Tilbage", "Cookies", "X",
        "Deltagere", "Punkt 3", "Forside til årsrapporten", "Abonnementsordning", "Toppen af det",
        "Udvalget bruger midlerne.", "Rådet ønsker at dele på Facebook, at mødet er åbent.",
        "Kommunen accepterer alle forslag", "Adgang til hjemmesiden", "Vis hensyn",
    ],
)  # fmt: skip
def test_a_line_of_a_document_stays_where_no_furniture_is_near(line: str) -> None:
    assert removed(MINUTES.replace("Beslutning", f"{line}\nBeslutning")) == []


def test_a_doubtful_line_goes_beside_furniture_and_at_the_ends() -> None:
    assert removed(f"Søg\n{MINUTES}\nKontakt") == ["Søg", "Kontakt"]
    beside = MINUTES.replace("Beslutning", "Del\nUdskriv siden\nMenu\nBeslutning")
    assert removed(beside) == ["Del", "Udskriv siden", "Menu"]


def test_a_doubtful_line_of_a_printed_page_always_stays() -> None:
    assert removed(f"Menu\n{MINUTES}", paged=True) == []


def test_what_goes_is_counted() -> None:
    extraction = clean(Extraction(f"Abonnér\n{MINUTES}\nTilbage til toppen"))
    assert extraction.text == MINUTES
    assert [(r.what, r.characters) for r in extraction.removed] == [("web page furniture", 23)]


def test_a_page_of_furniture_alone_has_no_text() -> None:
    with pytest.raises(Unreadable) as caught:
        clean(Extraction("Søg i dagsordener\nTilbage til toppen"))
    assert caught.value.reason is Reason.NO_TEXT


def test_what_a_button_says_behind_a_heading_is_no_part_of_it() -> None:
    said = "1. BådebroKlik her for at folde ud og læse mere om Bådebro\nBroen er rådden.\n"
    assert clean(Extraction(said)).text == "1. Bådebro\nBroen er rådden."
