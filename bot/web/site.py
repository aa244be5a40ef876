"""The site: the gate, and the pages and the API behind it."""

from fastapi import FastAPI

from bot.chat.answering import Answering
from bot.web import api, pages
from bot.web.gate import Gate
from bot.web.login import Login


class Site:
    """Adds the web page and the API to an application."""

    def __init__(self, answering: Answering, gate: Gate, login: Login | None = None) -> None:
        """Take who answers, who may read, and how they log in, if they do."""
        self._answering = answering
        self._gate = gate
        self._login = login

    def mount(self, app: FastAPI) -> None:
        """Add all paths."""
        app.state.answering = self._answering
        app.include_router(api.router)
        app.include_router(pages.router)
        app.add_middleware(self._gate.around)
        if self._login is not None:
            # Around the gate, which asks the session who reads.
            self._login.mount(app)
