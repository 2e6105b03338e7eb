"""Which posts of a picture are single points of failure, and what else is one that is no post."""

from __future__ import annotations

from drill.analysis.weak import weakness_of
from drill.contacts.situation import Situation
from drill.model.basics import Text
from drill.model.chart import Chart

_THINGS = 3
"""So many sites and media are named, those with most posts behind them first."""


def marks(chart: Chart, level: int | None = None) -> tuple[dict[str, int], tuple[tuple[Text, int], ...]]:
    """Post → how many posts are not told if the person in it cannot be reached; and sites and media with the same.

    A person is marked at the posts held or, if a deputy only, at those; not where nobody else's post falls. Sites and
    media that cut off a single post are left out too, and lines count with their owners.
    """
    found = weakness_of(chart, Situation(level=level), order=1)
    posts: dict[str, int] = {}
    things: dict[str, tuple[Text, int]] = {}
    for cut in found.weakness.essential(found.weakness.singles):
        element = found.network.elements[cut.elements[0]]
        names = (found.network.names[node] for node in cut.falls)
        fallen = {name.ref for name in names if name.ref in chart.posts}
        count = len(fallen)
        if element.kind == "person":
            held = [post for post, entry in chart.posts.items() if entry.holder == element.ref]
            held = held or [post for post, entry in chart.posts.items() if element.ref in entry.deputies]
            if fallen - set(held):
                posts |= {post: max(count, posts.get(post, 0)) for post in held}
        elif count > 1 and (thing := chart.sites.get(element.ref) or chart.media.get(element.ref)):
            things[element.ref] = (thing.name, count)
    for name, site in chart.sites.items():
        # A building adds nothing to the room in it without which as many are not told.
        if site.within and name in things and things[name][1] == things.get(site.within, (None, -1))[1]:
            del things[site.within]
    return posts, tuple(sorted(things.values(), key=lambda each: -each[1]))[:_THINGS]
