"""What somebody asks with a personal number in it: none is kept, logged or told again."""

import logging
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote_plus

import pytest
from fastapi.testclient import TestClient
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from bot.asked import Asked
from bot.chat.speech import says_nothing
from bot.questions.askable import checked, checked_case
from bot.records.store import NAME, Records
from bot.replies import Language, ReplyKind
from bot.serving import logs
from bot.slack.hearing import incoming as slack
from bot.teams import incoming as teams
from bot.web.without_numbers import without_numbers
from bot.wording import phrase
from index.audiences import audience_at, what_is_wrong
from index.danish.personal_numbers import PERSONAL
from index.documents import OPEN
from tests.paper_archive import PaperArchive
from tests.test_asked import answering
from tests.test_records import answer

NUMBER = "010190-1234"
SAFE = f"{PERSONAL * 6}-{PERSONAL * 4}"


def test_a_question_is_masked_where_it_comes_in() -> None:
    assert Asked(f"Hvad blev besluttet om {NUMBER}?").text == f"Hvad blev besluttet om {SAFE}?"
    assert replace(Asked("hvem?"), text=NUMBER).words == SAFE
    assert checked(f"  om \u200b{NUMBER} ") == f"om {SAFE}"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_reply_says_that_it_was_left_out(language: Language) -> None:
    assistant = answering(PaperArchive())
    told = phrase("personal_number_left_out", language)
    reply = assistant.reply(Asked(f"Hvad blev besluttet om {NUMBER}?", language=language))
    assert reply.warnings[0] == told
    assert NUMBER not in repr(reply)
    assert told not in assistant.reply(Asked("Hvem er formand?", language=language)).warnings


def test_a_number_alone_is_a_question_that_finds_nothing() -> None:
    assert checked(NUMBER) == SAFE
    assert not says_nothing(SAFE)
    reply = answering(PaperArchive()).reply(Asked(NUMBER))
    assert reply.kind is ReplyKind.NOT_FOUND


def test_what_lies_in_the_inbox_holds_none() -> None:
    in_slack = slack.Asking(
        slack.Where.DIRECT, "T1", "C0101901234", "U1", f"om {NUMBER}", "1710345600.123456", None
    )
    assert b"1234?" not in slack.encoded(in_slack)
    assert in_slack.text == f"om {SAFE}"
    assert (in_slack.channel, in_slack.ts) == ("C0101901234", "1710345600.123456")
    assert slack.decoded(slack.encoded(in_slack)) == in_slack
    in_teams = teams.Asking(
        teams.Where.PERSONAL, "T1", "a:1", "https://x.dk/", "p", "29:k", "1700000000000", NUMBER
    )
    assert NUMBER.encode() not in teams.encoded(in_teams)
    assert in_teams.text == SAFE


def test_what_somebody_thinks_of_an_answer_is_kept_without(tmp_path: Path) -> None:
    records = Records(tmp_path)
    records.keep(answer("Q1"))
    assert records.judge("Q1", "karen", good=False, reason=f"det var {NUMBER}")
    (judged,) = records.judged()
    records.close()
    assert judged.reasons == (f"det var {SAFE}",)
    assert all(NUMBER.encode() not in path.read_bytes() for path in tmp_path.glob(f"{NAME}*"))


@pytest.mark.parametrize("as_json", [False, True])
def test_no_line_of_a_log_holds_one(capsys: pytest.CaptureFixture[str], as_json: bool) -> None:
    ours = logging.getLogger("referent")
    kept = (ours.handlers, ours.propagate, ours.level)
    theirs = [logging.getLogger(name) for name in logs.TALKATIVE]
    before = [(one.handlers, one.propagate, one.level) for one in theirs]
    try:
        logs.set_up(as_json=as_json)
        try:
            int(NUMBER)
        except ValueError:
            ours.exception("%s failed", NUMBER)
    finally:
        for one, (handlers, propagate, level) in zip((ours, *theirs), (kept, *before), strict=True):
            one.handlers, one.propagate = handlers, propagate
            one.setLevel(level)
    said = capsys.readouterr().err
    assert SAFE in said
    assert NUMBER not in said


def test_a_folder_with_a_number_keeps_its_audience_under_its_masked_name() -> None:
    listed = {f"sager/{NUMBER}": "ledelse"}
    assert audience_at(listed, (f"sager/{SAFE}/a.txt", None)) == "ledelse"
    assert audience_at(listed, ("sager/andre/a.txt", None)) == OPEN
    assert what_is_wrong({f"{NUMBER}/": "a", "020290-4321": "b"}) is not None


def test_a_number_alone_names_a_case_and_words_hold_none() -> None:
    assert checked_case("010119-0004") == "010119-0004"
    assert checked_case(f"rampen til {NUMBER}") == f"rampen til {SAFE}"


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        ("/ask?q=om+010190-1234&lang=da", f"q=om {SAFE}&lang=da"),
        ("/documents?q=010190%201234&page=2", f"q={SAFE.replace('-', ' ')}&page=2"),
        ("/language?back=/ask?q=010190-1234&to=en", f"back=/ask?q={SAFE}&to=en"),
        ("/decisions?about=rampen&page=2", "about=rampen&page=2"),
        ("/cases?q=010119-0004", "q=010119-0004"),
        ("/login/callback?code=010190-1234", "code=010190-1234"),
    ],
)
def test_nothing_behind_an_address_is_told_one(asked: str, seen: str) -> None:
    async def told(scope: Scope, receive: Receive, send: Send) -> None:
        query = unquote_plus(scope["query_string"].decode())
        await PlainTextResponse(query)(scope, receive, send)

    assert TestClient(without_numbers(told)).get(asked).text == seen


@pytest.mark.parametrize("path", ["/ask", "//elsewhere.example/x", "/documents/a%2Fb"])
def test_a_browser_is_led_to_the_address_without_the_number(path: str) -> None:
    async def told(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("")(scope, receive, send)

    client = TestClient(without_numbers(told), follow_redirects=False)
    led = client.get(f"http://testserver{path}?q=om+010190-1234&lang=da")
    assert led.status_code == 303
    # Relative to where it was asked for, whatever its path begins with.
    assert unquote_plus(led.headers["location"]) == f"?q=om {SAFE}&lang=da"
    assert client.get(f"http://testserver{path}{led.headers['location']}").status_code == 200
    for kept in ("/api/ask?question=010190-1234", "/ask?q=om+dagen"):
        assert client.get(kept).status_code == 200
