"""What one caller has to do by telephone, and by when each contact is then made, if things go as expected.

Calls come one after the other in the chart's order. A call takes the median until it is answered and the median
talk; each expected try that is not answered costs the ringing time. Those who are written to first are called only
if they are not expected to have acknowledged within the wait. Pauses between tries are filled by other calls.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from math import erf, log, sqrt

from drill.contacts.resolved import Link, resolved
from drill.contacts.situation import Situation
from drill.model.basics import WRITTEN, ChannelKind
from drill.model.chart import Behaviour, Chart, Policy
from drill.pairs import gathered


@dataclass
class Workload:
    """A caller's telephone calls (expected number), and minutes after which each contact has been made."""

    calls: float = 0.0
    told_after_min: dict[int, float] = field(default_factory=dict)


def workloads(chart: Chart, situation: Situation) -> dict[str, Workload]:
    """Caller → work in the situation. Contacts are named by their index in the chart."""
    owed = gathered((link.caller, link) for link in resolved(chart).owed(situation))
    return {caller: _work(chart, caller, links) for caller, links in owed.items() if not chart.posts[caller].external}


def _work(chart: Chart, caller: str, links: list[Link]) -> Workload:
    """A contact with a condition that comes later has its own clock, and only such contacts before it."""
    work, table = Workload(), resolved(chart)
    handling = [chart.behaviour_of(person).handling.median_s for person in table.candidates[caller][:1]]
    clock: dict[object, float] = defaultdict(float)
    clock[False, False] = sum(handling)
    for (_, place), each in groupby(sorted(links, key=_turn), key=_turn):
        contact = chart.contacts[place]
        policy, later = chart.policy_of(contact), (bool(contact.when.level), contact.when.publishing is not None)
        waited = clock[later]
        for link in each:
            first = table.candidates[link.target][:1]
            behaviour = chart.behaviour_of(first[0]) if first else Behaviour()
            kinds = [way.kind for person in first for way in table.ways(person, contact.by)]
            chance = _to_be_called(kinds, policy, behaviour)
            work.calls += chance
            if chance < 1 and chance:
                waited = max(waited, clock[later] + policy.written_wait_s)
            tries = 1 / max(behaviour.answers, 0.1)
            taken = behaviour.answer.median_s + behaviour.talk.median_s + (tries - 1) * policy.ring_s
            waited += chance * taken
        clock[later] = waited
        work.told_after_min[place] = waited / 60
    return work


def _turn(link: Link) -> tuple[int, int]:
    return link.contact.order, link.place


def _to_be_called(kinds: list[ChannelKind], policy: Policy, behaviour: Behaviour) -> float:
    """The probability that it takes a telephone call."""
    if all(kind in WRITTEN for kind in kinds):
        return 0.0
    if kinds[0] not in WRITTEN:
        return 1.0
    return 1 - behaviour.reads * _within(policy.written_wait_s, behaviour.read.median_s, behaviour.read.sigma)


def _within(seconds: float, median_s: float, sigma: float) -> float:
    """The share of a lognormal duration that is over by then."""
    if sigma == 0:
        return float(median_s <= seconds)
    return (1 + erf(log(seconds / median_s) / sigma / sqrt(2))) / 2
