"""The folder of a year: what is entered stays, what is changed is seen, and only one writes at a time."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from drill.cli.year.log import entry_text
from drill.errors import UsageError
from drill.text.catalogue import catalogue
from drill.year.events import DrillHeld, PutToBoard, RosterTaken, SessionHeld, Withdrawn
from drill.year.folder import LOG, PROGRAM, YEAR, YearFolder
from drill.year.state import DAY_MS, at_ms
from tests.year.years import a_year, program, roster, taught

TODAY = date(2024, 3, 31)


def code_of(error: pytest.ExceptionInfo[UsageError]) -> str:
    return error.value.code


@pytest.mark.parametrize("entries", range(5))
def test_an_opened_folder_is_what_was_entered(tmp_path: Path, entries: int) -> None:
    folder = a_year(tmp_path / "y", 2023, *taught()[:entries])
    again = YearFolder.open(tmp_path / "y")
    assert (again.program, again.state, again.roster) == (folder.program, folder.state, folder.roster)
    assert again.roster == roster()


def test_a_crash_at_any_byte_loses_at_most_the_entry_being_written(tmp_path: Path) -> None:
    folder = a_year(tmp_path / "y", 2023, *taught())
    log = folder.path / LOG
    whole = log.read_bytes()
    last_line = whole.rstrip(b"\n").rfind(b"\n") + 1
    for cut in range(last_line, len(whole), 7):
        log.write_bytes(whole[:cut])
        found = YearFolder.open(folder.path)
        assert found.state.entries == folder.state.entries[:-1]
        found.record(folder.state.entries[-1], TODAY)
        assert log.read_bytes() == whole


def test_a_changed_line_is_seen(tmp_path: Path) -> None:
    folder = a_year(tmp_path / "y", 2023, *taught())
    log = folder.path / LOG
    log.write_bytes(log.read_bytes().replace(b"2023-11-10", b"2023-11-11", 1))
    with pytest.raises(UsageError) as error:
        YearFolder.open(folder.path)
    assert code_of(error) == "cli.transcript_changed"


def test_a_changed_roster_is_seen(tmp_path: Path) -> None:
    folder = a_year(tmp_path / "y")
    file = folder.path / "rosters/2023-12-01.csv"
    file.write_bytes(file.read_bytes().replace(b"staff", b"chief", 1))
    with pytest.raises(UsageError) as error:
        YearFolder.open(folder.path)
    assert code_of(error) == "year.roster_changed"


def test_two_who_enter_at_the_same_time_see_each_others_entries(tmp_path: Path) -> None:
    one = a_year(tmp_path / "y")
    other = YearFolder.open(tmp_path / "y")
    first, second = PutToBoard("table", "method", "2023-11-01"), PutToBoard("table", "result", "2024-01-12")
    assert one.record(first, TODAY) == 2
    assert other.record(second, TODAY) == 3
    assert other.state.entries[2:] == (first, second)


def test_while_one_writes_the_other_is_told_to_wait(tmp_path: Path) -> None:
    folder = a_year(tmp_path / "y")
    writer = YEAR.resume(folder.path / LOG)
    with pytest.raises(UsageError) as error:
        folder.record(PutToBoard("table", "method", "2023-11-01"), TODAY)
    writer.close()
    assert code_of(error) == "year.in_use"
    assert len(YearFolder.open(folder.path).state.entries) == 2


def test_nothing_is_written_over(tmp_path: Path) -> None:
    folder = a_year(tmp_path / "y")
    with pytest.raises(UsageError) as error:
        YearFolder.create(folder.path, tmp_path / "y.program.yaml", TODAY)
    assert code_of(error) == "year.folder_taken"
    folder.take_roster(roster(), TODAY)
    files = [each.file for each in folder.state.events(RosterTaken)]
    assert files == ["rosters/2023-12-01.csv"] * 2  # the same list again
    assert folder.keep("rosters", "2023-12-01", ".csv", b"other") == "rosters/2023-12-01-2.csv"


def test_a_programme_that_is_changed_later_does_not_change_the_year(tmp_path: Path) -> None:
    folder = a_year(tmp_path / "y")
    (tmp_path / "y.program.yaml").write_text(program(name="other"), encoding="utf-8")
    assert YearFolder.open(folder.path).program.id == "small"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  second:\n", "  renamed:\n", "year.program_changed"),
        ("north", "east", "year.program_changed"),
        ("south", "west", "year.roster_section"),
    ],
)
def test_a_copy_of_the_programme_that_lost_what_was_entered_is_refused(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    folder = a_year(tmp_path / "y", 2023, *taught()[:3])
    copy = folder.path / PROGRAM
    copy.write_text(copy.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(UsageError) as error:
        YearFolder.open(folder.path)
    assert code_of(error) == code


def test_what_a_withdrawn_entry_speaks_of_may_leave_the_programme(tmp_path: Path) -> None:
    folder = a_year(tmp_path / "y", 2023, *taught()[:3], Withdrawn(4, "never held"))
    copy = folder.path / PROGRAM
    copy.write_text(copy.read_text(encoding="utf-8").replace("  second:\n", "  renamed:\n"), encoding="utf-8")
    again = YearFolder.open(folder.path)
    assert "second" in entry_text(again, 4, catalogue("en"))


@pytest.mark.parametrize(("on", "days"), [("2023-11-31", 0), ("nonsense", 0), ("2023-11-10", 10**7)])
def test_a_day_that_there_is_not_is_a_change(tmp_path: Path, on: str, days: int) -> None:
    folder = a_year(tmp_path / "y")
    ledger = YEAR.resume(folder.path / LOG)
    ledger.append(at_ms(2023, TODAY) + days * DAY_MS, PutToBoard("table", "method", on))
    ledger.close()
    with pytest.raises(UsageError) as error:
        YearFolder.open(folder.path)
    assert (code_of(error), error.value.params) == ("cli.transcript_changed", {"line": 3})


@pytest.mark.parametrize("file", ["a\0b", "/etc/hostname", "transcripts/../../other.jsonl"])
def test_a_file_outside_of_the_folder_is_a_change(tmp_path: Path, file: str) -> None:
    folder = a_year(tmp_path / "y")
    ledger = YEAR.resume(folder.path / LOG)
    ledger.append(at_ms(2023, TODAY), DrillHeld("chain", "2023-11-16", file))
    ledger.close()
    with pytest.raises(UsageError) as error:
        YearFolder.open(folder.path)
    assert code_of(error) == "cli.transcript_changed"


@pytest.mark.parametrize("text", [None, b"", b"other"])
def test_a_roster_that_is_gone_or_changed_can_be_taken_again(tmp_path: Path, text: bytes | None) -> None:
    folder = a_year(tmp_path / "y")
    file = folder.path / "rosters/2023-12-01.csv"
    file.unlink()
    if text is not None:
        file.write_bytes(text)
    again = YearFolder.open(folder.path, roster_anew=True)
    again.take_roster(roster(), TODAY)
    assert again.roster == YearFolder.open(folder.path).roster == roster()


def test_what_is_no_year_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        YearFolder.open(tmp_path)
    assert code_of(error) == "year.none"
    (tmp_path / LOG).write_text('{"seq":0}\n')
    with pytest.raises(UsageError) as error:
        YearFolder.open(tmp_path)
    assert code_of(error) == "year.not_one"


@pytest.mark.parametrize(
    "text",
    [
        "schema: drill.program/1\nid: x\n",
        program().replace("- chiefs", "- nobody", 1),
        program().replace("from: '2023-11-16'", "from: '0001-01-01'\n    to: '9999-12-31'"),
        "",
    ],
)
def test_a_bad_programme_begins_no_year(tmp_path: Path, text: str) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        YearFolder.create(tmp_path / "bad", file, TODAY)
    assert code_of(error) == "year.bad_file"
    assert not (tmp_path / "bad").exists()


def test_days_of_the_log_never_fall_and_count_from_april(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(program(), encoding="utf-8")
    folder = YearFolder.create(tmp_path / "y", file, date(2023, 3, 1))
    folder.take_roster(roster(), date(2023, 4, 11))
    folder.record(SessionHeld("first", "2023-04-02", ("n1",)), date(2023, 4, 3))
    lines = (folder.path / LOG).read_text().splitlines()
    assert [json.loads(line)["at_ms"] // 86_400_000 for line in lines] == [0, 10, 10]


def test_last_year_is_found_beside_this_one(tmp_path: Path) -> None:
    last = a_year(tmp_path / "r4", 2022)
    this = a_year(tmp_path / "r5", 2023, before=last.path)
    found = YearFolder.open(this.path).before
    assert found
    assert found.resolve() == last.path.resolve()
