"""What a language model is told, as Markdown files that a person can read and change.

The quoting writer needs none. What assistants of others are told of our tools stands here as well.

    prompt = prompt_named("answer")
    told = prompt.filled(language="Danish", question="…", sources="…", fence="…")
    told.system, told.user, prompt.edition
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources

_FRONT = re.compile(r"---\n(?P<front>.*?)\n---\n(?P<rest>.*)", re.DOTALL)
_PART = re.compile(r"^# (?P<name>System|User)\n", re.MULTILINE)
_PLACE = re.compile(r"\{\{(?P<name>\w+)\}\}")
_FRONT_KEYS = {"version", "variables"}


class BadPrompt(ValueError):
    """A prompt file that does not say what it must, or values that do not fit it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a model is told: the instructions, and the question with its material."""

    system: str
    user: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt file, checked.

    Raises:
        BadPrompt: A place is not among the variables, or a variable has no place.
    """

    name: str
    version: int
    """Raised by hand with each change of meaning."""
    variables: frozenset[str]
    system: str
    user: str

    def __post_init__(self) -> None:
        used = {place["name"] for place in _PLACE.finditer(self.system + self.user)}
        if unknown := sorted(used - self.variables):
            raise BadPrompt(f"{self.name}.md uses {unknown[0]!r}, which it does not declare")
        if idle := sorted(self.variables - used):
            raise BadPrompt(f"{self.name}.md declares {idle[0]!r} and does not use it")

    @property
    def edition(self) -> str:
        """Name, version, and a digest of its words: "answer 1 (3f9c1a)".

        The digest tells two wordings apart of which somebody forgot to raise the version.
        """
        digest = sha256(f"{self.system}\0{self.user}".encode()).hexdigest()
        return f"{self.name} {self.version} ({digest[:6]})"

    def filled(self, **values: str) -> Told:
        """Return the prompt with every variable in its place.

        What looks like a place within a value stays as it is.

        Raises:
            BadPrompt: A variable has no value, or a value no variable.
        """
        if missing := sorted(self.variables - set(values)):
            raise BadPrompt(f"{self.name}.md needs a value for {missing[0]!r}")
        if idle := sorted(set(values) - self.variables):
            raise BadPrompt(f"{self.name}.md has no place for {idle[0]!r}")
        system, user = (
            _PLACE.sub(lambda place: values[place["name"]], part)
            for part in (self.system, self.user)
        )
        return Told(system, user)


@cache
def prompt_named(name: str) -> Prompt:
    """Read and check `name.md`.

    Raises:
        BadPrompt: The file says something else than a version, its variables and its two parts.
        FileNotFoundError: There is no such prompt.
    """
    return parsed(name, resources.files(__package__).joinpath(f"{name}.md").read_text("utf-8"))


def parsed(name: str, text: str) -> Prompt:
    """Return the prompt that a file's text holds.

    Raises:
        BadPrompt: As for `prompt_named`.
    """
    whole = _FRONT.fullmatch(text)
    if whole is None:
        raise BadPrompt(f"{name}.md does not begin with its version and variables between ---")
    front = dict(_front(name, whole["front"]))
    if set(front) != _FRONT_KEYS or not front["version"].isdecimal():
        raise BadPrompt(f"{name}.md must begin with a version, a whole number, and its variables")
    parts = dict(_parts(whole["rest"]))
    if set(parts) != {"System", "User"}:
        raise BadPrompt(f"{name}.md must have the headings System and User, each once")
    variables = frozenset(front["variables"].replace(",", " ").split())
    return Prompt(name, int(front["version"]), variables, parts["System"], parts["User"])


def _front(name: str, lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.splitlines():
        key, colon, value = line.partition(":")
        if not colon:
            raise BadPrompt(f"{name}.md: {line!r} is no setting")
        yield key.strip(), value.strip()


def _parts(text: str) -> Iterator[tuple[str, str]]:
    heads = list(_PART.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=True):
        yield head["name"], text[head.end() : end].strip()
