"""What the embedded rules said of an article that a model had read: counted, never mixed in."""

from __future__ import annotations

from pydantic import Field

from extractor.schemas.values import Record

__all__ = ["SecondOpinion"]


class SecondOpinion(Record):
    """The rules' reading held against the model's, record by record, where both read the same sentence."""

    model: str = Field(description="The version of the rules.")
    fingerprint: str | None = Field(default=None, description="Over the rules' version and words.")
    compared: int = Field(ge=0, description="Records of the model that the rules read something beside.")
    disagreed: int = Field(ge=0, description="Of these, those flagged with what the rules read otherwise.")
    rules_only: int = Field(ge=0, description="Records that only the rules found; they are not added.")
