"""`drill year selfcheck` from the command line: sheets handed in, closing, results, paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from drill.year.folder import YearFolder
from tests.cli.conftest import Cli
from tests.year.checks import a_folder

SIZES = {"big": (5, 6), "few": (0, 3)}
Row = tuple[object, ...]


@pytest.fixture
def year(tmp_path: Path) -> YearFolder:
    return a_folder(tmp_path / "y", SIZES)


def a_sheet(path: Path, *rows: Row, header: Row = ("従事年数", "1", "2", "3", "理由")) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (header, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


ROOM: tuple[Row, ...] = (
    ("1年目", "はい", "いいえ", "○", ""),
    ("２年目以上", "×", "ＹＥＳ", 1, "1: 気付かなかった"),
    ("1年目", "yes", "no", "", ""),
)


def test_a_room_is_handed_in_and_counted_once_it_is_closed(cli: Cli, year: YearFolder, tmp_path: Path) -> None:
    handed = cli(
        "year", "selfcheck", year.path, "own", "--group", "big", "--sheet", a_sheet(tmp_path / "r.xlsx", *ROOM)
    )
    assert (handed.code, handed.err.strip()) == (0, "3 answer sheets were added.")
    again = [("2年目以上", "はい", "いいえ", "はい", "")] * 4 + [("1年目", "はい", "いいえ", "はい", "")] * 3
    assert (
        cli(
            "year", "selfcheck", year.path, "own", "--group", "big", "--sheet", a_sheet(tmp_path / "s.xlsx", *again)
        ).code
        == 0
    )
    open_ = cli("year", "selfcheck", year.path, "own", "--json")
    assert open_.code == 2
    assert "once it is closed" in open_.err
    closed = cli("year", "selfcheck", year.path, "own", "--close", "--json")
    data = closed.data
    assert data["groups"]["big"]["sheets"] == 10
    assert data["groups"]["big"]["proper"]["first"] == {"percent": 100.0, "counts": None}
    assert {
        "group": "big",
        "question": "q1",
        "rates": {
            "first": {"percent": 100.0, "counts": [5, 5]},
            "later": {"percent": 80.0, "counts": [4, 5]},
            "all": {"percent": 90.0, "counts": [9, 10]},
        },
    } in data["yes"]
    assert data["reasons"] == {"q1": ["気付かなかった"]}
    assert "few" not in {each["group"] for each in data["yes"]}
    shown = cli("year", "selfcheck", year.path, "own")
    assert shown.code == 0
    assert "100 %" in shown.out
    assert "no result of last year" in shown.out


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (("1年目", "たぶん", "", "", ""), "XS110", "B2"),
        (("", "はい", "", "", ""), "XS111", "A2"),
        (("1年目", "はい", "", "", "忘れた"), "XS112", "E2"),
        (("1年目", "はい", "", "", "9: 忘れた"), "XS112", "E2"),
        (("1年目", "はい", "", "", "1: 内線1234"), "XS113", "E2"),
        (("1年目", "はい", "", "", "1: " + "長" * 201), "XS114", "E2"),
        (("1年目", '=HYPERLINK("http://x","y")', "", "", ""), "XS002", "B2"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_its_cell_and_then_nothing_is_taken(
    cli: Cli, year: YearFolder, tmp_path: Path, row: Row, code: str, cell: str
) -> None:
    sheet = a_sheet(tmp_path / "r.xlsx", row, ROOM[0])
    outcome = cli("year", "selfcheck", year.path, "own", "--group", "big", "--sheet", sheet)
    assert outcome.code == 2
    assert f"{code} r.xlsx!Sheet:{cell}" in outcome.err
    assert "nothing was taken" in outcome.err
    assert not (year.path / "selfchecks" / "own.json").exists()
    partly = cli("year", "selfcheck", year.path, "own", "--group", "big", "--sheet", sheet, "--partial")
    assert partly.code == 1
    assert "1 answer sheet was added; 1 row could not be read." in partly.err


def test_cp932_csv_with_rows_above_the_header_is_read(cli: Cli, year: YearFolder, tmp_path: Path) -> None:
    path = tmp_path / "room.csv"
    path.write_bytes("自己点検の回答,,\r\n従事年数,設問1,設問2,設問3\r\n1年目,はい,いいえ,はい\r\n".encode("cp932"))
    assert cli("year", "selfcheck", year.path, "own", "--group", "big", "--sheet", path).code == 0


def test_a_sheet_with_other_questions_is_refused(cli: Cli, year: YearFolder, tmp_path: Path) -> None:
    sheet = a_sheet(tmp_path / "r.xlsx", ("1年目", "はい"), header=("従事年数", "1"))
    outcome = cli("year", "selfcheck", year.path, "own", "--group", "big", "--sheet", sheet)
    assert outcome.code == 2
    assert "questions 1 to 3" in outcome.err


def test_the_empty_sheet_can_be_filled_in_and_handed_in(cli: Cli, year: YearFolder, tmp_path: Path) -> None:
    blank = tmp_path / "blank.xlsx"
    assert cli("year", "selfcheck", year.path, "own", "--group", "big", "--blank", blank).code == 0
    assert cli("year", "selfcheck", year.path, "own", "--group", "big", "--blank", blank).code == 2
    book = load_workbook(blank)
    for column, value in enumerate(("first year", "yes", "no", "yes", "2: so it was"), start=1):
        book.worksheets[0].cell(5, column).value = value
    book.save(blank)
    assert cli("year", "selfcheck", year.path, "own", "--group", "big", "--sheet", blank).code == 0


def test_a_small_group_is_neither_asked_for_years_of_service_nor_for_reasons(cli: Cli, year: YearFolder) -> None:
    small, big = (
        cli("year", "selfcheck", year.path, "own", "--group", group, "--paper").out for group in ("few", "big")
    )
    assert "Years of service" in big
    assert "Reason" in big
    assert "Years of service" not in small
    assert "Reason" not in small


def test_what_is_wrong_with_the_command_line_is_said(cli: Cli, year: YearFolder) -> None:
    for argv, sentence in (
        (("nix",), "no self-check “nix”"),
        (("own", "--paper"), "who answers (big, few)"),
        (("own", "--group", "nix", "--paper"), "no questionnaire “nix”"),
        (("own", "--close", "--paper"), "--close"),
        (("own",), "--sheet"),
    ):
        outcome = cli("year", "selfcheck", year.path, *argv)
        assert outcome.code == 2
        assert sentence in outcome.err
