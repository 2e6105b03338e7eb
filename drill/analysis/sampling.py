"""How often nodes hold when elements fail at random: many samples at once, one bit each.

Exact probabilities (BDD) explode on cyclic charts of some 60 posts; sampling does not. Every element has its own
stream of random bits, so an estimate does not depend on the order of anything, and two estimates compare the same
nights: common random numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from drill.analysis.cuts import fallen
from drill.analysis.network import Network

SAMPLES = 4096
_EVERY = (1 << SAMPLES) - 1
_DIGITS = 20
"""Binary digits of a probability: a resolution of 10^-6."""


def _coins(probability: float, random: Random) -> int:
    """Bits that are 1 with this probability, made of fair bits digit by digit, the least significant first."""
    found, scaled = 0, round(probability * (1 << _DIGITS))
    if scaled >= 1 << _DIGITS:
        return _EVERY
    for digit in range(_DIGITS):
        fair = random.getrandbits(SAMPLES)
        found = found | fair if scaled >> digit & 1 else found & fair
    return found


def birnbaum(network: Network, cuts: Sequence[Sequence[int]], failed: Iterable[int] = ()) -> list[float]:
    """Birnbaum importance of each set of elements: by how many required nodes its failing lowers the expected number.

    E[required nodes that hold | all of the set work] - E[… | all have failed], everything else failing at random;
    `failed` fail throughout.
    """
    failing = {
        number: _EVERY ^ _coins(1 - each.fails, Random(f"1:{each.kind}:{each.ref}"))
        for number, each in enumerate(network.elements)
    }
    failing |= dict.fromkeys(failed, _EVERY)

    def expected(cut: Sequence[int], cases: int) -> float:
        """How many nodes do not hold when a cut fails in these samples."""
        found = fallen(network, failing | dict.fromkeys(cut, cases), _EVERY)
        return sum(found[node].bit_count() for node in network.required) / SAMPLES

    return [expected(cut, _EVERY) - expected(cut, 0) for cut in cuts]
