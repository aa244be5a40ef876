"""Papers in layouts unlike the others: unusual labels, names and prices, and what is not there."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "ungdom/ref_2020-05-11.md": """\
# Ungdomsrådet i Tarpe Kommune

Referat af møde nr. 3 – mandag den 11. maj 2020, Kulturhuset

| | |
|---|---|
| **Mødte** | Nadia Holst (formand), Jonas Riis, Emma Thorsager |
| **Ikke mødt** | Villy Brorsen (afbud) |

### 1) Skaterbane ved stranden

Forvaltningen foreslår, at der anlægges en skaterbane for 400.000 kr.

*Rådets udtalelse:* Rådet anbefaler over for Byrådet, at banen anlægges.

### 2) Sommerfest

Ungdomsklubben søger 20.000 kr. til en sommerfest.

*Rådets udtalelse:* Bevilget med 12.000 kr.
""",
    "byraad/byraad_2020-09-28.md": """\
# Byrådet i Tarpe

## Referat af møde mandag den 28. september 2020

**Til stede:** Mona Kraft (borgmester), Leo Brink, Anja Dahl, Per Ottesen
**Fraværende:** Per Ottesen (fraværende under punkt 2)

### Punkt 1. Skaterbane ved stranden

**Indstilling:** Økonomiudvalget indstiller, at der anlægges en skaterbane for 400.000 kr.

**Beslutning:** Forkastet. For stemte Leo Brink. Imod stemte de øvrige.

### Punkt 2. Salg af Møllegården

**Indstilling:** Økonomiudvalget indstiller, at Møllegården sælges.

**Beslutning:** Godkendt. Anja Dahl erklærede sig inhabil og forlod salen.
""",
    "varme/bm1_2001.txt": """\
I/S SYDTARP VARMESELSKAB                              Bestyrelsesmøde 1/2001

                      REFERAT

Dato:     Torsdag den 8. marts 2001
Til stede var:  Egon Lind (fmd.), Ruth Smed, Viggo Falk

1.  NY KEDEL
    Driftslederen foreslog, at kedlen købes hos Danstoker.
    BESLUTTET:    Som foreslået. Viggo Falk stemte imod.

2.  FJERNVARME TIL HAVNEN
    BESLUTTET:    Udsat til mødet i juni.

3.  DIREKTØRENS PENSION
    LUKKET PUNKT
""",
    "kabel/group_2023_03.md": """\
# Saltholm Tunnel Steering Group

Minutes of meeting 4, held on Tuesday 14 March 2023 at the Town Hall

**In attendance:** Ann Reid (chair), Otto Bang, Ian Fell
**Apologies:** Sue Moss

## 4.1 Ventilation shaft

The project office recommends Kvarnby as the site of the shaft.

**Decision:** Carried 2-1. Otto Bang voted against.

## 4.2 Toll booths

**Decision:** The motion was defeated 2 to 1.
""",
    "takster/klub.csv": (
        "Ydelse;Enhed;Pris medlem;Pris ikke-medlem;Gælder fra\n"
        "Leje af robåd;kr. pr. døgn;110;190;2023-04-01\n"
        "Sauna;kr. pr. gang;25;60;2023-01-01\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("unlike"), PAPERS) as opened:
        yield opened


def test_what_a_council_says_of_a_matter_is_its_decision_and_another_body_ends_it(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvad sagde Ungdomsrådet om skaterbanen?")
    assert reply.kind is ReplyKind.DECISION
    assert quotes(reply)[0] == "Rådet anbefaler over for Byrådet, at banen anlægges."
    assert any(quote.startswith("Forkastet.") for quote in quotes(reply))
    assert any("ikke på et sagsnummer" in warning for warning in reply.warnings)


def test_what_was_granted_goes_before_what_was_applied_for(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvor mange penge fik ungdomsklubben til sommerfesten?")
    assert quotes(reply)[0] == "Bevilget med 12.000 kr."


def test_who_was_disqualified_is_not_who_was_away(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem var inhabil i sagen om Møllegården?")
    assert "Anja Dahl" in reply.text
    assert "Ottesen" not in reply.text


def test_as_proposed_is_told_with_what_was_proposed(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Sydtarp Varmeselskab om den nye kedel?")
    told = " ".join(quotes(reply))
    assert "Som foreslået. Viggo Falk stemte imod." in told
    assert "købes hos Danstoker" in told


def test_a_vote_is_told_with_what_it_was_on(assistant: Assistant) -> None:
    reply = ask(assistant, "What did the steering group decide about the ventilation shaft?")
    told = quotes(reply)
    assert told[0] == "Carried 2-1. Otto Bang voted against."
    assert "recommends Kvarnby" in " ".join(told)


@pytest.mark.parametrize(
    "text",
    ["Hvad er stadig åbent i I/S Sydtarp?", "Hvad er stadig åbent i Sydtarp Varmeselskab?"],
)
def test_a_list_of_one_company_holds_no_other_bodies(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert {c.document.source for c in reply.citations} == {"varme/bm1_2001.txt"}


def test_a_list_of_an_english_group_holds_no_other_bodies(assistant: Assistant) -> None:
    reply = ask(assistant, "Which items were rejected by the Saltholm Tunnel Steering Group?")
    assert quotes(reply) == ["The motion was defeated 2 to 1."]


def test_a_list_of_a_body_that_is_not_there_lists_nobodys(assistant: Assistant) -> None:
    assert not ask(assistant, "Hvad er stadig åbent i I/S Vestmose?").kind.asserts


def test_a_closed_item_of_a_company_is_told_as_closed(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad blev direktørens pension i I/S Sydtarp?")
    assert reply.kind is ReplyKind.CLOSED


@pytest.mark.parametrize(
    ("text", "amount", "other"),
    [
        ("Hvad koster leje af robåd for et medlem?", "110", "190"),
        ("Hvad koster leje af robåd for ikke-medlemmer?", "190", "110"),
        ("What does it cost a member to hire a rowing boat?", "110", "190"),
        ("What is the price of the sauna for non-members?", "60", "25"),
    ],
)
def test_each_of_two_price_columns_is_a_rate_of_its_own(
    assistant: Assistant, text: str, amount: str, other: str
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.RATE
    assert f"**{amount}**" in reply.text
    assert f"**{other}**" not in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "Hvem var imod at forlænge østmolen?",
        "Hvem stemte imod den nye tankvogn?",
        "Hvad var gebyret for haveaffald?",
        "Was the 2025 budget adopted?",
        "Hvem var inhabil i sagen om brandstationen?",
    ],
)
def test_a_matter_that_is_not_there_is_answered_by_no_other(
    assistant: Assistant, text: str
) -> None:
    assert not ask(assistant, text).kind.asserts


def test_a_question_that_names_nobody_is_told_the_price_for_each(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad koster det at leje en robåd?")
    assert "**110**" in reply.text
    assert "**190**" in reply.text
