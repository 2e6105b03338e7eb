"""Files are checked together: a scenario with the chart it names, a chart with its rings of deputies."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.analysis.deputies import deputy_rings
from drill.analysis.lint import check_files, check_pair, find_pair
from drill.errors import UsageError
from drill.model.load import load_chart

CHART = """\
schema: drill.chart/1
id: town
title: Town
persons:
  ann: {name: Ann, channels: [{kind: desk}]}
  ben: {name: Ben, channels: [{kind: desk}]}
  cat: {name: Cat, channels: [{kind: desk}]}
posts:
  finder: {name: Finder, holder: ann, deputies: [cat]}
  chief: {name: Chief, holder: ben, deputies: [cat]}
contacts:
  - {from: finder, to: chief, kind: report}
"""
SCENARIO = """\
schema: drill.scenario/1
id: stop
title: Stop
class: failure
chart: town
briefing: Begin
start: 2023-11-16T14:00
length_min: 60
level: 1
items: {what: {label: What, value: Terminals}}
messages: {notice: {title: Notice, items: [what]}}
injects:
  alarm: {to: [finder], channel: system, sender: Monitor, text: Down, gives: notice}
"""


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a chart and a scenario that fit, as the current directory."""
    for folder, name, text in (("orgcharts", "town", CHART), ("scenarios", "stop", SCENARIO)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def _found(paths: list[str], chart: Path | None = None) -> list[tuple[str, str, int, int]]:
    return [(each.code, Path(each.file).name, each.line, each.column) for each in check_files(paths, chart)]


def test_files_that_fit_have_no_problem(town: Path) -> None:
    assert _found(["."]) == []
    assert check_pair(Path("scenarios/stop.yaml")).playable


def test_a_folder_means_its_charts_and_scenarios(town: Path) -> None:
    (town / "orgcharts/bad.yml").write_text("", encoding="utf-8")
    (town / "orgcharts/notes.txt").write_text("", encoding="utf-8")
    assert _found(["."]) == _found(["orgcharts"]) == [("YM005", "bad.yml", 1, 1)]


def test_a_file_named_twice_is_checked_once(town: Path) -> None:
    (town / "scenarios/stop.yaml").write_text("", encoding="utf-8")
    assert len(_found(["scenarios/stop.yaml", "scenarios/stop.yaml", "scenarios"])) == 1


def test_a_chart_that_is_nowhere(town: Path) -> None:
    _spoil(town / "scenarios/stop.yaml", "chart: town", "chart: twon")
    assert _found(["scenarios"]) == [("SC100", "stop.yaml", 5, 8)]
    assert not check_pair(Path("scenarios/stop.yaml")).playable


def test_a_default_chart_with_errors_is_named_and_counted(town: Path) -> None:
    _spoil(town / "orgcharts/town.yaml", "holder: ben", "holder: bem")
    (found,) = check_files([town / "scenarios/stop.yaml"])
    assert (found.code, found.line, found.params["errors"]) == ("SC110", 5, 1)
    assert _found(["."]) == [("OC101", "town.yaml", 10, 32)]
    assert [each.code for each in check_pair(Path("scenarios/stop.yaml")).problems] == ["OC101"]


def test_a_given_chart_takes_the_place_of_the_default_one(town: Path) -> None:
    other = town / "other.yaml"
    other.write_text(CHART.replace("finder", "seeker"), encoding="utf-8")
    assert _found(["scenarios"], other) == [("MD052", "other.yaml", 2, 5), ("SC101", "stop.yaml", 13, 16)]
    assert _found(["scenarios"]) == []


def test_a_chart_without_a_post_that_cannot_be_read_is_not_used_to_judge_a_scenario(town: Path) -> None:
    _spoil(town / "orgcharts/town.yaml", "  finder: {name: Finder, ", "  finder: {")
    assert _found(["."]) == [("MD002", "town.yaml", 9, 3)]


def test_a_task_of_a_post_that_nobody_fills(town: Path) -> None:
    _spoil(
        town / "orgcharts/town.yaml", "  chief: {name: Chief, holder: ben, deputies: [cat]}", "  chief: {name: Chief}"
    )
    with (town / "scenarios/stop.yaml").open("a", encoding="utf-8") as file:
        file.write("tasks:\n  note: {kind: action, post: chief, title: Note, why: Because}\n")
    assert _found(["."]) == [("OC114", "town.yaml", 10, 3), ("SC119", "stop.yaml", 15, 30)]


def test_a_post_that_nothing_reaches_in_this_scenario(town: Path) -> None:
    _spoil(town / "scenarios/stop.yaml", "to: [finder]", "to: [chief]")
    _spoil(town / "orgcharts/town.yaml", "holder: ann, deputies: [cat]", "holder: ann")
    (found,) = check_files([town])
    assert (found.code, found.severity, found.line, found.params["names"]) == ("SC127", "warning", 5, "finder")


REVERSED = ("{from: finder, to: chief", "{from: chief, to: finder")
COUNTS = "counts: {after: notice, from: [%s], to: %s, label: Cases, within_min: 9, why: w}\n"
JUDGE = "tasks:\n  judge: {kind: level, post: chief, right: 1, title: Judge, why: Because%s}\n"


def _add(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.mark.parametrize(
    ("extra", "place"),
    [
        ("roles: [finder, chief]\n", (14, 17)),
        (JUDGE % "", (15, 30)),
        (JUDGE.replace("chief", "finder") % ", requires: {told: {post: chief, message: notice}}", (15, 100)),
        ("roles: [chief]\n" + JUDGE % "", (14, 9)),
    ],
)
def test_a_scenario_cannot_count_on_a_post_that_nothing_reaches(town: Path, extra: str, place: tuple[int, int]) -> None:
    """The first contact is written the wrong way round: a warning, and an error at the first place that needs it."""
    _spoil(town / "orgcharts/town.yaml", *REVERSED)
    assert _found(["."]) == [("SC127", "stop.yaml", 5, 8)]
    assert check_pair(Path("scenarios/stop.yaml")).playable
    _add(town / "scenarios/stop.yaml", extra)
    assert _found(["."]) == [("SC127", "stop.yaml", 5, 8), ("SC131", "stop.yaml", *place)]
    assert not check_pair(Path("scenarios/stop.yaml")).playable


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("to: [finder]", "to: [desk, all_desks]", (13, 15)),
        ("level: 1\n", "level: 1\norigin: [all_desks]\n", (10, 9)),
        ("injects:", JUDGE.replace("chief", "desk") % "" + "injects:", (13, 30)),
        ("injects:", COUNTS % ("desk", "chief") + "injects:", (12, 31)),
        ("injects:", COUNTS % ("finder", "all_desks") + "injects:", (12, 45)),
    ],
)
def test_nothing_of_a_scenario_may_rest_on_posts_outside_the_drill(
    town: Path, old: str, new: str, place: tuple[int, int]
) -> None:
    outside = "  desk: {name: Desk, holder: ben, in_scope: false}\n"
    _spoil(town / "orgcharts/town.yaml", "posts:\n", "posts:\n" + outside)
    _add(town / "orgcharts/town.yaml", "groups: {all_desks: {name: Desks, members: [desk]}}\n")
    assert _found(["."]) == []
    _spoil(town / "scenarios/stop.yaml", old, new)
    found = [each for each in _found(["."]) if each[0] == "SC134"]
    assert found == [("SC134", "stop.yaml", *place)]
    assert not check_pair(Path("scenarios/stop.yaml")).playable


