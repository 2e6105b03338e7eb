"""The cheapest repair is what exhaustive search finds, and it is one: proven on random charts."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from drill.analysis.network import ElementKind
from drill.analysis.repair.changes import Change, Costs, with_changes
from drill.analysis.repair.options import possible_changes
from drill.analysis.repair.plan import KINDS, Repair, plan_repair
from drill.analysis.repair.proposal import Proposal
from drill.analysis.weak import ChartWeakness, weakness_of
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from tests.analysis.brute_force import Thing, fast_cuts, least, random_chart, situations, slow_cuts
from tests.builders import LAWS

seeds = st.integers(0, 2**32)
MOST = 7
"""Changes of which every subset is tried."""


SILENCED = (255043, 255075, 255378)
"""Charts in which one of two new deputies silences the other's mail."""


def a_case(seed: int) -> tuple[Random, Chart, Situation, tuple[str, ...]]:
    """A random chart, in a situation, with origins."""
    random = Random(seed)
    chart = random_chart(random)
    inside = [post for post, entry in chart.posts.items() if entry.in_scope] or list(chart.posts)
    situation = random.choice(list(situations(random)))
    return random, chart, situation, tuple(random.sample(inside, min(len(inside), random.choice([1, 1, 2]))))


def a_vacant_case(seed: int) -> tuple[Random, Chart, Situation, tuple[str, ...]]:
    """Likewise, with posts that nobody fills and deputies whose channels are all missing: what is added there may
    silence something else that is added."""
    random, chart, situation, origins = a_case(seed)
    data = chart.model_dump(by_alias=True, mode="json")
    for post in data["posts"].values():
        if random.random() < 0.4:
            post |= {"holder": None, "deputies": []}
    for person in data["persons"].values():
        if random.random() < 0.3:
            person["channels"] = []
    return random, Chart.model_validate(data), situation, origins


def some_changes(random: Random, found: ChartWeakness) -> list[Change]:
    """A few of the changes possible, in their order."""
    changes = possible_changes(found.chart, found.situation, found.origins.posts, found.network)
    chosen = random.sample(range(len(changes)), min(len(changes), MOST))
    return [changes[i] for i in sorted(chosen)]


def flaws(found: ChartWeakness, kinds: tuple[ElementKind, ...]) -> set[tuple[Thing, frozenset[Thing]]]:
    """What is not as it should be: (node, single cut), and (node, nothing) for a node that never holds."""
    return {
        (node, cut)
        for node, cuts in fast_cuts(found, order=1).items()
        for cut in cuts
        if all(kind in kinds for kind, _ in cut)
    }


def remedied(all_made: set[tuple[Thing, frozenset[Thing]]], found: set[tuple[Thing, frozenset[Thing]]]) -> bool:
    """Whether nothing is wrong but what is wrong with all changes made; what never holds then, may fall."""
    hopeless = {node for node, cut in all_made if not cut}
    return all(flaw in all_made or flaw[0] in hopeless for flaw in found)


def cheapest(found: ChartWeakness, changes: list[Change], costs: Costs, kinds: tuple[ElementKind, ...]) -> Fraction:
    """The cost of the cheapest repair, by trying every subset."""

    def after(chosen: tuple[Change, ...]) -> set[tuple[Thing, frozenset[Thing]]]:
        chart = with_changes(found.chart, chosen)
        return flaws(weakness_of(chart, found.situation, found.origins.posts), kinds)

    all_made = after(tuple(changes))
    subsets = (chosen for size in range(len(changes) + 1) for chosen in combinations(changes, size))
    return min(costs.total(chosen) for chosen in subsets if remedied(all_made, after(chosen)))


@LAWS
@given(seeds)
def test_no_set_of_changes_that_repairs_a_chart_costs_less(seed: int) -> None:
    random, chart, situation, origins = a_case(seed)
    kinds = random.choice([KINDS, KINDS, ("person",), ("medium", "site")])
    costs = Costs(*(Fraction(random.randint(1, 12), random.choice([1, 2])) for _ in range(4)))
    found = weakness_of(chart, situation, origins)
    changes = some_changes(random, found)
    repair = plan_repair(chart, situation, origins, costs, kinds, offered=changes)
    assert repair.proven
    assert repair.cost == repair.lower_bound == cheapest(found, changes, costs, kinds)


@LAWS
@given(seeds)
def test_a_repaired_chart_has_no_flaw_left_but_those_said_to_stay(seed: int) -> None:
    _, chart, situation, origins = a_case(seed)
    repair = plan_repair(chart, situation, origins)
    staying: set[tuple[str, object]] = set()
    hopeless = set()
    for each in repair.unremedied:
        for name in each.falls:
            staying.add((name.ref, each.element and (each.element.kind, each.element.ref)))
            if each.element is None:
                hopeless.add(name.ref)
    cuts = slow_cuts(repair.chart, situation, repair.before.origins.posts, order=1)
    required = fast_cuts(repair.before, order=1).keys()
    for node in required:
        for cut in cuts[node]:
            assert node[1] in hopeless or (node[1], next(iter(cut), None)) in staying


@LAWS
@given(seeds)
def test_changes_that_silence_each_other_are_weighed_against_each_other(seed: int) -> None:
    random, chart, situation, origins = a_vacant_case(seed)
    kinds = random.choice([KINDS, ("line",), ("line", "medium")])
    costs = Costs(*(Fraction(random.randint(1, 12)) for _ in range(4)))
    found = weakness_of(chart, situation, origins)
    changes = some_changes(random, found)
    repair = plan_repair(chart, situation, origins, costs, kinds, offered=changes)
    assert repair.cost == repair.lower_bound == cheapest(found, changes, costs, kinds)


@LAWS
@given(seeds, st.booleans())
@example(SILENCED[0], False)
@example(SILENCED[1], False)
@example(SILENCED[2], False)
def test_one_network_with_guards_stands_for_every_choice_of_changes(seed: int, vacant: bool) -> None:
    random, chart, situation, origins = a_vacant_case(seed) if vacant else a_case(seed)
    found = weakness_of(chart, situation, origins)
    changes = possible_changes(chart, situation, found.origins.posts, found.network)
    chosen = [i for i in range(len(changes)) if random.random() < 0.4]
    alone = weakness_of(with_changes(chart, [changes[i] for i in chosen]), situation, origins).network
    proposal = Proposal(chart, situation, origins, changes)
    network = proposal.network
    elements = [e for e in alone.numbers if e in network.numbers]
    falls = proposal.fallen([[], *([network.numbers[e]] for e in elements)], chosen)
    assert [network.names[n] for n in network.required] == [alone.names[n] for n in alone.required]
    for case, failed in enumerate([(), *((alone.numbers[e],) for e in elements)]):
        holding = {alone.names[node] for node in least(alone, failed)}
        for node in network.required:
            assert bool(falls[node] >> case & 1) != (network.names[node] in holding)


@LAWS
@given(seeds)
def test_the_same_chart_is_repaired_the_same_way_twice(seed: int) -> None:
    _, chart, situation, origins = a_case(seed)
    first, second = (plan_repair(chart, situation, origins) for _ in range(2))
    assert first.changes == second.changes
    assert isinstance(first, Repair)
