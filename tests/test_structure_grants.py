"""What became of applications, told by a word of its own and a label."""

from tests.structure_layouts import outcomes, read

HEAD = "Fonden for Små Havne\nBestyrelsesmøde den 4. maj 2023\n\nTil stede: Ib Krog, Maja Dam\n\n"


def words_of(text: str) -> list[list[str]]:
    document = read(HEAD + text)
    return [[span.of(document.text) for span in d.words] for d in document.decisions]


FOUR = (
    "Ansøgning 21-01: Drivhus\nAnsøger: Ole Holm\n\nAnsøgt: 5.000 kr.\n\nBevilget: 4.000 kr.\n\n"
    "Vilkår: Regnskab inden jul.\n\n"
    "Ansøgning 21-02: Bod\nAnsøgt: 9.000 kr.\n\nAfslag. Boden er for stor.\n\n"
    "Ansøgning 21-03: Kiosk\nAnsøgt: 2.000 kr.\nBevilling: 0 kr.\n\n"
    "Ansøgning 21-04: Sti\nAnsøgt: 700 kr.\nBevilget beløb: 700 kr.\nVilkår: Ingen\n\n"
    "Ansøgning 21-05: Mole\nIkke imødekommet, da molen er privat.\n"
)


def test_what_was_granted_is_decided_with_its_terms() -> None:
    assert outcomes(read(HEAD + FOUR)) == [
        "approved_with_change",
        "rejected",
        "rejected",
        "approved",
        "rejected",
    ]
    assert words_of(FOUR)[0] == ["Bevilget: 4.000 kr.", "Vilkår: Regnskab inden jul."]
    assert words_of(FOUR)[1] == ["Afslag. Boden er for stor."]


def test_terms_behind_a_label_limit_a_grant() -> None:
    document = read(
        HEAD + "1. Drivhus\nAfgørelse: Bevilget: 400 kr. Vilkår: Regnskab inden jul.\n\n"
        "2. Bod\nAfgørelse: Bevilget: 500 kr. Vilkår: Ingen ud over de almindelige.\n"
    )
    assert outcomes(document) == ["approved_with_change", "approved"]


def test_a_sum_in_an_account_decides_nothing() -> None:
    text = "1. Regnskab\nBevilget: 4.000 kr.\nBrugt: 3.000 kr.\nBeslutning: Udsat.\n\n2. Skur\n"
    assert words_of(text + "Beslutning: Godkendt.\n") == [["Udsat."], ["Godkendt."]]
