"""What is wrong with a judged reply: a name for each fault, and what was expected."""

from collections.abc import Sequence

from bot.evaluation.judging import RIGHT_WITHIN, Judged

Complaint = tuple[str, str]


def complaints(judged: Judged) -> list[Complaint]:
    """Return all that is wrong with a reply."""
    found = [("error", judged.error)] if judged.error else complaints_of_words(judged)
    if judged.refused is False:
        found.append(("should have been refused", judged.question.reply or "any kind of no"))
    if judged.wrongly_refused:
        found.append(("wrongly refused", "the archive has an answer"))
    if judged.unsupported:
        found.append(("numbers without support", ", ".join(judged.unsupported)))
    return found


def complaints_of_words(judged: Judged) -> list[Complaint]:
    """Return what is wrong with what a reply says and cites."""
    question = judged.question
    found: list[Complaint] = []
    if judged.passage_expected and judged.rank is None:
        where = f" in {question.source}" if question.source else ""
        found.append(("passage not cited", " + ".join(f"“{q}”" for q in question.quote) + where))
    elif judged.rank is not None and judged.rank > RIGHT_WITHIN:
        found.append(("passage cited late", f"as number {judged.rank}"))
    if judged.answered is False:
        found.append(("answer missing", _alternatives(question.answer)))
    if judged.absent:
        found.append(("should not be there", ", ".join(judged.absent)))
    if judged.misquoted:
        found.append(("not verbatim", ", ".join(f"[{number}]" for number in judged.misquoted)))
    return found


def in_words(found: Sequence[Complaint]) -> list[str]:
    """Return complaints as lines."""
    return [f"{name}: {what}" for name, what in found]


def _alternatives(groups: Sequence[str | tuple[str, ...]]) -> str:
    """Return groups of alternatives in words: "A + (B or C)"."""
    named = (g if isinstance(g, str) else f"({' or '.join(g)})" for g in groups)
    return " + ".join(named)
