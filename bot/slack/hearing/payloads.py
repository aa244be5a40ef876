"""Which payloads are read at all: Bolt takes their shape for granted, and fails on another.

What Slack tells and this app has no use for is acknowledged and not looked into.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from bot.slack.manifest import EVENTS, PANE_OPENED

_USED = frozenset({"event_callback", "url_verification", "block_actions", "view_submission"})
_EVENTS = frozenset(name.partition(".")[0] for name in (*EVENTS, PANE_OPENED))
_Named = str | dict[str, Any] | None
"""Somebody or some place: by an id, or by an object that has one."""


class _Around(msgspec.Struct):
    """Who and where, as Bolt looks for it in a payload and in parts of it."""

    enterprise: _Named = None
    team: _Named = None
    user: _Named = None
    channel: _Named = None
    thread_ts: str | None = None
    authorizations: list[_Around] | None = None
    message: _Around | None = None
    previous_message: _Around | None = None
    item: _Around | None = None
    assistant_thread: _Around | None = None


class _Event(_Around, kw_only=True):
    type: str


class _Action(msgspec.Struct):
    action_id: str
    block_id: str | None = None


class _View(msgspec.Struct):
    type: str
    callback_id: str


class _Payload(_Around):
    type: str = ""
    command: str | None = None
    event: _Event | None = None
    view: _View | None = None
    actions: Annotated[list[_Action], msgspec.Meta(min_length=1)] | None = None
    response_urls: list[dict[str, Any]] = []


_NEEDED = {"event_callback": "event", "block_actions": "actions", "view_submission": "view"}
"""Type of a payload → the part without which it says nothing."""


class NoPayload(ValueError):
    """It is not of the shape in which Slack tells anything."""


def is_of_use(body: object) -> bool:
    """Tell whether a payload is one that this app reads.

    Raises:
        NoPayload: It would be one, and lacks what it needs.
    """
    if not isinstance(body, dict):
        raise NoPayload
    kind, event = _type(body), body.get("event")
    if "command" not in body and kind not in _USED:
        return False
    if kind == "event_callback" and isinstance(event, dict) and _type(event) not in _EVENTS:
        return False
    try:
        payload = msgspec.convert(body, _Payload)
    except (msgspec.ValidationError, UnicodeError, RecursionError) as error:
        raise NoPayload from error
    needed = _NEEDED.get(payload.type)
    if needed is not None and getattr(payload, needed) is None:
        raise NoPayload
    return True


def _type(told: dict[str, Any]) -> str:
    kind = told.get("type")
    return kind if isinstance(kind, str) else ""
