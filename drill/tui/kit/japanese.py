"""Japanese in Textual: lines broken by 禁則処理, keys of terminals in CP932, screenshots column by column."""

from __future__ import annotations

import re
import sys
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable
from functools import partial
from html import unescape
from typing import Any

import rich.text
import textual.content
from rich.cells import get_character_cell_size
from textual._wrap import compute_wrap_offsets
from textual.document import _wrapped_document

from drill.text.breaking import divide_line

_FONTS = (
    '"Fira Code", "DejaVu Sans Mono", Menlo, Consolas, '
    '"Noto Sans Mono CJK JP", "Noto Sans CJK JP", "Hiragino Sans", "BIZ UDGothic", "MS Gothic", monospace'
)
_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
_TEXT = re.compile(r' x="(?P<x>[^"]+)"(?P<y> y="[^"]+") textLength="(?P<length>[^"]+)"(?P<rest>[^>]*)>(?P<text>[^<]*)<')


def install() -> None:
    """Let Rich, Textual and its TextArea break lines the Japanese way; a second call changes nothing.

    Bytes that are no UTF-8, as a terminal set to CP932 sends for a Japanese letter, are no key instead of the end.
    """
    for module in (rich.text, textual.content):
        setattr(module, "divide_line", divide_line)  # noqa: B010  (a name these modules only import)
    setattr(_wrapped_document, "compute_wrap_offsets", _editor_offsets)  # noqa: B010
    if sys.platform != "win32":
        from textual.drivers import linux_driver

        setattr(linux_driver, "getincrementaldecoder", _forgiving)  # noqa: B010


def _forgiving(encoding: str) -> Callable[[], IncrementalDecoder]:
    return partial(getincrementaldecoder(encoding), "replace")


def _editor_offsets(text: str, width: int, tab_size: int, fold: bool = True, **more: Any) -> list[int]:
    """As Textual's, which keeps the lines with tabs; spaces do not hang out, as a cursor stands on them."""
    if "\t" in text:
        return compute_wrap_offsets(text, width, tab_size, fold, **more)
    return divide_line(text, width, fold, hang=False)


def correct_svg(svg: str) -> str:
    """A screenshot of Textual's with each wide character on its two cells and fonts that need no network.

    Rich stretches a text over `len(text)` cells, which squeezes Japanese; here each character has its place.
    """
    svg = _FONT_FACE.sub("", svg).replace("font-family: Fira Code, monospace;", f"font-family: {_FONTS};")
    return _TEXT.sub(_placed, svg.replace("font-variant-east-asian: full-width;", ""))


def _placed(found: re.Match[str]) -> str:
    text = unescape(found["text"])
    if text.replace("\u00a0", " ").isascii():
        return found[0]
    cell = float(found["length"]) / len(text)
    x, places = float(found["x"]), []
    for character in text:
        places += [f"{x:g}"] * (1 + (character > "\uffff"))  # SVG counts UTF-16 units
        x += cell * get_character_cell_size(character)
    return f' x="{" ".join(places)}"{found["y"]}{found["rest"]}>{found["text"]}<'
