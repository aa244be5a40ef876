"""The Web API's chat methods: posting, changing, deleting and streaming messages."""

from tests.slack_block_rules import MARKDOWN_LENGTH, complaints_of_message, is_too_long
from tests.slack_refusals import AgainstTheRules, Refused, flag, own_message, writable
from tests.slack_state import BOT_ID, BOT_USER, CHANNEL_TYPE, Conversation, Json, Message, State

TEXT_LENGTH = 40_000
TASK_STATES = ("pending", "in_progress", "complete", "error")


def post_message(state: State, args: Json) -> Json:
    """chat.postMessage."""
    place = writable(state, args["channel"])
    message = state.put(_composed(state, place, args))
    announce(state, message)
    return {"channel": place.id, "ts": message.ts, "message": message.as_json()}


def post_ephemeral(state: State, args: Json) -> Json:
    """chat.postEphemeral."""
    place = writable(state, args["channel"])
    if args["user"] not in place.members:
        raise Refused("user_not_in_channel")
    message = state.put(_composed(state, place, args))
    message.only_for = str(args["user"])
    return {"message_ts": message.ts}


def update(state: State, args: Json) -> Json:
    """chat.update; blocks and metadata stay where the call does not name them."""
    message = own_message(state, args, "cant_update_message")
    if message.stream == "open":
        raise AgainstTheRules("streaming_state_conflict")
    check_content(args)
    before = message.as_json()
    change(message, args)
    message.edited = {"user": BOT_USER, "ts": state.new_ts()}
    announce_change(state, message, before)
    return {"channel": message.channel, "ts": message.ts, "text": message.text}


def delete(state: State, args: Json) -> Json:
    """chat.delete."""
    message = own_message(state, args, "cant_delete_message")
    remove(state, message)
    return {"channel": message.channel, "ts": message.ts}


def permalink(state: State, args: Json) -> Json:
    """chat.getPermalink."""
    if str(args["message_ts"]) not in state.messages.get(str(args["channel"]), {}):
        raise Refused("message_not_found")
    stamp = str(args["message_ts"]).replace(".", "")
    link = f"https://referent.slack.example/archives/{args['channel']}/p{stamp}"
    return {"channel": args["channel"], "permalink": link}


def start_stream(state: State, args: Json) -> Json:
    """chat.startStream."""
    place = writable(state, args["channel"])
    for key in ("recipient_user_id", "recipient_team_id") if place.kind != "im" else ():
        if not args.get(key):
            raise AgainstTheRules(f"missing_{key}")
    _check_thread(state, place, args)
    message = Message(place.id, state.new_ts(), BOT_USER, thread_ts=str(args["thread_ts"]))
    message.bot_id, message.stream = BOT_ID, "open"
    _extend(message, args)
    state.put(message)
    return {"channel": place.id, "ts": message.ts}


def append_stream(state: State, args: Json) -> Json:
    """chat.appendStream."""
    message = _open_stream(state, args)
    if not args.get("markdown_text") and not args.get("chunks"):
        raise AgainstTheRules("no_text")
    _extend(message, args)
    return {"channel": message.channel, "ts": message.ts}


def stop_stream(state: State, args: Json) -> Json:
    """chat.stopStream."""
    message = _open_stream(state, args)
    _check_blocks(args)
    _check_metadata(args)
    _extend(message, args)
    message.blocks += args.get("blocks") or []
    message.metadata = args.get("metadata") or None
    message.stream = "done"
    announce(state, message)
    return {"channel": message.channel, "ts": message.ts, "message": message.as_json()}


def check_content(args: Json) -> None:
    """Refuse what a message may not hold."""
    text, markdown = args.get("text") or "", args.get("markdown_text") or ""
    if not (text or markdown or args.get("blocks") or args.get("attachments")):
        raise AgainstTheRules("no_text")
    if markdown and (text or args.get("blocks")):
        raise AgainstTheRules("markdown_text_conflict")
    if len(text) > TEXT_LENGTH or len(markdown) > MARKDOWN_LENGTH:
        raise AgainstTheRules("msg_too_long")
    _check_blocks(args)
    if args.get("blocks") and not text:
        raise AgainstTheRules("missing_text_in_message", "blocks without text: notices are empty")
    _check_metadata(args)


