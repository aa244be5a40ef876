"""Committees under the many names that documents give them.

"Kvalitets- og Efteruddannelsesudvalget (KEU)", "KEU" and "Kvalitets- og efteruddannelsesudvalg for
almen praksis" are one body: they share an abbreviation, or a name once case, spelling, a definite
ending and a tail "for …" are taken off; so are "Brugerrådet på Søhospitalet" and "Søhospitalets
brugerråd". Where papers of one name are of several municipalities
("Byrådet, Odde Kommune"), each has a body of its own; else the name does without the place.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.danish.folding import fold
from index.documents import Body

# "-et" and "-en" are definite endings only of the nouns that bodies are called by; taking them off
# any word would make "borgmesteren" and "centret" other words.
_DEFINITE = re.compile(
    r"(udvalg|raad|naevn|forum|styrelse|bestyrelse|gruppe|kommission|komite|ting|panel|selskab|"
    r"samarbejd|kreds|team|netvaerk)(?:ets|ens|et|en|n|s)?\b"
)
_TAIL = re.compile(
    r"\s+(?:for|vedroerende|vedr|om|under|i|ved|angaaende)\b.*$"
    # Where it sits, behind a comma: "Havneudvalget, Nordby Kommune".
    r"|\s*,\s*(?:region(?:en)?\s+\w+.*|(?:[\w-]+\s+){1,3}(?:kommune|amt|amtskommune|region))$"
    # Whose it is: "Lokal-MED, Kirurgisk Afdeling", "Samråd, Børnehuset".
    r"|(?<=\w)(?<!-)(?<=(?:valg|raad|aevn|orum|else|uppe|sion|mite|-med))(?:et|en|n|met)?\s*,\s.*$"
)
_JOINT = re.compile(r"\bmed udvalg\b")
"""Employers' and employees' committee: "MED" says that it is one."""
_PLACE = re.compile(
    r"\s*,\s*(?P<place>(?:[\w-]+\s+){1,2}(?:kommune|amt|amtskommune)|region\s+\w+)$", re.IGNORECASE
)
_SORT = (
    r"(?P<of>[a-z]{2,}-?)??(?P<sort>udvalg|raad|naevn|forum|bestyrelse|gruppe|kommission|komite|panel|repraesentantskab"
    r"|generalforsamling)"
)
_OF_OWNER = (
    re.compile(rf"{_SORT}\s+(?:paa|i|ved|af|for|hos)\s+(?P<owner>[a-z][a-z -]+?)"),
    re.compile(rf"(?P<owner>[a-z][a-z -]+?)s\s+{_SORT}"),
)
_SHORTEST_SORT = 4
"""Letters of what a body is the board of, where that is its owner: "skolebestyrelse"."""
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Named:
    """One way in which documents name a body, and the number of that row."""

    number: int
    body: Body


@dataclass(frozen=True, slots=True)
class Resolved:
    """One body with all the rows that name it."""

    key: str
    body: Body
    names: tuple[str, ...]
    numbers: frozenset[int]


def name_key(name: str) -> str:
    """Return a body's name without case, spelling variants and definite ending."""
    words = _DEFINITE.sub(lambda found: found[1], fold(name))
    return _JOINT.sub("med", _NOT_LETTERS.sub(" ", words).strip())


def head_key(name: str) -> str:
    """Return the key of a name without its tail "for …"."""
    return name_key(_TAIL.sub("", fold(name)))


def owner_key(name: str) -> str | None:
    """Return one key for "Brugerrådet på Søhospitalet" and "Søhospitalets brugerråd".

    The board of a school is its school board: "Havskolens bestyrelse", "Skolebestyrelsen,
    Havskolen".
    """
    words = name_key(name.replace(",", " ved "))
    found = next(filter(None, (form.fullmatch(words) for form in _OF_OWNER)), None)
    if found is None:
        return None
    sort, of = found["sort"], found["of"] or ""
    told_by_owner = len(of) >= _SHORTEST_SORT and of.strip("-") in found["owner"]
    return f"{sort if told_by_owner else of + sort} of {found['owner']}"


