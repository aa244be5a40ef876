"""What officials recommended of the item that was spoken of: "hvad indstillede forvaltningen?"."""

from bot.conversation.places import at_the_place
from bot.conversation.readings import Archive, Full
from bot.conversation.turns import Turn
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Language
from index.danish.folding import fold

_RECOMMENDED: dict[Language, str] = {
    "da": "hvad var indstillingen",
    "en": "what was the recommendation",
}


def asks_recommendation(asked: Question) -> bool:
    """Tell whether a message asks what officials recommended, and names no matter."""
    return pattern("asks_recommendation").search(fold(asked.text).strip()) is not None


def of_the_recommendation(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return a question of the recommendation, where the item, or one of its matter, has one."""
    if turn.item is None or not asks_recommendation(asked):
        return None
    place = archive.place_of([_RECOMMENDS], turn)
    if place is None:
        return None
    told = at_the_place(_RECOMMENDED[asked.read_as], place, asked.read_as, with_item=True)
    if told is None:
        return None
    # What papers say of the word "recommend" is less than the recommendation.
    return Full(told, place, is_certain=True, is_of_no_other_place=True)


_RECOMMENDS = "indstilles"
"""What stands above or in a recommendation, in any of its forms."""
