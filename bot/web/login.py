"""The login: OpenID Connect, and the audiences that somebody's groups stand for.

Nothing but a name, the audiences and the end of the session is kept in a signed cookie, which
counts as long as its login is open.
"""

import asyncio
import logging
import os
import secrets
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
from authlib.integrations.base_client import OAuthError
from authlib.integrations.starlette_client import OAuth
from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from joserfc.errors import JoseError
from starlette.middleware.sessions import SessionMiddleware
from starlette.types import Scope

from bot.incidents import log_incident
from bot.web.addresses import CALLBACK, END, START, own_path
from bot.web.open_logins import OpenLogins
from bot.web.pages.logins import logged_out, login_failed
from bot.web.pages.routes import page_router
from bot.web.readers import Reader
from index.documents import OPEN
from index.settings import Login as LoginSettings

COOKIE = "referent"
KEY_FILE = "session.key"
LONGEST_HINT = 4_000
"""Characters of a token that an address has room for; somebody in many groups has a longer one."""
_UNKNOWN_ANYWHERE = "ended"
"""Stands in the session of a browser in which a login was ended."""
_log = logging.getLogger("referent.web")


class Login:
    """Lets people in who are known to the organisation's identity provider."""

    def __init__(self, settings: LoginSettings, public_url: str, folder: Path) -> None:
        """Take the settings, our own address, and the folder where the key of sessions lies."""
        self._settings = settings
        self._public_url = public_url
        self._key = session_key(folder)
        self._open = OpenLogins(folder)
        self._oauth = OAuth()
        self._provider = self._oauth.register(
            "provider",
            client_id=settings.client_id,
            client_secret=settings.client_secret.get_secret_value(),
            server_metadata_url=f"{settings.issuer.rstrip('/')}/.well-known/openid-configuration",
            client_kwargs={
                "scope": " ".join(["openid", "profile", *settings.scopes]),
                "code_challenge_method": "S256",
                "timeout": 10,
            },
        )

    @property
    def provider(self) -> str:
        """Where people are sent to, as far as its scheme and host."""
        return _origin(self._settings.issuer)

    async def problem(self) -> str | None:
        """Return why nobody can log in, `None` where the provider answers as one."""
        try:
            await self._provider.load_server_metadata()
        except (httpx2.HTTPError, OAuthError, RuntimeError, ValueError) as error:
            log_incident("the login's provider does not answer", error, level=logging.WARNING)
            return f"Login: {self._settings.issuer} does not answer as a provider of OpenID Connect"
        return None

    def mount(self, app: FastAPI) -> None:
        """Add the paths of the login and the cookie."""
        pages = page_router()
        pages.add_api_route(START, self.start, methods=["GET"])
        pages.add_api_route(CALLBACK, self.callback, methods=["GET"])
        pages.add_api_route(END, self.end, methods=["POST"])
        pages.add_api_route(END, logged_out, methods=["GET"])
        app.include_router(pages)
        app.add_middleware(
            SessionMiddleware,
            secret_key=self._key,
            session_cookie=COOKIE,
            max_age=int(self._settings.hours * 3600),
            same_site="lax",
            https_only=self._public_url.startswith("https://"),
        )

    def reader(self, scope: Scope) -> Reader | None:
        """Return who asks, `None` for somebody who has not logged in, or long ago."""
        known = scope["session"].get("reader")
        if not isinstance(known, dict) or known.get("until", 0) < time.time():
            return None
        if not self._open.is_open(known.get("login", "")):
            return None
        return Reader(
            audiences=frozenset({OPEN, *known["audiences"]}), name=known["name"], id=known["id"]
        )

    async def start(self, request: Request) -> Response:
        """Send somebody to the provider."""
        request.session["next"] = own_path(request.query_params.get("next", "/"))
        # Whoever comes after somebody who has left is not to be taken for them.
        asked_anew = {"prompt": "login"} if _UNKNOWN_ANYWHERE in request.session else {}
        try:
            back = self._public_url + CALLBACK
            sent: Response = await self._provider.authorize_redirect(request, back, **asked_anew)
        except (httpx2.HTTPError, OAuthError, RuntimeError, ValueError, KeyError) as error:
            reference = log_incident("the login cannot be begun", error)
            return await login_failed(request, 502, reference)
        return sent

    async def callback(self, request: Request) -> Response:
        """Let somebody in whom the provider vouches for."""
        goes_on = own_path(request.session.pop("next", "/"))
        try:
            token = await self._provider.authorize_access_token(request)
            told = token["userinfo"]
            who = str(told["sub"])
            hint = await self._hint(token)
        except (httpx2.HTTPError, OAuthError, JoseError, ValueError, KeyError, TypeError) as error:
            request.session.clear()
            reference = log_incident("somebody could not log in", error)
            return await login_failed(request, 403, reference)
        now = time.time()
        until = now + self._settings.hours * 3600
        # Nothing of before the login is carried into it.
        request.session.clear()
        request.session["reader"] = {
            "id": who,
            "name": str(told.get("name") or told.get("preferred_username") or who),
            "audiences": sorted(self._audiences(told)),
            "until": until,
            "login": await asyncio.to_thread(self._open.begin, now, until, hint),
        }
        return RedirectResponse(goes_on, status_code=303)

    async def end(self, request: Request) -> Response:
        """End a login here and, where the provider lets us ask for it, there."""
        known = request.session.get("reader")
        request.session.clear()
        if not isinstance(known, dict):
            return RedirectResponse(END, status_code=303)
        hint = await asyncio.to_thread(self._open.end, known.get("login", ""))
        request.session[_UNKNOWN_ANYWHERE] = True
        return RedirectResponse(await self._end_there(hint) or END, status_code=303)

    def close(self) -> None:
        """Let go of the file of open logins."""
        self._open.close()

    async def _hint(self, token: dict[str, Any]) -> str | None:
        """Return what tells the provider whose login is to be ended there, if it can be."""
        known = await self._provider.load_server_metadata()
        hint = token.get("id_token")
        is_used = isinstance(hint, str) and len(hint) <= LONGEST_HINT
        return hint if is_used and known.get("end_session_endpoint") else None

    async def _end_there(self, hint: str | None) -> str | None:
        """Return the address at which the provider ends its login; `None` where it has none."""
        try:
            known = await self._provider.load_server_metadata()
            endpoint = known.get("end_session_endpoint")
            # A page lets its forms lead to the provider, and nowhere else.
            if not isinstance(endpoint, str) or _origin(endpoint) != self.provider:
                return None
            leads = await self._provider.create_logout_url(
                post_logout_redirect_uri=self._public_url + END,
                id_token_hint=hint,
                client_id=self._settings.client_id,
            )
        except (httpx2.HTTPError, OAuthError, RuntimeError, ValueError) as error:
            log_incident("the provider's login could not be ended", error, level=logging.WARNING)
            return None
        address: str = leads["url"]
        return address

    def _audiences(self, told: dict[str, Any]) -> frozenset[str]:
        claim = self._settings.groups_claim
        groups = told.get(claim)
        if groups is None and claim in told.get("_claim_names", {}):
            # Entra leaves out the groups of somebody who is in more than 200 of them.
            _log.warning(
                "The provider tells no %s of somebody who is in too many: let it send only the "
                "groups that are assigned to the application, or use roles.",
                claim,
            )
        listed = [groups] if isinstance(groups, str) else groups if isinstance(groups, list) else []
        return frozenset(
            audience for group in listed for audience in self._settings.groups.get(str(group), [])
        )


def session_key(folder: Path) -> str:
    """Return the key that sessions are signed with; it is made once and kept.

    Raises:
        OSError: It can neither be read nor be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / KEY_FILE
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    with os.fdopen(made, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
    return path.read_text("ascii").strip()


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
