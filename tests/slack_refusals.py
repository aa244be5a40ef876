"""How the Web API says no, and the look-ups that say it."""

from tests.slack_state import BOT_USER, Conversation, Json, Message, State


class Refused(Exception):
    """A call that Slack answers with an error, as may happen to a faultless app."""

    def __init__(self, error: str, *messages: str, **extra: object) -> None:
        """Take Slack's name of the error, and what it adds to it."""
        super().__init__(error, *messages)
        self.error = error
        self.messages = messages
        self.extra = extra

    def as_json(self) -> Json:
        """Return the body of the answer."""
        told: Json = {"ok": False, "error": self.error, **self.extra}
        if self.messages:
            told["response_metadata"] = {"messages": [f"[ERROR] {m}" for m in self.messages]}
        return told


class AgainstTheRules(Refused):
    """A call that no faultless app makes: a strict workspace fails the test for it."""


def flag(args: Json, key: str) -> bool:
    """Return a yes or no, which forms write in several ways."""
    return args.get(key) in (True, 1, "1", "true", "True")


def conversation(state: State, channel: object) -> Conversation:
    """Return a conversation that the bot can know of.

    Raises:
        Refused: There is none, or it is private and the bot is not in it.
    """
    found = state.conversations.get(str(channel))
    if found is None or (found.kind != "public" and not found.has_the_bot):
        raise Refused("channel_not_found")
    return found


def joined(state: State, channel: object) -> Conversation:
    """Return a conversation that the bot is in, of whose messages it may know.

    Raises:
        Refused: There is none, or the bot is not in it.
    """
    found = conversation(state, channel)
    if not found.has_the_bot:
        raise Refused("not_in_channel")
    return found


def writable(state: State, channel: object) -> Conversation:
    """Return a conversation that the bot may write in; a user means the direct one.

    Raises:
        Refused: There is none, the bot is not in it, or it is archived.
    """
    user = state.users.get(str(channel))
    found = state.direct(user.id) if user else joined(state, channel)
    if found.archived:
        raise Refused("is_archived")
    return found


def own_message(state: State, args: Json, error: str) -> Message:
    """Return the bot's own message that a call names.

    Raises:
        Refused: There is none, or it is somebody else's (then with `error`).
    """
    found = state.messages[joined(state, args["channel"]).id].get(str(args["ts"]))
    if found is None or found.deleted or found.only_for:
        raise Refused("message_not_found")
    if found.user != BOT_USER:
        raise Refused(error)
    return found
