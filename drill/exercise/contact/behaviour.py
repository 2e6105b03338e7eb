"""What simulated people do by chance: keyed draws and integer quantile tables; no platform's `exp` matters."""

from __future__ import annotations

from decimal import Context, Decimal
from functools import lru_cache
from statistics import NormalDist

from drill.exercise.contact.setup import Setup
from drill.exercise.contact.state import ContactKey
from drill.model.chart import Behaviour, Spread
from drill.rng import Dice, Purpose

KNOTS = 1024
_TEN_DIGITS = Context(prec=16)


@lru_cache(maxsize=1)
def normal_knots() -> tuple[Decimal, ...]:
    """KNOTS + 1 standard normal quantiles to six decimals; the outermost stand at a quarter of a step.

    `inv_cdf` may differ between platforms in the last bit; six decimals do not (no knot lies near a rounding tie).
    """
    normal = NormalDist()
    inside = [normal.inv_cdf(k / KNOTS) for k in range(1, KNOTS)]
    edge = normal.inv_cdf(1 / (4 * KNOTS))
    return tuple(Decimal(f"{z:.6f}") for z in (edge, *inside, -edge))


@lru_cache(maxsize=256)
def quantiles(median_s: float, sigma: float) -> tuple[int, ...]:
    """KNOTS + 1 quantiles of a lognormal duration in whole milliseconds, each at least 1."""
    scale, spread = Decimal(repr(median_s)) * 1000, Decimal(repr(sigma))
    return tuple(max(1, int(scale * (spread * z).exp(_TEN_DIGITS))) for z in normal_knots())


class Behaviours:
    """The draws of one drill. Every draw is keyed by what it is for; asking twice gives the same answer."""

    def __init__(self, setup: Setup) -> None:
        self._chart = setup.chart
        self._dice = Dice(setup.seed, setup.replication)

    def of(self, person: str) -> Behaviour:
        """The numbers a person behaves by."""
        return self._chart.behaviour_of(person)

    def chance(self, probability: float, who: str, purpose: Purpose, about: str = "", attempt: int = 0) -> bool:
        """True with `probability`."""
        return self._dice.chance(probability, who, purpose, about, attempt)

    def duration_ms(self, spread: Spread, who: str, purpose: Purpose, about: str = "", attempt: int = 0) -> int:
        """A duration in milliseconds, at least 1: the table at 10 bits, linear between knots by the other 22."""
        if spread.sigma == 0:
            return max(1, round(spread.median_s * 1000))
        bits = self._dice.bits(who, purpose, about, attempt)
        table, knot, part = quantiles(spread.median_s, spread.sigma), bits >> 22, bits & 0x3FFFFF
        return table[knot] + ((table[knot + 1] - table[knot]) * part >> 22)

    def part_of(self, whole_ms: int, who: str, purpose: Purpose, about: str, attempt: int) -> int:
        """A uniform part of a duration, in milliseconds."""
        return self._dice.bits(who, purpose, about, attempt) * whole_ms >> 32

    def heard(self, items: dict[str, bool], listener: str, key: ContactKey, attempt: int) -> dict[str, bool]:
        """Items as a listener takes them: what was wrong stays wrong, what was right gets through with `fidelity`."""
        fidelity, about = self.of(listener).fidelity, slot(key)
        draws = [f"{about}|{item}" for item in items]
        kept = self._dice.chances(fidelity, listener, Purpose.FIDELITY, draws, attempt)
        return {item: right and keeps for (item, right), keeps in zip(items.items(), kept, strict=True)}


def slot(key: ContactKey) -> str:
    """The name of a contact in the key of its draws."""
    return "|".join(key)
