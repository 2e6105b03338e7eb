"""What is allowed in a meeting. Pure: no clock, no chance. No rule leaves the room without a way on."""

from __future__ import annotations

from collections.abc import Sequence

from drill.exercise.ledger import Rejected
from drill.exercise.table import commands as c
from drill.exercise.table import events as e
from drill.exercise.table.state import MeetingState

LONGEST = 2000
"""Characters of a typed answer."""
Verdict = Sequence[e.AnyMeetingEvent] | Rejected


def decide(state: MeetingState, command: c.AnyCommand) -> Verdict:
    """The events a command causes in this state, or why not (`refused.…`)."""
    if state.phase == "closed":
        return Rejected("refused.not_running")
    match command:
        case c.TakeSeat() | c.MarkAbsent() | c.Arrive() | c.NameDeputy() | c.SayRole():
            if command.post not in state.setup.members:
                return Rejected("refused.no_such_post", {"post": command.post})
            return _at_the_table(state, command, command.post)
        case c.BeginRoles():
            return _begin_roles(state)
        case c.GoOn():
            return _go_on(state)
        case c.HoldClock() | c.ReleaseClock() | c.ShowRealCase() | c.Decide():
            return _in_stage(state, command)
        case c.Remark(question=question, text=text):
            return _remark(state, question, text)
        case c.Close():
            return [e.MeetingClosed()]


def _at_the_table(
    state: MeetingState, command: c.TakeSeat | c.MarkAbsent | c.Arrive | c.NameDeputy | c.SayRole, post: str
) -> Verdict:
    if isinstance(command, c.SayRole):
        return _say_role(state, post, command.right)
    if isinstance(command, c.Arrive):
        late = command.person in state.late(post)
        return [e.MemberSeated(post, command.person)] if late else Rejected("refused.already_done")
    if isinstance(command, c.MarkAbsent) and post in state.seats:
        return [e.PersonAbsent(state.seats[post])]
    if post in state.seats:
        return Rejected("refused.already_done")
    person = state.expected(post)
    if person is None:
        return Rejected("refused.meeting_nobody_left", {"post": state.setup.chart.posts[post].name})
    if isinstance(command, c.NameDeputy):
        if command.person is not None and command.person not in state.setup.chart.persons:
            return Rejected("refused.no_such_answer")
        done = state.revealed(post)
        return Rejected("refused.already_done") if done else [e.DeputyNamed(post, command.person, person)]
    if not state.revealed(post):
        return Rejected("refused.meeting_name_first")
    return [e.MemberSeated(post, person)] if isinstance(command, c.TakeSeat) else [e.PersonAbsent(person)]


def _say_role(state: MeetingState, post: str, right: bool) -> Verdict:
    if state.phase == "convening":
        return Rejected("refused.not_open_yet")
    if post not in state.seats:
        return Rejected("refused.nobody_there", {"post": state.setup.chart.posts[post].name})
    return [e.RoleSaid(post, state.seats[post], right)]


def _begin_roles(state: MeetingState) -> Verdict:
    if state.phase != "convening":
        return Rejected("refused.already_done")
    if not state.may_begin:
        return Rejected("refused.meeting_no_quorum", {"seated": state.seated, "quorum": state.setup.duty.quorum})
    return [e.RolesBegun(dict(state.seats), state.quorate)]


def _go_on(state: MeetingState) -> Verdict:
    stages = state.setup.stages
    if state.phase == "roles":
        return [e.StageOpened(stages[0])]
    if state.phase == "stage" and state.stage:
        place = stages.index(state.stage) + 1
        return [e.StageOpened(stages[place]) if place < len(stages) else e.HotWashBegun()]
    return Rejected("refused.not_open_yet")


def _in_stage(state: MeetingState, command: c.HoldClock | c.ReleaseClock | c.ShowRealCase | c.Decide) -> Verdict:
    stage, clock = state.stage, state.clock
    if stage is None or clock is None:
        return Rejected("refused.not_open_yet")
    if isinstance(command, c.Decide):
        return _decide(state, stage, command)
    if isinstance(command, c.ShowRealCase):
        return [e.RealCaseShown(stage)]
    hold = isinstance(command, c.HoldClock)
    if hold == (clock.held_since is not None):
        return Rejected("refused.already_done")
    return [e.ClockHeld() if hold else e.ClockReleased()]


def _decide(state: MeetingState, stage: str, command: c.Decide) -> Verdict:
    decision = state.setup.meeting.stages[stage].decisions.get(command.decision)
    text = command.text.strip()[:LONGEST]
    if decision is None or (decision.options and command.option not in decision.options):
        return Rejected("refused.no_such_answer")
    if not decision.options and (command.option is not None or not text):
        return Rejected("refused.nothing_written")
    return [e.DecisionTaken(stage, command.decision, dict(state.seats), command.option, text)]


def _remark(state: MeetingState, question: int, text: str) -> Verdict:
    if state.phase != "hot_wash":
        return Rejected("refused.not_open_yet")
    if not 0 <= question < len(state.setup.meeting.hot_wash):
        return Rejected("refused.no_such_answer")
    text = text.strip()[:LONGEST]
    return [e.RemarkMade(question, text)] if text else Rejected("refused.nothing_written")
