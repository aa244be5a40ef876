"""What a decision says beside its formula, and the recommendation does not.

"Godkendt for skoleområdet" follows no recommendation that the whole municipality takes part:
behind a formula only a closed list of words changes nothing ("enstemmigt", "som indstillet"), and
anything else must stand in the recommendation. So must the days, hours and years of a sentence that
approves, and what later sentences do to the matter: "Tiltrådt. Prisen hæves til 55 kr.".
"""

import re
from collections.abc import Iterator, Sequence

from index.danish.calendar import MONTH_NUMBERS, MONTH_PATTERN
from index.danish.number_words import value_of_word
from index.danish.stems import stem
from index.danish.words import tokens
from ingest.structure.outcomes.changes import alters

_FORMULA = re.compile(
    r"\b(?:godkendt|godkendes|godkendtes|tiltrådt|tiltrædes|tiltrådtes|vedtaget|vedtages|vedtoges|imødekommet"
    r"|imødekommes|bevilget|bevilges|accepteret|accepteres)\b",
    re.IGNORECASE,
)
"""Words that approve without an object: what follows them is said about it."""
_ACTIVE = re.compile(
    r"\b(?:godkendte|godkender|tiltrådte|tiltræder|vedtog|vedtager|bevilgede|bevilger|imødekom|besluttede|beslutter)\b",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"\b(?:har|havde)\s+(?:\S+\s+){0,6}?(?:godkendt|tiltrådt|vedtaget|bevilget)\b", re.I
)
_NEUTRAL = re.compile(
    r"på\s+(?:\S+\s+){1,3}vegne\b.*|(?:under|som|ved)\s+(?:punkt|pkt\.?|sag)\s+\S+|ved\s+\S+\s+stemme\b.*"
    r"|uden\s+for\s+(?:den\s+\w+\s+)?dagsorden\w*|med\s+(?:bred\s+|fuld\s+)?(?:opbakning|tilslutning|stemmetal)\w*\b.*"
    r"|som\s+(?:indstillet|anbefalet|beskrevet|fremlagt|forelagt|udsendt)\b.*"
    r"|(?:og|samt|af|at|da|fordi|eftersom|jf|jævnfør|idet|men|dog|mens|herunder|dvs)\b.*"
    r"|med\s+stemmerne\b.*|(?:i|ved|efter|via|per|pr\.)\s+(?:en\s+)?(?:skriftlig|elektronisk|mundtlig)\w*\s+\w+"
    r"|mellem\s+(?:to\s+)?møder(?:ne)?"
    r"|ved\s+(?:\w+\s+)?(?:\w*afstemning|håndsoprækning|akklamation)\b.*"
    r"|(?:til|med\s+henblik\s+på|og)\s+(?:\w+\s+)?(?:udsendelse|høring|offentliggørelse|underskrift|fremsendelse|indsendelse)\b.*"
    r"|(?:på\s+baggrund|på\s+grundlag|på\s+det\s+(?:foreliggende|foreslåede|beskrevne)|under\s+henvisning|i\s+henhold"
    r"|i\s+overensstemmelse|under\s+hensyn|efter\s+(?:indstilling|anbefaling|beslutning)\w*|i\s+sin\s+helhed)\b.*"
    r"|efter\s+(?:(?:en|et|kort|lang|længere|fornyet|livlig|grundig|forudgående)\s+)*"
    r"(?:\w*debat|\w*drøftelse|\w*afstemning|\w*behandling|\w*gennemgang|\w*orientering|\w*fremlæggelse)\b.*"
    r"|(?:med\s+)?(?:stor\s+|\w+\s+)?(?:tak|glæde|tilfredshed|ros|akklamation|applaus|flertal|enstemmighed)\b.*"
    r"|.*\b(?:imod|stemte\w*|stemmer|undlod|medvirke\w*|inhabil\w*|fraværende|ja|nej)\b.*"
    r"|uden\s+(?:yderligere\s+|nogen\s+|flere\s+)?(?:\w*bemærkning|ændring|\w*debat|\w*drøftelse|\w*afstemning|kommentar"
    r"|forbehold|indvending|indsigelse|rettelse|tilføjelse|diskussion|videre)\w*.*"
    r"|(?:på|i|under|ved)\s+(?:mødet|dagens\s+møde|dag)(?:\s+(?:den|d\.)?\s*\d.*)?|(?:den|d\.)\s+\d.*",
    re.IGNORECASE,
)
"""A clause behind a formula that leaves what was approved as it was."""
_DESCRIBES = re.compile(r"(?:der|som|hvilket|hvilken|hvorefter|så)\b.*", re.IGNORECASE)
"""A clause, behind a comma, on what was named before it."""
_FOLLOW_UP = re.compile(
    r"\s+og\s+(?:bad|beder|ønske\w*|anmode\w*|notere\w*|tog|tager|opfordre\w*|takke\w*|ser)\b.*",
    re.I | re.S,
)
"""What else the body did in the sentence by which it approved."""
_ON_DAY = re.compile(
    r"(?<=[dt])\s+(?:(?:på|ved)\s+\w*mødet?\s+)?(?:den|d\.)\s+(?=\d).*", re.I | re.S
)
_WORD = re.compile(r"[^\W_][\w/.:–-]*[^\W_]|[^\W_]|§|%")
_FRAMING = """
    fra til i på af for med og den det de en et pr per ved over inden senest frem alt som der at
    virkning start starter begynder ikrafttræden kraft træder gælder gældende perioden periode
    årene år ramme rammen beløb beløbet sum pris prisen udgift tilskud kr kroner mio mill tkr
    indstillet indstillingen indstilling foreslået forslaget anbefalet beskrevet fremlagt forelagt
    udsendt enstemmigt enig enige enigt herefter dermed hermed således endeligt endelig elektronisk
    digitalt skriftligt mundtligt igen også samtidig samlet alle hele helt fuldt ud udvalget rådet
    byrådet bestyrelsen administrationen forvaltningen administrationens forvaltningens planen
    ordningen ansøgningen ansøgt ansøgte søgt søgte punkt punktet pkt bilag bilaget
    mod stk begge punkter punkterne dagsorden dagsordenen referat referatet
    enstemmig derfor herved nu mødet
"""
_FRAMES = frozenset(stem(word) for word in _FRAMING.split())
"""Stems that say nothing by themselves; what they frame must stand in the recommendation."""
_SUM = re.compile(
    r"(?:kr\.?|kroner|dkk)\s*\d[\d.,]*|\d[\d.,]*\s*(?:(?:mio|mill|mia|t|tusind)\w*\.?\s*)?(?:kr\b\.?|kroner|,-)"
    r"|\d[\d.,]*\s*(?:mio|mill|mia|tkr)\w*\.?",
    re.IGNORECASE,
)
"""Sums of money, which `amounts` compares."""
_LIMITERS = re.compile(
    r"\b(?:uden(?!\s+for)|minus|halvdelen|når|reviderede|ændrede|tilrettede|ændringsforslag\w*|subsidiær\w*|ekskl\w*"
    r"|eksklusive?)\b",
    re.IGNORECASE,
)
"""Words that take something from the matter wherever else they stand, but in the recommendation."""
_DAY = re.compile(
    rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s*(?P<month>{MONTH_PATTERN})\b|(?<![\d/.-])(?P<d>\d{{1,2}})"
    r"(?:/(?P<m>1[0-2]|0?[1-9])|[.-](?P<n>1[0-2]|0?[1-9])(?=[.-]\d\d))(?![\d%])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d./])(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\bkl(?:okken)?\.?\s*(\d{1,2})(?:[.:](\d\d))?", re.IGNORECASE)
