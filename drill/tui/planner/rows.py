"""The lines of the chart on the planner's screen: as a tree and as a table, each post with what becomes of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len

from drill.analysis.hierarchy import grouped, hierarchy, walk
from drill.analysis.network import NodeKind, NodeName
from drill.model.chart import Chart
from drill.text.choices import PLANNER_FATE, PLANNER_PERSON
from drill.text.width import fit, pad
from drill.tui.planner.lens import Fate, LensPicture
from drill.tui.planner.list import Line
from drill.tui.planner.names import CleanNames

SIGNS: dict[Fate, str] = {"told": "o", "lost": "x", "spare": "-"}
FALLS = "!"
"""Beside what falls with the weak point that is marked."""
DEEPEST = 6
"""Levels that are indented; deeper ones stand under each other."""
Marked = Collection[tuple[NodeKind, str]]


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One line of the chart: a post, a duty, or a group above its members."""

    kind: Literal["post", "duty", "group"]
    ref: str
    depth: int = 0
    members: tuple[str, ...] = ()


def tree_rows(chart: Chart) -> list[ChartRow]:
    """Every post below whoever it reports to, members below their group; duties last."""
    group_of = grouped(chart)
    rows: list[ChartRow] = []
    for branch, depth in walk(hierarchy(chart, everybody=True)):
        if not branch.group:
            rows.append(ChartRow("post", branch.ref, depth))
            continue
        members = tuple(post for post in chart.groups[branch.ref].members if group_of.get(post) == branch.ref)
        rows.append(ChartRow("group", branch.ref, depth, members))
        rows += [ChartRow("post", post, depth + 1) for post in members]
    return [*rows, *_duties(chart)]


def table_rows(chart: Chart) -> list[ChartRow]:
    """Every post in the chart's order; duties last."""
    return [*(ChartRow("post", post) for post in chart.posts), *_duties(chart)]


def _duties(chart: Chart) -> list[ChartRow]:
    return [ChartRow("duty", name) for name in chart.duties]


class RowDrawing:
    """Rows of one picture as lines of a width; `marked` falls with the weak point in sight.

    `weak` is the newest picture whose weak points are known.
    """

    def __init__(self, picture: LensPicture, weak: LensPicture, names: CleanNames, marked: Marked = ()) -> None:
        self.picture = picture
        self.weak = weak
        self.names = names
        self.marked = marked
        self._say = names.say

    def tree(self, row: ChartRow, width: int) -> Line:
        """Signs, the name under its superior, and at the right how many fall with the holder."""
        fate, sign, right = self._fate(row), "", self._note(row)
        if row.kind == "group":
            fates = [self.picture.fate("post", post) for post in row.members]
            right = f"{fates.count('told')}/{len(fates)}"
            fate = next((each for each in ("lost", "told") if each in fates), "spare")
        sign = SIGNS[fate] + (FALLS if self._falls(row) else " ")
        start = sign + " " * (2 * min(row.depth, DEEPEST))
        return self._line(fate, row, start + self._between(self._name(row), right, width - cell_len(start)))

    def table(self, row: ChartRow, width: int) -> Line:
        """Sign and word, post, holder, deputies, and how many fall with the holder."""
        fate = self._fate(row)
        sign = SIGNS[fate] + (FALLS if self._falls(row) else " ")
        holder, deputies = self._people(row)
        cells = (sign + self._say(PLANNER_FATE[fate]), self._name(row), holder, deputies)
        return self._line(fate, row, columns(cells, self._note(row), width))

    def header(self, width: int) -> str:
        """The heads of the table's columns."""
        heads = ("planner.head.fate", "planner.head.post", "planner.head.holder", "planner.head.deputies")
        return columns(self._say.each(*heads), self._say("planner.head.radius"), width)

    def _line(self, fate: Fate, row: ChartRow, text: str) -> Line:
        return [(text, "falls" if self._falls(row) else fate)]

    def _fate(self, row: ChartRow) -> Fate:
        return self.picture.fate("duty" if row.kind == "duty" else "post", row.ref)

    def _falls(self, row: ChartRow) -> bool:
        return row.kind != "group" and (row.kind, row.ref) in self.marked

    def _name(self, row: ChartRow) -> str:
        chart = self.picture.chart
        match row.kind:
            case "post":
                return self.names.post(row.ref)
            case "group":
                return self.names.of(chart.groups[row.ref].name)
            case "duty":
                return self.names.node(NodeName("duty", row.ref))

    def _people(self, row: ChartRow) -> tuple[str, str]:
        if row.kind != "post":
            return "", ""
        post = self.picture.chart.posts[row.ref]
        deputies = self._say("tui.join").join(map(self.names.person, post.deputies))
        return self.names.person(post.holder), deputies or "-"

    def _note(self, row: ChartRow) -> str:
        """Whether the holder is away, and how many fall if they were."""
        holder = self.picture.chart.posts[row.ref].holder if row.kind == "post" else None
        if holder is None:
            return self._say("planner.vacant") if row.kind == "post" else ""
        if state := person_state(self.picture, holder):
            return self._say(PLANNER_PERSON[state])
        radius = self.weak.radius.get(("person", holder), 0)
        return f"-{radius}" if radius else ""

    @staticmethod
    def _between(left: str, right: str, width: int) -> str:
        room = width - cell_len(right) - (1 if right else 0)
        return pad(fit(left, room), room) + (f" {right}" if right else "")


def person_state(picture: LensPicture, person: str) -> Literal["failed", "leave", ""]:
    """Why somebody cannot be told whatever is tried."""
    if ("person", person) in picture.toggles.failed:
        return "failed"
    return "leave" if person in picture.away else ""


def columns(cells: Sequence[str], last: str, width: int) -> str:
    """Four columns and a narrow one, sharing the width."""
    first, end = 12, 7
    rest = max(3, width - first - end - 4)
    widths = (first, rest * 2 // 5, rest * 3 // 10, rest - rest * 2 // 5 - rest * 3 // 10)
    texts = [pad(fit(cell, room), room) for cell, room in zip(cells, widths, strict=True)]
    return " ".join([*texts, pad(fit(last, end), end, "right")])
