"""What a post of a chart owes and to whom, as the cards and handbooks say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drill.drawing.wording import occasion
from drill.model.chart import Channel, Chart, Contact
from drill.model.scenario import Scenario
from drill.report.naming import post_name, span
from drill.text.catalogue import Catalogue


@dataclass(frozen=True)
class Duties:
    """The contacts of a chart by who makes and who receives them; with a scenario, those of its incident class."""

    chart: Chart
    contacts: tuple[Contact, ...]
    made: dict[str, tuple[Contact, ...]]
    received: dict[str, tuple[Contact, ...]]

    @classmethod
    def of(cls, chart: Chart, scenario: Scenario | None = None) -> Duties:
        contacts = tuple(
            _as_in(contact, chart, scenario)
            for contact in chart.contacts
            if scenario is None or scenario.incident in (contact.when.incident or (scenario.incident,))
        )
        made: dict[str, list[Contact]] = {}
        received: dict[str, list[Contact]] = {}
        for contact in contacts:
            for index, ref in ((made, contact.caller), (received, contact.target)):
                for post in chart.resolve(ref):
                    index.setdefault(post, []).append(contact)
        in_order = {post: tuple(sorted(owed, key=lambda each: each.order)) for post, owed in made.items()}
        return cls(chart, contacts, in_order, {post: tuple(each) for post, each in received.items()})


def _as_in(contact: Contact, chart: Chart, scenario: Scenario | None) -> Contact:
    """The contact with the deadline it has in this scenario."""
    for expected in scenario.contacts if scenario else ():
        callers, targets = chart.resolve(expected.caller), chart.resolve(expected.target)
        same = {*chart.resolve(contact.caller)} <= {*callers} and {*chart.resolve(contact.target)} <= {*targets}
        if same and expected.kind in (None, contact.kind) and expected.deadline_min is not None:
            return contact.model_copy(update={"deadline_min": expected.deadline_min})
    return contact


def contact_words(contact: Contact, say: Catalogue) -> str:
    """Channels, condition and deadline of a contact."""
    said = [channels(contact, say), occasion(contact.when, say)]
    if contact.deadline_min is not None:
        said.append(say("doc.within", span=span(contact.deadline_min, say)))
    return say("doc.join").join(each for each in said if each)


def channels(contact: Contact, say: Catalogue) -> str:
    return " > ".join(say(f"channel.{channel}") for channel in contact.by)


def ways(chart: Chart, person: str, contact: Contact, numbers: bool, say: Catalogue) -> str:
    """How a person is reached for a contact, in the contact's order; with `numbers` the numbers too."""
    own: dict[str, Channel] = {channel.kind: channel for channel in reversed(chart.persons[person].channels)}
    found = [own[kind] for kind in contact.by if kind in own]
    return " > ".join(_way(each, numbers, say) for each in found) or say("doc.no_channel")


def _way(channel: Channel, numbers: bool, say: Catalogue) -> str:
    kind = say(f"channel.{channel.kind}")
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
