"""A decision in its own words: what may be called "as recommended", and what came of it later."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "pbu/2021-03-10.txt": """\
Referat af møde i Plan- og Byggerådet (PBR)
den 10. marts 2021 kl. 13.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer, Ulla Friis

Sagsnr. 21/2001

1. Boliger på Teglværksgrunden

Indstilling
Forvaltningen indstiller, at lokalplanen vedtages.

Beslutning
Indstillingen tiltrådt.

Sagsnr. 21/2002

2. Parkering ved stationen

Indstilling
Forvaltningen indstiller, at der anlægges 80 pladser.

Beslutning
Godkendt med 60 pladser.

Sagsnr. 21/2003

3. Kolonihaver

Indstilling
Forvaltningen indstiller,
at der udlægges 30 haver,
at der opkræves leje.

Beslutning
Første at godkendt. Andet at ikke godkendt.

Sagsnr. 21/2004

4. Byport

Beslutning
Godkendt.

Sagsnr. 21/2005

5. Legepladsen i Rosenparken

Indstilling
Forvaltningen indstiller, at legepladsen fornyes.

Beslutning
Rådet godkendte, at legepladsen fornyes i to omgange, så børnehaven kan bruge den hele sommeren, \
og at beboerne høres om farverne inden udgangen af året.

Sagsnr. 21/2006

6. Byggemodning af Enghaven

Indstilling
Forvaltningen indstiller, at Enghaven byggemodnes.

Beslutning
Ikke godkendt.

Sagsnr. 21/2007

7. Renovering af tårnet

Indstilling
Forvaltningen indstiller, at tårnet renoveres.

Beslutning
Godkendt.
""",
    "pbu/2021-06-09.txt": """\
Referat af møde i Plan- og Byggerådet (PBR)
den 9. juni 2021 kl. 13.00
Godkendt referat

Til stede: Inga Rask (formand), Bent Sommer, Ulla Friis

Sagsnr. 21/2001

1. Klage over støv fra nedrivning

Indstilling
Forvaltningen indstiller, at klagen imødekommes.

Beslutning
Klagen afvises.

Sagsnr. 21/2010

2. Huse ved åen

Indstilling
Forvaltningen indstiller, at forslaget sendes i høring.

Beslutning
Punktet udsat.

Sagsnr. 21/2007

3. Renovering af tårnet

Indstilling
Forvaltningen indstiller, at orienteringen tages til efterretning.

Beslutning
Taget til efterretning.
""",
    "pbu/2021-08-11.txt": """\
Referat af møde i Plan- og Byggerådet (PBR)
den 11. august 2021 kl. 13.00
Udkast

Til stede: Inga Rask (formand), Bent Sommer, Ulla Friis

Sagsnr. 21/2010

1. Huse ved åen

Indstilling
Forvaltningen indstiller, at forslaget sendes i høring.

Beslutning
Godkendt.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("decisions"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hvad besluttede PBR om boliger på Teglværksgrunden?", "Godkendt som indstillet."),
        ("What did PBR decide about Teglværksgrunden?", "Approved as recommended."),
    ],
)
def test_a_formula_approves_as_recommended(assistant: Assistant, text: str, said: str) -> None:
    reply = ask(assistant, text)
    assert said in reply.text
    assert quotes(reply)[:2] == ["Indstillingen tiltrådt.", "at lokalplanen vedtages."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hvad besluttede PBR om parkering ved stationen?", "Godkendt med 60 pladser."),
        ("Hvad besluttede PBR om kolonihaver?", "Første at godkendt. Andet at ikke godkendt."),
    ],
)
def test_another_number_and_parts_approved_are_changes(
    assistant: Assistant, text: str, words: str
) -> None:
    reply = ask(assistant, text)
    assert "Godkendt med en ændring eller et forbehold" in reply.text
    assert "som indstillet" not in reply.text
    assert quotes(reply)[0] == words


def test_an_approval_in_many_words_speaks_for_itself(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede PBR om legepladsen i Rosenparken?")
    assert "som indstillet" not in reply.text
    assert "i to omgange" in quotes(reply)[0]
    english = ask(assistant, "What did PBR decide about the playground in Rosenparken?")
    assert "Approved as recommended" not in english.text


def test_an_approval_of_no_recommendation_is_not_as_recommended(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede PBR om byporten?")
    assert reply.text.splitlines()[2] == "Godkendt."


def test_what_was_turned_down_is_not_approved(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede PBR om Enghaven?")
    assert reply.kind is ReplyKind.DECISION
    assert reply.text.splitlines()[2] == "Ikke godkendt."


def test_a_later_item_of_another_title_is_told_under_the_same_case_number(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvad besluttede PBR om boliger på Teglværksgrunden?")
    after = reply.text.split("**Senere under samme sagsnummer (21/2001)**")[1]
    assert "Klage over støv fra nedrivning" in after
    assert "ingen senere behandling" not in reply.text
    assert "Senere i samme sag" not in reply.text


def test_an_earlier_item_under_the_same_case_number_is_not_called_later(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvad besluttede PBR om klagen over støv fra nedrivning?")
    assert quotes(reply)[0] == "Klagen afvises."
    assert "Senere" not in reply.text


def test_a_case_that_went_no_further_is_said_to_have_gone_no_further(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvad besluttede PBR om byporten?")
    assert "ingen senere behandling af sag 21/2004" in reply.text
    english = ask(assistant, "What did PBR decide about byporten?")
    assert "no later item in case 21/2004" in english.text


def test_an_approval_goes_before_a_later_report_on_it(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede PBR om renovering af tårnet?")
    assert quotes(reply)[:2] == ["Godkendt.", "at tårnet renoveres."]
    assert "9. juni 2021" in reply.text.split("**Senere i samme sag**")[1]
    assert "Senere under samme sagsnummer" not in reply.text


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("Hvad besluttede PBR om huse ved åen?", "udkast"),
        ("What did PBR decide about the houses by the stream (huse ved åen)?", "draft"),
    ],
)
def test_what_came_back_is_told_from_its_return_and_its_draft_is_named_one(
    assistant: Assistant, text: str, warning: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.DECISION
    assert "August" in reply.text or "august" in reply.text.splitlines()[0]
    assert any("Punktet udsat." in quote for quote in quotes(reply))
    assert any(warning in told for told in reply.warnings)


def test_approved_minutes_are_not_called_a_draft(assistant: Assistant) -> None:
    assert ask(assistant, "Hvad besluttede PBR om byporten?").warnings == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hvad besluttede PBR om svømmehallen?", ReplyKind.NOT_FOUND),
        ("What did PBR decide about the airport?", ReplyKind.NOT_FOUND),
        ("Hvad besluttede PBR om byporten i 2019?", ReplyKind.NOT_IN_ARCHIVE),
        ("Hvad besluttede Kulturudvalget om byporten?", ReplyKind.NOT_IN_ARCHIVE),
    ],
)
def test_another_matter_year_or_body_is_not_answered_by_what_is_nearest(
    assistant: Assistant, text: str, kind: ReplyKind
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is kind
    assert reply.decisions == ()
