"""The site: the gate, and the pages and the API behind it."""

from fastapi import FastAPI

from bot.chat.answering import Answering
from bot.web import api, pages
from bot.web.gate import Gate


class Site:
    """Adds the web page and the API to an application."""

    def __init__(self, answering: Answering, gate: Gate) -> None:
        """Take who answers, and who may read."""
        self._answering = answering
        self._gate = gate

    def mount(self, app: FastAPI) -> None:
        """Add all paths."""
        app.state.answering = self._answering
        app.include_router(api.router)
        app.include_router(pages.router)
        app.add_middleware(self._gate.around)
