"""The minutes of a meeting: golden files in both languages, and what they say of odd courses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from drill.exercise.table import commands as c
from drill.exercise.table.log import MEETING
from drill.exercise.table.setup import MeetingSetup
from drill.exercise.table.simulate import simulate
from drill.report.documents.minutes import minutes
from drill.report.writers.formats import write
from drill.text.catalogue import LANGUAGES, Language, catalogue
from tests.builders import LAWS, shipped
from tests.exercise.table.rooms import COURSES, MINUTE, a_meeting, a_room_chart, a_session, course, in_stage, told
from tests.report.agreed import assert_agreed
from tests.report.documents.reading import tables, whole

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["temp-worker-misuse", "lost-usb"])
def test_the_minutes_of_a_simulated_meeting_read_as_agreed(name: str, language: Language) -> None:
    chart, scenario = shipped(name)
    session = MEETING.begin(MeetingSetup.make(chart, scenario, seed=4))
    away = [chart.posts[post].holder for post in session.state.setup.members[:3]]
    simulate(session, frozenset(each for each in away if each), 4, "-")
    text = write(minutes(session.state, language), "md")
    assert_agreed(text.decode(), GOLDEN / f"minutes-{name}.{language}.md")


@LAWS
@given(COURSES)
def test_every_meeting_has_marked_minutes_however_far_it_came(commands: list[tuple[int, c.AnyCommand]]) -> None:
    state = course(a_session(), commands).state
    for language in LANGUAGES:
        document = minutes(state, language)
        assert document.mark == catalogue(language)("mark.drill")
        for table in tables(document):
            assert {len(row) for row in table.rows} <= {len(table.header)}
        assert write(document, "md")
        assert write(document, "html")


def test_minutes_name_nobody() -> None:
    persons = {"eve": {"name": "Hanako", "channels": [{"kind": "desk", "address": "03-0000-0000"}]}}
    session = MEETING.begin(MeetingSetup.make(a_room_chart(persons=persons), a_meeting()))
    told(session, c.MarkAbsent("head"), c.NameDeputy("head", "eve"), c.TakeSeat("head"))
    text = whole(minutes(session.state, "en"))
    assert "Hanako" not in text
    assert "stands in: deputy 1" in text


def test_who_was_away_when_it_was_decided_is_said() -> None:
    session = in_stage()
    told(session, c.Decide("stop", "yes"), c.MarkAbsent("clerk"), c.Decide("who", text="The *clerk*"))
    text = whole(minutes(session.state, "en"))
    assert "all 4" in text
    assert "3, without clerk" in text
    assert "The *clerk*" in text


def test_a_wrong_decision_is_shown_with_what_is_wrong_with_it() -> None:
    session = in_stage()
    told(session, c.Decide("stop", "no"))
    decisions = tables(minutes(session.state, "en"))[-1]
    assert decisions.rows[0] == ("Stop?", "No", "to be reviewed", "all 4", "It is not\nBecause")
    assert decisions.rows[1][1] == "not decided"


def test_time_on_hold_is_said_apart() -> None:
    session = in_stage()
    session.send(c.HoldClock(), 5 * MINUTE)
    session.send(c.GoOn(), 8 * MINUTE)
    assert "Planned 10 min, taken 05:00, and 03:00 on hold" in whole(minutes(session.state, "en"))
