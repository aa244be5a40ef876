"""Requests that no connector of Microsoft's would send: by a seed, the same every time."""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

_ODD: tuple[Any, ...] = (
    *(None, True, 7, -1.5, "", "x", [], [None], {}, {"id": 7}, {"a": {"b": []}}),
    *("\x00", "\u202e", "å" * 3000, "../../etc", "19:x;messageid=", 10**400, "9" * 5000),
)


def malformed(
    good: dict[str, Any], token: Callable[..., str], count: int, seed: int
) -> Iterator[tuple[bytes, str | None]]:
    """Yield bodies with their tokens; none of them may be accepted as a question.

    Half are signed as they should be, with an activity that asks nothing; of the others the token
    is wrong, and some of those hold the good activity.
    """
    chance = random.Random(seed)
    for _ in range(count):
        if chance.random() < 0.5:
            yield _odd_body(good, chance), token()
        else:
            body = json.dumps(good).encode() if chance.random() < 0.5 else _odd_body(good, chance)
            yield body, _wrong_token(token(), chance)


def _odd_body(good: dict[str, Any], chance: random.Random) -> bytes:
    match chance.randrange(5):
        case 0:
            return chance.randbytes(chance.randrange(200))
        case 1:
            whole = json.dumps(good).encode()
            return whole[: chance.randrange(len(whole))]
        case 2:
            return chance.choice([b"[" * 50_000, b'{"a":' * 20_000, b'{"text": "\\ud800"}', b"7"])
        case 3:
            return json.dumps(chance.choice(_ODD)).encode("utf-8", "surrogatepass")
    return json.dumps(_broken(good, chance)).encode()


def _broken(good: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return an activity that lacks one thing without which nobody can be answered."""
    broken = json.loads(json.dumps(good))
    assert isinstance(broken, dict)
    needed = ("type", "id", "channelId", "serviceUrl", "from", "conversation")
    name = chance.choice(needed)
    if name == "id":
        broken["id"] = chance.choice([None, 7, [], {}, ""])
    else:
        broken[name] = chance.choice([odd for odd in _ODD if not isinstance(odd, dict)])
    for other in ("text", "entities", "channelData", "locale", "value", "name", "recipient"):
        if chance.random() < 0.3:
            broken[other] = chance.choice(_ODD)
    return broken


def _wrong_token(good: str, chance: random.Random) -> str | None:
    at = chance.randrange(len(good) - 400, len(good) - 5)
    swapped = "A" if good[at] != "A" else "B"
    forged = good[:at] + swapped + good[at + 1 :]
    shorter = good[: chance.randrange(len(good) - 10)]
    return chance.choice([None, "", "x", "a.b.c", shorter, forged])
