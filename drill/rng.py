"""Keyed randomness: every draw is a pure function of what it is for, never of the order of events.

Philox4x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC'11) turns the
key (seed) and the counter (replication, who, attempt and purpose, contact) into 32 random bits.
"""

from __future__ import annotations

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
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(10):
        p0, p1 = _M0 * c0, _M1 * c2
        c0, c1, c2, c3 = (p1 >> 32) ^ c1 ^ k0, p1 & _MASK, (p0 >> 32) ^ c3 ^ k1, p0 & _MASK
        k0, k1 = (k0 + _W0) & _MASK, (k1 + _W1) & _MASK
    return c0, c1, c2, c3


@lru_cache(maxsize=65536)
def name_key(name: str) -> int:
    """32 bits that stand for a name: stable across platforms, versions and the order of a file."""
    return int.from_bytes(sha256(name.encode()).digest()[:4], "big")


class Dice:
    """All draws of one replication. `seed` has 64 bits, `replication` 32."""

    def __init__(self, seed: int, replication: int = 0) -> None:
        self._key = (seed & _MASK, (seed >> 32) & _MASK)
        self._replication = replication & _MASK

    def bits(self, who: str, purpose: Purpose, contact: str = "", attempt: int = 0) -> int:
        """32 uniform bits for one question."""
        counter = (self._replication, name_key(who), (attempt << 8 | purpose) & _MASK, name_key(contact))
        return philox4x32(counter, self._key)[0]

    def chance(self, probability: float, who: str, purpose: Purpose, contact: str = "", attempt: int = 0) -> bool:
        """True with `probability`, resolved to one part in a million."""
        return self.bits(who, purpose, contact, attempt) * 1_000_000 >> 32 < round(probability * 1_000_000)
