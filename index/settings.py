"""Settings: read once at the door, from the environment and from `settings.toml`.

Every setting can stand in `REFERENT_HOME/settings.toml` or in the environment under its name with
the prefix `REFERENT_`; the environment wins. A name that is not known is refused.
"""

import os
import re
import tomllib
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Annotated, Literal, Self

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)
from pydantic_settings import SettingsError as SourceError

from index.audiences import Place, audience_at, unmatched, what_is_wrong
from index.errors import SettingsError
from index.writer_settings import Writer

FILE_NAME = "settings.toml"


def default_home() -> Path:
    """Return the platform's folder for data of ours."""
    return Path(platformdirs.user_data_dir("referent", appauthor=False))


class Limits(BaseModel):
    """What one file may cost while it is read, in its own process."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seconds: float = Field(default=120, gt=0)
    """Wall-clock time for one file."""
    memory_mb: int = Field(default=2048, ge=256)
    """Address space of the process that reads it, in MiB."""
    file_mb: float = Field(default=100, gt=0)
    """A larger file is not opened, in MiB."""
    characters: int = Field(default=20_000_000, gt=0)
    """A file that yields more text is refused."""


_CHANNEL, _USER = r"^[CDG][A-Z0-9]{2,}$", r"^[UW][A-Z0-9]{2,}$"
_COMMAND = r"^/[a-z0-9_-]{1,31}$"
_MEANT = {
    _CHANNEL: (
        "it must be the id of a channel (C0123456789), which stands at the bottom of the channel's "
        "details in Slack, and not its name"
    ),
    _USER: (
        "it must be the id of a person (U0123456789), which stands in the menu of their profile in "
        "Slack, and not their name"
    ),
    _COMMAND: (
        "it must be a slash and then small letters, digits, - and _, as the command is called in "
        "Slack (/referent)"
    ),
}
"""Pattern → what a setting that does not follow it must be, in words."""
ChannelId = Annotated[str, Field(pattern=_CHANNEL)]
UserId = Annotated[str, Field(pattern=_USER)]


class Slack(BaseModel):
    """The app in a Slack workspace."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bot_token: SecretStr = SecretStr("")
    """"xoxb-…", from the app's page "OAuth & Permissions"."""
    app_token: SecretStr | None = None
    """"xapp-…", for Socket Mode; from "Basic Information", with the scope connections:write."""
    signing_secret: SecretStr | None = None
    """For HTTP; from "Basic Information"."""
    mode: Literal["socket", "http"] = "socket"
    """Socket Mode needs no public address; HTTP needs one that leads to `serve`."""
    command: str = Field(default="/referent", pattern=_COMMAND)
    channels: dict[ChannelId, list[str]] = Field(default_factory=dict)
    """Channel id → audiences of which everyone in it is a member. Unlisted: open papers only."""
    people: dict[UserId, list[str]] = Field(default_factory=dict)
    """User id → audiences that they are a member of, in conversations of their own."""
    api_url: str = "https://slack.com/api/"
    """Another address only for tests and proxies."""

    @property
    def has_tokens(self) -> bool:
        """Whether any of the secrets is known here."""
        secrets = (self.bot_token, self.app_token, self.signing_secret)
        return any(secret is not None and secret.get_secret_value() for secret in secrets)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        """Name what is missing for the way in which Slack is to deliver.

        Without any token nobody is to be served here: commands that answer nobody in Slack, such as
        an ingest by night, run where only `serve` knows the secrets.
        """
        if not self.has_tokens:
            return self
        if not self.bot_token.get_secret_value():
            raise ValueError("bot_token is missing, which begins with xoxb-")
        if not self.bot_token.get_secret_value().startswith("xoxb-"):
            raise ValueError("bot_token is no bot token: it must begin with xoxb-")
        if self.mode == "socket":
            token = self.app_token.get_secret_value() if self.app_token else ""
            if not token.startswith("xapp-"):
                raise ValueError("Socket Mode needs app_token, which begins with xapp-")
        elif self.signing_secret is None or not self.signing_secret.get_secret_value().strip():
            raise ValueError("HTTP needs signing_secret")
        return self


