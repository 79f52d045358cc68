"""Bytes to text: byte order mark, what is declared, UTF-8, then a guess; binary files are told apart."""

from __future__ import annotations

import codecs
import re

from extractor.errors import ReadError

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_BINARY_REMEDY = "give text, Markdown, HTML, PDF or JSONL"
_TEXT_REMEDY = "save it as UTF-8 and try again"

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_CONTROL_SHARE = 0.02  # random bytes have 0.2, text in a wrong 8-bit code page well under 0.01
_GUESS_SAMPLE = 200_000  # bytes; charset-normalizer reads pieces of it, more does not change its mind
# Languages written in Windows-1250; in the others its letters at the places of "ñ", "à", "ê" are wrong.
_CENTRAL_EUROPEAN = frozenset({"cs", "sk", "pl", "hu", "sl", "hr", "bs", "ro", "sq"})


def decode(data: bytes, source: str, *, declared: str | None = None) -> str:
    """The text of ``data``, a whole file.

    A byte order mark decides, then ``declared`` (from an HTTP header or a page's own meta element) where
    it fits, then strict UTF-8, then charset-normalizer's guess.

    Raises:
        ReadError: ``data`` is binary, or no encoding fits.
    """
    for magic, what in _KNOWN_BINARY:
        if data.startswith(magic):
            raise ReadError(source, f"this is {what}, not text", _BINARY_REMEDY)
    text = _marked(data, source) or _as_declared(data, declared) or _unmarked(data, source)
    if len(_CONTROL.findall(text)) > 1 + _CONTROL_SHARE * len(text):
        raise ReadError(source, "this is binary data, not text", _BINARY_REMEDY)
    return text


def _marked(data: bytes, source: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                reason = f"its byte order mark says {encoding}, but byte {error.start} does not fit"
                raise ReadError(source, reason, _TEXT_REMEDY) from error
    return None


def _as_declared(data: bytes, declared: str | None) -> str | None:
    if declared is None:
        return None
    # Browsers read both of these as Windows-1252, and pages are made for browsers (WHATWG Encoding).
    name = {"iso-8859-1": "cp1252", "us-ascii": "cp1252"}.get(declared.strip().lower(), declared.strip())
    try:
        return data.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _unmarked(data: bytes, source: str) -> str:
    wide = _without_mark_utf16(data)
    if wide is not None:
        return wide
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        guess = _guess(data)
        if guess is None:
            reason = f"byte {error.start} is not UTF-8 and no other encoding fits"
            raise ReadError(source, reason, _TEXT_REMEDY) from error
        return guess


def _without_mark_utf16(data: bytes) -> str | None:
    """UTF-16 text without its mark has a NUL in nearly every second place when it is mostly ASCII."""
    sample = data[:2000]
    if len(sample) < 4 or sample.count(0) < len(sample) * 0.3:
        return None
    little = sample[1::2].count(0) > sample[::2].count(0)
    try:
        return data.decode("utf-16-le" if little else "utf-16-be")
    except UnicodeDecodeError:
        return None


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    match = from_bytes(data[:_GUESS_SAMPLE]).best()
    if match is None:
        return None
    encoding = match.encoding
    if encoding == "cp1250" and not _is_central_european(data):
        encoding = "cp1252"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_central_european(data: bytes) -> bool:
    """Windows-1250 and 1252 differ in a few letters; charset-normalizer gives Spanish as "Espańa"."""
    from extractor.article.language import detect

    return detect(data[:2000].decode("cp1250", "replace")) in _CENTRAL_EUROPEAN
