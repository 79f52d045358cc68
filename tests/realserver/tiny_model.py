"""Writes a tiny model file of random weights for llama.cpp: ``python tiny_model.py OUT.gguf``.

It says nothing that makes sense, but it is a whole model: llama architecture, a vocabulary of bytes, a chat
template, half a megabyte. Which bytes it likes is set by ``LIKES``; what came before shifts that only a
little. JSON's closing characters are liked most, so that an answer held to a grammar ends soon, but an object
in a list just opened: so an answer seldom holds no record at all.

This runs with the server's interpreter (needs gguf and numpy), which need not be the tests' own.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import gguf
import numpy as np
import numpy.typing as npt

SEED = 2_718
CONTEXT = 65_536  # tokens, and so bytes
WIDTH, HIDDEN = 64, 448
HEAD = 16  # a prompt is thousands of bytes long, and attention grows with the square of that
STEADY = 8.0  # the first of WIDTH dimensions is the same for each token: it carries the likes
OPENED = 8.0  # the second is there for "[" alone: it carries what is liked next
RESTLESSNESS = 0.06  # how far what came before shifts the likes

UNKNOWN, START, END = range(3)
BYTES = 3  # the token of byte 0; the other bytes follow
SPACE = BYTES + 256  # SentencePiece writes a blank as this character; as bytes it would be three
VOCABULARY = SPACE + 1

LIKES = {'"': 30.0, "]": 25.0, "}": 25.0, "{": 16.0, "[": 6.0, ",": 3.0, ":": 6.0, "▁": 3.0, ".": 1.5}
LIKES |= dict.fromkeys("etaoinshrdlu", 4.0) | dict.fromkeys("cmfwypvbgkqjxz", 1.5)
LIKES |= dict.fromkeys("ETAOINSRCU", 0.8) | dict.fromkeys("123456789", 1.5)
LIKES_ONCE_OPENED = {"{": 8.0, "]": 0.8}  # about so many times as elsewhere
LIKE_OF_END = 4.0
LIKE_OF_OTHERS = 0.002  # a grammar may demand any byte

TEMPLATE = (
    "{% for message in messages %}<{{ message['role'] }}>\n{{ message['content'] or '' }}\n{% endfor %}"
    "<assistant>\n"
)

Weights = npt.NDArray[np.float32]


def write_model(path: Path) -> None:
    """Writes the model to ``path``: the same bytes on every call."""
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_name("random")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(HIDDEN)
    writer.add_head_count(1)
    writer.add_head_count_kv(1)
    writer.add_key_length(HEAD)
    writer.add_value_length(HEAD)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(HEAD)
    writer.add_vocab_size(VOCABULARY)
    _add_vocabulary(writer)
    for name, weights in _weights(np.random.default_rng(SEED)).items():
        writer.add_tensor(f"{name}.weight", weights)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def likes() -> Weights:
    """The chance of each token, were it not for what came before."""
    chances = np.full(VOCABULARY, LIKE_OF_OTHERS, dtype=np.float32)
    chances[[UNKNOWN, START]] = 1e-9
    chances[END] = LIKE_OF_END
    for character, like in LIKES.items():
        chances[SPACE if character == "▁" else BYTES + ord(character)] = like
    return np.asarray(chances / chances.sum(), dtype=np.float32)


def _add_vocabulary(writer: gguf.GGUFWriter) -> None:
    kind = gguf.TokenType
    writer.add_tokenizer_model("llama")
    writer.add_token_list(["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), "▁"])
    writer.add_token_scores([0.0] * VOCABULARY)
    writer.add_token_types([kind.UNKNOWN, kind.CONTROL, kind.CONTROL, *[kind.BYTE] * 256, kind.NORMAL])
    writer.add_unk_token_id(UNKNOWN)
    writer.add_bos_token_id(START)
    writer.add_eos_token_id(END)
    writer.add_add_bos_token(True)
    writer.add_add_space_prefix(False)
    writer.add_chat_template(TEMPLATE)


def _weights(random: np.random.Generator) -> dict[str, Weights]:
    def noise(*shape: int, scale: float) -> Weights:
        return random.normal(0, scale, shape).astype(np.float32)

    embedding = noise(VOCABULARY, WIDTH, scale=1.0)
    embedding[:, 0] = STEADY
    embedding[:, 1] = 0
    embedding[BYTES + ord("["), 1] = OPENED
    norm = float(np.sqrt((STEADY**2 + WIDTH - 2) / WIDTH))  # the root mean square of most embeddings
    output = noise(VOCABULARY, WIDTH, scale=RESTLESSNESS)
    output[:, 0] = np.log(likes()) * norm / STEADY
    output[:, 1] = 0
    for character, times in LIKES_ONCE_OPENED.items():
        output[BYTES + ord(character), 1] = np.log(times) * norm / OPENED
    weights = {
        "token_embd": embedding,
        "output": output,
        "output_norm": np.ones(WIDTH, dtype=np.float32),
        "blk.0.attn_norm": np.ones(WIDTH, dtype=np.float32),
        "blk.0.ffn_norm": np.ones(WIDTH, dtype=np.float32),
        "blk.0.ffn_gate": noise(HIDDEN, WIDTH, scale=WIDTH**-0.5),
        "blk.0.ffn_up": noise(HIDDEN, WIDTH, scale=WIDTH**-0.5),
        "blk.0.ffn_down": _keeping_likes(noise(WIDTH, HIDDEN, scale=HIDDEN**-0.5)),
    }
    for name in ("attn_q", "attn_k", "attn_v"):
        weights[f"blk.0.{name}"] = noise(HEAD, WIDTH, scale=WIDTH**-0.5)
    weights["blk.0.attn_output"] = _keeping_likes(noise(WIDTH, HEAD, scale=HEAD**-0.5))
    return weights


def _keeping_likes(weights: Weights) -> Weights:
    """Weights that add nothing to the two dimensions that carry the likes."""
    weights[:2] = 0
    return weights


def main(arguments: Sequence[str]) -> None:
    """Writes the model to the path given."""
    if len(arguments) != 1:
        sys.exit("usage: python tiny_model.py OUT.gguf")
    write_model(Path(arguments[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
