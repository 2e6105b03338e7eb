"""`drill year …` as a municipal officer uses it, from the programme to the last paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drill.model.library import find_program
from tests.cli.conftest import Cli

ROSTER = find_program("suginami-r5").with_name("suginami-r5-roster.csv")


@pytest.fixture
def year(cli: Cli) -> str:
    assert cli("year", "new", "suginami-r5", "r5").code == 0
    assert cli("year", "roster", "r5", ROSTER).code == 0
    return "r5"


def test_a_roster_is_taken_with_the_headcounts_beside_those_of_the_programme(cli: Cli, year: str) -> None:
    outcome = cli("year", "roster", year, ROSTER, "--lang", "ja")
    assert "372人を取り込みました（令和5年12月1日現在" in outcome.out
    assert "計画と名簿の人数が違います" not in outcome.err
    counts = [line.split()[-3:] for line in outcome.out.splitlines() if line.endswith(("0", "5", "3", "1"))]
    assert ["147", "147", "5"] in counts
    assert ["100", "100", "3"] in counts


def test_a_difference_between_programme_and_roster_is_said(cli: Cli, year: str, tmp_path: Path) -> None:
    rows = ROSTER.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    (tmp_path / "less.csv").write_text("".join(rows[:-3]), encoding="utf-8")
    assert "100 in the programme" not in cli("year", "roster", year, "less.csv").err
    (tmp_path / "less.csv").write_text("".join(row for row in rows if "代表者" not in row), encoding="utf-8")
    assert "100 in the programme, 90 in the list" in cli("year", "roster", year, "less.csv").err


def test_a_target_of_two_drills_is_counted_in_one_line(cli: Cli, year: str) -> None:
    program = Path(year, "program.yaml")
    drill = "    targets: [contact_posts]\n"
    program.write_text(program.read_text("utf-8").replace(drill, "    targets: [contact_posts, chiefs]\n"), "utf-8")
    counts = [line.split()[-3:] for line in cli("year", "roster", year, ROSTER).out.splitlines()]
    assert counts.count(["10", "10", "0"]) == 1


def test_with_one_bad_row_nothing_is_taken_unless_partial(cli: Cli, year: str, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text(
        "職員番号,所属,職務\nK1,課税課,操作職員\n=1+1,課税課,操作職員\n", encoding="cp932"
    )
    outcome = cli("year", "roster", year, "bad.csv")
    assert outcome.code == 1
    assert "E XS082 bad.csv:A3" in outcome.out
    assert "372" in cli("year", "status", year).out
    outcome = cli("year", "roster", year, "bad.csv", "--partial")
    assert outcome.code == 1
    assert "Took 1 person" in outcome.out


@pytest.mark.parametrize("row", ["", "=1+1,課税課,操作職員\n"])
def test_a_list_of_nobody_is_not_taken(cli: Cli, year: str, tmp_path: Path, row: str) -> None:
    (tmp_path / "nobody.csv").write_text(f"職員番号,所属,職務\n{row}", encoding="utf-8")
    outcome = cli("year", "roster", year, "nobody.csv", "--partial")
    assert (outcome.code, "nothing was taken" in outcome.err) == (2, True)
    assert "372" in cli("year", "status", year).out


def test_the_cascade_blocks_and_releases(cli: Cli, year: str) -> None:
    blocked = cli("year", "hold", year, "③", "--section", "第一区民係", "--all", "--on", "2023-11-14")
    assert blocked.code == 2
    assert "cannot start yet" in blocked.err
    released = cli("year", "hold", year, "②", "--all", "--on", "2023-11-10")
    assert "10 of 10" in released.out
    assert "Can start now" in released.out
    held = cli("year", "hold", year, "③", "--section", "第一区民係", "--all", "--absent", "K0047", "--on", "2023-11-14")
    assert held.code == 0
    assert "22 took part; 22 of 147" in held.out


def test_representatives_come_first_and_then_their_sections(cli: Cli, year: str) -> None:
    assert cli("year", "hold", year, "others_training", "--section", "tax", "--all", "--on", "2023-11-20").code == 2
    first = cli("year", "hold", year, "others_training", "--all", "--on", "2023-11-14")
    assert "10 took part; 10 of 100" in first.out
    assert cli("year", "hold", year, "others_training", "--section", "tax", "--all", "--on", "2023-11-20").code == 0


def test_numbers_come_from_a_file_too(cli: Cli, year: str, tmp_path: Path) -> None:
    (tmp_path / "came.csv").write_text("職員番号,備考\nK0014,\n", encoding="cp932")
    outcome = cli("year", "hold", year, "chiefs_training", "--attended", "came.csv", "--on", "2023-11-09")
    assert "1 took part; 1 of 10" in outcome.out
    assert "outside the planned days" in outcome.err


def test_a_file_with_two_numbers_in_a_cell_is_refused_with_the_cell(cli: Cli, year: str, tmp_path: Path) -> None:
    (tmp_path / "came.csv").write_text("職員番号\nK0014、K0015\nK0016\n", encoding="utf-8")
    outcome = cli("year", "hold", year, "chiefs_training", "--attended", "came.csv", "--on", "2023-11-09")
    assert outcome.code == 2
    assert "E XS039 came.csv:A2" in outcome.err
    assert "1 cell cannot be read; nothing was entered" in outcome.err


def test_a_drill_is_entered_with_its_transcript_and_figures(cli: Cli, year: str) -> None:
    assert cli("year", "drill", year, "⑤", "server-failure-good", "--all").code == 0
    assert Path("r5/transcripts/contact_drill.jsonl").is_file()
    again = cli("year", "drill", year, "⑤", "server-failure-good")
    assert again.code == 2
    assert "already" in again.err
    other = cli("year", "drill", year, "nws_drill", "server-failure-good", "--on", "2023-11-16")
    assert "the transcript is of server-failure" in other.err


def test_bytes_that_are_no_text_are_not_entered(cli: Cli, year: str) -> None:
    for reason in ("because\udcff", "x" * 4001):
        outcome = cli("year", "undo", year, "--reason", reason)
        assert (outcome.code, "readable as text" in outcome.err) == (2, True)
    Path(year).rename("r\udcff")
    outcome = cli("year", "new", "suginami-r5", "next", "--after", "r\udcff")
    assert (outcome.code, Path("next").exists()) == (2, False)
    assert "characters" in outcome.err


def test_the_log_of_a_meeting_is_no_contact_drill_and_what_is_refused_leaves_no_file(cli: Cli, year: str) -> None:
    assert cli("run", "temp-worker-misuse", "--meeting", "--out", "held").code == 0
    (log,) = Path("held").glob("*.jsonl")
    outcome = cli("year", "drill", year, "⑤", log)
    assert (outcome.code, "log of a meeting" in outcome.err) == (2, True)
    assert cli("year", "drill", year, "⑤", "server-failure-good", "--on", "2022-11-28").code == 2
    assert list(Path(year, "transcripts").iterdir()) == []


@pytest.mark.parametrize("entry", ["x", "1.5", "٣", "-1"])
def test_an_entry_that_is_no_number_of_the_log_is_said_in_our_words(cli: Cli, year: str, entry: str) -> None:
    outcome = cli("year", "undo", year, entry, "--reason", "wrong", "--lang", "ja")
    assert (outcome.code, "drill year log" in outcome.err) == (2, True)


def test_an_undo_needs_a_reason_and_stays_in_the_log(cli: Cli, year: str) -> None:
    cli("year", "put", year, "juki_drills", "method", "--on", "2023-09-05")
    assert cli("year", "undo", year).code == 2
    assert "number 2" in cli("year", "undo", year, "--reason", "wrong paper").out
    log = cli("year", "log", year).out
    assert "(withdrawn)" in log
    assert "number 2 withdrawn: wrong paper" in log


def test_status_says_what_is_late_and_what_comes_next(cli: Cli, year: str) -> None:
    assert cli("year", "status", year, "--on", "2023-08-01").code == 0
    outcome = cli("year", "status", year, "--on", "2023-11-20")
    assert outcome.code == 1
    assert "LATE" in outcome.out
    assert "Sections that cannot start" in outcome.out
    data = cli("year", "status", year, "--on", "2023-11-20", "--json").data
    assert data["schema"] == "drill.year-status/1"
    assert [each["required"] for each in data["activities"]][:5] == [8, 10, 147, 100, 31]
    assert [each["required"] for each in data["selfchecks"]] == [258, 185]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_calendar_is_the_same_each_time_and_folded_by_bytes(cli: Cli, language: str) -> None:
    for name in ("a.ics", "b.ics"):
        assert cli("year", "calendar", "suginami-r5", "-o", name, "--lang", language).code == 0
    data = Path("a.ics").read_bytes()
    assert Path("b.ics").read_bytes() == data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    events = [_event(text) for text in data.decode().replace("\r\n ", "").split("BEGIN:VEVENT")[1:]]
    days = {each["UID"]: (each["DTSTART;VALUE=DATE"], each["DTEND;VALUE=DATE"]) for each in events}
    assert days["activity-staff_training.suginami-r5@drill"] == ("20231110", "20231202")
    assert days["board-5.suginami-r5@drill"] == ("20240112", "20240113")
    assert len(days) == len(events) == 6 + 2 + 6
    marked = [each["SUMMARY"] for each in events if each["UID"].startswith("activity")]
    assert all("訓練】" in text or "[DRILL]" in text for text in marked)
    told = {each["UID"]: each.get("DESCRIPTION", "") for each in events}
    material = {"ja": "教材: 緊急時連絡体制図", "en": "Material: Emergency contact chart"}[language]
    assert material in told["activity-staff_training.suginami-r5@drill"]


def test_a_calendar_that_is_there_stays_unless_forced(cli: Cli) -> None:
    Path("a.ics").write_text("mine", encoding="utf-8")
    assert cli("year", "calendar", "suginami-r5", "-o", "a.ics").code == 2
    assert Path("a.ics").read_text(encoding="utf-8") == "mine"
    assert cli("year", "calendar", "suginami-r5", "-o", "a.ics", "--force").code == 0
    assert Path("a.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def _event(text: str) -> dict[str, str]:
    """The properties of an event without its alarms."""
    lines = text.split("BEGIN:VALARM", maxsplit=1)[0].split("\r\n")
    return {name: value for name, colon, value in (line.partition(":") for line in lines) if colon}


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("hold", "r5", "fourth", "--all"), "no activity fourth"),
        (("hold", "r5", "②"), "Say who took part"),
        (("hold", "r5", "②", "--all", "--on", "soon"), "2023-11-10"),
        (("hold", "r5", "③", "--section", "東係", "--all"), "no section"),
        (("hold", "r5", "②", "--absent", "X1"), "X1"),
        (("put", "r5", "juki_drills", "both"), "“both” is not one of method, result"),
        (("put", "r5", "juki", "method", "--on", "2023-09-05"), "juki_drills"),
        (("undo", "r5", "--reason", "x", "77"), "77"),
        (("status", "nowhere"), "no folder of a drill year"),
        (("new", "suginami-r5", "r5"), "files here already"),
        (("new", "no-such", "r6"), "no-such"),
    ],
)
def test_what_cannot_be_is_said_without_a_traceback(cli: Cli, year: str, argv: tuple[str, ...], said: str) -> None:
    outcome = cli("year", *argv)
    assert outcome.code == 2
    assert said in outcome.err
    assert "Traceback" not in outcome.err


def test_what_to_do_next_can_be_typed_as_it_stands(cli: Cli, year: str) -> None:
    day = "2023-12-08"
    told = " ".join(cli("year", "status", year, "--on", day).out.split())
    assert "(drill play temp-worker-misuse --meeting, drill year drill r5 meeting TRANSCRIPT --all)" in told
    shown = {each for each in re.findall(r"drill year (?:hold|drill|put) [^,;)]*", told) if "meeting" not in each}
    assert {each.split()[2] for each in shown} == {"hold", "drill", "put"}
    for command in shown:
        typed = (
            command.replace("TRANSCRIPT", "server-failure-good").replace("SECTION", "subsection_1").replace("DAY", day)
        )
        outcome = cli(*typed.split()[1:])
        not_now = ("cannot start", "another scenario", "Nobody took part")  # another section, another drill
        assert outcome.code == 0 or any(each in outcome.err for each in not_now), (typed, outcome)


def test_the_programme_in_the_folder_of_a_year_need_not_be_named_after_itself(cli: Cli, year: str) -> None:
    assert "MD052" not in cli("check", year).out
    Path("program.yaml").write_bytes(Path(year, "program.yaml").read_bytes())
    assert "MD052" in cli("check", "program.yaml").out


def test_warnings_of_a_programme_are_counted_and_hold_up_nothing(cli: Cli, tmp_path: Path) -> None:
    own = (
        find_program("suginami-r5")
        .read_text("utf-8")
        .replace(", en: Deputy mayor", "")
        .replace(", en: Suginami ward", "")
    )
    (tmp_path / "own.yaml").write_text(own.replace("id: suginami-r5", "id: own"), "utf-8")
    outcome = cli("year", "new", "own.yaml", "r5")
    assert outcome.code == 0
    assert outcome.err == "2 warnings; `drill check own.yaml` shows them.\n"
