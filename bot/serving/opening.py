"""From the settings to what one process serves."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.asked import Asked
from bot.chat.answering import Archive
from bot.inbox.desk import Desk
from bot.inbox.store import Inbox
from bot.inbox.turn import Patience
from bot.records.store import Records
from bot.replies import Reply
from bot.serving.server import Check, Serving
from bot.slack.http import PATH, SignedRequests
from bot.slack.runtime import SlackRuntime
from index.archive import Views
from index.documents import OPEN
from index.errors import ReferentError, SettingsError, UsageError
from index.settings import Settings, Slack

_FIRST_QUESTION = "Hvad besluttede udvalget på sidste møde om økonomien?"
"""Of the process to itself: loads the model and what a search reads; nobody sees the answer."""
FOLDER = "bot"
"""Of the home folder: what belongs to the process that answers."""


def opened(
    settings: Settings,
    reply: Callable[[Asked], Reply],
    views: Views,
    patience: Patience | None = None,
) -> Serving:
    """Open inbox and records, and put the surfaces together that the settings name.

    Args:
        settings: The settings.
        reply: Answers a question.
        views: Opens the archive for some audiences.
        patience: How often something is tried, and how long is waited.

    Raises:
        ReferentError: The settings name no surface, or a file cannot be opened.
    """
    if settings.slack is None:
        raise SettingsError(
            "Nothing to serve: no surface is configured. For Slack, set slack.bot_token and "
            "slack.app_token in settings.toml; `referent slack manifest` prints the app's manifest."
        )
    _check_audiences(settings.slack, views)
    folder = settings.home / FOLDER
    inbox, records = Inbox(folder), Records(folder)
    slack = SlackRuntime(settings.slack, Archive(reply, views, records))
    kept_for = timedelta(days=settings.serve.keep_days)
    desk = Desk(inbox, {slack.name: slack.surface}, patience=patience, kept_for=kept_for)

    def close() -> None:
        records.close()
        inbox.close()

    routes = []
    if settings.slack.mode == "http":
        secret = settings.slack.signing_secret
        assert secret is not None, "checked when the settings were read"
        signed = SignedRequests(secret.get_secret_value(), lambda: slack.app.bolt)
        routes.append((PATH, signed.receive))
    return Serving(
        desk=desk,
        surfaces=[slack],
        checks=[
            _check("Archive", lambda: _read_archive(views)),
            _check("Inbox", inbox.counts),
        ],
        routes=routes,
        warm_up=lambda: reply(Asked(_FIRST_QUESTION)),
        tidy=lambda: records.forget(datetime.now(UTC) - kept_for),
        drain_seconds=settings.serve.drain_seconds,
        close=close,
    )


def _check_audiences(slack: Slack, views: Views) -> None:
    """Refuse an audience that there is not: whoever it was meant for would never learn why."""
    for setting, named in (("channels", slack.channels), ("people", slack.people)):
        for place, audiences in named.items():
            try:
                with views(frozenset({OPEN, *audiences})):
                    pass
            except UsageError as error:
                raise SettingsError(f"Setting 'slack.{setting}.{place}': {error}") from None


def _read_archive(views: Views) -> None:
    with views(frozenset({OPEN})) as view:
        view.bodies()


def _check(what: str, read: Callable[[], object]) -> Check:
    async def check() -> str | None:
        try:
            await asyncio.to_thread(read)
        except ReferentError as error:
            return f"{what}: {error}"
        return None

    return check
