"""A meeting told as lines. A line is data: its sentence is made in either language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drill.exercise.chain import Row
from drill.exercise.line import Line
from drill.exercise.table import events as e
from drill.exercise.table.log import MEETING
from drill.exercise.table.setup import MeetingSetup
from drill.exercise.table.state import MeetingState
from drill.model.basics import Text
from drill.text.catalogue import Word


def story(setup: MeetingSetup, rows: Sequence[Row[e.AnyMeetingEvent]]) -> list[Line]:
    """All lines of a log."""
    lines: list[Line] = []
    MEETING.fold(setup, rows, lambda before, row: lines.append(Line(row.at_ms, *_told(before, row.event))))
    return lines


def _told(before: MeetingState, event: e.AnyMeetingEvent) -> tuple[str, dict[str, Any], Text | None]:
    """Code, parameters and text of an event's line."""
    setup = before.setup
    stages = setup.meeting.stages
    match event:
        case e.MeetingStarted():
            return "meeting.story.started", {"meeting": setup.duty.name, "quorum": setup.duty.quorum}, None
        case e.PersonAbsent() | e.DeputyNamed() | e.MemberSeated() | e.RoleSaid():
            return *_of_people(before, event), None
        case e.RolesBegun(present=present, quorate=quorate):
            counted = {"people": len({*present.values()}), "quorum": setup.duty.quorum}
            return "meeting.story.quorate" if quorate else "meeting.story.no_quorum", counted, None
        case e.StageOpened(stage=name):
            number, stage = setup.stages.index(name) + 1, stages[name]
            return "meeting.story.stage", {"number": number, "title": stage.title}, stage.situation
        case e.DecisionTaken():
            decision = stages[event.stage].decisions[event.decision]
            answer = decision.options[event.option].text if event.option else event.text
            people = len({*event.present.values()})
            return "meeting.story.decided", {"present": people, "title": decision.text, "answer": answer}, None
        case e.RemarkMade(question=question, text=text):
            return "meeting.story.remark", {"question": setup.meeting.hot_wash[question], "answer": text}, None
        case _:
            return _PLAIN[type(event)], {}, None


def _of_people(
    before: MeetingState, event: e.PersonAbsent | e.DeputyNamed | e.MemberSeated | e.RoleSaid
) -> tuple[str, dict[str, Any]]:
    chart = before.setup.chart
    if isinstance(event, e.PersonAbsent):
        return "meeting.story.absent", {"person": chart.persons[event.person].name}
    post = {"post": chart.posts[event.post].name}
    if isinstance(event, e.RoleSaid):
        return "meeting.story.role_right" if event.right else "meeting.story.role_wrong", post
    if isinstance(event, e.MemberSeated):
        if event.person == chart.posts[event.post].holder:
            return "meeting.story.seated", post
        return "meeting.story.stands_in", {**post, "person": chart.persons[event.person].name}
    said = chart.persons[event.person].name if event.person else Word("meeting.nobody_knows")
    if event.person == event.expected:
        return "meeting.story.named_right", {**post, "said": said}
    return "meeting.story.named_wrong", {**post, "said": said, "expected": chart.persons[event.expected].name}


_PLAIN: dict[type[e.MeetingEvent], str] = {
    e.ClockHeld: "meeting.story.held",
    e.ClockReleased: "meeting.story.released",
    e.RealCaseShown: "meeting.story.real",
    e.HotWashBegun: "meeting.story.hot_wash",
    e.MeetingClosed: "meeting.story.closed",
}
