"""What pages are made of: the paragraphs of a paper, drawings of rates, files, words."""

import hashlib
import re
import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

import bot.web
from bot.answers.rates.lists import Listed
from bot.citations import Citation
from bot.web.pages import files
from bot.web.pages.assets import TYPES, content, fingerprint, versioned
from bot.web.pages.charts import Chart, charts_of
from bot.web.pages.drawing import link
from bot.web.pages.listing import Page as Listing
from bot.web.pages.listing import page_of
from bot.web.pages.paragraphs import LineKind, Table, parts_of
from bot.web.pages.rates import STATUSES
from bot.web.pages.routes import STATUSES_WITH_A_PAGE
from bot.wording import phrases
from index.archive import RateEntry
from index.catalogue.masking import masked
from index.documents import Document, DocumentKind
from index.originals import Withheld
from index.rates.rate import Origin, Rate, RateStatus, Validity
from index.rates.units import Unit
from index.spans import Page, Span
from ingest.reading.extraction import Reason
from tests.paper_archive import BLUE, MEMO, MEMO_TEXT, MINUTES, MINUTES_TEXT, entry_of
from tests.small_archive import MARCH, document_of

WEB = Path(bot.web.__file__).parent
HEAVIEST = 150_000
"""Bytes of a page with all that it loads."""


def shown(document: Document, cited: Span | None = None) -> str:
    """Return the words of all pieces in their order."""
    lines = [line for part in parts_of(document, cited) for line in part.lines]
    return "\n".join("".join(piece.text for piece in line.pieces) for line in lines)


# --- Paragraphs ---


@pytest.mark.parametrize("document", [MINUTES, MEMO])
@pytest.mark.parametrize("cited", [None, Span(0, 30), BLUE])
def test_nothing_of_a_text_is_lost_or_added(document: Document, cited: Span | None) -> None:
    lines = [line for line in document.text.split("\n") if line.strip()]
    assert shown(document, cited).split("\n") == lines


def test_what_is_cited_is_marked_and_nothing_else() -> None:
    parts = parts_of(MINUTES, BLUE)
    pieces = [piece for part in parts for line in part.lines for piece in line.pieces]
    assert "".join(p.text for p in pieces if p.cited) == BLUE.of(MINUTES_TEXT)
    assert [p.first for p in pieces].count(True) == 1


def test_a_citation_over_several_lines_begins_once() -> None:
    pieces = [
        p for part in parts_of(MEMO, Span(0, len(MEMO_TEXT))) for x in part.lines for p in x.pieces
    ]
    assert [p.first for p in pieces] == [True, False]
    assert all(p.cited for p in pieces)


def test_items_have_their_headings_pages_and_outcomes() -> None:
    first, second = parts_of(MINUTES)[1:]
    assert second.item is not None
    assert second.anchor == "item-2"
    assert second.outcome == "approved_with_change"
    assert [line.kind for line in second.lines][:3] == ["title", "text", "heading"]
    assert [line.page for line in second.lines][:2] == [2, None]
    assert first.lines[0].kind is LineKind.TITLE


def test_a_page_that_begins_within_a_line_is_told_once() -> None:
    pages = (Page(1, Span(0, 5)), Page(2, Span(5, len(MEMO_TEXT))))
    lines = [line for part in parts_of(replace(MEMO, pages=pages)) for line in part.lines]
    assert [line.page for line in lines] == [2, None]


def test_what_a_closed_item_holds_is_one_line_however_long() -> None:
    closed = parts_of(masked(document_of("keu.txt", MARCH)))[2]
    assert [line.kind for line in closed.lines] == [LineKind.TITLE, LineKind.CLOSED]
    assert closed.outcome is None


