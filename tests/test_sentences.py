"""Sentences of minutes: each a quotation that stands by itself."""

import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.danish.sentences import LONGEST, sentences


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der er bl.a. afsat midler, f.eks. til kurser m.v. og andet.",
        "Mødet er den 6. december 2018 kl. 17.00, jf. pkt. 3 i bilaget.",
        "Status i 3. kvartal er ca. 20 % mod evt. 25 % i 4. kvartal.",
        "Beløbet er 2,5 mio. kr. i alt og 1.190.000 kr. netto.",
        "Prisen er kr. 500 pr. stk. inkl. moms.",
        "Honoraret er 1.100 kr. (2025), 1.150 kr. (2026) og 1.200 kr. (Grundbeløb).",
        "Det følger af lovens § 17, stk. 4, nr. 2.",
        "H.C. Andersen og J. Hansen deltog ikke.",
        "Oplysninger på praksis.dk og i notat nr. 3.2 vedr. budgettet.",
        "Frist den 1. 2. 2019 hos dr. Madsen.",
        'Udvalget sagde "nej" (se s. 4).',
        "Bageriet Nord A/S leverer brødet, og Fiskernes I/S leverer resten.",
        "Tilbuddet fra Bageriet Nord A/S. er det laveste.",
    ],
)
def test_what_looks_like_an_end_is_none(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det koster 5 mio. kr. Stigningen er stor.", 2),
        ("Der er kurser m.v. Udvalget var enigt.", 2),
        ("Det var i 2018. Derefter skete intet.", 2),
        ("Hvem betaler? Regionen! Det er aftalt.", 3),
        ('"Det er godt." Udvalget var enigt.', 2),
        ("Indstillingen blev godkendt.Udvalget var enigt.", 2),
    ],
)
def test_sentences_end_at_their_full_stops(text: str, expected: int) -> None:
    assert len(cut(text)) == expected


def test_every_at_clause_is_a_sentence() -> None:
    text = "Forvaltningen indstiller,\nat planen godkendes, og\nat udgiften afholdes af puljen."
    assert cut(text) == text.split("\n")


def test_at_in_a_line_broken_by_the_page_does_not_cut() -> None:
    text = (
        "Udvalget drøftede, om man med fordel kunne pege på dette i høringssvaret,\n"
        "eller om det var bedre\n"
        "at vente til mødet."
    )
    assert cut(text) == [text]


def test_bullets_and_numbered_points_are_sentences() -> None:
    text = "Opgaver:\n• Data. Og mere data\n- støtte\n1. udvalget drøfter det.\na) andet"
    assert cut(text) == [
        "Opgaver:",
        "• Data.",
        "Og mere data",
        "- støtte",
        "1. udvalget drøfter det.",
        "a) andet",
    ]


def test_bullets_within_a_line_are_sentences() -> None:
    assert cut("Sporene er • data • kvalitet") == ["Sporene er", "• data", "• kvalitet"]


def test_a_heading_is_not_glued_to_the_sentence_below() -> None:
    assert cut("Økonomi\nUdgiften er lille.") == ["Økonomi", "Udgiften er lille."]


def test_lines_that_the_page_broke_are_one_sentence() -> None:
    text = (
        "Forvaltningen foreslår, at der anlægges en dobbeltrettet sti langs vejen\n"
        "Nordre Ringvej mellem skolen og stationen, så børnene kan færdes sikkert\n"
        "hele året."
    )
    assert cut(text) == [text]


def test_a_sentence_cut_in_two_by_the_end_of_a_page_is_whole() -> None:
    text = "Støtten gives til samarbejdet mellem klynger, kommuner og den øvrige\n\npraksissektor."
    assert cut(text) == [text]


def test_a_line_that_broke_before_its_day_goes_on() -> None:
    text = "Prisen er 80 kr. fra\n1. januar 2020. Børn er gratis."
    assert cut(text) == ["Prisen er 80 kr. fra\n1. januar 2020.", "Børn er gratis."]


def test_a_list_of_names_is_a_name_a_sentence() -> None:
    assert cut("Afbud fra:\nAnna Holm\nBo Lund") == ["Afbud fra:", "Anna Holm", "Bo Lund"]


def test_a_number_that_starts_a_line_is_kept_with_its_words() -> None:
    assert cut("8. Finansiering af stien\n1.190.000 kr.") == [
        "8. Finansiering af stien",
        "1.190.000 kr.",
    ]


@pytest.mark.parametrize(
    "rule",
    ["--------", "________________", "* * * * *", "=====", "~~~~", "    ————————  ", "- - - -"],
)
def test_a_line_drawn_across_parts_paragraphs_and_is_no_sentence(rule: str) -> None:
    parted = ["Taget holder endnu", "Porten binder"]
    assert cut(f"Taget holder endnu\n{rule}\nPorten binder") == parted
    assert cut(f"{rule}\nTaget holder endnu\n{rule}\n\nPorten binder\n{rule}") == parted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Opgaver:\n- tag\n- port", ["Opgaver:", "- tag", "- port"]),
        ("Opgaver:\n* tag\n* port", ["Opgaver:", "* tag", "* port"]),
        ("Navn: ________ Dato: ________", ["Navn: ________ Dato: ________"]),
        ("Taget – det østre – holder", ["Taget – det østre – holder"]),
        ("Prisen er 20 kr.\n---", ["Prisen er 20 kr.", "---"]),
    ],
)
def test_bullets_blanks_to_fill_in_and_dashes_are_no_lines_across(
    text: str, expected: list[str]
) -> None:
    assert cut(text) == expected


def test_text_without_punctuation_comes_in_pieces_that_can_be_quoted() -> None:
    text = "ord uden tegn " * 500
    found = cut(text)
    assert all(len(piece) <= LONGEST for piece in found)
    assert " ".join(found) == text.strip()


@pytest.mark.parametrize("piece", ["1. ", ".", "…", " ", " •", "kr. ", "at\n", "indstill", "A. "])
def test_a_long_text_takes_time_in_proportion(piece: str) -> None:
    text = piece * (200_000 // len(piece)) + "x"
    started = clock.process_time()
    sentences(text)
    # Half a second on a slow machine; what is quadratic takes a minute.
    assert clock.process_time() - started < 5


def test_nothing_gives_nothing() -> None:
    assert sentences(" \n\n\t ") == ()


PIECES = st.sampled_from(
    [
        "at ",
        "kr. ",
        "Udvalget ",
        "godkendt.",
        "\n",
        "\n\n",
        "• ",
        "1. ",
        "2,5 mio. ",
        "A. ",
        "?",
        ";",
    ]
)


@given(st.one_of(st.lists(PIECES).map("".join), st.text()))
def test_sentences_lie_in_order_and_lose_no_letter_or_digit(text: str) -> None:
    spans = sentences(text)
    ends = [0, *(span.end for span in spans)]
    assert all(span.start >= end for span, end in zip(spans, ends, strict=False))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(i in covered for i, letter in enumerate(text) if letter.isalnum())
