"""The meeting-style exercise in `drill run --meeting` and `drill score`."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import Any

from drill.cli.preparing import new_transcript
from drill.cli.recording import open_log
from drill.cli.terminal import Terminal
from drill.exercise.contact.setup import Setup
from drill.exercise.table.figures import figures
from drill.exercise.table.log import MEETING
from drill.exercise.table.setup import MeetingSetup
from drill.exercise.table.simulate import simulate
from drill.exercise.table.state import MeetingState
from drill.report.documents.minutes import figures_table, minutes
from drill.report.writers.formats import write

SCHEMA = "drill.meeting.result/1"


def run_meeting(args: Namespace, drill: Setup, terminal: Terminal) -> bool:
    """Hold the meeting of a scenario with simulated people, and print what it came to."""
    setup = MeetingSetup.make(drill.chart, drill.scenario, start=drill.start, seed=args.seed)
    path = new_transcript(args.out, drill, "-meeting") if args.out else None
    with closing(MEETING.begin(setup, path)) as ledger:
        simulate(ledger, drill.absent | drill.away, args.seed, terminal.say("meeting.simulated"))
    if path:
        path.with_suffix(".md").write_bytes(write(minutes(ledger.state, terminal.language), "md"))
        terminal.note(terminal.say("cli.saved", path=path, record=path.with_suffix(".md")))
    _print(args, ledger.state, path, terminal)
    return True


def score_meeting(args: Namespace, terminal: Terminal) -> bool:
    """What a recorded meeting came to; False if its log was cut off."""
    log = open_log(MEETING, args.transcript, terminal)
    _print(args, log.state, log.path, terminal)
    return log.whole


def _print(args: Namespace, state: MeetingState, path: Path | None, terminal: Terminal) -> None:
    if args.json:
        terminal.json(_as_data(state, path))
        return
    say, shown = terminal.say, figures_table(figures(state), terminal.say)
    terminal.out(say("meeting.title", mark=say("mark.drill"), title=state.setup.scenario.title), "")
    terminal.out(*shown.lines())


def _as_data(state: MeetingState, path: Path | None) -> dict[str, Any]:
    """For a program: `drill.meeting.result/1`, described in docs/meeting.md. Times are milliseconds of the exercise."""
    setup = state.setup
    return {
        "schema": SCHEMA,
        "scenario": setup.scenario.id,
        "chart": setup.chart.id,
        "seed": setup.seed,
        "start": setup.start.isoformat(timespec="minutes"),
        "closed": state.phase == "closed",
        "quorate": None if state.began is None else state.began.quorate,
        "absent": sorted(state.missing),
        "length_ms": state.now_ms,
        "figures": {name: {"numerator": got, "denominator": of} for name, (got, of) in figures(state).items()},
        "transcript": path,
    }
