"""What people say in a chat: thanks and greetings, talk with each other, and asking on."""

import pytest

from bot.asked import LONGEST, Asked
from bot.chat.speech import asks_on, greets, is_thanks, is_too_long, says_nothing


@pytest.mark.parametrize(
    "said",
    [
        *(
            "tak",
            "Tak for det",
            "mange tak!",
            "tak for hjælpen i går",
            "nej tak",
            "super 👍",
            "ok tak",
            "takker mange gange",
            "thanks, that helps",
            "tusinde tak",
            "lovely, thank you Referent",
            "nå ok",
            "I see.",
        ),
        *("god weekend", "God weekend!", "tak for det, god weekend", "godt nytår", "det var det"),
        *(
            "thanks a lot!",
            "great, thanks",
            "thanks, very helpful",
            "thanks, that was really useful",
            "1000 tak!",
            "det var lige det, jeg skulle bruge",
            "thank you so much",
            "have a nice weekend",
            "cool :+1:",
        ),
        *("thanks a lot for yesterday", "tusind tak for i går", "tak for hjælpen forleden"),
        *("cheers for that", "Tak for jeres hurtige svar i mandags!", "tak for sidst"),
        *("tak fordi du fandt det så hurtigt", "thanks for looking that up, have a nice day"),
        *(
            "many thanks for your help the other day 🙏",
            "ok, tak for gennemgangen. God ferie",
        ),
        *(
            "thanks for the answer on the harbour",
            "Tak skal I have for hjælpen",
            "takker for svaret",
        ),
    ],
)
def test_thanks_and_good_wishes_ask_nothing(said: str) -> None:
    assert is_thanks(said)
    assert says_nothing(said)
    assert not greets(said)


@pytest.mark.parametrize(
    "said",
    [
        *(
            "hej",
            "Hej igen!",
            "god morgen",
            "er du der?",
            "er du sikker?",
            "hvad kan du ikke?",
            "test",
        ),
        *("Hello there", "are you a robot?", "hi, who are you?", "are you sure?", "help", "", "👍"),
    ],
)
def test_a_greeting_and_what_is_asked_of_us_ourselves_are_no_question_of_the_archive(
    said: str,
) -> None:
    assert greets(said)
    assert not is_thanks(said)


@pytest.mark.parametrize(
    "said",
    [
        *("tak i 2019", "hvad er testen?", "god økonomistyring", "hjælpemidler", "hej broen i Hov"),
        "Thanks — and what was decided on the harbour?",
        "tak til de frivillige: hvad blev besluttet?",
        *("tak for svaret, og i 2019?", "tak for hjælpen. havnen i Hov", "tak for det vis kilden"),
        *("thanks for yesterday - can you show the source", "thanks for that, the harbour rates"),
        *(
            "tak for hjælpen og hvem var med",
            "cheers for that. was it approved",
            "takster for is",
        ),
        *("tak for hjælpen til havnen?", "thanks for that and in 2019"),
        *("are you sure the bridge was approved?", "good governance", "test of water"),
    ],
)
def test_a_question_that_begins_so_is_one(said: str) -> None:
    assert not greets(said)
    assert not says_nothing(said)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("hej, hvad står BBU for?", "hvad står BBU for?"),
        ("Hej igen! Hvem deltog?", "Hvem deltog?"),
        ("god morgen hvad kostede broen", "hvad kostede broen"),
        ("Thanks — and what was decided on it?", "and what was decided on it?"),
        ("tak for hjælpen i går, hvem var ikke med?", "hvem var ikke med?"),
        ("Thanks a lot for yesterday! Who was absent?", "Who was absent?"),
        (
            "tak til de frivillige: hvad blev besluttet?",
            "tak til de frivillige: hvad blev besluttet?",
        ),
        ("Tak - og hvem var ikke med?", "og hvem var ikke med?"),
        ("hi there, what does BBU mean?", "what does BBU mean?"),
        ("hej", "hej"),
        ("tak i 2019", "tak i 2019"),
        ("Hej Danmark", "Hej Danmark"),
    ],
)
def test_a_greeting_before_a_question_falls(typed: str, read: str) -> None:
    assert Asked(typed).words == read


@pytest.mark.parametrize(
    "said",
    [
        *(
            "og i 2019?",
            "undskyld, 2026",
            "næ, mødehonoraret",
            "jeg mener mødet i 2024",
            "fortæl mere",
        ),
        *("vis kilden", "hvor står det?", "BBU?", "sorry, 2023", "tell me more", "who chairs it?"),
    ],
)
def test_what_asks_on_needs_no_name(said: str) -> None:
    assert asks_on(said)


@pytest.mark.parametrize(
    "said",
    [
        *("har du set den mail fra Tove?", "Skal vi ses kl. 14?", "ja, den er sendt kl. 10"),
        *("Did you call him about it?", "Shall we grab lunch?", "Ok. Det var det jeg troede"),
        *("hvad synes du, skal vi tage den?", "that makes sense to me"),
    ],
)
def test_what_people_say_to_each_other_is_not_for_us(said: str) -> None:
    assert not asks_on(said)


def test_a_pasted_paper_is_no_question() -> None:
    assert is_too_long("æ" * (LONGEST + 1))
    assert not is_too_long("æ" * LONGEST)
