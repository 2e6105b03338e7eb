"""A fault tree in the Open-PSA Model Exchange Format as a threshold graph.

The format: https://open-psa.github.io/mef, chapters «Fault Tree Layer» and «Stochastic Layer».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from drill.analysis.network import START, Element, Network, NodeName
from drill.analysis.openpsa.formulas import LEAVES, Formulas, Value
from drill.analysis.openpsa.names import Definition, Definitions, content, parts
from drill.analysis.openpsa.xmltree import Xml, read_xml
from drill.errors import UsageError
from drill.model.problems import no_such
from drill.pairs import reached


@dataclass(frozen=True)
class FaultTree:
    """One top event and all it depends on: `network.required` is the node that holds while it does not occur.

    Elements are numbered by name.
    """

    top: str
    network: Network
    gates: int
    unknown: tuple[str, ...]
    """Basic events without a probability that could be read; their `fails` is 0."""


class Model:
    """The fault trees of a file. UsageError with file and line for whatever is wrong with it."""

    def __init__(self, path: Path) -> None:
        root = read_xml(path)
        self._names = Definitions(root, str(path))
        if root.tag != "opsa-mef":
            raise UsageError("openpsa.root", self._names.place(root), tag=root.tag)
        self._leaves = {gate.name: list(self._references(gate)) for gate in self._names.gates}
        self._below = {
            name: [found.name for _, found in leaves if found.kind == "gate"] for name, leaves in self._leaves.items()
        }
        self._order = self._in_order()

    @cached_property
    def tops(self) -> tuple[str, ...]:
        """The gates no other gate refers to."""
        inner = set().union(*self._below.values())
        return tuple(gate.name for gate in self._names.gates if gate.name not in inner)

    @property
    def ignored(self) -> list[tuple[str, int]]:
        """(element, line) of what the file has besides fault trees: event trees, common-cause groups, …"""
        return [(xml.tag, xml.line) for xml in self._names.ignored]

    def tree(self, top: str | None = None) -> FaultTree:
        """The fault tree of a gate, by default of the only one that no other refers to."""
        if top is None:
            if len(self.tops) != 1:
                shown = tuple(self.tops[:20]) + ("…",) * (len(self.tops) > 20)
                code = "openpsa.several_tops" if self.tops else "openpsa.no_gate"
                raise UsageError(code, self._names.file, count=len(self.tops), names=shown)
            top = self.tops[0]
        found = self._names.find(top, "")
        if found is None or found.kind != "gate":
            raise no_such("what.gate", top, self._below, self._names.file)
        return self._tree(found.name)

    def _tree(self, top: str) -> FaultTree:
        network = Network()
        formulas = Formulas(network, self._names)
        under = dict(reached([top], self._below.__getitem__))
        gates = [gate for gate in self._order if gate.name in under]
        events = {found.name: found for gate in gates for _, found in self._leaves[gate.name] if found.kind != "gate"}
        unknown: list[str] = []
        values = {name: self._event(events[name], formulas, unknown) for name in sorted(events)}
        for gate in gates:
            leaves = {id(xml): values[found.name] for xml, found in self._leaves[gate.name]}
            values[gate.name] = formulas.value(gate.name, self._formula(gate), leaves)
        value = values[top]
        node = network.node(NodeName("gate", top), needed=int(value is not False))
        if not isinstance(value, bool):
            network.arc(value[0], node, value[1])
        network.required = [node]
        return FaultTree(top, network, len(gates), tuple(unknown))

    def _formula(self, gate: Definition) -> Xml:
        parts = content(gate.xml)
        if len(parts) == 1:
            return parts[0]
        raise UsageError("openpsa.one_formula", self._names.place(gate.xml), name=gate.name, count=len(parts))

    def _references(self, gate: Definition) -> Iterator[tuple[Xml, Definition]]:
        leaves = (xml for xml in parts(self._formula(gate)) if xml.tag in LEAVES)
        return ((xml, self._names.event(xml, gate.container)) for xml in leaves)

    def _in_order(self) -> list[Definition]:
        """The gates, each after those it refers to; UsageError naming a ring."""
        gates = {gate.name: gate for gate in self._names.gates}
        try:
            return [gates[name] for name in TopologicalSorter(self._below).static_order()]
        except CycleError as error:
            ring = error.args[1][::-1]
            shown = ring if len(ring) < 11 else [*ring[:8], "…", *ring[-2:]]
            place = self._names.place(gates[ring[0]].xml)
            raise UsageError("openpsa.ring", place, ring=" → ".join(shown)) from error

    def _event(self, event: Definition, formulas: Formulas, unknown: list[str]) -> Value:
        """The value of a house event or basic event."""
        if event.kind == "house-event":
            constants = content(event.xml)
            return bool(constants) and formulas.constant(constants[0])
        probability = self._probability(event)
        if probability is None:
            unknown.append(event.name)
        element = formulas.network.element(Element("event", event.name, fails=probability or 0.0))
        return START, formulas.network.bundle([frozenset({element})])

    def _probability(self, event: Definition) -> float | None:
        """A number or a parameter that is one, however often renamed; None for any other expression."""
        seen = set()
        while expression := content(event.xml)[:1]:
            xml = expression[0]
            if xml.tag in ("float", "int"):
                return self._number(xml)
            found = self._names.find(xml.attributes.get("name", ""), event.container, parameter=True)
            if xml.tag != "parameter" or found is None or found.name in seen:
                return None
            seen.add(found.name)
            event = found
        return None

    def _number(self, xml: Xml) -> float:
        text = xml.attributes.get("value", "")
        try:
            number = float(text)
        except ValueError:
            number = -1.0
        if 0 <= number <= 1:
            return number
        raise UsageError("openpsa.probability", self._names.place(xml), value=text)
