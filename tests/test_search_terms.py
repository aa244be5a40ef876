"""What a question asks for: its words, their forms and weights; and typing errors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.archive import Term
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.stems import stem
from index.danish.words import term_set
from index.documents import OPEN
from index.passages import Passage
from index.search.coverage import stands
from index.search.ranking import blend, together, usual
from index.search.spelling import distance, errors_allowed, likely
from index.search.terms import Asked, Part, QuestionReader
from index.spans import Span

READER = QuestionReader(
    Glossary(
        [
            (("how often",), ("kvartalsvis",)),
            (("may",), ("maj",)),
            (("terms of reference",), ("kommissorium",)),
            (("plan",), ("plan",)),
        ]
    ),
    [("KEU", "Kvalitets- og Efteruddannelsesudvalget")],
)


def read(question: str, language: str = "en") -> dict[str, Asked]:
    return {asked.text: asked for asked in READER.read(question, language)}


def forms(asked: Asked) -> set[str]:
    return {" ".join(form.terms) for form in asked.forms}


def term(*forms: str) -> Term:
    return Term("x", forms, 1.0, True, False)


def test_a_term_of_several_words_is_one() -> None:
    asked = read("the terms of reference for it")
    assert list(asked) == ["terms of reference"]
    assert "kommissorium" in forms(asked["terms of reference"])


def test_small_words_are_left_out() -> None:
    assert read("what is it that they have?") == {}
    assert read("hvad er det for noget", "da") == {}


def test_an_abbreviation_in_capitals_is_no_small_word() -> None:
    assert list(read("is IT down?")) == ["it", "down"] or "it" in read("is IT down?")


def test_a_month_is_told_from_a_verb_by_its_capital() -> None:
    assert "may" in read("the plan of May")
    assert "may" not in read("may the plan go on")


def test_a_question_phrase_is_looked_for_but_says_nothing_of_the_subject() -> None:
    assert read("how often?")["how often"].part is Part.QUESTION


def test_meeting_words_are_told_from_content() -> None:
    asked = read("Hvad besluttede udvalget om broen", "da")
    assert [one.part for one in asked.values()] == [Part.MEETING, Part.MEETING, Part.CONTENT]


def test_a_short_form_brings_its_long_one() -> None:
    assert len(forms(read("KEU", "da")["keu"])) == 2


def test_a_long_form_brings_its_short_one_only_when_it_is_whole() -> None:
    whole = read("Kvalitets- og Efteruddannelsesudvalget", "da")
    assert all("keu" in forms(asked) for asked in whole.values())
    assert "keu" not in forms(read("kvalitets arbejde", "da")["kvalitets"])


@pytest.mark.parametrize(
    ("question", "verb", "joined"),
    [
        ("Hvem lægger lokalet ned?", "lægger", "nedlægger"),
        ("Hvornår sætter rådet kontingentet op?", "sætter", "opsætter"),
        ("Bygger de hallen om i år?", "bygger", "ombygger"),
        ("Slog de de to puljer sammen?", "slog", "sammenslog"),
    ],
)
def test_a_verb_is_also_looked_for_with_its_particle_before_it(
    question: str, verb: str, joined: str
) -> None:
    assert stem(fold(joined)) in forms(read(question, "da")[fold(verb)])


@pytest.mark.parametrize(
    ("question", "word", "joined"),
    [
        ("Hvem taler om hallen?", "taler", "omtaler"),
        ("Taler rådet om hallen?", "taler", "omtaler"),
        ("Hvornår går Slog op?", "slog", "opslog"),
        ("Hvad sender rådet til Vejle?", "sender", "tilsender"),
        ("Hvad gør Lone ved det, og hvem går ned?", "lone", "nedlone"),
        ("Hvad lægger de frem?", "lægger", "nedlægger"),
    ],
)
def test_a_preposition_before_a_noun_is_no_particle(question: str, word: str, joined: str) -> None:
    assert stem(fold(joined)) not in forms(read(question, "da")[fold(word)])


def test_a_particle_far_behind_belongs_to_no_verb() -> None:
    question = "Køber rådet den nye store røde båd med mast og sejl og årer og dæk, og hvem går op?"
    assert stem("opkoeber") not in forms(read(question, "da")["koeber"])


@given(st.text(), st.sampled_from(["da", "en"]))
def test_any_question_can_be_read_and_says_each_word_once(question: str, language: str) -> None:
    asked = READER.read(question, language)
    assert len({one.text for one in asked}) == len(asked)
    assert all(form.terms and form.boost > 0 for one in asked for form in one.forms)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("fraværsretningslinjen", "Retningslinje for fravær"),
        ("sygefraværsretningslinjen", "Ny retningslinje for sygefravær"),
        ("havnemoderniseringsplanen", "Plan for modernisering af havnen"),
        ("driftsbevillingsansøgningen", "Ansøgning om bevilling til drift"),
    ],
)
def test_a_compound_of_several_stands_where_its_parts_do(question: str, title: str) -> None:
    (asked,) = READER.read(f"hvad med {question}", "da")
    forms = (" ".join(form.terms) for form in asked.forms if form.whole)
    assert stands(term(*forms), term_set(title))


def test_a_term_stands_where_any_form_stands_whole() -> None:
    terms = term_set("De praktiserende læger mødes i klyngen.")
    assert stands(term("gp", "praktiser laeg"), terms | {"praktiser"})
    assert stands(term("klyng"), terms)
    assert not stands(term("almen praksis"), terms)


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [
        ("supervison", "supervision", 1),
        ("klynge", "klinge", 1),
        ("kylnge", "klynge", 1),
        ("bro", "bro", 0),
        ("", "abc", 3),
        ("bus", "bil", 2),
    ],
)
def test_errors_are_counted_as_people_make_them(one: str, other: str, errors: int) -> None:
    assert distance(one, other) == distance(other, one) == errors


@given(st.text(alphabet="abc", max_size=6), st.text(alphabet="abc", max_size=6))
def test_a_distance_lies_between_the_difference_in_length_and_the_longer(a: str, b: str) -> None:
    assert abs(len(a) - len(b)) <= distance(a, b) <= max(len(a), len(b))


def test_short_words_and_numbers_are_left_as_they_are() -> None:
    assert [errors_allowed(word) for word in ("bro", "lok22", "20188")] == [0, 0, 0]


def passage(text: str) -> Passage:
    return Passage("d", 0, None, 0, Span(0, len(text)), "", text, OPEN)


def test_the_likeliest_word_has_the_fewest_errors_then_is_the_most_frequent() -> None:
    assert likely("supervison", [passage("superviser Supervisionen supervision")]) == "supervision"
    assert likely("parkx", [passage("park parka parka")]) == "parka"


def test_a_word_with_another_first_letter_is_another_word() -> None:
    assert likely("hansen", [passage("jansen")]) is None


def test_the_parts_of_a_blend_are_together_one() -> None:
    for known in (0.0, 0.4, 1.0):
        mix = blend(known)
        assert mix.vectors + mix.words + mix.coverage == pytest.approx(1)
    assert blend(0.0).vectors > blend(1.0).vectors


def test_no_number_of_weak_passages_outweighs_a_strong_one() -> None:
    assert together([1.0]) > together([0.5] * 100)
    assert together([1.0, 0.5]) > together([1.0])


def test_the_usual_cosine_is_that_of_the_lower_half() -> None:
    assert usual([0.9, 0.8, 0.7, 0.5]) == pytest.approx(0.6)
    assert usual([]) is None
