"""The rules of the contact process (DESIGN 3), one by one, with people whose every duration is fixed.

The inject comes after 1 ms and is taken after 10 s of handling; the first call goes out 10 s later, is answered after
5 s of ringing and acknowledged after 60 s of talk.
"""

from __future__ import annotations

import pytest

from drill.exercise.contact import commands as c
from drill.exercise.contact import events as e
from drill.exercise.contact.engine import Engine
from drill.exercise.contact.events import Row
from drill.exercise.contact.log import DRILL
from drill.scoring.score import score
from tests.builders import FIXED, a_chart, a_scenario, a_setup, contact, events, person, run, state_of, task, times

TAKEN = 10_001
FIRST_CALL = TAKEN + 10_000
ACKNOWLEDGED = FIRST_CALL + 65_000
NEVER_ANSWERS = {"default": FIXED, "silent": FIXED | {"answers": 0}}


def tries(rows: list[Row]) -> list[tuple[str, str, int]]:
    """Person, channel and time of every call, and of every mail."""
    return [
        (row.event.to_person, row.event.channel, row.at_ms)
        if isinstance(row.event, e.CallPlaced)
        else (row.event.to[0][1], row.event.channel, row.at_ms)
        for row in rows
        if isinstance(row.event, (e.CallPlaced, e.MessageSent))
    ]


def test_a_post_that_acknowledges_waits_its_handling_delay_and_then_makes_its_contacts() -> None:
    rows = run(a_setup(a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b"))))
    assert times(rows, e.MessageAcknowledged, post="a") == [TAKEN]
    assert times(rows, e.CallPlaced) == [FIRST_CALL]
    assert times(rows, e.CallAnswered) == [FIRST_CALL + 5_000]
    assert times(rows, e.MessageAcknowledged, post="b") == [ACKNOWLEDGED]
    assert times(rows, e.CallEnded) == [ACKNOWLEDGED]


def test_a_later_message_told_on_the_telephone_gets_its_handling_delay_too() -> None:
    scenario = a_scenario(
        messages={
            "notice": {"title": "notice", "items": ["what"]},
            "over": {"title": "over", "kind": "restoration", "items": ["where"]},
        },
        injects={
            "end": {
                "opens": {"at_min": 30},
                "to": ["a"],
                "channel": "mail",
                "sender": "x",
                "text": "over",
                "gives": "over",
            }
        },
    )
    rows = run(
        a_setup(a_chart({"a": ["ann"], "b": ["ben"], "c": ["cat"]}, contact("a", "b"), contact("b", "c")), scenario)
    )
    for message in ("notice", "over"):
        (told,) = times(rows, e.MessageAcknowledged, post="b", message=message)
        assert times(rows, e.CallPlaced, caller="b", message=message) == [told + 10_000]


def test_contacts_are_made_in_ascending_order_and_telephone_is_one_call_at_a_time() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"], "c": ["cat"], "d": ["dan"]},
        contact("a", "d", order=3),
        contact("a", "c", order=2),
        contact("a", "b", order=1),
    )
    rows = run(a_setup(chart))
    assert [event.callee for event in events(rows, e.CallPlaced)] == ["b", "c", "d"]
    assert times(rows, e.CallPlaced) == [FIRST_CALL, ACKNOWLEDGED + 1, ACKNOWLEDGED + 1 + 65_001]


def test_an_engaged_callee_is_tried_again_later_and_nothing_is_used_up() -> None:
    """Two posts call the same person at once; the second hears the engaged tone and gets through afterwards."""
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"], "c": ["cat"]},
        contact("a", "c", by=["desk"]),
        contact("b", "c", by=["desk"]),
        groups={"both": {"name": "both", "members": ["a", "b"]}},
        policy={"attempts": 1, "rounds": 1},
    )
    rows = run(a_setup(chart, a_scenario("both")))
    engaged = events(rows, e.CallFailed)
    assert {event.reason for event in engaged} == {"engaged"}
    assert times(rows, e.MessageAcknowledged, source="a") == [ACKNOWLEDGED]
    assert len(times(rows, e.MessageAcknowledged, source="b")) == 1
    assert len(times(rows, e.CallPlaced, caller="b")) == len(engaged) + 1
    assert times(rows, e.CallFailed)[0] == FIRST_CALL + 3_000


