"""Result files of ``eval run`` read back, with typed access: layout versions 1 and 2.

Version 1 has one trial per document and no results in it; it is read as a run of one trial whose result is
not there. What a later version adds is passed over.
"""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from extractor.errors import ResultError
from extractor.evaluation.figures import PRF, Counts, Measure
from extractor.schemas import terms

__all__ = [
    "READABLE",
    "ReportCeiling",
    "ReportDocument",
    "ReportError",
    "ReportField",
    "ReportFile",
    "ReportMaker",
    "ReportNote",
    "ReportNoteField",
    "ReportRun",
    "ReportSignature",
    "ReportSlice",
    "ReportSummary",
    "ReportTrial",
    "load_report",
]

READABLE = (1, 2)
"""The versions of the layout that can be read."""


def _sane(counts: Counts) -> Counts:
    if not all(0 <= value < math.inf for value in dataclasses.astuple(counts)):
        raise ValueError("counts must be numbers from 0 on")
    return counts


Number: TypeAlias = Annotated[float, Field(ge=0, allow_inf_nan=False)]
SaneCounts: TypeAlias = Annotated[Counts, AfterValidator(_sane)]
Figures: TypeAlias = Mapping[Measure, PRF]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class ReportMaker(_Part):
    """What made results."""

    engine: str
    model: str
    prompt: str | None = None
    fingerprint: str | None = None


class ReportSignature(_Part):
    """What the figures rest on. ``run`` is the engine's fingerprint, where the file has one."""

    text: str
    scorer: str
    theta: Number
    weights: Mapping[str, Mapping[str, Number]]
    gold: str
    makers: tuple[ReportMaker, ...]
    run: str | None = None


class ReportField(_Part):
    """One field's figures over all records and over matched pairs."""

    overall: PRF
    in_pairs: PRF
    pred: Number
    gold: Number


class ReportError(_Part):
    """One label: how many records carry it, and the soft F1 that mending them all would regain."""

    records: Number
    f1_regained: Annotated[float, Field(allow_inf_nan=False)]


class ReportSummary(_Part):
    """The figures of one kind of record over all documents, trials averaged."""

    micro: Figures
    macro: Figures
    positives: Figures
    empty_accuracy: Number | None
    documents: int
    positive_documents: int
    counts: SaneCounts
    fields: Mapping[str, ReportField]
    errors: Mapping[str, ReportError]


class ReportGrounding(_Part):
    """How often quotes stood in the article; shares are None where no record was offered."""

    verbatim_before_repair: Number | None
    verbatim_after_repair: Number | None
    offered: Number
    failed_first: Number
    lost: Number


class ReportRun(_Part):
    """``seconds``, ``cost`` and tokens: the engine's, for all articles once (the mean of the trials).

    ``wall_seconds`` and ``spent`` are what this very run took, None where the file does not say (or, for
    ``spent``, where no price was known); ``cached`` counts results that were not asked for anew.
    """

    documents: int
    failed: tuple[str, ...]
    seconds: Number
    cost: Number | None
    tokens_in: Number
    tokens_out: Number
    trials: Annotated[int, Field(ge=1)] = 1
    cached: Annotated[int, Field(ge=0)] = 0
    wall_seconds: Number | None = None
    spent: Number | None = None
    command: str | None = None
    engine: str | None = None
    rescored: str | None = None


class ReportNoteField(_Part):
    """One field of a pair that did not earn full credit."""

    field: str
    error: str
    why: str


class ReportNote(_Part):
    """What there is to say of one record that is not exact; ``pred`` and ``gold`` are in words."""

    kind: str
    label: str
    pred: str | None = None
    gold: str | None = None
    why: str | None = None
    fields: tuple[ReportNoteField, ...] = ()


class ReportTrial(_Part):
    """One trial over one document. ``result`` is an Extraction as JSON, None where none is stored."""

    events: SaneCounts
    positions: SaneCounts
    status: terms.StatusName
    error: str | None = None
    seconds: Number = 0.0
    cost: Number | None = None
    cached: bool = False
    result: Mapping[str, Any] | None = Field(default=None, repr=False)


