"""The dates of a drill year as iCalendar (RFC 5545): all-day events with reminders, for any calendar program.

The same year gives the same bytes: UIDs are made from names of the programme, and the time stamp is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from drill.model.program import Activity, Program
from drill.pairs import gathered
from drill.text.catalogue import Catalogue
from drill.text.choices import YEAR_WHAT
from drill.text.clean import clean

REMINDERS = (timedelta(days=-7), timedelta(days=-1))
"""A week and a day before; an assumption."""


_Date = tuple[date, str, date, str, tuple[str, ...]]
"""First day, identifier, last day, title, and lines that tell more."""


def calendar(program: Program, say: Catalogue, stamp: date) -> bytes:
    """The .ics file; `stamp` is the day on which its contents held."""
    found = Calendar()
    found.add("prodid", "-//drill//drill year//EN")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", clean(program.title.get(say.language)))
    for each in sorted(_dates(program, say)):
        found.add_component(_event(*each, program.id, stamp))
    return bytes(found.to_ical())


def _event(first: date, uid: str, last: date, title: str, details: tuple[str, ...], program: str, stamp: date) -> Event:
    event = Event()
    event.add("uid", f"{uid}.{program}@drill")
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", clean(title))
    if details:
        event.add("description", clean("\n".join(details), keep_newlines=True))
    event.add("transp", "TRANSPARENT")
    for before in REMINDERS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", clean(title))
        alarm.add("trigger", before)
        event.add_component(alarm)
    return event


def _dates(program: Program, say: Catalogue) -> Iterator[_Date]:
    for name, activity in program.activities.items():
        title = f"{say('mark.drill')} {activity.number} {activity.title.get(say.language)}"
        details = _details(program, activity, say)
        yield activity.first, f"activity-{name}", activity.end, " ".join(title.split()), details
    for name, check in program.selfchecks.items():
        yield check.first, f"selfcheck-{name}", check.last, check.title.get(say.language), ()
    papers = _papers(program, say)
    for number, meeting in enumerate(program.board, 1):
        due = tuple(papers.get(meeting.on, ()))
        yield meeting.on, f"board-{number}", meeting.on, meeting.title.get(say.language), due
    for day in papers.keys() - {meeting.on for meeting in program.board}:
        yield day, f"papers-{day:%Y%m%d}", day, say("calendar.papers"), tuple(papers[day])


def _details(program: Program, activity: Activity, say: Catalogue) -> tuple[str, ...]:
    """Who takes part, what is drilled, who teaches from what."""
    people = tuple(clean(program.targets[each].title.get(say.language)) for each in activity.targets)
    lines = [say("calendar.people", people=people)]
    lines += [f"- {clean(each.get(say.language))}" for each in activity.content]
    if activity.cascade:
        lines.append(say("calendar.teacher", teacher=activity.cascade.teacher))
    if activity.material:
        lines.append(say("calendar.material", material=activity.material))
    return tuple(lines)


def _papers(program: Program, say: Catalogue) -> dict[date, list[str]]:
    """Day → the papers that are due on it."""
    return gathered(
        (on, say("pair", label=say(YEAR_WHAT[what]), value=paper.title))
        for paper in program.papers.values()
        for what, on in (("method", paper.method), ("result", paper.result))
        if on
    )
