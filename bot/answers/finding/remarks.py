"""What minutes remark on people beside listing them: who wrote them, came late, was against."""

import re
from collections.abc import Iterator, Sequence

from bot.questions.intents import PeopleAspect
from index.danish.sentences import sentences
from index.documents import Document, Section, SectionKind
from index.spans import Span

_REMARKS = {
    PeopleAspect.CLERK: re.compile(
        r"\b(?:referent(?:er)?|referat\s+(?:ved|v/)|protokolf\w+)\b", re.IGNORECASE
    ),
    PeopleAspect.AGAINST: re.compile(
        r"\bimod\b|\bstemmer\s+mod\b|\bmindretal\w*|\bkunne\s+(?:\w+\s+)?ikke\b|\bkan\s+(?:\w+\s+)?ikke\b"
        r"|\bundlod\b|\bforbehold\b|\buenig\w*|\bikke\s+(?:\w+\s+)?enige?\b|\bville\s+hellere\b"
        r"|\bstemte\s+(?:\w+\s+)?(?:nej|blankt?)\b|\btilslutter\s+sig\s+ikke\b"
        r"|\bhellere\s+(?:ser|så|vil|ville|havde|have)\b|\b(?:ser|så|vil|havde|have)\s+hellere\b"
        r"|\bført\s+til\s+(?:referat|protokol)\w*|\bbeklage\w*\s+(?:beslutning|afgørelse|flertal|udfald)\w*"
        r"|\bvot(?:e[sd]?|ing)\s+(?:\w+\s+)?(?:against|no)\b|\b(?:was|were|is|are|spoke|one|two|three|four|\d+)\s+against\b"
        r"|\bagainst\s*:|\bagainst\s+the\s+(?:proposal|motion|recommendation|decision|item|application|plan)\b"
        r"|\bdissent\w*|\babst(?:ain|ention)\w*|\boppos(?:ed?|es|ing|ition)\b|\bdisagree\w*|\bminority\b"
        r"|\b(?:could|did|would)\s+not\s+(?:support|agree|vote\s+for)\b|\bdid\s+not\s+vote\b|\bobject(?:ed|s|ions?)\b",
        re.IGNORECASE,
    ),
    PeopleAspect.LATE: re.compile(
        r"\b(?:fra|til|indtil)\s+(?:kl\.?\s*\d|og\s+med\s+punkt|punkt\s+\d)|\bankom\b|\bforlod\b"
        r"|\bgik\s+kl\b|\bkom\s+(?:senere|kl)\b|\btilstødte\b",
        re.IGNORECASE,
    ),
}
REMARKS_SHOWN = 5
"""Remarks told of one meeting or item, at most."""
_ABOUT_PEOPLE = frozenset({SectionKind.ATTENDANCE, SectionKind.HEADER})
_SOMEBODY = re.compile(r"[A-ZÆØÅ][\wæøå-]+\s+[A-ZÆØÅ]")
"""First and last name; a clock time alone ("Mødet varer fra kl. 13") is nobody's."""


def remarks(document: Document, aspect: PeopleAspect) -> list[Span]:
    """Return the lines of a paper's head that tell it; of other parts, where the head does not."""
    pattern = _REMARKS.get(aspect)
    if pattern is None:
        return []
    head = [s.body for s in document.sections if s.kind in _ABOUT_PEOPLE]
    rest = [s.body for s in document.sections if s.kind not in _ABOUT_PEOPLE]
    for bodies in (head, rest):
        found = [span for body in bodies for span in _telling(document.text, body, pattern)]
        if found:
            return found
    return []


def remarks_on(document: Document, item: int, aspect: PeopleAspect) -> list[Span]:
    """Return the sentences of an item that tell it, those of its decision first.

    Parties and committees are of another mind as persons are, so no name is asked for.
    """
    pattern = _REMARKS[aspect]
    for section in _own_sections(document, item):
        found = list(_telling(document.text, section.body, pattern, of_somebody=False))
        if found:
            return found
    return []


def votes_on(document: Document, item: int) -> list[Span]:
    """Return the sentences of an item's decision that tell how many voted: "4 stemmer mod 1"."""
    decided = [s for s in _own_sections(document, item) if s.kind in _DECIDING]
    return [
        place
        for section in decided
        for place in _telling(document.text, section.body, _COUNTED, of_somebody=False)
    ]


