"""What `drill play` may be given, and what it hands back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from drill.text.catalogue import Language

ALL = "all"
"""In place of a post: every post in the drill's scope, a table-top round one screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a drill is to be; names as people write them.

    `posts` are posts, roles, groups or `all`. `absent` are persons or posts (then their holders) who are away though
    nobody knows, `away` those known to be. `chart` and `start` None: the scenario's own.
    """

    scenario: str | None = None
    chart: str | None = None
    posts: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    seed: int = 1
    start: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayOptions(Choices):
    """Choices for a drill with screens; `scenario` None opens the start screen with the rest as defaults.

    Without `posts`, whoever the scenario begins with is played. `transcript` None: named from scenario and `stamp`, in
    `folder`. `resume` goes on with a transcript and needs nothing else. `wall` gives seconds that never go back.
    """

    wall: Callable[[], float]
    language: Language = "en"
    speed: float = 1
    transcript: Path | None = None
    folder: Path = Path("drills")
    stamp: str = "drill"
    resume: Path | None = None
    guide: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is left of a session: where the transcript is, whether the drill came to its end, and its record.

    `defect`: what threw the session out, to be raised once the rest has been said.
    """

    transcript: Path | None = None
    ended: bool = False
    record: Path | None = None
    defect: BaseException | None = None
