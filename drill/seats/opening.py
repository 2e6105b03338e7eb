"""Opening a drill: a session begins or goes on, somebody sits down at it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drill.exercise.clock import DrillClock
from drill.exercise.contact.session import LiveSession
from drill.seats.authority import Place
from drill.seats.local import LocalGateway
from drill.seats.options import PlayOptions
from drill.seats.preparing import Drill, first_posts, free, load, prepare


class Seats(NamedTuple):
    """What somebody who plays alone, or with others at one screen, holds: the posts, and the hand on the drill."""

    playing: LocalGateway
    directing: LocalGateway


def open_seats(options: PlayOptions, drill: Drill | None = None) -> Seats:
    """Resume the drill the options name, or begin the one prepared (None: prepare it here). The clock stands.

    UsageError if that cannot be done.
    """
    if options.resume:
        clock = DrillClock(options.wall, speed=options.speed, paused=True)
        session = LiveSession.resume(options.resume, clock)
        return _seats(session, options.resume)
    setup = (drill or prepare(options, load(options))).setup
    if not options.posts:
        setup = setup.with_played(first_posts(setup.chart, setup.scenario))
    path = options.transcript or free(options.folder / f"{setup.scenario.id}-{options.stamp}.jsonl")
    clock = DrillClock(options.wall, speed=options.speed, paused=True)
    return _seats(LiveSession.begin(setup, clock, path), path)


def _seats(session: LiveSession, transcript: Path) -> Seats:
    places = Place("participant", session.state.setup.played), Place("facilitator")
    return Seats(*(LocalGateway(session, transcript, place) for place in places))
