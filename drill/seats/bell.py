"""Changes made known to whoever waits for them: what happens before somebody listens again is told once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator


class Bell:
    """Everybody who listens hears each ring; after the last one nobody waits any more."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()
        self._last = False

    def ring(self, *, last: bool = False) -> None:
        """Something has changed."""
        self._last = self._last or last
        for woken in self._waiting:
            woken.set()

    async def rings(self) -> AsyncIterator[None]:
        """At once, and then after every ring."""
        woken = asyncio.Event()
        self._waiting.add(woken)
        try:
            while not self._last:
                woken.clear()
                yield
                await woken.wait()
        finally:
            self._waiting.discard(woken)
