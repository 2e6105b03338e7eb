"""Keyed randomness: every draw is a pure function of what it is for, never of the order of events.

Philox4x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC'11) turns the
key (seed) and the counter (replication, who, attempt and purpose, contact) into 32 random bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from hashlib import sha256

_MASK = 0xFFFFFFFF
_M0, _M1 = 0xD2511F53, 0xCD9E8D57
_W0, _W1 = 0x9E3779B9, 0xBB67AE85


class Purpose(IntEnum):
    """What a draw decides; part of its key, so the numbers are frozen for ever."""

    ANSWERS = 1
    ANSWER_DELAY = 2
    MISSED = 3
    TALK = 4
    FIDELITY = 5
    READS = 6
    READ_DELAY = 7
    HANDLING = 8
    JUDGES = 9
    JUDGE_DELAY = 10
    AGAIN = 11
    CHART = 12
    COUNTING = 13
    QUESTIONS = 14
    ANSWERS_SHOWN = 15
    ATTENDS = 16
    TEST_RIGHT = 17
    CHECK_PROPER = 18


def philox4x32(counter: tuple[int, int, int, int], key: tuple[int, int]) -> tuple[int, int, int, int]:
    """Ten rounds over four 32-bit counter words and two 32-bit key words; four 32-bit words out."""
    return _rounds(*counter, _schedule(key), _MASK)


def _schedule(key: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The two key words of each round."""
    return tuple(((key[0] + n * _W0) & _MASK, (key[1] + n * _W1) & _MASK) for n in range(10))


def _rounds(
    c0: int, c1: int, c2: int, c3: int, schedule: tuple[tuple[int, int], ...], mask: int
) -> tuple[int, int, int, int]:
    """Ten rounds; with several counters side by side, 64 bits apart, and schedule and mask to match, all at once."""
    m0, m1 = _M0, _M1
    for k0, k1 in schedule:
        p0, p1 = m0 * c0, m1 * c2
        c0 = (p1 >> 32 & mask) ^ c1 ^ k0
        c2 = (p0 >> 32 & mask) ^ c3 ^ k1
        c1, c3 = p1 & mask, p0 & mask
    return c0, c1, c2, c3


@lru_cache(maxsize=65536)
def name_key(name: str) -> int:
    """32 bits that stand for a name: stable across platforms, versions and the order of a file."""
    return int.from_bytes(sha256(name.encode()).digest()[:4], "big")


class Dice:
    """All draws of one replication. `seed` has 64 bits, `replication` 32."""

    def __init__(self, seed: int, replication: int = 0) -> None:
        self._schedule = _schedule((seed & _MASK, (seed >> 32) & _MASK))
        self._replication = replication & _MASK

    def bits(self, who: str, purpose: Purpose, contact: str = "", attempt: int = 0) -> int:
        """32 uniform bits for one question."""
        counter = (self._replication, name_key(who), (attempt << 8 | purpose) & _MASK, name_key(contact))
        return _rounds(*counter, self._schedule, _MASK)[0]

    def many(self, who: str, purpose: Purpose, contacts: Sequence[str], attempt: int = 0) -> list[int]:
        """`bits` for several contacts, for little more than the price of one."""
        places = range(0, 64 * len(contacts), 64)
        each = sum(1 << place for place in places)
        last = sum(name_key(contact) << place for contact, place in zip(contacts, places, strict=True))
        schedule = tuple((k0 * each, k1 * each) for k0, k1 in self._schedule)
        first = (self._replication * each, name_key(who) * each, ((attempt << 8 | purpose) & _MASK) * each)
        found = _rounds(*first, last, schedule, _MASK * each)[0]
        return [found >> place & _MASK for place in places]

    def chance(self, probability: float, who: str, purpose: Purpose, contact: str = "", attempt: int = 0) -> bool:
        """True with `probability`, resolved to one part in a million; what is certain draws nothing."""
        return probability == 1 or _happens(self.bits(who, purpose, contact, attempt), probability)

    def chances(
        self, probability: float, who: str, purpose: Purpose, contacts: Sequence[str], attempt: int = 0
    ) -> list[bool]:
        """`chance` for several contacts."""
        return [_happens(bits, probability) for bits in self.many(who, purpose, contacts, attempt)]


def _happens(bits: int, probability: float) -> bool:
    return bits * 1_000_000 >> 32 < round(probability * 1_000_000)
