"""The right course of a drill: what would be owed, to whom, if the level were judged rightly and nobody missed.

Scores are taken against it, so a chain that breaks early does not shrink what was required.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from drill.contacts.resolved import Link
from drill.exercise.contact.obligations import members
from drill.exercise.contact.setup import CONVENE_PREFIX, Setup
from drill.exercise.contact.state import ContactKey, State
from drill.model.basics import MessageKind
from drill.model.chart import Contact
from drill.model.conditions import applies
from drill.model.scenario import Chosen, Cond, Trigger
from drill.pairs import reached


@dataclass(frozen=True, slots=True)
class WantedContact:
    """A contact of the right course."""

    key: ContactKey
    link: Link

    @property
    def contact(self) -> Contact:
        """The contact of the chart."""
        return self.link.contact


@dataclass(frozen=True)
class RightCourse:
    """The right course of one setup."""

    setup: Setup
    since_ms: int = 0
    until_ms: int | None = None
    """From when on people are told, and the end, for who was away all that time."""

    @cached_property
    def notices(self) -> tuple[str, ...]:
        """The messages everybody required must come to know: those of kind `notice` that the right course spreads."""
        given = tuple(message for message, posts in self._given.items() if posts)
        return tuple(each for each in given if self.setup.message_kind(each) == "notice") or given

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """The posts that learn first."""
        given = (post for message in self.notices for post in self._given[message])
        return self.setup.chart.meant(*self.setup.scenario.origin) or tuple(dict.fromkeys(given))

    @cached_property
    def _given(self) -> dict[str, tuple[str, ...]]:
        """Message → posts that an inject of the right course gives it to."""
        found: dict[str, tuple[str, ...]] = dict.fromkeys(self.setup.scenario.messages, ())
        for inject in self.setup.scenario.injects.values():
            if inject.gives and self.opens(inject.opens):
                found[inject.gives] = tuple(dict.fromkeys((*found[inject.gives], *self.setup.chart.meant(*inject.to))))
        return found

    @cached_property
    def spread(self) -> dict[str, tuple[str, ...]]:
        """Message → every post it reaches in the right course, first reached first."""
        return {message: self._reach(message) for message in self.setup.scenario.messages}

    def _reach(self, message: str) -> tuple[str, ...]:
        seeds = self.origins if message in self.notices else self._given[message]
        return tuple(dict(reached(seeds, lambda caller: [each.key.target for each in self._owed(caller, message)])))

    def _owed(self, caller: str, message: str) -> list[WantedContact]:
        kind = self.setup.message_kind(message)
        return [
            WantedContact(ContactKey(caller, link.target, message, link.contact.kind), link)
            for link in self.setup.contacts.drilled.get(caller, ())
            if self._called_for(link.contact, kind)
        ]

    def _called_for(self, contact: Contact, kind: MessageKind) -> bool:
        scenario, hours = self.setup.scenario, contact.when.hours
        return applies(
            contact.when,
            kind,
            incident=scenario.incident,
            level=scenario.level,
            publishing=scenario.publish,
            hours_open=hours is None or self.setup.hours_open(hours, 0),
        )

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Callers and targets that the chart joins in this incident, whatever the message."""
        return frozenset(
            (caller, link.target)
            for caller, links in self.setup.contacts.drilled.items()
            for link in links
            for kind in link.contact.when.message or ("notice",)
            if self._called_for(link.contact, kind)
        )

    @cached_property
    def contacts(self) -> tuple[WantedContact, ...]:
        """Every contact of the right course, message by message."""
        return tuple(
            wanted
            for message, posts in self.spread.items()
            for caller in posts
            for wanted in self._owed(caller, message)
        )

    @cached_property
    def required(self) -> tuple[str, ...]:
        """Posts that must come to know of the incident: those the notice spreads to, and those the scenario needs.

        A post outside the drill's scope, or all of whose people are known to be away, is not required.
        """
        spread = [post for message in self.notices for post in self.spread[message]]
        posts = dict.fromkeys((*spread, *self.setup.chart.meant(*self.setup.scenario.roles)))
        return tuple(post for post in posts if not self.all_away(post))

    def all_away(self, post: str) -> bool:
        """Whether nobody of a post could answer because all are known to be on leave."""
        people = self.setup.chart.candidates(post)
        return bool(people) and self._away.issuperset(people)

    @cached_property
    def _away(self) -> frozenset[str]:
        """Who is known to be away all the time."""
        end = self.setup.end_ms if self.until_ms is None else self.until_ms
        turns = (at_ms for at_ms, _, _ in self.setup.leave if self.since_ms < at_ms <= end)
        return self.setup.away_at(self.since_ms).intersection(*map(self.setup.away_at, turns))

    def opens(self, trigger: Trigger, asked: frozenset[str] = frozenset()) -> bool:
        """Whether a trigger fires in the right course; one with `unless` is there for when something goes wrong.

        `asked` holds what is being asked already, so that conditions in a ring come to nothing.
        """
        return trigger.unless is None and (trigger.when is None or self.rightly(trigger.when, asked))

    def rightly(self, cond: Cond, asked: frozenset[str] = frozenset()) -> bool:
        """Whether a condition comes to hold in the right course."""
        scenario, field = self.setup.scenario, next(iter(cond.model_fields_set))
        value: Any = getattr(cond, field)
        new = f"{field} {value}"
        match field:
            case "chosen":
                return self._chosen(value)
            case "done" | "delivered" if new in asked:
                return False
            case "done":
                task = scenario.tasks.get(value)
                ours = task is not None and task.expected and self.setup.task_post(value) is not None
                return ours and task is not None and self.opens(task.opens, asked | {new})
            case "delivered":
                inject = scenario.injects.get(value)
                comes = inject is not None and self.opens(inject.opens, asked | {new})
                return comes and inject is not None and bool(self.setup.chart.meant(*inject.to))
            case "told":
                return bool(self.setup.chart.meant(value.post))
            case "level":
                return scenario.level in value
            case "publishing":
                return bool(scenario.publish == value)
            case "all_" | "any_":
                parts = (self.rightly(part, asked) for part in value)
                return all(parts) if field == "all_" else any(parts)
            case "not_":
                return False
            case "quorum" | "totalled":
                return True
        raise KeyError(field)

    def _chosen(self, chosen: Chosen) -> bool:
        task = self.setup.scenario.tasks.get(chosen.task)
        if task is None or chosen.option is None:
            return task is not None
        if self.setup.task_post(chosen.task) is None:
            return False
        return chosen.option in task.options and task.options[chosen.option].right

    def convened(self, state: State) -> tuple[ContactKey, ...]:
        """Contacts owed to members of every meeting that was convened, or should have been."""
        duties = dict.fromkeys(
            (*state.convened, *(t.duty for t in self.setup.scenario.tasks.values() if t.duty and self.opens(t.opens)))
        )
        keys = []
        for duty in duties:
            chairs = self.setup.chart.meant(self.setup.chart.duties[duty].convener)
            convener = next((post for post in chairs if _convened(state, post, duty)), next(iter(chairs), None))
            if convener is not None:
                keys += [
                    ContactKey(convener, member, CONVENE_PREFIX + duty, "instruct")
                    for member in members(state, duty)
                    if member != convener
                ]
        return tuple(keys)


def _convened(state: State, post: str, duty: str) -> bool:
    """Whether it was this post that convened the meeting: nobody told it."""
    known = state.knows(post, CONVENE_PREFIX + duty)
    return known is not None and known.source is None