def test_what_a_chart_with_mistakes_lacks_is_not_held_against_a_scenario(town: Path) -> None:
    _spoil(town / "orgcharts/town.yaml", "to: chief", "to: cheif")
    _add(town / "scenarios/stop.yaml", "roles: [chief]\n")
    assert {code for code, *_ in _found(["."])} == {"OC102", "OC123"}
    _spoil(town / "orgcharts/town.yaml", "to: cheif, kind: report", "to: chief, kind: tell")
    assert {code for code, *_ in _found(["."])} == {"MD010"}


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("{level: [1, 2]}", ["SC128"]),
        ("{level: [1], class: [failure], message: [notice]}", ["SC128"]),
        ("{level: [2]}", []),
        ("{level: [1], class: [misuse]}", []),
        ("{level: [1], message: [restoration]}", []),
    ],
)
def test_contacts_that_wait_for_a_level_nobody_judges(town: Path, when: str, found: list[str]) -> None:
    contact = f"  - {{from: finder, to: chief, kind: consult, when: {when}}}\n"
    _add(town / "orgcharts/town.yaml", contact)
    assert [code for code, *_ in _found(["."])] == found
    _add(town / "scenarios/stop.yaml", JUDGE % "")
    assert _found(["."]) == []


def test_a_file_whose_name_is_not_its_id(town: Path) -> None:
    _spoil(town / "orgcharts/town.yaml", "id: town", "id: city")
    _spoil(town / "scenarios/stop.yaml", "id: stop", "id: halt")
    assert _found(["."]) == [("MD052", "town.yaml", 2, 5), ("MD052", "stop.yaml", 2, 5)]


