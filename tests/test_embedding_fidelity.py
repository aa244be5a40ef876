"""The bundled model against independent implementations of the same weights.

Slow: loads torch, transformers and tokenizers, which the model itself does without.
"""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedding.bundled import BundledEmbedder
from index.embedding.unigram import UnigramTokenizer
from index.embedding.weights import Weights, bundled_file

pytestmark = pytest.mark.slow

PARALLEL = Path(__file__).parent.parent.parent / "shared" / "parallel"
TEXTS = [
    "passage: Udvalget besluttede at udsætte sagen til næste møde.",
    "query: what did the committee decide on supervision?",
    "passage: Beslutning",
    "passage: " + "Honoraret udgør 4,73 kr. i år 1, 5,28 kr. i år to og 5,227 kr. i år tre. " * 9,
    "query: Ændringer i §§ 12–14 (jf. bilag 3½) – se “notatet” af 6. december 2018…",
    "passage: ﬁnansiering\u00a0af e\u0301n læge: 250.000 kr.\tpr. år\n\n1-30-72-120-18",
    "query: 👩‍⚕️ 漢字 Ελληνικά عربى ｆｕｌｌ ｗｉｄｔｈ ①②③ x² ﷺ ™",
    "passage: Kvalitets- og Efteruddannelsesudvalget (KEU), Region Midtjylland",
    "query: aaaa bbbb ccccccccccccccccccccccccccccccccccccccccccccc 0000000000000",
    "passage: ꙮꙮꙮ ꙮ",
]


@pytest.fixture(scope="module")
def weights() -> Weights:
    return Weights.open(bundled_file())


def parallel_lines(name: str) -> list[str]:
    file = PARALLEL / name
    if not file.exists():
        pytest.skip(f"no parallel text at {PARALLEL}")
    return file.read_text("utf-8").splitlines()


def exact_vectors(weights: Weights, ids: list[list[int]]) -> NDArray[np.float32]:
    """Run transformers' own BERT in float32 on the dequantised weights."""
    import torch
    from transformers import BertConfig, BertModel

    config = BertConfig(
        vocab_size=weights.words,
        hidden_size=weights.width,
        num_hidden_layers=weights.layers,
        num_attention_heads=weights.heads,
        intermediate_size=weights.inner,
        max_position_embeddings=weights.positions,
        layer_norm_eps=weights.epsilon,
        hidden_act="gelu",
    )
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(bert_state(weights))
    model.train(False)
    rows = []
    with torch.inference_mode():
        for sequence in ids:
            hidden = model(torch.tensor([sequence])).last_hidden_state[0]
            rows.append(torch.nn.functional.normalize(hidden.mean(0), dim=0).numpy())
    return np.stack(rows)


def bert_state(weights: Weights) -> dict[str, object]:
    import torch

    def plain(name: str, *shape: int) -> object:
        return torch.from_numpy(weights.vector(name).reshape(shape).copy())

    width = weights.width
    state = {
        "embeddings.word_embeddings.weight": torch.from_numpy(
            weights.matrix("emb.word", width).values()
        ),
        "embeddings.position_embeddings.weight": plain("emb.pos", -1, width),
        "embeddings.token_type_embeddings.weight": plain("emb.type", -1, width),
        "embeddings.LayerNorm.weight": plain("emb.ln.w", width),
        "embeddings.LayerNorm.bias": plain("emb.ln.b", width),
    }
    linear = {
        "q": "attention.self.query",
        "k": "attention.self.key",
        "v": "attention.self.value",
        "ao": "attention.output.dense",
        "fi": "intermediate.dense",
        "fo": "output.dense",
    }
    norms = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}
    for layer in range(weights.layers):
        for short, long in linear.items():
            columns = weights.inner if short == "fo" else width
            name = f"encoder.layer.{layer}.{long}"
            matrix = weights.matrix(f"l{layer}.{short}.w", columns).values()
            state[f"{name}.weight"] = torch.from_numpy(matrix)
            state[f"{name}.bias"] = plain(f"l{layer}.{short}.b", -1)
        for short, long in norms.items():
            name = f"encoder.layer.{layer}.{long}"
            state[f"{name}.weight"] = plain(f"l{layer}.{short}.w", width)
            state[f"{name}.bias"] = plain(f"l{layer}.{short}.b", width)
    return state


def test_the_vectors_are_those_of_the_exact_model(weights: Weights) -> None:
    embedder = BundledEmbedder(weights)
    tokenizer = UnigramTokenizer(weights.vocabulary)
    texts = [text.removeprefix("passage: ").removeprefix("query: ") for text in TEXTS]
    ids = [tokenizer.ids("passage: " + text, weights.positions) for text in texts]
    cosines = (embedder.embed_passages(texts) * exact_vectors(weights, ids)).sum(axis=1)
    assert cosines.mean() >= 0.999
    assert cosines.min() >= 0.998


def test_the_tokens_are_those_of_the_tokenizers_library(weights: Weights) -> None:
    import tokenizers
    from tokenizers import models, normalizers, pre_tokenizers

    vocabulary = weights.vocabulary
    # The control pieces keep their ids under names that no text contains.
    pieces = [(f"\n{number}", score) for number, score in enumerate(vocabulary.scores)]
    for piece, number in vocabulary.pieces.items():
        pieces[number] = (piece.decode(), vocabulary.scores[number])
    reference = tokenizers.Tokenizer(models.Unigram(pieces, vocabulary.unknown, False))
    reference.normalizer = normalizers.NFC()
    reference.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()]
    )
    ours = UnigramTokenizer(vocabulary)
    for text in TEXTS + danish_and_english():
        expected = reference.encode(text.translate(vocabulary.mapping)).ids
        assert ours.ids(text, 10_000)[1:-1] == expected, text


def danish_and_english() -> list[str]:
    """Return more text to compare on, where it lies beside the checkout."""
    files = sorted(PARALLEL.glob("newstest*.txt")) if PARALLEL.exists() else []
    return [line for file in files for line in file.read_text("utf-8").splitlines()]


def test_english_news_finds_its_danish_translation(weights: Weights) -> None:
    english = parallel_lines("newstest2019-src.eng.txt")[:400:4]
    danish = parallel_lines("newstest2019-ref.dan.txt")[:400]
    embedder = BundledEmbedder(weights)
    scores = embedder.embed_queries(english) @ embedder.embed_passages(danish).T
    right = np.mean(scores.argmax(axis=1) == np.arange(0, len(danish), 4))
    assert right >= 0.95  # 0.97 of all 1,997 among all
