"""From a path to text: what is no readable UTF-8 file is named for what it is."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from drill.model.problems import Problem, problem

SIZE_LIMIT = 100_000_000
"""Bytes; far above any real chart (3,000 posts are about 2 MB, 100,000 about 60 MB)."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]|\ufffe|\uffff")
_BINARY = rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]"


def read_text(path: Path) -> str | Problem:
    """The text of a file without its byte order mark, or the reason why there is none."""
    file = str(path)
    try:
        if path.is_dir():
            return problem("YM002", file, (0, 0))
        if path.exists() and not path.is_file():
            return problem("YM003", file, (0, 0))
        if (size := path.stat().st_size) > SIZE_LIMIT:
            return problem("YM004", file, (0, 0), size=size // 1_000_000, limit=SIZE_LIMIT // 1_000_000)
        data = path.read_bytes()
    except FileNotFoundError:
        return problem("YM001", file, (0, 0))
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return problem("YM003", file, (0, 0))
    return decode(data, file)


def decode(data: bytes, file: str) -> str | Problem:
    """UTF-8 with or without a byte order mark; else the problem names the encoding that it looks like."""
    if data.startswith(_UTF16) or _looks_like_utf16(data):
        return problem("YM007", file, (1, 1))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, file)
    if not text.strip():
        return problem("YM005", file, (1, 1))
    if found := _NOT_YAML.search(text):
        char = f"U+{ord(found[0]):04X}"
        return problem("YM006", file, _place(text[: found.start()]), char=char)
    return text


def _looks_like_utf16(data: bytes) -> bool:
    """Latin letters in UTF-16 without a mark: every other byte of the beginning is zero."""
    head = data[:200]
    return len(head) >= 4 and max(head[0::2].count(0), head[1::2].count(0)) > 0.35 * len(head)


def _not_utf8(data: bytes, start: int, file: str) -> Problem:
    place = _place(data[:start].decode("utf-8-sig", "replace"))
    if found := re.search(_BINARY, data):
        return problem("YM006", file, place, char=f"0x{found[0][0]:02X}")
    try:
        data.decode("cp932")
    except UnicodeDecodeError:
        return problem("YM009", file, place)
    return problem("YM008", file, place)


def _place(before: str) -> tuple[int, int]:
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", before)
    return len(lines), len(lines[-1]) + 1
