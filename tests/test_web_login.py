"""The login: who is let in, with which audiences, and who is not."""

import re
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.web.addresses import own_path
from bot.web.gate import LOOPBACK, Gate
from bot.web.headers import with_headers
from bot.web.login import COOKIE, KEY_FILE, LONGEST_HINT, Login, session_key
from bot.web.open_logins import NAME, OpenLogins
from bot.web.readers import WhoReads
from index.documents import OPEN
from index.settings import Login as LoginSettings
from tests.login_provider import CLIENT, SECRET, Provider, provider

OURS = "http://localhost:8642"


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    with provider() as made:
        yield made


@pytest.fixture
def idp(running: Provider) -> Provider:
    running.claims = {"sub": "anna-1", "name": "Anna Holm", "groups": ["g-1", "g-9"]}
    running.foreign_key = running.refuses = False
    running.end_session = None
    return running


Site = Callable[..., TestClient]


@pytest.fixture
def site(idp: Provider, tmp_path: Path) -> Site:
    def made(questions_a_minute: int = 100, **settings: object) -> TestClient:
        told = {
            "issuer": idp.issuer,
            "client_id": CLIENT,
            "client_secret": SECRET,
            "groups": {"g-1": ["ledelsen"], "g-2": ["personale"]},
        }
        login = Login(LoginSettings.model_validate(told | settings), OURS, tmp_path)
        app = FastAPI()

        @app.get("/who")
        @app.get("/api/who")
        async def who(reader: WhoReads) -> dict[str, object]:
            return {"name": reader.name, "audiences": sorted(reader.audiences)}

        @app.get("/static/site.css")
        async def style(reader: WhoReads) -> list[str]:
            return sorted(reader.audiences)

        app.add_middleware(Gate(LOOPBACK, login, questions_a_minute).around)
        login.mount(app)
        return TestClient(app, base_url=OURS, follow_redirects=False)

    return made


def _go(client: TestClient, start: str = "/login") -> httpx2.Response:
    """Log in as a browser does, and return what our callback says."""
    to_provider = client.get(start)
    back = httpx2.get(to_provider.headers["location"], follow_redirects=False)
    asked = urlsplit(back.headers["location"])
    answer: httpx2.Response = client.get(f"{asked.path}?{asked.query}")
    return answer


def test_without_a_login_pages_lead_to_it_and_the_api_says_so(site: Site) -> None:
    client = site()
    page = client.get("/who?body=KEU")
    assert page.status_code == 303
    assert parse_qs(urlsplit(page.headers["location"]).query)["next"] == ["/who?body=KEU"]
    assert client.get("/api/who").status_code == 401
    assert client.post("/who").status_code == 401
    assert client.get("/static/site.css").json() == []


def test_whoever_logs_in_reads_what_their_groups_may_and_goes_on_where_they_were(
    site: Site,
) -> None:
    client = site()
    back = _go(client, "/login?next=/who%3Fbody%3DKEU")
    assert (back.status_code, back.headers["location"]) == (303, "/who?body=KEU")
    told = client.get("/who").json()
    assert told == {"name": "Anna Holm", "audiences": ["ledelsen", OPEN]}


def test_whoever_is_in_no_group_of_the_settings_reads_open_papers(
    site: Site, idp: Provider
) -> None:
    for groups in ([], ["g-9"], "g-9", None, {"g-1": True}):
        idp.claims["groups"] = groups
        client = site()
        assert _go(client).status_code == 303
        assert client.get("/who").json()["audiences"] == [OPEN]


def test_that_the_provider_left_the_groups_out_is_logged(
    site: Site, idp: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    idp.claims = {"sub": "anna-1", "_claim_names": {"groups": "src1"}}
    assert _go(site()).status_code == 303
    assert "too many" in caplog.text
    assert "anna" not in caplog.text


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://evil.example"},
        {"aud": "somebody-else"},
        {"nonce": "another"},
        {"exp": int(time.time()) - 3600},
        {"sub": None},
    ],
    ids=["issuer", "audience", "nonce", "expired", "nobody"],
)
def test_a_token_that_is_not_for_us_lets_nobody_in(
    site: Site, idp: Provider, claims: dict[str, object]
) -> None:
    idp.claims |= claims
    client = site()
    assert _go(client).status_code == 403
    assert client.get("/api/who").status_code == 401


