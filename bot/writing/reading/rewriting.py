"""A follow-up that nobody could read by rules, as one question that a model makes of it."""

from dataclasses import replace

from bot.citations import folded
from bot.conversation.leaning import leaning
from bot.conversation.turns import Turn
from bot.models.model import Model, ModelFailed
from bot.questions.question import Question
from bot.replies import Language, Reread
from bot.writing.checking.faults import Misreading
from bot.writing.fencing import new_fence, seen
from bot.writing.reading.paraphrases import Of, Paraphrases
from bot.writing.reading.readings import Reading, Restated
from bot.writing.reading.restatements import LONGEST, Restatements
from bot.writing.reading.short_texts import NONE, TooMuch, short_text
from bot.writing.reading.spoken_of import SpokenOf
from bot.writing.writer import LANGUAGES
from index.archive import View
from index.danish.days import format_date
from index.danish.glossary import Glossary
from index.danish.personal_numbers import masked_for_models
from prompts import Prompt, Told, prompt_named

_LONGEST_SHOWN = 400
"""Characters of the question before and of a title that are shown."""
_MOST_OF_A_TEXT = 3_000
"""Characters of what the place says that are shown: all that most items say."""


class Rewriting:
    """Has a model write follow-ups in full. Safe to use from several threads."""

    def __init__(self, model: Model, glossary: Glossary) -> None:
        """Take the model, and the glossary that tells its languages apart."""
        self._model = model
        self._restatements = Restatements(glossary)
        self._paraphrases = Paraphrases(self._restatements)

    def read(self, message: Question, turn: Turn, language: Language, view: View) -> Reading | None:
        """Return what a message asks in full; `None` where no model can be held to its words.

        Args:
            message: What somebody wrote, without the marks of a chat, as the rules read it.
            turn: The turn before it, which they may know.
            language: Of the message.
            view: The archive, as they may see it.
        """
        asked = message.text
        if turn.withheld or not self._restatements.can_hold(asked, language):
            return None
        place = SpokenOf.at(turn, view)
        prompt = prompt_named("rewrite")
        told = Reread(self._model.name, prompt.edition)
        try:
            text = short_text(
                self._model, _told(prompt, asked, place, language), prompt.name, 2 * LONGEST
            )
        except ModelFailed as failed:
            return Reading(replace(told, failure=failed.reason.value))
        except TooMuch:
            return Reading(replace(told, fault=Misreading.LONG.value))
        if text.strip(" .\n") == NONE:
            return Reading(replace(told, fault=Misreading.NONE.value))
        fault = self._restatements.foreign(text, asked, turn, language)
        if fault is not None:
            return Reading(replace(told, fault=fault.value))
        fault = self._restatements.fault_of(text, asked, turn, language)
        if fault is None:
            things = tuple(self._restatements.own(asked, language))
            here = Restated(place.asked(text, language), rests=place.is_told_by)
            return Reading(told, (Restated(text, things), *([here] if place.text else [])))
        of = self._paraphrases.of(text, asked, leaning(message), place, language)
        if isinstance(of, Misreading):
            return Reading(replace(told, fault=of.value))
        if of is Of.MEETING:
            return Reading(told, (Restated(text, rests=place.is_of_its_meeting, message=asked),))
        here = Restated(place.asked(text, language), rests=place.is_told_by, message=asked)
        return Reading(told, (here,))


def _told(prompt: Prompt, message: str, spoken_of: SpokenOf, language: Language) -> Told:
    fence, turn = new_fence(), spoken_of.turn

    def shown(text: str, most: int = _LONGEST_SHOWN) -> str:
        return masked_for_models(folded(seen(text, fence)))[:most]

    day = format_date(turn.day, language) if turn.day else None
    return prompt.filled(
        language=LANGUAGES[language],
        fence=fence,
        before=shown(turn.question),
        place=shown(" · ".join(filter(None, (turn.body, day, turn.item)))),
        text=shown(spoken_of.text, _MOST_OF_A_TEXT),
        message=shown(message),
    )
