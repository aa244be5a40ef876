"""Who asks the process how it is."""

from fastapi import Request

from bot.serving.reach import is_loopback
from bot.web.gate import LOOPBACK, host_of


def is_of_this_machine(request: Request) -> bool:
    """Tell whether somebody on this machine asks, and no proxy or foreign page for another."""
    if host_of(request) not in LOOPBACK:
        return False
    if {"x-forwarded-for", "forwarded", "x-real-ip"} & set(request.headers):
        return False
    return request.client is not None and is_loopback(request.client.host)