class ReportDocument(_Part):
    """One article: ``events`` and ``positions`` are means over its trials, ``records`` are of the first."""

    file: str
    id: str
    tags: Mapping[str, str] = {}
    status: terms.StatusName
    error: str | None = None
    events: SaneCounts
    positions: SaneCounts
    seconds: Number = 0.0
    cost: Number | None = None
    records: tuple[ReportNote, ...] = ()
    trials: Annotated[tuple[ReportTrial, ...], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _one_trial(cls, data: Any) -> Any:
        """Version 1 has no trials: what the document says is what its only trial said."""
        if isinstance(data, dict) and "trials" not in data:
            only = {key: data[key] for key in ReportTrial.model_fields if key in data}
            return data | {"trials": [only]}
        return data


class ReportSlice(_Part):
    """The micro figures of the documents with one value of one tag."""

    documents: int
    events: Figures
    positions: Figures


class ReportCeiling(_Part):
    """How well labellers agree: F1 by measure for each kind, and words on where it comes from."""

    events: Mapping[str, Any]
    positions: Mapping[str, Any]
    source: str


class ReportFile(_Part):
    """A result file. ``path`` is where it was read from, ``report`` the version of its layout."""

    path: str
    report: int
    signature: ReportSignature
    events: ReportSummary
    positions: ReportSummary
    grounding: ReportGrounding
    run: ReportRun
    documents: tuple[ReportDocument, ...]
    slices: Mapping[str, Mapping[str, ReportSlice]] = {}
    ceiling: ReportCeiling | None = None


_FILE: TypeAdapter[ReportFile] = TypeAdapter(ReportFile)


def load_report(path: Path) -> ReportFile:
    """The result file at ``path``.

    Raises ResultError, naming the file and the field, when it cannot be read, is no result file of
    ``extractor eval run``, is of a version that is not known here, or names an article twice.
    """
    data = _content(path)
    version = data.get("report")
    if version not in READABLE or isinstance(version, bool):
        known = " and ".join(map(str, READABLE))
        raise ResultError(
            f"{path}: report: {version!r} is no version of a result file that can be read here ({known}); "
            "give a file that `extractor eval run -o` wrote, or a newer version of the tool"
        )
    try:
        report = _FILE.validate_python(data | {"path": str(path)})
    except ValidationError as error:
        raise ResultError(f"{path}: {_first(error)}; write it anew with `extractor eval run -o`") from error
    _refuse_twins(report)
    _refuse_odd_trials(report)
    return report


def _content(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise ResultError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise ResultError(f"{path}: is not JSON: {error}; give a file that `eval run -o` wrote") from error
    if not isinstance(data, dict):
        kind = type(data).__name__
        raise ResultError(f"{path}: is no result file of `extractor eval run -o`: not an object but a {kind}")
    return data


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False)[0]
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"])
    value = "" if first["type"] == "missing" else f", not {_shortened(first['input'])}"
    return f"{place.lstrip('.')}: {first['msg']}{value}"


def _shortened(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:77]}..."


def _refuse_twins(report: ReportFile) -> None:
    seen: dict[str, int] = {}
    for number, document in enumerate(report.documents):
        if document.id in seen:
            raise ResultError(
                f"{report.path}: documents[{number}].id: {document.id!r} is that of documents"
                f"[{seen[document.id]}] too; an article stands in a result file once"
            )
        seen[document.id] = number


def _refuse_odd_trials(report: ReportFile) -> None:
    for number, document in enumerate(report.documents):
        if len(document.trials) != report.run.trials:
            raise ResultError(
                f"{report.path}: documents[{number}].trials: there are {len(document.trials)}, not "
                f"{report.run.trials} as run.trials says; write it anew with `extractor eval run -o`"
            )
