"""The Web API's methods for modals, home tabs and the assistant pane."""

from tests.slack_block_rules import complaints_of_view
from tests.slack_refusals import AgainstTheRules, Refused, conversation
from tests.slack_state import TRIGGER_SECONDS, AssistantThread, Json, ShownView, State

MODALS_AT_ONCE = 3
PROMPTS = 4
LOADING_MESSAGES = 10
SESSION_STATUSES = ("active", "processing", "suspended", "closed")
SESSION_TITLE = 200


def open_view(state: State, args: Json) -> Json:
    """views.open: one modal for one trigger."""
    user = _user_of_trigger(state, args)
    if any(view.user == user for view in state.modals):
        raise Refused("push_limit_reached", "a modal is open already: push or update")
    return {"view": _put_modal(state, user, args["view"]).as_json()}


def push_view(state: State, args: Json) -> Json:
    """views.push: one more modal on top."""
    user = _user_of_trigger(state, args)
    if sum(view.user == user for view in state.modals) >= MODALS_AT_ONCE:
        raise Refused("push_limit_reached")
    return {"view": _put_modal(state, user, args["view"]).as_json()}


def update_view(state: State, args: Json) -> Json:
    """views.update, by the view's identity or the app's own name of it."""
    name, own_name = args.get("view_id"), args.get("external_id")
    if not name and not own_name:
        raise AgainstTheRules("invalid_arguments", "view_id or external_id")
    for view in state.modals:
        if view.id == name or (own_name and view.body.get("external_id") == own_name):
            return {"view": change_view(state, view, args).as_json()}
    raise Refused("not_found")


def publish_view(state: State, args: Json) -> Json:
    """views.publish: the home tab of one user."""
    user = str(args["user_id"])
    if user not in state.users:
        raise Refused("invalid_user_id")
    check_view(args["view"], "home")
    if user in state.homes:
        return {"view": change_view(state, state.homes[user], args).as_json()}
    state.homes[user] = ShownView(f"V{state.number():08d}", user, "home", args["view"], "1")
    return {"view": state.homes[user].as_json()}


def change_view(state: State, view: ShownView, args: Json) -> ShownView:
    """Show something else in the same place, unless it changed meanwhile."""
    check_view(args["view"], view.type)
    if args.get("hash") and args["hash"] != view.hash:
        raise Refused("hash_conflict")
    view.body, view.hash = args["view"], f"{state.number()}"
    return view


def check_view(view: object, kind: str) -> None:
    """Refuse what a view may not hold."""
    if complaints := complaints_of_view(view):
        raise AgainstTheRules("invalid_arguments", *complaints)
    if isinstance(view, dict) and view["type"] != kind:
        raise AgainstTheRules("invalid_arguments", f"a {kind} is asked for")


def set_status(state: State, args: Json) -> Json:
    """assistant.threads.setStatus; an empty status takes it away."""
    pane = _pane(state, args)
    loading = args.get("loading_messages") or []
    if len(loading) > LOADING_MESSAGES:
        raise AgainstTheRules("invalid_arguments", "more than 10 loading messages")
    pane.status, pane.loading_messages = str(args["status"]), loading
    pane.statuses.append(pane.status)
    return {}


def set_title(state: State, args: Json) -> Json:
    """assistant.threads.setTitle."""
    _pane(state, args, only_direct=True).title = str(args["title"])
    return {}


def set_prompts(state: State, args: Json) -> Json:
    """assistant.threads.setSuggestedPrompts; without a thread they stand before the first."""
    prompts = args["prompts"]
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= PROMPTS:
        raise AgainstTheRules("invalid_arguments", "1 to 4 prompts")
    if not all(p.get("title") and p.get("message") for p in prompts):
        raise AgainstTheRules("invalid_arguments", "a prompt has a title and a message")
    _pane(state, args, only_direct=True).prompts = prompts
    return {}


def set_session_status(state: State, args: Json) -> Json:
    """agents.sessions.setStatus, in a thread; no post takes a status away."""
    if args["status"] not in SESSION_STATUSES:
        raise AgainstTheRules("invalid_arguments", f"a status is one of {SESSION_STATUSES}")
    session = _session(state, args)
    title = str(args.get("title") or "")
    if len(title) > SESSION_TITLE:
        raise AgainstTheRules("invalid_arguments", f"a title of {len(title)} characters")
    session.status = str(args["status"])
    session.title = session.title or title
    session.statuses.append(session.status)
    return {"agent_status": session.status, "title": session.title}


def rename_session(state: State, args: Json) -> Json:
    """agents.sessions.rename."""
    if not 1 <= len(str(args["title"])) <= SESSION_TITLE:
        raise AgainstTheRules("invalid_arguments", "a title of 1 to 200 characters")
    _session(state, args).title = str(args["title"])
    return {}


def _session(state: State, args: Json) -> AssistantThread:
    if not args.get("channel_id") or not args.get("thread_ts"):
        raise AgainstTheRules("invalid_arguments", "a session is that of a thread")
    return _pane(state, args)


def _put_modal(state: State, user: str, view: Json) -> ShownView:
    check_view(view, "modal")
    shown = ShownView(f"V{state.number():08d}", user, "modal", view, f"{state.number()}")
    state.modals.append(shown)
    return shown


def _user_of_trigger(state: State, args: Json) -> str:
    trigger = str(args.get("trigger_id") or args.get("interactivity_pointer"))
    if trigger in state.used_triggers:
        raise AgainstTheRules("exchanged_trigger_id")
    if trigger not in state.triggers:
        raise AgainstTheRules("invalid_trigger_id")
    user, made = state.triggers[trigger]
    if state.now() - made > TRIGGER_SECONDS:
        raise Refused("expired_trigger_id")
    check_view(args["view"], "modal")
    state.used_triggers.add(trigger)
    return user


def _pane(state: State, args: Json, only_direct: bool = False) -> AssistantThread:
    place = conversation(state, args["channel_id"])
    if only_direct and place.kind != "im":
        raise AgainstTheRules("channel_type_not_supported")
    thread = str(args.get("thread_ts") or "")
    if thread and thread not in state.messages[place.id]:
        raise AgainstTheRules("invalid_thread_ts")
    return state.panes.setdefault((place.id, thread), AssistantThread())
