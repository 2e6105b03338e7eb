"""Rules on time: nights and holidays, callers with too many calls, deadlines that even a smooth drill misses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import product
from typing import get_args

from drill.analysis.compile import compile_chart
from drill.analysis.cuts import holding
from drill.analysis.rules import naming
from drill.analysis.rules.chart_findings import ChartFindings
from drill.analysis.rules.workload import workloads
from drill.contacts.resolved import resolved
from drill.contacts.situation import Situation
from drill.model.basics import IncidentClass
from drill.model.chart import Chart
from drill.model.hours import parse_hours, turns
from drill.pairs import gathered, reached

NO_LEAVE = date.min
"""A day on which nobody is on leave: opening hours are looked at apart from it."""
CLASSES: tuple[IncidentClass, ...] = get_args(IncidentClass)


def situations(chart: Chart) -> Iterator[Situation]:
    """Every incident class and level, as far as the chart's contacts differ by them."""
    differ_by_class = any(contact.when.incident for contact in chart.contacts)
    differ_by_level = any(contact.when.level for contact in chart.contacts)
    classes = CLASSES if differ_by_class else (None,)
    for incident, level in product(classes, (0, 1, 2, 3) if differ_by_level else (None,)):
        yield Situation(incident=incident, level=level)


def _out_of_hours(found: ChartFindings) -> None:
    """Of working days and of days off, the moment at which most posts are not reached; said where the chain breaks."""
    chart = found.value
    worst: dict[str, tuple[datetime, list[str]]] = {}
    weak = found.weak
    names = [weak.network.names[node] for node in weak.weakness.unreached]
    always = [name.ref for name in names if name.kind == "post"]
    for moment in _moments(chart, found.today):
        lost = [post for post in _unreached(chart, moment, weak.origins.posts) if post not in always]
        day_off = moment.date() in chart.holidays or moment.weekday() >= 5
        code = "OC402" if day_off else "OC401"
        if lost and (code not in worst or len(lost) > len(worst[code][1])):
            worst[code] = moment, lost
    for code, (moment, lost) in worst.items():
        links = resolved(chart).owed(Situation(at=moment, day=NO_LEAVE))
        called = {link.target for link in links if link.caller not in lost}
        breaks = [post for post in lost if post in called] or lost
        said = {"moment": f"{moment:%Y-%m-%d %H:%M}", "count": len(lost), "posts": naming.posts(chart, breaks)}
        found.add(code, ("posts", breaks[0]), key=True, **said)


def _unreached(chart: Chart, moment: datetime, origins: Iterable[str]) -> list[str]:
    """Posts required at a moment that do not hold although nothing fails."""
    network = compile_chart(chart, Situation(at=moment, day=NO_LEAVE), origins, order=1)
    held = holding(network)
    names = [network.names[node] for node in network.required if node not in held]
    return [name.ref for name in names if name.kind == "post"]


def _moments(chart: Chart, today: date) -> list[datetime]:
    """One moment of a week, and of a holiday, for each set of opening hours of the chart that are open together."""
    holidays = sorted(chart.holidays)
    holiday = next((day for day in holidays if day >= today), holidays[-1] if holidays else None)
    first = min(today, date.max - timedelta(days=6))
    days = [first + timedelta(days=n) for n in range(7)] + ([holiday] if holiday else [])
    hours = [parse_hours(text) for text in chart.hours.values()]
    found: dict[object, datetime] = {}
    for day, minute in product(days, turns(chart.hours.values())):
        moment = datetime.combine(day, time(minute // 60, minute % 60))
        day_off = day in chart.holidays or day.weekday() >= 5
        found.setdefault((day_off, *(each.open_at(moment, chart.holidays) for each in hours)), moment)
    return list(found.values())


def _calls(found: ChartFindings) -> None:
    """The busiest situation of each caller; of each contact the one in which it is latest."""
    chart = found.value
    calls: dict[str, float] = {}
    late: dict[int, tuple[float, str]] = {}
    for situation in situations(chart):
        for caller, work in workloads(chart, situation).items():
            calls[caller] = max(calls.get(caller, 0), work.calls)
            for i, minutes in work.told_after_min.items():
                late[i] = max(late.get(i, (0.0, "")), (minutes, caller))
    for caller, count in calls.items():
        if round(count) > chart.limits.calls:
            post = chart.posts[caller].name
            found.add("OC403", ("posts", caller), key=True, post=post, calls=round(count), limit=chart.limits.calls)
    for i, (minutes, caller) in sorted(late.items()):
        contact = chart.contacts[i]
        if contact.deadline_min is not None and minutes > contact.deadline_min:
            said = {"post": chart.posts[caller].name, "target": naming.several(chart.called(contact.target))}
            path = ("contacts", i, "deadline_min")
            found.add("OC404", path, key=True, minutes=round(minutes), deadline=f"{contact.deadline_min:g}", **said)


def _hops(found: ChartFindings) -> None:
    chart = found.value
    called = gathered(link[:2] for link in resolved(chart).owed(Situation()))
    origins = [post for post in found.weak.origins.posts if chart.posts[post].in_scope]
    before = dict(reached(origins, lambda post: called.get(post, ())))
    for post in before:
        way = _way(post, before)
        if (hops := len(way) - 1) > chart.limits.hops:
            said = {"post": chart.posts[post].name, "way": naming.way([chart.posts[each].name for each in way])}
            found.add("OC405", ("posts", post), key=True, hops=hops, limit=chart.limits.hops, **said)


def _way(post: str | None, before: Mapping[str, str | None]) -> list[str]:
    """From an origin to a post, both included."""
    way = []
    while post is not None:
        way.append(post)
        post = before[post]
    return way[::-1]


RULES = (_out_of_hours, _calls, _hops)
