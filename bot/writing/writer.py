"""A quoted reply in, the same reply with checked prose above it out: the whole story of writing.

The quoting writer has answered already, and stays right whatever a model does: its words are kept
below the prose, and where nothing of the prose stands, they are the reply.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass

from bot.models.model import Failure, Message, Model, ModelFailed
from bot.replies import Language, Reply, ReplyKind, Written
from bot.writing.checking.checks import Checks, Judged
from bot.writing.drafts import sentences_of
from bot.writing.fencing import new_fence, shown
from bot.writing.prose import Prose
from bot.writing.sources import Source, sources_of
from index.danish.glossary import Glossary
from prompts import Prompt, prompt_named


@dataclass(frozen=True, slots=True)
class Further:
    """One more sentence that stands."""

    sentence: str
    """With its markers."""
    reply: Reply
    """The reply as far as it is written: whole, should nothing follow."""


Told = Callable[[Further], None]
"""Is told of each sentence that stands, as soon as it does."""

PROMPTS = {
    ReplyKind.DECISION: "answer",
    ReplyKind.FACT: "answer",
    ReplyKind.DEFINITION: "answer",
    ReplyKind.PEOPLE: "answer",
    ReplyKind.CASE: "answer",
    ReplyKind.RATE: "answer",
    ReplyKind.INTRO: "introduction",
}
"""Kinds of reply of which a model writes, and what it is told. A list is clearer as it is, and a no
stays a no: nothing that a model knows may fill the gap."""
LANGUAGES: dict[Language, str] = {"da": "Danish", "en": "English"}
MOST_SENTENCES = 8
"""Sentences that are shown: what goes on is no short answer, and is not read to its end."""


class Writer:
    """Writes replies with a model. Safe to use from several threads."""

    def __init__(
        self, model: Model, glossary: Glossary, masked: Callable[[str], str] = str
    ) -> None:
        """Take the model, the glossary, and what takes out what must not leave the house."""
        self._model = model
        self._glossary = glossary
        self._masked = masked

    def write(self, quoted: Reply, told: Told = lambda _: None) -> Reply:
        """Return a reply with what the model wrote of it; the quoted one where nothing stands."""
        name = prompt_of(quoted)
        sources = sources_of(quoted) if name is not None else ()
        if name is None or not sources:
            return quoted
        prompt = prompt_named(name)
        prose = Prose(quoted)
        judged: list[Judged] = []

        def written(failure: Failure | None = None) -> Reply:
            return prose.reply(
                Written(
                    self._model.name,
                    prompt.edition,
                    faults=tuple(one.fault.value for one in judged if one.fault),
                    failure=failure.value if failure else None,
                )
            )

        try:
            # Whoever is told may want no more of it, and raise.
            with closing(self._judged(quoted, prompt, sources)) as sentences:
                for one in sentences:
                    judged.append(one)
                    if one.fault is None:
                        told(Further(prose.add(one), written()))
                    if len(prose) == MOST_SENTENCES:
                        break
        except ModelFailed as failed:
            return written(failed.reason)
        return written()

    def _judged(
        self, quoted: Reply, prompt: Prompt, sources: Sequence[Source]
    ) -> Generator[Judged]:
        fence = new_fence()
        told = prompt.filled(
            language=LANGUAGES[quoted.language],
            fence=fence,
            question=self._masked(quoted.understood_as or quoted.question),
            sources=shown(sources, fence, self._masked),
        )
        messages = (Message("system", told.system), Message("user", told.user))
        checks = Checks(sources, quoted.language, self._glossary)
        # Closing it closes the connection, when enough has been read.
        with closing(self._model.stream(messages, prompt.name)) as pieces:
            for sentence in sentences_of(pieces):
                yield checks.judge(sentence)


def is_written(reply: Reply) -> bool:
    """Tell whether a model writes of such a reply."""
    return prompt_of(reply) is not None


def prompt_of(reply: Reply) -> str | None:
    """Return which prompt a reply is written with, `None` where it stays as it is."""
    name = PROMPTS.get(reply.kind)
    papers = {citation.document.id for citation in reply.citations}
    if name == "answer" and reply.kind is ReplyKind.FACT and len(papers) > 1:
        return "comparison"
    return name
