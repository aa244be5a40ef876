"""Words set beside a title that say its item is closed: "LP: …", "… (ej offentlig)", "… *lukket*".

A title is cut at its colons, dashes, commas and brackets, and what is first, last or in brackets
is a badge where it is nothing but such words. "Lukkede afdelinger" and "Tavshedspligt i praksis"
are titles about closed things. Where it is in doubt, the item is closed.
"""

import re
from collections.abc import Iterator

NOT_PUBLIC = (
    r"(?:lukke(?:t|de)(?:\s+for\s+offentligheden)?|fortrolig(?:t|e)?|(?:ikke|ej)[\s-]?offentlig(?:t|e)?|closed|confidential"
    r"|(?:ikke|ej)[\s-]?åb(?:en|ent|ne)(?:\s+for\s+offentligheden)?|persona?l?e?sag|personfølsomt?|in\s+camera|(?:not|non)[\s-]public"
    r"|undtaget\s+(?:(?:fra|for)\s+)?(?:offentlighed(?:en)?|aktindsigt|åben\s+dagsorden)|(?:ikke|ej)\s+til\s+(?:offentliggørelse|publicering)"
    r"|(?:ikke|ej)\s+(?:til|for)\s+offentligheden(?:s\s+kendskab)?"
    r"|(?:må|skal)\s+(?:ikke|ej)\s+(?:offentliggøres|publiceres)|(?:offentliggøres|publiceres)\s+(?:ikke|ej))"
)
WHAT = (
    r"(?:\s*(?:dagsordens)?(?:punkt(?:er)?|sag(?:er)?|dagsorden|møde|del|behandling|item|session"
    r"|meeting|matter))"
)
WHY = (
    r"(?:\s*[,;–—-]?\s*\(?(?:jf|jævnfør|i\s+henhold\s+til|i\s+medfør\s+af|iht|efter\s+(?:§|\w*lov)|grundet|pga"
    r"|på\s+grund\s+af|af\s+hensyn\s+til|må\s+ikke|ikke\s+til|§|persona?l?e?sag|persondata).{0,120}"
    r"|\s*\([^()]{0,60}(?:§|\bjf|lov|person|\bsag|punkt)[^()]{0,60}\))"
)
"""Why it is closed: ", jf. § 10", "(personsag)"."""
ITEM = (
    r"(?:(?:dette|denne|nærværende)\s+)?(?:dagsordens)?"
    r"(?:punkt(?:et)?|sag(?:en)?|sagsfremstilling(?:en)?|mødet?)"
)
IN_CLOSED = (
    rf"(?:(?:for|ved|bag)\s+lukkede\s+døre|(?:i|på|under|ved|til)\s+(?:(?:et|en|den|det)\s+)?{NOT_PUBLIC}{WHAT}"
    rf"|som\s+(?:(?:et|en)\s+)?{NOT_PUBLIC}{WHAT}?|uden\s+(?:offentlighed|tilhørere))"
)
TREATED = (
    rf"(?:{ITEM}\s+)?(?:(?:er|var|bliver|blev|skal|vil\s+blive)\s+)?"
    rf"(?:(?:behandle|drøfte)\w*(?:\s+(?:behandlet|drøftet))?|til\s+behandling|optaget|optages)"
    rf"\s+(?:{IN_CLOSED}|lukket|fortroligt|internt)"
)
_WORDS = (
    rf"(?:{ITEM}\s+(?:(?:er|bliver|var|blev|holdes|gøres)\s+)?)?{NOT_PUBLIC}{WHAT}?{WHY}?"
    rf"|{TREATED}{WHY}?|(?:{ITEM}\s+)?{IN_CLOSED}{WHY}?"
    r"|(?-i:LP|L\.P\.?)|hemmeligt?\s+(?:punkt|sag)|int(?:ern|ernt)\s+(?:dagsordens)?(?:punkt|sag|behandling)"
    rf"|se\s+(?:(?:det|den)\s+)?{NOT_PUBLIC}\s*(?:\w*referat|\w*dagsorden|\w*protokol)|tavshedsbelagt|(?:omfattet\s+af|belagt\s+med|under)\s+tavshedspligt|private\s+(?:session|item)"
    rf"|(?:{ITEM}\s+)?(?:udgår\s+af|uden\s+for|udenfor|ikke\s+på|udeladt\s+af)\s+(?:den\s+)?(?:åb(?:en|ent|ne)|offentlige?)\s+"
    r"(?:dagsorden|referat|protokol|del)"
    r"|(?:jf\.?\s+|efter\s+)?(?:kommune)?(?:styrelses|regions)lovens?\s+§\s*10\b(?:,?\s*stk\.?\s*\d)?"
    r"|(?:jf\.?\s+|efter\s+)?§\s*10\b(?:,?\s*stk\.?\s*\d)?\s+i\s+(?:kommune)?(?:styrelses|regions)loven"
)
"""What closes in every place of a title."""
_STRONG = re.compile(_WORDS + r"\.?", re.IGNORECASE)
_WEAK = re.compile(r"(?-i:L)|internt?|tavshedspligt|privat|hemmeligt?", re.IGNORECASE)
"""What may be a word of the title, or a party: it closes before a colon, and alone in brackets."""
_PARAGRAPH = re.compile(r"(?:jf\.?\s+|efter\s+)?§\s*10(?:,?\s*stk\.?\s*\d)?", re.IGNORECASE)
"""That by which a council closes its doors, though other laws have such a paragraph too."""
_BARE_END = re.compile(rf"\s(?:{_WORDS})$", re.IGNORECASE)
"""A badge whose format is lost: "Salg af grund *lukket*"."""
_BARE_START = re.compile(
    rf"(?:{_WORDS}|(?-i:L|[A-ZÆØÅ]{{4,}}))\s+(?=(?-i:[A-ZÆØÅ][a-zæøå]))", re.IGNORECASE
)
"""One that its format set before the title: "PERSONSAG Klage over skovfogeden"."""
_HINT = re.compile(
    r"luk|fortrol|offentlig|publi[cs]|åb[en]|closed|confid|camera|private|person|undtag|hemmel|intern|tavshed|§|tilhører"
    r"|\bL\.?P?\.?\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*[:|;*_]+\s*|\s*[–—-]+\s+|\s+[–—-]+\s*|\s*/\s+|\.\s+(?=[A-ZÆØÅ(])|(?<=[)\]}])\s*"
)
_LAST_CUT = re.compile(r"[:|;,*_]+\s*|\s+[–—-]+\s*|\s*[–—-]+\s+|/\s*|\.\s+(?=[A-ZÆØÅ(])|(?=[(\[{])")
_IN_BRACKETS = re.compile(r"[(\[{]\s*([^()\[\]{}]{1,120}?)\s*[)\]}]")
_LAST_WEAK = re.compile(
    r"(?:[(\[{]|\s[–—-]\s|\s[*_]+|,\s(?=internt?$|hemmeligt?$))\s*(?P<words>[^\s,(\[{–—*_-]+)[)\]}*_]*$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"[,;]\s*")
_AROUND = " \t()[]{}*_.,:;|–—-"
_PROPOSED_BY = re.compile(
    r"(?i:forslag|initiativ|spørgsmål|forespørgsel|anmodning|begæring|orlov|udtræden|indkaldelse|stedfortræder|suppleant)"
    r"\w*\b.*\s(?:[A-ZÆØÅ][\wæøå.-]*\s+)+$"
)
"""Words before a letter in brackets that is a party's: "Forslag fra Ole Holm (L)"."""
_MOST_CUTS = 6


def has_badge(title: str) -> bool:
    """Tell whether a heading, or a line like one, has words beside it that close its item."""
    return bool(_HINT.search(title)) and any(map(_is_strong, _pieces(title)))


def has_badge_as_title(title: str) -> bool:
    """Tell the same of what surely is the title of an item, where a lone letter counts too."""
    if _HINT.search(title) is None:
        return False
    named = (_PARAGRAPH.fullmatch(piece.strip(_AROUND)) for piece in _pieces(title))
    return has_badge(title) or any(named) or _has_weak(title) or _is_bare(title)


def is_badge(words: str) -> bool:
    """Tell whether words are a badge and nothing else."""
    return _is_strong(words.strip(_AROUND))


def is_weak_badge(words: str) -> bool:
    """Tell whether words may be a badge, beside the heading of an item: "LP", "Internt"."""
    return _is_weak(words.strip(_AROUND))


def without_badge(title: str) -> str:
    """Return a title without the badges before, behind and within it."""
    bare = _IN_BRACKETS.sub(lambda m: " " if _is_strong(m[1]) else m[0], title).strip()
    for cut in _CUT.finditer(bare):
        if _is_strong(bare[: cut.start()]):
            bare = bare[cut.end() :]
            break
    for cut in _LAST_CUT.finditer(bare):
        if _is_strong(bare[cut.end() :]):
            bare = bare[: cut.start()]
            break
    return bare.strip(" *_–—-:,;|/")


def _pieces(title: str) -> Iterator[str]:
    """Yield what stands first, last and in the brackets of a title, as far as marks cut it off."""
    for place, cut in enumerate(_CUT.finditer(title)):
        if place < _MOST_CUTS:
            yield title[: cut.start()]
    for cut in _LAST_CUT.finditer(title):
        yield title[cut.end() :]
    for bracket in _IN_BRACKETS.finditer(title):
        yield bracket[1]
        yield from _WITHIN.split(bracket[1])


def _is_strong(piece: str) -> bool:
    return _STRONG.fullmatch(piece.strip(_AROUND)) is not None


def _is_bare(title: str) -> bool:
    start = _BARE_START.match(title)
    words = start[0].strip(_AROUND) if start else ""
    return _BARE_END.search(title) is not None or _is_strong(words) or _is_weak(words)


def _is_weak(words: str) -> bool:
    return _WEAK.fullmatch(words) is not None


def _has_weak(title: str) -> bool:
    first = _CUT.search(title)
    if first and first.start() and _is_weak(title[: first.start()].strip(_AROUND)):
        return True
    last = _LAST_WEAK.search(title)
    if last is None or not _is_weak(last["words"].strip(_AROUND)):
        return False
    return _PROPOSED_BY.search(title, 0, last.start()) is None
