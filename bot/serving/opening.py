"""From the settings to what one process serves."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from fastapi import FastAPI

from bot.asked import Asked
from bot.chat.answering import Answering, Archive
from bot.inbox.desk import Desk
from bot.inbox.store import Inbox
from bot.inbox.turn import Patience
from bot.models.opening import forget_spent
from bot.records.store import Records
from bot.replies import Reply
from bot.serving.admission import refuse_unmeant
from bot.serving.metrics import Metrics
from bot.serving.reach import gate_of, login_of
from bot.serving.readiness import readable_archive, reading, roomy
from bot.serving.server import Check, Serving
from bot.slack.hearing.http import SignedRequests
from bot.slack.runtime import SlackRuntime
from bot.web.site import Site
from bot.writing.opening import Writing
from index.archive import Views
from index.generation.home import IndexHome
from index.settings import Settings

if TYPE_CHECKING:
    from bot.teams.credentials import Token
    from bot.teams.runtime import TeamsRuntime

_FIRST_QUESTIONS = (
    "Hvad besluttede udvalget på sidste møde om økonomien?",
    "What did the committee decide on the budget?",
)
"""Of the process to itself: loads the model, the glossary and what a search reads; nobody sees the
answers."""


class _Closing(Protocol):
    def close(self) -> None: ...


FOLDER = "bot"
"""Of the home folder: what belongs to the process that answers."""


def opened(
    settings: Settings,
    reply: Callable[[Asked], Reply],
    views: Views,
    patience: Patience | None = None,
    teams_token: "Token | None" = None,
    writing: Writing | None = None,
) -> Serving:
    """Open inbox and records, and put the surfaces together that the settings name.

    The web page is always one of them.

    Args:
        settings: The settings.
        reply: Answers a question.
        views: Opens the archive for some audiences.
        patience: How often something is tried, and how long is waited.
        teams_token: What gives the app's token in Teams, in the place of Microsoft.
        writing: The model that writes answers, which stays the caller's to close.

    Raises:
        ReferentError: A setting is impossible, or a file cannot be opened.
    """
    refuse_unmeant(settings, views)
    folder = settings.home / FOLDER
    inbox, records = Inbox(folder), Records(folder)
    metrics = Metrics(inbox)
    answering = _answering(Archive(metrics.counting(reply), views, records), writing, metrics)
    slack = _slack(settings, answering)
    teams = _teams(settings, answering, teams_token)
    running = [surface for surface in (slack, teams) if surface is not None]
    kept_for = timedelta(days=settings.serve.keep_days)
    surfaces = {surface.name: surface.surface for surface in running}
    login = login_of(settings, folder)
    index = IndexHome(settings.home)
    site = Site(answering, gate_of(settings, login), login, [index.tables])

    closing: list[_Closing] = [answering, records, inbox]
    if login is not None:
        closing.append(login)
    return Serving(
        desk=Desk(inbox, surfaces, patience=patience, kept_for=kept_for),
        surfaces=running,
        checks=[*_checks(views, index, inbox), *([login.problem] if login is not None else [])],
        mounts=[
            *(site.mount, metrics.mount, *_slacks_path(settings, slack)),
            *([teams.messages.mount] if teams is not None else []),
        ],
        warm_up=lambda: [reply(Asked(question)) for question in _FIRST_QUESTIONS],
        tidy=lambda: _forget(settings, records, datetime.now(UTC) - kept_for),
        drain_seconds=settings.serve.drain_seconds,
        let_go=[surface.let_go for surface in running],
        close=lambda: _close(closing),
    )


def _checks(views: Views, index: IndexHome, inbox: Inbox) -> list[Check]:
    """Return whether questions can be answered, and kept until they are."""
    return [
        readable_archive(views, index),
        reading("Inbox", inbox.counts),
        roomy(index.home / FOLDER),
    ]


def _close(opened_before: Sequence[_Closing]) -> None:
    for one in opened_before:
        one.close()


def _answering(archive: Archive, writing: Writing | None, metrics: Metrics) -> Answering:
    if writing is not None:
        writing.tell(metrics.called)
    return Answering(archive, writing=writing)


def _forget(settings: Settings, records: Records, before: datetime) -> None:
    records.forget(before)
    forget_spent(settings, before.astimezone().date())


def _slack(settings: Settings, answering: Answering) -> SlackRuntime | None:
    if settings.slack is None:
        return None
    return SlackRuntime(settings.slack, answering, settings.serve.public_url)


def _slacks_path(settings: Settings, slack: SlackRuntime | None) -> list[Callable[[FastAPI], None]]:
    """Return what adds the path at which Slack delivers, where it does so over HTTP."""
    if slack is None or settings.slack is None or settings.slack.mode != "http":
        return []
    secret = settings.slack.signing_secret
    assert secret is not None, "checked when the settings were read"
    return [SignedRequests(secret.get_secret_value(), lambda: slack.app.bolt).mount]


def _teams(
    settings: Settings, answering: Answering, token: "Token | None"
) -> "TeamsRuntime | None":
    """Return Teams, where the settings name it; its library takes a second to load."""
    if settings.teams is None:
        return None
    from bot.teams.runtime import TeamsRuntime  # noqa: PLC0415

    return TeamsRuntime(settings.teams, answering, settings.serve.public_url, token)
