"""Minutes in prose below headings without numbers."""

from index.documents import DocumentKind, MinutesStatus
from ingest.structure import understand
from tests.structure_layouts import marked, outcomes, read

TITLES = ["Lamper på kajen", "Skuret", "Ny kasserer", "Næste gang"]


def test_headings_by_their_looks_are_items_of_a_meeting() -> None:
    document = read(
        "Havnelauget i Molebyen\nMøde den 4. maj 2023 kl. 16 i klubhuset\n"
        "Med til mødet: Ib Krog, Maja Dam og Ole Holm. Afbud fra Eva Skov.\n"
        "Lamper på kajen\nMaja Dam fortalte, at kajen er mørk om aftenen, og at to er faldet i år."
        " Bestyrelsen besluttede at købe seks lamper, dog først når tilskuddet er givet.\n"
        "Skuret\nDer er kommet to tilbud, men da det ene er for højt, blev sagen udsat til juni.\n"
        "Ny kasserer\nEva Skov går af. Ole Holm blev valgt som kasserer med tre stemmer mod en.\n"
        "Næste gang\nBestyrelsen mødes igen den 9. juni 2023 i klubhuset, hvor skuret er på.\n"
    )
    assert document.kind is DocumentKind.MINUTES
    assert [item.title for item in document.items] == TITLES
    assert outcomes(document)[1] == "deferred"
    words = [[span.of(document.text) for span in d.words] for d in document.decisions]
    assert words[0] == [
        "Bestyrelsen besluttede at købe seks lamper, dog først når tilskuddet er givet."
    ]
    assert words[2] == ["Ole Holm blev valgt som kasserer med tre stemmer mod en."]
    assert words[3] == []


PROSE = (
    "# Havnelauget i Molebyen\nReferat af mødet den 4. maj 2023\n\n## Hvem var med\n"
    "Formanden Ib Krog bød velkommen til Maja Dam og Ole Holm, der var med for første gang.\n\n"
    "## Lamper på kajen\nMaja Dam fortalte om kajen. Bestyrelsen vedtog at købe seks lamper.\n\n"
    "## Løn til vagten (lukket punkt)\nBestyrelsen vedtog at hæve vagtens løn med 300 kr.\n\n"
    "## Skuret\nBestyrelsen var enig om at sælge skuret, når det er tømt for garn og net.\n\n"
    "Referatet er godkendt pr. mail den 12. maj 2023.\n"
)


def test_headings_of_the_format_are_items_and_a_closed_one_ends_at_the_next() -> None:
    document = understand(marked(PROSE), source="a/b.docx", audience="open")
    assert [(item.title, item.closed) for item in document.items] == [
        ("Lamper på kajen", False),
        ("Løn til vagten (lukket punkt)", True),
        ("Skuret", False),
    ]
    assert document.status is MinutesStatus.APPROVED
    last = document.decision_of(document.items[-1].index)
    assert last is not None
    assert [span.of(document.text) for span in last.words] == [
        "Bestyrelsen var enig om at sælge skuret, når det er tømt for garn og net."
    ]


def test_without_headings_of_the_format_nothing_ends_a_closed_item() -> None:
    text = PROSE.replace("# ", "").replace("#", "")
    document = read(text)
    closed = [item for item in document.items if item.closed]
    assert closed
    assert closed[-1].span.end == len(document.text)


def test_a_report_with_headings_has_no_items() -> None:
    report = (
        "# Lamper i havnene\nNotat til mødet den 4. maj 2023\n\n## Baggrunden\n"
        "Havnene er mørke om aftenen, og flere er faldet i vandet de sidste tre år.\n\n"
        "## Priser\nEn lampe koster 900 kr., og en mand kan sætte fire op om dagen.\n"
    )
    document = understand(marked(report), source="a/b.docx", audience="open")
    assert document.items == ()
