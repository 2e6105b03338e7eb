"""The folder of a drill year: the programme as it was agreed, the rosters, the log of all entries, and their files.

`program.yaml` and the question banks and questionnaires it names are copies, so that a year stays as it was held.
The log is a ledger (`drill.exercise.ledger`); times count days from the 1st of April, and a cut last line is mended.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from drill.errors import UsageError
from drill.exercise.chain import Row
from drill.exercise.ledger import Log, Refusals, Rejected, Vocabulary
from drill.model.check import usable
from drill.model.check_program import HINDERING
from drill.model.findings import findings
from drill.model.library import find_bank, find_program, find_selfcheck
from drill.model.load import load_program
from drill.model.program import Program
from drill.text.clean import clean
from drill.whole import write_whole
from drill.year.events import YEAR_SCHEMA, AnyYearEvent, RosterTaken, Withdrawn, YearOpened
from drill.year.roster import Roster, dump_roster, parse_roster
from drill.year.rules import decide
from drill.year.state import YearState, at_ms, day_at, evolve
from drill.year.year import Year

LOG, PROGRAM = "year.jsonl", "program.yaml"
FOLDERS = ("rosters", "transcripts", "selfchecks")


def _judge(state: YearState, asked: tuple[Year, AnyYearEvent, date]) -> Sequence[AnyYearEvent] | Rejected:
    year, wanted, today = asked
    verdict = decide(replace(year, state=state), wanted, today)
    return verdict if isinstance(verdict, Rejected) else [verdict]


YEAR: Vocabulary[YearOpened, YearState, AnyYearEvent, tuple[Year, AnyYearEvent, date]] = Vocabulary(
    schema=YEAR_SCHEMA,
    events=AnyYearEvent,
    first=lambda opened: opened,
    setup=lambda opened: opened,
    start=lambda _opened: YearState(),
    decide=_judge,
    evolve=lambda state, event, _at_ms: evolve(state, event),
    over=lambda _state: False,
    refusals=Refusals("year.not_one", "year.in_use"),
)


@dataclass
class YearFolder:
    """An open year. `record` is the only way in which it changes."""

    path: Path
    program: Program
    state: YearState
    roster: Roster | None

    @classmethod
    def create(cls, path: Path, program: str | Path, today: date, before: Path | None = None) -> YearFolder:
        """A new folder with a copy of the programme; UsageError if something is there or the programme is none."""
        source = find_program(program)
        loaded = load_checked(source)
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise UsageError("year.folder_taken", str(path))
        if before and not (before / LOG).is_file():
            raise UsageError("year.none", str(before))
        last = os.path.relpath(before, path) if before else ""
        if clean(last) != last:
            raise UsageError("year.bad_name", str(before))
        for name in FOLDERS:
            (path / name).mkdir(parents=True, exist_ok=True)
        for file in (source, *_named_by(loaded, source)):
            write_whole(path / (PROGRAM if file == source else file.name), file.read_bytes())
        ledger = YEAR.begin(YearOpened(YEAR_SCHEMA, loaded.id, last), path / LOG, at_ms(loaded.year, today))
        ledger.close()
        return cls(path, loaded, ledger.state, None)

    @classmethod
    def open(cls, path: Path, *, roster_anew: bool = False) -> YearFolder:
        """An existing one; UsageError if it is none, or if its files have been changed.

        `roster_anew`: the roster is about to be taken again, and one that is gone or changed is no hindrance.
        """
        if not (path / LOG).is_file():
            raise UsageError("year.none", str(path))
        log, program = YEAR.read(path / LOG), load_checked(path / PROGRAM)
        _check_entries(path, program, log)
        return cls(path, program, log.state, None if roster_anew else _roster(path, program, log.state))

    @property
    def year(self) -> Year:
        """What rules and figures look at."""
        return Year(self.program, self.roster, self.state)

    @property
    def before(self) -> Path | None:
        """The folder of last year, if this year says so."""
        opened = self.state.entries[0]
        return self.path / opened.before if isinstance(opened, YearOpened) and opened.before else None

    def log(self) -> tuple[Row[AnyYearEvent], ...]:
        """All entries with their times."""
        return YEAR.read(self.path / LOG).rows

    def record(self, wanted: AnyYearEvent, today: date) -> int:
        """Enter an event if the rules allow it; its number. UsageError `year.refused.…` says why not.

        It is on the disk when this returns. What another process has entered in the meantime is seen.
        """
        with closing(YEAR.resume(self.path / LOG)) as ledger:
            self._follow(ledger.state)
            self._refuse(ledger.send((self.year, wanted, today), at_ms(self.program.year, today)))
        self._follow(ledger.state)
        return len(self.state.entries) - 1

    def _follow(self, state: YearState) -> None:
        """Look at the year as it has become."""
        new, self.state = state.entries[len(self.state.entries) :], state
        if any(isinstance(each, (RosterTaken, Withdrawn)) for each in new):
            self.roster = _roster(self.path, self.program, state)

    def expect(self, wanted: AnyYearEvent, today: date) -> None:
        """UsageError `year.refused.…` if an event would not be entered, as far as is known now."""
        verdict = decide(self.year, wanted, today)
        self._refuse(verdict if isinstance(verdict, Rejected) else None)

    def _refuse(self, refused: Rejected | None) -> None:
        if refused:
            raise UsageError(refused.code, str(self.path), **refused.params)

    def take_roster(self, roster: Roster, today: date) -> int:
        """Keep a roster in the folder and enter that it counts from now on."""
        data = dump_roster(roster)
        file = self.keep("rosters", roster.as_of.isoformat(), ".csv", data)
        entry = RosterTaken(roster.as_of.isoformat(), file, sha256(data).hexdigest(), len(roster.members))
        return self.record(entry, today)

    def keep(self, folder: str, stem: str, suffix: str, data: bytes) -> str:
        """Store a file of the year under a name that is still free; its path in the folder. Nothing is overwritten."""
        for number in range(1, 10_000):
            name = f"{folder}/{stem}{f'-{number}' if number > 1 else ''}{suffix}"
            if (found := self.path / name).exists():
                if found.read_bytes() == data:
                    return name
                continue
            write_whole(found, data)
            return name
        raise UsageError("year.folder_taken", str(self.path / folder))


def load_checked(path: Path) -> Program:
    """A programme that a year can be held with; UsageError names the first mistake."""
    loaded = load_program(path)
    return usable(loaded, findings(loaded, *HINDERING))


def _named_by(program: Program, source: Path) -> Iterator[Path]:
    """The files of banks and questionnaires that the programme names, as far as they are there."""
    banks = dict.fromkeys(bank for each in program.activities.values() if each.test for bank in each.test.banks)
    checks = dict.fromkeys(each.questionnaires for each in program.selfchecks.values())
    for find, names in ((find_bank, banks), (find_selfcheck, checks)):
        for name in names:
            try:
                yield find(name, source)
            except UsageError:  # `drill check` says so
                continue


def _check_entries(path: Path, program: Program, log: Log[YearOpened, YearState, AnyYearEvent]) -> None:
    """UsageError for days that there are not and files that are not the year's, and where the programme lacks a name.

    What a withdrawn entry speaks of may have left the programme.
    """
    named: dict[str, Container[str]] = {
        "activity": program.activities,
        "section": program.sections,
        "selfcheck": program.selfchecks,
        "paper": program.papers,
    }
    for number, (time_ms, event) in enumerate(log.rows):
        try:
            day_at(program.year, time_ms)
            for day in (getattr(event, "on", None), getattr(event, "as_of", None)):
                date.fromisoformat(day or "2000-01-01")
            for file in (getattr(event, "file", ""), getattr(event, "transcript", "")):
                if "\0" in file or ".." in Path(file).parts or Path(file).is_absolute():
                    raise ValueError(file)
        except (ValueError, OverflowError) as problem:
            raise UsageError("cli.transcript_changed", str(log.path), line=number + 1) from problem
        for kind, known in named.items() if number not in log.state.withdrawn else ():
            if (name := getattr(event, kind, None)) and name not in known:
                raise UsageError("year.program_changed", str(path / PROGRAM), entry=number, name=name)


def _roster(path: Path, program: Program, state: YearState) -> Roster | None:
    taken = state.roster
    if taken is None:
        return None
    file = path / taken.file
    try:
        data = file.read_bytes()
    except OSError as problem:
        raise UsageError("year.roster_changed", str(file)) from problem
    if sha256(data).hexdigest() != taken.sha256:
        raise UsageError("year.roster_changed", str(file))
    roster = parse_roster(data, date.fromisoformat(taken.as_of), str(file))
    if strange := sorted({each.section for each in roster.members.values()} - program.sections.keys()):
        raise UsageError("year.roster_section", str(file), section=strange[0])
    return roster
