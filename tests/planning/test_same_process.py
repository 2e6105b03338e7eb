"""The order of calls is a drill: both tell the same posts, by the same people, at the same millisecond."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import LAWS
from tests.planning.same_process import differences


@LAWS
@given(st.integers(0, 2**32))
def test_todays_order_of_calls_tells_whom_a_drill_tells_at_the_same_millisecond(seed: int) -> None:
    assert differences(seed) is None
