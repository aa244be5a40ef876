"""From the settings to what one process serves."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from bot.asked import Asked
from bot.chat.answering import Answering, Archive
from bot.inbox.desk import Desk
from bot.inbox.store import Inbox
from bot.inbox.turn import Patience
from bot.records.store import Records
from bot.replies import Reply
from bot.serving.metrics import Metrics
from bot.serving.reach import gate_of, login_of
from bot.serving.server import Check, Serving
from bot.slack.http import SignedRequests
from bot.slack.runtime import SlackRuntime
from bot.web.site import Site
from index.archive import Views
from index.documents import OPEN
from index.errors import ReferentError, SettingsError, UsageError
from index.generation.home import IndexHome
from index.settings import Settings

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

    The web page is always one of them.

    Args:
        settings: The settings.
        reply: Answers a question.
        views: Opens the archive for some audiences.
        patience: How often something is tried, and how long is waited.

    Raises:
        ReferentError: A setting is impossible, or a file cannot be opened.
    """
    if settings.slack is not None:
        _check_audiences("slack.channels", settings.slack.channels, views)
        _check_audiences("slack.people", settings.slack.people, views)
    if settings.login is not None:
        _check_audiences("login.groups", settings.login.groups, views)
    folder = settings.home / FOLDER
    inbox, records = Inbox(folder), Records(folder)
    metrics = Metrics(inbox)
    answering = Answering(Archive(metrics.counting(reply), views, records))
    slack = None
    if settings.slack is not None:
        slack = SlackRuntime(settings.slack, answering, settings.serve.public_url)
    kept_for = timedelta(days=settings.serve.keep_days)
    surfaces = {slack.name: slack.surface} if slack is not None else {}
    login = login_of(settings, folder)
    tables = IndexHome(settings.home).tables
    site = Site(answering, gate_of(settings, login), login, [tables])
    mounts = [site.mount, metrics.mount]
    if settings.slack is not None and slack is not None and settings.slack.mode == "http":
        secret = settings.slack.signing_secret
        assert secret is not None, "checked when the settings were read"
        mounts.append(SignedRequests(secret.get_secret_value(), lambda: slack.app.bolt).mount)

    def close() -> None:
        answering.close()
        records.close()
        inbox.close()

    return Serving(
        desk=Desk(inbox, surfaces, patience=patience, kept_for=kept_for),
        surfaces=[slack] if slack is not None else [],
        checks=[
            _check("Archive", lambda: _read_archive(views)),
            _check("Inbox", inbox.counts),
        ],
        mounts=mounts,
        warm_up=lambda: reply(Asked(_FIRST_QUESTION)),
        tidy=lambda: records.forget(datetime.now(UTC) - kept_for),
        drain_seconds=settings.serve.drain_seconds,
        close=close,
    )


def _check_audiences(setting: str, named: Mapping[str, Sequence[str]], views: Views) -> None:
    """Refuse an audience that there is not: whoever it was meant for would never learn why."""
    for place, audiences in named.items():
        try:
            with views(frozenset({OPEN, *audiences})):
                pass
        except UsageError as error:
            raise SettingsError(f"Setting '{setting}.{place}': {error}") from None


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
