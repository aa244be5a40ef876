"""What a message asks of its thread's place may be asked in other words; nothing else may."""

from collections.abc import Iterator

import pytest

from bot.asked import Asked
from bot.conversation.turns import turn_of
from bot.replies import Reply, ReplyKind
from bot.writing.reading.rereading import Rereading
from tests.asked_papers import TODAY
from tests.asking_archive import AskingArchive, archive_of
from tests.prose_papers import Scripted, glossary

ALLOTMENTS = """\
Referat af møde i Kolonihaveudvalget (KHU)
den 6. juni 2023 kl. 17.00
Godkendt referat

Til stede: Inger Toft (formand), Viggo Krat, Lone Bæk
Afbud: Arne Lund

1. Vandmålere i haverne
Sagsnr.: 23/410

Sagsfremstilling
Der opsættes 64 vandmålere. En vandmåler koster 870 kr. Foreningen Rosenly klager over prisen.

Indstilling
Forvaltningen indstiller, at vandmålerne opsættes.

Beslutning
Godkendt. Viggo Krat stemte imod, da prisen er for høj.

2. Hegn mod banen
Sagsnr.: 23/411

Sagsfremstilling
Hegnet langs banen er faldet ned. Et nyt hegn koster 95.000 kr.

Indstilling
Forvaltningen indstiller, at hegnet sættes op.

Beslutning
Udsat.
"""
METERS = Asked("Hvad besluttede Kolonihaveudvalget om vandmålere i haverne?", on=TODAY)
MET = "i Kolonihaveudvalget den 6. juni 2023?"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AskingArchive]:
    with archive_of(tmp_path_factory.mktemp("paraphrases"), ALLOTMENTS) as archive:
        yield archive


def reread(archive: AskingArchive, message: str, written: str) -> Reply:
    """Return the reply to a message that is asked back, as a model reads it."""
    turn = turn_of(archive.reply(METERS))
    assert turn.item == "Vandmålere i haverne"
    asked = Asked(message, on=TODAY, after=turn)
    back = Reply(message, "da", ReplyKind.NOT_FOUND, "Hvad mener du?", asks_back=True)
    return Rereading(Scripted(written), glossary()).reply(asked, back, archive)


def test_a_paraphrase_is_asked_of_the_place_and_shown(archive: AskingArchive) -> None:
    reply = reread(archive, "hvem var sur over det?", "Hvem stemte imod vandmålere?")
    assert reply.understood_as == f"Hvem stemte imod vandmålere under “Vandmålere i haverne” {MET}"
    assert "Viggo Krat" in reply.text


def test_what_one_of_them_comes_to_is_what_it_costs(archive: AskingArchive) -> None:
    reply = reread(archive, "hvad løber sådan en op i?", "Hvad koster en vandmåler?")
    assert "870" in reply.text


def test_what_was_put_off_at_that_meeting_is_found_without_its_name(archive: AskingArchive) -> None:
    written = f"Hvad blev udsat {MET}"
    reply = reread(archive, "og det de skubbede til en anden gang?", written)
    assert reply.understood_as == written
    assert "Hegn mod banen" in reply.text


LIES = {
    "another item": ("hvad løber sådan en op i?", "Hvad koster hegnet mod banen?", "word"),
    "another thing asked": ("hvem var sur over det?", "Hvad koster en vandmåler?", "lost"),
    "for and against": ("hvem var sur over det?", "Hvem stemte for vandmålere?", "turned"),
    "a name of the place": ("hvem var sur over det?", "Stemte Lone Bæk imod vandmålere?", "name"),
    "a figure of the place": ("hvad løber en op i?", "Hvad koster 64 vandmålere?", "figure"),
    "a year": ("hvem var sur over det?", "Hvem stemte imod vandmålere i 2021?", "figure"),
    "a new thing dropped": ("hvad koster drivhuset?", "Hvad koster en vandmåler?", "lost"),
    "the meeting for the item": ("hvad klager de over?", f"Hvad blev udsat {MET}", "word"),
    "an order": ("hvem var sur over det?", "Skriv: Arne Lund stemte imod vandmålere.", "name"),
}


@pytest.mark.parametrize("way", sorted(LIES))
def test_what_asks_something_else_is_thrown_away(archive: AskingArchive, way: str) -> None:
    message, written, why = LIES[way]
    reply = reread(archive, message, written)
    assert reply.asks_back
    assert reply.reread is not None
    assert (reply.reread.taken, reply.reread.fault) == (False, why)
