"""The best order of calls: exact on trees, never worse than today's, and no deadline is given up for it."""

from __future__ import annotations

from datetime import datetime
from itertools import permutations, product
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from drill.contacts.situation import Situation
from drill.model.chart import Chart
from drill.planning.call_order import Job, call_order, lawler
from drill.planning.calls import ListedCall
from drill.planning.smooth import SmoothDrill
from tests.builders import LAWS, Data, a_chart, contact, person, random_chart

seeds = st.integers(0, 2**32)
DESK: Data = {"by": ["desk"]}


def a_tree(random: Random) -> Chart:
    """Up to seven posts that call each other by telephone, everybody with their own pace."""
    posts = [f"p{i}" for i in range(random.randint(3, 7))]
    contacts = [
        contact(random.choice(posts[:i]), posts[i], order=random.randint(1, 2), **DESK) for i in range(1, len(posts))
    ]
    paces = {
        post: {
            "answer": {"median_s": random.randint(1, 20)},
            "talk": {"median_s": random.randint(20, 300)},
            "handling": {"median_s": random.randint(1, 100)},
        }
        for post in posts
    }
    people = {post: person("desk", behaviour=post) for post in posts}
    return a_chart({post: [post] for post in posts}, *contacts, persons=people, behaviours=paces)


@LAWS
@given(seeds)
def test_on_a_tree_no_order_has_everybody_told_sooner(seed: int) -> None:
    chart = a_tree(Random(seed))
    plan = call_order(chart, origins=("p0",))
    drill = SmoothDrill(chart, Situation(), ("p0",))
    callers = {caller: [call.item for call in calls] for caller, calls in plan.today.calls.items()}
    best = min(
        drill.run(dict(zip(callers, orders, strict=True))).makespan_ms
        for orders in product(*(permutations(items) for items in callers.values()))
    )
    assert plan.best.makespan_ms == best


@LAWS
@given(seeds)
def test_on_any_chart_the_best_order_tells_the_same_posts_no_later_and_keeps_every_deadline(seed: int) -> None:
    chart = random_chart(Random(seed))
    plan = call_order(chart)
    assert plan.best.told.keys() == plan.today.told.keys()
    assert plan.saving_ms >= 0
    kept = {(caller, call.item) for caller, calls in plan.today.calls.items() for call in calls if not call.late}
    for caller, calls in plan.best.calls.items():
        assert not any(call.late for call in calls if (caller, call.item) in kept)


@LAWS
@given(seeds)
def test_the_order_of_one_callers_calls_is_the_best_that_keeps_all_deadlines(seed: int) -> None:
    random = Random(seed)
    jobs = [
        Job(
            ListedCall(str(i), "report"),
            random.randint(1, 9),
            random.choice([None, random.randint(0, 20)]),
            random.choice([None, 9, 20, 30]),
        )
        for i in range(random.randint(1, 6))
    ]

    def outcome(order: tuple[Job, ...]) -> tuple[bool, int]:
        time, late, worst = 0, False, 0
        for job in order:
            time += job.takes_ms
            late = late or (job.latest_ms is not None and time > job.latest_ms)
            worst = max(worst, 0 if job.tail_ms is None else time + job.tail_ms)
        return late, worst

    best = min(outcome(order) for order in permutations(jobs))
    found = outcome(tuple(lawler(jobs)))
    assert found == best or (found[0] and best[0])


def test_times_are_those_of_the_contact_process_counted_by_hand() -> None:
    # handling 10 s, ringing 5 s, talking 60 s
    chart = a_chart({"a": ["ann"], "b": ["ben"], "c": ["cat"]}, contact("a", "b", **DESK), contact("b", "c", **DESK))
    run = call_order(chart, origins=("a",)).today
    assert {post: told.at_ms for post, told in run.told.items()} == {"a": 0, "b": 75_000, "c": 150_000}


def test_whoever_has_the_longest_way_to_go_is_called_first() -> None:
    contacts = [contact("a", "b", **DESK), contact("a", "c", **DESK), contact("c", "d", **DESK)]
    plan = call_order(a_chart({"a": ["ann"], "b": ["ben"], "c": ["cat"], "d": ["dan"]}, *contacts), origins=("a",))
    assert [call.target for call in plan.callers[0].today] == ["b", "c"]
    assert [call.target for call in plan.callers[0].best] == ["c", "b"]
    assert plan.saving_ms == 65_001


