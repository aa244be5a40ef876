"""An answer for somebody in a meeting: one line, one citation, and a button to share it."""

from collections.abc import Sequence
from itertools import takewhile

from bot.answers.rates.lines import unit_beside, validity_words
from bot.answers.telling.votes import told_as_of
from bot.citations import Citation, folded
from bot.rendering.markdown import Line, LineKind, lines_of
from bot.rendering.places import cut
from bot.rendering.visible import visible_line
from bot.replies import Language, Reply, ReplyKind, ToldRate
from bot.slack.drawing.blocks import posted, understood
from bot.slack.drawing.limits import FALLBACK
from bot.slack.drawing.mrkdwn import fallback
from bot.slack.drawing.presses import Press, Pressed, button
from bot.slack.drawing.rich_text import rich_text, section, text
from bot.slack.drawing.shapes import Actions, Button, Inline, Menu, Message
from bot.slack.drawing.sources import source_lines
from bot.wording import phrase
from index.archive import ItemEntry
from index.danish.days import format_date
from index.rates.amounts import written
from index.rates.rate import Rate, RateStatus

LONGEST = 600
"""Characters of quoted words; a decision with its reservation is nearly always shorter."""

LONGEST_TITLE = 100
"""Characters of an item's title."""

LONGEST_WARNING = 120
"""Characters of a warning that fits into the line."""

_STATUS = {
    RateStatus.EXPIRED: "slack_expired",
    RateStatus.NOT_YET: "slack_not_yet",
    RateStatus.UNDATED: "slack_undated",
}
_MAY_APPLY = frozenset({RateStatus.IN_FORCE, RateStatus.UNDATED})
"""Of these a second one is news; that an expired rate had another before it is not."""

_NO = frozenset(
    {
        ReplyKind.NOT_FOUND,
        ReplyKind.NOT_DECIDED,
        ReplyKind.CLOSED,
        ReplyKind.NOT_IN_ARCHIVE,
    }
)
"""The kinds of no."""


_COUNTED = frozenset({ReplyKind.PEOPLE, ReplyKind.LIST, ReplyKind.CHANGES})
"""Kinds whose points are of one sort, so that it tells something how many more there are."""


def one_line(reply: Reply, question_id: str, page_url: str | None = None) -> Message:
    """Draw a reply in one line with one citation; the whole of it is one press away.

    Raises:
        ValueError: The id or the address is not one.
    """
    words, citation = _line(reply)
    line: list[Inline] = list(words)
    if reserved := _reservation(reply):
        line += [text(" "), {"type": "emoji", "name": "warning"}, text(f" {reserved}")]
    spoken = ["".join(run["text"] for run in line if run["type"] != "emoji")]
    blocks = [*understood(reply), rich_text(section(*line))]
    if citation is not None:
        for source in source_lines([citation], reply.language, page_url):
            blocks.append(rich_text(section(*source)))
            spoken.append("".join(run["text"] for run in source if run["type"] != "emoji"))
    row: Actions = {"type": "actions", "elements": _buttons(reply, question_id, citation)}
    return posted(fallback(spoken, FALLBACK), [*blocks, row], question_id)


def _reservation(reply: Reply) -> str:
    """Return what an amount is never told without, else the one warning there is.

    Of several, or of a long one: that the whole answer has it. A draft is known as one at a
    glance, wherever the answer is read out. Empty where there is none.
    """
    language = reply.language
    regulated, quotes = _quoted_beside(reply)
    told = [phrase("slack_rate_regulated", language)] if regulated else []
    first = visible_line(reply.warnings[0]) if reply.warnings else ""
    if len(reply.warnings) == 1 and first == phrase("rate_not_verified", language):
        return " ".join(told)  # it stands beside the amount
    if quotes or len(reply.warnings) > 1 or len(first) > LONGEST_WARNING:
        told.append(phrase("slack_reservations", language))
    elif first and not regulated:
        told.append(first)
    return " ".join(told)


def _quoted_beside(reply: Reply) -> tuple[bool, bool]:
    """Tell whether a rate is told to be regulated, and whether its paper limits it otherwise."""
    if reply.kind is not ReplyKind.RATE:
        return False, False
    said = [phrase(key, reply.language) in reply.text for key in _ON_REGULATION]
    quotes = sum(line.kind is LineKind.QUOTE for line in _lines(reply))
    return said[0], quotes > sum(said)


_ON_REGULATION = ("rate_regulated", "rate_regulated_others")
"""Phrases that a quotation of its own follows; the second says that the amount is not regulated."""


