"""Checks of a programme: names that must exist, days that must fit, teachers who must be trained before they teach."""

from __future__ import annotations

from datetime import date
from pathlib import Path as FilePath

from drill.errors import UsageError
from drill.model.findings import Findings, findings
from drill.model.library import find, list_files
from drill.model.load import Loaded, Loader, Model, load_bank, load_scenario, load_selfcheck
from drill.model.problems import Path, Problem, nearest
from drill.model.program import Activity, Program
from drill.text.normal import key


def hindrances(program: Loaded[Program]) -> list[Problem]:
    """What a year cannot be held with: mistakes of shape, unknown names, other years, cascades that cannot work."""
    if program.value is None:
        return list(program.problems)
    found = findings(program, *HINDERING)
    return [each for each in found if each.severity == "error"]


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
    way = [name]
    while (cascade := activities[way[-1]].cascade) and cascade.trained_in in activities:
        way.append(cascade.trained_in)
        if way[-1] == name:
            return way
        if way[-1] in way[:-1]:
            return []
    return []


HINDERING = (check_names, check_days, check_cascades)


def check_files_named(found: Findings[Program]) -> None:
    """Banks, scenarios and questionnaires are there, and hold what the programme asks of them."""
    for name, activity in found.value.activities.items():
        own: Path = ("activities", name)
        for place, bank_name in enumerate(activity.test.banks if activity.test else ()):
            path = (*own, "test", "banks", place)
            bank = _load(found, "YR107", path, bank_name, "scenarios/banks", load_bank)
            assert activity.test
            share = -(-activity.test.questions // len(activity.test.banks))
            if bank and len(bank.questions) < share:
                found.add("YR119", path, name=bank_name, has=len(bank.questions), needed=share)
        if activity.scenario:
            path = (*own, "scenario")
            scenario = _load(found, "YR108", path, activity.scenario, "scenarios", load_scenario)
            if scenario and activity.kind == "meeting" and scenario.meeting is None:
                found.add("YR118", path, name=activity.scenario)
    for name, check in found.value.selfchecks.items():
        path = ("selfchecks", name, "questionnaires")
        loaded = _load(found, "YR109", path, check.questionnaires, "scenarios/selfchecks", load_selfcheck)
        for group in check.groups if loaded else ():
            if loaded and group not in loaded.questionnaires:
                path = ("selfchecks", name, "groups", group)
                found.unknown("YR117", path, group, loaded.questionnaires, key=True)


def _load(found: Findings[Program], code: str, path: Path, name: str, kind: str, load: Loader[Model]) -> Model | None:
    """A file the programme names, as far as it can be read; a problem if there is none. Scenarios lie apart from it."""
    beside = None if kind == "scenarios" else FilePath(found.loaded.file)
    try:
        return load(find(kind, name, beside)).partial
    except UsageError:
        found.add(code, path, name=name, near=nearest(name, [entry.name for entry in list_files(kind)]))
        return None