def resolve(named: Iterable[Named], explained: Iterable[tuple[str, str]] = ()) -> list[Resolved]:
    """Group rows by body.

    Args:
        named: The rows.
        explained: Short and long forms that documents explain; they join a row that only has the
            abbreviation with one that only has the name.
    """
    long_forms: dict[str, set[str]] = {}
    short_forms: dict[str, list[str]] = {}
    for short, long in explained:
        long_forms.setdefault(_short_key(short), set()).add(name_key(long))
        short_forms.setdefault(name_key(long), []).append(short)
    rows = list(named)
    several = _of_several_places(rows)
    groups: list[_Group] = []
    for row in rows:
        apart = _base(row.body.name) in several and _PLACE.search(row.body.name)
        keys = frozenset({name_key(row.body.name)}) if apart else _keys(row.body, long_forms)
        groups = _joined(groups, _Group(keys, (row,)))
    for group in tuple(groups):
        tailed = [other for other in groups if other is not group and group.is_head_of(other)]
        # "Samarbejdsudvalget" beside two of them, "for læger" and "for psykologer", is neither.
        if len(tailed) == 1 and group in groups:
            groups = _joined([g for g in groups if g is not group], group.with_keys_of(tailed[0]))
    found = [_resolved(group.rows, short_forms, several) for group in groups]
    return sorted(found, key=lambda one: (fold(one.body.name), one.key))


@dataclass(frozen=True, slots=True)
class _Group:
    keys: frozenset[str]
    rows: tuple[Named, ...]

    def is_head_of(self, other: "_Group") -> bool:
        """Whether a name of the other is a name of this one with a tail."""
        mine = {name_key(row.body.name) for row in self.rows}
        theirs = {row.body.name for row in other.rows}
        return any(
            head_key(name) in mine and not _DEFINITE.fullmatch(head_key(name)) for name in theirs
        )

    def with_keys_of(self, other: "_Group") -> "_Group":
        return _Group(self.keys | other.keys, self.rows)


def _joined(groups: Sequence[_Group], new: _Group) -> list[_Group]:
    same = [group for group in groups if group.keys & new.keys]
    keys = new.keys.union(*(group.keys for group in same))
    rows = tuple(row for group in same for row in group.rows) + new.rows
    return [group for group in groups if not group.keys & new.keys] + [_Group(keys, rows)]


def _keys(body: Body, long_forms: dict[str, set[str]]) -> frozenset[str]:
    shorts = {_short_key(body.abbreviation)} if body.abbreviation else set()
    if " " not in body.name.strip():
        shorts.add(_short_key(body.name))  # a document that knows its body as "KEU" only
    longs = {name_key(body.name)}.union(*(long_forms.get(short, ()) for short in shorts))
    if (owned := owner_key(body.name)) is not None:
        longs.add(owned)
    return frozenset(shorts | longs)


def _of_several_places(rows: Iterable[Named]) -> frozenset[str]:
    """Return the keys of the names that bodies of several municipalities have."""
    places: dict[str, set[str]] = {}
    for row in rows:
        if (placed := _PLACE.search(row.body.name)) is not None:
            places.setdefault(_base(row.body.name), set()).add(fold(placed["place"]))
    return frozenset(base for base, held in places.items() if len(held) > 1)


def _base(name: str) -> str:
    return name_key(_PLACE.sub("", name))


def _short_key(short: str) -> str:
    return _NOT_LETTERS.sub("", fold(short))


def _resolved(
    rows: Sequence[Named], short_forms: Mapping[str, Sequence[str]], several: frozenset[str]
) -> Resolved:
    bodies = [row.body for row in sorted(rows, key=lambda row: row.number)]
    shorts = [body.abbreviation for body in bodies if body.abbreviation]
    if not shorts:
        # Its own papers spell it out, but another paper says what it is called for short.
        shorts = [s for body in bodies for s in short_forms.get(name_key(body.name), ())]
    short = max(sorted(set(shorts)), key=shorts.count) if shorts else None
    called = [b.name if _base(b.name) in several else _PLACE.sub("", b.name) for b in bodies]
    name = max(sorted(set(called)), key=len)
    names = dict.fromkeys([*called, *(body.name for body in bodies), *shorts])
    apart = _base(name) in several and _PLACE.search(name) is not None
    key = _short_key(short) if short and not apart else name_key(name)
    return Resolved(key, Body(name, short), tuple(names), frozenset(row.number for row in rows))