def _buttons(reply: Reply, question_id: str, citation: Citation | None) -> list[Button | Menu]:
    language = reply.language
    # That nothing was found tells others nothing; that nothing is decided does.
    found = reply.kind is not ReplyKind.NOT_FOUND
    wanted = [("slack_share", Pressed(Press.SHARE, question_id))] if found else []
    if citation is not None:
        what = Pressed(Press.PASSAGE, question_id, citation.number)
        wanted.append(("slack_show_passage", what))
    wanted.append(("slack_whole", Pressed(Press.WHOLE, question_id)))
    number = citation.number if citation else 0
    made = [button(phrase(key, language, number=number), what) for key, what in wanted]
    return [one for one in made if one is not None]


def _line(reply: Reply) -> tuple[list[Inline], Citation | None]:
    """Return the words that matter most, and what they rest on."""
    if reply.kind is ReplyKind.RATE:
        return _rate(reply.rates[0], reply)
    if reply.kind in _NO:
        return _no(reply)
    told = [one for entry in reply.decisions if (one := _decision(entry, reply)) is not None]
    if reply.kind is ReplyKind.DECISION and told:
        return told[0]
    if reply.kind is ReplyKind.CASE and told:
        # Its decisions stand in the order of time: the last says how the matter stands.
        runs, cited = told[-1]
        return [*runs, *_and_more(len(told) - 1, reply.language)], cited
    return _first(reply)


def _rate(told: ToldRate, reply: Reply) -> tuple[list[Inline], Citation]:
    """Return figure, what it is for, unit and validity; one that does not apply says so first."""
    rate, language = told.entry.rate, reply.language
    runs: list[Inline] = []
    if told.status in _STATUS:
        runs.append(text(f"{phrase(_STATUS[told.status], language)}: ", bold=True))
    runs.append(text(visible_line(_figure(rate, language)), bold=True))
    parts = [
        rate.name,
        *unit_beside(rate, language),
        rate.agreement,
        validity_words(told.validity, language),
    ]
    if rate.proposed:
        parts.append(phrase("rate_proposed_word", language))
    if not rate.verified:
        parts.append(phrase("rate_extracted", language))
    more = " · ".join(cut(visible_line(part), LONGEST) for part in parts if part)
    runs.append(text(f" · {more} [{told.citation}]"))
    if told.status in _MAY_APPLY:
        others = [one for one in reply.rates[1:] if one.status in _MAY_APPLY]
        runs += _and_more(len(others), language)
    return runs, reply.citations[told.citation - 1]


def _and_more(count: int, language: Language) -> list[Inline]:
    return [text(f" {phrase('slack_and_more', language, count=count)}")] if count > 0 else []


def _figure(rate: Rate, language: Language) -> str:
    if rate.corrected:
        amount = " ".join(filter(None, (written(rate.amount), rate.unit.currency)))
        return phrase("rate_corrected", language, amount=amount, printed=rate.printed)
    # What limits a figure ("højst") stands right before it, or beside it in its row.
    return f"{rate.note} {rate.printed}" if rate.note else rate.printed


def _decision(entry: ItemEntry, reply: Reply) -> tuple[list[Inline], Citation] | None:
    """Return the outcome of an item and its words; `None` where the reply does not cite them."""
    decision, language = entry.decision, reply.language
    if decision is None or not decision.words:
        return None
    cited = [
        citation
        for citation in reply.citations
        if citation.document.id == entry.document.id
        and any(citation.span.overlaps(words) for words in decision.words)
    ]
    if not cited:
        return None
    words = folded(" ".join(entry.decision_texts))
    outcome = phrase(told_as_of(entry), language)
    where = [entry.document.body.short if entry.document.body else entry.document.title]
    if entry.document.date:
        where.append(format_date(entry.document.date, language))
    # "Godkendt." alone may be of any matter: whoever glances at it must see of which.
    where += [cut(entry.item.title, LONGEST_TITLE)] if entry.item.title else []
    runs: list[Inline] = [
        text(f"{outcome[:1].upper()}{outcome[1:]}", bold=True),
        text(
            f" ({visible_line(', '.join(where))}): {_quoted(words, language)} [{cited[0].number}]"
        ),
    ]
    return runs, cited[0]


def _quoted(words: str, language: Language) -> str:
    shown = visible_line(words)
    if len(shown) <= LONGEST:
        return f"“{shown}”"
    # A reservation may stand in what is left out, so that it is cut must be seen.
    return f"“{cut(shown, LONGEST)}” {phrase('slack_words_cut', language)}"


