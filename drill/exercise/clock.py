"""The drill clock: turns time of the wall, which is a parameter, into drill time that can pause, hurry and jump."""

from __future__ import annotations

from collections.abc import Callable

SPEEDS = (1, 2, 5, 10, 30, 60)


class DrillClock:
    """Drill time in milliseconds. `wall` gives seconds that never go back, e.g. `time.monotonic`."""

    def __init__(self, wall: Callable[[], float], *, now_ms: int = 0, speed: float = 1, paused: bool = False) -> None:
        self._wall = wall
        self._since = wall()
        self._base_ms = float(now_ms)
        self.speed = speed
        self.paused = paused
        self.slowed = False

    @property
    def pace(self) -> float:
        """Drill seconds per second just now: 0 when paused, at most 1 while a person is on the telephone."""
        if self.paused:
            return 0
        return min(1.0, self.speed) if self.slowed else self.speed

    def now_ms(self) -> int:
        """The drill time."""
        return int(self._base_ms + (self._wall() - self._since) * 1000 * self.pace)

    def set(self, *, speed: float | None = None, paused: bool | None = None, slowed: bool | None = None) -> None:
        """Change the pace from now on."""
        self._settle()
        self.speed = self.speed if speed is None else speed
        self.paused = self.paused if paused is None else paused
        self.slowed = self.slowed if slowed is None else slowed

    def jump(self, to_ms: int) -> None:
        """Go forward to `to_ms`; never back."""
        self._settle()
        self._base_ms = max(self._base_ms, float(to_ms))

    def _settle(self) -> None:
        wall = self._wall()
        self._base_ms += (wall - self._since) * 1000 * self.pace
        self._since = wall
