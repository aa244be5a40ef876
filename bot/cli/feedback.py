"""`referent feedback`: what people thought of answers, and what found nothing."""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.options import Audience, Home, Json, audiences
from bot.cli.printing import print_json, print_text
from index.documents import OPEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.records.answers import Answer, Judged


def feedback(
    home: Home = None,
    as_json: Json = False,
    audience: Audience = None,
    as_questions: Annotated[
        bool,
        typer.Option(
            "--as-questions",
            help="Print a file for `referent eval`: good answers with what they quoted; bad ones, "
            "and questions that found nothing, to be completed by hand.",
        ),
    ] = False,
) -> None:
    """List what people thought of answers, and the questions that found nothing."""
    from bot.records.store import Records  # noqa: PLC0415 - start-up time
    from bot.replies import ReplyKind  # noqa: PLC0415
    from bot.serving.opening import FOLDER  # noqa: PLC0415
    from index.settings import Settings  # noqa: PLC0415

    settings = Settings.load(home=home)
    readers = audiences(audience)
    records = Records(settings.home / FOLDER)
    try:
        judged = [replace(one, answer=_shown_to(readers, one.answer)) for one in records.judged()]
        kinds = frozenset({ReplyKind.NOT_FOUND, ReplyKind.NOT_IN_ARCHIVE})
        # "None was against it" is an answer: nobody has to look for what is missing.
        nothing = [
            _shown_to(readers, answer) for answer in records.of_kinds(kinds) if not answer.is_none
        ]
    finally:
        records.close()
    if as_questions:
        for made in _questions(judged, nothing):
            print_json(made, one_line=True)
    elif as_json:
        found = {"judged": list(map(_judged, judged)), "nothing_found": list(map(_plain, nothing))}
        print_json(found)
    else:
        print_text("\n".join(_lines(judged, nothing)))


def _shown_to(readers: frozenset[str], answer: "Answer") -> "Answer":
    """Return an answer without the words of papers that those who look may not read.

    What a follow-up was understood as may name a closed item, so it stands as it was typed.
    """
    if answer.audiences <= readers:
        return answer
    return replace(answer, understood=answer.question, text="", places=())


def _lines(judged: "list[Judged]", nothing: "list[Answer]") -> list[str]:
    from bot.rendering.visible import visible_line  # noqa: PLC0415 - start-up time

    lines = [f"Judged: {len(judged)}"]
    for one in judged:
        told = ", ".join(
            f"{count} {word}" for count, word in ((one.good, "good"), (one.bad, "bad")) if count
        )
        lines.append(f"  {one.answer.answered:%Y-%m-%d} · {told} · {one.answer.understood}")
        lines += [f"    “{place.quote}” {place.source}" for place in one.answer.places[:1]]
        if one.answer.kind.asserts and not one.answer.places:
            needed = " ".join(
                f"--audience {name}" for name in sorted(one.answer.audiences - {OPEN})
            )
            lines.append(f"    what it quotes is shown with {needed}")
        lines += [f"    wrote: {visible_line(reason)}" for reason in one.reasons]
    lines.append(f"Nothing found: {len(nothing)}")
    asked = Counter(answer.understood for answer in nothing)
    newest = {answer.understood: answer for answer in reversed(nothing)}
    for words, count in asked.items():
        often = f"{count} times · " if count > 1 else ""
        lines.append(f"  {newest[words].answered:%Y-%m-%d} · {often}{words}")
    return lines


def _plain(answer: "Answer") -> dict[str, Any]:
    return {
        "id": answer.id,
        "question": answer.question,
        "understood": answer.understood,
        "language": answer.language,
        "kind": answer.kind.value,
        "text": answer.text,
        "citations": [{"source": place.source, "quote": place.quote} for place in answer.places],
        "answered": answer.answered.isoformat(),
    }


def _judged(judged: "Judged") -> dict[str, Any]:
    told = {"good": judged.good, "bad": judged.bad, "reasons": list(judged.reasons)}
    return _plain(judged.answer) | told


def _questions(judged: "list[Judged]", nothing: "list[Answer]") -> list[dict[str, Any]]:
    """Return lines of a file of questions; of a bad answer, people have to say what is right."""
    made = [
        _question(one.answer, expected=one.good > one.bad) | _note(one.reasons) for one in judged
    ]
    told = {one.answer.id for one in judged}
    return made + [_question(a, expected=False) for a in nothing if a.id not in told]


def _question(answer: "Answer", *, expected: bool) -> dict[str, Any]:
    place = answer.places[0] if answer.places and expected else None
    return {
        "id": answer.id,
        "lang": answer.language,
        "kind": answer.kind.value if expected and answer.kind.asserts else "fact",
        "question": answer.understood,
        "source": place.source if place else None,
        "quote": [place.quote] if place else [],
        "on": answer.answered.date().isoformat(),
    }


def _note(reasons: "Sequence[str]") -> dict[str, str]:
    """Return what people wrote of an answer, for who completes the line."""
    return {"note": " / ".join(reasons)} if reasons else {}


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(feedback)
