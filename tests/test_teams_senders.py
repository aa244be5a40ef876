"""Who is listened to: Microsoft's connector, by tokens that are checked with real keys."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from microsoft_teams.api.auth.json_web_token import JsonWebToken

from bot.asked import Asked
from bot.chat.answering import Answering, Archive
from bot.chat.growing import Growing
from bot.inbox.questions import Question, State
from bot.inbox.store import Inbox
from bot.inbox.surfaces import RetryLater
from bot.records.store import Records
from bot.replies import Reply, ReplyKind
from bot.serving.opening import FOLDER, opened
from bot.serving.server import create
from bot.teams.audiences import Audiences
from bot.teams.calls import TeamsCalls
from bot.teams.credentials import AppToken, NoToken
from bot.teams.incoming import asking_in, encoded
from bot.teams.sdk import TokenManager
from bot.teams.surface import TeamsSurface
from index.archive import View
from index.errors import ReferentError, SettingsError
from index.settings import Settings
from tests.paper_archive import PaperArchive
from tests.slack_running import Referent, running
from tests.teams_malformed import malformed
from tests.teams_person import APP_ID
from tests.teams_running import APP_TOKEN, app_token, settings_for
from tests.teams_workspace import OTHER_TENANT, TeamsWorkspace

pytestmark = [pytest.mark.anyio]


def nothing_found(asked: Asked) -> Reply:
    return Reply(asked.text, "en", ReplyKind.NOT_FOUND, "Nothing.")


@contextmanager
def views(audiences: frozenset[str]) -> Iterator[View]:
    yield PaperArchive()


@asynccontextmanager
async def referent(settings: Settings) -> AsyncIterator[Referent]:
    application = create(opened(settings, nothing_found, views, teams_token=app_token))
    async with running(application) as running_:
        yield running_


@asynccontextmanager
async def organisation(home: Path) -> AsyncIterator[TeamsWorkspace]:
    async with TeamsWorkspace() as teams, referent(settings_for(teams, home)) as process:
        teams.endpoint = f"{process.url}/api/messages"
        yield teams


def waiting(home: Path) -> int:
    """Return how many questions were ever accepted."""
    inbox = Inbox(home / FOLDER)
    try:
        return len(inbox.due(1000)) + inbox.counts().at_work
    finally:
        inbox.close()


async def test_what_microsoft_has_signed_is_heard_within_its_leeway(tmp_path: Path) -> None:
    async with organisation(tmp_path) as teams:
        karen = teams.person("Karen")
        assert (await karen.asks("hvad kostede broen?")).status == 200
        late = teams.token(exp=int(time.time()) - 120)
        assert (await teams.deliver(karen.message("late"), late)).status == 200
        slash = teams.token(serviceurl=teams.url + "/")
        assert (await teams.deliver(karen.message("slash"), slash)).status == 200
        await teams.until(lambda: len(teams.posted) == 3)
        assert teams.key_fetches == 1


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "00000000-1111-4111-8111-111111111111"},
        {"aud": None},
        {"iss": "https://login.example"},
        {"iss": f"https://login.microsoftonline.com/{OTHER_TENANT}/v2.0", "tid": OTHER_TENANT},
        {"iss": None},
        {"exp": 1_000_000_000},
        {"exp": None, "nbf": 4_000_000_000},
        {"serviceurl": "https://smba.example"},
        {"serviceurl": None},
        {"serviceurl": 7},
    ],
    ids=str,
)
async def test_a_token_with_a_wrong_claim_is_refused(
    tmp_path: Path, claims: dict[str, Any]
) -> None:
    async with organisation(tmp_path) as teams:
        made = teams.person("Karen").message("hvad kostede broen?")
        assert (await teams.deliver(made, teams.token(**claims))).status == 401
        assert teams.posted == []


async def test_a_token_that_microsoft_has_not_signed_is_refused(tmp_path: Path) -> None:
    foreign = generate_private_key(65537, 2048)
    async with organisation(tmp_path) as teams:
        made = teams.person("Karen").message("hvad kostede broen?")
        unsigned = f"{teams.token().rsplit('.', 1)[0]}."
        for token in (
            *(None, "abc", "a.b.c", " ", unsigned, teams.token() + "x", "x" * 20_000),
            *(teams.token(foreign), teams.token(foreign, kid="unknown"), teams.token(kid="other")),
        ):
            assert (await teams.deliver(made, token)).status == 401, token
        assert (await teams.send(b"{}", headers={"Authorization": "Basic x"})).status == 401
        assert teams.posted == []


async def test_an_activity_without_an_address_to_answer_at_is_refused(tmp_path: Path) -> None:
    async with organisation(tmp_path) as teams:
        for address in (None, "", 7, "https://smba.example", teams.url + "/elsewhere"):
            made = teams.person("Karen").message("hvad kostede broen?", serviceUrl=address)
            assert (await teams.deliver(made)).status == 401


async def test_slow_keys_hold_up_nobody_else(tmp_path: Path) -> None:
    async with organisation(tmp_path) as teams, aiohttp.ClientSession() as session:
        teams.trouble.key_delay = 3.0
        asked = asyncio.create_task(teams.person("Karen").asks("hvad kostede broen?"))
        await asyncio.sleep(0.3)
        async with session.get(teams.endpoint.replace("/api/messages", "/healthz")) as told:
            assert told.status == 200
        assert not asked.done()
        assert (await asked).status == 200


async def test_without_keys_nobody_is_heard_and_readiness_says_why(tmp_path: Path) -> None:
    async with organisation(tmp_path) as teams, aiohttp.ClientSession() as session:
        teams.trouble.keys_gone = True
        assert (await teams.person("Karen").asks("hvad kostede broen?")).status == 503
        async with session.get(teams.endpoint.replace("/api/messages", "/readyz")) as told:
            assert "Microsoft's keys" in (await told.json())["problems"][0]
        teams.trouble.keys_gone = False
        assert (await teams.person("Karen").asks("hvad kostede broen?")).status == 200


async def test_nothing_that_is_malformed_is_accepted_or_breaks_anything(tmp_path: Path) -> None:
    async with organisation(tmp_path) as teams:
        karen = teams.person("Karen")
        for body, token in malformed(
            karen.message("hvad kostede broen?"), teams.token, 400, seed=7
        ):
            headers = {} if token is None else {"Authorization": f"Bearer {token}"}
            told = await teams.send(body, headers=headers)
            assert told.status < 500
        await asyncio.sleep(0.2)
        assert teams.posted == []
        assert (await karen.asks("hvad kostede broen?")).status == 200
        await teams.until(lambda: len(teams.posted) == 1)
    assert waiting(tmp_path) == 0


# -- our own token


class Keeper(TokenManager):
    """Gives a token, or fails as Microsoft's library does."""

    def __init__(self, failure: Exception | None = None) -> None:
        super().__init__(None)
        self.failure = failure

    async def get_bot_token(self) -> JsonWebToken:
        if self.failure is not None:
            raise self.failure
        return JsonWebToken(APP_TOKEN)


