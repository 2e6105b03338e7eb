"""A meeting told as lines. A line is data: its sentence is made in either language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    setup, chart = before.setup, before.setup.chart
    stages = setup.meeting.stages
    people: dict[str, Mapping[str, Any]] = {"post": chart.posts, "person": chart.persons, "expected": chart.persons}
    named = {field: known[ref].name for field, known in people.items() if (ref := getattr(event, field, None))}
    match event:
        case e.MeetingStarted():
            return "meeting.story.started", {"meeting": setup.duty.name, "quorum": setup.duty.quorum}, None
        case e.PersonAbsent():
            return "meeting.story.absent", named, None
        case e.DeputyNamed(person=person, expected=expected):
            said = named.get("person", Word("meeting.nobody_knows"))
            code = "meeting.story.named_right" if person == expected else "meeting.story.named_wrong"
            return code, {**named, "said": said}, None
        case e.MemberSeated(post=post, person=person):
            own = person == chart.posts[post].holder
            return "meeting.story.seated" if own else "meeting.story.stands_in", named, None
        case e.RoleSaid(right=right):
            return "meeting.story.role_right" if right else "meeting.story.role_wrong", named, None
        case e.RolesBegun(present=present, quorate=quorate):
            counted = {"people": len({*present.values()}), "quorum": setup.duty.quorum}
            return "meeting.story.quorate" if quorate else "meeting.story.no_quorum", counted, None
        case e.StageOpened(stage=name):
            number, stage = setup.stages.index(name) + 1, stages[name]
            return "meeting.story.stage", {"number": number, "title": stage.title}, stage.situation
        case e.DecisionTaken():
            decision = stages[event.stage].decisions[event.decision]
            answer = decision.options[event.option].text if event.option else event.text
            count = len({*event.present.values()})
            return "meeting.story.decided", {"present": count, "title": decision.text, "answer": answer}, None
        case e.RemarkMade(question=question, text=text):
            return "meeting.story.remark", {"question": setup.meeting.hot_wash[question], "answer": text}, None
    return _PLAIN[type(event)], {}, None


_PLAIN: dict[type[e.MeetingEvent], str] = {
    e.ClockHeld: "meeting.story.held",
    e.ClockReleased: "meeting.story.released",
    e.RealCaseShown: "meeting.story.real",
    e.HotWashBegun: "meeting.story.hot_wash",
    e.MeetingClosed: "meeting.story.closed",
}
