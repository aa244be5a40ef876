"""From the settings to what writes."""

from collections.abc import Callable
from typing import Protocol

from bot.asked import Asked
from bot.models.calls import Call
from bot.models.guarded import GuardedModel
from bot.models.opening import open_model
from bot.replies import Reply
from bot.writing.reading.rereading import Asking, Rereading
from bot.writing.writer import Told, Writer
from index.danish.glossary import Glossary
from index.danish.personal_numbers import masked_for_models
from index.errors import ReferentError
from index.settings import Settings
from prompts import BadPrompt, prompt_named


class PromptUnusable(ReferentError):
    """A prompt was changed into something that cannot be filled; the message says how."""


_OF_A_REPLY = frozenset(("language", "fence", "question", "sources"))
_FILLED_WITH = {
    "answer": _OF_A_REPLY,
    "comparison": _OF_A_REPLY,
    "introduction": _OF_A_REPLY,
    "rewrite": frozenset(("language", "fence", "before", "place", "text", "message")),
    "expansion": frozenset(("fence", "question", "words")),
}
"""Every prompt that is told to the model, with the values that it gets."""


class Writing(Protocol):
    """A model that writes replies, as a process needs it."""

    @property
    def at_once(self) -> int:
        """How many replies it writes at the same time."""
        ...

    def read(self, asked: Asked, quoted: Reply, archive: Asking) -> Reply:
        """Return the reply to what the model made of a message that was not understood.

        The quoted one where it was, or where the model makes nothing of it.
        """
        ...

    def write(self, quoted: Reply, told: Told) -> Reply:
        """Return a reply with what the model wrote of it; the quoted one where nothing stands."""
        ...

    def tell(self, listener: Callable[[Call], None]) -> None:
        """Let somebody know of every call from now on."""
        ...

    def close(self) -> None:
        """Let go of the endpoint and of the account."""
        ...


class ModelWriting:
    """The model of the settings."""

    def __init__(self, model: GuardedModel, at_once: int, glossary: Glossary) -> None:
        """Take the model, how many texts it writes at once, and the glossary."""
        self.at_once = at_once
        self._model = model
        self._writer = Writer(model, glossary, masked_for_models)
        self._rereading = Rereading(model, glossary)

    def read(self, asked: Asked, quoted: Reply, archive: Asking) -> Reply:
        """Return the reply to what the model made of a message that was not understood.

        Raises:
            ReferentError: The index cannot be read. A model that fails is no error.
        """
        return self._rereading.reply(asked, quoted, archive)

    def write(self, quoted: Reply, told: Told = lambda _: None) -> Reply:
        """Return a reply with what the model wrote of it; the quoted one where nothing stands."""
        return self._writer.write(quoted, told)

    def tell(self, listener: Callable[[Call], None]) -> None:
        """Let somebody know of every call from now on."""
        self._model.tell(listener)

    def close(self) -> None:
        """Let go of the endpoint and of the account."""
        self._model.close()


def open_writing(settings: Settings, glossary: Glossary) -> ModelWriting | None:
    """Return what writes, `None` where the settings name no model. Close it afterwards.

    Raises:
        ReferentError: The account of what is spent cannot be opened, or a prompt not be filled.
    """
    if settings.writer is None:
        return None
    check_prompts()
    model = open_model(settings)
    if model is None:
        return None
    return ModelWriting(model, settings.writer.at_once, glossary)


def check_prompts() -> None:
    """Read every prompt now: one that somebody changed amiss would else fail a question.

    Raises:
        PromptUnusable: One cannot be filled with what it gets.
    """
    for name, values in _FILLED_WITH.items():
        try:
            prompt_named(name).filled(**dict.fromkeys(values, ""))
        except (BadPrompt, OSError, UnicodeDecodeError) as error:
            raise PromptUnusable(
                f"Prompt {error}. Without it no model can write; --writer quotes answers."
            ) from error
