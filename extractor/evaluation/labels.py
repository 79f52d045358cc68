"""Folders of labels whose articles lie elsewhere: beside them, beside the gold, or among the seeds."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from os import PathLike
from typing import Any, NoReturn

from extractor.errors import GoldError
from extractor.evaluation.agreement import Labels
from extractor.evaluation.gold import load_gold
from extractor.evaluation.gold_mistakes import within

__all__ = ["load_labels"]


def load_labels(folder: Traversable, name: str, *articles: Traversable) -> Labels:
    """The labels in a folder. Each article is looked for in the folder itself, then in ``articles`` in order.

    Raises GoldError, naming the folder, when a file breaks a rule or its article is in none of the places.
    """
    try:
        return Labels(name, load_gold(folder, _Places(articles)))
    except GoldError as error:
        if error.file == str(folder):
            raise
        raise within(name, error) from error


class _Places(Traversable):
    """Several folders looked through as one: what the first has hides what the others have."""

    def __init__(self, folders: tuple[Traversable, ...]) -> None:
        self._folders = folders

    @property
    def name(self) -> str:
        return ", ".join(folder.name for folder in self._folders)

    def iterdir(self) -> Iterator[Traversable]:
        return (one for folder in self._folders for one in folder.iterdir())

    def joinpath(self, *descendants: str | PathLike[str]) -> Traversable:
        found = [folder.joinpath(*descendants) for folder in self._folders]
        return next((one for one in found if one.is_file()), found[-1])

    def is_dir(self) -> bool:
        return True

    def is_file(self) -> bool:
        return False

    def open(self, mode: str = "r", *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002  # a folder has no content
        raise IsADirectoryError(self.name)

    def read_bytes(self) -> NoReturn:
        raise IsADirectoryError(self.name)

    def read_text(self, encoding: str | None = None) -> NoReturn:  # noqa: ARG002  # as open
        raise IsADirectoryError(self.name)
