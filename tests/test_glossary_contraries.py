"""No English word of the glossary is translated by its contrary.

A wrong pair does harm twice: the question finds a paper that says the contrary, and a model's
sentence that turned a word round passes the checks.
"""

import pytest

from bot.writing.patterns import Opposite, opposites
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.stems import stem
from index.danish.words import folded_words

DENYING = ("un", "in", "im", "ir", "il", "dis", "non")
"""What an English word begins with that denies the rest of it."""
NO_CONTRARIES = {"immigrant", "immigrants", "immigration"}
"""Words that only begin so."""

Stems = tuple[str, ...]


@pytest.fixture(scope="module")
def built_in() -> Glossary:
    return Glossary.load()


def single_forms(glossary: Glossary, word: str) -> list[str]:
    """The Danish forms of one word that a word has."""
    met = glossary.into_danish([word])
    return [form for one in met for form in one.forms if len(folded_words(form)) == 1]


def stems_of(glossary: Glossary, word: str) -> set[Stems]:
    met = glossary.into_danish([word])
    return {tuple(map(stem, folded_words(form))) for one in met for form in one.forms}


def said_both_ways(opposite: Opposite, danish: str) -> bool:
    return bool(opposite.same.search(danish)) == bool(opposite.contrary.search(danish))


@pytest.mark.parametrize("opposite", opposites())
def test_no_word_of_one_side_is_translated_by_the_other(
    built_in: Glossary, opposite: Opposite
) -> None:
    for word in built_in.english_words:
        if not opposite.said["en"].fullmatch(word):
            continue
        for form in map(fold, single_forms(built_in, word)):
            assert said_both_ways(opposite, form) or opposite.same.search(form), (word, form)


def test_a_word_and_the_word_that_denies_it_share_no_translation(built_in: Glossary) -> None:
    words = built_in.english_words
    for word in words - NO_CONTRARIES:
        for beginning in DENYING:
            denied = word.removeprefix(beginning)
            if denied != word and len(denied) > 3 and denied in words:
                shared = stems_of(built_in, word) & stems_of(built_in, denied)
                assert not shared, (word, denied, shared)


@pytest.mark.parametrize(
    ("english", "never"),
    [
        ("seller", "køber"),
        ("illegal", "lovlig"),
        ("insufficient", "tilstrækkelig"),
        ("unmanned", "bemandet"),
        ("infertile", "frugtbar"),
        ("malignant", "godartet"),
        ("abstinence", "abstinenser"),
        ("qualitative", "kvantitativ"),
        ("sewage", "vandværk"),
    ],
)
def test_single_contraries(built_in: Glossary, english: str, never: str) -> None:
    forms = single_forms(built_in, english)
    assert forms
    assert never not in forms


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("forensic", "retsmedicinsk"),
        ("forensic ward", "retspsykiatri"),
        ("laughing gas", "lattergas"),
        ("residential", "beboelse"),
        ("juvenile", "mindreårig"),
        ("overcame", "overvinde"),
        ("search warrants", "ransagningskendelse"),
        ("unopened", "uåbnet"),
        ("right of first refusal", "forkøbsret"),
        ("terraced houses", "rækkehus"),
        ("larger", "større"),
        ("dormer", "kvist"),
        ("houseboats", "husbåd"),
        ("naming rights", "navnerettigheder"),
    ],
)
def test_rarer_words_of_administration_are_translated(
    built_in: Glossary, english: str, danish: str
) -> None:
    forms = [form for met in built_in.into_danish(folded_words(english)) for form in met.forms]
    assert danish in forms