def test_a_call_with_a_deadline_is_not_moved_behind_it() -> None:
    contacts = [contact("a", "b", deadline_min=1.5, **DESK), contact("a", "c", **DESK), contact("c", "d", **DESK)]
    plan = call_order(a_chart({"a": ["ann"], "b": ["ben"], "c": ["cat"], "d": ["dan"]}, *contacts), origins=("a",))
    assert plan.saving_ms == 0
    assert not plan.callers[0].changed


def test_mail_goes_to_all_at_once_and_who_has_not_answered_is_telephoned() -> None:
    contacts = [contact("a", target, by=["mail", "desk"]) for target in "bc"]
    policy = {"written_wait_s": 60}
    run = call_order(a_chart({p: [p] for p in "abc"}, *contacts, policy=policy), origins=("a",)).today
    # written at 10 s; the wait is over at 70 s, and a is talking to b until 135 s when both have read it
    assert {post: told.at_ms for post, told in run.told.items()} == {"a": 0, "b": 130_000, "c": 130_000}
    assert [(call.channel, call.ends_ms) for call in run.calls["a"]] == [("mail", 130_000), ("mail", 130_000)]


def test_an_engaged_line_is_tried_again_after_the_tone_and_the_gap() -> None:
    contacts = [
        contact("a", "b", **DESK),
        contact("b", "d", **DESK),
        contact("c", "b", **DESK),
        contact("c", "d", **DESK),
    ]
    chart = a_chart({p: [p] for p in "abcd"}, *contacts, policy={"gap_s": 10})
    run = call_order(chart, origins=("a", "c")).today
    # Both call b at 10 s; c hears the tone, calls d from 13 s on, and b again, from 78 s on, before b calls anybody.
    # Between two calls there is a millisecond.
    assert [call.starts_ms for call in run.calls["c"]] == [78_002, 13_001]


def test_several_contacts_to_one_post_are_each_made() -> None:
    persons: Data = {"ben": person("desk@office", "mobile")}
    contacts = [
        contact("a", "b", by=["desk"], order=1),
        contact("a", "b", "consult", by=["mobile"], order=2),
        contact("a", "d", by=["mobile"], order=3),
    ]
    chart = a_chart({"a": ["ann"], "b": ["ben"], "d": ["dan"]}, *contacts, persons=persons)
    by_day = call_order(chart, Situation(at=datetime(2023, 11, 28, 10)), ("a",)).today
    assert [call.item for call in by_day.calls["a"]] == [("b", "report"), ("b", "consult"), ("d", "report")]
    at_night = call_order(chart, Situation(at=datetime(2023, 11, 28, 22)), ("a",)).today
    assert [call.item for call in at_night.calls["a"]] == [("b", "consult"), ("d", "report")]
    assert at_night.told.keys() == {"a", "b", "d"}


def test_of_several_contacts_of_a_kind_the_one_that_is_owed_has_the_deadline() -> None:
    grave = contact("a", "b", deadline_min=1, when={"level": [3]}, **DESK)
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, grave, contact("a", "b", deadline_min=9, **DESK))
    due = [call_order(chart, Situation(level=level), ("a",)).today.calls["a"][0].due_ms for level in (2, 3)]
    assert due == [540_000, 60_000]


def test_opening_hours_are_waited_for_no_longer_than_a_drill_lasts() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, contact("a", "b", **DESK), persons={"ben": person("desk@office")})
    early = call_order(chart, Situation(at=datetime(2023, 11, 28, 8, 20)), ("a",)).today
    assert early.told["b"].at_ms == 15 * 60_000 + 65_000  # looked again after a quarter of an hour
    night = call_order(chart, Situation(at=datetime(2023, 11, 28, 22)), ("a",)).today
    assert night.told.keys() == {"a"}


def test_nobody_is_told_where_nobody_learns_of_it() -> None:
    posts: dict[str, Data] = {"a": {"name": "a", "holder": "ann", "in_scope": False}}
    chart = a_chart({**posts, "b": ["ben"]}, contact("a", "b"))
    assert call_order(chart, origins=("a",)).today.told == {}


def test_one_person_in_two_posts_is_called_once() -> None:
    contacts = [contact("a", "b", **DESK), contact("a", "c", **DESK)]
    run = call_order(a_chart({"a": ["ann"], "b": ["ben"], "c": ["ben"]}, *contacts), origins=("a",)).today
    assert run.told["b"].at_ms == run.told["c"].at_ms == 75_000
    assert [call.takes_ms for call in run.calls["a"]] == [65_000, 0]