def said_of_the_vote(document: Document, item: int) -> list[Span]:
    """Return the sentences of an item's decision with any word of a vote, or of those not along.

    What they say was not read: but nobody can be denied to have been against it.
    """
    decided = [s for s in _own_sections(document, item) if s.kind in _DECIDING]
    return [
        place
        for section in decided
        for place in _telling(document.text, section.body, _OF_A_VOTE, of_somebody=False)
        if not _NO_VOTE.search(place.of(document.text))
    ]


_OF_A_VOTE = re.compile(
    r"\bstem(?:te|mer|mes|t|mende|ning\w*)\b|\bafstemning\w*|\w*flertal\w*|\bmindretal\w*|\bi?mod\s+\w+\s+stemmer?\b"
    r"|\buenig\w*|\bikke\s+(?:\w+\s+)?enige?\b|\bville\s+hellere\b|\bbegær\w*|\bprotest\w*|\bmodstand\w*|\bprotokoltilf\w+|\bsærudtal\w+"
    # An opinion beside the decision may be one of those who would have had it otherwise.
    r"|\b(?:fandt|mente|foretrak|beklage\w*|havde\s+gerne|(?:så|ville)\s+gerne|betænkelig\w*|kritise\w+|forbeholdt\s+sig|tog\s+afstand)\b"
    r"|(?-i:\b[A-ZÆØÅ][\wæøå-]+\s+[A-ZÆØÅ][\wæøå-]+\s+ønskede\b)"
    r"|\bvot(?:e[sd]?|ing)\b|\bagainst\b|\bdissent\w*|\babst(?:ain|ention)\w*|\boppos\w+|\bobject(?:ed|s|ions?)\b"
    r"|\bmajority\b|\bminority\b|\bdisagree\w*|\bprotest\w*|\bunwilling\b",
    re.IGNORECASE,
)
_NO_VOTE = re.compile(
    r"\b(?:enstemmig\w*|unanimous\w*|uden\s+afstemning|without\s+(?:a\s+)?(?:vote|objection|dissent)|ingen\s+(?:stemte|var)"
    r"|no\s+(?:objections?|dissent|abstentions?)|(?:nobody|no\s+one|none)\s+(?:was|were|voted|objected|opposed))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bstemmer\s+i?mod\b|\benstemmig\w*|\bmod\s+\w+\s+stemmer?\b", re.IGNORECASE)


def remarks_naming(document: Document, item: int, names: Sequence[str]) -> list[Span]:
    """Return the sentences of an item's decision that name somebody and tell of a side taken."""
    named = re.compile(
        "|".join(rf"\b{re.escape(form)}\b" for name in names for form in (name, name.split()[-1]))
    )
    for section in _own_sections(document, item):
        if section.kind not in _DECIDING:
            continue
        body = section.body
        told = [span.moved(body.start) for span in sentences(body.of(document.text))]
        found = [
            p
            for p in told
            if named.search(words := p.of(document.text)) and _TAKES_SIDE.search(words)
        ]
        if found:
            return found
    return []


_DECIDING = frozenset({SectionKind.DECISION, SectionKind.TEXT})
_TAKES_SIDE = re.compile(
    rf"{_REMARKS[PeopleAspect.AGAINST].pattern}|\bstem\w*|\bfor\b|\bstøtte\w*|\btilslut\w*|\btiltr\w*|\bgodkend\w*"
    r"|\bønske\w*|\bbegær\w*",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"tidligere|forhistorie|historik", re.IGNORECASE)


def _own_sections(document: Document, item: int) -> list[Section]:
    """Return the parts of an item that tell of this meeting, its decision first.

    How another body treated it before is not this one's.
    """
    own = [
        section
        for section in document.sections_of(item)
        if section.kind is not SectionKind.BACKGROUND or not _EARLIER.match(section.heading or "")
    ]
    return sorted(own, key=lambda section: section.kind is not SectionKind.DECISION)


def _telling(
    text: str, body: Span, pattern: re.Pattern[str], *, of_somebody: bool = True
) -> Iterator[Span]:
    for span in sentences(body.of(text)):
        place = span.moved(body.start)
        words = place.of(text)
        if pattern.search(words) and (_SOMEBODY.search(words) or not of_somebody):
            yield place


def sentence_at(document: Document, place: Span) -> Span:
    """Return the sentence in which a place lies: a name says little without it."""
    start = document.text.rfind("\n", 0, place.start) + 1
    end = document.text.find("\n", place.end)
    end = end if end >= 0 else len(document.text)
    for span in sentences(document.text[start:end]):
        whole = span.moved(start)
        if whole.contains(place):
            return whole
    return place
