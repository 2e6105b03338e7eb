"""Checks of a programme: names that must exist, days that must fit, teachers who must be trained before they teach."""

from __future__ import annotations

from datetime import date
from pathlib import Path as FilePath

from drill.errors import UsageError
from drill.model.findings import Findings
from drill.model.library import find, list_files
from drill.model.load import Loader, Model, load_bank, load_scenario, load_selfcheck
from drill.model.problems import Path, nearest
from drill.model.program import Activity, Program
from drill.pairs import reached
from drill.text.normal import key


def check_names(found: Findings[Program]) -> None:
    """Targets, sections, activities and papers that are named somewhere exist; spellings of sections are unique."""
    found.all_defined(*_REFERENCES)
    _spellings(found)


_REFERENCES = (
    ("YR101", "targets", "activities.*.targets.*", "activities.*.outcome_of.#", "selfchecks.*.groups.*"),
    ("YR101", "targets", "activities.*.cascade.representatives"),
    ("YR102", "sections", "targets.*.sections.*"),
    ("YR103", "activities", "activities.*.cascade.trained_in"),
    ("YR104", "papers", "activities.*.paper", "selfchecks.*.paper"),
)


def _spellings(found: Findings[Program]) -> None:
    """A roster's section must mean one section."""
    seen: dict[str, str] = {}
    for name, text in found.value.spellings():
        if (other := seen.setdefault(key(text), name)) != name:
            found.add("YR115", ("sections", name), text=text, other=other)


def check_days(found: Findings[Program]) -> None:
    """All days lie in the year; methods come before what is held, results after it."""
    program = found.value
    first, last = date(program.year, 4, 1), date(program.year + 1, 3, 31)
    for path, day in (each for pattern in _DAYS for each in found.at(pattern)):
        if not first <= day <= last:
            found.add("YR106", path, day=day.isoformat(), first=first.isoformat(), last=last.isoformat())
    held = [(("activities", name), each.paper, each.first, each.end) for name, each in program.activities.items()]
    held += [(("selfchecks", name), each.paper, each.first, each.last) for name, each in program.selfchecks.items()]
    for path, paper_name, begins, ends in held:
        paper = program.papers.get(paper_name)
        if paper and paper.method and paper.method > begins:
            found.add("YR113", (*path, "from"), name=paper_name, day=paper.method.isoformat())
        if paper and paper.result and paper.result < ends:
            found.add("YR114", (*path, "paper"), name=paper_name, day=paper.result.isoformat())


_DAYS = (
    "as_of",
    *("activities.*.first", "activities.*.last"),
    *("selfchecks.*.first", "selfchecks.*.last"),
    *("papers.*.method", "papers.*.result"),
    "board.*.on",
)


def check_cascades(found: Findings[Program]) -> None:
    """Teachers are trained in an earlier class, and no class waits for itself."""
    activities = found.value.activities
    for name, activity in activities.items():
        cascade = activity.cascade
        path: Path = ("activities", name, "cascade")
        if cascade is None or cascade.trained_in not in activities:
            continue
        earlier = activities[cascade.trained_in]
        if cascade.representatives or earlier.kind != "training" or activity.kind != "training":
            found.add("YR110", path, name=cascade.trained_in)
        elif ring := _ring(activities, name):
            found.add("YR105", (*path, "trained_in"), ring=" → ".join(ring))
        elif activity.end < earlier.first:
            found.add("YR111", ("activities", name), name=cascade.trained_in, day=earlier.first.isoformat())
        elif activity.first < earlier.first:
            found.add("YR112", ("activities", name), name=cascade.trained_in, day=earlier.first.isoformat())


def _ring(activities: dict[str, Activity], name: str) -> list[str]:
    """The way back to `name` along those in which the teachers are trained; empty if there is none."""

    def before(each: str) -> list[str]:
        cascade = activities[each].cascade
        return [cascade.trained_in] if cascade and cascade.trained_in in activities else []

    way = [each for each, _ in reached([name], before)]
    return [*way, name] if before(way[-1]) == [name] else []


HINDERING = (check_names, check_days, check_cascades)
"""What a year cannot be held with: unknown names, other years, cascades that cannot work."""


def check_files_named(found: Findings[Program]) -> None:
    """Banks, scenarios and questionnaires are there, and hold what the programme asks of them."""
    for path, test in found.at("activities.*.test"):
        share = -(-test.questions // len(test.banks))
        for place, name in enumerate(test.banks):
            bank = _load(found, "YR107", (*path, "banks", place), name, "scenarios/banks", load_bank)
            if bank and len(bank.questions) < share:
                found.add("YR119", (*path, "banks", place), name=name, has=len(bank.questions), needed=share)
    for path, activity in found.at("activities.*"):
        if activity.scenario:
            scenario = _load(found, "YR108", (*path, "scenario"), activity.scenario, "scenarios", load_scenario)
            if scenario and activity.kind == "meeting" and scenario.meeting is None:
                found.add("YR118", (*path, "scenario"), name=activity.scenario)
    for path, plan in found.at("selfchecks.*"):
        at, name = (*path, "questionnaires"), plan.questionnaires
        if check := _load(found, "YR109", at, name, "scenarios/selfchecks", load_selfcheck):
            for group in plan.groups.keys() - check.questionnaires.keys():
                found.unknown("YR117", (*path, "groups", group), group, check.questionnaires, key=True)


def _load(found: Findings[Program], code: str, path: Path, name: str, kind: str, load: Loader[Model]) -> Model | None:
    """A file the programme names, as far as it can be read; a problem if there is none. Scenarios lie apart from it."""
    beside = None if kind == "scenarios" else FilePath(found.loaded.file)
    try:
        return load(find(kind, name, beside)).partial
    except UsageError:
        found.add(code, path, name=name, near=nearest(name, [entry.name for entry in list_files(kind)]))
        return None
