import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.reading.extraction import Reason, Unreadable, ink
from ingest.reading.html import read_html


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def text(body: str) -> str:
    return read_html(page(body).encode()).text


def removed(body: str) -> dict[str, int]:
    return {each.what: each.characters for each in read_html(page(body).encode()).removed}


PORTAL = """
<a class="skip-link" href="#m">Gå til hovedindhold</a>
<div id="cookie-banner" class="CookieConsent">Vi bruger cookies. <button>OK</button></div>
<header><div class="logo">Kommunen</div><nav><ul><li>Borger</li><li>Politik</li></ul></nav>
<form role="search"><label>Søg</label><input></form></header>
<ol class="breadcrumb"><li>Forside</li><li>Politik</li></ol>
<main>
 <header><h1>Referat</h1><p>Tirsdag den 4. juni 2019</p></header>
 <div class="social-share">Del på Facebook</div>
 <div class="accordion-item">
  <h2><button aria-expanded="false">1. Økonomi
   <i class="material-icons">expand_more</i></button></h2>
  <div class="panel" style="display:none"><h3>Indstilling</h3>
   <p>Administrationen indstiller,</p><ol><li>at budgettet godkendes</li><li>at   status
   tages til efterretning</li></ol>
   <h3>Beslutning</h3><p>Godkendt<br>Ida deltog ikke.</p></div>
 </div>
 <script>var p = "skjult";</script>
</main>
<aside>Genveje</aside><footer>Kontakt os</footer>
"""


def test_a_council_page_comes_out_as_the_document_alone() -> None:
    extraction = read_html(page(PORTAL, "<title>Referat 4. juni - Kommunen</title>").encode())
    assert extraction.text == (
        "Referat\n\nTirsdag den 4. juni 2019\n\n1. Økonomi\n\nIndstilling\n\n"
        "Administrationen indstiller,\n\n1. at budgettet godkendes\n"
        "2. at status tages til efterretning\n\nBeslutning\n\nGodkendt\nIda deltog ikke."
    )
    assert [(h.span.of(extraction.text), h.level) for h in extraction.headings] == [
        ("Referat", 1),
        ("1. Økonomi", 2),
        ("Indstilling", 3),
        ("Beslutning", 3),
    ]
    assert extraction.title == "Referat 4. juni - Kommunen"


def test_all_that_was_left_out_is_named() -> None:
    assert set(removed(PORTAL)) == {
        "navigation", "cookie notice", "page header", "breadcrumb", "sharing", "icon", "script",
        "side bar", "page footer", "button",
    }  # fmt: skip


def test_a_page_inside_one_big_form_is_kept() -> None:
    # As ASP.NET writes every page.
    assert text('<form id="aspnetForm"><div><p>Punkt 1</p></div></form>') == "Punkt 1"


def test_a_class_that_only_resembles_chrome_is_no_chrome() -> None:
    body = '<div class="agenda-item case-header">Sag</div><div class="menukort">Maden</div>'
    assert text(body) == "Sag\n\nMaden"


def test_nothing_with_the_heading_of_the_page_in_it_is_chrome() -> None:
    assert text('<div class="main-navigation"><h1>Referat</h1><p>Godkendt.</p></div>') == (
        "Referat\n\nGodkendt."
    )


def test_most_of_a_page_is_never_chrome_by_its_name_alone() -> None:
    assert text(f'<div class="search-results"><p>{"Beslutning " * 20}</p></div><p>x</p>')


def test_a_button_that_folds_out_an_item_is_text_and_others_are_not() -> None:
    body = '<button aria-controls="p1">Punkt 1</button><button>Udskriv</button><p>Intet</p>'
    assert text(body) == "Punkt 1\n\nIntet"


def test_tables_name_their_columns_and_nested_ones_lose_nothing() -> None:
    body = """<table><caption>Satser</caption><thead><tr><th>Post</th><th>Beløb</th></tr></thead>
    <tbody><tr><td>Honorar</td><td>780 kr.</td></tr></tbody></table>
    <table><tr><td><table><tr><td>inde</td><td>i</td></tr></table></td></tr></table>"""
    assert text(body) == "Satser\n\nPost: Honorar · Beløb: 780 kr.\n\ninde\ni"


def test_text_that_stands_in_a_table_outside_of_cells_is_kept() -> None:
    assert "løs" in text("<table><tr>løs<td>a</td></tr></table>")


def test_definition_lists_and_line_breaks_keep_their_lines() -> None:
    assert text("<dl><dt>Sted</dt><dd>Viborg</dd></dl>a<br>b<hr>c") == "Sted\n\nViborg\n\na\nb\n\nc"


def test_numbers_of_lists_are_those_the_page_shows() -> None:
    assert text(
        '<ol start="3"><li>c</li><li value="7">g</li></ol><ol type="a"><li>x</li></ol>'
    ) == ("3. c\n7. g\na. x")


def test_inline_markup_parts_no_word() -> None:
    assert text("<p>Be<b>slut</b>ning<sup>1</sup> og <a href=x>bilag</a>.</p>") == (
        "Beslutning1 og bilag."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "cp850"])
