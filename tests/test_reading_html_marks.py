"""Badges, labels and classes of a web page that close an item."""

import pytest

from index.documents import OPEN
from ingest.reading.html import read_html
from ingest.structure import understand

PAGE = (
    "<html><body><h1>Referat af møde i Havnenævnet den 4. oktober 2025</h1>"
    "<h2>1 Bøjer</h2><p>De er røde.</p><h3>Beslutning</h3><p>Tiltrådt.</p>{item}"
    "<h2>3 Eventuelt</h2><h3>Beslutning</h3><p>Drøftet.</p></body></html>"
)
TEXT = "<p>Prisen er 9 kr.</p><h3>Beslutning</h3><p>Solgt.</p>"


def items(heading: str) -> list[tuple[str | None, str, bool]]:
    page = PAGE.format(item=heading if TEXT in heading else heading + TEXT)
    document = understand(read_html(page.encode()), source="side.html", audience=OPEN)
    return [(item.number, item.title, item.closed) for item in document.items]


@pytest.mark.parametrize(
    "heading",
    [
        '<h2>2 <span class="lukket">Lukket</span> Salg af pram</h2>',
        "<h2><span>2</span> <label>Fortroligt</label> Salg af pram</h2>",
        "<h2>2 <b>LUKKET</b> Salg af pram</h2>",
        '<h2>2<span class="tag">Ikke offentligt</span>Salg af pram</h2>',
        '<h2>2 Salg af pram <span class="badge rød">Lukket punkt</span></h2>',
        '<h2 class="punkt lukket">2 Salg af pram</h2>',
        '<h2 class="agenda-item-closed">2 Salg af pram</h2>',
        '<h2 data-offentlig="false">2 Salg af pram</h2>',
        '<h2 title="Lukket punkt">2 Salg af pram</h2>',
        '<h2>2 Salg af pram <i class="fa fa-lock" aria-label="Lukket punkt"></i></h2>',
        '<h2>2 <img src="hængelås.png" alt="Lukket"> Salg af pram</h2>',
        '<h2>2 Salg af pram</h2><span class="ikon" title="Punktet er lukket"></span>',
        f'<section class="sag fortrolig"><h2>2 Salg af pram</h2>{TEXT}</section>',
        f'<div class="lukket"><h2><button aria-expanded="false">2 Salg af pram</button></h2>{TEXT}'
        "</div>",
    ],
)
def test_a_mark_beside_a_title_closes_its_item_and_leaves_the_title(heading: str) -> None:
    assert items(heading) == [
        ("1", "Bøjer", False),
        ("2", "Salg af pram", True),
        ("3", "Eventuelt", False),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "<h2>2 Besøg på <em>lukket</em> afdeling</h2>",
        "<h2>2 <b>Lukket</b> afdeling får gæster</h2>",
        '<h2 class="closed">2 Salg af pram</h2>',
        '<h2>2 Salg af pram <button aria-expanded="false" aria-label="Lukket">+</button></h2>',
        '<h2>2 Salg af pram <span class="status-lukket">Åben</span></h2>',
        '<h2>2 Salg af pram <span class="badge">Åben</span></h2>',
        '<h2>2 Salg af pram <img alt="Hængelås" src="x.png"></h2>',
        "<h2>2 Salg af pram <del>Lukket</del></h2>",
        "<h2>2 Salg af pram</h2><p>Prammen er <b>lukket</b> om natten.</p>",
    ],
)
def test_other_badges_and_folds_close_nothing(heading: str) -> None:
    assert [closed for _, _, closed in items(heading)] == [False, False, False]


def test_a_class_that_all_foldable_items_share_says_that_they_are_folded() -> None:
    folded = '<div class="punkt lukket"><h2><button aria-expanded="false">{}</button></h2>{}</div>'
    page = "<h1>Referat af møde i Havnenævnet den 4. oktober 2025</h1>" + "".join(
        folded.format(title, TEXT) for title in ("1 Bøjer", "2 Pram", "3 Mole")
    )
    document = understand(read_html(page.encode()), source="side.html", audience=OPEN)
    assert [item.closed for item in document.items] == [False, False, False]


@pytest.mark.parametrize("row", ["<tr class='lukket'><td>2</td><td>Pram</td><td>Solgt</td></tr>",
                                 "<tr><td>2</td><td><span class='badge'>Lukket</span> Pram</td>"
                                 "<td>Solgt</td></tr>"])  # fmt: skip
def test_a_row_of_a_table_is_closed_by_its_class_or_a_badge(row: str) -> None:
    page = (
        "<h1>Referat af Havnenævnet den 9. april 2025</h1><table>"
        "<tr><th>Punkt</th><th>Emne</th><th>Beslutning</th></tr>"
        f"<tr><td>1</td><td>Bøjer</td><td>Godkendt</td></tr>{row}"
        "<tr><td>3</td><td>Mole</td><td>Udsat</td></tr></table>"
    )
    document = understand(read_html(page.encode()), source="side.html", audience=OPEN)
    assert [item.closed for item in document.items] == [False, True, False]


def test_what_is_written_for_a_mark_is_accounted_for() -> None:
    extraction = read_html(b"<h2 class='lukket'>2 Pram</h2><p>Solgt.</p>")
    assert extraction.text == "2 Pram\n\nLukket punkt\n\nSolgt."
    assert extraction.added == 11


def test_nothing_is_written_below_a_heading_that_says_so_itself() -> None:
    extraction = read_html(b"<section class='lukket'><h2>2. Lukket punkt: Pram</h2></section>")
    assert (extraction.text, extraction.added) == ("2. Lukket punkt: Pram", 0)


def test_a_line_of_thousands_of_marks_is_no_heading_with_one() -> None:
    marks = "<b class='badge'>Lukket</b> " * 5_000
    assert read_html(f"<p>{marks}</p>".encode()).text.count("Lukket") == 5_000
