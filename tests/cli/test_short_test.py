"""`drill test`: on paper, as a sheet, into a year; at the screen what was handed in is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from drill.cli import short_test
from drill.tui.answering import exam
from drill.year.events import TestHandedIn, TestResult
from drill.year.folder import YearFolder
from drill.year.quiz import LETTERS, TestPaper, grade
from tests.cli.conftest import Cli
from tests.tui.sitting import shipped_paper
from tests.year.years import a_year

BOTH = ("failure", "misuse")


def filled_in(path: Path, paper: TestPaper, *wrong: int) -> Path:
    """A row of right answers for each person of the blank sheet, but for these rows, which miss the first question."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(5, sheet.max_row + 1):
        if sheet.cell(row, 1).value:
            for column, item in enumerate(paper.items, start=3):
                missed = column == 3 and row - 5 in wrong
                sheet.cell(row, column).value = LETTERS["en"][(item.right + missed) % len(item.answers)]
    book.save(path)
    return path


def into(tmp_path: Path) -> tuple[Path, tuple[str, ...]]:
    """A year and the options that name its first class, a test of five questions on failures."""
    path = a_year(tmp_path / "y").path
    return path, ("--into", str(path), "--activity", "first", "--on", "2023-11-10")


def handed_in(path: Path) -> tuple[TestHandedIn, ...]:
    return YearFolder.open(path).state.events(TestHandedIn)


def test_without_a_terminal_the_other_ways_are_named(cli: Cli) -> None:
    outcome = cli("test", *BOTH)
    assert outcome.code == 2
    assert "drill test failure misuse --paper" in outcome.err
    assert "--sheet" in outcome.err


def test_the_paper_and_its_answers_are_shown_or_written_into_two_files(cli: Cli) -> None:
    shown = cli("test", *BOTH, "--paper", "--seed", "3")
    assert shown.code == 0
    assert shown.out.index("# Short test\n") < shown.out.index("# Short test: answers and reasons\n")
    assert cli("test", *BOTH, "--paper", "--seed", "3", "-o", "test.html", "--lang", "ja").code == 0
    assert "解答欄" in Path("test.html").read_text(encoding="utf-8")
    assert "解答と解説" in Path("test-answers.html").read_text(encoding="utf-8")
    again = cli("test", *BOTH, "--paper", "-o", "test.html")
    assert (again.code, "--force" in again.err) == (2, True)
    assert cli("test", *BOTH, "--paper", "-o", "test.html", "--force").code == 0


def test_a_room_hands_in_the_blank_sheet_and_its_seed_is_known_from_the_sheet(cli: Cli) -> None:
    assert cli("test", *BOTH, "--blank", "room.xlsx", "--seed", "3").code == 0
    book = load_workbook("room.xlsx")
    book.worksheets[0]["A5"], book.worksheets[0]["A6"] = "a1", "a2"
    book.save("room.xlsx")
    filled_in(Path("room.xlsx"), shipped_paper(8, 3), 1)
    outcome = cli("test", *BOTH, "--sheet", "room.xlsx")
    assert (outcome.code, outcome.out) == (0, "2 people, 94% right, everything right: 1\n")
    assert "not kept" in outcome.err
    data = cli("test", *BOTH, "--sheet", "room.xlsx", "--json").data
    assert (data["schema"], data["seed"], data["kept"], data["absent"]) == ("drill.test/1", 3, False, 0)
    assert [(each["member"], each["right"], len(each["wrong"])) for each in data["results"]] == [
        ("a1", 8, 0),
        ("a2", 7, 1),
    ]


def test_results_go_into_the_year_with_the_people_of_the_roster(cli: Cli, tmp_path: Path) -> None:
    path, options = into(tmp_path)
    assert cli("test", *options, "--blank", "room.xlsx").code == 0
    sheet = load_workbook("room.xlsx").worksheets[0]
    assert [sheet.cell(row, 1).value for row in (5, 6)] == ["n1", "s1"]
    code = cli("test", *options, "--paper").out.split("Paper ")[1].split()[0]
    assert code in str(sheet["A2"].value)
    book = load_workbook("room.xlsx")
    book.worksheets[0]["C5"], book.worksheets[0]["H6"] = "A", 3  # one by answers, one by number
    book.worksheets[0]["H5"] = None
    book.save("room.xlsx")
    assert cli("test", *options, "--sheet", "room.xlsx").code == 0
    (event,) = handed_in(path)
    assert (event.activity, event.on, len(event.questions)) == ("first", "2023-11-10", 5)
    assert [(each.member, each.service, each.of) for each in event.results] == [("n1", "later", 5), ("s1", "later", 5)]


def test_a_bad_row_keeps_everything_out_unless_the_rest_is_asked_for(cli: Cli, tmp_path: Path) -> None:
    path, options = into(tmp_path)
    Path("room.csv").write_text("number,score\nn1,5\ns1,9\nx9,3\n", encoding="utf-8")
    refused = cli("test", *options, "--sheet", "room.csv")
    assert refused.code == 1
    assert "XS104 room.csv:B3" in refused.err
    assert "XS100 room.csv:A4" in refused.err
    assert "Nothing was kept" in refused.err
    assert handed_in(path) == ()
    partial = cli("test", *options, "--sheet", "room.csv", "--partial", "--lang", "ja")
    assert partial.code == 1
    assert "読めなかった行: 2" in partial.out
    assert handed_in(path)[0].results == (TestResult(5, 5, "n1"),)


