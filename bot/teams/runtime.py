"""The app while it runs: put together, signed in, and let go of."""

from collections.abc import Mapping

from bot.chat.answering import Answering
from bot.chat.growing import Growing
from bot.inbox.desk import Desk
from bot.teams.audiences import Audiences
from bot.teams.calls import TeamsCalls
from bot.teams.credentials import NoToken, Token, app_token, no_token
from bot.teams.http import Messages
from bot.teams.incoming import SURFACE, Payload
from bot.teams.intake import Intake
from bot.teams.pressing import Pressing
from bot.teams.senders import OnThisMachine, Senders, Signed
from bot.teams.surface import TeamsSurface
from index.errors import ReferentError
from index.settings import Teams

CHANGES_A_MINUTE = 600
"""Of messages, in all conversations. Teams limits each conversation by itself, to one a second."""


class TeamsUnreachable(ReferentError):
    """Microsoft gives the app no token; the message says what to do."""


class TeamsRuntime:
    """Referent in one organisation's Teams."""

    def __init__(
        self,
        settings: Teams,
        answering: Answering,
        page_url: str | None,
        token: Token | None = None,
    ) -> None:
        """Take the settings, who answers, and where people reach our web page, if they do.

        `token`: what gives the app's token; by default Microsoft, for the secret of the settings.
        """
        self._senders = _senders(settings)
        self._calls = TeamsCalls(token or _token(settings))
        audiences = Audiences(
            settings.tenant_id,
            {channel: frozenset(named) for channel, named in settings.channels.items()},
            _by_lower_case(settings.people),
        )
        self._growing = Growing(answering, CHANGES_A_MINUTE)
        self.surface = TeamsSurface(self._calls, answering, audiences, self._growing, page_url)
        self._pressing = Pressing(answering, audiences, page_url)
        self._intake: Intake | None = None
        self.messages = Messages(self._senders, lambda: self if self._intake else None)

    @property
    def name(self) -> str:
        """What questions of ours are known by in the inbox."""
        return SURFACE

    async def start(self, desk: Desk) -> None:
        """Sign in, and begin to listen.

        Raises:
            TeamsUnreachable: Microsoft gives no token.
        """
        try:
            await self._calls.sign_in()
        except NoToken:
            raise TeamsUnreachable(
                "Microsoft gives the app no token: check teams.app_id, teams.tenant_id and "
                "teams.app_secret (the secret's value, not its ID; it may have run out), and that "
                "login.microsoftonline.com can be reached; behind a proxy, set HTTPS_PROXY."
            ) from None
        self._intake = Intake(desk, self._calls)

    async def problem(self) -> str | None:
        """Return why nothing can be asked or answered at this moment, `None` where it can."""
        if self._intake is None:
            return "Teams: not started yet"
        if self._calls.locked_out:
            return "Teams: the app gets no token or it does not hold; see teams.app_secret"
        return self._senders.problem

    async def stop(self, seconds: float) -> None:
        """Hear nothing any more, and let what is being told come to its end."""
        if self._intake is not None:
            intake, self._intake = self._intake, None
            await intake.drain(seconds)

    async def let_go(self, seconds: float) -> None:
        """Let what is still being written come to its end, and close the connections."""
        await self._growing.drain(seconds)
        await self._calls.close()

    async def take(self, activity: Payload) -> bool:
        """Keep what an activity asks; return whether it may be acknowledged."""
        assert self._intake is not None, "only heard once it is started"
        return await self._intake.take(activity)

    async def press(self, activity: Payload) -> dict[str, object] | None:
        """Do what a button says, and return what is shown."""
        return await self._pressing.press(activity)


def _senders(settings: Teams) -> Senders:
    if settings.insecure_local:
        return OnThisMachine()
    assert settings.app_id is not None, "checked when the settings were read"
    return Signed(settings.app_id, settings.openid_url)


def _token(settings: Teams) -> Token:
    if settings.insecure_local:
        return no_token
    assert settings.app_id is not None, "checked when the settings were read"
    assert settings.app_secret is not None, "checked when the settings were read"
    assert settings.tenant_id is not None, "checked when the settings were read"
    secret = settings.app_secret.get_secret_value()
    return app_token(settings.app_id, secret, settings.tenant_id)


def _by_lower_case(people: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {person.lower(): frozenset(audiences) for person, audiences in people.items()}
