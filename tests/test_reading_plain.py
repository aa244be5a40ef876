import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.reading.encoding import decode
from ingest.reading.extraction import Reason, Unreadable, ink
from ingest.reading.markdown import read_markdown
from ingest.reading.plain import read_text

SENTENCE = "Rådet tog på mødet i Ærø stilling til økonomien – og Ølstykke fik 3.500 kr. § 4."
DOS = "Rådet tog på mødet i Ærø stilling til økonomien, og Ølstykke fik 3.500 kr."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)
def test_danish_is_read_in_every_common_encoding(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


@pytest.mark.parametrize("encoding", ["iso-8859-1", "iso-8859-15", "cp850", "cp865", "cp437"])
def test_danish_without_typographic_characters_is_read_too(encoding: str) -> None:
    text = DOS if encoding != "cp437" else DOS.replace("ø", "æ").replace("Ø", "Æ")
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize("word", ["Økonomi", "mødet", "ÅRSBERETNING", "Ærø", "på"])
def test_one_danish_word_is_enough(word: str, encoding: str) -> None:
    assert decode(f"Bilag: {word} 2019".encode(encoding)) == f"Bilag: {word} 2019"


def test_swedish_and_german_are_not_turned_into_danish() -> None:
    text = "Frågan på mötet: är tjänsten öppen? Über die Größe wird später entschieden."
    assert decode(text.encode("cp1252")) == text


def test_what_decodes_as_utf8_is_utf8() -> None:
    assert decode("Ã¦ er dobbelt kodet".encode()) == "Ã¦ er dobbelt kodet"


def test_bytes_that_are_no_text_are_none() -> None:
    assert decode(bytes(range(256))) is None


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_decoding_never_fails(data: bytes) -> None:
    text = decode(data)
    assert text is None or isinstance(text, str)


def test_lines_stay_and_blank_lines_become_one() -> None:
    extraction = read_text(b"\xef\xbb\xbf\r\n1. Punkt  \r\n\r\n\r\n \r\nBeslutning\rIntet.\r\n")
    assert extraction.text == "1. Punkt\n\nBeslutning\nIntet."


def test_control_characters_go_and_are_counted() -> None:
    extraction = read_text(b"Side et\x0cSide to\x07 slut")
    assert extraction.text == "Side et\nSide to slut"
    assert [(each.what, each.characters) for each in extraction.removed] == [
        ("control characters", 1)
    ]


def test_a_blank_file_has_no_text() -> None:
    with pytest.raises(Unreadable) as caught:
        read_text(b" \r\n \t")
    assert caught.value.reason is Reason.NO_TEXT


@settings(deadline=None)
@given(st.text())
def test_plain_text_accounts_for_every_character(text: str) -> None:
    try:
        extraction = read_text(text.encode("utf-8-sig", "replace"))
    except Unreadable:
        return
    assert extraction.yielded == ink(text.encode("utf-8", "replace").decode())


MARKDOWN = """\
---
title: Referat
---
# 1. Økonomi

Udvalget *godkendte*
[indstillingen](http://eksempel.dk).

- første
- anden

3. tredje
4. fjerde

| Post | Beløb |
|------|------:|
| Honorar | 780 kr. |
"""


def test_markdown_gives_headings_lists_and_named_rows() -> None:
    extraction = read_markdown(MARKDOWN.encode())
    assert extraction.text == (
        "title: Referat\n\n1. Økonomi\n\nUdvalget godkendte indstillingen.\n\n"
        "• første\n• anden\n3. tredje\n4. fjerde\n\nPost: Honorar · Beløb: 780 kr."
    )
    assert [(h.span.of(extraction.text), h.level) for h in extraction.headings] == [
        ("1. Økonomi", 1)
    ]
    assert [row.of(extraction.text) for row in extraction.table_rows] == [
        "Post: Honorar · Beløb: 780 kr."
    ]
    assert extraction.yielded == ink(MARKDOWN)


def test_a_bold_label_begins_a_line_in_markdown() -> None:
    text = read_markdown(b"**Dato:** 3. maj\n**Til stede:** Ib Krog,\nMaja Dam").text
    assert text.splitlines() == ["Dato: 3. maj", "Til stede: Ib Krog, Maja Dam"]


def test_a_bold_heading_and_a_slanted_label_keep_their_lines_in_markdown() -> None:
    source = "**1. Kajen**\nDer mangler sten\nved kajen.\n*Beslutning:* Udsat.\n*Bilag*: Et kort."
    assert read_markdown(source.encode()).text == (
        "1. Kajen\nDer mangler sten ved kajen.\nBeslutning: Udsat.\nBilag: Et kort."
    )


@pytest.mark.parametrize(
    "source",
    ["**Havnerådet**\nbesluttede at vente", "Det er\n*meget* vigtigt", "Vi **må**\nVente"],
)
def test_a_sentence_goes_on_over_a_phrase_that_markdown_stresses(source: str) -> None:
    assert "\n" not in read_markdown(source.encode()).text


def test_html_inside_markdown_keeps_its_words() -> None:
    text = read_markdown(b"<div>Hej <b>du</b></div>\n\n<!-- ikke -->\n\nslut").text
    assert text == "Hej du\n\nslut"


@settings(deadline=None)
@given(st.text(alphabet="ab#*-_|`>[]()!\n 1.\t", max_size=200))
def test_markdown_never_fails_and_keeps_every_letter(text: str) -> None:
    try:
        extraction = read_markdown(text.encode())
    except Unreadable:
        return
    assert extraction.yielded == ink(text)
    if "[" not in text and "`" not in text:
        assert [c for c in extraction.text if c in "ab"] == [c for c in text if c in "ab"]
