"""A year in memory: entries are judged and folded as the folder does, without files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from drill.exercise.ledger import Rejected
from drill.model.load import load_program
from drill.model.program import Program
from drill.year.events import YEAR_SCHEMA, AnyYearEvent, RosterTaken, SessionHeld, Withdrawn, YearOpened
from drill.year.roster import Roster
from drill.year.rules import decide
from drill.year.state import YearState, evolve
from drill.year.year import Year
from tests.year.years import program, roster, two

TODAY = date(2024, 3, 31)
REPRESENTED: dict[str, object] = {
    "kind": "training",
    "title": two("Everybody's class"),
    "targets": ["staff"],
    "from": "2023-11-14",
    "to": "2023-12-07",
    "content": [two("Procedure")],
    "cascade": {"teacher": two("Representatives"), "representatives": "heads"},
    "paper": "table",
}
"""Both steps in one activity: n2 and s2 are taught first."""


def a_program(folder: Path, text: str = "") -> Program:
    """A loaded programme; without `text` the small one with a class that representatives teach."""
    file = folder / "program.yaml"
    heads = "  heads:\n    title: heads\n    duties: [head]\n"
    file.write_text(text or program(together=REPRESENTED).replace("targets:\n", f"targets:\n{heads}", 1), "utf-8")
    found = load_program(file).value
    assert found, load_program(file).problems
    return found


def a_roster() -> Roster:
    """The small roster, in which n2 and s2 represent their sections."""
    members = (
        replace(each, duties=(*each.duties, "head")) if each.number in ("n2", "s2") else each
        for each in roster().members.values()
    )
    return Roster.of(date(2023, 12, 1), members)


@dataclass
class Entered:
    """A year that takes entries; what is refused is kept."""

    program: Program
    roster: Roster = field(default_factory=a_roster)
    state: YearState = field(default_factory=YearState)
    refused: list[Rejected] = field(default_factory=list)

    @classmethod
    def begun(cls, program: Program, *entries: AnyYearEvent) -> Entered:
        """Opened, with its roster taken, and these entries."""
        found = cls(program)
        found.enter(YearOpened(YEAR_SCHEMA, "small"), RosterTaken("2023-12-01", "rosters/2023-12-01.csv", "0", 7))
        found.enter(*entries)
        return found

    @property
    def year(self) -> Year:
        return Year(self.program, self.roster if self.state.roster else None, self.state)

    def enter(self, *entries: AnyYearEvent, today: date = TODAY) -> str:
        """Enter all of them; the code of the last refusal, empty if the last one was taken."""
        code = ""
        for each in entries:
            verdict = decide(self.year, each, today)
            code = verdict.code if isinstance(verdict, Rejected) else ""
            if isinstance(verdict, Rejected):
                self.refused.append(verdict)
            else:
                self.state = evolve(self.state, verdict)
        return code


def state_of(entries: Iterable[AnyYearEvent]) -> YearState:
    """The state after all of these entries, allowed or not."""
    entered = tuple(entries)
    return YearState(entered, frozenset(each.entry for each in entered if isinstance(each, Withdrawn)))


def session(
    activity: str, numbers: Iterable[str], section: str = "", on: str = "2023-11-10", teacher: str = ""
) -> SessionHeld:
    """A class."""
    return SessionHeld(activity, on, tuple(numbers), section, teacher)
