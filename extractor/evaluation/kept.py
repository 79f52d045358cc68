"""What a report holds of each document besides counts, kept out of memory until the report is written."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any

from extractor.schemas.extraction import Extraction

__all__ = ["Kept", "KeptIn", "in_file", "in_memory"]

Notes = Sequence[dict[str, Any]]


class Kept:
    """Keeps nothing: for runs of which only figures are wanted. ``wanted``: whether ``put`` has any use."""

    wanted = False

    def put(self, id: str, trial: int, result: Extraction | None, notes: Notes) -> None:  # noqa: A002  # the data model's name
        """Takes a result, and what there is to say of its records."""

    def result(self, id: str, trial: int) -> dict[str, Any] | None:  # noqa: A002, ARG002  # see put
        """The Extraction of that trial as JSON, without text; None when there is none."""
        return None

    def notes(self, id: str) -> Notes:  # noqa: A002, ARG002  # see put
        """What there is to say of the first trial's records."""
        return ()


class KeptIn(Kept):
    """Keeps all in a stream, a line for each document and trial."""

    wanted = True

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._places: dict[tuple[str, int], int] = {}

    def put(self, id: str, trial: int, result: Extraction | None, notes: Notes) -> None:  # noqa: A002  # see Kept
        """Appends a line."""
        made = result.model_dump_json(exclude={"text"}) if result is not None else "null"
        said = json.dumps(notes if trial == 1 else [], ensure_ascii=False)
        self._places[id, trial] = self._stream.seek(0, io.SEEK_END)
        self._stream.write(f'{{"result":{made},"notes":{said}}}\n'.encode("utf-8", "surrogatepass"))

    def result(self, id: str, trial: int) -> dict[str, Any] | None:  # noqa: A002  # see Kept
        """The Extraction of that trial as JSON, without text; None when there is none."""
        result: dict[str, Any] | None = self._line(id, trial)["result"]
        return result

    def notes(self, id: str) -> Notes:  # noqa: A002  # see Kept
        """What there is to say of the first trial's records."""
        notes: Notes = self._line(id, 1)["notes"]
        return notes

    def _line(self, document: str, trial: int) -> dict[str, Any]:
        self._stream.seek(self._places[document, trial])
        line: dict[str, Any] = json.loads(self._stream.readline())
        return line


def in_memory() -> Kept:
    """For a few documents."""
    return KeptIn(io.BytesIO())


@contextmanager
def in_file() -> Iterator[Kept]:
    """For any number of documents: a file without a name that is gone afterwards."""
    with tempfile.TemporaryFile() as stream:
        yield KeptIn(stream)
