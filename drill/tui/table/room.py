"""A meeting as its screen knows it: what is seen of it, and where the facilitator is looking."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from drill.exercise.table.views import MeetingView, Member, Role
from drill.seats.handed import Pace
from drill.seats.table import TableSight


class Room:
    """`at` is the member looked at; `view` is there once something has been seen."""

    view: MeetingView
    clock: Pace

    def __init__(self, path: Path) -> None:
        self.path = path
        self.at = 0
        self.at_table = False
        """Whether the members are looked at during a stage."""
        self.cards: dict[str, Role] = {}
        """Roles that may be seen."""
        self.scroll: Literal["end", "home", ""] = ""
        """Where in the text the screen is to go next."""

    def see(self, sight: TableSight) -> None:
        """What is seen now."""
        self.view, self.clock = sight.view, sight.clock

    @property
    def member(self) -> Member:
        """The member looked at."""
        return self.view.members[self.at]

    @property
    def with_members(self) -> bool:
        """Whether the members are on the screen."""
        return self.view.phase in ("convening", "roles") or (self.at_table and self.view.phase != "closed")

    def look(self, step: int) -> None:
        """Another member."""
        self.at = (self.at + step) % len(self.view.members)

    def look_on(self) -> None:
        """The next member who has still to be settled or, in the round, to speak; this one if there is none."""
        members = self.view.members
        for step in range(len(members)):
            member = members[(self.at + step) % len(members)]
            unheard = member.seated is not None and member.said is None
            if unheard if self.view.phase == "roles" else member.waited_for:
                self.at = (self.at + step) % len(members)
                return
