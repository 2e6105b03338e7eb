"""What a drill year costs: a long staff list against the same bytes through `csv`, formats against Markdown."""

from __future__ import annotations

import csv
import tempfile
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path

from benchmarks.timing import seconds
from drill.cli.year.selfcheck import published
from drill.model.library import find_program
from drill.model.load import load_program
from drill.report.blocks import Document
from drill.report.documents.selfcheck import selfcheck_papers
from drill.report.writers.formats import FORMATS, write
from drill.sheets.kit.opening import open_sheets
from drill.sheets.year.staff import CELLS, read_staff
from drill.year.roster import Roster

ROWS, RUNS = 100_000, 3


def _list(path: Path) -> None:
    """A staff list of the usual columns; a tenth of it is on leave."""
    rows = (
        f"K{number:06},第{number % 7 + 1}区民係,操作職員,{'1年目' if number % 4 else '2年目以上'},"
        f"{'' if number % 10 else 'R5.6.1～R6.3.31'}\n"
        for number in range(ROWS)
    )
    path.write_text("職員番号,所属,職務,従事年数,休職・産休・育休の期間\n" + "".join(rows), encoding="utf-8")


def _read(path: Path) -> Roster:
    program = load_program(find_program("suginami-r5")).value
    assert program
    return read_staff(open_sheets(path, CELLS).grids, program, date(2023, 12, 1)).roster


def _plain(path: Path) -> int:
    return sum(1 for _ in csv.reader(StringIO(path.read_text(encoding="utf-8"))))


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "staff.csv"
        _list(path)
        assert len(_read(path).members) == ROWS
        own, plain = seconds(partial(_read, path), RUNS), seconds(partial(_plain, path), RUNS)
        print(f"medians of {RUNS}: a staff list of {ROWS} rows in {own:.1f} s, x{own / plain:.0f} of csv.reader alone")
    paper: Document = selfcheck_papers([published("juki-net-r5")], "", "ja")
    base = seconds(partial(write, paper, "md"), RUNS)
    shares = ", ".join(
        f"{each} x{seconds(partial(write, paper, each), RUNS) / base:.0f}" for each in FORMATS if each != "md"
    )
    print(f"a self-check's paper as Markdown in {base * 1000:.1f} ms; {shares}")


if __name__ == "__main__":
    main()