def test_a_call_that_got_the_engaged_tone_holds_no_line() -> None:
    """Three posts call one who rings long: b and c, who hear the tone in turns, must not keep each other out."""
    silent = person("mobile", behaviour="silent")
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"], "c": ["cat"], "d": ["dan"]},
        *(contact(post, "d", by=["mobile"], policy={"gap_s": 0.001}) for post in "abc"),
        persons={"dan": silent, "cat": person(behaviour="slow")},
        groups={"three": {"name": "three", "members": ["a", "b", "c"]}},
        behaviours=NEVER_ANSWERS | {"slow": FIXED | {"handling": {"median_s": 10.5}}},
        policy={"attempts": 1, "rounds": 1},
    )
    rows = run(a_setup(chart, a_scenario("three")))
    assert len([event for event in events(rows, e.CallFailed) if event.reason == "no_answer"]) == 3


def test_one_desk_line_shared_by_two_people_carries_one_call() -> None:
    line = {"kind": "desk", "address": "1234"}
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"], "c": ["cat"], "d": ["dan"]},
        contact("a", "c", by=["desk"]),
        contact("b", "d", by=["desk"]),
        persons={name: {"name": name, "channels": [line]} for name in ("cat", "dan")},
        groups={"both": {"name": "both", "members": ["a", "b"]}},
    )
    rows = run(a_setup(chart, a_scenario("both")))
    assert times(rows, e.MessageAcknowledged, post="c") == [ACKNOWLEDGED]
    assert events(rows, e.CallFailed)[0].reason == "engaged"
    assert times(rows, e.MessageAcknowledged, post="d") > [ACKNOWLEDGED]


def test_mail_goes_to_all_at_once_does_not_block_and_is_acknowledged_later() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"], "c": ["cat"], "d": ["dan"]},
        contact("a", "bc", order=1, by=["mail"]),
        contact("a", "d", order=2, by=["desk"]),
        groups={"bc": {"name": "bc", "members": ["b", "c"]}},
    )
    rows = run(a_setup(chart))
    assert times(rows, e.MessageSent) == [FIRST_CALL]
    assert [event.to for event in events(rows, e.MessageSent)] == [(("b", "ben"), ("c", "cat"))]
    writing = 10_000
    assert times(rows, e.CallPlaced, callee="d") == [FIRST_CALL + writing]
    assert times(rows, e.MessageAcknowledged, via="written") == [FIRST_CALL + 120_000] * 2


def test_mail_that_is_never_read_is_never_acknowledged_and_counts_as_message_only() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"]}, contact("a", "b", by=["mail"]), behaviours={"default": FIXED | {"reads": 0}}
    )
    rows = run(a_setup(chart))
    assert times(rows, e.MessageAcknowledged, post="b") == []
    assert [row.status for row in score(rows).contacts] == ["acknowledged", "message_only"]


def test_who_does_not_confirm_a_mail_is_telephoned_after_the_wait() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"]},
        contact("a", "b", by=["mail", "desk"], policy={"written_wait_s": 300}),
        behaviours={"default": FIXED | {"reads": 0}},
    )
    rows = run(a_setup(chart))
    assert tries(rows) == [("ben", "mail", FIRST_CALL), ("ben", "desk", FIRST_CALL + 300_000)]


@pytest.mark.parametrize(
    ("kind", "number", "how"), [("desk", "word_left", "colleague"), ("mobile", "voicemail", "voicemail")]
)
def test_voicemail_and_word_left_are_message_only_and_never_acknowledged(kind: str, number: str, how: str) -> None:
    nobody = FIXED | {"answers": 0, number: 1}
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"]},
        contact("a", "b", by=[kind]),
        persons={"ben": person(kind, behaviour="nobody")},
        behaviours={"default": FIXED, "nobody": nobody},
    )
    rows = run(a_setup(chart))
    assert {event.how for event in events(rows, e.WordLeft)} == {how}
    assert times(rows, e.MessageAcknowledged, post="b") == []
    assert score(rows).contacts[1].status == "message_only"


def test_tries_go_through_attempts_then_channels_then_candidates_then_rounds() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben", "cat"]},
        contact("a", "b", by=["desk", "mobile"], policy={"attempts": 2, "rounds": 2, "ring_s": 30, "gap_s": 60}),
        persons={name: person("desk", "mobile", behaviour="silent") for name in ("ben", "cat")},
        behaviours=NEVER_ANSWERS,
    )
    rows = run(a_setup(chart))
    one_round = [(who, kind) for who in ("ben", "cat") for kind in ("desk", "desk", "mobile", "mobile")]
    assert [(who, kind) for who, kind, _ in tries(rows)] == one_round * 2
    first, second, third = [at for _, _, at in tries(rows)[:3]]
    assert (first, second, third) == (FIRST_CALL, FIRST_CALL + 90_000, FIRST_CALL + 90_000 + 30_001)


