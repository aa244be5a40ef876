"""From the settings to a model."""

from contextlib import closing
from datetime import date

from bot.models.guarded import GuardedModel
from bot.models.openai_compatible import OpenAICompatible
from bot.models.spending import Spending
from index.settings import Settings

FOLDER = "bot"
"""Of the home folder, beside the inbox and the answers."""


def open_model(settings: Settings) -> GuardedModel | None:
    """Return the model that the settings name; `None` where they name none. Close it afterwards.

    Nothing is connected to, and the client library not loaded, before the first text.

    Raises:
        ReferentError: The account of what is spent cannot be opened.
    """
    writer = settings.writer
    if writer is None:
        return None
    spending = Spending(settings.home / FOLDER, writer)
    return GuardedModel(OpenAICompatible(writer), writer, spending)


def forget_spent(settings: Settings, before: date) -> None:
    """Drop what was spent before that day, where a model is set.

    Raises:
        ReferentError: The account cannot be opened or written.
    """
    if settings.writer is not None:
        with closing(Spending(settings.home / FOLDER, settings.writer)) as account:
            account.forget(before)
