"""When sentences give different figures for what is asked, and when they tell of several things."""

import pytest

from bot.answers.sentences.figures import Told, differ


def of_one(*words: str) -> list[Told]:
    return [Told(each, "a") for each in words]


def of_two(*words: str) -> list[Told]:
    return [Told(each, str(at)) for at, each in enumerate(words)]


APART = "Pr. 1. maj 2031 er 61 haver lejet ud.", "Havemanden oplyste, at 64 haver er lejet ud."


@pytest.mark.parametrize("told", [of_one(*APART), of_two(*APART)])
def test_sentences_that_count_otherwise_differ_wherever_they_stand(told: list[Told]) -> None:
    assert differ("hvor mange haver er lejet ud?", told)


def test_a_day_or_a_figure_of_the_question_makes_two_figures_neither_one_nor_two() -> None:
    asked = "hvor mange haver var lejet ud den 1. maj 2031?"
    assert differ(asked, of_two("Den 1. maj 2031 var det 61.", "Den 1. maj 2031 var det 64."))
    assert not differ(asked, of_two("Den 1. maj 2031 var det 61.", "Det var 61 i 2031."))
    assert not differ("fik alle 61 vand?", of_two("Af 61 fik 50 vand.", "Alle 61 havde slange."))


ROWS = (
    "Post: Hegn · 2031: 4.000 kr. · I alt: 9.000 kr.",
    "Post: Vand · 2031: 700 kr. · I alt: 1.400 kr.",
)
POINTS = "- hegn: 4.000 kr.", "- vand: 700 kr."


@pytest.mark.parametrize("lines", [ROWS, POINTS])
def test_the_lines_of_one_list_are_of_several_things(lines: tuple[str, str]) -> None:
    assert not differ("hvad koster hegnet?", of_one(*lines))


@pytest.mark.parametrize("lines", [ROWS, POINTS])
def test_lines_of_two_papers_may_differ(lines: tuple[str, str]) -> None:
    assert differ("hvad koster hegnet?", of_two(*lines))


def test_one_line_with_two_figures_differs_within_a_paper_as_well() -> None:
    assert differ("hvad koster hegnet?", of_one(POINTS[0], "- hegn: 4.500 kr."))
    assert differ("hvad koster hegnet?", of_one(POINTS[0], "Hegnet koster 4.500 kr."))