async def test_a_token_is_handed_on_and_whatever_goes_wrong_means_that_there_is_none() -> None:
    assert await AppToken(Keeper())() == APP_TOKEN
    for failure in (ValueError("invalid_client"), OSError("no network"), KeyError("x")):
        with pytest.raises(NoToken) as raised:
            await AppToken(Keeper(failure))()
        assert raised.value.nothing_posted


async def test_without_a_token_it_does_not_start_and_says_what_to_check(tmp_path: Path) -> None:
    async def refused() -> str | None:
        raise NoToken

    async with TeamsWorkspace() as teams:
        settings = settings_for(teams, tmp_path)
        application = create(opened(settings, nothing_found, views, teams_token=refused))
        with pytest.raises(ReferentError, match=r"teams\.app_secret"):
            async with running(application):
                pass


async def test_a_token_that_no_longer_holds_is_told_by_readiness(tmp_path: Path) -> None:
    async with organisation(tmp_path) as teams, aiohttp.ClientSession() as session:
        teams.trouble.refusals = [(401, {})]
        await teams.person("Karen").asks("hvad kostede broen?")
        await teams.until(lambda: teams.attempts)
        await asyncio.sleep(0.2)
        async with session.get(teams.endpoint.replace("/api/messages", "/readyz")) as told:
            assert "teams.app_secret" in (await told.json())["problems"][0]


