"""The course of a drill as a timeline: phases, injects, contacts with a deadline, what was to be done, the real case.

What lost points is drawn first; of the rest as much as a page holds. What is left out is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from drill.exercise.contact.events import PhaseEntered
from drill.exercise.contact.setup import MINUTE
from drill.model.scenario import Task
from drill.pairs import gathered
from drill.report.blocks import Sort, Timeline, TimeMark, Track
from drill.report.naming import Names
from drill.scoring.conduct import contacts_in_time
from drill.scoring.evidence import Mark
from drill.scoring.score import Score
from drill.text.catalogue import Catalogue

PLACES = 40
"""How many marks a track holds beside each other; assumption."""
MOST = 8
"""Tracks of contacts, and of tasks, that a page holds; assumption."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A track, the points it lost, and for a task when it was opened."""

    track: Track
    lost: int
    at_ms: int = 0


def course_picture(score: Score, names: Names) -> tuple[Timeline, str]:
    """The drill from its start to its end, or as far as it came; and what is not drawn, as a sentence or empty."""
    end = end_of(score)
    contacts, tasks = list(_contacts(score, names, end)), list(_tasks(score, names, end))
    judged = (*_worst(contacts), *sorted(_worst(tasks), key=lambda each: each.at_ms))
    tracks = (
        *_phases(score, names, end),
        *_injects(score, names),
        *(each.track for each in judged),
        *_real(names, end),
    )
    more = {"picture.left_out.contacts": len(contacts) - MOST, "picture.left_out.tasks": len(tasks) - MOST}
    said = tuple(names.say(code, number=number) for code, number in more.items() if number > 0)
    left_out = names.say("picture.left_out", what=said) if said else ""
    return Timeline(names.say("picture.caption"), tracks, end), left_out


def end_of(score: Score) -> int:
    """When the drill ended, or the last that is known of it; at least a millisecond."""
    state = score.evidence.state
    return max(1, state.now_ms if state.ended_ms is None else state.ended_ms)


def _worst(tracks: Sequence[_Judged]) -> list[_Judged]:
    """The ones that lost most, in their own order."""
    kept = sorted(range(len(tracks)), key=lambda i: (-tracks[i].lost, i))[:MOST]
    return [tracks[i] for i in sorted(kept)]


def _phases(score: Score, names: Names, end: int) -> Iterator[Track]:
    entered = [(row.at_ms, row.event.phase) for row in score.evidence.rows if isinstance(row.event, PhaseEntered)]
    if entered:
        ends = [at for at, _ in entered[1:]] + [end]
        phases = names.scenario.phases
        spans = ((at, names.text(phases[phase].title), end) for (at, phase), end in zip(entered, ends, strict=True))
        yield Track(names.say("picture.phases"), tuple(TimeMark(at, "note", title, end) for at, title, end in spans))


def _injects(score: Score, names: Names) -> Iterator[Track]:
    delivered = [(name, i) for name, i in score.evidence.state.injects.items() if i.status == "delivered"]
    if delivered:
        marks = (TimeMark(inject.at_ms, "inject", _inject(name, names)) for name, inject in delivered)
        yield Track(names.say("tui.fac.injects"), tuple(marks))


def _inject(name: str, names: Names) -> str:
    written = names.scenario.injects.get(name)
    sender = names.text(written.sender if written else None)
    return names.say("picture.inject_from", number=inject_number(name, names), sender=sender)


def inject_number(name: str, names: Names) -> str:
    """The inject's row in the MSEL sheet; `*` for one that the facilitator made up."""
    return names.inject_number(name) if name in names.scenario.injects else "*"


def _contacts(score: Score, names: Names, end: int) -> Iterator[_Judged]:
    """Contacts of one caller about one message with a target or group of targets of the chart."""
    about = gathered(
        ((wanted.key.caller, wanted.contact.target, wanted.key.message), row)
        for wanted, row in contacts_in_time(score.evidence)
    )
    pairs = Counter((caller, target) for caller, target, _ in about)
    for (caller, target, message), rows in about.items():
        kept = sum(row.at_ms is not None and row.got > 0 for row in rows)
        code = "picture.contact" if pairs[caller, target] == 1 else "picture.contact_about"
        called = f"{names.post(target)} {kept}/{len(rows)}" if len(rows) > 1 else names.post(target)
        label = names.say(code, caller=names.post(caller), target=called, about=names.message(message))
        due = max(row.due_ms or 0 for row in rows)
        marks = tuple(_gathered((_contact(row, end) for row in rows), end, names.say))
        yield _Judged(Track(label, marks, due if 0 < due <= end else None), len(rows) - kept)


def _contact(row: Mark, end: int) -> TimeMark:
    """When it was made; of one that was not, when it was due."""
    at = next((ms for ms in (row.at_ms, row.due_ms) if ms is not None), end)
    return TimeMark(min(at, end), "missed" if row.at_ms is None else "done" if row.got else "late")


def _gathered(marks: Iterable[TimeMark], end: int, say: Catalogue) -> Iterator[TimeMark]:
    """Marks of one sort that would be drawn on each other are one, with their number."""
    in_time = sorted(marks, key=lambda each: each.at_ms)
    for each in gathered(((PLACES * mark.at_ms // end, mark.sort), mark) for mark in in_time).values():
        yield replace(each[0], text=say("picture.number", number=len(each))) if len(each) > 1 else each[0]


def _tasks(score: Score, names: Names, end: int) -> Iterator[_Judged]:
    """What was to be decided or done, a track each; what should not have been done is told elsewhere."""
    wrong = [row.task for row in score.dimensions["rightness"].rows if row.code == "mark.decided_wrong"]
    for name, opened in score.evidence.state.tasks.items():
        task = names.scenario.tasks[name]
        if not task.expected:
            continue
        due = None if task.within_min is None else opened.opened_ms + round(task.within_min * MINUTE)
        sort, is_wrong = _sort(task, opened.done_ms, due), name in wrong
        at = min(end, due or end) if opened.done_ms is None else opened.done_ms
        mark = TimeMark(at, sort, names.say("picture.wrong") if is_wrong else "")
        track = Track(names.text(task.title), (mark,), due if due is not None and due <= end else None)
        yield _Judged(track, task.weight if is_wrong or sort in ("late", "missed") else 0, opened.opened_ms)


def _sort(task: Task, done: int | None, due: int | None) -> Sort:
    if done is None:
        return "missed"
    if due is not None and done > due:
        return "late"
    return "decision" if task.kind in ("level", "choice") else "done"


def _real(names: Names, end: int) -> Iterator[Track]:
    marks = tuple(
        TimeMark(round(milestone.at_min * MINUTE), "real", names.text(milestone.text))
        for milestone in names.scenario.reference
        if 0 <= milestone.at_min * MINUTE <= end
    )
    if marks:
        yield Track(names.say("real.case"), marks)
