"""Records: closed, identified, and readable from their own JSON."""

from __future__ import annotations

import json

import jsonschema
import pytest
from pydantic import ValidationError

from extractor.schemas import terms
from extractor.schemas.article_info import ArticleInfo
from extractor.schemas.draft import Draft, draft_schema
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.extraction import Extraction, Provenance
from extractor.schemas.values import Evidence
from tests.test_merge import event, position


def result() -> Extraction:
    return Extraction(
        article=ArticleInfo(id="0" * 16, source="a.txt", length=100),
        events=(event(),),
        positions=(position(),),
        provenance=Provenance(engine="rules", model="rules-1", tool_version="0"),
    )


def test_a_result_is_read_back_from_its_json_with_computed_fields_computed_again() -> None:
    line = result().model_dump_json()
    assert '"leaning":"pressure"' in line
    forged = line.replace('"leaning":"pressure"', '"leaning":"relief"')
    assert Extraction.model_validate_json(forged) == result()


def test_a_result_validates_against_the_published_schema() -> None:
    schema = Extraction.model_json_schema(mode="serialization")
    jsonschema.validate(json.loads(result().model_dump_json()), schema)


def test_the_same_content_has_the_same_id_and_other_content_another() -> None:
    assert event().id == event().id
    assert event().id != event(action="lift").id


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="colour"):
        SanctionsEvent.model_validate({**event().model_dump(), "colour": "red"})


def test_a_record_without_evidence_cannot_exist() -> None:
    with pytest.raises(ValidationError, match="evidence"):
        event(evidence=())


def test_evidence_whose_offsets_do_not_fit_its_quote_is_refused() -> None:
    with pytest.raises(ValidationError, match="not as long as its quote"):
        Evidence(quote="abc", start=0, end=4)


@pytest.mark.parametrize(
    ("kind", "action", "stance", "expected"),
    [
        ("sanctions", "impose", "support", "pressure"),
        ("sanctions", "lift", "oppose", "pressure"),
        ("sanctions", "evade", "oppose", "pressure"),
        ("sanctions", "lift", "support", "relief"),
        ("sanctions", "tighten", "oppose", "relief"),
        ("sanctions", "impose", "uncommitted", "uncommitted"),
        ("resolution", None, "oppose", "oppose"),
    ],
)
def test_supporting_pressure_and_opposing_relief_are_one_leaning(
    kind: str, action: str | None, stance: str, expected: str
) -> None:
    assert terms.leaning(kind, action, stance) == expected


def test_every_action_leans_one_way() -> None:
    assert set(terms.values(terms.ActionName)) == terms.PRESSURE_ACTIONS | terms.RELIEF_ACTIONS
    assert not terms.PRESSURE_ACTIONS & terms.RELIEF_ACTIONS


def test_the_schema_for_models_is_strict_everywhere() -> None:
    def objects(node: object) -> list[dict[str, object]]:
        if isinstance(node, list):
            return [found for item in node for found in objects(item)]
        if not isinstance(node, dict):
            return []
        inner = [found for value in node.values() for found in objects(value)]
        return [node, *inner] if "properties" in node and "type" in node else inner

    schema = draft_schema()
    found = objects(schema)
    assert len(found) == 5
    for one in found:
        properties = one["properties"]
        assert isinstance(properties, dict)
        assert one["additionalProperties"] is False
        assert one["required"] == list(properties)
    text = json.dumps(schema)
    for word in ("oneOf", "default", "uniqueItems", '"title"', "discriminator", "patternProperties"):
        assert word not in text


def test_what_a_model_leaves_out_is_read_as_null_or_empty() -> None:
    draft = Draft.model_validate(
        {"events": [{"action": "lift", "stage": "adopted", "evidence": [{"sentence": 1, "quote": "x"}]}]}
    )
    assert draft.events[0].senders == []
    assert draft.events[0].reach == "primary"
    assert draft.positions == []