def test_a_written_message_to_the_deputy_goes_to_the_deputy() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben", "cat"]},
        contact("a", "b", by=["mail"], policy={"written_wait_s": 60}),
        behaviours={"default": FIXED},
    )
    rows = run(a_setup(chart, absent=["ben"]))
    assert [who for who, _, _ in tries(rows)] == ["ben", "cat"]
    assert score(rows).contacts[1].deputy == 1


def test_where_a_known_absence_waits_mail_to_the_absent_uses_up_its_step() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben", "cat"]},
        contact("a", "b", by=["mail", "desk"], policy={"written_wait_s": 60, "attempts": 1, "known_absence": "wait"}),
    )
    rows = run(a_setup(chart, away=["ben"]))
    assert [(who, kind) for who, kind, _ in tries(rows)] == [("ben", "mail"), ("ben", "desk"), ("cat", "desk")]


def test_nobody_writes_to_themselves() -> None:
    """ann calls for `a` and is the second who could answer for `b`; her own turn needs no mail."""
    chart = a_chart(
        {"a": ["ann"], "b": ["ben", "ann", "cat"]}, contact("a", "b", by=["mail"], policy={"written_wait_s": 60})
    )
    rows = run(a_setup(chart, absent=["ben"]))
    assert [who for who, _, _ in tries(rows)] == ["ben"]
    assert times(rows, e.MessageAcknowledged, post="b", person="ann") == [FIRST_CALL + 60_000]


def test_a_known_absence_costs_no_time_and_an_unknown_one_costs_the_ring() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben", "cat"]},
        contact("a", "b", by=["desk"], policy={"attempts": 1, "ring_s": 30}),
    )
    known, unknown = run(a_setup(chart, away=["ben"])), run(a_setup(chart, absent=["ben"]))
    assert tries(known) == [("cat", "desk", FIRST_CALL)]
    assert tries(unknown) == [("ben", "desk", FIRST_CALL), ("cat", "desk", FIRST_CALL + 30_001)]
    assert [row.deputy for row in score(unknown).contacts] == [0, 1]


def test_a_known_absence_waits_out_its_step_where_the_policy_says_so() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben", "cat"]},
        contact("a", "b", by=["desk"], policy={"attempts": 1, "known_absence": "wait"}),
    )
    assert [who for who, _, _ in tries(run(a_setup(chart, away=["ben"])))] == ["ben", "cat"]


def test_leave_of_the_chart_on_the_day_is_a_known_absence() -> None:
    away = person("desk", leave=[{"from": "2023-11-16", "to": "2023-11-16"}])
    chart = a_chart({"a": ["ann"], "b": ["ben", "cat"]}, contact("a", "b", by=["desk"]), persons={"ben": away})
    assert [who for who, _, _ in tries(run(a_setup(chart)))] == ["cat"]


def test_the_first_to_acknowledge_stands_in_until_the_end() -> None:
    """The deputy took the first call for `b`; the second caller turns to the deputy at once."""
    chart = a_chart(
        {"a": ["ann"], "b": ["ben", "cat"], "c": ["dan"]},
        contact("a", "b", order=1, by=["desk"], policy={"attempts": 1}),
        contact("a", "c", order=2, by=["desk"]),
        contact("c", "b", by=["desk"]),
    )
    rows = run(a_setup(chart, absent=["ben"]))
    assert [event.to_person for event in events(rows, e.CallPlaced)] == ["ben", "cat", "dan", "cat"]
    assert state_of(a_setup(chart), rows).acting == {"a": "ann", "b": "cat", "c": "dan"}


def test_a_person_with_several_posts_learns_for_all_of_them_at_once() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"], "c": ["ben"], "d": ["dan"]}, contact("a", "b"), contact("c", "d"))
    rows = run(a_setup(chart))
    assert times(rows, e.MessageAcknowledged, post="c", via="same_person") == [ACKNOWLEDGED]
    assert times(rows, e.CallPlaced, caller="c") == [ACKNOWLEDGED + 10_000]


