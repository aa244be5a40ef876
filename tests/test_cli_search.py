"""The command that searches."""

import json
from dataclasses import replace

import pytest

from bot.listing.passages import is_near
from index.archive import Found, Query
from tests.paper_archive import PaperArchive
from tests.paper_door import Run


def test_search_prints_passages_with_scores(shell: Run) -> None:
    _, out, _ = shell("search", "broen males grøn")
    assert out.startswith("1. BBU, 3 May 2021, item 2, Indstilling\n")
    assert "bbu/2021-05-03.txt, p. 2    words found 100%  score 0.5000  cosine 0.870" in out


def test_search_as_json_cites(shell: Run) -> None:
    _, out, _ = shell("search", "14 meter", "--json")
    hit = json.loads(out)[0]
    assert hit["citation"]["quote"] == "14 meter bred ved stien."
    assert (hit["score"], hit["cosine"], hit["coverage"]) == (0.5, 0.87, 1.0)


def test_a_search_without_result_says_so(shell: Run) -> None:
    assert shell("search", "tunnel") == (0, "Nothing found.\n", "")


@pytest.mark.parametrize(
    ("coverage", "best", "near"),
    [(0.0, 0.80, False), (0.0, 0.85, True), (0.1, 0.80, True), (0.0, None, False)],
)
def test_passages_without_any_of_the_words_count_only_where_they_stand_out(
    coverage: float, best: float | None, near: bool
) -> None:
    group = PaperArchive().search(Query("14 meter")).groups[0]
    found = Found((), (replace(group, coverage=coverage),), best, 0.78)
    assert is_near(found) is near
    assert not is_near(Found((), ()))
