"""Where an incident becomes known first: as asked, as the chart says, or else as its contacts suggest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drill.analysis.components import components
from drill.contacts.resolved import resolved
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from drill.pairs import gathered


@dataclass(frozen=True, slots=True)
class Origins:
    """The posts, and on whose word: `inferred` from the contacts is a guess that must be said."""

    posts: tuple[str, ...]
    by: Literal["asked", "chart", "inferred"]


def find_origins(chart: Chart, situation: Situation, asked: tuple[str, ...] = ()) -> Origins:
    """The origins: `asked` posts, else the chart's `origins`, else inferred.

    Inferred is one post for each part of the chart that no contact leads into: the post that nobody contacts, or of
    a ring the PoC, else an outside body, else the first in the chart.
    """
    if asked:
        return Origins(asked, "asked")
    if chart.origins:
        return Origins(tuple(dict.fromkeys(p for ref in chart.origins for p in chart.resolve(ref))), "chart")
    return Origins(_inferred(chart, situation), "inferred")


def _inferred(chart: Chart, situation: Situation) -> tuple[str, ...]:
    leads_to = gathered(link[:2] for link in resolved(chart).owed(situation))
    parts = components(leads_to)
    part_of = {post: i for i, part in enumerate(parts) for post in part}
    led_into = {
        part_of[target] for post, targets in leads_to.items() for target in targets if part_of[target] != part_of[post]
    }
    order = {post: i for i, post in enumerate(chart.posts)}
    window = set(chart.resolve("poc"))

    def rank(post: str) -> tuple[bool, bool, int]:
        return post not in window, not chart.posts[post].external, order[post]

    first = [min(part, key=rank) for i, part in enumerate(parts) if i not in led_into]
    return tuple(sorted(first, key=order.__getitem__))
