"""Hold the laws of a drill over many seeds of every shipped scenario, with nobody away and with chance absences.

Printed: drills held, faults (none are allowed), and how often a drill with nobody away reached every required post.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, product
from multiprocessing import Pool

from drill.analysis.lint import check_pair
from drill.exercise.chain import dump
from drill.exercise.contact import events as e
from drill.exercise.contact.headless import run_headless
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.setup import Setup
from drill.model.chart import Chart
from drill.model.library import find_scenario, list_scenarios
from drill.model.scenario import Scenario
from drill.rng import Dice, Purpose
from drill.scoring.score import score

AWAY = 0.15
"""Chance that a person is away, in the runs with absences."""
SAMPLE = 50
"""One drill in so many is also recomputed from its log."""

_PAIRS: dict[str, tuple[Chart, Scenario]] = {}


def load_pair(name: str) -> tuple[Chart, Scenario]:
    """A shipped scenario and its chart, loaded once."""
    if name not in _PAIRS:
        pair = check_pair(find_scenario(name))
        assert pair.chart
        assert pair.chart.value
        assert pair.scenario.value
        _PAIRS[name] = pair.chart.value, pair.scenario.value
    return _PAIRS[name]


def hold(job: tuple[str, int, bool]) -> tuple[str, bool, bool, list[str]]:
    """One drill: scenario, whether people were away, whether everybody required was reached, and its faults."""
    name, seed, some_away = job
    chart, scenario = load_pair(name)
    dice = Dice(seed)
    absent = frozenset(p for p in chart.persons if some_away and dice.chance(AWAY, p, Purpose.ANSWERS, "away"))
    rows = run_headless(Setup.make(chart, scenario, seed=seed, absent=absent))
    faults = [f"{name} seed {seed}: {fault}" for fault in _faults(rows, absent, sampled=seed % SAMPLE == 0)]
    chain = score(rows).completeness
    return name, some_away, chain.numerator == chain.denominator, faults


def _faults(rows: list[e.Row], absent: frozenset[str], *, sampled: bool) -> Iterator[str]:
    if any(later.at_ms < row.at_ms for row, later in pairwise(rows)):
        yield "time goes back"
    if any(isinstance(row.event, e.MessageAcknowledged) and row.event.person in absent for row in rows):
        yield "somebody absent acknowledged"
    if any(_talk_twice(rows)):
        yield "somebody is in two calls at once"
    for dimension in score(rows).dimensions.values():
        if not all(0 <= row.got <= row.of for row in dimension.rows):
            yield f"{dimension.name} is out of bounds"
    if sampled and DRILL.parse(dump(rows)).rows != tuple(rows):
        yield "the transcript does not read back"
    if sampled and DRILL.replay(rows).rows != rows:
        yield "the log does not regenerate"


def _talk_twice(rows: list[e.Row]) -> Iterator[bool]:
    """For every answered call: whether one of the two was talking already."""
    placed: dict[int, tuple[str, str]] = {}
    talking: dict[str, int] = {}
    for row in rows:
        match row.event:
            case e.CallPlaced():
                placed[row.event.call] = (row.event.person, row.event.to_person)
            case e.CallAnswered():
                people = placed[row.event.call]
                yield any(person in talking for person in people)
                talking.update(dict.fromkeys(people, row.event.call))
            case e.CallEnded():
                talking = {person: call for person, call in talking.items() if call != row.event.call}


def main(seeds: int) -> int:
    """Hold `seeds` drills of every scenario, with and without absences; 1 if a law broke."""
    names = [entry.path.stem for entry in list_scenarios()]
    jobs = list(product(names, range(1, seeds + 1), (False, True)))
    held: Counter[tuple[str, bool]] = Counter()
    complete: Counter[tuple[str, bool]] = Counter()
    faults: list[str] = []
    with Pool() as pool:
        for number, (name, away, whole, found) in enumerate(pool.imap_unordered(hold, jobs, chunksize=8), start=1):
            held[name, away] += 1
            complete[name, away] += whole
            faults += found
            if sys.stderr.isatty() or number % 500 == 0:
                print(f"\r{number} / {len(jobs)} drills", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    for (name, away), number in sorted(held.items()):
        share = f"{100 * complete[name, away] / number:.1f} %"
        print(f"{name:28} {'some away' if away else 'all there':10} {number:6} drills, everybody reached in {share}")
    print(f"faults: {len(faults)}", *faults[:20], sep="\n")
    return int(bool(faults))
