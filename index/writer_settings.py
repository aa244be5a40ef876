"""Settings of the language model that writes answers."""

import re
from decimal import Decimal
from ipaddress import ip_address
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator

_ADDRESS = re.compile(r"https?://[^\s/?#@]+(/[^\s?#@]*)?")
_NO_ADDRESS = "it must be an address such as http://127.0.0.1:11434/v1"
_OURS = frozenset(
    (
        *("model", "messages", "stream", "stream_options", "n", "max_tokens"),
        *("max_completion_tokens", "tools", "tool_choice", "functions", "function_call"),
    )
)
"""Parameters of a request that are ours, or that no model of ours gets."""
Price = Annotated[Decimal, Field(ge=0, le=10_000, decimal_places=6)]


class Writer(BaseModel):
    """A language model that writes answers, behind an endpoint that speaks as OpenAI's does."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    base_url: str
    """Up to "/v1": "http://127.0.0.1:11434/v1" for Ollama, say."""
    model: str = Field(min_length=1)
    """What the endpoint calls it; of Azure with `api_version`, the deployment."""
    key: SecretStr | None = None
    api_version: str | None = Field(default=None, pattern=r"^[A-Za-z0-9._-]+$")
    """Of Azure OpenAI, where its address does not end with "/openai/v1"."""
    insecure: bool = False
    """Let passages and the key go over a network unencrypted. To this machine they always may."""
    seconds: float = Field(default=60, gt=0, le=3600)
    """For the whole text."""
    first_seconds: float = Field(default=20, gt=0, le=3600)
    """Until it begins, repeated attempts and all; then the longest silence between two pieces."""
    max_tokens: int = Field(default=1200, ge=1)
    """Of one text."""
    at_once: int = Field(default=4, ge=1)
    """Texts that are written at the same time, by one process."""
    tokens_a_day: int | None = Field(default=None, ge=1)
    """Read and written. Unset: no limit."""
    cost_a_day: Price | None = None
    """In `currency`. Unset: no limit."""
    price_in: Price = Decimal(0)
    """Of a million tokens that the model reads."""
    price_out: Price = Decimal(0)
    """Of a million tokens that it writes."""
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    """"DKK", say."""
    parameters: dict[str, Any] = Field(default_factory=dict)
    """Further ones of the endpoint's, sent with each request as they stand: a grammar, say, or
    whether the model thinks first."""

    @field_validator("base_url")
    @classmethod
    def _is_address(cls, address: str) -> str:
        """Refuse what is no address; what stands there is not repeated: it may hold a key."""
        try:
            urlsplit(address)
        except ValueError:
            raise ValueError(_NO_ADDRESS) from None
        if not _ADDRESS.fullmatch(address):
            raise ValueError(_NO_ADDRESS)
        return address

    @field_validator("parameters")
    @classmethod
    def _are_not_ours(cls, parameters: dict[str, Any]) -> dict[str, Any]:
        """Refuse those that we send ourselves, and tools: a model has none."""
        if ours := sorted(_OURS & set(parameters)):
            raise ValueError(f"{ours[0]} is not to be set")
        return parameters

    @model_validator(mode="after")
    def _sound(self) -> Self:
        """Refuse what would tell secrets to a network, or count nothing."""
        address = urlsplit(self.base_url)
        if self.key is not None and not re.fullmatch(r"[!-~]+", self.key.get_secret_value()):
            raise ValueError("key holds what no key holds: a space, a line break, a letter like æ")
        # The key, and passages that may be closed, would be read by whoever is on the way.
        if address.scheme == "http" and not self.insecure and not _is_here(address.hostname or ""):
            raise ValueError("base_url must begin with https://, or insecure be true")
        if self.first_seconds > self.seconds:
            raise ValueError("first_seconds is more than seconds")
        priced = bool(self.price_in or self.price_out)
        if priced and self.currency is None:
            raise ValueError("prices need a currency")
        if self.cost_a_day is not None and not priced:
            raise ValueError("cost_a_day needs price_in or price_out")
        return self


def _is_here(host: str) -> bool:
    """Tell whether a host is this machine, by its name alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
