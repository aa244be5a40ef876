"""What the commands open: the archive for readers, and the assistant that answers from it."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import typer

from bot.asked import Asked
from bot.replies import Reply
from index.archive import View, Views
from index.documents import CLOSED, OPEN
from index.errors import SettingsError, UsageError

if TYPE_CHECKING:
    from bot.writing.opening import Writing
    from index.danish.glossary import Glossary
    from index.library import Library, Searching
    from index.settings import Settings
    from index.view import Searcher, Stores

# What is imported below takes time to load, and `referent --help` has no use for it.


class Answering(Protocol):
    """Whoever answers questions."""

    def reply(self, asked: Asked) -> Reply:
        """Answer one question."""
        ...


class Conversing(Answering, Protocol):
    """Whoever answers questions that may lean on those before them."""

    def in_thread(self, asked: Asked, said: Sequence[str]) -> Asked:
        """Return a question that may lean on what was asked before it, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class _Asking:
    """The archive, for whoever asks it again."""

    reply: Callable[[Asked], Reply]
    views: Views


class Door:
    """Opens what a command needs, from the settings and the folder they name."""

    @contextmanager
    def view(self, home: Path | None, audiences: frozenset[str]) -> Iterator[View]:
        """Open the archive for a set of audiences.

        Raises:
            ReferentError: The settings or the index do not allow it.
        """
        with _opened(home) as (views, _), views(audiences) as view:
            yield view

    @contextmanager
    def assistant(self, home: Path | None) -> Iterator[Conversing]:
        """Open the archive with the assistant that answers from it.

        Raises:
            ReferentError: The settings or the index do not allow it.
        """
        with self.serving(home) as (assistant, _):
            yield assistant

    @contextmanager
    def writing(self, home: Path | None) -> Iterator[Conversing]:
        """Open the archive with an assistant whose replies the model of the settings writes.

        Raises:
            ReferentError: The settings or the index do not allow it, or name no model.
        """
        with self.serving(home) as (assistant, views), self.model_writing(home) as writing:
            if writing is None:
                raise SettingsError("Setting 'writer': no language model is set.")
            from bot.writing.assistant import WritingAssistant  # noqa: PLC0415

            archive = _Asking(assistant.reply, views)
            yield WritingAssistant(
                assistant.reply,
                writing.write,
                lambda asked, quoted: writing.read(asked, quoted, archive),
            )

    @contextmanager
    def model_writing(self, home: Path | None) -> "Iterator[Writing | None]":
        """Open the model that the settings name; `None` where they name none.

        Raises:
            ReferentError: A setting is impossible, or the account of what is spent is damaged.
        """
        from bot.writing.opening import open_writing  # noqa: PLC0415

        settings = _settings(home)
        writing = open_writing(settings, _glossary(settings)) if settings.writer else None
        try:
            yield writing
        finally:
            if writing is not None:
                writing.close()

    def writes(self, home: Path | None) -> bool:
        """Tell whether the settings name a model that writes.

        Raises:
            ReferentError: A setting is impossible.
        """
        return _settings(home).writer is not None

    @contextmanager
    def serving(self, home: Path | None) -> Iterator[tuple[Conversing, Views]]:
        """Open the archive for as long as a process serves, for whatever audiences.

        Raises:
            ReferentError: The settings or the index do not allow it.
        """
        from bot.assistant import Assistant  # noqa: PLC0415

        with _opened(home) as (views, glossary):
            yield Assistant(views, glossary), views


def door_of(context: typer.Context) -> Door:
    """Return the door that the command line was started with."""
    return context.ensure_object(Door)


def _settings(home: Path | None) -> "Settings":
    from index.settings import Settings  # noqa: PLC0415

    return Settings.load(home=home)


def _glossary(settings: "Settings") -> "Glossary":
    from index.danish.glossary import Glossary  # noqa: PLC0415

    return Glossary.load(*filter(None, [settings.glossary and settings.home / settings.glossary]))


@contextmanager
def _opened(home: Path | None) -> Iterator[tuple[Views, "Glossary"]]:
    from index.library import Library  # noqa: PLC0415

    settings = _settings(home)
    glossary = _glossary(settings)
    library = Library(settings.home, _searching(settings, glossary))
    try:
        yield _views(library, frozenset(settings.audiences.values())), glossary
    finally:
        library.close()
        # What was left in peace holds on to itself, and would be kept for good.
        gc.unfreeze()
        gc.set_threshold(*_USUAL)


def _views(library: "Library", in_settings: frozenset[str]) -> Views:
    """Return what opens the archive, for audiences that there are: a misspelt one shows less."""
    named = in_settings | {OPEN, CLOSED}

    @contextmanager
    def view(audiences: frozenset[str]) -> Iterator[View]:
        if not audiences <= named:
            _refuse_unknown(audiences, named | library.audiences())
        with library.view(audiences) as opened:
            yield opened

    return view


def _refuse_unknown(audiences: frozenset[str], known: frozenset[str]) -> None:
    if unknown := sorted(audiences - known):
        there = ", ".join(sorted(known - {OPEN}))
        raise UsageError(f"No audience {unknown[0]!r} in the archive or settings. Known: {there}.")


_USUAL = gc.get_threshold()
_ALLOCATED = 50_000
"""Objects made and kept between two looks for rings of them; Python's 700 are for small heaps."""


def _leave_in_peace() -> None:
    """Let Python not go through what has been loaded, again and again, for rings to be freed.

    With what a view remembers of a large archive, a full round takes a tenth of a second in the
    middle of some reply, and finds nothing.
    """
    gc.freeze()
    gc.set_threshold(_ALLOCATED, 20, 20)


def _searching(settings: "Settings", glossary: "Glossary") -> "Searching":
    """Return what makes a view's searcher; the model is loaded at the first search, once."""

    @cache
    def ready() -> "Searching":
        from index.embedding import open_embedder  # noqa: PLC0415
        from index.generation.home import IndexHome  # noqa: PLC0415
        from index.search.searcher import searching  # noqa: PLC0415

        embedder = open_embedder(settings.model, IndexHome(settings.home).models)
        _leave_in_peace()
        return searching(embedder, glossary)

    def searcher(stores: "Stores") -> "Searcher":
        return ready()(stores)

    return searcher
