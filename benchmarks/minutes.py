"""Made-up minutes: the same number gives the same meeting, as values and as a text to be read.

A meeting has some eight items with case numbers, a summary, a presentation of the case, an
economy, a recommendation of *at*-clauses and a decision; a passage is a section, of 172 tokens
in the mean for the longer ones, as in the real minutes that the goals were set by.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random

from benchmarks import phrases
from index.decisions import Decision, Outcome
from index.documents import (
    OPEN,
    Body,
    Document,
    DocumentKind,
    Item,
    MinutesStatus,
    Section,
    SectionKind,
)
from index.passages import Passage
from index.spans import Span

FIRST_MEETING = date(1996, 1, 10)
DAYS_BETWEEN = 3
"""Between one meeting of the archive and the next: thirty years of twelve bodies are 3,700."""
SECTIONS = (
    (SectionKind.SUMMARY, "Resume", 8),
    (SectionKind.CASE, "Sagsfremstilling", 14),
    (SectionKind.CASE, "Baggrund", 12),
    (SectionKind.ECONOMY, "Økonomi", 5),
)
"""Kind, heading and usual number of sentences of what stands before the recommendation."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its passages."""

    document: Document
    passages: tuple[Passage, ...]


def papers(passages: int, seed: int = 1) -> Iterator[Paper]:
    """Yield minutes until there are at least so many passages."""
    number = made = 0
    while made < passages:
        paper = minutes(number, seed)
        yield paper
        made += len(paper.passages)
        number += 1


def minutes(number: int, seed: int = 1, items: int | None = None) -> Paper:
    """Return the minutes of that number, with so many items; by default with five to eleven."""
    return _Writer(Random(f"{seed}/{number}"), number).minutes(items)


def questions(count: int, seed: int = 1) -> list[str]:
    """Return questions on what the minutes are about, Danish and English in turn."""
    chance = Random(f"questions/{seed}")
    forms = (
        "Hvad besluttede {body} om {topic}?",
        "What did {body} decide on {first}{second}?",
        "Hvad koster {topic} om året?",
        "Which items on {first}{second} were deferred?",
        "Hvem er medlem af {first}{second}?",
        "How many clinics take part in {first}{second}?",
        "Hvad er {body}?",
        "{topic}",
    )
    return [
        forms[n % len(forms)].format(
            body=chance.choice(phrases.BODIES)[1],
            topic=chance.choice(phrases.TOPICS),
            first=chance.choice(phrases.FIRST_PARTS),
            second=chance.choice(phrases.SECOND_PARTS),
        )
        for n in range(count)
    ]


