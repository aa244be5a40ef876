"""A follow-up that nobody could read by rules, as one question that a model makes of it."""

from dataclasses import replace

from bot.citations import folded
from bot.conversation.turns import Turn
from bot.models.model import Model, ModelFailed
from bot.replies import Language, Reread
from bot.writing.faults import Misreading
from bot.writing.fencing import new_fence, seen
from bot.writing.readings import Reading, Restated
from bot.writing.restatements import LONGEST, Restatements
from bot.writing.short_texts import NONE, TooMuch, short_text
from bot.writing.writer import LANGUAGES
from index.danish.dates import format_date
from index.danish.glossary import Glossary
from index.danish.personal_numbers import masked_for_models
from prompts import Prompt, Told, prompt_named

_LONGEST_SHOWN = 400
"""Characters of the question before and of a title that are shown."""


class Rewriting:
    """Has a model write follow-ups in full. Safe to use from several threads."""

    def __init__(self, model: Model, glossary: Glossary) -> None:
        """Take the model, and the glossary that tells its languages apart."""
        self._model = model
        self._restatements = Restatements(glossary)

    def read(self, message: str, turn: Turn, language: Language) -> Reading | None:
        """Return what a message asks in full; `None` where no model can be held to its words.

        Args:
            message: What somebody wrote, without the marks of a chat.
            turn: The turn before it, which they may know.
            language: Of the message.
        """
        if turn.withheld or not self._restatements.can_hold(message, language):
            return None
        prompt = prompt_named("rewrite")
        told = Reread(self._model.name, prompt.edition)
        try:
            text = short_text(
                self._model, _told(prompt, message, turn, language), prompt.name, 2 * LONGEST
            )
        except ModelFailed as failed:
            return Reading(replace(told, failure=failed.reason.value))
        except TooMuch:
            return Reading(replace(told, fault=Misreading.LONG.value))
        if text.strip(" .\n") == NONE:
            fault: Misreading | None = Misreading.NONE
        else:
            fault = self._restatements.fault_of(text, message, turn, language)
        if fault is not None:
            return Reading(replace(told, fault=fault.value))
        things = tuple(self._restatements.own(message, language))
        return Reading(told, (Restated(text, things),))


def _told(prompt: Prompt, message: str, turn: Turn, language: Language) -> Told:
    fence = new_fence()

    def shown(text: str) -> str:
        return masked_for_models(folded(seen(text, fence)))[:_LONGEST_SHOWN]

    day = format_date(turn.day, language) if turn.day else None
    return prompt.filled(
        language=LANGUAGES[language],
        fence=fence,
        before=shown(turn.question),
        place=shown(" · ".join(filter(None, (turn.body, day, turn.item)))),
        message=shown(message),
    )
