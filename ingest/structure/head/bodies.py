"""Which committee a document belongs to."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from index.danish.calendar import MONTH_PATTERN
from index.danish.days import find_dates
from index.documents import Abbreviation, Body, SectionKind
from ingest.structure.head.abbreviations import explained_for
from ingest.structure.head.boards import as_board, assemblies_in, board_in
from ingest.structure.head.capitals import lowered
from ingest.structure.head.meetings import bodies_in_meetings, is_announced
from ingest.structure.layout.lines import Line, breadcrumb, without_mark
from ingest.structure.layout.vocabulary import part_heading

_BODY_WORD = (
    r"[\wæøåÆØÅ-]*(?:udvalg(?:et|ene)?|råd(?:et)?|regionsråd(?:et)?|byråd(?:et)?|kommunalbestyrelsen?"
    r"|bestyrelsen?|styregruppen?|arbejdsgruppen?|temagruppen?|følgegruppen?|projektgruppen?"
    r"|koordinationsgruppen?|faggruppen?|nævn(?:et)?|forum(?:met)?|kommission(?:en)?|direktion(?:en)?"
    r"|repræsentantskab(?:et)?|borgerrepræsentation(?:en)?|samråd(?:et)?|klyngen?|sundhedsklyngen?"
    r"|samarbejdsorganisation(?:en)?|[a-zæøå]{3,}-MED(?:-udvalg(?:et)?)?"
    r"|komit[eé](?:en)?|kontaktråd(?:et)?|generalforsamling(?:en)?|committee|board|council|panel"
    r"|(?:steering|working|project|advisory|reference|expert)\s+group)"
)
_HAS_BODY_WORD = re.compile(rf"(?<![\wæøå]){_BODY_WORD}(?![\wæøå])", re.IGNORECASE)
_FOLDER = re.compile(
    rf"{_BODY_WORD}|(?:(?!(?:af|om|for|til|fra|i|på|med|ved)\s)[\w-]+,?\s+(?:og\s+)?){{0,4}}?{_BODY_WORD}(?<=e[nt])"
    r"(?:\s+(?:for|i|ved)\s+(?-i:[A-ZÆØÅ])[^\d]*)?",
    re.IGNORECASE,
)
"""A folder that is named after a body: "Ældre- og Handicaprådet", "Skolerådet i Mole"."""
_WHOSE = re.compile(r"[A-ZÆØÅ]{2,6}\s+[–-]\s+(?=[A-ZÆØÅ]{2,6}\b)")  # "LMU - HAV": whose it is
_SMALL = re.compile(rf"(?:\w+(?:igt?|ige|ende|iske?|ale|lles)\s+)?{_BODY_WORD}(?![\wæøå])", re.I)
_END = re.compile(
    r"\s*(?:,?\s*(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\b|,?\s+(?:den|d\.)\s*\d|\s+kl\.?\s*\d"
    rf"|,?\s+\d{{1,2}}[./-]\s?(?:\d|{MONTH_PATTERN})|\s+[–—-]\s+|\s+(?:nr\.?|møde)\s*\d|\s*,\s*(?:[\wæøå]+\s+)?\w*møde\b|\bi\s+lokale\b|:|\s{{3,}}|$)",
    re.IGNORECASE,
)
_IN = re.compile(
    r"(?:^|(?<=\s))(?:\w*møde(?:t|rne)?|samling)\s+(?:nr\.?\s*\d+\s+)?i\s+"
    rf"(?P<body>(?!\d|(?:{MONTH_PATTERN})\b)\S.{{1,140}})",
    re.IGNORECASE,
)
_JOINT = re.compile(
    rf"(?:^|(?<=\s))fælles\s?møde\s+(?:mellem|for|med|af)\s+(?P<body>[^:;\n]*?(?<![\wæøå]){_BODY_WORD}(?![\wæøå])[^:;\n]*?)"
    rf"\s*(?:,|\s(?:og|samt)\s)\s*(?=[^:;\n]*(?<![\wæøå]){_BODY_WORD}(?![\wæøå]))",
    re.IGNORECASE,
)
"""A meeting of two bodies: the one named first keeps the minutes."""
_SORT_OF_MEETING = r"(?:(?:ekstra)?ordinære?t?|årlige?t?|konstituerende|stiftende|årets)"
_LABEL = re.compile(
    r"(?:udvalg|mødeforum|forum|mødeudvalg|udvalgsnavn|gruppe|råd|nævn|besluttende\s+organ|committee)"
    r"\s*(?P<colon>:|·)?\s*(?P<body>.*)",
    re.IGNORECASE,
)
_OF_KIND = re.compile(
    r"(?:(?:udskrift|afskrift|uddrag)\s+af\s+)?(?:(?:dagsord\w+\s+og\s+)?\w*referat(?:er|et)?|\w*dagsorden|\w*protokol(?:len)?|kommissorium|forretningsorden|vedtægter?|mandat)\s+"
    r"(?:fra|af|for|til)\s+(?:det\s+|den\s+)?(?P<body>(?!\w*møde).{2,140})",
    re.IGNORECASE,
)
_KIND = (
    r"(?:\w*referat(?:et)?|\w*dagsorden(?:en)?|\w*protokol(?:len)?|referat\s+og\s+dagsorden"
    r"|dagsord\w+\s+og\s+referater|mødeindkaldelse)"
)
_KIND_BEFORE = re.compile(
    rf"^(?:(?:godkendt|udkast\s+til|foreløbigt?|åben|åbent)\s+)?{_KIND}\s*(?::|,|[–—-](?=\s))\s*(?=\S)",
    re.IGNORECASE,
)
_KIND_IN_NAME = re.compile(
    r"^(?:(?:(?:god|ud)kendt|endeligt?|foreløbigt?|åbent?|lukket|korrigeret|ekstraordinært?|udkast\s+til|draft)\s+)*"
    rf"(?:{_KIND}|udkast|udskrift|minutes|agenda|møde)\s+(?:(?:of|fra|af|for)\s+)?(?=(?-i:[A-ZÆØÅ]))",
    re.IGNORECASE,
)
_KIND_AFTER_NAME = re.compile(
    rf"(?<=\w),?\s+(?:{_KIND}|udkast|minutes|agenda|møde|mødet)$", re.IGNORECASE
)
_KIND_BEHIND = re.compile(rf"\s*[(\[]\s*(?:\w+\s+)?{_KIND}\s*[)\]]", re.IGNORECASE)
"""What sort of paper it is: "Referat: Havnerådet", "Havnerådet (referat)"."""
_COMPOUND = re.compile(
    r"(?<![\wæøå-])(?P<body>[A-ZÆØÅ][\wÆØÅæøå-]*?)-?møde(?:t|referat)?(?![\wæøå])",
)
_PART_OF_BODY = re.compile(
    r"(?:[\wæøå-]+(?:ligt?|isk[et]?|ende|rative?t?)\s+(?:og\s+\w+\s+)?){1,2}(?:forum|udvalg|niveau|styregruppe|følgegruppe|gruppe|klynge|råd"
    r"|arbejdsgruppe)",
    re.IGNORECASE,
)
"""A body's own half behind a dash: "Sundhedsklynge Vest – fagligt forum"."""
_OWN_PROTOCOL = re.compile(
    r"(?:^|(?<=\s))(?P<body>(?:(?!(?:af|fra|for|til|i|på|om|udskrift|afskrift|uddrag|indkaldelse|\w*referat|\w*protokol|\w*dagsorden"
    rf"|noter)\b)(?-i:[A-ZÆØÅ])[\wæøåÆØÅ-]*,?\s+(?:og\s+)?){{0,6}}{_BODY_WORD})s\s+(?:[\w.-]+\s+){{0,3}}?"
    r"\w*(?:protokol|møde|referat|dagsorden|samling)(?:en|et|er)?(?![\wæøå])",
    re.IGNORECASE,
)
"""Whose paper it is: "Udskrift af Byrådets forhandlingsprotokol", "Havnenævnets møde den …"."""
_HELD = re.compile(
    rf"\b(?:af)?holdt\s+(?P<body>(?:[\wæøå-]+,?\s+){{0,5}}?{_BODY_WORD})\s+(?:\w+\s+){{0,2}}?møde(?![\wæøå])",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?P<body>[A-ZÆØÅ][^\d:]{2,80}?)\s*,?\s+(?:den\s+|d\.\s*)?\d[^:]{3,45}:")
