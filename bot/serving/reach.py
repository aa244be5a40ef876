"""Who can reach the web page: nobody but this machine, or whoever logs in."""

from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from bot.web.gate import LOOPBACK, Gate
from bot.web.login import Login
from index.errors import SettingsError
from index.settings import Settings


def login_of(settings: Settings, folder: Path) -> Login | None:
    """Return the login; without one nobody but this machine may be served.

    Raises:
        SettingsError: Others would be served without one, or it lacks our own address.
    """
    host, public = settings.serve.host, settings.serve.public_url
    if settings.login is None:
        if not is_loopback(host):
            raise SettingsError(
                f"Setting 'serve.host': {host} can be reached from elsewhere, and whoever reaches "
                "it would read the archive. Configure a login ([login] in settings.toml), or "
                "listen on 127.0.0.1."
            )
        if public is not None and not is_loopback(_name(public)):
            raise SettingsError(
                f"Setting 'serve.public_url': {public} leads others to the archive. Configure a "
                "login ([login] in settings.toml), or leave the address out."
            )
        return None
    if public is None:
        raise SettingsError("Setting 'login' needs serve.public_url: people come back to it.")
    if public.startswith("http:") and not is_loopback(_name(public)):
        raise SettingsError("Setting 'serve.public_url' must begin with https:// for a login.")
    return Login(settings.login, public, folder)


def gate_of(settings: Settings, login: Login | None) -> Gate:
    """Return the gate for those whom the settings let in."""
    public = settings.serve.public_url
    hosts = frozenset({*LOOPBACK, *([_name(public)] if public else [])})
    return Gate(hosts, login, settings.serve.questions_a_minute)


def _name(address: str) -> str:
    return (urlsplit(address).hostname or "").lower()


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine to itself."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
