"""`drill chart show` as a user types it."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from drill.cli import chart_show
from drill.cli.arguments import EXAMPLES, Parser
from drill.cli.terminal import Terminal, guarded
from drill.text.catalogue import Language


class _Show:
    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        monkeypatch.setitem(EXAMPLES, "chart.show", ("drill chart show csirt-nws",))
        monkeypatch.chdir(folder)

    def __call__(self, *argv: str, language: Language = "en") -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        terminal = Terminal(language, out, err)
        parser = Parser(terminal.say, "chart.show")
        chart_show.options(parser)
        code = guarded(terminal, lambda: chart_show.perform(parser.parse_args(argv), terminal))
        return code, out.getvalue(), err.getvalue()


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> _Show:
    return _Show(monkeypatch, tmp_path)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("format_", "start"), [("tree", ""), ("svg", "<svg "), ("mermaid", "---\n"), ("dot", "digraph chart {")]
)
def test_every_format_goes_to_standard_output(show: _Show, format_: str, start: str, language: Language) -> None:
    code, out, err = show("csirt-nws", "--format", format_, language=language)
    assert (code, err) == (0, "")
    assert out.startswith(start)
    assert len(out.splitlines()) > 15


def test_the_ending_of_the_file_chooses_the_format(show: _Show) -> None:
    for ending, start in ((".svg", "<svg"), (".mmd", "---"), (".gv", "digraph"), (".txt", "CSIRT")):
        code, out, err = show("csirt-nws", "-o", f"chart{ending}")
        assert (code, out) == (0, "")
        assert f"chart{ending}" in err
        assert Path(f"chart{ending}").read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("-o", "x.pdf"), (".pdf", ".svg", ".mmd")),
        (("-o", "x.PNG", "--format", "svg"), (".png", ".svg")),
        (("-o", "x.svg", "--format", "dot"), (".svg", "format svg", "--format dot")),
        (("-o", "x.txt", "--format", "mermaid"), (".txt", "format tree", "--format mermaid")),
    ],
)
def test_an_ending_that_means_nothing_or_another_format_is_refused(
    show: _Show, argv: tuple[str, ...], words: tuple[str, ...]
) -> None:
    code, out, err = show("csirt-nws", *argv)
    assert (code, out) == (2, "")
    assert all(word in err for word in words)
    assert list(Path().iterdir()) == []


def test_a_file_without_an_ending_may_be_of_any_format(show: _Show) -> None:
    assert show("csirt-nws", "-o", "tree")[0] == show("csirt-nws", "-o", "plain", "--format", "dot")[0] == 0
    assert Path("tree").read_text(encoding="utf-8").startswith("CSIRT")
    assert Path("plain").read_text(encoding="utf-8").startswith("digraph")


@pytest.mark.parametrize("format_", ["tree", "svg", "mermaid", "dot"])
def test_a_chart_without_posts_is_an_empty_picture_with_a_title(show: _Show, format_: str) -> None:
    text = "schema: drill.chart/1\nid: e\ntitle: Nobody yet\npersons: {}\nposts: {}\n"
    Path("e.yaml").write_text(text, encoding="utf-8")
    code, out, err = show("e.yaml", "--format", format_)
    assert (code, err) == (0, "")
    assert "Nobody yet" in out
    assert "Key" not in out


def test_single_points_that_are_no_posts_are_named_with_the_posts_not_told(show: _Show) -> None:
    assert "◆職以外の単一障害点: 西棟6階（情報管理課）〔25職に届かない〕、本庁舎〔11職〕" in show(
        "csirt-nws", language="ja"
    )[1].replace("\n", "")
    assert "6th floor (Information Management) [25 posts not told], Main building [11 posts]" in show("csirt-nws")[
        1
    ].replace("\n", " ")


def test_a_file_that_is_there_stays_unless_force_is_given(show: _Show) -> None:
    Path("chart.svg").write_text("mine", encoding="utf-8")
    code, _, err = show("csirt-nws", "-o", "chart.svg")
    assert code == 2
    assert "--force" in err
    assert Path("chart.svg").read_text(encoding="utf-8") == "mine"
    assert show("csirt-nws", "-o", "chart.svg", "--force")[0] == 0
    assert Path("chart.svg").read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    "argv",
    [
        ("csirt-nws", "-o", "no/such/folder/chart.svg"),
        ("csirt-nws", "-o", ".", "--force"),
        ("csirt-nws", "--format", "png"),
        ("csirt-nws", "--level", "4"),
        ("no-such-chart",),
        ("broken.yaml",),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(show: _Show, argv: tuple[str, ...]) -> None:
    Path("broken.yaml").write_text("schema: drill.chart/1\nposts: 3\n", encoding="utf-8")
    code, out, err = show(*argv)
    assert (code, out) == (2, "")
    assert err.startswith(("drill: ", "E "))
    assert "Traceback" not in err


def test_single_points_are_marked_unless_left_out(show: _Show) -> None:
    assert "◆" in show("juki-net")[1]
    assert "◆" not in show("juki-net", "--no-weak")[1]


def test_names_are_shown_only_on_request(show: _Show) -> None:
    assert "Director of general affairs" not in show("csirt-nws", "--format", "dot")[1]
    assert "Director of general affairs" in show("csirt-nws", "--format", "dot", "--with-names")[1]


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colour_needs_a_terminal_and_leave(
    show: _Show, no_color: str, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    text = "schema: drill.chart/1\nid: c\ntitle: c\npersons: {p: {name: p, channels: [{kind: desk}]}}\n"
    text += "posts: {a: {name: a, holder: p}, b: {name: b, holder: q}, c: {name: c, holder: q}}\n"
    text += "contacts: [{from: a, to: b, kind: report}, {from: b, to: c, kind: report}]\norigins: [a]\n"
    Path("c.yaml").write_text(text.replace("persons: {", "persons: {q: {name: q, channels: [{kind: desk}]}, "))
    assert "\x1b" not in show("c.yaml")[1]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert ("\x1b[1;31m" in show("c.yaml")[1]) == coloured
