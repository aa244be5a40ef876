"""A reply as a message in Teams: warnings, the answer with its citations, what one can press."""

from collections.abc import Sequence

from bot.rendering.markdown import Line, LineKind, Run, lines_of
from bot.rendering.places import LABELS, cut
from bot.rendering.visible import visible_line
from bot.replies import Language, Reply
from bot.teams.cards import answer_card
from bot.teams.drawn import TEXT_BYTES, Drawn, shortened, size
from bot.teams.menu import COMMANDS, helping
from bot.teams.sources import chips, further, plain_lines
from bot.teams.text import escaped, markdown, plain
from bot.wording import phrase

LONGEST_QUESTION = 300
"""Characters of a follow-up as it was read."""
LONGEST_WARNINGS = 1_500
"""Characters of all warnings."""


def message(
    reply: Reply, question_id: str, page_url: str | None = None, *, again: bool = False
) -> Drawn:
    """Draw a reply; one of which a model wrote some says so.

    Args:
        reply: The answer.
        question_id: What the buttons name the question by.
        page_url: Base address of the web page, to which sources are linked; `None` where there is
            none, and the files are named instead.
        again: Whether it may stand there already.
    """
    numbers = {citation.number for citation in reply.citations}
    nothing = [Line(LineKind.TEXT, (Run(phrase("teams_nothing", reply.language)),))]
    lines = lines_of(reply.text, numbers) or nothing
    head = _head(reply, again=again)
    kept = list(lines)
    while len(kept) > 1 and size(_text(reply, head, kept, page_url, cut_off=True)) > TEXT_BYTES:
        kept.pop()
        while len(kept) > 1 and kept[-1].kind is LineKind.HEADING:
            kept.pop()
    text = _text(reply, head, kept, page_url, cut_off=len(kept) < len(lines))
    marked = {number for line in kept for number in line.markers}
    return Drawn(
        text=shortened(text, TEXT_BYTES),
        plain=_plain(reply, head, lines),
        chips=chips([c for c in reply.citations if c.number in marked], reply.language, page_url),
        card=answer_card(reply, question_id),
        by_model=reply.written is not None and reply.written.by_model,
        judged=True,
    )


def _head(reply: Reply, *, again: bool) -> list[str]:
    """Return what stands before the answer, without markup: a line each."""
    language = reply.language
    lines = [phrase("teams_perhaps_twice", language)] if again else []
    if reply.understood_as is not None:
        question = cut(visible_line(reply.understood_as), LONGEST_QUESTION)
        lines.append(phrase("read_as", language, question=question))
    left = LONGEST_WARNINGS
    for warning in filter(None, map(visible_line, reply.warnings)):
        if left > 0:
            lines.append(f"⚠️ {LABELS['note'][language]}: {cut(warning, left)}")
        left -= len(warning)
    return lines


def _text(
    reply: Reply, head: Sequence[str], lines: Sequence[Line], page_url: str | None, *, cut_off: bool
) -> str:
    marked = {number for line in lines for number in line.markers}
    cited = [citation for citation in reply.citations if citation.number in marked]
    parts = [*map(escaped, head), markdown(lines)]
    if cut_off:
        parts.append(escaped(phrase("teams_cut", reply.language)))
    if beyond := further(cited, reply.language, page_url):
        parts.append(f"**{LABELS['sources'][reply.language]}**")
        parts += beyond
    return "\n\n".join(parts)


def _plain(reply: Reply, head: Sequence[str], lines: Sequence[Line]) -> str:
    told = "\n\n".join([*head, plain(lines)])
    sources = plain_lines(reply.citations, reply.language)
    if sources:
        told += "\n\n" + "\n".join([LABELS["sources"][reply.language], *sources])
    return shortened(told, TEXT_BYTES)


def notice(key: str, language: Language, **values: object) -> Drawn:
    """Draw a sentence of our own."""
    told = phrase(key, language, **values)
    return Drawn(escaped(told), told)


def greeting(language: Language, prompts: tuple[str, ...] = ()) -> Drawn:
    """Draw what a newcomer is told, with questions to begin with.

    Teams suggests none beside a card, and some clients show no markup where there are any.
    """
    told = " ".join(phrase(key, language) for key in ("teams_help", "teams_help_where"))
    return Drawn(escaped(told), told, prompts=prompts)


def help_message(language: Language, examples: tuple[str, ...] = ()) -> Drawn:
    """Draw how to ask, with examples."""
    lines = [_line(phrase(key, language)) for key in ("teams_help", "teams_help_where")]
    lines.append(_line(phrase("teams_help_commands", language), LineKind.HEADING))
    lines += [_line(helping(one, language), LineKind.POINT) for one in COMMANDS]
    if examples:
        lines.append(_line(phrase("teams_examples", language), LineKind.HEADING))
        lines += [_line(example, LineKind.POINT) for example in examples]
    return Drawn(markdown(lines), plain(lines))


def _line(words: str, kind: LineKind = LineKind.TEXT) -> Line:
    return Line(kind, (Run(words),), begins=kind is not LineKind.POINT)
