"""Passages: where a document is cut, what goes with what, and who may see it."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents import CLOSED, OPEN, Document
from ingest.passages import CAP, HEADER_LENGTH, TARGET, split
from ingest.reading.extraction import Extraction
from ingest.structure import understand
from tests.structure_layouts import layout, read

SENTENCE = "Havnen er blevet dybere i løbet af året, og skibene kan nu lægge til ved kajen. "


def texts(document: Document) -> list[str]:
    return [passage.text for passage in split(document)]


def test_a_short_section_is_one_passage() -> None:
    assert texts(read("Havnen er dyb.\nDen er 7 meter.")) == ["Havnen er dyb.\nDen er 7 meter."]


def test_long_prose_is_cut_between_sentences_near_the_target() -> None:
    found = texts(read(SENTENCE * 40))
    assert len(found) > 3
    assert all(text.endswith("kajen.") for text in found)
    assert all(TARGET / 2 < len(text) <= TARGET for text in found[:-1])


def test_paragraphs_are_kept_whole() -> None:
    paragraph = (SENTENCE * 4).strip()
    found = texts(read("\n\n".join([paragraph] * 5)))
    assert found == [paragraph] * 5


def test_a_list_stays_with_the_sentence_that_leads_into_it() -> None:
    listed = "Havnen skal:\n\n" + "\n".join(
        f"- købe kran nummer {n}, den grønne" for n in range(18)
    )
    found = texts(read(f"{(SENTENCE * 5).strip()}\n\n{listed}\n\n{(SENTENCE * 5).strip()}"))
    assert listed in found


def test_a_list_that_is_too_long_is_cut_between_its_points() -> None:
    listed = "Havnen skal:\n" + "\n".join(f"- købe kran nummer {n}, den grønne" for n in range(90))
    found = texts(read(listed))
    assert found[0].startswith("Havnen skal:\n- købe kran nummer 0,")
    assert all(text.startswith("- købe") for text in found[1:])
    assert all(text.endswith("den grønne") for text in found)


def test_a_row_of_a_table_is_never_cut() -> None:
    row = "Post: Kran nr. {n} · Beløb: 1.200.000 kr. · Bemærkning: Den grønne kran ved kajen"
    found = texts(read("\n".join(row.format(n=n) for n in range(40))))
    assert all(line.endswith("ved kajen") for text in found for line in text.split("\n"))


def test_a_decision_is_whole_beyond_the_target() -> None:
    decision = (SENTENCE * 12).strip()
    assert TARGET < len(decision) < CAP
    document = read(f"Referat\n\n1. Kran\nSagsnr. 20/1234\n\nBeslutning\n\n{decision}")
    assert decision in texts(document)


def test_a_word_without_end_is_cut_at_the_cap() -> None:
    found = texts(read("a" * 5000))
    assert "".join(found) == "a" * 5000
    assert max(map(len, found)) <= CAP


def test_the_header_names_body_day_item_and_section() -> None:
    document = layout("pdf_wrapped")
    passage = next(p for p in split(document) if p.text.startswith("Aftalen fra 2009"))
    assert passage.header == (
        "KAO · 4. februar 2014 · 2. Ny visitationsaftale for hjerteområdet · Baggrund"
    )
    assert passage.embedded_text == f"{passage.header}\n{passage.text}"


def test_the_header_of_a_paper_names_its_title_and_path() -> None:
    document = layout("statutes")
    passage = next(p for p in split(document) if p.text == "Formanden leder møderne.")
    assert passage.header == (
        "Vedtægter for Fonden Fælles Fodslag · Kapitel 2. Bestyrelsen · § 3 Sammensætning · Stk. 3"
    )


def test_a_header_is_never_longer_than_its_limit() -> None:
    title = "Kran " * 38
    document = read(f"Referat\n\n1. {title}\nSagsnr. 20/1234\n\nBeslutning\n\nGodkendt.")
    assert all(len(passage.header) <= HEADER_LENGTH for passage in split(document))


def test_what_a_closed_item_says_is_closed_and_nothing_else() -> None:
    document = layout("portal_contents")
    closed = [p.text for p in split(document) if p.audience == CLOSED]
    assert closed == [
        "Regionen har modtaget et tilbud på 12 mio. kr. på Havnegade 4.",
        "Godkendt.",
    ]


def test_passages_have_the_audience_of_their_document() -> None:
    document = understand(Extraction(text="Havnen er dyb."), source="a.txt", audience="ledelsen")
    assert [p.audience for p in split(document)] == ["ledelsen"]
    assert [p.audience for p in split(read("Havnen er dyb."))] == [OPEN]


@settings(deadline=None)
@given(st.lists(st.sampled_from([SENTENCE, "\n", "\n\n", "- punkt ", "følgende:\n", "x" * 700])))
def test_passages_cover_a_text_in_order(pieces: list[str]) -> None:
    document = read("".join(pieces))
    passages = split(document)
    assert [p.index for p in passages] == list(range(len(passages)))
    assert all(p.text == p.span.of(document.text) for p in passages)
    assert all(a.span.end <= b.span.start for a, b in pairwise(passages))
    wanted = "".join("".join(s.body.of(document.text).split()) for s in document.sections)
    assert "".join("".join(p.text.split()) for p in passages) == wanted
