"""Boards and assemblies of foundations and associations, named with whose they are.

Their papers say "Bestyrelsesmøde" and, on a line of its own, "Fonden X": two such boards are two
bodies, though both call themselves "bestyrelsen".
"""

import re
from collections.abc import Iterator, Sequence

from ingest.structure.head.capitals import lowered

_FORM = r"\b(?:I/S|A/S|ApS|P/S|K/S|S/I|a\.m\.b\.a\.?|amba|f\.m\.b\.a\.?|fmba)(?!\w)"
"""The legal form of a company, which ends its name."""
_KEEPS = (
    r"(?:(?:den|det)\s+)?(?:selvejende\s+(?:institution(?:en)?|\w+)|fonden|fond|foreningen|stiftelsen|institutionen|legatet|selskabet|andelsselskabet|puljen"
    r"|museet|hospicet|skolen|kollegiet|centret|teatret)\b"
    r"|[^\n]*?\b[\wæøå-]*(?:fond|fonden|museum|museet|skole|skolen|hospice|hospicet|center|centret|centeret|højskole|teater|forsyning|havn|bibliotek"
    r"|forening|foreningen|stiftelse|stiftelsen|institution|institutionen|kollegium|kollegiet|børnehus|børnehave|friskole|gymnasium|krisecenter"
    r"|herberg|plejehjem|legat|pulje|puljen|selskab|selskabet|idrætscenter|hal|hallen|forbund|forbundet|union|unionen|klub|klubben|laug|lauget"
    r"|vandværk|varmeværk|fjernvarme|forsamlingshus|medborgerhus|beboerhus|bylaug|ejerlav|korps|orkester|kor|menighed)\b"
    r"|[^\n]*\s(?-i:[A-Z]{0,2}(?:IF|IK|BK|FK|HK|GK|TK|RK|SK|KK))\b"
    r"|(?:H/F|A/B|E/F|G/F)\s+(?-i:[A-ZÆØÅ])[^\n]*"
    rf"|[^\n]*{_FORM}"
)
_INSTITUTION = re.compile(rf"(?:{_KEEPS})", re.IGNORECASE)
_MEETS = (
    r"(?:\w*bestyrelsesmøde(?:t|r)?|\w*bestyrelsesreferat(?:et)?|(?:møde\s+i\s+)?(?!kommunal)\w*bestyrelsen?"
    r"|bestyrelsens\s+[\wæøå]*møde)"
)
_MEETING = re.compile(rf"(?<![\wæøå]){_MEETS}(?![\wæøå])", re.IGNORECASE)
_RANKED = re.compile(r"(?<!\w)(?P<rank>hoved|lands)bestyrelse", re.IGNORECASE)
"""A board that has other boards below it: its papers and theirs are two bodies'."""
_OF = re.compile(
    rf"(?<![\wæøå]){_MEETS}\s+(?:i|for|hos|ved)\s+(?P<what>(?-i:[A-ZÆØÅ]|den\s+|det\s+)[^,:;\n]{{2,90}}?)(?=\s*(?:[,:;]|$)|\s+(?:den|d\.|\d|"
    r"(?:man|tirs|ons|tors|fre|lør|søn)dag|kl\.)|\s+[–—-]\s)",
    re.IGNORECASE,
)
_STANDING = (
    r"(?:udkast|(?:ikke|ej|endnu)\s+(?:ikke\s+)?godkendt|godkendt|foreløbigt?|endeligt?|underskrevet"
    r"|korrigeret|åbent?|offentligt?)"
)
"""How far minutes have come: "udkast til referat", "ikke godkendt referat"."""
_PAPER = (
    rf"(?:{_STANDING}\s+(?:til\s+)?)*(?:referat|dagsorden|protokol)\w*(?:\s*\({_STANDING}\))?"
    r"(?:\s+(?:af|fra|for|til|over)\s+|\s*(?::|,|\s[–—-])\s*)"
)
_SORT = r"(?:(?:ekstra)?ordinært?|konstituerende|stiftende)"
_MERE_MEETING = re.compile(rf"(?:\s*\b(?:{_STANDING}|{_SORT})(?!\w))+", re.IGNORECASE)
"""What meeting or minutes these are, and not whose: "Konstituerende bestyrelsesmøde"."""
_BEHIND = re.compile(
    rf"^(?:{_STANDING}\s*:\s*)?(?P<what>[A-ZÆØÅ][^:;\n]{{2,90}}?)\s*(?:,|\s[–—-]\s|:|\||\s)\s*(?:{_PAPER})?(?:{_SORT}\s+)?{_MEETS}"
    r"(?![\wæøå])(?!\s+(?:i|for|hos)\s)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:referat|dagsorden|protokol|udkast|møde|tid|sted|dato|deltagere|til\s*stede|afbud|fraværende|side|kl|punkt|formand\w*|referent|referater|ud\s+over|udover|foruden)\b|\d{4}|[:@>»›]",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"(?:udvalg|råd|nævn|kommission|direktion|kommunalbestyrelse)(?:et|en)?$|(?:kommune|region)s?\b",
    re.IGNORECASE,
)
_MERE_KIND = re.compile(
    r"(?:(?:en|et|den|det)\s+)?(?:(?:selvejende|erhvervsdrivende|almennyttige?|almene?|kommunale?|private?|statslige?|frivillige?)\s+)*"
    r"(?:(?:selvstyre|kommune|fri|efter|høj|privat|folke|lystbåde|fiskeri|trafik|industri|erhvervs|bolig|andels|aktie|børne|ungdoms|kultur|plejehjems)?"
    r"(?:havn|skole|fond|institution|forening|selskab|museum|center|bibliotek|have|hus|hjem|legat|stiftelse|virksomhed|organisation))",
    re.IGNORECASE,
)
"""What an institution is, and no name of one: "Selvstyrehavn"."""
_REGISTERED = re.compile(rf"(?P<name>[^\n,.:;]{{2,60}}?)\s+(?P<form>{_FORM})", re.IGNORECASE)
_ASSEMBLY = re.compile(
    r"(?:^|(?<=\s))(?P<body>repræsentantskab|generalforsamling|delegeretforsamling)s?-?møde(?:t)?\s+(?:i|for|hos)\s+"
    r"(?P<of>(?-i:[A-ZÆØÅ])[^,:;\n]{2,90})",
    re.IGNORECASE,
)
"""A meeting of all members, or of those who stand for them, with what they are members of."""
_ANY_BOARD = re.compile(
    r"(?!kommunal)\w*bestyrelsen?$|(?![^,]*(?:udvalg|råd|nævn|kommission))(?:fonden|foreningen|den\s+selvejende|selvejende)\b",
    re.IGNORECASE,
)
"""What a board is called where its papers do not say whose it is, or only that."""
_ROOM = re.compile(r",\s*(?:møde)?(?:lokale|sal)\b.*$", re.IGNORECASE)
"""Where the meeting was, behind the name of the institution."""
_SHORT_FORM = re.compile(r"\s*\([A-ZÆØÅ]{2,8}\)$")
"""What an institution is called for short, behind its name."""
_FOUNDED = re.compile(r"\s+(?:af|fra|anno|stiftet)\s+1[5-9]\d\d$", re.IGNORECASE)
"""What an old association adds to its name."""
_NEAR = 3
"""Lines above or below the one that names the meeting in which the institution is named."""


