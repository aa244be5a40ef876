"""A small archive, and a workspace with two people in which Referent answers from it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.inbox.turn import Patience
from bot.writing.opening import Writing
from tests.slack_person import Asked, Person
from tests.slack_running import Archive, Referent, referent_in
from tests.slack_state import Conversation, Message
from tests.slack_workspace import SlackWorkspace

PAPERS = {
    "park/2024-03-05.txt": """\
Referat af møde i Parkudvalget (PU)
den 5. marts 2024 kl. 14.00
Godkendt referat

Til stede: Gerda Lolk (formand), Svend Ask
Afbud: Ole Birk

1. Bænke ved søen
Sag 24/117

Indstilling
Sekretariatet indstiller, at der opstilles ti bænke ved søen.

Beslutning
Godkendt, dog kun seks bænke.

2. Hundeskov

Indstilling
Sekretariatet indstiller, at hundeskoven indhegnes.

Beslutning
Udsat til næste møde.
""",
    "park/2023-02-07.txt": """\
Referat af møde i Parkudvalget (PU)
den 7. februar 2023 kl. 14.00
Godkendt referat

Til stede: Gerda Lolk (formand), Ole Birk

1. Bænke på torvet

Indstilling
Sekretariatet indstiller, at der opstilles to bænke på torvet.

Beslutning
Godkendt.
""",
    "lukket/2024-04-09.txt": """\
Referat af møde i Lønudvalget
den 9. april 2024 kl. 9.00
Godkendt referat

Til stede: Anna Berg

1. Tillæg til parkchefen

Beslutning
Parkchefen får et tillæg på 12.000 kr.
""",
    "takster.csv": """\
Navn;Beløb;Enhed;Gyldig fra
Kørsel i egen bil;4,10;kr. pr. km;2024-01-01
""",
}
SETTINGS = '[audiences]\nlukket = "ledelsen"\n'

BONUS = "hvad besluttede Lønudvalget om tillæg til parkchefen?"
SECRET = "12.000"
"""What was decided on it, in a paper that is closed."""
BENCHES = "hvad besluttede Parkudvalget om bænke ved søen?"
ONLY_SIX = "Godkendt, dog kun seks bænke."
"""What was decided there: less than what was recommended."""

ways = pytest.mark.parametrize("way", ["http", "socket"])
"""How Slack and Referent reach each other."""


@dataclass
class Scene:
    """A workspace with two people and a channel, in which Referent runs."""

    slack: SlackWorkspace
    karen: Person
    bo: Person
    room: Conversation
    referent: Referent

    def in_thread(self, asked: Asked) -> list[Message]:
        """Return what answers something in the thread in which it was said."""
        assert asked.message is not None
        thread = asked.message.thread_ts
        return [one for one in self.slack.answers_to(asked) if one.thread_ts == thread]

    async def answered(self, asked: Asked) -> Message:
        """Wait for the answer, and see to it that there is one only."""
        answer = await self.slack.answer_to(asked)
        await self.slack.settled()
        assert asked.acknowledged
        assert self.slack.answers_to(asked) == [answer]
        return answer


@asynccontextmanager
async def scene(
    archive: Archive,
    way: str,
    home: Path,
    *,
    room_reads: Sequence[str] = (),
    karen_reads: Sequence[str] = (),
    more_channels: Sequence[str] = (),
    slack: SlackWorkspace | None = None,
    patience: Patience | None = None,
    writing: Writing | None = None,
    drain_seconds: float = 20.0,
) -> AsyncIterator[Scene]:
    """Run Referent where Karen, Danish, and Bo, English, are in a channel.

    `room_reads`, `karen_reads`: the audiences that the settings give to the channel and to Karen.
    `more_channels`: ids of channels that the settings name as well.
    """
    async with slack or SlackWorkspace() as slack:
        karen, bo = slack.person("Karen"), slack.person("Bo", locale="en-GB")
        room = slack.channel("parken")
        running = referent_in(
            slack,
            archive,
            way,
            home=home,
            patience=patience,
            writing=writing,
            drain_seconds=drain_seconds,
            channels={room.id: room_reads} | dict.fromkeys(more_channels, ()),
            people={karen.user.id: karen_reads},
        )
        async with running as referent:
            yield Scene(slack, karen, bo, room, referent)
