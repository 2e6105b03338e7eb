"""What a room may do, and what it comes to."""

from __future__ import annotations

from drill.exercise.ledger import Rejected
from drill.exercise.table import commands as c
from drill.exercise.table import events as e
from drill.exercise.table.figures import figures
from tests.exercise.table.rooms import MINUTE, a_session, convened, in_stage, told


def codes(answers: list[Rejected | None]) -> list[str | None]:
    return [answer.code if answer else None for answer in answers]


def test_the_chart_shows_a_deputy_only_when_the_room_has_named_one() -> None:
    session = a_session()
    assert codes(told(session, c.MarkAbsent("chief"), c.TakeSeat("chief"))) == [None, "refused.meeting_name_first"]
    assert not session.state.revealed("chief")
    assert codes(told(session, c.NameDeputy("chief", "eve"), c.TakeSeat("chief"))) == [None, None]
    assert session.state.seats == {"chief": "eve"}
    assert figures(session.state)["deputies"] == (1, 1)


def test_a_wrong_name_and_no_name_count_as_not_known() -> None:
    session = a_session()
    told(session, c.MarkAbsent("chief"), c.NameDeputy("chief", "fay"))
    told(session, c.MarkAbsent("head"), c.NameDeputy("head", None))
    assert figures(session.state)["deputies"] == (0, 2)
    assert codes(told(session, c.NameDeputy("head", "eve"))) == ["refused.already_done"]


def test_deputies_come_in_the_order_of_the_chart_and_each_has_to_be_named() -> None:
    session = a_session()
    told(session, c.MarkAbsent("mayor"), c.NameDeputy("mayor", "ben"), c.MarkAbsent("mayor"))
    assert session.state.expected("mayor") == "fay"
    assert codes(told(session, c.TakeSeat("mayor"))) == ["refused.meeting_name_first"]


def test_a_deputy_known_to_be_away_is_passed_over() -> None:
    session = a_session()
    told(session, c.MarkAbsent("head"), c.MarkAbsent("mayor"), c.NameDeputy("mayor", "fay"))
    assert session.state.named[-1].expected == "fay"


def test_who_sits_for_two_members_counts_once_for_the_quorum() -> None:
    session = a_session()
    told(session, c.MarkAbsent("head"), c.NameDeputy("head", "eve"), c.TakeSeat("head"))
    told(session, c.MarkAbsent("chief"), c.NameDeputy("chief", "eve"), c.TakeSeat("chief"), c.TakeSeat("mayor"))
    assert (len(session.state.seats), session.state.seated) == (3, 2)
    assert codes(told(session, c.BeginRoles())) == ["refused.meeting_no_quorum"]


def test_without_a_quorum_the_exercise_goes_on_once_everybody_has_been_asked_for() -> None:
    session = a_session()
    told(session, c.TakeSeat("mayor"), c.TakeSeat("head"), c.MarkAbsent("clerk"), c.MarkAbsent("chief"))
    told(session, c.NameDeputy("chief", "eve"), c.MarkAbsent("chief"))
    assert codes(told(session, c.TakeSeat("clerk"), c.BeginRoles())) == ["refused.meeting_nobody_left", None]
    assert session.state.began == e.RolesBegun({"mayor": "ann", "head": "ben"}, quorate=False)
    assert figures(session.state)["convened"] == (2, 4)


def test_whoever_leaves_the_table_later_was_still_convened() -> None:
    session = in_stage()
    told(session, c.MarkAbsent("clerk"), c.Decide("stop", "yes"))
    _, taken = session.state.decisions["first", "stop"]
    assert set(taken.present) == {"mayor", "head", "chief"}
    assert figures(session.state)["convened"] == (4, 4)


def test_only_who_is_at_the_table_says_a_role() -> None:
    session = a_session()
    assert codes(told(session, c.SayRole("mayor", right=True))) == ["refused.not_open_yet"]
    session = convened(("mayor", "head", "chief"))
    assert codes(told(session, c.SayRole("clerk", right=True), c.SayRole("mayor", right=False))) == [
        "refused.nobody_there",
        None,
    ]
    assert figures(session.state)["roles"] == (0, 3)


def test_the_last_decision_holds_and_open_ones_count_as_not_right() -> None:
    session = in_stage()
    assert figures(session.state)["decisions"] == (0, 1)
    told(session, c.Decide("stop", "no"), c.Decide("stop", "yes"))
    assert figures(session.state)["decisions"] == (1, 1)
    told(session, c.Decide("stop", "no"))
    assert figures(session.state)["decisions"] == (0, 1)


def test_a_decision_in_the_rooms_own_words_needs_words_and_one_with_options_an_option() -> None:
    session = in_stage()
    answers = told(session, c.Decide("who", text=" "), c.Decide("stop", text="yes"), c.Decide("who", text="Ann"))
    assert codes(answers) == ["refused.nothing_written", "refused.no_such_answer", None]


def test_what_is_held_does_not_count_as_time_of_the_stage() -> None:
    session = in_stage()
    session.send(c.HoldClock(), 5 * MINUTE)
    assert codes(told(session, c.HoldClock(), at_ms=6 * MINUTE)) == ["refused.already_done"]
    session.send(c.ReleaseClock(), 25 * MINUTE)
    session.send(c.GoOn(), 30 * MINUTE)
    first = session.state.stages["first"]
    assert (first.taken_ms(99), first.held_ms) == (10 * MINUTE, 20 * MINUTE)
    assert figures(session.state)["in_time"] == (2, 2)


def test_a_stage_left_while_it_is_held_ends_where_it_was_held() -> None:
    session = in_stage()
    session.send(c.HoldClock(), 4 * MINUTE)
    session.send(c.GoOn(), 60 * MINUTE)
    assert session.state.stages["first"].taken_ms(0) == 4 * MINUTE


def test_a_stage_that_took_a_millisecond_too_long_is_not_within_its_time() -> None:
    session = in_stage()
    session.send(c.GoOn(), 10 * MINUTE + 1)
    session.send(c.GoOn(), 20 * MINUTE + 1)
    assert figures(session.state)["in_time"] == (1, 2)


def test_after_the_last_stage_comes_the_hot_wash_and_after_the_end_nothing() -> None:
    session = in_stage()
    assert codes(told(session, c.Remark(0, "well"), c.GoOn(), c.GoOn(), c.GoOn())) == [
        "refused.not_open_yet",
        None,
        None,
        "refused.not_open_yet",
    ]
    answers = told(session, c.Remark(0, "calls"), c.Remark(2, "no such question"), c.Close(), c.Remark(0, "late"))
    assert codes(answers) == [None, "refused.no_such_answer", None, "refused.not_running"]
    assert [each.text for each in session.state.remarks] == ["calls"]


def test_the_real_case_at_a_stage_is_what_came_after_the_stage_before() -> None:
    setup = in_stage().state.setup
    shown = {stage: [each.text.get("en") for each in setup.real_case(stage)] for stage in setup.stages}
    assert shown == {"first": ["before", "at once"], "second": ["later"]}


def test_a_meeting_left_early_counts_the_stages_it_had() -> None:
    session = in_stage()
    told(session, c.Close())
    assert figures(session.state)["stages"] == (1, 2)
