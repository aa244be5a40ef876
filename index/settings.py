"""Settings: read once at the door, from the environment and from `settings.toml`.

Every setting can stand in `REFERENT_HOME/settings.toml` or in the environment under its name with
the prefix `REFERENT_`; the environment wins. A name that is not known is refused.
"""

from pathlib import Path
from typing import Self

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from index.documents import OPEN
from index.errors import SettingsError

FILE_NAME = "settings.toml"


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


class Settings(BaseSettings):
    """All settings, validated."""

    model_config = SettingsConfigDict(
        env_prefix="REFERENT_", env_nested_delimiter="__", extra="forbid", frozen=True
    )

    home: Path = Field(default_factory=lambda: Path(platformdirs.user_data_dir("referent", False)))
    """The one folder where everything lives."""
    model: str | None = None
    """A sentence-transformers model: a folder or a hub name. Unset: the bundled one."""
    audiences: dict[str, str] = Field(default_factory=dict)
    """Folder below the ingested one → audience of what lies in it. Unlisted folders are open."""
    glossary: Path | None = None
    """A tab-separated file of terms that adds to the built-in English–Danish glossary."""
    limits: Limits = Limits()

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
        home = init_settings().get("home") or env_settings().get("home")
        if home is None:
            home = platformdirs.user_data_dir("referent", False)
        file = TomlConfigSettingsSource(settings_cls, toml_file=Path(home) / FILE_NAME)
        return init_settings, env_settings, file

    @classmethod
    def load(cls, **given: object) -> Self:
        """Read the settings.

        Raises:
            SettingsError: One is unknown or impossible; the message names it.
        """
        try:
            return cls(**given)  # type: ignore[arg-type]  # pydantic checks them
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(str(part) for part in first["loc"])
            raise SettingsError(f"Setting {name!r}: {first['msg']}.") from error

    def audience_of(self, source: str) -> str:
        """Return who may see the document at `source`: the nearest listed folder above decides."""
        folders = [f for f in self.audiences if source.startswith(f.rstrip("/") + "/")]
        return self.audiences[max(folders, key=len)] if folders else OPEN
