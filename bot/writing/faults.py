"""Why a sentence of a model's is not shown."""

from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with a sentence; the value is recorded with the answer."""

    MARKUP = "markup"
    """It holds a link, an address, a mention or markup of any kind."""
    CUT = "cut"
    """It does not end as a sentence does."""
    IDLE = "idle"
    """It says nothing: a word or two, a question, or what was said before."""
    UNMARKED = "unmarked"
    """It names no source."""
    INVENTED_SOURCE = "invented_source"
    """It names a source that is not there."""
    LANGUAGE = "language"
    """It is in another language than the question."""
    QUOTE = "quote"
    """It puts words between quotation marks that do not stand in its sources."""
    FIGURE = "figure"
    """It has a number, an amount, a day or a code that does not stand there, or not of this."""
    NAME = "name"
    """It names somebody or something that its sources do not."""
    OUTCOME = "outcome"
    """It tells another outcome than the one recorded, or a recommendation as a decision."""
    TURNED = "turned"
    """It denies what its sources say, says what they deny, or drops what they limit."""
    UNBORNE = "unborne"
    """It says more than its sources do."""
    LEANING = "leaning"
    """It leans on a sentence that is not shown."""