def board_in(words: Sequence[str]) -> str | None:
    """Return the name of the board whose meeting the lines of a head tell of, if they do."""
    for place, line in enumerate(words):
        if _MEETING.search(line) is None:
            continue
        named = _OF.search(line) or _BEHIND.match(line)
        what = named["what"].strip(" .–-") if named else None
        if what is None or _is_no_name(what):
            what = _beside(words, place)
        if what is not None and not _ANOTHER.search(what):
            rank = _RANKED.search(line)
            board = f"{rank['rank'].capitalize()}bestyrelsen" if rank else "Bestyrelsen"
            return f"{board} for {_inside(_SHORT_FORM.sub('', _ROOM.sub('', what)))}"
    return None


def _is_no_name(what: str) -> bool:
    mere = _MERE_KIND.fullmatch(what) or _MERE_MEETING.fullmatch(what)
    return mere is not None or _NO_NAME.search(what) is not None


def as_board(body: str, board: str) -> str | None:
    """Return a body as the board of what it is the board of, where its name does not say it."""
    if not (_ANY_BOARD.match(body) or body in board):
        return None
    named, _, what = board.partition(" ")
    own = body if re.fullmatch(r"\w+bestyrelsen", body, re.IGNORECASE) else named
    return f"{own} for {lowered(what.removeprefix('for '))}"


def _beside(words: Sequence[str], place: int) -> str | None:
    """Return the line next to that of the meeting that names a foundation or an institution.

    "FJORDVAND I/S" over "Fælleskommunalt vandselskab for Odde og Næs" is the name, the line below
    it what the company is; the name may stand higher than others.
    """
    above = [line.strip(" .,–-") for line in reversed(words[:place])]
    near = [*above[:_NEAR], *(w.strip(" .,–-") for w in words[place + 1 : place + 1 + _NEAR])]
    found = next((line for line in near if _names_institution(line)), None)
    if found is None or _REGISTERED.fullmatch(found) or found not in above:
        return found
    higher = above[above.index(found) + 1 :][:_NEAR]
    names = (w for w in higher if _REGISTERED.fullmatch(w) and _names_institution(w))
    return next(names, found)


def assemblies_in(words: Sequence[str]) -> Iterator[str]:
    """Yield "Repræsentantskabet i Roforbundet" for the "repræsentantskabsmøde i Roforbundet"."""
    for text in words:
        if (match := _ASSEMBLY.search(text)) is not None:
            ending = "et" if match["body"].lower().endswith("skab") else "en"
            yield f"{match['body'].capitalize()}{ending} i {match['of']}"


def _names_institution(line: str) -> bool:
    line = _FOUNDED.sub("", line)
    if _MERE_KIND.fullmatch(line) or _NO_NAME.search(line) or _MEETING.search(line):
        return False
    return _INSTITUTION.match(line) is not None


def _inside(name: str) -> str:
    """Return a name as it stands inside a sentence."""
    company = _REGISTERED.fullmatch(name)
    name = f"{lowered(company['name'])} {company['form']}" if company else lowered(name)
    return re.sub(r"^(?:Den|Det)(?=\s+selvejende)", lambda m: m.group().lower(), name)
