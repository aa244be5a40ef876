"""Which papers decide."""

from index.decisions import Outcome
from index.documents import DocumentKind
from ingest.reading.extraction import Extraction
from ingest.structure.decisions.of_items import read_decisions
from ingest.structure.items.agenda import find_agenda
from ingest.structure.layout.lines import read_lines
from ingest.structure.sections import cut_sections


def test_an_agenda_decides_nothing() -> None:
    words = "Referat\nTeknisk Udvalg\n5. april 2031\n\n1. Bænke\n\nBeslutning\n\nGodkendt.\n"
    lines = read_lines(Extraction(words))
    agenda = find_agenda(lines)
    sections = cut_sections(words, lines, agenda)
    for kind, outcome in (
        (DocumentKind.AGENDA, Outcome.NONE),
        (DocumentKind.MINUTES, Outcome.APPROVED),
    ):
        decisions = read_decisions(words, lines, sections, agenda, kind)
        assert [decision.outcome for decision in decisions] == [outcome]
