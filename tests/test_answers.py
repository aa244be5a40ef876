"""What the assistant answers, kind by kind, on a small archive read by the real pipeline."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.asked import Asked
from bot.assistant import Assistant
from bot.cli.door import Door
from bot.cli.failures import run
from bot.replies import Reply, ReplyKind
from referent import app

PAPERS = {
    "vmu/2023-03-08.txt": """\
Referat af møde i Vej- og Miljøudvalget (VMU)
den 8. marts 2023 kl. 15.00
Godkendt referat

Til stede: Karla Bruun (formand), Ebbe Lund, Ditte Fromm
Afbud: Jens Ravn

Sagsnr. 23/411

1. Cykelsti langs Åvej

Sagsfremstilling
Forvaltningen har beregnet, at stien koster 2,4 mio. kr. Der kører 640 cyklister om dagen på Åvej.

Indstilling
Forvaltningen indstiller, at stien anlægges i 2024.

Beslutning
Punktet udsat til næste møde.

Sagsnr. 23/502

2. Hegn om skolegården

Indstilling
Forvaltningen indstiller, at der opsættes et hegn.

Beslutning
Indstillingen blev godkendt, dog højst 90.000 kr.

Ebbe Lund deltog ikke i behandlingen af punktet.

3. Lukket punkt: Køb af grusgrav

Beslutning
Grusgraven i Nymose købes for 7 mio. kr.
""",
    "vmu/2023-05-10.txt": """\
Referat af møde i Vej- og Miljøudvalget (VMU)
den 10. maj 2023 kl. 15.00
Godkendt referat

Til stede: Karla Bruun (formand), Ebbe Lund, Jens Ravn

Sagsnr. 23/411

1. Cykelsti langs Åvej

Sagsfremstilling
Sagen er udsat fra mødet i marts.

Indstilling
Forvaltningen indstiller, at stien anlægges i 2024.

Beslutning
Godkendt, idet strækningen ved mosen udgår.

Sagsnr. 23/620

2. Støjmåling ved Ringvejen

Sagsfremstilling
Målingen viste 61 dB om natten.

Indstilling
Forvaltningen indstiller, at orienteringen tages til efterretning.

Beslutning
Taget til efterretning.
""",
    "notater/stier.md": """\
# Notat om stier

14. juni 2023

Der kører 590 cyklister om dagen på Åvej efter forvaltningens tælling i maj.

Supercykelstier er brede stier uden kryds, der binder kommuner sammen.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    archive, home = tmp_path_factory.mktemp("archive"), tmp_path_factory.mktemp("home")
    for name, text in PAPERS.items():
        path = archive / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert run(app, ["ingest", str(archive), "--home", str(home), "--json"]) == 0
    with Door().assistant(home) as assistant:
        assert isinstance(assistant, Assistant)
        yield assistant


def ask(assistant: Assistant, text: str) -> Reply:
    return assistant.reply(Asked(text, on=date(2023, 8, 1)))


