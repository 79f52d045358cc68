"""Stable identities of records: the same content always gets the same id."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

__all__ = ["record_id"]


def record_id(kind: str, record: BaseModel) -> str:
    """``event:`` or ``position:`` and 16 hex digits of SHA-256 over the record's own JSON.

    Computed fields take no part, so an id does not depend on itself; nor does what is said about the record
    (flags, confidence, notes on its quotes).
    """
    left_out: dict[str, Any] = dict.fromkeys(
        (*type(record).model_computed_fields, "flags", "confidence"), True
    )
    content = record.model_dump_json(exclude={**left_out, "evidence": {"__all__": {"note"}}})
    return f"{kind}:{hashlib.sha256(content.encode()).hexdigest()[:16]}"
