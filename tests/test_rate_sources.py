"""Rates of several papers: codes, an agreement's own table, what was before, special nouns."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.answers.rates.word_index import index_of
from bot.asked import Asked
from bot.assistant import Assistant
from bot.cli.door import Door
from bot.cli.failures import run
from bot.replies import Reply, ReplyKind
from index.archive import Term
from index.documents import OPEN
from index.rates.rate import RateStatus
from referent import app

PAPERS = {
    "aftale-fyr.md": """\
# Aftale om tilsyn med fyr 2031-2033

Indgået den 1. december 2030 mellem Sundby Havn og Fyrpasserne

## § 1 Honorarer

Honorarerne gælder for de enkelte år.

| Ydelse | Benævnelse | 2031 | 2032 | 2033 | 2034 (forslag) |
|---|---|---|---|---|---|
| 7701 | Grundtilsyn efter storm | 410,60 kr. | 422,80 kr. | 431,30 kr. | 440,00 kr. |
| 7702 | Smøring af lampe | 48,10 kr. | 49,20 kr. | 50,30 kr. | 51,00 kr. |

## § 2 Kørsel

Ved ydelse 7701 ydes kørselsgodtgørelse med 3,94 kr. pr. kørt km.

## § 3 Løbetid

Aftalen træder i kraft den 1. januar 2031 og udløber uden varsel den 31. december 2033.
""",
    "notat-fyr.txt": """\
Notat
Gennemgang af den nye aftale med fyrpasserne
Dato: 3. februar 2031

Grundtilsynet (7701) honoreres med 410,60 kr. i 2031, 428,20 kr. i 2032 og 431,30 kr. i 2033.

Kørselsgodtgørelsen er 3,94 kr. pr. km.
""",
    "havneudvalget.txt": """\
Referat af møde i Havneudvalget (HU)
den 1. februar 2032 kl. 15.00

1. Både på land

Sagsfremstilling
Taksten er i 2032 på 138 kr. pr. døgn mod 131 kr. i 2031. Der er aftalt et opstartshonorar til
havnens klynger.

Beslutning
Taget til efterretning.

2. Klynger

Sagsfremstilling
Honoraret til klynger udgør 14 kr. pr. medlem.

Beslutning
Taget til efterretning.
""",
}
TODAY = date(2032, 6, 15)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("sources")
    for name, text in PAPERS.items():
        path = base / "archive" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    home = base / "home"
    assert run(app, ["ingest", str(base / "archive"), "--home", str(home), "--json"]) == 0
    return home


@pytest.fixture(scope="module")
def lights(home: Path) -> Iterator[Assistant]:
    with Door().assistant(home) as assistant:
        assert isinstance(assistant, Assistant)
        yield assistant


def ask(lights: Assistant, question: str, on: date = TODAY) -> Reply:
    return lights.reply(Asked(question, on))


def in_force(reply: Reply) -> list[str]:
    return [
        str(told.entry.rate.amount) for told in reply.rates if told.status is RateStatus.IN_FORCE
    ]


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("what is the rate for 7702 in 2033?", "50.30"),
        ("hvad er satsen for 7702?", "49.20"),
        ("hvad er honoraret for smøring af lampe i 2031?", "48.10"),
    ],
)
def test_a_code_is_held_by_the_rate_itself(lights: Assistant, question: str, amount: str) -> None:
    reply = ask(lights, question)
    assert in_force(reply) == [amount]
    assert {told.entry.rate.names for told in reply.rates} == {("7702",)}
    assert "Smøring af lampe (7702)" in reply.text


def test_a_code_that_is_only_mentioned_is_not_what_is_asked_for(lights: Assistant) -> None:
    reply = ask(lights, "hvad er satsen for 7701 i 2033?")
    assert {told.entry.rate.unit.per for told in reply.rates} == {()}
    assert ask(lights, "hvad er satsen for 7799 i 2033?").rates == ()


@pytest.mark.parametrize(
    "question",
    ["hvad er satsen for 7701?", "hvad er honoraret for grundtilsyn efter storm i 2032?"],
)
def test_a_paper_that_misprints_stands_after_the_agreements_table(
    lights: Assistant, question: str
) -> None:
    reply = ask(lights, question)
    assert in_force(reply) == ["422.80", "428.20"]
    assert reply.citations[0].document.source == "aftale-fyr.md"
    assert "Aftalens egne ord går forud" in reply.text


def test_a_paper_that_repeats_the_agreement_is_not_told_beside_it(lights: Assistant) -> None:
    assert in_force(ask(lights, "hvad er satsen for 7701 i 2031?")) == ["410.60"]


def test_a_column_of_proposals_is_not_in_force(lights: Assistant) -> None:
    reply = ask(lights, "hvad er satsen for 7702 i 2034?")
    assert in_force(reply) == []


def test_an_agreements_own_rate_holds_while_it_runs(lights: Assistant) -> None:
    question = "hvad er kørselsgodtgørelsen for fyr?"
    reply = ask(lights, question)
    assert in_force(reply) == ["3.94"]
    assert any("udløber uden varsel" in citation.quote for citation in reply.citations)
    later = ask(lights, question, date(2034, 5, 1))
    assert "udløb 31. december 2033" in later.text.splitlines()[0]


def test_what_it_was_before_is_told_of_that_year(lights: Assistant) -> None:
    assert in_force(ask(lights, "hvad var taksten for både på land i 2031?")) == ["131"]
    assert in_force(ask(lights, "hvad er taksten for både på land i 2032?")) == ["138"]


@pytest.mark.parametrize(
    "question", ["hvad er opstartshonoraret for klynger?", "what is the start-up fee for clusters?"]
)
def test_a_special_noun_is_not_answered_with_another_rate(lights: Assistant, question: str) -> None:
    reply = ask(lights, question)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "opstartshonorar" in reply.citations[0].quote
    assert "14 kr" not in reply.text
    assert ask(lights, "hvad er honoraret til klynger?").kind is ReplyKind.RATE


def test_the_index_gives_every_rate_that_may_hold_a_word(home: Path) -> None:
    with Door().view(home, frozenset({OPEN})) as view:
        entries = view.rates()
    index = index_of(entries)
    assert index_of((*entries[:1], *entries[1:])) is index
    for words in index.words:
        for word in words.calling:
            term = Term(word, (word,), 1.0, known=True, translated=False)
            held = {at for at, one in enumerate(index.words) if word in one.calling}
            assert set(index.called((term,), 0.5)) == held
