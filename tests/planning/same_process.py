"""A random chart on which the order of calls and a drill are compared: who is told by whom, to the millisecond."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from random import Random

from drill.contacts.situation import Situation
from drill.exercise.contact.engine import Engine
from drill.exercise.contact.events import MessageAcknowledged
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.state import State
from drill.exercise.ledger import Ledger
from drill.model.chart import Chart
from drill.planning.call_order import call_order
from drill.planning.smooth import NOTICE
from tests.builders import FIXED, Data, a_chart, a_scenario, a_setup, contact

PEOPLE = ("ann", "ben", "cat", "dan", "eve", "fay", "gil")
CHANNELS = ("desk", "duty", "mobile", "home", "mail", "chat")
MOMENTS = ("2023-11-16T14:00", "2023-11-17T17:05", "2023-11-18T03:00", "2023-11-20T08:10", "2023-11-20T23:30")
LENGTH_MIN = 180
Ways = dict[str, tuple[int, str | None, str]]
"""Post → when it is told, from the first who is, by whom, and who it is there."""


def differences(seed: int) -> tuple[Ways, Ways] | None:
    """Who is told when in a drill and by today's order of calls, where the two differ."""
    dice = Random(seed)
    chart = _chart(dice)
    situation = _situation(dice)
    inside = [post for post, entry in chart.posts.items() if entry.in_scope] or list(chart.posts)
    origins = tuple(dice.sample(inside, min(len(inside), dice.choice([1, 1, 1, 2]))))
    drill = _drill(chart, situation, origins)
    plan = call_order(chart, situation, origins).today
    begun = min((at for at, _, _ in drill.values()), default=0)
    end_ms = LENGTH_MIN * 60_000
    one = {post: (at - begun, source, person) for post, (at, source, person) in drill.items()}
    other = {p: (t.at_ms, t.source, t.person) for p, t in plan.told.items() if t.at_ms + begun < end_ms}
    return None if one == other else (one, other)


def _drill(chart: Chart, situation: Situation, origins: tuple[str, ...]) -> Ways:
    """Level and publication are settled before it begins."""
    begins = (situation.at or datetime(2020, 1, 6, 10)).isoformat(timespec="minutes")
    injects = {"alarm": {"to": list(origins), "channel": "mail", "sender": "x", "text": "y", "gives": NOTICE}}
    more: Data = {
        "class": situation.incident or "failure",
        "start": begins,
        "length_min": LENGTH_MIN,
        "injects": injects,
    }
    setup = a_setup(chart if situation.at else chart.model_copy(update={"hours": {}}), a_scenario(**more))
    state = replace(State(setup), level=situation.level, publishing=bool(situation.publishing))
    ledger = Ledger(DRILL, state)
    ledger.append(0, DRILL.first(setup))
    Engine(ledger).run_to_end()
    found: Ways = {}
    for at_ms, event in ledger.rows:
        if isinstance(event, MessageAcknowledged) and event.message == NOTICE:
            found.setdefault(event.post, (at_ms, event.source, event.person))
    return found


def _situation(dice: Random) -> Situation:
    at = datetime.fromisoformat(dice.choice(MOMENTS)) if dice.random() < 0.7 else None
    return Situation(dice.choice(["failure", "misuse"]), dice.randint(0, 3), dice.random() < 0.5, at=at)


def _chart(dice: Random) -> Chart:
    """Few different durations, so that much happens at once; people with several posts, shared lines, rings, hours."""
    posts = [f"p{i}" for i in range(dice.randint(3, 8))]
    people = PEOPLE[: dice.randint(2, len(PEOPLE))]
    groups = {"g": {"name": "g", "members": dice.sample(posts, dice.randint(1, 3))}}
    refs = [*posts, *posts, "g"]
    conditions: list[Data] = [{}] * 8 + [{"level": [2, 3]}, {"class": ["failure"]}, {"publishing": True}]
    conditions += [{"hours": "office"}, {"message": ["update"]}]

    def person(name: str) -> Data:
        channels = [
            {
                "kind": kind,
                "hours": dice.choice(["always", "always", "always", "office", "night"]),
                "address": dice.choice([None, None, None, "1"]),
            }
            for kind in dice.sample(CHANNELS, dice.randint(1, 4))
        ]
        leave = [{"from": "2023-11-10", "to": "2023-11-20"}] if dice.random() < 0.1 else []
        return {"name": name, "channels": channels, "leave": leave, "behaviour": dice.choice("xy")}

    def behaviour() -> Data:
        return FIXED | {
            name: {"median_s": dice.choice(values)}
            for name, values in {"answer": (5, 10), "talk": (30, 60), "read": (60, 600), "handling": (10, 30)}.items()
        }

    def policy() -> Data:
        return {
            "ring_s": dice.choice([5, 30]),
            "attempts": dice.randint(1, 2),
            "gap_s": dice.choice([1, 30, 60]),
            "written_wait_s": dice.choice([60, 300]),
            "rounds": dice.randint(1, 2),
            "known_absence": dice.choice(["skip", "wait"]),
        }

    def a_contact() -> Data:
        caller, target = dice.choice(refs), dice.choice(refs)
        kind = dice.choice(["report", "report", "instruct", "consult", "liaise"])
        more = {"order": dice.randint(1, 3), "when": dice.choice(conditions), "policy": dice.choice([{}, {}, policy()])}
        return contact(caller, target, kind, by=dice.sample(CHANNELS, dice.randint(1, 4)), **more)

    def post(name: str) -> Data:
        holder, *deputies = dice.sample(people, min(len(people), dice.choice([1, 1, 2, 3])))
        in_scope = dice.random() < 0.95
        return {"name": name, "holder": holder, "deputies": deputies, "in_scope": in_scope}

    return a_chart(
        {name: post(name) for name in posts},
        *(a_contact() for _ in range(dice.randint(len(posts), 3 * len(posts)))),
        persons={name: person(name) for name in people},
        groups=groups,
        policy=policy(),
        behaviours={"x": behaviour(), "y": behaviour()},
    )
