"""Formulas of gates as nodes of a threshold graph. An event that occurs is a node that does not hold.

Constants and house events are worked out first, so a negation that only concerns them does no harm. What is left of
not, xor, iff, nand, nor, imply and cardinality is not coherent (more failures could mean fewer consequences), and
cut sets say nothing about it.
"""

from __future__ import annotations

from collections.abc import Sequence

from drill.analysis.network import Network, NodeName
from drill.analysis.openpsa.names import Definitions, content, parts
from drill.analysis.openpsa.xmltree import Xml
from drill.errors import UsageError

Arc = tuple[int, int]
"""Tail and bundle of an arc that is dead exactly when the event occurs."""
Value = bool | Arc
_OPERATORS = {"and", "or", "atleast", "cardinality", "not", "xor", "iff", "nand", "nor", "imply"}
_ARGUMENTS = {"not": 1, "imply": 2}
"""Operators with a fixed number of arguments; all others take one or more."""
LEAVES = {"event", "gate", "basic-event", "house-event"}


class Formulas:
    """Makes the nodes of one gate after the other."""

    def __init__(self, network: Network, names: Definitions) -> None:
        self.network = network
        self._names = names
        self.free = network.bundle([frozenset()])
        self._gate = ""
        self._parts = 0

    def value(self, gate: str, formula: Xml, leaves: dict[int, Value]) -> Value:
        """What a gate's formula comes to; `leaves` are the values of its references, by identity.

        UsageError where it is not coherent.
        """
        self._gate, self._parts = gate, 0
        values = dict(leaves)
        for xml in parts(formula):
            if xml.tag == "constant":
                values[id(xml)] = self.constant(xml)
            elif xml.tag not in LEAVES:
                values[id(xml)] = self._combine(xml, [values[id(child)] for child in content(xml)])
        return values[id(formula)]

    def constant(self, xml: Xml) -> bool:
        """`<constant value="true|false"/>`."""
        if (value := xml.attributes.get("value")) in ("true", "false"):
            return value == "true"
        raise UsageError("openpsa.constant", self._names.place(xml))

    def _combine(self, xml: Xml, values: Sequence[Value]) -> Value:
        if xml.tag not in _OPERATORS:
            raise UsageError("openpsa.unknown_operator", self._names.place(xml), tag=xml.tag)
        if not values or len(values) != _ARGUMENTS.get(xml.tag, len(values)):
            raise UsageError("openpsa.arguments", self._names.place(xml), tag=xml.tag, count=len(values))
        found: Value | None
        match xml.tag:
            case "or" | "nor":
                found = self._at_least(1, values)
            case "and" | "nand":
                found = self._at_least(len(values), values)
            case "atleast":
                found = self._at_least(self._number(xml, "min", len(values)), values)
            case "cardinality":
                found = self._between(self._number(xml, "min"), self._number(xml, "max"), values)
            case "imply":
                found = self._at_least(1, [_negated(values[0]), values[1]])
            case "not":
                found = values[0]
            case _:
                found = _parity(values, counted=xml.tag == "xor")
        if xml.tag in ("not", "nand", "nor"):
            found = _negated(found)
        if found is None:
            place = self._names.place(xml)
            raise UsageError("openpsa.not_coherent", place, gate=self._gate, operator=xml.tag.upper(), line=xml.line)
        return found

    def _number(self, xml: Xml, name: str, most: int | None = None) -> int:
        text = xml.attributes.get(name, "")
        if not (text.isascii() and text.isdecimal() and len(text) < 10) or (most is not None and int(text) > most):
            raise UsageError("openpsa.number", self._names.place(xml), tag=xml.tag, name=name, value=text)
        return int(text)

    def _at_least(self, count: int, values: Sequence[Value | None]) -> Value | None:
        """At least so many of the events occur; None where that hangs on one that is negated."""
        open_ = [value for value in values if not isinstance(value, bool)]
        count -= values.count(True)
        if count <= 0:
            return True
        if count > len(open_):
            return False
        if len(open_) == 1:
            return open_[0]
        arcs = [value for value in open_ if value is not None]
        if len(arcs) < len(open_):
            return None
        self._parts += 1
        node = self.network.node(NodeName("gate", f"{self._gate}/{self._parts}"), len(arcs) - count + 1)
        for tail, bundle in arcs:
            self.network.arc(tail, node, bundle)
        return node, self.free

    def _between(self, least: int, most: int, values: Sequence[Value]) -> Value | None:
        certain = values.count(True)
        possible = certain + sum(not isinstance(value, bool) for value in values)
        if certain > most or possible < least:
            return False
        return self._at_least(least, values) if possible <= most else None


def _negated(value: Value | None) -> bool | None:
    return not value if isinstance(value, bool) else None


def _parity(values: Sequence[Value], counted: bool) -> Value | None:
    """xor: an odd number is true (`counted`); iff: an even number is false."""
    odd = values.count(counted) % 2 == 1
    rest = [value for value in values if not isinstance(value, bool)]
    if not rest:
        return odd == counted
    return rest[0] if len(rest) == 1 and not odd else None
