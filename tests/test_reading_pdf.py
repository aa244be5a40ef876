import io
import zlib
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.cleaning.clean import clean
from ingest.reading.extraction import Extraction, Reason, Unreadable, ink
from ingest.reading.pdf.reader import read_pdf

HOSTILE = Path(__file__).parents[2] / "shared" / "hostile" / "pdf"
PROSE = (
    "Udvalget drøftede sagen og tog stilling til, hvordan midlerne skal fordeles mellem de to "
    "ordninger i det kommende år, idet administrationen udarbejder et samlet oplæg til næste møde."
)


def pdf(*pages: str, font: str = "/Subtype /Type1 /BaseFont /Helvetica") -> bytes:
    """Make a PDF of content streams; /F is Helvetica, /B the bold one, /I an image."""
    kids = " ".join(f"{7 + 2 * index} 0 R" for index in range(len(pages)))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        f"<< /Type /Font {font} /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        " /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream",
        "<< /Font << /F 3 0 R /B 4 0 R >> /XObject << /I 5 0 R >> >>",
    ]
    for index, page in enumerate(pages):
        parts.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 6 0 R"
            f" /Contents {8 + 2 * index} 0 R >>"
        )
        data = zlib.compress(page.encode("cp1252", "replace")).decode("latin-1")
        parts.append(f"<< /Length {len(data)} /Filter /FlateDecode >>\nstream\n{data}\nendstream")
    body = b"%PDF-1.4\n"
    offsets = []
    for number, part in enumerate(parts, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    body += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}".encode()
    return body + f"trailer << /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n0\n%%EOF".encode()


