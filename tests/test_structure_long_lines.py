"""A long line with a verb that goes on below is the start of a paragraph, and no heading."""

import pytest

from tests.structure_layouts import parts, read

PAPER = """\
Referat af møde i Skovrådet
den 4. maj 2018 kl. 14.00

1. Stier
{above}

{line}
{below}

Beslutning
Godkendt.

2. Hegn

Beslutning
Udsat.
"""
TEXT = "Skoven har fire stier, og to af dem er spærret af væltede bøge efter stormen i januar."
GOES_ON = "Skovfogeden regner med tre ugers arbejde, når jorden er tør nok til maskinerne."


def headings(line: str, below: str = GOES_ON) -> list[str | None]:
    found = parts(read(PAPER.format(above=TEXT, line=line, below=below)), "1")
    return [heading for _, heading in found]


@pytest.mark.parametrize(
    "line",
    [
        "De spærrede stier skal ryddes af Skovlauget",
        "Rydningen af alle stier kan begynde mandag",
        "Bøgene fra stormen er blevet solgt til Savværket",
        "Mange af medlemmerne vil gerne hjælpe Skovfogeden",
    ],
)
def test_a_line_with_a_verb_goes_on_in_the_next(line: str) -> None:
    assert line not in headings(line)
    assert "Beslutning" in headings(line)


@pytest.mark.parametrize(
    "line",
    [
        "Rydning af de spærrede stier ved Skovlauget",
        "Stierne er spærret",
        "Bøgene er solgt til Savværket",
        "Hvem skal rydde de spærrede stier?",
        "De spærrede stier skal ryddes af Skovlauget:",
    ],
)
def test_a_line_without_one_a_short_one_and_a_question_may_be_headings(line: str) -> None:
    assert line.rstrip(":") in headings(line)


def test_a_line_with_a_verb_that_stands_alone_may_be_a_heading() -> None:
    line = "De spærrede stier skal ryddes af Skovlauget"
    assert line in headings(line, f"\n{GOES_ON}")
