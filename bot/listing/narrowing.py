"""Which part of the archive is asked for: committees by any of their names, a time, kinds."""

from collections.abc import Sequence
from datetime import date

from index.archive import BodyEntry, Filter, View
from index.danish.folding import fold
from index.decisions import Outcome
from index.documents import DocumentKind
from index.errors import NotInArchive, UsageError


def body_keys(view: View, named: Sequence[str] | None) -> frozenset[str]:
    """Return the keys of the committees that were named, each as a question may name it.

    Raises:
        NotInArchive: One of them is not there; the message names those that are.
    """
    return frozenset(body.key for name in named or () for body in bodies_named(view, name))


def body_named(view: View, name: str) -> BodyEntry:
    """Return the one committee that is named.

    Raises:
        NotInArchive: It is not there.
        UsageError: The name is that of several.
    """
    found = bodies_named(view, name)
    if len(found) > 1:
        several = "; ".join(sorted(body.body.name for body in found))
        raise UsageError(f"{name!r} could be {len(found)} bodies: {several}.")
    return found[0]


def bodies_named(view: View, name: str) -> list[BodyEntry]:
    """Return the committees that are named, as a question may name them.

    Raises:
        NotInArchive: There is none; the message names those that are.
    """
    bodies = view.bodies()
    keys = _keys_named(bodies, name)
    if not keys:
        known = "; ".join(sorted(body.body.short for body in bodies)) or "none"
        raise NotInArchive(f"No body {name!r} in the archive. It holds: {known}.")
    return [body for body in bodies if body.key in keys]


def _keys_named(bodies: Sequence[BodyEntry], name: str) -> frozenset[str]:
    """Return the keys of what `name` names: as it stands, shortened, in English, or begun."""
    from bot.questions.bodies.named import bodies_called  # noqa: PLC0415 - start-up time
    from index.danish.glossary import Glossary  # noqa: PLC0415 - start-up time

    wanted = fold(name)
    exact = {b.key for b in bodies if wanted in {fold(n) for n in (b.key, b.body.name, *b.names)}}
    if exact:
        return frozenset(exact)
    return bodies_called(name, bodies) or bodies_called(name, bodies, Glossary.load())


def narrowed(
    view: View,
    bodies: Sequence[str] | None,
    since: date | None,
    until: date | None,
    *,
    kinds: Sequence[DocumentKind] | None = None,
    outcomes: Sequence[Outcome] | None = None,
) -> Filter:
    """Return the filter for what is asked for: nothing named does not restrict.

    Raises:
        NotInArchive: A committee is not there.
        UsageError: The period ends before it begins.
    """
    if since and until and until < since:
        raise UsageError(f"The period ends ({until}) before it begins ({since}).")
    return Filter(
        bodies=body_keys(view, bodies),
        since=since,
        until=until,
        kinds=frozenset(kinds or ()),
        outcomes=frozenset(outcomes or ()),
    )
