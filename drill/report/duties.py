"""What a post of a chart owes and to whom, as the cards and handbooks say it."""

from __future__ import annotations

from collections.abc import Iterator

from drill.contacts.resolved import Expectations, resolved
from drill.drawing.wording import occasion
from drill.model.chart import Chart, Contact
from drill.model.scenario import Scenario
from drill.report.naming import span
from drill.text.catalogue import Catalogue
from drill.text.choices import CHANNEL


def in_drill(chart: Chart, scenario: Scenario | None) -> Chart:
    """The chart with the contacts of a scenario's class, each with the deadline that it has for everybody it joins."""
    if scenario is None:
        return chart
    expected, deadlines = Expectations(chart, scenario), dict[int, set[float | None]]()
    for link in resolved(chart).links:
        deadlines.setdefault(link.place, set()).add(expected.deadline_min(link))
    contacts = tuple(
        _within(contact, deadlines.get(place, set()))
        for place, contact in enumerate(chart.contacts)
        if scenario.incident in (contact.when.incident or (scenario.incident,))
    )
    return chart.model_copy(update={"contacts": contacts})


def _within(contact: Contact, deadlines: set[float | None]) -> Contact:
    return contact.model_copy(update={"deadline_min": deadlines.pop()}) if len(deadlines) == 1 else contact


def made(chart: Chart, post: str) -> tuple[Contact, ...]:
    """The contacts that a post owes, in the order it makes them."""
    return tuple({link.place: link.contact for link in resolved(chart).made.get(post, ())}.values())


def received(chart: Chart, post: str) -> tuple[Contact, ...]:
    """The contacts that are made to a post."""
    return tuple({link.place: link.contact for link in resolved(chart).received.get(post, ())}.values())


def contact_words(contact: Contact, say: Catalogue) -> str:
    """Channels, condition and deadline of a contact."""
    said = [" > ".join(say(CHANNEL[channel]) for channel in contact.by), occasion(contact.when, say)]
    if contact.deadline_min is not None:
        said.append(say("doc.within", span=span(contact.deadline_min, say)))
    return say("list", items=tuple(filter(None, said)))


def ways(chart: Chart, person: str, contact: Contact, numbers: bool, say: Catalogue) -> str:
    """How a person is reached for a contact, in the contact's order; with `numbers` the numbers too."""
    found = resolved(chart).ways(person, contact.by)
    numbered = ((say(CHANNEL[each.kind]), each.address if numbers else None) for each in found)
    return " > ".join(" ".join(filter(None, each)) for each in numbered) or say("doc.no_channel")


def deputies(chart: Chart, post: str) -> Iterator[tuple[int, str]]:
    """Rank and person of each deputy."""
    holder = chart.posts[post].holder
    return enumerate((person for person in chart.candidates(post) if person != holder), start=1)


def needed_posts(chart: Chart, scenario: Scenario | None) -> tuple[str, ...]:
    """The posts of a drill on this chart that people play: inside the office and in its scope."""
    return tuple(
        name for name, post in chart.posts.items() if not post.external and (post.in_scope or scenario is None)
    )
