"""The text of a PDF in the order in which a person reads it."""

from fpdf import FPDF

from ingest.reading.extraction import Extraction
from ingest.reading.pdf.reader import read_pdf
from tests.pdf_pages import PROSE, at, lines, pdf


def book(make: object) -> Extraction:
    """Read what `make` writes with fpdf2."""
    document = FPDF()
    document.set_font("helvetica", size=11)
    make(document)  # type: ignore[operator]
    return read_pdf(bytes(document.output()))


def test_lines_of_a_paragraph_flow_and_paragraphs_stay_apart() -> None:
    def make(document: FPDF) -> None:
        document.add_page()
        document.multi_cell(0, 5, f"{PROSE}\n\n{PROSE}\n", align="J")

    assert book(make).text == f"{PROSE}\n\n{PROSE}"


def test_short_lines_are_not_run_together() -> None:
    text = read_pdf(pdf(lines("Til stede:", "Ida Holm", "Bo Lund", "Afbud:", "Kim Dal"))).text
    assert text == "Til stede:\nIda Holm\nBo Lund\nAfbud:\nKim Dal"


def test_points_and_numbers_keep_their_lines_but_figures_begin_none() -> None:
    wide = (
        "Administrationen indstiller til udvalget og siden til det samlede råd, at der i alt gives"
    )
    text = read_pdf(
        pdf(lines(wide, "3.900.000 kr. til ordningen.", "- at sagen udsættes", "2. Økonomi"))
    ).text
    assert text == f"{wide} 3.900.000 kr. til ordningen.\n- at sagen udsættes\n2. Økonomi"


def test_pages_cover_the_text_and_a_sentence_runs_over_them() -> None:
    first = "Udvalget drøftede sagen og tog stilling til fordelingen af de samlede midler mellem"
    extraction = read_pdf(pdf(lines(first), lines("de to ordninger.", "Punkt 2"), ""))
    assert extraction.text == f"{first} de to ordninger.\nPunkt 2"
    assert [page.number for page in extraction.pages] == [1, 2, 3]
    assert extraction.pages[0].span.start == 0
    assert extraction.pages[-1].span.end == len(extraction.text)
    assert extraction.pages[1].span.of(extraction.text).strip().startswith("de to ordninger")
    assert extraction.warnings == ("page 3: empty",)


def test_a_word_is_joined_only_where_the_word_is_known() -> None:
    known = (
        "Kvalitetsarbejdet drøftes i udvalget, og der blev på mødet aftalt en plan for kvalitets-"
    )
    extraction = read_pdf(pdf(lines(known, "arbejdet i det kommende år.")))
    assert "plan for kvalitetsarbejdet i det" in extraction.text
    assert [(r.what, r.characters) for r in extraction.removed] == [("hyphen at a line end", 1)]


def test_a_hyphen_that_may_be_a_hyphen_stays() -> None:
    long = "Formand for udvalget er fortsat, som det blev besluttet i foråret, Steen Vester-"
    assert "Vester-gaard" in read_pdf(pdf(lines(long, "gaard og ingen anden end ham."))).text
    both = "Midlerne fordeles efter drøftelse med de berørte parter over hele landet på drifts-"
    assert "drifts- og anlæg" in read_pdf(pdf(lines(both, "og anlægsudgifter."))).text


def test_headings_are_larger_or_bold() -> None:
    content = at(72, 760, "Referat", size=18) + at(72, 730, "1. Økonomi", font="B")
    extraction = read_pdf(pdf(content + lines(PROSE[:90], PROSE[90:], y=700)))
    assert [(h.span.of(extraction.text), h.level) for h in extraction.headings] == [
        ("Referat", 1),
        ("1. Økonomi", 2),
    ]


def test_a_list_is_no_table() -> None:
    content = "".join(
        at(72, 700 - 14 * n, "•") + at(90, 700 - 14 * n, f"punkt {n}") for n in range(5)
    )
    extraction = read_pdf(pdf(content))
    assert extraction.text == "\n".join(f"• punkt {n}" for n in range(5))
    assert extraction.table_rows == ()


def test_columns_are_read_one_after_the_other() -> None:
    left = lines(*(f"venstre spalte linje nummer {n} her" for n in range(30)), x=60)
    right = lines(*(f"højre spalte linje nummer {n} her" for n in range(30)), x=320)
    text = read_pdf(pdf(left + right)).text
    assert text.index("venstre spalte linje nummer 29") < text.index("højre spalte linje nummer 0")


def test_text_printed_over_itself_is_read_once() -> None:
    extraction = read_pdf(pdf(at(72, 700, "Beslutning") + at(72.3, 700, "Beslutning")))
    assert extraction.text == "Beslutning"
    assert extraction.removed[0].what == "text printed twice"


def test_words_set_letter_by_letter_and_kerned_are_words() -> None:
    letters = "BT /F 10 Tf 72 700 Td [(B) -20 (e) 30 (sl) 10 (ut) -300 (ning)] TJ ET"
    assert read_pdf(pdf(letters)).text == "Beslut ning"
    apart, x = "", 72.0
    for letter, width in (("M", 8.33), ("ø", 6.11), ("d", 5.56), ("e", 5.56)):
        apart += at(x, 650, letter)
        x += width
    assert read_pdf(pdf(apart)).text == "Møde"


def test_turned_text_is_read_along_its_own_lines() -> None:
    turned = "BT /F 10 Tf 0 1 -1 0 40 100 Tm (Lodret tekst) Tj 0 -12 Td (i to linjer) Tj ET\n"
    text = read_pdf(pdf(turned + at(72, 700, "Vandret"))).text
    assert text.replace("\n\n", "\n") == "Lodret tekst\ni to linjer\nVandret"


def test_text_in_forms_is_read_and_forms_in_themselves_end() -> None:
    data = pdf("/I Do\n" + at(72, 700, "Tekst"))
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 6 0 R /Length 5 >>"
    form += b"\nstream\n/I Do\nendstream"
    start = data.index(b"<< /Type /XObject")
    looping = data[:start] + form + data[data.index(b"endstream", start) + 9 :]
    assert read_pdf(looping).text == "Tekst"