def change(message: Message, args: Json) -> None:
    """Put what a call says in the place of what a message said."""
    message.text = args.get("text") or args.get("markdown_text") or message.text
    if args.get("blocks") is not None:
        message.blocks = args["blocks"]
    if args.get("metadata") is not None:
        message.metadata = args["metadata"] or None
    message.versions += 1


def remove(state: State, message: Message) -> None:
    """Take a message away, and tell of it."""
    message.deleted = True
    if not message.only_for:
        event = {"subtype": "message_deleted", "hidden": True, "deleted_ts": message.ts}
        _tell(state, message, {**event, "previous_message": message.as_json()})


def announce(state: State, message: Message) -> None:
    """Tell of a new message."""
    _tell(state, message, {**message.as_json(), "event_ts": message.ts})


def announce_change(state: State, message: Message, before: Json) -> None:
    """Tell that a message is no longer as it was."""
    event = {"subtype": "message_changed", "hidden": True, "message": message.as_json()}
    _tell(state, message, {**event, "previous_message": before})


def _tell(state: State, message: Message, event: Json) -> None:
    place = state.conversations[message.channel]
    stamp = state.new_ts()
    around = {"type": "message", "channel": place.id, "channel_type": CHANNEL_TYPE[place.kind]}
    state.tell({**around, "ts": stamp, "event_ts": stamp, **event}, place)


def _composed(state: State, place: Conversation, args: Json) -> Message:
    check_content(args)
    if args.get("thread_ts"):
        _check_thread(state, place, args)
    message = Message(place.id, state.new_ts(), BOT_USER, bot_id=BOT_ID)
    message.thread_ts = str(args["thread_ts"]) if args.get("thread_ts") else None
    message.attachments = args.get("attachments") or []
    change(message, args)
    message.versions = 1
    if flag(args, "reply_broadcast"):
        message.subtype = "thread_broadcast"
    return message


def _check_thread(state: State, place: Conversation, args: Json) -> None:
    root = state.messages[place.id].get(str(args["thread_ts"]))
    if root is None or root.only_for:
        raise AgainstTheRules("thread_not_found")
    if root.thread_ts not in (None, root.ts):
        raise AgainstTheRules("invalid_thread_ts", "thread_ts is a reply's, not its parent's")


def _check_blocks(args: Json) -> None:
    blocks = args.get("blocks")
    if blocks is None:
        return
    if complaints := complaints_of_message(blocks):
        raise AgainstTheRules("invalid_blocks", *complaints)
    if is_too_long(blocks):
        raise AgainstTheRules("msg_blocks_too_long")


def _check_metadata(args: Json) -> None:
    metadata = args.get("metadata")
    if not metadata:
        return
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_type"), str):
        raise AgainstTheRules("invalid_metadata_format")
    if not isinstance(metadata.get("event_payload"), dict) or len(metadata) != 2:
        raise AgainstTheRules("invalid_metadata_schema")


def _open_stream(state: State, args: Json) -> Message:
    message = own_message(state, args, "message_not_owned_by_app")
    if message.stream != "open":
        raise AgainstTheRules("message_not_in_streaming_state")
    return message


def _extend(message: Message, args: Json) -> None:
    """Put what was streamed at the end of a message; a task that comes again takes its place."""
    if len(args.get("markdown_text") or "") > MARKDOWN_LENGTH:
        raise AgainstTheRules("msg_too_long")
    message.text += args.get("markdown_text") or ""
    for chunk in args.get("chunks") or []:
        match chunk:
            case {"type": "markdown_text", "text": str(text)} if len(text) <= MARKDOWN_LENGTH:
                message.text += text
            case {"type": "task_update", "id": str(name), "title": str(), "status": status} if (
                status in TASK_STATES
            ):
                message.chunks = [c for c in message.chunks if c.get("id") != name] + [chunk]
            case {"type": "plan_update", "title": str()}:
                message.chunks.append(chunk)
            case {"type": "blocks", "blocks": blocks} if not complaints_of_message(blocks):
                message.blocks += blocks
            case _:
                raise AgainstTheRules("invalid_chunks", str(chunk)[:200])
