"""Percentages as officials round them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.text.figures import percent
from tests.builders import LAWS


@pytest.mark.parametrize(("part", "whole", "said"), [(5, 8, 63), (1, 200, 1), (1, 201, 0), (12, 22, 55), (0, 0, 0)])
def test_halves_are_rounded_up(part: int, whole: int, said: int) -> None:
    assert percent(part, whole) == said


@LAWS
@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_what_is_said_is_at_most_half_a_point_off(part: int, whole: int) -> None:
    assert -Fraction(1, 2) < percent(part, whole) - Fraction(100 * part, whole) <= Fraction(1, 2)
