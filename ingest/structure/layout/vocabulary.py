"""The headings under which minutes put the parts of an item, in all their variants."""

import re
from dataclasses import dataclass
from functools import lru_cache

from index.danish.calendar import MONTH_PATTERN
from index.documents import SectionKind
from ingest.structure.layout.lines import without_mark
from ingest.structure.layout.run_on import HEADING_LENGTH

_ADMINISTRATION = (
    r"(?:administrationens|forvaltningens|direktionens|sekretariatets|formandens|borgmesterens"
    r"|sundhedsforvaltningens|regionens|[\wæøå-]+forvaltningens)"
)
_WHEN = (
    r"(?:\s+(?:i|fra|på|af|ved|for|den|d\.|truffet)\b.{0,120}|\s+[A-ZÆØÅ].{2,110}\b(?:19|20)\d\d.{0,12}"
    r"|\s*,?\s*\d.{4,60})?"
)

_BODY_IN_NAME = (
    r"[\wæøå-]*(?:udvalget?|rådet|nævnet|bestyrelsen|direktionen|gruppen|forsamlingen|forummet)"
)
_BODY = (
    r"(?:[\wæøå-]*(?:udvalget|rådet|nævnet|bestyrelsen|direktionen|gruppen|forsamlingen|kommissionen"
    r"|komit[eé]en|repræsentantskabet|forummet)|[a-zæøå]{2,6})"
)
"""Who decides: "Udvalget besluttede:", "KEU vedtog:"."""

_HISTORY = (
    r"(?:sagens\s+)?(?:for)?historik|sagens\s+(?:forhistorie|gang|forløb)"
    r"|(?:sagens\s+)?(?:tidligere|forudgående|hidtidig|foregående)e?\s+(?:politiske?\s+)?"
    r"(?:behandling(?:er)?|beslutning(?:er)?|drøftelser?|sager)(?:\s+(?:i|af)\s+.{3,60})?"
    r"|(?:politisk\s+)?behandling\s+i\s+(?:de\s+)?(?:andre|øvrige)\s+(?:politiske\s+)?\w+"
    r"|(?:tidligere\s+)?behandlet\s+i"
)
"""What was decided on a matter before, by this body or by others."""

_DECIDED_WHAT = (
    rf"hvad\s+(?:besluttede|vedtog|konkluderede|aftalte|anbefalede)\s+(?:{_BODY}|vi|man|parterne|mødet)\s*\?"
    r"|hvad\s+(?:blev|er)\s+(?:der\s+|vi\s+)?"
    r"(?:besluttet|vedtaget|aftalt|konklusionen|beslutningen|enige\s+om)\s*\?"
)
_ASKED = (
    r"hvad\s+(?:indstiller|anbefaler|foreslår)\s+[\wæøå-]+\s*\?"
    r"|hvad\s+(?:er\s+indstillingen|indstilles)\s*\?"
)
_CASE_ASKED = (
    r"hvad\s+(?:handler|drejer)\s+(?:sagen|punktet|det)\s+(?:sig\s+)?om\s*\?"
    r"|hvad\s+går\s+sagen\s+ud\s+på\s*\?"
)
"""Parts headed by a question, as plain language has them: "Hvad besluttede udvalget?"."""
_WHO_DECIDED = (
    rf"(?:(?=(?-i:[A-ZÆØÅ]))[\wæøåÆØÅ -]{{0,60}}?\b{_BODY_IN_NAME}"
    r"(?:\s+(?:for|og)\s+[\wæøåÆØÅ, -]{3,60})?|(?:begge|de\s+to|alle)\s+\w+)"
    r"\s+(?:besluttede|vedtog|konkluderede)"
)
"""Who decided, by the whole name: "Udvalget for Havne og Kyst besluttede"."""

