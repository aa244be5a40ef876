"""What reading a follow-up looks up in the archive: what speaks of a thing, and who held what."""

from collections.abc import Callable, Sequence

from bot.answers import offices
from bot.conversation.antecedents import place_that_speaks
from bot.conversation.readings import Archive, HeldBefore, Step
from bot.conversation.titles import place_titled, stems_of_title
from bot.conversation.turns import Turn
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from index.archive import View
from index.danish.glossary import Glossary


def archive_for_reading(
    view: View,
    glossary: Glossary,
    read: Callable[[str], Question],
    steps: Callable[[Turn], Sequence[Step]],
    stems: Callable[[str], frozenset[str]],
) -> Archive:
    """Return what reading a follow-up needs of the archive.

    Args:
        view: The archive as its reader may see it.
        glossary: The words of both languages.
        read: Reads a question.
        steps: Returns the items of a turn's matter, the newest first.
        stems: Returns the stems by which papers may speak of a folded word.
    """

    def place_of(
        words: Sequence[str], turn: Turn, sought: Wanted | None = None, *, newest: bool = False
    ) -> Turn | None:
        return place_that_speaks(words, turn, view, glossary, sought, newest=newest)

    def titled(words: Sequence[str], turn: Turn, *, anywhere: bool = False) -> Turn | None:
        return place_titled(words, turn, view, glossary, anywhere=anywhere)

    def held_before(question: Question, body: str | None) -> HeldBefore | None:
        held = offices.held_before(question, body, view)
        return HeldBefore(*held) if held is not None else None

    return Archive(read, place_of, stems, stems_of_title, titled, steps, held_before)
