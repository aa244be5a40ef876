import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.spans import Page, Span
from ingest.cleaning.characters import mend_mojibake, tidy_characters
from ingest.cleaning.clean import clean
from ingest.cleaning.edits import Edit, apply
from ingest.cleaning.repair import join_words, part_sentences, part_words
from ingest.reading.extraction import Extraction, Heading, Reason, Removed, Unreadable, ink


def cleaned(text: str) -> str:
    return clean(Extraction(text)).text


def edited(text: str, edits: list[Edit]) -> str:
    return apply(Extraction(text), edits).text


# Edits -----------------------------------------------------------------------------------------


def test_edits_move_every_place_along() -> None:
    text = "Side et\nSØG\n1. Økonomi\nPost: a"
    extraction = Extraction(
        text,
        pages=(Page(1, Span(0, 12)), Page(2, Span(12, len(text)))),
        headings=(Heading(Span(12, 22), 2), Heading(Span(8, 11), 1)),
        table_rows=(Span(23, 30),),
    )
    edits = [Edit(8, 12, "", "chrome"), Edit(0, 4, "Page no.", "translation")]
    after = apply(extraction, edits)
    assert after.text == "Page no. et\n1. Økonomi\nPost: a"
    assert [page.span.of(after.text) for page in after.pages] == [
        "Page no. et\n",
        "1. Økonomi\nPost: a",
    ]
    assert [heading.span.of(after.text) for heading in after.headings] == ["1. Økonomi"]
    assert [row.of(after.text) for row in after.table_rows] == ["Post: a"]
    assert after.removed == (Removed("chrome", 3),)
    assert after.added == 3


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply(Extraction("abcdef"), [Edit(0, 3, "", "x"), Edit(2, 4, "", "x")])


@st.composite
def texts_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text("ab \n", max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    edits = [
        Edit(a, b, draw(st.text("xy ", max_size=4)), "test")
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return text, edits


@settings(deadline=None)
@given(texts_and_edits())
def test_edits_keep_the_account_and_the_order_of_places(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    marks = tuple(Page(n, Span(n, n + 1)) for n in range(len(text)))
    after = apply(Extraction(text, pages=marks), edits)
    assert after.yielded == ink(text)
    ends = [end for page in after.pages for end in (page.span.start, page.span.end)]
    assert ends == sorted(ends)
    for mark, page in zip(marks, after.pages, strict=True):
        if not any(e.start <= mark.span.start < e.end for e in edits):
            assert page.span.of(after.text)[-1:] == text[mark.span.start]


# Characters ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("\ufb01nansiering af e\ufb00ekt", "finansiering af effekt"),
        ("kvali\u00adtets\u200barbejde\ufeff", "kvalitetsarbejde"),
        ("250.000\xa0kr.\u202f og", "250.000 kr.  og"),
        ("\uf0b7 at sagen\n \uf0a7 at", "• at sagen\n • at"),
        ("familien 👩\u200d👧 kom", "familien 👩\u200d👧 kom"),
    ],
)
def test_characters_that_only_look_right_are_put_right(broken: str, whole: str) -> None:
    assert edited(broken, list(tidy_characters(broken))) == whole


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("SÃ¸ren pÃ¥ Ã†rÃ¸ â€“ sagen", "Søren på Ærø – sagen"),
        ("â€\x9dcitatâ€\x9d Â§ 4", "”citat” § 4"),
        ("Â½ time", "½ time"),
        ("Søren på Ærø", "Søren på Ærø"),
        ("Ã er et portugisisk bogstav, São", "Ã er et portugisisk bogstav, São"),
        ("BLÅÆBLE â 3", "BLÅÆBLE â 3"),
    ],
)
def test_wrongly_decoded_danish_is_mended_when_certain(broken: str, whole: str) -> None:
    assert edited(broken, list(mend_mojibake(broken))) == whole


@settings(deadline=None)
@given(st.text("æøåÆØÅéü§–”½ abc", min_size=1))
def test_any_danish_survives_being_decoded_wrongly(text: str) -> None:
    broken = text.encode().decode("cp1252", "replace")
    if "\ufffd" not in broken:
        assert edited(broken, list(mend_mojibake(broken))) == text


# Lines and spaces ------------------------------------------------------------------------------

WORDS = (
    "Udvalget drøftede sagen og besluttede at udsætte punktet til det næste møde. "
    "Administrationen udarbejder et notat om økonomien inden udgangen af året."
)


@pytest.mark.parametrize("between", ["\n", "\n\n", " \n"])
def test_one_word_a_line_becomes_lines(between: str) -> None:
    assert cleaned(between.join(WORDS.split())).split() == WORDS.split()
    assert cleaned(between.join(WORDS.split())).count("\n") <= 2


def test_paragraphs_of_one_word_a_line_stay_apart() -> None:
    text = "\n".join(WORDS.split()) + "\n\n" + "\n".join(WORDS.split())
    assert cleaned(text) == f"{WORDS}\n\n{WORDS}"


