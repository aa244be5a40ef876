"""Members who do not go along with what the body decides: "V kan ikke medvirke"."""

import re
from collections.abc import Sequence

_SHORT = (
    r"(?!(?:vi|de|så|nu|en|et|at|og|du|da|er|se|ej|jf|pr|kl|nr|ad|op|ud|to|af|om|på|i|man)\b)"
    r"[a-zæøåö]{1,2}"
)
"""A party's letters."""
_PARTIES = rf"(?:{_SHORT}(?:\s*,\s*|\s+og\s+|\s*/\s*)){{0,9}}{_SHORT}(?![\wæøå])"
_NAMED = (
    r"(?:socialdemokrat\w+|venstre|de\s+radikale|radikale\s+venstre|(?:det\s+)?konservative(?:\s+folkeparti)?|dansk\s+folkeparti"
    r"|enhedslisten|socialistisk\s+folkeparti|liberal\s+alliance|alternativet|kristendemokraterne|nye\s+borgerlige|danmarksdemokraterne"
    r"|moderaterne|borgerlisten|\w+listen|liste\s+\w{1,12})"
)
_WHO = (
    rf"(?:(?:{_PARTIES}|{_NAMED}(?:\s+og\s+(?:{_NAMED}|{_PARTIES}))*|(?:et|udvalgets|rådets)\s+mindretal|mindretallet"
    r"|medlemme(?:t|rne)?\s+(?:fra|af|for)\s+[^.,;]{1,40}?|\w+(?:s|['’]s?)\s+(?:gruppe|medlem(?:mer)?))(?:\s*\([^()]{1,40}\))?"
    r"|[^.,;()]{3,60}\([a-zæøåö]{1,3}\))"
)
_NOT_ALONG = (
    r"\s+(?:(?:kan|kunne|vil|ville|ønsker|ønskede|agter)\s+(?:\w+\s+){0,2}?ikke\s+(?:at\s+)?(?:medvirke|tiltræde|godkende|støtte"
    r"|tilslutte|bakke|anbefale|stemme\s+for|gå\s+ind|være\s+med|følge|bifalde|acceptere|tage\s+ansvar|deltage\s+i\s+beslutning)"
    r"|(?:medvirke[rd]e?|støtte[rd]?e?|tiltræder|tiltrådte|tilslutte[rd]e?\s+sig|går\s+ind\s+for|gik\s+ind\s+for|bakke[rd]e?\s+op\s+om)"
    r"\s+(?:\w+\s+){0,1}?ikke\b|(?:er|var)\s+(?:\w+\s+)?(?:ikke\s+enige?|uenige?|imod)\b)"
)
_DISSENTS = re.compile(rf"(?:idet\s+|dog\s+|men\s+)?{_WHO}{_NOT_ALONG}", re.IGNORECASE)
_BEHIND = re.compile(rf"\s*[,;–-]\s+(?:mens\s+|men\s+|og\s+)?(?={_WHO}{_NOT_ALONG})", re.IGNORECASE)
_AFTER_LETTER = re.compile(
    r"(?<=[\s(][A-ZÆØÅ]\.)\s+(?=(?:Et|Flertallet|Mindretallet|De|Resten|Udvalget|Rådet|Indstillingen|Forslaget|Sagen|Punktet|Ikke)\b)"
)
"""A party's letter may end a sentence, though it looks like an initial: "Godkendt af V. De"."""
_PERSON = re.compile(
    rf"(?P<name>[A-ZÆØÅ][\wæøå.-]+(?:(?:\s+|,\s+|\s+og\s+)[A-ZÆØÅ][\wæøå.-]*)+){_NOT_ALONG}",
    re.UNICODE,
)
_NO_PERSON = re.compile(
    r"udvalg|råd\b|rådet|nævn|bestyrelse|region|kommune|gruppe|klynge|direktion|forvaltning|fonden|organisation|ministeri",
    re.IGNORECASE,
)
_SIDE = re.compile(rf"(?P<side>[A-ZÆØÅ][^.,;:()]{{1,60}}?){_NOT_ALONG}", re.UNICODE)
_ALL = re.compile(
    r"(?:\w+\s+){0,3}?(?:[\wæøå-]*(?:udvalg|råd|nævn|bestyrelse|direktion|komit[eé]|kommission|gruppe|forsamling|forum|repræsentantskab)"
    r"(?:et|en|n)?|et\s+(?:\w+\s+)?flertal|flertallet|kommunen|regionen|foreningen|klubben|selskabet|fonden|mødet|vi|man|det|den|der|dette"
    r"|alle|ingen|begge|parterne|medlemmerne|deltagerne|derfor|dermed|herefter)\b"
    r"|[\wæøå-]*(?:forslag|indstilling|sag|punkt|ansøgning|plan)(?:et|en|ene|erne)?\b",
    re.IGNORECASE,
)
"""Who speaks for the whole of a body, or is spoken of."""
_DONE = re.compile(
    r"(?:enstemmigt\s+)?(?:godkendt|tiltrådt|vedtaget|bevilget|imødekommet|udsat)\b"
    r"|(?:[^\s,;:]+\s+){1,5}?(?!(?:indstilles|foreslås|anbefales|ansøges|ønskes|oplyses|findes|drøftes|orienteres|synes|haves)\b)"
    r"(?:[a-zæøå]{2,}[eyåø]s|(?:blev|bliver)\s+(?:\w+\s+)?[a-zæøå]{3,}t)\b",
    re.IGNORECASE,
)
"""What settles a thing: "Godkendt", "Ordningen forlænges med et år"."""
_STATEMENT = re.compile(
    r"\b(?:mindretals|sær)(?:udtalelse|erklæring|standpunkt|votum)\w*|\bafvigende\s+mening\w*"
    r"|\b(?:jf|jævnfør|se)\.?\s+(?:dog\s+)?(?:\w+\s+)?protokol(?:tilførsel|lat|udtalelse)\w*",
    re.IGNORECASE,
)


