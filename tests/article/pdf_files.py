"""Writes small PDF files by hand, for the tests: text at given places, or a picture, or encrypted."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["Line", "encrypted_pdf", "lines_down", "pdf", "picture_pdf"]

Line = tuple[float, float, str]  # x and y in points from the lower left corner, and the words


def lines_down(
    words: Sequence[str], *, top: float = 700, left: float = 72, leading: float = 14
) -> list[Line]:
    """One line below the other; an empty string leaves a line's space."""
    return [(left, top - leading * index, line) for index, line in enumerate(words) if line]


def pdf(pages: Sequence[Sequence[Line]]) -> bytes:
    """A PDF with the given lines on each page, set in Helvetica 11 (Windows-1252)."""
    return _file([_content(lines) for lines in pages])


def picture_pdf() -> bytes:
    """One page with a grey rectangle and no text."""
    return _file([b"0.5 g 72 72 300 300 re f"])


def encrypted_pdf() -> bytes:
    """A PDF that asks for a password nobody knows."""
    junk = b"<" + b"5a" * 32 + b">"
    encrypt = b"<< /Filter /Standard /V 1 /R 2 /P -44 /O " + junk + b" /U " + junk + b" >>"
    return _file([_content(lines_down(["Secret."]))], extra=encrypt)


def _content(lines: Sequence[Line]) -> bytes:
    shown = [b"BT /F1 11 Tf %.1f %.1f Td (%s) Tj ET" % (x, y, _escaped(words)) for x, y, words in lines]
    return b"\n".join(shown)


def _escaped(words: str) -> bytes:
    raw = words.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(contents: Sequence[bytes], extra: bytes | None = None) -> bytes:
    count = len(contents)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * index) for index in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % count,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * index)
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
    if extra is not None:
        objects.append(extra)
    return _joined(objects, encrypted=extra is not None)


def _joined(objects: Sequence[bytes], *, encrypted: bool) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    encrypt = b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects) if encrypted else b""
    out += b"trailer\n<< /Size %d /Root 1 0 R" % (len(objects) + 1) + encrypt
    return bytes(out + b" >>\nstartxref\n%d\n%%%%EOF\n" % table)
