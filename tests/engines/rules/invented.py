"""Articles written for these tests: other regimes, other genres, none of them anybody's real text."""

from __future__ import annotations

from pathlib import Path
from typing import Final

__all__ = ["ARTICLES"]

ARTICLES: Final[dict[str, str]] = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "articles").glob("*.txt"))
}
