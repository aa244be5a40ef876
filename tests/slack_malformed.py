"""Payloads that are signed and that Slack would never send: by a seed, the same every time."""

import copy
import random
from collections.abc import Iterator, Sequence
from typing import Any

from tests.slack_delivery import Kind
from tests.slack_payloads import TOKEN
from tests.slack_state import APP, TEAM, Json

Told = tuple[Kind, Json]

ODD: tuple[Any, ...] = (
    *(None, True, 7, -1.5, "", "x", [], [None], [[]], [{}], {}, {"id": 7}, {"a": {"b": []}}),
    *("\x00", "\u202e", "å" * 3000, "\ud800", "../../etc", 10**400, "9" * 5000, "<@U0BOT>"),
)
"""What may stand where something else belongs."""

_WHO: Json = {
    "team": {"id": TEAM, "domain": "referent"},
    "user": {"id": "U0NOBODY", "username": "nobody", "team_id": TEAM},
    "api_app_id": APP,
    "token": TOKEN,
    "trigger_id": "1.2.3",
}
_VIEW = {"type": "modal", "id": "V1", "callback_id": "a"}

UNASKED: Sequence[Told] = (
    ("interactive", _WHO | {"type": "shortcut", "callback_id": "ask", "action_ts": "1.2"}),
    ("interactive", _WHO | {"type": "message_action", "callback_id": "ask", "message": {}}),
    ("interactive", _WHO | {"type": "block_suggestion", "action_id": "a", "value": "bæ"}),
    ("interactive", _WHO | {"type": "view_closed", "view": _VIEW}),
    ("interactive", _WHO | {"type": "view_submission", "view": _VIEW}),
    ("interactive", _WHO | {"type": "interactive_message", "callback_id": "a", "actions": [{}]}),
    ("interactive", _WHO | {"type": "dialog_submission", "callback_id": "a", "submission": {}}),
    ("interactive", _WHO | {"type": "dialog_suggestion", "callback_id": "a", "name": "a"}),
    ("interactive", _WHO | {"type": "workflow_step_edit", "callback_id": "a"}),
    ("interactive", _WHO | {"type": "block_actions", "actions": []}),
    ("events_api", {"type": "url_verification", "challenge": "abc", "token": TOKEN}),
    ("events_api", {"type": "event_callback", "event": {"type": "function_executed"}}),
    ("events_api", {"type": "event_callback", "event": {"type": "reaction_added", "item": {}}}),
    ("events_api", {"type": "app_rate_limited", "minute_rate_limited": 1}),
    ("slash_commands", {"ssl_check": "1", "token": TOKEN}),
)
"""What Slack tells others, and never this app."""


def malformed(good: Sequence[Told], count: int, seed: int) -> Iterator[Told]:
    """Yield payloads of which something is gone, or is something else than it was."""
    chance = random.Random(seed)
    for number in range(count):
        kind, body = good[number % len(good)]
        broken = copy.deepcopy(body)
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            _break(broken, chance)
        # A form holds words only.
        yield kind, _as_form(broken) if kind == "slash_commands" else broken


def _as_form(body: Json) -> Json:
    return {name: str(value).encode(errors="replace").decode() for name, value in body.items()}


def _break(body: Any, chance: random.Random) -> None:
    """Break a part at any depth: each step down is as likely as stopping."""
    while body:
        at = chance.choice(list(body)) if isinstance(body, dict) else chance.randrange(len(body))
        if body[at] and isinstance(body[at], dict | list) and chance.random() < 0.7:
            body = body[at]
        elif isinstance(body, dict) and chance.random() < 0.4:
            del body[at]
            return
        else:
            body[at] = copy.deepcopy(chance.choice(ODD))
            return
