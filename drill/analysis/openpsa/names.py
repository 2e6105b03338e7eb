"""What a model defines, and what a reference in it means.

A name is public (known everywhere) or private to its container; any element can be named by its path of containers,
whole or from a container around the reference (MEF, «Solving Name Conflicts: Public versus Private Elements»).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from drill.analysis.openpsa.xmltree import Xml
from drill.errors import UsageError

Kind = Literal["gate", "basic-event", "house-event", "parameter"]
_KINDS = ("gate", "basic-event", "house-event", "parameter")
_CONTAINERS = ("define-fault-tree", "define-component", "model-data")
_REFUSED = ("include", "define-substitution")
"""What lies in another file, or rewrites cut sets, cannot be left out."""
COMMENT = ("label", "attributes")


@dataclass(frozen=True, slots=True)
class Definition:
    """A gate, event or parameter; `name` is how it is shown: its own name if public, else its path."""

    kind: Kind
    name: str
    container: str
    xml: Xml


class Definitions:
    """The definitions of a model, found by reference."""

    def __init__(self, root: Xml, file: str) -> None:
        self.file = file
        self.gates: list[Definition] = []
        self.ignored: list[Xml] = []
        """Parts of the model that are no fault trees."""
        self._found: dict[tuple[bool, str], Definition] = {}
        self._collect(root)

    def _collect(self, root: Xml) -> None:
        waiting: list[tuple[Xml, str, bool]] = [(root, "", True)]
        while waiting:
            container, path, public = waiting.pop()
            for xml in container.children:
                kind = xml.tag.removeprefix("define-")
                if re.split("[:}]", xml.tag)[-1] in _REFUSED:
                    raise UsageError("openpsa.refused", self.place(xml), tag=xml.tag)
                if xml.tag in _CONTAINERS:
                    own = xml.attributes.get("role", "public" if public else "private") == "public"
                    inner = path if xml.tag == "model-data" else _join(path, self.name_of(xml))
                    waiting.append((xml, inner, own))
                elif xml.tag != kind and kind in _KINDS:
                    self._define(cast(Kind, kind), xml, path, public)
                elif xml.tag not in COMMENT:
                    self.ignored.append(xml)

    def _define(self, kind: Kind, xml: Xml, container: str, public: bool) -> None:
        name = self.name_of(xml)
        path = _join(container, name)
        public = xml.attributes.get("role", "public" if public else "private") == "public"
        definition = Definition(kind, name if public else path, container, xml)
        for key in dict.fromkeys((definition.name, path)):
            known = self._found.setdefault((kind == "parameter", key), definition)
            if known is not definition:
                raise UsageError("openpsa.twice", self.place(xml), name=key, line=known.xml.line)
        if kind == "gate":
            self.gates.append(definition)

    def find(self, reference: str, container: str, parameter: bool = False) -> Definition | None:
        """What a reference inside a container means; the innermost container that knows it decides."""
        while True:
            found = self._found.get((parameter, _join(container, reference)))
            if found or not container:
                return found
            container = container.rpartition(".")[0]

    def event(self, xml: Xml, container: str) -> Definition:
        """What an element of a formula refers to; a basic event need not be defined anywhere."""
        name = self.name_of(xml)
        wanted = xml.attributes.get("type") if xml.tag == "event" else xml.tag
        found = self.find(name, container)
        if found is None:
            if wanted not in (None, "basic-event"):
                raise UsageError("openpsa.undefined", self.place(xml), name=name, kind=wanted)
            found = Definition("basic-event", name, "", Xml("", 0, {}))
            self._found[False, name] = found
        if wanted not in (None, found.kind):
            raise UsageError("openpsa.other_kind", self.place(xml), name=name, kind=wanted, found=found.kind)
        return found

    def name_of(self, xml: Xml) -> str:
        """The name of a definition or reference; UsageError if it has none."""
        if name := xml.attributes.get("name"):
            return name
        raise UsageError("openpsa.no_name", self.place(xml), tag=xml.tag)

    def place(self, xml: Xml) -> str:
        """Where an element stands."""
        return f"{self.file}:{xml.line}"


def parts(formula: Xml) -> list[Xml]:
    """Everything a formula is made of, each after what is in it."""
    found, waiting = list[Xml](), [formula]
    while waiting:
        found.append(waiting.pop())
        waiting += content(found[-1])
    return found[::-1]


def content(xml: Xml) -> list[Xml]:
    """The children that mean something."""
    return [child for child in xml.children if child.tag not in COMMENT]


def _join(container: str, name: str) -> str:
    return f"{container}.{name}" if container else name
