"""The bundled model's network as an ONNX graph, made from its four-bit blocks as they are.

ONNX Runtime's `MatMulNBits` multiplies by four-bit blocks of 32 directly, so no weight is
rounded a second time; the graph is 13 MB and is made in memory in 0.1 s at every start, which
leaves no converted file that could be damaged, outdated or half written. The word vectors (48 MB)
are no part of it: the few rows that a text needs are read from the file.

One text goes through at a time: without padding there is no mask, a text's vector cannot depend
on its neighbours, and on the CPU a batch is no faster.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

from index.embedding.weights import BLOCK, Weights

CONTRIB = "com.microsoft"
OPSET = 20
IR_VERSION = 10
INT8_ACTIVATIONS = 4
"""`accuracy_level` of MatMulNBits: activations in blocks of int8. A question takes 5 ms for 8 with
float activations, and the vectors keep a cosine of 0.9999 to the exact ones."""
INPUT = "embeddings"
OUTPUT = "vector"


def build_graph(weights: Weights, accuracy: int = INT8_ACTIVATIONS) -> bytes:
    """Return the network: `embeddings` (1 × tokens × width) to a unit `vector` (1 × width)."""
    return _Builder(weights, accuracy).build()


class _Builder:
    """Collects the nodes and the constants of the graph."""

    def __init__(self, weights: Weights, accuracy: int) -> None:
        self.weights = weights
        self.accuracy = accuracy
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []

    def build(self) -> bytes:
        w = self.weights
        self._constant("thirds", np.full(3, w.width, np.int64))
        self._constant("tokens", np.array([1], np.int64))
        hidden = self._normalised(INPUT, "emb.ln")
        for layer in range(w.layers):
            hidden = self._layer(hidden, f"l{layer}.")
        mean = self._node("ReduceMean", [hidden, "tokens"], "mean", keepdims=0)
        self._node("LpNormalization", [mean], OUTPUT, axis=-1, p=2)
        shape: list[str | int | None] = [1, "tokens", w.width]
        graph = helper.make_graph(
            self.nodes,
            "multilingual-e5-small",
            [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, shape)],
            [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1, w.width])],
            self.constants,
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)
        serialised: bytes = model.SerializeToString()
        return serialised

    def _layer(self, hidden: str, layer: str) -> str:
        w = self.weights
        joined = self._linear(hidden, [layer + "q", layer + "k", layer + "v"], w.width)
        parts = [f"{joined}.{part}" for part in ("query", "key", "value")]
        self.nodes.append(helper.make_node("Split", [joined, "thirds"], parts, axis=-1))
        attended = self._node(
            "MultiHeadAttention", parts, layer + "attended", CONTRIB, num_heads=w.heads
        )
        out = self._linear(attended, [layer + "ao"], w.width)
        hidden = self._normalised(self._added(out, hidden), layer + "aln")
        inner = self._linear(hidden, [layer + "fi"], w.width)
        active = self._node("Gelu", [inner], layer + "active")
        out = self._linear(active, [layer + "fo"], w.inner)
        return self._normalised(self._added(out, hidden), layer + "oln")

    def _linear(self, x: str, names: Sequence[str], columns: int) -> str:
        """Multiply by one matrix, or by several with the same input as if they were one."""
        name = "+".join(names)
        matrices = [self.weights.matrix(n + ".w", columns) for n in names]
        halves = np.concatenate([m.halves for m in matrices])
        # MatMulNBits wants neighbours in one byte; the file has weight j beside weight j + 16.
        packed = halves[..., 0::2] | (halves[..., 1::2] << 4)
        scales = np.concatenate([m.scales for m in matrices]).reshape(-1)
        bias = np.concatenate([self.weights.vector(n + ".b") for n in names])
        inputs = [
            x,
            self._constant(name + ".blocks", packed),
            self._constant(name + ".scales", scales),
            "",
            "",
            self._constant(name + ".bias", bias),
        ]
        return self._node(
            "MatMulNBits",
            inputs,
            name,
            CONTRIB,
            K=columns,
            N=len(bias),
            bits=4,
            block_size=BLOCK,
            accuracy_level=self.accuracy,
        )

    def _added(self, x: str, y: str) -> str:
        return self._node("Add", [x, y], f"{x}+residual")

    def _normalised(self, x: str, name: str) -> str:
        factor = self._constant(name + ".w", self.weights.vector(name + ".w"))
        offset = self._constant(name + ".b", self.weights.vector(name + ".b"))
        return self._node(
            "LayerNormalization", [x, factor, offset], name, axis=-1, epsilon=self.weights.epsilon
        )

    def _constant(self, name: str, values: NDArray[np.generic]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _node(
        self, kind: str, inputs: Sequence[str], output: str, domain: str = "", **settings: float
    ) -> str:
        self.nodes.append(
            helper.make_node(kind, inputs, [output], None, None, domain, None, **settings)
        )
        return output
