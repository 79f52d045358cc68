"""The schema sent to models: in OpenAI's strict subset, a grammar for llguidance, true to the draft."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from llguidance import LLMatcher, LLTokenizer
from openai.lib._pydantic import to_strict_json_schema

from extractor.schemas.draft import Draft, DraftActor, DraftEvent, DraftEvidence, DraftPosition, draft_schema

SEED = 20_261_103
BOUNDS = {"minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems"}

# The strict subset as OpenAI documents it (docs/decisions/0008-endpoint-modes.md): these words and no others.
ALLOWED = {
    "object": {"type", "properties", "required", "additionalProperties", "description", "$defs"},
    "array": {"type", "items", "minItems", "maxItems", "description"},
    "string": {"type", "enum", "const", "description", "pattern", "format", "minLength", "maxLength"},
    "integer": {"type", "enum", "description", "minimum", "maximum", "multipleOf"},
    "number": {"type", "enum", "description", "minimum", "maximum", "multipleOf"},
    "boolean": {"type", "description"},
    "null": {"type"},
}
MAX_PROPERTIES, MAX_DEPTH, MAX_ENUM_VALUES, MAX_LONG_ENUM, MAX_CHARACTERS = 5_000, 10, 1_000, 15_000, 120_000


def nodes(node: dict[str, Any], root: dict[str, Any], depth: int = 0) -> Iterator[tuple[dict[str, Any], int]]:
    """Every schema in a schema, references followed, with how many objects it stands in."""
    if "$ref" in node:
        assert set(node) == {"$ref"}, "a reference has nothing beside it"
        yield from nodes(root["$defs"][node["$ref"].removeprefix("#/$defs/")], root, depth)
        return
    yield node, depth
    for inner in node.get("properties", {}).values():
        yield from nodes(inner, root, depth + 1)
    for inner in node.get("anyOf", ()):
        yield from nodes(inner, root, depth)
    if "items" in node:
        yield from nodes(node["items"], root, depth)


def faults_of(schema: dict[str, Any]) -> list[str]:
    """What OpenAI's strict mode would reject; nothing for a schema within the subset."""
    if schema.get("type") != "object" or "anyOf" in schema:
        return ["the root is no object"]
    found, words, values, properties, deepest = [], 0, 0, 0, 0
    for node, depth in nodes(schema, schema):
        deepest = max(deepest, depth)
        if "anyOf" in node:
            found += [f"{key} beside anyOf" for key in set(node) - {"anyOf", "description"}]
            continue
        found += [
            f"{key} in {node['type']}" for key in set(node) - ALLOWED[node["type"]] if node is not schema
        ]
        if node["type"] == "object":
            names = list(node["properties"])
            properties += len(names)
            words += sum(map(len, names))
            if node["required"] != names or node["additionalProperties"] is not False:
                found.append("an object with optional or additional fields")
        enum = node.get("enum", [])
        values += len(enum)
        words += sum(map(len, enum))
        if len(enum) > 250 and sum(map(len, enum)) > MAX_LONG_ENUM:
            found.append("a long enum")
    words += sum(map(len, schema.get("$defs", {})))
    if (
        deepest > MAX_DEPTH
        or properties > MAX_PROPERTIES
        or values > MAX_ENUM_VALUES
        or words > MAX_CHARACTERS
    ):
        found.append(f"{deepest} levels, {properties} properties, {values} enum values, {words} characters")
    return found


@pytest.mark.parametrize("bounded", [True, False])
def test_the_schema_lies_within_openais_strict_subset(bounded: bool) -> None:
    assert faults_of(draft_schema(bounded=bounded)) == []