def test_lists_of_names_and_headings_keep_their_lines() -> None:
    names = "\n".join(["Holm", "Lund", "Dal", "Skov", "Bæk", "Juhl", "Krag"] * 3)
    assert cleaned(names) == names
    places = "\n".join(["esbjerg", "vejle", "kolding", "ribe"] * 5)
    assert cleaned(places) == places


def test_rows_of_a_table_are_never_joined() -> None:
    text = "\n".join(WORDS.split())
    assert not list(join_words(text, (Span(0, len(text)),)))


def test_a_sentence_glued_to_the_one_before_is_parted() -> None:
    text = "Indstillingen blev godkendt.Punktet sendes videre til regionsrådet."
    assert edited(text, list(part_sentences(text))) == (
        "Indstillingen blev godkendt. Punktet sendes videre til regionsrådet."
    )


@pytest.mark.parametrize(
    "text",
    [
        "www.region.Midt/Dagsorden",
        "steen.Vester@region.dk",
        "Se side.Dk og abc.Com",
        "kl. 15.00 og ca.2 timer",
        "Sagsnr. 1-30-72-120-18",
        "Ph.D. og M.Sc.",
        "MidtKraft og KiAP",
        "rapport.Docx",
    ],
)
def test_addresses_numbers_and_names_are_never_parted(text: str) -> None:
    assert not list(part_sentences(text))
    assert not list(part_words(text))


def test_glued_words_are_parted_into_words_of_the_document() -> None:
    text = "Udvalget drøftede sagen og mødet. udvaletudsatte udvalgetudsattesagentilnæstemødeiaften"
    assert not list(part_words(text))
    known = f"{WORDS} sagensendesnutiludvalgetmeddetnæstenotat Udvalget har sendes nu til."
    parted = edited(known, list(part_words(known)))
    assert "sagen sendes nu til udvalget med det næste notat" in parted


@pytest.mark.parametrize(
    "compound",
    [
        "speciallægepraksisoverenskomst",
        "kvalitetsudviklingsprojekter",
        "arbejdsmarkedsuddannelserne",
        "ligestillingsforhandlingerne",
    ],
)
def test_a_long_compound_is_one_word(compound: str) -> None:
    parts = "special læge praksis overenskomst kvalitet udvikling projekter arbejde marked lige"
    text = f"{compound} {parts} stilling forhandlingerne uddannelserne for og en er med"
    assert not list(part_words(text))


@settings(deadline=None)
@given(st.text(alphabet="abcæøå.ABC 123\n-,ﬁ\u00ad", max_size=200))
def test_cleaning_changes_no_figure_and_keeps_the_account(text: str) -> None:
    try:
        after = clean(Extraction(text))
    except Unreadable as why:
        reason = why.reason
        assert reason in (Reason.NO_TEXT, Reason.NOT_LANGUAGE)
        return
    assert after.yielded == ink(text)
    assert [c for c in after.text if c.isdigit()] == [c for c in text if c.isdigit()]
    plain = text.replace("ﬁ", "fi").replace("\u00ad", "")
    assert "".join(after.text.split()) == "".join(plain.split())


@settings(deadline=None)
@given(st.text(max_size=300))
def test_cleaning_never_fails(text: str) -> None:
    try:
        after = clean(Extraction(text, pages=(Page(1, Span(0, len(text))),)))
    except Unreadable:
        return
    assert after.yielded == ink(text)
    assert after.pages[0].span.end == len(after.text)


def test_every_repair_leaves_a_warning() -> None:
    text = "MÃ¸det blev holdt i aften.Udvalget godkendte indstillingen."
    after = clean(Extraction(text))
    assert after.text == "Mødet blev holdt i aften. Udvalget godkendte indstillingen."
    assert after.warnings == (
        "wrongly decoded characters mended in one place",
        "sentences parted that were glued together in one place",
    )


# Transcripts -----------------------------------------------------------------------------------

PAGE = (
    "1 Referat Havnerådet Mødedato: Mandag den 4. maj 2015 Mødetidspunkt: Kl. 8:30 Mødested: Salen "
    "Deltagere: Ove Ravn, Ida Krag 1. Bommen Den er rød og hvid og står åben om natten. "
    "2. Kajen Den er revnet og skal støbes om. 3. Kiosken Den er lukket om vinteren. Slut."
)


def test_a_page_shown_as_one_line_gets_its_lines_back() -> None:
    text = cleaned(
        f"Referat Havnerådet\n\nSave this PDF as:\n WORD  PNG  TXT  JPG\n\nTranskript\n\n{PAGE}\n"
    )
    assert "Save this PDF" not in text
    lines = text.split("\n")
    assert "Mødedato: Mandag den 4. maj 2015" in lines
    assert "2. Kajen Den er revnet og skal støbes om." in lines


def test_a_long_line_of_no_transcript_keeps_its_labels() -> None:
    assert cleaned(f"Referat Havnerådet\n\n{PAGE}\n").endswith(PAGE)
