"""All mistakes in gold told at once: who labels by hand should not learn of them one run at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from extractor.errors import GoldError

__all__ = ["GoldErrors", "Mistakes", "each", "within"]

_MOST = 10
"""A file in another format breaks hundreds of rules; so many of each file are told."""


class GoldErrors(GoldError):
    """Several broken rules. Whoever wants one has the first; the message has them all, file by file.

    Args:
        errors: at least one, those of one file together.
        among: how many files were read; None where there was one.
    """

    def __init__(self, errors: Sequence[GoldError], among: int | None = None) -> None:
        first = errors[0]
        super().__init__(first.file, first.record, first.field, first.problem)
        self.errors: Final = tuple(errors)
        self.among: Final = among

    def __str__(self) -> str:
        by_file: dict[str, list[GoldError]] = {}
        for error in self.errors:
            by_file.setdefault(error.file, []).append(error)
        files = "1 gold file" if self.among is None else f"{len(by_file)} of {self.among} gold files"
        lines = [f"{len(self.errors)} mistakes in {files}"]
        for file, errors in by_file.items():
            lines += [str(error) for error in errors[:_MOST]]
            if len(errors) > _MOST:
                lines.append(f"{file}: and {len(errors) - _MOST} more")
        return "\n".join(lines)

    def __reduce__(self) -> tuple[type[GoldErrors], tuple[tuple[GoldError, ...], int | None]]:  # type: ignore[override]  # made of others
        """As GoldError's."""
        return type(self), (self.errors, self.among)


def each(error: GoldError) -> tuple[GoldError, ...]:
    """The broken rules one by one."""
    return error.errors if isinstance(error, GoldErrors) else (error,)


def within(folder: str, error: GoldError) -> GoldError:
    """The same of files in the folder."""
    if isinstance(error, GoldErrors):
        return GoldErrors([within(folder, one) for one in error.errors], error.among)
    return GoldError(f"{folder}/{error.file}", error.record, error.field, error.problem)


class Mistakes:
    """Broken rules, gathered while reading goes on, in the order in which they were found."""

    def __init__(self) -> None:
        self._found: list[GoldError] = []

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """What is broken inside is noted, and the program goes on behind it."""
        try:
            yield
        except GoldError as error:
            self.note(error)

    def note(self, *errors: GoldError) -> None:
        """Takes mistakes that were found."""
        for error in errors:
            self._found += each(error)

    def refuse(self, among: int | None = None) -> None:
        """Raises what was found, if anything: GoldError, or GoldErrors where it is more than one.

        ``among``: how many files were read, where it was more than one file's reading.
        """
        if len(self._found) == 1:
            raise self._found[0]
        if self._found:
            raise GoldErrors(self._found, among)