_WORDS: tuple[tuple[SectionKind, str], ...] = (
    (
        SectionKind.SUMMARY,
        r"(?:kort\s+)?resum[eéè](?:et)?|sammendrag|sammenfatning|kort\s+fortalt|beslutningstema"
        r"|sagen\s+kort|summary",
    ),
    (
        SectionKind.BACKGROUND,
        r"(?:sagens\s+)?baggrund(?:en)?(?:\s+for\s+(?:sagen|sagens\s+fremlæggelse))?|baggrund\s+og\s+formål|anledning"
        r"|problemstilling(?:en)?|background"
        rf"|{_HISTORY}",
    ),
    (
        SectionKind.CASE,
        r"(?:supplerende\s+)?sagsfremstilling(?:en)?|(?:nærmere\s+)?redegørelse|fremstilling"
        r"|sagsbeskrivelse|sagens\s+indhold|beskrivelse(?:\s+af\s+sagen)?|løsning"
        rf"|(?:{_ADMINISTRATION}\s+)?(?:vurdering(?:er)?|bemærkninger)|sagsforløb|{_CASE_ASKED}|case",
    ),
    (
        SectionKind.ECONOMY,
        r"økonomi(?:en)?(?:\s+og\s+(?:personale|finansiering))?|økonomiske?\s+(?:og\s+\w+\s+)?"
        r"(?:konsekvenser|forhold|betydning)|finansiering|bevillingsmæssige\s+konsekvenser"
        r"|økonomi/bevilling|økonomisk\s+betydning|udgifter\s+og\s+finansiering",
    ),
    (
        SectionKind.RECOMMENDATION,
        rf"(?:{_ADMINISTRATION}\s+)?(?:indstilling(?:en|er)?|anbefaling(?:en|er)?)"
        rf"(?:\s+(?:fra|til)\s+.{{3,60}})?|{_ADMINISTRATION}\s+forslag|{_ASKED}|indst(?:ill)?\."
        r"|forslag(?:et)?\s+fra\s+(?:administrationen|forvaltningen|direktionen|sekretariatet|formanden)|beslutningspunkt(?:er)?|beslutningsforslag"
        r"|(?:forslag|udkast|oplæg)\s+til\s+(?:beslutning(?:er)?|konklusion|referat)|beslutningsudkast|forventet\s+beslutning|det\s+indstilles|indstilling\s+om|recommendations?",
    ),
    (
        SectionKind.DECISION,
        r"(?:[\wÆØÅæøå .,&/-]{2,80}(?:s|')\s+)?"
        r"(?:beslutning(?:er|en)?|afgørelse(?:n)?|vedtagelse(?:n)?|konklusion(?:er|en)?)"
        rf"{_WHEN}|(?:møde)?referat(?:/beslutning)?(?:\s+af\s+punktet)?|beslutning/referat"
        r"|beslutning\s+og\s+referat|drøftelse\s+og\s+(?:beslutning|konklusion)|protokol"
        rf"|{_BODY}\s+(?:besluttede|beslutter|vedtog|vedtager|konkluderede|aftalte)|{_WHO_DECIDED}|{_DECIDED_WHAT}"
        # What a committee itself recommends to whom it advises, beside what it was asked to.
        r"|(?:udvalgets|rådets|bestyrelsens|nævnets|styregruppens)\s+(?:anbefaling(?:er)?|udtalelse|svar|indstilling)"
        r"|besluttet|aftalt|afstemning(?:sresultat(?:et)?)?|(?:vedtoges|besluttedes)|vedtaget\s+blev|politisk\s+behandling|udfald|resultat(?:et)?\s+af\s+behandlingen"
        r"|(?:besl(?:utn)?|bslt?n|vedt)\.?|afg\.|opfølgning\s+og\s+konklusion|behandling\s+i\s+.{3,90}\d{4}.{0,20}|decisions?",
    ),
    (
        SectionKind.ANNEXES,
        r"(?:vedlagte\s+|vedhæftede\s+)?bilag(?:\s+(?:til|i|for)\s+.{2,60})?|bilagsliste"
        r"|bilagsoversigt|vedhæftede\s+filer|vedlagt|annexes",
    ),
    (
        SectionKind.AUTHORITY,
        r"beslutningskompetence|kompetence(?:forhold)?|afgørelseskompetence|besluttende\s+organ",
    ),
    (
        SectionKind.ATTENDANCE,
        r"(?:møde)?deltagere(?:\s+i\s+mødet)?|øvrige\s+deltagere|til\s*stede(?:\s+var)?|tilstede"
        r"|(?:deltagere|til\s*stede|fremmødte|mødt)\s+(?:fra|for)\s+(?!kl\b)[^:.,;\d]{3,60}"
        r"|[\wæøå]*medlemmer(?:ne)?\s+(?:var\s+)?til\s*stede|ikke\s+mødt|udeblevet|meldt\s+fra"
        r"|(?:(?:desuden|endvidere)\s+)?deltog|deltog\s+(?:desuden|endvidere|også|tillige|i\s+øvrigt)|deltagende"
        r"|medlemmer(?:\s+af\s+[^:]{3,60})?|afbud(?:\s+fra)?|der\s+var\s+afbud\s+fra|meldt\s+afbud"
        r"|fravær(?:ende)?(?:\s+(?:med|uden)\s+afbud|\s+i\s+mødet)?|ikke\s+til\s*stede|fremmøde"
        r"|fremmøde\s+og\s+inhabilitet|mødt|mødte|fremmødte|observatører|gæster"
        r"|fra\s+(?:administrationen|forvaltningen|sekretariatet|regionen)(?:\s+deltog)?|inhabil(?:e|itet)?"
        r"|(?:ledelses|medarbejder|leder|arbejdstager|arbejdsgiver)-?(?:siden|repræsentanter(?:ne)?)"
        r"|participants|apologies(?:\s+(?:from|for\s+absence))?|gæst|observatør|guests?|observers?|in\s+attendance|also\s+present|others\s+present",
    ),
    (
        SectionKind.TEXT,
        r"kommunikation(?:splan)?|lov-?\s?grundlag|retsgrundlag|lovgrundlag.{0,40}|høring(?:er|ssvar)?"
        r"|(?:borger)?inddragelse|tidsplan|proces(?:plan)?|videre\s+proces|den\s+videre\s+proces"
        r"|næste\s+skridt|miljøvurdering|personalemæssige\s+konsekvenser|sundhedsmæssige\s+konsekvenser"
        r"|øvrige\s+konsekvenser|konsekvenser(?:\s+for\s+.{3,60})?|forventet\s+sagsgang|sagsgang"
        r"|politiske\s+målsætninger|bæredygtighed|klima(?:konsekvenser)?|evaluering|drøftelse|debat"
        r"|tids?(?:forbrug|ramme)?|afsat\s+tid|varighed|tværgående\s+samarbejde|relation\s+til\s+.{3,60}|journalisering",
    ),
)
_DATED_BODY = re.compile(
    r"(?:[\wæøåÆØÅ.-]+,?\s+){0,5}?[\wæøå-]*(?:udvalg|udvalget|rådet|nævnet|bestyrelsen|direktionen|forsamlingen"
    r"|kommissionen|repræsentationen)\s*,?\s+(?:den\s+|d\.\s*)?\d{1,2}"
    rf"(?:\.?\s*(?:{MONTH_PATTERN})\.?\s+(?:19|20)\d\d|\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:\d{{4}}|\d\d))"
    r"(?P<point>\s*,?\s*\(?(?:dagsordenspunkt|punkt|pkt\.?|sag(?:\s+nr\.?)?)\s*\d{1,4}\)?)?",
    re.IGNORECASE,
)
"""Who decided and when, before a colon, as old protocols put it: "Byrådet den 3. marts 1999:".

With the number of the item it is a heading without a colon too: "Byrådet, 03-03-1999, pkt. 4".
"""
_HISTORIES = re.compile(rf"(?:{_HISTORY})", re.IGNORECASE)
_PARTS = tuple((kind, re.compile(rf"(?:{words})", re.IGNORECASE)) for kind, words in _WORDS)
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z]\))\s+")
_INLINE = re.compile(r"(?P<label>[^:\n]{3,90}?)(?:\s*:|\s(?P<cell>·))\s+(?P<rest>\S)")
"""A heading before its text, on one line or in the cell beside it."""
_PRICE = re.compile(r"\d[\d.,]*\s*(?:kr\b|kroner\b|dkk\b|,-|%|pct\b|øre\b)", re.IGNORECASE)
_FOLLOW_UP = re.compile(r"opfølgning(?:en)?|aktions?punkt(?:er)?", re.IGNORECASE)
"""In the cell beside what is to be done after a decision; alone it may be the title of an item."""
_SENTENCE = re.compile(r"[a-zæøå]{5,}\.\s+[A-ZÆØÅ]")
_STOPPED = re.compile(
    r"(?P<label>indstilling(?:en)?|beslutning(?:en)?|vedtagelse(?:n)?|afgørelse(?:n)?|konklusion(?:en)?|sagsfremstilling|baggrund|resum[eé]"
    r"|udfald|aftalt|besluttet|drøftelse|debat|recommendations?|decisions?)\.\s+(?P<rest>(?-i:[A-ZÆØÅ\"»”]))",
    re.IGNORECASE,
)
"""A plain name of a part and a full stop, as run-in headings have it: "Beslutning. Udsat."."""
_LOOSE = frozenset({SectionKind.TEXT, SectionKind.CASE, SectionKind.ECONOMY})
_SPACED = re.compile(r"(?:[^\W\d_] ){4,}[^\W\d_](?: ?:)?")
"""A heading spaced out: "B E S L U T N I N G"."""
_FINAL = re.compile(r"\s*[:.;]?\s*$")
# Titles of items, not headings of parts: "Beslutning om råstofplan", "Bilag til budget 2019 …".
_TITLE = re.compile(
    r"(?:beslutning|afgørelse|vedtagelse|referat)\s+(?:om|vedr|vedrørende|af)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of a part of an item, as found at the start of a line."""

    kind: SectionKind
    heading: str
    """Without list mark, number and colon."""
    length: int
    """Characters of the line that are heading; the rest, if any, is text."""


def is_history(heading: str) -> bool:
    """Tell whether a heading is over what was decided before, by this body or by others."""
    return _HISTORIES.fullmatch(heading) is not None


@lru_cache(maxsize=16_384)  # a line is asked about by several stages
def part_heading(line: str) -> Part | None:
    """Return the part that a line opens: alone on it ("Beslutning"), or before a colon."""
    if len(line) > HEADING_LENGTH:
        return _before_text(line, line[:HEADING_LENGTH])
    bare = without_mark(line)
    bare = _unnumbered(bare.replace(" ", "") if _SPACED.fullmatch(bare) else bare)
    core = _FINAL.sub("", bare)
    dated = _DATED_BODY.fullmatch(core)
    if dated is not None and (bare.rstrip().endswith(":") or dated["point"]):
        return Part(SectionKind.DECISION, core, len(line))
    kind = _kind(core)
    # "Mødet. Beslutning." is a sentence; a heading with a full stop is one of the plain words.
    if kind is not None and not (bare.rstrip().endswith(".") and len(core.split()) > 1):
        return Part(kind, core, len(line))
    return _before_text(line, line)


def _before_text(line: str, start: str) -> Part | None:
    """Return the part whose heading stands before its text, in the first words of a line."""
    if (stopped := _STOPPED.match(start)) is not None:
        kind = _kind(stopped["label"])
        return Part(kind, stopped["label"], stopped.start("rest")) if kind is not None else None
    label = _INLINE.match(start)
    return _inline(line, label) if label else None


def _inline(line: str, label: re.Match[str]) -> Part | None:
    core = _unnumbered(without_mark(label["label"]))
    if _SENTENCE.search(core):
        return None  # "Ib Krog fortalte. Bestyrelsens beslutning: …" goes on from a sentence
    kind = SectionKind.DECISION if _DATED_BODY.fullmatch(core) else _kind(core)
    # Before a colon in running text only the parts whose text may follow on the line.
    if label["cell"] and _FOLLOW_UP.fullmatch(core):
        kind = SectionKind.TEXT
    if kind is None or (kind in _LOOSE and not label["cell"]):
        return None
    if label["cell"] and "·" in line[label.start("rest") :]:
        return None  # a row of more than two cells is no heading and its text
    if kind is SectionKind.ATTENDANCE and _PRICE.match(line, label.start("rest")):
        return None  # "Medlemmer: 600 kr." tells for whom a price is
    return Part(kind, core, label.start("rest"))


def _unnumbered(words: str) -> str:
    number = _NUMBER.match(words)
    return words[number.end() :] if number else words


def _kind(core: str) -> SectionKind | None:
    if _TITLE.match(core):
        return None
    return next((kind for kind, pattern in _PARTS if pattern.fullmatch(core)), None)