def test_rows_with_the_same_first_column_are_a_table() -> None:
    text = "Pris\nNavn: Ane · Alder: 4\nNavn: Bo · By: Ry: nord\nUr: 1 · Tid: 2\n"
    document = replace(MEMO, text=text)
    (part,) = parts_of(document, Span(text.index("Bo"), text.index(" · By")))
    before, table, after = part.blocks
    assert isinstance(table, Table)
    assert table.columns == ("Navn", "Alder", "By")
    cells = [["".join(p.text for p in c.pieces).strip() for c in row.cells] for row in table.rows]
    assert cells == [["Ane", "4"], ["Bo", "Ry: nord"]]
    assert not isinstance(before, Table)
    assert not isinstance(after, Table)
    assert after.kind is LineKind.ROW
    marked = [p for row in table.rows for cell in row.cells for p in cell.pieces if p.cited]
    assert [(p.text, p.first) for p in marked] == [("Bo", True)]


# --- Drawings ---


def listed(amount: str, since: date | None, until: date | None, **changes: object) -> Listed:
    rate = Rate(
        name="åen",
        names=(),
        amount=Decimal(amount),
        printed=amount,
        unit=Unit("kr.", ()),
        agreement=None,
        agreement_year=None,
        validity=Validity(since, until),
        origin=Origin.LOADED,
        span=Span(0, 5),
        figure=Span(0, 5),
        verified=True,
    )
    rate = replace(rate, **changes)  # type: ignore[arg-type]
    entry = RateEntry(entry_of(MEMO), rate)
    return Listed(entry, rate.validity, RateStatus.UNDATED, Citation(1, MEMO, rate.span))


def drawn(*rates: Listed, day: date = date(2022, 7, 1)) -> Chart:
    wide, _ = charts_of(rates, day)
    return wide


FIRST = listed("100", date(2020, 1, 1), date(2020, 12, 31))
SECOND = listed("150", date(2021, 1, 1), None)


def test_a_rate_develops_from_left_to_right_and_upwards() -> None:
    chart = drawn(SECOND, FIRST)
    one, two = chart.steps
    assert (one.left, one.right) == (chart.left, two.left)
    assert two.right == chart.right
    assert one.y > two.y > chart.top
    assert two.rises_from == one.y
    assert chart.day is not None
    assert [mark.text for mark in chart.years] == ["2020", "2021", "2022"]


def test_a_phone_has_its_own_drawing_of_the_same_steps() -> None:
    years = [listed(str(n), date(n, 1, 1), date(n, 12, 31)) for n in range(2014, 2023)]
    wide, narrow = charts_of(years, date(2022, 7, 1))
    assert (wide.is_narrow, narrow.is_narrow) == (False, True)
    assert narrow.width < wide.width
    assert [s.amount for s in narrow.steps] == [s.amount for s in wide.steps]
    assert len(narrow.years) < len(wide.years)
    assert not narrow.steps[0].has_room


def test_large_amounts_have_room_beside_the_grid() -> None:
    large = drawn(listed("12000000", date(2020, 1, 1), None), listed("9", date(2021, 1, 1), None))
    assert large.left > drawn(FIRST, SECOND).left


def test_between_rates_that_do_not_follow_each_other_no_line_is_drawn() -> None:
    chart = drawn(FIRST, listed("150", date(2021, 2, 1), None))
    assert chart.steps[1].rises_from is None


@pytest.mark.parametrize("rates", [(), (FIRST,), (FIRST, listed("9", None, None)), (FIRST, FIRST)])
def test_what_has_one_beginning_needs_no_drawing(rates: tuple[Listed, ...]) -> None:
    assert charts_of(rates, date(2022, 1, 1)) == ()


def test_rates_of_nothing_are_drawn_on_the_ground() -> None:
    chart = drawn(listed("0", date(2020, 1, 1), None), listed("0", date(2021, 1, 1), None))
    assert {step.y for step in chart.steps} == {chart.bottom}


@pytest.mark.parametrize("amount", ["0.004", "3.94", "99", "101", "2310000"])
def test_the_highest_amount_lies_below_the_top(amount: str) -> None:
    chart = drawn(listed(amount, date(2020, 1, 1), None), listed("0", date(2021, 1, 1), None))
    assert chart.top <= chart.steps[0].y <= chart.bottom
    assert chart.heights[-1].amount >= Decimal(amount)


