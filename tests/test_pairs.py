"""Pairs as tables, and what is reached on them."""

from __future__ import annotations

from drill.pairs import gathered, reached


def test_pairs_are_gathered_by_their_first_in_the_order_in_which_they_come() -> None:
    assert gathered([("b", 1), ("a", 2), ("b", 3)]) == {"b": [1, 3], "a": [2]}
    assert list(gathered([("b", 1), ("a", 2), ("b", 3)])) == ["b", "a"]


def test_what_is_reached_comes_once_the_nearest_first_with_that_by_which_it_was_reached() -> None:
    after = {"a": ["b", "c"], "b": ["a", "d"], "c": ["d"]}
    assert list(reached("a", lambda at: after.get(at, ()))) == [("a", None), ("b", "a"), ("c", "a"), ("d", "b")]


def test_what_lies_behind_is_looked_at_only_as_far_as_one_asks() -> None:
    numbers = reached([1], lambda at: [at + 1])
    assert [next(numbers) for _ in range(3)] == [(1, None), (2, 1), (3, 2)]
