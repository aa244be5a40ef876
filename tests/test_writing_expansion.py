"""English words that nobody here knows, in a model's Danish: only with words that papers use."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.asked import Asked
from bot.models.model import Failure, ModelFailed
from bot.replies import Reply, ReplyKind
from bot.writing.reading.expansion import unknown_words
from bot.writing.reading.rereading import Rereading
from tests.asked_papers import TODAY
from tests.asking_archive import AskingArchive, archive_of
from tests.prose_papers import Scripted, glossary

PAPER = """\
Referat af møde i Havneudvalget (HVU)
den 4. maj 2021 kl. 10.00
Godkendt referat

Til stede: Gerda Lolk (formand), Svend Ask

1. Nyt spil til bedding og ophaling

Sagsfremstilling
Beddingen er 40 meter lang. Spillet på beddingen er fra 1961.

Indstilling
Administrationen indstiller, at der købes et nyt spil.

Beslutning
Godkendt, idet spillet højst må koste 75.000 kr.

2. Tangfangere

Beslutning
Havneudvalget godkendte, at der sættes to tangfangere op.
"""
QUESTION = "what did HVU decide on the seaweedcatchers?"
SOUND = "seaweedcatchers = tangfangere"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AskingArchive]:
    with archive_of(tmp_path_factory.mktemp("expansion"), PAPER) as archive:
        yield archive


def asked_with(archive: AskingArchive, model: Scripted, question: str = QUESTION) -> Reply:
    asked = Asked(question, on=TODAY)
    return Rereading(model, glossary()).reply(asked, archive.reply(asked), archive)


def test_without_a_model_the_word_is_named_as_unknown(archive: AskingArchive) -> None:
    quoted = archive.reply(Asked(QUESTION, on=TODAY))
    assert quoted.kind is ReplyKind.NOT_FOUND
    with archive.views(frozenset({"open"})) as view:
        assert unknown_words(QUESTION, view) == ["seaweedcatchers"]


def test_the_question_is_asked_with_the_papers_word_and_shown_so(archive: AskingArchive) -> None:
    reply = asked_with(archive, Scripted(SOUND))
    assert reply.kind is ReplyKind.DECISION
    assert reply.language == "en"
    assert "to tangfangere op" in reply.text
    assert reply.understood_as == "what did HVU decide on the tangfangere?"
    assert reply.question == QUESTION
    assert reply.reread is not None
    assert reply.reread.taken


def test_the_first_way_that_is_answered_counts(archive: AskingArchive) -> None:
    reply = asked_with(archive, Scripted("seaweedcatchers = tangnet; ophaling; tangfangere"))
    assert reply.kind.asserts
    assert reply.understood_as in {
        "what did HVU decide on the ophaling?",
        "what did HVU decide on the tangfangere?",
    }


USELESS = {
    "an unknown word": "seaweedcatchers = tangriver",
    "a word that was not asked for": "decide = tangfangere",
    "a name for a word": "HVU = tangfangere",
    "no pair": "tangfangere",
    "two signs": "seaweedcatchers = tangfangere = to",
    "figures": "seaweedcatchers = 2 tangfangere",
    "a denial": "seaweedcatchers = ikke tangfangere",
    "a sentence": "seaweedcatchers = der sættes to tangfangere op",
    "markup": "seaweedcatchers = **tangfangere**",
    "a link": "seaweedcatchers = https://ond.example/tangfangere",
    "the English again": "seaweedcatchers = seaweedcatchers",
    "brackets": "seaweedcatchers = tangfangere (havn)",
    "nothing": "seaweedcatchers =",
    "it does not know": "NONE",
    "on and on": f"{SOUND}\n" * 400,
}


@pytest.mark.parametrize("way", sorted(USELESS))
def test_what_does_not_hold_is_thrown_away(archive: AskingArchive, way: str) -> None:
    quoted = archive.reply(Asked(QUESTION, on=TODAY))
    reply = asked_with(archive, Scripted(USELESS[way]))
    assert replace(reply, reread=None, elapsed_ms=0) == replace(quoted, elapsed_ms=0)
    assert reply.reread is not None
    assert reply.reread.fault in {"useless", "none", "long"}


def test_a_model_that_fails_leaves_the_no(archive: AskingArchive) -> None:
    reply = asked_with(archive, Scripted("", ModelFailed(Failure.DOWN, "Nej.")))
    assert reply.kind is ReplyKind.NOT_FOUND
    assert reply.reread is not None
    assert reply.reread.failure == "down"


@pytest.mark.parametrize(
    "question",
    [
        "hvad besluttede HVU om tangskeer?",
        "what did HVU decide on the rate for dentists?",
        "what about blorp, snarf, quux, zyzzy and flimflam?",
        "what did HVU decide on the proposal by Quimby?",
        "what is recommended now?",
    ],
    ids=["Danish", "known words", "too many", "a name", "said beside"],
)
def test_nothing_is_asked_where_a_translation_would_not_help(
    archive: AskingArchive, question: str
) -> None:
    model = Scripted(SOUND)
    asked_with(archive, model, question)
    assert not model.asked


def test_what_leaves_for_the_model_is_masked(archive: AskingArchive) -> None:
    model = Scripted("NONE")
    asked_with(archive, model, "what of seaweedcatchers for 010190-1234 at per@havn.example?")
    for messages in model.asked:
        assert "010190" not in messages[1].text
        assert "per@havn" not in messages[1].text
