"""The site: the gate, and the pages and the API behind it."""

from collections.abc import Sequence
from pathlib import Path

from fastapi import FastAPI

from bot.chat.answering import Answering
from bot.web import api, pages
from bot.web.gate import Gate
from bot.web.headers import with_headers
from bot.web.heads import with_heads
from bot.web.login import Login
from bot.web.without_numbers import without_numbers


class Site:
    """Adds the web page and the API to an application."""

    def __init__(
        self,
        answering: Answering,
        gate: Gate,
        login: Login | None = None,
        folders: Sequence[Path] = (),
    ) -> None:
        """Take who answers, who may read, how they log in, if they do, and more folders of files.

        Those are the ones that every ingest run reads beside what it is given: originals may lie
        there too.
        """
        self._answering = answering
        self._gate = gate
        self._login = login
        self._folders = tuple(folders)

    def mount(self, app: FastAPI) -> None:
        """Add all paths."""
        app.state.answering = self._answering
        app.state.folders = self._folders
        app.include_router(api.router)
        app.include_router(pages.router)
        pages.tell_of_missing_pages(app)
        app.add_middleware(self._gate.around, drawn=pages.refusal_page)
        if self._login is not None:
            # Around the gate, which asks the session who reads.
            self._login.mount(app)
        app.add_middleware(without_numbers)
        app.add_middleware(with_heads)
        app.add_middleware(with_headers, provider=self._login.provider if self._login else None)
