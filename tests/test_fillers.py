"""Set phrases around a question."""

import pytest

from bot.asked import Asked


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("kan du lige sige mig hvad broen kostede", "hvad broen kostede"),
        ("Hej Referent, kan du hurtigt sige mig: er broen malet?", "er broen malet?"),
        ("jeg sidder i et udvalgsmøde lige nu, hvem er formand?", "hvem er formand?"),
        ("vi står til et møde og skal lige vide hvad broen kostede", "hvad broen kostede"),
        ("øh, ved du hvornår HLU mødes", "hvornår HLU mødes"),
        ("lille spørgsmål: hvad kostede broen?", "hvad kostede broen?"),
        ("could you quickly remind me what the bridge cost", "what the bridge cost"),
        ("I'm in a meeting and need to know who chairs HLU", "who chairs HLU"),
        ("quick one - who chairs HLU?", "who chairs HLU?"),
        ("hvad kostede broen? på forhånd tak!", "hvad kostede broen?"),
        ("hvad kostede broen i Skarreklint tak :)", "hvad kostede broen i Skarreklint"),
        ("hvad kostede broen mvh Ida", "hvad kostede broen"),
        ("hvad kostede broen? (skal bruge det inden mødet)", "hvad kostede broen?"),
        ("what did the bridge cost?? need it by 3 pm pls", "what did the bridge cost?"),
        ("what did the bridge cost, asap", "what did the bridge cost"),
    ],
)
def test_what_is_said_around_a_question_is_no_part_of_it(said: str, asked: str) -> None:
    assert Asked(said).words == asked


@pytest.mark.parametrize(
    "said",
    [
        "kan du fortælle mig om HLU",  # it is told of HLU
        "can you tell me more",
        "hvad fik frivillige som tak",
        "på dansk, tak",
        "hvem sagde tak",
        "vi diskuterer broen",
        "Hvor mange ved noget om broen?",
        "Quick questions to the mayor: how many were asked?",
        "kan du hjælpe mig",
        "referent for HLU?",
    ],
)
def test_what_is_asked_stays(said: str) -> None:
    assert Asked(said).words == said


@pytest.mark.parametrize("sign", [*".-(?"])
def test_a_line_of_signs_from_a_paper_is_not_looked_through_for_thanks(sign: str) -> None:
    # Each place of it could begin what is said behind a question: it took a quarter of a minute.
    line = sign * 1_900
    assert Asked(f"hvad kostede broen {line} i alt").words == f"hvad kostede broen {line} i alt"
    assert Asked(f"{line} hvad kostede broen? mange tak").words == f"{line} hvad kostede broen?"
