"""What media and sites depend on: a medium on others and on where it stands, a site on the one it is in."""

from __future__ import annotations

from functools import cached_property

from drill.model.chart import Chart
from drill.pairs import reached

Part = tuple[str, str]
"""`medium` or `site`, and its name."""


class Needs:
    """Of one chart, everything with itself among it; also in rings."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart

    @cached_property
    def sites(self) -> dict[str, frozenset[str]]:
        """Site → the sites it is in."""
        within = {name: [site.within] if site.within else [] for name, site in self.chart.sites.items()}
        return {name: frozenset(dict(reached([name], lambda site: within[site]))) for name in within}

    @cached_property
    def media(self) -> dict[str, frozenset[str]]:
        """Medium → the media it cannot work without."""
        media = self.chart.media
        return {name: frozenset(dict(reached([name], lambda medium: media[medium].needs))) for name in media}

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
