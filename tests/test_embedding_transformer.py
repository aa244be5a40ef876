"""Models of sentence-transformers, on one of a few thousand weights made here."""

import json
import os
from pathlib import Path

import numpy as np
import pytest

from index.embedding import Embedder, open_embedder
from index.embedding.embedder import encodable
from index.errors import ModelUnusable

pytestmark = pytest.mark.slow

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "query", "passage", "møde", "sag", ":"]


def make_model(folder: Path, *, seed: int = 1, prompts: dict[str, str] | None = None) -> Path:
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=12,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=32,
    )
    BertModel(config).save_pretrained(folder)
    words = models.WordLevel({word: i for i, word in enumerate(WORDS)}, unk_token="[UNK]")
    tokenizer = Tokenizer(words)
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    fast = PreTrainedTokenizerFast(  # the library's own gap
        tokenizer_object=tokenizer,
        unk_token="[UNK]",
        pad_token="[PAD]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        mask_token="[MASK]",
        model_max_length=32,
    )
    fast.save_pretrained(folder)
    if prompts is not None:
        from sentence_transformers import SentenceTransformer

        SentenceTransformer(str(folder), prompts=prompts).save(str(folder))
    return folder


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Embedder:
    folder = tmp_path_factory.mktemp("models")
    return open_embedder(str(make_model(folder / "tiny")), folder / "cache")


def test_a_folder_gives_unit_rows_of_its_own_dimension(plain: Embedder) -> None:
    vectors = plain.embed_passages(["møde", "sag møde", "", "\ud800", "sag " * 500])
    assert vectors.shape == (5, 12) == (5, plain.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(5), abs=1e-5)
    assert plain.embed_queries([]).shape == (0, 12)


def test_without_prompts_a_question_is_embedded_as_a_passage(plain: Embedder) -> None:
    question, passage = plain.embed_queries(["møde"]), plain.embed_passages(["møde"])
    assert np.allclose(question, passage, atol=1e-6)


def test_the_prompts_that_a_model_brings_are_used(tmp_path: Path, plain: Embedder) -> None:
    folder = make_model(tmp_path / "tiny", prompts={"query": "query : ", "passage": "passage : "})
    model = open_embedder(str(folder), tmp_path)
    assert np.allclose(model.embed_queries(["sag"]), plain.embed_queries(["query : sag"]))
    assert np.allclose(model.embed_passages(["sag"]), plain.embed_passages(["passage : sag"]))
    assert model.name != plain.name


def test_an_e5_model_without_prompts_gets_those_of_its_authors(tmp_path: Path) -> None:
    by_folder = open_embedder(str(make_model(tmp_path / "tiny-e5-v2")), tmp_path)
    bare = make_model(tmp_path / "tiny")
    config = json.loads((bare / "config.json").read_text())
    config["_name_or_path"] = "intfloat/multilingual-e5-large"
    (bare / "config.json").write_text(json.dumps(config))
    by_config = open_embedder(str(bare), tmp_path)
    for model in (by_folder, by_config):
        assert not np.allclose(model.embed_queries(["sag"]), model.embed_passages(["sag"]))


def test_a_model_is_known_by_its_weights_wherever_it_lies(tmp_path: Path, plain: Embedder) -> None:
    moved = open_embedder(str(make_model(tmp_path / "elsewhere" / "tiny")), tmp_path)
    other = open_embedder(str(make_model(tmp_path / "tiny", seed=2)), tmp_path)
    assert moved.name == plain.name
    assert other.name != plain.name


@pytest.mark.parametrize("content", [{}, {"config.json": "{"}, {"modules.json": "[]"}])
def test_a_folder_that_holds_no_model_is_named(tmp_path: Path, content: dict[str, str]) -> None:
    folder = tmp_path / "not-a-model"
    folder.mkdir()
    for name, text in content.items():
        (folder / name).write_text(text)
    with pytest.raises(ModelUnusable, match=r"not-a-model.*Set `model`"):
        open_embedder(str(folder), tmp_path)


def test_a_hub_name_that_cannot_be_reached_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.environ.get("HF_HUB_OFFLINE") != "1":
        pytest.skip("needs HF_HUB_OFFLINE=1, set by `make test`: tests reach no network")
    with pytest.raises(ModelUnusable, match="nobody/no-such-model"):
        open_embedder("nobody/no-such-model", tmp_path)


def test_prompts_are_chosen_from_the_model_first_and_its_family_second() -> None:
    from index.embedding.transformer import Prompts

    e5 = Prompts("query: ", "passage: ")
    assert Prompts.choose(["intfloat/e5-base-v2"], {}) == e5
    assert Prompts.choose(["/models/mE5_x"], {}) == Prompts()
    assert Prompts.choose(["/m/tuned", "intfloat/multilingual-e5-base"], {"query": ""}) == e5
    assert Prompts.choose(["x/e5"], {"query": "q ", "document": "", "passage": "p "}) == Prompts(
        "q ", "p "
    )
    assert Prompts.choose(["intfloat/multilingual-e5-large-instruct"], {}).passage == ""
    assert Prompts.choose(["a-code5e5x"], {}) == Prompts()


def test_half_characters_become_the_replacement_character() -> None:
    assert encodable("a\ud83db") == "a\ufffdb"
    assert encodable("\ud83d\ude00 æ") == "😀 æ"
