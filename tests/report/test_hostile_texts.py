"""A record in which every name and text is hostile keeps the headings, lists and cells of a harmless one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from drill.exercise.clock import DrillClock
from drill.exercise.contact import commands as c
from drill.exercise.contact.session import LiveSession
from drill.report.blocks import Paragraph
from drill.report.record import record
from drill.report.writers.markdown import markdown
from drill.scoring.score import score
from drill.text.clean import clean
from tests.builders import LAWS, a_chart, a_scenario, a_setup, contact, run, task
from tests.exercise.live import Wall

INSIDE = {"text", "softbreak", "hardbreak", "text_special"}


def shape(text: str) -> list[str]:
    """The blocks of a rendered document; fails if anything inside a text takes effect."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    for token in tokens:
        assert {child.type for child in token.children or ()} <= INSIDE, token.content
    return [token.type for token in tokens if token.nesting >= 0]


def record_with(text: str) -> str:
    """The record of a short drill in which everything is called `text`."""
    chart = a_chart({"a": {"name": text, "holder": "ann"}, "b": {"name": text}}, contact("a", "b", why=text))
    tasks = {"act": task("action", "a", within_min=1) | {"title": text, "why": text}}
    scenario = a_scenario(title=text, tasks=tasks, reference=[{"at_min": 1, "text": text}])
    session = LiveSession.begin(a_setup(chart, scenario, played=("a",)), DrillClock(Wall()))
    session.clock.jump(1_000)
    for command in (c.TakeInject("a", "alarm"), c.KeepNote("a", text), c.Improvise(("a",), text), c.EndDrill()):
        assert session.send(command) is None
    return record(score(session.rows), "en")


@pytest.mark.parametrize(
    "text",
    [
        "| a | b \\|",
        "`code` ``` ~~~",
        "<script>alert(1)</script><!-- -->&lt;",
        "[x](javascript:alert(1)) ![x](y) <http://x.y>",
        "# heading\n- item\n1. item\n> quote\n---",
        "x\n===\n    code",
        "***bold*** __bold__ ~~gone~~",
        "backslash\\",
        "\x1b[31mred\x1b[0m\x00\u202e",
    ],
)
def test_hostile_names_and_notes_leave_the_record_as_it_was(text: str) -> None:
    assert shape(record_with(text)) == shape(record_with("plain"))


@LAWS
@given(st.text("-+*#>|`_~[]()<>&!=\\1. \n\tab", max_size=16))
def test_a_paragraph_is_paragraphs_and_nothing_else(text: str) -> None:
    source = markdown([Paragraph(text)])
    assert set(shape(source)) <= {"paragraph_open", "inline"}
    tokens = MarkdownIt("commonmark").parse(source)
    seen = " ".join("".join(child.content or " " for child in t.children or ()) for t in tokens if t.type == "inline")
    assert seen.split() == clean(text).split()


def test_a_drill_cut_at_any_row_has_a_record_in_both_languages() -> None:
    rows = run(a_setup(a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b"))))
    assert all(record(score(rows[:end]), "ja") and record(score(rows[:end]), "en") for end in range(1, len(rows)))
