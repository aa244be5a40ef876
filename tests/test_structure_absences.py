"""Who missed what: remarks in tables, brackets behind names and sentences in the head."""

import pytest

from ingest.structure.attendance.absences import missed_items
from ingest.structure.items.entries import Entry
from tests.structure_layouts import read

HEAD = "Referat\nMøde i Havneudvalget den 1. april 2020\n\n"
ITEMS = "".join(
    f"\n\n{number}. {title}\n\nBeslutning\n\nGodkendt.\n"
    for number, title in enumerate(("Dagsorden", "Kajplads", "Kystsikring", "Molen"), start=1)
)


def entry(number: str | None) -> Entry:
    return Entry(number, "Kajplads", 0, 0, 0, 0, 0, (), closed=False)


def found(attendance: str) -> list[tuple[str, str | None, str, int | None]]:
    people = read(HEAD + attendance + ITEMS).attendance
    return [(a.name, a.role, a.presence.value, a.item) for a in people]


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("Deltog ikke i punkt 2", (1,)),
        ("deltog ikke i behandlingen af punkt 2", (1,)),
        ("deltog ikke i punkterne 1, 2 og 4", (0, 1, 3)),
        ("deltog ikke i sag nr. 4", (3,)),
        ("forlod mødet kl. 14.20 og deltog ikke i punkt 3-4", (2, 3)),
        ("inhabil under punkt 1", (0,)),
        ("Ja, dog ikke punkt 3", (2,)),
        ("forlod mødet efter punkt 2", (2, 3, 4)),
        ("forlod mødet før punkt 3", (2, 3, 4)),
        ("mødte fra punkt 3", (0, 1)),
        ("deltog til og med punkt 3", (3, 4)),
        ("deltog ikke i pkt. 4.1", (4,)),
        ("deltog ikke under punkt 3 og 4", (2, 3)),
        ("deltog ikke under punkt 3-4", (2, 3)),
        ("var ikke til stede under punkt 2", (1,)),
        ("deltog ikke i punkt 17", ()),
        ("mødte kl. 13.20", ()),
        ("deltog i punkt 2", ()),
    ],
)
def test_words_name_the_items_that_somebody_missed(words: str, items: tuple[int, ...]) -> None:
    entries = [entry(number) for number in ("1", "2", "3", "4", "4.1", None)]
    assert missed_items(words, entries) == items


@pytest.mark.parametrize("heading", ["Deltagere\n\n", ""])
@pytest.mark.parametrize(
    "rows",
    [
        "Navn · Organisation · Bemærkning\nIb Krog · Rederne · Formand\nMaja Dam · Rederne · Afbud"
        "\nBo Friis · Rederne · Deltog ikke i punkt 4\nLis Holm · Lindby · Mødte kl. 13.20\n"
        "Eva Lund · Lindby Kommune · Ikke til stede",
        "Navn: Ib Krog · Bemærkning: Formand\nNavn: Maja Dam · Bemærkning: Afbud\n"
        "Navn: Bo Friis · Bemærkning: Deltog ikke i punkt 4\nNavn: Lis Holm\n"
        "Navn: Eva Lund · Bemærkning: Fraværende uden afbud",
    ],
)
def test_a_remark_tells_presence_office_and_missed_items(heading: str, rows: str) -> None:
    if not heading and rows.startswith("Navn:"):
        rows = f"Navn · Udpeget af\n{rows}"
    assert found(heading + rows) == [
        ("Ib Krog", "Formand", "present", None),
        ("Maja Dam", None, "apology", None),
        ("Bo Friis", None, "present", None),
        ("Bo Friis", None, "absent", 3),
        ("Lis Holm", None, "present", None),
        ("Eva Lund", None, "absent", None),
    ]


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("Fremmøde", ("Til stede", "Fraværende", "Afbud", "Ja, ikke under punkt 2")),
        ("Til stede", ("Ja", "Nej", "Afbud", "Ja, dog ikke punkt 2")),
        ("Status", ("Deltog", "Deltog ikke", "Meldt afbud", "Deltog ikke i punkt 2")),
    ],
)
def test_a_column_of_presence_outdoes_the_list_it_stands_in(
    column: str, values: tuple[str, ...]
) -> None:
    names = ("Ib Krog", "Maja Dam", "Bo Friis", "Lis Holm")
    rows = [f"{name} · {value}" for name, value in zip(names, values, strict=True)]
    assert found("\n".join(["Deltagere\n", f"Navn · {column}", *rows])) == [
        ("Ib Krog", None, "present", None),
        ("Maja Dam", None, "absent", None),
        ("Bo Friis", None, "apology", None),
        ("Lis Holm", None, "present", None),
        ("Lis Holm", None, "absent", 1),
    ]


