"""Who is meant by a name people write: POST (its holder), POST/1 (its first deputy), POST/all, or a person."""

from __future__ import annotations

from collections.abc import Iterable

from drill.errors import UsageError
from drill.model.chart import Chart
from drill.model.problems import no_such


def persons(chart: Chart, names: Iterable[str]) -> frozenset[str]:
    """The persons meant; a group or role stands for its posts. UsageError names what is like an unknown name."""
    return frozenset(person for name in names for person in _persons(chart, name))


def posts(chart: Chart, names: Iterable[str]) -> tuple[str, ...]:
    """The posts meant, each once."""
    found: dict[str, None] = {}
    for name in names:
        meant = chart.resolve(name)
        if not meant:
            raise no_such("what.post", name, _posts_like(chart))
        found.update(dict.fromkeys(meant))
    return tuple(found)


def _posts_like(chart: Chart) -> set[str]:
    return {*chart.posts, *chart.groups, *chart.by_role}


def _persons(chart: Chart, name: str) -> Iterable[str]:
    ref, _, which = name.partition("/")
    meant = chart.resolve(ref)
    if meant:
        return [person for post in meant for person in _of_post(chart, post, which, name)]
    if name in chart.persons:
        return [name]
    raise no_such("what.person", name, {*_posts_like(chart), *chart.persons})


def _of_post(chart: Chart, post: str, which: str, name: str) -> Iterable[str]:
    candidates, holder = chart.candidates(post), chart.posts[post].holder
    deputies = [person for person in candidates if person != holder]
    if which == "all":
        return candidates
    if not which and holder:
        return [holder]
    if which.isdecimal() and 1 <= int(which) <= len(deputies):
        return [deputies[int(which) - 1]]
    raise UsageError("people.no_such_deputy", name=name, post=post, number=len(deputies))
