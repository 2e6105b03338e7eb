"""Rings of deputies: posts that stand in only for each other; when all are away, nobody is left."""

from __future__ import annotations

from drill.analysis.components import components
from drill.model.chart import Chart
from drill.pairs import gathered


def deputy_rings(chart: Chart) -> list[tuple[str, ...]]:
    """Groups of two or more posts whose every deputy is the holder of a post of the same group.

    Post A points to post B if a deputy of A holds B; a ring is a strongly connected component. Posts are in
    the chart's order. A post whose deputy is its own holder is another mistake and no ring.
    """
    held = gathered((post.holder, name) for name, post in chart.posts.items() if post.holder is not None)
    leads_to = {
        name: [other for deputy in post.deputies for other in held.get(deputy, ())]
        for name, post in chart.posts.items()
    }
    place = {name: i for i, name in enumerate(chart.posts)}
    closed = []
    for ring in components(leads_to):
        holders = {chart.posts[name].holder for name in ring}
        if len(ring) > 1 and all(holders.issuperset(chart.posts[name].deputies) for name in ring):
            closed.append(tuple(sorted(ring, key=place.__getitem__)))
    return sorted(closed, key=lambda ring: place[ring[0]])
