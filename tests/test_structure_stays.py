"""Who was at a part of the meeting only: neither wholly there nor wholly away."""

import pytest

from index.documents import Presence
from ingest.structure.attendance.stays import missed_by_stay, parted
from ingest.structure.items.entries import Entry
from tests.structure_layouts import read

TITLES = ("Dagsorden", "Kajplads", "Kystsikring", "Molen", "Fyret", "Eventuelt")


def minutes(head: str, *, said: str = "Godkendt.", at: int = 0) -> str:
    items = "".join(
        f"\n\n{number}. {title}\n\nBeslutning\n\n{said if number == at else 'Godkendt.'}\n"
        for number, title in enumerate(TITLES, start=1)
    )
    return f"Referat\nMøde i Havneudvalget den 1. april 2020\n\n{head}{items}"


def whole(head: str) -> dict[str, tuple[str, str | None]]:
    people = read(minutes(head)).attendance
    return {a.name: (a.presence.value, a.remark) for a in people if a.item is None}


def missed(head: str, name: str, *, said: str = "Godkendt.", at: int = 0) -> list[int]:
    """Return the numbers of the items that somebody missed."""
    people = read(minutes(head, said=said, at=at)).attendance
    return sorted(a.item + 1 for a in people if a.item is not None and a.name == name)


@pytest.mark.parametrize(
    ("words", "named", "remark"),
    [
        ("Ida Dam (B) fra kl. 16.10 (pkt. 4-6)", "Ida Dam (B)", "fra kl. 16.10 (pkt. 4-6)"),
        ("Ida Dam (fra kl. 10.15)", "Ida Dam", "fra kl. 10.15"),
        ("Ida Dam, til kl. 15", "Ida Dam", "til kl. 15"),
        ("Ida Dam (A), der forlod mødet kl. 14.30", "Ida Dam (A)", "der forlod mødet kl. 14.30"),
        ("Ida Dam (ankom kl. 9.40)", "Ida Dam", "ankom kl. 9.40"),
        ("Ida Dam (under punkt 3)", "Ida Dam", "under punkt 3"),
        ("Ida Dam fra og med punkt 5", "Ida Dam", "fra og med punkt 5"),
        ("Ida Dam – til og med pkt. 2", "Ida Dam", "til og med pkt. 2"),
        ("Ida Dam (deltog i punkt 1-3)", "Ida Dam", "deltog i punkt 1-3"),
        ("Ida Dam (en del af mødet)", "Ida Dam", "en del af mødet"),
        ("Ida Dam (from 10.15)", "Ida Dam", "from 10.15"),
        ("Ida Dam, Lindby Kommune", "Ida Dam, Lindby Kommune", None),
        ("Ida Dam (via Teams)", "Ida Dam (via Teams)", None),
        ("Direktør Ida Dam (A)", "Direktør Ida Dam (A)", None),
        ("Ida Dam (tlf. 12 34 56 78)", "Ida Dam (tlf. 12 34 56 78)", None),
    ],
)
def test_the_words_on_a_part_of_the_meeting_are_parted_from_the_name(
    words: str, named: str, remark: str | None
) -> None:
    assert (parted(words).named, parted(words).remark) == (named, remark)


@pytest.mark.parametrize(
    ("remark", "presence", "numbers"),
    [
        ("fra kl. 16.10 (pkt. 4-6)", Presence.ABSENT, [4, 5, 6]),
        ("fra punkt 5", Presence.ABSENT, [5, 6]),
        ("fra punkt 5", Presence.PRESENT, [1, 2, 3, 4]),
        ("fra og med pkt. 3", Presence.PRESENT, [1, 2]),
        ("til og med punkt 2", Presence.ABSENT, [1, 2]),
        ("til og med punkt 2", Presence.PRESENT, [3, 4, 5, 6]),
        ("indtil punkt 3", Presence.ABSENT, [1, 2]),
        ("efter punkt 4", Presence.ABSENT, [5, 6]),
        ("punkt 2 og 4", Presence.ABSENT, [2, 4]),
        ("under punkt 3", Presence.ABSENT, [3]),
        ("til punkt 3-5", Presence.ABSENT, [3, 4, 5]),
        ("til punkt 3", Presence.APOLOGY, [3]),
        ("kom til punkt 3", Presence.ABSENT, [1, 2]),
        ("forlod mødet efter punkt 4", Presence.PRESENT, [5, 6]),
        ("forlod mødet før punkt 4", Presence.PRESENT, [4, 5, 6]),
        ("forlod lokalet under punkt 4", Presence.PRESENT, [4]),
        ("fraværende pkt. 2-3", Presence.PRESENT, [2, 3]),
        ("fraværende fra punkt 5", Presence.PRESENT, [5, 6]),
        ("fra kl. 10.15", Presence.PRESENT, []),
        ("fra kl. 10.15", Presence.ABSENT, []),
        ("ad 2", Presence.PRESENT, []),
        ("under punkt 3", Presence.PRESENT, []),
    ],
)
def test_words_tell_the_items_missed_by_the_list_in_which_they_stand(
    remark: str, presence: Presence, numbers: list[int]
) -> None:
    entries = [
        Entry(str(n), title, 0, 0, 0, 0, 0, (), closed=False)
        for n, title in enumerate(TITLES, start=1)
    ]
    assert [i + 1 for i in missed_by_stay(remark, presence, entries)] == numbers


