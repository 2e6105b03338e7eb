"""What media and sites depend on: a medium on others and on where it stands, a site on the one it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from drill.model.chart import Chart

Part = tuple[str, str]
"""`medium` or `site`, and its name."""


class Needs:
    """Of one chart, everything with itself among it; also in rings."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart

    @cached_property
    def sites(self) -> dict[str, frozenset[str]]:
        """Site → the sites it is in."""
        return {name: _behind(name, lambda site: [self.chart.sites[site].within]) for name in self.chart.sites}

    @cached_property
    def media(self) -> dict[str, frozenset[str]]:
        """Medium → the media it cannot work without."""
        return {name: _behind(name, lambda medium: self.chart.media[medium].needs) for name in self.chart.media}

    @cached_property
    def places(self) -> dict[str, frozenset[str]]:
        """Medium → the sites without which it does not work."""
        stands = {name: self.sites[medium.site] for name, medium in self.chart.media.items() if medium.site}
        media = self.media.items()
        return {name: frozenset[str]().union(*(stands.get(each, ()) for each in needed)) for name, needed in media}

    def of(self, kind: str, ref: str | None) -> frozenset[Part]:
        """All that a medium or site needs; nothing if there is none."""
        if ref is None:
            return frozenset()
        sites, media = (self.sites[ref], ()) if kind == "site" else (self.places[ref], self.media[ref])
        return frozenset([*(("site", each) for each in sites), *(("medium", each) for each in media)])


def _behind(name: str, behind: Callable[[str], Iterable[str | None]]) -> frozenset[str]:
    found, waiting = {name}, [name]
    while waiting:
        for other in behind(waiting.pop()):
            if other is not None and other not in found:
                found.add(other)
                waiting.append(other)
    return frozenset(found)