async def test_whoever_is_killed_twice_still_says_that_an_answer_may_stand_there(
    tmp_path: Path,
) -> None:
    """The first was killed while it posted, the second before it did, the third answers."""
    async with TeamsWorkspace() as teams:
        asking = asking_in(teams.person("Karen").message("hvad kostede broen?"))
        assert asking is not None
        now = datetime.now(UTC)
        question = Question("Q1", "teams", encoded(asking), now, State.POSTING, 1, now)
        for life in range(3):
            records = Records(tmp_path)
            answering = Answering(Archive(nothing_found, views, records))
            calls = TeamsCalls(app_token)
            surface = TeamsSurface(
                calls, answering, Audiences(None, {}, {}), Growing(answering, 9), None
            )
            if life == 0:
                teams.trouble.lost_replies = 1
                with pytest.raises(RetryLater):
                    await surface.answer(question, nothing_to_note)
            elif life == 1:
                assert await surface.look_up(question) is None
            else:
                await surface.answer(question, nothing_to_note)
                assert await surface.look_up(question) is not None
            await calls.close()
            answering.close()
            records.close()
        assert ["twice" in one.text for one in teams.posted] == [False, True]


async def nothing_to_note() -> None:
    return


async def test_a_sign_shows_that_an_answer_takes_long_and_not_otherwise(tmp_path: Path) -> None:
    def slowly(asked: Asked) -> Reply:
        time.sleep(1.3 if "slow" in asked.text else 0)
        return nothing_found(asked)

    async with TeamsWorkspace() as teams:
        parts = opened(settings_for(teams, tmp_path), slowly, views, teams_token=app_token)
        async with running(create(parts)) as process:
            teams.endpoint = f"{process.url}/api/messages"
            karen = teams.person("Karen")
            await teams.answer_to(await karen.asks("quick"))
            await teams.answer_to(await karen.asks("slow"), number=2)
    assert [one["type"] for one in teams.attempts] == ["message", "typing", "message"]


# -- development


async def test_on_this_machine_alone_unsigned_requests_are_heard(tmp_path: Path) -> None:
    async with TeamsWorkspace() as teams:
        settings = Settings.load(home=tmp_path, teams={"insecure_local": True})
        async with referent(settings) as process:
            teams.endpoint = f"{process.url}/api/messages"
            karen = teams.person("Karen")
            assert (await teams.deliver(karen.message("hvad kostede broen?"), None)).status == 200
            await teams.until(lambda: len(teams.posted) == 1)
            for headers in (
                {"Host": "tunnel.example"},
                {"X-Forwarded-For": "203.0.113.7"},
                {"Forwarded": "for=203.0.113.7"},
                {"Via": "1.1 proxy"},
            ):
                body = str(karen.message("hvad kostede broen?")).replace("'", '"').encode()
                assert (await teams.send(body, headers=headers)).status == 401
            elsewhere = karen.message("hvad kostede broen?", serviceUrl="https://smba.example")
            assert (await teams.deliver(elsewhere, None)).status == 401


def test_the_flag_for_development_is_refused_where_others_can_reach_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="insecure_local"):
        Settings.load(home=tmp_path, teams={"insecure_local": True, "app_secret": "x"})
    settings = Settings.load(
        home=tmp_path,
        teams={"insecure_local": True},
        serve={"public_url": "https://referent.example"},
    )
    with pytest.raises(SettingsError, match="insecure_local"):
        opened(settings, nothing_found, views)


@pytest.mark.parametrize("left_out", ["app_id", "app_secret", "tenant_id"])
def test_a_missing_setting_is_named(tmp_path: Path, left_out: str) -> None:
    told = {"app_id": APP_ID, "app_secret": "x", "tenant_id": OTHER_TENANT}
    del told[left_out]
    with pytest.raises(SettingsError, match=left_out):
        Settings.load(home=tmp_path, teams=told)


def test_a_secret_does_not_show_when_settings_are_printed(tmp_path: Path) -> None:
    told = {"app_id": APP_ID, "app_secret": "very-secret", "tenant_id": OTHER_TENANT}
    assert "very-secret" not in repr(Settings.load(home=tmp_path, teams=told))
