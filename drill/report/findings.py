"""How the contacts and tasks of a drill went: deadlines, messages hop by hop, departures from the chart, decisions."""

from __future__ import annotations

from collections.abc import Iterator

from drill.pairs import gathered
from drill.report.blocks import Block, Bullets, Paragraph, Table, aligned
from drill.report.naming import Names
from drill.report.record import broken_sentences
from drill.scoring.deviations import deviations
from drill.scoring.evidence import Mark
from drill.scoring.hops import YARDSTICK, Hop, hops
from drill.scoring.score import Score
from drill.text.catalogue import Catalogue
from drill.text.figures import clock


def deadline_blocks(score: Score, names: Names) -> Iterator[Block]:
    """How many contacts were in time, by caller, then each one that was not."""
    say, rows = names.say, score.dimensions["timeliness"].rows
    by_caller = gathered((row.post or "", row) for row in rows)
    counted = tuple((names.post(post), *_counts(marks)) for post, marks in by_caller.items())
    header = say.each(
        "contacts.caller", "contacts.with_deadline", "contacts.in_time", "contacts.late", "contacts.never"
    )
    yield Table(header, counted, ("left", "right", "right", "right", "right"))
    if missed := tuple(_overdue(row, say) for row in rows if row.got < row.of):
        header = say.each("guide.contact", "record.due", "contacts.made_at", "contacts.over")
        caption = say("contacts.missed")
        yield Table(header, missed, ("left", "right", "right", "right"), (61, 13, 13, 13), caption=caption)


_IN_TIME = ("mark.contact_in_time", "mark.contact_late", "mark.contact_never")


def _counts(rows: list[Mark]) -> tuple[str, ...]:
    codes = [row.code for row in rows]
    return str(len(rows)), *(str(codes.count(code)) for code in _IN_TIME)


def _overdue(row: Mark, say: Catalogue) -> tuple[str, ...]:
    """A contact that was late or never made; without a time where its caller never knew."""
    over = row.at_ms - row.due_ms if row.at_ms is not None and row.due_ms is not None else None
    return (
        say("contacts.pair", **row.params),
        clock(row.due_ms),
        clock(row.at_ms, say("contacts.not_made")),
        "-" if over is None else f"+{clock(over)}",
    )


def fidelity_blocks(score: Score, names: Names) -> Iterator[Block]:
    """Items right at each hop of each message, and what was lost where."""
    say, found = names.say, hops(score.evidence)
    if not found:
        yield Paragraph(say("contacts.nothing_passed_on"))
        return
    heads = ("guide.message", "contacts.hop", "contacts.posts", "contacts.items", "contacts.share", "contacts.lost")
    hop_rows = tuple(_hop_row(hop, score, say) for hop in found)
    weak = frozenset(i for i, hop in enumerate(found) if not hop.well)
    align, widths = ("left", *aligned("right", 4), "left"), (24, 8, 8, 13, 9, 38)
    yield Table(say.each(*heads), hop_rows, align, widths, joined=1, strong=weak)
    yield Paragraph(say("contacts.yardstick", percent=YARDSTICK, short=len(weak), of=len(found)), "note")
    lost = sorted((r for r in score.dimensions["fidelity"].rows if r.got < r.of), key=lambda row: row.at_ms or 0)
    if lost:
        header = (say("record.at"), *say.each("contacts.receiver", "guide.message", "contacts.lost_items"))
        rows = tuple(
            (clock(row.at_ms), *(say("list", items=row.params[name]) for name in ("post", "about", "lost")))
            for row in lost
        )
        yield Table(header, rows, ("right",), (10, 28, 30, 32), caption=say("contacts.losses"))


def _hop_row(hop: Hop, score: Score, say: Catalogue) -> tuple[str, ...]:
    title = score.evidence.setup.message_title(hop.message).get(say.language)
    lost = tuple(say("noted", text=item, note=number) for item, number in hop.lost)
    items, share = f"{hop.right} / {hop.items}", f"{100 * hop.right // hop.items}%"
    return title, str(hop.hop), str(hop.posts), items, share, say("list", items=lost) if lost else "-"


def deviation_blocks(score: Score, names: Names) -> Iterator[Block]:
    """Where the chain broke, and everything in which the drill left the chart, in order of time."""
    say, found = names.say, deviations(score)
    if score.broken:
        yield Paragraph(say("record.broken"))
        yield Bullets(tuple(broken_sentences(score, say)))
    if found:
        header = (say("record.at"), say("guide.task"))
        in_order = sorted(found, key=lambda each: each.at_ms if each.at_ms is not None else -1)
        rows = tuple((clock(each.at_ms), say(each.code, **each.params)) for each in in_order)
        yield Table(header, rows, ("right", "left"), (12, 88))
    else:
        yield Paragraph(say("deviation.none"))


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
