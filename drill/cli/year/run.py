"""`drill year run`: a whole year with simulated people, as fast as it goes."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from drill.cli.arguments import Parser
from drill.cli.preparing import SEED
from drill.cli.terminal import Terminal
from drill.cli.year.entering import cells_told
from drill.cli.year.hold import blocked_sections
from drill.cli.year.log import entry_text
from drill.cli.year.status import activity_lines
from drill.errors import UsageError
from drill.model.library import find_program
from drill.model.program import Program
from drill.year.folder import YearFolder, load_checked
from drill.year.roster import Roster
from drill.year.simulate import SimulatedYear, YearStep
from drill.year.state import first_day, last_day
from drill.year.status import status


def options(parser: Parser) -> None:
    """The programme, the folder, the roster, the seed."""
    parser.value("program", metavar="PROGRAM")
    parser.value("folder", words="new_folder", metavar="DIR", type=Path)
    parser.value("--roster", words="run_roster", metavar="FILE", type=Path)
    parser.value("--after", metavar="LASTYEAR", type=Path)
    parser.value("--seed", metavar="N", type=SEED, default=1)


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Hold the year day by day and print each entry; False if something is late at its end."""
    say, source = terminal.say, find_program(args.program)
    program = load_checked(source)
    roster = _roster(args.roster or source.with_name(f"{source.stem}-roster.csv"), program, terminal)
    folder = YearFolder.create(args.folder, args.program, first_day(program.year), args.after)
    year = SimulatedYear(folder, roster, args.seed, say("year.simulated"))
    lines: list[str] = []
    steps = year.steps()
    with terminal.progress(len(steps), lambda done: steps[min(done, len(steps) - 1)].on.isoformat()) as show:
        for done, step in enumerate(steps):
            show(done)
            lines += _perform(folder, step, terminal)
    end = status(folder.year, last_day(program.year))
    terminal.out(say("year.run.title", mark=say("mark.drill"), title=program.title, seed=args.seed), "", *lines)
    terminal.out(*activity_lines(end, say))
    terminal.note(say("year.run.done", path=args.folder, entries=len(folder.state.entries) - 1))
    return not end.late


def _perform(folder: YearFolder, step: YearStep, terminal: Terminal) -> Iterator[str]:
    """Do one step; a line for each entry it made, and which sections it released."""
    say, before, blocked = terminal.say, len(folder.state.entries), blocked_sections(folder, step.on)
    step.do()
    for number in range(before, len(folder.state.entries)):
        yield f"{step.on.isoformat()}  {entry_text(folder, number, say)}"
    if released := len(blocked - blocked_sections(folder, step.on)):
        yield f"            {say('year.run.released', count=released)}"


def _roster(file: Path, program: Program, terminal: Terminal) -> Roster:
    """The people of a staff list; UsageError for none or one with mistakes."""
    from drill.sheets.kit.opening import open_sheets
    from drill.sheets.year.staff import CELLS, read_staff

    if not file.is_file():
        raise UsageError("year.run.no_roster", str(file))
    found = read_staff(open_sheets(file, CELLS).chosen(()), program, program.as_of)
    terminal.note(*cells_told(found.problems, terminal.say))
    if found.errors:
        raise UsageError("year.run.bad_roster", str(file), count=found.errors)
    return found.roster
