"""Papers without an agenda, and documents whose format marks the headings."""

from index.documents import OPEN, DocumentKind
from ingest.structure import understand
from tests.structure_layouts import layout, marked, numbers_and_titles, outcomes, read

MARKED_MINUTES = """# Referat fra Havneudvalget

4. maj 2023 kl. 16, Havnekontoret

## Godkendelse af dagsorden

Godkendt.

## Ny kran

### Sagsfremstilling

Den gamle kran er fra 1971. Prisen er 3 mio. kr.

### Indstilling

Havnechefen indstiller, at kranen købes.

### Beslutning

Godkendt, dog højst 2,8 mio. kr.

## Lukket punkt

### Beslutning

Direktørens kontrakt forlænges.

## Eventuelt

Intet."""

MARKED_STRATEGY = """# Strategi 2025

Indledning til strategien for havnen.

## 1. Mål

### Grøn havn

- Landstrøm i 2026
- Elkran

### Flere skibe

Vi vil have 200 anløb om året.

## 2. Økonomi

Rammen er 12 mio. kr."""


def test_statutes_are_cut_at_chapters_sections_and_subsections() -> None:
    document = layout("statutes")
    assert [(s.heading, s.path) for s in document.sections if len(s.body)] == [
        ("§ 1", ("Kapitel 1. Navn og formål",)),
        ("Stk. 2", ("Kapitel 1. Navn og formål", "§ 1")),
        ("§ 2", ("Kapitel 1. Navn og formål",)),
        ("§ 3 Sammensætning", ("Kapitel 2. Bestyrelsen",)),
        ("Stk. 2", ("Kapitel 2. Bestyrelsen", "§ 3 Sammensætning")),
        ("Stk. 3", ("Kapitel 2. Bestyrelsen", "§ 3 Sammensætning")),
        ("Bilag 1: Honorarer", ()),
    ]


def test_an_agreement_is_cut_at_its_numbered_headings() -> None:
    document = layout("agreement")
    assert document.kind is DocumentKind.AGREEMENT
    assert document.title == (
        "Samarbejdsaftale om blodprøver mellem Fjordregionen og Lindby Kommune"
    )
    assert [(s.heading, s.path) for s in document.sections] == [
        (None, ()),
        ("1. Baggrund og parter", ()),
        ("2. Ydelser", ()),
        ("2.1 Prøvetagning", ("2. Ydelser",)),
        ("2.2 Transport", ("2. Ydelser",)),
        ("3. Betaling", ()),
    ]
    assert [(a.short, a.long) for a in document.abbreviations] == [("FR", "Fjordregionen")]


def test_headings_of_the_format_make_items_without_numbers() -> None:
    document = understand(marked(MARKED_MINUTES), source="a.md", audience=OPEN)
    assert numbers_and_titles(document) == [
        (None, "Godkendelse af dagsorden"),
        (None, "Ny kran"),
        (None, "Lukket punkt"),
        (None, "Eventuelt"),
    ]
    assert [i.closed for i in document.items] == [False, False, True, False]
    assert outcomes(document) == ["approved", "approved_with_change", "unclassified", "none"]
    assert document.place == "Havnekontoret"


def test_a_strategy_with_numbered_headings_is_no_agenda() -> None:
    document = understand(marked(MARKED_STRATEGY), source="a.md", audience=OPEN)
    assert document.kind is DocumentKind.STRATEGY
    assert document.items == ()
    assert [(s.heading, s.path, s.kind.value) for s in document.sections] == [
        ("Strategi 2025", (), "text"),
        ("1. Mål", ("Strategi 2025",), "text"),
        ("Grøn havn", ("Strategi 2025", "1. Mål"), "text"),
        ("Flere skibe", ("Strategi 2025", "1. Mål"), "text"),
        ("2. Økonomi", ("Strategi 2025",), "economy"),
    ]


def test_an_agreement_of_paragraphs_with_a_case_number_is_no_agenda() -> None:
    document = read(
        "Aftale om færgefart\nJ.nr. 2023-40215\n\n§ 1 Formål\n\nAftalen fastlægger sejltiderne.\n\n"
        "§ 2 Løbetid\n\nAftalen løber i tre år fra underskriften.\n"
    )
    assert document.kind is DocumentKind.AGREEMENT
    assert document.case_numbers == ("2023-40215",)
    assert [s.heading for s in document.sections if len(s.body)][-2:] == [
        "§ 1 Formål",
        "§ 2 Løbetid",
    ]


def test_a_memo_below_a_letterhead_is_named_after_its_first_heading() -> None:
    document = read(
        "Region Fjord\nKontoret for Havne\n\nNOTAT\n\nTil: Rådet\nDato: 20. maj 2025\n\n"
        "Status for kraner – maj 2025\n\n1. Kraner\n\nDer er 14 kraner, og de tre af dem er nye.\n"
    )
    assert document.kind is DocumentKind.MEMO
    assert document.title == "Status for kraner – maj 2025"


def test_the_first_line_of_a_narrow_paragraph_is_no_heading() -> None:
    document = read(
        "Notat om besøg\n\nAf 160 adspurgte svarede 131, at besøget havde gjort dem mere\n"
        "trygge. Kommunerne vurderer, at listerne er blevet mere korrekte end før."
    )
    assert all("adspurgte" not in (s.heading or "") for s in document.sections)
