"""Texts in a document are data: whatever they hold, rendering the Markdown shows them and does nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from drill.report.blocks import Block, Bullets, Heading, Paragraph, Table
from drill.report.writers.markdown import markdown

HOSTILE = (
    "<script>alert(1)</script>",
    "![x](http://example.test/a.png)",
    "[link](javascript:alert(1))",
    "a | b | c",
    "`code` **bold** _it_ ~~gone~~",
    "# heading\n- list\n1. numbered\n> quote\n---",
    "- item",
    "1. one",
    "+ plus",
    "\x1b[31mred\x1b[0m",
    "&lt;b&gt; &amp;",
    "=SUM(A1)",
    "end with backslash \\",
)
_TAGS = {"p", "h1", "h2", "h3", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "br"}


def _rendered(blocks: list[Block]) -> tuple[set[str], list[str], str]:
    """The tags, the raw HTML, and the visible text of a rendered document."""
    tags: set[str] = set()
    raw: list[str] = []
    text: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown(blocks)):
        for part in (token, *(token.children or ())):
            tags |= {part.tag} - {""}
            raw += [part.content] if part.type.startswith("html") else []
            text += [part.content] if part.type in ("text", "text_special") else []
    return tags, raw, "".join(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_and_takes_no_effect(text: str) -> None:
    for block in (Heading(text), Paragraph(text), Bullets((text,)), Table((text,), ((text,),), ("left",))):
        tags, raw, _ = _rendered([block])
        assert not raw
        assert tags <= _TAGS


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Cs")), min_size=1, max_size=40)
)
def test_what_stands_in_a_cell_is_what_is_seen(text: str) -> None:
    tags, raw, seen = _rendered([Table(("x",), ((text,),), ("left",))])
    assert not raw
    assert tags <= _TAGS
    assert seen.removeprefix("x").split() == text.split()


def test_a_table_has_its_rule_and_alignment() -> None:
    table = Table(("職", "時刻"), (("広報課長", "04:10"),), ("left", "right"))
    assert markdown([table]) == "| 職 | 時刻 |\n| :--- | ---: |\n| 広報課長 | 04:10 |\n"
