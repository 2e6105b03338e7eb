"""What a screen computes beside its keys: one thing at a time, left as soon as the next is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Event, Lock, Thread
from typing import Generic, TypeVar

PAUSE_S = 0.2
"""How long a result must have stood before the next step is taken."""
News = TypeVar("News")


class Thinking(Generic[News]):
    """`call_later` hands each result from the thread to the screen's `take`, or raises a defect there."""

    def __init__(
        self, call_later: Callable[..., object], take: Callable[[News], None], pause_s: float = PAUSE_S
    ) -> None:
        self._call_later = call_later
        self._take = take
        self._pause_s = pause_s
        self._turn = Lock()
        self._left = Event()
        self._left.set()

    @property
    def busy(self) -> bool:
        """Whether something is still to come."""
        return not self._left.is_set()

    def begin(self, steps: Callable[[Event], Iterable[News]]) -> None:
        """Take these steps, and none of those before any more; the event tells a long step that it is left."""
        self.leave()
        self._left = Event()
        # A daemon: leaving does not wait for the pairs of a large chart.
        Thread(target=self._work, args=(steps, self._left), daemon=True, name="thinking").start()

    def leave(self) -> None:
        """Whatever is being computed is no longer wanted."""
        self._left.set()

    def _work(self, steps: Callable[[Event], Iterable[News]], left: Event) -> None:
        with self._turn:
            try:
                for news in () if left.is_set() else steps(left):
                    if left.is_set():
                        return
                    self._call_later(self._take, news)
                    if left.wait(self._pause_s):
                        return
            except Exception as defect:  # noqa: BLE001  (the outermost edge of this thread: it belongs to the screen)
                self._call_later(_throw, defect)
            left.set()


def _throw(defect: Exception) -> None:
    raise defect
