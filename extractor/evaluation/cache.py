"""Results kept by what was asked of whom, so that no model is asked the same twice.

One JSON file, an Extraction, per engine fingerprint, article as shown, trial, and code of the tool. Its name
tells the code apart from the rest, so that what was asked before a change of the tool can be told. A result
that failed, was refused, or lacks a part that could not be had is not kept: going on tries it again.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from pydantic import ValidationError

from extractor.article.model import Article
from extractor.errors import SettingsError
from extractor.evaluation.code_digest import code_digest
from extractor.schemas.extraction import Extraction

__all__ = ["Cache", "key"]


def key(fingerprint: str, code: str, article: Article, trial: int) -> str:
    """What decides a result: SHA-256, in hex, over engine, all that it is shown, and trial; then the code."""
    return f"{_question(fingerprint, article, trial)}-{code}"


def _question(fingerprint: str, article: Article, trial: int) -> str:
    published = article.published.isoformat() if article.published else None
    shown = [article.text, article.title, published, article.languages]
    said = json.dumps([fingerprint, shown, trial], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


class Cache:
    """A folder of results of one engine.

    Args:
        folder: is made when it is not there.
        fingerprint: the engine's, as ``Extractor.fingerprint``.
        notice: is told in words of entries that cannot be read or written; neither ends a run.

    Raises SettingsError when the folder cannot be written to, before anything is asked.
    """

    def __init__(self, folder: Path, fingerprint: str, notice: Callable[[str], None]) -> None:
        self._folder = folder
        self._fingerprint = fingerprint
        self._notice = notice
        self._writable = True
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            raise SettingsError(
                f"cache folder {str(folder)!r} cannot be written to: {error.strerror}; "
                "name another with --cache, or go without by --no-cache"
            ) from error

    def get(self, article: Article, trial: int) -> Extraction | None:
        """The stored result; None where there is none that can be read."""
        path = self._path(article, trial)
        try:
            result = Extraction.model_validate_json(path.read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            self._notice(f"cache entry {path} cannot be read and is made anew: {error.strerror}")
            return None
        except ValidationError as error:
            place = ".".join(map(str, error.errors()[0]["loc"])) or "content"
            self._notice(
                f"cache entry {path} is damaged and is made anew: {place}: {error.errors()[0]['msg']}"
            )
            return None
        if result.article.id != article.id:
            self._notice(f"cache entry {path} is of another article, {result.article.id!r}, and is made anew")
            return None
        # The same text may have come from another file when it was stored.
        return result.model_copy(update={"article": article.info})

    def put(self, article: Article, trial: int, result: Extraction) -> None:
        """Stores a result at one stroke, unless it is one to try again."""
        if result.status in ("failed", "refused") or result.error or not self._writable:
            return
        path = self._path(article, trial)
        try:
            _write(path, result.model_dump_json(exclude={"text"}).encode())
        except OSError as error:
            self._writable = False
            self._notice(
                f"cache entry {path} cannot be written: {error.strerror}; results are not kept from here on"
            )

    def outdated(self, articles: Iterable[Article], trials: int) -> int:
        """How many of the results were kept, but under other code of the tool: they are asked for again."""
        kept = {path.stem.rpartition("-")[::2] for path in self._folder.glob("*-*.json")}
        asked = {question for question, _ in kept}
        questions = (
            _question(self._fingerprint, article, trial)
            for article in articles
            for trial in range(1, trials + 1)
        )
        return sum(one in asked and (one, code_digest()) not in kept for one in questions)

    def _path(self, article: Article, trial: int) -> Path:
        return self._folder / f"{key(self._fingerprint, code_digest(), article, trial)}.json"


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.stem[:16]}.", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
