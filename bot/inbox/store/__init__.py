"""The inbox on disk: the only SQL outside the catalogue, for it is the bot's own truth."""

from bot.inbox.store.inbox import Inbox

__all__ = ["Inbox"]
