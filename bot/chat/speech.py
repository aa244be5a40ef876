"""Which messages ask us something: talk between people, thanks, greetings, and follow-ups.

Words only, in Danish and English; how a surface marks mentions is its own matter.
"""

import re
import tomllib
from functools import cache
from importlib import resources

from bot.asked import LONGEST
from index.danish.folding import fold
from index.danish.personal_numbers import says_something


def is_too_long(said: str) -> bool:
    """Tell whether a message is longer than any question: a pasted paper."""
    return len(said) > LONGEST


def says_nothing(said: str) -> bool:
    """Tell whether a message holds no word, or only thanks and good wishes."""
    return not says_something(said) or is_thanks(said)


def is_thanks(said: str) -> bool:
    """Tell whether a message is what is said to somebody who has answered, and asks nothing."""
    if _thanks().fullmatch(_plain(said)) is not None:
        return True
    if re.search(_one_of("within", "asking"), fold(said)) is not None:
        return False
    clauses = [plain for clause in _SET_OFF.split(said) if (plain := _plain(clause))]
    return bool(clauses) and all(_thanks_for_a_thing().fullmatch(clause) for clause in clauses)


_SET_OFF = re.compile(r"[.!:;,\n–—]|\s-\s")
"""What parts the clauses of a message: behind thanks, another may name a matter."""


def greets(said: str) -> bool:
    """Tell whether a message greets, asks what we are and whether we are there, or is empty."""
    return _greeting().fullmatch(_plain(said)) is not None


def goes_on(said: str) -> bool:
    """Tell whether a message says by its first words that it goes on from another."""
    return re.match(_one_of("begins", "going_on"), fold(said).strip()) is not None


def begins_asking(said: str) -> bool:
    """Tell whether a message begins as a question or a wish does, or as what goes on from one."""
    return re.match(_one_of("begins", "asking_on"), fold(said).strip(" ,:")) is not None


def asks_on(said: str) -> bool:
    """Tell whether a message in a thread of ours may ask on, though nobody named us.

    People talk with each other below an answer. What is said here only opens the door: it is
    answered where it is then read as a follow-up.
    """
    asks = "?" in said or begins_asking(said)
    left = re.sub(_one_of("within", "asked_of_us"), " ", fold(said))
    return asks and re.search(_one_of("within", "among_people"), left) is None


def _plain(said: str) -> str:
    """Return folded words without marks and emoji, parted by one blank."""
    return " ".join(re.sub(r":[a-z0-9_+-]+:|[^\w\s]|_", " ", fold(said)).split())


@cache
def _thanks() -> re.Pattern[str]:
    """Return thanks and good wishes, in any order."""
    return _thanks_with(f"{_one_of('whole', 'for')}?")


@cache
def _thanks_for_a_thing() -> re.Pattern[str]:
    """Return the same, where thanks may be for anything."""
    return _thanks_with(f"(?:{_one_of('whole', 'for')}|{_one_of('whole', 'thing')})?")


def _thanks_with(thanked_for: str) -> re.Pattern[str]:
    well, thanks, wish = (_one_of("whole", name) for name in ("well", "thanks", "wish"))
    thanked = f"{thanks}{thanked_for}{_one_of('whole', 'then')}?"
    more = f"(?: (?:{well}|{thanked}|{wish}|{_one_of('whole', 'polite')}))*"
    return re.compile(f"(?:(?:{well} )*{thanked}|{well}|{wish}){more}")


@cache
def _greeting() -> re.Pattern[str]:
    hello = f"{_one_of('whole', 'hello')}{_one_of('whole', 'whom')}?"
    about_us = _one_of("whole", "about_us")
    return re.compile(f"(?:{hello}(?: {about_us})?|{about_us})?")


@cache
def _one_of(table: str, name: str) -> str:
    return f"(?:{'|'.join(_file()[table][name])})"


@cache
def _file() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files(__package__).joinpath("speech.toml").read_text("utf-8"))
