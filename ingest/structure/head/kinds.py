"""What sort of document it is, and how far its minutes have come."""

import re
from collections.abc import Sequence

from index.danish.calendar import MONTH_PATTERN
from index.danish.days import find_dates
from index.documents import MEETING_PAPERS, DocumentKind, MinutesStatus, Section, SectionKind
from ingest.structure.head.draft_papers import is_draft_paper
from ingest.structure.items.agenda import Agenda
from ingest.structure.layout.lines import Line, without_mark
from ingest.structure.sections import NAMED_DECISION

_HEAD_LINES = 30
"""Non-empty lines at the start of a document in which its kind is looked for."""

_KINDS: tuple[tuple[DocumentKind, str], ...] = (
    (
        DocumentKind.MINUTES,
        r"(?:\w*referat(?:et|er)?|\w*protokol(?:len)?|protokoludskrift|beslutninger\s+fra|konklusioner"
        r"|minutes|dagsorden\s+(?:og|med|/)\s*(?:\w+\s+)?referat"
        r"|(?:udskrift|afskrift|uddrag)\s+af\s+(?:\w*protokollen|\w*referatet|\w+(?:ets|ens|s)\s+\w*protokol)"
        r"|(?:notat(?:er|erne)?|note(?:r|rne)?|opsamling|opsummering)\s+(?:fra|af)\s+(?:\w+\s+){0,2}\w*møde(?:t|r)?)",
    ),
    (DocumentKind.AGENDA, r"(?:\w*dagsorden|\w*dagsordner|mødeindkaldelse|indkaldelse|agenda)"),
    (
        DocumentKind.TERMS,
        r"(?:\w*kommissori(?:um|et|er)|\w*forretningsorden(?:en)?|\w*vedtægt(?:er|erne)?|\w*fundats(?:en)?|mandat"
        r"|terms\s+of\s+reference)",
    ),
    (
        DocumentKind.AGREEMENT,
        r"(?:\w*overenskomst(?:en)?|\w*aftale(?:n|r)?|protokollat|\w*forlig|[a-z]?ok\d\d|agreement)",
    ),
    (
        DocumentKind.STRATEGY,
        r"(?:[\w-]*strategi(?:en|er)?|\w*handle?plan(?:en)?|\w*handlingsplan(?:en)?|\w*politik(?:ken)?"
        r"|praksisplan(?:en)?|sundhedsplan(?:en)?|udviklingsplan(?:en)?|masterplan|vision(?:en|er)?"
        r"|strategy)",
    ),
    (
        DocumentKind.MEMO,
        r"(?:\w*notat(?:et)?|memo(?:randum)?|\w*redegørelse|status(?:notat|rapport))",
    ),
)
_BEFORE = (
    r"(?:(?:hermed|endelig|endeligt|godkendt|ikke\s+godkendt|foreløbig|foreløbigt|revideret|ny|nyt|den|det"
    r"|udkast\s+til|forslag\s+til|åben|åbent|ekstraordinært?|ordinært?|lukket|fælles|kort|udvidet"
    r"|politisk|regional|administrativ|samlet|bilag\s+\w{1,3}\s*[:.–-]?)\s+)*"
)
_PATTERNS = tuple(
    (kind, re.compile(rf"{_BEFORE}(?:{words})\b(?!-)", re.IGNORECASE)) for kind, words in _KINDS
)
_LAST_LINES = 6
"""Non-empty lines at the end in which minutes may say that they are not approved yet."""
_FEW_WORDS = 3
_SHORTENED = re.compile(r"(?:\b\w{1,2}\.){2,}$|\b(?:mv|osv|mfl|amba|aps)\.$", re.IGNORECASE)
"""A full stop that ends an abbreviation and no sentence: "Kystens Vandværk A.m.b.a."."""
_OF_MEETINGS = re.compile(r"\w*(?:dagsorden|referat|protokol)", re.IGNORECASE)
_OF_AN_ITEM = re.compile(r"\w*(?:referat|protokol)\s*:\s+(?:\S+\s+){3,}", re.IGNORECASE)
"""What was said on an item, behind a label: "Referat: Ib Krog lagde et udkast frem"."""
_VERB = re.compile(
    r"\b(?:er|var|bliver|blev|har|havde|skal|kan|vil|må|bør|ligger|findes|[a-zæøå]{2,}(?:ede|edes|[^n\W]es))\b"
)
_SENDS = re.compile(
    r"(?:\w*dagsorden(?:en)?|\w*referat(?:et)?)\s+(?-i:[a-zæøå]{2,}es|skal|kan|vil|må|bør|bliver)\b",
    re.IGNORECASE,
)
"""Running text on agendas and minutes: "Dagsorden sendes ud syv dage før mødet"."""
_SPACED = re.compile(
    r"(?<!\w)[A-ZÆØÅ](?:\s[A-ZÆØÅ]){4,}(?!\w)|(?<!\w)[A-ZÆØÅ](?:\s[a-zæøå]){4,}(?!\w)"
)
"""A heading spaced out: "R E F E R A T", "R e f e r a t"."""
_PARTING = re.compile(
    r"\s+[–—-]\s+|\s*[|:]\s*|\s{3,}|\t|\s*[(,]\s*(?=(?:\w*referat|\w*dagsorden|\w*protokol)\s*(?:[),.]|$))",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b[\wæøå-]*møde(?:t|dato|sted|deltagere|tidspunkt)?\b(?:,?\s+(?:(?:i|den|d|nr)\b|\w{3,4}dag\b"
    rf"|\d{{1,2}}[./-]\s?(?:\d|{MONTH_PATTERN}))|\s*[:.]|$)",
    re.IGNORECASE,
)
_WERE_THERE = re.compile(
    r"(?:til\s*stede(?:\s+var)?|(?:frem)?mødte?|deltagere|deltog(?=\s*:)|afbud(?:\s+fra)?|fraværende)\b.{0,40}?(?::|\bfra\b|$)",
    re.IGNORECASE,
)
"""Who came, or did not: an agenda cannot know."""
_LIST_OF_PRESENT = re.compile(
    r"(?:møde)?deltagere\s*:|(?:til\s*stede|fremmødte)\s*:", re.IGNORECASE
)
_LIST_OF_ABSENT = re.compile(r"(?:fraværende|udeblevet|ikke\s+mødt)\s*:", re.IGNORECASE)
"""Beside a list of who came; an apology is known before, and stands in agendas."""
_ABSENT_BEHIND = re.compile(
    r"\.\s+(?:fraværende|udeblevet|ikke\s+mødt)\s*:\s+(?:[a-zæøå.]+\s+){0,3}(?-i:[A-ZÆØÅ][\wæøå.-]+\s+[A-ZÆØÅ])",
    re.IGNORECASE,
)
"""Behind the list of those who came, on its line."""
_CAME = re.compile(
    r"(?:til\s*stede(?:\s+var)?|(?:frem)?mødte?(?:\s+var)?|ikke\s+mødt|deltog(?:\s+ikke)?(?=\s*:)|med\s+til\s+mødet(?=\s*:)|present)\b\W{1,4}(?-i:[A-ZÆØÅ][\wæøå.-]+\s+[A-ZÆØÅ])",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"\b(?:\w+)?udkast\b|\bkladde\b|\bikke[\s-]+(?:endeligt\s+)?godkendt\b|\bdraft\b"
    r"|\bforeløbigt?\s+(?:\w+\s+)?(?:\w*referat|\w*protokol|udgave|version)|\bafventer\s+godkendelse"
    r"|\b(?:\w*referat|\w*protokol|sendt|forelagt)\s+(?:til|med\s+henblik\s+på)\s+(?:endelig\s+)?godkendelse",
    re.IGNORECASE,
)
_IN_AGENDA = re.compile(
    r"(?:^|(?<=\s))\d{1,2}[.)]\s+(?:\w+:\s+)?(?:udkast|kladde|godkendt)\b.*", re.IGNORECASE
)
_APPROVED = re.compile(
    r"\b(?:endeligt\s+)?godkendt\s+(?:\w*referat|\w*protokol|udgave|version|dagsorden|\w+\s+referat|den\b|på\b|af\b)"
    r"|\b(?:referat|protokol)(?:et|len)?\s+(?:er\s+)?(?:endeligt\s+)?godkendt\b|\bendeligt\s+referat",
    re.IGNORECASE,
)


def kind_of(
    lines: Sequence[Line],
    agenda: Agenda,
    sections: Sequence[Section],
    *,
    noted: bool,
    title: str | None,
    source: str,
) -> DocumentKind:
    """Return the kind: from the words of the head, else the contents, else the file's name.

    Items most of which have a decision outweigh every word: a portal's menu says "Politik" too.

    Args:
        lines: All of the document.
        agenda: Its items, if they are such.
        sections: As that agenda cuts them, without decisions that are blank or of another day.
        noted: Whether sentences in the text of items decide, without a heading.
        title: The file's own.
        source: Its place and name.
    """
    head = lines[: agenda.entries[0].first] if agenda.entries else lines
    # The title of a paper may have been taken for an item that stands at the very top.
    named = _named(head or lines[:1], title)
    if named is None and _is_called_otherwise(head or lines[:1], title):
        return DocumentKind.OTHER
    decided = any(s.kind is SectionKind.DECISION and len(s.body) for s in sections)
    if _decides_most(agenda, sections):
        return DocumentKind.MINUTES
    if agenda.sure and named not in MEETING_PAPERS:
        # A paper that calls itself a "Notat" may have numbered headings, but decides nothing.
        if decided and (named is None or _is_meeting(head)):
            return DocumentKind.MINUTES
        if named is None and _is_meeting(head) and _is_over(head, noted=noted):
            return DocumentKind.MINUTES
        if named is None and (_is_meeting(head) or _asks(sections)):
            return DocumentKind.AGENDA
    if named is DocumentKind.AGENDA and decided:
        return DocumentKind.MINUTES
    if named is not None:
        return named
    by_name = _of_words(re.sub(r"[\W_]+", " ", source.rsplit("/", 1)[-1].rsplit(".", 1)[0]))
    if by_name is None and agenda.entries and _is_meeting(lines):
        # Who was missing is known when all is over.
        over = decided or _is_over(head, noted=noted)
        return DocumentKind.MINUTES if over else DocumentKind.AGENDA
    if by_name is None and _is_meeting(lines) and _is_over(lines, noted=False):
        return DocumentKind.MINUTES  # be its items told in prose, or as a list of applications
    return by_name or DocumentKind.OTHER


def _is_called_otherwise(head: Sequence[Line], title: str | None) -> bool:
    """Tell whether a paper is called what is of no meeting, though it speaks of meetings."""
    words = [*([title] if title else []), *(line.text for line in head[:_TITLE_LINES])]
    return any(_OTHERWISE.match(without_mark(text)) for text in words if not is_sentence(text))


_OTHERWISE = re.compile(
    r"(?:\w*instruks|\w*retningslinjer?|\w*vejledning|\w*procedure(?:beskrivelse)?|\w*regulativ|\w*cirkulære|regler"
    r"|\w*håndbog|\w*nyhedsbrev|\w*årsberetning|\w*årsrapport|spørgsmål\s+og\s+svar|ofte\s+stillede\s+spørgsmål"
    r"|guidelines?|instructions?|manual|newsletter|annual\s+report)\s*(?:[:–—-]|for\b|om\b|til\b|af\b|fra\b|\d|$)",
    re.IGNORECASE,
)
"""The title of a paper that has rules, or news, and no items."""
_TITLE_LINES = 3


def _decides_most(agenda: Agenda, sections: Sequence[Section]) -> bool:
    """Tell whether at least two items, and half of all, have a part "Beslutning"."""
    decided = {
        s.item
        for s in sections
        if s.kind is SectionKind.DECISION
        and len(s.body)
        and NAMED_DECISION.search(s.heading or "") is not None
    }
    return agenda.sure and len(decided) >= 2 and 2 * len(decided) >= len(agenda.entries)


def _is_over(head: Sequence[Line], *, noted: bool) -> bool:
    """Tell whether a head knows who came: by a name, or by a heading for them where items decide.

    Who is only invited may not come.
    """
    tells = (_CAME, _WERE_THERE) if noted else (_CAME,)
    lines = [without_mark(line.text) for line in head[:_HEAD_LINES]]
    if any(map(_LIST_OF_PRESENT.match, lines)) and any(map(_LIST_OF_ABSENT.match, lines)):
        return True
    if any(map(_ABSENT_BEHIND.search, lines)):
        return True
    return any(pattern.match(line) for pattern in tells for line in lines)


def _asks(sections: Sequence[Section]) -> bool:
    return any(s.kind is SectionKind.RECOMMENDATION and s.item is not None for s in sections)


def status_of(
    head: Sequence[Line],
    lines: Sequence[Line],
    kind: DocumentKind,
    *,
    title: str | None,
    source: str,
) -> MinutesStatus | None:
    """Return whether minutes are a draft or approved: as head, last lines or file name say.

    Of papers that are of no meeting, only whether they are a draft.
    """
    if kind not in MEETING_PAPERS:
        drafted = is_draft_paper(head or lines, kind, title=title, source=source)
        return MinutesStatus.DRAFT if drafted else None
    if kind is not DocumentKind.MINUTES:
        return None
    # "4. Udkast til budget" is what an item is on.
    words = "\n".join(_IN_AGENDA.sub("", x.text) for x in head[:_HEAD_LINES] if x.short)
    words = f"{words}\n{re.sub(r'[_-]+', ' ', source)}"
    # At the end "Referatet godkendt." is rather the last item: on the minutes before these.
    last = [without_mark(x.text) for x in lines[-_LAST_LINES:] if x.short]
    below = (x for x in last if _OF_MEETINGS.match(x) and not _OF_AN_ITEM.match(x))
    if _DRAFT.search(words) or any(map(_DRAFT.search, below)):
        return MinutesStatus.DRAFT
    return MinutesStatus.APPROVED if _APPROVED.search(words) else None


def is_sentence(words: str) -> bool:
    """Tell whether a line is running text, and so neither heading nor title.

    Headings may end in a full stop too, but have no verb: "Kommissorium for havnegruppen."; and
    those over minutes say when: "Referat af mødet den 3. maj 1996."
    """
    bare = without_mark(words)
    if _SENDS.match(bare):
        return True
    if not bare.endswith(".") or _SHORTENED.search(bare):
        return False
    if len(bare.split()) <= _FEW_WORDS or find_dates(bare):
        return False
    return _OF_MEETINGS.match(bare) is not None or _VERB.search(bare) is not None


def kind_of_words(words: str) -> DocumentKind | None:
    """Return the kind that a line names with its first word, or after a dash or colon."""
    if len(words) > 160 or is_sentence(words):
        return None
    for segment in _PARTING.split(without_mark(unspaced(words))):
        for kind, pattern in _PATTERNS:
            if pattern.match(segment.strip('("”»')):
                return kind
    return None


def unspaced(words: str) -> str:
    """Return words with a heading that is spaced out in one: "R E F E R A T" is "REFERAT"."""
    return _SPACED.sub(lambda match: match.group().replace(" ", ""), words)


def _named(lines: Sequence[Line], title: str | None) -> DocumentKind | None:
    found: DocumentKind | None = None
    words = ([title] if title else []) + [line.text for line in lines[:_HEAD_LINES]]
    for text in words:
        kind = kind_of_words(text)
        if kind is DocumentKind.MINUTES and found in {None, DocumentKind.AGENDA}:
            return kind
        found = found or kind
    return found


def _of_words(words: str) -> DocumentKind | None:
    for kind, pattern in _PATTERNS:
        if any(pattern.fullmatch(word) for word in words.split()):
            return kind
    return None


def _is_meeting(lines: Sequence[Line]) -> bool:
    return any(_MEETING.search(line.text) for line in lines[:_HEAD_LINES] if line.short)
