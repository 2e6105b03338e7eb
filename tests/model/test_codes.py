"""Each problem is found by its code, at its exact line and column, and nothing else is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.model.check import check_chart, check_scenario
from drill.model.load import load_chart, load_scenario
from drill.model.problems import SEVERITY, Problem, format_problem
from drill.text.catalogue import catalogue
from tests.model.samples import CHART, SCENARIO, spoiled, written

YAML = [
    ("YM005", CHART, "«# nothing\n"),
    ("YM010", "title: {ja: 町, en: Town}", "title: {ja: 町, en: Town}\n «x: 1"),
    ("YM011", "  office: mon", "«\toffice: mon"),
    ("YM012", "id: town", "id: town«: x"),
    ("YM013", "id: town", "id: «'town"),
    ("YM014", "[cat]}\n  chief:", "«[cat}\n  chief:"),
    ("YM015", "id: town", "id: «@town"),
    ("YM016", "id: town", "id«： town"),
    ("YM016", "id: town", "id:«　town"),
    ("YM016", "  ben:\n", "  ben«：\n"),
    ("YM016", "  ben:\n", "«　ben:\n"),
    ("YM016", "holder: ann, d", "holder: ann«， d"),
    ("YM016", "{ja: 課長, en: Chief}", "{ja: 課長«、en: Chief}"),
    ("YM016", "name: {ja: 発見者, en: Finder}", "name: «｛ja: 発見者, en: Finder｝"),
    ("YM020", "site: hall", "site: «*hall"),
    ("YM023", "    site: hall", "    «<<: {site: hall}"),
    ("YM024", "    site: hall", "    site: hall\n    «site: hall"),
    ("YM025", "    site: hall", "    site: hall\n    ? «[a, b]\n    : 1"),
    ("YM026", "behaviours:", "behaviours: &x\n  y: «*x"),
    ("YM027", "behaviours:", "«---\nbehaviours:"),
    ("YM028", "site: hall", "site: «!here hall"),
    ("YM030", CHART, "«- schema: drill.chart/1\n"),
    ("YM031", "schema: drill.chart/1\nid", "«id"),
    ("YM032", "drill.chart/1", "«drill.scenario/1"),
    ("YM033", "drill.chart/1", "«drill.chart/9"),
]

CHARTS = [
    ("MD001", "    site: hall", "    site: hall\n    «sitte: hall"),
    ("MD002", "  cat:\n    name: {ja: 丙, en: Cat}", "  «cat:"),
    ("MD003", "role: manager", "role: «true"),
    ("MD004", "{answers: 0.9}", "«[0.9]"),
    ("MD005", "holder: ben\n    deputies: [cat]", "holder: ben\n    deputies: «cat"),
    ("MD006", "quorum: 2", "quorum: «two"),
    ("MD007", "{answers: 0.9}", "{answers: «often}"),
    ("MD008", "holder: ann, deputies: [cat]", "holder: ann, deputies: [cat], in_scope: «perhaps"),
    ("MD009", "to: 2023-11-02", "to: «20231102"),
    ("MD009", "to: 2023-11-02", "to: «2023-11-31"),
    ("MD010", "kind: report", "kind: «tell"),
    ("MD011", "kind: report,", "kind: report, deadline_min: «0,"),
    ("MD012", "quorum: 2", "quorum: «0"),
    ("MD014", "{answers: 0.9}", "{answers: «1.5}"),
    ("MD015", "by: [desk, mobile]", "by: «[]"),
    ("MD016", "role: manager", "role: «課長"),
    ("MD016", "  calm: {", "  calm: {answers: 0.9}\n  «静か: {"),
    ("MD017", "office: mon-fri 08:30-17:15", "office: «daytime"),
    ("MD018", "role: manager", "role: «[manager]"),
    ("MD019", "{ja: 課長, en: Chief}", "{ja: 課長, en: Chief, «also deputy}"),
    ("MD019", "{ja: 課長, en: Chief}", "{ja: 課長, en: Chief, «note: deputy}"),
    ("MD028", "[finder, all_desks]", "[finder«、all_desks]"),
    ("MD028", "holder: ben\n    deputies: [cat]", "holder: ben\n    deputies: «［cat］"),
    ("MD028", "{ja: 課長, en: Chief}", "{ja: 課長, en: Chief, x«：y}"),
    ("MD020", "title: {ja: 町, en: Town}", "title: «{ja: null}"),
    ("MD050", "{ja: 町, en: Town}", "«{ja: 町}"),
    ("MD050", "{ja: 町, en: Town}", "«町"),
    ("MD051", "{ja: 町, en: Town}", "«{en: Town}"),
    ("OC101", "holder: ben", "holder: «bem"),
    ("OC101", "holder: cat, deputies: [ann]", "holder: cat, deputies: [«nobody]"),
    ("OC102", "to: all_desks", "to: «all_desk"),
    ("OC102", "{from: finder", "{from: «founder"),
    ("OC102", "convener: chief", "convener: «chef"),
    ("OC103", "members: [desk]", "members: [desk, «finder2]"),
    ("OC104", "medium: exchange", "medium: «exchang"),
    ("OC105", "site: hall", "site: «hal"),
    ("OC106", "hours: office}, {", "hours: «offices}, {"),
    ("OC106", "when: {hours: office}", "when: {hours: «night}"),
    ("OC107", "behaviour: calm", "behaviour: «clam"),
    ("OC111", "holder: cat, deputies: [ann]", "holder: cat, deputies: [ann, «cat]"),
    ("OC112", "holder: cat, deputies: [ann]", "holder: cat, deputies: [ann, «ann]"),
    ("OC113", "to: 2023-11-02", "to: «2023-10-31"),
    (
        "OC114",
        "  desk: {name: {ja: 窓口, en: Desk}, holder: cat, deputies: [ann]}",
        "  «desk: {name: {ja: 窓口, en: Desk}}",
    ),
    ("OC116", "channels: [{kind: desk}, {kind: mobile}]", "channels: [{kind: desk}, {kind: mobile}, «{kind: mobile}]"),
    ("OC120", "from: chief, to: all_desks", "from: chief, to: «chief"),
    ("OC121", "duties:", "  - «{from: finder, to: chief, kind: report, by: [desk]}\nduties:"),
    ("OC122", "by: [desk, mobile]", "by: «[radio]"),
    ("OC123", "groups:", "  «lost: {name: {ja: 孤, en: Lost}, holder: cat}\ngroups:"),
    ("OC124", "by: [desk, mobile]", "by: «[mobile]"),
    ("OC130", "contacts:", "  «empty: {name: {ja: 空, en: Empty}, members: []}\ncontacts:"),
    ("OC131", "quorum: 2", "quorum: «3"),
]


def _span(start: str, end: str) -> str:
    """The scenario's text from `start` up to `end`."""
    return SCENARIO[SCENARIO.index(start) : SCENARIO.index(end)]


