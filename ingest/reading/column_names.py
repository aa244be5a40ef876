"""Whether the first rows of a table name its columns.

Where the format says so it is believed. Where it does not, three things tell: words that stand
over columns everywhere ("Punkt", "Beslutning", "Frist"), text over a column of figures or dates,
and years over figures. A table that says none of this keeps its rows as they are: a header invented
("Sted: Dato · Regionshuset: 12. maj") would be quoted as if it were printed.
"""

import re

from index.danish.calendar import MONTH_PATTERN
from ingest.reading.matrix import MAX_COLUMNS, Matrix, Row, is_banner

LAYOUT_CELL_LINES = 6
"""A cell with more lines holds prose: unless well-known words stand over it, the table lays out a
page and is no data."""
LAYOUT_CELL_CHARACTERS = 600
_LONGEST_NAME = 45
"""Characters."""
_LONGEST_MARKED = 120
_LONGEST_FIGURE = 60
_FEWEST_LABELS = 2

_FIGURE = re.compile(
    r"(?:kr\.?|dkk|€|ca\.)?\s*[-–+]?\d[\d.,\s]*\s*(?:kr\.?|dkk|%|pct\.?|mio\.?(?: kr\.?)?"
    r"|t\.?kr\.?|,-|timer|stk\.?|point|(?:kr\.?\s*)?(?:pr\.|per)\s\w+|/\s?\w+)*",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s*,?\s*)?(?:(?:den|d\.|pr\.|inden|senest|fra|til|ca\.)\s*)*"
    rf"(?:\d{{1,2}}[./-]\s?\d{{1,2}}(?:[./-]\s?(?:\d{{4}}|\d\d)|\s\d{{4}})?|\d{{4}}-\d\d-\d\d"
    rf"|(?:\d{{1,2}}\.?\s*)?(?:{MONTH_PATTERN})\.?(?:\s*(?:\d{{4}}|'?\d\d))?)",
    re.IGNORECASE,
)
_STRETCH = re.compile(
    rf"(?:{_DATE.pattern})\s*(?:-|–|til(?:\s+og\s+med)?|t\.o\.m\.|to)\s*(?:{_DATE.pattern})",
    re.IGNORECASE,
)
"""From one day to another: "1.4.2025–31.3.2026"."""
_YEAR = re.compile(
    r"(?:år\s*)?(?:(?:19|20)\d\d(?:\s*[/–-]\s*(?:(?:19|20)?\d\d))?)"
    r"|(?:aftale|overenskomst)?år\s*\d{1,2}"
    r"|(?:\d\.|første|andet|tredje|fjerde|femte)\s*(?:aftale|overenskomst)?år"
    r"|(?:[1-4]\.\s*)?(?:kvartal|halvår)(?:\s*(?:19|20)\d\d)?|(?:19|20)\d\d\s*\*",
    re.IGNORECASE,
)
_YEAR_FROM = re.compile(
    r"(?:(?:aftale|overenskomst)?år|year)\s*(?:\d{1,2}|[IVX]{1,4})|\d\.\s*(?:aftale|overenskomst)?år"
    r"|(?:19|20)\d\d(?:\s*[/–-]\s*(?:(?:19|20)?\d\d))?",
    re.IGNORECASE,
)
"""A year of an agreement, or of the calendar, before the days that it is."""
_NAMES = """
    punkt punkter pkt dagsordenspunkt dagsordenspunkter dagsorden nr nummer sag sager sagsnr
    sagsnummer emne emner tema titel overskrift beskrivelse indhold resume resumé sagsfremstilling
    baggrund indstilling indstillinger beslutning beslutninger beslutningspunkt referat drøftelse
    konklusion konklusioner aftale aftaler aftalt afgørelse kommentar kommentarer bemærkning
    bemærkninger note noter opfølgning bilag status lukket åben forelægger oplæg oplægsholder
    tid tidspunkt varighed debat vedtagelse
    navn medlem medlemmer suppleant suppleanter deltager deltagere deltog funktion rolle stilling
    organisation udpeget repræsenterer parti liste region kommune kommuner praksis speciale mail
    e-mail email telefon tlf mødt tilstede fremmøde afbud fraværende formand
    opgave opgaver handling handlinger aktivitet aktiviteter ansvarlig ansvarlige frist deadline
    tidsfrist tidsplan tovholder hvem hvad hvornår hvordan hvor næste dato sted lokale møde mødedato
    ydelse ydelser post poster art formål beløb sats satser takst takster honorar pris priser
    bevilling bevilget budget regnskab forbrug udgift udgifter indtægt indtægter afvigelse
    forskel antal andel år årstal periode gyldig enhed kode ydelsesnr konto kr total rest
    indsats indsatser mål målsætning indikator projekt ansøger ansøgt ansøgning tildelt kategori
    type område gruppe kl klokkeslæt program imod undlod hverken ja nej stemmer
"""
_COLUMN_NAMES = frozenset(_NAMES.split())
_PHRASE = re.compile(
    r"til\s+stede|i\s+alt|sagens\s+\w+|gældende\s+(?:fra|til)|næste\s+(?:skridt|møde)|for", re.I
)
_TAIL = re.compile(r"(?:[\s.,:/()*&–-]|[a-zæøå]+)*")
"""What may follow a name: "Ansvarlig for opgaven", but not "Region Nord", nor "Sagsnr. 12/34"."""
_WHEN = re.compile(
    rf"\b(?:\d{{1,2}}\.\s*(?:\d{{1,2}}\.|(?:{MONTH_PATTERN}))?\s*)?(?:19|20)\d\d\b", re.I
)
_LABEL = re.compile(
    r"(?:møde)?(?:dato|sted|tid|tidspunkt|leder|deltagere|lokale)|ordstyrer|dirigent|referent|afbud"
    r"|(?:øvrige\s+)?deltagere|fraværende|til\s*stede|tilstede|medlemmer|formand|emne|sag|titel|sags?nr\.?"
    r"|(?:sags|journal)nummer|j\.?\s?nr\.?|bilag|(?:dagsordens)?punkt\s*\d{0,3}|pkt\.?\s*\d{0,3}|forvaltning"
    r"|resum[eé]|sammendrag|baggrund|sagsfremstilling|indstilling|beslutning|konklusion|referat"
    r"|drøftelse|økonomi|vurdering|afgørelse|vedtagelse|start|slut|næste\s+møde|til|fra|kopi|vedr\.?",
    re.IGNORECASE,
)
"""What stands *beside* a value, in the first column of a form."""
_ABBREVIATED = re.compile(
    r"\b(?:nr|pkt|kl|kr|tlf|mio|bem|evt|stk|pct|maks|ca|ans|t)\.$", re.IGNORECASE
)


