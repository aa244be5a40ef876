"""Which committee a question names, and whether it names one that the archive does not hold."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.questions.bodies.in_english import english_names
from bot.questions.bodies.institutions import boards_called, is_begun
from bot.questions.bodies.names import (
    PLACE,
    initials,
    name_forms,
    sole_heads,
    whole_forms,
)
from index.archive import BodyEntry
from index.danish import stopwords
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.stems import stem
from index.danish.words import Token, tokens
from index.spans import Span

_SMALL = stopwords.DANISH | stopwords.ENGLISH

_BODY_WORD = re.compile(
    r"(?!\w*omraad)\w{3,}(udvalg|raad|bestyrelse|styregruppe|styregrupp|naevn|kommission|forsamling)(et|en|ets|ens|n|ns|s)?"
    r"|(by|lands|menigheds|region|regions|hoved)(raad|bestyrelse|udvalg)(et|en|ets|ens|n|ns|s)?"
)
"""A committee by the make of its name, as folded. The bare word "udvalget" names none."""

_KINDS_OF_COUNCIL = frozenset(
    ("town", "city", "municipal", "regional", "county", "district", "parish", "local")
)

_BEFORE_MATTER = frozenset(
    (
        *("til", "om", "med", "fra", "vedr", "vedroerende", "angaaende"),
        *("to", "about", "with", "from", "regarding", "concerning"),
    )
)
"""Words after which a committee is what others speak of: "valgt til Regionsældrerådet"."""
_PAPERS = re.compile(
    r"(nyt|news|referat|minutes|dagsorden|agenda|beslutning|decision|dokument|paper)"
)
"""What comes from a committee itself, as folded."""
_SET_UP = re.compile(
    r"(?:skal|skulle|blev|bliver|er|was|is|were) (?:udpeg|vaelg|valgt|nedsa|oprett|afskaff"
    r"|nedlagt|nedlaeg|appoint|elect|set|dissol)"
)
"""What is done to a committee and not by it, behind its name."""
_ITS_OWN = re.compile(r"(moede|referat|dagsorden|beslutning|medlem|formand|meeting|minutes|agenda)")

_BEFORE_ABBREVIATION = frozenset(
    (
        *("besluttede", "beslutter", "vedtog", "vedtager", "godkendte", "bevilgede", "afviste"),
        *("sagde", "mente", "anbefalede", "indstillede", "droeftede", "behandlede"),
        *("i", "hos", "af", "fra", "by", "in", "at", "of", "from", "ved", "har"),
        *("did", "has", "was", "does", "do"),
    )
)
"""Words after which a run of capitals is likely to be a committee."""


_MEETING_OF = re.compile(
    r"(?:(?<=raad)|(?<=valg)|(?<=naevn)|(?<=relse))s?(?:moede|referat|dagsorden)\w*$"
)
"""What a word adds to a committee's name: "byrådsmødet", as folded."""


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A committee of the archive that a question names, with the words that name it."""

    body: BodyEntry
    span: Span


def find_bodies(
    question: str, bodies: Sequence[BodyEntry], glossary: Glossary | None = None
) -> tuple[BodyMention, ...]:
    """Return the committees that a question names, in the order in which it names them.

    A committee is named by an abbreviation, by its full name, by its name up to "for" or "ved"
    ("Praksisplanudvalget"), by one half of a double name ("Socialudvalget" for the "Social- og
    Sundhedsudvalget"), by the one word that says what it is where no other is one ("styregruppen"),
    inflected or not; with a glossary also by an English name. The longest
    name that fits a place wins; a name that several committees share names them all.
    """
    asked = tokens(question)
    stems = [stem(_MEETING_OF.sub("", token.folded)) for token in asked]
    names = {(form, body.key): body for body in bodies for form in name_forms(body)}
    # A name that is one body's whole is not half of another's: "Psykiatriudvalget" is not the
    # "Psykiatri- og Socialudvalget" where there is one of that name.
    whole = {(form, body.key) for body in bodies for form in whole_forms(body)}
    claimed = {form for form, _ in whole}
    names = {key: body for key, body in names.items() if key in whole or key[0] not in claimed}
    names |= {
        (head, body.key): body for head, body in sole_heads(bodies).items() if head not in claimed
    }
    candidates = [
        (start, start + len(name), body)
        for (name, _), body in names.items()
        for start in _places(stems, name, asked)
    ]
    by_initials = initials(tuple(bodies))
    candidates += [
        (at, at + 1, by_initials[token.text])
        for at, token in enumerate(asked)
        if token.text in by_initials and (stems[at],) not in claimed
    ]
    candidates += boards_called(asked, bodies)
    if glossary is not None:
        candidates += english_names(asked, bodies, glossary)
    candidates.sort(key=lambda c: (c[0] - c[1], c[0]))
    taken: list[tuple[int, int, BodyEntry]] = []
    for start, end, body in candidates:
        if all((start, end) == (s, e) or end <= s or e <= start for s, e, _ in taken):
            taken.append((start, end, body))
    # Beside a body that decides, one that something is given or sent to is part of the matter.
    taken = _of_places_named(taken, asked)
    deciding = [c for c in taken if not (c[0] and asked[c[0] - 1].folded in _BEFORE_MATTER)]
    return tuple(
        BodyMention(body, Span(asked[start].span.start, asked[end - 1].span.end))
        for start, end, body in sorted(deciding or taken, key=lambda c: c[0])
    )


def bodies_called(
    name: str,
    bodies: Sequence[BodyEntry],
    glossary: Glossary | None = None,
    *,
    cut: bool = True,
) -> frozenset[str]:
    """Return the keys of the bodies that somebody calls by a name alone, with nothing beside it.

    As in a question, or by how the words of the name begin: "social og sen". "Skoleudvalget i Nord"
    is not the "Skoleudvalget" of somewhere else. `cut`: whether a word may be cut short; not where
    matters are named as well, for "bus" is no "Busudvalget" there.
    """
    asked = tokens(name)
    if not asked:
        return frozenset()
    found = find_bodies(name, bodies, glossary)
    called = frozenset(m.body.key for m in found if _is_all(asked, m))
    begun = frozenset(b.key for b in bodies if any(_begun(asked, n, cut=cut) for n in b.names))
    return called or begun or frozenset(b.key for b in bodies if is_begun(asked, b))


def _is_all(asked: Sequence[Token], mention: BodyMention) -> bool:
    """Tell whether nothing stands beside a body's name but whose it is, and an article."""
    own = _place_of(mention.body)
    beside = (token for token in asked if not mention.span.contains(token.span))
    return all(
        token.folded in _BESIDE or stem(token.folded) in own or token.folded in _AUTHORITIES
        for token in beside
    )


_BESIDE = frozenset({"i", "in", "of", "the", "af", "for"})


def _begun(asked: Sequence[Token], name: str, *, cut: bool) -> bool:
    """Tell whether words are how those of a name begin, from its first one on."""
    words = [token.folded for token in tokens(name)]
    return len(asked) <= len(words) and all(
        word.startswith(token.folded) if cut else stem(word) == stem(token.folded)
        for token, word in zip(asked, words, strict=False)
    )


def _of_places_named(
    taken: Sequence[tuple[int, int, BodyEntry]], asked: Sequence[Token]
) -> list[tuple[int, int, BodyEntry]]:
    """Leave out councils of other places, where a question names the place of one."""
    stems = {stem(token.folded) for token in asked}
    named = [c for c in taken if (place := _place_of(c[2])) and place <= stems]
    spans = {(start, end) for start, end, _ in named}
    return [c for c in taken if c in named or (c[0], c[1]) not in spans]


def _place_of(body: BodyEntry) -> frozenset[str]:
    """Return the stems of the name of whose a body is, without what sort of authority it is."""
    placed = PLACE.search(body.body.name)
    words = tokens(placed["place"]) if placed is not None else ()
    return frozenset(stem(word.folded) for word in words if word.folded not in _AUTHORITIES)


_AUTHORITIES = frozenset({"kommune", "region", "amt", "amtskommune"})


def unknown_body(
    question: str,
    known: Iterable[Span],
    held_words: frozenset[str],
    *,
    places: bool = False,
) -> str | None:
    """Return the words by which a question names a committee that no document is from.

    Args:
        question: As asked.
        known: What names something else: a body that is held, a period.
        held_words: Folded words (abbreviations, parts of names) that mean something else here.
        places: Whether a council of a place is held: "Lindby council" may be that one, which is
            only called "Byrådet" in its own papers.
    """
    spans = tuple(known)
    asked = tokens(question)
    for place, token in enumerate(asked):
        if any(span.overlaps(token.span) for span in spans):
            continue
        if _BODY_WORD.fullmatch(token.folded):
            if _is_matter(asked, place):
                continue
            return _with_tail(question, asked, place, spans)
        if (
            place
            and _is_english_body(asked, place)
            and not _is_matter(asked, place - 1)
            and not (places and _is_of_a_place(asked, place))
        ):
            return question[asked[place - 1].span.start : token.span.end]
        before = asked[place - 1].folded if place else ""
        capitals = token.text.isupper() and 2 <= len(token.text) <= 6 and token.text.isalpha()
        if capitals and before in _BEFORE_ABBREVIATION and token.folded not in held_words:
            return token.text
    return None


def _is_matter(asked: Sequence[Token], place: int) -> bool:
    """Tell whether a committee is what is decided on, and not who decides.

    "Høringssvaret fra Ældrerådet", "blev ungdomsrådet godkendt?", "elevrådets henvendelse".
    """
    at = place - 1
    while at >= 0 and asked[at].folded in {"the", "a", "an", "den", "det", "de", "et", "en"}:
        at -= 1
    before = asked[at].folded if at >= 0 else ""
    earlier = asked[at - 1].folded if at >= 1 else ""
    if before in _BEFORE_MATTER and not _PAPERS.match(earlier):
        return True
    if at == 0 and before in {"blev", "bliver", "er", "was", "were", "is"}:
        return True
    following = asked[place + 1].folded if place + 1 < len(asked) else ""
    after = " ".join(token.folded for token in asked[place + 1 : place + 3])
    if _SET_UP.match(after):
        return True
    genitive = asked[place].folded.endswith(("ets", "ens"))
    return genitive and bool(following) and not _ITS_OWN.match(following)


def _is_english_body(asked: Sequence[Token], place: int) -> bool:
    """Tell whether a committee is named in English: "town council", "the Culture Committee"."""
    before, head = asked[place - 1], asked[place]
    if head.folded not in {"council", "committee", "board"}:
        return False
    return before.folded in _KINDS_OF_COUNCIL or (before.text[0].isupper() and place > 1)


def _is_of_a_place(asked: Sequence[Token], place: int) -> bool:
    """Tell whether a council is named by a name and not by what it deals with."""
    before, head = asked[place - 1], asked[place]
    return head.folded == "council" and before.folded not in _KINDS_OF_COUNCIL


_COUNCILS = re.compile(r"\b(by|region|regions|kommunal|kommune|amts)(raad|bestyrelse)\w*")
"""A council of a place, as folded."""


def holds_council(bodies: Sequence[BodyEntry]) -> bool:
    """Tell whether the archive holds a council of a town, a region or a county."""
    return any(_COUNCILS.search(fold(name)) for body in bodies for name in body.names)


def _with_tail(
    question: str, asked: Sequence[Token], place: int, known: Sequence[Span]
) -> str | None:
    """Return the name with its "for …" where a capital follows, unless it is in a known name."""
    token = asked[place]
    end = token.span.end
    if place + 2 < len(asked) and asked[place + 1].folded == "for":
        following = asked[place + 2]
        if following.text[0].isupper() and not any(s.overlaps(following.span) for s in known):
            end = following.span.end
    return question[token.span.start : end]


def _places(stems: Sequence[str], name: tuple[str, ...], asked: Sequence[Token]) -> list[int]:
    width = len(name)
    return [
        start
        for start in range(len(stems) - width + 1)
        if tuple(stems[start : start + width]) == name and _meant(asked[start], width)
    ]


def _meant(token: Token, width: int) -> bool:
    """Tell an abbreviation from a small word that looks like it: "SU" from "su", "ER" from "er"."""
    return width > 1 or token.folded not in _SMALL or token.text.isupper()
