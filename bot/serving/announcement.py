"""What `serve` says of itself when it has begun: where it is heard, and what is not there yet."""

from collections.abc import Iterator

from index.generation.home import IndexHome
from index.settings import Serve, Settings


def announcement(settings: Settings) -> Iterator[str]:
    """Return lines for whoever started it: a surface that is not named here does not run."""
    yield f"Referent listens {_places(settings)} until Ctrl-C."
    if IndexHome(settings.home).current() is None:
        yield (
            f"There is no archive in {settings.home} yet, and whoever asks is told so. Make it "
            "with `referent ingest FOLDER`; it is found without a restart."
        )


def _places(settings: Settings) -> str:
    places = [f"at {_address(settings.serve)}"]
    if settings.slack is not None:
        ways = {"socket": "by Socket Mode", "http": "over HTTP"}
        places.append(f"in Slack ({ways[settings.slack.mode]})")
    if settings.teams is not None:
        places.append("in Teams")
    *first, last = places
    return f"{', '.join(first)} and {last}" if first else last


def _address(listens: Serve) -> str:
    host = f"[{listens.host}]" if ":" in listens.host else listens.host
    return listens.public_url or f"http://{host}:{listens.port}"
