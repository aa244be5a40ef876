"""How the papers of an archive write a word, and that no closed paper tells it."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from bot.asked import Asked
from bot.replies import ReplyKind
from index.documents import CLOSED, OPEN
from tests.asking_archive import AskingArchive, archive_of

PAPER = """\
Referat af møde i Havneudvalget den 4. marts 2025

Til stede: Mette Kroghvad, Per Lyngtoft

1. Kiosken i Skarreklint
Beslutning
Udvalget godkendte, at kiosken i Skarreklint får ny tagpap. Den lukkes i maj.

2. Kiosken i Tangbjerg
Beslutning
Udvalget afviste at male kiosken i Tangbjerg.

3. Ejendomskøb (lukket punkt)
Beslutning
Udvalget besluttede at købe grunden af Grimhøjgaard for 900.000 kr.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AskingArchive]:
    with ExitStack() as opened:
        yield opened.enter_context(archive_of(tmp_path_factory.mktemp("typed"), PAPER))


def test_a_word_is_told_as_it_is_written_within_a_sentence(archive: AskingArchive) -> None:
    with archive.views(frozenset({OPEN})) as view:
        words = view.written()
        assert words.written("skarreklint").inside["Skarreklint"] >= 1
        assert set(words.written("kiosken").inside) == {"kiosken"}
        assert "Kiosken" in words.written("kiosken").anywhere  # it begins a title
        assert words.written("per lyngtoft").anywhere == {"Per Lyngtoft": 1}
        assert words.knows("tagpap")
        assert not words.knows("tagpapper")


def test_a_name_of_a_closed_item_is_unknown_to_whoever_may_not_see_it(
    archive: AskingArchive,
) -> None:
    with archive.views(frozenset({OPEN})) as view:
        assert not view.written().knows("grimhoejgaard")
        assert not view.written().holds("grimhoejgaard")
        assert not view.written().written("grimhoejgaard").anywhere
    with archive.views(frozenset({OPEN, CLOSED})) as view:
        assert view.written().knows("grimhoejgaard")
    # A slip from it shows nothing either.
    reply = archive.reply(Asked("Hvad kostede grunden af Grimhøjgård og Grimhøjgaardd?"))
    assert not any("Læst som" in warning for warning in reply.warnings)


def test_the_matter_of_another_place_is_not_told_in_lower_case_either(
    archive: AskingArchive,
) -> None:
    one = archive.reply(Asked("hvad blev besluttet om kiosken i skarreklint"))
    assert one.kind is ReplyKind.DECISION
    assert one.citations[0].item is not None
    assert one.citations[0].item.title == "Kiosken i Skarreklint"
    assert one.question == "hvad blev besluttet om kiosken i skarreklint"
    assert one.understood_as is None
    assert not archive.reply(Asked("hvad blev besluttet om kiosken i vrangstrup")).kind.asserts


def test_a_mistyped_name_is_told_as_it_was_read(archive: AskingArchive) -> None:
    reply = archive.reply(Asked("Hvad blev besluttet om kiosken i Skarrekklint?"))
    assert reply.kind is ReplyKind.DECISION
    assert reply.warnings[0] == "Læst som: Hvad blev besluttet om kiosken i Skarreklint?"