def test_a_decision_comes_with_its_recommendation_and_its_reservation(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvad besluttede VMU om hegn ved skolegården?")
    assert reply.kind is ReplyKind.DECISION
    assert "dog højst 90.000 kr." in reply.citations[0].quote
    assert "at der opsættes et hegn" in reply.citations[1].quote
    assert "8. marts 2023" in reply.text


def test_a_deferred_matter_is_answered_by_its_return(assistant: Assistant) -> None:
    reply = ask(assistant, "what did VMU decide on the cycle path along Åvej?")
    assert reply.kind is ReplyKind.DECISION
    assert "idet strækningen ved mosen udgår" in reply.citations[0].quote
    assert any("udsat" in citation.quote for citation in reply.citations)


def test_a_deferral_asked_for_by_its_date_is_no_decision(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede VMU om cykelstien i marts 2023?")
    assert reply.kind is ReplyKind.NOT_DECIDED
    assert "Punktet udsat" in reply.citations[0].quote


def test_a_body_is_known_by_half_its_name_and_in_english(assistant: Assistant) -> None:
    for text in (
        "Hvad besluttede Miljøudvalget om hegnet ved skolegården?",
        "What did the Road and Environment Committee decide about a fence at the school?",
    ):
        assert "90.000" in ask(assistant, text).text


def test_what_is_said_behind_closed_doors_stays_there(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede VMU om køb af grusgrav?")
    assert reply.kind is ReplyKind.CLOSED
    for text in ("Hvad koster grusgraven i Nymose?", "Nymose 7 mio. kr.", "lukket punkt VMU"):
        reply = ask(assistant, text)
        shown = [c.passage for c in reply.citations] + [c.quote for c in reply.citations]
        assert not any("Nymose" in words or "7 mio" in words for words in shown)
        # What was typed is typed back ("found nowhere: Nymose"); more is not.
        assert "7 mio" not in reply.text.replace(text, "")


def test_a_year_without_meetings_is_not_in_the_archive(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede VMU om cykelstier i 2019?")
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE
    assert "8. marts 2023" in reply.text


def test_another_committee_is_not_in_the_archive(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede Kulturudvalget om biblioteket?")
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE


@pytest.mark.parametrize(
    "text", ["What is the capital of France?", "Hvem vandt Tour de France?", "opskrift på lasagne"]
)
def test_what_has_nothing_to_do_with_the_archive_is_not_found(
    assistant: Assistant, text: str
) -> None:
    assert ask(assistant, text).kind is ReplyKind.NOT_FOUND


def test_a_fact_is_the_sentence_that_holds_it(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad viste støjmålingen ved Ringvejen?")
    assert reply.kind is ReplyKind.FACT
    assert reply.citations[0].quote == "Målingen viste 61 dB om natten."


def test_disagreeing_sources_are_both_shown(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvor mange cyklister kører der om dagen på Åvej?")
    assert "640" in reply.text
    assert "590" in reply.text
    assert any("forskellige tal" in warning for warning in reply.warnings)


def test_apologies_are_those_of_the_meeting(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem havde meldt afbud til mødet i marts 2023?")
    assert reply.kind is ReplyKind.PEOPLE
    assert "Jens Ravn" in reply.text
    assert "Karla Bruun" not in reply.text


def test_who_took_no_part_in_an_item(assistant: Assistant) -> None:
    reply = ask(assistant, "Who did not take part in the item on the fence at the school?")
    assert "Ebbe Lund" in reply.text


def test_deferred_items_are_listed(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvilke sager blev udsat i 2023?")
    assert reply.kind is ReplyKind.LIST
    assert "Cykelsti langs Åvej" in reply.text
    assert "Hegn" not in reply.text


def test_a_list_holds_the_outcome_asked_for_or_says_that_there_is_none(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvilke sager blev godkendt i VMU i maj 2023?")
    assert reply.kind is ReplyKind.LIST
    assert "Cykelsti" in reply.text
    assert "Støjmåling" not in reply.text
    none = ask(assistant, "Hvilke sager blev afvist i VMU i 2023?")
    assert none.kind is ReplyKind.NOT_FOUND
    assert "Ingen punkter med det udfald" in none.text


def test_a_meeting_without_a_named_matter_gives_all_its_decisions(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad besluttede VMU i maj?")
    assert reply.kind is ReplyKind.LIST
    assert "Cykelsti" in reply.text
    assert "Støjmåling" in reply.text


def test_a_year_beside_a_committee_is_the_year_asked_about(assistant: Assistant) -> None:
    reply = ask(assistant, "dagsorden VMU 2019")
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE


def test_a_day_in_the_past_knows_nothing_of_what_came_later(assistant: Assistant) -> None:
    asked = Asked("Hvad besluttede VMU om cykelsti langs Åvej?", on=date(2023, 4, 1))
    reply = assistant.reply(asked)
    assert reply.kind is ReplyKind.NOT_DECIDED
    assert all(c.document.date == date(2023, 3, 8) for c in reply.citations)


def test_the_chair_of_a_committee_is_who_holds_the_office(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem er formand for VMU?")
    assert reply.kind is ReplyKind.PEOPLE
    assert "Karla Bruun" in reply.text


def test_what_an_insider_may_see_is_not_called_closed(assistant: Assistant) -> None:
    reply = assistant.reply(
        Asked(
            "Hvad besluttede VMU om køb af grusgrav?",
            on=date(2023, 8, 1),
            audiences=frozenset({"open", "closed"}),
        )
    )
    assert reply.kind is ReplyKind.DECISION
    assert "7 mio. kr." in reply.citations[0].quote


def test_the_agenda_of_the_last_meeting(assistant: Assistant) -> None:
    reply = ask(assistant, "What was on the agenda of VMU's last meeting?")
    assert reply.kind is ReplyKind.LIST
    assert "Støjmåling ved Ringvejen" in reply.text
    assert "Hegn" not in reply.text


def test_a_case_is_followed_by_its_number(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad handler sag 23/411 om?")
    assert reply.kind is ReplyKind.CASE
    assert reply.text.index("8. marts 2023") < reply.text.index("10. maj 2023")


def test_a_case_number_that_is_not_there_is_said_to_be_missing(assistant: Assistant) -> None:
    assert ask(assistant, "sag 99/12345").kind is ReplyKind.NOT_IN_ARCHIVE


def test_a_word_is_explained_and_an_abbreviation_spelt_out(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad er supercykelstier?")
    assert reply.kind is ReplyKind.DEFINITION
    assert "brede stier uden kryds" in reply.text
    assert "Vej- og Miljøudvalget" in ask(assistant, "What does VMU stand for?").text


@pytest.mark.parametrize(
    "text",
    ["", "?", "😀😀😀", "a", "\x00\x1b[31m", "hvad " * 400, "[1] [2] **fed** <script>", "%s {x}"],
)
def test_whatever_is_asked_ends_in_a_reply(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind in set(ReplyKind)
    for citation in reply.citations:
        assert citation.quote in citation.document.text
