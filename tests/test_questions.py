"""How a question is read: language, kind, wanted thing, term, committee."""

from datetime import date

import pytest

from bot.questions.bodies.named import find_bodies, unknown_body
from bot.questions.definitions import defined_term
from bot.questions.intents import (
    Intent,
    ListAspect,
    PeopleAspect,
    intent_of,
    list_aspect,
    people_aspect,
)
from bot.questions.language import language_of
from bot.questions.wanted import Wanted, holds, wanted_by
from index.archive import BodyEntry
from index.documents import Body

QUALITY = BodyEntry(
    key="kvu",
    body=Body("Kvalitetsudvalget for Almen Praksis", "KVU"),
    names=("Kvalitetsudvalget for Almen Praksis", "KVU"),
    meetings=(date(2024, 3, 4),),
)
STUDY = BodyEntry(
    key="su",
    body=Body("Samarbejdsudvalget", "SU"),
    names=("Samarbejdsudvalget", "SU"),
    meetings=(),
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hvad besluttede udvalget?", "da"),
        ("what did KEU decide", "en"),
        ("What did Praksisplanudvalget decide about påhængsmotorer?", "en"),
        ("satsen for klynger", "da"),
        ("MidtKraft?", "da"),
        ("who was absent", "en"),
    ],
)
def test_the_small_words_tell_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Hvad besluttede udvalget om tandpleje?", Intent.DECISION),
        ("Blev indstillingen om ny ambulancestation godkendt?", Intent.DECISION),
        ("what did the council say to the new road?", Intent.DECISION),
        ("Was the application turned down?", Intent.DECISION),
        ("Hvem havde meldt afbud den 4. marts?", Intent.PEOPLE),
        ("who chaired the meeting in May?", Intent.PEOPLE),
        ("Deltog Karen Holm i mødet?", Intent.PEOPLE),
        ("Hvilke sager blev udsat i 2024?", Intent.LIST),
        ("what was on the agenda in June?", Intent.LIST),
        ("Hvad er en klynge?", Intent.DEFINITION),
        ("What does KVU stand for?", Intent.DEFINITION),
        ("Hvad er km-taksten?", Intent.FACT),
        ("What is the capital of France?", Intent.FACT),
        ("Hvor mange penge bevilgede udvalget til kurset?", Intent.FACT),
        ("When was it decided to close the clinic?", Intent.FACT),
        ("hvordan er forløbet i sagen om lægevagten?", Intent.CASE),
        ("hvornår var lægevagten oppe sidst?", Intent.CASE),
        ("hvornår stoppede lægevagten?", Intent.FACT),
    ],
)
def test_a_question_shows_its_kind(text: str, intent: Intent) -> None:
    assert intent_of(text, known_terms=frozenset(), has_case_number=False) is intent


def test_a_case_number_alone_asks_for_the_case() -> None:
    text = "Hvad handler sag 24/1188 om?"
    assert intent_of(text, known_terms=frozenset(), has_case_number=True) is Intent.CASE


def test_a_case_number_leads_to_the_case_whatever_else_is_asked() -> None:
    text = "Hvad blev besluttet i sag 24/1188?"
    assert intent_of(text, known_terms=frozenset(), has_case_number=True) is Intent.CASE


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Hvem sendte afbud?", PeopleAspect.APOLOGIES),
        ("Hvem deltog ikke i behandlingen af punkt 4?", PeopleAspect.ABSENT),
        ("Hvem ledede mødet?", PeopleAspect.CHAIR),
        ("Who attended the meeting?", PeopleAspect.PRESENT),
        ("Hvem skal betale?", None),
    ],
)
def test_what_about_the_people(text: str, aspect: PeopleAspect | None) -> None:
    assert people_aspect(text) is aspect


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Which items were deferred this year?", ListAspect.DEFERRED),
        ("Hvad står der på dagsordenen?", ListAspect.AGENDA),
        ("Hvilke beslutninger tog udvalget i maj?", ListAspect.DECISIONS),
        ("Which meetings were held in 2023?", ListAspect.MEETINGS),
        ("Hvad koster et møde?", None),
    ],
)
def test_what_is_to_be_listed(text: str, aspect: ListAspect | None) -> None:
    assert list_aspect(text) is aspect


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hvor ofte mødes gruppen?", Wanted.FREQUENCY),
        ("How many members are there?", Wanted.NUMBER),
        ("Hvad er satsen for kørsel?", Wanted.MONEY),
        ("hvornår er fristen", Wanted.DATE),
        ("Who is responsible for the plan?", Wanted.PERSON),
        ("Hvor holdes mødet?", Wanted.PLACE),
        ("Hvad handler planen om?", None),
    ],
)
def test_what_sort_of_thing_answers(text: str, wanted: Wanted | None) -> None:
    assert wanted_by(text) is wanted


@pytest.mark.parametrize(
    ("wanted", "sentence", "held"),
    [
        (Wanted.FREQUENCY, "Gruppen mødes kvartalsvis.", 1.0),
        (Wanted.FREQUENCY, "Gruppen mødes i Viborg.", 0.0),
        (Wanted.MONEY, "Der ydes 4,50 kr. pr. kørt km.", 1.0),
        (Wanted.PERSON, "Formand er Karen Holm.", 1.0),
        (Wanted.PERSON, "Sekretariatet sender planen ud.", 0.5),
        (Wanted.PERSON, "planen er klar", 0.0),
    ],
)
def test_a_sentence_holds_what_is_wanted(wanted: Wanted, sentence: str, held: float) -> None:
    assert holds(wanted, sentence) == held


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Hvad står KVU for?", "KVU"),
        ("What is a læringskreds?", "læringskreds"),
        ("Hvad betyder FMK?", "FMK"),
        ("Can you explain what a quality cluster is?", "quality cluster"),
        ("Hvad er satsen?", None),
        ("Hvad er budgettet for 2024?", None),
        ("What is the deadline for applications?", None),
    ],
)
def test_a_meaning_is_asked_for(text: str, term: str | None) -> None:
    assert defined_term(text, frozenset({"kvu", "fmk"})) == term


@pytest.mark.parametrize(
    "text",
    [
        "Hvad besluttede KVU?",
        "hvad besluttede kvu?",
        "Hvad sagde Kvalitetsudvalget til det?",
        "What did Kvalitetsudvalget for almen praksis decide?",
        "kvalitetsudvalgets beslutning",
    ],
)
def test_a_body_is_named_by_abbreviation_or_by_name(text: str) -> None:
    assert [mention.body.key for mention in find_bodies(text, [QUALITY, STUDY])] == ["kvu"]


def test_a_bare_committee_names_none() -> None:
    assert find_bodies("Hvad besluttede udvalget?", [QUALITY, STUDY]) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hvad besluttede Teknikudvalget om stien?", "Teknikudvalget"),
        ("What did PPQ decide?", "PPQ"),
        ("Hvad besluttede byrådet?", "byrådet"),
        ("Hvad besluttede KVU?", None),
        ("Hvad besluttede udvalget om FMK?", None),
    ],
)
def test_a_body_that_no_document_is_from_is_noticed(text: str, words: str | None) -> None:
    known = [mention.span for mention in find_bodies(text, [QUALITY, STUDY])]
    assert unknown_body(text, known, frozenset()) == words