def test_an_acknowledgement_elsewhere_does_not_stop_the_notification_of_others() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"], "c": ["cat"]}, contact("a", "b"), contact("a", "c"), contact("b", "c"))
    rows = run(a_setup(chart))
    assert {(event.caller, event.callee) for event in events(rows, e.CallPlaced)} == {
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
    }
    assert len(times(rows, e.MessageAcknowledged, post="c")) == 2


COUNTS = {
    "after": "notice",
    "from": ["b", "c"],
    "to": "a",
    "label": "cases",
    "values": {"b": 3, "c": 4},
    "within_min": 30,
    "why": "w",
}


def test_counts_close_upward() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"], "c": ["cat"]},
        contact("a", "b"),
        contact("a", "c"),
        contact("b", "a"),
        contact("c", "a"),
    )
    setup = a_setup(chart, a_scenario(counts=COUNTS))
    rows = run(setup)
    state = state_of(setup, rows)
    assert {post: value for post, (value, _) in state.reported.items()} == {"b": 3, "c": 4}
    assert [event.total for event in events(rows, e.CountsTotalled)] == [7]
    assert (score(rows).dimensions["closure"].numerator, score(rows).dimensions["closure"].denominator) == (3, 3)


def test_a_collector_who_is_one_of_the_sources_people_has_that_number_at_once() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ann"], "c": ["cat"]}, contact("a", "c"), contact("c", "a"))
    rows = run(a_setup(chart, a_scenario(counts=COUNTS)))
    assert [event.total for event in events(rows, e.CountsTotalled)] == [7]


def test_a_collector_nobody_can_reach_leaves_the_counts_open_and_the_drill_ends() -> None:
    chart = a_chart({"x": ["eve"], "a": ["ann"], "b": ["ben"], "c": ["cat"]}, contact("x", "b"), contact("x", "c"))
    rows = run(a_setup(chart, a_scenario("x", counts=COUNTS), absent=["ann"]))
    assert events(rows, e.CountsTotalled) == []
    assert len(events(rows, e.CountTaken)) == 2
    assert isinstance(rows[-1].event, e.DrillEnded)


def test_a_post_that_is_told_twice_counts_once() -> None:
    """The collector is out of reach, so that the first count is still unreported when the second telling comes."""
    posts = {"a": ["ann"], "b": ["ben"], "c": ["cat"], "d": ["dan"]}
    chart = a_chart(posts, contact("a", "b"), contact("a", "c"), contact("c", "b"))
    rows = run(a_setup(chart, a_scenario(counts=COUNTS | {"to": "d"}), absent=["dan"]))
    assert len(times(rows, e.MessageAcknowledged, post="b", message="notice")) == 2
    assert len(times(rows, e.CountTaken, post="b")) == 1


def test_leave_and_out_of_scope_leave_the_required_set() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"], "c": {"name": "c", "holder": "cat", "in_scope": False}, "d": ["dan"]},
        contact("a", "b"),
        contact("a", "c"),
        contact("a", "d"),
    )
    table = {row.post: row for row in score(run(a_setup(chart, away=["ben"]))).contacts}
    assert {post: (row.required, row.status) for post, row in table.items()} == {
        "a": (True, "acknowledged"),
        "b": (False, "not_required"),
        "c": (False, "not_required"),
        "d": (True, "acknowledged"),
    }
    assert (table["b"].reason, table["c"].reason) == ("on_leave", "out_of_scope")


def test_an_origin_out_of_scope_is_not_required() -> None:
    chart = a_chart({"a": ["ann"], "b": {"name": "b", "holder": "ben", "in_scope": False}})
    assert [row.required for row in score(run(a_setup(chart, a_scenario(origin=["a", "b"])))).contacts] == [True, False]


def test_what_happens_in_one_millisecond_does_not_depend_on_the_order_of_the_chart_file() -> None:
    """`b` and `a` learn together, call together and are answered together."""

    def drill(*names: str) -> list[Row]:
        posts = {"a": ["ann"], "b": ["ben"], "c": ["cat"], "d": ["dan"], "e": ["ben"], "f": ["ben"]}
        people = {"ann": person(), "ben": person(), "cat": person(), "dan": person()}
        chart = a_chart(
            {name: posts[name] for name in names},
            contact("a", "c"),
            contact("b", "d"),
            persons=dict(reversed(people.items())) if names[0] == "f" else people,
            groups={"both": {"name": "both", "members": ["a", "b"]}},
        )
        return run(a_setup(chart, a_scenario("both")))

    assert drill("f", "e", "d", "c", "b", "a")[1:] == drill("a", "b", "c", "d", "e", "f")[1:]


