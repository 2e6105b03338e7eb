"""The thread that thinks while somebody types: always on the newest setting, and never twice at once."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread

from drill.tui.planner.lens import Lens, LensPicture
from drill.tui.planner.state import Toggles

PAUSE_S = 0.2
"""How long a setting must have stood before its pairs are looked for."""


class Analyst:
    """`deliver` is called in the thread: with a picture that has its singles, then with all the rest.

    Or with a defect. A setting that has been replaced is left at the next step; what is left is never delivered.
    """

    def __init__(
        self, lens: Lens, deliver: Callable[[LensPicture | Exception], None], pause_s: float = PAUSE_S
    ) -> None:
        self._lens = lens
        self._deliver = deliver
        self._pause_s = pause_s
        self._news = Condition()
        self._wanted: Toggles | None = None
        self._calls = False
        self.busy = False
        """Whether something is still to be delivered."""
        self._closed = False
        # A daemon: leaving does not wait for the pairs of a large chart.
        Thread(target=self._work, daemon=True, name="analyst").start()

    def ask(self, toggles: Toggles, *, calls: bool = False) -> None:
        """Look at this setting, and no longer at the one before; with the order of calls, which takes an engine."""
        with self._news:
            self._wanted, self._calls, self.busy = toggles, calls, True
            self._news.notify()

    def close(self) -> None:
        """Deliver nothing more."""
        with self._news:
            self._closed = True
            self._news.notify()

    def _work(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._wanted or self._closed)
                if self._closed:
                    return
                toggles, self._wanted = self._wanted, None
            assert toggles is not None
            try:
                self._look(toggles)
            except Exception as defect:  # noqa: BLE001  (the outermost edge of this thread: it belongs to the screen)
                self._deliver(defect)
            with self._news:
                self.busy = self._wanted is not None

    def _look(self, toggles: Toggles) -> None:
        picture = self._lens.look(toggles)
        picture.find_singles()
        if self._replaced(0):
            return
        self._deliver(picture)
        calls = [picture.find_calls] if self._calls else []
        for step in (*calls, picture.find_pairs, picture.weigh):
            if self._replaced(self._pause_s):
                return
            step()
            if self._replaced(0):
                return
            self._deliver(picture)

    def _replaced(self, within_s: float) -> bool:
        with self._news:
            self._news.wait_for(lambda: self._wanted or self._closed, within_s)
            return self._wanted is not None or self._closed
