"""What a seat is handed after the end."""

from __future__ import annotations

from drill.seats.results import result
from tests.builders import a_chart, a_scenario, a_setup, contact, run


def test_a_seat_gets_the_contacts_of_its_own_posts_and_none_of_a_namesake() -> None:
    posts = {name: {"name": "Clerk", "holder": who} for name, who in (("b", "ben"), ("c", "cat"))}
    chain = [contact("a", "b", deadline_min=5), contact("a", "c", deadline_min=5), contact("b", "d", deadline_min=9)]
    chart = a_chart({"a": ["ann"], **posts, "d": ["dan"]}, *chain, contact("c", "d", deadline_min=9))
    rows = run(a_setup(chart, a_scenario()))
    assert len(result(rows, ["a"], "en").made) == 2
    assert len(result(rows, ["b"], "en").made) == len(result(rows, ["c"], "en").made) == 1
