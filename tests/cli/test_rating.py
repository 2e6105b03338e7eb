"""`drill score --rate`: ratings go into the evaluation beside the transcript, after those that are there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from drill.model.load import load_evaluation
from tests.cli.conftest import Cli

TRANSCRIPTS = Path(__file__).parents[2] / "transcripts"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A transcript that is not shipped."""
    shutil.copy(TRANSCRIPTS / "nws-stop-poor.jsonl", tmp_path / "ours.jsonl")
    return tmp_path / "ours.evaluation.yaml"


def _given(path: Path) -> list[tuple[str, str, str | None, str | None]]:
    value = load_evaluation(path).value
    assert value is not None
    return [(each.objective, each.rating, each.reason, each.by) for each in value.ratings]


def test_a_rating_begins_the_file_and_later_ones_are_added(cli: Cli, own: Path) -> None:
    assert cli("score", "ours.jsonl", "--rate", "chain=M", "--by", "audit").code == 0
    assert cli("score", "ours.jsonl", "--rate", "chain=s", "--rate", "response=P", "--reason", "seen").code == 0
    assert _given(own) == [
        ("chain", "M", None, "audit"),
        ("chain", "S", "seen", None),
        ("response", "P", "seen", None),
    ]


def test_an_empty_reason_is_none(cli: Cli, own: Path) -> None:
    assert cli("score", "ours.jsonl", "--rate", "chain=M", "--reason", "", "--by", "").code == 0
    assert _given(own) == [("chain", "M", None, None)]


def test_the_score_shows_the_rating_that_counts(cli: Cli, own: Path) -> None:
    cli("score", "ours.jsonl", "--rate", "chain=S", "--reason", "in time enough", "--by", "audit")
    shown = {each["objective"]: each for each in cli("score", "ours.jsonl", "--json").data["objectives"]}
    assert shown["chain"] | {"points": None} == {
        "objective": "chain",
        "points": None,
        "suggested": "M",
        "confirmed": "S",
        "reason": "in time enough",
        "by": "audit",
    }
    assert 0 < shown["chain"]["points"]["got"] < shown["chain"]["points"]["of"]
    assert shown["sections"]["confirmed"] is None
    assert "in time enough" in cli("score", "ours.jsonl").out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--rate", "chain=S"), "say why with --reason"),
        (("--rate", "chain=X"), "A rating is written"),
        (("--rate", "chain"), "A rating is written"),
        (("--rate", "chian=M"), "chain"),
        (("--reason", "because"), "--reason needs --rate"),
        (("--rate", "chain=M", "--reason", "x" * 4001), "at most 4000 characters"),
    ],
)
def test_what_cannot_be_rated_is_said_and_nothing_is_written(
    cli: Cli, own: Path, argv: tuple[str, ...], said: str
) -> None:
    outcome = cli("score", "ours.jsonl", *argv)
    assert outcome.code == 2
    assert said in outcome.err
    assert not own.exists()


def test_comments_and_everything_else_survive_a_rating(cli: Cli, own: Path) -> None:
    text = (
        "# ours\nschema: drill.evaluation/1  # fixed\ntranscript: ours.jsonl\nratings:  # none yet\n"
        "strengths:\n  - quick  # indeed\nactions:\n  # first\n  - {id: a, gap: g, measure: m}\n"
    )
    own.write_text(text, encoding="utf-8")
    assert cli("score", "ours.jsonl", "--rate", "chain=M").code == 0
    new = own.read_text(encoding="utf-8")
    for comment in ("# ours", "# fixed", "# none yet", "# indeed", "# first"):
        assert comment in new
    value = load_evaluation(own).value
    assert value is not None
    assert (value.strengths, [each.id for each in value.actions]) == (("quick",), ["a"])
    assert _given(own) == [("chain", "M", None, None)]


def test_a_layout_without_a_place_is_written_anew_and_loses_no_comment(cli: Cli, own: Path) -> None:
    own.write_text(
        "schema: drill.evaluation/1\ntranscript: ours.jsonl\nratings: &r # here\n"
        "  - &one {objective: chain, rating: M}\n  - *one\nnotes: []\n",
        encoding="utf-8",
    )
    assert cli("score", "ours.jsonl", "--rate", "response=P").code == 0
    assert "# here" in own.read_text(encoding="utf-8")
    assert [name for name, *_ in _given(own)] == ["chain", "chain", "response"]


