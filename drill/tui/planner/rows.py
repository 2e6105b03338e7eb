"""The lines of the chart on the planner's screen: as a tree and as a table, each post with what becomes of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from drill.analysis.hierarchy import grouped, hierarchy, walk
from drill.analysis.network import NodeName
from drill.model.basics import Text
from drill.model.chart import Chart
from drill.text.choices import PLANNER_FATE, PLANNER_PERSON
from drill.text.width import fit, pad
from drill.tui.kit.lines import ends
from drill.tui.planner.lens import Fate, LensPicture
from drill.tui.planner.list import Line
from drill.tui.planner.names import CleanNames

SIGNS: dict[Fate, str] = {"told": "o", "lost": "x", "spare": "-"}
FALLS = "!"
"""Beside what falls with the weak point that is marked."""
DEEPEST = 6
"""Levels that are indented; deeper ones stand under each other."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One line of the chart: a post, a duty, or a group above its members."""

    kind: Literal["post", "duty", "group"]
    ref: str
    name: Text
    depth: int = 0
    members: tuple[str, ...] = ()


def tree_rows(chart: Chart) -> list[ChartRow]:
    """Every post below whoever it reports to, members below their group; duties last."""
    group_of = grouped(chart)
    rows: list[ChartRow] = []
    for branch, depth in walk(hierarchy(chart, everybody=True)):
        if branch.group:
            group = chart.groups[branch.ref]
            members = tuple(post for post in group.members if group_of.get(post) == branch.ref)
            rows.append(ChartRow("group", branch.ref, group.name, depth, members))
            rows += [ChartRow("post", post, chart.posts[post].name, depth + 1) for post in members]
        else:
            rows.append(ChartRow("post", branch.ref, chart.posts[branch.ref].name, depth))
    return [*rows, *_duties(chart)]


def table_rows(chart: Chart) -> list[ChartRow]:
    """Every post in the chart's order; duties last."""
    return [*(ChartRow("post", ref, post.name) for ref, post in chart.posts.items()), *_duties(chart)]


def _duties(chart: Chart) -> list[ChartRow]:
    return [ChartRow("duty", ref, duty.name) for ref, duty in chart.duties.items()]


@dataclass(frozen=True, slots=True)
class RowDrawing:
    """Rows of one picture as lines of a width; `marked` falls with the weak point in sight.

    `weak` is the newest picture whose weak points are known.
    """

    picture: LensPicture
    weak: LensPicture
    names: CleanNames
    marked: Collection[NodeName] = ()

    def tree(self, row: ChartRow, width: int) -> Line:
        """Signs, the name under its superior, and at the right how many fall with the holder."""
        fate, right = self._fate(row), self._note(row)
        if row.kind == "group":
            fates = [self.picture.fate("post", post) for post in row.members]
            right = f"{fates.count('told')}/{len(fates)}"
            fate = next((each for each in ("lost", "told") if each in fates), "spare")
        sign, style = self._sign(fate, row)
        start = sign + " " * (2 * min(row.depth, DEEPEST))
        return [(start + ends(self._name(row), right, width - len(start)), style)]

    def table(self, row: ChartRow, width: int) -> Line:
        """Sign and word, post, holder, deputies, and how many fall with the holder."""
        fate = self._fate(row)
        sign, style = self._sign(fate, row)
        cells = (sign + self.names.say(PLANNER_FATE[fate]), self._name(row), *self._people(row))
        return [(columns(cells, self._note(row), width), style)]

    def header(self, width: int) -> str:
        """The heads of the table's columns."""
        heads = ("planner.head.fate", "planner.head.post", "diff.field.holder", "diff.field.deputies")
        return columns(self.names.say.each(*heads), self.names.say("planner.head.radius"), width)

    def _sign(self, fate: Fate, row: ChartRow) -> tuple[str, str]:
        """Two signs, and the style of the line."""
        falls = row.kind != "group" and NodeName(row.kind, row.ref) in self.marked
        return SIGNS[fate] + (FALLS if falls else " "), "falls" if falls else fate

    def _fate(self, row: ChartRow) -> Fate:
        return self.picture.fate("duty" if row.kind == "duty" else "post", row.ref)

    def _name(self, row: ChartRow) -> str:
        name = self.names.of(row.name)
        return self.names.say("weak.duty", name=name) if row.kind == "duty" else name

    def _people(self, row: ChartRow) -> tuple[str, str]:
        if row.kind != "post":
            return "", ""
        post = self.picture.chart.posts[row.ref]
        deputies = self.names.say("list", items=tuple(map(self.names.person, post.deputies)))
        return self.names.person(post.holder), deputies or "-"

    def _note(self, row: ChartRow) -> str:
        """Whether the holder is away, and how many fall if they were."""
        holder = self.picture.chart.posts[row.ref].holder if row.kind == "post" else None
        if holder is None:
            return self.names.say("planner.vacant") if row.kind == "post" else ""
        if state := person_state(self.picture, holder):
            return self.names.say(PLANNER_PERSON[state])
        radius = self.weak.radius.get(("person", holder), 0)
        return f"-{radius}" if radius else ""


def person_state(picture: LensPicture, person: str) -> Literal["failed", "leave", ""]:
    """Why somebody cannot be told whatever is tried."""
    if ("person", person) in picture.toggles.failed:
        return "failed"
    return "leave" if person in picture.away else ""


def person_line(picture: LensPicture, names: CleanNames, person: str | None) -> str:
    """Somebody, and why they cannot be told; nobody is `-`."""
    name, say = names.person(person), names.say
    why = person and person_state(picture, person)
    return say("noted", text=name, note=say(PLANNER_PERSON[why])) if why else name


def columns(cells: Sequence[str], last: str, width: int) -> str:
    """Four columns and a narrow one, sharing the width."""
    first, end = 12, 7
    rest = max(3, width - first - end - 4)
    widths = (first, rest * 2 // 5, rest * 3 // 10, rest - rest * 2 // 5 - rest * 3 // 10)
    texts = [pad(fit(cell, room), room) for cell, room in zip(cells, widths, strict=True)]
    return " ".join([*texts, pad(fit(last, end), end, "right")])
