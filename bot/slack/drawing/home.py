"""The Home tab: a newcomer's start."""

from collections.abc import Sequence

from bot.chat.welcome import LONGEST_NAME, AtHome, BodyAtHome, OpenAtHome, called, examples
from bot.rendering.places import LABELS, cut
from bot.rendering.visible import visible_line
from bot.replies import Language
from bot.slack.drawing.limits import HEADER
from bot.slack.drawing.notices import COMMANDS, points
from bot.slack.drawing.presses import Press, Pressed, button, plain_text
from bot.slack.drawing.rich_text import bullets, rich_text, section, text
from bot.slack.drawing.shapes import Block, Button, Header, Home, RichList, RichSection
from bot.wording import phrase
from index.danish.days import format_date

BODIES_SHOWN = 12
OPEN_SHOWN = 8
BUTTONS_SHOWN = 5
"""Bodies that have a button to be introduced by: more would fill a phone."""


def home(archive: AtHome, language: Language, command: str = "/referent") -> Home:
    """Draw the Home tab in the user's language."""
    blocks = _welcome(language)
    bodies = [body for body in archive.bodies if called(body)]
    if not bodies:
        blocks.append(rich_text(section(text(phrase("slack_home_empty", language)))))
        return {"type": "home", "blocks": blocks}
    blocks.append({"type": "divider"})
    blocks += _bodies(bodies, language)
    blocks += [{"type": "divider"}, rich_text(*_open(archive.open, language))]
    blocks += [{"type": "divider"}, rich_text(*_how(archive, language, command))]
    return {"type": "home", "blocks": blocks}


def home_of_nothing(language: Language, why: str) -> Home:
    """Draw the Home tab while the archive cannot be read; `why`: the phrase that says so."""
    told = rich_text(section(text(phrase(why, language))))
    return {"type": "home", "blocks": [*_welcome(language), told]}


def _welcome(language: Language) -> list[Block]:
    title: Header = {
        "type": "header",
        "text": plain_text(phrase("slack_home_title", language), HEADER),
    }
    return [title, rich_text(section(text(phrase("slack_help", language))))]


def _bodies(bodies: Sequence[BodyAtHome], language: Language) -> list[Block]:
    lines = [_body_line(body, language) for body in bodies[:BODIES_SHOWN]]
    heading = section(text(phrase("slack_home_bodies", language), bold=True))
    blocks: list[Block] = [rich_text(heading, bullets(*lines))]
    if len(bodies) > BODIES_SHOWN:
        count = len(bodies) - BODIES_SHOWN
        more = phrase("slack_home_more_bodies", language, count=count)
        blocks.append(rich_text(section(text(more))))
    made: list[Button | None] = [
        button(
            phrase("slack_home_intro", language, body=called(body)),
            Pressed(Press.INTRO, body.key),
            number,
        )
        for number, body in enumerate(bodies[:BUTTONS_SHOWN], start=1)
    ]
    if pressed := [one for one in made if one is not None]:
        blocks.append({"type": "actions", "elements": [*pressed]})
    return blocks


def _body_line(body: BodyAtHome, language: Language) -> RichSection:
    short = called(body)
    name = cut(visible_line(body.name), LONGEST_NAME) or short
    if short != name:
        name += f" ({short})"
    told = [phrase("slack_home_meetings", language, count=body.meetings)] if body.meetings else []
    if body.last is not None:
        told.append(phrase("slack_home_last", language, date=format_date(body.last, language)))
    if body.coming is not None:
        told.append(phrase("slack_home_next", language, date=format_date(body.coming, language)))
    return section(text(name, bold=True), text(f": {', '.join(told)}" if told else ""))


def _open(items: Sequence[OpenAtHome], language: Language) -> list[RichSection | RichList]:
    heading = section(text(phrase("slack_home_open", language), bold=True))
    items = [item for item in items if visible_line(item.title)]
    if not items:
        return [heading, section(text(phrase("slack_home_nothing_open", language)))]
    lines = [_open_line(item, language) for item in items[:OPEN_SHOWN]]
    parts: list[RichSection | RichList] = [heading, points(lines)]
    if len(items) > OPEN_SHOWN:
        count = len(items) - OPEN_SHOWN
        parts.append(section(text(phrase("slack_home_more_open", language, count=count))))
    return parts


def _open_line(item: OpenAtHome, language: Language) -> str:
    number = f"{LABELS['item'][language]} {item.number}" if item.number else None
    day = format_date(item.date, language) if item.date else None
    parts = [item.body, day, number, item.title]
    return " · ".join(cut(visible_line(part), LONGEST_NAME) for part in parts if part)


def _how(archive: AtHome, language: Language, command: str) -> list[RichSection | RichList]:
    asked = [f"“{one}”" for one in examples(archive, language)]
    where = phrase("slack_help_where", language, command=command)
    typed = [phrase(f"slack_help_{one}", language, command=command) for one in COMMANDS]
    return [
        section(text(phrase("slack_home_ask", language), bold=True)),
        points(asked),
        section(text(f"\n{where}")),
        points(typed),
    ]