def test_a_table_of_participants_needs_no_names_of_columns() -> None:
    rows = "Ib Krog · Rederne · Formand\nMaja Dam · Lindby Kommune\nBo Friis · Rederne · Afbud"
    people = read(f"{HEAD}Deltagere\n\n{rows}{ITEMS}").attendance
    assert [(a.name, a.role, a.organisation, a.presence.value) for a in people] == [
        ("Ib Krog", "Formand", "Rederne", "present"),
        ("Maja Dam", None, "Lindby Kommune", "present"),
        ("Bo Friis", None, "Rederne", "apology"),
    ]


def test_sentences_and_brackets_in_the_head_name_the_items_missed() -> None:
    assert found(
        "Til stede: Ib Krog (formand), Maja Dam (deltog ikke i punkt 1) og Bo Friis\n"
        "Bo Friis deltog ikke i behandlingen af punkt 4.\n"
        "Ib Krog forlod mødet kl. 14.10 og deltog ikke i punkt 2-3."
    ) == [
        ("Ib Krog", "formand", "present", None),
        ("Maja Dam", None, "present", None),
        ("Maja Dam", None, "absent", 0),
        ("Bo Friis", None, "present", None),
        ("Bo Friis", None, "absent", 3),
        ("Ib Krog", None, "absent", 1),
        ("Ib Krog", None, "absent", 2),
    ]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Ib Krog er ansat i rederiet og deltog ikke under punktet.", ["Ib Krog"]),
        ("Ib Krog er ejer af kajen, og deltog derfor ikke i behandlingen.", ["Ib Krog"]),
        (
            "Ib Krog og Maja Dam er naboer til molen og forlod lokalet under behandlingen.",
            ["Ib Krog", "Maja Dam"],
        ),
        ("Ib Krog er ansat i rederiet og spurgte til punktet.", []),
        ("Rederiet er ejer af kajen og deltog ikke i sagen.", []),
    ],
)
def test_who_tells_first_why_missed_the_item(sentence: str, names: list[str]) -> None:
    minutes = read(
        f"{HEAD}Deltagere: Ib Krog (formand) og Maja Dam{ITEMS}\n\n5. Kranen\n\nBeslutning\n\n"
        f"{sentence}\n\nGodkendt.\n"
    )
    assert [a.name for a in minutes.attendance if a.item == 4] == names


PRESENT_THREE = "Til stede: Ib Krog (formand), Maja Dam (B), Bo Friis\n"


@pytest.mark.parametrize("label", ["Bemærkninger", "Note", "Særlige bemærkninger", "Inhabilitet"])
@pytest.mark.parametrize("away", ["Fraværende: Ingen\n", "Afbud: Eva Lund\n", ""])
@pytest.mark.parametrize(
    ("remark", "items"),
    [
        ("Maja Dam (B) deltog ikke under punkt 3 på grund af inhabilitet.", [2]),
        ("Maja Dam deltog ikke i punkt 2 og 4", [1, 3]),
        ("Maja Dam forlod mødet under punkt 2", [2, 3]),
        ("Maja Dam ankom til punkt 3.", [0, 1]),
        ("Maja Dam ønskede sin holdning ført til protokols.", []),
    ],
)
def test_a_remark_on_somebody_is_no_list_of_the_absent(
    label: str, away: str, remark: str, items: list[int]
) -> None:
    people = read(f"{HEAD}{PRESENT_THREE}{away}{label}: {remark}{ITEMS}").attendance
    of_her = [a for a in people if a.name == "Maja Dam"]
    assert [(a.presence.value, a.item) for a in of_her] == [
        ("present", None),
        *(("absent", item) for item in items),
    ]
    assert label not in {a.organisation for a in people}


def test_who_came_instead_may_be_told_in_a_remark() -> None:
    assert found(
        "Fraværende: Eva Lund\nBemærkninger: Lis Holm deltog som stedfortræder for Eva Lund."
    ) == [
        ("Eva Lund", None, "absent", None),
        ("Lis Holm", "stedfortræder", "present", None),
    ]


def test_who_is_only_mentioned_in_a_remark_is_in_no_list() -> None:
    remark = "Noter: Ib Krog, Maja Dam med afbud\nDirektionen: Bo Friis"
    assert found(f"Deltagere: Lis Holm\n{remark}") == [
        ("Lis Holm", None, "present", None),
        ("Maja Dam", None, "apology", None),
        ("Bo Friis", None, "present", None),
    ]
