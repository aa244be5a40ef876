"""Who the settings let in: audiences that there are, and nobody unknown."""

from collections.abc import Mapping, Sequence

from bot.serving.reach import is_loopback
from index.archive import Views
from index.documents import OPEN
from index.errors import IndexMissing, SettingsError, UsageError
from index.settings import Serve, Settings, Teams


def refuse_unmeant(settings: Settings, views: Views) -> None:
    """Refuse settings by which somebody could read what nobody meant them to, or would not.

    Raises:
        SettingsError: Of such a setting.
    """
    if settings.slack is not None:
        if not settings.slack.has_tokens:
            raise SettingsError(
                "Setting 'slack': the settings name Slack, but no token is known here. Set "
                "REFERENT_SLACK__BOT_TOKEN and REFERENT_SLACK__APP_TOKEN in the environment of "
                "this process, or take [slack] out of the settings."
            )
        _check_audiences("slack.channels", settings.slack.channels, views)
        _check_audiences("slack.people", settings.slack.people, views)
    if settings.teams is not None:
        _check_audiences("teams.channels", settings.teams.channels, views)
        _check_audiences("teams.people", settings.teams.people, views)
        _check_that_nobody_reaches_it(settings.teams, settings.serve)
    if settings.login is not None:
        _check_audiences("login.groups", settings.login.groups, views)


def _check_that_nobody_reaches_it(teams: Teams, serve: Serve) -> None:
    """Refuse to take unsigned requests where others than the developer can send them."""
    if teams.insecure_local and (serve.public_url is not None or not is_loopback(serve.host)):
        raise SettingsError(
            "Setting 'teams.insecure_local': whoever reaches serve.host or serve.public_url could "
            "ask without being known. It is for development on this machine alone."
        )


def _check_audiences(setting: str, named: Mapping[str, Sequence[str]], views: Views) -> None:
    """Refuse an audience that there is not: whoever it was meant for would never learn why."""
    for place, audiences in named.items():
        try:
            with views(frozenset({OPEN, *audiences})):
                pass
        except UsageError as error:
            raise SettingsError(f"Setting '{setting}.{place}': {error}") from None
        except IndexMissing:
            return  # nobody can read anything yet, and whoever asks is told so
