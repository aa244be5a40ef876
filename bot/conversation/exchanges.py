"""The question before, with the time, the committee or the matter exchanged.

What would be no question of a known shape is not asked: `None`.
"""

import re
from collections.abc import Callable, Sequence

from bot.conversation.languages import asked_in, names_of, office_in
from bot.conversation.naming import (
    THE,
    is_definite,
    leads_in,
    named_in,
    own_words,
    with_denial,
)
from bot.conversation.places import AND, before_the_place, without_time
from bot.questions.intents import Intent
from bot.questions.patterns import pattern
from bot.questions.period_words import IN, told_in
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from bot.replies import Language
from index.danish.folding import fold
from index.danish.words import Token, tokens
from index.spans import Span

Read = Callable[[str], Question]


def moved(before: Question, asked: Question, read: Read) -> str | None:
    """Return the question before, of another time or of another committee."""
    if asked.period is not None and not asked.bodies and before.intent in _OF_NO_TIME:
        return None
    text = before.text
    if asked.bodies:
        told = _of_another_body(before, asked, read)
        if told is None:
            return None
        text = told
    if asked.period is not None:
        new = told_in(asked.period, before.read_as, asked.read_as)
        old = before.period.words if before.period is not None else ""
        # "den 5. maj" gives way to "i 2024" whole, and "ventetiden i 2022" not.
        if old and (led := re.search(rf"\b(?:den|on) {re.escape(old)}", text)):
            old = led[0]
        text = exchanged(text if old else pattern("now").sub("", text), old, new)
    return text


_OF_NO_TIME = frozenset({Intent.INTRO, Intent.DEFINITION})
"""Intents of questions that have no other answer at another time."""


def _of_another_body(before: Question, asked: Question, read: Read) -> str | None:
    """Return the question before, of another committee, at no meeting of the first one."""
    if asked.body_keys == before.body_keys:
        return before.text  # "nej, KEU" where KEU was asked about already
    names = f" {AND[before.read_as]} ".join(dict.fromkeys(asked.body_words))
    if asked.read_as != before.read_as:
        names = names_of(asked)
    if (head := before_the_place(before.text)) is not None:
        # The item was the first committee's; without it "what did it cost" asks of nothing, and
        # "the evaluation" is that of something else.
        alone = read(head)
        known = all(is_definite(token, alone) for token in own_words(alone))
        return None if known else f"{head} {IN[before.read_as]} {names}?"
    text = before.text
    if before.period is not None and before.period.is_day and not before.last_meeting:
        text = without_time(text, before.period)
    if not before.body_words:
        return exchanged(text, "", f"{IN[before.read_as]} {names}")
    for word in before.body_words[1:]:
        text = re.sub(rf"(?:,|\s+og|\s+and)\s+{re.escape(word)}", "", text, count=1)
    return exchanged(text, before.body_words[0], names)


def exchanged(text: str, old: str, new: str) -> str:
    """Return a question with words put in the place of others, or added where those are not."""
    if old and old in text:
        # "i år 2" is a year of an agreement, of which "i år" was taken for a time.
        return re.sub(rf"{re.escape(old)}(?: \d{{1,2}}\b)?", lambda _: new, text, count=1)
    return f"{text.rstrip(' ?.!')} {new}?"


def of_another_matter(
    before: Question, asked: Question, own: Sequence[Token], read: Read, spoken: Language
) -> str | None:
    """Return the question before, of what the follow-up names instead of its matter.

    `spoken` is the language of the follow-up: names go into a question of another as they are.
    """
    named, lead = named_in(asked, own), leads_in(asked, own)
    if whole := _whole_name(asked, own):
        named, lead = whole, ""
    of = _OF[before.read_as]
    if spoken != before.read_as and not named.isupper():
        return None if asked.period else asked_in(spoken, before, named, lead)
    if (head := before_the_place(before.text)) is not None:
        # The place of the last answer was added to it, and is not where the other matter stands.
        return None if lead else _of_it_instead(read(head), named)
    if (told := _name_exchanged(before, named)) is not None:
        # It takes the place of "aftalen om rens", and not that of "rens".
        return told
    if head := _before_matter(before):
        # Of a matter that is named by "om", "for mentorer" may be told of it, or be another.
        matter = f" {of} {named}" if lead in {"", of, "about"} else None
        return _with_place_and_time(head, matter, before, asked) if matter else None
    text = _led_in(before, lead, named) if lead else _run_exchanged(before, named)
    if text is None or asked.period is None or asked.period.words in text:
        return text
    return exchanged(text, before.period.words if before.period else "", asked.period.words)


def _of_it_instead(head: Question, named: str) -> str | None:
    """Return a question that was asked of an item, of something else: "hvad kostede *det*"."""
    told, found = _IT.subn(lambda _: named, head.text, count=1)
    if found:
        return f"{told}?"
    if head.yes_or_no:
        return None
    if own_words(head):
        exchanged_run = _run_exchanged(head, named)
        return f"{exchanged_run}?" if exchanged_run is not None else None
    if head.wanted is not None:
        return None
    return f"{head.text} {_OF[head.read_as]} {named}?"


_IT = re.compile(r"\b(?:det|den|it|that|this)\b", re.IGNORECASE)


