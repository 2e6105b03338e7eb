"""How often nodes hold when elements fail at random: many samples at once, one bit each.

Exact probabilities (BDD) explode on cyclic charts of some 60 posts; sampling does not. Every element has its own
stream of random bits, so an estimate does not depend on the order of anything, and two estimates compare the same
nights: common random numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from drill.analysis.network import Network

SAMPLES = 4096
_DIGITS = 20
"""Binary digits of a probability: a resolution of 10^-6."""


def working(network: Network, seed: int = 1, samples: int = SAMPLES) -> list[int]:
    """Per element a bit for each sample: whether it works, with probability 1 - `fails`."""
    return [
        _coins(1 - element.fails, Random(f"{seed}:{element.kind}:{element.ref}"), samples)
        for element in network.elements
    ]


def _coins(probability: float, random: Random, samples: int) -> int:
    """Bits that are 1 with this probability, made of fair bits digit by digit, the least significant first."""
    found, scaled = 0, round(probability * (1 << _DIGITS))
    if scaled >= 1 << _DIGITS:
        return (1 << samples) - 1
    for digit in range(_DIGITS):
        fair = random.getrandbits(samples)
        found = found | fair if scaled >> digit & 1 else found & fair
    return found


def holding_when(network: Network, works: Sequence[int], samples: int) -> list[int]:
    """Per node the samples in which it holds: the least fix-point, all samples at once."""
    everywhere = (1 << samples) - 1
    passable = [_any(_all(works, label, everywhere) for label in bundle) for bundle in network.bundles]
    return spread(network, passable, everywhere)


def spread(network: Network, passable: Sequence[int], everywhere: int) -> list[int]:
    """Per node the samples in which it holds, given those in which each bundle is passable."""
    held = [0] * len(network.names)
    stale = [True] * len(held)
    while True in stale:
        for node in network.order:
            if stale[node]:
                stale[node] = False
                arcs = [held[tail] & passable[bundle] for tail, bundle in network.incoming[node]]
                found = at_least(network.needed[node], arcs, everywhere)
                if found != held[node]:
                    held[node] = found
                    for head in network.heads[node]:
                        stale[head] = True
    return held


def at_least(needed: int, masks: Sequence[int], everywhere: int) -> int:
    """The positions where at least `needed` of the masks have a one."""
    if needed == 1:
        return _any(masks)
    failing = len(masks) - needed + 1
    if 0 < failing < needed:
        return everywhere ^ at_least(failing, [everywhere ^ mask for mask in masks], everywhere)
    reached = [everywhere] + [0] * max(needed, 0)
    for mask in masks:
        for j in range(needed, 0, -1):
            reached[j] |= reached[j - 1] & mask
    return reached[needed] if needed > 0 else everywhere


def _any(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found


def _all(works: Sequence[int], label: Iterable[int], everywhere: int) -> int:
    found = everywhere
    for element in label:
        found &= works[element]
    return found


def birnbaum(network: Network, cuts: Sequence[Sequence[int]], seed: int = 1, samples: int = SAMPLES) -> list[float]:
    """Birnbaum importance of each set of elements: by how many required nodes its failing lowers the expected number.

    E[required nodes that hold | all of the set work] - E[… | all have failed], everything else failing at random.
    """
    works = working(network, seed, samples)
    everywhere = (1 << samples) - 1
    found = []
    for cut in cuts:
        expected = []
        for state in (everywhere, 0):
            fixed = list(works)
            for element in cut:
                fixed[element] = state
            held = holding_when(network, fixed, samples)
            expected.append(sum(held[node].bit_count() for node in network.required) / samples)
        found.append(expected[0] - expected[1])
    return found
