"""What the workspace granted to the app: scopes, events and commands, as its manifest asks."""

from dataclasses import dataclass, replace

from tests.slack_state import Json

EVENT_SCOPES: dict[str, str | None] = {
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
    "app_home_opened": None,
    "agent_session_stopped": None,
    "app_context_changed": "assistant:write",
    "assistant_thread_started": "assistant:write",
    "assistant_thread_context_changed": "assistant:write",
    "member_joined_channel": "channels:read",
    "member_left_channel": "channels:read",
    "channel_shared": "channels:read",
    "channel_unshared": "channels:read",
    "app_uninstalled": None,
    "tokens_revoked": None,
}
"""Events that can be subscribed to, and the scope that each needs."""

AGENT_EVENTS = {"app_home_opened", "agent_session_stopped", "message.im"}
"""Without them nobody could be offered anything, be heard, or stop the agent."""

SCOPES = {scope for scope in EVENT_SCOPES.values() if scope} | {
    *("chat:write", "chat:write.public", "commands", "users:read", "im:write", "mpim:write"),
    *("channels:read", "groups:read", "im:read", "mpim:read"),
}


@dataclass(frozen=True, slots=True)
class Installation:
    """What the app asked for, and got."""

    scopes: frozenset[str]
    events: frozenset[str]
    commands: frozenset[str]
    home_tab: bool = True
    agent: bool = True
    outdated: bool = False
    """Whether it asks for the pane of before, which Slack gives to no new app since June 2026."""
    interactive: bool = True

    @classmethod
    def of(cls, manifest: Json) -> "Installation":
        """Return what an app manifest asks for."""
        features, settings = manifest.get("features", {}), manifest.get("settings", {})
        return cls(
            frozenset(manifest["oauth_config"]["scopes"]["bot"]),
            frozenset(settings.get("event_subscriptions", {}).get("bot_events", [])),
            frozenset(each["command"] for each in features.get("slash_commands", [])),
            bool(features.get("app_home", {}).get("home_tab_enabled")),
            "agent_view" in features,
            "assistant_view" in features,
            bool(settings.get("interactivity", {}).get("is_enabled")),
        )

    def complaints(self) -> list[str]:
        """Return why Slack would not take the manifest, or what it would leave dead."""
        wrong = [f"unknown event {event}" for event in sorted(self.events - set(EVENT_SCOPES))]
        wrong += [f"unknown scope {scope}" for scope in sorted(self.scopes - SCOPES)]
        for event in sorted(self.events & set(EVENT_SCOPES)):
            scope = EVENT_SCOPES[event]
            if scope and scope not in self.scopes:
                wrong.append(f"event {event} needs the scope {scope}")
        if self.commands and "commands" not in self.scopes:
            wrong.append("slash commands need the scope commands")
        if self.outdated:
            wrong.append("a new app takes agent_view and no assistant_view")
        if self.agent:
            missing = sorted(AGENT_EVENTS - self.events)
            wrong += [f"an agent needs the event {event}" for event in missing]
            if "assistant:write" not in self.scopes:
                wrong.append("an agent needs the scope assistant:write")
        return wrong


FULL = Installation(
    frozenset(SCOPES - {"chat:write.public"}),
    frozenset(EVENT_SCOPES),
    frozenset({"/referent"}),
)
"""Everything that the app may ever ask for."""
AS_AN_ASSISTANT = replace(FULL, events=FULL.events | {"assistant_thread_started"}, agent=False)
"""An app that was made before there were agents: it keeps its pane."""