def header_depth(matrix: Matrix) -> int:
    """Return how many rows at the top are headers: 0 where nothing says that any is."""
    if len(matrix) < 2 or not 2 <= len(matrix[0]) < MAX_COLUMNS or _is_form(matrix):
        return 0
    depth = _marked_depth(matrix)
    if _is_layout(matrix[depth or 1 :]):
        depth = depth or 1
        return depth if _may_be_names(matrix[0]) and _is_known(matrix[:depth]) else 0
    if depth:
        return depth
    return next((d for d in (2, 1) if d < len(matrix) and _tells(matrix[:d], matrix[d:])), 0)


def _is_layout(rows: Matrix) -> bool:
    return any(
        len(value.lines) > LAYOUT_CELL_LINES or sum(map(len, value.lines)) > LAYOUT_CELL_CHARACTERS
        for row in rows
        for value in row
    )


def _is_form(matrix: Matrix) -> bool:
    """Tell whether the first column names what stands beside it."""
    if len(matrix[0]) != 2:
        return False
    labels = [row[0].text.rstrip(": ") for row in matrix if row[0].text]
    named = sum(_LABEL.fullmatch(label) is not None for label in labels)
    return named >= _FEWEST_LABELS and 2 * named >= len(labels) and not _figures(matrix[1:], 1)


def _marked_depth(matrix: Matrix) -> int:
    depth = 0
    while depth < len(matrix) and all(v.header for v in matrix[depth] if v.text):
        depth += 1
    if not 0 < depth < len(matrix) or not _names_columns(matrix[:depth]):
        return 0
    return depth if all(len(v.text) <= _LONGEST_MARKED for v in matrix[0]) else 0


def _names_columns(head: Matrix) -> bool:
    named = [any(row[x].text for row in head) for x in range(len(head[0]))]
    # The corner above the row names is often empty.
    return sum(named) >= max(2, len(named) - 1)


def _tells(head: Matrix, rest: Matrix) -> bool:
    """Tell whether rows that nothing marks name the columns of those below them."""
    if not (_names_columns(head) and all(map(_may_be_names, head))):
        return False
    if len(head) == 2 and not (_spans(head[0]) and all(_fits_below(head, x) for x in _all(head))):
        return False
    return _is_known(head) or _years_over_figures(head, rest) or _text_over_values(head, rest)


def _all(rows: Matrix) -> range:
    return range(len(rows[0]))


def _spans(row: Row) -> bool:
    return any(not value.first for value in row) and not is_banner(row)


def _fits_below(head: Matrix, column: int) -> bool:
    """Tell whether the second row only goes on with the first: below a span, or not at all."""
    above, below = head[0][column], head[1][column]
    spanned = not above.first or (column + 1 < len(head[0]) and not head[0][column + 1].first)
    return spanned or not below.text or below.text == above.text or not above.text


def _may_be_names(row: Row) -> bool:
    names = [value.text for value in row if value.text]
    if all(name.endswith(":") for name in names):
        names = [name.rstrip(": ") for name in names]
    return all(map(_may_be_name, names))


