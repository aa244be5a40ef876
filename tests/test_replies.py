"""The reply contract: what cannot be constructed, and how a draft becomes a reply."""

from dataclasses import replace

import pytest

from bot.answers.telling.draft import LONGEST_QUOTE, Draft, plain
from bot.citations import Citation, UncitablePlace
from bot.fingerprints import Fingerprint
from bot.replies import BrokenReply, Language, Reply, ReplyKind
from bot.wording import phrase, phrases
from index.catalogue.covers import MASK
from index.decisions import Decision, Outcome
from index.documents import OPEN, Body, Document, DocumentKind, Item, Section, SectionKind
from index.spans import Page, Span

TEXT = "1. Budget\nBeslutning\nGodkendt, idet rammen er [5] mio. kr.\n"
HEADING = Span(0, 9)
DECISION = Span(21, len(TEXT) - 1)

DOCUMENT = Document(
    id="0123456789abcdef",
    source="kvu/2024.txt",
    title="Referat",
    kind=DocumentKind.MINUTES,
    status=None,
    body=Body("Kvalitetsudvalget", "KVU"),
    date=None,
    time=None,
    place=None,
    chair=None,
    case_numbers=(),
    abbreviations=(),
    attendance=(),
    pages=(Page(3, Span(0, len(TEXT))),),
    items=(Item(0, "1", "Budget", ("24/1",), False, HEADING, Span(0, len(TEXT))),),
    sections=(
        Section(0, SectionKind.DECISION, "Beslutning", (), 0, Span(10, len(TEXT)), DECISION),
    ),
    decisions=(Decision(0, (), (DECISION,), Outcome.APPROVED_WITH_CHANGE, None),),
    audience=OPEN,
    text=TEXT,
)


def test_a_citation_cuts_its_words_from_the_document() -> None:
    citation = Citation(1, DOCUMENT, DECISION)
    assert citation.quote == "Godkendt, idet rammen er [5] mio. kr."
    assert citation.page == 3
    assert citation.item == DOCUMENT.items[0]
    assert citation.section_kind is SectionKind.DECISION
    assert citation.quote in citation.passage
    assert citation.url == (
        f"/documents/0123456789abcdef?cited={DECISION.start}-{DECISION.end}"
        f"-{Fingerprint.of(citation.quote)}#cited"
    )


@pytest.mark.parametrize(("language", "said"), [("da", "scannet side"), ("en", "scanned page")])
def test_a_reply_says_which_of_its_sources_was_read_from_a_picture(
    language: Language, said: str
) -> None:
    scanned = replace(DOCUMENT, id="b", pages=(Page(3, Span(0, len(TEXT)), is_scan=True),))
    draft = Draft("Hvad?", language)
    draft.quote(DOCUMENT, DECISION)
    assert not draft.reply(ReplyKind.FACT).warnings
    draft.quote(scanned, DECISION)
    (warning,) = draft.reply(ReplyKind.FACT).warnings
    assert said in warning
    assert warning.endswith(" 2).")


@pytest.mark.parametrize(
    "span", [Span(4, 4), Span(9, 10), Span(20, 5_000), Span(len(TEXT) + 1, len(TEXT) + 9)]
)
def test_a_place_where_no_words_stand_cannot_be_cited(span: Span) -> None:
    with pytest.raises(UncitablePlace):
        Citation(1, DOCUMENT, span)


def test_masked_words_cannot_be_cited() -> None:
    from dataclasses import replace

    masked = replace(DOCUMENT, text=TEXT[:30] + MASK * 5 + TEXT[35:])
    with pytest.raises(UncitablePlace, match="audience"):
        Citation(1, masked, DECISION)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("no marker", [1]), ("[1] and [2]", [1]), ("[1]", [2]), ("[2][1]", [2, 1])],
)
def test_markers_and_citations_must_agree(text: str, numbers: list[int]) -> None:
    citations = tuple(Citation(number, DOCUMENT, DECISION) for number in numbers)
    with pytest.raises(BrokenReply):
        Reply("q", "da", ReplyKind.FACT, text, citations)


@pytest.mark.parametrize("kind", [kind for kind in ReplyKind if kind.asserts])
def test_a_kind_that_asserts_something_must_cite(kind: ReplyKind) -> None:
    with pytest.raises(BrokenReply):
        Reply("q", "da", kind, "It is so.")


def test_a_plain_no_may_stand_without_citation() -> None:
    assert Reply("q", "da", ReplyKind.NOT_FOUND, "Nej.").citations == ()


def test_brackets_in_quoted_words_are_not_markers() -> None:
    draft = Draft("q", "da")
    draft.quote(DOCUMENT, DECISION)
    reply = draft.reply(ReplyKind.FACT)
    assert reply.text == "> “Godkendt, idet rammen er \\[5\\] mio. kr.” [1]"
    assert [c.number for c in reply.citations] == [1]


def test_the_same_place_gets_the_same_number() -> None:
    draft = Draft("q", "en")
    assert draft.cite(DOCUMENT, DECISION) == "[1]"
    assert draft.cite(DOCUMENT, HEADING) == "[2]"
    assert draft.cite(DOCUMENT, DECISION) == "[1]"


def test_a_long_quotation_is_cut_and_says_so() -> None:
    from dataclasses import replace

    long = replace(DOCUMENT, text="ord " * LONGEST_QUOTE)
    draft = Draft("q", "en")
    draft.quote(long, Span(0, len(long.text) - 1))
    reply = draft.reply(ReplyKind.FACT)
    assert len(reply.text) < LONGEST_QUOTE + 100
    assert phrase("excerpt", "en") in reply.text
    assert len(reply.citations[0].quote) > LONGEST_QUOTE


def test_a_warning_is_given_once() -> None:
    draft = Draft("q", "en")
    draft.warn("draft_minutes")
    draft.warn("draft_minutes")
    assert draft.reply(ReplyKind.NOT_FOUND).warnings == (phrase("draft_minutes", "en"),)


def test_words_of_a_document_are_no_markup() -> None:
    assert plain("a *b* _c_ <d>\n[1] `e`") == "a \\*b\\* \\_c\\_ \\<d\\> \\[1\\] \\`e\\`"


def test_every_outcome_has_its_sentence_and_its_word() -> None:
    for outcome in Outcome:
        assert phrase(f"outcome_{outcome.value}", "da")
        assert phrase(f"word_{outcome.value}", "en")


def test_every_phrase_stands_in_both_languages() -> None:
    assert len(phrases()) > 50
