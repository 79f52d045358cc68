"""``extractor schema``: JSON Schema of drafts and records."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["command"]

NAMES = ("draft", "extraction", "event", "position")


def command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="draft, extraction, event or position.")],
) -> None:
    """Print a JSON Schema.

    draft is what a model is asked to fill; extraction, event and position are what is published.
    """
    import json

    from pydantic import BaseModel

    from extractor.errors import SettingsError
    from extractor.schemas.draft import draft_schema
    from extractor.schemas.event import SanctionsEvent
    from extractor.schemas.extraction import Extraction
    from extractor.schemas.position import Position

    records: dict[str, type[BaseModel]] = {
        "extraction": Extraction,
        "event": SanctionsEvent,
        "position": Position,
    }
    if name not in NAMES:
        raise SettingsError(f"schema {name!r}: it must be one of {', '.join(NAMES)}")
    made = draft_schema() if name == "draft" else records[name].model_json_schema(mode="serialization")
    print(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **made}, indent=2))