PRESS = _span("    kind: choice", "    requires:")
PUBLISH = _span("publish: true", "    requires:")
INJECTS = _span("injects:", "chief, message: notice")
COUNTS = _span("counts:", "quiz:")
QUIZ = _span("{text: {ja: 問", "}]}\n") + "}]}"
GIVES = "    gives: notice\n    items: [what]\n"
SCENARIOS = [
    ("MD021", "stops: {totalled: true}", "stops: «{totalled: true, level: [1]}"),
    ("MD022", "judge: {kind: level", "judge: «{kind: action"),
    ("MD023", "    kind: choice", "    «kind: action"),
    ("MD024", "meet: {kind: convene", "meet: «{kind: action"),
    ("MD025", PRESS, PRESS.replace("kind", "«kind").replace("right: true, ", "")),
    ("MD026", QUIZ, QUIZ.replace("{", "«{", 1).replace("否, en: B}", "否, en: B}, right: true")),
    ("MD027", "2023-11-16T14:00", "«2023-11-16T14:00+09:00"),
    ("MD050", "{ja: 始まり, en: Begin}", "«始まり"),
    ("SC101", "roles: [manager]", "roles: [«manger]"),
    ("SC101", "to: [finder]", "to: [finder, «founder]"),
    ("SC101", "told: {post: chief", "told: {post: «chef"),
    ("SC101", "kind: action, post: finder", "kind: action, post: «nobody"),
    ("SC101", "from: [all_desks]", "from: [all_desks, «all]"),
    ("SC101", "to: chief, label", "to: «chef, label"),
    ("SC101", "{from: finder, to: manager, kind: report, d", "{from: finder, to: «boss, kind: report, d"),
    ("SC102", "gives: notice\n    items: [what]", "gives: «notise"),
    ("SC102", "message: notice", "message: «notise"),
    ("SC102", "after: notice", "after: «later"),
    ("SC103", "delivered: alarm", "delivered: «alarms"),
    ("SC104", "done: judge", "done: «judged"),
    ("SC104", "task: press", "task: «pres"),
    ("SC105", "option: go", "option: «went"),
    ("SC106", "quorum: meeting", "quorum: «meating"),
    ("SC106", "duty: meeting", "duty: «meating"),
    ("SC107", "down: [exchange]", "down: [«line]"),
    ("SC108", "items: [what, when]", "items: [what, when, «who]"),
    ("SC109", "objective: tell", "objective: «told"),
    ("SC111", GIVES, "    items: [«what]\n"),
    ("SC112", "values: {desk: 3}", "values: {«chief: 3}"),
    ("SC113", INJECTS, INJECTS.replace(GIVES, "").replace("told:", "«told:")),
    ("SC113", COUNTS, "clocks:\n  law: {title: {ja: 報告, en: Report}, due_h: 72, stops: {not: {«totalled: true}}}\n"),
    ("SC114", "opens: {at_min: 20, when: {all: [{delivered: alarm}, {done: judge}]}}", "opens: {when: «{done: meet}}"),
    ("SC115", "right: 2", "right: «1"),
    ("SC116", PUBLISH, PUBLISH.replace("publish: t", "publish: «t").replace(", publishing: true", "")),
    ("SC117", "{from: finder, to: manager, kind: report, d", "«{from: finder, to: manager, kind: consult, d"),
    ("SC118", "messages:", "  «where: {label: {ja: 所, en: Where}, value: {ja: 庁, en: Hall}}\nmessages:"),
    ("SC120", "opens: {at_min: 5}, within_min: 9", "opens: {at_min: «61}"),
    ("SC121", "opens: {at_min: 5}, within_min: 9", "opens: {at_min: 0}, within_min: «4"),
    ("SC122", "within_min: 9}", "within_min: «9, requires: {chosen: {task: press}}}"),
    ("SC123", "within_min: 10, objective", "within_min: «56, objective"),
    (
        "SC124",
        "clocks:\n  law: {title: {ja: 報告, en: Report},",
        "clocks:\n  law: {title: {ja: 報告, en: Report}, starts: {at_min: «70},",
    ),
    ("SC125", "opens: {at_min: 20, when: {all", "opens: {at_min: 56, when: «{all"),
    ("SC126", "injects:", "  «news: {title: {ja: 続, en: News}, items: [what]}\ninjects:"),
    ("SC106", "duty: 'meeting'", "duty: «'meating'"),
    (
        "MD025",
        "{text: {ja: 周知, en: Tell them}, options: {now: {text: {ja: 今, en: Now}, right: true}}}",
        "«{text: {ja: 周知, en: Tell them}, options: {now: {text: {ja: 今, en: Now}}}}",
    ),
    ("SC132", "by_level: {1: {ja: 小, en: Small}, 2", "«by_level: {0: {ja: 小, en: Small}, 2"),
    ("SC132", "      by_level: {1: {ja: 小, en: Small}, 2", "      «by_level: {1: {ja: 小, en: Small}, 3"),
    ("SC133", "at_min: 40, minutes", "at_min: «0.5, minutes"),
    ("SC130", INJECTS, INJECTS.replace("injects", "«injects").replace(GIVES, "")),
]


