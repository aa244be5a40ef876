"""Where a recommendation begins, and its clauses."""

import pytest

from ingest.structure.decisions.recommendations import recommendation_in
from tests.structure_layouts import read, recommended

HEAD = "Referat af møde i Havneudvalget den 4. maj 2022\n\n1. Kran\nSagsnr. 22/1234\n\n"
TAIL = "\n\nBeslutning\n\nGodkendt.\n"


@pytest.mark.parametrize(
    ("words", "clauses"),
    [
        (
            "Administrationen indstiller,\n\nat A godkendes, og\nat B drøftes",
            ["at A godkendes", "at B drøftes"],
        ),
        (
            "Administrationen indstiller\n\nat A godkendes,\nat B drøftes, samt\nat C udsættes.",
            ["at A godkendes", "at B drøftes", "at C udsættes."],
        ),
        ("Det indstilles, at kranen købes.", ["at kranen købes."]),
        (
            "Det indstilles, at:\n- der købes en kran,\n- at den males i maj.",
            ["der købes en kran", "at den males i maj."],
        ),
        (
            "Formanden indstiller, at kranen købes, og at prisen drøftes.",
            ["at kranen købes", "at prisen drøftes."],
        ),
        (
            "Det indstilles, at kommissoriet for gruppen godkendes, at der nedsættes en gruppe, "
            "og at den begynder i maj.",
            [
                "at kommissoriet for gruppen godkendes",
                "at der nedsættes en gruppe",
                "at den begynder i maj.",
            ],
        ),
        (
            "Direktionen indstiller, at udvalget beslutter, at kranen males grøn.",
            ["at udvalget beslutter, at kranen males grøn."],
        ),
        (
            "Administrationen indstiller,\n\n1. udvalget tager orienteringen til efterretning,\n"
            "2. udvalget godkender budgettet.",
            ["udvalget tager orienteringen til efterretning", "udvalget godkender budgettet."],
        ),
        (
            "Forvaltningen indstiller til Havneudvalget,\n1. at A godkendes\n2. at B drøftes",
            ["at A godkendes", "at B drøftes"],
        ),
        (
            "Sekretariatet indstiller, at\n• A godkendes\n• B drøftes\nmed parterne",
            ["A godkendes", "B drøftes\nmed parterne"],
        ),
        (
            "Administrationen indstiller,\nat A godkendes med følgende fordeling:\n- 10 til drift\n"
            "- 5 til løn\nat B drøftes",
            ["at A godkendes med følgende fordeling:\n- 10 til drift\n- 5 til løn", "at B drøftes"],
        ),
        (
            "Det indstilles, at udvalget anbefaler KB at godkende, at kranen males.",
            ["at udvalget anbefaler KB at godkende, at kranen males."],
        ),
        (
            "Det indstilles, at udvalget anbefaler Byrådet, at A godkendes, og at B sælges.",
            ["at udvalget anbefaler Byrådet, at A godkendes, og at B sælges."],
        ),
        (
            "Det indstilles,\nat udvalget anbefaler Byrådet,\nat A godkendes\nat B sælges",
            ["at udvalget anbefaler Byrådet,\nat A godkendes", "at B sælges"],
        ),
        (
            "Direktionen indstiller, 1. at kranen males, 2. at kajen fejes, og 3. at fyret sælges.",
            ["at kranen males", "at kajen fejes", "at fyret sælges."],
        ),
        (
            "Direktionen indstiller, at 1) kranen males, 2) kajen fejes.",
            ["kranen males", "kajen fejes."],
        ),
        ("Til drøftelse.", ["Til drøftelse."]),
    ],
)
def test_a_recommendation_is_cut_into_its_clauses(words: str, clauses: list[str]) -> None:
    document = read(f"{HEAD}Indstilling\n\n{words}{TAIL}")
    assert recommended(document, "1") == clauses


def test_a_recommendation_inside_a_summary_ends_where_its_clauses_end() -> None:
    document = read(
        f"{HEAD}Resume\n\nKranen er gammel. Administrationen indstiller, at den skiftes.\n\n"
        f"Havnechefen deltager under punktet.{TAIL}"
    )
    assert recommended(document, "1") == ["at den skiftes."]
    kinds = [(s.kind.value, s.body.of(document.text)) for s in document.sections_of(0)]
    assert kinds[1:4] == [
        ("summary", "Kranen er gammel."),
        ("recommendation", "Administrationen indstiller, at den skiftes."),
        ("summary", "Havnechefen deltager under punktet."),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "På den baggrund anbefaler administrationen, at opslaget målrettes andre.",
        "Regionsrådet indstillede i marts tre medlemmer til nævnet.",
        "Kommunerne indstiller medlemmer til udvalget hvert år.",
        "Indstillingen blev godkendt.",
    ],
)
def test_ordinary_prose_opens_no_recommendation(words: str) -> None:
    assert recommendation_in(words) is None
