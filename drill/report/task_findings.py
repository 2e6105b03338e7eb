"""What was to be decided and done, and what came of it: one row a task."""

from __future__ import annotations

from drill.pairs import gathered
from drill.report.blocks import Table, aligned
from drill.report.naming import Names
from drill.scoring.evidence import Mark
from drill.scoring.score import Score
from drill.text.figures import clock


def task_table(score: Score, names: Names) -> Table | None:
    """Decisions and expected actions in order of time, those never done last; what lost points is emphasised."""
    say = names.say
    marks = (row for name in ("rightness", "actions") for row in score.dimensions[name].rows)
    found = gathered((row.task, row) for row in marks if row.task is not None)
    never = score.evidence.state.now_ms + 1
    tasks = sorted(found.items(), key=lambda task: min(never if r.at_ms is None else r.at_ms for r in task[1]))
    header = say.each("tasks.task", "tasks.post", "tasks.result", "tasks.at", "record.due")
    weak = frozenset(i for i, (_, rows) in enumerate(tasks) if any(row.got < row.of for row in rows))
    rows = tuple(_row(task, marks, names) for task, marks in tasks)
    align = (*aligned("left", 3), *aligned("right", 2))
    return Table(header, rows, align, (28, 16, 36, 10, 10), strong=weak) if tasks else None


_RESULT = {
    "mark.at": "tasks.at",
    "mark.decided_right": "tasks.decided_right",
    "mark.decided_wrong": "tasks.decided_wrong",
    "mark.undecided": "tasks.undecided",
    "mark.temptation": "tasks.temptation",
    "mark.in_order": "tasks.in_order",
    "mark.out_of_order": "tasks.out_of_order",
    "mark.action_done": "tasks.action_done",
    "mark.action_late": "tasks.action_late",
    "mark.action_missed": "tasks.action_missed",
}


def _row(task: str, rows: list[Mark], names: Names) -> tuple[str, ...]:
    at = next((row.at_ms for row in rows if row.at_ms is not None), None)
    due = next((row.due_ms for row in rows if row.due_ms is not None), None)
    return (
        names.task(task),
        names.post(rows[0].post) if rows[0].post else "-",
        "\n".join(names.say(_RESULT[row.code], **row.params) for row in rows),
        clock(at),
        clock(due),
    )