def dissents(sentence: str) -> bool:
    """Tell whether a sentence, as it is written, says only that some members do not go along."""
    if _DISSENTS.match(sentence):
        return True
    person = _PERSON.match(sentence)
    return person is not None and _NO_PERSON.search(person["name"]) is None


def with_sides_as_minorities(said: Sequence[str], body: str | None) -> list[str]:
    """Put a side that does not go along with what was settled in words that `dissents` knows.

    "Aftalen fornys for to år. Vestby Kommune kunne ikke tiltræde prisen": whoever is not the body
    itself speaks for one side. Where nothing was settled before, it may be all that was decided.

    Args:
        said: The sentences of a decision, as they are written.
        body: The name of the body that met, with its short form, if known.
    """
    put: list[str] = []
    settled = False
    for sentence in said:
        side = _SIDE.match(sentence) if settled else None
        one = side is not None and not _ALL.match(side["side"])
        if side is not None and one and not _names(side["side"], body or ""):
            put.append(f"Et mindretal{sentence[side.end('side') :]}")
        else:
            put.append(sentence)
        settled = settled or _DONE.match(sentence) is not None
    return put


def _names(side: str, body: str) -> bool:
    """Tell whether what one side is called names the body that met."""
    return re.sub(r"s$", "", side.strip().casefold()) in body.casefold()


def records_dissent(sentence: str) -> bool:
    """Tell whether a sentence names a statement of those who are of another mind."""
    return _STATEMENT.search(sentence) is not None


def without_dissent(sentence: str) -> list[str]:
    """Part a sentence before a clause by which members do not go along: "Godkendt, V kan ikke"."""
    apart = _AFTER_LETTER.split(sentence)
    return [part for one in apart for part in _BEHIND.split(one) if part]
