"""What a post of a chart owes and to whom, as the cards and handbooks say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drill.contacts.resolved import Expectations, Link, resolved
from drill.drawing.wording import occasion
from drill.model.chart import Channel, Chart, Contact
from drill.model.scenario import Scenario
from drill.report.naming import post_name, span
from drill.text.catalogue import Catalogue
from drill.text.choices import CHANNEL


@dataclass(frozen=True)
class Duties:
    """The contacts of a chart by who makes and who receives them; with a scenario, those of its incident class."""

    chart: Chart
    contacts: tuple[Contact, ...]
    made: dict[str, tuple[Contact, ...]]
    received: dict[str, tuple[Contact, ...]]

    @classmethod
    def of(cls, chart: Chart, scenario: Scenario | None = None) -> Duties:
        table = resolved(chart)
        incident = scenario.incident if scenario else None
        deadlines = dict[int, set[float | None]]()
        if scenario:
            expected = Expectations(chart, scenario)
            for link in table.links:
                deadlines.setdefault(link.place, set()).add(expected.deadline_min(link))
        contacts = {
            place: _within(contact, deadlines.get(place, set()))
            for place, contact in enumerate(chart.contacts)
            if incident is None or incident in (contact.when.incident or (incident,))
        }

        def each(index: Mapping[str, tuple[Link, ...]]) -> dict[str, tuple[Contact, ...]]:
            places = {post: dict.fromkeys(link.place for link in links) for post, links in index.items()}
            return {post: tuple(contacts[place] for place in own if place in contacts) for post, own in places.items()}

        return cls(chart, tuple(contacts.values()), each(table.made), each(table.received))


def _within(contact: Contact, deadlines: set[float | None]) -> Contact:
    """The contact with the deadline it has for everybody it joins."""
    return contact.model_copy(update={"deadline_min": deadlines.pop()}) if len(deadlines) == 1 else contact


def contact_words(contact: Contact, say: Catalogue) -> str:
    """Channels, condition and deadline of a contact."""
    said = [channels(contact, say), occasion(contact.when, say)]
    if contact.deadline_min is not None:
        said.append(say("doc.within", span=span(contact.deadline_min, say)))
    return say("doc.join").join(each for each in said if each)


def channels(contact: Contact, say: Catalogue) -> str:
    return " > ".join(say(CHANNEL[channel]) for channel in contact.by)


def ways(chart: Chart, person: str, contact: Contact, numbers: bool, say: Catalogue) -> str:
    """How a person is reached for a contact, in the contact's order; with `numbers` the numbers too."""
    own: dict[str, Channel] = {channel.kind: channel for channel in reversed(chart.persons[person].channels)}
    found = [own[kind] for kind in contact.by if kind in own]
    return " > ".join(_way(each, numbers, say) for each in found) or say("doc.no_channel")


def _way(channel: Channel, numbers: bool, say: Catalogue) -> str:
    kind = say(CHANNEL[channel.kind])
    return f"{kind} {channel.address}" if numbers and channel.address else kind


def deputies(chart: Chart, post: str) -> Iterator[tuple[int, str]]:
    """Rank and person of each deputy."""
    holder = chart.posts[post].holder
    return enumerate((person for person in chart.candidates(post) if person != holder), start=1)


def needed_posts(chart: Chart, scenario: Scenario | None) -> tuple[str, ...]:
    """The posts of a drill on this chart that people play: inside the office and in its scope."""
    return tuple(
        name for name, post in chart.posts.items() if not post.external and (post.in_scope or scenario is None)
    )


def others(chart: Chart, refs: tuple[str, ...], say: Catalogue) -> str:
    """Names of posts or groups, each once."""
    return say("list", items=tuple(dict.fromkeys(post_name(chart, ref, say) for ref in refs)))
