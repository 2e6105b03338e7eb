"""Random coherent fault trees: as XML, and evaluated without the program."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import Any

Formula = tuple[Any, ...]
"""(operator, arguments) or a leaf: ("event", name), ("gate", name), ("house", name), ("constant", value)."""


class RandomTree:
    """Shared gates, nested formulas, votes, house events, constants, negated constants, nested components."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.containers = {"T": False, "T.A": False, "T.A.B": random.random() < 0.5, "T.C": random.random() < 0.5}
        """Container → whether it is private. What is inside a private one is private too."""
        self.events = [f"e{i}" for i in range(random.randint(1, 7))]
        self.houses = {"on": True, "off": False}
        self.gates: dict[str, Formula] = {}
        names = [f"g{i}" for i in range(random.randint(1, 7))]
        for i, name in reversed(list(enumerate(names))):
            self.gates[name] = self._formula(names[i + 1 :], 3)
        things = [*self.events, *self.houses, *self.gates]
        self.home = {name: random.choice([*self.containers, None]) for name in things}
        """Where a thing is defined; None: a gate in the fault tree, an event in the model data or nowhere."""
        for name in self.gates:
            self.home[name] = self.home[name] or "T"

    def _formula(self, below: list[str], depth: int) -> Formula:
        random = self.random
        if not depth or random.random() < 0.3:
            leaves: list[Formula] = [("event", random.choice(self.events))] * 4 + [("house", "on"), ("house", "off")]
            leaves += [("constant", random.random() < 0.5)]
            leaves += [("gate", random.choice(below))] * 4 if below else []
            return random.choice(leaves)
        parts = [self._formula(below, depth - 1) for _ in range(random.randint(1, 4))]
        operator = random.choice(["and", "or", "atleast", "and", "or", "not"])
        if operator == "not":
            return ("not", [random.choice([("house", "on"), ("house", "off"), ("constant", True)])])
        return ("atleast", parts, random.randint(0, len(parts))) if operator == "atleast" else (operator, parts)

    def occurs(self, formula: Formula, happened: frozenset[str]) -> bool:
        """Whether a formula is true, by the table of connectives."""
        match formula:
            case ("event", name):
                return name in happened
            case ("gate", name):
                return self.occurs(self.gates[name], happened)
            case ("house", name):
                return self.houses[name]
            case ("constant", value):
                return bool(value)
            case ("not", [part]):
                return not self.occurs(part, happened)
            case ("and", parts):
                return all(self.occurs(part, happened) for part in parts)
            case ("or", parts):
                return any(self.occurs(part, happened) for part in parts)
        operator, parts, least = formula
        assert operator == "atleast"
        return sum(self.occurs(part, happened) for part in parts) >= int(least)

    def cuts(self, gate: str) -> set[frozenset[str]]:
        """The minimal cut sets of a gate up to order 2, by trying every set."""
        found: set[frozenset[str]] = set()
        for size in range(3):
            for happened in map(frozenset, combinations(self.events, size)):
                if self.occurs(("gate", gate), happened) and not any(cut <= happened for cut in found):
                    found.add(happened)
        return {frozenset(map(self.shown, cut)) for cut in found}

    def private(self, name: str) -> bool:
        """Whether a thing is known by its path only."""
        home = f"{self.home[name]}."
        return any(private and home.startswith(f"{container}.") for container, private in self.containers.items())

    def shown(self, name: str) -> str:
        """The name of a thing outside its container."""
        return f"{self.home[name]}.{name}" if self.private(name) else name

    def xml(self) -> str:
        """The file, definitions in any order."""
        data = [self._definition(name) for name in (*self.events, *self.houses) if self.home[name] is None]
        self.random.shuffle(data)
        return (
            f"<opsa-mef>{self._container('T', 'define-fault-tree')}<model-data>{''.join(data)}</model-data></opsa-mef>"
        )

    def _container(self, path: str, tag: str = "define-component") -> str:
        inner = [self._definition(name) for name, home in self.home.items() if home == path]
        inner += [self._container(each) for each in self.containers if each.rpartition(".")[0] == path]
        self.random.shuffle(inner)
        role = ' role="private"' if self.containers[path] else ""
        name = path.rpartition(".")[2]
        return f'<{tag} name="{name}"{role}>\n<label>&lt;x&gt;</label>{"".join(inner)}</{tag}>\n'

    def _definition(self, name: str) -> str:
        if name in self.gates:
            formula = self._written(self.gates[name], self.home[name] or "")
            return f'<define-gate name="{name}"><label>a gate</label>{formula}</define-gate>\n'
        if name in self.houses:
            value = '<constant value="true"/>' if self.houses[name] else ""
            return f'<define-house-event name="{name}">{value}</define-house-event>\n'
        if self.home[name] is None and self.random.random() < 0.3:
            return ""
        return f'<define-basic-event name="{name}"><float value="0.25"/></define-basic-event>\n'

    def _written(self, formula: Formula, here: str) -> str:
        kind, about = formula[:2]
        if kind == "constant":
            return f'<constant value="{str(about).lower()}"/>'
        if kind in ("event", "gate", "house"):
            tag = {"event": "basic-event", "house": "house-event"}.get(kind, kind)
            return self.random.choice(
                [f'<{tag} name="{self._reference(about, here)}"/>'] * 2
                + [
                    f'<event name="{self._reference(about, here)}"/>',
                    f'<event name="{self._reference(about, here)}" type="{tag}"/>',
                ]
            )
        least = f' min="{formula[2]}"' if kind == "atleast" else ""
        return f"<{kind}{least}>{''.join(self._written(part, here) for part in about)}</{kind}>"

    def _reference(self, name: str, here: str) -> str:
        """By name, by whole path, or by the path from a container around the reference."""
        home = self.home[name]
        ways = [] if self.private(name) and not here.startswith(home or "") else [name]
        if home:
            around = [here[:i] for i in range(len(here) + 1) if here[i : i + 1] in (".", "")]
            ways += [f"{home}.{name}"] + [
                f"{home}.{name}".removeprefix(f"{a}.") for a in around if home.startswith(f"{a}.")
            ]
        return self.random.choice(ways)
