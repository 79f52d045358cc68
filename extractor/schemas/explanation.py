"""Why the embedded rules made a record: the rule, what set it off, the words that filled its fields."""

from __future__ import annotations

from pydantic import Field

from extractor.schemas.values import Record

__all__ = ["Explanation", "FieldWords", "Reason", "Words"]


class Words(Record):
    """Words of the cleaned text: ``text`` is ``article.text[start:end]``, in Unicode code points."""

    text: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int = Field(ge=1)


class FieldWords(Record):
    """What one value of a field was taken from."""

    field: str = Field(description="The record's field, e.g. 'targets'; 'issue.targets' of a position.")
    value: str = Field(description="An actor by the name that the rules gave it, else the value itself.")
    words: Words


class Reason(Record):
    """One reading of one sentence that gave the record, or added to it."""

    rule: str = Field(description="Name of the rule.")
    sentence: int = Field(ge=1, description="Number of the sentence read.")
    trigger: Words | None = Field(default=None, description="The words that set the rule off.")
    fields: tuple[FieldWords, ...] = Field(
        default=(), description="Only values whose words are known; others come from the rule or the context."
    )


class Explanation(Record):
    """Every reason for one record, in the order of the text; repeats folded into it have theirs too."""

    record: str = Field(description="Id of the event or position.")
    reasons: tuple[Reason, ...] = ()