_WEEK = re.compile(r"\buge(?:rne)?\s+(\d{1,2}(?:\s*(?:[–-]|og|til)\s*\d{1,2})?)", re.IGNORECASE)
_UP_TO = re.compile(r"\btil\s+(?P<number>\w+)(?!\s*[.:]?\s*(?:\d|kr|mio))", re.IGNORECASE)
_OF_MEETING = re.compile(r"\b(?:\w*mødet?|\w*referat\w*|\w*protokol\w*)\s+(?:\w+\s+){0,2}$", re.I)


def adds_to(approving: Sequence[str], asked: str, told: str) -> bool:
    """Tell whether sentences that approve say more, or other days, than was recommended.

    Args:
        approving: The sentences.
        asked: The recommendation; where it is empty, nothing can be compared.
        told: The title of the item and what else it says. It tells the matter where the
            recommendation only has a formula ("at ansøgningen imødekommes").
    """
    if not asked.strip():
        return False
    return any(_extends(said, asked, told) or _names_other_time(said, asked) for said in approving)


def alters_matter(said: Sequence[str], asked: str) -> bool:
    """Tell whether sentences beside an approval do to the matter what was not recommended."""
    known = _stems(asked)
    for sentence in said:
        verb = alters(sentence)
        if verb is not None and not (stem(verb) in known and _adds_no_number(sentence, asked)):
            return True
    return False


