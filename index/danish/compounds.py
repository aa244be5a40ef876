"""Danish compounds and the words they are made of (filled in a moment)."""


def parts(folded: str, *, name: bool = False) -> tuple[str, ...]:
    """Return the words that a folded compound is made of, none where it is not one."""
    del folded, name
    return ()


def without_link(part: str) -> str:
    """Return a part without the -s- or -e- that links it to the next."""
    return part
