"""Names of posts and people as a finding says them: in both languages, a few and how many more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from drill.model.basics import Text
from drill.model.chart import Chart
from drill.model.problems import clip
from drill.text.eras import era_date

MOST = 4
LENGTH = 50


def posts(chart: Chart, names: Iterable[str]) -> Text:
    """The posts of these ids, by name."""
    return several([chart.posts[name].name for name in names])


def person(chart: Chart, name: str) -> Text:
    """A person as the chart names them, with the id that the file has."""
    called = chart.persons[name].name
    return Text.said("rule.person", person=called, name=name)


def share(some: str, every: str, count: int, whole: int) -> Text:
    """So many of them, or all of them."""
    return Text.said(every if count == whole else some, count=count, whole=whole)


def day(when: date) -> Text:
    """A day as each language writes it."""
    return Text(ja=era_date(when), en=when.isoformat())


def way(names: Sequence[Text]) -> Text:
    """Names in a row; of a long one both ends."""
    ends = names if len(names) < 9 else (*names[:4], Text.said("rule.gap"), *names[-3:])
    short = [_clipped(name, LENGTH) for name in ends]
    return Text(ja=" → ".join(name.get("ja") for name in short), en=" → ".join(name.get("en") for name in short))


def several(names: Sequence[Text], most: int = MOST, length: int = LENGTH) -> Text:
    """`most` names, each cut to `length`, and how many more there are."""
    shown = tuple(_clipped(name, length) for name in names[:most])
    if len(names) > most:
        return Text.said("rule.more", items=shown, count=len(names) - most)
    return Text.said("list", items=shown) if names else Text.said("none")


def _clipped(name: Text, length: int) -> Text:
    return Text(ja=clip(name.get("ja"), length), en=clip(name.get("en"), length))
