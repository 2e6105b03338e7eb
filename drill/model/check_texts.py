"""Texts that exist in one language only; the other half of the readers would be shown the wrong one."""

from __future__ import annotations

from typing import Any

from drill.model.basics import Text
from drill.model.findings import Findings

_JAPANESE = (("\u3041", "\u30ff"), ("\u3400", "\u9fff"), ("\uff66", "\uff9f"))


def check_texts(found: Findings[Any]) -> None:
    """Every text of the file is there in both languages."""
    for path, text in found.at("Text"):
        if code := _lacks(text):
            found.add(code, path, text=text.get("ja"))


def _lacks(text: Text) -> str | None:
    """MD050 without English, MD051 without Japanese. A plain string in Japanese letters is no English."""
    if not text.en or (text.ja == text.en and _japanese(text.en)):
        return "MD050"
    return None if text.ja else "MD051"


def _japanese(text: str) -> bool:
    return not text.isascii() and any(first <= char <= last for char in text for first, last in _JAPANESE)
