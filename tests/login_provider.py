"""A stand-in for an identity provider: OpenID Connect with keys of its own, on this machine."""

import base64
import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urljoin

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.served import served

CLIENT, SECRET = "referent-client", "a secret"


@dataclass
class Provider:
    """What it tells of whoever logs in, and how it misbehaves."""

    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "anna-1", "name": "Anna Holm"})
    """Of the next login; they win over what is right (`iss`, `aud`, `nonce`, `exp`)."""
    foreign_key: bool = False
    """Whether tokens are signed with a key that is not published."""
    refuses: bool = False
    """Whether people are sent back with an error."""
    end_session: str | None = None
    """Where its own login is ended: a path of it, or an address elsewhere; `None` where nowhere."""
    issuer: str = ""
    """Its own address."""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    asked: dict[str, dict[str, str]] = field(default_factory=dict)
    """What authorisation was asked for, by code."""

    def app(self) -> FastAPI:
        """Return its web application."""
        app = FastAPI()

        @app.get("/.well-known/openid-configuration")
        async def metadata() -> dict[str, Any]:
            ends = {"end_session_endpoint": urljoin(self.issuer, self.end_session or "")}
            return (ends if self.end_session else {}) | {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            }

        @app.get("/keys")
        async def keys() -> dict[str, Any]:
            return {"keys": [self.key.as_dict(private=False)]}

        @app.get("/authorize")
        async def authorize(request: Request) -> Response:
            told = dict(request.query_params)
            back = {"state": told["state"]}
            if self.refuses:
                back["error"] = "access_denied"
            else:
                back["code"] = f"code-{len(self.asked)}"
                self.asked[back["code"]] = told
            return RedirectResponse(f"{told['redirect_uri']}?{urlencode(back)}", 302)

        @app.post("/token")
        async def token(request: Request) -> Response:
            form = {name: str(value) for name, value in (await request.form()).items()}
            asked = self.asked.pop(form["code"], None)
            if asked is None or not self._is_asked_by_us(request, form, asked):
                return JSONResponse({"error": "invalid_grant"}, 400)
            return JSONResponse({"access_token": "x", "token_type": "Bearer", **self._id(asked)})

        return app

    def _is_asked_by_us(
        self, request: Request, form: dict[str, str], asked: dict[str, str]
    ) -> bool:
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        known = request.headers.get("authorization") == f"Basic {basic}"
        return known and asked["code_challenge"] == challenge

    def _id(self, asked: dict[str, str]) -> dict[str, str]:
        now = int(time.time())
        right = {"iss": self.issuer, "aud": CLIENT, "nonce": asked["nonce"], "iat": now}
        claims = right | {"exp": now + 300} | self.claims
        key = RSAKey.generate_key(2048, {"kid": "one"}) if self.foreign_key else self.key
        return {"id_token": jwt.encode({"alg": "RS256", "kid": "one"}, claims, key)}


@contextmanager
def provider() -> Iterator[Provider]:
    """Run a provider in a thread until the test ends."""
    made = Provider()
    with served(made.app()) as address:
        made.issuer = address
        yield made
