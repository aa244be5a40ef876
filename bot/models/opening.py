"""From the settings to a model."""

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
