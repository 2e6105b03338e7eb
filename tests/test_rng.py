"""Keyed randomness: the published vectors of the generator, and tables that no platform rounds otherwise."""

from __future__ import annotations

import pytest

from drill.exercise.contact.behaviour import KNOTS, Behaviours, normal_knots, quantiles
from drill.model.chart import Spread
from drill.rng import Dice, Purpose, name_key, philox4x32
from tests.builders import a_chart, a_setup

ONES = 0xFFFFFFFF


@pytest.mark.parametrize(
    ("counter", "key", "expected"),
    [
        ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
        ((ONES,) * 4, (ONES,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
        (
            (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
            (0xA4093822, 0x299F31D0),
            (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
        ),
    ],
    ids=["zeros", "ones", "digits of pi"],
)
def test_philox4x32_10_answers_the_published_vectors_of_random123(
    counter: tuple[int, int, int, int], key: tuple[int, int], expected: tuple[int, int, int, int]
) -> None:
    assert philox4x32(counter, key) == expected


def test_a_name_stands_for_the_same_32_bits_on_every_platform() -> None:
    assert name_key("") == 0xE3B0C442  # the first four bytes of SHA-256 of nothing
    assert name_key("情報管理課") == name_key("情報管理課") != name_key("情報管理課 ")


def test_every_part_of_its_key_changes_a_draw_and_nothing_else_does() -> None:
    draws = [
        Dice(seed, replication).bits(who, purpose, contact, attempt)
        for seed in (1, 2, 1 << 32)
        for replication in (0, 1)
        for who in ("a", "b")
        for purpose in (Purpose.ANSWERS, Purpose.TALK)
        for contact in ("", "x")
        for attempt in (0, 1)
    ]
    assert len(set(draws)) == len(draws)
    dice = Dice(1)
    first = dice.bits("a", Purpose.TALK)
    dice.bits("b", Purpose.TALK)
    assert dice.bits("a", Purpose.TALK) == first


def test_the_numbers_of_the_purposes_are_frozen() -> None:
    names = (
        "ANSWERS ANSWER_DELAY MISSED TALK FIDELITY READS READ_DELAY HANDLING JUDGES JUDGE_DELAY AGAIN CHART COUNTING"
        " QUESTIONS ANSWERS_SHOWN ATTENDS TEST_RIGHT CHECK_PROPER"
    )
    assert [(p.name, int(p)) for p in Purpose] == [(name, i) for i, name in enumerate(names.split(), start=1)]


def test_certain_and_impossible_things_are_certain_and_impossible() -> None:
    dice = Dice(1)
    names = [str(i) for i in range(2_000)]
    assert all(dice.chance(1, name, Purpose.ANSWERS) for name in names)
    assert not any(dice.chance(0, name, Purpose.ANSWERS) for name in names)
    share = sum(dice.chance(0.3, name, Purpose.ANSWERS) for name in names) / len(names)
    assert 0.27 < share < 0.33


def test_no_knot_of_the_normal_table_lies_near_a_rounding_tie() -> None:
    """`inv_cdf` is good to about 1e-15; a knot a billion times further from a tie rounds alike everywhere."""
    from statistics import NormalDist

    points = [1 / (4 * KNOTS), *(k / KNOTS for k in range(1, KNOTS)), 1 - 1 / (4 * KNOTS)]
    for point in points:
        scaled = abs(NormalDist().inv_cdf(point)) * 1_000_000
        assert abs(scaled - int(scaled) - 0.5) > 1e-6, point


@pytest.mark.parametrize(("median_s", "sigma"), [(8, 0.5), (1416, 1.82), (0.001, 3), (7 * 86400, 3)])
def test_quantile_tables_rise_and_hold_whole_milliseconds_of_at_least_one(median_s: float, sigma: float) -> None:
    table = quantiles(median_s, sigma)
    assert len(table) == len(normal_knots()) == KNOTS + 1
    assert all(isinstance(ms, int) for ms in table)
    assert list(table) == sorted(table)
    assert table[0] >= 1
    assert table[KNOTS // 2] == max(1, round(median_s * 1000))


def test_the_mail_of_the_published_drill_is_read_as_published() -> None:
    """Minamiboso: of 448 replies 139 came within 10 min, 139 + 82 + 30 + 30 within 60 (FACTS 5)."""
    table = quantiles(1416, 1.82)
    for minutes, replies in ((10, 139), (60, 281)):
        share = sum(ms <= minutes * 60_000 for ms in table) / len(table)
        assert abs(share - replies / 448) < 0.1


def test_durations_are_drawn_by_key_and_never_below_one_millisecond() -> None:
    draws = Behaviours(a_setup(a_chart({"a": ["ann"]})))
    spread = Spread(median_s=0.0001, sigma=1)
    assert draws.duration_ms(spread, "ann", Purpose.TALK) == 1
    assert draws.duration_ms(Spread(median_s=0.0001), "ann", Purpose.TALK) == 1
    wide = Spread(median_s=60, sigma=1)
    assert draws.duration_ms(wide, "ann", Purpose.TALK, "x") == draws.duration_ms(wide, "ann", Purpose.TALK, "x")
    assert draws.duration_ms(wide, "ann", Purpose.TALK, "x") != draws.duration_ms(wide, "ann", Purpose.TALK, "y")


def test_many_draws_at_once_are_those_made_one_by_one() -> None:
    dice, contacts = Dice(0x1234567890, 3), [f"a|b|{number}" for number in range(40)]
    assert dice.many("ann", Purpose.FIDELITY, contacts, 2) == [
        dice.bits("ann", Purpose.FIDELITY, contact, 2) for contact in contacts
    ]
    assert dice.many("ann", Purpose.FIDELITY, []) == []
