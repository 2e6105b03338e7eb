"""Small charts, scenarios and drills for tests, built plainly or at random.

Behaviour is fixed unless a test says otherwise, so that the times of a drill can be counted by hand. Every text of a
random scenario occurs once, so that a leak of it can be seen.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from random import Random
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st

from drill.analysis.lint import check_pair
from drill.exercise.contact.engine import Engine
from drill.exercise.contact.events import Event, Row
from drill.exercise.contact.headless import run_headless
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import State
from drill.model.chart import Chart
from drill.model.library import find_chart, find_scenario, list_scenarios
from drill.model.scenario import Scenario

Data = dict[str, Any]
LAWS = settings(max_examples=int(os.environ.get("DRILL_EXAMPLES", "20")), deadline=None)
"""For laws over random drills; `DRILL_EXAMPLES=1000` for a long run."""

FIXED: Data = {
    "answers": 1,
    "answer": {"median_s": 5},
    "word_left": 0,
    "voicemail": 0,
    "talk": {"median_s": 60},
    "fidelity": 1,
    "reads": 1,
    "read": {"median_s": 120},
    "handling": {"median_s": 10},
    "judge": {"median_s": 30},
    "knows_chart": 1,
}
ALL_CHANNELS = ("desk", "mobile", "mail")


def person(*kinds: str, **more: Any) -> Data:
    """A person with these channels; `desk@office` works in office hours only, `mail/server` depends on a medium."""
    channels = []
    for text in kinds or ALL_CHANNELS:
        kind, _, hours = text.partition("@")
        kind, _, medium = kind.partition("/")
        channels.append({"kind": kind, "hours": hours or "always", "medium": medium or None})
    return {"name": "somebody", "channels": channels, **more}


def contact(caller: str, target: str, kind: str = "report", **more: Any) -> Data:
    """A contact of a chart."""
    return {"from": caller, "to": target, "kind": kind, **more}


def a_chart(posts: Mapping[str, Sequence[str] | Data], *contacts: Data, **more: Any) -> Chart:
    """A chart: post → its people, holder first. People named nowhere else have desk, mobile and mail."""
    entries: dict[str, Data] = {
        name: post
        if isinstance(post, dict)
        else {"name": name, "holder": post[0] if post else None, "deputies": list(post[1:])}
        for name, post in posts.items()
    }
    people = [p for entry in entries.values() for p in [entry.get("holder"), *entry.get("deputies", [])] if p]
    persons = {name: person() for name in people} | more.pop("persons", {})
    data = {
        "schema": "drill.chart/1",
        "id": "town",
        "title": "Town",
        "hours": {"office": "mon-fri 08:30-17:15", "night": "mon-fri 17:15-08:30"},
        "media": {"exchange": {"name": "exchange"}, "server": {"name": "server"}},
        "behaviours": {"default": FIXED},
        "persons": persons,
        "posts": entries,
        "contacts": list(contacts),
    }
    return Chart.model_validate(data | more)


def a_scenario(to: str = "a", **more: Any) -> Scenario:
    """A scenario: at once an inject tells `to` the message `notice` with the items `what` and `where`."""
    injects = {"alarm": {"to": [to], "channel": "system", "sender": "monitor", "text": "It stopped", "gives": "notice"}}
    data = {
        "schema": "drill.scenario/1",
        "id": "stop",
        "title": "Stop",
        "class": "failure",
        "chart": "town",
        "briefing": "Begin",
        "start": "2023-11-16T14:00",
        "length_min": 120,
        "level": 2,
        "items": {
            "what": {"label": "what", "value": "the terminals"},
            "where": {"label": "where", "value": "everywhere"},
        },
        "messages": {"notice": {"title": "The notice", "items": ["what", "where"]}},
        "injects": injects | more.pop("injects", {}),
    }
    return Scenario.model_validate(data | more)


def task(kind: str, post: str, **more: Any) -> Data:
    """A task of a scenario."""
    return {"kind": kind, "post": post, "title": f"{kind} of {post}", "why": f"why {kind} of {post}", **more}


def a_setup(chart: Chart, scenario: Scenario | None = None, **choices: Any) -> Setup:
    """A drill on a chart; names of absent and away people may be given as a list."""
    for name in ("absent", "away"):
        choices[name] = frozenset(choices.get(name, ()))
    return Setup.make(chart, scenario or a_scenario(), **choices)


def run(setup: Setup, until_ms: int | None = None) -> list[Row]:
    """The log of a drill with nobody at the screen, to its end or to a moment."""
    if until_ms is None:
        return run_headless(setup)
    engine = Engine(DRILL.begin(setup))
    engine.advance(until_ms)
    return engine.ledger.rows


_E = TypeVar("_E", bound=Event)


def events(rows: Iterable[Row], kind: type[_E]) -> list[_E]:
    """The events of one kind."""
    return [row.event for row in rows if isinstance(row.event, kind)]


def times(rows: Iterable[Row], kind: type[Event], **fields: object) -> list[int]:
    """When events of a kind, with these values, happened."""
    return [
        row.at_ms
        for row in rows
        if isinstance(row.event, kind) and all(getattr(row.event, name) == value for name, value in fields.items())
    ]


def state_of(setup: Setup, rows: Iterable[Row]) -> State:
    """The state after a log."""
    return DRILL.fold(setup, rows).state


@cache
def shipped(name: str) -> tuple[Chart, Scenario]:
    """A shipped scenario and its chart."""
    pair = check_pair(find_scenario(name), None)
    assert pair.chart is not None
    chart, scenario = pair.chart.value, pair.scenario.value
    assert chart is not None, find_chart(name)
    assert scenario is not None
    return chart, scenario


def shipped_names() -> list[str]:
    """The shipped scenarios."""
    return [entry.name for entry in list_scenarios() if entry.shipped]


# Random charts and scenarios. Hypothesis draws a number, everything else is thrown from it: left to itself it prefers
# empty charts, in which nobody calls anybody. Sizes are small: what goes wrong, goes wrong with five posts.

POSTS = ("p1", "p2", "p3", "p4", "p5")
PEOPLE = ("ann", "ben", "cat", "dan", "eve", "fay")
KINDS = ("desk", "duty", "mobile", "home", "mail", "chat")
STARTS = ("2023-11-16T14:00", "2023-11-16T14:00", "2023-11-17T17:10", "2023-11-18T03:00")


def _few(dice: Random, things: Sequence[str], least: int, most: int) -> list[str]:
    return dice.sample(list(things), min(len(things), dice.randint(least, most)))


def _person(dice: Random, name: str) -> Data:
    channels = [
        {
            "kind": kind,
            "medium": dice.choice([None, None, None, "exchange", "server"]),
            "hours": dice.choice(["always", "always", "always", "office", "night"]),
            "address": dice.choice([None, "secret-1", "secret-2"]),
        }
        for kind in _few(dice, KINDS, 0, 5)
    ]
    leave = [{"from": f"2023-11-{dice.choice([10, 10, 17])}", "to": f"2023-11-{dice.choice([16, 20, 20])}"}]
    leave = leave if dice.random() < 0.15 and leave[0]["from"] < leave[0]["to"] else []
    return {"name": f"secret {name}", "channels": channels, "leave": leave, "behaviour": dice.choice("xy")}


def _behaviour(dice: Random) -> Data:
    """Half of the charts have fixed durations, so that many things happen in the same millisecond."""
    sigma = dice.choice([0, 0.5])
    spreads = {"answer": (5, 29), "talk": (20, 90), "read": (60, 900), "handling": (1, 45), "judge": (20, 180)}
    chances = {"answers": (0.5, 0.8, 1), "word_left": (0, 0.5), "voicemail": (0, 0.5), "reads": (0, 0.6, 1)}
    return {
        **{name: {"median_s": dice.choice(values), "sigma": sigma} for name, values in spreads.items()},
        **{name: dice.choice(values) for name, values in chances.items()},
        "judges_right": dice.choice([0.5, 1]),
        "fidelity": 0.9,
    }


def _post(dice: Random, name: str) -> Data:
    holder = dice.choice([None, *PEOPLE, *PEOPLE])
    deputies = [p for p in _few(dice, PEOPLE, 0, 2) if p != holder]
    return {"name": name, "holder": holder, "deputies": deputies, "in_scope": dice.random() < 0.9}


def _policy(dice: Random) -> Data:
    return {
        "ring_s": dice.choice([10, 30]),
        "attempts": dice.randint(1, 3),
        "gap_s": dice.choice([0.001, 60]),
        "written_wait_s": dice.choice([30, 600]),
        "rounds": dice.randint(1, 2),
        "known_absence": dice.choice(["skip", "wait"]),
    }


def _contact(dice: Random, refs: Sequence[str]) -> Data:
    conditions: list[Data] = [{"level": [2]}, {"level": [0, 3]}, {"class": ["misuse"]}, {"class": ["failure"]}]
    conditions += [{"publishing": True}, {"message": ["update"]}, {"hours": "office"}, *[{}] * 7]
    return contact(
        dice.choice(refs),
        dice.choice(refs),
        dice.choice(["report", "instruct", "consult", "liaise"]),
        order=dice.randint(1, 3),
        when=dice.choice(conditions),
        by=_few(dice, KINDS, 1, 4),
        deadline_min=dice.choice([None, 5, 30]),
        policy=dice.choice([{}, {}, _policy(dice)]),
    )


def random_chart(dice: Random) -> Chart:
    """A chart with rings, shared people and lines, vacant posts, empty groups, leave, hours and conditions."""
    posts = POSTS[: dice.randint(2, len(POSTS))]
    groups = {name: {"name": name, "members": _few(dice, posts, 0, 4)} for name in _few(dice, ("g1", "g2"), 0, 2)}
    refs = (*posts, *groups)
    duty = {
        "name": "meeting",
        "convener": dice.choice(refs),
        "members": _few(dice, refs, 1, 3),
        "quorum": dice.randint(1, 3),
        "by": _few(dice, KINDS, 1, 3),
        "deadline_min": 15,
    }
    return a_chart(
        {name: _post(dice, name) for name in posts},
        *(_contact(dice, refs) for _ in range(dice.randint(2, 12))),
        persons={name: _person(dice, name) for name in PEOPLE},
        groups=groups,
        duties={"meeting": duty},
        policy=_policy(dice),
        behaviours={name: _behaviour(dice) for name in "xy"},
    )


def random_scenario(dice: Random, chart: Chart) -> Scenario:
    """A scenario that fits a chart: injects after times and events, every kind of task, counts, clocks, a quiz."""
    refs = (*chart.posts, *chart.groups)

    def post() -> str:
        return dice.choice(list(chart.posts))

    told = {"told": {"post": post(), "message": "notice"}}
    judged = {"done": "judge"}
    moments: list[Data] = [
        {},
        {"at_min": 3},
        {"when": told},
        {"when": judged, "at_min": 1},
        {"when": {"not": told}, "unless": judged},
        {"when": {"any": [{"delivered": "i2"}, {"publishing": True}]}},
        {"when": {"all": [{"level": [2, 3]}, {"quorum": "meeting"}]}},
    ]

    def inject(number: int, gives: str | None) -> Data:
        words = {"sender": f"sender {number}", "text": f"inject {number}"}
        opens = dice.choice(moments) if number > 1 else {}
        return {"to": _few(dice, refs, 1, 2), "channel": "mail", **words, "gives": gives, "opens": opens}

    options: Data = {n: {"text": f"option {n}", "right": n == "yes", "why": f"why {n}"} for n in ("yes", "no")}
    options["yes"]["publishing"] = True
    tasks = {
        "judge": task("level", post(), right=2, within_min=20, opens=dice.choice(moments[:4])),
        "press": task("choice", post(), options=options, opens={"when": told}),
        "cut": task("action", post(), requires=dice.choice([None, judged]), opens={"at_min": 1}),
        "trap": task("action", post(), expected=False),
        "meet": task("convene", post(), duty="meeting", opens=dice.choice(moments)),
    }
    counts = {
        "after": "notice",
        "from": _few(dice, refs, 1, 3),
        "to": post(),
        "label": "cases",
        "values": {name: 10 + i for i, name in enumerate(chart.posts)},
        "within_min": 15,
        "why": "why counts",
    }
    return a_scenario(
        start=dice.choice(STARTS),
        length_min=dice.choice([1, 60, 180]),
        level=dice.randint(0, 3),
        publish=dice.random() < 0.5,
        down=_few(dice, ("exchange", "server"), 0, 1),
        origin=_few(dice, refs, 0, 1),
        items={n: {"label": f"label {n}", "value": f"value {n}"} for n in ("what", "where", "news")},
        messages={
            "notice": {"title": "title notice", "items": ["what", "where"]},
            "update": {"title": "title update", "kind": "update", "items": ["news"]},
        },
        injects={"alarm": inject(1, "notice"), "i2": inject(2, "update"), "i3": inject(3, None)},
        tasks=tasks,
        counts=dice.choice([None, counts]),
        phases={"one": {"title": "phase one"}, "two": {"title": "phase two", "opens": {"when": told}}},
        clocks={"law": {"title": "clock law", "starts": {"when": told}, "due_h": 72, "stops": judged}},
        objectives={"tell": {"title": "objective tell", "measures": ["completeness", "rightness"]}},
        quiz={"q1": {"text": "q1", "why": "why q1", "answers": [{"text": "A", "right": True}, {"text": "B"}]}},
    )


def random_setup(number: int, played: bool = False) -> Setup:
    """The random drill of this number; with `played` two posts are left to people at a screen."""
    dice = Random(number)
    chart = random_chart(dice)
    scenario = random_scenario(dice, chart)
    absent, away = (frozenset(_few(dice, PEOPLE, 0, 2)) for _ in range(2))
    posts = tuple(_few(dice, tuple(chart.posts), 2, 2)) if played else ()
    start = datetime.fromisoformat(f"2023-11-16T{dice.choice(['14:00', '14:00', '08:00', '16:50', '23:30'])}")
    return Setup.make(chart, scenario, seed=number, start=start, played=posts, absent=absent, away=away)


def setups(played: bool = False) -> st.SearchStrategy[Setup]:
    """Random drills."""
    return st.integers(0, 2**32 - 1).map(lambda number: random_setup(number, played))


def shuffled(setup: Setup) -> Setup:
    """The same drill with the parts of the chart that have no order of their own the other way round."""
    chart = setup.chart
    turned = {
        name: dict(reversed(getattr(chart, name).items())) for name in ("persons", "posts", "media", "behaviours")
    }
    return replace(setup, chart=chart.model_copy(update=turned))