def test_a_wrong_declaration_of_the_encoding_does_not_matter(encoding: str) -> None:
    source = page("<p>Mødet på Ærø</p>", '<meta charset="iso-8859-7">')
    assert read_html(source.encode(encoding)).text == "Mødet på Ærø"


@pytest.mark.parametrize("body", ["", "<script>x()</script>", "<nav>Menu</nav>", "<!-- x -->"])
def test_a_page_without_words_says_so(body: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_html(page(body).encode())
    assert caught.value.reason is Reason.NO_TEXT


@pytest.mark.parametrize("depth", [100, 1_000, 30_000])
def test_a_page_nested_however_deeply_is_read_to_its_end(depth: int) -> None:
    body = "<div>" * depth + "dybt nede" + "</div>" * depth + "<p>til sidst</p>"
    extraction = read_html(page(body).encode())
    assert extraction.text == "dybt nede\n\ntil sidst"
    assert bool(extraction.warnings) == (depth > 2_000)


def test_tables_within_tables_end_somewhere() -> None:
    nested = "<table><tr><td>x" * 150 + "</td></tr></table>" * 150
    assert text(nested).count("x") == 150


TAGS = """
    <p> </p> <div+class='menu'> </div> <table> <tr> <td> </td> </table> <li> <ul> </ul> <h2> </h2>
    <b> </b> <nav> </nav> <br> <script> </script> <button> </button> <!-- --> &amp; <main> </main>
    <td+colspan=3> <select> <th> <ol> <pre> <caption> <del> </del> <p+hidden> </i>
    <i+title='Lukket'> <span+class='lukket'> Lukket </span> <tr+class='lukket'>
"""
tags = st.sampled_from([tag.replace("+", " ") for tag in TAGS.split()])
words = st.text(alphabet="abcæø 1\n", max_size=6)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.one_of(tags, words), max_size=40))
def test_no_page_loses_a_character_unaccounted(pieces: list[str]) -> None:
    source = page("".join(pieces))
    try:
        extraction = read_html(source.encode())
    except Unreadable:
        return
    assert extraction.yielded == _ink_of_all_text_nodes(source)


def _ink_of_all_text_nodes(source: str) -> int:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(source.encode(), parser)
    total = 0
    for element in root.iter():
        total += ink(element.text or "") if isinstance(element.tag, str) else 0
        total += ink(element.tail or "")
    return total


STRUCK = ("<del>?</del>", "<s>?</s>", "<strike>?</strike>")


@pytest.mark.parametrize(
    "struck", [*STRUCK, '<span style="color:red; text-decoration: line-through">?</span>']
)
def test_struck_text_is_left_out_and_accounted_for(struck: str) -> None:
    body = f"<p>Planen blev {struck.replace('?', 'tiltrådt')} henlagt.</p>"
    assert text(body) == "Planen blev henlagt."
    assert removed(body) == {"struck text": 8}


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">Tiltrådt.</p>',
        '<p style="color: red; visibility: hidden">Tiltrådt.</p>',
        "<p hidden>Tiltrådt.</p>",
        '<div style="display: none"><p>Tiltrådt.</p></div>',
        '<span hidden="hidden">Tiltrådt.</span>',
    ],
)
def test_text_that_nothing_shows_is_left_out_and_accounted_for(hidden: str) -> None:
    body = f"<h3>Beslutning</h3><p>Her følger den.</p>{hidden}<p>Henlagt.</p>"
    assert text(body) == "Beslutning\n\nHer følger den.\n\nHenlagt."
    assert removed(body) == {"hidden text": 9}


@pytest.mark.parametrize(
    "folded",
    [
        '<button>Vis</button><div style="display:none"><p>Tiltrådt.</p></div>',
        "<h2>3. Molen</h2><div hidden><p>Tiltrådt.</p></div>",
        '<a href="#p3">Vis</a><p id="p3" hidden>Tiltrådt.</p>',
        '<div class="accordion-body" style="display:none"><p>Tiltrådt.</p></div>',
        '<div style="display:none"><h3>Beslutning</h3><p>Tiltrådt.</p></div>',
        '<p hidden="until-found">Tiltrådt.</p>',
        '<p style="display:block">Tiltrådt.</p>',
    ],
)
def test_what_is_folded_up_is_read(folded: str) -> None:
    assert "Tiltrådt." in text(f"<p>Referat fra mødet i Havnenævnet</p>{folded}")


def test_where_most_of_a_page_is_hidden_a_script_will_show_it() -> None:
    assert text('<p>Referat</p><p style="display:none">Planen blev tiltrådt.</p>').endswith("rådt.")


def test_struck_text_is_left_out_of_a_page_nested_too_deeply_as_well() -> None:
    deep = "<div>" * 30_000 + "<p>Planen blev <del>tiltrådt</del> henlagt.</p>"
    assert text(deep).split() == ["Planen", "blev", "henlagt."]
