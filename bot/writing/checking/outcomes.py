"""Which outcomes a sentence of prose tells, and which a sentence of a source does."""

from bot.replies import Language
from bot.writing.patterns import outcomes, proposals
from bot.writing.sources import Statement
from index.decisions import Outcome
from index.documents import SectionKind


def told_outcomes(own: str, language: Language) -> frozenset[Outcome]:
    """Return what a sentence says became of something.

    "Recommended that the committee grant …" tells a recommendation and no grant.
    """
    asks, asked_for = proposals()
    if begun := asks.search(own):
        own = own[: begun.end()] + asked_for.sub(" ", own[begun.end() :])
    rejected = outcomes()[Outcome.REJECTED][language]
    denied = frozenset({Outcome.REJECTED}) if rejected.search(own) else frozenset[Outcome]()
    own = rejected.sub(" ", own)  # "did not approve" tells no approval
    return denied | {o for o, ways in outcomes().items() if ways[language].search(own)}


def tells(statement: Statement, outcome: Outcome) -> bool:
    """Tell whether a sentence of a source says that something had an outcome.

    "At udvalget godkender …" is what somebody asks for, not what became of it.
    """
    if statement.part is SectionKind.RECOMMENDATION and outcome is not Outcome.RECOMMENDED:
        return False
    return outcomes()[outcome]["da"].search(statement.text) is not None
