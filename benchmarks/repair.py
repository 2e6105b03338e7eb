"""`python -m benchmarks.repair [CHARTS]`: seconds for a proven repair of random realistic charts, and ratios.

Compared, where these end in reasonable time: one CP-SAT model of everything up front (for every post and element a
variable "still told"), and trying all sets of changes in the order of their cost. All must find the same cost.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from itertools import combinations
from random import Random
from statistics import median
from typing import Any

from drill.analysis.network import START
from drill.analysis.repair.changes import Costs
from drill.analysis.repair.options import possible_changes
from drill.analysis.repair.plan import Repair, plan_repair
from drill.analysis.repair.proposal import Proposal
from drill.analysis.weak import weakness_of
from drill.contacts.situation import Situation
from drill.model.chart import Chart

TINY, SMALL = 3, 12
"""Posts, for exhaustive search and for the model up front."""
SIZES = (TINY, SMALL, 60, 300)
MEDIA = ("switchboard", "mail_server", "carrier", "branch_lines")


def a_chart(posts: int, seed: int) -> Chart:
    """A tree of posts with reports upward (rings), some cross contacts, rooms in buildings, shared media, a meeting."""
    random = Random(seed)
    rooms = [f"room{i}" for i in range(max(2, posts // 8))]
    names = [f"post{i}" for i in range(posts)]

    def person(at: str) -> dict[str, Any]:
        desk = random.choice(["switchboard", "switchboard", "switchboard", "branch_lines"])
        channels = [{"kind": "desk", "medium": desk, "hours": "office"}]
        channels += [{"kind": "mobile", "medium": "carrier"}] if random.random() < 0.6 else []
        channels += [{"kind": "mail", "medium": "mail_server"}] if random.random() < 0.8 else []
        return {"name": "seat", "site": at, "channels": channels}

    persons, entries, contacts = {}, {}, []
    for i, name in enumerate(names):
        room = random.choice(rooms)
        persons[name] = person(room)
        deputies = []
        if random.random() < 0.5:
            persons[f"{name}_d"] = person(random.choice([room, room, random.choice(rooms)]))
            deputies = [f"{name}_d"]
        if i and random.random() < 0.15:
            deputies.append(names[random.randrange(i)])
        entries[name] = {"name": name, "holder": name, "deputies": deputies}
        if i:
            above = names[(i - 1) // random.choice([3, 4, 5])]
            by = random.choice([["desk", "mobile"], ["desk", "mobile", "mail"], ["mail", "desk"]])
            contacts.append({"from": above, "to": name, "kind": "instruct", "by": by})
            contacts.append({"from": name, "to": above, "kind": "report", "by": ["desk", "mobile"]})
            if random.random() < 0.3:
                contacts.append({"from": names[random.randrange(i)], "to": name, "kind": "liaise", "by": by})
    buildings = {f"building{i}": {"name": "building"} for i in range(3)}
    return Chart.model_validate(
        {
            "schema": "drill.chart/1",
            "id": "random",
            "title": "Random",
            "hours": {"office": "mon-fri 08:30-17:15"},
            "media": {medium: {"name": medium} for medium in MEDIA}
            | {"switchboard": {"name": "s", "site": "building0"}},
            "sites": buildings | {r: {"name": r, "within": f"building{i % 3}"} for i, r in enumerate(rooms)},
            "persons": persons,
            "posts": entries,
            "contacts": contacts,
            "origins": names[:1],
            "duties": {"meet": {"name": "meeting", "convener": names[0], "members": names[:7], "quorum": 5}},
        }
    )


def up_front(chart: Chart, costs: Costs) -> int:
    """The cost of the cheapest repair (costs are whole), by one model of all posts, all elements and all changes."""
    from ortools.sat.python import cp_model

    before = weakness_of(chart)
    changes = possible_changes(chart, Situation(), before.origins.posts, before.network)
    proposal = Proposal(chart, Situation(), before.origins.posts, changes)
    network, model = proposal.network, cp_model.CpModel()
    made = [model.new_bool_var("") for _ in proposal.guards]
    for none, others in enumerate(proposal.unless, len(changes)):
        for other in others:
            model.add_implication(made[none], ~made[other])
    numbers = [n for n, e in enumerate(network.elements) if (e.kind, e.ref) in before.network.numbers]
    falls = proposal.fallen([(), *([n] for n in numbers)], range(len(changes)))
    for case, failed in enumerate([-1, *numbers]):
        _case(model, proposal, made, failed, {n for n in network.required if not falls[n] >> case & 1})
    model.minimize(sum(int(costs.of(c.kind)) * x for c, x in zip(changes, made, strict=False)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = 600
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def _case(model: Any, proposal: Proposal, made: list[Any], failed: int, wanted: set[int]) -> None:
    """One failure: who is told, and a time for everybody, so that rings do not tell themselves."""
    network = proposal.network
    told = [model.new_bool_var("") for _ in network.names]
    when = [model.new_int_var(0, len(told), "") for _ in network.names]
    guard_of = {element: guard for guard, element in enumerate(proposal.guards)}
    model.add(told[START] == 1)
    for head, arcs in enumerate(network.incoming):
        alive = []
        for tail, bundle in arcs:
            whole = (label for label in network.bundles[bundle] if failed not in label)
            for guards in {label.intersection(guard_of) for label in whole}:
                arc = model.new_bool_var("")
                for guard in guards:
                    model.add_implication(arc, made[guard_of[guard]])
                model.add_implication(arc, told[tail])
                model.add(when[tail] + 1 <= when[head]).only_enforce_if(arc)
                alive.append((tail, bundle, arc))
        if head != START:
            by_arc: dict[tuple[int, int], list[Any]] = {}
            for tail, bundle, arc in alive:
                by_arc.setdefault((tail, bundle), []).append(arc)
            counted = []
            for ways in by_arc.values():
                some = model.new_bool_var("")
                model.add_bool_or(ways).only_enforce_if(some)
                counted.append(some)
            model.add(sum(counted) >= network.needed[head]).only_enforce_if(told[head])
    for node in wanted:
        model.add(told[node] == 1)


def exhaustive(chart: Chart, costs: Costs) -> int:
    """The same by trying sets of changes, the cheapest first."""
    before = weakness_of(chart)
    changes = possible_changes(chart, Situation(), before.origins.posts, before.network)
    proposal = Proposal(chart, Situation(), before.origins.posts, changes)
    known = before.network.numbers
    failing = [[n] for n, e in enumerate(proposal.network.elements) if (e.kind, e.ref) in known]

    def falling(chosen: Iterable[int]) -> list[int]:
        falls = proposal.fallen([(), *failing], set(chosen))
        return [falls[node] for node in proposal.network.required]

    goal = falling(range(len(changes)))
    price = [int(costs.of(change.kind)) for change in changes]
    sets = [c for size in range(len(changes) + 1) for c in combinations(range(len(changes)), size)]
    sets.sort(key=lambda chosen: sum(price[i] for i in chosen))
    return next(sum(price[i] for i in chosen) for chosen in sets if falling(chosen) == goal)


def timed(work: Any, *args: Any) -> tuple[Any, float]:
    """What it gives, and the seconds it takes."""
    begun = time.perf_counter()
    found = work(*args)
    return found, time.perf_counter() - begun


def main(charts: int = 5) -> None:
    """Print the table."""
    plan_repair(a_chart(6, 0))  # imports OR-Tools
    print("posts  changes offered  median s  worst s  rounds  baseline s    ratio")
    for size in SIZES:
        results: list[tuple[Repair, float]] = [timed(plan_repair, a_chart(size, seed)) for seed in range(charts)]
        assert all(repair.proven for repair, _ in results)
        seconds, rounds = median(each for _, each in results), median(repair.rounds for repair, _ in results)
        offered = median(repair.offered for repair, _ in results)
        line = f"{size:5} {offered:16} {seconds:9.3f} {max(each for _, each in results):8.3f} {rounds:7}"
        if size <= SMALL:
            cost, slow = timed(exhaustive if size == TINY else up_front, a_chart(size, 0), Costs())
            assert cost == results[0][0].cost, (cost, results[0][0].cost)
            line += f" {slow:11.3f} {slow / results[0][1]:8.1f}"
        print(line, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
