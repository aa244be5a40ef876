"""Names of rates: a bare word takes its thing from the sentence before, or is told as nothing's."""

from datetime import date

import pytest

from bot.answers.rates.sources import may_follow
from bot.answers.rates.terms import Match
from index.archive import DocumentEntry, RateEntry
from index.documents import OPEN, DocumentKind
from index.rates.rate import Validity
from tests.rate_words import in_text, only, told

NOTE = "Notat om priser\n\nDato: 3. marts 2025\n\n{words}\n"


def test_a_bare_word_means_the_thing_of_the_sentence_before() -> None:
    words = (
        "Taksten for en bådplads er 310 kr. pr. måned i 2025. I 2024 var taksten 3.600 kr. pr. år."
    )
    rates = in_text(NOTE.format(words=words)).rates
    assert {rate.name for rate in rates} == {"Taksten for en bådplads"}
    assert [rate.unit.words("da") for rate in rates] == ["kr. pr. måned", "kr. pr. år"]


def test_a_bare_word_of_another_kind_does_not() -> None:
    words = "Taksten for en bådplads er 310 kr. pr. måned. Gebyret er 36 kr. pr. rykker."
    names = [rate.name for rate in in_text(NOTE.format(words=words)).rates]
    assert names == ["Taksten for en bådplads", "Gebyret"]


def test_who_sets_an_amount_is_no_part_of_its_name() -> None:
    rate = only("Rådet fastsatte taksten for bådplads, 9 meter, til 310 kr. pr. år for 2025.")
    assert rate.name == "taksten for bådplads, 9 meter"


def _match(words: str, since: int, source: str) -> Match:
    (rate,) = in_text(NOTE.format(words=words)).rates
    entry = DocumentEntry(
        id=source,
        source=source,
        title=source,
        kind=DocumentKind.MEMO,
        status=None,
        body=None,
        body_key=None,
        date=date(since, 1, 1),
        case_numbers=(),
        pages=0,
        characters=0,
        audience=OPEN,
    )
    return Match(RateEntry(entry, rate), 1.0, Validity(date(since, 1, 1)))


@pytest.mark.parametrize("word", ["Taksten", "Gebyret", "Prisen"])
def test_a_bare_word_follows_nothing(word: str) -> None:
    bare = _match(f"{word} er 3.600 kr. pr. båd.", 2024, "a")
    other = _match(f"{word} er 3.900 kr. pr. båd.", 2025, "b")
    named = _match(f"{word} for dragebåde er 3.900 kr. pr. båd.", 2025, "c")
    assert not may_follow(other, bare)
    assert not may_follow(named, bare)


def test_what_has_a_name_follows_what_had_the_same() -> None:
    one = _match("Prisen for dragebåde er 3.600 kr. pr. båd.", 2024, "a")
    other = _match("Prisen for dragebåde er 3.900 kr. pr. båd.", 2025, "b")
    assert may_follow(other, one)
    assert told([one.rate]) == [("Prisen for dragebåde", "3600", None)]
