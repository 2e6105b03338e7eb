"""Rooms for tests: four members, of whom two share a deputy, and two stages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from drill.exercise.ledger import Rejected
from drill.exercise.table import commands as c
from drill.exercise.table.log import MEETING, MeetingLedger
from drill.exercise.table.setup import MeetingSetup
from drill.model.chart import Chart
from drill.model.scenario import Scenario
from tests.builders import Data, a_chart, a_scenario

MEMBERS = ("mayor", "head", "chief", "clerk")
MINUTE = 60_000


def a_room_chart(**more: Data) -> Chart:
    """Ann is the mayor, Ben the head and the mayor's deputy; Eve stands in for head and chief; nobody for the clerk."""
    duty = {"name": "Council", "convener": "head", "members": list(MEMBERS), "quorum": 3}
    posts = {"mayor": ["ann", "ben", "fay"], "head": ["ben", "eve"], "chief": ["cat", "eve"], "clerk": ["dan"]}
    return a_chart(posts, duties={"council": duty}, **more)


def a_meeting(**more: object) -> Scenario:
    """Two stages of ten minutes; the first has a decision with a right answer and one in the room's own words."""
    options = {"yes": {"text": "Yes", "right": True}, "no": {"text": "No", "why": "It is not"}}
    decisions = {"stop": {"text": "Stop?", "options": options, "why": "Because"}, "who": {"text": "Who does it?"}}
    stages = {
        "first": {"title": "First", "at_min": 0, "minutes": 10, "situation": "It stopped", "decisions": decisions},
        "second": {"title": "Second", "at_min": 60, "minutes": 10, "situation": "Still"},
    }
    meeting = {"duty": "council", "stages": stages, "hot_wash": ["What went well?", "What not?"], **more}
    real = [{"at_min": -5, "text": "before"}, {"at_min": 0, "text": "at once"}, {"at_min": 30, "text": "later"}]
    return a_scenario("mayor", meeting=meeting, reference=real)


def a_session() -> MeetingLedger:
    """A meeting that has just begun, on no disk."""
    return MEETING.begin(MeetingSetup.make(a_room_chart(), a_meeting()))


def told(session: MeetingLedger, *commands: c.AnyCommand, at_ms: int = 0) -> list[Rejected | None]:
    """Commands one after the other at one time, and what was said to each."""
    return [session.send(command, at_ms) for command in commands]


def convened(posts: Iterable[str] = MEMBERS) -> MeetingLedger:
    """A meeting to which these members came in person, ready for the roles."""
    session = a_session()
    told(session, *(c.TakeSeat(post) for post in posts), c.BeginRoles())
    return session


def in_stage() -> MeetingLedger:
    """A meeting in its first stage."""
    session = convened()
    told(session, c.GoOn())
    return session


_POSTS = st.sampled_from((*MEMBERS, "nobody"))
_PEOPLE = st.sampled_from(("ann", "ben", "eve", "fay", "nobody", None))
_WORDS = st.text(max_size=5)
ANY_COMMAND: st.SearchStrategy[c.AnyCommand] = st.one_of(
    st.builds(c.TakeSeat, _POSTS),
    st.builds(c.MarkAbsent, _POSTS),
    st.builds(c.Arrive, _POSTS, st.sampled_from(("ann", "ben", "eve", "fay", "nobody"))),
    st.builds(c.NameDeputy, _POSTS, _PEOPLE),
    st.just(c.BeginRoles()),
    st.builds(c.SayRole, _POSTS, st.booleans()),
    st.just(c.GoOn()),
    st.just(c.HoldClock()),
    st.just(c.ReleaseClock()),
    st.just(c.ShowRealCase()),
    st.builds(c.Decide, st.sampled_from(("stop", "who", "none")), st.sampled_from(("yes", "no", "x", None)), _WORDS),
    st.builds(c.Remark, st.integers(-1, 3), _WORDS),
)
"""Everything a facilitator may try but to end the exercise."""
COURSES: st.SearchStrategy[Sequence[tuple[int, c.AnyCommand]]] = st.lists(
    st.tuples(st.integers(0, 20 * MINUTE), ANY_COMMAND), max_size=40
)
"""Commands, each with the time since the one before."""


def course(session: MeetingLedger, commands: Sequence[tuple[int, c.AnyCommand]]) -> MeetingLedger:
    """The session after all of these."""
    at_ms = 0
    for later, command in commands:
        at_ms += later
        session.send(command, at_ms)
    return session