def test_a_token_of_a_foreign_key_lets_nobody_in(
    site: Site, idp: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    idp.foreign_key = True
    client = site()
    client.headers["accept-language"] = "en"
    answer = _go(client)
    assert answer.status_code == 403
    (reference,) = re.findall(r"Reference for the log: (\w+)", answer.text)
    assert reference in caplog.text
    assert client.get("/api/who").status_code == 401


def test_whoever_the_provider_refuses_gets_a_page_with_what_to_do(
    site: Site, idp: Provider
) -> None:
    idp.refuses = True
    client = site()
    client.headers["accept-language"] = "da"
    answer = _go(client)
    assert answer.status_code == 403
    assert "text/html" in answer.headers["content-type"]
    assert "Prøv igen" in answer.text
    assert '<a href="/login">Log ind igen</a>' in answer.text


def test_a_callback_that_nobody_began_lets_nobody_in(site: Site) -> None:
    client = site()
    for query in ("", "?code=x", "?state=x&code=y", "?state=%00&code=%ff"):
        assert client.get(f"/login/callback{query}").status_code == 403
    assert client.get("/api/who").status_code == 401


def test_a_provider_that_cannot_be_reached_is_told_with_a_reference(site: Site) -> None:
    client = site(issuer="http://127.0.0.1:9")
    client.headers["accept-language"] = "en"
    answer = client.get("/login")
    assert answer.status_code == 502
    assert "Reference for the log" in answer.text
    assert "does not answer right now" in answer.text


def test_a_login_ends_when_its_time_is_over_or_somebody_ends_it(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = site(hours=1)
    _go(client)
    now = time.time()
    monkeypatch.setattr("bot.web.login.time.time", lambda: now + 3601)
    assert client.get("/api/who").status_code == 401
    monkeypatch.setattr("bot.web.login.time.time", lambda: now)
    _go(client)
    assert client.get("/api/who").status_code == 200
    assert client.post("/logout").status_code == 303
    assert client.get("/api/who").status_code == 401


def test_a_cookie_kept_from_before_the_logout_opens_nothing(site: Site) -> None:
    client = site()
    _go(client)
    kept = client.cookies[COOKIE]
    client.post("/logout")
    for again in (client, site()):  # as it runs, and started anew
        again.cookies.clear()
        again.cookies.set(COOKIE, kept)
        assert again.get("/api/who").status_code == 401


def test_a_login_in_another_browser_stays_open(site: Site) -> None:
    here, there = site(), site()
    _go(here)
    _go(there)
    here.post("/logout")
    assert there.get("/api/who").status_code == 200


def test_after_the_logout_a_page_says_so_and_the_next_login_is_asked_for_anew(site: Site) -> None:
    client = site()
    client.headers["accept-language"] = "en"
    _go(client)
    assert client.get("/logout").headers["location"] == "/"  # nobody has left yet
    gone = client.post("/logout")
    assert gone.headers["location"] == "/logout"
    page = client.get("/logout")
    assert page.status_code == 200
    assert "You are logged out" in page.text
    assert '<a href="/login">Log in again</a>' in page.text
    asked = parse_qs(urlsplit(client.get("/login").headers["location"]).query)
    assert asked["prompt"] == ["login"]
    assert _go(client).status_code == 303
    assert client.get("/api/who").status_code == 200
    client.cookies.clear()
    assert "prompt" not in parse_qs(urlsplit(client.get("/login").headers["location"]).query)


def test_the_provider_ends_its_login_as_well_where_it_can(site: Site, idp: Provider) -> None:
    idp.end_session = "/end?tenant=x"
    client = site()
    _go(client)
    leads = urlsplit(client.post("/logout").headers["location"])
    assert f"{leads.scheme}://{leads.netloc}{leads.path}" == f"{idp.issuer}/end"
    asked = parse_qs(leads.query)
    assert asked["tenant"] == ["x"]
    assert asked["client_id"] == [CLIENT]
    assert asked["post_logout_redirect_uri"] == [f"{OURS}/logout"]
    assert asked["id_token_hint"][0].count(".") == 2
    # Nobody who is not logged in is sent there.
    assert client.post("/logout").headers["location"] == "/logout"


def test_a_token_too_long_for_an_address_is_left_out(site: Site, idp: Provider) -> None:
    idp.end_session = "/end"
    idp.claims["groups"] = ["g" * LONGEST_HINT]
    client = site()
    _go(client)
    asked = parse_qs(urlsplit(client.post("/logout").headers["location"]).query)
    assert "id_token_hint" not in asked
    assert asked["client_id"] == [CLIENT]


def test_nobody_is_sent_to_end_a_login_elsewhere_than_at_the_provider(
    site: Site, idp: Provider
) -> None:
    idp.end_session = "https://elsewhere.example/end"
    client = site()
    _go(client)
    assert client.post("/logout").headers["location"] == "/logout"


def test_logins_whose_time_is_over_are_forgotten(tmp_path: Path) -> None:
    logins = OpenLogins(tmp_path)
    old = logins.begin(1_000, 2_000, None)
    assert logins.is_open(old)
    new = logins.begin(2_000, 3_000, "hint")
    assert (logins.is_open(old), logins.is_open(new)) == (False, True)
    assert logins.end(new) == "hint"
    assert not logins.is_open(new)
    assert logins.end(new) is None
    assert logins.end("never begun") is None
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600
    logins.close()


def test_a_cookie_that_somebody_changed_counts_for_nothing(site: Site) -> None:
    client = site()
    _go(client)
    mine = client.cookies[COOKIE]
    client.cookies.clear()
    client.cookies.set(COOKIE, mine[:5] + ("A" if mine[5] != "A" else "B") + mine[6:])
    assert client.get("/api/who").status_code == 401


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(site: Site) -> None:
    told = _go(site()).headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=lax" in told


@pytest.mark.parametrize(
    ("told", "path"),
    [
        ("/who?x=1", "/who?x=1"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("/\n/evil.example", "/"),
        ("", "/"),
        (None, "/"),
    ],
)
def test_after_the_login_nobody_is_led_elsewhere(told: object, path: str) -> None:
    assert own_path(told) == path


def test_the_key_of_sessions_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "bot"
    key = session_key(folder)
    assert len(key) == 64
    assert session_key(folder) == key
    assert stat.S_IMODE((folder / KEY_FILE).stat().st_mode) == 0o600


def test_one_reader_cannot_keep_it_busy_for_the_others(site: Site, idp: Provider) -> None:
    first = site(questions_a_minute=1)
    _go(first)
    answers = [first.get("/who") for _ in range(12)]
    assert {answer.status_code for answer in answers} == {200, 429}
    assert answers[-1].headers["retry-after"] == "60"
    idp.claims["sub"] = "bo-2"
    first.cookies.clear()
    _go(first)
    assert first.get("/who").status_code == 200


def test_a_form_that_is_sent_when_a_login_has_ended_may_lead_to_the_provider(
    site: Site, idp: Provider
) -> None:
    app = FastAPI()
    app.add_middleware(with_headers, provider=idp.issuer)
    told = TestClient(app).get("/").headers["content-security-policy"]
    assert f"form-action 'self' {idp.issuer}" in told
    alone = FastAPI()
    alone.add_middleware(with_headers)
    assert TestClient(alone).get("/").headers["content-security-policy"].endswith("'self'")


@pytest.mark.anyio
async def test_a_provider_that_is_none_is_a_problem_before_anybody_logs_in(
    idp: Provider, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def login(issuer: str) -> Login:
        told = {"issuer": issuer, "client_id": CLIENT, "client_secret": SECRET}
        return Login(LoginSettings.model_validate(told), OURS, tmp_path)

    assert await login(idp.issuer).problem() is None
    problem = await login("http://127.0.0.1:9").problem()
    assert problem is not None
    assert "http://127.0.0.1:9" in problem
    assert "does not answer" in caplog.text