ALSO = {
    "SC102": {"SC113", "SC126"},
    "SC111": {"SC113", "SC126", "SC130"},
    "SC113": {"SC126", "SC130"},
    "SC130": {"SC113", "SC126"},
}
"""What else the same mistake leads to."""


def _chart_problems(folder: Path, text: str) -> list[Problem]:
    loaded = load_chart(written(folder, text))
    return check_chart(loaded)


def _scenario_problems(folder: Path, text: str) -> list[Problem]:
    chart = load_chart(written(folder, CHART, "town.yaml"))
    loaded = load_scenario(written(folder, text))
    return check_scenario(loaded, chart.value)


def _found(problems: list[Problem]) -> list[tuple[str, tuple[int, int]]]:
    return [(each.code, (each.line, each.column)) for each in problems]


def test_the_samples_have_no_problem(tmp_path: Path) -> None:
    assert _chart_problems(tmp_path, CHART) == []
    assert _scenario_problems(tmp_path, SCENARIO) == []


@pytest.mark.parametrize(("code", "old", "new"), [*YAML, *CHARTS])
def test_a_spoiled_chart_has_this_problem_here(tmp_path: Path, code: str, old: str, new: str) -> None:
    text, place = spoiled(CHART, old, new)
    assert _found(_chart_problems(tmp_path, text)) == [(code, place)]


