"""Follow-ups as questions that stand alone: "og i 2019?" after "what did KEU decide in 2018?".

By rules, so that the same two messages always mean the same, and the reader is shown what was
read. A question that names its own matter stands alone: a change of subject is never overlooked.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.conversation.antecedents import stems_in
from bot.conversation.places import IN, at_the_place, before_the_place
from bot.conversation.turns import Turn
from bot.questions.intents import PeopleAspect, asking_for_people
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from bot.replies import Language, Reply
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.stopwords import SMALL
from index.danish.words import Token, folded_words, tokens
from index.spans import Span

FEW = 3
"""Words of its own up to which a question that says "it" is taken to speak of the last answer."""

_OF_A_MATTER = frozenset({PeopleAspect.AGAINST})
"""What is asked of people on one matter; the rest is asked of a meeting."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up, as the question that it stands for."""

    question: str
    language: Language
    """Of the reply."""
    or_alone: bool = True
    """Whether the message may be a question of its own where this one finds nothing."""
    things: tuple[str, ...] = ()
    """Folded words that name a thing as known; an answer to the message alone speaks of them."""

    def gives_way_to(self, reply: Reply) -> bool:
        """Tell whether the reply to the message alone is taken where this question has none."""
        if not self.or_alone or not reply.kind.asserts:
            return False
        if not self.things:
            return True
        first = reply.citations[0] if reply.citations else None
        spoken = stems_in(folded_words(first.quote)) if first is not None else frozenset()
        return all(stem(thing) in spoken for thing in self.things)


@dataclass(frozen=True, slots=True)
class Archive:
    """What reading a follow-up needs of the archive."""

    read: Callable[[str], Question]
    """Reads a question."""
    place_of: Callable[[Sequence[str], Turn], Turn | None]
    """Returns a turn at the item of its matter that speaks of a thing, by its folded words."""


def stand_alone(asked: Question, turn: Turn, archive: Archive) -> FollowUp | None:
    """Return what a follow-up asks in full, `None` where it stands alone.

    Args:
        asked: The message, read by itself.
        turn: The turn before it.
        archive: Reads questions, and finds what a word stands for.
    """
    folded = fold(asked.text).strip()
    language = _language_of(asked, turn)
    for name in ("english", "danish"):
        if pattern("in_language", name).search(folded):
            return FollowUp(turn.question, "en" if name == "english" else "da", or_alone=False)
    corrects = pattern("correction").match(folded)
    opening = corrects or pattern("follow_up").match(folded)
    rest = _behind(asked.text, opening[0]) if opening else asked.text
    if asked.case_numbers or not any(character.isalnum() for character in rest):
        return None
    if _YEAR.fullmatch(rest.strip(" ?.!")) and opening:
        rest = f"{IN[archive.read(turn.question).read_as]} {rest}"
    message = archive.read(rest) if opening else asked
    asks = _asks_something(message)
    question = _in_full(message, turn, archive, opened=opening is not None)
    if question is None:
        return FollowUp(rest, language) if corrects and asks else None
    own = _own_words(message)
    named = bool(own) and not (corrects and not asks) and not pattern("version").search(folded)
    known = tuple(token.folded for token in own if _is_definite(token, message))
    things = known if len(known) == len(own) else ()
    return FollowUp(question, language, named or message.people is not None, things)


def _language_of(asked: Question, turn: Turn) -> Language:
    """Return the language of a message; of one that has no word to tell it, that of the last."""
    both = SMALL["da"] & SMALL["en"]
    telling = SMALL[asked.read_as] - both
    told = any(token.folded in telling for token in tokens(asked.text))
    return asked.language if told else turn.language


def _behind(text: str, opening: str) -> str:
    """Return a text without the words it opens with, which are folded and may be longer there."""
    words = tokens(text)[len(folded_words(opening)) :]
    return text[words[0].span.start :] if words else ""


def _in_full(asked: Question, turn: Turn, archive: Archive, *, opened: bool) -> str | None:
    read = archive.read
    own = _own_words(asked)
    placed = bool(asked.bodies or asked.unknown_body or asked.period)
    if opened and own and not _asks_something(asked):
        before = read(turn.about or turn.question)
        if office := _of_another_office(read(turn.question), asked):
            return office
        if not placed and (told := _of_what_it_speaks(asked, own, turn, archive, opened=True)):
            return told
        return _of_another_matter(before, asked, own, turn, read)
    if asked.people is not None:
        if own or placed or asked.last_meeting:
            return None
        with_item = asked.people in _OF_A_MATTER
        return at_the_place(asked.text, turn, asked.read_as, with_item=with_item)
    if not own and (tail := _behind_the_figure(asked)):
        return _exchanged(read(turn.question).text, "", tail)
    if not own and placed and (opened or not _asks_something(asked)):
        return _moved(read(turn.question), asked)
    folded = fold(asked.text)
    of_it = pattern("of_it").search(folded) is not None
    if not own and not placed and _is_of_a_rate_in_force(folded, turn, read):
        return turn.question  # the reply says from when to when
    if not own and not placed and (asked.about_decision or of_it or asked.wanted):
        return at_the_place(asked.text, turn, asked.read_as, with_item=True)
    if of_it and not asked.bodies and len(own) <= FEW:
        if asked.period is not None and not asked.about_decision and not own:
            return _moved(read(turn.question), asked)
        return at_the_place(asked.text, turn, asked.read_as, with_item=True)
    return None if placed else _of_what_it_speaks(asked, own, turn, archive, opened=False)