@pytest.mark.parametrize("reason", ["a: b # c", '"quoted" \\ {x}', "【理由】\n二行目", "=1+1", "- x", "\u2028 \x7f"])
def test_any_reason_is_kept_as_it_was_said(cli: Cli, own: Path, reason: str) -> None:
    for _ in range(2):
        assert cli("score", "ours.jsonl", "--rate", "chain=S", "--reason", reason).code == 0
    assert [each[2] for each in _given(own)] == [reason, reason]


def test_an_evaluation_with_mistakes_is_not_written_to(cli: Cli, own: Path) -> None:
    own.write_text("schema: drill.evaluation/1\ntranscript: ours.jsonl\nrating: []\n", encoding="utf-8")
    before = own.read_bytes()
    outcome = cli("score", "ours.jsonl", "--rate", "chain=M")
    assert outcome.code == 2
    assert "ours.evaluation.yaml:3:1" in outcome.err
    assert own.read_bytes() == before


def test_the_evaluation_of_another_log_is_warned_of(cli: Cli, own: Path) -> None:
    own.write_text(f"schema: drill.evaluation/1\ntranscript: ours.jsonl\nhead: {'0' * 64}\n", encoding="utf-8")
    outcome = cli("score", "ours.jsonl")
    assert outcome.code == 0
    assert "YR405" in outcome.err


def test_a_shipped_drill_is_rated_in_the_current_folder(cli: Cli, tmp_path: Path) -> None:
    shipped = (TRANSCRIPTS / "nws-stop-poor.evaluation.yaml").read_bytes()
    assert cli("score", "nws-stop-poor", "--rate", "response=P").code == 0
    assert (TRANSCRIPTS / "nws-stop-poor.evaluation.yaml").read_bytes() == shipped
    assert [name for name, *_ in _given(tmp_path / "nws-stop-poor.evaluation.yaml")][-1] == "response"


def test_another_file_can_be_named(cli: Cli, own: Path, tmp_path: Path) -> None:
    assert cli("score", "ours.jsonl", "--rate", "chain=M", "--evaluation", "second.yaml").code == 0
    assert not own.exists()
    assert _given(tmp_path / "second.yaml") == [("chain", "M", None, None)]


@pytest.mark.parametrize("kind", ["after-action", "evaluation-guide"])
def test_documents_of_a_drill_hold_its_ratings(cli: Cli, own: Path, kind: str) -> None:
    cli("score", "ours.jsonl", "--rate", "chain=S", "--reason", "the very reason")
    assert "the very reason" in cli("report", kind, "ours.jsonl").out


def test_the_plan_of_a_folder_gathers_every_evaluation_in_it(cli: Cli, tmp_path: Path) -> None:
    for name, action in (("one", "a1"), ("two", "a2")):
        (tmp_path / f"{name}.evaluation.yaml").write_text(
            f"schema: drill.evaluation/1\ntranscript: {name}.jsonl\n"
            f"actions: [{{id: {action}, gap: gap of {name}, measure: m}}]\n",
            encoding="utf-8",
        )
    out = cli("report", "improvement-plan", ".").out
    assert "gap of one" in out
    assert "gap of two" in out
    assert "Improvement actions: 2. Closed: 0, open: 2" in out


def test_the_standing_of_a_year_counts_its_actions_and_those_of_the_year_before(cli: Cli, tmp_path: Path) -> None:
    assert cli("year", "new", "suginami-r5", "r5").code == 0
    assert cli("year", "new", "suginami-r5", "r6", "--after", "r5").code == 0
    for year, due in (("r5", "2023-04-30"), ("r6", "2024-12-31")):
        folder = tmp_path / year / "transcripts"
        folder.mkdir(exist_ok=True)
        (folder / "x.evaluation.yaml").write_text(
            "schema: drill.evaluation/1\ntranscript: x.jsonl\n"
            f"actions: [{{id: {year}, gap: g, measure: m, due: {due}}}]\n",
            encoding="utf-8",
        )
    outcome = cli("year", "status", "r6", "--on", "2023-05-01", "--json")
    assert outcome.code == 1
    assert outcome.data["actions"] == {"open": 1, "late": 1, "closed": 0}
    assert (
        "Improvement actions: 2. Closed: 0, open: 1, late: 1." in cli("year", "status", "r6", "--on", "2023-05-01").out
    )