def _no(reply: Reply) -> tuple[list[Inline], Citation | None]:
    """Return which kind of no it is, and its first sentence."""
    kind = phrase(f"slack_no_{reply.kind.value}", reply.language)
    runs: list[Inline] = [text(f"{kind}: ", bold=True)]
    lines = _lines(reply)
    said = next((line for line in lines if line.kind is LineKind.TEXT), None)
    if said is None:
        return [text(kind, bold=True), text(".")], None
    if not reply.kind.asserts:
        return [*runs, text(_without_lead(_without_others(said, None)))], None
    cited = _cited(lines, reply)
    runs.append(text(_without_lead(_without_others(said, cited))))
    quote = next((line for line in lines if line.kind is LineKind.QUOTE), None)
    if cited is not None and cited.number not in said.markers:
        marked = quote is not None and cited.number in quote.markers
        rests = _without_others(quote, cited) if quote and marked else f"[{cited.number}]"
        runs.append(text(f" {rests}"))
    return runs, cited


def _first(reply: Reply) -> tuple[list[Inline], Citation | None]:
    """Return the first line that rests on something: the sentence that answers a fact.

    Before it what introduces it ("Deferred items: 2"); of people all that are named in one place.
    """
    lines = [line for line in _lines(reply) if line.kind is not LineKind.HEADING]
    line = next((line for line in lines if line.markers), lines[0] if lines else None)
    if line is None:
        return [text(phrase(f"slack_no_{ReplyKind.NOT_FOUND.value}", reply.language))], None
    cited = _cited([line], reply)
    # A sentence of a paper may fit many questions: whoever glances at it must see what it is of.
    item = cited.item if cited is not None and reply.kind is ReplyKind.FACT else None
    title = visible_line(item.title) if item is not None and item.title else ""
    runs: list[Inline] = []
    if title and title not in line.text:
        runs.append(text(f"{cut(title, LONGEST_TITLE)}: ", bold=True))
    if lines[0] is not line and lines[0].kind is LineKind.TEXT:
        lead = _without_others(lines[0], None).rstrip(":")
        runs.append(text(lead + (" " if lead.endswith((".", "!", "?")) else " – "), bold=True))
    together = [line]
    if reply.kind is ReplyKind.PEOPLE:
        together = [one for one in lines if one.markers[:1] == line.markers[:1]]
    told = ", ".join(_without_others(one, None) for one in together[:-1])
    last = _without_others(together[-1], cited)
    runs.append(text(cut(f"{told}, ", LONGEST) + last if told else last))
    if reply.kind is ReplyKind.PEOPLE:
        lines = _of_its_heading(line, _lines(reply))  # who was elected since is no second chair
    # What another sentence introduces below ("Besides them closed items: 1") is no more of these.
    same = takewhile(lambda one: one.kind is not LineKind.TEXT, lines[lines.index(line) :])
    others = sum(1 for one in same if one.kind is LineKind.POINT and one not in together)
    counted = reply.kind in _COUNTED and line.kind is LineKind.POINT
    return [*runs, *_and_more(others if counted else 0, reply.language)], cited


def _of_its_heading(line: Line, lines: Sequence[Line]) -> list[Line]:
    """Return the lines from one on, up to the heading of other things."""
    behind = lines[lines.index(line) :]
    return list(takewhile(lambda one: one.kind is not LineKind.HEADING, behind))


def _cited(lines: Sequence[Line], reply: Reply) -> Citation | None:
    number = next((number for line in lines for number in line.markers), None)
    return reply.citations[number - 1] if number else None


def _lines(reply: Reply) -> list[Line]:
    return lines_of(reply.text, {citation.number for citation in reply.citations})


def _without_lead(words: str) -> str:
    """Return a line without the sentence that leads to what stands below it: that is not shown."""
    if not words.endswith(":"):
        return words
    sentences, _, _ = words.rpartition(". ")
    return f"{sentences}." if sentences else f"{words[:-1]}."


def _without_others(line: Line, cited: Citation | None) -> str:
    """Return a line with the one marker whose source stands below it, cut to a readable length."""
    own = cited.number if cited else None
    kept = [run.text for run in line.runs if run.marker is None or run.marker == own]
    words = visible_line("".join(kept))
    if len(words) <= LONGEST:
        return words
    return cut(words, LONGEST) + (f" [{own}]" if own else "")