def at(x: float, y: float, text: str, *, size: float = 10, font: str = "F") -> str:
    """Show text at a place."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def lines(*texts: str, x: float = 72, y: float = 760, step: float = 12) -> str:
    return "".join(at(x, y - step * i, text) for i, text in enumerate(texts))


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


def minutes(page: int, of: int) -> str:
    head = at(72, 800, "Referat KEU") + at(480, 800, f"Side {page} af {of}")
    return (
        head + lines(f"Punkt {page} handler om noget særligt.", "Godkendt.") + at(72, 40, "j.nr. 4")
    )


def test_what_stands_on_every_page_is_chrome() -> None:
    extraction = read_pdf(pdf(*(minutes(n, 5) for n in range(1, 6))))
    assert extraction.text.count("Referat KEU") == 0
    assert "Side" not in extraction.text
    assert extraction.text.count("Godkendt.") == 5
    assert {each.what for each in extraction.removed} == {
        "repeated page header",
        "repeated page footer",
    }


def test_the_same_word_under_another_title_each_time_is_no_header() -> None:
    pages = [
        lines(f"Punkt {n}. {title}", "Resume", PROSE[: 40 + n])
        for n, title in enumerate(["Økonomi", "Personale", "Lokaler", "Mødeplan"], 1)
    ]
    assert read_pdf(pdf(*pages)).text.count("Resume") == 4


def test_what_stands_on_two_pages_only_stays() -> None:
    text = read_pdf(pdf(*(minutes(n, 2) for n in range(1, 3)))).text
    assert text.count("Referat KEU") == 2
    assert text.count("j.nr. 4") == 2


def test_figures_at_the_top_of_every_page_are_no_page_numbers() -> None:
    pages = [at(72, 800, f"I alt {n} kr.") + lines("Noget.") for n in (300, 180, 77, 951)]
    assert "I alt 77 kr." in read_pdf(pdf(*pages)).text


RATES = [("Honorar for møder", "780 kr."), ("Kørsel", "3,94 kr."), ("Forberedelse", "390 kr.")]


def grid(rows: list[tuple[str, str]], *, y: float = 700, header: bool = True) -> str:
    head = at(72, y, "Post", font="B") + at(300, y, "Beløb", font="B") if header else ""
    body = ""
    for index, (name, value) in enumerate(rows, 1):
        body += at(72, y - 16 * index, name) + at(300, y - 16 * index, value)
    return head + body


def test_table_rows_name_their_columns() -> None:
    extraction = read_pdf(pdf(lines("Satser for 2020") + grid(RATES)))
    assert [row.of(extraction.text) for row in extraction.table_rows] == [
        "Post: Honorar for møder · Beløb: 780 kr.",
        "Post: Kørsel · Beløb: 3,94 kr.",
        "Post: Forberedelse · Beløb: 390 kr.",
    ]


def test_a_table_that_goes_on_upon_the_next_page_keeps_its_header() -> None:
    extraction = read_pdf(pdf(grid(RATES, y=200), grid(RATES, y=790, header=False)))
    assert len(extraction.table_rows) == 6
    assert extraction.table_rows[5].of(extraction.text) == "Post: Forberedelse · Beløb: 390 kr."
    assert extraction.yielded == ink("Post Beløb" + "".join(a + b for a, b in RATES) * 2)


def test_cells_of_several_lines_make_one_row() -> None:
    content = at(72, 700, "Post", font="B") + at(300, 700, "Beløb", font="B")
    for index in range(3):
        y = 676 - 40 * index
        content += at(72, y, "Honorar for") + at(72, y - 11, "deltagelse i møder")
        content += at(300, y, f"{index}80 kr.")
    extraction = read_pdf(pdf(content))
    assert extraction.table_rows[1].of(extraction.text) == (
        "Post: Honorar for deltagelse i møder · Beløb: 180 kr."
    )


def test_cells_set_in_the_middle_of_their_row_belong_to_it() -> None:
    content = at(72, 700, "Post", font="B") + at(300, 700, "Beløb", font="B")
    for index in range(3):
        y = 676 - 44 * index
        content += at(72, y, "Honorar for") + at(72, y - 22, "pr. time")
        content += at(72, y - 11, "deltagelse") + at(300, y - 11, f"{index}80 kr.")
    extraction = read_pdf(pdf(content))
    assert [row.of(extraction.text) for row in extraction.table_rows] == [
        f"Post: Honorar for deltagelse pr. time · Beløb: {n}80 kr." for n in range(3)
    ]


def test_headers_closer_than_their_columns_are_kept_apart() -> None:
    content = at(72, 700, "Klinik", font="B") + at(200, 700, "Læger", font="B")
    content += at(233, 700, "Tilmeldte", font="B")
    for index, (name, doctors, patients) in enumerate(
        [("Ved Åen", 2, 3556), ("Nord", 1, 1702)] * 2
    ):
        y = 684 - 16 * index
        content += at(72, y, name) + at(200, y, str(doctors)) + at(236, y, str(patients))
    extraction = read_pdf(pdf(content))
    assert extraction.table_rows[0].of(extraction.text) == (
        "Klinik: Ved Åen · Læger: 2 · Tilmeldte: 3556"
    )


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


def test_a_scan_says_how_to_have_it_read() -> None:
    with pytest.raises(Unreadable, match="tesseract-ocr-dan") as caught:
        read_pdf(pdf("q 500 0 0 700 0 0 cm /I Do Q"))
    assert caught.value.reason is Reason.NO_TEXT
    with pytest.raises(Unreadable, match="without text or image"):
        read_pdf(pdf(""))


def test_a_scanned_page_among_others_is_named() -> None:
    extraction = read_pdf(pdf(lines("Godkendt."), "/I Do"))
    assert extraction.text == "Godkendt."
    assert extraction.warnings[0].startswith("page 2: no text but an image")


SHIFTED = "".join(chr(ord(c) - 29) if c != " " else " " for c in PROSE if ord(c) < 123)


def test_a_broken_character_map_is_told_from_language() -> None:
    nonsense = lines(*(SHIFTED[i : i + 80] for i in range(0, len(SHIFTED), 80)))
    with pytest.raises(Unreadable, match="character map") as caught:
        clean(read_pdf(pdf(nonsense)))
    assert caught.value.reason is Reason.NOT_LANGUAGE


def test_one_broken_page_is_a_warning() -> None:
    prose = lines(*[PROSE[:90], PROSE[90:]] * 4)
    nonsense = lines(*(SHIFTED[i : i + 80] for i in range(0, len(SHIFTED), 80)))
    extraction = clean(read_pdf(pdf(prose, prose, nonsense)))
    assert any(
        warning.startswith("page 3: its text is no language") for warning in extraction.warnings
    )


def encrypted(user: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(lines("Fortroligt referat"))))
    writer.encrypt(user, "ejer", algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_password_that_only_forbids_printing_is_no_hindrance() -> None:
    assert read_pdf(encrypted("")).text == "Fortroligt referat"


def test_a_password_that_is_needed_is_the_reason() -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(encrypted("hemmelig"))
    assert caught.value.reason is Reason.ENCRYPTED


@pytest.mark.parametrize("keep", [0.1, 0.4, 0.7, 0.95])
def test_a_truncated_file_is_damaged_or_read_as_far_as_it_goes(keep: float) -> None:
    data = pdf(*[lines(PROSE[:80])] * 5)
    try:
        extraction = read_pdf(data[: int(len(data) * keep)])
    except Unreadable as why:
        reason = why.reason
        assert reason in (Reason.DAMAGED, Reason.NO_TEXT)
    else:
        assert extraction.text


def test_three_hundred_pages_are_read() -> None:
    extraction = read_pdf(pdf(*(lines(f"Side nummer {n} i sagen.") for n in range(300))))
    assert len(extraction.pages) == 300
    assert "Side nummer 299" in extraction.pages[299].span.of(extraction.text)


places = st.tuples(
    st.integers(0, 500), st.integers(0, 800), st.text("abc .-123", min_size=1, max_size=12)
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(places, max_size=12), min_size=1, max_size=4))
def test_no_page_loses_a_character_unaccounted(pages: list[list[tuple[int, int, str]]]) -> None:
    data = pdf(*("".join(at(x, y, text) for x, y, text in page) for page in pages))
    try:
        extraction = read_pdf(data)
    except Unreadable:
        assert not any(text.strip() for page in pages for _, _, text in page)
        return
    assert extraction.yielded == sum(ink(text) for page in pages for _, _, text in page)
    assert [page.number for page in extraction.pages] == list(range(1, len(pages) + 1))
    ends = [(page.span.start, page.span.end) for page in extraction.pages]
    assert ends[0][0] == 0
    assert ends[-1][1] == len(extraction.text)
    assert all(a[1] == b[0] for a, b in pairwise(ends))


def known_pdfs() -> list[Path]:
    return sorted(HOSTILE.rglob("*.pdf"))


@pytest.mark.parametrize("path", known_pdfs() or [None], ids=lambda p: p.name if p else "none")
def test_every_odd_pdf_yields_what_pypdf_finds_in_it(path: Path | None) -> None:
    if path is None:
        pytest.skip("the shared hostile files are not here")
    try:
        extraction = read_pdf(path.read_bytes())
    except Unreadable as why:
        reason = why.reason
        assert reason in (Reason.ENCRYPTED, Reason.NO_TEXT)
        return
    reader = pypdf.PdfReader(path)
    if reader.is_encrypted:
        reader.decrypt("")
    assert extraction.yielded == sum(ink(page.extract_text()) for page in reader.pages)