@pytest.mark.parametrize("output", ["", ".", "/"])
def test_a_paper_cannot_take_the_place_of_a_folder(cli: Cli, output: str) -> None:
    assert cli("test", "failure", "--paper", "-o", output, "--force").code == 2
    assert cli("test", "failure", "--paper", "-o", output).code == 2


def test_answers_to_an_unknown_paper_are_not_graded_and_numbers_right_speak_of_no_questions(
    cli: Cli, tmp_path: Path
) -> None:
    path, options = into(tmp_path)
    Path("room.csv").write_text("number,Q1,Q2,Q3,Q4,Q5\nn1,A,A,A,A,A\n", encoding="utf-8")
    refused = cli("test", *options, "--sheet", "room.csv")
    assert (refused.code, "--seed" in refused.err) == (2, True)
    assert cli("test", *options, "--sheet", "room.csv", "--seed", "9").code == 0
    Path("score.csv").write_text("number,score\ns1,5\n", encoding="utf-8")
    assert cli("test", *options, "--sheet", "score.csv").code == 0
    assert [len(event.questions) for event in handed_in(path)] == [5, 0]


def test_results_of_the_year_are_a_document(cli: Cli, tmp_path: Path) -> None:
    path, options = into(tmp_path)
    assert cli("report", "test-results", path).code == 2
    Path("room.csv").write_text("number,score\nn1,5\ns1,3\n", encoding="utf-8")
    assert cli("test", *options, "--sheet", "room.csv").code == 0
    assert "80% (2)" in cli("report", "test-results", path).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name a question bank"),
        (("no-such-bank",), "no-such-bank"),
        (("failure", "--questions", "0"), "from 1 to 50"),
        (("failure", "--questions", "16", "--paper"), "15 questions"),
        (("failure", "failure", "--paper"), "twice"),
        (("failure", "--seed", "-1"), "seed"),
        (("failure", "--service", "third"), "--service: “third” is not one of first, later"),
        (("failure", "--paper", "--blank", "x.xlsx"), "--blank"),
        (("failure", "--paper", "--json"), "--json"),
        (("failure", "--blank", "x.csv"), ".xlsx"),
        (("failure", "--paper", "--format", "exe"), "exe"),
        (("failure", "--paper", "--format", "xlsx"), "-o"),
        (("failure", "--activity", "first"), "--into"),
        (("failure", "--into", "nowhere", "--activity", "first"), "nowhere"),
        (("failure", "--sheet", "nowhere.xlsx"), "nowhere.xlsx"),
    ],
)
def test_what_cannot_be_done_is_said(cli: Cli, arguments: tuple[str, ...], said: str) -> None:
    outcome = cli("test", *arguments)
    assert outcome.code == 2
    assert said in outcome.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--activity"),
        (("--activity", "firts"), "first"),
        (("--activity", "second"), "No test is planned"),
        (("--activity", "first", "--section", "west"), "west"),
        (("--activity", "first", "--on", "2023-11-10", "--member", "z9"), "z9"),
        (("--activity", "first", "--on", "2021-01-01"), "2021"),
    ],
)
def test_what_the_year_does_not_know_is_said_before_the_test(
    cli: Cli, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    path, _ = into(tmp_path)
    outcome = cli("test", "--into", path, *arguments)
    assert outcome.code == 2
    assert said in outcome.err


def test_a_bank_with_errors_is_not_used_and_they_are_said(cli: Cli) -> None:
    Path("bad.yaml").write_text("schema: drill.bank/1\nid: bad\ntitle: {ja: 題, en: T}\nquestions: {}\n", "utf-8")
    outcome = cli("test", "bad.yaml", "--paper")
    assert outcome.code == 2
    assert "E MD" in outcome.err


def test_at_the_screen_the_result_is_kept_and_told(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The screens themselves: tests/tui/test_exam."""
    path, options = into(tmp_path)

    def sit(choices: exam.ExamOptions) -> exam.Sat:
        right: list[Any] = [item.right for item in choices.paper.items]
        result = grade(choices.paper, [*right[:-1], None], choices.member, choices.service)
        assert choices.keep
        assert "is entry" in choices.keep(result)
        return exam.Sat(result)

    monkeypatch.setattr(exam, "sit", sit)
    monkeypatch.setattr(short_test, "has_terminal", lambda: True)
    outcome = cli("test", *options, "--member", "n1")
    assert outcome.code == 0
    assert outcome.out.startswith("4 of 5 right (paper ")
    (event,) = handed_in(path)
    assert [(each.member, each.service, each.right, len(each.wrong)) for each in event.results] == [
        ("n1", "later", 4, 1)
    ]
    monkeypatch.setattr(exam, "sit", lambda _: exam.Sat())
    assert cli("test", *options, "--member", "s1").code == 0
    assert len(handed_in(path)) == 1
