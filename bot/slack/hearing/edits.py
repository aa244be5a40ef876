"""A message that somebody has changed: another question than before, or one that names us now.

Its first answer is left as it is, for people have read it; the new words are answered below it.
Slack changes messages too, when it unfurls a link: those have the words they had.
"""

from collections.abc import Mapping, Sequence

from bot.chat.speech import is_thanks
from index.danish.words import folded_words

Payload = Mapping[str, object]


def as_written(event: Payload, mention: str) -> Payload | None:
    """Return an event as that of a new message, where it tells of one that says something else.

    Any other event is returned as it is; `None`: nothing was asked anew. What names us by now
    (`mention`) is asked, and so is what is said to us alone. What stands in a thread and has never
    named us is overheard anew, for its answer would stand below other words.
    """
    if event.get("subtype") != "message_changed":
        return event
    now, before = event.get("message"), event.get("previous_message")
    if not isinstance(now, Mapping) or not isinstance(before, Mapping) or not now.get("edited"):
        return None
    said, said_before = str(now.get("text") or ""), str(before.get("text") or "")
    named = mention in said
    added = named and mention not in said_before
    same = _asks_the_same(folded_words(said), folded_words(said_before))
    alone = event.get("channel_type") == "im"
    in_thread = now.get("thread_ts") not in {None, now.get("ts")}
    overheard = in_thread and mention not in said_before
    if not added and (same or not (named or alone or overheard)):
        return None
    around = {key: event[key] for key in ("channel", "channel_type") if key in event}
    return {**now, **around, "type": "message", "edited_anew": not added}


def _asks_the_same(now: Sequence[str], before: Sequence[str]) -> bool:
    """Tell whether no word but thanks has come to a message, and none has gone from it."""
    added = [word for word in now if word not in before]
    gone = any(word not in now for word in before)
    return not gone and (not added or is_thanks(" ".join(added)))


def edit_key(event: Payload, key: str) -> str:
    """Return the key of a message, another one each time that it is asked anew."""
    edited = event.get("edited")
    when = edited.get("ts") if isinstance(edited, Mapping) else None
    return f"{key}/edited/{when}" if event.get("edited_anew") and when else key
