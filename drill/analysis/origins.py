"""Where an incident becomes known first: as asked, as the chart says, or else as its contacts suggest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drill.analysis.compile import owed_contacts
from drill.analysis.situation import Situation
from drill.model.chart import Chart


@dataclass(frozen=True, slots=True)
class Origins:
    """The posts, and on whose word: `inferred` from the contacts is a guess that must be said."""

    posts: tuple[str, ...]
    by: Literal["asked", "chart", "inferred"]


def find_origins(chart: Chart, situation: Situation, asked: tuple[str, ...] = ()) -> Origins:
    """The origins: `asked` posts, else the chart's `origins`, else inferred.

    Inferred are the posts that contact others and are contacted by nobody; if there are none, the PoC; else the
    first post that contacts anybody.
    """
    if asked:
        return Origins(asked, "asked")
    if chart.origins:
        return Origins(tuple(dict.fromkeys(p for ref in chart.origins for p in chart.resolve(ref))), "chart")
    contacts = list(owed_contacts(chart, situation))
    callers = {caller for caller, _, _ in contacts}
    told = {target for _, target, _ in contacts}
    posts = [post for post in chart.posts if post in callers]
    first = [post for post in posts if post not in told]
    window = [post for post in chart.resolve("poc") if post in callers]
    return Origins(tuple(first or window or posts[:1]), "inferred")
