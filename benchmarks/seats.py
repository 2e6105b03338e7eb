"""What seats cost a drill: nobody's, every post's, and 100; how often an event makes a view of a post anew.

Processor time of a whole drill with simulated people; every seat whose sight has changed looks after each step.
"""

from __future__ import annotations

import asyncio
import time
from statistics import median

from benchmarks.prove import load_pair
from drill.exercise.clock import DrillClock
from drill.exercise.contact.session import LiveSession
from drill.exercise.contact.setup import Setup
from drill.seats.authority import Place
from drill.seats.local import LocalDrill, LocalSeat

RUNS = 3
MANY = 100


def main() -> None:
    """Print seconds and shares for two shipped scenarios."""
    for name in ("nws-stop", "server-failure"):
        setup = Setup.make(*load_pair(name))
        posts = [post for post, entry in setup.chart.posts.items() if entry.in_scope]
        bare = median(asyncio.run(_drill(setup, []))[0] for _ in range(RUNS))
        for seats in (len(posts), MANY):
            places = [posts[number % len(posts)] for number in range(seats)]
            found = [asyncio.run(_drill(setup, places)) for _ in range(RUNS)]
            taken, looks, events = median(each[0] for each in found), found[0][1], found[0][2]
            share, each = looks / events / seats, (taken - bare) / looks
            print(f"{name:16} {seats:4} seats: {taken:6.3f} s, without {bare:.3f} s; ", end="")
            print(f"a view is made after {share:.0%} of the events, {each * 1000:.2f} ms each")


async def _drill(setup: Setup, places: list[str]) -> tuple[float, int, int]:
    """Processor seconds of a drill, views made, and events."""
    session = LiveSession.begin(setup, DrillClock(lambda: 0.0))
    drill = LocalDrill(session)
    seats = [drill.seat(Place("participant", (post,))) for post in places]
    looks = 0
    begun = time.process_time()
    while session.state.running:
        session.clock.jump(int(session.due_ms) + 1)
        drill.tick()
        looks += await _look(seats)
    return time.process_time() - begun, looks, len(session.rows)


async def _look(seats: list[LocalSeat]) -> int:
    """Whoever has been told of a change looks; how many."""
    changed = [seat for seat in seats if seat.turns_ms == float("inf")]
    for seat in changed:
        await seat.look()
    return len(changed)


if __name__ == "__main__":
    main()