class _Writer:
    """Writes one document from top to bottom and notes where everything came to stand."""

    def __init__(self, chance: Random, number: int) -> None:
        self.chance = chance
        self.date = FIRST_MEETING + timedelta(days=DAYS_BETWEEN * number)
        name, short = phrases.BODIES[number % len(phrases.BODIES)]
        self.body = Body(name, short)
        self.source = f"{short.lower()}/{self.date.year}/{self.date.isoformat()}-referat.txt"
        self.text = ""
        self.items: list[Item] = []
        self.sections: list[Section] = []
        self.decisions: list[Decision] = []

    def minutes(self, items: int | None) -> Paper:
        """Write it all."""
        place = self.chance.choice(phrases.PLACES)
        month = phrases.MONTHS[self.date.month - 1]
        title = f"Referat af møde i {self.body.name} ({self.body.abbreviation})"
        head = f"{title}\nden {self.date.day}. {month} {self.date.year} kl. 15:00 i {place}"
        self._section(SectionKind.HEADER, None, None, [head])
        people = ", ".join(self._name() for _ in range(self.chance.randint(6, 14)))
        self._section(SectionKind.ATTENDANCE, "Deltagere", None, [people])
        for index in range(items or self.chance.randint(5, 11)):
            self._item(index)
        document = self._document(title, place)
        return Paper(document, tuple(self._passages(document)))

    def _item(self, index: int) -> None:
        topic = self.chance.choice(phrases.TOPICS)
        begun = len(self.text)
        heading = self._write(f"{index + 1}. {topic.capitalize()}")
        case = f"{self.date.year % 100:02}/{self.chance.randint(10000, 99999)}"
        self._write(f"Sagsnr.: {case}")
        for kind, name, usual in SECTIONS:
            if self.chance.random() < 0.75:
                self._section(kind, name, index, self._sentences(kind, topic, usual))
        clauses = self.chance.sample(phrases.CLAUSES, self.chance.randint(1, 3))
        lines = ["Administrationen indstiller,", *(self._filled(c, topic) for c in clauses)]
        asked = self._section(SectionKind.RECOMMENDATION, "Indstilling", index, lines)
        outcome, words = self.chance.choice(phrases.DECISIONS)
        lines = [self._filled(words, topic)]
        decided = self._section(SectionKind.DECISION, "Beslutning", index, lines)
        span = Span(begun, len(self.text))
        self.items.append(
            Item(index, str(index + 1), topic.capitalize(), (case,), False, heading, span)
        )
        self.decisions.append(Decision(index, asked[1:], decided, Outcome(outcome), None))

    def _section(
        self, kind: SectionKind, heading: str | None, item: int | None, lines: list[str]
    ) -> tuple[Span, ...]:
        """Write a section; return where each of its lines stands."""
        begun = len(self.text)
        if heading is not None:
            self._write(heading)
        places = tuple(self._write(line) for line in lines)
        self.text += "\n"
        body = Span(places[0].start, places[-1].end)
        span = Span(begun, len(self.text))
        self.sections.append(Section(len(self.sections), kind, heading, (), item, span, body))
        return places

    def _write(self, line: str) -> Span:
        begun = len(self.text)
        self.text += line + "\n"
        return Span(begun, begun + len(line))

    def _sentences(self, kind: SectionKind, topic: str, usual: int) -> list[str]:
        forms = phrases.ECONOMY if kind is SectionKind.ECONOMY else phrases.BACKGROUND
        count = min(len(forms), max(1, round(self.chance.gauss(usual, usual / 4))))
        return [" ".join(self._filled(f, topic) for f in self.chance.sample(forms, count))]

    def _filled(self, form: str, topic: str) -> str:
        chance, year = self.chance, self.date.year
        filled = form.format(
            topic=topic,
            a=self._compound(),
            b=self._compound(),
            name=self._name(),
            year=year - chance.randint(0, 3),
            later=year + chance.randint(1, 3),
            month=chance.choice(phrases.MONTHS),
            day=chance.randint(1, 28),
            count=chance.randint(40, 900),
            fewer=chance.randint(10, 39),
            small=chance.randint(2, 12),
            percent=chance.randint(51, 98),
            amount=f"{chance.randint(100, 900)}.000",
            less=f"{chance.randint(10, 99)}.000",
            rate=f"{chance.randint(100, 999)},{chance.randint(0, 99):02}",
        )
        return filled[0].upper() + filled[1:] if form[0] in "{" else filled

    def _compound(self) -> str:
        parts = phrases.FIRST_PARTS, phrases.SECOND_PARTS
        return "".join(self.chance.choice(part) for part in parts)

    def _name(self) -> str:
        return " ".join(self.chance.choice(n) for n in (phrases.FIRST_NAMES, phrases.LAST_NAMES))

    def _document(self, title: str, place: str) -> Document:
        return Document(
            id=hashlib.sha256(self.source.encode()).hexdigest()[:16],
            source=self.source,
            title=title,
            kind=DocumentKind.MINUTES,
            status=MinutesStatus.APPROVED,
            body=self.body,
            date=self.date,
            time=time(15, 0),
            place=place,
            chair=None,
            case_numbers=(),
            abbreviations=(),
            attendance=(),
            pages=(),
            items=tuple(self.items),
            sections=tuple(self.sections),
            decisions=tuple(self.decisions),
            audience=OPEN,
            text=self.text,
        )

    def _passages(self, document: Document) -> Iterator[Passage]:
        for index, section in enumerate(document.sections):
            title = "" if section.item is None else document.items[section.item].title
            header = f"{self.body.name} · {self.date} · {title} · {section.heading or ''}"
            text = section.body.of(document.text)
            yield Passage(
                document.id, index, section.item, section.index, section.body, header, text, OPEN
            )