def _name_exchanged(before: Question, named: str) -> str | None:
    """Return a question with "kontrakten om vask" in the place of "aftalen om rens"."""
    runs = _runs(before)
    found = list(_NAME.finditer(before.text))
    if not runs or not found or not _NAME.match(named) or found[-1].end() > runs[-1].start:
        return None
    return f"{before.text[: found[-1].start()]}{named}{before.text[runs[-1].end :]}"


_NAME = re.compile(r"[^\W\d_]+(?:en|et)\s+(?:om|for|vedr\.?|vedrørende)\s+(?=\w)", re.IGNORECASE)
"""How a paper or a matter is named as known, before what it is on: "aftalen om"."""


def _whole_name(asked: Question, own: Sequence[Token]) -> str:
    """Return what a message names with such words before it, empty where there are none."""
    start = own[0].span.start
    ahead = next((m for m in _NAME.finditer(asked.text) if m.end() == start), None)
    return f"{ahead[0]}{named_in(asked, own)}" if ahead else ""


def _run_exchanged(before: Question, named: str) -> str | None:
    """Return a question with something else for its last matter, `None` where that is no thing."""
    runs = _runs(before)
    if not runs:
        return None
    run = _priced(before, runs) or runs[-1]
    ahead = before.text[: run.start]
    if pattern("before_a_thing").search(fold(ahead)) is None:
        return None  # "hvor mange patienter er tilmeldt": what they are, not who
    if THE.search(ahead) and _ARTICLE.match(named):
        named = _ARTICLE.sub("", named)
    if _ARTICLE.match(named):
        ahead = _AN.sub("", ahead)  # "what does a tent cost", of "the boat"
    return f"{ahead}{named}{before.text[run.end :]}"


def _priced(before: Question, runs: Sequence[Span]) -> Span | None:
    """Return what a price was asked of, where behind it stands for whom: "telt for medlemmer"."""
    if before.wanted is not Wanted.MONEY or len(runs) == 1:
        return None
    between = fold(before.text[runs[-2].end : runs[-1].start]).strip()
    priced = pattern("before_a_thing").search(fold(before.text[: runs[0].start]))
    return Span(runs[0].start, runs[-2].end) if between == "for" and priced else None


_ARTICLE = re.compile(r"(?:the|its|their)\s+", re.IGNORECASE)
_AN = re.compile(r"\ban?\s+$", re.IGNORECASE)


def _led_in(before: Question, lead: str, named: str) -> str | None:
    """Return a question with "for mentorer" behind what it asks about, or in the place of such."""
    runs = _runs(before)
    if not runs:
        return None
    ahead, behind = before.text[: runs[-1].start], before.text[runs[-1].end :]
    if len(runs) > 1 and fold(ahead).rstrip().endswith(f" {lead}"):
        return f"{ahead}{named}{behind}"
    if len(runs) == 2 and _JOINED.fullmatch(before.text[runs[0].end : runs[1].start]):
        ahead = before.text[: runs[0].start]  # "en plads i kolonihaven" is one thing
    if pattern("before_a_thing").search(fold(ahead)) is None:
        return None
    return f"{before.text[: runs[-1].end]} {lead} {named}{behind}"


_JOINED = re.compile(r"\s+(?:i|på|in|on|at)\s+(?:(?:den|det|de|the)\s+)?", re.IGNORECASE)
"""What joins a thing and where it is."""


def of_another_office(before: Question, asked: Question) -> str | None:
    """Return "who is the chair of KEU?", asked of the vice-chair, or of the director."""
    words = _ARTICLE.sub("", asked.text.strip(" ?.!"))
    held = pattern("office_name")
    of_a_role = _WHO_IS.match(before.text)
    if of_a_role and (held.fullmatch(fold(words)) or pattern("role").fullmatch(fold(words))):
        if held.fullmatch(fold(words)):
            words = office_in(before.read_as, words)
        return f"{of_a_role['ahead']}{words} {of_a_role['behind']}"
    if before.people is None or held.fullmatch(fold(words)) is None:
        return None
    words = office_in(before.read_as, words)
    for token in tokens(before.text):
        if held.fullmatch(token.folded):
            ahead = _DEPUTY.sub("", before.text[: token.span.start])
            return f"{ahead}{words}{before.text[token.span.end :]}"
    return None


_WHO_IS = re.compile(
    r"(?P<ahead>(?:og |and )?(?:hvem er|hvem var|who is|who was)(?: den| the)? )"
    r"[\w-]+ (?P<behind>(?:for|i|af|på|hos|of|in|at|on) .*)",
    re.IGNORECASE | re.DOTALL,
)
"""A question of who holds an office somewhere."""
_DEPUTY = re.compile(r"(?:vice|deputy)[- ]?$", re.IGNORECASE)


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
            start = runs.pop().start if follows else with_denial(before.text, token.span.start)
            runs.append(Span(start, token.span.end))
        follows = token.span in own
    return runs


_LEADS = re.compile(r"(?:i|in|on|den|fra|siden|since|from|på|by|af|last|sidste)\b", re.IGNORECASE)
"""How words begin that say by themselves how they belong to a sentence: "i marts 2024"."""


_OF = {"da": "om", "en": "on"}