@pytest.mark.parametrize(
    "fault",
    [
        {"type": "string", "default": "x"},
        {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        {
            "type": "object",
            "properties": {"a": {"type": "null"}},
            "required": [],
            "additionalProperties": False,
        },
        {"type": "object", "properties": {}, "required": [], "additionalProperties": True},
        {"anyOf": [{"type": "null"}], "oneOf": []},
        {"type": "string", "enum": [str(number) for number in range(1_001)]},
    ],
)
def test_the_check_of_the_subset_finds_what_lies_outside(fault: dict[str, Any]) -> None:
    root = {"type": "object", "properties": {"x": fault}, "required": ["x"], "additionalProperties": False}
    assert faults_of(root) != []


def test_it_says_what_openais_own_maker_of_strict_schemas_says() -> None:
    """But for titles, and defaults other than null, which that maker keeps and the API rejects."""

    def bare(node: Any) -> Any:
        if isinstance(node, list):
            return [bare(one) for one in node]
        if not isinstance(node, dict):
            return node
        named = {"properties", "$defs"}
        return {
            key: {name: bare(one) for name, one in value.items()} if key in named else bare(value)
            for key, value in node.items()
            if key not in ("title", "default")
        }

    assert bare(to_strict_json_schema(Draft)) == draft_schema()


def test_without_bounds_only_the_bounds_are_left_out() -> None:
    def without(node: Any) -> Any:
        if isinstance(node, list):
            return [without(one) for one in node]
        if isinstance(node, dict):
            return {key: without(value) for key, value in node.items() if key not in BOUNDS}
        return node

    assert draft_schema(bounded=False) == without(draft_schema()) != draft_schema()


def test_every_text_number_and_list_is_bounded() -> None:
    schema = draft_schema()
    for node, _ in nodes(schema, schema):
        if node.get("type") == "string":
            assert "enum" in node or "maxLength" in node, node
        if node.get("type") == "integer":
            assert {"minimum", "maximum"} <= set(node)
        if node.get("type") == "array":
            assert "maxItems" in node


@pytest.mark.parametrize("model", [Draft, DraftActor, DraftEvent, DraftEvidence, DraftPosition])
def test_drafts_carry_no_validators_across_fields(model: Any) -> None:
    made = model.__pydantic_decorators__
    assert [*made.model_validators, *made.root_validators, *made.field_validators, *made.validators] == []


TOKENS = LLTokenizer("byte")
GRAMMAR = LLMatcher.grammar_from_json_schema(draft_schema())
TIGHT = LLMatcher.grammar_from_json_schema(draft_schema(), overrides={"whitespace_flexible": False})
QUOTE, OPEN, CLOSE, COMMA = (ord(sign) for sign in '"{],')
LETTERS = (ord("q"), ord("~"))


class Walk:
    """A random walk through a grammar. ``appetite`` is for records, ``breath`` the mean length of texts."""

    def __init__(self, grammar: str, seed: int, appetite: float, breath: float) -> None:
        self.random = random.Random(seed)
        self.appetite = appetite
        self.breath = breath
        self.matcher = LLMatcher(TOKENS, grammar)

    def document(self) -> bytes:
        written: list[int] = []
        while not self.matcher.is_stopped():
            tokens = self.matcher.compute_ff_tokens() or [self.chosen()]
            assert self.matcher.consume_tokens(tokens), self.matcher.get_error()
            written += tokens
        return bytes(token for token in written if token != TOKENS.eos_token)

    def chosen(self) -> int:
        """One of the tokens that the grammar allows next."""
        mask = int.from_bytes(self.matcher.compute_bitmask(), "little")
        if all(mask >> letter & 1 for letter in LETTERS):  # in a text
            if mask >> QUOTE & 1 and self.random.random() < 1 / self.breath:
                return QUOTE
            while not mask >> (token := self.random.randrange(256)) & 1 or token == QUOTE:
                pass
            return token
        allowed = [token for token in range(TOKENS.vocab_size) if mask >> token & 1]
        going_on = [token for token in (QUOTE, OPEN, COMMA) if token in allowed]
        if CLOSE in allowed and going_on:
            return self.random.choice(going_on) if self.random.random() < self.appetite else CLOSE
        blank = [token for token in allowed if token in b" \t\r\n"]
        solid = [token for token in allowed if token not in b" \t\r\n"] if blank else allowed
        return self.random.choice(blank if blank and self.random.random() < 0.02 else solid or blank)


def test_llguidance_compiles_the_schema_without_a_warning() -> None:
    assert LLMatcher.validate_grammar_with_warnings(GRAMMAR, TOKENS) == (False, [])


@pytest.mark.parametrize(
    ("grammar", "appetite", "breath", "documents"),
    [(TIGHT, 0.4, 4.0, 200), (GRAMMAR, 0.4, 3.0, 15), (TIGHT, 0.75, 2.0, 4)],
    ids=["many", "with white space", "large"],
)
def test_every_document_of_the_grammar_is_a_draft(
    grammar: str, appetite: float, breath: float, documents: int
) -> None:
    print(f"seed {SEED}")
    records = 0
    for number in range(documents):
        draft = Draft.model_validate_json(Walk(grammar, SEED + number, appetite, breath).document())
        records += len(draft.events) + len(draft.positions)
    assert records >= documents / 4  # the walks are no empty drafts


def test_the_grammar_holds_texts_to_their_bounds() -> None:
    longest = 0
    for number in range(3):
        draft = Draft.model_validate_json(Walk(TIGHT, SEED + number, 0.5, 100_000.0).document())
        longest = max([longest, *(len(actor.name) for actor in draft.actors)])
    assert longest == 200
