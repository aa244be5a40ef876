"""The question before, with the time, the committee or the matter exchanged."""

import re
from collections.abc import Callable, Sequence

from bot.conversation.naming import THE, named_in, own_words
from bot.conversation.places import IN, before_the_place
from bot.conversation.turns import Turn
from bot.questions.patterns import pattern
from bot.questions.question import Question
from index.danish.folding import fold
from index.danish.words import Token, tokens
from index.spans import Span


def moved(before: Question, asked: Question) -> str:
    """Return the question before, of another time or of another committee."""
    text = before.text
    if asked.period is not None:
        old = before.period.words if before.period is not None else ""
        kept = text if old else pattern("now").sub("", text)
        text = exchanged(kept, old, asked.period.words)
    if asked.bodies:
        names = " og ".join(body.body.name for body in asked.bodies)
        old = before.body_words[0] if before.body_words else ""
        text = exchanged(text, old, names if old else f"{IN[before.read_as]} {names}")
    return text


def exchanged(text: str, old: str, new: str) -> str:
    """Return a question with words put in the place of others, or added where those are not."""
    if old and old in text:
        # "i år 2" is a year of an agreement, of which "i år" was taken for a time.
        return re.sub(rf"{re.escape(old)}(?: \d{{1,2}}\b)?", lambda _: new, text, count=1)
    return f"{text.rstrip(' ?.!')} {new}?"


def of_another_matter(
    before: Question,
    asked: Question,
    own: Sequence[Token],
    turn: Turn,
    read: Callable[[str], Question],
) -> str | None:
    """Return the question before, of what the follow-up names instead of its matter."""
    named = named_in(asked, own)
    of = _OF[before.read_as]
    if (head := before_the_place(before.text, turn)) is not None:
        # The place of the last answer was added to it, and is not where the other matter stands.
        return _of_it_instead(read(head), named)
    if head := _before_matter(before):
        return _with_place_and_time(head, f" {of} {named}", before, asked)
    text = _run_exchanged(before, named)
    if text is None or asked.period is None or asked.period.words in text:
        return text
    return exchanged(text, before.period.words if before.period else "", asked.period.words)


def _of_it_instead(head: Question, named: str) -> str | None:
    """Return a question that was asked of an item, of something else: "hvad kostede *det*"."""
    if own_words(head):
        told = _run_exchanged(head, named)
        return f"{told}?" if told is not None else None
    told, found = _IT.subn(lambda _: named, head.text, count=1)
    return f"{told}?" if found else f"{head.text} {_OF[head.read_as]} {named}?"


_IT = re.compile(r"\b(?:det|den|it|that|this)\b", re.IGNORECASE)


def _run_exchanged(before: Question, named: str) -> str | None:
    """Return a question with something else for its last matter, `None` where that is no thing."""
    runs = _runs(before)
    if not runs:
        return None
    ahead = before.text[: runs[-1].start]
    if len(runs) > 1 and pattern("auxiliary").search(fold(ahead)):
        return None  # "hvor mange patienter er tilmeldt": what they are, not who
    if THE.search(ahead) and _ARTICLE.match(named):
        named = _ARTICLE.sub("", named)
    return f"{ahead}{named}{before.text[runs[-1].end :]}"


_ARTICLE = re.compile(r"(?:the|its|their)\s+", re.IGNORECASE)


def of_another_office(before: Question, asked: Question) -> str | None:
    """Return "who is the chair of KEU?", asked of the vice-chair."""
    words = asked.text.strip(" ?.!")
    held = pattern("office_name")
    if before.people is None or held.fullmatch(fold(words)) is None:
        return None
    for token in tokens(before.text):
        if held.fullmatch(token.folded):
            return f"{before.text[: token.span.start]}{words}{before.text[token.span.end :]}"
    return None


def _before_matter(before: Question) -> str:
    """Return a question up to the matter that it names by "om", empty where it names none so."""
    own = own_words(before)
    at = before.text.rfind(f" {_OF[before.read_as]} ", 0, own[0].span.start) if own else -1
    return before.text[:at] if at >= 0 else ""


def _with_place_and_time(head: str, matter: str, before: Question, asked: Question) -> str:
    """Return a question on another matter, of the same body and time where these stood behind."""
    told = head + matter
    period = asked.period or before.period
    for words in (*before.body_words[:1], *([period.words] if period else [])):
        if words not in told:
            told += f" {words}" if _LEADS.match(words) else f" {IN[before.read_as]} {words}"
    return f"{told}?"


def _runs(before: Question) -> list[Span]:
    """Return the words in a row by which a question names its matter."""
    own = {token.span for token in own_words(before)}
    runs: list[Span] = []
    follows = False
    for token in tokens(before.text):
        if token.span in own:
            start = runs.pop().start if follows else token.span.start
            runs.append(Span(start, token.span.end))
        follows = token.span in own
    return runs


_LEADS = re.compile(r"(?:i|in|on|den|fra|siden|since|from|på|by|af|last|sidste)\b", re.IGNORECASE)
"""How words begin that say by themselves how they belong to a sentence: "i marts 2024"."""


_OF = {"da": "om", "en": "on"}
