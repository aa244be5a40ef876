"""`/referent` and its sub-commands, as the questions that they stand for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.chat.speech import greets
from bot.questions.bodies.named import bodies_called, find_bodies
from bot.questions.language import language_of
from bot.replies import Language
from index.archive import BodyEntry
from index.danish.folding import fold

_RATE = ("rate", "rates", "sats", "satser", "takst", "takster")
_SUB_COMMANDS: dict[str, str] = {
    **dict.fromkeys(_RATE, "rate"),
    **dict.fromkeys(("decisions", "decision", "beslutninger", "beslutning"), "decisions"),
    **dict.fromkeys(("case", "sag"), "case"),
    **dict.fromkeys(("intro", "introduktion"), "intro"),
}
_QUESTIONS: dict[str, dict[Language, tuple[str, ...]]] = {
    "rate": {
        "da": ("Hvad er satsen for {words}?",),
        "en": ("What is the rate for {words}?",),
    },
    "decisions": {
        "da": ("Hvad blev besluttet om {words}?",),
        "en": ("What was decided on {words}?",),
    },
    "decisions of a body": {
        "da": ("Hvilke beslutninger traf {words}?",),
        "en": ("Which decisions did {words} make?",),
    },
    "case": {
        "da": ("Hvordan er sagen om {words} forløbet?", "Hvad blev besluttet om {words}?"),
        "en": ("What is the history of the case on {words}?", "What was decided on {words}?"),
    },
    "intro": {
        "da": ("Introducer mig til {words}",),
        "en": ("Introduce me to {words}",),
    },
}
_ALONE: dict[str, dict[Language, str]] = {
    "decisions": {
        "da": "Hvilke beslutninger er truffet?",
        "en": "Which decisions were made?",
    },
    "case": {"da": "Hvad er stadig åbent?", "en": "What is still open?"},
    "intro": {"da": "Introducer mig til arkivet", "en": "Introduce me to the archive"},
}
"""What a sub-command asks without words behind it."""


@dataclass(frozen=True, slots=True)
class Command:
    """What stands behind `/referent`."""

    name: str | None
    """Of the sub-command; `None` for a question."""
    words: str
    """What stands behind it."""

    @property
    def is_overview(self) -> bool:
        """Whether more is asked for than fits into a line."""
        return self.name in {"decisions", "case", "intro"}

    def questions(self, language: Language, *, of_body: bool = False) -> tuple[str, ...]:
        """Return what is asked, to be tried in turn until something is found.

        Args:
            language: In which a sub-command asks.
            of_body: Whether its words name a committee.
        """
        if self.name is None:
            return (self.words,)
        if not self.words and self.name in _ALONE:
            return (_ALONE[self.name][language],)
        name = "decisions of a body" if self.name == "decisions" and of_body else self.name
        return tuple(q.format(words=self.words) for q in _QUESTIONS[name][language])


def command_in(text: str) -> Command:
    """Return what a command asks: its first word may be a sub-command, in Danish or English.

    With a question mark at the end it is a question: "sag 12/34 blev udsat hvornår?".
    """
    first, _, rest = text.strip().partition(" ")
    name = _SUB_COMMANDS.get(first.lower().rstrip(":"))
    if name is None or text.rstrip().endswith("?"):
        return Command(None, text.strip())
    return Command(name, rest.strip())


def command_said(text: str) -> Command:
    """Return the sub-command that a message begins with, or the message as a question.

    In a chat people also write "takster for kørsel", which is a question as it stands.
    """
    found = command_in(text)
    if found.name is not None and _GOES_ON.match(fold(found.words)):
        return Command(None, text.strip())
    return found


_GOES_ON = re.compile(
    r"(?:om|for|i|paa|af|fra|siden|truffet|der|som|vedr\w*"
    r"|about|on|of|in|from|by|since|made|that|which)\b"
)
"""How a sentence goes on behind its first word, folded; no argument of a command begins so."""


def language_said(text: str, spoken: Language) -> Language:
    """Return the language of a sub-command in a message, else that of the person who types it."""
    return "da" if _DANISH.search(text) is not None else spoken


def language_of_help(text: str, spoken: Language) -> Language:
    """Return the language in which to tell how to ask: that of what was said, where it has one."""
    return language_of(text, otherwise=language_said(text, spoken))


_DANISH = re.compile(
    r"[æøå]|^(?:sats(?:er)?|takst(?:er)?|beslutning(?:er)?|sag|introduktion)\b", re.IGNORECASE
)


def of_body_called(command: Command, bodies: Sequence[BodyEntry]) -> tuple[Command, bool]:
    """Return a command with the whole name of the body that its words call, and if they name any.

    Alone behind a command, "bestyrelsen" is the one board there is; within a question it may be
    anybody's.
    """
    if command.name not in {"decisions", "intro"}:
        return command, False
    called = bodies_called(command.words, bodies, cut=False)
    if len(called) == 1:
        (name,) = (body.body.name for body in bodies if body.key in called)
        return replace(command, words=name), True
    return command, bool(called or find_bodies(command.words, bodies))


def asks_help(text: str) -> bool:
    """Tell whether somebody asks how to ask, greets, asks what we are, or says nothing at all."""
    # "/referent rate" alone asks for no rate: there are hundreds.
    return fold(text).strip(" .,!?") in _RATE or greets(text)