@pytest.mark.parametrize("label", ["Fraværende", "Ikke mødt", "Ikke til stede"])
@pytest.mark.parametrize("members", ["Medlemmer", "Deltagere", "Til stede", "Mødt"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_who_was_absent_for_a_part_is_kept_with_the_words(
    label: str, members: str, gap: str
) -> None:
    head = (
        f"{members}: Ib Krog (formand, A), Maja Dam (V), Ida Lund (B){gap}"
        f"{label}: Maja Dam (V), Ida Lund (B) fra kl. 16.10 (pkt. 4-6)"
    )
    assert whole(head) == {
        "Ib Krog": ("present", None),
        "Maja Dam": ("absent", None),
        "Ida Lund": ("absent", "fra kl. 16.10 (pkt. 4-6)"),
    }
    assert missed(head, "Ida Lund") == [4, 5, 6]
    assert missed(head, "Maja Dam") == []


@pytest.mark.parametrize(
    "head",
    [
        "Til stede:\nIb Krog\nMaja Dam, fra kl. 9.30\n\nAfbud:\nBo Friis",
        "Til stede: Ib Krog, Maja Dam (fra kl. 9.30). Afbud: Bo Friis.",
        "Deltagere\n\nNavn · Fremmøde\nIb Krog · Ja\nMaja Dam · fra kl. 9.30\nBo Friis · Afbud",
        "Deltagere\n\nIb Krog · Rederne\nMaja Dam · fra kl. 9.30\nBo Friis · Afbud",
        "Deltagere\n\nNavn · Bemærkning\nIb Krog · \nMaja Dam · fra kl. 9.30\nBo Friis · Afbud",
    ],
)
def test_who_came_later_is_present_for_a_part_in_every_layout(head: str) -> None:
    assert whole(head) == {
        "Ib Krog": ("present", None),
        "Maja Dam": ("present", "fra kl. 9.30"),
        "Bo Friis": ("apology", None),
    }


@pytest.mark.parametrize(
    ("sentence", "remark"),
    [
        ("Maja Dam forlod mødet kl. 14.30.", "forlod mødet kl. 14.30"),
        ("Maja Dam (V) ankom kl. 9.40.", "ankom kl. 9.40"),
        ("Maja Dam deltog fra kl. 10 til kl. 11.", "deltog fra kl. 10 til kl. 11"),
        ("Maja Dam var til stede til kl. 11.", "var til stede til kl. 11"),
    ],
)
@pytest.mark.parametrize("head", ["Til stede: Ib Krog, Maja Dam\n", "Afbud: Bo Friis\n", ""])
def test_a_sentence_in_the_head_tells_how_long_somebody_stayed(
    head: str, sentence: str, remark: str
) -> None:
    assert whole(head + sentence)["Maja Dam"] == ("present", remark)


def test_who_leaves_the_meeting_at_an_item_misses_the_later_ones() -> None:
    head = "Til stede: Ib Krog, Maja Dam"
    said = "Godkendt.\n\nMaja Dam forlod mødet."
    assert missed(head, "Maja Dam", said=said, at=4) == [5, 6]
    came = "Godkendt.\n\nMaja Dam ankom til mødet kl. 10."
    assert missed(head, "Maja Dam", said=came, at=3) == [1, 2]
    out = "Godkendt. Maja Dam forlod lokalet under behandlingen af punktet."
    assert missed(head, "Maja Dam", said=out, at=2) == [2]


def test_what_happened_at_an_hour_in_an_item_is_no_attendance() -> None:
    head = "Til stede: Ib Krog"
    people = read(minutes(head, said="Godkendt. Maja Dam kom til havnen kl. 9.", at=2)).attendance
    assert [a.name for a in people] == ["Ib Krog"]


@pytest.mark.parametrize(
    ("label", "presence"),
    [
        ("Fraværende", "absent"),
        ("Ikke mødt", "absent"),
        ("Fraværende uden afbud", "absent"),
        ("Fraværende med afbud", "apology"),
        ("Fraværende med lovligt forfald", "apology"),
        ("Afbud", "apology"),
        ("Afbud fra", "apology"),
        ("Afbud var meldt fra", "apology"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_every_label_outdoes_the_list_of_members(label: str, presence: str, gap: str) -> None:
    for head in (
        f"Medlemmer: Ib Krog, Maja Dam, Bo Friis{gap}{label}: Bo Friis",
        f"Til stede:{gap}Ib Krog{gap}Maja Dam{gap}Bo Friis{gap}{label}:{gap}Bo Friis",
    ):
        assert {name: found[0] for name, found in whole(head).items()} == {
            "Ib Krog": "present",
            "Maja Dam": "present",
            "Bo Friis": presence,
        }


def test_items_named_in_a_bracket_do_not_part_it() -> None:
    assert whole("Til stede: Bo Friis, Maja Dam (punkt 4 og 6) og Ib Krog") == {
        "Bo Friis": ("present", None),
        "Maja Dam": ("present", "punkt 4 og 6"),
        "Ib Krog": ("present", None),
    }


@pytest.mark.parametrize(
    "head",
    [
        "Fraværende: Ib Krog, Maja Dam fra kl. 10.15 (pkt. 2-3), Bo Friis",
        "Fraværende: Ib Krog og Maja Dam fra kl. 10.15 (pkt. 2-3) samt Bo Friis",
        "Fraværende: Ib Krog; Maja Dam fra kl. 10.15 (pkt. 2-3); Bo Friis.",
    ],
)
def test_a_remark_without_brackets_does_not_join_two_persons(head: str) -> None:
    assert whole(head) == {
        "Ib Krog": ("absent", None),
        "Maja Dam": ("absent", "fra kl. 10.15 (pkt. 2-3)"),
        "Bo Friis": ("absent", None),
    }
