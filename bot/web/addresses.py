"""Addresses of the login, and which ones are ours to go on to."""

START, CALLBACK, END = "/login", "/login/callback", "/logout"
"""Where a login begins, where the provider sends people back to, and where it ends."""


def own_path(told: object) -> str:
    """Return a path of ours to go on to; what leads elsewhere leads to the start."""
    if not isinstance(told, str) or not told.startswith("/"):
        return "/"
    # Browsers read a back slash as a slash, and leave out line feeds: "/\\evil", "/\n/evil".
    unsafe = told[1:2] in {"/", "\\"} or not told.isprintable()
    return "/" if unsafe else told
