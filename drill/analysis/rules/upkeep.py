"""Rules on upkeep: entries that were not checked, people who are new, a chart whose place is not known."""

from __future__ import annotations

from drill.analysis.rules import naming
from drill.analysis.rules.chart_findings import ChartFindings
from drill.contacts.resolved import resolved
from drill.model.basics import Text

YEAR_DAYS = 365
KNOWN = 0.95
"""What staff beyond their first year reached in Suginami ward, 2023 (FACTS, self-check of 258 people)."""
NEWCOMERS_BEHIND = 0.10
"""First-year staff this far behind everybody is a gap to close; assumption (it was 14 points there)."""


def _edition(found: ChartFindings) -> None:
    as_of, today = found.value.as_of, found.today
    if as_of and (today - as_of).days > YEAR_DAYS:
        years = round((today - as_of).days / YEAR_DAYS)
        ago = Text.said("rule.years" if years > 1 else "rule.year", years=years)
        found.add("OC509", ("as_of",), day=naming.day(as_of), ago=ago)


def _entries(found: ChartFindings) -> None:
    chart, limit = found.value, found.value.limits.verified_days
    used = dict.fromkeys(person for people in resolved(chart).candidates.values() for person in people)
    for name in used:
        verified = chart.persons[name].verified
        if verified and (days := (found.today - verified).days) > limit:
            code = "OC502" if days > max(YEAR_DAYS, limit) else "OC501"
            person, day = naming.person(chart, name), naming.day(verified)
            found.add(code, ("persons", name, "verified"), person=person, day=day, days=days, limit=limit)
    never = [chart.persons[name].name for name in used if chart.persons[name].verified is None]
    if never:
        which = naming.share("rule.persons.some", "rule.persons.all", len(never), len(used))
        found.add("OC503", ("persons",), key=True, names=naming.several(never), which=which)


def _posts(found: ChartFindings) -> None:
    chart = found.value
    for name, post in chart.posts.items():
        if not post.in_scope:
            found.add("OC505", ("posts", name, "in_scope"), post=post.name)
        if post.held_since and chart.last_drill and post.held_since > chart.last_drill:
            since, drill = naming.day(post.held_since), naming.day(chart.last_drill)
            found.add("OC506", ("posts", name, "held_since"), post=post.name, since=since, drill=drill)


def _storage(found: ChartFindings) -> None:
    storage = found.value.storage
    if storage is None:
        found.add("OC507", ())
        return
    known, first = storage.known, storage.known_first_year
    behind = known is not None and first is not None and known - first > NEWCOMERS_BEHIND - 1e-9
    if behind or any(share is not None and share < KNOWN for share in (known, first)):
        shown = {"known": known, "first": first}
        percent = {name: "-" if share is None else f"{share:.0%}" for name, share in shown.items()}
        found.add("OC508", ("storage",), key=True, **percent)


RULES = (_edition, _entries, _posts, _storage)