def _is_of_a_rate_in_force(folded: str, turn: Turn, read: Callable[[str], Question]) -> bool:
    """Tell whether it is asked when that applies which was asked before: a rate of no meeting."""
    asks = pattern("in_force").search(folded) is not None
    return asks and turn.item is None and read(turn.question).wanted is Wanted.MONEY


def _of_what_it_speaks(
    asked: Question, own: Sequence[Token], turn: Turn, archive: Archive, *, opened: bool
) -> str | None:
    """Return a question on "kurset" of the item that speaks of a course, if one does."""
    if not 1 <= len(own) <= FEW:
        return None
    counted = asked.wanted is Wanted.NUMBER and len(own) > 1
    if not counted and not all(_is_definite(token, asked) for token in own):
        return None
    place = archive.place_of([token.folded for token in own], turn)
    if place is None:
        return None
    words = asked.text
    if opened:
        words = _SAID[asked.read_as].format(_named(asked, own))
    return at_the_place(words, place, asked.read_as, with_item=True)


def _is_definite(token: Token, asked: Question) -> bool:
    """Tell whether a word names a thing as known: "kurset", "the course"."""
    if token.folded in asked.names:
        return False
    if pattern("definite").fullmatch(token.folded):
        return True
    return _THE.search(asked.text[: token.span.start]) is not None


_THE = re.compile(r"\b(?:the|its|their)\s+$", re.IGNORECASE)
_SAID = {"da": "hvad siges der om {}", "en": "what is said about {}"}
_YEAR = re.compile(r"(?:19|20)\d{2}")


def _behind_the_figure(asked: Question) -> str:
    """Return what follows a word that stands for the last answer: "satsen *i år 2*"."""
    words = tokens(asked.text)
    if len(words) < 2 or pattern("the_figure").fullmatch(words[0].folded) is None:
        return ""
    return asked.text[words[1].span.start :].rstrip(" ?.!")


def _own_words(asked: Question) -> list[Token]:
    """Return the words by which a question names a matter of its own."""
    people = asking_for_people(asked.text, asked.people)
    # In "and in SNS?" hardly a word tells the language.
    small = SMALL["da"] | SMALL["en"] if len(tokens(asked.text)) <= FEW else SMALL[asked.read_as]
    taken = small | asked.given | asked.asking | people
    return [
        token
        for token in tokens(asked.text)
        if token.folded not in taken
        and not token.folded.isdigit()
        and pattern("decision").search(token.folded) is None
        and pattern("points_back").fullmatch(token.folded) is None
    ]


def _asks_something(asked: Question) -> bool:
    """Tell whether a message has a verb or a question word, and is not a mere name or time."""
    return pattern("sentence").search(fold(asked.text)) is not None


def _moved(before: Question, asked: Question) -> str:
    """Return the question before, of another time or of another committee."""
    text = before.text
    if asked.period is not None:
        old = before.period.words if before.period is not None else ""
        kept = text if old else pattern("now").sub("", text)
        text = _exchanged(kept, old, asked.period.words)
    if asked.bodies:
        names = " og ".join(body.body.name for body in asked.bodies)
        old = before.body_words[0] if before.body_words else ""
        text = _exchanged(text, old, names if old else f"{IN[before.read_as]} {names}")
    return text


def _exchanged(text: str, old: str, new: str) -> str:
    """Return a question with words put in the place of others, or added where those are not."""
    if old and old in text:
        # "i år 2" is a year of an agreement, of which "i år" was taken for a time.
        return re.sub(rf"{re.escape(old)}(?: \d{{1,2}}\b)?", lambda _: new, text, count=1)
    return f"{text.rstrip(' ?.!')} {new}?"


def _of_another_matter(
    before: Question,
    asked: Question,
    own: Sequence[Token],
    turn: Turn,
    read: Callable[[str], Question],
) -> str | None:
    """Return the question before, of what the follow-up names instead of its matter."""
    named = _named(asked, own)
    of = _OF[before.read_as]
    if (head := before_the_place(before.text, turn)) is not None:
        # The place of the last answer was added to it, and is not where the other matter stands.
        return _of_it_instead(read(head), named)
    if head := _before_matter(before):
        return _with_place_and_time(head, f" {of} {named}", before, asked)
    text = _run_exchanged(before, named)
    if text is None or asked.period is None or asked.period.words in text:
        return text
    return _exchanged(text, before.period.words if before.period else "", asked.period.words)


def _of_it_instead(head: Question, named: str) -> str | None:
    """Return a question that was asked of an item, of something else: "hvad kostede *det*"."""
    if _own_words(head):
        exchanged = _run_exchanged(head, named)
        return f"{exchanged}?" if exchanged is not None else None
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
    if _THE.search(ahead) and _ARTICLE.match(named):
        named = _ARTICLE.sub("", named)
    return f"{ahead}{named}{before.text[runs[-1].end :]}"


_ARTICLE = re.compile(r"(?:the|its|their)\s+", re.IGNORECASE)


def _named(asked: Question, own: Sequence[Token]) -> str:
    """Return what a message names, with its article."""
    start = own[0].span.start
    article = _THE.search(asked.text[:start])
    return asked.text[article.start() if article else start : own[-1].span.end]


def _of_another_office(before: Question, asked: Question) -> str | None:
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
    own = _own_words(before)
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
    own = {token.span for token in _own_words(before)}
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
