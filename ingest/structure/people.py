"""Names of persons with their titles and organisations, as attendance lists write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.documents import Attendee, Presence
from ingest.structure.trades import name_behind_title

_NAME_WORD = r"[A-ZÆØÅÉÖÜÄ][\wÆØÅæøåéöüäáóíèçñß'’.-]*"
_PARTICLE = r"(?:von|van|de|la|el|af|der|den|du|da|al|ibn|zu)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+)?{_NAME_WORD}){{1,5}}")
_ROLE_END = (
    r"(?:chef|direktør|konsulent|læge|leder|formand|forkvinde|formanden|sekretær|medlem|mester|professor"
    r"|koordinator|rådmand|rådgiver|jurist|fuldmægtig|specialist|plejerske|terapeut|psykolog|ingeniør"
    r"|repræsentant|suppleant|stedfortræder|observatør|udvikler|økonom|analytiker|assistent|inspektør"
    r"|studerende|lektor|overlæge|farmaceut|jordemoder|tandlæge|dekan|rektor|forstander|sundhedsdirektør"
    r"|koncerndirektør|politiker|minister|præst|pædagog|controller|advokat|byrådsmedlem|rådsmedlem|ansvarlig|foged"
    r"|arkitekt|tekniker|bibliotekar|lærer|manager|kirurg|provst|biskop|dommer|fysiker|kemiker|partner|ejer"
    r"|apoteker|forsker|bestyrer|planlægger|arbejder|kasserer|redaktør|revisor|kaptajn|betjent|portør|[a-zæøå]{3,}(?:log|graf|nom|ist|iker))"
)
_ROLE_WORDS = re.compile(
    rf"(?P<role>(?:(?:[\wæøåÆØÅ-]*{_ROLE_END}|Praktiserende|Konstitueret|Fung(?:erende|\.)|Viceborgmester"
    r"|Lægelig|Ledende|(?:Prakt|Konst|Afd|Stud|Sekr|Vicedir|Dir)\.|Administrerende|Adm\.|Regional|[\wæøå-]*faglig|Cand\.\w+\.?|Dr\.|Prof\.|Hr\.|Fru)\s+)+)"
    rf"(?={_NAME_WORD}\s+\S)",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(
    rf"(?=(?-i:[A-ZÆØÅ]))[\wæøåÆØÅ-]*{_ROLE_END}(?:en|et)?\s+(?:for|fra|af|i|ved|på)\s+(?:(?:de|den|det)\s+)?",
    re.IGNORECASE,
)
_OFFICE_OF_WHAT = re.compile(r"for|fra|af|i|ved|på|og|til|med|under")
_FIRST_AND_LAST = 2
"""An office with what it is of before a name: "Repræsentant for de ansatte Maja Dam"."""
_SHORT_ROLE = re.compile(r"(?P<role>[A-ZÆØÅ]{3,6}|TR)\s+(?=[A-ZÆØÅ][a-zæøåéöü])")
"""A role in capitals before a name: "FTR Maja Dam"."""
_OF_A_BODY = re.compile(
    r"(?:råd|udvalg|nævn|bestyrelse|foreningen|forening|kommission|skole|fond|klub|forbund|kreds|center|gruppe|hjem"
    r"|selskab|virksomhed)(?:et|en|n|s|erne)?$|[a-zæøå]{4,}(?:en|et|erne)$",
    re.IGNORECASE,
)
_ROLE_LIKE = re.compile(rf"(?:[\wæøå-]+\s+){{0,2}}[\wæøå-]*{_ROLE_END}\b", re.IGNORECASE)
_OFFICE = (
    rf"(?:\d\.\s*)?(?:[\wæøå-]+(?:ende|lig|isk)\s+)?[\wæøå-]*"
    rf"(?:{_ROLE_END}|referent|kasserer|ordstyrer|dirigent|borgmester)"
)
_OFFICE_BEHIND_BRACKET = re.compile(
    rf"\s*\([^()]{{1,60}}\)\s*(?={_OFFICE}(?:\s+(?:for|af|i|ved)\s[^,]*)?\s*(?:[,(]|$))",
    re.IGNORECASE,
)
_OFFICE_BEHIND = re.compile(rf"(?P<name>.*{_NAME_WORD})\s+(?P<office>(?=[a-zæøå\d]){_OFFICE})")
"""The office behind a name without a comma: "Ib Krog (B) formand", "Maja Dam næstformand"."""
_PARTY = re.compile(r"\(?(?P<party>[A-ZÆØÅ]|løsgænger|UFP|SF|LA|DF|NB|DD|EL)\)?", re.IGNORECASE)
_BRACKET = re.compile(r"\((?P<words>[^()]{1,60})\)")
_OBSERVER = re.compile(
    r"observatør|gæst|suppleant|referent|stedfortræder|^noter$|^ref\.?$|^sekr\.?$|^(?:næst|vice)formand$",
    re.IGNORECASE,
)
_FOR_ITEMS = re.compile(
    r"(?:ad|pkt\.?|punkt|sag|til\s+(?:pkt\.?|punkt)|under|kl\.?)\s*\d", re.IGNORECASE
)
"""How long somebody was there: "(ad 2)"."""
_CAME_AND_WENT = re.compile(
    r"(?:deltog|deltager|mødte?|forlod|gik|ankom|kom|kun|dog|ikke|fra|til|indtil|inhabil\w*|afbud|forfald|fraværende|via"
    r"|på\s+(?:teams|skype|video|telefon)|online|virtuelt)\b(?!\s+[A-ZÆØÅ][a-zæøå]*\s*$)",
    re.IGNORECASE,
)
"""What a bracket says of the person's presence: "(deltog ikke i punkt 4)"."""
_WHY_AWAY = re.compile(
    r"(?:(?:på|pga\.?|grundet|på\s+grund\s+af)\s+)?(?:\w*orlov|barsel|ferie|kursus|konference|\w*rejse|\w*syg(?:dom|meldt)?|uarbejdsdygtig"
    r"|(?:andet|anden)\s+(?:møde|aktivitet)|optaget|forhindret|udlandet|leave|on\s+leave|holiday|ill|illness|sick)"
    r"|(?:udtråd(?:t|te)|fratråd(?:t|te)|ophørt|fritaget|vakant|resigned)\b.*",
    re.IGNORECASE,
)
"""Why somebody was not there, or sits there no longer; no place where people work."""
_NEW = re.compile(r"(?:ny|nyt|nyvalgt|nyudpeget|genvalgt|afgående|tiltrædende)", re.IGNORECASE)
CHAIR = re.compile(r"mødeleder|ordstyrer|\bformand\b(?!\s+for\b)|forkvinde|dirigent", re.IGNORECASE)
_NOT_NAMES = re.compile(
    r"\b(?:Region|Kommune|Regionsrådet|Regionshuset|Udvalg\w*|Afdeling\w*|Sekretariat\w*|Administration\w*"
    r"|\w*[Hh]ospital\w*|\w*[Ss]ygehus\w*|Center|Centret|Universitet\w*|Praksis|Bilag|Punkt|Beslutning|Indstilling"
    r"|Orientering\w*|Styregruppen?|Råd(?:et)?|Byråd(?:et)?|Forening\w*|Organisation\w*|Danske|Koncern)\b"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a list names them."""

    name: str
    role: str | None
    organisation: str | None


def parse_person(words: str) -> Person | None:
    """Read "Direktør Karen Holm, Viborg Kommune (observatør)"; `None` where there is no name."""
    words = re.sub(r"\s+", " ", words).strip(" .;:-–•\t")
    if not 4 <= len(words) <= 200:
        return None
    roles, organisation = in_brackets(words)
    bare = _BRACKET.sub(" ", _OFFICE_BEHIND_BRACKET.sub(", ", words))
    parts = [p.strip(" .") for p in re.split(r",|\s[–-]\s", bare) if p.strip(" .")]
    if parts and (behind := _OFFICE_BEHIND.fullmatch(parts[0])) is not None:
        parts[:1] = [behind["name"], behind["office"]]
    role, name = _titled(parts[0]) if parts else (None, "")
    if not _NAME.fullmatch(name) or _NOT_NAMES.search(name):
        return None
    if role:
        roles.insert(0, role)
    for part in parts[1:]:
        if re.search(r"\b(?:stedfortræder|suppleant)\b", part) and _NAME.match(part):
            continue  # who came instead
        if re.match(r"(?:der|som|hvis|idet|har|var|men|og)\b", part):
            continue  # a clause about the person
        if _WHY_AWAY.fullmatch(part):
            continue
        if _PARTY.fullmatch(part):
            organisation = organisation or part
        elif _ROLE_LIKE.match(part) or CHAIR.match(part) or not part[:1].isupper():
            roles.insert(len(roles) if role else 0, part)
        else:
            # A party's letter gives way to a municipality.
            is_open = organisation is None or len(organisation) <= 3
            organisation = part if is_open else organisation
    return Person(name, ", ".join(dict.fromkeys(roles)) or None, organisation)


def _titled(words: str) -> tuple[str | None, str]:
    """Part "Direktør Maja Dam" and "Repræsentant for de ansatte Maja Dam" into role and name."""
    words = re.sub(r"\s+", " ", words).strip()
    name = _named_behind_office(words)
    if name is not None and _NAME.fullmatch(name):
        return words[: -len(name)].strip(), name
    if (title := _ROLE_WORDS.match(words)) is not None:
        return title["role"].strip(), words[title.end() :].strip()
    if (short := _SHORT_ROLE.match(words)) is not None and _NAME.fullmatch(words, short.end()):
        return short["role"], words[short.end() :]
    at = name_behind_title(words)
    if at is not None and _NAME.fullmatch(words, at):
        return words[:at].strip(), words[at:]
    return None, words


def _named_behind_office(words: str) -> str | None:
    """Return the name behind an office and what it is of; `None` where no word surely begins it.

    "for de frivillige Maja Dam" ends at a small letter; of "for Havnelauget Maja Dam" the first
    word must be what the office is of, and two be left.
    """
    office = _OFFICE_OF.match(words)
    behind = re.split(r"\s", words[office.end() :]) if office else []
    small = [i for i, w in enumerate(behind) if w[:1].islower() and not re.fullmatch(_PARTICLE, w)]
    of_body = [i for i, w in enumerate(behind[:-_FIRST_AND_LAST]) if _OF_A_BODY.search(w)]
    if small and not _OFFICE_OF_WHAT.fullmatch(behind[small[-1]]):
        name = behind[small[-1] + 1 :]
    else:
        last = max([small[-1] + 1 if small else 0, *of_body])
        name = behind[last + 1 :]
        if len(name) != _FIRST_AND_LAST or not _OF_A_BODY.search(behind[last]):
            return None
    return " ".join(name)


def in_brackets(words: str) -> tuple[list[str], str | None]:
    """Return the roles and the organisation that stand in brackets."""
    roles: list[str] = []
    organisation: str | None = None
    for bracket in _BRACKET.finditer(words):
        inside = bracket["words"].strip()
        if _FOR_ITEMS.match(inside) or _CAME_AND_WENT.match(inside) or _WHY_AWAY.fullmatch(inside):
            continue
        if _PARTY.fullmatch(inside):
            organisation = inside
        elif _tells_role(inside):
            roles.append(inside)
        else:
            organisation = inside
    return roles, organisation


def _tells_role(words: str) -> bool:
    patterns = (_OBSERVER, _ROLE_LIKE, CHAIR)
    return _NEW.fullmatch(words) is not None or any(p.search(words) for p in patterns)


def split_names(words: str) -> list[tuple[int, str]]:
    """Part "A Hansen, B Nielsen og C Holm" into names with where each begins.

    A comma parts persons only where a name follows; "A Hansen, Viborg Kommune" stays together.
    """
    pieces: list[tuple[int, str]] = []
    start = 0
    for match in re.finditer(
        r"\s*(?:;|,(?:\s*(?:og|samt|and)(?=\s))?|\.(?=\s+[A-ZÆØÅ][^:.,;()]{2,70}:\s)|\s+(?:og|samt|and)\s)\s*",
        words,
        re.IGNORECASE,
    ):
        rest = words[match.end() :]
        if _in_bracket(words[start : match.start()], rest):
            continue
        if _begins_with_person(rest) or (
            match.group().strip(" ,").lower() in {"og", "samt"} and pieces
        ):
            pieces.append((start, words[start : match.start()]))
            start = match.end()
    pieces.append((start, words[start:]))
    return [(at, piece) for at, piece in pieces if piece.strip()]


def _in_bracket(before: str, behind: str) -> bool:
    """Tell whether a place between two stretches lies in a bracket: "(pkt. 4 og 6)"."""
    closes, opens = behind.find(")"), behind.find("(")
    return before.count("(") > before.count(")") and closes >= 0 and not 0 <= opens < closes


def _begins_with_person(words: str) -> bool:
    words = re.sub(r"^[A-ZÆØÅ][^:.,;()]{2,70}:\s+", "", words[:200])
    return parse_person(_BEHIND_NAME.split(words[:120], maxsplit=1)[0].strip()) is not None


_BEHIND_NAME = re.compile(
    r",|;|\s+(?:og|samt|and)\s|\(|\s+i\s+stedet\s+for\s|\s+(?:fra|til|indtil|under|ved|efter|før|from|until)\s(?=\D{0,25}\d)"
    r"|\s+(?:fraværende\s+)?(?:med|uden|efter)\s+(?:\w+\s+)?(?:afbud|forfald)\b|(?<!\b(?-i:[A-ZÆØÅ]))(?<!\bprakt)(?<!\bkonst)(?<!\bafd)(?<!\bstud)(?<!\bsekr)\.\s|\.$",
    re.IGNORECASE,
)


def chair_of(attendance: Sequence[Attendee], named: str | None = None) -> str | None:
    """Return who led the meeting: the *mødeleder*, else the one who is called chair.

    Args:
        attendance: Who came and who did not.
        named: Whom the head names as chair, who leads unless absent.
    """
    away = {a.name for a in attendance if a.presence is not Presence.PRESENT and a.item is None}
    if named is not None and named not in away:
        return named
    able = [a for a in attendance if a.role and a.presence is Presence.PRESENT and a.item is None]
    for pattern in (re.compile(r"mødeleder|ordstyrer|dirigent", re.IGNORECASE), CHAIR):
        leader = next((a.name for a in able if a.role and pattern.search(a.role)), None)
        if leader is not None:
            return leader
    return None
