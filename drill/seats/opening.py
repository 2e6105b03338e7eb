"""Opening a drill: a session begins or goes on, and somebody sits down at it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drill.exercise.clock import DrillClock
from drill.exercise.contact.session import LiveSession
from drill.seats.authority import Place
from drill.seats.local import LocalDrill
from drill.seats.options import PlayOptions
from drill.seats.preparing import Drill, first_posts, free, load, prepare
from drill.seats.seat import Seat


@dataclass(frozen=True, slots=True)
class Seats:
    """What somebody who plays alone, or with others at one screen, holds: the posts, and the hand on the drill."""

    drill: LocalDrill
    playing: Seat
    directing: Seat
    transcript: Path


def open_seats(options: PlayOptions, drill: Drill | None = None) -> Seats:
    """Resume the drill the options name, or begin the one prepared (None: prepare it here). The clock stands.

    UsageError if that cannot be done.
    """
    clock = DrillClock(options.wall, speed=options.speed, paused=True)
    if options.resume:
        path, session = options.resume, LiveSession.resume(options.resume, clock)
    else:
        setup = (drill or prepare(options, load(options))).setup
        if not options.posts:
            setup = setup.with_played(first_posts(setup.chart, setup.scenario))
        path = options.transcript or free(options.folder / f"{setup.scenario.id}-{options.stamp}.jsonl")
        session = LiveSession.begin(setup, clock, path)
    opened = LocalDrill(session)
    playing = opened.seat(Place("participant", session.state.setup.played))
    return Seats(opened, playing, opened.seat(Place("facilitator")), path)