def test_a_vacant_post_outside_the_drill_is_no_matter(town: Path) -> None:
    _spoil(town / "orgcharts/town.yaml", "contacts:", "  mayor: {name: Mayor, in_scope: false}\ncontacts:")
    assert _found(["."]) == []


def test_one_person_of_a_group_who_lacks_the_channels_is_said_once(town: Path) -> None:
    chart = town / "orgcharts/town.yaml"
    _spoil(chart, "ben: {name: Ben, channels: [{kind: desk}]}", "ben: {name: Ben, channels: [{kind: mail}]}")
    _spoil(
        chart,
        "contacts:",
        "  sub: {name: Sub, holder: dan, deputies: [ben]}\ngroups:\n"
        "  both: {name: Both, members: [chief, sub]}\ncontacts:",
    )
    _spoil(chart, "posts:", "  dan: {name: Dan, channels: [{kind: desk}]}\nposts:")
    _spoil(chart, "to: chief, kind: report", "to: both, kind: report, by: [desk]")
    assert _found(["orgcharts"]) == [("OC124", "town.yaml", 16, 48)]


def test_two_posts_that_stand_in_only_for_each_other(town: Path) -> None:
    chart = town / "orgcharts/town.yaml"
    _spoil(chart, "holder: ann, deputies: [cat]", "holder: ann, deputies: [ben]")
    _spoil(chart, "holder: ben, deputies: [cat]", "holder: ben, deputies: [ann]")
    (found,) = check_files([chart])
    assert (found.code, found.severity, found.line, found.column) == ("OC115", "error", 9, 39)
    assert found.params["ring"] == "finder → chief → finder"


@pytest.mark.parametrize(
    ("deputies", "rings"),
    [
        (["ben", "ann"], [("finder", "chief")]),
        (["ben, cat", "ann"], []),
        (["ben", "ann, cat"], []),
        (["ben", "cat"], []),
        (["ann", "ben"], []),
        (["ben", ""], []),
    ],
)
def test_a_deputy_from_outside_opens_a_ring(town: Path, deputies: list[str], rings: list[tuple[str, ...]]) -> None:
    text = CHART
    for holder, names in zip(("ann", "ben"), deputies, strict=True):
        text = text.replace(f"holder: {holder}, deputies: [cat]", f"holder: {holder}, deputies: [{names}]")
    (town / "ring.yaml").write_text(text, encoding="utf-8")
    chart = load_chart(town / "ring.yaml").value
    assert chart is not None
    assert deputy_rings(chart) == rings


def test_a_large_chart_is_checked_with_every_mistake_in_it(tmp_path: Path) -> None:
    size = 500
    lines = ["schema: drill.chart/1", "id: large", "title: Large", "persons:"]
    lines += [f"  p{i}: {{name: P, channels: [{{kind: desk}}, {{kind: mobile}}]}}" for i in range(size)]
    lines += ["posts:", *(f"  q{i}: {{name: Q, holder: x{i}}}" for i in range(size))]
    lines += ["contacts:", *(f"  - {{from: q{i // 4}, to: q{i}, kind: report}}" for i in range(1, size))]
    path = tmp_path / "large.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = check_files([path])
    assert [each.line for each in found if each.code == "OC101"] == list(range(size + 6, 2 * size + 6))


def test_what_a_drill_can_be_played_on_is_found_by_name_and_what_hinders_it_is_counted(town: Path) -> None:
    scenario, chart = find_pair("stop", None).played_on()
    assert (scenario.id, chart.id) == ("stop", "town")
    (town / "scenarios" / "stop.yaml").write_text(SCENARIO.replace("[finder]", "[nobody]"), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        find_pair("stop", "town").played_on()
    assert (caught.value.code, caught.value.params) == ("play.has_problems", {"number": 1})
    assert caught.value.place.endswith("stop.yaml")
