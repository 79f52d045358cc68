"""PDF files: text in page order, lines joined into paragraphs, hyphens mended, running heads dropped.

pypdfium2 gives lines as they were set; where they stand on the page tells which belong together.
"""

from __future__ import annotations

import datetime as dt
import re
import statistics
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from extractor.article.build import MAX_BYTES, article_from_text
from extractor.article.model import Article
from extractor.errors import ReadError

__all__ = ["article_from_pdf"]

# pdfium keeps global state and must not be entered by two threads at once.
_PDFIUM = threading.Lock()
_PASSWORD = 4  # FPDF_ERR_PASSWORD

# pdfium puts U+FFFE (before 2023, U+0002) for a hyphen at a line's end, and takes the line end away.
_BREAK = re.compile("(\r\n|\n|\r|[\ufffe\x02](?:\r?\n)?)")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|página|pagina|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|von|de|sur|di)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_STOPPED = re.compile(r"[.!?…:。！？](?:[\"'”’»)\]])*$")
_HYPHENATED = re.compile(r"[^\W\d_]-$")

_GAP = 1.3  # times the usual distance between lines: more is a new paragraph
_SIZE = 1.15  # times the other line's height: more is a heading
_SHORT = 0.8  # of the usual line's reach: a paragraph's last line, when it ends with a stop
_EDGE = 2  # lines at the top and bottom of a page that may be running heads


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as set: where it stands in points from the lower left corner; hyphen: a word goes on."""

    words: str
    left: float
    right: float
    bottom: float
    height: float
    hyphen: bool = False


def article_from_pdf(
    data: bytes, *, source: str, published: dt.date | None = None, max_bytes: int = MAX_BYTES
) -> Article:
    """The article of a PDF file.

    A PDF's own title and dates are its maker's ("Microsoft Word - final2.doc"), so they are not used.

    Raises:
        ReadError: broken, protected by a password, only pictures, or one of article_from_text's reasons.
    """
    with _PDFIUM:
        pages = _read_pages(data, source)
    if not any(pages):
        reason = "this PDF holds pictures and no text" if pages else "this PDF has no pages"
        raise ReadError(source, reason, "run text recognition (OCR) on it first, for example ocrmypdf")
    text = "\n\n".join(_paragraphs(_without_running_heads(pages)))
    return article_from_text(text, source=source, published=published, max_bytes=max_bytes)


def _read_pages(data: bytes, source: str) -> list[list[_Line]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise ReadError(source, "this PDF needs a password", "save a copy without protection") from error
        raise ReadError(source, "this PDF is broken", "open it in a viewer and save it again") from error
    try:
        return [_read_page(document, number, source) for number in range(len(document))]
    finally:
        document.close()


def _read_page(document: Any, number: int, source: str) -> list[_Line]:
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        reason = f"page {number + 1} of this PDF is broken"
        raise ReadError(source, reason, "open it in a viewer and save it again") from error
    try:
        text_page = page.get_textpage()
        try:
            return list(_lines(text_page))
        finally:
            text_page.close()
    finally:
        page.close()


def _lines(text_page: Any) -> Iterator[_Line]:
    text: str = text_page.get_text_range()
    # Offsets in the text and pdfium's character indexes agree but for characters outside the BMP.
    placed = len(text) == text_page.count_chars()
    position = 0
    pieces = _BREAK.split(text)
    for words, end in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if words.strip():
            first = position + len(words) - len(words.lstrip())
            last = position + len(words.rstrip()) - 1
            yield _line(
                text_page, words, (first, last) if placed else None, hyphen=end[:1] in ("\ufffe", "\x02")
            )
        position += len(words) + len(end)


def _line(text_page: Any, words: str, ends: tuple[int, int] | None, *, hyphen: bool) -> _Line:
    for ligature, letters in _LIGATURES.items():
        words = words.replace(ligature, letters)
    words = " ".join(words.split())
    if ends is None:
        return _Line(words, 0.0, 0.0, 0.0, 0.0, hyphen)
    left, bottom, _, top = text_page.get_charbox(ends[0], loose=True)
    _, _, right, _ = text_page.get_charbox(ends[1], loose=True)
    return _Line(words, left, right, bottom, top - bottom, hyphen)


def _without_running_heads(pages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """Pages without page numbers and without what stands at the edge of at least half of them."""
    repeated = Counter(key for lines in pages for key in {_key(line) for line in _edges(lines)})
    least = max(2, len(pages) / 2)
    heads = {key for key, count in repeated.items() if count >= least}
    rest = [[line for line in lines if not _is_running_head(line, lines, heads)] for lines in pages]
    # Copies of one short page are all "edge"; better their repeats than nothing.
    return rest if any(rest) else [list(lines) for lines in pages]


def _edges(lines: Sequence[_Line]) -> list[_Line]:
    return [*lines[:_EDGE], *lines[-_EDGE:]] if len(lines) > 2 * _EDGE else [*lines[:1], *lines[-1:]]


def _key(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.words.lower())


def _is_running_head(line: _Line, lines: Sequence[_Line], heads: set[str]) -> bool:
    if not any(line is edge for edge in _edges(lines)):
        return False
    return _key(line) in heads or (len(lines) > 1 and _PAGE_NUMBER.fullmatch(line.words) is not None)


def _paragraphs(pages: Sequence[Sequence[_Line]]) -> Iterator[str]:
    lines = [line for page in pages for line in page]
    if not lines:
        return
    layout = _Layout.of(pages)
    whole = "\n".join(line.words for line in lines)
    paragraph = lines[0].words
    page_starts = {id(page[0]) for page in pages if page}
    for before, line in pairwise(lines):
        turned = id(line) in page_starts
        if before.hyphen or not layout.breaks(before, line, turned=turned):
            paragraph = _joined(paragraph, line.words, whole, hyphen=before.hyphen)
        else:
            yield paragraph
            paragraph = line.words
    yield paragraph


def _joined(paragraph: str, words: str, whole: str, *, hyphen: bool) -> str:
    """Two lines as one; a hyphen between them stays only where the word has one elsewhere too."""
    if not hyphen and not _HYPHENATED.search(paragraph):
        return f"{paragraph} {words}"
    stem = paragraph.removesuffix("-")
    first = re.search(r"\w+$", stem)
    second = re.match(r"\w+", words)
    compound = first is not None and second is not None and f"{first[0]}-{second[0]}" in whole
    keeps = compound or words[:1].isupper() or words[:1].isdigit()
    return f"{stem}-{words}" if keeps else f"{stem}{words}"


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is usual in a document: where lines begin and end, and how far apart they are (points)."""

    left: float
    right: float
    leading: float

    @classmethod
    def of(cls, pages: Sequence[Sequence[_Line]]) -> _Layout:
        lines = [line for page in pages for line in page]
        steps = [
            before.bottom - line.bottom
            for page in pages
            for before, line in pairwise(page)
            if before.bottom > line.bottom
        ]
        return cls(
            left=Counter(round(line.left) for line in lines).most_common(1)[0][0],
            right=statistics.quantiles([line.right for line in lines] * 2, n=10)[8],
            # The lower quartile: documents of short paragraphs have more gaps than plain steps.
            leading=statistics.quantiles(steps * 2, n=4)[0] if steps else 0.0,
        )

    def breaks(self, before: _Line, line: _Line, *, turned: bool) -> bool:
        """Whether a new paragraph begins with ``line``; ``turned``: it is the first of its page."""
        stopped = _STOPPED.search(before.words) is not None
        step = before.bottom - line.bottom
        if turned or step < 0:  # the next page or column
            return stopped
        if max(before.height, line.height) > _SIZE * min(before.height, line.height):
            return True
        if step > _GAP * self.leading:
            return True
        indented = line.left > self.left + 0.5 * line.height and line.left > before.left + 2
        short = before.right < self.left + _SHORT * (self.right - self.left)
        return (indented and stopped) or (short and stopped)