def test_a_dead_line_is_understood_after_its_tone_and_the_next_channel_is_taken() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"]},
        contact("a", "b", by=["desk", "mobile"], policy={"attempts": 1}),
        persons={"ben": person("desk/exchange", "mobile")},
    )
    rows = run(a_setup(chart, a_scenario(down=["exchange"])))
    assert tries(rows) == [("ben", "desk", FIRST_CALL), ("ben", "mobile", FIRST_CALL + 3_001)]


def test_a_channel_out_of_its_hours_is_not_tried() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"]},
        contact("a", "b", by=["desk", "mobile"]),
        persons={"ben": person("desk@office", "mobile")},
    )
    rows = run(a_setup(chart, a_scenario(start="2023-11-16T03:00")))
    assert [kind for _, kind, _ in tries(rows)] == ["mobile"]


def test_a_contact_owed_in_office_hours_only_is_made_when_they_begin() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b", when={"hours": "office"}))
    rows = run(a_setup(chart, a_scenario(start="2023-11-16T08:00")))
    (called,) = times(rows, e.CallPlaced)
    assert 30 * 60_000 <= called <= 45 * 60_000


def test_contacts_for_a_level_or_publication_are_made_only_once_it_is_judged_so() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"], "c": ["cat"], "d": ["dan"]},
        contact("a", "b", "consult", when={"level": [2]}),
        contact("a", "c", "consult", when={"level": [3]}),
        contact("a", "d", "consult", when={"publishing": True}),
    )
    options = {"yes": {"text": "yes", "right": True, "publishing": True}}
    told = {"when": {"told": {"post": "a", "message": "notice"}}}
    scenario = a_scenario(
        tasks={
            "judge": task("level", "a", right=2, opens=told),
            "press": task("choice", "a", options=options, opens={"at_min": 10}),
        },
    )
    rows = run(a_setup(chart, scenario))
    assert times(rows, e.CallPlaced, callee="b")[0] > times(rows, e.LevelJudged)[0]
    assert times(rows, e.CallPlaced, callee="c") == []
    assert times(rows, e.CallPlaced, callee="d")[0] > times(rows, e.OptionChosen)[0] > 10 * 60_000


def test_only_the_convener_calls_the_meeting_even_where_a_group_may_convene() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"], "c": ["cat"], "d": ["dan"]},
        contact("a", "b"),
        contact("a", "d"),
        groups={"chairs": {"name": "chairs", "members": ["a", "b"]}},
        duties={"meeting": {"name": "meeting", "convener": "chairs", "members": ["c", "chairs"], "quorum": 3}},
    )
    told = {"when": {"told": {"post": "a", "message": "notice"}}}
    scenario = a_scenario(tasks={"meet": task("convene", "a", duty="meeting", opens=told)})
    rows = run(a_setup(chart, scenario))
    assert {(x.caller, x.callee) for x in events(rows, e.CallPlaced) if x.message.startswith("convene:")} == {
        ("a", "b"),
        ("a", "c"),
    }
    assert len(events(rows, e.QuorumReached)) == 1
    assert score(rows).dimensions["timeliness"].numerator == score(rows).dimensions["timeliness"].denominator


def test_a_convener_alone_may_be_the_quorum() -> None:
    chart = a_chart({"a": ["ann"]}, duties={"meeting": {"name": "m", "convener": "a", "members": ["a"], "quorum": 1}})
    rows = run(a_setup(chart, a_scenario(tasks={"meet": task("convene", "a", duty="meeting")})))
    assert len(events(rows, e.QuorumReached)) == 1


def test_phases_clocks_and_tasks_are_given_up_if_unless_holds() -> None:
    gone = {"at_min": 5, "unless": {"delivered": "alarm"}}
    scenario = a_scenario(
        phases={"one": {"title": "one", "opens": gone}},
        clocks={"law": {"title": "law", "due_h": 1, "starts": gone}},
        tasks={"act": task("action", "a", opens=gone)},
        injects={"late": {"opens": gone, "to": ["a"], "channel": "mail", "sender": "s", "text": "t"}},
    )
    rows = run(a_setup(a_chart({"a": ["ann"]}), scenario))
    assert {type(row.event) for row in rows} & {e.PhaseEntered, e.ClockStarted, e.TaskOpened} == set()
    assert [event.reason for event in events(rows, e.InjectSkipped)] == ["unless"]