_DECIDED_IN = re.compile(
    r"beslutning(?:\s+i|\s+fra)?\s+(?P<body>[A-ZÆØÅ].{2,90}?)(?:,?\s+(?:den|d\.)\s|\s+\d)|sagen\s+afgøres"
    r"\s+(?:endeligt\s+)?af\s+(?P<authority>[A-ZÆØÅ][^.\n]{2,90})"
    r"|(?P<owner>[A-ZÆØÅ][\wæøå-]*(?:\s[\wæøå-]+){0,6}?)s\s+beslutning\b",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"\s*\(\s*(?P<short>[A-ZÆØÅ][\wÆØÅæøå/&-]{1,11})\s*\)")
_TERM = re.compile(r"\s*\(?\b(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\b\)?")
"""A term of office behind the name: "Regionsrådet 2018-2021"."""
_WRAPPED = re.compile(
    r"(?:\b(?:og|for|i|af|på|til|om|under|vedrørende|vedr\.)|-|,)$", re.IGNORECASE
)
_DAY_BEFORE = re.compile(
    r"[\s,]*\b(?:den|d\.?|(?:man|tirs|ons|tors|fre|lør|søn)dag(?:\s+(?:den|d\.?))?)\s*$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?<![\w-])(?:af|om|for|til|fra|i|på|med|ved|vedr\w*)(?![\w-])", re.IGNORECASE
)
_FIELD = re.compile(
    r"(?:titel|title|overskrift|organisation|institution|virksomhed|forening)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
"""Before a value in the front matter of a file: "organisation: Fonden Kajen"."""
_OF_WHOM = re.compile(r"(?:for|fra|af|over)\s+(?:det\s+|den\s+)?(?-i:[A-ZÆØÅ])", re.IGNORECASE)
_KIND_ALONE = re.compile(rf"(?:(?:udskrift|afskrift)\s+af\s+)?{_KIND}", re.IGNORECASE)
_MENU = re.compile(r"\s*[|·•]\s*")
_MENU_ENTRIES = 4
"""Parts of a line from which it is the menu of a page: "Forside | Kalender | Kontakt | Byråd"."""
_LONGEST = 120
_NOT_A_NAME = re.compile(
    r"@|https?:|\d{4,}|\.\s+[A-ZÆØÅ]|^\(|[?!>»›]"
    r"|^(?:afbud|fraværende|deltagere|til\s*stede|mødeleder|ordstyrer|referent|dirigent|bemærkninger)\b"
    r"|\b(?:konstaterede|foreslår|forslår|foreslog|indstiller|besluttede|godkendte|vedtog|orienterede|er|var|blev|havde|har|skal)\b",
    re.IGNORECASE,
)
"""What no name of a body has in it: the label of another thing, the verb of a sentence."""
_DOES = re.compile(
    rf"{_BODY_WORD}(?<=e[nt])\s+(?:[a-zæøå]{{2,}}(?:ede|[^se\W]te)|fandt|bad|tog|gav|fik|holdt|lod|så)\s",
    re.IGNORECASE,
)
"""A sentence on what a body did: "Rådet valgte en kasserer"."""
_OWN_MEETING = re.compile(r"(?<=[a-zæøå]{3})s\s+(?=(?:møde|mødet|referat|dagsorden)$)", re.I)


def body_of(
    head: Sequence[Line],
    lines: Sequence[Line],
    abbreviations: Sequence[Abbreviation],
    *,
    title: str | None,
    source: str,
) -> Body | None:
    """Return the body that a document of a meeting names in its head, else elsewhere."""
    given = [title] if title else []
    words = [_without_kind(_FIELD.sub("", line)) for line in [*given, *_joined(head)]]
    board = board_in(words)
    sources = (
        _found(words, _HELD),
        _found(words, _JOINT),
        assemblies_in(words),
        _found(words, _IN),
        _labelled(words),
        _after_kind(words),
        _alone(words),
        _found(words, _OWN_PROTOCOL),
        _in_breadcrumb(head),
        bodies_in_meetings(words),
    )
    for found in sources:
        body = next((b for name in found if (b := _body(name, abbreviations)) is not None), None)
        if body is not None and not is_announced(body.name, words):
            named = as_board(body.name, board) if board is not None else None
            return Body(named, None) if named is not None else body
    if board is not None:
        return Body(board, None)
    return _from_decisions(lines, abbreviations) or _from_source(source, abbreviations)


def _without_kind(words: str) -> str:
    """Return a line without the sort of paper that stands before or behind a body's name."""
    bare = _KIND_BEHIND.sub("", words)
    kind = _KIND_IN_NAME.match(bare)
    if kind is not None and _HAS_BODY_WORD.search(bare, kind.end()):
        bare = bare[kind.end() :]
    before = _KIND_BEFORE.match(bare)
    rest = bare[before.end() :] if before is not None else ""
    return rest if _HAS_BODY_WORD.search(rest) else bare


def body_in_title(words: str, abbreviations: Sequence[Abbreviation]) -> Body | None:
    """Return the body that terms of reference are for: "Kommissorium for styregruppen for …"."""
    found = (_body(name, abbreviations) for name in _after_kind([words]))
    return next((body for body in found if body is not None), None)


def _joined(head: Sequence[Line]) -> list[str]:
    """Return the lines of the head, a name that was wrapped joined to its second half."""
    words: list[str] = []
    joins = False
    for line in head:
        if not line.short or line.chrome or len(_MENU.split(line.text)) >= _MENU_ENTRIES:
            continue
        text = without_mark(line.text)
        of_whom = _OF_WHOM.match(text) is not None
        if words and (joins or (of_whom and _KIND_ALONE.fullmatch(words[-1]))):
            words[-1] = f"{words[-1]} {text}"
        else:
            words.append(text)
        joins = _WRAPPED.search(text) is not None and not line.blank_after
    return words


def _labelled(words: Sequence[str]) -> Iterator[str]:
    for place, text in enumerate(words):
        match = _LABEL.fullmatch(text)
        if match is None:
            continue
        if match["body"] and match["colon"]:
            yield match["body"]
        elif not match["body"] and place + 1 < len(words):
            yield words[place + 1]


def _after_kind(words: Sequence[str]) -> Iterator[str]:
    for text in words:
        match = _OF_KIND.match(text)
        if match is not None and _HAS_BODY_WORD.search(match["body"]):
            yield match["body"]


def _alone(words: Sequence[str]) -> Iterator[str]:
    """Yield names that stand alone, or between dashes: "Byrådet - Referat"; "KEU-mødet"."""
    for place, text in enumerate(words):
        below = words[place + 1] if place + 1 < len(words) else ""
        segments = iter(re.split(r"\s+[–—-]\s+|\s*[|·•]\s*", text))
        for segment in segments:
            match = _HAS_BODY_WORD.search(segment)
            # "Tilpasning af lokale råd" is about bodies and names none.
            if match is None or len(segment) > _LONGEST:
                continue
            if not _PREPOSITION.search(segment, 0, match.start()):
                following = next(segments, below)
                part = _PART_OF_BODY.fullmatch(following.strip())
                yield f"{segment}, {_inside(part.group())}" if part is not None else segment
                break
    for text in words:
        match = _COMPOUND.search(text)
        if match is not None and (
            match["body"].isupper() or _HAS_BODY_WORD.fullmatch(match["body"])
        ):
            yield match["body"]


def _inside(part: str) -> str:
    """Return the name of a half as it stands behind that of the whole."""
    return part[0].lower() + part[1:]


def _found(words: Sequence[str], pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield the bodies that lines name in the form of a pattern."""
    for text in words:
        match = pattern.search(text)
        if match is not None:
            yield match["body"]


def _in_breadcrumb(head: Sequence[Line]) -> Iterator[str]:
    """Yield the last parts first: "Forside / Politik / Byrådet / 3. maj"."""
    for line in head:
        for part in reversed(breadcrumb(line.text)):
            if _HAS_BODY_WORD.search(part) and not _PREPOSITION.search(part):
                yield part


def _body(name: str, abbreviations: Sequence[Abbreviation]) -> Body | None:
    name = without_mark(name)
    for span, _ in find_dates(name)[:1]:
        name = name[: span.start]
    short = None
    bracket = _ABBREVIATION.search(name)
    if bracket is not None and not bracket["short"].islower():
        short = bracket["short"] if sum(c.isupper() for c in bracket["short"]) > 1 else None
        name = name[: bracket.start()] + (" " + name[bracket.end() :] if short is None else "")
    name = _DAY_BEFORE.sub("", name)
    of_whom = _WHOSE.match(name)
    end = _END.search(name, of_whom.end() if of_whom else 0)
    name = name[: end.start()] if end else name
    name = _TERM.sub("", name)
    name = re.sub(r"^(?:det|den)\s+", "", name, flags=re.IGNORECASE)
    name = re.sub(
        rf"^{_SORT_OF_MEETING}\s+(?=\w*(?:forsamling|repræsentantskab))", "", name, flags=re.I
    )
    name = _OWN_MEETING.sub(" ", re.sub(r"\s+", " ", name).strip(" .,;:–-("))
    name = _KIND_AFTER_NAME.sub("", _KIND_IN_NAME.sub("", name))
    if not _is_name(name):
        return None
    name = name if of_whom else lowered(name[0].upper() + name[1:])
    return Body(name, short or explained_for(name, abbreviations))


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= _LONGEST or _NOT_A_NAME.search(name) or _DOES.match(name):
        return False
    if not name[0].isalpha():
        return False
    return name[0].isupper() or _SMALL.match(name) is not None


def _from_decisions(lines: Sequence[Line], abbreviations: Sequence[Abbreviation]) -> Body | None:
    names: Counter[str] = Counter()
    latest = _latest(lines)
    if latest is not None and (body := _body(latest, abbreviations)) is not None:
        return body
    for line in lines:
        match = _DECIDED_IN.match(line.text) if line.short else None
        if match is not None:
            names[match["body"] or match["authority"] or match["owner"]] += 1
    return next((b for n, _ in names.most_common() if (b := _body(n, abbreviations))), None)


def _latest(lines: Sequence[Line]) -> str | None:
    """Return who decided last, where an item tells of several: "Byrådet den 3. marts 1999:"."""
    found: list[tuple[date, str]] = []
    for line in lines:
        part = part_heading(line.text) if line.short else None
        match = _DATED.match(line.text) if part and part.kind is SectionKind.DECISION else None
        day = next((day for _, day in find_dates(line.text)), None)
        if match is not None and day is not None and _HAS_BODY_WORD.search(match["body"]):
            found.append((day, match["body"]))
    return max(found)[1] if found else None


def _from_source(source: str, abbreviations: Sequence[Abbreviation]) -> Body | None:
    """Return the body that a folder or the file is named after: "keu/2018-12-06.pdf"."""
    parts = re.sub(r"\.\w{1,5}$", "", source).split("/")
    for part in reversed(parts[:-1]):
        word = part.replace("_", " ").strip()
        if _FOLDER.fullmatch(word):
            return _body(word[0].upper() + word[1:], abbreviations)
        if re.fullmatch(r"[A-Za-zÆØÅæøå]{2,5}", word) and not re.fullmatch(
            rf"(?:{MONTH_PATTERN}|pdf|docx?|html?|txt|arkiv|data|filer?|møder?)",
            word,
            re.IGNORECASE,
        ):
            return Body(word.upper(), word.upper())
    return None