@pytest.mark.parametrize(("code", "old", "new"), SCENARIOS)
def test_a_spoiled_scenario_has_this_problem_here(tmp_path: Path, code: str, old: str, new: str) -> None:
    text, place = spoiled(SCENARIO, old, new)
    found = _scenario_problems(tmp_path, text)
    assert (code, place) in _found(found)
    assert {each.code for each in found} - ALSO.get(code, set()) == {code}


def test_every_code_is_provoked_somewhere() -> None:
    """YM001-YM009, YM021, YM022, YM029: test_hostile_files; MD099: test_loading; the others: test_lint.

    Planning rules (from OC141): tests/analysis/test_rules_*; cells of sheets (XS): tests/sheets;
    files of a drill year (YR): test_check_year, test_check_bank, test_check_questionnaire, test_evaluation.
    """
    here = {case[0] for case in [*YAML, *CHARTS, *SCENARIOS]}
    lint = {"MD052", "OC115", "SC100", "SC110", "SC119", "SC127", "SC128", "SC131", "SC134"}
    elsewhere = {"YM021", "YM022", "YM029", "MD099", *lint}
    of_files = {code for code in SEVERITY if not "OC140" < code < "OC9" and not code.startswith(("XS", "YR"))}
    assert of_files - here - elsewhere == {f"YM00{i}" for i in range(1, 10) if i != 5}


@pytest.mark.parametrize("code", sorted(SEVERITY))
def test_every_code_has_a_sentence_and_a_hint_in_both_languages(code: str) -> None:
    for language in ("ja", "en"):
        say = catalogue(language)
        assert code in say
        assert f"{code}.hint" in say


@pytest.mark.parametrize(("code", "old", "new"), [*YAML, *CHARTS])
def test_every_chart_problem_is_said_in_one_line(tmp_path: Path, code: str, old: str, new: str) -> None:
    for found in _chart_problems(tmp_path, spoiled(CHART, old, new)[0]):
        for language in ("ja", "en"):
            line = format_problem(found, catalogue(language))
            assert line.startswith(f"{found.severity[0].upper()} {code} {found.file}:{found.line}:{found.column} ")
            assert "\n" not in line


@pytest.mark.parametrize(("code", "old", "new"), SCENARIOS)
def test_every_scenario_problem_is_said_in_one_line(tmp_path: Path, code: str, old: str, new: str) -> None:
    for found in _scenario_problems(tmp_path, spoiled(SCENARIO, old, new)[0]):
        assert format_problem(found, catalogue("ja")) != format_problem(found, catalogue("en"))
