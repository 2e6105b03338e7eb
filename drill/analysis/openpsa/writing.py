"""A chart in a situation as a fault tree in the Open-PSA Model Exchange Format.

A gate is "this does not hold": what holds by one arc fails when all its arcs are dead (and), by all of them when one
is (or), by k of n when n - k + 1 are (atleast). Every formula is one operator over references, and no reference
stands twice in it: some tools read nothing else. Names are made of plain letters; what a gate or event stands for is
in its attributes `kind`, `ref` and `person`, and its label says it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from drill.analysis.compile import compile_chart
from drill.analysis.network import START, Element, Network, NodeName
from drill.analysis.openpsa.unrolling import LIMIT, unrolled
from drill.analysis.origins import find_origins
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from drill.pairs import reached
from drill.text.catalogue import Catalogue, Word
from drill.text.choices import CHANNEL
from drill.text.clean import clean

Reference = tuple[Literal["gate", "basic-event", "house-event"], str]
Formula = tuple[str, tuple[Reference, ...]]
"""The operator with its attributes (empty: a mere reference) and what it is about."""
Thing = Element | NodeName
NEVER: Reference = ("house-event", "never")
ALWAYS: Reference = ("house-event", "always")
_ILLEGAL = re.compile("[\ufffe\uffff]")
"""Not allowed in XML, and not removed as text that could do harm on a terminal."""


def openpsa_text(chart: Chart, situation: Situation, asked: tuple[str, ...], say: Catalogue) -> str:
    """The XML: one top event `top_…` a required post or duty. `asked` are the origins, () for the chart's own.

    In labels people are called by their posts, but ids are the chart's own. UsageError if it would be too large.
    """
    network = compile_chart(chart, situation, find_origins(chart, situation, asked).posts)
    named = chart.without_personal_data()
    return fault_tree(network, chart.id, lambda thing: _label(named, thing, say))


def fault_tree(network: Network, name: str, label: Callable[[Thing], str] | None = None, limit: int = LIMIT) -> str:
    """The XML of any network; UsageError if unrolling its rings takes more than `limit` gates."""
    return "\n".join(_Writer(unrolled(network, limit), label).lines(f"chart_{_letters(name)}")) + "\n"


class _Writer:
    """Gates of one formula each; equal formulas are one gate, except those that stand for a node."""

    def __init__(self, network: Network, label: Callable[[Thing], str] | None) -> None:
        self._network = network
        self._label = label
        self._things: dict[Reference, Thing] = {}
        self._gates: dict[Reference, Formula] = {}
        self._shared: dict[Formula, Reference] = {}
        self._broken: dict[int, Reference] = {}
        self._events: dict[int, Reference] = {}
        self._names: set[str] = {"never", "always"}
        self._failed: dict[int, Reference] = {START: NEVER}
        needed = reached(network.required, lambda node: [tail for tail, _ in network.incoming[node]])
        for node in sorted(dict(needed).keys() - {START}):
            self._failed[node] = self._node(node)
        tops = [self._top(node) for node in network.required]
        # What they refer to: constants have made the rest superfluous.
        self._used = dict(reached(tops, lambda gate: self._gates.get(gate, ("", ()))[1]))

    def lines(self, name: str) -> Iterator[str]:
        """The file."""
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield "<opsa-mef>"
        yield f'  <define-fault-tree name="{name}">'
        for gate, formula in self._gates.items():
            if gate in self._used:
                yield from self._definition("gate", gate, _written(formula))
        yield "  </define-fault-tree>"
        yield "  <model-data>"
        for house, value in ((NEVER, "false"), (ALWAYS, "true")):
            if house in self._used:
                yield from self._definition("house-event", house, [f'<constant value="{value}"/>'])
        for number, event in self._events.items():
            if event in self._used:
                chance = f'<float value="{self._network.elements[number].fails:.12g}"/>'
                yield from self._definition("basic-event", event, [chance])
        yield "  </model-data>"
        yield "</opsa-mef>"

    def _definition(self, kind: str, reference: Reference, content: Iterable[str]) -> Iterator[str]:
        yield f'    <define-{kind} name="{reference[1]}">'
        yield from (f"      {line}" for line in (*self._comment(reference), *content))
        yield f"    </define-{kind}>"

    def _comment(self, reference: Reference) -> Iterator[str]:
        thing = self._things.get(reference)
        if thing is None:
            return
        if self._label and (label := _ILLEGAL.sub("", clean(self._label(thing))).strip()):
            yield f"<label>{escape(label)}</label>"
        known = {"kind": thing.kind, "ref": thing.ref, "person": thing.person if isinstance(thing, NodeName) else ""}
        shown = (
            f"<attribute name={quoteattr(key)} value={quoteattr(value)}/>" for key, value in known.items() if value
        )
        yield f"<attributes>{''.join(shown)}</attributes>"

    def _top(self, node: int) -> Reference:
        name = self._network.names[node]
        return self._gate(("", (self._failed[node],)), f"top_{self._plain(name)}", name)

    def _node(self, node: int) -> Reference:
        """That a node does not hold."""
        arcs = self._network.incoming[node]
        dead = [self._any((self._failed[tail], self._bundle(bundle))) for tail, bundle in arcs]
        formula = self._formula(len(arcs) - self._network.needed[node] + 1, dead)
        if formula in (("", (NEVER,)), ("", (ALWAYS,))):
            return formula[1][0]
        name = self._network.names[node]
        return self._gate(formula, self._plain(name), name)

    def _bundle(self, bundle: int) -> Reference:
        """That every alternative of a bundle is broken."""
        if bundle not in self._broken:
            ways = [self._any(map(self._event, sorted(label))) for label in self._network.bundles[bundle]]
            self._broken[bundle] = self._share(self._formula(len(ways), ways))
        return self._broken[bundle]

    def _event(self, number: int) -> Reference:
        if number not in self._events:
            element = self._network.elements[number]
            event: Reference = ("basic-event", self._name(f"{element.kind}_{_letters(element.ref)}"))
            self._events[number], self._things[event] = event, element
        return self._events[number]

    def _any(self, about: Iterable[Reference]) -> Reference:
        return self._share(self._formula(1, list(about)))

    def _formula(self, least: int, about: Sequence[Reference]) -> Formula:
        """That at least so many of these occur."""
        least -= about.count(ALWAYS)
        rest = [each for each in about if each not in (NEVER, ALWAYS)]
        if least <= 0:
            return "", (ALWAYS,)
        if least > len(rest):
            return "", (NEVER,)
        distinct = tuple(dict.fromkeys(rest))
        if least in (1, len(rest)):
            return ("" if len(distinct) == 1 else "or" if least == 1 else "and"), distinct
        seen: set[Reference] = set()
        for i, each in enumerate(rest):
            if each in seen:  # It counts twice, under two names.
                rest[i] = self._gate(("", (each,)))
            seen.add(each)
        return f'atleast min="{least}"', tuple(rest)

    def _share(self, formula: Formula) -> Reference:
        if not formula[0]:
            return formula[1][0]
        if formula not in self._shared:
            self._shared[formula] = self._gate(formula)
        return self._shared[formula]

    def _gate(self, formula: Formula, name: str = "", stands_for: NodeName | None = None) -> Reference:
        gate: Reference = ("gate", self._name(name or f"g{len(self._gates) + 1}"))
        self._gates[gate] = formula
        if stands_for:
            self._things[gate] = stands_for
        return gate

    def _name(self, wanted: str) -> str:
        """A name not used yet: different ids may have the same letters."""
        name, number = wanted, 1
        while name in self._names:
            number += 1
            name = f"{wanted}-{number}"
        self._names.add(name)
        return name

    def _plain(self, name: NodeName) -> str:
        ref, _, sweep = name.ref.partition("@")
        parts = (name.kind, ref, name.person)
        return _letters("_".join(part for part in parts if part)) + (f"-sweep{sweep}" if sweep else "")


def _written(formula: Formula) -> list[str]:
    operator, about = formula
    lines = [f'<{kind} name="{name}"/>' for kind, name in about]
    return [f"<{operator}>", *(f"  {line}" for line in lines), f"</{operator.split()[0]}>"] if operator else lines


def _letters(text: str) -> str:
    """`text` as a part of an identifier: letters, digits and _."""
    return re.sub(r"[^A-Za-z0-9_]", "_", text)


def _label(chart: Chart, thing: Thing, say: Catalogue) -> str:
    match thing.kind:
        case "post" | "told":
            return say("openpsa.not_told", name=chart.posts[thing.ref.partition("@")[0]].name)
        case "duty":
            return say("openpsa.not_done", name=chart.duties[thing.ref.partition("@")[0]].name)
        case "member":
            duty = chart.duties[thing.ref.partition("@")[0]].name
            return say("openpsa.not_there", name=chart.posts[thing.person].name, duty=duty)
        case "person":
            return say("openpsa.absent", name=chart.persons[thing.ref].name)
        case "line":
            person, _, kind = thing.ref.rpartition("/")
            return say("openpsa.line_fails", name=chart.persons[person].name, channel=Word(CHANNEL[kind]))
        case "medium":
            return say("openpsa.fails", name=chart.media[thing.ref].name)
        case _:
            return say("openpsa.fails", name=chart.sites[thing.ref].name)
