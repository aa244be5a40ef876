"""What counts as right in an evaluation."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from bot.asked import Asked
from bot.citations import Citation
from bot.evaluation.complaints import complaints
from bot.evaluation.judging import Judged, evaluate, judge
from bot.evaluation.questions import Question, read_questions
from bot.evaluation.scores import Share, score, scores
from bot.replies import Reply, ReplyKind
from index.errors import UsageError
from tests.paper_archive import AT_GREEN, AT_JUNE, BLUE, MINUTES, PaperArchive

ARCHIVE = PaperArchive()

QUESTION = Question(
    id="q1",
    lang="en",
    kind="decision",
    question="what became of the bridge?",
    quote=("broen males blå",),
    answer=(("blue", "blå"),),
)
ABSTAIN = Question(id="q2", lang="en", kind="abstain", question="capital of France?")

REPLY = Reply(
    question=QUESTION.question,
    language="en",
    kind=ReplyKind.DECISION,
    text="BBU · 3 May 2021 · item 2 [1]\n\n> “Godkendt, idet broen males blå” [2]",
    citations=(Citation(1, MINUTES, AT_GREEN), Citation(2, MINUTES, BLUE)),
)
NO = Reply("?", "en", ReplyKind.NOT_FOUND, "The archive does not answer that.")


@pytest.fixture(autouse=True)
def sections_for_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    # The sheet's items are so short that every citation would show its item whole.
    monkeypatch.setattr("bot.citations.WHOLE_ITEM", 0)


def judged(question: Question = QUESTION, reply: Reply = REPLY) -> Judged:
    return judge(question, reply, ARCHIVE, 12.0)


def changed(question: Question, /, **fields: object) -> Question:
    return msgspec.structs.replace(question, **fields)


def names(question: Question, reply: Reply = REPLY) -> list[str]:
    return [name for name, _ in complaints(judged(question, reply))]


def test_a_reply_with_passage_answer_and_support_is_right() -> None:
    result = judged()
    assert not result.failed
    assert (result.rank, result.answered, result.wrongly_refused) == (2, True, False)
    assert complaints(result) == []


def test_the_rank_is_that_of_the_last_quotation_needed() -> None:
    both = changed(QUESTION, quote=("males grøn", "males blå"))
    assert judged(both).rank == 2
    assert judged(changed(QUESTION, quote=("males grøn",))).rank == 1


def test_a_quotation_may_stand_in_the_passage_around_what_is_cited() -> None:
    beside = changed(QUESTION, quote=("gangbroen males grøn, og at den indvies",))
    reply = replace(REPLY, text="blå [1]", citations=(Citation(1, MINUTES, AT_JUNE),))
    assert judged(beside, reply).rank == 1


@pytest.mark.parametrize(
    ("source", "rank"),
    [
        ("bbu/2021-05-03.txt", 2),
        ("2021-05-03.txt", 2),
        ("2021-05-03", 2),
        ("2021-05", None),
        ("bbu/2020-01-01.txt", None),
    ],
)
def test_the_quotation_must_be_of_the_source(source: str, rank: int | None) -> None:
    assert judged(changed(QUESTION, source=source)).rank == rank


def test_one_of_each_group_of_answers_must_stand_in_text_or_quotation() -> None:
    assert judged(changed(QUESTION, answer=("INDSTILLINGEN blev", "item 2"))).answered
    assert names(changed(QUESTION, answer=("blå", "tunnel"))) == ["answer missing"]


def test_words_that_should_be_absent_are_found() -> None:
    assert names(changed(QUESTION, absent=("males blå", "tunnel"))) == ["should not be there"]


@pytest.mark.parametrize("kind", ["not_found", "closed", "not_in_archive"])
def test_a_question_with_an_answer_must_not_be_refused(kind: str) -> None:
    cited = REPLY.citations[:1] if ReplyKind(kind).asserts else ()
    reply = replace(NO, kind=ReplyKind(kind), text=f"No. {'[1]' * len(cited)}", citations=cited)
    assert judged(QUESTION, reply).wrongly_refused


def test_not_decided_is_a_refusal_only_when_the_answer_is_missing() -> None:
    undecided = replace(REPLY, kind=ReplyKind.NOT_DECIDED)
    assert not judged(QUESTION, undecided).wrongly_refused
    missing = changed(QUESTION, answer=("tunnel",))
    assert judged(missing, undecided).wrongly_refused


def test_a_question_without_answer_must_be_refused_in_the_expected_way() -> None:
    assert judged(ABSTAIN, NO).refused
    assert not judged(ABSTAIN, REPLY).refused
    assert not judged(changed(ABSTAIN, reply=ReplyKind.CLOSED), NO).refused


def test_a_number_must_stand_in_what_is_cited_or_asked() -> None:
    beyond = replace(REPLY, text=REPLY.text + " 17 and 3,5")
    assert judged(reply=beyond).unsupported == (
        "17",
        "3,5",
    )
    asked = changed(QUESTION, question="was it 17?", on=date(2026, 11, 21))
    assert judged(asked, replace(REPLY, text=REPLY.text + " 17, 2026")).unsupported == ()


def test_a_no_may_state_what_the_archive_holds() -> None:
    held = replace(NO, text="The archive has 2 documents, of 2021-05-03 among others.")
    assert judged(ABSTAIN, held).unsupported == ()
    assert judged(ABSTAIN, replace(NO, text="Nothing of 1999.")).unsupported == ("1999",)


def test_a_quotation_that_the_archive_does_not_have_is_told() -> None:
    other = PaperArchive([replace(MINUTES, text=MINUTES.text.replace("blå", "rød"))])
    assert judge(QUESTION, REPLY, other, 1.0).misquoted == (2,)


def test_figures_count_each_question_where_it_belongs() -> None:
    late = judged(changed(QUESTION, lang="da", answer=("tunnel",)))
    refused = judged(ABSTAIN, NO)
    every, danish, english, abstain, decision = scores([judged(), late, refused])
    assert [s.group for s in (danish, english, abstain, decision)] == [
        "da",
        "en",
        "abstain",
        "decision",
    ]
    assert every.passage_at_1 == Share(0, 2)
    assert every.passage_at_3 == Share(2, 2)
    assert every.answer == Share(1, 2)
    assert every.refusals == Share(1, 1)
    assert every.wrong_refusals == Share(0, 2)
    assert every.verbatim == Share(4, 4)
    assert abstain.passage_at_1.value is None


def test_times_are_median_and_the_95th_of_a_hundred() -> None:
    results = [replace(judged(), milliseconds=float(n)) for n in range(1, 101)]
    figures = score("all", results)
    assert (figures.median_ms, figures.p95_ms) == (50.5, 95.0)


def test_an_error_fails_its_question_and_no_other() -> None:
    def answer(asked: Asked) -> Reply:
        if asked.text == ABSTAIN.question:
            raise RuntimeError("no")
        return REPLY

    results = evaluate([ABSTAIN, QUESTION], answer, ARCHIVE, lambda: 0.0, lambda e: f"told: {e}")
    assert [r.error for r in results] == ["told: no", None]
    assert [r.failed for r in results] == [True, False]
    assert results[0].refused is False


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        '{"id": "a"}',
        '{"id": "a", "lang": "sv", "kind": "fact", "question": "?"}',
        '{"id": "a", "lang": "da", "kind": "fact", "question": "?", "anwser": []}',
        '{"id": "a", "lang": "da", "kind": "fact", "question": "?", "on": "6. december"}',
        '{"id": "a", "lang": "da", "kind": "abstain", "question": "?", "reply": "maybe"}',
    ],
)
def test_a_bad_line_is_named_with_its_file(tmp_path: Path, line: str) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text(f'{{"id": "a", "lang": "da", "kind": "fact", "question": "?"}}\n\n{line}\n')
    with pytest.raises(UsageError, match=r"q\.jsonl, line 3: "):
        read_questions(file)


def test_a_file_without_questions_or_without_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("\n")
    for name in ("empty.jsonl", "missing.jsonl"):
        with pytest.raises(UsageError, match=name):
            read_questions(tmp_path / name)


def test_the_questions_of_the_sample_archive_can_be_read() -> None:
    root = Path(__file__).parents[1]
    questions = read_questions(root / "examples" / "questions.jsonl")
    assert {q.lang for q in questions} == {"da", "en"}
    assert len({q.id for q in questions}) == len(questions)


def test_a_passage_cited_fourth_is_cited_late() -> None:
    green = tuple(Citation(number, MINUTES, AT_GREEN) for number in (1, 2, 3))
    reply = replace(REPLY, text="blå [1][2][3][4]", citations=(*green, Citation(4, MINUTES, BLUE)))
    late = changed(QUESTION, quote=("idet broen males blå",))
    assert judged(late, reply).rank == 4
    assert names(late, reply) == ["passage cited late"]