def _may_be_name(words: str) -> bool:
    if len(words) > _LONGEST_NAME or words.endswith((":", ";", ",", "?", "!")):
        return False
    if words.endswith(".") and not _ABBREVIATED.search(words):
        return False
    if _is_year(words) or _is_date(words):
        return True
    return not _is_figure(words) and any(c.isalpha() for c in words)


def _is_year(words: str) -> bool:
    if len(words) > _LONGEST_FIGURE:
        return False
    return _YEAR.fullmatch(words) is not None or _is_year_by_days(words)


def _is_year_by_days(words: str) -> bool:
    """Tell whether words are a year with its days: "År 1 (fra 1. april 2022)"."""
    year = _YEAR_FROM.match(words)
    if year is None:
        return False
    days = re.split(r"\s(?:-|–|til)\s|[-–](?=\d)", words[year.end() :].strip(" (),–-"))
    return all(_DATE.fullmatch(day.strip()) is not None for day in days)


def _is_date(words: str) -> bool:
    """Tell whether words are a day or a month, or from one to another."""
    if len(words) > _LONGEST_FIGURE:
        return False
    return _DATE.fullmatch(words) is not None or _STRETCH.fullmatch(words) is not None


def _is_figure(words: str) -> bool:
    return len(words) <= _LONGEST_FIGURE and _FIGURE.fullmatch(words) is not None


def _is_known(head: Matrix) -> bool:
    """Tell whether words stand here that stand over columns everywhere, in at least two columns."""
    named = [name for x in _all(head) if (name := name_of(head, x))]
    known = sum(map(_is_column_name, dict.fromkeys(named)))
    dated = sum(_is_year(name) or _is_date(name) for name in named)
    return known >= 2 and 2 * (known + dated) >= len(named)


def _is_column_name(words: str) -> bool:
    if _PHRASE.fullmatch(words):
        return True
    first = re.match(r"[\wæøå]+(?:-[a-zæøå]+)?", words)
    if first is None or first.group().casefold() not in _COLUMN_NAMES:
        return False
    tail = _WHEN.sub("", words[first.end() :])
    others = re.sub(r"[A-ZÆØÅ]\w+", _lower_if_known, tail)
    return _TAIL.fullmatch(others) is not None


def _lower_if_known(word: re.Match[str]) -> str:
    folded = word.group().casefold()
    return folded if folded in _COLUMN_NAMES else word.group()


def _years_over_figures(head: Matrix, rest: Matrix) -> bool:
    years = [
        x for x in _all(head) if (name := head[-1][x].text) and (_is_year(name) or _is_date(name))
    ]
    texts = [x for x in _all(head) if x not in years and any(c.isalpha() for c in name_of(head, x))]
    if not years or (len(years) == 1 and not texts):
        return False
    # Years of birth below a year are more of the same, not its figures.
    below = [row[x].text for row in rest for x in years if row[x].text]
    other = [text for text in below if not (_is_year(text) or _is_date(text))]
    return (
        bool(below) and 4 * len(other) >= 3 * len(below) and all(_figures(rest, x) for x in years)
    )


def _text_over_values(head: Matrix, rest: Matrix) -> bool:
    names = [name_of(head, x) for x in _all(head)]
    if any(_is_year(name) or _is_date(name) for name in names):
        return False
    if not all(names[1:]):
        return False
    numbered = (x for x in _all(head)[1:] if any(c.isdigit() for c in names[x]))
    if not all(_is_limit(names[x]) and _money(rest, x) for x in numbered):
        return False
    return len(rest) >= 2 and any(_values(rest, x) for x in range(1, len(names)))


def _is_limit(name: str) -> bool:
    """Tell whether a name with a number is no amount itself: "Højst 10 km", "0-6 år"."""
    return not _MONEY.search(name) and any(c.isalpha() for c in name)


def _money(rows: Matrix, column: int) -> bool:
    """Tell whether everything in a column is an amount with its currency."""
    texts = [row[column].text for row in rows if row[column].text]
    return bool(texts) and all(_is_figure(text) and _MONEY.search(text) for text in texts)


_MONEY = re.compile(r"(?<![^\W\d_])(?:kr\b|kroner\b|dkk\b|€)|,-", re.IGNORECASE)


def _figures(rows: Matrix, column: int) -> bool:
    """Tell whether what stands in a column is figures, but for one of four."""
    values = [row[column].text for row in rows if row[column].text]
    figures = sum(_is_figure(value) for value in values)
    return bool(values) and figures * 4 >= len(values) * 3


def _values(rows: Matrix, column: int) -> bool:
    """Tell whether a column holds at least two figures or dates, and little else."""
    texts = [row[column].text for row in rows]
    found = sum(_is_figure(t) or _is_date(t) for t in texts)
    return found >= 2 and found * 4 >= len([t for t in texts if t]) * 3


def name_of(head: Matrix, column: int) -> str:
    """Return the name of a column, read down its header rows."""
    names = dict.fromkeys(row[column].text for row in head if row[column].text)
    return " ".join(names).rstrip(": ")