Guid = Annotated[str, Field(pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")]
TeamsConversation = Annotated[str, Field(pattern=r"^19:[^\s;]+$")]


class Teams(BaseModel):
    """The app in Microsoft Teams, in one organisation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    app_id: Guid | None = None
    """Application (client) ID, from the app registration in Entra ID."""
    app_secret: SecretStr | None = None
    """Value of a client secret of that registration."""
    tenant_id: Guid | None = None
    """Directory (tenant) ID of the organisation."""
    channels: dict[TeamsConversation, list[str]] = Field(default_factory=dict)
    """Channel or group chat → audiences of which everyone in it is a member. Unlisted: open."""
    people: dict[Guid, list[str]] = Field(default_factory=dict)
    """Object ID in Entra ID → audiences of that person, in a personal chat."""
    openid_url: str = Field(
        default="https://login.botframework.com/v1/.well-known/openidconfiguration",
        pattern=r"^https?://[^\s?#]+/openidconfiguration$",
    )
    """Where the keys are told that Microsoft signs with; another address only for tests."""
    insecure_local: bool = False
    """For development with a local client: takes unsigned requests, from this machine only."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        """Name what is missing; a secret must not stand where nothing is checked."""
        if self.insecure_local:
            if self.app_secret is not None:
                raise ValueError("insecure_local is for development and takes no app_secret")
            return self
        for name in ("app_id", "app_secret", "tenant_id"):
            if getattr(self, name) is None:
                raise ValueError(f"{name} is missing")
        return self


class Serve(BaseModel):
    """The process that answers in Slack, in Teams and on the web page."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    host: str = Field(default="127.0.0.1", min_length=1)
    """The address to listen on. Any other than this machine's own needs a login."""
    port: int = Field(default=8642, ge=1, le=65535)
    """What comes from elsewhere comes best through a proxy that speaks TLS."""
    log: Literal["text", "json"] = "text"
    """How the log on standard error is written."""
    questions_a_minute: int = Field(default=120, ge=1)
    """Of one reader of the web page or the API."""
    public_url: str | None = Field(default=None, pattern=r"^https?://[^\s/?#]+$")
    """Where people reach the web page: links in Slack lead there. Unset: no links."""
    keep_days: int = Field(default=90, ge=1, le=3650)
    """How long questions and answers are kept: for buttons, follow-ups and feedback."""
    drain_seconds: float = Field(default=20, ge=0)
    """How long questions that are being answered are waited for at the end."""


class Login(BaseModel):
    """Who may read on the web page: an identity provider that speaks OpenID Connect."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    issuer: str = Field(pattern=r"^https?://[^\s?#]+$")
    """"https://login.microsoftonline.com/TENANT/v2.0", say."""
    client_id: str = Field(min_length=1)
    client_secret: SecretStr
    scopes: list[str] = Field(default_factory=list)
    """Beside openid and profile."""
    groups_claim: str = "groups"
    """What the provider calls the groups of a person; "roles" for roles of the application."""
    groups: dict[str, list[str]] = Field(default_factory=dict)
    """Group → audiences of which everyone in it is a member. Unlisted: open papers only."""
    hours: float = Field(default=8, gt=0, le=168)
    """For which a login holds, and with it the groups of that moment."""


class Settings(BaseSettings):
    """All settings, validated."""

    model_config = SettingsConfigDict(
        env_prefix="REFERENT_",
        env_nested_delimiter="__",
        # `REFERENT_HOME=` is how a shell unsets it for one command; it is not the current folder.
        env_ignore_empty=True,
        extra="forbid",
        frozen=True,
    )

    home: Path = Field(default_factory=default_home)
    """The one folder where everything lives."""
    model: str | None = None
    """A sentence-transformers model: a folder or a hub name. Unset: the bundled one."""
    audiences: dict[str, str] = Field(default_factory=dict)
    """Folder below the ingested one → audience of what lies in it. Unlisted folders are open."""
    glossary: Path | None = None
    """A tab-separated file of terms that adds to the built-in English–Danish glossary."""
    limits: Limits = Limits()
    slack: Slack | None = None
    teams: Teams | None = None
    login: Login | None = None
    serve: Serve = Serve()
    writer: Writer | None = None
    """Unset: answers quote, and no model is asked."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Rank the sources: what is passed in, then the environment, then the file."""
        # The file lies in the home folder, which itself may only come from the first two.
        home = init_settings().get("home") or env_settings().get("home") or default_home()
        file = TomlConfigSettingsSource(settings_cls, toml_file=Path(home) / FILE_NAME)
        if "home" in file():
            raise SettingsError(f"Setting 'home' cannot stand in {Path(home) / FILE_NAME}.")
        return init_settings, env_settings, file

    @classmethod
    def load(cls, **given: object) -> Self:
        """Read the settings; those given, and not as `None`, win over all others.

        Raises:
            SettingsError: One is unknown or impossible; the message names it.
        """
        given = {name: value for name, value in given.items() if value is not None}
        _refuse_unknown(os.environ, cls.model_fields)
        try:
            settings = cls(**given)  # type: ignore[arg-type]  # pydantic checks them
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(str(part) for part in first["loc"] if part != "[key]")
            wrong = _wrong(first)
            raise SettingsError(f"Setting {name!r}: {wrong}.") from error
        except SourceError as error:
            raise SettingsError(_unreadable(error)) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{FILE_NAME} in the home folder is not TOML: {error}.") from error
        except OSError as error:
            raise SettingsError(f"{error.filename} cannot be read: {error.strerror}.") from error
        if settings.home.exists() and not settings.home.is_dir():
            raise SettingsError(f"Setting 'home': {settings.home} is not a folder.")
        if (refused := what_is_wrong(settings.audiences)) is not None:
            raise SettingsError(f"Setting 'audiences': {refused}.")
        return settings

    def audience_of(self, source: str, root: Path | None = None) -> str:
        """Return who may see the document at `source`, the path below the ingested folder `root`.

        The nearest listed folder above it decides, be it below `root`, `root` or above that.
        """
        return audience_at(self.audiences, (source, root))

    def unmatched_audiences(self, places: Iterable[Place]) -> tuple[str, ...]:
        """Return the folders listed in `audiences` in which no file lies: likely misspelt."""
        return unmatched(self.audiences, places)


def _wrong(error: ErrorDetails) -> str:
    """Say what is wrong with a setting, in one sentence without a full stop."""
    if error["type"] == "extra_forbidden":
        return "it is not known"
    if error["type"] == "string_pattern_mismatch":
        return _MEANT.get(error["ctx"]["pattern"], error["msg"])
    if error["type"] == "list_type":
        return 'it must be a list, such as ["secretariat"]'
    return error["msg"].removeprefix("Value error, ")


def _unreadable(error: SourceError) -> str:
    """Say which variable is not JSON, which a table in the environment must be."""
    named = re.search(r'field "(\w+)"', str(error))
    if not named:
        return f"The environment cannot be read: {error}."
    name = named[1]
    return (
        f"Setting {name!r} in the environment: REFERENT_{name.upper()}, or the variable of that "
        "name with __ and more behind it, must hold an object in "
        'JSON, {"key": "value"}; or set it in settings.toml.'
    )


def _refuse_unknown(environment: Iterable[str], fields: Container[str]) -> None:
    """Refuse a misspelt variable, which would otherwise be ignored without a word."""
    for variable in environment:
        name = variable.upper().removeprefix("REFERENT_")
        if name != variable.upper() and name.split("__")[0].lower() not in fields:
            raise SettingsError(f"Setting {variable!r} in the environment: it is not known.")
