"""A smooth drill: the engine's contact process on a chart, with everybody there answering and everything at its median.

An inject tells the origins; class, level and publication are those of a situation, from the beginning on. The pause
before an engaged line is tried again is drawn as in a drill with the seed 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time

from drill.contacts.resolved import resolved
from drill.contacts.situation import Situation
from drill.exercise.contact import events as e
from drill.exercise.contact.engine import Engine
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.posts import LOOK_AGAIN_MS
from drill.exercise.contact.setup import MINUTE, Setup
from drill.exercise.contact.state import ContactKey, State
from drill.exercise.ledger import Ledger
from drill.model.basics import WRITTEN
from drill.model.chart import Behaviour, Chart, Contact, Spread
from drill.model.scenario import Scenario
from drill.planning.calls import ListedCall, PostTold, Run, TimedCall

NOTICE = "notice"
AT_LEAST_MS = 4 * 60 * MINUTE
"""How long opening hours are waited for, where they count; about as long as the longest drills; assumption."""
_LONGEST_MIN = 60 * 24 * 60
_MOST_ROWS, _ROWS_EACH = 3_000, 100
"""Two who call each other again and again without a gap are engaged for each other for ever: rows of the log that are
too many, in all and for each contact."""
_NO_DAY = datetime(1900, 1, 1)
"""A moment at which nobody is on leave."""
_SETTLED = {"incident": (), "level": (), "publishing": None}
_NEVER = {"message": ("count",)}
"""Contacts that are not owed still have a part in the rules: of several of a kind the first has the policy."""
_SURE = {"answers": 1.0, "reads": 1.0, "fidelity": 1.0, "knows_chart": 1.0, "word_left": 0.0, "voicemail": 0.0}


class SmoothDrill:
    """The contacts of a chart in a situation, to be made in any order."""

    def __init__(self, chart: Chart, situation: Situation, origins: Sequence[str]) -> None:
        self.origins = [post for post in origins if chart.posts[post].in_scope]
        any_time = replace(situation, at=None)  # hours are the clock's
        self._contacts: dict[str, list[Contact]] = {}
        for caller, links in resolved(chart).drilled.items():
            for link in links:
                when = _SETTLED if any_time.owes(chart, link.contact.when) else _NEVER
                spelt_out = {"caller": caller, "target": link.target, "when": link.contact.when.model_copy(update=when)}
                self._contacts.setdefault(caller, []).append(link.contact.model_copy(update=spelt_out))
        begins = situation.at or (datetime.combine(situation.day, time()) if situation.day else _NO_DAY)
        # Without a moment every channel is open: names of hours that are not there stand for always.
        hours = chart.hours if situation.at else {}
        smooth = chart.model_copy(update={"hours": hours, "behaviours": _medians(chart)})
        self._setup = Setup.make(smooth, _scenario(chart, situation, self.origins), start=begins)
        self._least_ms = AT_LEAST_MS if situation.at else 0
        self._quiet_ms = self._longest_quiet()

    def _longest_quiet(self) -> int:
        """Milliseconds without anything happening after which nothing more can."""
        chart = self._setup.chart
        policies = [chart.policy, *(chart.policy_of(each) for found in self._contacts.values() for each in found)]
        waits = [s for policy in policies for s in (policy.ring_s, 2 * policy.gap_s, policy.written_wait_s)]
        people = map(chart.behaviour_of, chart.persons)
        waits += [s.median_s for each in people for s in (each.answer, each.talk, each.read, each.handling)]
        return LOOK_AGAIN_MS + round(2000 * max(waits))

    def handling_ms(self, person: str) -> int:
        """From being told to the first contact."""
        return max(1, round(self._setup.chart.behaviour_of(person).handling.median_s * 1000))

    def run(self, lists: Mapping[str, Sequence[ListedCall]] | None = None) -> Run:
        """Everything that happens until nothing more can, with the callers in `lists` going by these lists."""
        if not self.origins:
            return Run({}, {})
        contacts = {caller: _in_order(found, (lists or {}).get(caller, ())) for caller, found in self._contacts.items()}
        spelt_out = tuple(contact for found in contacts.values() for contact in found)
        chart = self._setup.chart.model_copy(update={"contacts": spelt_out})
        ledger = Ledger(DRILL, State(replace(self._setup, chart=chart)))
        ledger.append(0, e.DrillStarted(schema="", engine=0, chart={}, scenario={}, seed=1, replication=0, start=""))
        engine, rows = Engine(ledger), ledger.rows
        most = _MOST_ROWS + _ROWS_EACH * len(spelt_out)
        while engine.due_ms < max(self._least_ms, rows[-1].at_ms + self._quiet_ms) and len(rows) < most:
            engine.step()
        return _run(engine.state, rows, contacts)


def _medians(chart: Chart) -> dict[str, Behaviour]:
    """Every behaviour without chance."""
    found = {}
    for name, each in {"default": Behaviour(), **chart.behaviours}.items():
        spreads = {field: value for field, value in each if isinstance(value, Spread)}
        sure = {field: Spread(median_s=value.median_s, sigma=0) for field, value in spreads.items()}
        found[name] = each.model_copy(update=_SURE | sure)
    return found


def _in_order(contacts: Sequence[Contact], order: Sequence[ListedCall]) -> list[Contact]:
    """Contacts in the order of a list, those it does not have after it; their `order` says so."""
    place = {item: i for i, item in enumerate(order)}
    found = sorted(contacts, key=lambda contact: place.get(ListedCall(contact.target, contact.kind), len(place)))
    return [contact.model_copy(update={"order": number}) for number, contact in enumerate(found)]


def _scenario(chart: Chart, situation: Situation, origins: Sequence[str]) -> Scenario:
    """One inject at the beginning tells the origins."""
    to = [*origins] or ["nobody"]
    alarm = {"to": to, "channel": "system", "sender": "-", "text": "-", "gives": NOTICE}
    return Scenario.model_validate(
        {
            "schema": "drill.scenario/1",
            "id": "smooth",
            "title": "-",
            "class": situation.incident or "failure",
            "chart": chart.id,
            "briefing": "-",
            "start": "2000-01-01T00:00",
            "length_min": _LONGEST_MIN,
            "level": 0,
            "items": {"what": {"label": "-", "value": "-"}},
            "messages": {NOTICE: {"title": "-", "kind": situation.message, "items": ["what"]}},
            "injects": {"alarm": alarm},
        }
    )


def _run(state: State, rows: Sequence[e.Row], contacts: Mapping[str, Sequence[Contact]]) -> Run:
    """What the log of a smooth drill says about the notice."""
    told: dict[str, PostTold] = {}
    over: dict[ContactKey, bool] = {}
    """Whether a contact was acknowledged in writing, first."""
    begun = next((row.at_ms for row in rows if isinstance(row.event, e.MessageAcknowledged)), 0)
    for at_ms, event in rows:
        if isinstance(event, e.MessageAcknowledged):
            told.setdefault(event.post, PostTold(at_ms - begun, event.source, event.person))
            if event.source and event.kind:
                key = ContactKey(event.source, event.post, NOTICE, event.kind)
                over.setdefault(key, event.via == "written")
    calls: dict[str, tuple[TimedCall, ...]] = {}
    for caller, known in told.items():
        listed: dict[ListedCall, TimedCall] = {}
        for contact in contacts.get(caller, ()):
            item = ListedCall(contact.target, contact.kind)
            key = ContactKey(caller, contact.target, NOTICE, contact.kind)
            back = contact.kind != "instruct" and contact.target == known.source
            owed = contact.when.message != _NEVER["message"]
            made = state.made_at(key)
            if not owed or item in listed or back or made is None:
                continue
            minutes = contact.deadline_min
            due = None if minutes is None else known.at_ms + round(minutes * MINUTE)
            ends, written = made - begun, over.get(key, False)
            way = next(
                (
                    attempt
                    for attempt in state.attempts.get(key, ())
                    if attempt.outcome == "acknowledged" and (attempt.channel in WRITTEN) == written
                ),
                None,
            )
            starts = way.at_ms - begun if way else ends
            takes = 0 if written else ends - starts
            listed[item] = TimedCall(item, way.channel if way else None, known.at_ms, starts, ends, takes, due)
        calls[caller] = tuple(listed.values())
    return Run(told, calls)