def names_no_content(asked: str) -> bool:
    """Tell whether a recommendation only has a formula: "at ansøgningen imødekommes"."""
    return not _stems(asked) - _FRAMES - _GENERAL


def _extends(said: str, asked: str, told: str) -> bool:
    formulas = list(_FORMULA.finditer(said))
    if not formulas or _ACTIVE.search(said, 0, formulas[-1].start()) or _HAS.search(said):
        return False
    known = _stems(asked)
    if names_no_content(asked):
        known |= _stems(told)
    for clause in _clauses(said[formulas[-1].end() :]):
        limits = {found.group().lower() for found in _LIMITERS.finditer(clause)}
        if any(word not in asked.lower() for word in limits):
            return True
        timed = _DAY.sub(" ", clause) if _DAY.search(asked) else clause
        if _stems(_SUM.sub(" ", timed)) - _FRAMES - known:
            return True
    return False


_OF_FORMULAS = """
    godkendes godkender godkende godkendt vedtages tiltrædes imødekommes bevilges drøftes træffer
    beslutning beslutter indstilles anbefales meddeles gives tilladelse dispensation ansøgningen
    sagen forslag
"""
_GENERAL = frozenset(stem(word) for word in _OF_FORMULAS.split())
"""Stems of which a recommendation is made that names no content."""


def _clauses(tail: str) -> Iterator[str]:
    """Yield the clauses behind a formula that are not neutral."""
    own, _, _ = tail.partition(";")
    for place, clause in enumerate(re.split(r",(?!\d)|\s[–-]\s|\(|\)|:", own)):
        words = re.sub(r"\s+", " ", clause).strip(" .!")
        described = place > 0 and _DESCRIBES.fullmatch(words) is not None
        if words and not described and not _NEUTRAL.fullmatch(words):
            yield words


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(_plain(word.lower())) for word in _WORD.findall(text))


def _plain(word: str) -> str:
    return str(int(word)) if word.isdigit() else word.strip(".:-–")


def _names_other_time(said: str, asked: str) -> bool:
    """Tell whether a day, year, hour or week is none of those recommended, where some were."""
    own = _FOLLOW_UP.sub("", said)
    at = _FORMULA.search(own)
    if at is not None and _ON_DAY.match(own, at.end()):
        own = own[: at.end()]
    for wanted, named in zip(_times(asked), _times(own), strict=True):
        if wanted and not named <= wanted:
            return True
    return False


def _times(text: str) -> tuple[frozenset[object], ...]:
    """Return the days, years, hours, weeks and targets ("til fjorten") that a text names."""
    days = frozenset(
        (
            int(m["day"] or m["d"]),
            MONTH_NUMBERS[m["month"].lower()] if m["month"] else int(m["m"] or m["n"]),
        )
        for m in _DAY.finditer(text)
        if not _OF_MEETING.search(text, 0, m.start())
    )
    bare = _DAY.sub(" ", text) if _OF_MEETING.search(text) else text
    years = frozenset(int(m.group()) for m in _YEAR.finditer(bare))
    hours = frozenset((int(m[1]), int(m[2] or 0)) for m in _CLOCK.finditer(text))
    weeks = frozenset(re.sub(r"\D+", "-", m[1]) for m in _WEEK.finditer(text))
    targets = frozenset(
        value
        for m in _UP_TO.finditer(_DAY.sub(" ", text))
        if (value := value_of_word(m["number"].lower(), "da")) is not None
    )
    return days, years, hours, weeks, targets


def _adds_no_number(said: str, asked: str) -> bool:
    numbers = {token.folded for token in tokens(said) if token.folded[:1].isdigit()}
    return numbers <= {token.folded for token in tokens(asked)}
