"""The self-checks of a year's folder: who is asked, answers taken one batch at a time, closing.

Answers are in `selfchecks/NAME.json` and nowhere else. The times of the file and of its folder are always those of the
first day of the self-check, so that they tell nothing either.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from drill.errors import UsageError
from drill.exercise.locking import lock
from drill.model.check import check_year_file, usable
from drill.model.library import find_selfcheck
from drill.model.load import load_selfcheck
from drill.model.problems import no_such
from drill.model.program import SelfCheckPlan
from drill.model.questionnaire import SelfCheck
from drill.whole import write_whole
from drill.year.events import SelfCheckClosed
from drill.year.folder import PROGRAM, YearFolder
from drill.year.rates import Results, of_published, of_tally
from drill.year.tally import AnswerSheet, Respondents, Tally, closed, count, dump_tally, opened, parse_tally
from drill.year.year import Year


def plan_of(year: Year, name: str) -> SelfCheckPlan:
    """A self-check of the programme; UsageError if there is none of this name."""
    found = year.program.selfchecks.get(name)
    if found is None:
        raise no_such("what.selfcheck", name, year.program.selfchecks)
    return found


def questionnaires(folder: YearFolder, name: str) -> SelfCheck:
    """Its questions; UsageError where the file is missing or wrong, or lacks a questionnaire of the programme."""
    plan = plan_of(folder.year, name)
    file = find_selfcheck(plan.questionnaires, folder.path / PROGRAM)
    check = load_checked(file)
    for group in plan.groups:
        if group not in check.questionnaires:
            raise UsageError("selfcheck.no_group", str(file), name=group)
    return check


def load_checked(file: Path) -> SelfCheck:
    """Questionnaires without mistakes; UsageError for the first one."""
    loaded = load_selfcheck(file)
    return usable(loaded, check_year_file(loaded))


def groups(year: Year, name: str, check: SelfCheck) -> list[Respondents]:
    """Who is asked, by the roster of now; UsageError without a roster."""
    if year.roster is None:
        raise UsageError("selfcheck.no_roster")
    plan, found = plan_of(year, name), []
    for group, target in plan.groups.items():
        people = year.headcount([target], plan.first, plan.last).required
        services = [year.members[number].service for number in people]
        first, later = services.count("first"), services.count("later")
        asked, unknown = check.questionnaires[group], len(services) - first - later
        found.append(Respondents.of(group, asked.title, first, later, unknown, questions=len(asked.questions)))
    return found


def open_groups(folder: YearFolder, name: str) -> list[Respondents]:
    """The same; once it has been opened, as it was then."""
    check, tally = questionnaires(folder, name), read(folder, name)
    if tally is None:
        return groups(folder.year, name, check)
    kept = ((each, found.title, tally.groups.get(each)) for each, found in check.questionnaires.items())
    return [Respondents(each, title, t.people, t.detail, t.only) for each, title, t in kept if t]


def read(folder: YearFolder, name: str) -> Tally | None:
    """What has been answered so far; None before the first answer. UsageError if the file is not what was written."""
    path = _path(folder, name)
    data = path.read_bytes() if path.is_file() else b""
    entry = next((each for each in folder.state.events(SelfCheckClosed) if each.selfcheck == name), None)
    if entry and sha256(data).hexdigest() != entry.sha256:
        raise UsageError("selfcheck.changed", str(path))
    return parse_tally(data, str(path)) if path.is_file() else None


def hand_in(folder: YearFolder, name: str, group: str, sheets: Sequence[AnswerSheet], today: date) -> Tally:
    """Count answer sheets, all or none, and open the self-check with the first; UsageError says what is wrong."""
    check, plan = questionnaires(folder, name), plan_of(folder.year, name)
    if today < plan.first:
        raise UsageError("selfcheck.not_begun", day=plan.first.isoformat())
    with _alone(folder, name) as path:
        tally = _counted(folder, name, check) or opened(check, groups(folder.year, name, check))
        for sheet in sheets:
            tally = count(tally, check, group, sheet)
        write_whole(path, dump_tally(tally))
    return tally


def close(folder: YearFolder, name: str, on: date, today: date) -> Results:
    """Take no more answers: cut down what small numbers would tell, and enter that it was closed on a day."""
    check = questionnaires(folder, name)
    with _alone(folder, name) as path:
        tally = _counted(folder, name, check) or opened(check, groups(folder.year, name, check))
        if not tally.closed:
            tally = closed(tally, check)
            write_whole(path, dump_tally(tally))
        # If it is cut short between the two, closing once more mends it.
        digest = sha256(dump_tally(tally)).hexdigest()
        folder.record(SelfCheckClosed(name, on.isoformat(), f"selfchecks/{name}.json", digest), today)
    return of_tally(check, tally, folder.program.year)


def results(folder: YearFolder, name: str) -> Results:
    """What it came to; UsageError before it is closed."""
    check = questionnaires(folder, name)
    tally = _counted(folder, name, check)
    if tally is None:
        raise UsageError("selfcheck.no_answers")
    return of_tally(check, tally, folder.program.year)


def last_year(folder: YearFolder, name: str) -> Results | None:
    """Last year's results: of last year's folder or, without one, as they were published; None if there are none."""
    if folder.before and (folder.before / "year.jsonl").is_file():
        before = YearFolder.open(folder.before)
        if name in before.program.selfchecks and (tally := read(before, name)) and tally.closed:
            return results(before, name)
    try:
        return of_published(questionnaires(folder, name), folder.program.year - 1)
    except UsageError:
        return None


def _counted(folder: YearFolder, name: str, check: SelfCheck) -> Tally | None:
    """What `read` gives; UsageError if questions have gone that were answered."""
    tally = read(folder, name)
    for group, found in tally.groups.items() if tally else ():
        asked = check.questionnaires.get(group)
        answered = {question for part in found.parts.values() for question in part.questions}
        if asked is None or not answered <= set(asked.questions):
            raise UsageError("selfcheck.other_questions", str(_path(folder, name)), name=group)
    return tally


def _path(folder: YearFolder, name: str) -> Path:
    return folder.path / "selfchecks" / f"{name}.json"


@contextmanager
def _alone(folder: YearFolder, name: str) -> Iterator[Path]:
    """The file of counts, for one process at a time; UsageError if another is at it. Times of files tell nothing."""
    path, first = _path(folder, name), plan_of(folder.year, name).first
    always = datetime(first.year, first.month, first.day, tzinfo=UTC).timestamp()
    path.parent.mkdir(exist_ok=True)
    held = path.with_suffix(".lock")
    with held.open("ab") as file:
        if not lock(file):
            raise UsageError("year.in_use", str(folder.path))
        try:
            yield path
        finally:
            for each in (held, path, path.parent):
                if each.exists():
                    os.utime(each, (always, always))