def test_somebody_marked_absent_during_a_call_acknowledges_nothing() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben", "cat"]}, contact("a", "b", by=["desk"], policy={"attempts": 1}))
    engine = Engine(DRILL.begin(a_setup(chart)))
    engine.submit(c.MarkPerson("ben"), FIRST_CALL + 20_000)
    engine.run_to_end()
    rows = engine.ledger.rows
    assert [event.person for event in events(rows, e.MessageAcknowledged) if event.post == "b"] == ["cat"]
    assert DRILL.replay(rows).rows == rows


@pytest.mark.parametrize("posts", [{"a": []}, {"a": ["ann"], "b": []}, {"a": ["ann", "ben"], "b": ["ben", "ann"]}])
def test_vacant_posts_and_mutual_deputies_do_no_harm(posts: dict[str, list[str]]) -> None:
    chart = a_chart(posts, *(contact(x, y) for x in posts for y in posts))
    for absent in ([], ["ann"], ["ann", "ben"]):
        rows = run(a_setup(chart, absent=[name for name in absent if name in chart.persons]))
        assert isinstance(rows[-1].event, e.DrillEnded)


def test_a_drill_of_one_minute_and_a_drill_of_no_time_end() -> None:
    for minutes in (1, 0.00001):
        rows = run(a_setup(a_chart({"a": ["ann"]}), a_scenario(length_min=minutes)))
        assert rows[-1] == Row(max(1, round(minutes * 60_000)), e.DrillEnded("time"))


def test_level_zero_is_a_level() -> None:
    told = {"when": {"told": {"post": "a", "message": "notice"}}}
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b", when={"level": [0]}))
    rows = run(a_setup(chart, a_scenario(level=0, tasks={"judge": task("level", "a", right=0, opens=told)})))
    assert [event.level for event in events(rows, e.LevelJudged)] == [0]
    assert all(d.numerator == d.denominator for d in score(rows).dimensions.values())


def test_a_start_between_two_minutes_is_kept_to_the_second() -> None:
    setup = a_setup(a_chart({"a": ["ann"]}), a_scenario(start="2023-11-16T08:29:59"))
    assert DRILL.replay(run(setup)).state.setup.start == setup.start


def test_a_caller_who_is_the_deputy_of_the_called_stands_in_when_those_before_do_not_answer() -> None:
    """The section chief calls the director, whose deputy is the section chief: the chain goes on through them."""
    chart = a_chart(
        {"chief": ["ann"], "director": ["ben", "ann", "cat"], "mayor": ["dan"]},
        contact("chief", "director", by=["desk"], policy={"attempts": 1, "ring_s": 30}),
        contact("director", "mayor", by=["desk"]),
    )
    rows = run(a_setup(chart, a_scenario("chief"), absent=["ben"]))
    assert [who for who, _, _ in tries(rows)] == ["ben", "dan"]
    assert times(rows, e.MessageAcknowledged, post="director", via="same_person") == [FIRST_CALL + 30_001]
    found = score(rows)
    assert [(row.status, row.deputy) for row in found.contacts] == [("acknowledged", n) for n in (0, 1, 0)]
    assert found.broken == ()


def test_the_deputy_of_somebody_known_to_be_away_learns_for_that_post_at_once() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["ben"], "c": ["cat", "ben"], "d": {"name": "d", "deputies": ["ben"]}}, contact("a", "b")
    )
    rows = run(a_setup(chart, away=["cat"]))
    assert [event.post for event in events(rows, e.MessageAcknowledged)] == ["a", "b", "c", "d"]
    unknown = run(a_setup(chart, absent=["cat"]))
    assert [event.post for event in events(unknown, e.MessageAcknowledged)] == ["a", "b", "d"]


def test_a_convener_who_sits_in_the_meeting_by_another_post_is_there() -> None:
    meeting = {"name": "m", "convener": "a", "members": ["b", "c"], "quorum": 2, "deadline_min": 15}
    chart = a_chart({"a": ["ann"], "b": ["ann"], "c": ["cat"]}, duties={"meeting": meeting})
    rows = run(a_setup(chart, a_scenario(tasks={"meet": task("convene", "a", duty="meeting")})))
    assert len(events(rows, e.QuorumReached)) == 1
    timeliness = score(rows).dimensions["timeliness"]
    assert (timeliness.numerator, timeliness.denominator) == (2, 2)
