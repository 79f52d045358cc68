from __future__ import annotations

import random

import pytest

from extractor.article.decode import decode
from extractor.errors import ReadError

SPANISH = "El señor Núñez dijo que España apoyará más sanciones contra Rusia, según él. "


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert decode("Élysée, 制裁".encode(encoding), "a.txt") == "Élysée, 制裁"


def test_text_that_contradicts_its_byte_order_mark_is_an_error_naming_the_byte() -> None:
    with pytest.raises(ReadError, match=r"a\.txt: its byte order mark says utf-8-sig, but byte \d+ does not"):
        decode(b"\xef\xbb\xbfabc\xff", "a.txt")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_recognised(encoding: str) -> None:
    assert decode(SPANISH.encode(encoding), "a.txt") == SPANISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SPANISH * 3, "cp1252"),
        ("“We’ll see,” he said – the café isn’t open for the minister. " * 3, "cp1252"),
        ("Die Bundesregierung begrüßt die Maßnahmen gegenüber müden Ländern. " * 3, "cp1252"),
        ("Dodatečné sankce vůči Rusku, řekl český ministr ve čtvrtek novinářům. " * 3, "cp1250"),
        ("Россия ввела санкции против Европейского союза в четверг. " * 3, "cp1251"),
        ("日本政府は、ロシアに対する追加制裁を決定した。" * 3, "shift_jis"),
        ("中国外交部发言人表示，中方反对单边制裁。" * 3, "gb18030"),
    ],
)
def test_old_encodings_are_guessed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_a_declared_charset_goes_before_utf8_where_it_fits() -> None:
    assert decode("Café ñ".encode("latin-1"), "x", declared="ISO-8859-1") == "Café ñ"
    assert decode("制裁".encode(), "x", declared="no-such-charset") == "制裁"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04rest", "a ZIP archive or an office document"),
        (b"%PDF-1.7 rest", "a PDF"),
        (b"\x89PNG\r\n", "a PNG picture"),
    ],
)
def test_known_binary_files_are_named(data: bytes, what: str) -> None:
    with pytest.raises(ReadError, match=f"a.txt: this is {what}, not text; give text"):
        decode(data, "a.txt")


def test_random_bytes_are_binary_or_undecodable() -> None:
    with pytest.raises(ReadError, match=r"binary data|no other encoding fits"):
        decode(random.Random(1).randbytes(4000), "a.txt")


def test_a_stray_nul_does_not_make_a_text_binary() -> None:
    assert decode(b"im\x00posed", "a.txt") == "im\x00posed"
