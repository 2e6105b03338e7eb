"""What drills on last year's chart and on this year's came to, as tables and as data."""

from __future__ import annotations

from typing import Any

from drill.pairs import picked
from drill.report.blocks import Table
from drill.scoring.comparison import ChartsCompared, PostChange, Reach
from drill.text.catalogue import Catalogue
from drill.text.choices import DIMENSION
from drill.text.figures import clock

SCHEMA = "drill.rerun/1"


def figures_table(found: ChartsCompared, say: Catalogue) -> Table:
    """Each dimension of the score before and after, and in how many drills it rose or fell."""
    header = [*say.each("compared.figure", "compared.before", "compared.after", "compared.trend")]
    several = found.drills > 1
    rows = tuple(
        (
            say(DIMENSION[each.name]),
            _share(each.before, say),
            _share(each.after, say),
            _trend(each.trend, say),
            *((str(each.better), str(each.worse)) if several else ()),
        )
        for each in found.figures
        if each.before[1] or each.after[1]
    )
    if several:
        header += [say("compared.better"), say("compared.worse")]
    return Table(tuple(header), rows, ("left", "right", "right", "center", "right", "right"))


def posts_table(found: ChartsCompared, say: Catalogue) -> Table:
    """The posts for which something changed: how often they were reached and, by a minute or more, how soon."""
    header = say.each("doc.post", "compared.before", "compared.after", "compared.trend")
    rows = tuple(
        (
            each.name.get(say.language),
            _reach(each.before, found, say),
            _reach(each.after, found, say),
            _change(each, say),
        )
        for each in found.posts
        if each.trend or not each.before or not each.after
    )
    return Table(header, rows, ("left", "right", "right", "center"))


def compared_data(found: ChartsCompared) -> dict[str, Any]:
    """`drill.rerun/1`, described in docs/cli.md."""
    return {
        "schema": SCHEMA,
        "drills": found.drills,
        "figures": {e.name: picked(e, "before", "after", "trend", "better", "worse") for e in found.figures},
        "posts": {each.post: picked(each, "before", "after", "trend") for each in found.posts},
    }


def _share(figure: tuple[int, int], say: Catalogue) -> str:
    return f"{figure[0]} / {figure[1]}" if figure[1] else say("years.nothing")


def _trend(trend: int, say: Catalogue) -> str:
    return say(("compared.trend.same", "compared.trend.up", "compared.trend.down")[trend])


def _change(each: PostChange, say: Catalogue) -> str:
    if each.before is None or each.after is None:
        return say("compared.trend.new" if each.before is None else "compared.trend.gone")
    return _trend(each.trend, say)


def _reach(side: Reach | None, found: ChartsCompared, say: Catalogue) -> str:
    if side is None:
        return say("years.nothing")
    if not side.required:
        return say("status.not_required")
    if side.at_ms is None:
        return say("compared.never")
    if found.drills == 1:
        return clock(side.at_ms)
    return say("compared.reached", reached=side.reached, required=side.required, at=clock(side.at_ms))
