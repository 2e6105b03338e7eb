"""Checks of a programme: names that must exist, days that must fit, teachers who must be trained before they teach."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path as FilePath

from drill.errors import UsageError
from drill.model.findings import Findings
from drill.model.library import find, list_files
from drill.model.load import Loaded, Loader, Model, load_bank, load_scenario, load_selfcheck
from drill.model.problems import Path, Problem, nearest
from drill.model.program import Activity, Program


def hindrances(program: Loaded[Program]) -> list[Problem]:
    """What a year cannot be held with: mistakes of shape, unknown names, other years, cascades that cannot work."""
    if program.value is None:
        return list(program.problems)
    found = Findings(program, program.value)
    check_names(found)
    check_days(found)
    check_cascades(found)
    return [each for each in found.problems if each.severity == "error"]


def check_names(found: Findings[Program]) -> None:
    """Targets, sections, activities and papers that are named somewhere exist; spellings of sections are unique."""
    program = found.value
    targets, sections = found.names("targets"), found.names("sections")
    for name, target in program.targets.items():
        found.each_known("YR102", ("targets", name, "sections"), target.sections, sections)
    for path, target_name in _targets_named(program):
        found.known("YR101", path, target_name, targets, key=path[-1] == target_name)
    for name, activity in program.activities.items():
        found.known("YR104", ("activities", name, "paper"), activity.paper, found.names("papers"))
        if activity.cascade:
            earlier = activity.cascade.trained_in
            found.known("YR103", ("activities", name, "cascade", "trained_in"), earlier, found.names("activities"))
    for name, check in program.selfchecks.items():
        found.known("YR104", ("selfchecks", name, "paper"), check.paper, found.names("papers"))
    _spellings(found)


def _targets_named(program: Program) -> Iterator[tuple[Path, str]]:
    for name, activity in program.activities.items():
        for place, target in enumerate(activity.targets):
            yield ("activities", name, "targets", place), target
        for target in activity.outcome_of:
            yield ("activities", name, "outcome_of", target), target
        if activity.cascade and activity.cascade.representatives:
            yield ("activities", name, "cascade", "representatives"), activity.cascade.representatives
    for name, check in program.selfchecks.items():
        for group, target in check.groups.items():
            yield ("selfchecks", name, "groups", group), target


def _spellings(found: Findings[Program]) -> None:
    """A roster's section must mean one section."""
    seen: dict[str, str] = {}
    for name, section in found.value.sections.items():
        for text in {section.name.get("ja"), *section.also}:
            plain = "".join(unicodedata.normalize("NFKC", text).split()).casefold()
            if seen.setdefault(plain, name) != name:
                found.add("YR115", ("sections", name), text=text, other=seen[plain])


def check_days(found: Findings[Program]) -> None:
    """All days lie in the year; methods come before what is held, results after it."""
    program = found.value
    first, last = date(program.year, 4, 1), date(program.year + 1, 3, 31)
    for path, day in _days(program):
        if day and not first <= day <= last:
            found.add("YR106", path, day=day.isoformat(), first=first.isoformat(), last=last.isoformat())
    held = [(("activities", name), each.paper, each.first, each.end) for name, each in program.activities.items()]
    held += [(("selfchecks", name), each.paper, each.first, each.last) for name, each in program.selfchecks.items()]
    for path, paper_name, begins, ends in held:
        paper = program.papers.get(paper_name)
        if paper and paper.method and paper.method > begins:
            found.add("YR113", (*path, "from"), name=paper_name, day=paper.method.isoformat())
        if paper and paper.result and paper.result < ends:
            found.add("YR114", (*path, "paper"), name=paper_name, day=paper.result.isoformat())


def _days(program: Program) -> Iterator[tuple[Path, date | None]]:
    yield ("as_of",), program.as_of
    for name, activity in program.activities.items():
        yield ("activities", name, "from"), activity.first
        yield ("activities", name, "to"), activity.last
    for name, check in program.selfchecks.items():
        yield ("selfchecks", name, "from"), check.first
        yield ("selfchecks", name, "to"), check.last
    for name, paper in program.papers.items():
        yield ("papers", name, "method"), paper.method
        yield ("papers", name, "result"), paper.result
    for place, meeting in enumerate(program.board):
        yield ("board", place, "on"), meeting.on


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
            assert loaded
            found.known("YR117", ("selfchecks", name, "groups", group), group, loaded.questionnaires, key=True)


def _load(found: Findings[Program], code: str, path: Path, name: str, kind: str, load: Loader[Model]) -> Model | None:
    """A file the programme names, as far as it can be read; a problem if there is none. Scenarios lie apart from it."""
    beside = None if kind == "scenarios" else FilePath(found.loaded.file)
    try:
        return load(find(kind, name, beside)).partial
    except UsageError:
        found.add(code, path, name=name, near=nearest(name, [entry.name for entry in list_files(kind)]))
        return None