# --- Lists ---


def test_a_page_of_a_list_knows_its_place() -> None:
    pages = [page_of(range(7), number, 3) for number in (1, 2, 3, 99)]
    assert [list(page.entries) for page in pages] == [[0, 1, 2], [3, 4, 5], [6], [6]]
    assert [(p.first, p.last, p.earlier, p.later) for p in pages[:3]] == [
        (1, 3, None, 2),
        (4, 6, 1, 3),
        (7, 7, 2, None),
    ]
    empty: Listing[int] = page_of([], 1)
    assert (empty.total, empty.earlier, empty.later) == (0, None, None)


def test_an_address_leaves_out_what_has_no_value() -> None:
    assert link("/x", {"a": "", "b": None, "c": "æ&"}, page=2) == "/x?c=%C3%A6%26&page=2"
    assert link("/x") == "/x"


# --- Files and words ---


def test_what_others_made_is_what_they_published() -> None:
    folder = WEB / "static" / "vendor"
    libraries = tomllib.loads((folder / "vendor.toml").read_text("utf-8"))
    known = {"vendor.toml"}
    for library in libraries.values():
        data = (folder / library["file"]).read_bytes()
        assert hashlib.sha512(data).hexdigest() == library["sha512"]
        assert library["version"].encode() in data
        assert (folder / library["licence"]).read_text("utf-8")
        known |= {library["file"], library["licence"]}
    assert {path.name for path in folder.iterdir()} == known


def test_every_file_has_a_type_and_a_fingerprint() -> None:
    for name in TYPES:
        assert fingerprint(name) == hashlib.sha256(content(name)).hexdigest()[:12]


def test_a_file_comes_packed_to_who_takes_it_so_and_is_kept_for_ever_by_its_address() -> None:
    app = FastAPI()
    app.include_router(files.router)
    client = TestClient(app)
    for encoding in ("gzip", "identity"):
        answer = client.get(versioned("site.css"), headers={"accept-encoding": encoding})
        assert answer.content == content("site.css")
        assert answer.headers.get("content-encoding", "identity") == encoding
        assert "immutable" in answer.headers["cache-control"]
    assert client.get("/static/site.css?v=other").headers["cache-control"] == "no-cache"


def test_all_that_a_page_loads_leaves_room_for_the_page() -> None:
    assert sum(len(content(name)) for name in TYPES) < HEAVIEST * 2 / 3


def test_no_template_holds_a_script_or_a_style_of_its_own_or_trusts_a_text() -> None:
    for template in (WEB / "templates").iterdir():
        text = template.read_text("utf-8")
        assert not re.search(r"<script(?! src=)|<style|\sstyle=|\son\w+=|\|\s*safe", text), template


def test_every_sentence_of_the_pages_is_said_and_no_other() -> None:
    sources = [*(WEB / "templates").iterdir(), *(WEB / "pages").glob("*.py")]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    keys = {key.removeprefix("web_") for key in phrases() if key.startswith("web_")}
    said = {*re.findall(r"say\('(\w+)'", text), *re.findall(r"\"(\w+)\"", text)}
    # These are put together from a value: "kind_" and the kind.
    families = ("kind_", "status_", "reason_", "do_", "original_", "error_", "cited_")
    assert {key for key in keys - said if not key.startswith(families)} == set()
    assert set(re.findall(r"say\('(\w+)'[,)]", text)) <= keys


@pytest.mark.parametrize(
    ("family", "values"),
    [
        ("kind", list(DocumentKind)),
        ("status", [*RateStatus, *STATUSES]),
        ("original", list(Withheld)),
        ("reason", list(Reason)),
        ("error", sorted(map(str, STATUSES_WITH_A_PAGE))),
    ],
)
def test_every_value_that_pages_name_has_a_word(family: str, values: list[str]) -> None:
    for value in values:
        assert f"web_{family}_{value.replace(' ', '_')}" in phrases()
