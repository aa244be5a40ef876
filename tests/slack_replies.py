"""Replies to draw, of any length and with anything in them that a paper or a question may hold."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from bot.answers.telling.draft import plain
from bot.citations import Citation
from bot.replies import Language, Reply, ReplyKind
from index.documents import Document
from index.spans import Span
from tests.paper_archive import MEMO

HOSTILE = (
    *("<!channel>", "<!here|here>", "<@U012AB3CD>", "<#C012|general>", "<!subteam^S1>"),
    *("<https://ond.example|klik her>", "https://ond.example/x", "mailto:a@ond.example"),
    *("&", "&amp;", "&lt;!channel&gt;", "*fed*", "_skrå_", "~streg~", "`kode`", "```blok```"),
    *(":tada:", ":100:", "@here", "@channel", "#general", "> citat", "- punkt", "# overskrift"),
    *("[1]", "[9999]", "\\[1\\]", "**", "![billede](https://ond.example/a.png)", "1. marts"),
    *("\u200b", "\u202e", "\u2066", "\u00ad", "\ufeff", "\x07", "\x1b[31m", "\u2028", "\ud800"),
    *("שלום", "مرحبا", "🙂", "e\u0301", "﷽", "ab" * 40, "ord " * 400),
)


def words() -> st.SearchStrategy[str]:
    """Make words, some of them hostile."""
    return st.lists(
        st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40), st.just("ord")),
        min_size=1,
        max_size=8,
    ).map(" ".join)


def document(text: str, title: str = "Et notat", source: str = "notat.txt") -> Document:
    """Make a paper with a text of its own."""
    return replace(MEMO, text=text, title=title, source=source, items=(), sections=())


@st.composite
def replies(draw: st.DrawFn) -> Reply:
    """Make a reply: paragraphs, headings, quotations and points, each with some markers."""
    text = "Første ord. " + draw(words()) + " Sidste ord."
    paper = document(text, draw(words()) or "x", draw(words()) or "x")
    count = draw(st.integers(0, 60))
    marks = [f"[{number}]" for number in range(1, count + 1)]
    blocks: list[str] = []
    # Every citation is marked somewhere; what is written around the markers is anything.
    while marks or not blocks:
        taken = draw(st.integers(0, 6))
        mine, marks = marks[:taken], marks[taken:]
        said = plain(draw(words())) or "ord"
        form = draw(st.sampled_from(["{}", "> “{}”", "- {}", "  - {}", "**{}**", "{}\n{}"]))
        blocks.append(f"{form.replace('{}', said)} {' '.join(mine)}")
        if draw(st.integers(0, 9)) == 0:
            blocks.append(f"{said} " * draw(st.integers(1, 80)))
    return Reply(
        question=draw(words()),
        language=draw(st.sampled_from(["da", "en"])),
        kind=draw(st.sampled_from([ReplyKind.FACT, ReplyKind.PEOPLE, ReplyKind.LIST]))
        if count
        else ReplyKind.NOT_FOUND,
        text="\n\n".join(blocks),
        citations=tuple(Citation(n, paper, Span(0, 12)) for n in range(1, count + 1)),
        warnings=tuple(draw(st.lists(words(), max_size=12))),
    )


def reply(text: str, citations: int = 1, language: Language = "da", **more: Any) -> Reply:
    """Make a reply with citations of one paper."""
    paper = document("Første ord. Og mange flere.")
    made = Reply(
        question="Hvad?",
        language=language,
        kind=ReplyKind.FACT if citations else ReplyKind.NOT_FOUND,
        text=text,
        citations=tuple(Citation(n, paper, Span(0, 12)) for n in range(1, citations + 1)),
    )
    return replace(made, **more)
